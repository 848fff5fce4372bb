//! A hand-made log: a table with a name or an address, and when somebody came and left, or how long they were there.
//!
//! Its columns are determined like those of every other table, by words, content and `--map`; its rows are read like
//! those of a platform's log. A table that names the session in each row, has the day in a separate column, marks who was
//! there beside a length, or only says when somebody came, is a list of attendees: see `rows/attendance.rs`.

use std::borrow::Cow;

use super::layout::Layout;
use super::plan::{Plan, Problem, SetAside};
use super::platforms::{RawLine, RawLog, RawMeeting, RawStay, Says};
use super::rows::may_be_a_name;
use super::totals::is_row_of_totals;
use super::values::words;
use super::{Field, Kind, Record};
use crate::catalogue::Wording;
use crate::catalogue::messages::{import, rows};
use crate::formats::lexicon::Presence;
use crate::identity::normalize_address;

impl Layout {
    /// Whether this is a hand-made log.
    pub(super) fn is_plain_log(&self) -> bool {
        let has = |field: Field| self.column(&field).is_some();
        let is_timed = has(Field::JoinedAt) && has(Field::LeftAt);
        self.kind == Kind::Attendance
            && !self.is_log
            && !self.quirks.own
            && (is_timed || has(Field::Duration) && !has(Field::Present))
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
            lines: rows.iter().map(|record| self.plain_line(record)).collect(),
            ..RawLog::default()
        }
    }

    fn plain_line<'file>(&self, record: &'file Record) -> RawLine<'file> {
        let says = match self.plain_stay(record) {
            Ok(stay) => Says::Stay(Box::new(stay)),
            Err(SetAside::Rejected(problem)) => Says::Wrong(problem.column, problem.reason),
            Err(SetAside::Skipped(reason)) => Says::Nothing(reason),
        };
        let line = record.line();
        RawLine { line, says }
    }

    fn plain_stay<'file>(&self, record: &'file Record) -> Result<RawStay<'file>, SetAside> {
        let cell = |field: Field| -> &'file str {
            let column = self.layout.column(&field);
            let cell = column.and_then(|column| record.get(column));
            cell.map_or("", |cell| words::unexcel(cell).trim())
        };
        let skipped = |reason: Wording| Err(SetAside::Skipped(reason.into()));
        let rejected = |problem: Problem| Err(SetAside::Rejected(problem));
        if is_row_of_totals(record) {
            return skipped(rows::TOTALS);
        }
        if let Some(problem) = self.marked(record) {
            return rejected(problem);
        }
        let seen = self.presence(record)?;
        let times = [Field::JoinedAt, Field::LeftAt, Field::Duration].map(cell);
        let [joined, left, duration] = times;
        let is_none = |cell: &str| cell.is_empty() || words::is_empty_word(cell);
        if times.into_iter().all(is_none) {
            return match seen.said {
                Some(Presence::There) => rejected(seen.unseen(self, record)),
                _ => skipped(import::NOT_THERE),
            };
        }
        if seen.is_absent || seen.is_excused {
            return rejected(seen.contradiction(self, record));
        }
        if self
            .length_alone(record)
            .is_ok_and(|length| length == Some(0))
        {
            if seen.said == Some(Presence::There) {
                return rejected(self.no_minutes(record));
            }
            return skipped(rows::NO_MINUTES);
        }
        self.not_taken_back(record).map_err(SetAside::Rejected)?;
        let (given, family) = (cell(Field::GivenName), cell(Field::FamilyName));
        let mut email = cell(Field::Email);
        let mut name = match cell(Field::Name) {
            "" => Cow::Owned(format!("{given} {family}").trim().to_owned()),
            name => Cow::Borrowed(name),
        };
        if normalize_address(email).is_none() && name.is_empty() && may_be_a_name(email) {
            // In a list of attendees people write what they know about each other.
            name = Cow::Borrowed(email);
            email = "";
        }
        if name.is_empty() && email.is_empty() {
            return rejected(Problem {
                line: record.line(),
                column: None,
                reason: rows::NOBODY.into(),
            });
        }
        if normalize_address(email).is_none() && !is_none(email) {
            let column = self.layout.column(&Field::Email).unwrap_or_default();
            return rejected(self.problem(record, column, rows::NOT_AN_ADDRESS));
        }
        let has_parts = !given.is_empty() || !family.is_empty();
        Ok(RawStay {
            name,
            parts: has_parts.then(|| (given.into(), family.into())),
            email,
            organisation: cell(Field::Organisation),
            joined,
            left,
            duration,
            ..RawStay::default()
        })
    }
}
