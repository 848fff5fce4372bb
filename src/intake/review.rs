//! Answers to questions.

use super::desk::{Agenda, Desk, Mode};
use super::signups::{Form, PendingSignup, Taken};
use super::who::Found;
use super::{Fate, IntakeError};
use crate::import::rows::PersonRow;
use crate::model::{
    Organisation, OrganisationId, Person, PersonId, ReviewId, ReviewKind, ReviewState,
};
use crate::store::{Distinction, NewPerson, Other, Review, Writer};

/// What somebody answered.
#[derive(Debug, Clone)]
pub enum Answer {
    /// It is this person.
    Person(Person),
    /// It is somebody new.
    New,
    /// It is the one candidate there is, or this organisation.
    Same(Option<Organisation>),
    /// It is none of the candidates.
    Different,
    /// Both of two overlapping sessions stand.
    Keep,
}

/// Follows an answer: takes the row that waited, remembers the answer, and settles other questions
/// that are answered by it. Returns what was done, in words.
///
/// # Errors
/// When the question is unknown, was answered before, or the answer does not fit it.
pub fn answer(
    writer: &Writer<'_>,
    id: ReviewId,
    answer: &Answer,
) -> Result<Vec<String>, IntakeError> {
    let review = writer.review(id)?.ok_or_else(|| IntakeError::Unknown {
        what: "question",
        reference: id.to_string(),
        nearest: Vec::new(),
    })?;
    if review.state == ReviewState::Answered {
        return Err(IntakeError::Answered {
            id,
            answer: review.answer.unwrap_or_default(),
        });
    }
    let mut desk = Desk::new(writer, Mode::Update, review.question.event_id)?;
    let mut said = match review.question.kind {
        ReviewKind::Person => desk.answer_person(&review, answer)?,
        ReviewKind::Organisation => vec![desk.answer_organisation(&review, answer)?],
        ReviewKind::Stay => vec![desk.answer_stay(&review, answer)?],
        ReviewKind::Conflict => match answer {
            Answer::Keep => {
                writer.answer_review(id, "keep")?;
                vec!["both sign-ups stand".to_owned()]
            }
            _ => return Err(unfit(&review)),
        },
    };
    said.extend(desk.settle_answered()?);
    said.extend(desk.finish(review.question.file.as_deref())?);
    Ok(said)
}

/// Says which answers a question takes.
fn unfit(review: &Review) -> IntakeError {
    let id = review.id;
    let fitting = match review.question.kind {
        ReviewKind::Person | ReviewKind::Stay => format!(
            "`rollcall review {id} person REF`, `rollcall review {id} new`, or `same` and `different` where one candidate is named"
        ),
        ReviewKind::Organisation => format!(
            "`rollcall review {id} same` (or `same REF`), or `rollcall review {id} different`"
        ),
        ReviewKind::Conflict => {
            format!("`rollcall review {id} keep`, or `rollcall signup cancel PERSON --session S`")
        }
    };
    IntakeError::unfit(format!("question {id} is not answered that way"), fitting)
}

/// Returns the person an answer means; `None` for somebody new.
fn meant(review: &Review, answer: &Answer) -> Result<Option<PersonId>, IntakeError> {
    match answer {
        Answer::Person(person) => Ok(Some(person.id)),
        Answer::New | Answer::Different => Ok(None),
        Answer::Same(None) => match review.question.candidates.as_slice() {
            [only] => Ok(Some(PersonId(only.id))),
            _ => Err(unfit(review)),
        },
        Answer::Same(Some(_)) | Answer::Keep => Err(unfit(review)),
    }
}

