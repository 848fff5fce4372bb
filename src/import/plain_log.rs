//! A hand-made log: a table with a name or an address, and when somebody came and left, or how long they were there.
//!
//! Its columns are determined like those of every other table, by words, content and `--map`; its rows are read like
//! those of a platform's log. A table that names the session in each row, has the day in a separate column, or only
//! says when somebody came, is a list of attendees: see `rows/attendance.rs`.

use std::borrow::Cow;

use super::layout::Layout;
use super::plan::{Plan, SetAside};
use super::platforms::{RawLine, RawLog, RawMeeting, RawStay, Says};
use super::rows::may_be_a_name;
use super::totals::is_row_of_totals;
use super::values::words;
use super::{Field, Kind, Record};
use crate::catalogue::messages::{import, rows};
use crate::formats::lexicon::Presence;
use crate::identity::normalize_address;

impl Layout {
    /// Whether this is a hand-made log.
    pub(super) fn is_plain_log(&self) -> bool {
        let has = |field: Field| self.column(&field).is_some();
        self.kind == Kind::Attendance
            && !self.is_log
            && !self.quirks.own
            && (has(Field::JoinedAt) && has(Field::LeftAt) || has(Field::Duration))
            && (has(Field::Name) || has(Field::FamilyName) || has(Field::Email))
            && ![Field::Session, Field::Event, Field::Date]
                .into_iter()
                .any(has)
    }
}

impl Plan {
    /// Reads the rows of a hand-made log.
    pub(super) fn plain_log<'file>(&self, records: &'file [Record]) -> RawLog<'file> {
        let rows = records.get(self.layout.first_row..).unwrap_or_default();
        RawLog {
            family: self.layout.family,
            meetings: vec![RawMeeting::default()],
            columns: self.layout.columns.clone(),
            utc: self.layout.quirks.utc,
            lines: rows
                .iter()
                .map(|record| RawLine {
                    line: record.line(),
                    says: self.plain_stay(record),
                })
                .collect(),
            ..RawLog::default()
        }
    }

    fn plain_stay<'file>(&self, record: &'file Record) -> Says<'file> {
        let cell = |field: Field| -> &'file str {
            self.layout
                .column(&field)
                .and_then(|column| record.get(column))
                .map_or("", |cell| words::unexcel(cell).trim())
        };
        let (joined, left, duration) = (
            cell(Field::JoinedAt),
            cell(Field::LeftAt),
            cell(Field::Duration),
        );
        if is_row_of_totals(record) {
            return Says::Nothing(rows::TOTALS.into());
        }
        if let Some(problem) = self.marked(record) {
            return Says::Wrong(problem.column, problem.reason);
        }
        let seen = match self.presence(record) {
            Ok(seen) => seen,
            Err(SetAside::Rejected(problem)) => {
                return Says::Wrong(problem.column, problem.reason);
            }
            Err(SetAside::Skipped(reason)) => return Says::Nothing(reason),
        };
        let has_times = ![joined, left, duration]
            .iter()
            .all(|cell| cell.is_empty() || words::is_empty_word(cell));
        if seen.is_absent || seen.is_excused {
            if has_times {
                let problem = seen.contradiction(self, record);
                return Says::Wrong(problem.column, problem.reason);
            }
            return Says::Nothing(import::NOT_THERE.into());
        }
        if [joined, left, duration]
            .iter()
            .all(|cell| cell.is_empty() || words::is_empty_word(cell))
        {
            return Says::Nothing(import::NOT_THERE.into());
        }
        if self
            .length_alone(record)
            .is_ok_and(|length| length == Some(0))
        {
            if seen.said == Some(Presence::There) {
                let problem = self.no_minutes(record);
                return Says::Wrong(problem.column, problem.reason);
            }
            return Says::Nothing(rows::NO_MINUTES.into());
        }
        if let Err(problem) = self.not_taken_back(record) {
            return Says::Wrong(problem.column, problem.reason);
        }
        let (given, family) = (cell(Field::GivenName), cell(Field::FamilyName));
        let mut email = cell(Field::Email);
        let mut name = match cell(Field::Name) {
            "" if !given.is_empty() || !family.is_empty() => {
                Cow::Owned(format!("{given} {family}").trim().to_owned())
            }
            name => Cow::Borrowed(name),
        };
        if normalize_address(email).is_none() && name.is_empty() && may_be_a_name(email) {
            // In a list of attendees people write what they know about each other.
            name = Cow::Borrowed(email);
            email = "";
        }
        if name.is_empty() && email.is_empty() {
            return Says::Wrong(None, rows::NOBODY.into());
        }
        if normalize_address(email).is_none() && !email.is_empty() && !words::is_empty_word(email) {
            let heading = self.layout.column(&Field::Email);
            return Says::Wrong(
                heading.map(|column| self.layout.columns[column].heading.clone()),
                rows::NOT_AN_ADDRESS.into(),
            );
        }
        Says::Stay(Box::new(RawStay {
            name,
            parts: (!given.is_empty() || !family.is_empty())
                .then_some((Cow::Borrowed(given), Cow::Borrowed(family))),
            email,
            organisation: cell(Field::Organisation),
            joined,
            left,
            duration,
            ..RawStay::default()
        }))
    }
}
