//! At the door: who came, who left, who said they would not come.

use chrono::TimeDelta;

use super::IntakeError;
use crate::catalogue::messages::check_in;
use crate::message;
use crate::model::{Event, Instant, Person, PersonId, Session, Stay, StaySource};
use crate::store::{NewStay, StoreError, Writer};

/// What is recorded at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckIn {
    /// They came; without a time it is unknown since when.
    Came(Option<Instant>),
    /// They left.
    Left(Instant),
    /// They said they would not come.
    Excused,
}

/// The result of recording it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedIn {
    /// It is new.
    Noted,
    /// It was known.
    Already,
}

/// How long before a session somebody may come early without it being a mistake.
const EARLY: TimeDelta = TimeDelta::hours(1);

/// The position of a time that does not belong to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Astray {
    /// Before the session: somebody who left by then was not in it, and somebody who came by then counts from its
    /// start.
    Before,
    /// After the session: somebody who came then was not in it.
    After,
}

/// Returns a time that does not belong to the session, and its position; mostly it belongs to another session or is a
/// mistake.
pub fn astray(session: &Session, what: CheckIn) -> Option<(Instant, Astray)> {
    let lasts = session.start < session.end;
    match what {
        CheckIn::Came(Some(at)) if at > session.end || (at == session.end && lasts) => {
            Some((at, Astray::After))
        }
        CheckIn::Came(Some(at)) if at < session.start - EARLY => Some((at, Astray::Before)),
        CheckIn::Left(at) if at < session.start || (at == session.start && lasts) => {
            Some((at, Astray::Before))
        }
        CheckIn::Came(_) | CheckIn::Left(_) | CheckIn::Excused => None,
    }
}

/// Records one person at the door of a session.
///
/// Recording the same again changes nothing: somebody who is inside cannot come again.
///
/// # Errors
/// If somebody leaves who never came, or before they came.
pub fn check_in(
    writer: &Writer<'_>,
    event: &Event,
    session: &Session,
    person: &Person,
    what: CheckIn,
) -> Result<CheckedIn, IntakeError> {
    match what {
        CheckIn::Excused => {
            if !writer.stays_of(person.id, session.id)?.is_empty() {
                return Err(IntakeError::unfit(
                    message!(check_in::was_there {
                        name: person.full_name(),
                        session: session.slug
                    }),
                    check_in::UNDO_A_WRONG_ONE,
                ));
            }
            Ok(noted(writer.excuse(person.id, session.id)?))
        }
        CheckIn::Came(at) => came(writer, event, session, person.id, at),
        CheckIn::Left(at) => left(writer, session, person, at),
    }
}

/// Ends the open stays of somebody in other drop-in sessions of the same slot when they come to this one, and this one
/// if they had moved on to another by then: nobody is at two bars at once. Returns the sessions left.
///
/// Sessions that people sign up for are not changed: a talk may be followed from two rooms, and two check-ins there are
/// a mistake that somebody has to see.
pub fn move_on(
    writer: &Writer<'_>,
    event: &Event,
    session: &Session,
    person: PersonId,
    at: Instant,
) -> Result<Vec<Session>, StoreError> {
    let mut left = Vec::new();
    let mut next: Option<Instant> = None;
    for other in writer.sessions(event.id)? {
        let is_of_the_slot = other.start < session.end && session.start < other.end;
        if other.id == session.id || !session.drop_in || !other.drop_in || !is_of_the_slot {
            continue;
        }
        for stay in writer.stays_of(person, other.id)? {
            let Some(joined) = stay.joined_at else {
                continue;
            };
            if joined > at {
                next = Some(next.map_or(joined, |next| next.min(joined)));
            } else if stay.left_at.is_none() && writer.end_stay(stay.id, at)? {
                left.push(other.clone());
            }
        }
    }
    if let Some(next) = next {
        for stay in writer.stays_of(person, session.id)? {
            if stay.joined_at == Some(at) && stay.left_at.is_none() {
                writer.end_stay(stay.id, next)?;
            }
        }
    }
    Ok(left)
}

fn noted(is_new: bool) -> CheckedIn {
    if is_new {
        CheckedIn::Noted
    } else {
        CheckedIn::Already
    }
}

fn came(
    writer: &Writer<'_>,
    event: &Event,
    session: &Session,
    person: PersonId,
    at: Option<Instant>,
) -> Result<CheckedIn, IntakeError> {
    // Somebody who comes after all is no longer excused.
    let excuse_gone = writer.remove_excuse(person, session.id)?;
    let stays = writer.stays_of(person, session.id)?;
    if let Some(at) = at
        && let Some(stay) = without_beginning(&stays, at)
    {
        return Ok(noted(writer.begin_stay(stay.id, at)? || excuse_gone));
    }
    let inside = stays.iter().any(|stay| match at {
        None => true,
        Some(at) => {
            stay.left_at.is_none_or(|left| at < left)
                && stay.joined_at.is_none_or(|joined| joined <= at)
        }
    });
    if inside {
        return Ok(noted(excuse_gone));
    }
    writer.add_stay(&NewStay {
        event_id: event.id,
        session_id: Some(session.id),
        person_id: Some(person),
        recorded_name: None,
        recorded_email: None,
        joined_at: at,
        left_at: None,
        seconds: None,
        meets: None,
        source: StaySource::Door,
        line: None,
    })?;
    Ok(CheckedIn::Noted)
}

/// Returns a stay recorded at the door without a time that can get one now, unless somebody was inside at that moment
/// anyway.
fn without_beginning(stays: &[Stay], at: Instant) -> Option<&Stay> {
    let lasts = |stay: &Stay| stay.left_at.is_none_or(|left| at < left);
    let was_inside = |stay: &Stay| stay.joined_at.is_some_and(|joined| joined <= at) && lasts(stay);
    if stays.iter().any(was_inside) {
        return None;
    }
    stays
        .iter()
        .find(|stay| stay.source == StaySource::Door && stay.joined_at.is_none() && lasts(stay))
}

fn left(
    writer: &Writer<'_>,
    session: &Session,
    person: &Person,
    at: Instant,
) -> Result<CheckedIn, IntakeError> {
    let name = person.full_name();
    let stays = writer.stays_of(person.id, session.id)?;
    let open = stays
        .iter()
        .filter(|stay| stay.source == StaySource::Door && stay.left_at.is_none())
        .max_by_key(|stay| stay.joined_at);
    match open {
        Some(stay) if stay.joined_at.is_some_and(|joined| at < joined) => Err(IntakeError::unfit(
            message!(check_in::left_before_they_came { name }),
            check_in::GIVE_THE_TIME_THEY_LEFT,
        )),
        Some(stay) => Ok(noted(writer.end_stay(stay.id, at)?)),
        None if stays.iter().any(|stay| stay.left_at == Some(at)) => Ok(CheckedIn::Already),
        None => Err(IntakeError::unfit(
            message!(check_in::is_not_inside {
                name,
                session: session.slug
            }),
            check_in::CHECK_THEM_IN_FIRST,
        )),
    }
}
