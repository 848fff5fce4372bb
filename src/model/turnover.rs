//! How one meeting compares with the others.

use std::collections::BTreeMap;

use super::EventId;

/// How one meeting compares with the others, in people who were there for long enough.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turnover {
    /// How many were there.
    pub present: i64,
    /// How many of them had been at an earlier one.
    pub returning: i64,
    /// How many had been at an earlier one, and were not there.
    pub missing: i64,
    /// How many of those who were there were at each later one.
    pub again: BTreeMap<EventId, i64>,
}
