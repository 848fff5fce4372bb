//! References: how somebody at the keyboard names a person, an organisation, an event, a session.
//!
//! A number, a short name, an address or a name. If several match, the error lists them; if none matches, the error has
//! the nearest ones. Nothing is guessed.

use super::IntakeError;
use crate::identity::{name_key, normalize_address, organisation_key};
use crate::model::{Event, Organisation, Person, Session};
use crate::store::Reader;

/// The minimum likeness of a name that is offered.
const NEAR: f64 = 0.8;

/// Returns the nearest names, at most three; one that contains the whole word comes first.
fn nearest<'a>(sought: &str, names: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let sought = sought.to_lowercase();
    let mut scored: Vec<(f64, String)> = names
        .map(|(name, shown)| {
            let name = name.to_lowercase();
            let has_word = name.split_whitespace().any(|word| word == sought);
            let score = if has_word {
                1.0
            } else {
                strsim::jaro_winkler(&sought, &name)
            };
            (score, shown)
        })
        .filter(|(score, _)| *score >= NEAR)
        .collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let mut shown: Vec<String> = scored.into_iter().map(|(_, shown)| shown).collect();
    shown.dedup();
    shown.truncate(3);
    shown
}

/// Finds the event a command is about; without a reference, the only one there is.
pub fn find_event(reader: &Reader<'_>, reference: Option<&str>) -> Result<Event, IntakeError> {
    let mut events = reader.events()?;
    let Some(reference) = reference else {
        return match events.len() {
            0 => Err(IntakeError::NoEvent),
            1 => Ok(events.remove(0)),
            _ => Err(IntakeError::WhichEvent(
                events.into_iter().map(|event| event.slug).collect(),
            )),
        };
    };
    let by_title: Vec<&Event> = events
        .iter()
        .filter(|event| event.title.eq_ignore_ascii_case(reference))
        .collect();
    let found = events
        .iter()
        .find(|event| event.slug == reference)
        .or_else(|| {
            let number: i64 = reference.parse().ok()?;
            events.iter().find(|event| event.id.0 == number)
        })
        .or_else(|| by_title.first().copied().filter(|_| by_title.len() == 1));
    found.cloned().ok_or_else(|| IntakeError::Unknown {
        what: "event",
        reference: reference.to_owned(),
        nearest: nearest(
            reference,
            events.iter().flat_map(|event| {
                [
                    (event.slug.as_str(), event.slug.clone()),
                    (event.title.as_str(), event.slug.clone()),
                ]
            }),
        ),
    })
}

/// Finds a session of an event by short name, title, number, letter or id.
pub fn find_session(
    reader: &Reader<'_>,
    event: &Event,
    reference: &str,
) -> Result<Session, IntakeError> {
    let sessions = reader.sessions(event.id)?;
    let choices = crate::import::Choices::new(&sessions, event.zone);
    let found = sessions
        .iter()
        .find(|session| session.slug == reference)
        .or_else(|| {
            let id = choices.one(reference)?;
            sessions.iter().find(|session| session.id == id)
        })
        .or_else(|| {
            let number: i64 = reference.parse().ok()?;
            sessions.iter().find(|session| session.id.0 == number)
        });
    found.cloned().ok_or_else(|| IntakeError::Unknown {
        what: "session",
        reference: reference.to_owned(),
        nearest: nearest(
            reference,
            sessions.iter().flat_map(|session| {
                [
                    (session.slug.as_str(), session.slug.clone()),
                    (session.title.as_str(), session.slug.clone()),
                ]
            }),
        ),
    })
}

/// Finds a person by number, address or name.
pub fn find_person(reader: &Reader<'_>, reference: &str) -> Result<Person, IntakeError> {
    if let Ok(number) = reference.parse::<i64>()
        && let Some(person) = reader.person(crate::model::PersonId(number))?
    {
        return Ok(person);
    }
    let ids = match typed_address(reference) {
        Some(address) => reader.people_by_address(&address)?,
        None => {
            let key = name_key(reference);
            let mut ids = reader.people_by_key(&key)?;
            if ids.is_empty() {
                ids = reader
                    .person_aliases()?
                    .into_iter()
                    .filter(|(_, alias)| name_key(alias) == key)
                    .map(|(id, _)| id)
                    .collect();
                ids.dedup();
            }
            ids
        }
    };
    let mut people = Vec::new();
    for id in ids {
        people.extend(reader.person(id)?);
    }
    if people.len() > 1 {
        let mut candidates = Vec::new();
        for person in &people {
            candidates.push(described(reader, person)?);
        }
        return Err(IntakeError::Ambiguous {
            what: "person",
            reference: reference.to_owned(),
            candidates,
        });
    }
    if let Some(person) = people.pop() {
        return Ok(person);
    }
    let everybody = reader.keyed_names()?;
    Err(IntakeError::Unknown {
        what: "person",
        reference: reference.to_owned(),
        nearest: nearest(
            &name_key(reference),
            everybody
                .iter()
                .map(|(key, person)| (key.as_str(), person.full_name())),
        ),
    })
}

