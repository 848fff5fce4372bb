//! A name with its key and folded form.

use super::agreement::FoldedName;
use super::keys::person_key;
use super::names::PersonName;

/// The key and the folded form of a name, computed once: a row's name is looked up by it, and a new person is stored
/// under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedName {
    pub(super) key: String,
    pub(super) folded: FoldedName,
}

impl KeyedName {
    /// Folds a name; both parts are empty if there is none.
    pub fn new(given: &str, family: &str) -> Self {
        Self {
            key: person_key(given, family),
            folded: FoldedName::new(given, family),
        }
    }

    /// Returns the key; see [`person_key`].
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl From<&PersonName> for KeyedName {
    fn from(name: &PersonName) -> Self {
        Self::new(&name.given, &name.family)
    }
}
