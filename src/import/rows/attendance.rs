//! A row about somebody who was there: in our own export, or in a plain list of attendees.

use chrono::NaiveDate;

use super::super::fingerprint::Fingerprint;
use super::super::forms::Shape;
use super::super::plan::{Plan, SetAside};
use super::super::values::dates::Moment;
use super::super::values::{durations, words};
use super::super::{Field, Record};
use super::Who;
use super::who::may_be_a_name;
use crate::catalogue::Wording;
use crate::catalogue::messages::{import, rows};
use crate::formats::fold;
use crate::formats::lexicon::Presence;
use crate::identity::{PersonName, normalize_address};
use crate::import::Problem;
use crate::model::Verdict;

/// How somebody was not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// They had said so.
    Excused,
    /// A word or a sign says so, which is nothing new unless another file says that they were there.
    Stated,
}

/// Somebody who was there, or is on a list of those who were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceRow {
    /// The line of the file.
    pub line: u64,
    /// The person; empty in our own exports for a stay that is not yet matched to a person.
    pub who: Who,
    /// Organisation as written.
    pub organisation: Option<String>,
    /// The event that our own export names.
    pub event: Option<String>,
    /// The session, by any of its names.
    pub session: Option<String>,
    /// Whether that session is a choice made in a form, which does not say where they were.
    pub is_choice: bool,
    /// In a table with a column for each session: the sessions they attended, by short name.
    pub marked: Vec<String>,
    /// In such a table: the sessions they had said they would miss.
    pub missed: Vec<String>,
    /// Whether they were not there.
    pub absence: Option<Absence>,
    /// On our own sign-in list, whether they are ticked.
    pub tick: Option<bool>,
    /// The name as originally recorded.
    pub recorded_name: Option<String>,
    /// The address as originally recorded.
    pub recorded_email: Option<String>,
    /// The day that the row is about, if it has one of its own.
    pub day: Option<NaiveDate>,
    /// When they came.
    pub joined_at: Option<Moment>,
    /// When they left.
    pub left_at: Option<Moment>,
    /// Where it was recorded, in our own export; `excused` and `ruling` are not stays.
    pub source: Option<String>,
    /// The length in seconds: in our own export as recorded, elsewhere as the list says, also beside times.
    pub seconds: Option<i64>,
    /// Whether the exact time behind rounded seconds met the rule, in our own export.
    pub meets: Option<bool>,
    /// Whether somebody answered that it belongs to no person, in our own export.
    pub is_nobody: bool,
    /// A verdict set by hand with its reason, in our own export.
    pub ruling: Option<(Verdict, String)>,
}

impl AttendanceRow {
    /// Returns the fingerprint by which this row is recognised again, in a session.
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
        match self.absence {
            Some(Absence::Excused) => fingerprint.text("excused"),
            Some(Absence::Stated) => fingerprint.text("absent"),
            None => {}
        }
        fingerprint.text(&format!(
            "{:?} {:?} {} {:?}",
            self.seconds, self.meets, self.is_nobody, self.ruling
        ));
        fingerprint.value()
    }
}

impl Plan {
    /// Reads a row as somebody who was there.
    ///
    /// # Errors
    /// The reason why it is set aside.
    pub fn attendance(&self, record: &Record) -> Result<AttendanceRow, SetAside> {
        self.not_beside(record)?;
        let rejected = SetAside::Rejected;
        let joined_at = self
            .moment_of_day(record, &Field::JoinedAt)
            .map_err(rejected)?;
        // Somebody who came in the evening may have left on the next day.
        let left_at = if joined_at.is_some() {
            self.moment(record, &Field::LeftAt)
        } else {
            self.moment_of_day(record, &Field::LeftAt)
        }
        .map_err(rejected)?;
        let seen = self.presence(record)?;
        if !seen.is_absent && !seen.is_excused {
            self.not_taken_back(record).map_err(rejected)?;
        }
        // A check-in list names everybody; somebody without a time in it was not seen.
        let is_check_in_list = !self.layout.quirks.own
            && [Field::JoinedAt, Field::LeftAt, Field::Duration]
                .iter()
                .any(|field| self.layout.column(field).is_some());
        let facts = self.own_facts(record).map_err(rejected)?;
        let is_own = self.layout.quirks.own;
        let has_times = joined_at.is_some() || left_at.is_some();
        if is_check_in_list && !seen.is_said && !has_times && facts.seconds.is_none() {
            // Where only leaving is written down, somebody who stayed to the end has no time either.
            let has = |field: &Field| self.layout.column(field).is_some();
            let is_left_open = has(&Field::LeftAt) && !has(&Field::JoinedAt);
            return Err(if is_left_open && !has(&Field::Duration) {
                rejected(self.nothing_seen(record))
            } else {
                SetAside::Skipped(import::NOT_THERE.into())
            });
        }
        let was_seen = has_times || !is_own && facts.seconds.is_some_and(|seconds| seconds > 0);
        if was_seen && (seen.is_excused || seen.is_absent) {
            return Err(rejected(seen.contradiction(self, record)));
        }
        if facts.seconds == Some(0) && !has_times && !is_own {
            let is_there = seen.said == Some(Presence::There);
            return Err(if is_there {
                rejected(self.no_minutes(record))
            } else {
                SetAside::Skipped(rows::NO_MINUTES.into())
            });
        }
        let is_form =
            self.layout.shape == Shape::Export || self.layout.column(&Field::RequestedAt).is_some();
        let says_presence = seen.is_said || has_times || facts.seconds.is_some();
        let is_sign_in = self.layout.quirks.sign_in;
        let is_absent = seen.is_absent && !is_sign_in;
        if is_absent && seen.said != Some(Presence::Absent) {
            return Err(SetAside::Skipped(import::NOT_THERE.into()));
        }
        Ok(AttendanceRow {
            line: record.line(),
            who: self.who_came(record).map_err(rejected)?,
            organisation: self
                .text(record, &Field::Organisation)
                .filter(|name| !words::is_empty_word(name)),
            event: self.text(record, &Field::Event),
            session: self.text(record, &Field::Session),
            is_choice: !is_sign_in && (is_form || !says_presence),
            marked: seen.sessions,
            missed: seen.excused,
            absence: match (seen.is_excused, is_absent) {
                (true, _) => Some(Absence::Excused),
                (false, true) => Some(Absence::Stated),
                (false, false) => None,
            },
            tick: is_sign_in.then_some(!seen.is_absent),
            recorded_name: self.text(record, &Field::RecordedName),
            recorded_email: self.text(record, &Field::RecordedEmail),
            day: self.day(record).map_err(rejected)?,
            joined_at,
            left_at,
            source: self.text(record, &Field::Source).filter(|_| is_own),
            ..facts
        })
    }

