//! A table of people and the contents of its rows.

use super::super::table::{self, Fields, place, said_or_nothing};
use super::super::{RawStay, Says, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_length, is_none, is_whole};
use super::words::{platform, said_yes};
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::import::{Field, Record};

/// The columns of a table of people.
#[derive(Debug, Clone)]
pub(super) struct Table<'file> {
    header: &'file Record,
    /// The places of its columns.
    pub(super) places: table::Table,
    /// The first column of the participants: after the meeting's columns in a list of many.
    pub(super) from: usize,
}

impl<'file> Table<'file> {
    pub(super) fn new(header: &'file Record, fields: Fields, from: usize) -> Self {
        let mut places = table::Table::new(header, fields, &Field::Answer);
        places.columns.truncate(header.filled());
        Self {
            header,
            places,
            from,
        }
    }

    /// Whether it says when somebody was there, and not only how long.
    pub(super) fn has_times(&self) -> bool {
        self.places.place(&Field::JoinedAt).is_some()
    }

    /// Returns the first column about the meeting whose heading has this meaning, before those of the participants.
    pub(super) fn about(&self, field: &Field) -> Option<usize> {
        table::about(platform(), self.header, field).filter(|place| *place < self.from)
    }

    /// Whether a row repeats the headings.
    pub(super) fn is_header(&self, record: &Record) -> bool {
        record.cells().eq(self.header.cells())
    }

    /// A cheap test that a row certainly cannot be headings.
    pub(super) fn is_plainly_data(&self, record: &Record) -> bool {
        is_whole(self.places.cell(record, &Field::Duration))
            || is_moment(self.places.cell(record, &Field::JoinedAt))
    }

    /// Returns the contents of a row.
    pub(super) fn says(&self, row: &'file Record, meeting: usize) -> Says<'file> {
        let table = &self.places;
        let said = |field| Some(table.cell(row, &field)).filter(|cell| !is_none(cell));
        let mut stay = RawStay {
            email: said(Field::Email).unwrap_or_default(),
            joined: said(Field::JoinedAt).unwrap_or_default(),
            left: said(Field::LeftAt).unwrap_or_default(),
            duration: said(Field::Duration).unwrap_or_default(),
            ..table.unchecked(row, meeting)
        };
        if let Some(field) = shifted(&stay) {
            return table.wrong(&field, say::SHIFTED);
        }
        match said(Field::Absent).map(said_yes) {
            Some(Some(true)) => return Says::Nothing(say::IN_WAITING_ROOM.into()),
            Some(None) => return table.wrong(&Field::Absent, say::NOT_YES_NO),
            _ => {}
        }
        if table.place(&Field::Present).is_some() {
            // In an unknown language the dashes mean the same.
            let times = [Field::JoinedAt, Field::LeftAt];
            let mut times = times.iter().map(|field| table.cell(row, field));
            let is_absent = match said_yes(table.cell(row, &Field::Present)) {
                None => stay.says_nothing() && times.all(|time| time.starts_with('-')),
                Some(attended) => !attended,
            };
            if is_absent && !stay.says_nothing() {
                return table.wrong(&Field::Present, say::ABSENT_WITH_LENGTH);
            } else if is_absent {
                return Says::Nothing(say::NO_SHOW.into());
            }
        }
        // A yes in this column is the answer to another question, whose heading was lost.
        stay.organisation = said(Field::Organisation)
            .filter(|organisation| said_yes(organisation).is_none())
            .unwrap_or_default();
        let [given, family] = [Field::GivenName, Field::FamilyName].map(said);
        if given.or(family).is_some() {
            let part = |part: Option<&'file str>| part.unwrap_or_default().into();
            stay.parts = Some((part(given), part(family)));
        }
        said_or_nothing(stay)
    }
}

/// Returns the field of a cell that can only belong to another column.
fn shifted(stay: &RawStay<'_>) -> Option<Field> {
    let never_a_time = |cell: &str| is_address(cell) || is_whole(cell);
    let never_a_length =
        |cell: &str| is_address(cell) || is_moment(cell) || said_yes(cell).is_some();
    let (email, length) = (stay.email, stay.duration);
    let found = [
        (!is_address(email) && is_moment(email), Field::Email),
        (never_a_time(stay.joined), Field::JoinedAt),
        (never_a_time(stay.left), Field::LeftAt),
        (
            never_a_length(length) && !is_length(length),
            Field::Duration,
        ),
    ];
    let mut shifted = found.into_iter().filter(|(is_shifted, _)| *is_shifted);
    shifted.next().map(|(_, field)| field)
}

/// Returns what is missing in headings, for the organiser.
pub(super) fn missing(fields: &Fields) -> Option<Wording> {
    let has = |field| place(fields, &field).is_some();
    match (has(Field::JoinedAt), has(Field::LeftAt)) {
        _ if !has(Field::Name) => Some(say::NAMES_UNKNOWN),
        (true, false) => Some(say::LEAVING_UNKNOWN),
        (false, true) => Some(say::JOINING_UNKNOWN),
        (false, false) if !has(Field::Duration) => Some(say::TIMES_AND_DURATIONS_UNKNOWN),
        _ => None,
    }
}

/// Returns which cells below some headings belong to others, for the organiser: a heading was lost.
pub(super) fn misplaced(fields: &Fields, rows: Rows<'_>) -> Option<Wording> {
    let place = |field| place(fields, &field);
    let from = place(Field::Name).unwrap_or(0);
    if place(Field::JoinedAt).is_none() && rows.has_times(from..fields.len()) {
        return Some(say::TIMES_WITHOUT_HEADINGS);
    }
    let never = |field, passes| place(field).is_some_and(|column| rows.never(column, passes));
    // For the waiting room and for answers only the heading is evidence.
    let told_by_heading = place(Field::Absent)
        .or(place(Field::Organisation))
        .is_some();
    if never(Field::JoinedAt, is_moment) {
        Some(say::JOINING_ELSEWHERE)
    } else if never(Field::LeftAt, is_moment) {
        Some(say::LEAVING_ELSEWHERE)
    } else if never(Field::Duration, is_length) {
        Some(say::DURATIONS_ELSEWHERE)
    } else if never(Field::Email, is_address) {
        Some(say::ADDRESSES_ELSEWHERE)
    } else {
        (told_by_heading && rows.are_wider(fields.len())).then_some(say::CELLS_ELSEWHERE)
    }
}

/// Gives columns with unknown headings the meaning of their position, if the cells agree.
///
/// Address, joining, leaving and duration follow the name; in a report of unique users address and duration.
pub(super) fn settle(headings: &Headings, rows: Rows<'_>) -> Fields {
    let mut fields = headings.fields.clone();
    let Some(name) = name_of(headings) else {
        return fields;
    };
    let detailed = headings.has(&Field::JoinedAt)
        || headings.has(&Field::LeftAt)
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
        && (fields.get(1) == Some(&Some(Field::Email)) || order.all(|field| !headings.has(field)));
    known.or(unknown.then_some(0))
}
