//! Looks up people and organisations by number, and names and sorts them for reports.

use std::collections::HashMap;

use crate::message;
use crate::model::{OrganisationId, Person, PersonId, Registration};
use crate::output::{Collator, Language, name_key};
use crate::store::{Reader, StoreError};

/// Everybody on file.
#[derive(Debug)]
pub(super) struct Directory {
    people: HashMap<PersonId, Person>,
    organisations: HashMap<OrganisationId, String>,
    collator: Collator,
}

impl Directory {
    /// Loads everybody, once per report.
    pub(super) fn load(reader: Reader<'_>, language: Language) -> Result<Self, StoreError> {
        let people = reader.people()?;
        let organisations = reader.organisations()?;
        Ok(Self {
            people: people.into_iter().map(|it| (it.id, it)).collect(),
            organisations: organisations
                .into_iter()
                .map(|it| (it.id, it.name))
                .collect(),
            collator: Collator::new(language),
        })
    }

    /// Returns a person.
    ///
    /// # Errors
    /// If a row refers to somebody who is not on file, which the store's foreign keys rule out.
    pub(super) fn person(&self, id: PersonId) -> Result<&Person, StoreError> {
        self.people
            .get(&id)
            .ok_or_else(|| StoreError::Damaged(message!(store::damaged_person { number: id })))
    }

    /// Returns the current name of an organisation.
    pub(super) fn organisation(&self, id: OrganisationId) -> Option<&str> {
        self.organisations.get(&id).map(String::as_str)
    }

    /// Returns the organisation to print for somebody at an event: as written at the time, else as it is today.
    pub(super) fn organisation_then<'a>(
        &'a self,
        person: &Person,
        registration: Option<&'a Registration>,
    ) -> Option<&'a str> {
        registration
            .and_then(|it| self.organisation_of(it))
            .or_else(|| self.organisation(person.organisation_id?))
    }

    /// Returns the organisation of a registration, as written.
    pub(super) fn organisation_of<'a>(&'a self, registration: &'a Registration) -> Option<&'a str> {
        let written = registration.organisation_name.as_deref();
        written.or_else(|| self.organisation(registration.organisation_id?))
    }

    /// Returns the order of names.
    pub(super) fn collator(&self) -> &Collator {
        &self.collator
    }

    /// Returns everybody's rank in the order of names, each person once; people with the same name are ordered by
    /// number.
    pub(super) fn ranks(
        &self,
        ids: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashMap<PersonId, usize>, StoreError> {
        let mut ids: Vec<PersonId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let people = ids.into_iter().map(|id| self.person(id));
        let mut people: Vec<&Person> = people.collect::<Result<_, _>>()?;
        self.collator
            .sort_by_text(&mut people, |it| name_key(&it.family_name, &it.given_name));
        let ranked = people.into_iter().enumerate();
        Ok(ranked.map(|(rank, person)| (person.id, rank)).collect())
    }

    /// Returns people in the order of names.
    pub(super) fn sorted(
        &self,
        ids: impl IntoIterator<Item = PersonId>,
    ) -> Result<Vec<&Person>, StoreError> {
        let ranks = self.ranks(ids)?;
        let people = ranks.keys().map(|id| self.person(*id));
        let mut people: Vec<&Person> = people.collect::<Result<_, _>>()?;
        people.sort_by_key(|person| ranks[&person.id]);
        Ok(people)
    }
}
