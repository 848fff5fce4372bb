//! Removing a person, a sign-up, a session or an event that was set up by mistake.
//!
//! Only what nobody attended goes: once something was recorded, a removal would take it along in silence. A row
//! that waits for an answer and chooses the session is in the way as well, since its answer would sign somebody up
//! for what is gone.
//!
//! A sign-up is different: whoever was there and had not signed up is a walk-in, so that stays are not in its way. A
//! verdict by hand and an excuse are, since they were given to somebody who was expected.
//!
//! What was announced and does not take place is cancelled instead: it stays in the programme.

use super::places::sync_conflicts;
use crate::model::{
    Event, EventId, PersonId, Registration, RegistrationStatus, ReviewKind, ReviewState, Session,
    SessionId,
};
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

/// Removes a person with their registrations and sign-ups; returns the sessions in which a place may be free now.
///
/// # Errors
/// Those of the store; the inner error is what is in the way, and nothing is removed then.
pub fn remove_person(
    writer: &Writer<'_>,
    person: PersonId,
) -> Result<Result<(Removed, Vec<SessionId>), Recorded>, StoreError> {
    let recorded = writer.recorded_of_person(person)?;
    if !recorded.is_nothing() {
        return Ok(Err(recorded));
    }
    let mut removed = Removed::default();
    let mut sessions = Vec::new();
    for registration in writer.registrations_of(person)? {
        removed.registrations += 1;
        let signups = writer.signups_of(registration.id)?;
        sessions.extend(signups.iter().map(|it| it.session_id));
    }
    removed.signups = sessions.len();
    writer.remove_person(person)?;
    Ok(Ok((removed, sessions)))
}

/// Removes somebody's sign-up for a session, or, without a session, the registration with all sign-ups; returns the
/// sessions they left. `None` if there is no such sign-up.
///
/// # Errors
/// Those of the store; the inner error is what is in the way, and nothing is removed then.
pub fn remove_signup(
    writer: &Writer<'_>,
    registration: &Registration,
    session: Option<SessionId>,
) -> Result<Result<Option<Vec<SessionId>>, Recorded>, StoreError> {
    let (event, person) = (registration.event_id, registration.person_id);
    let is_meant = |id: SessionId| session.is_none_or(|it| it == id);
    let rulings = writer.rulings(event)?;
    let excuses = writer.excuses(event)?;
    let recorded = Recorded {
        stays: 0,
        verdicts: rulings
            .iter()
            .filter(|it| it.person_id == person && is_meant(it.session_id))
            .count(),
        excuses: excuses
            .iter()
            .filter(|(who, id)| *who == person && is_meant(*id))
            .count(),
    };
    if !recorded.is_nothing() {
        return Ok(Err(recorded));
    }
    let mut signups = writer.signups_of(registration.id)?;
    signups.retain(|it| is_meant(it.session_id));
    if signups.is_empty() && session.is_some() {
        return Ok(Ok(None));
    }
    match session {
        Some(_) => {
            for signup in &signups {
                writer.remove_signup(signup.id)?;
            }
        }
        None => writer.remove_registration_with_signups(registration.id)?,
    }
    let sessions = writer.sessions(event)?;
    sync_conflicts(writer, event, &sessions, person, None)?;
    Ok(Ok(Some(signups.iter().map(|it| it.session_id).collect())))
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

/// Cancels a session, or lets it take place after all; returns everybody who chose it.
///
/// Sign-ups stay as they are. Questions about sessions that overlap with it are settled; the caller asks those that
/// come up when it takes place after all.
///
/// # Errors
/// Those of the store; the inner error is the recorded attendance that is in the way, and nothing is changed then.
pub fn cancel_session(
    writer: &Writer<'_>,
    session: &Session,
    is_cancelled: bool,
) -> Result<Result<Vec<PersonId>, Recorded>, StoreError> {
    let recorded = writer.recorded_in_session(session.id)?;
    if is_cancelled && recorded.stays + recorded.verdicts > 0 {
        return Ok(Err(recorded));
    }
    writer.save_session(&Session {
        cancelled: is_cancelled,
        ..session.clone()
    })?;
    let people = writer.people_of_session(session.id)?;
    if is_cancelled {
        let sessions = writer.sessions(session.event_id)?;
        for person in &people {
            sync_conflicts(writer, session.event_id, &sessions, *person, None)?;
        }
    }
    Ok(Ok(people))
}

/// Cancels an event, or lets it take place after all; returns how many are registered.
///
/// # Errors
/// The same as for [`cancel_session`].
pub fn cancel_event(
    writer: &Writer<'_>,
    event: &Event,
    is_cancelled: bool,
) -> Result<Result<usize, Recorded>, StoreError> {
    let recorded = writer.recorded_in_event(event.id)?;
    if is_cancelled && recorded.stays + recorded.verdicts > 0 {
        return Ok(Err(recorded));
    }
    writer.save_event(&Event {
        cancelled: is_cancelled,
        ..event.clone()
    })?;
    let registrations = writer.registrations(event.id)?;
    let stands = registrations
        .iter()
        .filter(|it| it.registration.status == RegistrationStatus::Confirmed);
    Ok(Ok(stands.count()))
}
