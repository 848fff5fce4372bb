//! Indexes people by organisation and by the domains of their addresses, so that those who share neither with a row are
//! skipped.

use super::Map;
use super::Words;
use super::mark::Mark;
use super::one_or_more::{self, OneOrMore, take_out};

/// A person, as the slot in the directory and the summary that excludes most others. Stored contiguously for each
/// organisation, since looking each person up would cost more than all the rest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sharer {
    pub(super) slot: u32,
    pub(super) words: Words,
}

impl PartialEq for Sharer {
    fn eq(&self, other: &Self) -> bool {
        self.slot == other.slot
    }
}

/// People by what they may share with a row.
///
/// Organisations and domains are stored as their marks: different ones may share a mark, which only costs an extra
/// comparison.
#[derive(Debug, Clone, Default)]
pub(super) struct Sharing {
    by_organisation: Map<u32, OneOrMore<Sharer>>,
    by_domain: Map<u32, OneOrMore<Sharer>>,
}

impl Sharing {
    /// Adds a person to their organisation and to the domain of an address, if there are any.
    pub(super) fn add(&mut self, mark: Mark, sharer: Sharer) {
        if let Some(organisation) = mark.organisation() {
            one_or_more::push(&mut self.by_organisation, organisation, sharer);
        }
        if let Some(domain) = mark.domain() {
            one_or_more::push(&mut self.by_domain, domain, sharer);
        }
    }

    /// Reverts [`Self::add`].
    pub(super) fn take(&mut self, mark: Mark, sharer: Sharer) {
        if let Some(organisation) = mark.organisation() {
            take_out(&mut self.by_organisation, &organisation, &sharer);
        }
        if let Some(domain) = mark.domain() {
            take_out(&mut self.by_domain, &domain, &sharer);
        }
    }

    /// Returns everybody who may share the organisation, and everybody who may share the domain.
    pub(super) fn with(&self, row: Mark) -> [&[Sharer]; 2] {
        [
            list(&self.by_organisation, row.organisation()),
            list(&self.by_domain, row.domain()),
        ]
    }
}

fn list(index: &Map<u32, OneOrMore<Sharer>>, key: Option<u32>) -> &[Sharer] {
    key.and_then(|key| index.get(&key))
        .map_or(&[], OneOrMore::as_slice)
}
