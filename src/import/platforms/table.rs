//! A table of stays, one a row: where its columns are, and whether a row says what they promise.
//!
//! A row that lost a cell puts everything behind it one column to the left. So a cell is taken only
//! when it has the shape of what its column holds; a row that does not is wrong, and never somebody
//! else's stay.

use std::borrow::Cow;

use super::{RawStay, Says, cell, is_moment};
use crate::identity::is_not_a_person;
use crate::import::forms::plain;
use crate::import::layout::Column;
use crate::import::values::{dates, durations, words};
use crate::import::{Field, Record};

/// Why somebody who is listed may not have been there.
const NOTHING_SAID: &str = "neither a time nor a length: nothing says that they were there";

/// The headings of a table, ready to compare: without byte-order mark, quotes, formula signs and
/// needless blanks, in lower case.
pub(super) struct Headings(Vec<String>);

impl Headings {
    /// Returns those of a record.
    pub(super) fn of(record: &Record) -> Self {
        Self(record.cells().map(word).collect())
    }

    /// Returns the first column that is called one of these words.
    pub(super) fn find(&self, words: &[&str]) -> Option<usize> {
        self.0
            .iter()
            .position(|cell| words.contains(&cell.as_str()))
    }

    /// Returns how many of these words are among them.
    pub(super) fn count(&self, words: &[&str]) -> usize {
        words
            .iter()
            .filter(|word| self.0.iter().any(|cell| cell == *word))
            .count()
    }

    /// Returns a heading; empty beyond the end.
    pub(super) fn get(&self, column: usize) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// Returns how many there are, empty ones at the end left out.
    pub(super) fn width(&self) -> usize {
        self.0
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1)
    }

    /// Returns whether the headings begin with these words, in this order.
    pub(super) fn begin_with(&self, words: &[&[&str]]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(index, words)| words.contains(&self.get(index)))
    }
}

/// Returns a heading or a title in lower case, ready to compare.
pub(super) fn word(cell: &str) -> String {
    let text = plain(words::unexcel(cell.trim_start_matches('\u{feff}')));
    text.trim_matches(|sign: char| sign == '"' || sign == '\u{feff}' || sign.is_whitespace())
        .to_owned()
}

/// Given and family name.
type Parts<'file> = (Cow<'file, str>, Cow<'file, str>);

/// Where a table has what it says of a stay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// The name as displayed.
    pub(super) name: Option<usize>,
    /// The given name.
    pub(super) given: Option<usize>,
    /// The family name.
    pub(super) family: Option<usize>,
    /// The address.
    pub(super) email: Option<usize>,
    /// The organisation.
    pub(super) organisation: Option<usize>,
    /// When they came.
    pub(super) joined: Option<usize>,
    /// When they left.
    pub(super) left: Option<usize>,
    /// How long they stayed.
    pub(super) duration: Option<usize>,
    /// Whether they were there.
    pub(super) attended: Option<usize>,
}

