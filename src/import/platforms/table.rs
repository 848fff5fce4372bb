//! A table of stays, one per row: finds its columns, and checks whether a row matches them.
//!
//! The columns are found by their words, else by the order in the platform's description, if the cells agree.
//!
//! A row that lost a cell shifts everything after it one column to the left. So a cell is only accepted if it has the
//! shape of its column; a row that does not fit is an error, and never somebody else's stay.

use std::borrow::Cow;

use super::{RawStay, Says, Unreadable, cell, columns, is_moment};
use crate::catalogue::messages::{platforms as say, rows};
use crate::catalogue::{Message, Wording};
use crate::formats::platform::Platform;
use crate::identity::is_not_a_person;
use crate::import::heading;
use crate::import::layout::Column;
use crate::import::values::{dates, durations};
use crate::import::{Field, Record};

/// The meaning of each column of a table; `None` if it is unknown.
pub(super) type Fields = Vec<Option<Field>>;

/// Returns the column with a meaning.
pub(super) fn place(fields: &[Option<Field>], field: &Field) -> Option<usize> {
    fields.iter().position(|it| it.as_ref() == Some(field))
}

/// Returns the first column of a row whose heading says this about the meeting.
pub(super) fn about(platform: &Platform, record: &Record, field: &Field) -> Option<usize> {
    let mut cells = record.cells();
    cells.position(|heading| platform.about(heading) == Some(field))
}

/// Determines the meanings of a table's columns: by their words, else by their order, if the cells agree. `None` if it
/// is not a table of the platform.
///
/// If only some words are known, the order decides about the rest.
pub(super) fn fields(
    platform: &'static Platform,
    header: &Record,
    rows: &[Record],
) -> Option<Result<Fields, Unreadable>> {
    let words = by_words(platform, header);
    if !platform.proof && has_lengths_of_unknown_unit(&words, header, rows) {
        return None;
    }
    let whole = platform.orders().any(|order| begins_with(order, &words));
    let is_own = whole || has_own_words(platform, header, &words);
    let order = by_order(platform, header, rows).filter(|order| {
        if is_own {
            stand_among(&words, order) || (platform.proof && !hold(platform, &words, rows))
        } else {
            platform.proof || !header.cells().any(is_of_a_list)
        }
    });
    match (order, missing(&words)) {
        (Some(order), _) => Some(Ok(order)),
        _ if !is_own => None,
        (None, Some(reason)) if !whole => Some(Err(unreadable(platform, Some(header), reason))),
        _ => Some(Ok(words)),
    }
}

/// Whether every known column of a stay is the same in an order: partly known words do not contradict an order that
/// knows the rest.
fn stand_among(words: &Fields, order: &Fields) -> bool {
    let of_stays = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.as_ref().is_some_and(|field| OF_STAYS.contains(field)));
    let mut others = of_stays.map(|(column, word)| order.get(column) == Some(word));
    others.all(|is_same| is_same)
}

/// Returns what is missing to know who was there and when; `None` if nothing is.
pub(super) fn missing(fields: &Fields) -> Option<Wording> {
    let has = |field| place(fields, &field).is_some();
    let named = has(Field::Name) || (has(Field::GivenName) && has(Field::FamilyName));
    if !named {
        Some(say::NAMES_MISSING)
    } else if !has(Field::JoinedAt) {
        Some(say::JOINING_MISSING)
    } else if !has(Field::LeftAt) && !has(Field::Duration) {
        Some(say::LEAVING_AND_LENGTHS_MISSING)
    } else {
        None
    }
}

/// Whether the only times of a table are bare numbers below a heading without a unit: they may be minutes, hours or
/// seconds, and the platform writes a unit.
fn has_lengths_of_unknown_unit(words: &Fields, header: &Record, rows: &[Record]) -> bool {
    let column = place(words, &Field::Duration);
    let Some(column) = column.filter(|_| place(words, &Field::JoinedAt).is_none()) else {
        return false;
    };
    let cells = || {
        rows.iter()
            .map(|row| cell(row, column))
            .filter(|it| !it.is_empty())
    };
    let bare = cells().filter(|it| durations::is_bare(it)).count();
    crate::formats::heading::unit(cell(header, column)).is_none()
        && bare > 0
        && bare * 2 >= cells().count()
}

