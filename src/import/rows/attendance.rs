//! A row about somebody who was there: our own columns, or a plain list of those present.

use super::super::fingerprint::Fingerprint;
use super::super::plan::{Plan, SetAside};
use super::super::values::dates::Moment;
use super::super::values::words;
use super::super::{Field, Record};
use super::Who;
use super::who::may_be_a_name;
use crate::identity::{PersonName, normalize_address};

/// Somebody who was there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceRow {
    /// The line of the file.
    pub line: u64,
    /// Who; nobody, in an own export, for a stay that belongs to nobody yet.
    pub who: Who,
    /// Organisation as written.
    pub organisation: Option<String>,
    /// The event an own export names.
    pub event: Option<String>,
    /// The session, by any of its names.
    pub session: Option<String>,
    /// The name as once recorded.
    pub recorded_name: Option<String>,
    /// The address as once recorded.
    pub recorded_email: Option<String>,
    /// When they came.
    pub joined_at: Option<Moment>,
    /// When they left.
    pub left_at: Option<Moment>,
    /// Where it was recorded, in an own export.
    pub source: Option<String>,
}

impl AttendanceRow {
    /// Returns the number by which this row is known again, in a session.
    pub fn fingerprint(&self, session: Option<i64>) -> i64 {
        let mut fingerprint = Fingerprint::new();
        fingerprint.text("stay");
        self.who.fingerprint(&mut fingerprint);
        for text in [
            &self.organisation,
            &self.recorded_name,
            &self.recorded_email,
            &self.source,
        ] {
            fingerprint.optional(text.as_deref());
        }
        for moment in [self.joined_at, self.left_at] {
            fingerprint.text(&format!("{moment:?}"));
        }
        fingerprint.text(&format!("{session:?}"));
        fingerprint.value()
    }
}

impl Plan {
    /// Reads a row as somebody who was there.
    ///
    /// # Errors
    /// Why it is set aside.
    pub fn attendance(&self, record: &Record) -> Result<AttendanceRow, SetAside> {
        let rejected = SetAside::Rejected;
        let joined_at = self
            .moment_of_day(record, &Field::JoinedAt)
            .map_err(rejected)?;
        // Whoever came in the evening may have left on the next day.
        let left_at = if joined_at.is_some() {
            self.moment(record, &Field::LeftAt)
        } else {
            self.moment_of_day(record, &Field::LeftAt)
        }
        .map_err(rejected)?;
        // A check-in list names everybody; who has no time in it was not seen.
        let is_check_in_list =
            !self.layout.quirks.own && self.layout.column(&Field::JoinedAt).is_some();
        if is_check_in_list && joined_at.is_none() && left_at.is_none() {
            return Err(SetAside::Skipped("not there"));
        }
        let is_own = self.layout.quirks.own;
        let recorded_name = self.text(record, &Field::RecordedName);
        let recorded_email = self.text(record, &Field::RecordedEmail);
        let mut who = self.who(record, false).map_err(rejected)?;
        if !is_own {
            self.name_or_address(record, &mut who);
        }
        if !is_own && !who.has_name() && who.email.is_none() {
            who.written = recorded_name.clone().unwrap_or_default();
            let name = PersonName::parse(&who.written);
            who.title = name.title;
            who.given_name = name.given;
            who.family_name = name.family;
            who.email = recorded_email.as_deref().and_then(normalize_address);
        }
        if !is_own && !who.has_name() && who.email.is_none() && recorded_email.is_none() {
            // Says what is missing.
            self.who(record, true).map_err(rejected)?;
        }
        Ok(AttendanceRow {
            line: record.line(),
            who,
            organisation: self
                .text(record, &Field::Organisation)
                .filter(|name| !words::is_empty_word(name)),
            event: self.text(record, &Field::Event),
            session: self.text(record, &Field::Session),
            recorded_name,
            recorded_email,
            joined_at,
            left_at,
            source: self.text(record, &Field::Source).filter(|_| is_own),
        })
    }

    /// Reads a name where an address should be and an address where a name should be: in a list of
    /// those present people write what they know of each other.
    fn name_or_address(&self, record: &Record, who: &mut Who) {
        if who.email.is_none()
            && !who.written.contains(char::is_whitespace)
            && let Some(address) = normalize_address(&who.written)
        {
            *who = Who {
                email: Some(address),
                ..Who::default()
            };
        }
        if !who.has_name()
            && who.email.is_none()
            && let Some(name) = self
                .text(record, &Field::Email)
                .filter(|name| may_be_a_name(name))
        {
            let parsed = PersonName::parse(&name);
            who.written = name;
            who.title = parsed.title;
            who.given_name = parsed.given;
            who.family_name = parsed.family;
        }
    }
}