impl Places {
    /// Returns what is missing to tell who was there and when; `None` when nothing is.
    pub(super) fn missing(&self) -> Option<&'static str> {
        let named = self.name.is_some() || (self.given.is_some() && self.family.is_some());
        if !named {
            Some("the column of the names is missing")
        } else if self.joined.is_none() {
            Some("the column of the times of joining is missing")
        } else if self.left.is_none() && self.duration.is_none() {
            Some("the columns of the times of leaving and of the lengths are missing")
        } else {
            None
        }
    }

    /// Whether every column that these know is where the others have it: words that are known in part
    /// say nothing against an order that knows the rest.
    pub(super) fn are_among(&self, others: &Self) -> bool {
        let pairs = self.fields().into_iter().zip(others.fields());
        let mut known = pairs.filter(|((place, _), _)| place.is_some());
        known.all(|((place, _), (other, _))| place == other)
    }

    /// Returns what a column means.
    pub(super) fn field(&self, column: usize) -> Field {
        self.fields()
            .into_iter()
            .find(|(place, _)| *place == Some(column))
            .map_or(Field::Ignore, |(_, field)| field)
    }

    fn fields(&self) -> [(Option<usize>, Field); 9] {
        [
            (self.name, Field::Name),
            (self.given, Field::GivenName),
            (self.family, Field::FamilyName),
            (self.email, Field::Email),
            (self.organisation, Field::Organisation),
            (self.joined, Field::JoinedAt),
            (self.left, Field::LeftAt),
            (self.duration, Field::Duration),
            (self.attended, Field::Status),
        ]
    }

    /// Reads the stay of a row, or says why it is none; `meeting` is the number of its meeting.
    pub(super) fn stay<'file>(
        &self,
        columns: &[Column],
        record: &'file Record,
        meeting: usize,
    ) -> Says<'file> {
        let one_time = self.joined.is_some()
            && self.left.is_some()
            && said_in(record, self.joined).is_empty() != said_in(record, self.left).is_empty();
        let wrong = if width(record) > columns.len() {
            "it has more cells than there are headings"
        } else if one_time && record.width() != columns.len() {
            "it has not as many cells as there are headings, and only one time"
        } else {
            return self.stay_in_place(columns, record, meeting);
        };
        Says::Wrong(None, wrong.to_owned())
    }

    /// Does so where the headings are not as many as the columns.
    pub(super) fn stay_in_place<'file>(
        &self,
        columns: &[Column],
        record: &'file Record,
        meeting: usize,
    ) -> Says<'file> {
        let wrong = |place: Option<usize>, reason: &str| {
            let heading = place.and_then(|place| columns.get(place));
            Says::Wrong(
                heading.map(|column| column.heading.clone()),
                reason.to_owned(),
            )
        };
        let mut stay = RawStay {
            meeting,
            email: said_in(record, self.email),
            organisation: said_in(record, self.organisation),
            joined: said_in(record, self.joined),
            left: said_in(record, self.left),
            duration: said_in(record, self.duration),
            ..RawStay::default()
        };
        (stay.name, stay.parts) = self.name_of(record);
        for (place, time) in [(self.joined, stay.joined), (self.left, stay.left)] {
            if !time.is_empty() && !is_moment(time) {
                return wrong(place, "this is not a time");
            }
        }
        if !stay.duration.is_empty() && durations::seconds(stay.duration).is_none() {
            // A unit of an unknown language is not needed where both times are.
            let unknown_unit = stay.duration.contains(|sign: char| sign.is_ascii_digit())
                && !is_moment(stay.duration);
            if !unknown_unit || stay.joined.is_empty() || stay.left.is_empty() {
                return wrong(self.duration, "this is not a length of time");
            }
            stay.duration = "";
        }
        if !stay.email.is_empty() && !stay.email.contains('@') {
            let moved = is_moment(stay.email)
                || durations::seconds(stay.email).is_some()
                || record.width() != columns.len();
            if moved {
                return wrong(self.email, "this is not an address");
            }
        }
        if stay.joined.is_empty() && stay.left.is_empty() && stay.duration.is_empty() {
            return wrong(None, NOTHING_SAID);
        }
        Says::Stay(Box::new(stay))
    }

    /// Returns the displayed name, else given and family name; and these, where they are somebody's.
    fn name_of<'file>(&self, record: &'file Record) -> (Cow<'file, str>, Option<Parts<'file>>) {
        let given = said_in(record, self.given);
        let family = said_in(record, self.family);
        let displayed = said_in(record, self.name);
        let name = if !displayed.is_empty() {
            Cow::Borrowed(displayed)
        } else if given.is_empty() || family.is_empty() {
            Cow::Borrowed(if given.is_empty() { family } else { given })
        } else {
            Cow::Owned(format!("{given} {family}"))
        };
        // Platforms cut what a caller or a device is called into "given" and "family" name as well.
        let worded = |part: &str| part.contains(char::is_alphabetic);
        let parts = worded(given) && worded(family) && is_not_a_person(&name).is_none();
        (name, parts.then(|| (given.into(), family.into())))
    }
}

/// Whether a cell holds a date, with or without a time.
pub(super) fn has_date(text: &str) -> bool {
    match dates::parse(text, None) {
        Ok(moment) => moment.date.is_some(),
        Err(problem) => matches!(
            problem,
            dates::DateProblem::Ambiguous { .. } | dates::DateProblem::AgainstOrder { .. }
        ),
    }
}

/// Returns what a cell says; empty when the table has no such column, and for dashes that mean none.
pub(super) fn said_in(record: &Record, place: Option<usize>) -> &str {
    place.map_or("", |place| said(record, place))
}

/// Returns what a cell says; empty for dashes that mean none.
pub(super) fn said(record: &Record, column: usize) -> &str {
    let text = cell(record, column);
    let none = text.chars().all(|sign| matches!(sign, '-' | '–' | '—'));
    if none { "" } else { text }
}

/// Returns how many cells a row has, empty ones at the end left out.
pub(super) fn width(record: &Record) -> usize {
    let last = record
        .cells()
        .rev()
        .position(|cell| !cell.trim().is_empty());
    last.map_or(0, |empty| record.width() - empty)
}

#[cfg(test)]
#[path = "table_tests.rs"]
pub(super) mod tests;
