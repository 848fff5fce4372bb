//! What is known about a session at a given moment: the one rule about the clock.
//!
//! *Before* it begins, people are expected. *While it runs*, they are here, have left or are not here yet, and have
//! minutes up to that moment. *Afterwards* there are verdicts, and the clock no longer matters.

use super::interval::Interval;
use crate::model::Instant;

/// The phase of a time span at a given moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It has not begun.
    Before,
    /// It has begun and not ended.
    Running,
    /// It has ended.
    Over,
}

impl Phase {
    /// Returns the phase of a span at `now`. A span that ends when it begins, or before, never runs.
    pub fn of(span: Interval, now: Instant) -> Self {
        if now < span.start {
            Self::Before
        } else if now < span.end {
            Self::Running
        } else {
            Self::Over
        }
    }

    /// Whether it has ended, so that there are verdicts.
    pub fn is_over(self) -> bool {
        self == Self::Over
    }
}

/// Where somebody is in a session that is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Signed up, but the session has not begun.
    Expected,
    /// Here at this moment, as far as known.
    Here,
    /// Was here, and was seen leaving.
    Left,
    /// Signed up, but not here yet.
    NotYet,
}

impl Presence {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Expected, Self::Here, Self::Left, Self::NotYet];

    /// Returns the word used in machine-readable output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Here => "here",
            Self::Left => "left",
            Self::NotYet => "not-yet",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::interval::tests::{at, between};
    use super::*;

    #[test]
    fn a_span_runs_from_its_start_and_is_over_at_its_end() {
        let phases = [-1, 0, 59, 60].map(|second| Phase::of(between(0, 60), at(second)));
        let (running, over) = (Phase::Running, Phase::Over);
        assert_eq!(phases, [Phase::Before, running, running, over]);
        let moment = [-1, 0].map(|second| Phase::of(between(0, 0), at(second)));
        assert_eq!(moment, [Phase::Before, over]);
    }
}
