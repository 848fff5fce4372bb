//! Determines when somebody came or left, and what to assume if no time is given.
//!
//! The clock of this machine is reliable while the session is on, but not afterwards: lists are typed in the evening.
//! So afterwards nothing is assumed except that somebody was there.

use chrono::TimeDelta;

use crate::catalogue::messages::check_in;
use crate::error::Error;
use crate::message;
use crate::model::{Instant, Session};

/// The maximum distance of a time from the session; further away it belongs to another day, or is a mistake.
const SLACK: TimeDelta = TimeDelta::hours(12);

/// What is recorded about an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noted {
    /// They came at this moment.
    At(Instant),
    /// The session is over, and no time was given.
    Afterwards,
}

/// Returns when somebody came: the given time, else now, else an unknown time.
pub(super) fn arrival(
    session: &Session,
    at: Option<Instant>,
    now: Instant,
) -> Result<Noted, Error> {
    if let Some(at) = at {
        return Ok(Noted::At(near(session, at)?));
    }
    let now = whole_seconds(now);
    if now > session.end {
        return Ok(Noted::Afterwards);
    }
    begun(session, now).map(Noted::At)
}

/// Returns when somebody left: the given time, else now, else at the session's end.
pub(super) fn departure(
    session: &Session,
    at: Option<Instant>,
    now: Instant,
) -> Result<Instant, Error> {
    match at {
        Some(at) => near(session, at),
        None => begun(session, whole_seconds(now).min(session.end)),
    }
}

/// Refuses the clock long before the session.
fn begun(session: &Session, now: Instant) -> Result<Instant, Error> {
    if now < session.start - SLACK {
        return Err(Error::new(message!(check_in::is_far_away {
            session: session.slug
        }))
        .hinted(check_in::GIVE_THE_TIME));
    }
    Ok(now)
}

fn near(session: &Session, at: Instant) -> Result<Instant, Error> {
    if at < session.start - SLACK || at > session.end + SLACK {
        return Err(Error::usage(message!(check_in::time_is_far_away {
            session: session.slug
        }))
        .hinted(check_in::TIME_OF_DAY));
    }
    Ok(at)
}

/// The file stores whole seconds, so comparisons must use them.
fn whole_seconds(now: Instant) -> Instant {
    Instant::from_timestamp(now.timestamp(), 0).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, SessionId, SessionKind};

    /// Returns a moment on an arbitrary day, in seconds after midnight.
    fn at(hour: i64, minute: i64) -> Instant {
        Instant::from_timestamp(
            1_600_000_000 / 86_400 * 86_400 + hour * 3600 + minute * 60,
            0,
        )
        .unwrap()
    }

    /// From 10:00 to 11:00.
    fn session() -> Session {
        Session {
            id: SessionId(1),
            event_id: EventId(1),
            slug: "a".to_owned(),
            title: "A".to_owned(),
            kind: SessionKind::Other,
            start: at(10, 0),
            end: at(11, 0),
            capacity: None,
            room: None,
            rule: None,
            drop_in: false,
            cancelled: false,
            people: Vec::new(),
        }
    }

    #[test]
    fn the_clock_counts_from_twelve_hours_before_until_the_end() {
        let came = |now| arrival(&session(), None, now).ok();
        assert_eq!(came(at(-2, -1)), None);
        assert_eq!(came(at(-2, 0)), Some(Noted::At(at(-2, 0))));
        assert_eq!(came(at(11, 0)), Some(Noted::At(at(11, 0))));
        assert_eq!(came(at(11, 1)), Some(Noted::Afterwards));
        let left = |now| departure(&session(), None, now).ok();
        assert_eq!(left(at(-2, -1)), None);
        assert_eq!(left(at(10, 30)), Some(at(10, 30)));
        assert_eq!(left(at(40, 0)), Some(at(11, 0)));
    }

    #[test]
    fn a_time_that_was_said_lies_near_the_session() {
        for (time, is_taken) in [
            (at(-2, -1), false),
            (at(-2, 0), true),
            (at(23, 0), true),
            (at(23, 1), false),
        ] {
            // The clock makes no difference.
            let now = at(500, 0);
            assert_eq!(arrival(&session(), Some(time), now).is_ok(), is_taken);
            assert_eq!(departure(&session(), Some(time), now).is_ok(), is_taken);
        }
    }

    #[test]
    fn fractions_of_a_second_are_dropped() {
        let now = at(10, 0) + TimeDelta::milliseconds(900);
        let came = arrival(&session(), None, now).unwrap();
        assert_eq!(came, Noted::At(at(10, 0)));
    }
}
