//! Recognises rows that would bring back somebody who was removed.

use crate::identity::organisation_key;
use crate::model::OperationId;
use crate::store::{HashKind, Removed};

/// How a row relates to the people who were removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// Nobody who was removed.
    Nobody,
    /// The person removed by this operation.
    Certainly(OperationId),
    /// Somebody of the same name as a removed person, whose key this is.
    Perhaps(String),
}

/// Returns whether a row is about somebody who was removed. They are recognised by the address, together with the name
/// if others had that address as well; without an address by name and organisation. `keys` are those of the names that
/// the row may give; `is_held` says whether somebody on file has its address. Whoever calls this decides whether somebody
/// on file is meant who has the same name.
pub fn recognise(
    removed: &Removed,
    keys: &[String],
    address: Option<&str>,
    organisation: Option<&str>,
    is_held: bool,
) -> Recognised {
    if removed.is_empty() {
        return Recognised::Nobody;
    }
    let mut certain = None;
    if let Some(address) = address {
        certain = removed
            .find(HashKind::Address, &[address])
            .filter(|_| !is_held);
        for key in keys {
            let by_both = removed.find(HashKind::AddressAndName, &[address, key]);
            certain = certain.or(by_both);
        }
    }
    let organisation = organisation_key(organisation.unwrap_or_default());
    for key in keys.iter().filter(|_| address.is_none()) {
        let by_both = removed.find(HashKind::NameAndOrganisation, &[key, &organisation]);
        certain = certain.or(by_both);
    }
    if let Some(operation) = certain {
        return Recognised::Certainly(operation);
    }
    let is_namesake = |key: &&String| removed.find(HashKind::Name, &[key]).is_some();
    match keys.iter().find(is_namesake) {
        Some(key) => Recognised::Perhaps(key.clone()),
        None => Recognised::Nobody,
    }
}
