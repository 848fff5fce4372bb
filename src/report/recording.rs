//! What was recorded of an event, session by session: the arithmetic of all reports.
//!
//! # Which stays count for a session
//!
//! Those recorded for it, and, when it has no room of its own, those of the event as a whole: one long
//! meeting room serves every session that ran in it, each by the clock.
//!
//! *In parallel.* Nobody can be in three breakouts at once. Where several sessions without a room of their own
//! overlap in time (back to back is no overlap), the log of the event does not say who was in which, and its
//! stays count for none of them. Whoever was in it at that time was at the event all the same: that is
//! kept as [`SessionRecord::undecided`], and counts for the event as a whole alone.
//!
//! *Plenaries.* Where everybody is, the log of the event as a whole is: a plenary or keynote beside which nothing
//! runs counts its stays whatever its room is called.
//!
//! *Without times.* A length has no place on the clock, so that no share of it can be taken: of the event as a
//! whole it counts only where a single session has no room of its own, or the event has no sessions. Elsewhere it
//! is [`Recording::unplaced`], and says no more than that somebody was at the event.
//!
//! *Of nobody.* A stay that somebody said was nobody's, a program that takes notes, counts nowhere.
//!
//! A session is *recorded* when stays were given to it or a stay of the event counts for it, be it one that
//! belongs to nobody yet. A log that ends at noon says nothing about the evening.
//!
//! # Verdicts by hand
//!
//! What somebody said of a person in a session stands over what was recorded, in every report, and makes
//! nothing else recorded: the others of that session are no no-shows by it. Minutes stay those of the log. Speakers,
//! moderators and hosts have no verdict, by hand neither: one given before the programme named them has no
//! effect.
//!
//! # Who is expected in a session
//!
//! Who signed up for it. A plenary or keynote that nobody signed up for is *for everybody*: the registration
//! for the event is the sign-up. An event without sessions is one session of this kind.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::times::days;
use crate::attendance::{
    Attended, RuleInForce, SignedUp, StayTimes, attend, effective_rule, sessions_of_the_whole,
    shares_by_the_clock, verdict,
};
use crate::model::{
    Event, Instant, Part, PersonId, Ruling, Session, SessionId, SessionKind, SignupStatus, Stay,
    StayId, Verdict,
};
use crate::store::{Reader, StoreError};

/// What was recorded of an event.
#[derive(Debug)]
pub(super) struct Recording {
    /// Its sessions in the programme's order; the event itself when it has none.
    pub(super) sessions: Vec<SessionRecord>,
    /// Whether there are stays of the event as a whole.
    pub(super) has_event_stays: bool,
    /// Lengths of the event as a whole that count for no session, measured against the event.
    pub(super) unplaced: Turnout,
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
    /// Stays that belong to nobody yet, by number.
    pub(super) unidentified: Vec<Unidentified>,
    /// What the stays of the event as a whole would come to here, where it ran beside other sessions without a
    /// room and they count for none of them.
    pub(super) undecided: Turnout,
    /// Who is not its audience.
    pub(super) parts: BTreeMap<PersonId, Part>,
    /// Who told us that they would not come.
    pub(super) excused: HashSet<PersonId>,
    /// Verdicts by hand on its audience.
    pub(super) rulings: BTreeMap<PersonId, Ruling>,
}

/// What stays come to in one span of time.
#[derive(Debug, Default)]
pub(super) struct Turnout {
    /// Everybody who came, by number.
    pub(super) attended: BTreeMap<PersonId, Attended>,
    /// Stays that belong to nobody yet, by number.
    pub(super) unidentified: Vec<Unidentified>,
}

/// A stay that belongs to nobody yet.
#[derive(Debug)]
pub(super) struct Unidentified {
    /// Which.
    pub(super) stay: StayId,
    /// The name as recorded, else the address.
    pub(super) name: Option<String>,
    /// What it comes to.
    pub(super) attended: Attended,
}

/// Which stays of the event as a whole count for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    /// None: it has a room of its own.
    None,
    /// None, although it has no room: it runs beside others that have none either.
    Undecided,
    /// Those that touch it, and the word that somebody was there.
    ByTheClock,
    /// All: no other session is without a room.
    All,
}

