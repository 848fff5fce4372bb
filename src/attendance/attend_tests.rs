//! The session of these tests runs for an hour, from second 0 to second 3600.

use proptest::prelude::*;

use super::super::interval::tests::{at, between};
use super::*;

const HOUR: i64 = 3600;

fn stay(joined: impl Into<Option<i64>>, left: impl Into<Option<i64>>) -> StayTimes {
    StayTimes {
        joined_at: joined.into().map(at),
        left_at: left.into().map(at),
        ..StayTimes::default()
    }
}

fn lasting(seconds: i64) -> StayTimes {
    StayTimes {
        seconds: Some(seconds),
        ..StayTimes::default()
    }
}

fn rounded(seconds: i64, meets: bool) -> StayTimes {
    StayTimes {
        meets: Some(meets),
        ..lasting(seconds)
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
fn a_length_beside_both_times_bounds_them() {
    let bounded = |joined, left, seconds| StayTimes {
        seconds: Some(seconds),
        ..stay(joined, left)
    };
    let found = attended(&[bounded(600, 3000, 900)]).unwrap();
    assert_eq!((found.seconds, found.minutes), (Some(900), Some(15)));
    assert_eq!(found.first_joined, Some(at(600)));
    assert_eq!(found.last_left, Some(at(3000)));
    assert!(found.on_clock);
    // The part inside the session may be shorter than the length.
    let part = attended(&[bounded(3000, 6000, 2400)]).unwrap();
    assert_eq!(part.seconds, Some(600));
    // A duplicate counts once; a second device counts in addition, up to the union.
    let same = [bounded(600, 3000, 900), bounded(600, 3000, 900)];
    assert_eq!(attended(&same).unwrap().seconds, Some(900));
    let other = [bounded(600, 3000, 900), stay(600, 1200)];
    assert_eq!(attended(&other).unwrap().seconds, Some(1500));
    let whole = [bounded(600, 3000, 900), stay(600, 3000)];
    assert_eq!(attended(&whole).unwrap().seconds, Some(2400));
    // The rule is compared with the bounded minutes.
    let rule = |rule| attend(at(0), at(HOUR), &[bounded(0, 3600, 900)], rule).unwrap();
    assert!(!rule(Rule::Percent(50)).meets);
    assert!(rule(Rule::Minutes(15)).meets);
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
fn a_length_alone_counts_without_times() {
    let found = attended(&[lasting(2415)]).unwrap();
    assert_eq!((found.seconds, found.minutes), (Some(2415), Some(40)));
    assert_eq!((found.first_joined, found.on_clock), (None, false));
    assert!(found.intervals.is_empty() && found.meets);
    let found = attended(&[lasting(2400), lasting(900)]).unwrap();
    assert_eq!(found.minutes, Some(55));
    let found = attended(&[lasting(2400), lasting(i64::MAX)]).unwrap();
    assert_eq!((found.minutes, found.share), (Some(60), Some(1.0)));
    // Two kinds of report about one meeting.
    let found = attended(&[lasting(2400), stay(0, 1200)]).unwrap();
    assert_eq!((found.minutes, found.on_clock), (Some(40), true));
}

#[test]
fn a_length_alone_is_held_against_the_rule_to_the_second() {
    assert!(attended(&[lasting(300)]).unwrap().meets);
    assert!(!attended(&[lasting(299)]).unwrap().meets);
    assert!(attended(&[lasting(150), lasting(150)]).unwrap().meets);
    // Somebody who opened the meeting and left at once did come.
    let found = attended(&[lasting(0)]).unwrap();
    assert_eq!((found.minutes, found.meets), (Some(0), false));
}

#[test]
fn a_rounded_length_is_never_held_against_the_rule() {
    // 4 minutes 40 are stored as 5, and so are 5 minutes 10.
    let found = attended(&[rounded(300, false)]).unwrap();
    assert_eq!((found.minutes, found.meets), (Some(5), false));
    let found = attended(&[rounded(240, true)]).unwrap();
    assert_eq!((found.minutes, found.meets), (Some(4), true));
    // One of several that met the rule is enough, and so are the other stays without the rounded ones.
    assert!(
        attended(&[rounded(0, false), rounded(0, true)])
            .unwrap()
            .meets
    );
    assert!(attended(&[rounded(60, false), lasting(300)]).unwrap().meets);
    assert!(attended(&[rounded(60, false), stay(0, 300)]).unwrap().meets);
    assert!(
        !attended(&[rounded(3000, false), lasting(200), stay(0, 299)])
            .unwrap()
            .meets
    );
    // It counts like any length.
    let found = attended(&[rounded(3000, false), lasting(200)]).unwrap();
    assert_eq!(found.seconds, Some(3200));
    // The rule at that time is not the rule of today.
    let found = attend(at(0), at(HOUR), &[rounded(60, false)], Rule::Any).unwrap();
    assert!(!found.meets);
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

fn on_the_clock() -> impl Strategy<Value = StayTimes> {
    let moment = || prop::option::weighted(0.8, -900i64..4500);
    (moment(), moment(), prop::option::weighted(0.3, 0i64..4500))
        .prop_filter("bare words have no place on the clock", |times| {
            times.0.is_some() || times.1.is_some()
        })
        .prop_map(|(joined, left, longest)| StayTimes {
            seconds: longest.filter(|_| joined.is_some() && left.is_some()),
            ..stay(joined, left)
        })
}

/// Stays whose length is known, with times or without.
fn stays() -> impl Strategy<Value = Vec<StayTimes>> {
    let length = (0i64..4500, prop::option::of(any::<bool>()));
    let length = length.prop_map(|(seconds, meets)| StayTimes {
        meets,
        ..lasting(seconds)
    });
    prop::collection::vec(prop_oneof![3 => on_the_clock(), 1 => length], 1..6)
}

/// The length of a stay on its own, with an unseen end at the session's end.
fn length(stay: &StayTimes) -> i64 {
    let start = stay.joined_at.unwrap_or(at(0));
    let span = (stay.left_at.unwrap_or(at(HOUR)) - start).num_seconds();
    match stay.seconds {
        Some(seconds) if stay.joined_at.is_some() => seconds.min(span.max(0)),
        Some(seconds) => seconds,
        None => span.max(0),
    }
}

#[test]
fn while_the_session_runs_nothing_is_counted_beyond_the_moment() {
    let by = |second, stays: &[StayTimes]| attend_by(at(0), at(HOUR), at(second), stays, Rule::Any);
    // Open or ending later: here, with the minutes so far.
    for stay in [stay(600, None), stay(600, 3000)] {
        let found = by(1800, &[stay]).unwrap();
        assert_eq!((found.seconds, found.is_here), (Some(1200), true));
        assert_eq!((found.first_joined, found.last_left), (Some(at(600)), None));
        assert_eq!((found.share, found.meets), (None, false));
        assert_eq!(found.intervals, [between(600, 1800)]);
    }
    // Coming at this very moment counts as being here.
    let found = by(600, &[stay(600, None)]).unwrap();
    assert_eq!((found.seconds, found.is_here), (Some(0), true));
    let gone = by(1800, &[stay(600, 1800)]).unwrap();
    assert_eq!((gone.is_here, gone.last_left), (false, Some(at(1800))));
    // Somebody who comes later is not here yet; a length is at most the time that has passed.
    assert_eq!(by(500, &[stay(600, 1800)]), None);
    assert_eq!(by(600, &[lasting(3000)]).unwrap().seconds, Some(600));
    assert!(by(600, &[stay(None, None)]).unwrap().is_here);
}

#[test]
fn before_the_session_whoever_came_early_is_here_for_no_time() {
    let before = |stays: &[StayTimes]| attend_by(at(0), at(HOUR), at(-60), stays, Rule::Any);
    let early = before(&[stay(-300, None)]).unwrap();
    assert_eq!((early.is_here, early.seconds), (true, None));
    for none in [
        stay(-300, -120),
        stay(10, None),
        stay(None, None),
        lasting(60),
    ] {
        assert_eq!(before(&[none]), None, "{none:?}");
    }
}

#[test]
fn from_the_end_on_the_moment_changes_nothing() {
    let stays = [
        stay(600, None),
        stay(10, 5000),
        lasting(120),
        rounded(60, true),
    ];
    for second in [HOUR, HOUR + 1, 1_000_000] {
        let found = attend_by(at(0), at(HOUR), at(second), &stays, Rule::Minutes(5));
        assert_eq!(found, attended(&stays));
    }
}

proptest! {
    #[test]
    fn nobody_is_longer_in_a_session_than_it_lasts_or_than_they_stayed(stays in stays()) {
        if let Some(found) = attended(&stays) {
            let seconds = found.seconds.unwrap();
            prop_assert!((0..=HOUR).contains(&seconds));
            prop_assert!(seconds <= stays.iter().map(length).sum());
            let is_bounded = |it: &StayTimes| it.joined_at.is_some() && it.seconds.is_some();
            let is_bounded = stays.iter().any(is_bounded);
            prop_assert!(is_bounded || super::super::seconds(&found.intervals) <= seconds);
            prop_assert_eq!(found.minutes, Some((seconds + 30) / 60));
            if let (Some(first), Some(last)) = (found.first_joined, found.last_left) {
                prop_assert!(at(0) <= first && first <= last && last <= at(HOUR));
            }
        }
    }

    #[test]
    fn another_stay_never_takes_anything_away(stays in stays(), more in stays()) {
        let all: Vec<_> = stays.iter().chain(&more).copied().collect();
        if let Some(found) = attended(&stays) {
            let with_more = attended(&all).unwrap();
            prop_assert!(found.seconds <= with_more.seconds);
            prop_assert!(found.meets <= with_more.meets);
        }
    }

    #[test]
    fn the_order_of_stays_changes_nothing(
        (stays, shuffled) in stays().prop_flat_map(|stays| (Just(stays.clone()), Just(stays).prop_shuffle())),
    ) {
        prop_assert_eq!(attended(&stays), attended(&shuffled));
    }

    #[test]
    fn the_repetition_of_stays_with_times_changes_nothing(
        (stays, shuffled) in prop::collection::vec(on_the_clock(), 1..6).prop_flat_map(|stays| {
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

    #[test]
    fn a_length_cut_in_two_is_the_same_length(
        stays in stays(), first in 0i64..2000, second in 0i64..2000, meets in prop::option::of(any::<bool>()),
    ) {
        let one = |seconds| StayTimes { meets, ..lasting(seconds) };
        let mut whole = stays.clone();
        whole.push(one(first + second));
        let mut parts = stays;
        parts.extend([one(first), one(second)]);
        prop_assert_eq!(attended(&whole), attended(&parts));
    }
}
