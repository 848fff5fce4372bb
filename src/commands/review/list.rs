//! `rollcall review --list`

use serde_json::{Map, Value, json};

use super::super::narrowing::Narrowing;
use super::candidates::{Seen, seen};
use super::groups::Groups;
use super::words::{question, source};
use super::{data, reasons};
use crate::catalogue::messages::{review as words, titles};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{Event, ReviewKind, ReviewState};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Language, Table};
use crate::report::labels::review_kind;
use crate::report::scope;
use crate::store::{Reader, Review};

/// Lists the open questions; with `all`, the answered ones as well. For people, grouped questions are one row.
pub(super) fn list(
    context: &mut Context,
    all: bool,
    narrowing: &Narrowing,
    delivery: &Delivery,
) -> Result<Exit, Error> {
    let is_whole = !narrowing.is_asked_for() && delivery.target().is_none();
    if is_whole && data::is_wanted(context) {
        let objects = context.read(|reader| {
            let event = context.event_if_named(reader)?;
            objects(
                reader,
                &listed(reader, event.as_ref(), all)?,
                Language::FOR_PROGRAMS,
            )
        })?;
        data::write(context, objects)?;
        return Ok(Exit::Done);
    }
    let (table, reviews) = context.read(|reader| {
        let event = context.event_if_named(reader)?;
        let reviews = listed(reader, event.as_ref(), all)?;
        let table = table(reader, &reviews, event.as_ref(), context.language)?;
        let table = narrowing.of(context, reader, event.as_ref(), table)?;
        Ok((table, reviews))
    })?;
    context.deliver(table, delivery)?;
    let mut open = reviews.iter();
    if let Some(first) = open.find(|review| review.state == ReviewState::Open) {
        let number = first.id;
        context.hint(match first.question.kind {
            ReviewKind::Person | ReviewKind::Stay => message!(review::person_or_new { number }),
            ReviewKind::Organisation => message!(review::same_or_different { number }),
            ReviewKind::Conflict => message!(review::answers_of_a_conflict { number }),
            ReviewKind::Removed => message!(review::answers_of_a_namesake { number }),
        })?;
    }
    Ok(Exit::Done)
}

fn listed(reader: &Reader<'_>, event: Option<&Event>, all: bool) -> Result<Vec<Review>, Error> {
    let mut reviews: Vec<Review> = reader.reviews()?;
    reviews.retain(|review| all || review.state == ReviewState::Open);
    if let Some(event) = event {
        reviews.retain(|review| review.question.event_id == Some(event.id));
    }
    Ok(reviews)
}

fn objects(
    reader: &Reader<'_>,
    reviews: &[Review],
    language: Language,
) -> Result<Vec<Map<String, Value>>, Error> {
    let groups = Groups::of(reviews)?;
    let mut objects = Vec::new();
    for review in reviews {
        let mut object = data::object(review, language);
        object.insert("also".to_owned(), json!(groups.others(review.id)));
        let candidates = seen(reader, review)?;
        let candidates = candidates.iter();
        let candidates = candidates.map(|it| data::candidate(review, it, language));
        object.insert("candidates".to_owned(), candidates.collect());
        objects.push(object);
    }
    Ok(objects)
}

fn table(
    reader: &Reader<'_>,
    reviews: &[Review],
    event: Option<&Event>,
    language: Language,
) -> Result<Table, Error> {
    let groups = Groups::of(reviews)?;
    let is_any_grouped = reviews.iter().any(|it| groups.with(it.id).is_some());
    let also = Column::of(facts::ALSO);
    let mut table = Table::new(
        "review",
        match event {
            Some(_) => scope::title(titles::QUESTIONS, event, language),
            None => titles::QUESTIONS.in_language(language).to_owned(),
        },
        vec![
            Column::of(facts::ID).right(),
            if is_any_grouped {
                also
            } else {
                also.hidden_in_text()
            },
            Column::of(facts::KIND),
            Column::of(facts::QUESTION),
            Column::of(facts::CANDIDATES),
            Column::of(facts::FROM),
            Column::of(facts::ANSWER),
        ],
    );
    for review in reviews {
        if groups.is_shown_before(review.id) {
            continue;
        }
        let candidates = seen(reader, review)?;
        let candidates = candidates.iter().map(|it| shown(it, language));
        let also = groups.others(review.id);
        let also = also.iter().map(ToString::to_string);
        table.push(vec![
            Cell::Integer(review.id.0),
            Cell::Words(also.collect()),
            review_kind(review.question.kind),
            question(review).in_language(language).into(),
            Cell::Words(candidates.collect()),
            source(review, language).into(),
            review
                .answer
                .map(|it| it.message().in_language(language))
                .into(),
        ]);
    }
    if is_any_grouped {
        table.note(words::ONE_ANSWER_FOR_ALL.in_language(language));
    }
    Ok(table)
}

/// Returns `8 Katrin Lindner, Leichtbau Allianz (0.92: nickname, same organisation)`.
fn shown(seen: &Seen<'_>, language: Language) -> String {
    let told = reasons::all(seen.candidate, language);
    format!(
        "{} {} ({}: {})",
        seen.candidate.id,
        seen.named(),
        seen.score(language),
        told.join(", ")
    )
}
