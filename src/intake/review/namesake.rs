//! Answers about rows with the name of somebody who was removed.

use super::super::IntakeError;
use super::super::desk::Desk;
use super::super::pending::Pending;
use super::{Answer, unfit};
use crate::catalogue::Message;
use crate::message;
use crate::model::Resolution;
use crate::store::{HashKind, Review};

impl Desk<'_> {
    /// Keeps the answer as a hash, since nothing of the row is on file; returns what is left to do.
    pub(super) fn answer_namesake(
        &self,
        review: &Review,
        answer: &Answer,
    ) -> Result<(Resolution, Option<Message>), IntakeError> {
        let Pending::Removed(waits) = Pending::of(review)? else {
            return Err(Pending::unreadable(review).into());
        };
        match answer {
            Answer::Same(None) => {
                self.writer.keep_hash(waits.hashed, &waits.them)?;
                Ok((Resolution::Removed, None))
            }
            Answer::New | Answer::Different => {
                self.writer.keep_hash(HashKind::Another, &waits.another)?;
                let file = review.question.file.clone().unwrap_or_default();
                let line = review.question.line.unwrap_or_default();
                let again = message!(review::import_again { file, line });
                Ok((Resolution::New, Some(again)))
            }
            _ => Err(unfit(review)),
        }
    }
}
