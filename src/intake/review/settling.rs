//! What an answer settles beside its own question.

use super::super::IntakeError;
use super::super::asked::stays_of_question;
use super::super::desk::Desk;
use super::super::pending::Pending;
use super::super::submission::Taken;
use super::super::who::Found;
use super::Outcome;
use crate::model::{Resolution, ReviewKind, ReviewState};
use crate::store::Review;

impl Desk<'_> {
    /// Settles open questions that an answer decides as well: those about the same name, address or
    /// candidate, or the same organisation. What else is open has nothing to do with it, and an answer
    /// about one person must not settle who another is.
    pub(super) fn settle_answered(
        &mut self,
        answered: &Review,
    ) -> Result<Vec<Outcome>, IntakeError> {
        let mut outcomes = Vec::new();
        for review in self.writer.reviews()? {
            let is_about_somebody =
                matches!(review.question.kind, ReviewKind::Person | ReviewKind::Stay);
            if review.state == ReviewState::Answered || !is_about_somebody {
                continue;
            }
            let pending = Pending::of(&review)?;
            let (who, organisation) = match &pending {
                Pending::Signup(pending) => (&pending.row.who, &pending.row.organisation),
                Pending::Listed(row) => (&row.who, &row.organisation),
                Pending::Stay(stay) => (&stay.who, &stay.organisation),
                Pending::Overlap { .. } => return Err(Pending::unreadable(&review).into()),
            };
            let organisation = organisation.as_deref();
            if !has_to_do_with(&review, organisation, answered) {
                continue;
            }
            if let Some(event) = review.question.event_id {
                self.view_event(event)?;
            }
            let found = if pending.is_logged() {
                self.attendee(who, organisation)
            } else {
                let hint = self.organisation_hint(organisation);
                self.who_is(who, &who.name(), hint)?
            };
            let Found::Known(person) = found else {
                continue;
            };
            match (&pending, review.question.stay_id) {
                (Pending::Stay(pending), Some(stay)) => {
                    for stay in stays_of_question(self.writer, pending, stay)? {
                        self.writer.give_stay(stay, person)?;
                    }
                }
                _ => {
                    let left_out = self.take_pending(&review, Taken::For(person))?;
                    outcomes.extend(left_out.map(Outcome::Note));
                }
            }
            self.writer
                .answer_review(review.id, Resolution::PersonByOthers(person))?;
            outcomes.push(Outcome::Settled(review.id, person));
        }
        Ok(outcomes)
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
