//! The stays of an event that are on file, so that a list read again adds none of them twice.

use std::collections::{HashMap, HashSet};

use super::desk::Desk;
use crate::model::{EventId, Instant, PersonId, SessionId, StaySource};
use crate::store::{NewStay, StoreError};

/// The key by which a stay on file is recognised.
type Known = (
    Option<SessionId>,
    Option<PersonId>,
    Option<String>,
    Option<String>,
    Option<Instant>,
    Option<Instant>,
    Option<i64>,
);

/// The stays of an event that are on file.
#[derive(Debug, Default)]
pub(super) struct StaysOnFile {
    /// Stays by person, place and time; the recorded name and address only count if they are not matched to a person.
    stays: HashSet<Known>,
    /// Including the recorded name in any case, and where it was recorded: in our own export, two stays of one person
    /// that only differ in these are two.
    records: HashSet<(Known, String)>,
    /// Whose stays were on file before this file was read, by session and source.
    before: HashSet<(PersonId, Option<SessionId>, String)>,
    /// The same, whatever the source, and whether it is a length without times.
    came_before: HashMap<(PersonId, Option<SessionId>), bool>,
}

impl StaysOnFile {
    /// Removes the stays of a person in a session, one of which was deleted.
    pub(super) fn forget(&mut self, stay: &crate::model::Stay) {
        let is_it = |known: &Known| known.0 == stay.session_id && known.1 == stay.person_id;
        self.stays.retain(|known| !is_it(known));
        self.records.retain(|(known, _)| !is_it(known));
    }

    /// Whether a stay of our own export is another version of one that was on file before: of the same person, session
    /// and source, but with other times.
    pub(super) fn is_another_version(&self, stay: &NewStay) -> bool {
        let source = source_of(stay);
        let record = (known_by(stay, stay.recorded_name.as_ref()), source.clone());
        let before = stay
            .person_id
            .map(|person| (person, stay.session_id, source));
        !self.records.contains(&record) && before.is_some_and(|it| self.before.contains(&it))
    }

    /// Whether somebody was on file as there before this file was read.
    pub(super) fn had_come(&self, person: PersonId, session: Option<SessionId>) -> bool {
        self.came_before.contains_key(&(person, session))
    }

    /// Whether a stay is a length without times, and another one of the same person and session was on file before: two
    /// of them cannot be united.
    pub(super) fn is_another_length(&self, stay: &NewStay) -> bool {
        let is_length = |(person, session)| self.came_before.get(&(person, session)) == Some(&true);
        is_a_length(stay)
            && !self.stays.contains(&known_by(stay, None))
            && stay
                .person_id
                .is_some_and(|person| is_length((person, stay.session_id)))
    }

    /// Adds a stay; returns whether it is new, for our own export or for another list.
    pub(super) fn add(&mut self, stay: &NewStay, own: bool) -> bool {
        let name = stay.recorded_name.as_ref();
        let is_new_record = self.records.insert((known_by(stay, name), source_of(stay)));
        let is_new = self
            .stays
            .insert(known_by(stay, name.filter(|_| stay.person_id.is_none())));
        if own { is_new_record } else { is_new }
    }

    pub(super) fn load(desk: &Desk<'_>, event: EventId) -> Result<Self, StoreError> {
        let mut on_file = Self::default();
        for stay in desk.writer.stays(event)? {
            let stay = NewStay {
                event_id: event,
                session_id: stay.session_id,
                person_id: stay.person_id,
                recorded_name: stay.recorded_name,
                recorded_email: stay.recorded_email,
                joined_at: stay.joined_at,
                left_at: stay.left_at,
                seconds: stay.seconds,
                meets: stay.meets,
                source: stay.source,
                line: stay.line,
            };
            on_file.add(&stay, false);
            let person = stay.person_id;
            let before = person.map(|person| (person, stay.session_id, source_of(&stay)));
            on_file.before.extend(before);
            if let Some(person) = person {
                let key = (person, stay.session_id);
                *on_file.came_before.entry(key).or_default() |= is_a_length(&stay);
            }
        }
        Ok(on_file)
    }
}

fn is_a_length(stay: &NewStay) -> bool {
    stay.joined_at.is_none() && stay.left_at.is_none() && stay.seconds.is_some()
}

fn source_of(stay: &NewStay) -> String {
    match &stay.source {
        StaySource::Door => String::new(),
        StaySource::File(file) | StaySource::SignIn(file) => file.clone(),
    }
}

fn known_by(stay: &NewStay, name: Option<&String>) -> Known {
    let address = stay
        .recorded_email
        .as_ref()
        .filter(|_| stay.person_id.is_none());
    (
        stay.session_id,
        stay.person_id,
        name.cloned(),
        address.cloned(),
        stay.joined_at,
        stay.left_at,
        stay.seconds,
    )
}
