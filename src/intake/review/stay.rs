//! Answers about whose a stay in a log is.

use super::super::IntakeError;
use super::super::asked::stays_of_question;
use super::super::attendance::PendingStay;
use super::super::desk::Desk;
use super::super::pending::Pending;
use super::{Answer, name_of, unfit};
use crate::catalogue::messages::review as words;
use crate::identity::{KeyedName, is_shared_mailbox};
use crate::message;
use crate::model::{PersonId, Resolution};
use crate::store::{NewPerson, Review};

/// Returns the stay that is waiting for an answer.
fn pending_stay(review: &Review) -> Result<PendingStay, IntakeError> {
    match Pending::of(review)? {
        Pending::Stay(stay) => Ok(stay),
        _ => Err(Pending::unreadable(review).into()),
    }
}

impl Desk<'_> {
    pub(super) fn answer_stay(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<Resolution, IntakeError> {
        let Some(stay) = review.question.stay_id else {
            return Err(unfit(review));
        };
        let pending = pending_stay(review)?;
        let stays = stays_of_question(self.writer, &pending, stay)?;
        if matches!(answer, Answer::Nobody) {
            for stay in stays {
                self.writer.set_nobody(stay, true)?;
            }
            if !pending.is_alone {
                self.writer.add_nobody(&review.question.name)?;
            }
            return Ok(Resolution::Nobody);
        }
        let person = match self.meant(review, answer)? {
            Some(person) => {
                self.remember_name(review, person)?;
                person
            }
            None => {
                self.remember_different(review)?;
                self.add_guest(review)?
            }
        };
        for stay in stays {
            self.writer.give_stay(stay, person)?;
        }
        self.people.set_in_event(person, true);
        self.remember_address(review, person)?;
        Ok(Resolution::Person(person))
    }

    /// Remembers the address somebody joined with, unless it belongs to somebody else or an office.
    fn remember_address(&mut self, review: &Review, person: PersonId) -> Result<(), IntakeError> {
        let Some(address) = review.question.email.as_deref() else {
            return Ok(());
        };
        if is_shared_mailbox(address) || !self.writer.people_by_address(address)?.is_empty() {
            return Ok(());
        }
        self.add_address(person, address)?;
        Ok(())
    }

    /// Adds a new person for a stay.
    fn add_guest(&mut self, review: &Review) -> Result<PersonId, IntakeError> {
        let is_organisation = |name: &str| self.organisations.find_certain(name).is_some();
        let Some(name) = name_of(review, &is_organisation) else {
            return Err(IntakeError::unfit(
                words::STAY_HAS_NO_NAME,
                message!(review::add_person_first { number: review.id }),
            ));
        };
        let keyed = KeyedName::from(&name);
        Ok(self.add_person(
            &NewPerson {
                title: name.title,
                given_name: name.given,
                family_name: name.family,
                ..NewPerson::default()
            },
            keyed,
            review.question.email.as_deref(),
        )?)
    }
}
