//! Updates registrations when an organisation is renamed, merged or split, or somebody changes it.
//!
//! A correction is not history: a misspelling was wrong at every event, but a change of job or of name does not affect
//! past events. Either way, all registrations for one event use one name for an organisation.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::IntakeError;
use crate::catalogue::messages::organisation as words;
use crate::identity::{address_domain, is_free_mail_domain, organisation_key};
use crate::message;
use crate::model::{EventId, Organisation, OrganisationId, Person, PersonId};
use crate::store::{Distinction, NewOrganisation, Other, Reader, StoreError, Writer};

/// The registrations that follow a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// All: the old value was never right.
    All,
    /// None: the old value was right at that time.
    None,
    /// Those for events that begin on this day or later.
    From(NaiveDate),
}

impl Follow {
    /// Returns the events whose registrations follow.
    fn events(self, reader: &Reader<'_>) -> Result<BTreeSet<EventId>, StoreError> {
        let events = reader.events()?.into_iter();
        let following = events.filter(|event| match self {
            Self::All => true,
            Self::None => false,
            Self::From(day) => event.start.with_timezone(&event.zone).date_naive() >= day,
        });
        Ok(following.map(|event| event.id).collect())
    }
}

/// Updates registrations to a new name; returns how many.
///
/// An event at which it had a different name keeps that: a correction only affects the wrong name.
pub fn follow_rename(
    writer: &Writer<'_>,
    id: OrganisationId,
    (before, after): (&str, &str),
    follow: Follow,
) -> Result<usize, StoreError> {
    let following = follow.events(writer)?;
    let registrations = writer.registrations_for(id)?;
    let named = registrations
        .into_iter()
        .filter(|it| it.name.as_deref() == Some(before) && following.contains(&it.event));
    let events: BTreeSet<EventId> = named.map(|it| it.event).collect();
    let mut changed = 0;
    for event in events {
        changed += writer.rename_in_event(event, id, after)?;
    }
    Ok(changed)
}

/// Merges two organisations, and updates the registrations of the removed one; returns how many changed their name.
///
/// At an event where both were, they are updated in any case, and get the name that the remaining one had there.
pub(super) fn merge_organisations(
    writer: &Writer<'_>,
    from: &Organisation,
    into: &Organisation,
    follow: Follow,
) -> Result<usize, StoreError> {
    let following = follow.events(writer)?;
    let registrations = writer.registrations_for(from.id)?;
    let events: BTreeSet<EventId> = registrations.into_iter().map(|it| it.event).collect();
    let mut names = BTreeMap::new();
    for event in events {
        let then = writer.organisation_then(event, into.id)?;
        let name = then.or_else(|| following.contains(&event).then(|| into.name.clone()));
        names.extend(name.map(|name| (event, name)));
    }
    writer.merge_organisations(from.id, into.id)?;
    writer.save_organisation(&filled(from, into))?;
    let mut changed = 0;
    for (event, name) in names {
        changed += writer.rename_in_event(event, into.id, &name)?;
    }
    Ok(changed)
}

/// Returns the remaining organisation, with missing values filled in from the other.
fn filled(from: &Organisation, into: &Organisation) -> Organisation {
    let mut filled = into.clone();
    let take = |field: &mut Option<String>, other: &Option<String>| {
        if field.is_none() {
            field.clone_from(other);
        }
    };
    take(&mut filled.short_name, &from.short_name);
    take(&mut filled.kind, &from.kind);
    take(&mut filled.country, &from.country);
    take(&mut filled.region, &from.region);
    take(&mut filled.website, &from.website);
    filled
}

/// Updates the registrations of somebody who now belongs to another organisation; returns how many.
pub fn follow_person(
    writer: &Writer<'_>,
    person: PersonId,
    organisation: Option<&Organisation>,
    follow: Follow,
) -> Result<usize, StoreError> {
    let mut changed = 0;
    for event in follow.events(writer)? {
        let Some(registration) = writer.registration(event, person)? else {
            continue;
        };
        let name = match organisation {
            Some(known) => {
                let then = writer.organisation_then(event, known.id)?;
                Some(then.unwrap_or_else(|| known.name.clone()))
            }
            None => None,
        };
        let id = organisation.map(|known| known.id);
        let is_new = writer.set_affiliation(registration.id, id, name.as_deref())?;
        changed += usize::from(is_new);
    }
    Ok(changed)
}

/// The part split off from an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitOrganisation {
    /// The new organisation.
    pub id: OrganisationId,
    /// How many people moved to it.
    pub people: usize,
    /// How many registrations moved to it.
    pub registrations: usize,
    /// Those who stay, although they have an address at the domain of somebody who moved: the file does not tell under
    /// which name they came.
    pub at_its_domain: Vec<PersonId>,
}

