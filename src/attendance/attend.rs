//! Adds up the stays of one person in one session.

use super::interval::{Interval, minutes, seconds, unite};
use super::phase::Phase;
use super::rule::meets;
use crate::model::{Instant, Rule, Stay};

/// The times and the length of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StayTimes {
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left.
    pub left_at: Option<Instant>,
    /// The length in seconds: the exact total without times, an upper bound with both.
    pub seconds: Option<i64>,
    /// For a length that was rounded before it was stored, whether the exact one met the rule.
    pub meets: Option<bool>,
}

impl From<&Stay> for StayTimes {
    fn from(stay: &Stay) -> Self {
        Self {
            joined_at: stay.joined_at,
            left_at: stay.left_at,
            seconds: stay.seconds,
            meets: stay.meets,
        }
    }
}

impl StayTimes {
    /// Whether the stay may be running at `now`: no time rules it out.
    fn is_open_at(&self, now: Instant) -> bool {
        self.joined_at.is_none_or(|joined| joined <= now)
            && self.left_at.is_none_or(|left| left > now)
    }
}

/// The result for somebody who came to a session.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attended {
    /// When they were first in the session, cut to its time; `None` if no log says.
    pub first_joined: Option<Instant>,
    /// When they were last in the session, cut to its time; `None` if nobody saw them leave.
    pub last_left: Option<Instant>,
    /// How long, in seconds; `None` if it is only known that they were there.
    pub seconds: Option<i64>,
    /// How long, in minutes, rounded to the nearest.
    pub minutes: Option<i64>,
    /// Their share of the session, 0 to 1; `None` for a session without length, and before its end.
    pub share: Option<f64>,
    /// Minutes from the session's start to `first_joined`, rounded to the nearest.
    pub late_minutes: Option<i64>,
    /// Minutes from `last_left` to the session's end, rounded to the nearest.
    pub early_minutes: Option<i64>,
    /// Whether the rule is met; always false before the session's end.
    pub meets: bool,
    /// Whether any stay has clock times; without one it is unknown when they were there.
    pub on_clock: bool,
    /// When they were there: disjoint, sorted, within the session.
    pub intervals: Vec<Interval>,
    /// Whether they are there at the given moment; never after the session's end.
    pub is_here: bool,
}

/// Adds up one person's stays in a session; `None` if no stay touches it, so the person did not come.
///
/// * Stays are cut to the session and united. A stay without an end runs to the session's end, one without a beginning
///   from its start; such an assumed end is counted, but not shown as `last_left`.
/// * A stay that ends when it begins, or before, shows that somebody came, for no time.
/// * A length next to both times is an upper bound: somebody who came at nine, left at eleven and was connected for
///   forty minutes was there for forty minutes, at unknown times in between. Stays of one person count for at most the
///   sum of what each counts for, and for at most their union.
/// * Stays with only a length have no clock times. They are added up and cut to the session's length: logs of this kind
///   have one row per name, so two rows of one person are most often two names used one after the other. If there are
///   stays with times as well, the longer result counts, since both describe the same meeting.
/// * A length that was rounded before it was stored counts as it is, but is never compared with the rule: the result
///   for the exact length was stored with it. The rule is met if any of these stored results says so, or if the other
///   stays alone are enough.
/// * A stay with neither times nor length is the word of whoever recorded it: it meets every rule, for an unknown time.
///   It adds no minutes and takes none away.
pub fn attend(
    session_start: Instant,
    session_end: Instant,
    stays: &[StayTimes],
    rule: Rule,
) -> Option<Attended> {
    attend_by(session_start, session_end, Instant::MAX_UTC, stays, rule)
}

/// Adds up one person's stays in a session as known at `now`; from the session's end on, the same as [`attend()`],
/// whatever the moment.
///
/// * While the session runs, nothing beyond `now` is counted: a stay that is open or ends later runs to `now`, and one
///   that begins later does not count yet. The share and the rule are still undecided.
/// * Before the session begins, anybody who came early and was not seen leaving is here, for no time yet.
pub fn attend_by(
    session_start: Instant,
    session_end: Instant,
    now: Instant,
    stays: &[StayTimes],
    rule: Rule,
) -> Option<Attended> {
    let session = Interval {
        start: session_start,
        end: session_end.max(session_start),
    };
    let phase = Phase::of(session, now);
    if phase == Phase::Before {
        let is_here = stays
            .iter()
            .any(|stay| stay.joined_at.is_some() && stay.is_open_at(now));
        return is_here.then(|| Attended {
            is_here,
            ..Attended::default()
        });
    }
    let mut tally = Tally {
        running_at: (phase == Phase::Running).then_some(now),
        ..Tally::default()
    };
    for stay in stays {
        tally.add(session, stay);
    }
    tally.came().then(|| tally.result(session, rule))
}

/// The stays of one person so far.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what was seen of several stays, of which each may have shown any part"
)]
#[derive(Default)]
struct Tally {
    /// The moment, while the session runs; nothing beyond it is counted.
    running_at: Option<Instant>,
    /// Whether any stay is open at that moment.
    is_here: bool,
    /// Whether any stay has neither times nor a length.
    attested: bool,
    /// Whether any stay with times touched the session.
    timed: bool,
    /// The sum of the lengths without times.
    stated_seconds: Option<i64>,
    /// The part of that sum that is exact.
    exact_seconds: Option<i64>,
    /// Whether a rounded length was stored with the result that the exact one met the rule.
    met_before: bool,
    intervals: Vec<Interval>,
    /// The stays with times, each with the most seconds it can count for.
    bounds: Vec<(Interval, i64)>,
    first_joined: Edge,
    last_left: Edge,
}