impl Share {
    /// Returns the share of each session.
    fn of_all(sessions: &[Session]) -> Vec<Self> {
        let alone: HashSet<SessionId> = shares_by_the_clock(sessions).map(|it| it.id).collect();
        let of_the_whole = sessions_of_the_whole(sessions).count();
        let shares = sessions.iter().map(|session| {
            if !alone.contains(&session.id) {
                if session.room.is_some() {
                    Self::None
                } else {
                    Self::Undecided
                }
            } else if of_the_whole > 1 {
                Self::ByTheClock
            } else {
                Self::All
            }
        });
        shares.collect()
    }

    /// Whether a stay of the event as a whole counts.
    fn has(self, stay: &Stay) -> bool {
        match self {
            Self::None | Self::Undecided => false,
            Self::ByTheClock => stay.seconds.is_none(),
            Self::All => true,
        }
    }
}

impl Turnout {
    /// Adds up stays from `start` to `end`.
    fn of<'a>(
        (start, end): (Instant, Instant),
        rule: RuleInForce,
        stays: impl Iterator<Item = &'a Stay>,
    ) -> Self {
        let attend = |stays: &[StayTimes]| attend(start, end, stays, rule.rule);
        let mut times: BTreeMap<PersonId, Vec<StayTimes>> = BTreeMap::new();
        let mut unidentified = Vec::new();
        for stay in stays {
            match stay.person_id {
                Some(person) => times.entry(person).or_default().push(stay.into()),
                None => unidentified.extend(attend(&[stay.into()]).map(|attended| Unidentified {
                    stay: stay.id,
                    name: stay.recorded_name.clone().or(stay.recorded_email.clone()),
                    attended,
                })),
            }
        }
        let people = times.into_iter();
        Self {
            attended: people
                .filter_map(|(person, times)| Some((person, attend(&times)?)))
                .collect(),
            unidentified,
        }
    }

    /// Adds up the stays of the event as a whole that have a place on the clock, from its start to its end,
    /// in its sessions or not.
    pub(super) fn of_event(reader: Reader<'_>, event: &Event) -> Result<Self, StoreError> {
        let mut stays = reader.stays(event.id)?;
        let has_times = |it: &Stay| it.joined_at.is_some() || it.left_at.is_some();
        stays.retain(|it| it.session_id.is_none() && !it.is_nobody && has_times(it));
        let length = (event.end - event.start).num_seconds();
        let rule = effective_rule(None, event.rule, length);
        Ok(Self::of((event.start, event.end), rule, stays.iter()))
    }

    /// Whether nobody came, not even somebody unknown.
    pub(super) fn is_empty(&self) -> bool {
        self.attended.is_empty() && self.unidentified.is_empty()
    }
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
        let mut stays = reader.stays(event.id)?;
        stays.retain(|stay| !stay.is_nobody);
        let excuses = reader.excuses(event.id)?;
        let rulings = reader.rulings(event.id)?;
        let shares = Share::of_all(&sessions);
        let unplaced = if shares.contains(&Share::All) {
            Turnout::default()
        } else {
            let length = (event.end - event.start).num_seconds();
            let rule = effective_rule(None, event.rule, length);
            let lengths = stays.iter();
            let lengths = lengths.filter(|it| it.session_id.is_none() && it.seconds.is_some());
            Turnout::of((event.start, event.end), rule, lengths)
        };
        let sessions = sessions.into_iter().zip(shares).map(|(session, share)| {
            let mut record = SessionRecord::of(session, share, event, &stays);
            let is_meant_so = !has_sessions || record.session.kind.is_for_everybody();
            record.is_for_everybody = is_meant_so && !chosen.contains(&record.session.id);
            let own = excuses.iter().filter(|(_, id)| *id == record.session.id);
            record.excused = own.map(|(person, _)| *person).collect();
            let own = rulings
                .iter()
                .filter(|it| it.session_id == record.session.id);
            let own = own.filter(|it| !record.parts.contains_key(&it.person_id));
            record.rulings = own.map(|it| (it.person_id, it.clone())).collect();
            record
        });
        Ok(Self {
            sessions: sessions.collect(),
            has_event_stays: stays.iter().any(|stay| stay.session_id.is_none()),
            unplaced,
        })
    }

    /// Whether anything was recorded of the event.
    pub(super) fn is_recorded(&self) -> bool {
        let mut sessions = self.sessions.iter();
        sessions.any(|it| it.is_recorded || !it.undecided.is_empty()) || !self.unplaced.is_empty()
    }

    /// Whether anything is known of who was at the event, be it by hand alone.
    pub(super) fn is_known(&self) -> bool {
        self.is_recorded() || self.rulings().next().is_some()
    }

    /// Returns the verdicts by hand.
    pub(super) fn rulings(&self) -> impl Iterator<Item = &Ruling> {
        self.sessions.iter().flat_map(|it| it.rulings.values())
    }

    /// Returns what somebody's stays come to of which nobody knows in which session.
    pub(super) fn attended_somewhere(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        let undecided = self.sessions.iter().map(|it| &it.undecided.attended);
        let all = undecided.chain([&self.unplaced.attended]);
        all.filter_map(move |attended| attended.get(&person))
    }
}

