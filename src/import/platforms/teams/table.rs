//! The tables of the reports: the meanings of their columns, and the contents of their rows.

use super::super::table::{self, Fields, distinct, place, said, said_or_nothing};
use super::super::{RawLine, RawStay, Unreadable, cell, is_moment};
use super::{has_moment, platform, unreadable, without_zone};
use crate::catalogue::Wording;
use crate::catalogue::messages::platforms as say;
use crate::formats::fold;
use crate::import::{Field, Record};

/// A heading row with its rows.
#[derive(Debug)]
pub(super) struct Table<'file> {
    pub(super) header: &'file Record,
    pub(super) rows: &'file [Record],
    pub(super) places: table::Table,
    /// Whether its headings say that the times are UTC.
    pub(super) utc: bool,
}

/// What a row says about a person.
#[derive(Debug, Clone)]
pub(super) struct Line<'file> {
    pub(super) number: u64,
    pub(super) stay: RawStay<'file>,
    /// The address they registered with.
    pub(super) registered: &'file str,
}

impl<'file> Table<'file> {
    /// Finds the columns of a table whose first record has to be its heading row.
    ///
    /// `order` is their order in every language; a table in an undescribed language has at least `least` columns.
    pub(super) fn read(
        records: &'file [Record],
        order: &str,
        least: usize,
    ) -> Result<Self, Unreadable> {
        let first = records.first();
        let Some(header) = first.filter(|header| !has_moment(header)) else {
            return Err(unreadable(first, say::HEADINGS_MISSING));
        };
        let rows = &records[1..];
        let headings = || (0..header.filled()).map(|column| without_zone(cell(header, column)));
        let known = distinct(headings().map(|(heading, _)| field_of(heading)));
        let utc = headings().any(|(_, has_zone)| has_zone);
        let Some(fields) = by_position(&known, platform().order(order), rows, least) else {
            let reason = missing(&known).unwrap_or(say::NOT_IN_ORDER);
            return Err(unreadable(Some(header), reason));
        };
        let mut places = table::Table::new(header, fields, &Field::Ignore);
        places.columns.truncate(header.filled());
        Ok(Self {
            header,
            rows,
            places,
            utc,
        })
    }

    /// Returns the contents of the rows.
    pub(super) fn lines(&self) -> Vec<Line<'file>> {
        let line = |row: &'file Record| Line {
            number: row.line(),
            stay: self.places.unchecked(row, 0),
            registered: self.places.said(row, &Field::AccountEmail),
        };
        self.rows.iter().map(line).collect()
    }
}

impl<'file> Line<'file> {
    /// Returns the stay, or that there is no sign of one.
    pub(super) fn raw(&self) -> RawLine<'file> {
        let mut stay = self.stay.clone();
        if stay.email.is_empty() {
            stay.email = self.registered;
        }
        RawLine {
            line: self.number,
            says: said_or_nothing(stay),
        }
    }
}

/// Returns the meaning of a heading; one of the account columns has the kind of name in brackets.
fn field_of(heading: &str) -> Option<Field> {
    if fold::plain(heading).ends_with("(upn)") {
        return Some(Field::AccountName);
    }
    platform().column(heading).cloned()
}

/// Completes the meanings of the words by the order of the columns, if that is certain: `None` if a necessary one stays
/// unknown.
fn by_position(known: &Fields, order: &[Field], rows: &[Record], least: usize) -> Option<Fields> {
    // A word in another position than its own: columns are missing or were moved.
    let is_in_place = |(column, field): (usize, &Option<Field>)| {
        let place = order.iter().position(|it| Some(it) == field.as_ref());
        place.is_none_or(|place| place == column)
    };
    if known.len() >= least && known.iter().enumerate().all(is_in_place) {
        let by_order = order
            .iter()
            .cloned()
            .map(Some)
            .chain(std::iter::repeat(None));
        let filled = known.iter().cloned().zip(by_order);
        let mut fields = distinct(filled.map(|(word, by_order)| word.or(by_order)));
        // Webinars have one more column of addresses, after the others.
        if place(&fields, &Field::AccountEmail).is_none()
            && let Some(column) = (order.len()..fields.len())
                .find(|column| fields[*column].is_none() && holds_addresses(rows, *column))
        {
            fields[column] = Some(Field::AccountEmail);
        }
        if looks_right(&fields, rows) {
            return Some(fields);
        }
    }
    missing(known).is_none().then(|| known.clone())
}

/// Whether the cells look like their columns' values, in at least nine of ten rows.
fn looks_right(fields: &Fields, rows: &[Record]) -> bool {
    let fits = |text: &str, field: &Field| {
        let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
        let has_at = text.contains('@');
        match field {
            Field::Name => !is_moment(text),
            Field::JoinedAt | Field::LeftAt => is_moment(text),
            Field::Duration => has_digit && !has_at,
            Field::Email | Field::AccountEmail => has_at,
            Field::AccountName => has_at || has_digit,
            Field::Role => !has_at && !has_digit,
            _ => true,
        }
    };
    let is_odd = |row: &&Record| {
        fields.iter().enumerate().any(|(column, field)| {
            let text = said(row, column);
            !text.is_empty() && field.as_ref().is_some_and(|field| !fits(text, field))
        })
    };
    let has_times = |field| {
        place(fields, &field).is_some_and(|it| rows.iter().any(|row| is_moment(cell(row, it))))
    };
    rows.iter().filter(is_odd).count() * 10 <= rows.len()
        && (rows.is_empty() || has_times(Field::JoinedAt) && has_times(Field::LeftAt))
}

/// Whether all values in a column are addresses.
fn holds_addresses(rows: &[Record], column: usize) -> bool {
    let cells = rows.iter().map(|row| cell(row, column));
    let mut filled = cells.filter(|text| !text.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|text| text.contains('@'))
}

fn missing(known: &Fields) -> Option<Wording> {
    let has = |field| place(known, &field).is_some();
    match [Field::Name, Field::JoinedAt, Field::LeftAt].map(has) {
        [true, true, true] => None,
        [false, true, true] => Some(say::NAMES_MISSING),
        [true, false, true] => Some(say::JOINING_MISSING),
        [true, true, false] => Some(say::LEAVING_MISSING),
        [false, false, true] => Some(say::NAMES_AND_JOINING_MISSING),
        [false, true, false] => Some(say::NAMES_AND_LEAVING_MISSING),
        [true, false, false] => Some(say::JOINING_AND_LEAVING_MISSING),
        [false, false, false] => Some(say::NOT_IN_ORDER),
    }
}
