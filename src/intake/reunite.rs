//! Merges people when two spellings of an organisation turn out to be the same.
//!
//! Somebody who signs up again with an unknown spelling of their organisation is added as a new person, and one
//! question asks about the organisation. Its answer applies to all its people: two of one name, whose addresses are at
//! one domain and made of only the name, are one person. Three of one name are never merged, and if an address has a
//! number or a further word, two people stay two.

use std::collections::HashMap;

use super::affiliations::{Follow, merge_organisations};
use super::desk::{Desk, Mode};
use super::merging::settle_names;
use super::splitting::{Apart, is_held_apart};
use super::{IntakeError, merge_registrations};
use crate::catalogue::Message;
use crate::identity::{KeyedName, are_addresses_of_one};
use crate::message;
use crate::model::{Instant, Organisation, OrganisationId, Person, PersonId};
use crate::store::Writer;

/// The result of merging two organisations.
#[derive(Debug)]
pub struct United {
    /// How many registrations changed their name.
    pub followed: usize,
    /// Further messages.
    pub notes: Vec<Message>,
}

/// Merges two organisations, and people who are in both.
///
/// # Errors
/// If the file cannot be read or written.
pub fn unite_organisations(
    writer: &Writer<'_>,
    now: Instant,
    from: &Organisation,
    into: &Organisation,
    follow: Follow,
) -> Result<United, IntakeError> {
    let mut desk = Desk::new(writer, now, Mode::Update, None)?;
    let (followed, reunited) = desk.unite(from, into, follow)?;
    let mut notes: Vec<Message> = reunited.into_iter().collect();
    notes.extend(desk.finish(None)?);
    Ok(United { followed, notes })
}

impl Desk<'_> {
    /// Merges two organisations, and people who are in both; returns how many registrations changed their name, and a
    /// message. The desk's own lists are not brought up to date.
    pub(super) fn unite(
        &mut self,
        from: &Organisation,
        into: &Organisation,
        follow: Follow,
    ) -> Result<(usize, Option<Message>), IntakeError> {
        let halves = self.halves(from.id, into.id)?;
        let followed = merge_organisations(self.writer, from, into, follow)?;
        for (from, into) in &halves {
            self.reunite(*from, *into)?;
        }
        let one =
            |(from, into): &(PersonId, PersonId)| message!(review::one_is_other { from, into });
        let pairs: Vec<Message> = halves.iter().map(one).collect();
        let count = pairs.len();
        let reunited = (count > 0).then(|| message!(review::reunited { count, pairs }));
        Ok((followed, reunited))
    }

    /// Returns pairs of people in two organisations who are the same if these are: the one to remove, from the first,
    /// and the one to keep.
    fn halves(
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
        let apart = Apart::load(self.writer)?;
        let mut halves = Vec::new();
        for people in by_name.into_values() {
            if let [one, other] = people.as_slice()
                && one.organisation_id != other.organisation_id
            {
                let name = KeyedName::new(&one.given_name, &one.family_name);
                // People who were answered to be two stay two.
                if are_addresses_of_one(&name, &one.addresses, &other.addresses)
                    && !is_held_apart(&apart, one, other)
                {
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

    /// Merges two people.
    fn reunite(&mut self, from: PersonId, into: PersonId) -> Result<(), IntakeError> {
        let people = (self.writer.person(from)?, self.writer.person(into)?);
        let touched = merge_registrations(self.writer, from, into)?;
        self.writer.merge_people(from, into)?;
        if let (Some(gone), Some(kept)) = people {
            settle_names(self.writer, &gone, &kept, &kept)?;
        }
        self.touched.extend(touched);
        for registration in self.writer.registrations_of(into)? {
            self.to_check.insert((registration.event_id, into));
        }
        self.changed.person(into);
        Ok(())
    }
}
