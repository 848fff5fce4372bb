//! Sign-ups by hand, and those of two people who are merged.

use super::IntakeError;
use crate::catalogue::messages::signup;
use crate::message;
use crate::model::{
    EventId, Instant, Person, PersonId, RegistrationId, RegistrationStatus, Session, SessionId,
    Signup, SignupStatus,
};
use crate::store::{NewRegistration, Reader, StoreError, Writer};

/// The result of signing somebody up by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedUp {
    /// The sign-up now has this status.
    Now(SignupStatus),
    /// It already had this status.
    Already(SignupStatus),
    /// They are registered for the event, and expected in the session like everybody who is.
    Registered,
    /// They were already registered.
    AlreadyRegistered,
}

/// The result of cancelling a sign-up by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawn {
    /// It is cancelled now.
    Now,
    /// It was already cancelled.
    Already,
    /// There was none.
    NotSignedUp,
}

/// Signs a person up for a session, and registers them for the event if needed. If everybody registered is expected in
/// the session, that is all.
///
/// The caller settles places and conflicts afterwards; until then they wait for a limited session.
pub fn sign_up(
    writer: &Writer<'_>,
    event: EventId,
    person: &Person,
    session: &Session,
    at: Instant,
) -> Result<SignedUp, IntakeError> {
    let (registration, is_new) = register(writer, event, person)?;
    // Without a limit, everybody must still be expected when one person signs up by hand.
    if session.capacity.is_none() && is_for_everybody(writer, event, session)? {
        return Ok(if is_new {
            SignedUp::Registered
        } else {
            SignedUp::AlreadyRegistered
        });
    }
    let status = if session.capacity.is_some() {
        SignupStatus::Waitlisted
    } else {
        SignupStatus::Confirmed
    };
    let known = writer
        .signups_of(registration)?
        .into_iter()
        .find(|signup| signup.session_id == session.id);
    match known {
        None => {
            writer.add_signup(registration, session.id, status, Some(at), None)?;
        }
        Some(signup) if signup.status == SignupStatus::Cancelled => {
            writer.save_signup(&Signup {
                status,
                requested_at: Some(at),
                ..signup
            })?;
        }
        Some(signup) => return Ok(SignedUp::Already(signup.status)),
    }
    Ok(SignedUp::Now(status))
}

/// Registers a person for an event; returns the registration, and whether it was not confirmed before.
fn register(
    writer: &Writer<'_>,
    event: EventId,
    person: &Person,
) -> Result<(RegistrationId, bool), StoreError> {
    if let Some(mut registration) = writer.registration(event, person.id)? {
        let stood = registration.status == RegistrationStatus::Confirmed;
        registration.status = RegistrationStatus::Confirmed;
        writer.save_registration(&registration)?;
        return Ok((registration.id, !stood));
    }
    let organisation = person
        .organisation_id
        .map(|id| writer.organisation(id))
        .transpose()?
        .flatten();
    let registration = writer.add_registration(&NewRegistration {
        event_id: event,
        person_id: person.id,
        organisation_id: organisation.as_ref().map(|known| known.id),
        organisation_name: organisation.map(|known| known.name),
        status: RegistrationStatus::Confirmed,
        // No form was sent; a form's submission will be newer.
        requested_at: None,
        answers: Vec::new(),
        scope: None,
        choices: None,
        read_from: None,
    })?;
    Ok((registration, true))
}

/// Returns whether the registration for the event is the sign-up for a session: a plenary or keynote that no form offers
/// as a choice.
///
/// # Errors
/// If the file cannot be read.
pub fn is_for_everybody(
    reader: &Reader<'_>,
    event: EventId,
    session: &Session,
) -> Result<bool, StoreError> {
    Ok(session.kind.is_for_everybody()
        && !reader.sessions_with_signups(event)?.contains(&session.id))
}

