//! Rows with the name of somebody who was removed, and with another address or another organisation: whether they are
//! about that person only the organiser knows.
//!
//! They are asked about, and nothing of the row is kept before the answer, not even the name: a question holds the file
//! and the line, and keyed hashes by which the same row is known again. The answer is kept as a hash as well. If it is
//! somebody else, the file is imported again, and the row is taken.

use std::collections::HashMap;

use super::Fate;
use super::desk::Desk;
use super::pending::{Namesake, Pending};
use crate::identity::organisation_key;
use crate::model::{EventId, Resolution, ReviewId, ReviewKind, ReviewState};
use crate::store::{HashKind, NewReview, StoreError};

/// Where a row is from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    /// The file, without folders.
    pub(super) file: &'a str,
    /// The line.
    pub(super) line: u64,
    /// The event.
    pub(super) event: Option<EventId>,
}

impl Desk<'_> {
    /// Returns the hashes of a row with the name of somebody who was removed; `None` if it is known to be about somebody
    /// else.
    pub(super) fn namesake(
        &self,
        key: &str,
        address: Option<&str>,
        organisation: Option<&str>,
    ) -> Option<Namesake> {
        let organisation = organisation_key(organisation.unwrap_or_default());
        let (kind, texts) = match address {
            Some(address) => (HashKind::AddressAndName, [address, key]),
            None => (HashKind::NameAndOrganisation, [key, organisation.as_str()]),
        };
        if self.removed.find(HashKind::Another, &texts).is_some() {
            return None;
        }
        Some(Namesake {
            hashed: kind,
            them: self.removed.hash(kind, &texts)?,
            another: self.removed.hash(HashKind::Another, &texts)?,
        })
    }

    /// Asks whether a row is about the person who was removed, once for all rows of the same person.
    pub(super) fn ask_about_namesake(
        &mut self,
        namesake: Namesake,
        from: Origin<'_>,
    ) -> Result<Fate, StoreError> {
        if self.open_namesake(&namesake)?.is_none() {
            let hash = namesake.them.clone();
            let question = NewReview {
                kind: ReviewKind::Removed,
                event_id: from.event,
                person_id: None,
                organisation_id: None,
                stay_id: None,
                name: String::new(),
                email: None,
                detail: None,
                candidates: Vec::new(),
                row: Some(Pending::Removed(namesake).kept()?),
                file: Some(from.file.to_owned()),
                line: i64::try_from(from.line).ok(),
            };
            let question = self.writer.add_review(&question)?;
            self.namesakes
                .get_or_insert_default()
                .insert(hash, question);
        }
        Ok(Fate::Review)
    }

    /// Closes the question about a row that is taken without an answer.
    pub(super) fn let_namesake_in(&mut self, namesake: &Namesake) -> Result<(), StoreError> {
        if let Some(question) = self.open_namesake(namesake)? {
            self.writer.answer_review(question, Resolution::New)?;
            self.namesakes
                .get_or_insert_default()
                .remove(&namesake.them);
        }
        Ok(())
    }

    fn open_namesake(&mut self, namesake: &Namesake) -> Result<Option<ReviewId>, StoreError> {
        if self.namesakes.is_none() {
            let mut open = HashMap::new();
            for review in self.writer.reviews()? {
                if review.question.kind == ReviewKind::Removed
                    && review.state == ReviewState::Open
                    && let Pending::Removed(waits) = Pending::of(&review)?
                {
                    open.insert(waits.them, review.id);
                }
            }
            self.namesakes = Some(open);
        }
        let open = self.namesakes.as_ref();
        Ok(open.and_then(|it| it.get(&namesake.them).copied()))
    }
}
