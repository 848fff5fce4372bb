//! Logs of meeting platforms: one reader for those whose report is a table of stays, described in `formats/platforms`,
//! and one file each for the others. What they are called, by which words, is data for all of them.
//!
//! A reader is given the records of a file (rows of nothing but delimiters left out) and says what its
//! platform wrote there, line by line: whose stay a line is, or why it is none. It does not read dates,
//! does not decide who is meant and knows neither event nor session: `log.rs` reads the dates of all
//! platforms by one rule, and `intake` does the rest. The head of a file is read in the same way as the
//! whole, so a reader takes a file that ends anywhere.
//!
//! Shape and position come first, words second: both Zoom and Teams translate their headings and keep
//! their order. A layout is read only when it is sure; a heading row that is nearly one is an error that
//! says what is missing, never another reading.
//!
//! A log is held as a whole: its events have to be paired and its sections compared, and the largest
//! meetings write some hundred thousand lines.

mod bigbluebutton;
mod described;
mod goto;
mod table;
mod teams;
mod zoom;

use std::borrow::Cow;

use super::layout::Column;
use super::values::dates::DateOrder;
use super::{Field, ImportError, Record};
use crate::catalogue::Message;
use crate::formats::platform;
use crate::message;

/// What a platform wrote, cells as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawLog<'file> {
    /// The family's name: `zoom-meeting`, `teams-report`.
    pub(in crate::import) family: &'static str,
    /// The meetings it is about; one, but for a list of many.
    pub(in crate::import) meetings: Vec<RawMeeting<'file>>,
    /// The columns of the table that its stays come from.
    pub(in crate::import) columns: Vec<Column>,
    /// Whether its times are UTC; else they are of the event's zone, or of `--timezone`.
    pub(in crate::import) utc: bool,
    /// The order of its dates, where the platform always writes the same; else the dates themselves tell.
    pub(in crate::import) order: Option<DateOrder>,
    /// Every row about somebody, in the order of the file: the outcome counts these, and no others.
    pub(in crate::import) lines: Vec<RawLine<'file>>,
    /// What the organiser should know, in whole sentences without a full stop.
    pub(in crate::import) notes: Vec<Message>,
}

/// A meeting, as the top of a log describes it; empty where it does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawMeeting<'file> {
    /// Its title.
    pub(in crate::import) title: Cow<'file, str>,
    /// When it began.
    pub(in crate::import) start: &'file str,
    /// When it ended.
    pub(in crate::import) end: &'file str,
    /// The day of times that name none.
    pub(in crate::import) day: &'file str,
}

/// A row about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RawLine<'file> {
    /// The line of the file it starts in.
    pub(in crate::import) line: u64,
    /// What it says.
    pub(in crate::import) says: Says<'file>,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Says<'file> {
    /// Somebody was there.
    Stay(Box<RawStay<'file>>),
    /// More of the stay that an earlier row began, as the leaving in a list of events: the line of that
    /// row. It shares that row's fate.
    PartOf(u64),
    /// Nobody's stay, and why: a few words for a note, as in "skipped, in the waiting room: line 7".
    Nothing(Message),
    /// It cannot be read: the heading of the column, and why, without anybody's name.
    Wrong(Option<String>, Message),
}

/// A stay, in the words of the log. What is not said is empty; `--` and `-` for "none" stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawStay<'file> {
    /// Which of the meetings.
    pub(in crate::import) meeting: usize,
    /// The name as displayed, marks and brackets included; empty for viewers without one.
    pub(in crate::import) name: Cow<'file, str>,
    /// Given and family name, where the log has columns of their own for them.
    pub(in crate::import) parts: Option<(Cow<'file, str>, Cow<'file, str>)>,
    /// The address.
    pub(in crate::import) email: &'file str,
    /// The organisation, where the log asks for it.
    pub(in crate::import) organisation: &'file str,
    /// When they came.
    pub(in crate::import) joined: &'file str,
    /// When they left.
    pub(in crate::import) left: &'file str,
    /// How long, as written: counted where a time is missing.
    pub(in crate::import) duration: &'file str,
    /// They had come before the log began: `joined` is when somebody looked, not when they came.
    pub(in crate::import) joined_before: bool,
}

