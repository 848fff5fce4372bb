//! An event with everybody in it: sign-ups beside what was recorded, and what both say of each person.

use std::collections::{BTreeSet, HashMap};

use super::recording::{Recording, SessionRecord};
use crate::model::{
    Event, PersonId, Registration, RegistrationStatus, SessionId, SignupStatus, Verdict,
};
use crate::store::{Reader, StoreError};

/// An event with everybody in it.
#[derive(Debug)]
pub(super) struct EventData {
    /// What was recorded.
    pub(super) recording: Recording,
    /// Every registration, withdrawn ones too.
    pub(super) registrations: HashMap<PersonId, Registration>,
    signups: HashMap<SessionId, HashMap<PersonId, SignupStatus>>,
    /// Who chose any session at all, be it without success.
    choosers: BTreeSet<PersonId>,
}

impl EventData {
    /// Reads an event and adds up its stays.
    pub(super) fn load(reader: Reader<'_>, event: &Event) -> Result<Self, StoreError> {
        let recording = Recording::load(reader, event)?;
        let has_sessions = recording.sessions.iter().all(|it| it.session.id.0 != 0);
        let mut data = Self {
            recording,
            registrations: HashMap::new(),
            signups: HashMap::new(),
            choosers: BTreeSet::new(),
        };
        for row in reader.registrations(event.id)? {
            let person = row.registration.person_id;
            for signup in &row.signups {
                data.sign_up(person, signup.session_id, signup.status);
            }
            if !has_sessions {
                // Everybody who registered signed up for the event itself.
                let status = match row.registration.status {
                    RegistrationStatus::Confirmed => SignupStatus::Confirmed,
                    RegistrationStatus::Cancelled => SignupStatus::Cancelled,
                };
                data.sign_up(person, SessionId(0), status);
            }
            data.registrations.insert(person, row.registration);
        }
        Ok(data)
    }

    fn sign_up(&mut self, person: PersonId, session: SessionId, status: SignupStatus) {
        let signups = self.signups.entry(session).or_default();
        signups.insert(person, status);
        self.choosers.insert(person);
    }

    /// Returns where somebody's sign-up for a session stands.
    pub(super) fn signup(&self, record: &SessionRecord, person: PersonId) -> Option<SignupStatus> {
        self.signups.get(&record.session.id)?.get(&person).copied()
    }

    /// Returns everybody who signed up for a session, in no order.
    pub(super) fn signups(
        &self,
        record: &SessionRecord,
    ) -> impl Iterator<Item = (PersonId, SignupStatus)> {
        let signups = self.signups.get(&record.session.id).into_iter().flatten();
        signups.map(|(person, status)| (*person, *status))
    }

    /// Returns the verdict on somebody in a session.
    pub(super) fn verdict(&self, record: &SessionRecord, person: PersonId) -> Option<Verdict> {
        record.verdict(person, self.signup(record, person))
    }

    /// Whether somebody's registration stands.
    pub(super) fn is_registered(&self, person: PersonId) -> bool {
        let registration = self.registrations.get(&person);
        registration.is_some_and(|it| it.status == RegistrationStatus::Confirmed)
    }

    /// Returns everybody who registered or came, by number.
    pub(super) fn everybody(&self) -> BTreeSet<PersonId> {
        let sessions = self.recording.sessions.iter();
        let came = sessions.flat_map(|it| it.attended.keys());
        came.chain(self.registrations.keys()).copied().collect()
    }

    /// Returns how many sessions somebody was in for long enough, speakers' own ones among them.
    pub(super) fn sessions_present(&self, person: PersonId) -> usize {
        let sessions = self.recording.sessions.iter();
        let attended = sessions.filter_map(|it| it.attended.get(&person));
        attended.filter(|it| it.meets).count()
    }

    /// Returns the verdict on somebody for the event as a whole; see the room's documentation.
    ///
    /// `None` where nothing says that they should have been there, or nothing is recorded of where they
    /// should have been.
    pub(super) fn event_verdict(&self, person: PersonId) -> Option<Verdict> {
        if !self.recording.is_recorded() {
            return None;
        }
        let sessions = || self.recording.sessions.iter();
        let has_part = sessions().any(|it| it.parts.contains_key(&person));
        let is_registered = self.is_registered(person);
        if sessions().any(|it| it.attended.contains_key(&person)) {
            let is_present = self.sessions_present(person) > 0;
            return Some(match (is_registered || has_part, is_present) {
                (true, true) => Verdict::Present,
                (true, false) => Verdict::Partial,
                (false, true) => Verdict::WalkIn,
                (false, false) => Verdict::Brief,
            });
        }
        let has = |verdict| sessions().any(|it| self.verdict(it, person) == Some(verdict));
        if has(Verdict::NoShow) {
            return Some(Verdict::NoShow);
        }
        if !is_registered {
            let withdrew = self.registrations.contains_key(&person);
            return withdrew.then_some(Verdict::Excused);
        }
        if !self.choosers.contains(&person) {
            // The log of the whole event would have shown them.
            let is_missing = self.recording.has_event_stays && !has_part;
            return is_missing.then_some(Verdict::NoShow);
        }
        let still_expected = sessions().any(|it| {
            let signup = self.signup(it, person);
            !it.is_recorded && signup == Some(SignupStatus::Confirmed)
        });
        (has(Verdict::Excused) && !still_expected).then_some(Verdict::Excused)
    }
}
