//! Logs of meeting platforms: one reader for those whose report is a table of stays, described in `formats/platforms`,
//! and one file each for the others. Their names and words are data in all cases.
//!
//! A reader gets the records of a file (without rows of only delimiters) and says what its platform wrote there, line
//! by line: whose stay a line is, or why it is not one. It does not read dates, does not decide who is meant and knows
//! neither event nor session: `log.rs` reads the dates of all platforms by the same rules, and `intake` does the rest.
//! The head of a file is read in the same way as the whole, so a reader accepts a file that ends anywhere.
//!
//! Shape and position come first, words second: both Zoom and Teams translate their headings but keep their order. A
//! layout is only read if it is certain; a heading row that nearly matches is an error that says what is missing, never
//! a different reading.
//!
//! A log is kept in memory as a whole: its events have to be paired and its sections compared, and the largest meetings
//! write some hundred thousand lines.

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

/// The contents of a platform's log, with cells unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawLog<'file> {
    /// The family's name: `zoom-meeting`, `teams-report`.
    pub(in crate::import) family: &'static str,
    /// Its meetings; one, except in a list of many.
    pub(in crate::import) meetings: Vec<RawMeeting<'file>>,
    /// The columns of the table with its stays.
    pub(in crate::import) columns: Vec<Column>,
    /// Whether its times are UTC; otherwise they are in the event's zone, or in `--timezone`.
    pub(in crate::import) utc: bool,
    /// The order of its dates, if the platform always writes the same; otherwise the dates decide.
    pub(in crate::import) order: Option<DateOrder>,
    /// Every row about somebody, in file order: only these are counted in the outcome.
    pub(in crate::import) lines: Vec<RawLine<'file>>,
    /// Notes for the organiser, as whole sentences without a full stop.
    pub(in crate::import) notes: Vec<Message>,
}

/// A meeting as the top of a log describes it; empty if it does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawMeeting<'file> {
    /// Its title.
    pub(in crate::import) title: Cow<'file, str>,
    /// When it began.
    pub(in crate::import) start: &'file str,
    /// When it ended.
    pub(in crate::import) end: &'file str,
    /// The day of times without a date.
    pub(in crate::import) day: &'file str,
}

impl<'file> RawMeeting<'file> {
    fn new(title: impl Into<Cow<'file, str>>, start: &'file str, end: &'file str) -> Self {
        Self {
            title: title.into(),
            start,
            end,
            day: "",
        }
    }
}

/// A row about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RawLine<'file> {
    /// The line of the file it starts in.
    pub(in crate::import) line: u64,
    /// Its contents.
    pub(in crate::import) says: Says<'file>,
}

impl<'file> RawLine<'file> {
    fn of(row: &Record, says: Says<'file>) -> Self {
        let line = row.line();
        Self { line, says }
    }
}

/// The contents of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Says<'file> {
    /// Somebody was there.
    Stay(Box<RawStay<'file>>),
    /// More of the stay that an earlier row began, such as the leaving in a list of events: the line of that row. It is
    /// imported or set aside with that row.
    PartOf(u64),
    /// Not a stay, and why: a few words for a note, as in "skipped, in the waiting room: line 7".
    Nothing(Message),
    /// It cannot be read: the heading of the column, and the reason, without anybody's name.
    Wrong(Option<String>, Message),
}

/// A stay in the words of the log. Missing values are empty; `--` and `-` for "none" are unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct RawStay<'file> {
    /// The index of the meeting.
    pub(in crate::import) meeting: usize,
    /// The name as displayed, including marks and brackets; empty for viewers without one.
    pub(in crate::import) name: Cow<'file, str>,
    /// Given and family name, if the log has separate columns for them.
    pub(in crate::import) parts: Option<(Cow<'file, str>, Cow<'file, str>)>,
    /// The address.
    pub(in crate::import) email: &'file str,
    /// The organisation, if the log asks for it.
    pub(in crate::import) organisation: &'file str,
    /// When they came.
    pub(in crate::import) joined: &'file str,
    /// When they left.
    pub(in crate::import) left: &'file str,
    /// The length, as written: used if a time is missing.
    pub(in crate::import) duration: &'file str,
    /// Whether they came before the log began: `joined` is then when the log was created, not when they came.
    pub(in crate::import) joined_before: bool,
}

impl RawStay<'_> {
    /// Whether neither a time nor a length says that somebody was there.
    fn says_nothing(&self) -> bool {
        self.joined.is_empty() && self.left.is_empty() && self.duration.is_empty()
    }
}

/// The reason why a file that looks like a platform's log cannot be read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Unreadable {
    /// The platform: `Zoom`.
    pub(in crate::import) platform: &'static str,
    /// The line of the heading row, if there is one.
    pub(in crate::import) line: Option<u64>,
    /// What is missing or not understood: `the column of the times of leaving is missing`.
    pub(in crate::import) reason: Message,
}

impl Unreadable {
    /// Converts it to the error of a file.
    pub(in crate::import) fn of(self, file: String) -> ImportError {
        ImportError::LogUnreadable {
            file,
            platform: self.platform,
            line: self.line,
            reason: self.reason,
        }
    }
}

/// Reads the records of a file; `None` if they are of another kind.
type Reader = for<'file> fn(&'file [Record]) -> Option<Result<RawLog<'file>, Unreadable>>;

/// Every platform, more specific shapes first.
const ALL: &[Reader] = &[
    teams::read,
    bigbluebutton::read,
    described::read,
    goto::read,
    zoom::read,
];

/// Reads a file with the first platform that recognises it; `None` if it is not a log.
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

/// Pairs the headings of a table with their meanings, to show them to the organiser.
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
            asks: false,
            is_needed: false,
        })
        .collect()
}

/// Returns a cell without spaces and formula signs around it; empty beyond the end of the row.
fn cell(record: &Record, column: usize) -> &str {
    super::values::words::unexcel(record.get(column).unwrap_or_default()).trim()
}

/// Whether a cell contains a date, a time of day or both, in any order and language.
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

    /// Returns messages in English.
    pub(super) fn in_english(said: &[Message]) -> Vec<String> {
        said.iter().map(Message::in_english).collect()
    }

    pub(super) fn records_of(path: &str) -> Vec<Record> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures")
            .join(path);
        records_in(&std::fs::read(path).unwrap())
    }

    /// Returns the records of a file's bytes as the readers get them.
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
