//! Decides who has a place in a session and who waits.

use crate::model::{Instant, SignupStatus};

/// A sign-up that is not cancelled, as a claim to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<T> {
    /// The number of the sign-up, or whatever the caller identifies it by.
    pub id: T,
    /// When it was requested.
    pub requested_at: Option<Instant>,
    /// Its status; for a new one, the status it asks for. A cancelled one is ignored.
    pub status: SignupStatus,
    /// Whether it was just made, and so has no place yet, whatever its status.
    pub is_new: bool,
}

/// A claim whose status changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move<T> {
    /// The claim.
    pub id: T,
    /// The status before.
    pub from: SignupStatus,
    /// The new status.
    pub to: SignupStatus,
}

/// Gives out the places of one session, first come first served, and returns what changes.
///
/// * A claim that has a place keeps it, even if the session has become too small for all of them.
/// * Free places go by time of request, to waiting and new claims alike: an export that arrives late may hold the
///   earliest requests. A claim without a time comes last; at equal times a waiting claim comes before a new one, then
///   the smaller `id` first.
/// * A claim that gets no place waits. Nobody waits while there is a free place, whatever the file said: a form's own
///   waiting list was made for the form's own limit.
/// * Once the session `has_begun`, nobody who waited before moves up, since they could not be told in time. Free places
///   then only go to new sign-ups, which an organiser may record afterwards.
///
/// A `capacity` of `None` is no limit; one below zero counts as zero. Afterwards the claims have their final status and
/// none is new, so settling again changes nothing. Their order in the slice is irrelevant and is kept.
pub fn settle<T: Copy + Ord>(
    capacity: Option<i64>,
    has_begun: bool,
    claims: &mut [Claim<T>],
) -> Vec<Move<T>> {
    let has_place = |claim: &Claim<T>| claim.status == SignupStatus::Confirmed && !claim.is_new;
    let kept = count(claims.iter().filter(|claim| has_place(claim)));
    let free = capacity.map(|capacity| (capacity.max(0) - kept).max(0));

    let mut queue: Vec<&mut Claim<T>> = claims
        .iter_mut()
        .filter(|claim| claim.status != SignupStatus::Cancelled && !has_place(claim))
        .filter(|claim| claim.is_new || !has_begun)
        .collect();
    queue.sort_by_key(|claim| {
        let no_time = claim.requested_at.is_none();
        (no_time, claim.requested_at, claim.is_new, claim.id)
    });

    let mut moves = Vec::new();
    for (place, claim) in (0..).zip(queue) {
        let to = if free.is_none_or(|free| place < free) {
            SignupStatus::Confirmed
        } else {
            SignupStatus::Waitlisted
        };
        if claim.status != to {
            moves.push(Move {
                id: claim.id,
                from: claim.status,
                to,
            });
        }
        claim.status = to;
        claim.is_new = false;
    }
    moves
}

fn count<T>(items: impl Iterator<Item = T>) -> i64 {
    (0..).zip(items).last().map_or(0, |(index, _)| index + 1)
}

/// How full a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How many places are left; `None` is no limit.
    pub free: Option<i64>,
    /// How many have a place beyond the capacity.
    pub over: i64,
    /// How many wait.
    pub waiting: i64,
}

