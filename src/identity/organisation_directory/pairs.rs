//! Organisations on file that are probably duplicates.

use std::collections::BTreeMap;

use super::OrganisationDirectory;
use crate::model::{OrganisationId, Reason};

/// Two organisations on file that are probably the same.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationPair {
    /// The one with the lower number.
    pub one: OrganisationId,
    /// The other.
    pub other: OrganisationId,
    /// How likely, 0 to 1, as for a candidate.
    pub score: f64,
    /// What speaks for it, the most important first.
    pub reasons: Vec<Reason>,
}

impl OrganisationDirectory {
    /// Returns the pairs on file that are probably one organisation, the most likely first, without those that were
    /// answered to be two.
    pub fn pairs(&self) -> Vec<OrganisationPair> {
        let mut pairs: BTreeMap<(OrganisationId, OrganisationId), OrganisationPair> =
            BTreeMap::new();
        let mut ids: Vec<OrganisationId> = self.names.keys().copied().collect();
        ids.sort_unstable();
        for id in ids {
            for name in self.names_of(id) {
                let domains = self
                    .domains
                    .of(id)
                    .iter()
                    .map(|domain| Some(domain.as_str()));
                for domain in std::iter::once(None).chain(domains) {
                    for found in self.suggestions(&name.written, domain, Some(id)) {
                        let (one, other) = (id.min(found.id), id.max(found.id));
                        let pair = pairs.entry((one, other)).or_insert(OrganisationPair {
                            one,
                            other,
                            score: 0.0,
                            reasons: Vec::new(),
                        });
                        join(pair, found.score, found.reasons);
                    }
                }
            }
        }
        let mut pairs: Vec<OrganisationPair> = pairs.into_values().collect();
        pairs.retain(|pair| {
            !self.are_answered(pair.one, pair.other) && !self.are_answered(pair.other, pair.one)
        });
        pairs.sort_by(|a, b| b.score.total_cmp(&a.score));
        pairs
    }

    /// Whether a name of one was answered not to mean the other.
    fn are_answered(&self, one: OrganisationId, other: OrganisationId) -> bool {
        let mut names = self.names_of(one).iter();
        names.any(|name| self.is_ruled_out(&name.read, other))
    }
}

/// Merges the evidence for a pair, the best reasons first.
fn join(pair: &mut OrganisationPair, score: f64, reasons: Vec<Reason>) {
    let before = std::mem::take(&mut pair.reasons);
    let (first, then) = if score > pair.score {
        (reasons, before)
    } else {
        (before, reasons)
    };
    pair.score = pair.score.max(score);
    for reason in first.into_iter().chain(then) {
        if !pair.reasons.contains(&reason) {
            pair.reasons.push(reason);
        }
    }
}
