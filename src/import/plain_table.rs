//! Hand-made tables and bare lists: finds their headings, if they have any.

use super::forms::{Draft, Quirks, Shape};
use super::heading;
use super::layout::Known;
use super::{Field, Kind, Record};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::identity::normalize_address;

/// How many of the first records may be the headings.
const FIRST: usize = 25;

/// Finds the heading row of a hand-made table: the first record with known words, or, for a list of attendees, no
/// heading at all.
pub(super) fn plain_table(records: &[Record], known: Known<'_>) -> Option<Draft> {
    let kind = known.kind.unwrap_or(Kind::People);
    if let Some(header) = header(records, known) {
        return Some(Draft {
            family: "table",
            kind,
            header,
            headings: None,
            fields: vec![None; width(&records[header..])],
            shape: Shape::HandMade,
            quirks: Quirks::default(),
        });
    }
    let may_be_list = kind == Kind::Attendance && !records.is_empty();
    if !may_be_list || records.iter().any(|record| filled(record) > MOST_OF_A_LIST) {
        return None;
    }
    let width = width(records).max(1);
    let fields: Vec<Option<Field>> = (0..width)
        .map(|column| Some(field_of_list(records, column)))
        .collect();
    // With two names, or a name and something else, only headings say what each is.
    let is_known = [Field::Name, Field::Email, Field::Present]
        .map(Some)
        .iter()
        .all(|field| fields.iter().filter(|it| *it == field).count() <= 1);
    is_known.then(|| Draft {
        family: "list",
        kind,
        header: 0,
        // The first row is a person, not headings to be shown or remembered.
        headings: Some((0..width).map(heading::unnamed).collect()),
        fields,
        shape: Shape::List,
        quirks: Quirks::default(),
    })
}

/// Returns the row with the most known words. A row with a single one is only the heading if no other row has two;
/// otherwise a title over the table would hide the headings below it.
fn header(records: &[Record], known: Known<'_>) -> Option<usize> {
    let first = records.iter().take(FIRST);
    let counts: Vec<usize> = first.map(|record| known_words(record, known)).collect();
    let best = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count >= 2)
        .min_by_key(|(index, count)| (std::cmp::Reverse(**count), *index));
    let lone = |beside: fn(usize) -> bool| {
        let rows = counts.iter().zip(records);
        let mut rows = rows.map(|(count, record)| *count == 1 && beside(filled(record)));
        rows.position(|fits| fits)
    };
    best.map(|(index, _)| index)
        .or_else(|| lone(|filled| filled == 1))
        .or_else(|| {
            // One known word next to questions is enough if there are addresses below, or if the kind is known.
            let is_enough =
                |header: &usize| known.kind.is_some() || has_addresses(&records[header + 1..]);
            lone(|filled| filled > 1).filter(is_enough)
        })
}

/// Counts the cells of a record that are known headings; 0 if each may be a word in a row.
fn known_words(record: &Record, known: Known<'_>) -> usize {
    let told = |cell: &str| {
        let mut map = known.map.iter();
        map.any(|(left, _)| fold::plain(left) == fold::plain(cell))
    };
    // "anwesend" is a heading next to others, but alone it is a word in a row.
    let may_be_a_cell = |field: &Field| {
        matches!(
            field,
            Field::Present | Field::Absent | Field::Status | Field::Void | Field::Word(_)
        )
    };
    let (mut count, mut firm) = (0, 0);
    // A poll has the sessions over its answers, and an empty cell over the names.
    let is_poll = record.get(0).is_some_and(|cell| cell.trim().is_empty());
    for cell in record.cells().filter(|cell| !cell.trim().is_empty()) {
        let field = heading::field_of(cell);
        let is_option = is_poll && known.choices.one(cell).is_some();
        let is_named = field.as_ref().is_some_and(|field| !may_be_a_cell(field));
        let is_firm = told(cell) || is_option || is_named;
        count += usize::from(is_firm || field.is_some());
        firm += usize::from(is_firm);
    }
    if firm > 0 { count } else { 0 }
}

fn filled(record: &Record) -> usize {
    let cells = record.cells();
    cells
        .filter(|cell| !cell.trim().is_empty() && !is_number(cell))
        .count()
}

fn width(records: &[Record]) -> usize {
    records.iter().map(Record::width).max().unwrap_or_default()
}

/// A name, an address and the attendance.
const MOST_OF_A_LIST: usize = 3;

/// Returns the meaning of most cells in a column of a bare list; name or address is decided for each cell.
fn field_of_list(records: &[Record], column: usize) -> Field {
    let filled = || {
        records
            .iter()
            .filter_map(|record| record.get(column))
            .filter(|cell| !cell.trim().is_empty())
    };
    let addresses = filled()
        .filter(|cell| normalize_address(cell).is_some())
        .count();
    if addresses > 0 && addresses * 2 >= filled().count() {
        Field::Email
    } else if filled().all(is_number) {
        Field::Ignore
    } else if filled().all(is_presence) {
        Field::Present
    } else {
        Field::Name
    }
}

/// Whether a cell says that somebody was, or was not, there.
fn is_presence(cell: &str) -> bool {
    LEXICON.presence(cell.trim(), false).is_some()
}

/// Whether a cell is the number of a row: `1`, `2.`, `3)`.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim().trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether any column contains e-mail addresses: then it is a table of people, whatever its headings.
fn has_addresses(rows: &[Record]) -> bool {
    (0..width(rows)).any(|column| {
        let filled = || {
            rows.iter()
                .filter_map(|row| row.get(column))
                .filter(|cell| !cell.trim().is_empty())
        };
        let addresses = filled()
            .filter(|cell| cell.contains('@') && normalize_address(cell).is_some())
            .count();
        addresses > 0 && addresses * 2 >= filled().count()
    })
}