/// Returns how full a session is.
pub fn standing(capacity: Option<i64>, confirmed: i64, waitlisted: i64) -> Standing {
    let left = capacity.map(|capacity| capacity.max(0) - confirmed);
    Standing {
        free: left.map(|left| left.max(0)),
        over: left.map_or(0, |left| (-left).max(0)),
        waiting: waitlisted,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::SignupStatus::{Cancelled, Confirmed, Waitlisted};
    use super::*;

    fn claim(
        id: i64,
        time: impl Into<Option<i64>>,
        status: SignupStatus,
        is_new: bool,
    ) -> Claim<i64> {
        Claim {
            id,
            requested_at: time
                .into()
                .map(|seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap()),
            status,
            is_new,
        }
    }

    fn moves(capacity: impl Into<Option<i64>>, claims: &[Claim<i64>]) -> Vec<(i64, SignupStatus)> {
        let found = settle(capacity.into(), false, &mut claims.to_vec());
        found
            .into_iter()
            .map(|moved| (moved.id, moved.to))
            .collect()
    }

    #[test]
    fn first_come_first_served() {
        let claims = [
            claim(1, 30, Confirmed, true),
            claim(2, 10, Confirmed, true),
            claim(3, None, Confirmed, true),
            claim(4, 20, Confirmed, true),
        ];
        assert_eq!(moves(2, &claims), [(1, Waitlisted), (3, Waitlisted)]);
        assert_eq!(moves(None, &claims), []);
        assert_eq!(moves(0, &claims).len(), 4);
    }

    #[test]
    fn a_cancellation_moves_the_first_one_up() {
        let claims = [
            claim(1, 10, Cancelled, false),
            claim(2, 20, Confirmed, false),
            claim(3, 40, Waitlisted, false),
            claim(4, 30, Waitlisted, false),
        ];
        assert_eq!(moves(2, &claims), [(4, Confirmed)]);
    }

    #[test]
    fn a_place_is_never_taken_back() {
        let claims = [
            claim(1, 50, Confirmed, false),
            claim(2, 60, Confirmed, false),
            claim(3, 10, Confirmed, true),
        ];
        assert_eq!(moves(1, &claims), [(3, Waitlisted)]);
    }

    #[test]
    fn at_the_same_time_who_waits_comes_before_who_is_new() {
        let claims = [
            claim(1, 10, Confirmed, true),
            claim(2, 10, Waitlisted, false),
        ];
        assert_eq!(moves(1, &claims), [(2, Confirmed), (1, Waitlisted)]);
        let unknown = [
            claim(2, None, Waitlisted, false),
            claim(1, None, Waitlisted, false),
        ];
        assert_eq!(moves(1, &unknown), [(1, Confirmed)]);
    }

    #[test]
    fn nobody_waits_for_a_free_place_because_a_file_says_so() {
        assert_eq!(
            moves(1, &[claim(1, 10, Waitlisted, true)]),
            [(1, Confirmed)]
        );
    }

    #[test]
    fn nobody_moves_up_into_a_session_that_has_begun() {
        let mut claims = [
            claim(1, 10, Cancelled, false),
            claim(2, 20, Waitlisted, false),
            claim(3, 40, Waitlisted, true),
            claim(4, 30, Waitlisted, true),
        ];
        let moves = settle(Some(1), true, &mut claims);
        assert_eq!(moves.len(), 1);
        assert_eq!((moves[0].id, moves[0].to), (4, Confirmed));
        assert_eq!(settle(None, true, &mut claims), []);
        assert_eq!(claims[1].status, Waitlisted);
    }

    #[test]
    fn standing_counts_both_ways() {
        let line = |capacity, confirmed| {
            let standing = standing(capacity, confirmed, 4);
            (standing.free, standing.over, standing.waiting)
        };
        assert_eq!(line(Some(10), 7), (Some(3), 0, 4));
        assert_eq!(line(Some(10), 12), (Some(0), 2, 4));
        assert_eq!(line(None, 12), (None, 0, 4));
    }

    fn claims() -> impl Strategy<Value = Vec<Claim<i64>>> {
        let status = prop::sample::select(vec![Confirmed, Waitlisted, Cancelled]);
        let one = (prop::option::weighted(0.8, 0i64..6), status, any::<bool>());
        prop::collection::vec(one, 0..12).prop_map(|rows| {
            (1..)
                .zip(rows)
                .map(|(id, (time, status, is_new))| claim(id, time, status, is_new))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn places_are_given_justly(
            before in claims(),
            capacity in prop::option::of(0i64..8),
            has_begun in any::<bool>(),
        ) {
            let mut after = before.clone();
            let moves = settle(capacity, has_begun, &mut after);
            let confirmed = count(after.iter().filter(|claim| claim.status == Confirmed));
            let had = count(
                before.iter().filter(|claim| claim.status == Confirmed && !claim.is_new),
            );
            // Once the session has begun, claims that waited before are not changed.
            let stays = |claim: &Claim<i64>| has_begun && claim.status == Waitlisted && !claim.is_new;
            let both = || before.iter().zip(&after);
            prop_assert!(both().all(|(old, new)| !stays(old) || new.status == Waitlisted));
            let waits = both().any(|(old, new)| new.status == Waitlisted && !stays(old));
            if let Some(capacity) = capacity {
                prop_assert!(confirmed <= capacity.max(had), "more people than places");
                prop_assert!(!waits || confirmed >= capacity, "somebody waits for a free place");
            } else {
                prop_assert!(!waits);
            }
            for (old, new) in before.iter().zip(&after) {
                prop_assert_eq!(old.id, new.id);
                prop_assert_eq!(old.status == Cancelled, new.status == Cancelled);
                let listed = moves.iter().find(|moved| moved.id == old.id);
                let expected = (old.status != new.status).then_some(Move {
                    id: old.id,
                    from: old.status,
                    to: new.status,
                });
                prop_assert_eq!(listed.copied(), expected);
                let kept = old.status == Confirmed && !old.is_new;
                prop_assert!(!kept || new.status == Confirmed, "a place was taken back");
                // Anybody who got in now asked no later than everybody who still waits.
                if !kept && new.status == Confirmed && new.requested_at.is_some() {
                    let waiting = both().filter(|(old, new)| new.status == Waitlisted && !stays(old));
                    for (_, waiting) in waiting {
                        prop_assert!(
                            waiting.requested_at.is_none_or(|time| Some(time) >= new.requested_at)
                        );
                    }
                }
            }
        }

        #[test]
        fn settling_again_changes_nothing(
            mut claims in claims(),
            capacity in prop::option::of(0i64..8),
            has_begun in any::<bool>(),
        ) {
            settle(capacity, has_begun, &mut claims);
            let settled = claims.clone();
            prop_assert_eq!(settle(capacity, has_begun, &mut claims), []);
            prop_assert_eq!(claims, settled);
        }

        #[test]
        fn the_order_of_the_claims_means_nothing(
            (straight, shuffled) in
                claims().prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle())),
            capacity in prop::option::of(0i64..8),
            has_begun in any::<bool>(),
        ) {
            let (mut straight, mut shuffled) = (straight, shuffled);
            prop_assert_eq!(
                settle(capacity, has_begun, &mut straight),
                settle(capacity, has_begun, &mut shuffled)
            );
        }
    }
}
