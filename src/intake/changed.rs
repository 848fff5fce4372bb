//! Records what an operation changed about the meaning of names, addresses and spellings.

use std::collections::HashSet;

use crate::identity::{name_key, normalize_address, organisation_key};
use crate::model::PersonId;

/// The names, addresses, people and organisations with new information: whatever depends on them is judged again.
#[derive(Debug, Clone, Default)]
pub(super) struct Changed {
    names: HashSet<String>,
    addresses: HashSet<String>,
    people: HashSet<PersonId>,
    organisations: HashSet<String>,
}

impl Changed {
    /// Whether nothing changed.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
            && self.addresses.is_empty()
            && self.people.is_empty()
            && self.organisations.is_empty()
    }

    /// Adds the key of a name that somebody has now, or that no longer means somebody.
    pub(super) fn name_key(&mut self, key: &str) {
        if !key.is_empty() && !self.names.contains(key) {
            self.names.insert(key.to_owned());
        }
    }

    /// Adds a name as written.
    pub(super) fn name(&mut self, written: &str) {
        self.name_key(&name_key(written));
    }

    /// Adds an address that now means somebody else, or more people.
    pub(super) fn address(&mut self, address: &str) {
        self.addresses.extend(normalize_address(address));
    }

    /// Adds somebody about whom more is known now.
    pub(super) fn person(&mut self, id: PersonId) {
        self.people.insert(id);
    }

    /// Adds a spelling of an organisation.
    pub(super) fn organisation(&mut self, name: &str) {
        self.organisations.insert(organisation_key(name));
    }

    /// Whether any name changed; finding the names in a text takes time.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether any of these name keys changed.
    pub(super) fn has_name(&self, mut keys: impl Iterator<Item = String>) -> bool {
        keys.any(|key| self.names.contains(&key))
    }

    /// Whether an address changed.
    pub(super) fn has_address(&self, address: Option<&str>) -> bool {
        let address = address.and_then(normalize_address);
        address.is_some_and(|address| self.addresses.contains(&address))
    }

    /// Whether any of these people changed.
    pub(super) fn has_person(&self, mut people: impl Iterator<Item = PersonId>) -> bool {
        people.any(|id| self.people.contains(&id))
    }

    /// Whether an organisation changed, by its spelling.
    pub(super) fn has_organisation(&self, name: Option<&str>) -> bool {
        !self.organisations.is_empty()
            && name.is_some_and(|name| self.organisations.contains(&organisation_key(name)))
    }
}
