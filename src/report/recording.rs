//! Computes what was recorded of an event, session by session: the arithmetic of all reports.
//!
//! # Which stays count for a session
//!
//! Those recorded for it and, if it has no room of its own, those of the event as a whole: one long meeting room serves
//! every session that ran in it, each by the clock.
//!
//! *Parallel sessions.* Nobody can be in three breakouts at once. If several sessions without a room of their own
//! overlap (back to back is not an overlap), the log of the event does not say who was in which, and its stays count
//! for none of them. People who were in it at that time were still at the event: that is kept as
//! [`SessionRecord::undecided`], and counts only for the event as a whole.
//!
//! *Plenaries.* A plenary or keynote that nothing runs parallel to takes place in the room of the event, so stays of
//! the event as a whole count for it, whatever its room is called.
//!
//! *Without times.* A length without times cannot be divided among sessions. One of the event as a whole counts only if
//! a single session has no room of its own, or the event has no sessions. Otherwise it is [`Recording::unplaced`], and
//! only shows that somebody was at the event.
//!
//! *Of no person.* A stay marked as belonging to no person, such as a note-taking program, counts nowhere.
//!
//! A session is *recorded* if it has stays of its own or stays of the event that count for it, including ones not yet
//! matched to a person. A log that ends at noon says nothing about the evening.
//!
//! # Verdicts by hand
//!
//! A verdict given by hand overrides what was recorded, in every report, but does not make the session recorded: the
//! others in it do not become no-shows. Minutes remain those of the log. Speakers, moderators and hosts have no
//! verdict, not even by hand: one given before the programme named them has no effect.
//!
//! # The clock
//!
//! Each session, and the event as a whole, has a [`Phase`] at the moment of the report. Verdicts exist only once it is
//! over; verdicts by hand, excuses and withdrawals are known at any time. Before a session begins people are expected;
//! while it runs they are here, have left or are not here yet ([`Presence`]), and minutes are those up to the moment.
//! After the end the moment makes no difference.
//!
//! # What is cancelled
//!
//! A cancelled session, and every session of a cancelled event, is in [`Recording::cancelled`] and not among the
//! sessions: nobody is expected in it, so that it is in no figure, and it is parallel to none. Reports about an event
//! name it below their title, and the programme lists it.
//!
//! # Who is expected in a session
//!
//! People who signed up for it. A plenary or keynote that nobody signed up for is *for everybody*: the registration for
//! the event is the sign-up. An event without sessions is one session of this kind.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::AsOf;
use super::times::days;
use super::turnout::{Share, Turnout, Unidentified, span, whole};
use crate::attendance::{
    Attended, Interval, Phase, Presence, RuleInForce, SignedUp, effective_rule, verdict,
};
use crate::model::{
    Event, Instant, Part, PersonId, Ruling, Session, SessionId, SignupStatus, Stay, Verdict,
};
use crate::store::{RemovedOutcome, StoreError};

/// What was recorded of an event.
#[derive(Debug)]
pub(super) struct Recording {
    /// The moment that reports are as of.
    pub(super) now: Instant,
    /// When the file was last changed.
    pub(super) last_change: Option<Instant>,
    /// The phase of the event as a whole at that moment.
    pub(super) phase: Phase,
    /// Who is anywhere at the event at that moment; nobody after its end.
    pub(super) here: BTreeSet<PersonId>,
    /// Its sessions in programme order; the event itself if it has none.
    pub(super) sessions: Vec<SessionRecord>,
    /// Its cancelled sessions in programme order; the event itself if that is cancelled and has none.
    pub(super) cancelled: Vec<Session>,
    /// Everybody with a part in any session that takes place.
    pub(super) contributors: BTreeSet<PersonId>,
    /// Whether there are stays of the event as a whole.
    pub(super) has_event_stays: bool,
    /// Lengths of the event as a whole that count for no session, measured against the event.
    pub(super) unplaced: Turnout,
    /// How many participants were removed for good since.
    pub(super) removed: i64,
}

