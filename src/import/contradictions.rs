//! Rows of one file that contradict each other about one person and session: `ja`, and further down `nein`.
//!
//! A hand-made list has no order in time: it is unknown whether the later row corrects the earlier one, or whether two
//! people share a name. So neither counts, and both lead to a question. If a list of sign-ups has the time of request,
//! the newest row counts as usual, and only rows of the same moment contradict each other: a list may begin with its
//! newest rows, and a date alone says nothing about the order of the rows of one day.
//!
//! Only words count here. An empty cell next to a tick is an unused line, as on a sign-in list that names somebody
//! twice.

use std::collections::HashMap;

use super::fingerprint::Fingerprint;
use super::forms::Shape;
use super::plan::{Plan, Problem};
use super::rows::Who;
use super::values::words::StatusWord;
use super::{Field, ImportError, Kind, Record};
use crate::formats::fold;
use crate::formats::lexicon::Presence;
use crate::identity::{name_key, organisation_key, person_key};
use crate::message;

/// The people and sessions of a file about which its rows disagree.
#[derive(Debug, Default)]
pub struct Contradictions(HashMap<i64, (u64, u64)>);

/// What a row says about its person in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    There,
    Absent,
    Excused,
    Confirmed,
    Waitlisted,
    Pending,
    Cancelled,
}

impl From<Presence> for Said {
    fn from(presence: Presence) -> Self {
        match presence {
            Presence::There => Self::There,
            Presence::Absent => Self::Absent,
            Presence::Excused => Self::Excused,
        }
    }
}

impl Plan {
    /// Finds people about whom two rows contradict each other.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn contradictions(&self) -> Result<Contradictions, ImportError> {
        let mut found = Contradictions::default();
        if !self.may_contradict() {
            return Ok(found);
        }
        let mut known: HashMap<i64, (u64, Said)> = HashMap::new();
        let mut rows = self.rows()?;
        while let Some(record) = rows.next_row()? {
            for (key, said) in self.said(record) {
                let (line, before) = *known.entry(key).or_insert((record.line(), said));
                if before != said {
                    found.0.entry(key).or_insert((line, record.line()));
                }
            }
        }
        Ok(found)
    }

    /// Returns why a row is set aside that another row contradicts.
    pub fn contradicted(&self, record: &Record, by: &Contradictions) -> Option<Problem> {
        if by.0.is_empty() {
            return None;
        }
        let (line, later) = self
            .said(record)
            .into_iter()
            .find_map(|(key, _)| by.0.get(&key))?;
        let other = if *line == record.line() { later } else { line };
        let decides = [Field::Status, Field::Void, Field::Present, Field::Absent];
        let column = decides.iter().find_map(|field| self.layout.column(field));
        Some(Problem {
            line: record.line(),
            column: column.map(|column| self.layout.columns[column].heading.clone()),
            reason: message!(rows::other_word_of_person { line: *other }),
        })
    }

    /// Whether the rows are a hand-made list of attendance, or of states of sign-ups without times.
    fn may_contradict(&self) -> bool {
        let has = |field: Field| self.layout.column(&field).is_some();
        let is_by_hand =
            matches!(self.layout.shape, Shape::HandMade | Shape::List) && !self.is_log();
        is_by_hand
            && match self.layout.kind {
                Kind::Attendance => true,
                Kind::Signups => has(Field::Status) || has(Field::Void),
                _ => false,
            }
    }

    /// Returns what a row says about its person, each with the fingerprint of the person and the session.
    fn said(&self, record: &Record) -> Vec<(i64, Said)> {
        if self.not_beside(record).is_err() {
            return Vec::new();
        }
        let said = match self.layout.kind {
            Kind::Attendance => self.presence_said(record),
            _ => self.state_said(record),
        };
        let who = if said.is_empty() {
            None
        } else {
            self.who(record, true).ok()
        };
        let Some(who) = who else { return Vec::new() };
        let person = self.person_meant(record, &who);
        let numbered = said.into_iter().map(|(session, said)| {
            let mut key = person;
            key.text(&session);
            (key.value(), said)
        });
        numbered.collect()
    }

    fn presence_said(&self, record: &Record) -> Vec<(String, Said)> {
        let Ok(seen) = self.presence(record) else {
            return Vec::new();
        };
        let has_times = [Field::JoinedAt, Field::LeftAt]
            .iter()
            .any(|field| self.text(record, field).is_some());
        let one = seen.said.or(has_times.then_some(Presence::There));
        let one = one.map(|said| (self.subject(record), said.into()));
        let listed = [
            (seen.sessions, Said::There),
            (seen.excused, Said::Excused),
            (seen.missed, Said::Absent),
        ];
        let listed = listed
            .into_iter()
            .flat_map(|(slugs, said)| slugs.into_iter().map(move |slug| (slug, said)));
        one.into_iter().chain(listed).collect()
    }

    fn state_said(&self, record: &Record) -> Vec<(String, Said)> {
        let said = match self.status(record) {
            Ok(None | Some(StatusWord::Confirmed | StatusWord::Unpaid)) => Said::Confirmed,
            Ok(Some(StatusWord::Waitlisted)) => Said::Waitlisted,
            Ok(Some(StatusWord::Pending)) => Said::Pending,
            Ok(Some(StatusWord::Cancelled | StatusWord::Denied)) => Said::Cancelled,
            Ok(Some(StatusWord::Unanswered | StatusWord::Unfinished)) | Err(_) => {
                return Vec::new();
            }
        };
        let mut subject = if self.lists_signups() {
            self.subject(record)
        } else {
            String::new()
        };
        let moments = [Field::RequestedAt, Field::RequestedTime];
        for moment in moments.iter().filter_map(|it| self.text(record, it)) {
            subject.push('\n');
            subject.push_str(&moment);
        }
        vec![(subject, said)]
    }

    /// Returns the session and the day that a row is about, as written.
    fn subject(&self, record: &Record) -> String {
        let part = |field| self.text(record, &field).unwrap_or_default();
        let session = part(Field::Session);
        let session = match self.choices.one(&session) {
            Some(id) => id.0.to_string(),
            None => fold::label(&session),
        };
        format!("{session}\n{}", part(Field::Date))
    }

    /// Starts a fingerprint with the person: the address, else the name and the organisation.
    fn person_meant(&self, record: &Record, who: &Who) -> Fingerprint {
        let mut person = Fingerprint::new();
        if let Some(address) = &who.email {
            person.text(address);
            return person;
        }
        let organisation = self.text(record, &Field::Organisation);
        person.text(&if who.has_name() {
            person_key(&who.given_name, &who.family_name)
        } else {
            name_key(&who.written)
        });
        person.optional(organisation.map(|it| organisation_key(&it)).as_deref());
        person
    }
}
