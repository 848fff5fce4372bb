//! Finds sessions of one person that overlap in time.

use crate::model::{Instant, Session, SessionId};

/// A session somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The session.
    pub session_id: SessionId,
    /// When it begins.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// Whether people come and go there.
    pub drop_in: bool,
}

impl From<&Session> for Choice {
    fn from(session: &Session) -> Self {
        Self {
            session_id: session.id,
            start: session.start,
            end: session.end,
            // Nobody is in what is cancelled.
            drop_in: session.drop_in || session.cancelled,
        }
    }
}

/// Returns the pairs of one person's sessions that overlap in time.
///
/// Back-to-back sessions do not conflict, and a drop-in conflicts with nothing. A session without length is a moment:
/// it conflicts with one that runs before and after it. Each pair lists the earlier session first, and the pairs are
/// sorted the same way. The order of the choices does not matter, nor does a session chosen twice.
pub fn conflicts(chosen: &[Choice]) -> Vec<(SessionId, SessionId)> {
    let mut choices: Vec<&Choice> = chosen.iter().filter(|choice| !choice.drop_in).collect();
    choices.sort_by_key(|choice| (choice.start, choice.session_id));
    choices.dedup_by_key(|choice| choice.session_id);
    let mut pairs = Vec::new();
    for (index, first) in choices.iter().enumerate() {
        for second in &choices[index + 1..] {
            if first.start < second.end && second.start < first.end {
                pairs.push((first.session_id, second.session_id));
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choice(id: i64, start: i64, end: i64) -> Choice {
        let at = |minutes| chrono::DateTime::from_timestamp(minutes * 60, 0).unwrap();
        Choice {
            session_id: SessionId(id),
            start: at(start),
            end: at(end),
            drop_in: false,
        }
    }

    fn found(choices: &[Choice]) -> Vec<(i64, i64)> {
        let pairs = conflicts(choices);
        pairs.into_iter().map(|(a, b)| (a.0, b.0)).collect()
    }

    #[test]
    fn overlapping_sessions_conflict_and_back_to_back_ones_do_not() {
        let (keynote, first, second) = (choice(1, 0, 60), choice(2, 60, 120), choice(3, 90, 150));
        assert_eq!(found(&[second, keynote, first]), [(2, 3)]);
        assert_eq!(found(&[keynote, first]), []);
        // All three parallel breakouts.
        let parallel = [choice(3, 0, 60), choice(2, 0, 60), choice(1, 0, 60)];
        assert_eq!(found(&parallel), [(1, 2), (1, 3), (2, 3)]);
    }

    #[test]
    fn a_drop_in_conflicts_with_nothing() {
        let mut bar = choice(1, 0, 60);
        bar.drop_in = true;
        assert_eq!(found(&[bar, choice(2, 0, 60)]), []);
    }

    #[test]
    fn a_moment_conflicts_only_inside_a_session() {
        let session = choice(1, 0, 60);
        assert_eq!(found(&[session, choice(2, 30, 30)]), [(1, 2)]);
        for edge in [0, 60] {
            assert_eq!(found(&[session, choice(2, edge, edge)]), []);
        }
        assert_eq!(found(&[choice(1, 30, 30), choice(2, 30, 30)]), []);
    }

    proptest! {
        #[test]
        fn the_order_of_choices_and_repetition_change_nothing(
            (straight, shuffled) in prop::collection::vec((0i64..60, 0i64..60, any::<bool>()), 0..7)
                .prop_flat_map(|times| {
                    let choices: Vec<_> = (1..)
                        .zip(times)
                        .map(|(id, (start, length, drop_in))| Choice {
                            drop_in,
                            ..choice(id, start, start + length)
                        })
                        .collect();
                    let twice: Vec<_> = choices.iter().chain(&choices).copied().collect();
                    (Just(choices), Just(twice).prop_shuffle())
                }),
        ) {
            let pairs = conflicts(&straight);
            prop_assert_eq!(&pairs, &conflicts(&shuffled));
            let get = |id: SessionId| straight.iter().find(|choice| choice.session_id == id).unwrap();
            for &(a, b) in &pairs {
                let (first, second) = (get(a), get(b));
                prop_assert!((first.start, a) < (second.start, b));
                prop_assert!(!first.drop_in && !second.drop_in);
            }
        }
    }
}
