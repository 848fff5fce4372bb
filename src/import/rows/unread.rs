//! Checks cells that are not read but contradict how the row counts: `abwesend` below "Typ", `bitte streichen` as a
//! remark, `2` below "Anzahl Personen".
//!
//! The meaning of a column decides which cells are read. This module checks all the others, whatever their heading, so
//! that nothing that could change who is counted is ignored silently. Columns explained by the organiser are not
//! checked.
//!
//! Cells in a file repeat: organisations, countries, answers. So the result for a cell is cached by its text; looking
//! it up among all words for each row would add a fifth to the time of an import.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::thread::LocalKey;

use super::super::layout::{Origin, pasteable};
use super::super::plan::{Plan, Problem};
use super::super::values::words;
use super::super::{Field, Record};
use crate::catalogue::Message;
use crate::formats::lexicon::LEXICON;
use crate::message;

/// The length in bytes above which a cell is treated as free text.
const A_TEXT: usize = 80;

impl Plan {
    /// Returns the non-empty cells of the columns that decide nothing, with the columns.
    fn unread<'a>(
        &'a self,
        record: &'a Record,
    ) -> impl Iterator<Item = (usize, Cow<'a, str>)> + 'a {
        let columns = self.layout.columns.iter().enumerate();
        let unread = columns.filter(|(index, column)| {
            let is_told = self.layout.origins.get(*index) == Some(&Origin::Told);
            !self.layout.quirks.own && !is_told && !decides(&column.field)
        });
        let cells = unread.map(|(index, _)| (index, self.cell(record, index)));
        cells.filter(|(_, cell)| !cell.is_empty() && cell.len() <= A_TEXT)
    }

    /// Returns the remarks on a confirmed sign-up that contradict it.
    pub(super) fn unread_words(&self, record: &Record) -> Vec<(String, Message)> {
        let said = self.unread(record).filter_map(|(index, cell)| {
            let words = Said::of(&cell);
            let heading = &self.layout.columns[index].heading;
            let is_remark = words.takes_back && !About::of(heading).subject;
            (words.withholds || is_remark).then(|| {
                let reason = message!(rows::confirmed_all_the_same {
                    cell: words::quotable(&cell),
                    way: pasteable(heading, "status"),
                });
                (heading.clone(), reason)
            })
        });
        said.collect()
    }

    /// Returns the remarks on a sign-up that counts one person although its row is for several, or for somebody else.
    pub(super) fn counted_as_one(&self, record: &Record) -> Vec<(String, Message)> {
        let others = self.unread(record).filter_map(|(index, cell)| {
            let heading = &self.layout.columns[index].heading;
            let about = About::of(heading);
            let more = match cell.parse::<u32>() {
                Ok(0) => about.heads,
                Ok(1) => about.other == Some(Other::Along),
                Ok(_) => about.heads || about.other == Some(Other::Along),
                Err(_) => about.other.is_some() && !is_no_answer(&cell),
            };
            let cell = words::quotable(&cell);
            more.then(|| (heading.clone(), message!(rows::counted_as_one { cell })))
        });
        others.collect()
    }

    /// Returns the problem of a row of attendees with a cell saying that they were not there, or that somebody else was
    /// there for them.
    pub(super) fn unread_absence(&self, record: &Record) -> Option<Problem> {
        self.unread(record).find_map(|(index, cell)| {
            let words = Said::of(&cell);
            let heading = &self.layout.columns[index].heading;
            let is_remark = words.takes_back && !About::of(heading).subject;
            let is_of_another =
                About::of(heading).other == Some(Other::Instead) && !is_no_answer(&cell);
            if !words.absent && !is_remark && !is_of_another {
                return None;
            }
            let reason = message!(rows::says_absence {
                cell: words::quotable(&cell),
                way: pasteable(heading, "ignore"),
            });
            Some(self.problem(record, index, reason))
        })
    }
}

/// Returns whether a cell names nobody: a placeholder, or only yes or no.
fn is_no_answer(cell: &str) -> bool {
    words::is_empty_word(cell) || words::yes_no(cell).is_some()
}

/// Returns whether a field decides who is meant, who comes or who came, so that its cells are read for that.
fn decides(field: &Field) -> bool {
    matches!(
        field,
        Field::Name
            | Field::GivenName
            | Field::FamilyName
            | Field::Title
            | Field::Email
            | Field::AccountName
            | Field::AccountEmail
            | Field::Status
            | Field::Void
            | Field::Unsent
            | Field::RequestedAt
            | Field::RequestedTime
            | Field::Present
            | Field::Absent
            | Field::Word(_)
            | Field::SessionOption(_)
            | Field::Session
            | Field::Event
            | Field::JoinedAt
            | Field::LeftAt
            | Field::Duration
            | Field::RecordedName
            | Field::RecordedEmail
    )
}

/// What the words of a cell say about coming, whatever its column.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    /// There is no place, or not yet: `storniert`.
    withholds: bool,
    /// The sign-up is withdrawn, in the words of a remark: `kann doch nicht`.
    takes_back: bool,
    /// The person was not there: `abwesend`.
    absent: bool,
}

/// The subject of a heading whose cells are not read.
#[derive(Debug, Clone, Copy, Default)]
struct About {
    /// Something that decides nothing: food, photographs.
    subject: bool,
    /// The number of people or places a row is for.
    heads: bool,
    /// Somebody besides the person of the row.
    other: Option<Other>,
}

/// Somebody besides the person of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Other {
    /// They come along.
    Along,
    /// They come instead.
    Instead,
}

/// Cached results, by text.
type Known<T> = RefCell<HashMap<String, T>>;

thread_local! {
    static SAID: Known<Said> = RefCell::default();
    static ABOUT: Known<About> = RefCell::default();
}

/// Returns the result for a text, from the cache if it is there.
fn remembered<T: Copy>(
    known: &'static LocalKey<Known<T>>,
    text: &str,
    read: impl FnOnce(&str) -> T,
) -> T {
    /// The maximum number of cached texts.
    const MOST: usize = 10_000;
    known.with_borrow_mut(|known| {
        if let Some(said) = known.get(text) {
            return *said;
        }
        let said = read(text);
        if known.len() < MOST {
            known.insert(text.to_owned(), said);
        }
        said
    })
}

impl Said {
    fn of(cell: &str) -> Self {
        if !cell.contains(char::is_alphabetic) || cell.contains('@') {
            return Self::default();
        }
        remembered(&SAID, cell, |cell| {
            if words::is_empty_word(cell) || words::yes_no(cell).is_some() {
                return Self::default();
            }
            Self {
                withholds: LEXICON.withholds(cell),
                takes_back: LEXICON.takes_back(cell),
                absent: LEXICON.states_absence(cell),
            }
        })
    }
}

impl About {
    fn of(heading: &str) -> Self {
        remembered(&ABOUT, heading, |heading| Self {
            subject: LEXICON.names_a_subject(heading),
            heads: LEXICON.counts_heads(heading),
            other: if LEXICON.names_a_companion(heading) {
                Some(Other::Along)
            } else {
                LEXICON
                    .names_a_substitute(heading)
                    .then_some(Other::Instead)
            },
        })
    }
}