/// Returns why a file of a platform cannot be read; `record` is its headings.
pub(super) fn unreadable(
    platform: &'static Platform,
    record: Option<&Record>,
    reason: impl Into<Message>,
) -> Unreadable {
    Unreadable {
        platform: &platform.name,
        line: record.map(Record::line),
        reason: reason.into(),
    }
}

/// Returns the meanings of the headings' words; of two columns with the same meaning only the first keeps it.
pub(super) fn by_words(platform: &'static Platform, header: &Record) -> Fields {
    let known = header
        .cells()
        .map(|heading| platform.column(heading).cloned());
    distinct(known)
}

/// Keeps only the first of two columns with the same meaning; many may be ignored.
pub(super) fn distinct(fields: impl Iterator<Item = Option<Field>>) -> Fields {
    let mut found: Fields = Vec::new();
    for field in fields {
        let is_new = field == Some(Field::Ignore) || !found.contains(&field);
        found.push(field.filter(|_| is_new));
    }
    found
}

/// Whether the headings begin with a complete order, by their words. An order without times has to be all of the
/// headings.
fn begins_with(order: &[Field], words: &Fields) -> bool {
    let in_place = order
        .iter()
        .zip(words)
        .all(|(field, word)| Some(field) == word.as_ref());
    let is_alone = words.len() == order.len();
    words.len() >= order.len() && in_place && (is_alone || has_times(order))
}

/// Whether the headings do not belong to another platform. Only begin and end of meetings make a programme.
fn has_own_words(platform: &'static Platform, header: &Record, words: &Fields) -> bool {
    let has = |field| words.contains(&Some(field));
    let is_programme = has(Field::Start) && !has(Field::JoinedAt) && !has(Field::Duration);
    let own = header.cells().filter(|heading| platform.owns(heading));
    platform.enough > 0 && own.count() >= platform.enough && !is_programme
}

/// Whether a heading belongs to a hand-made list, or to our own.
pub(super) fn is_of_a_list(heading: &str) -> bool {
    matches!(
        heading::field_of(heading),
        Some(Field::JoinedAt | Field::LeftAt | Field::Start | Field::End)
    )
}

fn has_times(order: &[Field]) -> bool {
    order.contains(&Field::JoinedAt)
}

/// Returns the order that the columns of nearly all rows follow.
fn by_order(platform: &Platform, header: &Record, rows: &[Record]) -> Option<Fields> {
    let is_time =
        |field: &Field| matches!(field, Field::JoinedAt | Field::LeftAt | Field::Duration);
    let headings = header.filled();
    let mut orders = platform.orders().filter(|order| {
        let needed = order.iter().rposition(is_time).map_or(0, |last| last + 1);
        let is_wide = if platform.proof {
            headings >= needed
        } else {
            headings == order.len()
        };
        is_wide && has_times(order)
    });
    let order = orders.find(|order| stand_in(platform, order, rows))?;
    Some(order.iter().cloned().map(Some).collect())
}

/// Whether most rows have the shape of an order. Without proof at least one row needs an address; with proof, a row of
/// only a name does not contradict it.
fn stand_in(platform: &Platform, order: &[Field], rows: &[Record]) -> bool {
    let fits = |row: &&Record| {
        let mut cells = order.iter().enumerate();
        cells.all(|(column, field)| fits(platform, field, cell(row, column)))
    };
    let is_name = |row: &&Record| {
        order.first() == Some(&Field::Name)
            && (1..order.len()).all(|column| cell(row, column).is_empty())
    };
    let fitting = rows.iter().filter(fits).count();
    if platform.proof {
        return fitting * 2 > rows.len() - rows.iter().filter(is_name).count();
    }
    let addresses = order.iter().position(|field| *field == Field::Email);
    let is_addressed = |row: &Record| addresses.is_some_and(|it| cell(row, it).contains('@'));
    fitting * 2 > rows.len() && rows.iter().any(is_addressed)
}

