//! Moves one stay, or all that were recorded with its name, to the right person.
//!
//! A re-imported log recognises its lines by name, address and times, whoever has them by now, so nothing comes back. A
//! recorded name is only remembered if all stays of the name move: a single one may be a shared screen.

use super::IntakeError;
use super::asked::asked;
use super::organisations::organisations_on_file;
use crate::catalogue::messages::attendance as words;
use crate::identity::{person_key, read_display_name};
use crate::message;
use crate::model::{Person, PersonId, ReviewState, Stay, StayId};
use crate::store::{Distinction, Other, Writer};

/// The result of a move.
#[derive(Debug)]
pub struct Moved {
    /// The stays as they were.
    pub stays: Vec<Stay>,
    /// Whose they were; `None` for stays without a person.
    pub from: Option<Person>,
    /// The name that means the person from now on, if it is not their own.
    pub remembered: Option<String>,
}

/// Gives a stay to a person; with `all_of_name`, all stays of the event that were recorded with its name and belong to
/// the same person.
///
/// # Errors
/// If there is no such stay, it is waiting for an answer, or it is already theirs.
pub fn move_stay(
    writer: &Writer<'_>,
    stay: StayId,
    to: &Person,
    all_of_name: bool,
) -> Result<Moved, IntakeError> {
    let unknown = || {
        IntakeError::unfit(
            message!(attendance::no_such_stay { stay }),
            words::WHICH_STAYS,
        )
    };
    let stay = writer.stay(stay)?.ok_or_else(unknown)?;
    if stay.person_id.is_none() && !stay.is_nobody {
        return Err(waits(writer, &stay)?);
    }
    if stay.person_id == Some(to.id) {
        return Err(IntakeError::Unfit {
            what: message!(attendance::is_theirs_already {
                stay: stay.id,
                name: to.full_name()
            }),
            hint: None,
        });
    }
    if all_of_name && stay.recorded_name.is_none() {
        return Err(IntakeError::unfit(
            message!(attendance::stay_has_no_name { stay: stay.id }),
            words::MOVE_IT_ALONE,
        ));
    }
    let stays = if all_of_name {
        let is_like = |other: &Stay| {
            other.recorded_name == stay.recorded_name
                && other.person_id == stay.person_id
                && other.is_nobody == stay.is_nobody
        };
        let mut stays = writer.stays(stay.event_id)?;
        stays.retain(is_like);
        stays
    } else {
        vec![stay.clone()]
    };
    for stay in &stays {
        writer.set_nobody(stay.id, false)?;
        writer.give_stay(stay.id, to.id)?;
    }
    let remembered = match stay.recorded_name.as_deref() {
        Some(name) if all_of_name => {
            if stay.is_nobody {
                writer.remove_nobody(name)?;
            }
            remember(writer, name, &stays, stay.person_id, to)?
        }
        _ => None,
    };
    Ok(Moved {
        from: match stay.person_id {
            Some(id) => writer.person(id)?,
            None => None,
        },
        stays,
        remembered,
    })
}

/// Returns the error that says which question a stay is waiting for.
fn waits(writer: &Writer<'_>, stay: &Stay) -> Result<IntakeError, IntakeError> {
    let mut question = None;
    for review in writer.reviews()? {
        let is_open = review.state == ReviewState::Open;
        if is_open
            && asked(writer, &review)?
                .stays
                .iter()
                .any(|it| it.id == stay.id)
        {
            question = Some(review);
            break;
        }
    }
    let what = message!(attendance::stay_is_asked_about { stay: stay.id });
    Ok(match question {
        Some(question) => IntakeError::unfit(
            what,
            message!(attendance::answer_it {
                number: question.id
            }),
        ),
        None => IntakeError::unfit(what, words::WHICH_STAYS),
    })
}

/// Remembers whom a recorded name means, and whom it does not; returns it if it is not their own.
fn remember(
    writer: &Writer<'_>,
    name: &str,
    stays: &[Stay],
    from: Option<PersonId>,
    to: &Person,
) -> Result<Option<String>, IntakeError> {
    let organisations = organisations_on_file(writer)?;
    let on_file = |text: &str| organisations.find_certain(text).is_some();
    let alias = read_display_name(name, &on_file).alias(name);
    let key = crate::identity::name_key(&alias);
    let is_own = |it: &Person| person_key(&it.given_name, &it.family_name) == key;
    let mut remembered = None;
    if !key.is_empty() && !is_own(to) && writer.add_person_alias(to.id, &alias)? {
        remembered = Some(alias.clone());
    }
    let from = from.map(|id| writer.person(id)).transpose()?.flatten();
    if let Some(from) = from {
        let mut addresses: Vec<&Option<String>> =
            stays.iter().map(|it| &it.recorded_email).collect();
        addresses.sort();
        addresses.dedup();
        writer.remove_person_alias(from.id, &alias)?;
        for address in addresses {
            // The bare name of somebody else still means them.
            if address.is_some() || !is_own(&from) {
                writer.add_distinction(&Distinction {
                    name: alias.clone(),
                    address: address.clone(),
                    other: Other::Person(from.id),
                })?;
            }
        }
    }
    Ok(remembered)
}
