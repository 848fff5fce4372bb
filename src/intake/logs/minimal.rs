//! The data-minimal import: for each person and session, only whether they met the rule and for how many minutes.
//!
//! Nothing else from the log reaches the file, not even temporarily: no time, no name and no address, not even of
//! people who are not on file. Those are one stay each without a person, and since no name is kept, nobody can be asked
//! later who they were. Minutes are rounded to the nearest; whether the rule was met is determined before rounding, by
//! the current rule, and stored with them.
//!
//! Without times two logs of one session cannot be united. So only one log is accepted for a session, and no second one
//! in full either; importing the same log again changes nothing, since a fingerprint of all of it is stored.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::super::desk::{Agenda, Desk};
use super::super::outcome::FileOutcome;
use super::super::who::Found;
use super::super::{Fate, IntakeError};
use super::names::{Names, Seen, seen, stands_for_several};
use super::placing::Target;
use super::target;
use crate::attendance::{StayTimes, attend, effective_rule, minutes, shares_by_the_clock};
use crate::catalogue::Message;
use crate::catalogue::messages::{import, log};
use crate::import::fingerprint::Fingerprint;
use crate::import::log::{Log, LoggedStay};
use crate::message;
use crate::model::{EventId, Instant, PersonId, Rule, SessionId, Stay, StaySource};
use crate::store::NewStay;

/// A session, or an event without sessions, against which stays are measured.
struct Slot {
    session: Option<SessionId>,
    start: Instant,
    end: Instant,
    rule: Rule,
}

/// Whose stays are added up together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Whose<'log> {
    Person(PersonId),
    Name(Seen<'log>),
    /// A name that several people may share: only this row.
    Row(u64),
}

/// Processes a whole log; returns the fate of each of its lines.
pub(super) fn take(
    desk: &mut Desk<'_>,
    log: &Log,
    targets: &[Target],
    agenda: &Agenda,
    stays: &[Stay],
    outcome: &mut FileOutcome,
) -> Result<Vec<Fate>, IntakeError> {
    let event = agenda.event.id;
    let fingerprint = fingerprint(log, targets);
    let is_known = desk.is_known(Some(event), fingerprint)?;
    let taken = |_, stay: &LoggedStay| target(targets, stay) != Target::Elsewhere;
    let people = Names::of(log, taken).look_up(desk, |names| {
        let who = |place| match names.who(place) {
            Found::Known(id, _) => Some(*id),
            _ => None,
        };
        (0..log.lines.len()).map(who).collect::<Vec<_>>()
    });
    let mut sums = Sums::default();
    let mut fates = Vec::with_capacity(log.lines.len());
    for (line, person) in log.lines.iter().zip(people) {
        let stay = match &line.says {
            Err(aside) => {
                fates.push(aside.clone().into());
                continue;
            }
            Ok(stay) => stay,
        };
        let slots = slots(target(targets, stay), agenda);
        if slots.is_empty() {
            fates.push(Fate::Skipped(import::ANOTHER_MEETING.into()));
            continue;
        }
        let whose = match person {
            Some(id) => Whose::Person(id),
            None if stands_for_several(stay) || stay.name.is_empty() && stay.email.is_none() => {
                Whose::Row(line.lines[0])
            }
            None => Whose::Name(seen(stay)),
        };
        let times = StayTimes {
            joined_at: stay.joined_at,
            left_at: stay.left_at,
            seconds: stay.seconds,
            meets: None,
        };
        let mut is_inside = false;
        for slot in slots {
            if attend(slot.start, slot.end, &[times], slot.rule).is_some() {
                is_inside = true;
                sums.add(slot, &whose, person, times);
            }
        }
        fates.push(match (is_inside, is_known) {
            (false, _) => Fate::Skipped(import::OUTSIDE_THE_HOURS.into()),
            (true, true) => Fate::Unchanged,
            (true, false) => Fate::Created,
        });
    }
    if is_known {
        return Ok(fates);
    }
    hold_first(stays, agenda, &sums.of_each, &outcome.file)?;
    desk.remember_row(Some(event), fingerprint)?;
    record(desk, event, sums, outcome)?;
    Ok(fates)
}

/// The stays of each person in each slot.
#[derive(Default)]
struct Sums<'log> {
    of_each: Vec<(Slot, Option<PersonId>, Vec<StayTimes>)>,
    /// Their places.
    places: HashMap<(Option<SessionId>, Whose<'log>), usize>,
}

impl<'log> Sums<'log> {
    fn add(&mut self, slot: Slot, whose: &Whose<'log>, person: Option<PersonId>, times: StayTimes) {
        match self.places.entry((slot.session, whose.clone())) {
            Entry::Occupied(known) => self.of_each[*known.get()].2.push(times),
            Entry::Vacant(free) => {
                free.insert(self.of_each.len());
                self.of_each.push((slot, person, vec![times]));
            }
        }
    }
}