/// Finds a person by number, address or whole name, for what is removed or handed on: a single word that is another
/// name of somebody of two names may be anybody's.
pub fn person_by_whole_name(reader: &Reader<'_>, reference: &str) -> Result<Person, IntakeError> {
    let person = find_person(reader, reference)?;
    let is_whole = name_key(reference).contains(' ')
        || reference.contains('@')
        || reference.parse::<i64>().is_ok();
    let has_two = !person.given_name.is_empty() && !person.family_name.is_empty();
    if has_two && !is_whole {
        return Err(IntakeError::Unknown {
            what: "person",
            reference: reference.to_owned(),
            nearest: vec![person.full_name()],
        });
    }
    Ok(person)
}

/// Finds a session by its short name or its number alone, for what is cancelled or removed.
pub fn session_by_slug(
    reader: &Reader<'_>,
    event: &Event,
    reference: &str,
) -> Result<Session, IntakeError> {
    let sessions = reader.sessions(event.id)?;
    let number = reference.parse::<i64>().ok();
    let found = sessions
        .iter()
        .find(|it| it.slug == reference)
        .or_else(|| sessions.iter().find(|it| Some(it.id.0) == number));
    found.cloned().ok_or_else(|| IntakeError::Unknown {
        what: "session",
        reference: reference.to_owned(),
        nearest: match find_session(reader, event, reference) {
            Ok(session) => vec![session.slug],
            Err(IntakeError::Unknown { nearest, .. }) => nearest,
            Err(_) => Vec::new(),
        },
    })
}

/// Finds an event by its short name or its number alone, for what is cancelled or removed.
pub fn event_by_slug(reader: &Reader<'_>, reference: &str) -> Result<Event, IntakeError> {
    let found = find_event(reader, Some(reference))?;
    if found.slug == reference || reference.parse() == Ok(found.id.0) {
        return Ok(found);
    }
    Err(IntakeError::Unknown {
        what: "event",
        reference: reference.to_owned(),
        nearest: vec![found.slug],
    })
}

/// Formats a person for a list of candidates: `12 Anna Müller (BioCluster Nord e.V.)`.
fn described(reader: &Reader<'_>, person: &Person) -> Result<String, IntakeError> {
    let organisation = person
        .organisation_id
        .map(|id| reader.organisation(id))
        .transpose()?
        .flatten();
    Ok(match organisation {
        Some(organisation) => format!(
            "{} {} ({})",
            person.id,
            person.full_name(),
            organisation.name
        ),
        None => format!("{} {}", person.id, person.full_name()),
    })
}

/// Finds an organisation by number, name, short name or alias.
pub fn find_organisation(
    reader: &Reader<'_>,
    reference: &str,
) -> Result<Organisation, IntakeError> {
    if let Ok(number) = reference.parse::<i64>()
        && let Some(organisation) = reader.organisation(crate::model::OrganisationId(number))?
    {
        return Ok(organisation);
    }
    let everything = reader.organisations()?;
    let key = organisation_key(reference);
    let mut found: Vec<&Organisation> = everything
        .iter()
        .filter(|organisation| organisation_key(&organisation.name) == key)
        .collect();
    if found.is_empty() {
        found = everything
            .iter()
            .filter(|organisation| {
                organisation
                    .short_name
                    .iter()
                    .chain(&organisation.aliases)
                    .any(|name| organisation_key(name) == key)
            })
            .collect();
    }
    match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(IntakeError::Unknown {
            what: "organisation",
            reference: reference.to_owned(),
            nearest: nearest(
                reference,
                everything
                    .iter()
                    .map(|organisation| (organisation.name.as_str(), organisation.name.clone())),
            ),
        }),
        several => Err(IntakeError::Ambiguous {
            what: "organisation",
            reference: reference.to_owned(),
            candidates: several
                .iter()
                .map(|organisation| format!("{} {}", organisation.id, organisation.name))
                .collect(),
        }),
    }
}

/// Parses an address typed by an organiser.
fn typed_address(text: &str) -> Option<String> {
    text.contains('@')
        .then(|| normalize_address(text))
        .flatten()
}
