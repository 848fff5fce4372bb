//! The block of two-cell rows at the top of a report: title, start and end of the meeting.

use super::super::{RawMeeting, cell, is_moment};
use super::collapsed;
use crate::import::Record;
use crate::import::forms::plain;

const TITLE: &[&str] = &[
    "meeting title",
    "besprechungstitel",
    "titel der besprechung",
    "tytuł spotkania",
    "título de la reunión",
    "título da reunião",
];

const START: &[&str] = &[
    "start time",
    "meeting start time",
    "startzeit",
    "startzeit der besprechung",
    "godzina rozpoczęcia",
    "hora de inicio",
    "hora de início",
];

const END: &[&str] = &[
    "end time",
    "meeting end time",
    "endzeit",
    "endzeit der besprechung",
    "godzina zakończenia",
    "hora de finalización",
    "hora de término",
];

/// Reads the block; in an unknown language the title stands in its row `title`, counted from 0, and the
/// first two times after it are start and end.
pub(super) fn meeting(rows: &[Record], title: usize) -> RawMeeting<'_> {
    let named = |words: &[&str]| {
        rows.iter()
            .position(|row| words.contains(&label(row).as_str()))
    };
    let title = named(TITLE).or_else(|| {
        rows.get(title)
            .filter(|row| !is_known(&label(row)))
            .map(|_| title)
    });
    let moment_after = |first: usize| {
        (first..rows.len())
            .find(|row| is_moment(value(rows, *row)) && !is_known(&label(&rows[*row])))
    };
    let start = named(START).or_else(|| moment_after(title.map_or(0, |title| title + 1)));
    let end = named(END).or_else(|| moment_after(start? + 1));
    let at = |row: Option<usize>| row.map_or("", |row| value(rows, row));
    RawMeeting {
        title: collapsed(at(title)),
        start: at(start),
        end: at(end),
        day: "",
    }
}

/// Whether the block has a row of a meeting's start or end, in words.
pub(super) fn is_known_block(rows: &[Record]) -> bool {
    rows.iter().any(|row| is_known(&label(row)))
}

fn is_known(label: &str) -> bool {
    [TITLE, START, END]
        .iter()
        .any(|words| words.contains(&label))
}

fn label(row: &Record) -> String {
    let label = plain(cell(row, 0));
    match label.strip_suffix("(utc)") {
        Some(label) => label.trim_end().to_owned(),
        None => label,
    }
}

fn value(rows: &[Record], row: usize) -> &str {
    rows.get(row).map_or("", |row| cell(row, 1))
}