/// What was recorded of a session.
#[derive(Debug)]
pub(super) struct SessionRecord {
    /// The session.
    pub(super) session: Session,
    /// Its phase at the moment of the report.
    pub(super) phase: Phase,
    /// The rule in force.
    pub(super) rule: RuleInForce,
    /// Whether the registration for the event is the sign-up for it.
    pub(super) is_for_everybody: bool,
    /// Whether anything was recorded.
    pub(super) is_recorded: bool,
    /// Everybody who came, by number.
    pub(super) attended: BTreeMap<PersonId, Attended>,
    /// Stays not yet matched to a person, by number.
    pub(super) unidentified: Vec<Unidentified>,
    /// The results of stays of the event as a whole, if this session overlaps others without a room and they count for
    /// none of them.
    pub(super) undecided: Turnout,
    /// People who are not its audience.
    pub(super) parts: BTreeMap<PersonId, Part>,
    /// People who excused themselves.
    pub(super) excused: HashSet<PersonId>,
    /// Verdicts by hand on its audience.
    pub(super) rulings: BTreeMap<PersonId, Ruling>,
    /// What those did who were removed for good since.
    pub(super) removed: Vec<RemovedOutcome>,
    /// The most people who were here at once, where their times are no longer kept.
    pub(super) kept_peak: Option<i64>,
}

impl Recording {
    /// Loads and adds up what was recorded of an event.
    pub(super) fn load(reader: AsOf<'_>, event: &Event) -> Result<Self, StoreError> {
        let now = reader.now;
        let mut sessions = reader.sessions(event.id)?;
        let has_sessions = !sessions.is_empty();
        if !has_sessions {
            sessions.push(whole(event));
        }
        let (cancelled, sessions): (Vec<Session>, Vec<Session>) = sessions
            .into_iter()
            .partition(|it| it.cancelled || event.cancelled);
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
            let lengths = lengths.filter(|it| it.session_id.is_none() && it.is_a_length());
            Turnout::of((event.start, event.end), now, rule, lengths)
        };
        let mut removed = reader.removed_outcomes(event.id)?;
        let peaks = reader.kept_peaks(event.id)?;
        let sessions = sessions.into_iter().zip(shares).map(|(session, share)| {
            let mut record = SessionRecord::of(session, share, event, now, &stays);
            let is_meant_so = !has_sessions || record.session.kind.is_for_everybody();
            record.is_for_everybody = is_meant_so && !chosen.contains(&record.session.id);
            let own = excuses.iter().filter(|(_, id)| *id == record.session.id);
            record.excused = own.map(|(person, _)| *person).collect();
            let own = rulings
                .iter()
                .filter(|it| it.session_id == record.session.id);
            let own = own.filter(|it| !record.parts.contains_key(&it.person_id));
            record.rulings = own.map(|it| (it.person_id, it.clone())).collect();
            record.removed = removed.remove(&record.session.id).unwrap_or_default();
            record.kept_peak = peaks.get(&record.session.id).copied();
            // Where those who were seen are gone, the others were still not there.
            let is_seen = |it: &RemovedOutcome| {
                let verdict = it.known().and_then(|it| it.1);
                verdict.is_some_and(|it| it != Verdict::Excused)
            };
            record.is_recorded |= record.removed.iter().any(is_seen);
            record
        });
        let sessions: Vec<SessionRecord> = sessions.collect();
        let parts = sessions.iter().flat_map(|it| it.parts.keys().copied());
        let contributors = parts.collect();
        let phase = phase((event.start, event.end), now);
        Ok(Self {
            contributors,
            now,
            last_change: reader.last_change()?,
            phase,
            here: if phase.is_over() {
                BTreeSet::new()
            } else {
                here(&sessions, &stays, now)
            },
            sessions,
            cancelled,
            has_event_stays: stays.iter().any(|stay| stay.session_id.is_none()),
            unplaced,
            removed: reader.removed_participants(event.id)?,
        })
    }

    /// Keeps a single session; its phase then decides whether the moment makes a difference.
    pub(super) fn narrow_to(&mut self, session: SessionId) {
        self.sessions.retain(|it| it.session.id == session);
        if let Some(only) = self.sessions.first() {
            self.phase = only.phase;
        }
    }

    /// Returns whether anything was recorded of the event.
    pub(super) fn is_recorded(&self) -> bool {
        let mut sessions = self.sessions.iter();
        sessions.any(|it| it.is_recorded || !it.undecided.is_empty()) || !self.unplaced.is_empty()
    }

    /// Returns whether anybody's attendance at the event is known, even if only by hand.
    pub(super) fn is_known(&self) -> bool {
        self.is_recorded() || self.rulings().next().is_some()
    }

    /// Returns whether attendance is known and the event is over: before that there are neither figures nor verdicts on
    /// the event as a whole.
    pub(super) fn is_settled(&self) -> bool {
        self.is_known() && self.phase.is_over()
    }

    /// Returns whether the moment makes a difference: something has begun, and not everything has ended.
    pub(super) fn is_underway(&self) -> bool {
        let phases = || self.sessions.iter().map(|it| it.phase).chain([self.phase]);
        phases().any(|it| it != Phase::Before) && phases().any(|it| !it.is_over())
    }

    /// Returns the sessions that are not over.
    pub(super) fn not_over(&self) -> impl Iterator<Item = &SessionRecord> {
        self.sessions.iter().filter(|it| !it.phase.is_over())
    }

    /// Returns the verdicts by hand.
    pub(super) fn rulings(&self) -> impl Iterator<Item = &Ruling> {
        self.sessions.iter().flat_map(|it| it.rulings.values())
    }

    /// Returns the results of somebody's stays for which the session is not known.
    pub(super) fn attended_somewhere(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        let undecided = self.sessions.iter().map(|it| &it.undecided.attended);
        let all = undecided.chain([&self.unplaced.attended]);
        all.filter_map(move |attended| attended.get(&person))
    }

    /// Returns the same for sessions that are over, so that it can be compared with the rule.
    pub(super) fn met_somewhere(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        let over = self.sessions.iter().filter(|it| it.phase.is_over());
        let undecided = over.map(|it| &it.undecided.attended);
        let unplaced = [&self.unplaced.attended].into_iter();
        let all = undecided.chain(unplaced.filter(|_| self.phase.is_over()));
        all.filter_map(move |attended| attended.get(&person))
    }

    /// Returns whether somebody has been at the event so far, however briefly.
    pub(super) fn has_come(&self, person: PersonId) -> bool {
        let mut sessions = self.sessions.iter();
        sessions.any(|it| it.attended.contains_key(&person))
            || self.attended_somewhere(person).next().is_some()
            || self.here.contains(&person)
    }

    /// Returns whether somebody has been in anything that is not over, so that they cannot be called absent yet.
    pub(super) fn is_seen_in_what_runs(&self, person: PersonId) -> bool {
        let mut running = self.not_over();
        running.any(|it| {
            it.attended.contains_key(&person) || it.undecided.attended.contains_key(&person)
        }) || !self.phase.is_over() && self.unplaced.attended.contains_key(&person)
            || self.here.contains(&person)
    }
}

