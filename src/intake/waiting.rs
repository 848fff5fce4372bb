//! Rows waiting for an answer, as competitors of the people on file.
//!
//! The row of an open question belongs to somebody who is not known yet. So it is kept among the people with its name
//! and its address, with the negative number of its question. A row that is found to mean such a row waits as well, and
//! its question offers the same candidates.

use std::collections::HashMap;

use super::desk::{Desk, candidates};
use super::pending::Pending;
use super::who::Found;
use crate::identity::{Entry, Match};
use crate::model::{Candidate, EventId, PersonId, Reason, ReviewId, ReviewKind};
use crate::store::{NewReview, Review, StoreError};

/// The waiting rows, by their number.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting(HashMap<PersonId, WaitingRow>);

#[derive(Debug, Clone)]
struct WaitingRow {
    event: Option<EventId>,
    /// The candidates of its question.
    candidates: Vec<Candidate>,
}

/// Returns the number of a question's row among the people.
fn number(question: ReviewId) -> PersonId {
    PersonId(-question.0)
}

impl Waiting {
    /// Whether a number belongs to a waiting row.
    pub(super) fn is_row(id: PersonId) -> bool {
        id.0 < 0
    }

    /// Returns what the rules found; a row that means a waiting row waits as well.
    pub(super) fn found(&self, found: Match, has_name: bool) -> Found {
        let found = match found {
            Match::Certain { id, reason } if !Self::is_row(id) => {
                return Found::Known(id, Some(reason));
            }
            Match::Certain { id, .. } => vec![Candidate {
                id: id.0,
                score: 1.0,
                reasons: Vec::new(),
            }],
            Match::Doubtful { candidates: found } => candidates(&found),
            Match::Unknown if has_name => return Found::New,
            Match::Unknown => return Found::Nobody,
        };
        let (rows, mut people): (Vec<Candidate>, Vec<Candidate>) = found
            .into_iter()
            .partition(|candidate| Self::is_row(PersonId(candidate.id)));
        for row in &rows {
            let of_row = self.0.get(&PersonId(row.id));
            for mut candidate in of_row.map_or(Vec::new(), |row| row.candidates.clone()) {
                if people.iter().all(|known| known.id != candidate.id) {
                    candidate.reasons.insert(0, Reason::RowWaits);
                    people.push(candidate);
                }
            }
        }
        Found::Doubtful(people)
    }
}

impl Desk<'_> {
    /// Adds the rows of all open questions to the people.
    pub(super) fn hold_waiting_rows(&mut self) -> Result<(), StoreError> {
        for review in self.writer.open_rows()? {
            self.hold_waiting_row(review.id, &review.question)?;
        }
        Ok(())
    }

    /// Adds the row of a question about a person to the people.
    pub(super) fn hold_waiting_row(
        &mut self,
        id: ReviewId,
        question: &NewReview,
    ) -> Result<(), StoreError> {
        if question.kind != ReviewKind::Person {
            return Ok(());
        }
        let pending = Pending::read(question.row.as_deref(), id)?;
        let Some((who, organisation)) = pending.named() else {
            return Ok(());
        };
        let organisation = organisation.and_then(|name| self.organisations.find_certain(name));
        let is_in_view = self.is_in_view(question.event_id);
        self.people.insert(Entry {
            id: number(id),
            name: who.name(),
            addresses: who.email.iter().cloned().collect(),
            aliases: Vec::new(),
            organisation,
            in_event: is_in_view,
        });
        let row = WaitingRow {
            event: question.event_id,
            candidates: question.candidates.clone(),
        };
        self.waiting.0.insert(number(id), row);
        Ok(())
    }

    /// Updates which rows wait in the event in view.
    pub(super) fn see_waiting_rows(&mut self) {
        let seen = self.waiting.0.iter();
        let seen = seen.map(|(id, row)| (*id, self.is_in_view(row.event)));
        for (id, in_event) in seen.collect::<Vec<_>>() {
            self.people.set_in_event(id, in_event);
        }
    }

    /// Removes the row of a question from the people: it is answered, or judged again.
    pub(super) fn let_waiting_row_go(&mut self, review: &Review) {
        self.people.remove(number(review.id));
        self.waiting.0.remove(&number(review.id));
    }
}