/// Cancels a person's sign-up for a session, or, without a session, the whole registration.
pub fn cancel_signup(
    writer: &Writer<'_>,
    event: EventId,
    person: PersonId,
    session: Option<SessionId>,
) -> Result<(Withdrawn, Vec<SessionId>), IntakeError> {
    let Some(mut registration) = writer.registration(event, person)? else {
        return Ok((Withdrawn::NotSignedUp, Vec::new()));
    };
    let mut freed = Vec::new();
    let mut was = Withdrawn::NotSignedUp;
    for signup in writer.signups_of(registration.id)? {
        if session.is_some_and(|session| session != signup.session_id) {
            continue;
        }
        if signup.status == SignupStatus::Cancelled {
            if was == Withdrawn::NotSignedUp {
                was = Withdrawn::Already;
            }
            continue;
        }
        was = Withdrawn::Now;
        freed.push(signup.session_id);
        writer.save_signup(&Signup {
            status: SignupStatus::Cancelled,
            ..signup
        })?;
    }
    if session.is_none() {
        was = if registration.status == RegistrationStatus::Cancelled {
            Withdrawn::Already
        } else {
            Withdrawn::Now
        };
        registration.status = RegistrationStatus::Cancelled;
        writer.save_registration(&registration)?;
    }
    Ok((was, freed))
}

/// Moves a person's sign-up from one session to another, keeping the time of request.
pub fn move_signup(
    writer: &Writer<'_>,
    event: EventId,
    person: PersonId,
    from: &Session,
    to: &Session,
) -> Result<(), IntakeError> {
    let not_there = || {
        IntakeError::unfit(
            message!(signup::this_person_is_not_signed_up { session: from.slug }),
            signup::WHO_IS_SIGNED_UP,
        )
    };
    let registration = writer.registration(event, person)?.ok_or_else(not_there)?;
    let signups = writer.signups_of(registration.id)?;
    let leaving = signups
        .iter()
        .find(|signup| signup.session_id == from.id && signup.status != SignupStatus::Cancelled)
        .ok_or_else(not_there)?;
    let status = if to.capacity.is_some() {
        SignupStatus::Waitlisted
    } else {
        SignupStatus::Confirmed
    };
    let requested_at = leaving.requested_at;
    writer.save_signup(&Signup {
        status: SignupStatus::Cancelled,
        ..leaving.clone()
    })?;
    match signups.iter().find(|signup| signup.session_id == to.id) {
        Some(known) if known.status != SignupStatus::Cancelled => {}
        Some(known) => {
            writer.save_signup(&Signup {
                status,
                requested_at,
                ..known.clone()
            })?;
        }
        None => {
            writer.add_signup(registration.id, to.id, status, requested_at, None)?;
        }
    }
    Ok(())
}

/// Merges the registrations of two people before they are merged: the choices of both are kept, with the better of two
/// places.
pub fn merge_registrations(
    writer: &Writer<'_>,
    from: PersonId,
    into: PersonId,
) -> Result<Vec<SessionId>, StoreError> {
    let mut touched = Vec::new();
    for mut leaving in writer.registrations_of(from)? {
        let Some(mut staying) = writer.registration(leaving.event_id, into)? else {
            leaving.person_id = into;
            writer.save_registration(&leaving)?;
            continue;
        };
        let theirs = writer.signups_of(staying.id)?;
        for signup in writer.signups_of(leaving.id)? {
            touched.push(signup.session_id);
            match theirs
                .iter()
                .find(|known| known.session_id == signup.session_id)
            {
                None => {
                    writer.save_signup(&Signup {
                        registration_id: staying.id,
                        ..signup
                    })?;
                }
                Some(known) => {
                    // Confirmed before waiting before cancelled, earlier before later.
                    let better = if signup.status < known.status {
                        &signup
                    } else {
                        known
                    };
                    let requested_at = if signup.status == known.status {
                        let both = [signup.requested_at, known.requested_at];
                        both.into_iter().flatten().min()
                    } else {
                        better.requested_at
                    };
                    writer.save_signup(&Signup {
                        status: better.status,
                        requested_at,
                        read_from: better.read_from.clone(),
                        ..known.clone()
                    })?;
                    writer.remove_signup(signup.id)?;
                }
            }
        }
        for (question, answer) in leaving.answers {
            if !staying.answers.iter().any(|(known, _)| *known == question) {
                staying.answers.push((question, answer));
            }
        }
        if staying.organisation_name.is_none() {
            staying.organisation_name = leaving.organisation_name;
            staying.organisation_id = leaving.organisation_id;
        }
        if leaving.requested_at > staying.requested_at {
            staying.requested_at = leaving.requested_at;
            staying.scope = leaving.scope;
            staying.choices = leaving.choices;
            staying.read_from = leaving.read_from;
        }
        staying.status = staying.status.min(leaving.status);
        writer.save_registration(&staying)?;
        writer.remove_registration(leaving.id)?;
    }
    Ok(touched)
}
