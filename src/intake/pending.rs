//! The row stored with a question that is waiting for its answer.

use serde::{Deserialize, Serialize};

use super::attendance::PendingStay;
use super::submission::PendingSignup;
use crate::catalogue::messages::store as words;
use crate::import::rows::{PersonRow, Who};
use crate::message;
use crate::model::{ReviewId, SessionId};
use crate::store::{HashKind, Review, StoreError};

/// What is waiting for an answer; stored as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Pending {
    /// A submission of a form.
    Signup(Box<PendingSignup>),
    /// Somebody in a list of people.
    Listed(Box<PersonRow>),
    /// A stay, which is already on file without its person.
    Stay(PendingStay),
    /// Two sign-ups, which are already on file, for sessions that overlap.
    Overlap {
        /// The sessions.
        sessions: (SessionId, SessionId),
    },
    /// A row that may be about somebody who was removed, of which nothing is kept but keyed hashes.
    Removed(Namesake),
}

/// Keyed hashes of a row with the name of somebody who was removed: of the name with the address, or else with the
/// organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Namesake {
    /// The kind of the first hash.
    pub(super) hashed: HashKind,
    /// What the file keeps if it is the person who was removed.
    pub(super) them: String,
    /// What the file keeps if it is somebody else.
    pub(super) another: String,
}

impl Pending {
    /// Reads what is stored with a question.
    ///
    /// # Errors
    /// If it cannot be read; an answer must not be applied to half of a row.
    pub(super) fn of(review: &Review) -> Result<Self, StoreError> {
        Self::read(review.question.row.as_deref(), review.id)
    }

    /// Reads what is stored with the question of a number.
    ///
    /// # Errors
    /// The same as for [`Self::of`].
    pub(super) fn read(row: Option<&str>, number: ReviewId) -> Result<Self, StoreError> {
        serde_json::from_str(row.unwrap_or_default())
            .map_err(|_| StoreError::Damaged(message!(store::damaged_row { number })))
    }

    /// Makes the error for a question with the wrong contents.
    pub(super) fn unreadable(review: &Review) -> StoreError {
        StoreError::Damaged(message!(store::damaged_row { number: review.id }))
    }

    /// Returns it in the stored form.
    pub(super) fn kept(&self) -> Result<String, StoreError> {
        serde_json::to_string(self)
            .map_err(|_| StoreError::Damaged(words::DAMAGED_WAITING_ROW.into()))
    }

    /// Returns the person and organisation that a row names; `None` for two sign-ups that overlap, and for a row that is not kept.
    pub(super) fn named(&self) -> Option<(&Who, Option<&str>)> {
        let (who, organisation) = match self {
            Self::Signup(pending) => (&pending.row.who, &pending.row.organisation),
            Self::Listed(row) => (&row.who, &row.organisation),
            Self::Stay(stay) => (&stay.who, &stay.organisation),
            Self::Overlap { .. } | Self::Removed(_) => return None,
        };
        Some((who, organisation.as_deref()))
    }

    /// Whether it has a display name from a log.
    pub(super) fn is_logged(&self) -> bool {
        matches!(self, Self::Stay(stay) if stay.is_logged)
    }
}
