//! The verdict on one person in one session.

use super::attend::Attended;
use crate::model::{SignupStatus, Verdict};

/// Whether somebody was expected in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignedUp {
    /// They have no place: they never asked, or are still on the waiting list.
    No,
    /// They have a place.
    Yes,
    /// They signed up and withdrew.
    Cancelled,
}

impl From<Option<SignupStatus>> for SignedUp {
    /// People on the waiting list were told not to come: staying away is not a no-show, and coming anyway is a walk-in.
    fn from(status: Option<SignupStatus>) -> Self {
        match status {
            None | Some(SignupStatus::Waitlisted) => Self::No,
            Some(SignupStatus::Confirmed) => Self::Yes,
            Some(SignupStatus::Cancelled) => Self::Cancelled,
        }
    }
}

/// Returns the verdict; `None` for somebody who was neither expected nor there.
///
/// Having come overrides any word that one would not: somebody who withdrew and came is a walk-in, or brief. `excused`
/// only matters with a place: being excused from the whole event does not mean being excused from sessions one never
/// chose.
pub fn verdict(signed_up: SignedUp, excused: bool, attended: Option<&Attended>) -> Option<Verdict> {
    let meets = attended.map(|attended| attended.meets);
    Some(match (signed_up, meets) {
        (SignedUp::Yes, Some(true)) => Verdict::Present,
        (SignedUp::Yes, Some(false)) => Verdict::Partial,
        (SignedUp::Yes, None) if excused => Verdict::Excused,
        (SignedUp::Yes, None) => Verdict::NoShow,
        (SignedUp::No | SignedUp::Cancelled, Some(true)) => Verdict::WalkIn,
        (SignedUp::No | SignedUp::Cancelled, Some(false)) => Verdict::Brief,
        (SignedUp::Cancelled, None) => Verdict::Excused,
        (SignedUp::No, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::interval::tests::at;
    use super::*;
    use crate::attendance::{StayTimes, attend};
    use crate::model::Rule;

    fn minutes(minutes: i64) -> Option<Attended> {
        let stay = StayTimes {
            seconds: Some(minutes * 60),
            ..StayTimes::default()
        };
        attend(at(0), at(3600), &[stay], Rule::Minutes(15))
    }

    #[test]
    fn each_case_has_its_word() {
        let (long, short) = (minutes(20), minutes(3));
        let (yes, no, cancelled) = (SignedUp::Yes, SignedUp::No, SignedUp::Cancelled);
        for (signed_up, excused, attended, expected) in [
            (yes, false, &long, Some(Verdict::Present)),
            (yes, true, &long, Some(Verdict::Present)),
            (yes, false, &short, Some(Verdict::Partial)),
            (yes, false, &None, Some(Verdict::NoShow)),
            (yes, true, &None, Some(Verdict::Excused)),
            (cancelled, false, &None, Some(Verdict::Excused)),
            (cancelled, false, &long, Some(Verdict::WalkIn)),
            (cancelled, true, &short, Some(Verdict::Brief)),
            (no, false, &long, Some(Verdict::WalkIn)),
            (no, false, &short, Some(Verdict::Brief)),
            (no, false, &None, None),
            (no, true, &None, None),
        ] {
            assert_eq!(
                verdict(signed_up, excused, attended.as_ref()),
                expected,
                "{signed_up:?} {excused} {attended:?}"
            );
        }
    }

    #[test]
    fn a_waiting_list_is_no_place() {
        let waiting = SignedUp::from(Some(SignupStatus::Waitlisted));
        assert_eq!(verdict(waiting, false, None), None);
        assert_eq!(
            verdict(waiting, false, minutes(20).as_ref()),
            Some(Verdict::WalkIn)
        );
    }
}
