//! Adds up stays in a span of time, and decides which stays of the event as a whole count for a session.

use std::collections::{BTreeMap, HashSet};

use super::AsOf;
use crate::attendance::{
    Attended, RuleInForce, StayTimes, attend_by, effective_rule, sessions_of_the_whole,
    shares_by_the_clock,
};
use crate::model::{Event, Instant, PersonId, Session, SessionId, SessionKind, Stay, StayId};
use crate::store::StoreError;

/// The result of adding up stays in one span of time.
#[derive(Debug, Default)]
pub(super) struct Turnout {
    /// Everybody who came, by number.
    pub(super) attended: BTreeMap<PersonId, Attended>,
    /// Stays not yet matched to a person, by number.
    pub(super) unidentified: Vec<Unidentified>,
}

/// A stay not yet matched to a person.
#[derive(Debug)]
pub(super) struct Unidentified {
    /// The number of the stay.
    pub(super) stay: StayId,
    /// The name as recorded, else the address.
    pub(super) name: Option<String>,
    /// Its result.
    pub(super) attended: Attended,
}

/// Which stays of the event as a whole count for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// None: it has a room of its own.
    None,
    /// None, although it has no room: it overlaps others that have none either.
    Undecided,
    /// Those that overlap it, and those without any times or length.
    ByTheClock,
    /// All: no other session lacks a room.
    All,
}

impl Share {
    /// Returns the share of each session.
    pub(super) fn of_all(sessions: &[Session]) -> Vec<Self> {
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

    /// Returns whether a stay of the event as a whole counts.
    pub(super) fn has(self, stay: &Stay) -> bool {
        match self {
            Self::None | Self::Undecided => false,
            Self::ByTheClock => !stay.is_a_length(),
            Self::All => true,
        }
    }
}

impl Turnout {
    /// Adds up stays from `start` to `end`, as known at `now`.
    pub(super) fn of<'a>(
        (start, end): (Instant, Instant),
        now: Instant,
        rule: RuleInForce,
        stays: impl Iterator<Item = &'a Stay>,
    ) -> Self {
        let attend = |stays: &[StayTimes]| attend_by(start, end, now, stays, rule.rule);
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

    /// Adds up the stays with times of the event as a whole, from its start to its end, in its sessions or not.
    pub(super) fn of_event(reader: AsOf<'_>, event: &Event) -> Result<Self, StoreError> {
        let mut stays = reader.stays(event.id)?;
        let has_times = |it: &Stay| it.joined_at.is_some() || it.left_at.is_some();
        stays.retain(|it| it.session_id.is_none() && !it.is_nobody && has_times(it));
        let length = (event.end - event.start).num_seconds();
        let rule = effective_rule(None, event.rule, length);
        let span = (event.start, event.end);
        Ok(Self::of(span, reader.now, rule, stays.iter()))
    }

    /// Returns whether nobody came, not even somebody unknown.
    pub(super) fn is_empty(&self) -> bool {
        self.attended.is_empty() && self.unidentified.is_empty()
    }
}

/// Returns when somebody arrived and left; `None` if no log has times.
pub(super) fn span(attended: &Attended) -> Option<(Instant, Instant)> {
    let (first, last) = (attended.intervals.first()?, attended.intervals.last()?);
    Some((first.start, last.end))
}

/// Returns an event as the one session that it is; its number is not used by any other.
pub(super) fn whole(event: &Event) -> Session {
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
        cancelled: false,
        people: Vec::new(),
    }
}
