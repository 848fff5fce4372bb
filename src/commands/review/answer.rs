//! `rollcall review N ANSWER`

use super::super::telling::told_name;
use super::Given;
use super::words::how_many_open;
use crate::catalogue::Message;
use crate::catalogue::messages::review as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Answer, Outcome};
use crate::message;
use crate::model::{Resolution, ReviewId};
use crate::store::{Reader, Store};

/// Gives the answer of a command line.
pub(super) fn answer(
    context: &mut Context,
    dry_run: bool,
    id: ReviewId,
    given: &Given,
) -> Result<Exit, Error> {
    let mut store = context.store()?;
    give(context, &mut store, dry_run, id, |reader| {
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
    })?;
    Ok(Exit::Done)
}

/// Gives one answer, as an operation of its own, and tells what came of it.
///
/// `find` looks up who or what is named by it, in the very state that the answer changes.
pub(super) fn give(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    id: ReviewId,
    find: impl FnOnce(&Reader<'_>) -> Result<Answer, Error>,
) -> Result<(), Error> {
    let now = context.now;
    let changed = store.change("review", now, dry_run, |writer| -> Result<_, Error> {
        let outcomes = intake::answer(writer, now, id, &find(writer)?)?;
        let told = outcomes
            .iter()
            .map(|outcome| with_name(writer, outcome))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(((told, writer.open_reviews()?), summary(&outcomes)))
    })?;
    let (told, open) = &changed.value;
    for sentence in told {
        context.say(sentence)?;
    }
    if let Some(operation) = changed.operation {
        context.say(message!(review::operation_answered {
            operation,
            number: id
        }))?;
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

/// Returns what `history` keeps of an answer: nobody's name, since it stays when somebody is forgotten.
fn summary(outcomes: &[Outcome]) -> Message {
    let said = outcomes.iter().map(Outcome::message);
    let said = said.reduce(|before, after| message!(review::and_also { before, after }));
    said.unwrap_or_else(|| Message::verbatim(""))
}

/// Returns what came of an answer, with the name of whom it is about.
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
