//! `rollcall review N... ANSWER`

use super::super::telling::told_name;
use super::Given;
use super::groups::Groups;
use super::words::how_many_open;
use crate::catalogue::Message;
use crate::catalogue::messages::review as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Answer, Answers, NotTaken, Outcome};
use crate::message;
use crate::model::{Resolution, ReviewId};
use crate::store::{Reader, Store};

/// Gives the answer on a command line to one or several questions, and to those grouped with them unless `only` is set.
pub(super) fn answer(
    context: &mut Context,
    dry_run: bool,
    only: bool,
    questions: &[ReviewId],
    given: &Given,
) -> Result<Exit, Error> {
    let mut store = context.store()?;
    give(context, &mut store, dry_run, |reader| {
        let answer = meant(reader, given)?;
        let groups = if only {
            Groups::default()
        } else {
            Groups::of(&reader.reviews()?)?
        };
        in_groups(&groups, questions, &answer)
    })?;
    Ok(Exit::Done)
}

fn meant(reader: &Reader<'_>, given: &Given) -> Result<Answer, Error> {
    Ok(match given {
        Given::Person { reference } => Answer::Person(intake::find_person(reader, reference)?),
        Given::New => Answer::New,
        Given::Nobody => Answer::Nobody,
        Given::Same { reference: None } => Answer::Same(None),
        Given::Same {
            reference: Some(reference),
        } => Answer::Same(Some(intake::find_organisation(reader, reference)?)),
        Given::Different => Answer::Different,
        Given::Keep => Answer::Keep,
    })
}

/// Adds the other questions of each group.
fn in_groups(
    groups: &Groups,
    questions: &[ReviewId],
    answer: &Answer,
) -> Result<Vec<Answers>, Error> {
    let mut all: Vec<Answers> = Vec::new();
    for &question in questions {
        if all.iter().any(|it| it.questions.contains(&question)) {
            continue;
        }
        let group = groups.with(question);
        if let Some(group) = group.filter(|it| it.is_of_programs)
            && !matches!(answer, Answer::Nobody)
        {
            return Err(Error::new(message!(review::stands_for_programs {
                number: question,
                count: group.questions.len(),
                numbers: group.questions
            }))
            .hinted(message!(review::nobody_or_only { number: question })));
        }
        all.push(Answers {
            questions: group.map_or_else(|| vec![question], |it| it.questions.clone()),
            answer: answer.clone(),
        });
    }
    Ok(all)
}

/// Gives answers, as one operation, and reports the results.
///
/// `find` looks up the people or organisations in them, in the very state that they change.
pub(super) fn give(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    find: impl FnOnce(&Reader<'_>) -> Result<Vec<Answers>, Error>,
) -> Result<(), Error> {
    let now = context.now;
    let changed = store.change("review", now, dry_run, |writer| -> Result<_, Error> {
        let answers = find(writer)?;
        let questions: Vec<ReviewId> = answers.iter().flat_map(|it| it.questions.clone()).collect();
        let answered = intake::answer_all(writer, now, &answers)?;
        if !answered.not_taken.is_empty() {
            return Err(none_taken(answered.not_taken, questions.len()));
        }
        let outcomes = answered.outcomes;
        let told = outcomes
            .iter()
            .map(|outcome| with_name(writer, outcome))
            .collect::<Result<Vec<_>, _>>()?;
        let summary = summary(&outcomes, &questions);
        Ok(((told, questions, writer.open_reviews()?), summary))
    })?;
    let (told, questions, open) = &changed.value;
    for sentence in told {
        context.say(sentence)?;
    }
    if let Some(operation) = changed.operation {
        context.say(match questions.as_slice() {
            [number] => message!(review::operation_answered { operation, number }),
            several => message!(review::operation_answered_several {
                operation,
                count: several.len()
            }),
        })?;
    }
    if dry_run {
        context.say(words::DRY_RUN)?;
    } else {
        context.say(how_many_open(*open))?;
    }
    if let Some(operation) = changed.operation {
        context.hint(message!(review::undo_takes_it_back { operation }))?;
    }
    Ok(())
}

/// Returns the error with the questions that do not accept their answers, and why; `count` is how many were to be
/// answered.
fn none_taken(mut not_taken: Vec<NotTaken>, count: usize) -> Error {
    if count == 1
        && let Some(only) = not_taken.pop()
    {
        return only.why.into();
    }
    let mut made = Error::new(message!(review::none_is_answered {
        count,
        wrong: not_taken.len()
    }));
    for it in not_taken {
        let why = Error::from(it.why);
        made = made.because(message!(review::not_taken {
            number: it.question,
            why: why.message
        }));
        let hints = why.hints.into_iter();
        made.hints.extend(hints.take(1));
    }
    made
}

/// Returns the summary of answers for `history`: without names, since it is kept when somebody is forgotten.
fn summary(outcomes: &[Outcome], questions: &[ReviewId]) -> Message {
    /// More sentences than this are not readable in one line.
    const FEW: usize = 3;
    if questions.len() > FEW {
        return message!(review::several_answered {
            count: questions.len()
        });
    }
    let said = outcomes.iter().map(Outcome::message);
    let said = said.reduce(|before, after| message!(review::and_also { before, after }));
    said.unwrap_or_else(|| Message::verbatim(""))
}

/// Returns the result of an answer, with the name of the person or organisation it is about.
fn with_name(reader: &Reader<'_>, outcome: &Outcome) -> Result<Message, Error> {
    let sentence = outcome.message();
    let (id, person) = match outcome {
        Outcome::Answered(id, answer) => (*id, answer.person()),
        Outcome::Settled(id, person) => (*id, Some(*person)),
        Outcome::Note(_) => return Ok(sentence),
    };
    if let Some(person) = person.map(|id| reader.person(id)).transpose()?.flatten() {
        let name = told_name(reader, &person)?;
        return Ok(message!(review::with_person { sentence, name }));
    }
    let written = reader.review(id)?.map(|it| it.question.name);
    Ok(match written.filter(|name| !name.is_empty()) {
        Some(name) if *outcome == Outcome::Answered(id, Resolution::Keep) => {
            message!(review::of_somebody { name, sentence })
        }
        Some(name) => message!(review::with_written_name { sentence, name }),
        None => sentence,
    })
}
