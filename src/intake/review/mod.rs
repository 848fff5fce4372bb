//! Answers to questions.

mod namesake;
mod organisation;
mod rows;
mod stay;

use std::collections::BTreeSet;

use super::IntakeError;
use super::desk::{Desk, Mode};
use super::pending::Pending;
use crate::catalogue::Message;
use crate::catalogue::messages::review as words;
use crate::identity::{PersonName, name_key, person_key, read_display_name, strip_marks};
use crate::message;
use crate::model::{Instant, Organisation, Person, PersonId, Resolution, ReviewId, ReviewKind};
use crate::store::{Distinction, Other, Review, Writer};

/// An answer by a person.
#[derive(Debug, Clone)]
pub enum Answer {
    /// It is this person.
    Person(Person),
    /// It is somebody new.
    New,
    /// It is the only candidate, or this organisation.
    Same(Option<Organisation>),
    /// It is none of the candidates.
    Different,
    /// Both overlapping sessions are kept.
    Keep,
    /// It is nobody: a program that takes notes, a second screen.
    Nobody,
}

/// An outcome of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The question is answered.
    Answered(ReviewId, Resolution),
    /// It also answers another question.
    Settled(ReviewId, PersonId),
    /// Further information.
    Note(Message),
}

impl Outcome {
    /// Returns it in words, without anybody's name.
    pub fn message(&self) -> Message {
        match self {
            Self::Answered(_, Resolution::Keep) => words::BOTH_STAY.into(),
            Self::Answered(number, answer) => message!(review::answered {
                number,
                answer: answer.message()
            }),
            Self::Settled(number, person) => message!(review::settled { number, person }),
            Self::Note(note) => note.clone(),
        }
    }
}

/// Applies an answer: processes the row that waited, remembers the answer, and settles other questions that it answers.
/// Returns the outcomes.
///
/// # Errors
/// If the question is unknown, was answered before, or the answer does not fit it.
pub fn answer(
    writer: &Writer<'_>,
    now: Instant,
    id: ReviewId,
    answer: &Answer,
) -> Result<Vec<Outcome>, IntakeError> {
    answer_beside(writer, now, id, answer, &BTreeSet::new())
}

/// Applies an answer, but settles none of the questions in `kept`: they have answers of their own.
pub(super) fn answer_beside(
    writer: &Writer<'_>,
    now: Instant,
    id: ReviewId,
    answer: &Answer,
    kept: &BTreeSet<ReviewId>,
) -> Result<Vec<Outcome>, IntakeError> {
    let review = writer.review(id)?.ok_or_else(|| IntakeError::Unknown {
        what: "question",
        reference: id.to_string(),
        nearest: Vec::new(),
    })?;
    if let Some(answer) = review.answer {
        return Err(IntakeError::Answered {
            id,
            answer: answer.message(),
        });
    }
    let mut desk = Desk::new(writer, now, Mode::Update, review.question.event_id)?;
    desk.kept.clone_from(kept);
    desk.check_standing(&review)?;
    desk.let_waiting_row_go(&review);
    let (resolution, left_out) = match review.question.kind {
        ReviewKind::Person => desk.answer_person(&review, answer)?,
        ReviewKind::Organisation => desk.answer_organisation(&review, answer)?,
        ReviewKind::Stay => (desk.answer_stay(&review, answer)?, None),
        ReviewKind::Conflict => match answer {
            Answer::Keep => (Resolution::Keep, None),
            _ => return Err(unfit(&review)),
        },
        ReviewKind::Removed => desk.answer_namesake(&review, answer)?,
    };
    writer.answer_review(id, resolution)?;
    if matches!(resolution, Resolution::SameOrganisation(_)) {
        desk.load_again(review.question.event_id)?;
    }
    let mut outcomes = vec![Outcome::Answered(id, resolution)];
    outcomes.extend(left_out.map(Outcome::Note));
    // A new person may be the speaker named in a programme.
    desk.link_session_people()?;
    desk.note_answer(&review);
    let judged = desk.judge_again()?;
    let notes = judged.notes();
    outcomes.extend(judged.outcomes);
    outcomes.extend(notes.into_iter().map(Outcome::Note));
    let notes = desk.finish(review.question.file.as_deref())?;
    outcomes.extend(notes.into_iter().map(Outcome::Note));
    Ok(outcomes)
}

