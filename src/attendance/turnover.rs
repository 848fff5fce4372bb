//! How meetings compare with earlier ones, in figures that outlive the people.
//!
//! When people are let go of, what they did to the comparison is kept as figures, if these say nothing about one person:
//! of those who were at a meeting, each group (there again, or for the first time; at each later meeting, or not) has
//! to be empty or of five and more. Otherwise nothing of the comparison is kept of them at that meeting.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EventId, Instant, PersonId, Turnover};

/// The size from which on a group says nothing about one person.
const LEAST: i64 = 5;

/// A meeting that is over, and who was there for long enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The meeting.
    pub event: EventId,
    /// When it began.
    pub start: Instant,
    /// The people.
    pub people: BTreeSet<PersonId>,
}

/// Returns what to keep of people who are let go of, by meeting; `only` is the meeting they are let go of, if it is not
/// all of them.
pub fn turnover_without(
    meetings: &[Present],
    people: &BTreeSet<PersonId>,
    only: Option<EventId>,
) -> BTreeMap<EventId, Turnover> {
    let mut left = meetings.to_vec();
    for meeting in &mut left {
        if only.is_none_or(|it| it == meeting.event) {
            meeting.people.retain(|it| !people.contains(it));
        }
    }
    let mut kept = BTreeMap::new();
    for meeting in meetings {
        let (before, after) = (
            turnover(meetings, meeting.event),
            turnover(&left, meeting.event),
        );
        let again = before.again.iter();
        let less = Turnover {
            present: before.present - after.present,
            returning: before.returning - after.returning,
            missing: before.missing - after.missing,
            again: again
                .map(|(event, count)| (*event, count - after.again[event]))
                .collect(),
        };
        let mut less = kept_of(less);
        less.again.retain(|_, count| *count != 0);
        if less != Turnover::default() {
            kept.insert(meeting.event, less);
        }
    }
    kept
}

fn turnover(meetings: &[Present], event: EventId) -> Turnover {
    let Some(own) = meetings.iter().find(|it| it.event == event) else {
        return Turnover::default();
    };
    let count = |people: usize| i64::try_from(people).unwrap_or(i64::MAX);
    let earlier = meetings.iter().filter(|it| it.start < own.start);
    let before: BTreeSet<PersonId> = earlier.flat_map(|it| &it.people).copied().collect();
    let later = meetings.iter().filter(|it| it.start > own.start);
    Turnover {
        present: count(own.people.len()),
        returning: count(own.people.intersection(&before).count()),
        missing: count(before.difference(&own.people).count()),
        again: later
            .map(|it| (it.event, count(own.people.intersection(&it.people).count())))
            .collect(),
    }
}

/// Returns what is kept of a difference that people make.
fn kept_of(less: Turnover) -> Turnover {
    let says_nothing = |group: i64| group == 0 || group.abs() >= LEAST;
    let of_all = |part: &i64| says_nothing(*part) && says_nothing(less.present - part);
    let missing = if says_nothing(less.missing) {
        less.missing
    } else {
        0
    };
    let parts = less.again.values().chain([&less.returning]);
    if parts.into_iter().all(of_all) {
        Turnover { missing, ..less }
    } else {
        Turnover {
            missing,
            ..Turnover::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(number: i64, people: std::ops::Range<i64>) -> Present {
        Present {
            event: EventId(number),
            start: Instant::UNIX_EPOCH + chrono::Duration::days(number),
            people: people.map(PersonId).collect(),
        }
    }

    fn people(numbers: std::ops::Range<i64>) -> BTreeSet<PersonId> {
        numbers.map(PersonId).collect()
    }

    #[test]
    fn groups_of_five_and_more_are_kept() {
        let meetings = [meeting(1, 0..12), meeting(2, 6..18)];
        let kept = turnover_without(&meetings, &people(0..18), None);
        assert_eq!(
            kept[&EventId(1)],
            Turnover {
                present: 12,
                again: [(EventId(2), 6)].into(),
                ..Turnover::default()
            }
        );
        assert_eq!(
            kept[&EventId(2)],
            Turnover {
                present: 12,
                returning: 6,
                missing: 6,
                ..Turnover::default()
            }
        );
    }

    #[test]
    fn what_would_say_something_about_fewer_is_not_kept() {
        // Two came again, ten did not.
        let meetings = [meeting(1, 0..12), meeting(2, 10..22)];
        let kept = turnover_without(&meetings, &people(0..22), None);
        assert!(!kept.contains_key(&EventId(1)), "{kept:?}");
        let second = Turnover {
            missing: 10,
            ..Turnover::default()
        };
        assert_eq!(kept, [(EventId(2), second)].into());
        // One person alone is in no figure.
        assert_eq!(turnover_without(&meetings, &people(0..1), None), [].into());
    }

    #[test]
    fn whoever_is_let_go_of_at_one_meeting_is_still_compared_at_the_others() {
        let meetings = [meeting(1, 0..12), meeting(2, 0..12)];
        let kept = turnover_without(&meetings, &people(0..12), Some(EventId(1)));
        assert_eq!(
            kept[&EventId(1)],
            Turnover {
                present: 12,
                again: [(EventId(2), 12)].into(),
                ..Turnover::default()
            }
        );
        assert_eq!(
            kept[&EventId(2)],
            Turnover {
                returning: 12,
                ..Turnover::default()
            }
        );
    }
}
