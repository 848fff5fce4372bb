//! Who belongs to an organisation, or has an address at a domain: whoever shares neither with a row is
//! not looked at.

use super::Map;
use super::Words;
use super::mark::Mark;
use super::one_or_more::{self, OneOrMore, take_out};

/// Somebody, as the number that the directory gives them, and what most others are left out by: in a row
/// for all of an organisation, since to look each of them up would cost more than all the rest.
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
/// Organisations and domains are kept as their marks: different ones may have one mark, which costs a
/// comparison more and nothing else.
#[derive(Debug, Clone, Default)]
pub(super) struct Sharing {
    by_organisation: Map<u32, OneOrMore<Sharer>>,
    by_domain: Map<u32, OneOrMore<Sharer>>,
}

impl Sharing {
    /// Puts somebody to their organisation and to the domain of an address; none is nobody's.
    pub(super) fn add(&mut self, mark: Mark, sharer: Sharer) {
        if let Some(organisation) = mark.organisation() {
            one_or_more::push(&mut self.by_organisation, organisation, sharer);
        }
        if let Some(domain) = mark.domain() {
            one_or_more::push(&mut self.by_domain, domain, sharer);
        }
    }

    /// Takes back what [`Self::add`] did.
    pub(super) fn take(&mut self, mark: Mark, sharer: Sharer) {
        if let Some(organisation) = mark.organisation() {
            take_out(&mut self.by_organisation, &organisation, &sharer);
        }
        if let Some(domain) = mark.domain() {
            take_out(&mut self.by_domain, &domain, &sharer);
        }
    }

    /// Everybody who may share the organisation, and everybody who may share the domain.
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
