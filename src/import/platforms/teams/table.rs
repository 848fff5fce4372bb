//! The tables of the reports: the meanings of their columns, and the contents of their rows.

use std::borrow::Cow;

use super::super::table::{Fields, distinct, shown};
use super::super::{RawStay, Says, cell, is_moment};
use super::{filled, has_moment, platform, unpadded, unreadable, without_zone};
use crate::catalogue::Wording;
use crate::catalogue::messages::{platforms as say, rows};
use crate::formats::fold;
use crate::import::layout::Column;
use crate::import::platforms::Unreadable;
use crate::import::{Field, Record};

/// A heading row with its rows.
#[derive(Debug)]
pub(super) struct Table<'file> {
    pub(super) header: &'file Record,
    pub(super) rows: &'file [Record],
    fields: Fields,
    /// Whether its headings say that the times are UTC.
    pub(super) utc: bool,
}

/// What a row says about a person, with cells as written.
#[derive(Debug, Clone)]
pub(super) struct Line<'file> {
    pub(super) number: u64,
    pub(super) name: &'file str,
    pub(super) email: &'file str,
    pub(super) registered: &'file str,
    pub(super) joined: &'file str,
    pub(super) left: &'file str,
    pub(super) duration: &'file str,
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
        let no_headings = |header| Err(unreadable(header, say::HEADINGS_MISSING));
        let Some((header, rows)) = records.split_first() else {
            return no_headings(None);
        };
        if has_moment(header) {
            return no_headings(Some(header));
        }
        let headings = || (0..filled(header)).map(|column| without_zone(cell(header, column)));
        let known = distinct(headings().map(|(heading, _)| field_of(heading)));
        let utc = headings().any(|(_, has_zone)| has_zone);
        let fields =
            by_position(&known, platform().order(order), rows, least).ok_or_else(|| {
                unreadable(Some(header), missing(&known).unwrap_or(say::NOT_IN_ORDER))
            })?;
        Ok(Self {
            header,
            rows,
            fields,
            utc,
        })
    }

    pub(super) fn has(&self, field: &Field) -> bool {
        self.place(field).is_some()
    }

    fn place(&self, field: &Field) -> Option<usize> {
        let mut fields = self.fields.iter();
        fields.position(|found| found.as_ref() == Some(field))
    }

    /// Returns the contents of the rows, one by one.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'file>> {
        self.rows.iter().map(|row| self.line(row))
    }

    fn line(&self, row: &'file Record) -> Line<'file> {
        let text = |field| self.place(&field).map_or("", |column| cell(row, column));
        let said = |field| {
            Some(text(field))
                .filter(|text| !is_dash(text))
                .unwrap_or("")
        };
        Line {
            number: row.line(),
            name: text(Field::Name),
            email: said(Field::Email),
            registered: said(Field::AccountEmail),
            joined: said(Field::JoinedAt),
            left: said(Field::LeftAt),
            duration: said(Field::Duration),
        }
    }

    /// Returns the headings with their meanings.
    pub(super) fn columns(&self) -> Vec<Column> {
        shown(&unpadded(self.header), &self.fields, &Field::Ignore)
    }
}

impl<'file> Line<'file> {
    /// Whether it says when or how long somebody was there.
    pub(super) fn is_stay(&self) -> bool {
        !(self.joined.is_empty() && self.left.is_empty() && self.duration.is_empty())
    }

    /// Returns the stay, or that there is no sign of one.
    pub(super) fn says(&self) -> Says<'file> {
        if !self.is_stay() {
            return Says::Wrong(None, rows::NOTHING_SAID.into());
        }
        let email = if self.email.is_empty() {
            self.registered
        } else {
            self.email
        };
        Says::Stay(Box::new(RawStay {
            name: Cow::Borrowed(self.name),
            email,
            joined: self.joined,
            left: self.left,
            duration: self.duration,
            ..RawStay::default()
        }))
    }
}

/// Whether a cell means "none".
fn is_dash(cell: &str) -> bool {
    matches!(cell, "-" | "--" | "–" | "—")
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
    let in_order = known.iter().enumerate().all(|(column, field)| {
        let place = order.iter().position(|it| Some(it) == field.as_ref());
        place.is_none_or(|place| place == column)
    });
    if in_order && known.len() >= least {
        let mut fields = known.clone();
        for (slot, field) in fields.iter_mut().zip(order) {
            slot.get_or_insert_with(|| field.clone());
        }
        let mut fields = distinct(fields.into_iter());
        // Webinars have one more column of addresses, after the others.
        if !fields.contains(&Some(Field::AccountEmail))
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
    let fits = |row: &Record| {
        fields.iter().enumerate().all(|(column, field)| {
            let text = cell(row, column);
            let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
            let has_at = text.contains('@');
            text.is_empty()
                || is_dash(text)
                || match field {
                    Some(Field::Name) => !is_moment(text),
                    Some(Field::JoinedAt | Field::LeftAt) => is_moment(text),
                    Some(Field::Duration) => has_digit && !has_at,
                    Some(Field::Email | Field::AccountEmail) => has_at,
                    Some(Field::AccountName) => has_at || has_digit,
                    Some(Field::Role) => !has_at && !has_digit,
                    _ => true,
                }
        })
    };
    let is_filled = |field| {
        let place = fields
            .iter()
            .position(|found| found.as_ref() == Some(&field));
        place.is_some_and(|column| rows.iter().any(|row| is_moment(cell(row, column))))
    };
    let odd = rows.iter().filter(|row| !fits(row)).count();
    odd * 10 <= rows.len()
        && (rows.is_empty() || is_filled(Field::JoinedAt) && is_filled(Field::LeftAt))
}

/// Whether all values in a column are addresses.
fn holds_addresses(rows: &[Record], column: usize) -> bool {
    let mut cells = rows
        .iter()
        .map(|row| cell(row, column))
        .filter(|text| !text.is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(|text| text.contains('@'))
}

fn missing(known: &Fields) -> Option<Wording> {
    let has = |field| known.contains(&Some(field));
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