/// Whether the words say who was there and when, and the cells agree.
fn hold(platform: &Platform, words: &Fields, rows: &[Record]) -> bool {
    let known = words.iter().cloned().map(|it| it.unwrap_or(Field::Ignore));
    let known: Vec<Field> = known.collect();
    missing(words).is_none() && stand_in(platform, &known, rows)
}

/// Whether a cell has the shape of its column. Without proof names are required, and lengths need a unit.
fn fits(platform: &Platform, field: &Field, cell: &str) -> bool {
    let proof = platform.proof;
    let text = if is_dash(cell) { "" } else { cell };
    match field {
        Field::Name | Field::GivenName => proof || !text.is_empty(),
        Field::Email => text.is_empty() || text.contains('@'),
        Field::Start | Field::End | Field::JoinedAt => is_moment(text),
        Field::LeftAt => is_moment(text) || (proof && !cell.is_empty() && text.is_empty()),
        Field::Duration => {
            let has_unit = !text.bytes().all(|byte| byte.is_ascii_digit());
            (proof || has_unit) && durations::seconds(text).is_some()
        }
        Field::Moderators => platform.is_mark("flag", text),
        _ => true,
    }
}

/// The fields of a stay.
const OF_STAYS: [Field; 9] = [
    Field::Name,
    Field::GivenName,
    Field::FamilyName,
    Field::Email,
    Field::AccountEmail,
    Field::Organisation,
    Field::JoinedAt,
    Field::LeftAt,
    Field::Duration,
];

/// Given and family name.
type Parts<'file> = (Cow<'file, str>, Cow<'file, str>);

/// A table whose columns are known.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) fields: Fields,
    /// The headings with their meanings, to show them to the organiser.
    pub(super) columns: Vec<Column>,
}

impl Table {
    /// Makes a table; columns that are not known are shown with the meaning `unknown`.
    pub(super) fn new(header: &Record, fields: Fields, unknown: &Field) -> Self {
        let columns = columns(header, |column| match fields.get(column) {
            Some(Some(Field::Present | Field::Absent | Field::Status)) => Field::Status,
            Some(Some(field)) if OF_STAYS.contains(field) => field.clone(),
            Some(Some(_)) => Field::Ignore,
            _ => unknown.clone(),
        });
        Self { fields, columns }
    }

    /// Returns the column with a meaning.
    pub(super) fn place(&self, field: &Field) -> Option<usize> {
        place(&self.fields, field)
    }

    /// Returns the heading of the column with a meaning.
    pub(super) fn heading(&self, field: &Field) -> Option<String> {
        let column = self.columns.get(self.place(field)?)?;
        Some(column.heading.clone())
    }