impl Desk<'_> {
    /// Remembers that a name does not mean the candidates.
    fn remember_different(&mut self, review: &Review) -> Result<(), IntakeError> {
        for candidate in &review.question.candidates {
            let person = PersonId(candidate.id);
            if self.writer.person(person)?.is_none() {
                continue;
            }
            self.writer.add_distinction(&Distinction {
                name: review.question.name.clone(),
                address: review.question.email.clone(),
                other: Other::Person(person),
            })?;
            self.people.remember_different(
                &review.question.name,
                review.question.email.as_deref(),
                person,
            );
        }
        Ok(())
    }

    /// Remembers the name somebody was written under.
    fn remember_name(&mut self, review: &Review, person: PersonId) -> Result<(), IntakeError> {
        let known = self.writer.person(person)?;
        let name = &review.question.name;
        if let Some(known) = known
            && !name.is_empty()
            && known.full_name() != *name
            && known.sort_name() != *name
        {
            self.writer.add_person_alias(person, name)?;
            self.people.add_alias(person, name);
        }
        Ok(())
    }

    fn answer_person(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<Vec<String>, IntakeError> {
        let meant = meant(review, answer)?;
        let taken = match meant {
            Some(person) => {
                self.remember_name(review, person)?;
                Taken::For(person)
            }
            None => {
                self.remember_different(review)?;
                Taken::AsNew
            }
        };
        let skipped = self.take_pending(review, taken)?;
        let said = match meant {
            Some(person) => format!("person {person}"),
            None => "new".to_owned(),
        };
        self.writer.answer_review(review.id, &said)?;
        let mut told = vec![format!("question {}: {said}", review.id)];
        told.extend(skipped.map(|why| format!("the row that waited is skipped: {why}")));
        Ok(told)
    }

    /// Takes the row that waited for an answer; returns why, when there is nothing to take by now.
    fn take_pending(
        &mut self,
        review: &Review,
        taken: Taken,
    ) -> Result<Option<&'static str>, IntakeError> {
        let file = review.question.file.clone().unwrap_or_default();
        let text = review.question.row.as_deref().unwrap_or_default();
        if let Ok(pending) = serde_json::from_str::<PendingSignup>(text)
            && let Some(event) = review.question.event_id
            && let Some(event) = self.writer.event(event)?
        {
            let agenda = Agenda::load(self.writer, event)?;
            let form = Form {
                file: &file,
                scope: pending.scope.as_deref(),
                one_signup_a_row: pending.row.session.is_some(),
                tickets: pending.tickets,
            };
            let mode = std::mem::replace(&mut self.mode, pending.mode);
            let fate = self.take_signup(&pending.row, &agenda, form, taken);
            self.mode = mode;
            let fate = fate?;
            return match fate {
                Fate::Rejected(problem) => Err(IntakeError::Unfit {
                    what: problem.reason,
                    hint: None,
                }),
                Fate::Skipped(why) => Ok(Some(why)),
                _ => Ok(None),
            };
        }
        if let Ok(row) = serde_json::from_str::<PersonRow>(text) {
            let id = match taken {
                Taken::For(id) => id,
                Taken::AsNew | Taken::ByTheRules => self.add_listed(&row, &file)?,
            };
            self.fill_person(id, &row, Mode::Update, &file)?;
            return Ok(None);
        }
        Err(crate::store::StoreError::Damaged(format!("the row of question {}", review.id)).into())
    }

    fn answer_organisation(
        &mut self,
        review: &Review,
        answer: &Answer,
    ) -> Result<String, IntakeError> {
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
                self.writer.merge_organisations(new, into)?;
                let said = format!("same as organisation {into}");
                self.writer.answer_review(review.id, &said)?;
                Ok(format!("question {}: {said}", review.id))
            }
            Answer::Different | Answer::New => {
                for candidate in &review.question.candidates {
                    let other = OrganisationId(candidate.id);
                    if self.writer.organisation(other)?.is_some() {
                        self.writer.add_distinction(&Distinction {
                            name: review.question.name.clone(),
                            address: None,
                            other: Other::Organisation(other),
                        })?;
                    }
                }
                self.writer.answer_review(review.id, "different")?;
                Ok(format!("question {}: different", review.id))
            }
            Answer::Person(_) | Answer::Keep => Err(unfit(review)),
        }
    }

    fn answer_stay(&mut self, review: &Review, answer: &Answer) -> Result<String, IntakeError> {
        let Some(stay) = review.question.stay_id else {
            return Err(unfit(review));
        };
        let person = match meant(review, answer)? {
            Some(person) => {
                self.remember_name(review, person)?;
                person
            }
            None => {
                self.remember_different(review)?;
                let name = crate::identity::PersonName::parse(
                    &crate::identity::strip_marks(&review.question.name).name,
                );
                if name.is_empty() {
                    return Err(IntakeError::unfit(
                        "this stay has no name to make a person of",
                        format!("`rollcall review {} person REF`", review.id),
                    ));
                }
                self.add_person(
                    &NewPerson {
                        title: name.title,
                        given_name: name.given,
                        family_name: name.family,
                        ..NewPerson::default()
                    },
                    review.question.email.as_deref(),
                )?
            }
        };
        self.writer.give_stay(stay, person)?;
        let said = format!("person {person}");
        self.writer.answer_review(review.id, &said)?;
        Ok(format!("question {}: {said}", review.id))
    }

    /// Settles open questions that the answers on file decide by now.
    fn settle_answered(&mut self) -> Result<Vec<String>, IntakeError> {
        let mut said = Vec::new();
        for review in self.writer.reviews()? {
            if review.state == ReviewState::Answered {
                continue;
            }
            let who = match review.question.kind {
                ReviewKind::Person => {
                    let text = review.question.row.as_deref().unwrap_or_default();
                    match (
                        serde_json::from_str::<PendingSignup>(text),
                        serde_json::from_str::<PersonRow>(text),
                    ) {
                        (Ok(pending), _) => (pending.row.who, pending.row.organisation),
                        (_, Ok(row)) => (row.who, row.organisation),
                        _ => continue,
                    }
                }
                ReviewKind::Stay => {
                    let written = review.question.name.clone();
                    let name = crate::identity::PersonName::parse(
                        &crate::identity::strip_marks(&written).name,
                    );
                    let who = crate::import::rows::Who {
                        written,
                        title: name.title,
                        given_name: name.given,
                        family_name: name.family,
                        email: review.question.email.clone(),
                        person_id: None,
                    };
                    (who, None)
                }
                ReviewKind::Organisation | ReviewKind::Conflict => continue,
            };
            if let Some(event) = review.question.event_id {
                self.view_event(event)?;
            }
            let hint = self.organisation_hint(who.1.as_deref());
            let Found::Known(person) = self.who_is(&who.0, hint)? else {
                continue;
            };
            match (review.question.kind, review.question.stay_id) {
                (ReviewKind::Stay, Some(stay)) => self.writer.give_stay(stay, person)?,
                _ => {
                    self.take_pending(&review, Taken::For(person))?;
                }
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