    /// Returns who came: by the columns of people, else by the name or address that somebody was recorded under.
    fn who_came(&self, record: &Record) -> Result<Who, Problem> {
        let mut who = self.who(record, false)?;
        if self.layout.quirks.own {
            return Ok(who);
        }
        self.name_or_address(record, &mut who);
        let is_somebody = |who: &Who| who.has_name() || who.email.is_some();
        if !is_somebody(&who) {
            let address = self.text(record, &Field::RecordedEmail);
            who.written = self.text(record, &Field::RecordedName).unwrap_or_default();
            let name = PersonName::parse(&who.written);
            who.title = name.title;
            who.given_name = name.given;
            who.family_name = name.family;
            who.email = address.as_deref().and_then(normalize_address);
            if !is_somebody(&who) && address.is_none() {
                // Returns the error about what is missing.
                self.who(record, true)?;
            }
        }
        Ok(who)
    }

    fn nothing_seen(&self, record: &Record) -> Problem {
        let column = self.layout.column(&Field::LeftAt).unwrap_or_default();
        self.problem(record, column, rows::LEFT_AT_UNKNOWN)
    }

    pub(in crate::import) fn no_minutes(&self, record: &Record) -> Problem {
        let column = self.layout.column(&Field::Duration).unwrap_or_default();
        self.problem(record, column, rows::THERE_WITHOUT_MINUTES)
    }

    /// Reads how long somebody was there, in seconds, if the row has no times.
    pub(in crate::import) fn length_alone(&self, record: &Record) -> Result<Option<i64>, Problem> {
        let mut times = [Field::JoinedAt, Field::LeftAt].iter();
        if times.any(|field| self.text(record, field).is_some()) {
            return Ok(None);
        }
        self.length(record)
    }

    /// Reads how long somebody was there, in seconds.
    fn length(&self, record: &Record) -> Result<Option<i64>, Problem> {
        let Some(column) = self.layout.column(&Field::Duration) else {
            return Ok(None);
        };
        let cell = self.cell(record, column);
        if cell.is_empty() || words::is_empty_word(&cell) {
            return Ok(None);
        }
        let length = durations::below(&self.layout.columns[column].heading, &cell);
        let reason = || self.problem(record, column, rows::NOT_A_LENGTH);
        length.map(Some).ok_or_else(reason)
    }

    /// Reads the values that only our own exports have.
    ///
    /// # Errors
    /// If they contradict each other, which no export does, but an edit in a spreadsheet may.
    fn own_facts(&self, record: &Record) -> Result<AttendanceRow, Problem> {
        let mut facts = AttendanceRow::default();
        if !self.layout.quirks.own {
            facts.seconds = self.length(record)?;
            return Ok(facts);
        }
        let wrong = |field: &Field, reason: Wording| {
            let column = self.layout.column(field).unwrap_or_default();
            self.problem(record, column, reason)
        };
        let yes_no = |field: Field| {
            let text = self.text(record, &field);
            text.map(|text| words::yes_no(&text).ok_or_else(|| wrong(&field, rows::NOT_YES_NO)))
                .transpose()
        };
        if let Some(text) = self.text(record, &Field::Seconds) {
            let seconds = text.parse().ok().filter(|seconds| *seconds >= 0);
            let no_number = || wrong(&Field::Seconds, rows::NOT_SECONDS);
            facts.seconds = Some(seconds.ok_or_else(no_number)?);
        }
        facts.meets = yes_no(Field::Meets)?;
        facts.is_nobody = yes_no(Field::Nobody)?.unwrap_or_default();
        if let Some(word) = self.text(record, &Field::Verdict) {
            let verdict = Verdict::parse(&fold::plain(&word));
            let reason = self.text(record, &Field::Reason);
            facts.ruling = Some((
                verdict.ok_or_else(|| wrong(&Field::Verdict, rows::NOT_A_VERDICT))?,
                reason.ok_or_else(|| wrong(&Field::Reason, rows::VERDICT_WITHOUT_REASON))?,
            ));
        }
        let has = |field: &Field| self.text(record, field).is_some();
        if facts.seconds.is_some() && has(&Field::JoinedAt) != has(&Field::LeftAt) {
            return Err(wrong(&Field::Seconds, rows::LENGTH_BESIDE_TIMES));
        }
        if facts.meets.is_some() && facts.seconds.is_none() {
            return Err(wrong(&Field::Meets, rows::ANSWER_WITHOUT_LENGTH));
        }
        if facts.is_nobody && self.text(record, &Field::PersonId).is_some() {
            return Err(wrong(&Field::Nobody, rows::SOMEBODYS_STAY));
        }
        Ok(facts)
    }

    /// Swaps a name in the address column and an address in the name column: in a list of attendees people write what
    /// they know about each other.
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
