//! Hand-made tables and bare lists: where their headings are, if they have any.

use super::forms::{Draft, Quirks, Shape};
use super::heading;
use super::layout::Known;
use super::{Field, Kind, Record};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::identity::normalize_address;

/// Looks for the heading row of a hand-made table: the first record with known words, or, for a list
/// of those present, no heading at all.
pub(super) fn plain_table(records: &[Record], known: Known<'_>) -> Option<Draft> {
    let told = |cell: &str| {
        known
            .map
            .iter()
            .any(|(left, _)| fold::plain(left) == fold::plain(cell))
    };
    // "anwesend" is a heading beside others, and alone the word of a row.
    let may_be_a_cell = |field: &Field| {
        matches!(
            field,
            Field::Present | Field::Absent | Field::Status | Field::Void | Field::Word(_)
        )
    };
    let words = |record: &Record| {
        let cells = record.cells().filter(|cell| !cell.trim().is_empty());
        let (mut count, mut firm) = (0, 0);
        for cell in cells {
            let field = heading::field_of(cell);
            let is_firm = told(cell) || field.as_ref().is_some_and(|field| !may_be_a_cell(field));
            count += usize::from(is_firm || field.is_some());
            firm += usize::from(is_firm);
        }
        if firm > 0 { count } else { 0 }
    };
    let filled = |record: &Record| {
        record
            .cells()
            .filter(|cell| !cell.trim().is_empty() && !is_number(cell))
            .count()
    };
    // The row with the most known words; a lone one is a heading only where no other row has two, or
    // a title over the table would hide the headings below it.
    let best = records
        .iter()
        .take(25)
        .map(words)
        .enumerate()
        .filter(|(_, count)| *count >= 2)
        .min_by_key(|(index, count)| (std::cmp::Reverse(*count), *index))
        .map(|(index, _)| index);
    let header = best
        .or_else(|| {
            records
                .iter()
                .take(25)
                .position(|record| words(record) == 1 && filled(record) == 1)
        })
        .or_else(|| {
            // One known word beside questions is enough over addresses, or for who knows what it is.
            records
                .iter()
                .take(25)
                .position(|record| words(record) == 1 && filled(record) > 1)
                .filter(|header| known.kind.is_some() || has_addresses(&records[header + 1..]))
        });
    let draft = |family, shape, header: usize, fields: Vec<Option<Field>>| Draft {
        family,
        shape,
        kind: known.kind.unwrap_or(Kind::People),
        header,
        headings: None,
        fields,
        quirks: Quirks::default(),
    };
    if let Some(header) = header {
        let width = records[header..]
            .iter()
            .map(Record::width)
            .max()
            .unwrap_or_default();
        return Some(draft("table", Shape::HandMade, header, vec![None; width]));
    }
    let list = known.kind == Some(Kind::Attendance)
        && records
            .iter()
            .all(|record| filled(record) <= MOST_OF_A_LIST)
        && !records.is_empty();
    if !list {
        return None;
    }
    let width = records.iter().map(Record::width).max().unwrap_or(1);
    let fields: Vec<Option<Field>> = (0..width)
        .map(|column| Some(field_of_list(records, column)))
        .collect();
    // Of two names, or a name and something else, only headings say what each is.
    let is_known = [Field::Name, Field::Email, Field::Present]
        .map(Some)
        .iter()
        .all(|field| fields.iter().filter(|it| *it == field).count() <= 1);
    is_known.then(|| {
        Draft {
            // The first row is somebody, and no heading to be shown or remembered.
            headings: Some(
                (1..=width)
                    .map(|number| format!("Column {number}"))
                    .collect(),
            ),
            ..draft("list", Shape::List, 0, fields)
        }
    })
}

/// A name, an address and whether they were there.
const MOST_OF_A_LIST: usize = 3;

/// Returns what most cells of a column of a bare list are; which of both a cell is, is decided cell by cell.
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

/// Whether a cell says that somebody was there, or was not.
fn is_presence(cell: &str) -> bool {
    LEXICON.presence(cell.trim(), false).is_some()
}

/// Whether a cell is the number of a row: `1`, `2.`, `3)`.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim().trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether some column holds e-mail addresses: a table of people, whatever its headings.
fn has_addresses(rows: &[Record]) -> bool {
    let width = rows.iter().map(Record::width).max().unwrap_or_default();
    (0..width).any(|column| {
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
