//! A table of people and the contents of its rows.

use std::borrow::Cow;

use super::super::table::{Fields, Places, shown, width};
use super::super::{Column, RawStay, Says, cell, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_length, is_none, is_whole};
use super::words::{platform, said_yes};
use crate::catalogue::Wording;
use crate::catalogue::messages::{platforms as say, rows as row};
use crate::import::{Field, Record};

/// The columns of a table of people.
#[derive(Debug, Clone)]
pub(super) struct Table<'file> {
    header: &'file Record,
    fields: Fields,
    /// The first column of the participants: after the meeting's columns in a list of many.
    pub(super) from: usize,
    places: Places,
}

impl<'file> Table<'file> {
    pub(super) fn new(header: &'file Record, fields: Fields, from: usize) -> Self {
        Self {
            header,
            from,
            places: Places::of(&fields),
            fields,
        }
    }

    /// Whether it says when somebody was there, and not only how long.
    pub(super) fn has_times(&self) -> bool {
        self.places.joined.is_some()
    }

    /// Returns the headings and their meanings, without cells that only pad the row.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = shown(self.header, &self.fields, &Field::Answer);
        columns.truncate(self.width());
        columns
    }

    /// Returns the number of columns up to the last heading.
    pub(super) fn width(&self) -> usize {
        width(self.header)
    }

    /// Returns the headings about the meeting, before those of the participants.
    pub(super) fn meeting_headings(&self) -> Vec<&'file str> {
        (0..self.from)
            .map(|column| cell(self.header, column))
            .collect()
    }

    /// Whether a row repeats the headings.
    pub(super) fn is_header(&self, record: &Record) -> bool {
        record.cells().eq(self.header.cells())
    }

    /// A cheap test that a row certainly cannot be headings.
    pub(super) fn is_plainly_data(&self, record: &Record) -> bool {
        let length = place(record, self.places.duration);
        let joined = place(record, self.places.joined);
        is_whole(length) || is_moment(joined)
    }

    /// Returns the heading of a column, for a message.
    fn heading(&self, column: Option<usize>) -> Option<String> {
        let heading = cell(self.header, column?).trim_start_matches('\u{feff}');
        (!heading.is_empty()).then(|| heading.to_owned())
    }

    /// Returns the contents of a row.
    pub(super) fn says(&self, record: &'file Record, meeting: usize) -> Says<'file> {
        let at = |place: Option<usize>| said(record, place);
        let (joined, left) = (at(self.places.joined), at(self.places.left));
        let (email, duration) = (at(self.places.email), at(self.places.duration));
        if let Some(column) = self.shifted(email, joined, left, duration) {
            return Says::Wrong(self.heading(Some(column)), say::SHIFTED.into());
        }
        let waiting = at(self.places.waiting);
        match said_yes(waiting) {
            Some(true) => return Says::Nothing(say::IN_WAITING_ROOM.into()),
            None if !waiting.is_empty() => return self.neither(self.places.waiting),
            _ => {}
        }
        let was_there = !(joined.is_empty() && left.is_empty() && duration.is_empty());
        if self.places.attended.is_some() {
            let attended = at(self.places.attended);
            match said_yes(attended) {
                Some(false) if was_there => {
                    let reason = say::ABSENT_WITH_LENGTH;
                    return Says::Wrong(self.heading(self.places.attended), reason.into());
                }
                Some(false) => return Says::Nothing(say::NO_SHOW.into()),
                // In an unknown language the dashes mean the same.
                None if !was_there && self.has_dashes(record) => {
                    return Says::Nothing(say::NO_SHOW.into());
                }
                _ => {}
            }
        }
        if !was_there {
            return Says::Wrong(None, row::NOTHING_SAID.into());
        }
        let name = place(record, self.places.name);
        let (given, family) = (at(self.places.given), at(self.places.family));
        let has_parts = self.places.given.is_some() && self.places.family.is_some();
        let parts = (has_parts && !(given.is_empty() && family.is_empty()))
            .then_some((Cow::Borrowed(given), Cow::Borrowed(family)));
        // A yes in this column is the answer to another question, whose heading was lost.
        let organisation = at(self.places.organisation);
        let is_named = said_yes(organisation).is_none();
        Says::Stay(Box::new(RawStay {
            meeting,
            name: Cow::Borrowed(name),
            parts,
            email,
            organisation: if is_named { organisation } else { "" },
            joined,
            left,
            duration,
            joined_before: false,
        }))
    }

    fn neither(&self, column: Option<usize>) -> Says<'file> {
        Says::Wrong(self.heading(column), say::NOT_YES_NO.into())
    }

    /// Whether the times are Zoom's sign for "none".
    fn has_dashes(&self, record: &Record) -> bool {
        [self.places.joined, self.places.left]
            .into_iter()
            .all(|column| place(record, column).starts_with('-'))
    }

    /// Returns the column of a cell that can only belong to another column.
    fn shifted(&self, email: &str, joined: &str, left: &str, duration: &str) -> Option<usize> {
        let never_a_time = |cell: &str| is_address(cell) || is_whole(cell);
        let never_a_length =
            |cell: &str| is_address(cell) || is_moment(cell) || said_yes(cell).is_some();
        let places = &self.places;
        [
            (!is_address(email) && is_moment(email), places.email),
            (never_a_time(joined), places.joined),
            (never_a_time(left), places.left),
            (
                never_a_length(duration) && !is_length(duration),
                places.duration,
            ),
        ]
        .into_iter()
        .find(|(shifted, _)| *shifted)
        .and_then(|(_, place)| place)
    }
}

