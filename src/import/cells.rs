//! The contents of a row's cells: texts, moments, instants.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::plan::{Plan, Problem};
use super::values::dates::{self, DateProblem, Moment};
use super::values::words;
use crate::catalogue::Message;
use crate::catalogue::messages::dates as said;
use crate::catalogue::messages::rows;
use crate::formats::Field;
use crate::model::Instant;
use crate::read::Record;

impl Plan {
    /// Returns a cell's text: trimmed, without the guards and formulas that exporters add.
    pub fn cell<'record>(&self, record: &'record Record, column: usize) -> Cow<'record, str> {
        let cell = words::unexcel(record.get(column).unwrap_or_default()).trim();
        let quirks = self.layout.quirks;
        if quirks.own || quirks.sign_in {
            return crate::output::unguard(cell);
        }
        if quirks.defused
            && let Some(rest) = cell.strip_prefix('\'')
            && rest.starts_with(['@', '+', '=', '-', '|', '%'])
        {
            return Cow::Owned(rest.replace("\\|", "|"));
        }
        if quirks.dash_is_empty && cell == "-" {
            return Cow::Borrowed("");
        }
        Cow::Borrowed(cell)
    }

    /// Returns the text of the first column with a field; `None` if there is none or it is empty.
    pub(super) fn text(&self, record: &Record, field: &Field) -> Option<String> {
        let column = self.layout.column(field)?;
        let cell = self.cell(record, column);
        if cell.is_empty() {
            return None;
        }
        // The same as below, without splitting text that only has single spaces.
        let is_tidy = !cell.starts_with(' ')
            && !cell.ends_with(' ')
            && !cell.contains("  ")
            && cell
                .chars()
                .all(|letter| letter == ' ' || !letter.is_whitespace());
        Some(if is_tidy {
            cell.into_owned()
        } else {
            cell.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// Reads the date and time of a field.
    pub(super) fn moment(&self, record: &Record, field: &Field) -> Result<Option<Moment>, Problem> {
        let Some(column) = self.layout.column(field) else {
            return Ok(None);
        };
        let cell = self.cell(record, column);
        if cell.is_empty() || words::is_empty_word(&cell) {
            return Ok(None);
        }
        let read = match field {
            Field::Date | Field::RequestedAt => match dates::parse(&cell, self.date_order()) {
                Err(DateProblem::NotADate) => dates::serial(&cell).ok_or(DateProblem::NotADate),
                read => read,
            },
            _ => dates::parse_time(&cell, self.date_order()),
        };
        read.map(Some)
            .map_err(|problem| self.problem(record, column, problem.message()))
    }

    /// Reads the time of a field; a time of day without a date belongs to the day in the date column.
    pub(super) fn moment_of_day(
        &self,
        record: &Record,
        field: &Field,
    ) -> Result<Option<Moment>, Problem> {
        let Some(mut moment) = self.moment(record, field)? else {
            return Ok(None);
        };
        if moment.date.is_none()
            && let Some(day) = self.day(record)?
        {
            moment = moment.on(day).unwrap_or(moment);
        }
        Ok(Some(moment))
    }

    /// Reads the day that a row is about.
    ///
    /// # Errors
    /// If it has none and other rows have different ones.
    pub(super) fn day(&self, record: &Record) -> Result<Option<NaiveDate>, Problem> {
        let day = self.moment(record, &Field::Date)?.and_then(|day| day.date);
        match self.layout.column(&Field::Date) {
            Some(column) if day.is_none() && self.layout.columns[column].is_needed => {
                Err(self.problem(record, column, rows::CELL_NEEDED))
            }
            _ => Ok(day),
        }
    }

    /// Reads an instant from a date column and the column with the time of day.
    pub(super) fn instant(
        &self,
        record: &Record,
        date: &Field,
        time: &Field,
    ) -> Result<Option<Instant>, Problem> {
        let Some(mut moment) = self.moment(record, date)? else {
            return Ok(None);
        };
        if moment.time.is_none()
            && let Some(beside) = self.moment(record, time)?
            && let Some(day) = moment.date
            && beside.time.is_some()
        {
            // Use only the time of day from the second column, even if it has a day too.
            let clock = Moment {
                date: None,
                offset_seconds: moment.offset_seconds,
                ..beside
            };
            moment = clock.on(day).unwrap_or(moment);
        }
        let Some(instant) = dates::to_instant(moment, None, self.zone()) else {
            let column = self.layout.column(date).unwrap_or_default();
            return Err(self.problem(record, column, said::TIME_WITHOUT_DATE));
        };
        // LimeSurvey's placeholder when dates are not recorded.
        let switched_off = NaiveDate::from_ymd_opt(1980, 1, 1);
        let midnight = moment.time.is_none_or(|time| time == NaiveTime::MIN);
        Ok(Some(instant).filter(|_| moment.date != switched_off || !midnight))
    }

    /// Makes a problem about a cell.
    pub(super) fn problem(
        &self,
        record: &Record,
        column: usize,
        reason: impl Into<Message>,
    ) -> Problem {
        Problem {
            line: record.line(),
            column: self
                .layout
                .columns
                .get(column)
                .map(|column| column.heading.clone()),
            reason: reason.into(),
        }
    }
}
