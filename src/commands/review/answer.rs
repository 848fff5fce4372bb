//! `rollcall review N ANSWER`

use super::super::arguments;
use super::super::telling::told_name;
use super::Given;
use super::words::how_many_open;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Answer};
use crate::model::{PersonId, ReviewId, ReviewKind};
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
            Given::Person { reference } => Answer::Person(arguments::person(reader, reference)?),
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
        let said = intake::answer(writer, now, id, &find(writer)?)?;
        let summary = said.join("; ");
        let told = said
            .iter()
            .map(|sentence| with_name(writer, id, sentence))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(((told, writer.open_reviews()?), summary))
    })?;
    let (told, open) = &changed.value;
    for sentence in told {
        context.say(sentence)?;
    }
    if let Some(operation) = changed.operation {
        context.say(&format!("operation {operation}: question {id} answered"))?;
    }
    if dry_run {
        context.say("a dry run: nothing was changed")?;
    } else {
        context.say(&how_many_open(*open))?;
    }
    if let Some(operation) = changed.operation {
        context.hint(&format!("`rollcall undo {operation}` takes it back"))?;
    }
    Ok(())
}

/// Adds to a sentence about an answer who was meant; `history` keeps the sentence without it, since what
/// it says stays when somebody is forgotten.
fn with_name(reader: &Reader<'_>, id: ReviewId, sentence: &str) -> Result<String, Error> {
    if let Some((_, after)) = sentence.split_once(": person ") {
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let person = match digits.parse() {
            Ok(number) => reader.person(PersonId(number))?,
            Err(_) => None,
        };
        return Ok(match person {
            Some(person) => format!("{sentence}, {}", told_name(reader, &person)?),
            None => sentence.to_owned(),
        });
    }
    let Some(review) = reader.review(id)? else {
        return Ok(sentence.to_owned());
    };
    let name = &review.question.name;
    let is_own = sentence.starts_with(&format!("question {id}: "));
    Ok(match review.question.kind {
        _ if name.is_empty() => sentence.to_owned(),
        ReviewKind::Conflict if !is_own => format!("{name}: {sentence}"),
        ReviewKind::Person | ReviewKind::Stay | ReviewKind::Organisation if is_own => {
            format!("{sentence} ({name})")
        }
        _ => sentence.to_owned(),
    })
}
