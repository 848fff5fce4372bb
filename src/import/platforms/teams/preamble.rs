//! The block of two-cell rows at the top of a report: title, start and end of the meeting.

use super::super::{RawMeeting, cell, is_moment};
use super::{collapsed, platform, without_zone};
use crate::import::{Field, Record};

/// Reads the block; in an unknown language the title is in the row with index `title`, and the first two times after it
/// are start and end.
pub(super) fn meeting(rows: &[Record], title: usize) -> RawMeeting<'_> {
    let named = |field| rows.iter().position(|row| label(row) == Some(&field));
    let is_unknown = |row: &usize| rows.get(*row).is_some_and(|row| label(row).is_none());
    let title = named(Field::Event).or(Some(title).filter(is_unknown));
    let moment_after = |first: usize| {
        (first..rows.len()).find(|row| is_moment(value(rows, *row)) && is_unknown(row))
    };
    let start = named(Field::Start).or_else(|| moment_after(title.map_or(0, |title| title + 1)));
    let end = named(Field::End).or_else(|| moment_after(start? + 1));
    let at = |row: Option<usize>| row.map_or("", |row| value(rows, row));
    RawMeeting::new(collapsed(at(title)), at(start), at(end))
}

/// Whether the block has a row for a meeting's start or end, by its words.
pub(super) fn is_known_block(rows: &[Record]) -> bool {
    rows.iter().any(|row| label(row).is_some())
}

/// Returns what a row says about the meeting.
fn label(row: &Record) -> Option<&'static Field> {
    let (label, _) = without_zone(cell(row, 0));
    platform().about(label)
}

fn value(rows: &[Record], row: usize) -> &str {
    rows.get(row).map_or("", |row| cell(row, 1))
}
