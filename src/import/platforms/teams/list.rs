//! The list of 2020, `meetingAttendanceList.csv`: one row for each coming and each leaving, with names only. Seen in
//! real exports; it is still created today, during a meeting.
//!
//! *Unknown words.* With Teams headings in a known language, the file is a list whatever its other words are, and is
//! refused if their meaning is not certain. With other headings, it is a list if its second column contains the known
//! words, or if it could hardly be anything else: three columns, times on one or two days, two or three different
//! words, and half of the people more than once.

use std::collections::HashSet;

use super::super::table::{Fields, by_words, place};
use super::super::{RawLog, cell, is_moment};
use super::actions::{self, word};
use super::events::Events;
use super::{Read, has_moment, unreadable};
use crate::catalogue::messages::platforms as say;
use crate::import::platforms::Unreadable;
use crate::import::{Field, Record};
use crate::message;

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (header, rows) = records.split_first()?;
    let mut fields = by_words(actions::platform(), header);
    let Some(action) = place(&fields, &Field::Status) else {
        return by_shape(header, rows);
    };
    let in_place = header.filled() == 3 && action == 1;
    for (field, column, is_time, reason) in [
        (Field::Name, 0, false, say::NAMES_MISSING),
        (Field::JoinedAt, 2, true, say::TIMES_MISSING),
    ] {
        if place(&fields, &field).is_some() {
            continue;
        }
        let fits = |row: &&Record| is_moment(cell(row, column)) == is_time;
        if !in_place || rows.iter().filter(fits).count() * 2 < rows.len() {
            return Some(Err(unreadable(Some(header), reason)));
        }
        fields[column] = Some(field);
    }
    Some(log(header, rows, fields))
}

/// Reads a list with unknown headings.
fn by_shape<'file>(header: &'file Record, rows: &'file [Record]) -> Read<'file> {
    let is_three = header.filled() == 3
        && header.cells().take(3).all(|cell| !cell.trim().is_empty())
        && !has_moment(header)
        && rows.iter().all(|row| row.filled() <= 3);
    let timed = |row: &&Record| {
        let time = cell(row, 2);
        time.contains(':') && is_moment(time) && !is_moment(cell(row, 1))
    };
    let most =
        |fits: &dyn Fn(&&Record) -> bool| rows.iter().filter(fits).count() * 10 >= rows.len() * 9;
    if rows.is_empty() || !is_three || !most(&timed) {
        return None;
    }
    let fields: Fields = [Field::Name, Field::Status, Field::JoinedAt]
        .map(Some)
        .into();
    let day = |row| cell(row, 2).split_whitespace().next().unwrap_or_default();
    let days: HashSet<&str> = rows.iter().map(day).collect();
    let words: HashSet<String> = rows.iter().map(|row| word(cell(row, 1))).collect();
    let counts = Events::of(header, rows, fields.clone(), WHO).counts();
    let returning = counts.iter().filter(|count| **count > 1).count();
    let is_list = most(&|row| actions::known(cell(row, 1)).is_some())
        || (days.len() <= 2
            && matches!(words.len(), 2 | 3)
            && !words.contains("")
            && returning >= 2
            && returning * 2 >= counts.len());
    is_list.then(|| log(header, rows, fields))
}

/// The field that says whose a row is.
const WHO: &[Field] = &[Field::Name];

/// Reads the rows, if the meaning of their words is certain.
fn log<'file>(
    header: &'file Record,
    rows: &'file [Record],
    fields: Fields,
) -> Result<RawLog<'file>, Unreadable> {
    let events = Events::of(header, rows, fields, WHO);
    let said = events.words().map(|(person, text)| (person, word(text)));
    let said: Vec<_> = said.filter(|(_, word)| !word.is_empty()).collect();
    let Some(meanings) = actions::meanings(&said) else {
        let column = events.table.heading(&Field::Status).unwrap_or_default();
        let reason = message!(platforms::unclear_actions { column });
        return Err(unreadable(Some(header), reason));
    };
    Ok(RawLog {
        family: "teams-list",
        ..events.log(say::NAME_MISSING, |text| meanings.get(&word(text)).copied())
    })
}