/// Records the minutes, and notes how many people are unknown.
fn record(
    desk: &Desk<'_>,
    event: EventId,
    sums: Sums<'_>,
    outcome: &mut FileOutcome,
) -> Result<(), IntakeError> {
    let mut unknown = 0;
    for (slot, person, times) in sums.of_each {
        let Some(attended) = attend(slot.start, slot.end, &times, slot.rule) else {
            continue;
        };
        unknown += usize::from(person.is_none());
        desk.writer.add_stay(&NewStay {
            event_id: event,
            session_id: slot.session,
            person_id: person,
            recorded_name: None,
            recorded_email: None,
            joined_at: None,
            left_at: None,
            seconds: Some(minutes(attended.seconds.unwrap_or_default()) * 60),
            meets: Some(attended.meets),
            source: StaySource::File(outcome.file.clone()),
            line: None,
        })?;
    }
    outcome.notes.push(log::KEPT_MINUTES.into());
    if unknown > 0 {
        let note = message!(log::unknown_people { count: unknown });
        outcome.notes.push(note);
    }
    Ok(())
}

/// Returns the slots against which stays are measured.
fn slots(target: Target, agenda: &Agenda) -> Vec<Slot> {
    let of = |session: &crate::model::Session| Slot {
        session: Some(session.id),
        start: session.start,
        end: session.end,
        rule: effective_rule(session.rule, agenda.event.rule, session.seconds()).rule,
    };
    match target {
        Target::Elsewhere => Vec::new(),
        Target::Session(id) => agenda.session(id).map(of).into_iter().collect(),
        Target::Event if agenda.sessions.is_empty() => {
            let event = &agenda.event;
            let seconds = (event.end - event.start).num_seconds();
            vec![Slot {
                session: None,
                start: event.start,
                end: event.end,
                rule: effective_rule(None, event.rule, seconds).rule,
            }]
        }
        Target::Event => shares_by_the_clock(&agenda.sessions).map(of).collect(),
    }
}

/// Makes sure that no log was imported for the same sessions before, neither in this way nor in full.
fn hold_first(
    stays: &[Stay],
    agenda: &Agenda,
    sums: &[(Slot, Option<PersonId>, Vec<StayTimes>)],
    file: &str,
) -> Result<(), IntakeError> {
    let is_of_a_log = |stay: &&Stay| {
        let says_when = stay.joined_at.is_some() || stay.left_at.is_some();
        matches!(stay.source, StaySource::File(_)) && (says_when || stay.seconds.is_some())
    };
    // A log of the event as a whole counts for each session that shares it.
    let sharing: Vec<SessionId> = shares_by_the_clock(&agenda.sessions)
        .map(|session| session.id)
        .collect();
    for stay in stays.iter().filter(is_of_a_log) {
        let is_taken = sums
            .iter()
            .any(|(slot, ..)| match (slot.session, stay.session_id) {
                (Some(session), None) => sharing.contains(&session),
                (session, other) => session == other,
            });
        if is_taken {
            return Err(taken_back_first(match session_of(stay, agenda) {
                Some(session) => message!(log::minutes_of_session { session, file }),
                None => message!(log::minutes_of_event { file }),
            }));
        }
    }
    Ok(())
}

/// Makes sure that a log imported in full is not for a session that only has the minutes of another.
pub(super) fn hold_apart(
    stays: &[Stay],
    targets: &[Target],
    agenda: &Agenda,
    file: &str,
) -> Result<(), IntakeError> {
    let sessions: Vec<Option<SessionId>> = targets
        .iter()
        .flat_map(|target| slots(*target, agenda))
        .map(|slot| slot.session)
        .collect();
    let mut minutes = stays.iter().filter(|stay| stay.meets.is_some());
    match minutes.find(|stay| sessions.contains(&stay.session_id)) {
        Some(stay) => Err(taken_back_first(match session_of(stay, agenda) {
            Some(session) => message!(log::stays_beside_minutes_of_session { session, file }),
            None => message!(log::stays_beside_minutes_of_event { file }),
        })),
        None => Ok(()),
    }
}

/// Returns the short name of a stay's session.
fn session_of<'agenda>(stay: &Stay, agenda: &'agenda Agenda) -> Option<&'agenda str> {
    let session = stay.session_id.and_then(|id| agenda.session(id))?;
    Some(session.slug.as_str())
}

fn taken_back_first(what: Message) -> IntakeError {
    IntakeError::unfit(what, log::TAKE_BACK_HINT)
}

/// Returns the fingerprint of the whole log.
fn fingerprint(log: &Log, targets: &[Target]) -> i64 {
    let mut fingerprint = Fingerprint::new();
    fingerprint.text("minimal");
    for line in &log.lines {
        let Ok(stay) = &line.says else {
            continue;
        };
        let LoggedStay {
            name,
            email,
            joined_at,
            left_at,
            seconds,
            ..
        } = stay;
        fingerprint.text(name);
        fingerprint.optional(email.as_deref());
        for moment in [joined_at, left_at] {
            fingerprint.number(moment.map(|moment| moment.timestamp()));
        }
        fingerprint.number(*seconds);
        fingerprint.text(&format!("{:?}", target(targets, stay)));
    }
    fingerprint.value()
}