/// Returns a cell unchanged.
fn place(record: &Record, column: Option<usize>) -> &str {
    column.map_or("", |column| cell(record, column))
}

/// Returns a cell, or an empty text if it means "none".
fn said(record: &Record, column: Option<usize>) -> &str {
    let cell = place(record, column);
    if is_none(cell) { "" } else { cell }
}

/// Returns what is missing in headings, for the organiser.
pub(super) fn missing(fields: &Fields) -> Option<Wording> {
    let has = |field| fields.contains(&Some(field));
    let (joined, left) = (has(Field::JoinedAt), has(Field::LeftAt));
    let reason = if !has(Field::Name) {
        say::NAMES_UNKNOWN
    } else if joined && !left {
        say::LEAVING_UNKNOWN
    } else if left && !joined {
        say::JOINING_UNKNOWN
    } else if !joined && !has(Field::Duration) {
        say::TIMES_AND_DURATIONS_UNKNOWN
    } else {
        return None;
    };
    Some(reason)
}

/// Returns which cells below some headings belong to others, for the organiser: a heading was lost.
pub(super) fn misplaced(fields: &Fields, rows: Rows<'_>) -> Option<Wording> {
    let place = |field| fields.iter().position(|it| it.as_ref() == Some(&field));
    let from = place(Field::Name).unwrap_or(0);
    if place(Field::JoinedAt).is_none() && rows.has_times(from..fields.len()) {
        return Some(say::TIMES_WITHOUT_HEADINGS);
    }
    let never = |field, passes| place(field).is_some_and(|column| rows.never(column, passes));
    // For the waiting room and for answers only the heading is evidence.
    let told_by_heading = [Field::Absent, Field::Organisation]
        .into_iter()
        .any(|field| place(field).is_some());
    let reason = if never(Field::JoinedAt, is_moment) {
        say::JOINING_ELSEWHERE
    } else if never(Field::LeftAt, is_moment) {
        say::LEAVING_ELSEWHERE
    } else if never(Field::Duration, is_length) {
        say::DURATIONS_ELSEWHERE
    } else if never(Field::Email, is_address) {
        say::ADDRESSES_ELSEWHERE
    } else if told_by_heading && rows.are_wider(fields.len()) {
        say::CELLS_ELSEWHERE
    } else {
        return None;
    };
    Some(reason)
}

/// Gives columns with unknown headings the meaning of their position, if the cells agree.
///
/// Address, joining, leaving and duration follow the name; in a report of unique users address and duration.
pub(super) fn settle(headings: &Headings, rows: Rows<'_>) -> Fields {
    let mut fields = headings.fields.clone();
    let Some(name) = name_of(headings) else {
        return fields;
    };
    let detailed = headings.has(Field::JoinedAt)
        || headings.has(Field::LeftAt)
        || if rows.is_empty() {
            fields.len() >= name + platform().order("stays").len()
        } else {
            (2..4).all(|behind| rows.hold(name + behind, is_moment))
        };
    let order = platform().order(if detailed { "stays" } else { "lengths" });
    for (column, meaning) in (name..).zip(order) {
        let is_free = fields.get(column) == Some(&None) && !fields.contains(&Some(meaning.clone()));
        if is_free && (rows.is_empty() || rows.agree(column, meaning)) {
            fields[column] = Some(meaning.clone());
        }
    }
    let behind = name + order.len();
    let in_order = || {
        let mut pairs = fields[name..].iter().zip(order);
        pairs.all(|(field, meaning)| field.as_ref() == Some(meaning))
    };
    if detailed && fields.get(behind) == Some(&None) && in_order() {
        rows.behind(&mut fields, behind);
    }
    fields
}

/// Returns the column of the names: by its heading, or the first column if nothing contradicts that.
fn name_of(headings: &Headings) -> Option<usize> {
    let fields = &headings.fields;
    let known = fields.iter().position(|it| *it == Some(Field::Name));
    let mut order = platform().order("stays").iter();
    let unknown = fields.first() == Some(&None)
        && (fields.get(1) == Some(&Some(Field::Email))
            || order.all(|field| !headings.has(field.clone())));
    known.or(unknown.then_some(0))
}
