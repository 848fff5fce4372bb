//! Decides which session a log belongs to, by the session its title names and by its hours.
//!
//! The log of a meeting room covers one session, or several in a row if the room stayed open. Parallel sessions have
//! rooms of their own, and a log belongs to one of them; the hours alone cannot say which. Nothing is guessed here: a
//! mismatch is reported, for somebody to decide.

use super::interval::Interval;
use crate::model::{Session, SessionId};

/// Where the stays of a log belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// To one session, because the log's title names it.
    Named(SessionId),
    /// To one session, because the log's hours fit it alone.
    ByHours(SessionId),
    /// To the event: its room served several sessions, one after the other, separated by the clock.
    Event,
    /// Undecided: the title names this session, but the hours are another's.
    Disagrees(SessionId),
    /// Undecided: the hours fit these sessions, which run at the same time.
    Parallel(Vec<SessionId>),
    /// Undecided: the hours fit no session.
    Outside,
    /// Undecided: there are several sessions, and neither title nor hours say which.
    Unknown,
}

/// Decides where a log belongs.
///
/// `hours` is when most of its people were there, if known; `named` are the sessions its title names.
pub fn place(sessions: &[Session], hours: Option<Interval>, named: &[SessionId]) -> Placement {
    let Some(hours) = hours else {
        return match (named, sessions) {
            ([id], _) => Placement::Named(*id),
            (_, []) => Placement::Event,
            (_, [only]) => Placement::ByHours(only.id),
            _ => Placement::Unknown,
        };
    };
    if sessions.is_empty() {
        return Placement::Event;
    }
    let covered: Vec<&Session> = sessions
        .iter()
        .filter(|session| covers(hours, session))
        .collect();
    if let [id] = named
        && let Some(session) = sessions.iter().find(|session| session.id == *id)
    {
        let at_its_time = overlap(hours, of(session)) > 0;
        let of_others = covered.iter().any(|other| !runs_beside(session, other));
        return if at_its_time && !of_others {
            Placement::Named(*id)
        } else {
            Placement::Disagrees(*id)
        };
    }
    match covered.as_slice() {
        [] => Placement::Outside,
        [only] => Placement::ByHours(only.id),
        several => {
            let in_a_row = several
                .iter()
                .any(|one| several.iter().any(|other| !runs_beside(one, other)));
            if in_a_row {
                return Placement::Event;
            }
            let fitting: Vec<SessionId> = several
                .iter()
                .filter(|session| fits(hours, session))
                .map(|session| session.id)
                .collect();
            match fitting.as_slice() {
                [only] => Placement::ByHours(*only),
                _ => Placement::Parallel(several.iter().map(|session| session.id).collect()),
            }
        }
    }
}

/// Returns the sessions that count the stays of the event as a whole by the clock: those without a room of their own
/// that run alone. Nobody is in three breakouts at once, so a log of the whole event says nothing about parallel
/// sessions.
pub fn shares_by_the_clock(sessions: &[Session]) -> impl Iterator<Item = &Session> {
    sessions_of_the_whole(sessions).filter(move |session| {
        sessions_of_the_whole(sessions)
            .all(|other| other.id == session.id || !runs_beside(session, other))
    })
}

/// Returns the sessions that a log of the event as a whole can cover: those without a room of their own, and plenaries
/// and keynotes without a parallel session. Everybody attends those, whatever their room is called.
pub fn sessions_of_the_whole(sessions: &[Session]) -> impl Iterator<Item = &Session> {
    sessions.iter().filter(move |session| {
        session.room.is_none()
            || (session.kind.is_for_everybody()
                && sessions
                    .iter()
                    .all(|other| other.id == session.id || !runs_beside(session, other)))
    })
}

fn of(session: &Session) -> Interval {
    Interval {
        start: session.start,
        end: session.end,
    }
}

/// Whether two sessions have a moment in common; back to back does not count.
fn runs_beside(one: &Session, other: &Session) -> bool {
    one.start < other.end && other.start < one.end || one.start == other.start
}

/// Returns the seconds that both have in common.
fn overlap(one: Interval, other: Interval) -> i64 {
    one.clip(other).map_or(0, |part| part.seconds())
}

/// Whether the log is about the session: they share half of the session, or half of the log.
fn covers(hours: Interval, session: &Session) -> bool {
    let session = of(session);
    let shorter = session.seconds().min(hours.seconds());
    let common = overlap(hours, session);
    common > 0 && common * 2 >= shorter
}

