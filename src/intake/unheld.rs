//! Names and addresses that nobody on file has, which must be nowhere once the row that had them is gone.

use std::collections::BTreeSet;

use crate::identity::{name_key, normalize_address, person_key};
use crate::store::{Reader, Sought, SoughtKind, StoreError};

/// What people on file are called, and where they are written to.
#[derive(Debug, Default)]
pub(super) struct Unheld {
    keys: BTreeSet<String>,
    addresses: BTreeSet<String>,
}

impl Unheld {
    /// Reads what people on file have.
    pub(super) fn load(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let mut held = Self::default();
        for person in reader.people()? {
            held.keys
                .insert(person_key(&person.given_name, &person.family_name));
            held.keys
                .extend(person.aliases.iter().map(|it| name_key(it)));
            held.addresses.extend(person.addresses);
        }
        Ok(held)
    }

    /// Returns whether somebody on file has a name.
    pub(super) fn is_held(&self, name: &str) -> bool {
        self.keys.contains(&name_key(name))
    }

    /// Returns whether somebody on file has an address, given in its one spelling.
    pub(super) fn is_held_address(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Returns what to search the bytes for: whole names and addresses that nobody on file has.
    pub(super) fn sought(&self, name: Option<&str>, address: Option<&str>) -> Vec<Sought> {
        let name = name.filter(|it| name_key(it).contains(' ') && !self.is_held(it));
        let address = address.filter(|it| {
            normalize_address(it).is_some_and(|address| !self.is_held_address(&address))
        });
        let name = name.map(|text| (SoughtKind::Name, text));
        let address = address.map(|text| (SoughtKind::Address, text));
        let found = name.into_iter().chain(address);
        found
            .map(|(kind, text)| Sought {
                kind,
                text: text.to_owned(),
            })
            .collect()
    }
}
