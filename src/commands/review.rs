//! `rollcall review`

use clap::Subcommand;

use super::arguments;
use super::telling::told_name;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Answer, IntakeError};
use crate::model::{Candidate, OrganisationId, PersonId, ReviewId, ReviewKind, ReviewState};
use crate::output::{Cell, Column, Format, Language, Table};
use crate::report::labels::review_kind;
use crate::store::{Reader, Review};

/// List the open questions, and answer them
///
/// What the data could not tell for sure waits here: who a row means, whether two organisations are
/// one, whose stay it was, two sessions of one person at the same time. Every answer is remembered for
/// the next file, and can be undone.
#[derive(Debug, clap::Args)]
#[command(
    subcommand_negates_reqs = true,
    args_conflicts_with_subcommands = false,
    before_help = "Examples:
  rollcall review                    the open questions
  rollcall review 3                  question 3, with its candidates
  rollcall review 3 person 12        it is person 12 (a number, an address or a name)
  rollcall review 3 new              it is somebody new
  rollcall review 4 same             the two are the same
  rollcall review 4 different        they are not
  rollcall review 5 keep             both sessions stand"
)]
pub(super) struct ReviewArgs {
    /// The question's number
    number: Option<i64>,
    /// Also list the questions that were answered
    #[arg(long)]
    all: bool,
    /// Say what would happen, and change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// It is this person
    Person {
        /// A number, an address or a name
        reference: String,
    },
    /// It is somebody new
    New,
    /// The two are the same; names the organisation where there are several candidates
    Same {
        /// A number, or a name
        reference: Option<String>,
    },
    /// It is none of the candidates
    Different,
    /// Both sessions stand
    Keep,
}

pub(super) fn review(context: &mut Context, args: &ReviewArgs) -> Result<Exit, Error> {
    match (args.number, &args.action) {
        (None, None) => list(context, None, args.all),
        (Some(number), None) => list(context, Some(ReviewId(number)), true),
        (None, Some(_)) => Err(Error::usage("which question is answered?")
            .hinted("rollcall review 3 new; `rollcall review` lists the numbers")),
        (Some(number), Some(action)) => answer(context, args, ReviewId(number), action),
    }
}

fn list(context: &mut Context, only: Option<ReviewId>, all: bool) -> Result<Exit, Error> {
    let store = context.store()?;
    let reader = store.read();
    let reviews: Vec<Review> = match only {
        Some(id) => vec![reader.review(id)?.ok_or_else(|| IntakeError::Unknown {
            what: "question",
            reference: id.to_string(),
            nearest: Vec::new(),
        })?],
        None => reader
            .reviews()?
            .into_iter()
            .filter(|review| all || review.state == ReviewState::Open)
            .collect(),
    };
    if matches!(context.format, Some(Format::Json | Format::Jsonl)) {
        let mut items = Vec::new();
        for review in &reviews {
            items.push(data(&reader, review)?);
        }
        let text = if context.format == Some(Format::Json) {
            format!("{}\n", serde_json::Value::Array(items))
        } else {
            items
                .iter()
                .map(ToString::to_string)
                .fold(String::new(), |text, item| text + &item + "\n")
        };
        context.write(text.as_bytes())?;
        return Ok(Exit::Done);
    }
    let mut table = Table::new(
        "review",
        context.language.pick("Questions", "Offene Fragen"),
        vec![
            Column::new("id", "no.", "Nr.").right(),
            Column::new("kind", "kind", "Art"),
            Column::new("question", "question", "Frage"),
            Column::new("candidates", "candidates", "Kandidaten"),
            Column::new("from", "from", "Quelle"),
            Column::new("answer", "answer", "Antwort"),
        ],
    );
    for review in &reviews {
        let mut candidates = Vec::new();
        for candidate in &review.question.candidates {
            candidates.push(shown(&reader, review, candidate)?);
        }
        table.push(vec![
            Cell::Integer(review.id.0),
            review_kind(review.question.kind),
            question(review, context.language).into(),
            Cell::Words(candidates),
            source(review).into(),
            review.answer.clone().unwrap_or_default().into(),
        ]);
    }
    context.show(&table)?;
    if let Some(first) = reviews
        .iter()
        .find(|review| review.state == ReviewState::Open)
    {
        let id = first.id;
        context.hint(&match first.question.kind {
            ReviewKind::Person | ReviewKind::Stay => {
                format!("`rollcall review {id} person REF` or `rollcall review {id} new`")
            }
            ReviewKind::Organisation => {
                format!("`rollcall review {id} same` or `rollcall review {id} different`")
            }
            ReviewKind::Conflict => {
                format!(
                    "`rollcall review {id} keep`, or `rollcall signup cancel PERSON --session S`"
                )
            }
        })?;
    }
    Ok(Exit::Done)
}