/// Returns the error that says which answers a question accepts.
fn unfit(review: &Review) -> IntakeError {
    let id = review.id;
    let fitting = match review.question.kind {
        ReviewKind::Person => message!(review::answers_of_a_person { number: id }),
        ReviewKind::Stay => message!(review::answers_of_a_stay { number: id }),
        ReviewKind::Organisation => message!(review::answers_of_an_organisation { number: id }),
        ReviewKind::Conflict => message!(review::answers_of_a_conflict { number: id }),
        ReviewKind::Removed => message!(review::answers_of_a_namesake { number: id }),
    };
    IntakeError::unfit(
        message!(review::not_answered_that_way { number: id }),
        fitting,
    )
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
        Answer::Same(Some(_)) | Answer::Keep | Answer::Nobody => Err(unfit(review)),
    }
}

/// Returns the name for a new person, as written in a question's row; `None` if it has none.
pub(super) fn name_of(
    review: &Review,
    is_organisation: &dyn Fn(&str) -> bool,
) -> Option<PersonName> {
    let display = read_display_name(&review.question.name, is_organisation);
    display.name().filter(|_| display.nobody.is_none()).cloned()
}

impl Desk<'_> {
    /// Makes sure that the subject of a question is still on file: an undo may have removed it.
    fn check_standing(&self, review: &Review) -> Result<(), IntakeError> {
        let question = &review.question;
        let gone = |what: &str| IntakeError::Unfit {
            what: message!(review::its_subject_is_gone {
                what,
                number: review.id
            }),
            hint: None,
        };
        if let Some(id) = question.event_id
            && self.writer.event(id)?.is_none()
        {
            return Err(gone("event"));
        }
        if let Some(id) = question.stay_id
            && self.writer.stay(id)?.is_none()
        {
            return Err(gone("stay"));
        }
        if let Some(id) = question.organisation_id
            && self.writer.organisation(id)?.is_none()
        {
            return Err(gone("organisation"));
        }
        Ok(())
    }

    /// Returns the person an answer means, who must be on file; `None` for somebody new.
    fn meant(&self, review: &Review, answer: &Answer) -> Result<Option<PersonId>, IntakeError> {
        let meant = meant(review, answer)?;
        if let Some(person) = meant
            && self.writer.person(person)?.is_none()
        {
            return Err(IntakeError::unfit(
                message!(review::person_is_gone { person }),
                message!(review::another_person_or_new { number: review.id }),
            ));
        }
        Ok(meant)
    }

    /// Records what an answer means for other questions: those about the same name, address or candidates, or the same
    /// organisation. Other open questions are unrelated, and an answer about one person must not decide who another is.
    fn note_answer(&mut self, answered: &Review) {
        let question = &answered.question;
        match question.kind {
            ReviewKind::Conflict | ReviewKind::Removed => {}
            ReviewKind::Organisation => self.changed.organisation(&question.name),
            ReviewKind::Person | ReviewKind::Stay => {
                self.changed.name(&strip_marks(&question.name).name);
                if let Some(address) = &question.email {
                    self.changed.address(address);
                }
                for candidate in &question.candidates {
                    self.changed.person(PersonId(candidate.id));
                }
            }
        }
    }

    /// Remembers that a name does not mean the candidates.
    fn remember_different(&mut self, review: &Review) -> Result<(), IntakeError> {
        for candidate in &review.question.candidates {
            let person = PersonId(candidate.id);
            let Some(known) = self.writer.person(person)? else {
                continue;
            };
            let name = self.remembered_as(review)?;
            // The bare name that both share is inconclusive: it still means the one on file as well.
            if review.question.email.is_none()
                && name_key(&name) == person_key(&known.given_name, &known.family_name)
            {
                continue;
            }
            self.people
                .remember_different(&name, review.question.email.as_deref(), person);
            self.writer.add_distinction(&Distinction {
                name,
                address: review.question.email.clone(),
                other: Other::Person(person),
            })?;
        }
        Ok(())
    }

    /// Remembers the name with which somebody was written.
    fn remember_name(&mut self, review: &Review, person: PersonId) -> Result<(), IntakeError> {
        let known = self.writer.person(person)?;
        let name = &review.question.name;
        if let Some(known) = known
            && !name.is_empty()
            && known.full_name() != *name
            && known.sort_name() != *name
        {
            let name = self.remembered_as(review)?;
            self.add_alias(person, &name)?;
        }
        Ok(())
    }

    /// Returns the text under which an answer is remembered: the name as written; for a log, without anything around
    /// it.
    fn remembered_as(&self, review: &Review) -> Result<String, IntakeError> {
        let written = &review.question.name;
        if !Pending::of(review)?.is_logged() {
            return Ok(written.clone());
        }
        let on_file = |name: &str| self.organisations.find_certain(name).is_some();
        Ok(read_display_name(written, &on_file).alias(written))
    }
}
