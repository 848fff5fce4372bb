//! Detects the parts of a log that other files have already brought.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::IntakeError;
use super::super::asked::{AskedNames, Beside, LoggedName, asked_beside};
use super::super::desk::Desk;
use super::names::stands_for_several;
use crate::import::log::LoggedStay;
use crate::model::{Instant, ReviewState, SessionId, Stay, StayId, StaySource};

/// A stay on file that came from another file.
#[derive(Debug)]
struct OnFile {
    id: StayId,
    joined_at: Option<Instant>,
    left_at: Option<Instant>,
    seconds: Option<i64>,
}

impl OnFile {
    /// Whether it has times. A record that somebody was there, without times, has none: it has nothing in common with a
    /// log, and is never compared with one.
    fn has_times(&self) -> bool {
        self.joined_at.is_some() || self.left_at.is_some()
    }

    /// Returns its length if it has no times.
    fn length(&self) -> Option<i64> {
        self.seconds.filter(|_| !self.has_times())
    }
}

/// The stays of an event that came from other files, and the open questions about them.
#[derive(Debug, Default)]
pub(super) struct EarlierLogs {
    stays: HashMap<LoggedName, Vec<OnFile>>,
    /// The lengths without times in this file, by name.
    lengths: HashMap<LoggedName, Lengths>,
    /// Whether other files brought lengths without times.
    has_lengths: bool,
    /// The length of this file's stays with times, by name, which may replace such lengths.
    timed: HashMap<LoggedName, i64>,
    pub(super) asked: AskedNames,
}

/// The lengths of one name in this file, in seconds.
#[derive(Debug, Default)]
struct Lengths {
    all: Vec<i64>,
    /// Those that were compared.
    compared: Vec<i64>,
}

impl Lengths {
    /// Returns how many of them go before this one, the longest first: a file may have its rows in another order than
    /// the one before it.
    fn rank(&mut self, seconds: i64) -> usize {
        let longer = self.all.iter().filter(|it| **it > seconds).count();
        let alike = self.compared.iter().filter(|it| **it == seconds).count();
        self.compared.push(seconds);
        longer + alike
    }
}

impl EarlierLogs {
    /// Loads them from the stays of the event.
    pub(super) fn of(stays: Vec<Stay>, desk: &Desk<'_>) -> Result<Self, IntakeError> {
        let mut earlier = Self::default();
        let mut keys: HashMap<StayId, LoggedName> = HashMap::new();
        for stay in stays {
            if stay.source == StaySource::Door {
                continue;
            }
            earlier.has_lengths |= stay.is_a_length();
            let name = stay.recorded_name.unwrap_or_default();
            let key = (stay.session_id, name, stay.recorded_email);
            keys.insert(stay.id, key.clone());
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
                && let Beside::Others(organisation) = asked_beside(&review)?
            {
                earlier.asked.note(key, organisation);
            }
        }
        Ok(earlier)
    }

    /// Records a stay of this file before any of them is compared.
    pub(super) fn expect(&mut self, stay: &LoggedStay, session: Option<SessionId>) {
        if stay.is_a_length() {
            if !self.stays.is_empty() {
                let lengths = self.lengths.entry(key(stay, session)).or_default();
                lengths.all.extend(stay.seconds);
            }
        } else if self.has_lengths {
            let sum = self.timed.entry(key(stay, session)).or_default();
            *sum = sum.saturating_add(stated(stay.joined_at, stay.left_at, stay.seconds));
        }
    }

    /// Compares a stay with those of other files; returns whether it is known, or which one it extends.
    pub(super) fn compare(&mut self, stay: &LoggedStay, session: Option<SessionId>) -> Compared {
        if self.stays.is_empty() {
            return Compared::New;
        }
        let key = key(stay, session);
        if !stay.is_a_length()
            && let Some(id) = self.length_told_by_times(&key)
        {
            return Compared::Timed(id);
        }
        match stay.seconds {
            Some(seconds) if stay.is_a_length() => self.compare_length(&key, seconds),
            _ if stands_for_several(stay) => self.compare_exactly(&key, stay),
            _ => self.compare_times(&key, stay),
        }
    }

    /// Whether another file has a stay of this name that began at the same time.
    pub(super) fn begins_alike(&self, stay: &LoggedStay, session: Option<SessionId>) -> bool {
        let known = self.stays.get(&key(stay, session)).into_iter().flatten();
        let mut begins = known.map(|other| other.joined_at);
        begins.any(|joined_at| joined_at == stay.joined_at)
    }

    /// Returns a stay of which another file only has the length, if this file's times cover all of it.
    fn length_told_by_times(&mut self, key: &LoggedName) -> Option<StayId> {
        let known = self.stays.get_mut(key)?;
        let lengths: i64 = known.iter().filter_map(OnFile::length).sum();
        let place = known.iter().position(|other| other.length().is_some())?;
        let are_told = lengths <= self.timed.get(key).copied().unwrap_or_default();
        are_told.then(|| known.remove(place).id)
    }

