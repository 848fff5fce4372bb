//! Limits lists to one event, or covers all events on file.
//!
//! A list of people or organisations of one event contains its participants: people who are registered, who were
//! recorded there, or whom the programme names as speaker, moderator or host, registered or not. Somebody who withdrew
//! and never came is not a participant.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::catalogue::Wording;
use crate::message;
use crate::model::{Event, OrganisationId, PersonId, Registration, RegistrationStatus};
use crate::output::Language;
use crate::store::{Reader, StoreError};

/// Returns the one event, or all on file.
pub(super) fn events(reader: &Reader<'_>, event: Option<&Event>) -> Result<Vec<Event>, StoreError> {
    match event {
        Some(event) => Ok(vec![event.clone()]),
        None => reader.events(),
    }
}

/// Returns a title that names the event, or says that all are covered.
pub fn title(what: Wording, event: Option<&Event>, language: Language) -> String {
    let what = what.in_language(language);
    match event {
        Some(event) => message!(titles::of_event {
            what,
            event: event.title
        })
        .in_language(language),
        None => message!(titles::of_all_events { what }).in_language(language),
    }
}

/// Returns the participants of an event.
///
/// # Errors
/// Those of the store.
pub fn people_of(reader: &Reader<'_>, event: &Event) -> Result<BTreeSet<PersonId>, StoreError> {
    let registrations = registrations(reader, event)?;
    taking_part(reader, event, &registrations)
}

/// Returns the organisations of an event's participants, as registered, else as they are today.
///
/// # Errors
/// Those of the store.
pub fn organisations_of(
    reader: &Reader<'_>,
    event: &Event,
) -> Result<HashSet<OrganisationId>, StoreError> {
    let registrations = registrations(reader, event)?;
    let mut organisations = HashSet::new();
    for id in taking_part(reader, event, &registrations)? {
        let then = registrations.get(&id);
        let is_told = then.is_some_and(|it| it.organisation_name.is_some());
        organisations.extend(match then.and_then(|it| it.organisation_id) {
            None if !is_told => reader.person(id)?.and_then(|it| it.organisation_id),
            then => then,
        });
    }
    Ok(organisations)
}

fn registrations(
    reader: &Reader<'_>,
    event: &Event,
) -> Result<HashMap<PersonId, Registration>, StoreError> {
    let rows = reader.registrations(event.id)?.into_iter();
    Ok(rows
        .map(|it| (it.registration.person_id, it.registration))
        .collect())
}

fn taking_part(
    reader: &Reader<'_>,
    event: &Event,
    registrations: &HashMap<PersonId, Registration>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let standing = registrations
        .values()
        .filter(|it| it.status == RegistrationStatus::Confirmed);
    let mut people: BTreeSet<PersonId> = standing.map(|it| it.person_id).collect();
    let stays = reader.stays(event.id)?;
    let seen = stays.iter().filter(|it| !it.is_nobody);
    people.extend(seen.filter_map(|it| it.person_id));
    for session in reader.sessions(event.id)? {
        people.extend(session.people.iter().filter_map(|it| it.person_id));
    }
    Ok(people)
}
