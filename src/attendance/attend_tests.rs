//! The session of these tests runs for an hour, from second 0 to second 3600.

use proptest::prelude::*;

use super::super::interval::tests::{at, between};
use super::*;

const HOUR: i64 = 3600;

fn stay(joined: impl Into<Option<i64>>, left: impl Into<Option<i64>>) -> StayTimes {
    StayTimes {
        joined_at: joined.into().map(at),
        left_at: left.into().map(at),
        minutes: None,
    }
}

fn only_minutes(minutes: i64) -> StayTimes {
    StayTimes {
        minutes: Some(minutes),
        ..StayTimes::default()
    }
}

fn attended(stays: &[StayTimes]) -> Option<Attended> {
    attend(at(0), at(HOUR), stays, Rule::Minutes(5))
}

#[test]
fn two_devices_and_rejoins_are_united_and_cut_to_the_session() {
    let stays = [stay(-600, 1200), stay(600, 1800), stay(2400, 4000)];
    let found = attended(&stays).unwrap();
    assert_eq!(found.intervals, [between(0, 1800), between(2400, 3600)]);
    assert_eq!(found.seconds, Some(3000));
    assert_eq!(found.minutes, Some(50));
    assert_eq!(found.share, Some(3000.0 / 3600.0));
    assert_eq!(found.first_joined, Some(at(0)));
    assert_eq!(found.last_left, Some(at(HOUR)));
    assert_eq!(
        (found.late_minutes, found.early_minutes),
        (Some(0), Some(0))
    );
    assert!(found.meets);
}

#[test]
fn coming_late_and_leaving_early_are_minutes() {
    let found = attended(&[stay(629, 3000)]).unwrap();
    assert_eq!(
        (found.late_minutes, found.early_minutes),
        (Some(10), Some(10))
    );
}

#[test]
fn nobody_came_when_no_stay_touches_the_session() {
    for outside in [
        stay(-60, 0),
        stay(HOUR, HOUR + 60),
        stay(HOUR, None),
        stay(None, 0),
    ] {
        assert_eq!(attended(&[outside]), None, "{outside:?}");
    }
    assert_eq!(attended(&[]), None);
}

#[test]
fn an_end_nobody_saw_is_counted_but_not_shown() {
    let found = attended(&[stay(600, None)]).unwrap();
    assert_eq!(found.minutes, Some(50));
    assert_eq!(found.first_joined, Some(at(600)));
    assert_eq!((found.last_left, found.early_minutes), (None, None));

    let found = attended(&[stay(None, 600)]).unwrap();
    assert_eq!(found.minutes, Some(10));
    assert_eq!((found.first_joined, found.late_minutes), (None, None));
    assert_eq!(found.last_left, Some(at(600)));

    // Another device was seen at the end.
    let found = attended(&[stay(600, None), stay(0, HOUR + 5)]).unwrap();
    assert_eq!(found.last_left, Some(at(HOUR)));
}

#[test]
fn a_stay_of_no_time_shows_that_somebody_came() {
    for moment in [stay(60, 60), stay(60, 10)] {
        let found = attended(&[moment]).unwrap();
        assert_eq!(found.minutes, Some(0));
        assert_eq!(found.first_joined, Some(at(60)));
        assert!(found.intervals.is_empty());
        assert!(!found.meets);
    }
    assert_eq!(attended(&[stay(HOUR, HOUR)]), None);
}

#[test]
fn minutes_alone_count_without_times() {
    let found = attended(&[only_minutes(40)]).unwrap();
    assert_eq!((found.minutes, found.first_joined), (Some(40), None));
    assert!(found.meets);
    let found = attended(&[only_minutes(40), only_minutes(15)]).unwrap();
    assert_eq!(found.minutes, Some(55));
    let found = attended(&[only_minutes(40), only_minutes(i64::MAX)]).unwrap();
    assert_eq!((found.minutes, found.share), (Some(60), Some(1.0)));
    // Both kinds of report of one meeting.
    let found = attended(&[only_minutes(40), stay(0, 1200)]).unwrap();
    assert_eq!(found.minutes, Some(40));
}

#[test]
fn the_bare_word_meets_every_rule() {
    let word = StayTimes::default();
    let found = attended(&[word]).unwrap();
    assert_eq!(
        (found.seconds, found.minutes, found.share),
        (None, None, None)
    );
    assert!(found.meets);
    let found = attended(&[word, stay(0, 60)]).unwrap();
    assert_eq!(found.minutes, Some(1));
    assert!(found.meets);
}

#[test]
fn a_session_without_length_is_attended_by_whoever_is_there() {
    let found = attend(at(60), at(60), &[stay(0, 120)], Rule::Percent(50)).unwrap();
    assert_eq!((found.minutes, found.share), (Some(0), None));
    assert!(found.meets);
    assert_eq!(attend(at(60), at(60), &[stay(61, 120)], Rule::Any), None);
}

fn stays() -> impl Strategy<Value = Vec<StayTimes>> {
    let moment = || prop::option::weighted(0.8, -900i64..4500);
    let one = (moment(), moment())
        .prop_filter(
            "minutes and bare words have no place on the clock",
            |pair| pair.0.is_some() || pair.1.is_some(),
        )
        .prop_map(|(joined, left)| stay(joined, left));
    prop::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn nobody_is_longer_in_a_session_than_it_lasts_or_than_they_stayed(
        stays in stays(), stated in prop::option::of(0i64..200),
    ) {
        let mut all = stays.clone();
        all.extend(stated.map(only_minutes));
        if let Some(found) = attended(&all) {
            let seconds = found.seconds.unwrap();
            prop_assert!((0..=HOUR).contains(&seconds));
            let stayed: i64 = stays
                .iter()
                .map(|stay| {
                    let start = stay.joined_at.unwrap_or(at(0));
                    (stay.left_at.unwrap_or(at(HOUR)) - start).num_seconds().max(0)
                })
                .sum();
            prop_assert!(seconds <= stayed + stated.unwrap_or(0) * 60);
            prop_assert_eq!(found.minutes, Some((seconds + 30) / 60));
            if let (Some(first), Some(last)) = (found.first_joined, found.last_left) {
                prop_assert!(at(0) <= first && first <= last && last <= at(HOUR));
            }
        }
    }

    #[test]
    fn the_order_and_the_repetition_of_stays_change_nothing(
        (stays, shuffled) in stays().prop_flat_map(|stays| {
            let twice: Vec<_> = stays.iter().chain(&stays).copied().collect();
            (Just(stays), Just(twice).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(attended(&stays), attended(&shuffled));
    }

    #[test]
    fn a_stay_cut_in_two_is_the_same_stay(
        stays in stays(), start in 0i64..3000, first in 1i64..300, second in 1i64..300,
    ) {
        let end = start + first + second;
        let mut whole = stays.clone();
        whole.push(stay(start, end));
        let mut parts = stays;
        parts.extend([stay(start, start + first), stay(start + first, end)]);
        prop_assert_eq!(attended(&whole), attended(&parts));
    }
}
