//! Counts how many people are there at once.

use super::interval::Interval;
use crate::model::Instant;

/// Returns how many intervals contain each moment: every moment at which the number changes, with the new number.
///
/// Pass the united intervals of each person, or two devices count as two people. If one person leaves at the moment
/// another joins, that is at most one change. The last number is always 0.
pub fn curve(intervals: impl IntoIterator<Item = Interval>) -> Vec<(Instant, usize)> {
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    for interval in intervals {
        if !interval.is_empty() {
            starts.push(interval.start);
            ends.push(interval.end);
        }
    }
    starts.sort_unstable();
    ends.sort_unstable();

    let mut found: Vec<(Instant, usize)> = Vec::new();
    let (mut started, mut ended) = (0, 0);
    while let Some(&end) = ends.get(ended) {
        let now = starts.get(started).map_or(end, |&start| start.min(end));
        started += starts[started..]
            .iter()
            .take_while(|&&start| start == now)
            .count();
        ended += ends[ended..].iter().take_while(|&&end| end == now).count();
        // No interval ends before it starts, so this is never negative.
        let number = started - ended;
        if found.last().is_none_or(|&(_, before)| before != number) {
            found.push((now, number));
        }
    }
    found
}

/// Returns the highest number of people present at once.
///
/// Pass the united intervals of each person. Two people do not overlap if one leaves at the moment the other joins.
pub fn peak(intervals: impl IntoIterator<Item = Interval>) -> usize {
    curve(intervals)
        .into_iter()
        .map(|(_, number)| number)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::interval::tests::{at, between};
    use super::*;

    #[test]
    fn a_chair_handed_over_is_one_chair() {
        let people = [between(0, 60), between(60, 120), between(90, 90)];
        assert_eq!(peak(people), 1);
        assert_eq!(curve(people), [(at(0), 1), (at(120), 0)]);
    }

    #[test]
    fn the_curve_rises_and_falls() {
        let people = [between(0, 60), between(30, 120), between(30, 40)];
        assert_eq!(
            curve(people),
            [
                (at(0), 1),
                (at(30), 3),
                (at(40), 2),
                (at(60), 1),
                (at(120), 0)
            ]
        );
        assert_eq!(peak(people), 3);
        assert_eq!(peak([]), 0);
    }

    proptest! {
        #[test]
        fn the_curve_counts_who_is_there(
            pairs in prop::collection::vec((0i64..40, 0i64..40), 0..12),
        ) {
            let found = curve(pairs.iter().map(|&(start, end)| between(start, end)));
            let mut most = 0;
            for second in 0..40 {
                let expected = pairs.iter().filter(|pair| pair.0 <= second && second < pair.1).count();
                let number = found
                    .iter()
                    .rfind(|(moment, _)| *moment <= at(second))
                    .map_or(0, |&(_, number)| number);
                prop_assert_eq!(number, expected, "second {}", second);
                most = most.max(expected);
            }
            prop_assert_eq!(peak(pairs.iter().map(|&(start, end)| between(start, end))), most);
        }
    }
}
