//! What the directory is asked and what it answers.

use super::keyed_name::KeyedName;
use crate::model::{OrganisationId, PersonId, Reason};

/// A person on file, as the directory takes them in.
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

/// What a row says of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganisationHint {
    /// Nothing.
    #[default]
    Unknown,
    /// It names an organisation on file.
    Known(OrganisationId),
    /// It names one that is perhaps one of these on file: a question about it is open, or will be.
    Perhaps(Resembled),
    /// It names an organisation that is none of those on file.
    New,
}

impl OrganisationHint {
    /// Whether the organisation of somebody may be the one that is named, in other words: it is not known to be
    /// another one.
    pub(super) fn may_be(self, own: OrganisationId) -> bool {
        match self {
            Self::Perhaps(resembled) => resembled.others().any(|other| other == own),
            _ => false,
        }
    }

    /// The organisation on file that has the name, whether or not it may be one with another.
    pub fn itself(self) -> Option<OrganisationId> {
        match self {
            Self::Known(id) => Some(id),
            Self::Perhaps(resembled) => resembled.itself,
            Self::Unknown | Self::New => None,
        }
    }
}

/// Organisations on file that a named one perhaps is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resembled {
    itself: Option<OrganisationId>,
    others: [Option<OrganisationId>; MAX_SUGGESTIONS],
}

impl Resembled {
    /// Those that one perhaps is, as many as a question holds; `itself` is on file under the name that is written.
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

    /// Those that it perhaps is.
    pub fn others(self) -> impl Iterator<Item = OrganisationId> {
        self.others.into_iter().flatten()
    }
}

/// Whom a row speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The name, as read; both parts empty when the row gives none.
    pub name: &'a KeyedName,
    /// The name as written; remembered display names and answers are kept under it.
    pub written: &'a str,
    /// The address, in any spelling; what is no address counts as none.
    pub address: Option<&'a str>,
    /// The organisation.
    pub organisation: OrganisationHint,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    /// This person; no question needed.
    Certain {
        /// Their number.
        id: PersonId,
        /// What made it certain.
        reason: Reason,
    },
    /// Perhaps one of these: a question for review.
    Doubtful {
        /// At most five, the likeliest first; never empty.
        candidates: Vec<Suggestion>,
    },
    /// Nobody on file: it is safe to make a new person.
    Unknown,
}

impl Match {
    /// How far the likeliest candidate of a question is ahead of the next, 0 to 1: all of its score
    /// where there is no other. `None` where nothing is asked.
    pub fn margin(&self) -> Option<f64> {
        let Self::Doubtful { candidates } = self else {
            return None;
        };
        let mut scores = candidates.iter().map(|candidate| candidate.score);
        let first = scores.next()?;
        Some(rounded(first - scores.next().unwrap_or_default()))
    }
}

/// More candidates than this make no readable question.
pub(super) const MAX_SUGGESTIONS: usize = 5;

/// Somebody, or some organisation, that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<I = PersonId> {
    /// The number.
    pub id: I,
    /// How likely, 0 to 1, in steps of 0.01. It orders candidates; it is no probability.
    pub score: f64,
    /// What speaks for it and against it, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Puts the likeliest first (equal scores by number), and keeps as many as a question can hold.
pub(super) fn best_first<I: Ord + Copy>(mut suggestions: Vec<Suggestion<I>>) -> Vec<Suggestion<I>> {
    suggestions.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
    suggestions.truncate(MAX_SUGGESTIONS);
    suggestions
}

/// Rounds a score to the two decimals that are shown, so that ties are ties.
pub(super) fn rounded(score: f64) -> f64 {
    (score.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
