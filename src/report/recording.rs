//! What was recorded of an event, session by session: the arithmetic of all reports.
//!
//! # Which stays count for a session
//!
//! Those recorded for it, and, when it has no room of its own, those of the event as a whole: one long
//! meeting room serves every session that ran in it, each by the clock.
//!
//! A session is *recorded* when stays were given to it or a stay of the event touches it, be it nobody's. A
//! log that ends at noon says nothing about the evening.
//!
//! # Who is expected in a session
//!
//! Who signed up for it. A plenary or keynote that nobody signed up for is *for everybody*: the registration
//! for the event is the sign-up. An event without sessions is one session of this kind.

use std::collections::{BTreeMap, HashSet};

use crate::attendance::{
    Attended, RuleInForce, SignedUp, StayTimes, attend, effective_rule, verdict,
};
use crate::model::{
    Event, Part, PersonId, Session, SessionId, SessionKind, SignupStatus, Stay, Verdict,
};
use crate::store::{Reader, StoreError};

/// What was recorded of an event.
#[derive(Debug)]
pub(super) struct Recording {
    /// Its sessions in the programme's order; the event itself when it has none.
    pub(super) sessions: Vec<SessionRecord>,
    /// Whether there are stays of the event as a whole.
    pub(super) has_event_stays: bool,
}

/// What was recorded of a session.
#[derive(Debug)]
pub(super) struct SessionRecord {
    /// The session.
    pub(super) session: Session,
    /// The rule that holds.
    pub(super) rule: RuleInForce,
    /// Whether the registration for the event is the sign-up for it.
    pub(super) is_for_everybody: bool,
    /// Whether anything was recorded.
    pub(super) is_recorded: bool,
    /// Everybody who came, by number.
    pub(super) attended: BTreeMap<PersonId, Attended>,
    /// Stays that belong to nobody, by number.
    pub(super) unidentified: Vec<Unidentified>,
    /// Who is not its audience.
    pub(super) parts: BTreeMap<PersonId, Part>,
    /// Who told us that they would not come.
    pub(super) excused: HashSet<PersonId>,
}

/// A stay that belongs to nobody.
#[derive(Debug)]
pub(super) struct Unidentified {
    /// The name as recorded, else the address.
    pub(super) name: Option<String>,
    /// What it comes to.
    pub(super) attended: Attended,
}

impl Recording {
    /// Reads and adds up what was recorded of an event.
    pub(super) fn load(reader: Reader<'_>, event: &Event) -> Result<Self, StoreError> {
        let mut sessions = reader.sessions(event.id)?;
        let has_sessions = !sessions.is_empty();
        if !has_sessions {
            sessions.push(whole(event));
        }
        let chosen = reader.sessions_with_signups(event.id)?;
        let stays = reader.stays(event.id)?;
        let excuses = reader.excuses(event.id)?;
        let sessions = sessions.into_iter().map(|session| {
            let mut record = SessionRecord::of(session, event, &stays);
            let is_meant_so = !has_sessions || record.session.kind.is_for_everybody();
            record.is_for_everybody = is_meant_so && !chosen.contains(&record.session.id);
            let own = excuses.iter().filter(|(_, id)| *id == record.session.id);
            record.excused = own.map(|(person, _)| *person).collect();
            record
        });
        Ok(Self {
            sessions: sessions.collect(),
            has_event_stays: stays.iter().any(|stay| stay.session_id.is_none()),
        })
    }

    /// Whether anything was recorded of the event.
    pub(super) fn is_recorded(&self) -> bool {
        self.sessions.iter().any(|session| session.is_recorded)
    }
}

impl SessionRecord {
    fn of(session: Session, event: &Event, stays: &[Stay]) -> Self {
        let rule = effective_rule(session.rule, event.rule, session.seconds());
        let attend = |stays: &[StayTimes]| attend(session.start, session.end, stays, rule.rule);
        let counts = |stay: &&Stay| match stay.session_id {
            Some(id) => id == session.id,
            None => session.room.is_none(),
        };
        let mut is_recorded = false;
        let mut times: BTreeMap<PersonId, Vec<StayTimes>> = BTreeMap::new();
        let mut unidentified = Vec::new();
        for stay in stays.iter().filter(counts) {
            is_recorded |= stay.session_id.is_some();
            match stay.person_id {
                Some(person) => times.entry(person).or_default().push(stay.into()),
                None => unidentified.extend(attend(&[stay.into()]).map(|attended| Unidentified {
                    name: stay.recorded_name.clone().or(stay.recorded_email.clone()),
                    attended,
                })),
            }
        }
        let attended: BTreeMap<_, _> = times
            .into_iter()
            .filter_map(|(person, times)| Some((person, attend(&times)?)))
            .collect();
        // Somebody with two parts is what the programme names first.
        let named = session.people.iter().rev();
        let parts = named.filter_map(|it| Some((it.person_id?, it.part)));
        Self {
            rule,
            is_for_everybody: false,
            is_recorded: is_recorded || !attended.is_empty() || !unidentified.is_empty(),
            attended,
            unidentified,
            parts: parts.collect(),
            excused: HashSet::new(),
            session,
        }
    }

    /// Returns the verdict on somebody of the audience.
    ///
    /// `None` for speakers, moderators and hosts, for whoever was neither expected nor there, and for
    /// everybody as long as nothing is recorded.
    pub(super) fn verdict(
        &self,
        person: PersonId,
        signup: Option<SignupStatus>,
    ) -> Option<Verdict> {
        if !self.is_recorded || self.parts.contains_key(&person) {
            return None;
        }
        let excused = self.excused.contains(&person);
        verdict(SignedUp::from(signup), excused, self.attended.get(&person))
    }

    /// Returns those of the audience who came, by number.
    pub(super) fn audience(&self) -> impl Iterator<Item = (PersonId, &Attended)> {
        let everybody = self.attended.iter().map(|(id, attended)| (*id, attended));
        everybody.filter(|(id, _)| !self.parts.contains_key(id))
    }
}

/// Returns an event as the one session that it is; its number is nobody else's.
fn whole(event: &Event) -> Session {
    Session {
        id: SessionId(0),
        event_id: event.id,
        slug: String::new(),
        title: event.title.clone(),
        kind: SessionKind::Other,
        start: event.start,
        end: event.end,
        capacity: None,
        room: None,
        rule: None,
        drop_in: false,
        people: Vec::new(),
    }
}