fn phase((start, end): (Instant, Instant), now: Instant) -> Phase {
    Phase::of(Interval { start, end }, now)
}

/// Returns who is at an event at a moment: in a running session, or with a stay that has not ended, unless its session
/// has.
fn here(sessions: &[SessionRecord], stays: &[Stay], now: Instant) -> BTreeSet<PersonId> {
    let over = sessions.iter().filter(|it| it.phase.is_over());
    let over: HashSet<SessionId> = over.map(|it| it.session.id).collect();
    let is_open = |it: &&Stay| {
        it.joined_at.is_some_and(|joined| joined <= now)
            && it.left_at.is_none_or(|left| left > now)
            && it.session_id.is_none_or(|id| !over.contains(&id))
    };
    let open = stays.iter().filter(is_open).filter_map(|it| it.person_id);
    let turnouts = sessions
        .iter()
        .flat_map(|it| it.attended.iter().chain(&it.undecided.attended));
    let in_sessions = turnouts.filter(|(_, attended)| attended.is_here);
    open.chain(in_sessions.map(|(person, _)| *person)).collect()
}

impl SessionRecord {
    fn of(session: Session, share: Share, event: &Event, now: Instant, stays: &[Stay]) -> Self {
        let rule = effective_rule(session.rule, event.rule, session.seconds());
        let span = (session.start, session.end);
        let phase = phase(span, now);
        // Being at the event does not mean being early for each of its later sessions.
        let has_begun = phase != Phase::Before || session.id.0 == 0;
        let counts = |stay: &&Stay| match stay.session_id {
            Some(id) => id == session.id,
            None => has_begun && share.has(stay),
        };
        let turnout = Turnout::of(span, now, rule, stays.iter().filter(counts));
        let undecided = if share == Share::Undecided && has_begun {
            let event_stays = stays.iter().filter(|it| it.session_id.is_none());
            let event_stays = event_stays.filter(|it| !it.is_a_length());
            Turnout::of(span, now, rule, event_stays)
        } else {
            Turnout::default()
        };
        let has_log = stays.iter().any(|it| it.session_id == Some(session.id));
        // Somebody with two parts has the one that the programme names first.
        let named = session.people.iter().rev();
        let parts = named.filter_map(|it| Some((it.person_id?, it.part)));
        Self {
            phase,
            rule,
            is_for_everybody: false,
            is_recorded: has_log || !turnout.is_empty(),
            attended: turnout.attended,
            unidentified: turnout.unidentified,
            undecided,
            parts: parts.collect(),
            excused: HashSet::new(),
            rulings: BTreeMap::new(),
            removed: Vec::new(),
            kept_peak: None,
            session,
        }
    }