/// Whether the hours match the session's own: two thirds of their combined span is shared.
fn fits(hours: Interval, session: &Session) -> bool {
    let session = of(session);
    let whole = Interval {
        start: hours.start.min(session.start),
        end: hours.end.max(session.end),
    };
    overlap(hours, session) * 3 >= whole.seconds() * 2
}

#[cfg(test)]
mod tests {
    use super::super::interval::tests::{at, between};
    use super::*;
    use crate::model::{EventId, SessionKind};

    /// A session given by its first and last minute.
    fn session(id: i64, start: i64, end: i64) -> Session {
        Session {
            id: SessionId(id),
            event_id: EventId(1),
            slug: format!("session-{id}"),
            title: format!("Session {id}"),
            kind: SessionKind::Breakout,
            start: at(start * 60),
            end: at(end * 60),
            capacity: None,
            room: None,
            rule: None,
            drop_in: false,
            cancelled: false,
            people: Vec::new(),
        }
    }

    /// A plenary, a keynote, three parallel breakouts and a bar.
    fn day() -> Vec<Session> {
        vec![
            session(1, 0, 15),
            session(2, 15, 60),
            session(3, 75, 150),
            session(4, 75, 150),
            session(5, 75, 120),
            session(6, 360, 420),
        ]
    }

    fn placed(start: i64, end: i64, named: &[i64]) -> Placement {
        let named: Vec<SessionId> = named.iter().map(|id| SessionId(*id)).collect();
        place(&day(), Some(between(start * 60, end * 60)), &named)
    }

    #[test]
    fn hours_alone_find_a_session_that_runs_alone() {
        assert_eq!(placed(355, 425, &[]), Placement::ByHours(SessionId(6)));
        assert_eq!(placed(380, 400, &[]), Placement::ByHours(SessionId(6)));
        // One of the three is shorter than the others, and so is the log.
        assert_eq!(placed(74, 121, &[]), Placement::ByHours(SessionId(5)));
    }

    #[test]
    fn a_room_that_stays_open_is_the_events() {
        assert_eq!(placed(-10, 65, &[]), Placement::Event);
        assert_eq!(placed(-10, 425, &[]), Placement::Event);
    }

    #[test]
    fn hours_cannot_tell_sessions_at_the_same_time_apart() {
        let all = [3, 4, 5].map(SessionId).to_vec();
        assert_eq!(placed(72, 152, &[]), Placement::Parallel(all));
        assert_eq!(placed(72, 152, &[4]), Placement::Named(SessionId(4)));
        assert_eq!(placed(200, 300, &[]), Placement::Outside);
    }

    #[test]
    fn a_title_against_the_hours_is_a_question() {
        assert_eq!(placed(-10, 425, &[2]), Placement::Disagrees(SessionId(2)));
        assert_eq!(placed(355, 425, &[3]), Placement::Disagrees(SessionId(3)));
        // Two names count as none.
        assert_eq!(placed(355, 425, &[3, 4]), Placement::ByHours(SessionId(6)));
    }

    #[test]
    fn without_hours_the_title_or_the_only_session_decides() {
        assert_eq!(
            place(&day(), None, &[SessionId(3)]),
            Placement::Named(SessionId(3))
        );
        assert_eq!(place(&day(), None, &[]), Placement::Unknown);
        assert_eq!(
            place(&day()[..1], None, &[]),
            Placement::ByHours(SessionId(1))
        );
        assert_eq!(place(&[], None, &[]), Placement::Event);
        assert_eq!(place(&[], Some(between(0, 60)), &[]), Placement::Event);
    }

    #[test]
    fn only_what_runs_alone_and_has_no_room_shares_the_clock() {
        let mut day = day();
        let ids = |day: &[Session]| {
            shares_by_the_clock(day)
                .map(|it| it.id.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&day), [1, 2, 6]);
        day[2].room = Some("Teams A".to_owned());
        day[3].room = Some("Teams B".to_owned());
        assert_eq!(ids(&day), [1, 2, 5, 6]);
        // The plenary is in the room that everybody is in.
        day[0].room = Some("Plenary room".to_owned());
        day[1].room = Some("Plenary room".to_owned());
        assert_eq!(ids(&day), [5, 6]);
        day[0].kind = SessionKind::Plenary;
        day[1].kind = SessionKind::Keynote;
        assert_eq!(ids(&day), [1, 2, 5, 6]);
        // Unless another session runs in parallel.
        day[4].start = day[1].start;
        assert_eq!(ids(&day), [1, 5, 6]);
    }
}