/// Makes a new organisation from some names of another, with their people and registrations: those that a merge brought
/// with these names, and those that still have them. `people` move in any case.
///
/// # Errors
/// If a name is not one of its other names, or is its main name.
pub fn split_organisation(
    writer: &Writer<'_>,
    known: &Organisation,
    names: &[String],
    people: &[Person],
) -> Result<SplitOrganisation, IntakeError> {
    let mut moving: BTreeSet<PersonId> = people.iter().map(|person| person.id).collect();
    let mut registrations = BTreeSet::new();
    for name in names {
        take_name(writer, known, name)?;
        for merged in writer.merged_organisations(name)? {
            moving.extend(writer.people_before(merged, known.id)?);
            registrations.extend(writer.registrations_before(merged, known.id)?);
        }
    }
    let mut staying = BTreeSet::new();
    for it in writer.registrations_for(known.id)? {
        if moving.contains(&it.person) || it.name.is_some_and(|name| names.contains(&name)) {
            registrations.insert(it.registration);
        }
        if !registrations.contains(&it.registration) {
            staying.insert(it.person);
        }
    }
    let Some((first, others)) = names.split_first() else {
        return Err(IntakeError::unfit(
            words::NEEDS_A_NAME,
            message!(organisation::show_it { number: known.id }),
        ));
    };
    let id = writer.add_organisation(&NewOrganisation {
        name: first.clone(),
        ..NewOrganisation::default()
    })?;
    for name in others {
        writer.add_organisation_alias(id, name)?;
    }
    let mut count = 0;
    for it in writer.registrations_for(known.id)? {
        if registrations.contains(&it.registration) {
            writer.set_affiliation(it.registration, Some(id), Some(first))?;
            count += 1;
            // People who never registered with the other organisation belong to this one.
            if !staying.contains(&it.person) {
                moving.insert(it.person);
            }
        }
    }
    let mut moved = 0;
    for person in &moving {
        if let Some(person) = writer.person(*person)?
            && person.organisation_id == Some(known.id)
        {
            writer.set_organisation(person.id, id)?;
            moved += 1;
        }
    }
    let at_its_domain = of_one_domain(writer, id, known.id)?;
    for name in names {
        writer.add_distinction(&Distinction {
            name: name.clone(),
            address: None,
            other: Other::Organisation(known.id),
        })?;
    }
    Ok(SplitOrganisation {
        id,
        people: moved,
        registrations: count,
        at_its_domain,
    })
}

/// Returns the people of `other` who have an address at a domain of the people of `id`.
fn of_one_domain(
    reader: &Reader<'_>,
    id: OrganisationId,
    other: OrganisationId,
) -> Result<Vec<PersonId>, StoreError> {
    let people = reader.people()?;
    let domains_of = |person: &Person| -> Vec<String> {
        let domains = person.addresses.iter().map(|it| address_domain(it));
        domains
            .filter(|domain| !is_free_mail_domain(domain))
            .map(str::to_lowercase)
            .collect()
    };
    let of = |organisation| {
        let people = people.iter();
        people.filter(move |person| person.organisation_id == Some(organisation))
    };
    let domains: BTreeSet<String> = of(id).flat_map(domains_of).collect();
    let shares_one = |person: &&Person| domains_of(person).iter().any(|it| domains.contains(it));
    Ok(of(other).filter(shares_one).map(|it| it.id).collect())
}

/// Removes another name from an organisation.
fn take_name(writer: &Writer<'_>, known: &Organisation, name: &str) -> Result<(), IntakeError> {
    let (number, known_name) = (known.id, &known.name);
    if known.name == name {
        return Err(IntakeError::unfit(
            message!(organisation::is_its_name { name }),
            message!(organisation::name_it_first { number }),
        ));
    }
    let mut is_its = writer.remove_organisation_alias(number, name)?;
    if known.short_name.as_deref() == Some(name) {
        let mut without = known.clone();
        without.short_name = None;
        is_its |= writer.save_organisation(&without)?;
    }
    let mut written = writer.registrations_for(number)?.into_iter();
    is_its |= written.any(|it| it.name.as_deref() == Some(name));
    if is_its {
        return Ok(());
    }
    Err(IntakeError::unfit(
        message!(organisation::not_another_name {
            name,
            known: known_name
        }),
        message!(organisation::show_it { number }),
    ))
}

/// Returns an organisation's name as spelled on file, for any spelling of it.
pub fn name_on_file(known: &Organisation, written: &str) -> String {
    let others = || known.aliases.iter().chain(&known.short_name);
    let exact = others().find(|name| *name == written);
    let key = organisation_key(written);
    let mut alike = others().filter(|name| organisation_key(name) == key);
    let only = alike.next().filter(|_| alike.next().is_none());
    exact
        .or(only)
        .cloned()
        .unwrap_or_else(|| written.to_owned())
}