    /// Returns the text of a row's cell; empty if the table has no such column.
    pub(super) fn cell<'file>(&self, row: &'file Record, field: &Field) -> &'file str {
        self.place(field).map_or("", |place| cell(row, place))
    }

    /// Does so, and returns nothing for dashes that mean none.
    pub(super) fn said<'file>(&self, row: &'file Record, field: &Field) -> &'file str {
        self.place(field).map_or("", |place| said(row, place))
    }

    /// Returns that a row cannot be read because of a cell.
    pub(super) fn wrong<'file>(&self, field: &Field, reason: Wording) -> Says<'file> {
        Says::Wrong(self.heading(field), reason.into())
    }

    /// Returns what the cells of a row say, unchecked; `meeting` is the number of its meeting.
    pub(super) fn unchecked<'file>(&self, row: &'file Record, meeting: usize) -> RawStay<'file> {
        RawStay {
            meeting,
            name: self.cell(row, &Field::Name).into(),
            email: self.said(row, &Field::Email),
            organisation: self.said(row, &Field::Organisation),
            joined: self.said(row, &Field::JoinedAt),
            left: self.said(row, &Field::LeftAt),
            duration: self.said(row, &Field::Duration),
            ..RawStay::default()
        }
    }

    /// Reads the stay of a row, or says why it is not one.
    pub(super) fn stay<'file>(&self, row: &'file Record, meeting: usize) -> Says<'file> {
        let has = |field| self.place(&field).is_some();
        let said = |field| !self.said(row, &field).is_empty();
        let one_time = has(Field::JoinedAt)
            && has(Field::LeftAt)
            && said(Field::JoinedAt) != said(Field::LeftAt);
        let wrong = if row.filled() > self.columns.len() {
            say::MORE_CELLS
        } else if one_time && row.width() != self.columns.len() {
            say::FEWER_CELLS
        } else {
            return self.stay_in_place(row, meeting);
        };
        Says::Wrong(None, wrong.into())
    }

    /// Does so if the number of headings differs from that of the columns.
    pub(super) fn stay_in_place<'file>(&self, row: &'file Record, meeting: usize) -> Says<'file> {
        let mut stay = self.unchecked(row, meeting);
        (stay.name, stay.parts) = self.name_of(row);
        for (field, time) in [(Field::JoinedAt, stay.joined), (Field::LeftAt, stay.left)] {
            if !time.is_empty() && !is_moment(time) {
                return self.wrong(&field, say::NOT_A_TIME);
            }
        }
        if !stay.duration.is_empty() && durations::seconds(stay.duration).is_none() {
            // A unit in an unknown language is not needed if both times are known.
            let unknown_unit = stay.duration.contains(|sign: char| sign.is_ascii_digit())
                && !is_moment(stay.duration);
            if !unknown_unit || stay.joined.is_empty() || stay.left.is_empty() {
                return self.wrong(&Field::Duration, rows::NOT_A_LENGTH);
            }
            stay.duration = "";
        }
        if !stay.email.is_empty() && !stay.email.contains('@') {
            let moved = is_moment(stay.email)
                || durations::seconds(stay.email).is_some()
                || row.width() != self.columns.len();
            if moved {
                return self.wrong(&Field::Email, say::NOT_AN_ADDRESS);
            }
        }
        said_or_nothing(stay)
    }

    /// Returns the displayed name, else given and family name; and these two, if they are a person's.
    fn name_of<'file>(&self, row: &'file Record) -> (Cow<'file, str>, Option<Parts<'file>>) {
        let given = self.said(row, &Field::GivenName);
        let family = self.said(row, &Field::FamilyName);
        let displayed = self.said(row, &Field::Name);
        let name = if !displayed.is_empty() {
            Cow::Borrowed(displayed)
        } else if given.is_empty() || family.is_empty() {
            Cow::Borrowed(if given.is_empty() { family } else { given })
        } else {
            Cow::Owned(format!("{given} {family}"))
        };
        // Platforms also split the name of a caller or a device into "given" and "family" name.
        let worded = |part: &str| part.contains(char::is_alphabetic);
        let parts = worded(given) && worded(family) && is_not_a_person(&name).is_none();
        (name, parts.then(|| (given.into(), family.into())))
    }
}

/// Returns a stay, or that there is no sign of one.
pub(super) fn said_or_nothing(stay: RawStay<'_>) -> Says<'_> {
    if stay.says_nothing() {
        return Says::Wrong(None, rows::NOTHING_SAID.into());
    }
    Says::Stay(Box::new(stay))
}

/// Whether a cell contains a date, with or without a time.
pub(super) fn has_date(text: &str) -> bool {
    match dates::parse(text, None) {
        Ok(moment) => moment.date.is_some(),
        Err(problem) => matches!(
            problem,
            dates::DateProblem::Ambiguous { .. } | dates::DateProblem::AgainstOrder { .. }
        ),
    }
}

/// Returns the text of a cell; empty for dashes that mean none.
pub(super) fn said(record: &Record, column: usize) -> &str {
    let text = cell(record, column);
    if is_dash(text) { "" } else { text }
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|sign| matches!(sign, '-' | '–' | '—'))
}

#[cfg(test)]
#[path = "table_tests.rs"]
pub(super) mod tests;
