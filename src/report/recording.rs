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
//! # The clock
//!
//! Each session, and the event as a whole, has a [`Phase`] at the moment of the report. Only when it is over are
//! there verdicts. A verdict by hand, an excuse and a withdrawal are known at any time. Before a session begins
//! people are expected; while it runs they are here, have left or are not here yet ([`Presence`]), and minutes are
//! those up to the moment. After the end the moment changes nothing.
//!
//! # Who is expected in a session
//!
//! Who signed up for it. A plenary or keynote that nobody signed up for is *for everybody*: the registration
//! for the event is the sign-up. An event without sessions is one session of this kind.

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
use crate::store::StoreError;

/// What was recorded of an event.
#[derive(Debug)]
pub(super) struct Recording {
    /// The moment as of which it is told.
    pub(super) now: Instant,
    /// When the file was last changed.
    pub(super) last_change: Option<Instant>,
    /// Where the event as a whole stands at that moment.
    pub(super) phase: Phase,
    /// Who is at the event at that moment, wherever; nobody after its end.
    pub(super) here: BTreeSet<PersonId>,
    /// Its sessions in the programme's order; the event itself when it has none.
    pub(super) sessions: Vec<SessionRecord>,
    /// Whether there are stays of the event as a whole.
    pub(super) has_event_stays: bool,
    /// Lengths of the event as a whole that count for no session, measured against the event.
    pub(super) unplaced: Turnout,
    /// How many people took part and were removed for good since.
    pub(super) removed: i64,
}

/// What was recorded of a session.
#[derive(Debug)]
pub(super) struct SessionRecord {
    /// The session.
    pub(super) session: Session,
    /// Where it stands at the moment of the report.
    pub(super) phase: Phase,
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

impl Recording {
    /// Reads and adds up what was recorded of an event.
    pub(super) fn load(reader: AsOf<'_>, event: &Event) -> Result<Self, StoreError> {
        let now = reader.now;
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
            let lengths = lengths.filter(|it| it.session_id.is_none() && it.is_a_length());
            Turnout::of((event.start, event.end), now, rule, lengths)
        };
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
            record
        });
        let sessions: Vec<SessionRecord> = sessions.collect();
        let phase = phase((event.start, event.end), now);
        Ok(Self {
            now,
            last_change: reader.last_change()?,
            phase,
            here: if phase.is_over() {
                BTreeSet::new()
            } else {
                here(&sessions, &stays, now)
            },
            sessions,
            has_event_stays: stays.iter().any(|stay| stay.session_id.is_none()),
            unplaced,
            removed: reader.removed_participants(event.id)?,
        })
    }

    /// Keeps one session alone; then the moment matters as far as it matters to that one.
    pub(super) fn narrow_to(&mut self, session: SessionId) {
        self.sessions.retain(|it| it.session.id == session);
        if let Some(only) = self.sessions.first() {
            self.phase = only.phase;
        }
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

    /// Whether anything is known of who was at the event, and the event is over: before that there are neither
    /// figures nor verdicts on the event as a whole.
    pub(super) fn is_settled(&self) -> bool {
        self.is_known() && self.phase.is_over()
    }

    /// Whether the moment matters: something has begun, and not everything has ended.
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

    /// Returns what somebody's stays come to of which nobody knows in which session.
    pub(super) fn attended_somewhere(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        let undecided = self.sessions.iter().map(|it| &it.undecided.attended);
        let all = undecided.chain([&self.unplaced.attended]);
        all.filter_map(move |attended| attended.get(&person))
    }

    /// Returns the same of what is over alone, so that it can be held against the rule.
    pub(super) fn met_somewhere(&self, person: PersonId) -> impl Iterator<Item = &Attended> {
        let over = self.sessions.iter().filter(|it| it.phase.is_over());
        let undecided = over.map(|it| &it.undecided.attended);
        let unplaced = [&self.unplaced.attended].into_iter();
        let all = undecided.chain(unplaced.filter(|_| self.phase.is_over()));
        all.filter_map(move |attended| attended.get(&person))
    }

    /// Whether somebody has been at the event so far, however briefly.
    pub(super) fn has_come(&self, person: PersonId) -> bool {
        let mut sessions = self.sessions.iter();
        sessions.any(|it| it.attended.contains_key(&person))
            || self.attended_somewhere(person).next().is_some()
            || self.here.contains(&person)
    }

    /// Whether somebody has been in anything that is not over, so that nothing can be said of their absence.
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

/// Returns who is at an event at a moment: in a session that runs, or by a stay that has not ended, unless its
/// session has.
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
        // Whoever is at the event is not early for each of its later sessions.
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
        // Somebody with two parts is what the programme names first.
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
            session,
        }
    }

    /// Returns the verdict on somebody of the audience.
    ///
    /// One by hand stands over what was recorded, and is known at any time; so is who is excused or withdrew. Every
    /// other one is `None` before the session's end and as long as nothing is recorded. `None` for speakers,
    /// moderators and hosts, and for whoever was neither expected nor there.
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
        if self.parts.contains_key(&person) {
            return None;
        }
        let excused = self.excused.contains(&person);
        let found = verdict(SignedUp::from(signup), excused, self.attended.get(&person))?;
        (self.is_settled() || found == Verdict::Excused).then_some(found)
    }

    /// Whether anything was recorded, and the session is over: before that there are neither figures nor verdicts.
    pub(super) fn is_settled(&self) -> bool {
        self.is_recorded && self.phase.is_over()
    }

    /// Returns where somebody is while the session is not over; `None` afterwards, for whoever is excused or has a
    /// verdict by hand and did not come, and for whoever is not expected.
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

    /// Returns whether who came is still here; `None` once the session is over.
    pub(super) fn presence_of(&self, attended: &Attended) -> Option<Presence> {
        let presence = if attended.is_here {
            Presence::Here
        } else {
            Presence::Left
        };
        (!self.phase.is_over()).then_some(presence)
    }

    /// Returns whether somebody was here for long enough; `None` for whoever did not come, and, but for verdicts by
    /// hand, before the session's end.
    pub(super) fn met_rule(&self, person: PersonId) -> Option<bool> {
        match self.rulings.get(&person).map(|it| it.verdict) {
            Some(Verdict::Present | Verdict::WalkIn) => Some(true),
            Some(Verdict::Partial | Verdict::Brief) => Some(false),
            Some(Verdict::Excused | Verdict::NoShow) => None,
            None if !self.phase.is_over() => None,
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

#[cfg(test)]
#[path = "recording_tests.rs"]
mod tests;
