//! Groups questions that can be answered together: the same name and address in several logs of an event, and programs
//! that take notes.
//!
//! One answer must be right for all of them. So questions about people are only grouped if the organisation and the
//! candidates are the same as well, and if nobody else with the name may be meant. Programs are grouped whatever their
//! names, but only for the answer that they are not a person.

use std::collections::BTreeMap;

use crate::catalogue::messages::nobody;
use crate::error::Error;
use crate::identity::is_not_a_person;
use crate::intake::{self, Beside};
use crate::model::{EventId, ReviewId, ReviewKind, ReviewState};
use crate::store::Review;

/// Questions that are answered together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The questions, by number.
    pub(super) questions: Vec<ReviewId>,
    /// Whether they are about programs with several names: then the only common answer is that they are not a person.
    pub(super) is_of_programs: bool,
}

/// What grouped questions have in common.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Common<'a> {
    Programs(Option<EventId>),
    Name(
        Option<EventId>,
        &'a str,
        Option<&'a str>,
        Option<String>,
        Vec<i64>,
    ),
}

/// The groups of open questions.
#[derive(Debug, Default)]
pub(super) struct Groups(Vec<Group>);

impl Groups {
    /// Groups questions.
    pub(super) fn of(reviews: &[Review]) -> Result<Self, Error> {
        let mut groups: BTreeMap<Common<'_>, Vec<&Review>> = BTreeMap::new();
        for review in reviews {
            if let Some(common) = common(review)? {
                groups.entry(common).or_default().push(review);
            }
        }
        let several = groups.into_values().filter(|it| it.len() > 1);
        Ok(Self(several.map(|it| Group::of(&it)).collect()))
    }

    /// Returns the group that a question belongs to.
    pub(super) fn with(&self, question: ReviewId) -> Option<&Group> {
        self.0.iter().find(|it| it.questions.contains(&question))
    }

    /// Returns the other questions in the group of this one.
    pub(super) fn others(&self, question: ReviewId) -> Vec<ReviewId> {
        let questions = self.with(question).map(|it| it.questions.as_slice());
        let questions = questions.unwrap_or_default().iter().copied();
        questions.filter(|it| *it != question).collect()
    }

    /// Returns whether another question of its group precedes it in a list.
    pub(super) fn is_shown_before(&self, question: ReviewId) -> bool {
        self.with(question)
            .is_some_and(|it| it.questions.first() != Some(&question))
    }
}

impl Group {
    fn of(reviews: &[&Review]) -> Self {
        let mut names = reviews.iter().map(|it| &it.question.name);
        let first = names.next();
        Self {
            questions: reviews.iter().map(|it| it.id).collect(),
            is_of_programs: names.any(|name| Some(name) != first),
        }
    }
}

fn common(review: &Review) -> Result<Option<Common<'_>>, Error> {
    let question = &review.question;
    if review.state == ReviewState::Answered || question.kind != ReviewKind::Stay {
        return Ok(None);
    }
    if is_not_a_person(&question.name) == Some(nobody::PROGRAM) {
        return Ok(Some(Common::Programs(question.event_id)));
    }
    if question.name.is_empty() {
        return Ok(None);
    }
    let Beside::Others(organisation) = intake::asked_beside(review)? else {
        return Ok(None);
    };
    let mut candidates: Vec<i64> = question.candidates.iter().map(|it| it.id).collect();
    candidates.sort_unstable();
    Ok(Some(Common::Name(
        question.event_id,
        &question.name,
        question.email.as_deref(),
        organisation,
        candidates,
    )))
}