/// Why a file that looks like a platform's log cannot be read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Unreadable {
    /// Whose log it looks like: `Zoom`.
    pub(in crate::import) platform: &'static str,
    /// The line of the heading row, where there is one.
    pub(in crate::import) line: Option<u64>,
    /// What is missing or not understood: `the column of the times of leaving is missing`.
    pub(in crate::import) reason: Message,
}

impl Unreadable {
    /// Returns the error of a file.
    pub(in crate::import) fn of(self, file: String) -> ImportError {
        ImportError::LogUnreadable {
            file,
            platform: self.platform,
            line: self.line,
            reason: self.reason,
        }
    }
}

/// Reads the records of a file; `None` when they are of another kind.
type Reader = for<'file> fn(&'file [Record]) -> Option<Result<RawLog<'file>, Unreadable>>;

/// Every platform, the more particular shapes first.
const ALL: &[Reader] = &[
    teams::read,
    bigbluebutton::read,
    described::read,
    goto::read,
    zoom::read,
];

/// Returns what the first platform that knows the file reads in it; `None` when it is no log.
pub(in crate::import) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    ALL.iter().find_map(|read| read(records))
}

/// Returns what a log was recognised as, and by which headings.
pub(in crate::import) fn recognised(raw: &RawLog<'_>) -> Message {
    const NAMED: usize = 4;
    let mut headings: Vec<String> = raw
        .columns
        .iter()
        .filter(|column| !matches!(column.field, Field::Ignore | Field::Answer))
        .take(NAMED)
        .map(|column| format!("`{}`", column.heading))
        .collect();
    if headings.len() < raw.columns.len() {
        headings.push("…".to_owned());
    }
    message!(platforms::recognised {
        report: platform::report_in_words(raw.family),
        headings
    })
}

/// Gives the columns of a table their headings and meanings, for the organiser to see.
fn columns(header: &Record, field_of: impl Fn(usize) -> Field) -> Vec<Column> {
    let cells: Vec<String> = header
        .cells()
        .map(|cell| cell.trim_start_matches('\u{feff}').to_owned())
        .collect();
    super::heading::distinct(&cells)
        .into_iter()
        .enumerate()
        .map(|(index, heading)| Column {
            heading,
            field: field_of(index),
        })
        .collect()
}

/// Returns a cell without the blanks and formula signs around it; empty beyond the end of the row.
fn cell(record: &Record, column: usize) -> &str {
    super::values::words::unexcel(record.get(column).unwrap_or_default()).trim()
}

/// Whether a cell holds a date, a time of day or both, in any order and language.
fn is_moment(cell: &str) -> bool {
    super::values::dates::is_moment(cell)
}

#[cfg(test)]
mod google_meet_tests;
#[cfg(test)]
mod webex_tests;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ReadOptions, Sheet, Source};

    /// Returns the records of a fixture, as the readers get them.
    /// Returns what is said, in English.
    pub(super) fn in_english(said: &[Message]) -> Vec<String> {
        said.iter().map(Message::in_english).collect()
    }

    pub(super) fn records_of(path: &str) -> Vec<Record> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(path);
        records_in(&std::fs::read(path).unwrap())
    }

    /// Returns the records of a file's bytes, as the readers get them.
    pub(super) fn records_in(bytes: &[u8]) -> Vec<Record> {
        let source = Source::from_reader("log.csv", bytes).unwrap();
        let sheet = Sheet::open(&source, &ReadOptions::default()).unwrap();
        let records: Result<Vec<Record>, _> = sheet.records().unwrap().collect();
        let mut records = records.unwrap();
        records.retain(|record| !record.is_blank());
        records
    }

    #[test]
    fn a_table_of_something_else_is_no_log() {
        for path in ["signup/typeform.csv", "excel/excel_sep_line.csv"] {
            assert_eq!(read(&records_of(path)), None, "{path}");
        }
    }
}
