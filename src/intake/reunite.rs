//! People who turn out to be one when two spellings of an organisation turn out to be one.
//!
//! Somebody who signs up again under a spelling of their organisation that nobody knows yet is taken in as somebody new,
//! and one question asks about the organisation. Its answer is the answer for all of them: whoever has one name and
//! addresses at one domain, made of the name and nothing else, is one person. Three of one name are never one, and where
//! an address has a number or a further word, two stay two.

use std::collections::HashMap;

use super::desk::Desk;
use super::{IntakeError, merge_registrations};
use crate::identity::{KeyedName, are_addresses_of_one};
use crate::model::{OrganisationId, Person, PersonId};

impl Desk<'_> {
    /// Returns those of two organisations who are one person when these are one: the one that goes, of the first, and
    /// the one that stays.
    pub(super) fn halves(
        &self,
        from: OrganisationId,
        into: OrganisationId,
    ) -> Result<Vec<(PersonId, PersonId)>, IntakeError> {
        let mut by_name: HashMap<String, Vec<Person>> = HashMap::new();
        for person in self.writer.people()? {
            if [Some(from), Some(into)].contains(&person.organisation_id) {
                let key = KeyedName::new(&person.given_name, &person.family_name);
                by_name
                    .entry(key.key().to_owned())
                    .or_default()
                    .push(person);
            }
        }
        let mut halves = Vec::new();
        for people in by_name.into_values() {
            if let [one, other] = people.as_slice()
                && one.organisation_id != other.organisation_id
            {
                let name = KeyedName::new(&one.given_name, &one.family_name);
                if are_addresses_of_one(&name, &one.addresses, &other.addresses) {
                    let goes = if one.organisation_id == Some(from) {
                        (one.id, other.id)
                    } else {
                        (other.id, one.id)
                    };
                    halves.push(goes);
                }
            }
        }
        halves.sort_unstable();
        Ok(halves)
    }

    /// Makes one person of two.
    pub(super) fn reunite(&mut self, from: PersonId, into: PersonId) -> Result<(), IntakeError> {
        let names = (self.writer.person(from)?, self.writer.person(into)?);
        let touched = merge_registrations(self.writer, from, into)?;
        self.writer.merge_people(from, into)?;
        if let (Some(gone), Some(kept)) = names
            && (&gone.given_name, &gone.family_name) == (&kept.given_name, &kept.family_name)
            && !kept.aliases.contains(&gone.full_name())
        {
            // A name that both had is no other name.
            self.writer.remove_person_alias(into, &gone.full_name())?;
        }
        self.touched.extend(touched);
        for registration in self.writer.registrations_of(into)? {
            self.to_check.insert((registration.event_id, into));
        }
        self.changed.person(into);
        Ok(())
    }
}
