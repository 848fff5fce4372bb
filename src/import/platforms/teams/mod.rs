//! Microsoft Teams: four generations of attendance files.
//!
//! | family | starts with | a row is | known from |
//! | --- | --- | --- | --- |
//! | `teams-list` | `Full Name`, `User Action`, `Timestamp` | one coming or leaving | real exports |
//! | `teams-report-2021` | `Meeting Summary`, a block of two-cell rows, a table | one stay | real exports |
//! | `teams-report` | `1. Summary`, then numbered sections | section 2: a person; section 3: a stay | real exports |
//! | `teams-live-event` | `SessionId`, `ParticipantId`, `FullName`, … | one coming or leaving | parsers |
//!
//! *Languages.* The order of the columns is the same in all of them, so a language whose words are not described is
//! read by shape: the columns have to be in that order and their cells have to look like their columns' values.
//!
//! *Encoding.* Teams writes UTF-16 with tabs and calls it `.csv`; only live events have commas. Files are re-saved by
//! spreadsheets and editors all the time. None of this matters here, since a reader gets records.

mod actions;
mod events;
mod list;
mod live_event;
mod pairing;
mod preamble;
mod report;
mod summary;
mod table;

#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod live_event_tests;
#[cfg(test)]
mod pairing_tests;
#[cfg(test)]
mod report_tests;
#[cfg(test)]
mod summary_tests;
#[cfg(test)]
mod tests;

use super::{RawLog, Unreadable};
use crate::catalogue::Message;
use crate::formats::platform::{Platform, with_own_code};
use crate::import::Record;

type Read<'file> = Option<Result<RawLog<'file>, Unreadable>>;

/// Reads any of the four, more specific shapes first.
pub(super) fn read(records: &[Record]) -> Read<'_> {
    live_event::read(records)
        .or_else(|| report::read(records))
        .or_else(|| summary::read(records))
        .or_else(|| list::read(records))
}

/// Returns the platform with the headings, labels and titles of the reports.
fn platform() -> &'static Platform {
    with_own_code("teams")
}

/// Splits a heading from the zone after it: `First Join (UTC)`.
fn without_zone(heading: &str) -> (&str, bool) {
    const ZONE: &str = "(utc)";
    let heading = heading.trim_end();
    let at = heading.len().saturating_sub(ZONE.len());
    match heading.split_at_checked(at) {
        Some((rest, zone)) if zone.eq_ignore_ascii_case(ZONE) => (rest, true),
        _ => (heading, false),
    }
}

/// Makes the error for a Teams file that cannot be read.
fn unreadable(header: Option<&Record>, reason: impl Into<Message>) -> Unreadable {
    super::table::unreadable(platform(), header, reason)
}

/// Whether any cell of a row contains a date or a time.
fn has_moment(record: &Record) -> bool {
    (0..record.filled()).any(|column| super::is_moment(super::cell(record, column)))
}

/// Returns text with single spaces and no line breaks: names occur with one space or two, and titles over several
/// lines.
fn collapsed(text: &str) -> std::borrow::Cow<'_, str> {
    let is_plain = !text.contains("  ")
        && text
            .chars()
            .all(|letter| letter == ' ' || !letter.is_whitespace());
    if is_plain {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}
