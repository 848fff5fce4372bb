//! The report of 2021 and 2022, `meetingAttendanceReport.csv`: a block of two-cell rows and one table, one row per
//! stay. Seen in real exports; the earliest lack the last column.

use super::super::{RawLog, cell, is_moment};
use super::table::{Line, Table};
use super::{Read, platform, preamble, unreadable};
use crate::catalogue::messages::platforms as say;
use crate::import::Record;

pub(super) fn read(records: &[Record]) -> Read<'_> {
    let (title, rest) = records.split_first()?;
    if title.filled() != 1 {
        return None;
    }
    let length = rest.iter().position(|record| record.filled() > 2);
    let (block, table) = rest.split_at(length.unwrap_or(rest.len()));
    let is_named = platform().is_mark("summary", cell(title, 0));
    if !is_named && !has_its_shape(block, table) {
        return None;
    }
    if table.is_empty() {
        return Some(Err(unreadable(None, say::PARTICIPANTS_TABLE_MISSING)));
    }
    Some(Table::read(table, "summary", 6).map(|table| RawLog {
        family: "teams-report-2021",
        meetings: vec![preamble::meeting(block, 1)],
        lines: table.lines().iter().map(Line::raw).collect(),
        columns: table.places.columns,
        utc: table.utc,
        ..RawLog::default()
    }))
}

/// Whether there are about five rows of two cells, two of them times, above a table of six or seven columns whose rows
/// have times as well.
fn has_its_shape(block: &[Record], table: &[Record]) -> bool {
    let times = block.iter().filter(|row| is_moment(cell(row, 1))).count();
    let is_block = (4..=8).contains(&block.len())
        && block.iter().all(|row| !cell(row, 0).is_empty())
        && times >= 2;
    let Some((header, rows)) = table.split_first() else {
        return false;
    };
    let timed = |row: &&Record| is_moment(cell(row, 1)) || is_moment(cell(row, 2));
    is_block
        && (5..=8).contains(&header.filled())
        && rows.iter().all(|row| row.filled() <= 8)
        && rows.iter().filter(timed).count() * 2 > rows.len()
}
