//! Combines sign-ups with what was recorded at an event, and derives a result for each person.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::AsOf;
use super::measures::Tally;
use super::recording::{Recording, SessionRecord};
use super::times::days;
use super::turnout::span;
use crate::attendance::{Phase, Presence, Present};
use crate::model::{
    Event, PersonId, Registration, RegistrationStatus, Session, SessionId, SignupStatus, Verdict,
};
use crate::store::StoreError;

/// Returns who was at each event that is over, for long enough; without those of which nothing was recorded.
///
/// # Errors
/// If the file cannot be read.
pub fn present(reader: AsOf<'_>) -> Result<Vec<Present>, StoreError> {
    let mut meetings = Vec::new();
    for event in reader.events()? {
        let data = EventData::without_signups(Recording::load(reader, &event)?);
        if data.recording.is_settled() {
            let mut people = data.everybody();
            people.retain(|it| data.is_present(*it));
            meetings.push(Present {
                event: event.id,
                start: event.start,
                people,
            });
        }
    }
    Ok(meetings)
}

/// An event with everybody in it.
#[derive(Debug)]
pub(super) struct EventData {
    /// What was recorded.
    pub(super) recording: Recording,
    /// Every registration, including withdrawn ones.
    pub(super) registrations: HashMap<PersonId, Registration>,
    /// Who chose which session; sessions for everybody do not appear here.
    choices: HashMap<SessionId, HashMap<PersonId, SignupStatus>>,
    /// Who chose any session at all, even without success.
    choosers: BTreeSet<PersonId>,
}

impl EventData {
    /// Loads an event and adds up its stays.
    pub(super) fn load(reader: AsOf<'_>, event: &Event) -> Result<Self, StoreError> {
        let mut data = Self::without_signups(Recording::load(reader, event)?);
        for row in reader.registrations(event.id)? {
            let person = row.registration.person_id;
            for signup in &row.signups {
                let choices = data.choices.entry(signup.session_id).or_default();
                choices.insert(person, signup.status);
                data.choosers.insert(person);
            }
            data.registrations.insert(person, row.registration);
        }
        Ok(data)
    }

    fn without_signups(recording: Recording) -> Self {
        Self {
            recording,
            registrations: HashMap::new(),
            choices: HashMap::new(),
            choosers: BTreeSet::new(),
        }
    }

    /// Returns the status of somebody's sign-up for a session; for sessions for everybody, of their registration.
    pub(super) fn signup(&self, record: &SessionRecord, person: PersonId) -> Option<SignupStatus> {
        if record.is_for_everybody {
            return Some(self.registrations.get(&person)?.status.into());
        }
        self.choice(record, person)
    }

    /// Returns the status of the sign-up that somebody made for this very session.
    fn choice(&self, record: &SessionRecord, person: PersonId) -> Option<SignupStatus> {
        self.choices.get(&record.session.id)?.get(&person).copied()
    }

    /// Returns whether somebody has a place in any session that they chose, or waits for one.
    pub(super) fn has_chosen(&self, person: PersonId) -> bool {
        let mut choices = self.choices.values();
        choices.any(|it| {
            it.get(&person)
                .is_some_and(|status| *status != SignupStatus::Cancelled)
        })
    }

    /// Returns everybody who signed up for a session, in no particular order.
    pub(super) fn signups(
        &self,
        record: &SessionRecord,
    ) -> impl Iterator<Item = (PersonId, SignupStatus)> {
        let everybody = record.is_for_everybody.then_some(&self.registrations);
        let everybody = everybody.into_iter().flatten();
        let choices = self.choices.get(&record.session.id).into_iter().flatten();
        everybody
            .map(|(person, registration)| (*person, registration.status.into()))
            .chain(choices.map(|(person, status)| (*person, *status)))
    }

    /// Returns the verdict on somebody in a session.
    pub(super) fn verdict(&self, record: &SessionRecord, person: PersonId) -> Option<Verdict> {
        record.verdict(person, self.signup(record, person))
    }

    /// Returns whether somebody was to be in a cancelled session: they chose it, or have a part in it, or it was for
    /// everybody.
    pub(super) fn was_to_be_in(&self, session: &Session, person: PersonId) -> bool {
        let choices = self.choices.get(&session.id);
        if let Some(status) = choices.and_then(|it| it.get(&person)) {
            return *status != SignupStatus::Cancelled;
        }
        let is_for_everybody =
            (session.id.0 == 0 || session.kind.is_for_everybody()) && choices.is_none();
        session.people.iter().any(|it| it.person_id == Some(person))
            || is_for_everybody && self.is_registered(person)
    }