    fn compare_length(&mut self, key: &LoggedName, seconds: i64) -> Compared {
        let lengths = self.lengths.entry(key.clone()).or_default();
        let rank = lengths.rank(seconds);
        let sum = lengths
            .compared
            .iter()
            .copied()
            .fold(0, i64::saturating_add);
        let Some(known) = self.stays.get(key) else {
            return Compared::New;
        };
        let told = known
            .iter()
            .filter(|other| other.has_times())
            .map(|other| stated(other.joined_at, other.left_at, other.seconds))
            .fold(0, i64::saturating_add);
        if sum <= told {
            return Compared::Known;
        }
        let mut lengths: Vec<(i64, StayId)> = known
            .iter()
            .filter_map(|other| Some((other.length()?, other.id)))
            .collect();
        lengths.sort_by_key(|(length, _)| Reverse(*length));
        match lengths.get(rank) {
            None => Compared::New,
            Some((length, _)) if *length == seconds => Compared::Known,
            Some((length, _)) if *length > seconds => Compared::Shorter,
            Some((_, id)) => Compared::Longer(*id),
        }
    }

    /// Compares a stay whose name several people may have: only one that began in the same second is the same; one
    /// within another's may be somebody else's.
    fn compare_exactly(&mut self, key: &LoggedName, stay: &LoggedStay) -> Compared {
        let (joined_at, left_at) = (stay.joined_at, stay.left_at);
        let Some(known) = self.stays.get_mut(key) else {
            return Compared::New;
        };
        let begins_so = |other: &OnFile| other.has_times() && other.joined_at == joined_at;
        let same = known
            .iter()
            .position(|other| begins_so(other) && other.left_at == left_at);
        let Some(place) = same.or_else(|| known.iter().position(begins_so)) else {
            return Compared::New;
        };
        let other = known.remove(place);
        // Without an end it is from the earlier export, made before the leaving.
        if left_at.is_none() || other.left_at >= left_at {
            Compared::Known
        } else {
            Compared::Longer(other.id)
        }
    }

    fn compare_times(&mut self, key: &LoggedName, stay: &LoggedStay) -> Compared {
        let (joined_at, left_at) = (stay.joined_at, stay.left_at);
        let Some(known) = self.stays.get_mut(key) else {
            return Compared::New;
        };
        let timed = || known.iter().filter(|other| other.has_times());
        let begins_within = |other: &&OnFile| {
            other.joined_at <= joined_at && (other.left_at.is_none() || joined_at <= other.left_at)
        };
        let lasts = |other: &&OnFile| {
            other
                .left_at
                .is_some_and(|end| left_at.is_some_and(|left| left <= end))
                || other.left_at.is_none() && left_at.is_none()
        };
        // The same times with a shorter length are more precise.
        let is_bounded = |other: &OnFile| {
            other.has_times()
                && (other.joined_at, other.left_at) == (joined_at, left_at)
                && stay
                    .seconds
                    .is_some_and(|longest| other.seconds.is_none_or(|it| longest < it))
        };
        if let Some(place) = known.iter().position(is_bounded) {
            return Compared::Longer(known.remove(place).id);
        }
        if timed().filter(begins_within).any(|other| lasts(&other)) {
            return Compared::Known;
        }
        let place = known
            .iter()
            .position(|other| other.has_times() && other.joined_at == joined_at);
        match (place, left_at) {
            (None, _) => Compared::New,
            // It is from the earlier export, made before the leaving.
            (Some(_), None) => Compared::Known,
            // From here on it counts as a row of this file, and anything within it is different.
            (Some(place), Some(_)) => Compared::Longer(known.remove(place).id),
        }
    }
}

/// Returns the length of a stay as a log of lengths states it: in whole minutes, rounded up. Without an end it may be
/// any length.
fn stated(joined_at: Option<Instant>, left_at: Option<Instant>, longest: Option<i64>) -> i64 {
    match (joined_at, left_at) {
        (Some(joined_at), Some(left_at)) => {
            let span = (left_at - joined_at).num_seconds();
            let seconds = longest.map_or(span, |longest| longest.min(span));
            (seconds + 59).div_euclid(60) * 60
        }
        _ => i64::MAX,
    }
}

pub(super) fn key(stay: &LoggedStay, session: Option<SessionId>) -> LoggedName {
    (session, stay.name.clone(), stay.email.clone())
}

/// How a stay relates to those of other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    New,
    Known,
    /// Its name was answered to be nobody's.
    Nobody,
    /// It is a length, and a longer one is on file in its place.
    Shorter,
    /// It extends this one.
    Longer(StayId),
    /// It gives the times of this one, of which only the length was known.
    Timed(StayId),
}