/// An outermost moment of the stays, and whether a log gave it.
#[derive(Default)]
struct Edge(Option<(Instant, bool)>);

impl Edge {
    /// Accepts a moment that lies further out, and prefers a recorded one to an assumed one.
    fn widen(
        &mut self,
        moment: Instant,
        recorded: bool,
        is_further: fn(&Instant, &Instant) -> bool,
    ) {
        match &mut self.0 {
            Some((edge, named)) if moment == *edge => *named |= recorded,
            Some((edge, _)) if !is_further(&moment, edge) => {}
            edge => *edge = Some((moment, recorded)),
        }
    }

    fn recorded(&self) -> Option<Instant> {
        self.0.and_then(|(moment, named)| named.then_some(moment))
    }
}

impl Tally {
    fn came(&self) -> bool {
        self.attested || self.timed || self.stated_seconds.is_some()
    }

    /// Returns the part of a session that has passed.
    fn passed(&self, session: Interval) -> Interval {
        Interval {
            end: self.running_at.unwrap_or(session.end),
            ..session
        }
    }

    fn add(&mut self, session: Interval, stay: &StayTimes) {
        // Without times it is unknown whether they have left.
        self.is_here |= self.running_at.is_some() && stay.joined_at.or(stay.left_at).is_none();
        match (stay.joined_at, stay.left_at, stay.seconds) {
            (None, None, None) => self.attested = true,
            (None, None, Some(stated)) => {
                let longest = self.passed(session).seconds();
                add_up(&mut self.stated_seconds, stated, longest);
                match stay.meets {
                    Some(meets) => self.met_before |= meets,
                    None => add_up(&mut self.exact_seconds, stated, longest),
                }
            }
            (joined, left, longest) => self.add_timed(session, joined, left, longest),
        }
    }

    fn add_timed(
        &mut self,
        session: Interval,
        joined: Option<Instant>,
        left: Option<Instant>,
        longest: Option<i64>,
    ) {
        if joined.is_none() && left.is_some_and(|left| left <= session.start) {
            return;
        }
        if self.running_at.is_some_and(|now| joined > Some(now)) {
            return;
        }
        // Somebody who leaves later is still here.
        let left = left.filter(|left| self.running_at.is_none_or(|now| *left <= now));
        let start = joined.unwrap_or(session.start);
        let end = left.unwrap_or(session.end).max(start);
        let stay = Interval { start, end };
        let touches = if stay.is_empty() || session.is_empty() {
            // A single moment counts if it is in the session, or if the session is itself a moment within the stay.
            (session.start <= start && start < session.end)
                || (session.is_empty() && start <= session.start && session.start <= end)
        } else {
            stay.clip(session).is_some()
        };
        if !touches {
            return;
        }
        self.timed = true;
        self.is_here |= self.running_at.is_some() && left.is_none();
        let passed = self.passed(session);
        let first = start.clamp(passed.start, passed.end);
        let last = end.clamp(passed.start, passed.end);
        self.first_joined
            .widen(first, joined.is_some(), |new, old| new < old);
        self.last_left
            .widen(last, left.is_some(), |new, old| new > old);
        if let Some(part) = stay.clip(passed) {
            let longest = longest.map_or(part.seconds(), |longest| longest.min(part.seconds()));
            self.bounds.push((part, longest));
            self.intervals.push(part);
        }
    }

    fn result(mut self, session: Interval, rule: Rule) -> Attended {
        unite(&mut self.intervals);
        let length = session.seconds();
        let is_over = self.running_at.is_none();
        // A duplicate stay counts once.
        self.bounds.sort_unstable();
        self.bounds.dedup();
        let bound: i64 = self.bounds.iter().map(|(_, longest)| longest).sum();
        let counted = self.timed.then(|| seconds(&self.intervals).min(bound));
        let total = counted.max(self.stated_seconds);
        let exact = counted.max(self.exact_seconds);
        let first_joined = self.first_joined.recorded();
        let last_left = self.last_left.recorded();
        Attended {
            first_joined,
            last_left,
            seconds: total,
            minutes: total.map(minutes),
            share: total
                .filter(|_| length > 0 && is_over)
                .map(|total| share(total, length)),
            late_minutes: first_joined.map(|first| minutes((first - session.start).num_seconds())),
            early_minutes: last_left.map(|last| minutes((session.end - last).num_seconds())),
            meets: is_over
                && (self.attested
                    || self.met_before
                    || exact.is_some_and(|exact| meets(rule, exact, length))),
            on_clock: self.timed,
            intervals: self.intervals,
            is_here: self.is_here,
        }
    }
}

/// Adds a length to a sum; neither exceeds the length of the session.
fn add_up(sum: &mut Option<i64>, stated: i64, longest: i64) {
    let so_far = sum.unwrap_or(0);
    *sum = Some((so_far + stated.clamp(0, longest)).min(longest));
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a session is shorter than the 285 million years a double counts in seconds"
)]
fn share(seconds: i64, length: i64) -> f64 {
    seconds as f64 / length as f64
}

#[cfg(test)]
#[path = "attend_tests.rs"]
mod tests;