impl SessionRecord {
    fn of(session: Session, share: Share, event: &Event, stays: &[Stay]) -> Self {
        let rule = effective_rule(session.rule, event.rule, session.seconds());
        let span = (session.start, session.end);
        let counts = |stay: &&Stay| match stay.session_id {
            Some(id) => id == session.id,
            None => share.has(stay),
        };
        let turnout = Turnout::of(span, rule, stays.iter().filter(counts));
        let undecided = if share == Share::Undecided {
            let event_stays = stays.iter().filter(|it| it.session_id.is_none());
            Turnout::of(span, rule, event_stays.filter(|it| it.seconds.is_none()))
        } else {
            Turnout::default()
        };
        let has_log = stays.iter().any(|it| it.session_id == Some(session.id));
        // Somebody with two parts is what the programme names first.
        let named = session.people.iter().rev();
        let parts = named.filter_map(|it| Some((it.person_id?, it.part)));
        Self {
            rule,
            is_for_everybody: false,
            is_recorded: has_log || !turnout.is_empty(),
            attended: turnout.attended,
            unidentified: turnout.unidentified,
            undecided,
            parts: parts.collect(),
            excused: HashSet::new(),
            rulings: BTreeMap::new(),
            session,
        }
    }

    /// Returns the verdict on somebody of the audience.
    ///
    /// One by hand stands over what was recorded. `None` for speakers, moderators and hosts, for whoever was
    /// neither expected nor there, and, but for those by hand, for everybody as long as nothing is recorded.
    pub(super) fn verdict(
        &self,
        person: PersonId,
        signup: Option<SignupStatus>,
    ) -> Option<Verdict> {
        match self.rulings.get(&person) {
            Some(ruling) => Some(ruling.verdict),
            None => self.recorded_verdict(person, signup),
        }
    }

    /// Returns what the verdict would be had nobody given one by hand.
    pub(super) fn recorded_verdict(
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

    /// Returns whether somebody was here for long enough; `None` for whoever did not come.
    pub(super) fn presence(&self, person: PersonId) -> Option<bool> {
        match self.rulings.get(&person).map(|it| it.verdict) {
            Some(Verdict::Present | Verdict::WalkIn) => Some(true),
            Some(Verdict::Partial | Verdict::Brief) => Some(false),
            Some(Verdict::Excused | Verdict::NoShow) => None,
            None => self.attended.get(&person).map(|it| it.meets),
        }
    }

    /// Returns the first and the last day that somebody was here, as far as a log says when; else those of the session.
    pub(super) fn days(&self, person: PersonId, zone: Tz) -> [NaiveDate; 2] {
        let session = (self.session.start, self.session.end);
        let (start, end) = self.attended.get(&person).and_then(span).unwrap_or(session);
        days(start, end, zone)
    }

    /// Returns those of the audience who came, by number.
    pub(super) fn audience(&self) -> impl Iterator<Item = (PersonId, &Attended)> {
        let everybody = self.attended.iter().map(|(id, attended)| (*id, attended));
        everybody.filter(|(id, _)| !self.parts.contains_key(id))
    }
}

/// From when to when somebody was there; `None` where no log says.
pub(super) fn span(attended: &Attended) -> Option<(Instant, Instant)> {
    let (first, last) = (attended.intervals.first()?, attended.intervals.last()?);
    Some((first.start, last.end))
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

#[cfg(test)]
#[path = "recording_tests.rs"]
mod tests;
