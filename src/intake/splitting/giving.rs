//! Moves registrations, sign-ups, stays, and verdicts and excuses set by hand from the first person to the second.

use std::collections::BTreeSet;

use super::super::IntakeError;
use super::owned::{About, Owned};
use super::{Part, SplitOff};
use crate::identity::{name_key, person_key};
use crate::model::{
    Person, PersonId, Registration, RegistrationStatus, Session, SessionId, Signup, SignupStatus,
    Stay,
};
use crate::store::{NewRegistration, Writer};

/// Moves registrations and sign-ups, with the verdicts and excuses of their sessions.
pub(super) fn give_rows(
    writer: &Writer<'_>,
    from: PersonId,
    owned: &Owned,
    part: &Part,
    done: &mut SplitOff,
) -> Result<(), IntakeError> {
    let to = done.person.id;
    let mut shared: Vec<Registration> = Vec::new();
    for row in owned.rows.iter().filter(|it| part.has_row(it)) {
        let registration = &row.registration;
        let is_whole = part.registrations.contains(&registration.id);
        match &row.signup {
            None => {
                writer.save_registration(&Registration {
                    person_id: to,
                    ..registration.clone()
                })?;
                writer.give_conflicts(registration.event_id, from, to)?;
                for session in writer.sessions(registration.event_id)? {
                    done.verdicts += writer.give_verdicts(session.id, from, to)?;
                    give_parts(writer, &session, from, &done.person)?;
                }
                done.registrations.push(registration.event_id);
            }
            Some(signup) => {
                if !is_whole {
                    let known = shared
                        .iter()
                        .find(|it| it.event_id == registration.event_id);
                    let own = match known {
                        Some(known) => known.id,
                        None => {
                            let own = register_beside(writer, registration, owned, part, to)?;
                            let id = own.id;
                            shared.push(own);
                            id
                        }
                    };
                    let mut signup = signup.clone();
                    signup.registration_id = own;
                    writer.save_signup(&signup)?;
                    done.verdicts += writer.give_verdicts(signup.session_id, from, to)?;
                }
                done.signups.push(signup.session_id);
            }
        }
    }
    done.shared = shared.into_iter().map(|it| it.event_id).collect();
    Ok(())
}

/// Moves parts in a session that have the second person's name.
fn give_parts(
    writer: &Writer<'_>,
    session: &Session,
    from: PersonId,
    second: &Person,
) -> Result<(), IntakeError> {
    let key = person_key(&second.given_name, &second.family_name);
    let Some(first) = writer.person(from)? else {
        return Ok(());
    };
    if person_key(&first.given_name, &first.family_name) == key {
        return Ok(());
    }
    for part in &session.people {
        if part.person_id == Some(from) && name_key(&part.name) == key {
            writer.give_part(session.id, &part.name, from, second.id)?;
        }
    }
    Ok(())
}

/// Registers the second person for an event for which the first stays registered. The contents of their own row are
/// used if a question kept it.
fn register_beside(
    writer: &Writer<'_>,
    registration: &Registration,
    owned: &Owned,
    part: &Part,
    to: PersonId,
) -> Result<Registration, IntakeError> {
    let going = owned.rows.iter().filter(|row| {
        row.registration.id == registration.id && part.has_row(row) && row.signup.is_some()
    });
    let signups: Vec<_> = going.filter_map(|row| row.signup.as_ref()).collect();
    let stands = signups
        .iter()
        .any(|it| it.status != SignupStatus::Cancelled);
    let own_answers = owned.answers.iter().find_map(|answer| {
        let About::Form(row) = &answer.about else {
            return None;
        };
        let brought = |it: &Signup| answer.brought(registration, Some(it));
        signups.iter().any(|it| brought(it)).then_some(row)
    });
    let mut copy = Registration {
        person_id: to,
        status: if stands && registration.status == RegistrationStatus::Cancelled {
            RegistrationStatus::Confirmed
        } else {
            registration.status
        },
        requested_at: signups.iter().filter_map(|it| it.requested_at).max(),
        answers: own_answers.map(|it| it.answers.clone()).unwrap_or_default(),
        scope: None,
        choices: None,
        ..registration.clone()
    };
    copy.id = writer.add_registration(&NewRegistration {
        event_id: copy.event_id,
        person_id: to,
        organisation_id: copy.organisation_id,
        organisation_name: copy.organisation_name.clone(),
        status: copy.status,
        requested_at: copy.requested_at,
        answers: copy.answers.clone(),
        scope: None,
        choices: None,
        read_from: copy.read_from.clone(),
    })?;
    Ok(copy)
}

/// Moves stays, with the verdicts and excuses of sessions in which the first person has nothing left.
pub(super) fn give_stays(
    writer: &Writer<'_>,
    from: PersonId,
    owned: &Owned,
    part: &Part,
    done: &mut SplitOff,
) -> Result<(), IntakeError> {
    let to = done.person.id;
    let is_going = |stay: &&Stay| part.stays.contains(&stay.id);
    for stay in owned.stays.iter().filter(is_going) {
        writer.give_stay(stay.id, to)?;
        done.stays.push(stay.clone());
    }
    let sessions: BTreeSet<SessionId> = done.stays.iter().filter_map(|it| it.session_id).collect();
    for session in sessions {
        let mut rows = owned.rows.iter().filter(|it| !part.has_row(it));
        let stays_signed_up = rows.any(|it| {
            let signup = it.signup.as_ref();
            signup.is_some_and(|it| it.session_id == session)
        });
        if !stays_signed_up && writer.stays_of(from, session)?.is_empty() {
            done.verdicts += writer.give_verdicts(session, from, to)?;
        }
    }
    Ok(())
}
