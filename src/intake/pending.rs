//! What a question keeps of the row that waits for its answer.

use serde::{Deserialize, Serialize};

use super::attendance::PendingStay;
use super::submission::PendingSignup;
use crate::catalogue::messages::store as words;
use crate::import::rows::{PersonRow, Who};
use crate::message;
use crate::model::{ReviewId, SessionId};
use crate::store::{Review, StoreError};

/// What waits for an answer; kept as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Pending {
    /// A submission of a form.
    Signup(Box<PendingSignup>),
    /// Somebody in a list of people.
    Listed(Box<PersonRow>),
    /// A stay, which is on file already without its person.
    Stay(PendingStay),
    /// Two sign-ups, which are on file already, for sessions that overlap.
    Overlap {
        /// The sessions.
        sessions: (SessionId, SessionId),
    },
}

impl Pending {
    /// Reads what a question keeps.
    ///
    /// # Errors
    /// When that cannot be read; an answer must not be given to half of a row.
    pub(super) fn of(review: &Review) -> Result<Self, StoreError> {
        Self::read(review.question.row.as_deref(), review.id)
    }

    /// Reads what the question of a number keeps.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub(super) fn read(row: Option<&str>, number: ReviewId) -> Result<Self, StoreError> {
        serde_json::from_str(row.unwrap_or_default())
            .map_err(|_| StoreError::Damaged(message!(store::damaged_row { number })))
    }

    /// The error for a question that keeps something else than it has to.
    pub(super) fn unreadable(review: &Review) -> StoreError {
        StoreError::Damaged(message!(store::damaged_row { number: review.id }))
    }

    /// Returns it as a question keeps it.
    pub(super) fn kept(&self) -> Result<String, StoreError> {
        serde_json::to_string(self)
            .map_err(|_| StoreError::Damaged(words::DAMAGED_WAITING_ROW.into()))
    }

    /// Returns whom a row names and their organisation; `None` of two sign-ups that overlap.
    pub(super) fn named(&self) -> Option<(&Who, Option<&str>)> {
        let (who, organisation) = match self {
            Self::Signup(pending) => (&pending.row.who, &pending.row.organisation),
            Self::Listed(row) => (&row.who, &row.organisation),
            Self::Stay(stay) => (&stay.who, &stay.organisation),
            Self::Overlap { .. } => return None,
        };
        Some((who, organisation.as_deref()))
    }

    /// Whether it is a display name of a log.
    pub(super) fn is_logged(&self) -> bool {
        matches!(self, Self::Stay(stay) if stay.is_logged)
    }
}