    /// Returns the verdict on somebody in the audience.
    ///
    /// A verdict by hand overrides what was recorded, and is known at any time, as are excuses and withdrawals. Every
    /// other one is `None` before the session's end and while nothing is recorded. `None` for speakers, moderators and
    /// hosts, and for people who were neither expected nor there.
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

    /// Returns the verdict without regard to one given by hand.
    pub(super) fn recorded_verdict(
        &self,
        person: PersonId,
        signup: Option<SignupStatus>,
    ) -> Option<Verdict> {
        if self.parts.contains_key(&person) {
            return None;
        }
        let excused = self.excused.contains(&person);
        let found = verdict(SignedUp::from(signup), excused, self.attended.get(&person))?;
        (self.is_settled() || found == Verdict::Excused).then_some(found)
    }

    /// Returns whether anything was recorded, and the session is over: before that there are neither figures nor
    /// verdicts.
    pub(super) fn is_settled(&self) -> bool {
        self.is_recorded && self.phase.is_over()
    }

    /// Returns the presence of somebody while the session is not over; `None` afterwards, for people who are excused or
    /// have a verdict by hand and did not come, and for people who are not expected.
    pub(super) fn presence(
        &self,
        person: PersonId,
        signup: Option<SignupStatus>,
    ) -> Option<Presence> {
        if self.phase.is_over() {
            return None;
        }
        if let Some(attended) = self.attended.get(&person) {
            return self.presence_of(attended);
        }
        let is_expected = signup == Some(SignupStatus::Confirmed);
        let is_open = is_expected && self.verdict(person, signup).is_none();
        is_open.then_some(match self.phase {
            Phase::Before => Presence::Expected,
            Phase::Running | Phase::Over => Presence::NotYet,
        })
    }

    /// Returns whether somebody who came is still here; `None` once the session is over.
    pub(super) fn presence_of(&self, attended: &Attended) -> Option<Presence> {
        let presence = if attended.is_here {
            Presence::Here
        } else {
            Presence::Left
        };
        (!self.phase.is_over()).then_some(presence)
    }

    /// Returns whether somebody was here for long enough; `None` for people who did not come and, except for verdicts
    /// by hand, before the session's end.
    pub(super) fn met_rule(&self, person: PersonId) -> Option<bool> {
        match self.rulings.get(&person).map(|it| it.verdict) {
            Some(Verdict::Present | Verdict::WalkIn) => Some(true),
            Some(Verdict::Partial | Verdict::Brief) => Some(false),
            Some(Verdict::Excused | Verdict::NoShow) => None,
            None if !self.phase.is_over() => None,
            None => self.attended.get(&person).map(|it| it.meets),
        }
    }

    /// Returns the first and the last day that somebody was here according to the logs; else those of the session.
    pub(super) fn days(&self, person: PersonId, zone: Tz) -> [NaiveDate; 2] {
        let session = (self.session.start, self.session.end);
        let (start, end) = self.attended.get(&person).and_then(span).unwrap_or(session);
        days(start, end, zone)
    }

    /// Returns the audience members who came, by number.
    pub(super) fn audience(&self) -> impl Iterator<Item = (PersonId, &Attended)> {
        let everybody = self.attended.iter().map(|(id, attended)| (*id, attended));
        everybody.filter(|(id, _)| !self.parts.contains_key(id))
    }
}

#[cfg(test)]
#[path = "recording_tests.rs"]
mod tests;
