//! The times of a stay, and its length where a row has one.
//!
//! Lists give the first coming, the last leaving and the minutes in between during which somebody was there: a shorter
//! length is an upper bound. A longer one changes nothing, since it adds up two devices of one person. Beside one time
//! the length gives the other.

use chrono::TimeDelta;

use crate::model::Instant;

/// A difference of up to a minute is rounding.
const ROUNDING: i64 = 60;

/// How a length relates to the two times next to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Somebody was away in between.
    Shorter,
    /// Several devices were added up, or a clock was wrong.
    Longer,
    /// The two times are equal.
    OfAMoment,
}

impl Length {
    /// Returns how a length differs from the span between two times, both in seconds; `None` if by no more than
    /// rounding, or if the span is negative.
    pub fn beside(length: i64, span: i64) -> Option<Self> {
        match length - span {
            _ if span < 0 => None,
            _ if span == 0 && length > 0 => Some(Self::OfAMoment),
            less if less < -ROUNDING => Some(Self::Shorter),
            more if more > ROUNDING => Some(Self::Longer),
            _ => None,
        }
    }
}

/// When somebody came and left, and for how long they were there, as a row says it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowTimes {
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left.
    pub left_at: Option<Instant>,
    /// In seconds: the total if no times are known, an upper limit if both are.
    pub seconds: Option<i64>,
}

impl RowTimes {
    /// Completes the times of a stay with its length in seconds.
    pub fn of(joined: Option<Instant>, left: Option<Instant>, length: Option<i64>) -> Self {
        let span = |seconds| TimeDelta::seconds(seconds);
        let (mut joined_at, mut left_at, mut seconds) = (joined, left, None);
        match (joined, left, length) {
            (Some(joined), Some(left), Some(length)) => {
                match Length::beside(length, (left - joined).num_seconds()) {
                    Some(Length::OfAMoment) => left_at = Some(joined + span(length)),
                    Some(Length::Shorter) => seconds = Some(length),
                    Some(Length::Longer) | None => {}
                }
            }
            (Some(joined), None, Some(length)) => left_at = Some(joined + span(length)),
            (None, Some(left), Some(length)) => joined_at = Some(left - span(length)),
            (None, None, length) => seconds = length,
            (_, _, None) => {}
        }
        Self {
            joined_at,
            left_at,
            seconds,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time;

    #[test]
    fn a_length_completes_and_bounds_the_times() {
        let at = |minute: i64| {
            time::from_text("2020-10-08T10:00:00Z").map(|it| it + TimeDelta::minutes(minute))
        };
        let of = |joined: Option<i64>, left: Option<i64>, length| {
            let times = RowTimes::of(joined.and_then(at), left.and_then(at), length);
            let minute = |time: Option<Instant>| Some((time? - at(0)?).num_minutes());
            (
                minute(times.joined_at),
                minute(times.left_at),
                times.seconds,
            )
        };
        assert_eq!(
            of(Some(0), Some(90), Some(1800)),
            (Some(0), Some(90), Some(1800))
        );
        assert_eq!(of(Some(0), Some(90), Some(5341)), (Some(0), Some(90), None));
        assert_eq!(of(Some(0), Some(90), Some(7200)), (Some(0), Some(90), None));
        assert_eq!(of(Some(5), Some(5), Some(1800)), (Some(5), Some(35), None));
        assert_eq!(of(Some(5), None, Some(1800)), (Some(5), Some(35), None));
        assert_eq!(of(None, Some(35), Some(1800)), (Some(5), Some(35), None));
        assert_eq!(of(None, None, Some(1800)), (None, None, Some(1800)));
        assert_eq!(of(None, Some(35), None), (None, Some(35), None));
    }
}
