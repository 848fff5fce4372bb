//! A compact summary of a person that distinguishes most people of a block from a row.
//!
//! A block contains dozens of people, and hardly any of them shares more with the row than a part of the name. Looking
//! each of them up would cost more than everything else, so the deciding facts are stored close together for all of
//! them. Equal facts have equal marks; different ones may collide, which only costs an extra comparison.

use std::hash::BuildHasher;
use std::sync::Arc;

use crate::model::OrganisationId;

/// The marks of a person or a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    /// 0 if there is no organisation.
    organisation: u32,
    /// 0 if there is no address, [`SEVERAL`] if there are several.
    domain: u32,
}

/// The domain mark of somebody with several addresses.
const SEVERAL: u32 = u32::MAX;

impl Mark {
    /// Returns the marks of a person on file with normalised addresses.
    pub(super) fn of_person(organisation: Option<OrganisationId>, addresses: &[Arc<str>]) -> Self {
        let mut mark = Self::of_row(
            organisation,
            addresses
                .first()
                .and_then(|address| address.get(address.find('@')?..)),
        );
        if addresses.len() > 1 {
            mark.domain = SEVERAL;
        }
        mark
    }

    /// Returns the marks of an organisation and of a domain including its `@`.
    pub(super) fn of_row(organisation: Option<OrganisationId>, domain: Option<&str>) -> Self {
        let text = |domain| foldhash::fast::FixedState::default().hash_one::<&str>(domain);
        Self {
            organisation: organisation.map_or(0, |id| fold(id.0.cast_unsigned())),
            domain: domain.map_or(0, |domain| fold(text(domain))),
        }
    }

    /// Returns the mark of the organisation, if there is one.
    pub(super) fn organisation(self) -> Option<u32> {
        (self.organisation != 0).then_some(self.organisation)
    }

    /// Returns the mark of the domain, if there is exactly one.
    pub(super) fn domain(self) -> Option<u32> {
        (self.domain != 0 && self.domain != SEVERAL).then_some(self.domain)
    }

    /// Whether a person may share a row's organisation or domain; `false` is certain.
    pub(super) fn may_share(self, row: Self) -> bool {
        (row.organisation != 0 && self.organisation == row.organisation)
            || (row.domain != 0 && (self.domain == row.domain || self.domain == SEVERAL))
    }
}

/// Folds a number to one that is neither 0 nor [`SEVERAL`].
fn fold(number: u64) -> u32 {
    u32::try_from(number % u64::from(SEVERAL - 1)).map_or(1, |number| number + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(organisation: Option<i64>, addresses: &[&str]) -> Mark {
        let addresses: Vec<Arc<str>> = addresses.iter().copied().map(Arc::from).collect();
        Mark::of_person(organisation.map(OrganisationId), &addresses)
    }

    fn row(organisation: Option<i64>, domain: Option<&str>) -> Mark {
        Mark::of_row(organisation.map(OrganisationId), domain)
    }

    #[test]
    fn whoever_shares_something_is_never_left_out() {
        let anna = person(Some(7), &["anna@example.org"]);
        assert!(anna.may_share(row(Some(7), None)));
        assert!(anna.may_share(row(Some(8), Some("@example.org"))));
        let ben = person(None, &["ben@example.com", "ben@example.net"]);
        for domain in ["@example.com", "@example.net"] {
            assert!(ben.may_share(row(None, Some(domain))));
        }
        for number in [0, 1, i64::MAX, i64::MIN, -1, i64::from(u32::MAX)] {
            assert!(person(Some(number), &[]).may_share(row(Some(number), None)));
        }
    }

    #[test]
    fn most_others_are() {
        let anna = person(Some(7), &["anna@example.org"]);
        assert!(!anna.may_share(row(Some(8), Some("@example.com"))));
        assert!(!anna.may_share(row(None, None)));
        assert!(!person(None, &[]).may_share(row(None, None)));
        assert!(!person(None, &[]).may_share(row(Some(7), Some("@example.org"))));
    }
}
