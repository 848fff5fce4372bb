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
use super::super::values::{dates, words};
use super::super::{Field, Record};
use crate::catalogue::Message;
use crate::formats::lexicon::{LEXICON, State};
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
            let is_consent = matches!(column.field, Field::Consent(_));
            // A column that somebody added to our own export says something as well.
            let is_ours = (self.layout.quirks.own || self.layout.quirks.sign_in)
                && self.layout.origins.get(*index) == Some(&Origin::Family);
            !is_ours && !is_told && !is_consent && !decides(&column.field)
        });
        let cells = unread.map(|(index, _)| (index, self.cell(record, index)));
        cells.filter(|(_, cell)| !cell.is_empty() && cell.len() <= A_TEXT)
    }

    /// Refuses a confirmed sign-up that something in its row contradicts: a mark beside the name, a cell of another
    /// column, the missing time of sending.
    ///
    /// # Errors
    /// The problem.
    pub(super) fn not_contradicted(&self, record: &Record) -> Result<(), Problem> {
        let problem = self
            .status_beside_name(record)
            .or_else(|| self.unread_words(record))
            .or_else(|| self.never_sent(record));
        problem.map_or(Ok(()), Err)
    }

    /// Returns the problem of a confirmed sign-up with a cell that contradicts it, or that names somebody who comes
    /// instead.
    fn unread_words(&self, record: &Record) -> Option<Problem> {
        self.unread(record).find_map(|(index, cell)| {
            let words = Said::of(&cell);
            let heading = &self.layout.columns[index].heading;
            let about = About::of(heading);
            let is_of_another = about.other == Some(Other::Instead) && !is_no_answer(&cell)
                || about.remarks && LEXICON.sends_another(&cell);
            let least = if about.remarks {
                Against::Mentioned
            } else {
                Against::Clear
            };
            let is_said = words.against >= least && !about.subject;
            let is_none = is_none_or_less(&cell) && LEXICON.counts_tickets(heading);
            if !is_said && !is_of_another && !is_none {
                return None;
            }
            let reason = if is_of_another {
                message!(rows::comes_instead {
                    cell: words::quotable(&cell),
                    way: pasteable(heading, "answer"),
                })
            } else {
                message!(rows::takes_no_part {
                    cell: words::quotable(&cell),
                    way: pasteable(heading, "status"),
                    other: pasteable(heading, "answer"),
                })
            };
            Some(self.problem(record, index, reason))
        })
    }

    /// Returns the problem of a row without a time in the column that says when the form was sent.
    fn never_sent(&self, record: &Record) -> Option<Problem> {
        let column = self.layout.column(&Field::RequestedAt)?;
        let is_told = self.layout.origins.get(column) == Some(&Origin::Told);
        let heading = &self.layout.columns[column].heading;
        let is_missing = self.layout.is_hand_made()
            && !is_told
            && self.cell(record, column).is_empty()
            && LEXICON.is_of_sending(heading);
        is_missing.then(|| {
            let way = pasteable(heading, "requested_at");
            self.problem(record, column, message!(rows::never_sent { way }))
        })
    }

    /// Returns the remarks on a confirmed sign-up that may contradict it, or are about something else that was taken
    /// back: an invoice, a room in a hotel.
    pub(super) fn unread_remarks(&self, record: &Record) -> Vec<(String, Message)> {
        let said = self.unread(record).filter_map(|(index, cell)| {
            let heading = &self.layout.columns[index].heading;
            (Said::of(&cell).against > Against::Nothing).then(|| {
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
                Err(_) => {
                    let is_yes = words::yes_no(&cell) == Some(true);
                    about.other == Some(Other::Along) && (is_yes || !is_no_answer(&cell))
                }
            };
            let cell = words::quotable(&cell);
            more.then(|| (heading.clone(), message!(rows::counted_as_one { cell })))
        });
        others.collect()
    }

    /// Returns the problem of a row of attendees with a cell saying that they were not there, or that somebody else was
    /// there for them.
    pub(super) fn unread_absence(&self, record: &Record) -> Option<Problem> {
        if let Some((index, cell)) = self.unread_state(record) {
            return Some(self.says_absence(record, index, &cell));
        }
        if let Some(problem) = self.says_another_time(record) {
            return Some(problem);
        }
        self.unread(record).find_map(|(index, cell)| {
            let words = Said::of(&cell);
            let heading = &self.layout.columns[index].heading;
            let has_meaning = !matches!(
                self.layout.columns[index].field,
                Field::Answer | Field::Ignore
            );
            let about = About::of(heading);
            let is_denied = words.denied && !has_meaning;
            // Where a column says for each row who was there, what is about something else does not count against it.
            let least = if self.layout.column(&Field::Present).is_some() {
                Against::Mentioned
            } else {
                Against::Elsewhere
            };
            let is_remark = (words.against >= least || is_denied) && !about.subject;
            let is_of_another = about.other == Some(Other::Instead) && !is_no_answer(&cell);
            let is_said = words.absent || is_remark || is_of_another;
            is_said.then(|| self.says_absence(record, index, &cell))
        })
    }

    /// Returns the problem of a row with times, where a remark names one between them: `ging schon um 10:30`.
    fn says_another_time(&self, record: &Record) -> Option<Problem> {
        let time = |field: &Field| {
            let cell = self.cell(record, self.layout.column(field)?);
            dates::parse_time(&cell, self.date_order()).ok()?.time
        };
        self.layout.column(&Field::JoinedAt)?;
        self.unread(record).find_map(|(index, cell)| {
            let heading = &self.layout.columns[index].heading;
            let is_remark = About::of(heading).remarks && !LEXICON.names_another_subject(&cell);
            let times = is_remark.then(|| dates::times_in(&cell))?;
            if times.is_empty() {
                return None;
            }
            let (joined, left) = (time(&Field::JoinedAt)?, time(&Field::LeftAt)?);
            if !times.iter().any(|time| joined < *time && *time < left) {
                return None;
            }
            let reason = message!(rows::says_another_time {
                cell: words::quotable(&cell),
                way: pasteable(heading, "ignore"),
            });
            Some(self.problem(record, index, reason))
        })
    }

    fn says_absence(&self, record: &Record, column: usize, cell: &str) -> Problem {
        let heading = &self.layout.columns[column].heading;
        let reason = message!(rows::says_absence {
            cell: words::quotable(cell),
            way: pasteable(heading, "ignore"),
        });
        self.problem(record, column, reason)
    }

    /// Returns the state of the sign-up in a list of those present, where nothing but times or the row itself says that
    /// somebody was there: `storniert`. Who waited for a place may have come.
    fn unread_state<'a>(&'a self, record: &'a Record) -> Option<(usize, Cow<'a, str>)> {
        let column = self.layout.column(&Field::Status)?;
        let is_open = self.layout.origins.get(column) > Some(&Origin::Family);
        let is_said = self.layout.column(&Field::Present).is_some();
        let cell = self.cell(record, column);
        let is_refused = || matches!(LEXICON.state(&cell), Some(State::Cancelled | State::Denied));
        (is_open && !is_said && !self.layout.quirks.sign_in && is_refused())
            .then_some((column, cell))
    }
}

