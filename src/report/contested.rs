//! Finds sessions of one person that ran at the same time, although the records say that they attended both.
//!
//! Two logs, or two lists on paper, can each say that somebody was there. Where the sessions ran at the same time, one
//! of them is wrong, unless the times explain it: somebody who changed rooms halfway was in both, one after the other.
//! They are explained if
//! * the times do not overlap, or without the time in both rooms each is still long enough;
//! * only one session has times, and the rest of the other is long enough for its rule;
//! * neither has, and each is long enough without the time that they have in common, or the recorded lengths add up to
//!   no more than both sessions last;
//! * both were confirmed by hand: the organiser says so of each, knowing the other.
//!
//! People come and go in a drop-in, so that it contradicts nothing.

use std::collections::BTreeSet;

use super::recording::SessionRecord;
use crate::attendance::{Interval, meets, seconds, unite};
use crate::model::{PersonId, SessionId};
use crate::programme::{Choice, conflicts};

/// Returns those of somebody's sessions that the records contradict each other about.
pub(super) fn contested(met: &[&SessionRecord], person: PersonId) -> BTreeSet<SessionId> {
    let choices: Vec<Choice> = met.iter().map(|it| Choice::from(&it.session)).collect();
    let record = |id: SessionId| met.iter().find(|it| it.session.id == id).copied();
    let pairs = conflicts(&choices).into_iter();
    let contradicting = pairs.filter(|(first, second)| {
        let pair = record(*first).zip(record(*second));
        pair.is_some_and(|(first, second)| {
            let claims = [first, second].map(|it| Claim::of(it, person));
            !are_explained(&claims)
        })
    });
    contradicting.flat_map(|pair| [pair.0, pair.1]).collect()
}

/// What the records say of somebody in a session.
struct Claim<'a> {
    record: &'a SessionRecord,
    is_by_hand: bool,
    /// Whether it is known when they were there.
    has_times: bool,
    /// How long they were there, if that is known.
    length: Option<i64>,
    /// When they were there; without times, the whole session.
    intervals: Vec<Interval>,
}

impl<'a> Claim<'a> {
    fn of(record: &'a SessionRecord, person: PersonId) -> Self {
        let is_by_hand = record.rulings.contains_key(&person);
        let attended = record.attended.get(&person).filter(|_| !is_by_hand);
        let length = attended.and_then(|it| it.seconds);
        // With a length that is shorter, or longer, the times do not say when.
        let timed = attended.filter(|it| it.on_clock && Some(seconds(&it.intervals)) == it.seconds);
        let session = &record.session;
        Self {
            record,
            is_by_hand,
            has_times: timed.is_some(),
            length,
            intervals: timed.map_or_else(
                || {
                    vec![Interval {
                        start: session.start,
                        end: session.end,
                    }]
                },
                |it| it.intervals.clone(),
            ),
        }
    }

    /// Returns whether the session was attended for long enough outside a common time.
    fn is_enough_without(&self, common: i64) -> bool {
        let rest = seconds(&self.intervals) - common;
        rest > 0 && meets(self.record.rule.rule, rest, self.record.session.seconds())
    }
}

