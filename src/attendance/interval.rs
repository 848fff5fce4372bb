//! Intervals of time and their union.

use crate::model::Instant;

/// From `start` up to, but not including, `end`; empty if `end` is not later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first moment in it.
    pub start: Instant,
    /// The first moment after it.
    pub end: Instant,
}

impl Interval {
    /// Whether it contains no moment.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Returns its length in seconds, never negative.
    pub fn seconds(&self) -> i64 {
        (self.end - self.start).num_seconds().max(0)
    }

    /// Returns the part of it that lies in `window`, if any.
    pub fn clip(self, window: Self) -> Option<Self> {
        let part = Self {
            start: self.start.max(window.start),
            end: self.end.min(window.end),
        };
        (!part.is_empty()).then_some(part)
    }
}

/// Makes the intervals disjoint and sorted: merges overlapping and adjoining ones, drops empty ones.
pub fn unite(intervals: &mut Vec<Interval>) {
    intervals.retain(|interval| !interval.is_empty());
    intervals.sort_unstable();
    intervals.dedup_by(|next, kept| {
        let joins = next.start <= kept.end;
        if joins {
            kept.end = kept.end.max(next.end);
        }
        joins
    });
}

/// Returns the total seconds of united intervals.
pub fn seconds(united: &[Interval]) -> i64 {
    united.iter().map(Interval::seconds).sum()
}

/// Returns whole minutes, rounded to the nearest; half a minute is rounded up.
pub fn minutes(seconds: i64) -> i64 {
    (seconds + 30).div_euclid(60)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the moment so many seconds after ten o'clock on 8 October 2020.
    pub(in super::super) fn at(seconds: i64) -> Instant {
        chrono::DateTime::from_timestamp(1_602_144_000 + seconds, 0).unwrap()
    }

    pub(in super::super) fn between(start: i64, end: i64) -> Interval {
        Interval {
            start: at(start),
            end: at(end),
        }
    }

    fn united(pairs: &[(i64, i64)]) -> Vec<Interval> {
        let mut intervals: Vec<_> = pairs.iter().map(|&(a, b)| between(a, b)).collect();
        unite(&mut intervals);
        intervals
    }

    #[test]
    fn overlapping_and_adjoining_intervals_become_one() {
        assert_eq!(
            united(&[(50, 60), (0, 10), (5, 20), (20, 30), (7, 7), (9, 3)]),
            [between(0, 30), between(50, 60)]
        );
        assert_eq!(united(&[(0, 100), (10, 20)]), [between(0, 100)]);
        assert_eq!(united(&[]), []);
    }

    #[test]
    fn clipping_keeps_what_is_inside() {
        let window = between(0, 60);
        assert_eq!(between(-10, 70).clip(window), Some(window));
        assert_eq!(between(50, 70).clip(window), Some(between(50, 60)));
        assert_eq!(between(60, 70).clip(window), None);
        assert_eq!(between(-5, 0).clip(window), None);
    }

    #[test]
    fn minutes_are_rounded_to_the_nearest() {
        let rounded: Vec<_> = [0, 29, 30, 89, 90].map(minutes).into();
        assert_eq!(rounded, [0, 0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn a_union_holds_exactly_the_moments_of_its_parts(
            pairs in prop::collection::vec((0i64..60, 0i64..60), 0..8),
        ) {
            let whole = united(&pairs);
            let inside = |moment| whole.iter().any(|part| part.start <= moment && moment < part.end);
            let mut count = 0;
            for second in 0..60 {
                let expected = pairs.iter().any(|&(start, end)| start <= second && second < end);
                prop_assert_eq!(inside(at(second)), expected);
                count += i64::from(expected);
            }
            prop_assert_eq!(seconds(&whole), count);
            prop_assert!(whole.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }
}
