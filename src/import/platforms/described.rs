//! Platforms whose report is one table of stays, described in `formats/platforms`.
//!
//! There may be a row of headings about the meeting and a row of their values above the table; or every row names its
//! meeting in separate columns.

use std::borrow::Cow;

use super::table::{Fields, Places, fields, has_date, said, said_in, shown, width};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, is_moment};
use crate::formats::platform::{self, Platform};
use crate::import::{Field, Record};
use crate::message;

/// The values above a table, in this order.
const ABOVE: [Field; 4] = [Field::Event, Field::Date, Field::Start, Field::End];

/// Reads the table with the first platform that recognises it.
pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    platform::tables().find_map(|platform| read_as(platform, records))
}

fn read_as<'file>(
    platform: &'static Platform,
    records: &'file [Record],
) -> Option<Result<RawLog<'file>, Unreadable>> {
    let above = above(platform, records);
    let table = if above.is_some() {
        &records[2..]
    } else {
        records
    };
    let (header, rows) = table.split_first()?;
    let fields = fields(platform, header, rows)?;
    Some(fields.map(|fields| {
        let mut log = RawLog {
            family: &platform.report,
            columns: shown(header, &fields, &Field::Ignore),
            ..RawLog::default()
        };
        Meetings::of(&fields, above).take(rows, &Places::of(&fields), &mut log);
        log
    }))
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
        width(headings) == ABOVE.len() && has_date(day) && is_clock(start) && is_clock(end);
    (shaped || (named && headings.width() >= ABOVE.len())).then_some(RawMeeting {
        title: Cow::Borrowed(title),
        start,
        end,
        day,
    })
}

/// The columns in which rows name their meeting.
struct Meetings<'file> {
    title: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    session: Option<usize>,
    above: Option<RawMeeting<'file>>,
}

impl<'file> Meetings<'file> {
    fn of(fields: &Fields, above: Option<RawMeeting<'file>>) -> Self {
        let place = |field| fields.iter().position(|it| it.as_ref() == Some(&field));
        Self {
            title: place(Field::Event),
            start: place(Field::Start),
            end: place(Field::End),
            session: place(Field::Session),
            above,
        }
    }

    /// Reads the rows.
    fn take(&self, rows: &'file [Record], places: &Places, log: &mut RawLog<'file>) {
        let mut sessions: Vec<&str> = Vec::new();
        for row in rows {
            let meeting = self.of_row(row);
            let known = log.meetings.iter().position(|known| *known == meeting);
            let number = known.unwrap_or(log.meetings.len());
            let says = places.stay(&log.columns, row, number);
            if known.is_none() && matches!(says, Says::Stay(_)) {
                log.meetings.push(meeting);
            }
            let session = said_in(row, self.session);
            if !session.is_empty() && !sessions.contains(&session) {
                sessions.push(session);
            }
            log.lines.push(RawLine {
                line: row.line(),
                says,
            });
        }
        if log.meetings.is_empty() {
            log.meetings.push(self.above.clone().unwrap_or_default());
        }
        if sessions.len() > 1 {
            log.notes.push(message!(platforms::sessions_within {
                count: sessions.len()
            }));
        }
    }

    fn of_row(&self, row: &'file Record) -> RawMeeting<'file> {
        if let Some(meeting) = &self.above {
            return meeting.clone();
        }
        let time = |place| Some(said_in(row, place)).filter(|time| is_moment(time));
        RawMeeting {
            title: Cow::Borrowed(said_in(row, self.title)),
            start: time(self.start).unwrap_or_default(),
            end: time(self.end).unwrap_or_default(),
            day: "",
        }
    }
}