fn are_explained(claims: &[Claim<'_>; 2]) -> bool {
    let [first, second] = claims;
    if first.is_by_hand && second.is_by_hand {
        return true;
    }
    let common = common(&first.intervals, &second.intervals);
    if common == 0 {
        return true;
    }
    let has_times = first.has_times && second.has_times;
    if let (false, Some(one), Some(other)) = (has_times, first.length, second.length) {
        let windows = claims.iter().map(|it| Interval {
            start: it.record.session.start,
            end: it.record.session.end,
        });
        let mut windows: Vec<Interval> = windows.collect();
        unite(&mut windows);
        return one + other <= seconds(&windows);
    }
    // Times are facts; what has none has to be possible beside them.
    let is_fixed = |it: &Claim<'_>| it.has_times && !has_times;
    claims
        .iter()
        .all(|it| is_fixed(it) || it.is_enough_without(common))
}

/// Returns the seconds that are in both.
fn common(one: &[Interval], other: &[Interval]) -> i64 {
    let parts = one
        .iter()
        .flat_map(|part| other.iter().filter_map(|it| part.clip(*it)));
    parts.map(|it| it.seconds()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, BREAKOUT_A, BREAKOUT_B, Fixture};
    use super::super::recording::Recording;
    use super::*;
    use crate::model::{EventId, Ruling, Verdict};
    use crate::store::{NewStay, StoreError, Writer};

    const EVENT: EventId = EventId(1);
    const DAVID: i64 = 4;

    /// Whether David's two breakouts, which ask for half an hour each, contradict each other.
    fn is_contested(work: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>) -> bool {
        let mut fixture = Fixture::meeting();
        fixture.change(work);
        let recording = Recording::load(fixture.read(), &fixture.event()).unwrap();
        let sessions = recording.sessions.iter();
        let met: Vec<&SessionRecord> = sessions
            .filter(|it| it.met_rule(PersonId(DAVID)) == Some(true))
            .collect();
        assert!(met.len() >= 2, "both are attended for long enough");
        let found = contested(&met, PersonId(DAVID));
        assert!(found.is_empty() || found == BTreeSet::from([BREAKOUT_A, BREAKOUT_B]));
        !found.is_empty()
    }

    /// A stay of David's in each breakout: times, or none.
    fn stays(spans: [Option<(&str, &str)>; 2]) -> bool {
        is_contested(|writer| {
            for (session, span) in [BREAKOUT_A, BREAKOUT_B].into_iter().zip(spans) {
                fixture::add_stay(writer, EVENT, Some(session.0), Ok(DAVID), span)?;
            }
            Ok(())
        })
    }

    #[test]
    fn two_lists_without_times_contradict_each_other() {
        assert!(stays([None, None]));
    }

    #[test]
    fn times_that_overlap_contradict_each_other_unless_each_is_enough_without() {
        assert!(stays([Some(("11:00", "12:00")), Some(("11:00", "12:00"))]));
        assert!(stays([Some(("11:00", "11:40")), Some(("11:20", "12:00"))]));
        assert!(!stays([Some(("11:00", "11:30")), Some(("11:30", "12:00"))]));
    }

    #[test]
    fn a_list_without_times_needs_room_beside_times() {
        assert!(stays([None, Some(("11:00", "11:50"))]));
        assert!(!stays([None, Some(("11:00", "11:30"))]));
    }

    #[test]
    fn lengths_contradict_each_other_if_they_are_longer_than_both_sessions() {
        let lengths = |lengths: [i64; 2]| {
            is_contested(|writer| {
                for (session, minutes) in [BREAKOUT_A, BREAKOUT_B].into_iter().zip(lengths) {
                    writer.add_stay(&NewStay {
                        seconds: Some(minutes * 60),
                        ..fixture::stay_of(EVENT, session, DAVID)
                    })?;
                }
                Ok(())
            })
        };
        assert!(lengths([30, 31]));
        assert!(!lengths([30, 30]));
    }

    #[test]
    fn who_is_confirmed_in_both_by_hand_was_in_both() {
        let rule = |writer: &Writer<'_>, session| -> Result<(), StoreError> {
            writer.set_ruling(&Ruling {
                person_id: PersonId(DAVID),
                session_id: session,
                verdict: Verdict::Present,
                reason: "Changed rooms".to_owned(),
            })?;
            Ok(())
        };
        let bare = |writer: &Writer<'_>| -> Result<(), StoreError> {
            for session in [BREAKOUT_A, BREAKOUT_B] {
                fixture::add_stay(writer, EVENT, Some(session.0), Ok(DAVID), None)?;
            }
            Ok(())
        };
        assert!(is_contested(|writer| {
            bare(writer)?;
            rule(writer, BREAKOUT_A)
        }));
        assert!(!is_contested(|writer| {
            bare(writer)?;
            rule(writer, BREAKOUT_A)?;
            rule(writer, BREAKOUT_B)
        }));
    }

    #[test]
    fn a_drop_in_contradicts_nothing() {
        assert!(!is_contested(|writer| {
            let mut session = writer.session(BREAKOUT_B)?.unwrap();
            session.drop_in = true;
            writer.save_session(&session)?;
            for session in [BREAKOUT_A, BREAKOUT_B] {
                fixture::add_stay(writer, EVENT, Some(session.0), Ok(DAVID), None)?;
            }
            Ok(())
        }));
    }
}
