//! The meaning of columns by the content of their cells.

use std::collections::BTreeSet;

use super::choices::Choices;
use super::heading;
use super::layout::Known;
use super::values::dates::{self, DateOrder};
use super::values::words;
use super::{Field, Record};
use crate::identity::{fold_tokens, normalize_address};
use crate::model::SessionId;

/// Statistics about the cells of a column.
#[derive(Debug, Default)]
pub(super) struct Survey {
    filled: usize,
    addresses: usize,
    yes_no: usize,
    sessions: usize,
    /// How many of these are more than a single letter or number.
    titled: usize,
    /// The only session that every filled cell names, for columns whose cells repeat the option.
    only: Option<SessionId>,
    several: bool,
    /// Every session that a cell names.
    named: BTreeSet<SessionId>,
    /// How many are words for "no answer": `keine`, `-`.
    nothing: usize,
}

impl Survey {
    pub(super) fn of(rows: &[Record], column: usize, choices: &Choices) -> Self {
        let mut survey = Self::default();
        for row in rows {
            let Some(cell) = row
                .get(column)
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
            else {
                continue;
            };
            survey.filled += 1;
            // Enough evidence: a column without any choice in two hundred rows is not one. A long text is not one
            // either.
            if cell.len() > LONG
                || survey.filled > 200 && survey.sessions == 0 && survey.yes_no == 0
            {
                survey.addresses += usize::from(cell.contains('@') && cell.len() <= LONG);
                continue;
            }
            survey.addresses +=
                usize::from(cell.contains('@') && normalize_address(cell).is_some());
            survey.yes_no += usize::from(words::yes_no(cell).is_some() || cell == "(OK)");
            match choices.read(cell) {
                Ok(found) if found.is_empty() => {
                    survey.nothing += usize::from(words::yes_no(cell).is_none());
                }
                Ok(found) => {
                    survey.sessions += 1;
                    survey.titled += usize::from(says_more_than_a_mark(cell));
                    for id in found {
                        survey.named.insert(id);
                        match survey.only {
                            None => survey.only = Some(id),
                            Some(only) if only != id => survey.several = true,
                            Some(_) => {}
                        }
                    }
                }
                Err(_) => survey.nothing += usize::from(words::is_empty_word(cell)),
            }
        }
        survey
    }

    /// Whether its cells (at least one) only say yes or no, and are not all names of sessions: `1`.
    pub(super) fn is_of_marks(&self) -> bool {
        self.has_marks() && self.sessions < self.filled
    }

    /// Whether its cells (at least one) only say yes or no.
    pub(super) fn has_marks(&self) -> bool {
        self.yes_no > 0 && self.may_be_of_marks()
    }

    /// The same, but also true without any cell.
    pub(super) fn may_be_of_marks(&self) -> bool {
        self.yes_no + self.nothing == self.filled && self.addresses == 0
    }

    /// Whether at least half of the cells (at least one) name sessions, even by a single letter.
    pub(super) fn may_name_sessions(&self) -> bool {
        self.sessions > 0 && self.sessions * 2 >= self.filled - self.nothing
    }

    /// Whether both columns name one and the same session.
    pub(super) fn shares_a_session(&self, other: &Self) -> bool {
        !self.named.is_disjoint(&other.named)
    }

    /// Whether any product of a ticket shop is a session; a single letter or number is not enough, unless all cells
    /// are.
    pub(super) fn sells_sessions(&self) -> bool {
        self.titled > 0 || (self.sessions > 0 && self.sessions == self.filled)
    }

    /// Whether at least one in five of the filled cells names sessions; the others are then problems of their rows. A
    /// single letter or number means little: a column of them is left to the words of the heading.
    pub(super) fn means_sessions(&self) -> bool {
        self.titled > self.yes_no && self.titled * 5 >= self.filled - self.nothing
    }
}

/// The length in bytes beyond which a cell is a text rather than a choice.
const LONG: usize = 2000;

/// Whether a cell contains more than single letters and numbers, which may mean anything: `1,5` hours are not bars 1
/// and 5.
fn says_more_than_a_mark(cell: &str) -> bool {
    let is_hours = cell.contains(':');
    let has_word = cell
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word.chars().count() > 1 && word.chars().any(char::is_alphabetic));
    is_hours || has_word
}

/// Recognises a column for one session: `Question [Session A]`, `Question – Session A`, `Session A`, with yes, no or
/// the option's text in its cells.
///
/// Below a session's own title or slug it is that session's column whatever else its cells contain: an odd one is a
/// problem of its row. A shorter name may be a word that only looks like one, so half of the cells have to fit.
pub(super) fn option_field(heading: &str, survey: &Survey, known: Known<'_>) -> Option<Field> {
    let bracket = heading
        .rfind('[')
        .and_then(|open| heading[open + 1..].strip_suffix(']'));
    let dash = heading.rfind(" – ").map(|at| &heading[at + " – ".len()..]);
    let part = heading.rfind(" · ").map(|at| &heading[at + " · ".len()..]);
    let labels = [bracket, dash, part, Some(heading)];
    let titled = labels
        .iter()
        .flatten()
        .filter(|label| heading::field_of(label).is_none())
        .find_map(|label| known.choices.titled(label));
    let session = titled.or_else(|| {
        labels.iter().flatten().find_map(|label| {
            // A single letter or digit over a column is not a title.
            (label.chars().count() > 1)
                .then(|| known.choices.one(label))
                .flatten()
        })
    })?;
    let filled = survey.filled - survey.nothing;
    let repeats = !survey.several && survey.only == Some(session);
    let fits = titled.is_some()
        || survey.yes_no * 2 >= filled
        || (repeats && survey.sessions * 2 >= filled);
    let slug = &known
        .sessions
        .iter()
        .find(|known| known.id == session)?
        .slug;
    fits.then(|| Field::SessionOption(slug.clone()))
}

/// Whether a name contains the given name as a word, and more than that.
pub(super) fn is_whole_name(name: &str, given: &str) -> bool {
    let (name, given) = (fold_tokens(name), fold_tokens(given));
    name.len() > given.len() && given.iter().all(|word| name.contains(word))
}

/// Whether most cells of a column (at least one) are times of day.
pub(super) fn tells_the_time(rows: &[Record], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let (mut filled, mut timed) = (0, 0);
    for cell in cells.map(words::unexcel).map(str::trim) {
        let read = dates::parse(cell, Some(DateOrder::DayFirst));
        filled += usize::from(!cell.is_empty());
        timed += usize::from(read.is_ok_and(|moment| moment.time.is_some()));
    }
    timed > 0 && timed * 2 >= filled
}
