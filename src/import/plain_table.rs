//! Hand-made tables and bare lists: where their headings are, if they have any.

use super::forms::{self, Draft, Quirks};
use super::heading;
use super::layout::Known;
use super::{Field, Kind, Record};
use crate::identity::normalize_address;

/// Looks for the heading row of a hand-made table: the first record with known words, or, for a list
/// of those present, no heading at all.
pub(super) fn plain_table(records: &[Record], known: Known<'_>) -> Option<Draft> {
    let told = |cell: &str| {
        known
            .map
            .iter()
            .any(|(left, _)| forms::plain(left) == forms::plain(cell))
    };
    let words = |record: &Record| {
        record
            .cells()
            .filter(|cell| !cell.trim().is_empty())
            .filter(|cell| told(cell) || heading::field_of(cell).is_some())
            .count()
    };
    let filled = |record: &Record| {
        record
            .cells()
            .filter(|cell| !cell.trim().is_empty())
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
    let draft = |family, header: usize, fields: Vec<Option<Field>>| Draft {
        family,
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
        return Some(draft("table", header, vec![None; width]));
    }
    let list = known.kind == Some(Kind::Attendance)
        && records.iter().all(|record| filled(record) <= 2)
        && !records.is_empty();
    list.then(|| {
        // Which of both a cell is, is decided cell by cell; the column only says what most are.
        let is_address = |column: usize| {
            let filled = || {
                records
                    .iter()
                    .filter_map(|record| record.get(column))
                    .filter(|cell| !cell.trim().is_empty())
            };
            let addresses = filled()
                .filter(|cell| normalize_address(cell).is_some())
                .count();
            addresses > 0 && addresses * 2 >= filled().count()
        };
        let width = records.iter().map(Record::width).max().unwrap_or(1).min(2);
        let fields = (0..width)
            .map(|column| {
                Some(if is_address(column) {
                    Field::Email
                } else {
                    Field::Name
                })
            })
            .collect();
        Draft {
            // The first row is somebody, and no heading to be shown or remembered.
            headings: Some(
                (1..=width)
                    .map(|number| format!("Column {number}"))
                    .collect(),
            ),
            ..draft("list", 0, fields)
        }
    })
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
