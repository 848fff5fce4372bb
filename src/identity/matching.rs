//! The queries to the directory and its answers.

use super::keyed_name::KeyedName;
use crate::model::{OrganisationId, PersonId, Reason};

/// A person on file, as passed to the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Their number.
    pub id: PersonId,
    /// Their name.
    pub name: KeyedName,
    /// Their addresses, in any spelling.
    pub addresses: Vec<String>,
    /// Display names they were seen under, as written.
    pub aliases: Vec<String>,
    /// The organisation they belong to.
    pub organisation: Option<OrganisationId>,
    /// Whether they take part in the event that rows are read for.
    pub in_event: bool,
}

/// What a row says about the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganisationHint {
    /// Nothing.
    #[default]
    Unknown,
    /// The row names an organisation on file.
    Known(OrganisationId),
    /// It names one that may be one of these on file: a question about it is open, or will be.
    Perhaps(Resembled),
    /// It names an organisation that is not on file.
    New,
}

impl OrganisationHint {
    /// Whether somebody's organisation may be the named one in other words, that is, not known to be a different one.
    pub(super) fn may_be(self, own: OrganisationId) -> bool {
        match self {
            Self::Perhaps(resembled) => resembled.others().any(|other| other == own),
            _ => false,
        }
    }

    /// Returns the organisation on file with that name, whether or not it may be the same as another.
    pub fn itself(self) -> Option<OrganisationId> {
        match self {
            Self::Known(id) => Some(id),
            Self::Perhaps(resembled) => resembled.itself,
            Self::Unknown | Self::New => None,
        }
    }
}

/// Organisations on file that may be a named one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resembled {
    itself: Option<OrganisationId>,
    others: [Option<OrganisationId>; MAX_SUGGESTIONS],
}

impl Resembled {
    /// Makes a list of the organisations that a named one may be, as many as a question can hold; `itself` is on file
    /// under the written name.
    pub fn new(
        itself: Option<OrganisationId>,
        others: impl IntoIterator<Item = OrganisationId>,
    ) -> Self {
        let mut places = [None; MAX_SUGGESTIONS];
        for (place, other) in places.iter_mut().zip(others) {
            *place = Some(other);
        }
        Self {
            itself,
            others: places,
        }
    }

    /// Returns the organisations that it may be.
    pub fn others(self) -> impl Iterator<Item = OrganisationId> {
        self.others.into_iter().flatten()
    }
}

/// The person a row is about.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The name, as parsed; both parts are empty if the row has none.
    pub name: &'a KeyedName,
    /// The name as written; remembered display names and answers are stored under it.
    pub written: &'a str,
    /// The address, in any spelling; an invalid address counts as none.
    pub address: Option<&'a str>,
    /// The organisation.
    pub organisation: OrganisationHint,
}

/// The result of a search for a person.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    /// This person, without a question.
    Certain {
        /// Their number.
        id: PersonId,
        /// The evidence that made it certain.
        reason: Reason,
    },
    /// One of these, perhaps: a question for review.
    Doubtful {
        /// At most five, the most likely first; never empty.
        candidates: Vec<Suggestion>,
    },
    /// Nobody on file: it is safe to make a new person.
    Unknown,
}

impl Match {
    /// Returns how far the most likely candidate of a question is ahead of the next, 0 to 1; its whole score if there
    /// is no other. `None` if there is no question.
    pub fn margin(&self) -> Option<f64> {
        let Self::Doubtful { candidates } = self else {
            return None;
        };
        let mut scores = candidates.iter().map(|candidate| candidate.score);
        let first = scores.next()?;
        Some(rounded(first - scores.next().unwrap_or_default()))
    }
}

/// A question with more candidates than this is unreadable.
pub(super) const MAX_SUGGESTIONS: usize = 5;

/// A person or organisation that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<I = PersonId> {
    /// The number.
    pub id: I,
    /// How likely, 0 to 1, in steps of 0.01. It only orders candidates; it is not a probability.
    pub score: f64,
    /// What speaks for it and against it, the most important first.
    pub reasons: Vec<Reason>,
}

/// Sorts the most likely first (equal scores by number), and keeps as many as a question can hold.
pub(super) fn best_first<I: Ord + Copy>(mut suggestions: Vec<Suggestion<I>>) -> Vec<Suggestion<I>> {
    suggestions.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
    suggestions.truncate(MAX_SUGGESTIONS);
    suggestions
}

/// Rounds a score to the two decimals that are displayed, so that ties are exact.
pub(super) fn rounded(score: f64) -> f64 {
    (score.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
