//! Who belongs to an organisation, or has an address at a domain: whoever shares neither with a row is
//! not looked at.

use super::Map;
use super::mark::Mark;
use super::one_or_more::{self, OneOrMore, take_out};

/// People by what they may share with a row, as numbers the directory gives them.
///
/// Organisations and domains are kept as their marks: different ones may have one mark, which costs a
/// comparison more and nothing else.
#[derive(Debug, Clone, Default)]
pub(super) struct Sharing {
    by_organisation: Map<u32, OneOrMore<u32>>,
    by_domain: Map<u32, OneOrMore<u32>>,
}

impl Sharing {
    /// Puts somebody to their organisation and to the domain of an address; none is nobody's.
    pub(super) fn add(&mut self, mark: Mark, slot: u32) {
        if let Some(organisation) = mark.organisation() {
            one_or_more::push(&mut self.by_organisation, organisation, slot);
        }
        if let Some(domain) = mark.domain() {
            one_or_more::push(&mut self.by_domain, domain, slot);
        }
    }

    /// Takes back what [`Self::add`] did.
    pub(super) fn take(&mut self, mark: Mark, slot: u32) {
        if let Some(organisation) = mark.organisation() {
            take_out(&mut self.by_organisation, &organisation, &slot);
        }
        if let Some(domain) = mark.domain() {
            take_out(&mut self.by_domain, &domain, &slot);
        }
    }

    /// Everybody who may share the organisation, and everybody who may share the domain.
    pub(super) fn with(&self, row: Mark) -> [&[u32]; 2] {
        [
            list(&self.by_organisation, row.organisation()),
            list(&self.by_domain, row.domain()),
        ]
    }
}

fn list(index: &Map<u32, OneOrMore<u32>>, key: Option<u32>) -> &[u32] {
    key.and_then(|key| index.get(&key))
        .map_or(&[], OneOrMore::as_slice)
}
