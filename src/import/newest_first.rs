//! Detects whether a file seems to list the newest row first.
//!
//! If there are no times of request, the last line counts as the newest, and the first is first in line for a place.
//! Some forms list the newest first: then a number or a date next to the answers descends from row to row. That is not
//! proof, so it only leads to a note.

use super::plan::Plan;
use super::values::dates::{self, DateOrder};
use super::{Field, ImportError, Record};
use crate::catalogue::Message;
use crate::import::layout::pasteable;
use crate::message;

/// How many rows have to descend for this to be more than chance.
const ENOUGH: usize = 3;

/// The state of one column so far.
#[derive(Debug, Clone, Copy, Default)]
struct Descent {
    last: Option<(bool, i64)>,
    rows: usize,
    is_broken: bool,
}

impl Descent {
    /// Adds the next cell; anything except a smaller value of the same kind ends the descent.
    fn take(&mut self, cell: &str) {
        let value = value(cell);
        let goes_down = match (self.last, value) {
            (None, Some(_)) => true,
            (Some(last), Some(value)) => last.0 == value.0 && value.1 < last.1,
            (_, None) => false,
        };
        self.is_broken |= !goes_down;
        self.last = value;
        self.rows += 1;
    }
}

/// Returns a cell as a number, and whether it is a moment.
fn value(cell: &str) -> Option<(bool, i64)> {
    if !cell.is_empty() && cell.len() < 18 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((false, cell.parse().ok()?));
    }
    let moment = dates::parse(cell, Some(DateOrder::DayFirst)).ok()?;
    let time = moment.time.unwrap_or_default();
    Some((true, moment.date?.and_time(time).and_utc().timestamp()))
}

impl Plan {
    /// Returns a note naming the column that descends from row to row, among those that are otherwise unused.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn newest_first(&self) -> Result<Option<Message>, ImportError> {
        let is_unused =
            |field: &Field| matches!(field, Field::Answer | Field::Consent(_) | Field::Ignore);
        let columns = self.layout.columns.iter().enumerate();
        let mut found: Vec<(usize, Descent)> = columns
            .filter(|(_, column)| is_unused(&column.field))
            .map(|(index, _)| (index, Descent::default()))
            .collect();
        let mut rows = self.rows()?;
        while !found.is_empty()
            && let Some(row) = rows.next_row()?
        {
            if self.not_beside(row).is_err() {
                continue;
            }
            self.descend(row, &mut found);
        }
        let Some((index, descent)) = found.into_iter().find(|(_, it)| it.rows >= ENOUGH) else {
            return Ok(None);
        };
        let heading = &self.layout.columns[index].heading;
        Ok(Some(match descent.last {
            Some((true, _)) => message!(rows::newest_first_by_time {
                column: heading,
                way: pasteable(heading, "requested_at")
            }),
            _ => message!(rows::newest_first { column: heading }),
        }))
    }

    fn descend(&self, row: &Record, found: &mut Vec<(usize, Descent)>) {
        for (index, descent) in found.iter_mut() {
            descent.take(&self.cell(row, *index));
        }
        found.retain(|(_, descent)| !descent.is_broken);
    }
}
