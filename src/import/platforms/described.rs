//! Platforms whose report is one table of stays, described in `formats/platforms`.
//!
//! There may be a row of headings about the meeting and a row of their values above the table; or every row names its
//! meeting in separate columns.

use super::table::{Fields, Table, fields, has_date, said};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, is_moment};
use crate::formats::platform::{self, Platform};
use crate::import::{Field, Record};
use crate::message;

/// The values above a table, in this order.
const ABOVE: [Field; 4] = [Field::Event, Field::Date, Field::Start, Field::End];

/// Reads the table with the first platform that recognises it.
pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    platform::tables().find_map(|platform| {
        let above = above(platform, records);
        let skipped = if above.is_some() { 2 } else { 0 };
        let (header, rows) = records[skipped..].split_first()?;
        let fields = fields(platform, header, rows)?;
        Some(fields.map(|fields| log(platform, header, rows, fields, above.as_ref())))
    })
}

/// Reads the meeting above the table: by its words, or by a date and two times of day.
fn above<'file>(platform: &Platform, records: &'file [Record]) -> Option<RawMeeting<'file>> {
    let [headings, values, _, ..] = records else {
        return None;
    };
    let [title, day, start, end] = [0, 1, 2, 3].map(|column| said(values, column));
    let named = ABOVE
        .iter()
        .zip(headings.cells())
        .all(|(field, heading)| platform.about(heading) == Some(field));
    let is_clock = |time: &str| is_moment(time) && !has_date(time);
    let shaped =
        headings.filled() == ABOVE.len() && has_date(day) && is_clock(start) && is_clock(end);
    (shaped || (named && headings.width() >= ABOVE.len())).then_some(RawMeeting {
        title: title.into(),
        start,
        end,
        day,
    })
}

/// Reads the rows, each of which may name its meeting and a session within it.
fn log<'file>(
    platform: &'static Platform,
    header: &Record,
    rows: &'file [Record],
    fields: Fields,
    above: Option<&RawMeeting<'file>>,
) -> RawLog<'file> {
    let table = Table::new(header, fields, &Field::Ignore);
    let mut log = RawLog {
        family: platform.report(),
        ..RawLog::default()
    };
    let mut sessions: Vec<&str> = Vec::new();
    for row in rows {
        let meeting = above.cloned().unwrap_or_else(|| meeting_of(&table, row));
        let known = log.meetings.iter().position(|known| *known == meeting);
        let says = table.stay(row, known.unwrap_or(log.meetings.len()));
        if known.is_none() && matches!(says, Says::Stay(_)) {
            log.meetings.push(meeting);
        }
        let session = table.said(row, &Field::Session);
        if !session.is_empty() && !sessions.contains(&session) {
            sessions.push(session);
        }
        log.lines.push(RawLine::of(row, says));
    }
    if log.meetings.is_empty() {
        log.meetings.push(above.cloned().unwrap_or_default());
    }
    if sessions.len() > 1 {
        let count = sessions.len();
        log.notes
            .push(message!(platforms::sessions_within { count }));
    }
    log.columns = table.columns;
    log
}

/// Returns the meeting that a row names.
fn meeting_of<'file>(table: &Table, row: &'file Record) -> RawMeeting<'file> {
    let time = |field| Some(table.said(row, &field)).filter(|time| is_moment(time));
    let [start, end] = [Field::Start, Field::End].map(|field| time(field).unwrap_or_default());
    RawMeeting::new(table.said(row, &Field::Event), start, end)
}