/// Whether a cell counts nothing, or takes back what was counted: `0`, `-1`.
fn is_none_or_less(cell: &str) -> bool {
    cell.parse::<i64>().is_ok_and(|count| count <= 0)
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

/// How much a cell says against a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Against {
    /// Nothing.
    #[default]
    Nothing,
    /// It has words for it, about something else: `Rechnung storniert`.
    Elsewhere,
    /// It has words for it: `Abmeldung per Mail`.
    Mentioned,
    /// It says so and nothing else, or in a sentence about coming: `storniert`, `kann doch nicht kommen`.
    Clear,
}

/// What the words of a cell say about coming, whatever its column.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    /// There is no place, not yet, or no longer.
    against: Against,
    /// The person was not there, or not in the meeting itself: `abwesend`, `Waiting room`.
    absent: bool,
    /// Something about the person is denied: `nicht gesehen`.
    denied: bool,
}

/// The subject of a heading whose cells are not read.
#[derive(Debug, Clone, Copy, Default)]
struct About {
    /// Something that decides nothing: food, photographs.
    subject: bool,
    /// Remarks, which may say anything.
    remarks: bool,
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
            let is_clear = LEXICON.withholds_plainly(cell) || LEXICON.withdraws(cell);
            let is_of_another = || LEXICON.names_another_subject(cell) || LEXICON.is_of_money(cell);
            let is_mentioned = || LEXICON.withholds(cell) || LEXICON.takes_back(cell);
            Self {
                against: match (is_clear, is_mentioned()) {
                    (true, _) => Against::Clear,
                    (false, true) if is_of_another() => Against::Elsewhere,
                    (false, true) => Against::Mentioned,
                    (false, false) => Against::Nothing,
                },
                absent: LEXICON.states_absence(cell)
                    || LEXICON.begins_with_absence(cell)
                    || LEXICON.asides.outside.are(cell),
                denied: LEXICON.denies(cell),
            }
        })
    }
}

impl About {
    fn of(heading: &str) -> Self {
        remembered(&ABOUT, heading, |heading| Self {
            subject: LEXICON.names_a_subject(heading) || LEXICON.is_of_membership(heading),
            remarks: LEXICON.is_of_remarks(heading),
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
