//! Answers about whether two organisations are one.

use super::super::IntakeError;
use super::super::affiliations::Follow;
use super::super::desk::Desk;
use super::{Answer, unfit};
use crate::catalogue::Message;
use crate::message;
use crate::model::{Candidate, OrganisationId, Reason, Resolution};
use crate::store::{Distinction, Other, Review, StoreError};

impl Desk<'_> {
    pub(super) fn answer_organisation(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<(Resolution, Option<Message>), IntakeError> {
        let Some(new) = review.question.organisation_id else {
            return Err(unfit(review));
        };
        match answer {
            Answer::Same(named) => {
                let into = match (named, review.question.candidates.as_slice()) {
                    (Some(organisation), _) => organisation.id,
                    (None, [only]) => OrganisationId(only.id),
                    (None, _) => return Err(unfit(review)),
                };
                if into == new {
                    return Err(unfit(review));
                }
                let Some(target) = self.writer.organisation(into)? else {
                    return Err(IntakeError::unfit(
                        message!(review::organisation_is_gone { organisation: into }),
                        message!(review::another_organisation_or_different { number: review.id }),
                    ));
                };
                // An organisation has one spelling in the lists of an event, whether its name was recognised at once or
                // after a question.
                let note = match self.writer.organisation(new)? {
                    Some(source) => self.unite(&source, &target, Follow::All)?.1,
                    None => None,
                };
                // A name of several is from now on this one's.
                self.mean_another(review, |it| {
                    it.id != into.0 && it.reasons.contains(&Reason::SameName)
                })?;
                Ok((Resolution::SameOrganisation(into), note))
            }
            Answer::Different | Answer::New => {
                self.organisations.forget_question(new);
                self.mean_another(review, |_| true)?;
                Ok((Resolution::Different, None))
            }
            Answer::Person(_) | Answer::Keep | Answer::Nobody => Err(unfit(review)),
        }
    }

    /// Remembers that the name in a question means none of these candidates.
    fn mean_another(
        &self,
        review: &Review,
        is_other: impl Fn(&Candidate) -> bool,
    ) -> Result<(), StoreError> {
        let candidates = review.question.candidates.iter();
        for candidate in candidates.filter(|it| is_other(it)) {
            let other = OrganisationId(candidate.id);
            if self.writer.organisation(other)?.is_some() {
                self.writer.add_distinction(&Distinction {
                    name: review.question.name.clone(),
                    address: None,
                    other: Other::Organisation(other),
                })?;
            }
        }
        Ok(())
    }
}