    /// Returns the status of somebody's registration for the event.
    pub(super) fn registration_status(&self, person: PersonId) -> Option<SignupStatus> {
        Some(self.registrations.get(&person)?.status.into())
    }

    /// Returns the outcome for everybody, for the event as a whole.
    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for person in self.everybody() {
            tally.add(self.registration_status(person), self.event_verdict(person));
        }
        tally
    }

    /// Returns whether somebody has a confirmed registration.
    pub(super) fn is_registered(&self, person: PersonId) -> bool {
        let registration = self.registrations.get(&person);
        registration.is_some_and(|it| it.status == RegistrationStatus::Confirmed)
    }

    /// Returns whether somebody withdrew their registration. Waiting for a place at the event is not withdrawing.
    pub(super) fn has_withdrawn(&self, person: PersonId) -> bool {
        let registration = self.registrations.get(&person);
        registration.is_some_and(|it| it.status == RegistrationStatus::Cancelled)
    }

    /// Returns everybody who registered or came, by number.
    pub(super) fn everybody(&self) -> BTreeSet<PersonId> {
        let sessions = self.recording.sessions.iter();
        let came = sessions.flat_map(|it| it.attended.keys().chain(it.undecided.attended.keys()));
        let came = came.chain(self.recording.unplaced.attended.keys());
        let came = came.chain(self.registrations.keys()).copied();
        let came = came.chain(self.recording.here.iter().copied());
        came.chain(self.recording.rulings().map(|it| it.person_id))
            .collect()
    }

    /// Returns everybody related to a session, each once: people who signed up, came, or have a verdict by hand.
    pub(super) fn concerned(&self, record: &SessionRecord) -> BTreeSet<PersonId> {
        let signups = self.signups(record).map(|(person, _)| person);
        let others = record.attended.keys().chain(record.rulings.keys());
        signups.chain(others.copied()).collect()
    }

    /// Returns the presence of somebody in a session that is not over.
    pub(super) fn presence(&self, record: &SessionRecord, person: PersonId) -> Option<Presence> {
        record.presence(person, self.signup(record, person))
    }

    /// Returns the presence of somebody while the event is not over; `None` afterwards, and for people who are not
    /// expected.
    pub(super) fn presence_at_event(&self, person: PersonId) -> Option<Presence> {
        let recording = &self.recording;
        if recording.phase.is_over() {
            return None;
        }
        if recording.here.contains(&person) {
            return Some(Presence::Here);
        }
        if recording.has_come(person) {
            return Some(Presence::Left);
        }
        let is_expected = self.is_registered(person) && self.event_verdict(person).is_none();
        is_expected.then_some(match recording.phase {
            Phase::Before => Presence::Expected,
            Phase::Running | Phase::Over => Presence::NotYet,
        })
    }

    /// Returns whether somebody was at the event for long enough: in any of its sessions that are over, even if it is
    /// not known which; `None` for people who did not come.
    pub(super) fn met_rule(&self, person: PersonId) -> Option<bool> {
        let sessions = self.recording.sessions.iter();
        let here = sessions.filter_map(|it| it.met_rule(person));
        here.chain(self.recording.met_somewhere(person).map(|it| it.meets))
            .max()
    }

    /// Returns whether somebody was at the event, however briefly, in what is over.
    pub(super) fn came(&self, person: PersonId) -> bool {
        self.met_rule(person).is_some()
    }

    /// Returns whether somebody was at the event for long enough.
    pub(super) fn is_present(&self, person: PersonId) -> bool {
        self.met_rule(person) == Some(true)
    }

    /// Returns the last day that somebody was there for long enough; `None` for anybody else. For a length without
    /// times it is the first day of the event, since the actual day is unknown.
    pub(super) fn last_day(&self, person: PersonId, event: &Event) -> Option<NaiveDate> {
        let sessions = self.recording.sessions.iter();
        let met = sessions.filter(|it| it.met_rule(person) == Some(true));
        let met = met.map(|it| it.days(person, event.zone));
        let somewhere = self.recording.met_somewhere(person);
        let somewhere = somewhere.filter(|it| it.meets).map(|it| {
            let (start, end) = span(it).unwrap_or((event.start, event.start));
            days(start, end, event.zone)
        });
        met.chain(somewhere).map(|[_, last]| last).max()
    }

    /// Returns how many sessions somebody was in for long enough, including those they speak in.
    pub(super) fn sessions_present(&self, person: PersonId) -> usize {
        let sessions = self.recording.sessions.iter();
        sessions
            .filter(|it| it.met_rule(person) == Some(true))
            .count()
    }

    /// Returns the verdict on somebody for the event as a whole; see the documentation of [`super`].
    ///
    /// `None` if nothing says that they should have been there, or nothing is recorded where they should have been;
    /// before the event's end for everybody but those who withdrew from it.
    pub(super) fn event_verdict(&self, person: PersonId) -> Option<Verdict> {
        let found = self.verdict_so_far(person)?;
        let withdrew = found == Verdict::Excused && !self.is_registered(person);
        (self.recording.phase.is_over() || withdrew).then_some(found)
    }

    /// Returns the verdict from the sessions that are over, as if nothing followed; `None` for people who have been in
    /// one that is not.
    pub(super) fn verdict_so_far(&self, person: PersonId) -> Option<Verdict> {
        let sessions = || self.recording.sessions.iter();
        let is_ruled = sessions().any(|it| it.rulings.contains_key(&person));
        if !is_ruled && !self.recording.is_recorded() {
            return None;
        }
        let has_part = sessions().any(|it| it.parts.contains_key(&person));
        let is_registered = self.is_registered(person);
        if let Some(is_present) = self.met_rule(person) {
            return Some(match (is_registered || has_part, is_present) {
                (true, true) => Verdict::Present,
                (true, false) => Verdict::Partial,
                (false, true) => Verdict::WalkIn,
                (false, false) => Verdict::Brief,
            });
        }
        if self.recording.is_seen_in_what_runs(person) {
            return None;
        }
        self.verdict_on_absent(person, has_part)
    }

    /// Returns the verdict on somebody who was in no session.
    ///
    /// Somebody who missed a session they chose is a no-show, whatever else is known, and so is somebody with a no-show
    /// verdict by hand. Missing a session for everybody is weaker evidence, since they were never asked about it: they
    /// are a no-show, unless
    /// * they chose a session that is not recorded or not over, and have a place there: they may be in it;
    /// * they excused themselves from any session, or withdrew from all they chose: they are excused;
    /// * they have a part in the programme: that is where they are expected.
    fn verdict_on_absent(&self, person: PersonId, has_part: bool) -> Option<Verdict> {
        let sessions = || self.recording.sessions.iter();
        let is_ruled = |it: &SessionRecord| it.rulings.contains_key(&person);
        let has = |verdict| {
            sessions().any(|it| {
                (it.is_recorded || is_ruled(it)) && self.verdict(it, person) == Some(verdict)
            })
        };
        let missed = |it: &&SessionRecord| self.verdict(it, person) == Some(Verdict::NoShow);
        let mut all_missed = sessions().filter(missed);
        if all_missed.any(|it| !it.is_for_everybody || is_ruled(it)) {
            return Some(Verdict::NoShow);
        }
        if !self.is_registered(person) {
            let withdrew = self.has_withdrawn(person);
            return (withdrew || has(Verdict::Excused)).then_some(Verdict::Excused);
        }
        let place = Some(SignupStatus::Confirmed);
        let is_open = |it: &SessionRecord| !it.is_settled() && !is_ruled(it);
        if sessions().any(|it| is_open(it) && self.choice(it, person) == place) {
            return None;
        }
        let is_chooser = self.choosers.contains(&person);
        // All they chose was cancelled: nothing says that they should have been there.
        if is_chooser && sessions().all(|it| self.choice(it, person).is_none()) {
            return has(Verdict::Excused).then_some(Verdict::Excused);
        }
        // The log of the whole event would have recorded people who chose nothing.
        let is_logged = self.recording.has_event_stays && self.recording.phase.is_over();
        let is_missing = has(Verdict::NoShow) || (!is_chooser && is_logged);
        if !is_missing || has_part {
            return has(Verdict::Excused).then_some(Verdict::Excused);
        }
        let is_excused = |it: &SessionRecord| match it.rulings.get(&person) {
            Some(ruling) => ruling.verdict == Verdict::Excused,
            None => it.excused.contains(&person) && self.signup(it, person) == place,
        };
        let told_us = sessions().any(is_excused);
        let mut choices = sessions().filter_map(|it| self.choice(it, person));
        let withdrew = is_chooser && choices.all(|it| it == SignupStatus::Cancelled);
        Some(if told_us || withdrew {
            Verdict::Excused
        } else {
            Verdict::NoShow
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, BREAKOUT_A, BREAKOUT_B, Fixture};
    use super::*;
    use crate::model::{EventId, Part, SessionPerson};
    use crate::store::Writer;

    const EVENT: EventId = EventId(1);
    const KEYNOTE: SessionId = SessionId(1);
    const IDA: PersonId = PersonId(10);

    /// The fixture's meeting with Ida, who registered and was never seen, and further changes.
    fn verdict(work: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>) -> Option<Verdict> {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            fixture::add_person(writer, ("Ida", "Still"), None)?;
            fixture::register(writer, EVENT, IDA.0, None)?;
            work(writer)
        });
        let data = EventData::load(fixture.read(), &fixture.event()).unwrap();
        data.event_verdict(IDA)
    }

    fn choose(
        writer: &Writer<'_>,
        session: SessionId,
        status: SignupStatus,
    ) -> Result<(), StoreError> {
        let registration = writer.registration(EVENT, IDA)?.unwrap();
        writer.add_signup(registration.id, session, status, None, None)?;
        Ok(())
    }

    #[test]
    fn who_was_not_even_in_the_keynote_is_a_no_show() {
        use SignupStatus::{Cancelled, Waitlisted};
        assert_eq!(verdict(|_| Ok(())), Some(Verdict::NoShow));
        // Waiting for a place is not having one, recorded or not.
        for session in [BREAKOUT_A, BREAKOUT_B] {
            let waiting = verdict(|writer| choose(writer, session, Waitlisted));
            assert_eq!(waiting, Some(Verdict::NoShow));
        }
        // A change of mind is not a withdrawal from the event.
        let changed = verdict(|writer| {
            choose(writer, BREAKOUT_B, Cancelled)?;
            choose(writer, BREAKOUT_A, Waitlisted)
        });
        assert_eq!(changed, Some(Verdict::NoShow));
    }

    #[test]
    fn who_may_have_been_where_nothing_is_recorded_is_no_no_show_of_the_keynote_alone() {
        let place = SignupStatus::Confirmed;
        assert_eq!(verdict(|writer| choose(writer, BREAKOUT_B, place)), None);
        // Missing a session they chose makes them a no-show.
        let both = verdict(|writer| {
            choose(writer, BREAKOUT_A, place)?;
            choose(writer, BREAKOUT_B, place)
        });
        assert_eq!(both, Some(Verdict::NoShow));
    }

    #[test]
    fn who_told_us_or_withdrew_is_excused_from_the_keynote_too() {
        let told_us_of = |session| {
            verdict(move |writer| {
                choose(writer, BREAKOUT_A, SignupStatus::Confirmed)?;
                writer.excuse(IDA, BREAKOUT_A)?;
                writer.excuse(IDA, session)?;
                Ok(())
            })
        };
        assert_eq!(told_us_of(BREAKOUT_A), Some(Verdict::Excused));
        assert_eq!(told_us_of(KEYNOTE), Some(Verdict::Excused));
        let keynote = verdict(|writer| writer.excuse(IDA, KEYNOTE).map(drop));
        assert_eq!(keynote, Some(Verdict::Excused));
        // Nobody needs to be excused from a session they never chose.
        let bar = verdict(|writer| writer.excuse(IDA, SessionId(4)).map(drop));
        assert_eq!(bar, Some(Verdict::NoShow));
        for session in [BREAKOUT_A, BREAKOUT_B] {
            let withdrew = verdict(|writer| choose(writer, session, SignupStatus::Cancelled));
            assert_eq!(withdrew, Some(Verdict::Excused));
        }
    }

    #[test]
    fn who_has_a_part_is_no_no_show_of_the_keynote_alone() {
        let host = verdict(|writer| {
            let mut session = writer.session(BREAKOUT_A)?.unwrap();
            session.people.push(SessionPerson {
                part: Part::Host,
                name: "Ida Still".to_owned(),
                person_id: Some(IDA),
            });
            writer.save_session(&session).map(drop)
        });
        assert_eq!(host, None);
    }

    #[test]
    fn who_cancelled_the_registration_is_excused_and_a_walk_in_when_they_come() {
        let withdrew = verdict(|writer| fixture::withdraw(writer, EVENT, IDA.0));
        assert_eq!(withdrew, Some(Verdict::Excused));
        let came = verdict(|writer| {
            fixture::withdraw(writer, EVENT, IDA.0)?;
            fixture::add_stay(writer, EVENT, Some(1), Ok(IDA.0), Some(("10:00", "11:00")))
        });
        assert_eq!(came, Some(Verdict::WalkIn));
    }

    #[test]
    fn who_waits_for_a_place_at_the_event_is_not_excused() {
        let waited = verdict(|writer| {
            let mut registration = writer.registration(EVENT, IDA)?.unwrap();
            registration.status = RegistrationStatus::Waitlisted;
            writer.save_registration(&registration)?;
            Ok(())
        });
        assert_eq!(waited, None);
    }
}
