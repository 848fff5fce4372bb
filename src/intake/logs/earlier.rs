//! What of a log other files brought already.

use std::collections::{HashMap, HashSet};

use super::super::desk::Desk;
use crate::import::log::LoggedStay;
use crate::model::{EventId, Instant, ReviewState, SessionId, StayId, StaySource};
use crate::store::StoreError;

/// By what a stay is known again: where it was, and the name and address as recorded.
pub(super) type Key = (Option<SessionId>, String, Option<String>);

/// A stay on file that another file brought.
#[derive(Debug)]
struct OnFile {
    id: StayId,
    joined_at: Option<Instant>,
    left_at: Option<Instant>,
    seconds: Option<i64>,
}

/// The stays of an event that other files brought, and the questions about them that are open.
#[derive(Debug, Default)]
pub(super) struct EarlierLogs {
    stays: HashMap<Key, Vec<OnFile>>,
    /// How many lengths without times of each name this file has had.
    lengths: HashMap<Key, usize>,
    pub(super) asked: HashSet<Key>,
}

impl EarlierLogs {
    /// Gets them ready.
    pub(super) fn load(desk: &Desk<'_>, event: EventId) -> Result<Self, StoreError> {
        let mut earlier = Self::default();
        let mut keys: HashMap<StayId, Key> = HashMap::new();
        for stay in desk.writer.stays(event)? {
            let Some(name) = stay.recorded_name else {
                continue;
            };
            let key = (stay.session_id, name, stay.recorded_email);
            keys.insert(stay.id, key.clone());
            if stay.source == StaySource::Door || stay.is_nobody {
                continue;
            }
            earlier.stays.entry(key).or_default().push(OnFile {
                id: stay.id,
                joined_at: stay.joined_at,
                left_at: stay.left_at,
                seconds: stay.seconds,
            });
        }
        for review in desk.writer.reviews()? {
            if review.state == ReviewState::Open
                && let Some(key) = review.question.stay_id.and_then(|id| keys.remove(&id))
            {
                earlier.asked.insert(key);
            }
        }
        Ok(earlier)
    }

    /// Compares a stay with those of other files; says whether it is known, or which one it makes longer.
    pub(super) fn compare(&mut self, key: &Key, stay: &LoggedStay) -> Compared {
        let number = if stay.seconds.is_some() {
            let number = self.lengths.entry(key.clone()).or_default();
            *number += 1;
            *number - 1
        } else {
            0
        };
        let Some(known) = self.stays.get_mut(key) else {
            return Compared::New;
        };
        if let Some(seconds) = stay.seconds {
            let mut lengths = known.iter_mut().filter(|other| other.seconds.is_some());
            let Some(other) = lengths.nth(number) else {
                return Compared::New;
            };
            if other.seconds >= Some(seconds) {
                return Compared::Known;
            }
            other.seconds = Some(seconds);
            return Compared::Longer(other.id);
        }
        let timed = || known.iter().filter(|other| other.seconds.is_none());
        let begins_within = |other: &&OnFile| {
            other.joined_at <= stay.joined_at
                && (other.left_at.is_none() || stay.joined_at <= other.left_at)
        };
        let lasts = |other: &&OnFile| {
            other
                .left_at
                .is_some_and(|end| stay.left_at.is_some_and(|left| left <= end))
                || other.left_at.is_none() && stay.left_at.is_none()
        };
        if timed().filter(begins_within).any(|other| lasts(&other)) {
            return Compared::Known;
        }
        // The same coming, and a leaving that the earlier export had not seen yet.
        let position = known.iter().position(|other| {
            other.seconds.is_none() && other.joined_at == stay.joined_at && stay.left_at.is_some()
        });
        match position {
            Some(position) => {
                known[position].left_at = stay.left_at;
                Compared::Longer(known[position].id)
            }
            None => Compared::New,
        }
    }
}

/// How a stay stands to those of other files.
pub(super) enum Compared {
    New,
    Known,
    /// It goes on from this one.
    Longer(StayId),
}
