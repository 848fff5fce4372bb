//! Verdicts set by hand, by somebody who knows better than the log.

use super::IntakeError;
use crate::message;
use crate::model::{Person, Ruling, Session};
use crate::store::{StoreError, Writer};

/// The result of setting a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruled {
    /// It is new.
    Now,
    /// It replaces this one.
    Instead(Ruling),
    /// It was already set, with the same reason.
    Already,
}

/// Sets a verdict on somebody in a session, replacing an earlier one.
///
/// # Errors
/// If they speak, moderate or host there: only the audience has verdicts.
pub fn rule(
    writer: &Writer<'_>,
    session: &Session,
    person: &Person,
    ruling: &Ruling,
) -> Result<Ruled, IntakeError> {
    let mut own = session.people.iter();
    if let Some(own) = own.find(|it| it.person_id == Some(person.id)) {
        return Err(IntakeError::unfit(
            message!(attendance::has_a_part {
                name: person.full_name(),
                part: own.part.as_str(),
                session: session.slug
            }),
            message!(attendance::who_has_a_part {
                session: session.slug
            }),
        ));
    }
    let before = writer.ruling(person.id, session.id)?;
    Ok(match before {
        _ if !writer.set_ruling(ruling)? => Ruled::Already,
        Some(before) => Ruled::Instead(before),
        None => Ruled::Now,
    })
}

/// Removes a verdict set by hand; returns it, if there was one.
///
/// # Errors
/// Those of the store.
pub fn unrule(
    writer: &Writer<'_>,
    session: &Session,
    person: &Person,
) -> Result<Option<Ruling>, StoreError> {
    let before = writer.ruling(person.id, session.id)?;
    writer.remove_ruling(person.id, session.id)?;
    Ok(before)
}