/// Returns the question as a sentence.
fn question(review: &Review, language: Language) -> String {
    let name = review.question.name.as_str();
    let detail = review.question.detail.as_deref();
    let german = language == Language::German;
    // A list of addresses has no names, and an address would be pasted elsewhere with the question.
    let person = match (name.is_empty(), review.question.line) {
        (false, _) => name.to_owned(),
        (true, Some(line)) if german => format!("die Person in Zeile {line}"),
        (true, Some(line)) => format!("the person of line {line}"),
        (true, None) => language.pick("the person", "die Person").to_owned(),
    };
    match (review.question.kind, detail, german) {
        (ReviewKind::Person, Some(organisation), false) => {
            format!("Who is {person} ({organisation})?")
        }
        (ReviewKind::Person, Some(organisation), true) => {
            format!("Wer ist {person} ({organisation})?")
        }
        (ReviewKind::Person, None, false) => format!("Who is {person}?"),
        (ReviewKind::Person, None, true) => format!("Wer ist {person}?"),
        (ReviewKind::Organisation, _, false) => {
            format!("Is `{name}` an organisation that is on file?")
        }
        (ReviewKind::Organisation, _, true) => {
            format!("Ist `{name}` eine Organisation, die schon da ist?")
        }
        (ReviewKind::Stay, Some(session), false) => format!("Who was {person} in `{session}`?"),
        (ReviewKind::Stay, Some(session), true) => format!("Wer war {person} in `{session}`?"),
        (ReviewKind::Stay, None, false) => format!("Who was {person}?"),
        (ReviewKind::Stay, None, true) => format!("Wer war {person}?"),
        (ReviewKind::Conflict, detail, german) => {
            let detail = detail.unwrap_or_default();
            // Short names of sessions have no spaces, so this is the sentence that was written.
            let pair = detail
                .strip_suffix(" overlap")
                .and_then(|pair| pair.split_once(" and "));
            match pair {
                Some((one, other)) if german => {
                    format!("{name}: {one} und {other} überschneiden sich")
                }
                _ => format!("{name}: {detail}"),
            }
        }
    }
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

fn source(review: &Review) -> String {
    match (&review.question.file, review.question.line) {
        (Some(file), Some(line)) => format!("{file}, line {line}"),
        (Some(file), None) => file.clone(),
        (None, _) => String::new(),
    }
}

/// Returns the name a candidate has by now, and their organisation.
fn names(
    reader: &Reader<'_>,
    review: &Review,
    candidate: &Candidate,
) -> Result<(String, Option<String>), Error> {
    if review.question.kind == ReviewKind::Organisation {
        let known = reader.organisation(OrganisationId(candidate.id))?;
        return Ok((known.map(|known| known.name).unwrap_or_default(), None));
    }
    let Some(person) = reader.person(PersonId(candidate.id))? else {
        return Ok((String::new(), None));
    };
    let organisation = match person.organisation_id {
        Some(id) => reader.organisation(id)?.map(|known| known.name),
        None => None,
    };
    Ok((person.full_name(), organisation))
}

fn shown(reader: &Reader<'_>, review: &Review, candidate: &Candidate) -> Result<String, Error> {
    let (name, organisation) = names(reader, review, candidate)?;
    let organisation = organisation
        .map(|name| format!(", {name}"))
        .unwrap_or_default();
    Ok(format!(
        "{} {name}{organisation} ({:.2}: {})",
        candidate.id,
        candidate.score,
        candidate.reasons.join(", ")
    ))
}

fn data(reader: &Reader<'_>, review: &Review) -> Result<serde_json::Value, Error> {
    let key = if review.question.kind == ReviewKind::Organisation {
        "organisation_id"
    } else {
        "person_id"
    };
    let mut candidates = Vec::new();
    for candidate in &review.question.candidates {
        let (name, organisation) = names(reader, review, candidate)?;
        candidates.push(serde_json::json!({
            key: candidate.id,
            "name": name,
            "organisation": organisation,
            "score": candidate.score,
            "reasons": candidate.reasons,
        }));
    }
    Ok(serde_json::json!({
        "id": review.id,
        "kind": review.question.kind.as_str(),
        "question": question(review, Language::English),
        "name": review.question.name,
        "email": review.question.email,
        "file": review.question.file,
        "line": review.question.line,
        "state": review.state.as_str(),
        "answer": review.answer,
        "candidates": candidates,
    }))
}

fn answer(
    context: &mut Context,
    args: &ReviewArgs,
    id: ReviewId,
    action: &Action,
) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let answer = match action {
        Action::Person { reference } => {
            Answer::Person(arguments::person(&store.read(), reference)?)
        }
        Action::New => Answer::New,
        Action::Same { reference: None } => Answer::Same(None),
        Action::Same {
            reference: Some(reference),
        } => Answer::Same(Some(intake::find_organisation(&store.read(), reference)?)),
        Action::Different => Answer::Different,
        Action::Keep => Answer::Keep,
    };
    let changed = store.change(
        "review",
        context.now,
        args.dry_run,
        |writer| -> Result<_, Error> {
            let said = intake::answer(writer, id, &answer)?;
            let summary = said.join("; ");
            let told = said
                .iter()
                .map(|sentence| with_name(writer, id, sentence))
                .collect::<Result<Vec<_>, _>>()?;
            Ok((told, summary))
        },
    )?;
    for sentence in &changed.value {
        context.say(sentence)?;
    }
    if let Some(operation) = changed.operation {
        context.say(&format!("operation {operation}: question {id} answered"))?;
    }
    let open = store.read().open_reviews()?;
    if args.dry_run {
        context.say("a dry run: nothing was changed")?;
    } else if open > 0 {
        context.say(&format!(
            "{open} {} open",
            if open == 1 {
                "question is"
            } else {
                "questions are"
            }
        ))?;
    } else {
        context.say("no question is open any more")?;
    }
    if let Some(operation) = changed.operation {
        context.hint(&format!("`rollcall undo {operation}` takes it back"))?;
    }
    Ok(Exit::Done)
}
