//! Questions for programs, in English whatever the user's language. Keys may be added, but not removed.

use serde_json::{Map, Value, json};

use super::candidates::{Seen, lead};
use super::reasons;
use super::words::question;
use crate::context::Context;
use crate::error::Error;
use crate::model::ReviewKind;
use crate::output::{Format, Language, escape_unsafe};
use crate::store::Review;

/// Returns a question as an object, without `candidates`, which come last.
pub(super) fn object(review: &Review, language: Language) -> Map<String, Value> {
    let asked = &review.question;
    let answer = review.answer.map(|it| it.message().in_language(language));
    Map::from_iter([
        ("id".to_owned(), json!(review.id)),
        ("kind".to_owned(), json!(asked.kind.as_str())),
        (
            "question".to_owned(),
            json!(question(review).in_language(language)),
        ),
        ("name".to_owned(), json!(asked.name)),
        ("email".to_owned(), json!(asked.email)),
        ("file".to_owned(), json!(asked.file)),
        ("line".to_owned(), json!(asked.line)),
        ("state".to_owned(), json!(review.state.as_str())),
        ("answer".to_owned(), json!(answer)),
        ("lead".to_owned(), json!(lead(review))),
    ])
}

/// Returns a candidate as an object.
pub(super) fn candidate(
    review: &Review,
    seen: &Seen<'_>,
    language: Language,
) -> Map<String, Value> {
    let number = if review.question.kind == ReviewKind::Organisation {
        "organisation_id"
    } else {
        "person_id"
    };
    let (pro, contra) = seen.sides(language);
    Map::from_iter([
        (number.to_owned(), json!(seen.candidate.id)),
        ("name".to_owned(), json!(seen.name)),
        ("organisation".to_owned(), json!(seen.organisation)),
        ("score".to_owned(), json!(seen.candidate.score)),
        (
            "reasons".to_owned(),
            json!(reasons::all(seen.candidate, language)),
        ),
        ("for".to_owned(), json!(pro)),
        ("against".to_owned(), json!(contra)),
    ])
}

/// Returns whether the output is for a program: questions are then objects, not rows.
pub(super) fn is_wanted(context: &Context) -> bool {
    matches!(context.format, Some(Format::Json | Format::Jsonl))
}

/// Writes objects to standard output, one per line.
pub(super) fn write(context: &mut Context, objects: Vec<Map<String, Value>>) -> Result<(), Error> {
    let lines: Vec<String> = objects
        .into_iter()
        .map(|object| escape_unsafe(Value::Object(object).to_string()))
        .collect();
    let text = match context.format {
        Some(Format::Jsonl) if lines.is_empty() => String::new(),
        Some(Format::Jsonl) => format!("{}\n", lines.join("\n")),
        _ if lines.is_empty() => "[]\n".to_owned(),
        _ => format!("[\n  {}\n]\n", lines.join(",\n  ")),
    };
    context.write(text.as_bytes())
}
