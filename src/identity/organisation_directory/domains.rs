//! The domains of the addresses of each organisation's people.

use super::super::Map;
use super::super::address::is_free_mail_domain;
use crate::model::OrganisationId;

/// A domain with more organisations than this is a host, and does not identify an organisation.
pub(super) const HOST: usize = 5;

/// Domains reserved for examples; they belong to nobody.
const FOR_EXAMPLES: [&str; 3] = ["example.com", "example.net", "example.org"];

/// The organisations of each domain, ordered by number.
#[derive(Debug, Clone, Default)]
pub(super) struct Domains {
    organisations: Map<String, Vec<OrganisationId>>,
    of: Map<OrganisationId, Vec<String>>,
}

impl Domains {
    /// Records a domain of an organisation, unless anybody may have it; returns whether it was new.
    pub(super) fn note(&mut self, id: OrganisationId, domain: &str) -> bool {
        if self
            .organisations
            .get(domain)
            .is_some_and(|known| known.binary_search(&id).is_ok())
            || !is_own(domain)
        {
            return false;
        }
        let known = self.organisations.entry(domain.to_owned()).or_default();
        if let Err(place) = known.binary_search(&id) {
            known.insert(place, id);
        }
        self.of.entry(id).or_default().push(domain.to_owned());
        true
    }

    /// Returns the organisations whose people have addresses of a domain.
    pub(super) fn organisations(&self, domain: &str) -> &[OrganisationId] {
        self.organisations.get(domain).map_or(&[], Vec::as_slice)
    }

    /// Returns the domains of an organisation.
    pub(super) fn of(&self, id: OrganisationId) -> &[String] {
        self.of.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Removes an organisation.
    pub(super) fn remove(&mut self, id: OrganisationId) {
        for domain in self.of.remove(&id).unwrap_or_default() {
            if let Some(known) = self.organisations.get_mut(&domain) {
                known.retain(|other| *other != id);
            }
        }
    }
}

fn is_own(domain: &str) -> bool {
    domain.contains('.') && !is_free_mail_domain(domain) && !FOR_EXAMPLES.contains(&domain)
}
