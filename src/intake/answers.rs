//! Several answers at once, as one operation: all of them, or none.
//!
//! An answer also settles other questions that it decides. If such a question has its own answer in the same call, that
//! answer counts. "Somebody new" is different: if two rows of one call with the same written name are new, both mean
//! the same new person, so that nobody is added twice.

use std::collections::{BTreeMap, BTreeSet};

use super::IntakeError;
use super::review::{Answer, Outcome, answer_beside};
use crate::message;
use crate::model::{Instant, PersonId, Resolution, ReviewId};
use crate::store::Writer;

/// Questions that count as one, and their answer.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The questions; the first one is the one that was shown.
    pub questions: Vec<ReviewId>,
    /// The answer.
    pub answer: Answer,
}

/// A question that does not accept its answer, and why.
#[derive(Debug)]
pub struct NotTaken {
    /// The question.
    pub question: ReviewId,
    /// The reason.
    pub why: IntakeError,
}

/// The result of several answers.
#[derive(Debug, Default)]
pub struct Answered {
    /// Their outcomes, in order.
    pub outcomes: Vec<Outcome>,
    /// Questions that do not accept their answer; if there are any, the caller undoes everything.
    pub not_taken: Vec<NotTaken>,
}

/// Gives several answers, in order. All of them are tried even after one has failed, so that one call reports
/// everything that is wrong.
///
/// # Errors
/// If the file cannot be read or written.
pub fn answer_all(
    writer: &Writer<'_>,
    now: Instant,
    answers: &[Answers],
) -> Result<Answered, IntakeError> {
    let mut call = Call::new(writer, now, answers)?;
    for given in answers {
        let mut answer = given.answer.clone();
        for &question in &given.questions {
            if let Some(person) = call.take(question, &answer)?
                && is_new(&answer)
                && let Some(person) = writer.person(person)?
            {
                // The first of several questions that count as one creates the new person for all.
                answer = Answer::Person(person);
            }
        }
    }
    Ok(call.answered)
}

fn is_new(answer: &Answer) -> bool {
    matches!(answer, Answer::New | Answer::Different)
}

/// A call with several answers in progress.
struct Call<'a> {
    writer: &'a Writer<'a>,
    now: Instant,
    /// The questions answered in this call; no other answer settles them.
    asked: BTreeSet<ReviewId>,
    /// Those answered with "somebody new".
    new: BTreeSet<ReviewId>,
    /// The name as written in each question: rows that also write a different one may mean two people.
    names: BTreeMap<ReviewId, String>,
    /// The people on file before.
    before: BTreeSet<PersonId>,
    /// The people that earlier answers of the call determined.
    settled: BTreeMap<ReviewId, PersonId>,
    answered: Answered,
}

impl<'a> Call<'a> {
    fn new(writer: &'a Writer<'a>, now: Instant, answers: &[Answers]) -> Result<Self, IntakeError> {
        let of = |answers: &mut dyn Iterator<Item = &Answers>| {
            let all = answers.flat_map(|it| it.questions.iter().copied());
            all.collect::<BTreeSet<_>>()
        };
        let asked = of(&mut answers.iter());
        let mut names = BTreeMap::new();
        for id in &asked {
            let review = writer.review(*id)?;
            names.extend(review.map(|it| (*id, it.question.name)));
        }
        Ok(Self {
            writer,
            now,
            names,
            asked,
            new: of(&mut answers.iter().filter(|it| is_new(&it.answer))),
            before: writer.person_ids()?.into_iter().collect(),
            settled: BTreeMap::new(),
            answered: Answered::default(),
        })
    }

    /// Gives one answer; returns the person it names.
    fn take(
        &mut self,
        question: ReviewId,
        answer: &Answer,
    ) -> Result<Option<PersonId>, IntakeError> {
        if let Some(person) = self.settled.get(&question).copied() {
            let is_meant = match answer {
                Answer::Person(meant) => meant.id == person,
                _ => is_new(answer) && !self.before.contains(&person),
            };
            if !is_meant {
                self.refuse(
                    question,
                    IntakeError::unfit(
                        message!(review::settled_otherwise { question, person }),
                        message!(review::answer_it_first { question }),
                    ),
                );
            }
            return Ok(Some(person));
        }
        let mut kept = self.asked.clone();
        if is_new(answer) {
            let name = self.names.get(&question);
            kept.retain(|id| !self.new.contains(id) || self.names.get(id) != name);
        }
        let outcomes = match answer_beside(self.writer, self.now, question, answer, &kept) {
            Ok(outcomes) => outcomes,
            Err(error @ (IntakeError::Store(_) | IntakeError::Import(_))) => return Err(error),
            Err(why) => {
                self.refuse(question, why);
                return Ok(None);
            }
        };
        let mut named = None;
        for outcome in &outcomes {
            match outcome {
                Outcome::Answered(_, Resolution::Person(person)) => named = Some(*person),
                Outcome::Settled(id, person) => {
                    self.settled.insert(*id, *person);
                }
                Outcome::Answered(..) | Outcome::Note(_) => {}
            }
        }
        self.answered.outcomes.extend(outcomes);
        Ok(named)
    }

    fn refuse(&mut self, question: ReviewId, why: IntakeError) {
        self.answered.not_taken.push(NotTaken { question, why });
    }
}
