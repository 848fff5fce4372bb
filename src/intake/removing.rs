//! Removing a session or an event that was set up by mistake.
//!
//! Only what nobody attended goes: once something was recorded, a removal would take it along in silence. A row
//! that waits for an answer and chooses the session is in the way as well, since its answer would sign somebody up
//! for what is gone.

use super::places::sync_conflicts;
use crate::model::{EventId, ReviewKind, ReviewState, Session};
use crate::store::{Recorded, StoreError, Writer};

/// What is in the way of a removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTheWay {
    /// Somebody's attendance was recorded.
    Recorded(Recorded),
    /// So many rows wait for an answer.
    Questions(usize),
}

/// What went with a session or an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Removed {
    /// Sessions.
    pub sessions: usize,
    /// Sign-ups for sessions, cancelled ones too.
    pub signups: usize,
    /// Registrations for the event.
    pub registrations: usize,
}

/// Removes a session with its sign-ups, and settles the questions about sessions that overlapped with it.
///
/// # Errors
/// Those of the store; the inner error is what is in the way, and nothing is removed then.
pub fn remove_session(
    writer: &Writer<'_>,
    session: &Session,
) -> Result<Result<Removed, InTheWay>, StoreError> {
    let recorded = writer.recorded_in_session(session.id)?;
    if !recorded.is_nothing() {
        return Ok(Err(InTheWay::Recorded(recorded)));
    }
    let questions = writer.requests_that_wait(session.id)?.len();
    if questions > 0 {
        return Ok(Err(InTheWay::Questions(questions)));
    }
    let people = writer.people_of_session(session.id)?;
    writer.remove_session(session.id)?;
    let left = writer.sessions(session.event_id)?;
    for person in &people {
        sync_conflicts(writer, session.event_id, &left, *person, None)?;
    }
    Ok(Ok(Removed {
        sessions: 1,
        signups: people.len(),
        registrations: 0,
    }))
}

/// Removes an event with its sessions and registrations; people and organisations stay on file.
///
/// # Errors
/// Those of the store; the inner error is what is in the way, and nothing is removed then.
pub fn remove_event(
    writer: &Writer<'_>,
    event: EventId,
) -> Result<Result<Removed, InTheWay>, StoreError> {
    let recorded = writer.recorded_in_event(event)?;
    if !recorded.is_nothing() {
        return Ok(Err(InTheWay::Recorded(recorded)));
    }
    // Overlaps are about sign-ups that go as well.
    let reviews = writer.reviews()?;
    let waiting = reviews.iter().filter(|review| {
        let question = &review.question;
        review.state == ReviewState::Open
            && question.event_id == Some(event)
            && question.kind != ReviewKind::Conflict
    });
    let questions = waiting.count();
    if questions > 0 {
        return Ok(Err(InTheWay::Questions(questions)));
    }
    let mut removed = Removed {
        registrations: writer.registrations(event)?.len(),
        ..Removed::default()
    };
    for session in writer.sessions(event)? {
        removed.sessions += 1;
        removed.signups += writer.people_of_session(session.id)?.len();
        writer.remove_session(session.id)?;
    }
    writer.remove_event(event)?;
    Ok(Ok(removed))
}
