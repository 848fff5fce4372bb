//! What the stays of one person add up to in one session.

use super::interval::{Interval, minutes, seconds, unite};
use super::rule::meets;
use crate::model::{Instant, Rule, Stay};

/// What a stay says of its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StayTimes {
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left.
    pub left_at: Option<Instant>,
    /// How many seconds, where a log gives a length without times.
    pub seconds: Option<i64>,
    /// Of a length that was rounded before it was kept, whether the exact one met the rule.
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

/// What somebody's stays come to in a session they came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Attended {
    /// When they first were in the session, cut to its time; `None` where no log says.
    pub first_joined: Option<Instant>,
    /// When they last were in the session, cut to its time; `None` where nobody saw them leave.
    pub last_left: Option<Instant>,
    /// How long, in seconds; `None` for the bare word that they were there.
    pub seconds: Option<i64>,
    /// How long, in minutes, rounded to the nearest.
    pub minutes: Option<i64>,
    /// How much of the session, 0 to 1; `None` also for a session without length.
    pub share: Option<f64>,
    /// Minutes from the session's start to `first_joined`, rounded to the nearest.
    pub late_minutes: Option<i64>,
    /// Minutes from `last_left` to the session's end, rounded to the nearest.
    pub early_minutes: Option<i64>,
    /// Whether the rule is met.
    pub meets: bool,
    /// Whether any stay has a place on the clock; without one nobody can say when they were there.
    pub on_clock: bool,
    /// When they were there: disjoint, sorted, inside the session.
    pub intervals: Vec<Interval>,
}

/// Adds up one person's stays in a session; `None` when none of them touches it: nobody came.
///
/// * Stays are cut to the session and united. One without an end runs to the session's end, one
///   without a beginning from its start; such an end is counted, but not shown as `last_left`.
/// * A stay that ends when it begins, or before, shows that somebody came, for no time.
/// * Stays with a length alone have no place on the clock. They are added up and cut to the
///   session's length: logs of this kind have one row for each name, so that two rows of one
///   person are most often two names one after the other. Beside stays with times the longer of
///   the two counts, since both describe the same meeting.
/// * A length that was rounded before it was kept counts as it is, but is never held against the rule:
///   what came of the exact one was kept beside it. The rule is met when any of these says so, or when
///   the other stays alone come to enough.
/// * A stay with neither is the word of whoever recorded it: it meets every rule, for an unknown
///   time.
pub fn attend(
    session_start: Instant,
    session_end: Instant,
    stays: &[StayTimes],
    rule: Rule,
) -> Option<Attended> {
    let session = Interval {
        start: session_start,
        end: session_end.max(session_start),
    };
    let mut tally = Tally::default();
    for stay in stays {
        tally.add(session, stay);
    }
    tally.came().then(|| tally.result(session, rule))
}

/// The stays of one person so far.
#[derive(Default)]
struct Tally {
    /// Whether anybody gave their word, and nothing more.
    attested: bool,
    /// Whether any stay with times touched the session.
    timed: bool,
    /// All lengths without times.
    stated_seconds: Option<i64>,
    /// Those of them that are exact.
    exact_seconds: Option<i64>,
    /// Whether a rounded length comes with the word that the exact one met the rule.
    met_before: bool,
    intervals: Vec<Interval>,
    first_joined: Edge,
    last_left: Edge,
}

/// An outermost moment of the stays, and whether a log named it.
#[derive(Default)]
struct Edge(Option<(Instant, bool)>);

impl Edge {
    /// Takes a moment that lies further out; a recorded one before an assumed one.
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

    fn add(&mut self, session: Interval, stay: &StayTimes) {
        match (stay.joined_at, stay.left_at, stay.seconds) {
            (None, None, None) => self.attested = true,
            (None, None, Some(stated)) => {
                let longest = session.seconds();
                add_up(&mut self.stated_seconds, stated, longest);
                match stay.meets {
                    Some(meets) => self.met_before |= meets,
                    None => add_up(&mut self.exact_seconds, stated, longest),
                }
            }
            (joined, left, _) => self.add_timed(session, joined, left),
        }
    }

    fn add_timed(&mut self, session: Interval, joined: Option<Instant>, left: Option<Instant>) {
        if joined.is_none() && left.is_some_and(|left| left <= session.start) {
            return;
        }
        let start = joined.unwrap_or(session.start);
        let end = left.unwrap_or(session.end).max(start);
        let stay = Interval { start, end };
        let touches = if stay.is_empty() || session.is_empty() {
            // A moment: in the session, or the session is itself one moment of the stay.
            (session.start <= start && start < session.end)
                || (session.is_empty() && start <= session.start && session.start <= end)
        } else {
            stay.clip(session).is_some()
        };
        if !touches {
            return;
        }
        self.timed = true;
        let first = start.clamp(session.start, session.end);
        let last = end.clamp(session.start, session.end);
        self.first_joined
            .widen(first, joined.is_some(), |new, old| new < old);
        self.last_left
            .widen(last, left.is_some(), |new, old| new > old);
        self.intervals.extend(stay.clip(session));
    }

    fn result(mut self, session: Interval, rule: Rule) -> Attended {
        unite(&mut self.intervals);
        let length = session.seconds();
        let counted = self.timed.then(|| seconds(&self.intervals));
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
                .filter(|_| length > 0)
                .map(|total| share(total, length)),
            late_minutes: first_joined.map(|first| minutes((first - session.start).num_seconds())),
            early_minutes: last_left.map(|last| minutes((session.end - last).num_seconds())),
            meets: self.attested
                || self.met_before
                || exact.is_some_and(|exact| meets(rule, exact, length)),
            on_clock: self.timed,
            intervals: self.intervals,
        }
    }
}

/// Adds a length to a sum, neither of them longer than the session.
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
