//! What an answer settles beside its own question.

use super::super::IntakeError;
use super::super::asked::stays_of_question;
use super::super::attendance::PendingStay;
use super::super::desk::Desk;
use super::super::submission::{PendingSignup, Taken};
use super::super::who::Found;
use crate::import::rows::PersonRow;
use crate::model::{ReviewKind, ReviewState};
use crate::store::Review;

impl Desk<'_> {
    /// Settles open questions that an answer decides as well: those about the same name, address or
    /// candidate, or the same organisation. What else is open has nothing to do with it, and an answer
    /// about one person must not settle who another is.
    pub(super) fn settle_answered(
        &mut self,
        answered: &Review,
    ) -> Result<Vec<String>, IntakeError> {
        let mut said = Vec::new();
        for review in self.writer.reviews()? {
            if review.state == ReviewState::Answered {
                continue;
            }
            let text = review.question.row.as_deref().unwrap_or_default();
            let (who, organisation, is_logged) = match review.question.kind {
                ReviewKind::Person => {
                    match (
                        serde_json::from_str::<PendingSignup>(text),
                        serde_json::from_str::<PersonRow>(text),
                    ) {
                        (Ok(pending), _) => (pending.row.who, pending.row.organisation, false),
                        (_, Ok(row)) => (row.who, row.organisation, false),
                        _ => continue,
                    }
                }
                ReviewKind::Stay => {
                    let Ok(pending) = serde_json::from_str::<PendingStay>(text) else {
                        continue;
                    };
                    (pending.who, pending.organisation, pending.is_logged)
                }
                ReviewKind::Organisation | ReviewKind::Conflict => continue,
            };
            if !has_to_do_with(&review, organisation.as_deref(), answered) {
                continue;
            }
            if let Some(event) = review.question.event_id {
                self.view_event(event)?;
            }
            let found = if is_logged {
                self.attendee(&who, organisation.as_deref())
            } else {
                let hint = self.organisation_hint(organisation.as_deref());
                self.who_is(&who, &who.name(), hint)?
            };
            let Found::Known(person) = found else {
                continue;
            };
            match (review.question.kind, review.question.stay_id) {
                (ReviewKind::Stay, Some(stay)) => {
                    for stay in stays_of_question(self.writer, &review, stay)? {
                        self.writer.give_stay(stay, person)?;
                    }
                }
                _ => said.extend(self.take_pending(&review, Taken::For(person))?),
            }
            self.writer
                .answer_review(review.id, &format!("person {person}, by the other answers"))?;
            said.push(format!(
                "question {} is settled by it: person {person}",
                review.id
            ));
        }
        Ok(said)
    }
}

/// Returns whether an answer may tell something about an open question.
fn has_to_do_with(open: &Review, organisation: Option<&str>, answered: &Review) -> bool {
    let (asked, known) = (&open.question, &answered.question);
    match known.kind {
        ReviewKind::Conflict => false,
        ReviewKind::Organisation => organisation.is_some_and(|name| {
            crate::identity::organisation_key(name)
                == crate::identity::organisation_key(&known.name)
        }),
        ReviewKind::Person | ReviewKind::Stay => {
            let key =
                |name: &str| crate::identity::name_key(&crate::identity::strip_marks(name).name);
            let shares_name = !asked.name.is_empty() && key(&asked.name) == key(&known.name);
            let shares_address = asked.email.is_some() && asked.email == known.email;
            shares_name
                || shares_address
                || asked
                    .candidates
                    .iter()
                    .any(|one| known.candidates.iter().any(|other| other.id == one.id))
        }
    }
}
