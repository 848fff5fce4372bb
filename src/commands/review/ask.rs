//! `rollcall review` on a terminal: asks one question after the other.
//!
//! Every answer is a separate operation and is reported as if it had been typed as a command, so users who stop
//! half-way keep their answers. An [`Asker`] decides how the user is asked.

use std::collections::BTreeSet;

use super::super::signup;
use super::answer::give;
use super::candidates::{Seen, seen};
use super::groups::{Group, Groups};
use super::offers::{Way, offers};
use super::on_file::OnFile;
use super::words::{also, how_many_open, question, source, spans};
use crate::catalogue::Message;
use crate::catalogue::messages::review as words;
use crate::context::Context;
use crate::error::{Error, Exit, Kind};
use crate::intake::{self, Answer, Answers, Asked};
use crate::message;
use crate::model::{EventId, ReviewId, ReviewKind, ReviewState, SessionId};
use crate::output::Language;
use crate::store::{Reader, Review, Store};

/// A reply to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply<T> {
    /// An answer.
    Said(T),
    /// No answer: return to the previous step.
    Back,
    /// Stop asking.
    Stop,
}

/// Asks a user.
pub(super) trait Asker {
    /// Lets the user choose, and returns the index of the choice.
    fn choose(&mut self, question: &str, choices: &[String]) -> Result<Reply<usize>, Error>;

    /// Lets the user name one of those on file, by its label there or in free text.
    fn name(&mut self, question: &str, on_file: &OnFile) -> Result<Reply<String>, Error>;
}

/// An action on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Answer(Way),
    Skip,
    Stop,
}

/// How to continue after a question.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next {
    /// These were asked.
    Another(Vec<ReviewId>),
    Again,
    Stop,
}

/// Asks every open question once.
pub(super) fn ask(
    context: &mut Context,
    asker: &mut dyn Asker,
    dry_run: bool,
) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let language = context.language;
    let mut passed: BTreeSet<ReviewId> = BTreeSet::new();
    let event = store.snapshot(|reader| context.event_if_named(reader))?;
    let event = event.map(|it| it.id);
    if open_reviews(&store, event)? == 0 {
        context.say(words::NONE_OPEN)?;
        return Ok(Exit::Done);
    }
    // The file is not locked while the user thinks about the question.
    while let Some(posed) = store.snapshot(|reader| pose(reader, event, &passed, language))? {
        match put(context, &mut store, asker, dry_run, &posed)? {
            // A question may stay open: in a dry run, or if it is skipped.
            Next::Another(questions) => passed.extend(questions),
            Next::Again => {}
            Next::Stop => {
                // Ctrl-C leaves the cursor next to what was drawn.
                context.say(Message::verbatim(""))?;
                break;
            }
        }
    }
    let open = open_reviews(&store, event)?;
    if open > 0 {
        context.say(how_many_open(open))?;
        context.hint(words::GO_ON_OR_LIST)?;
    }
    Ok(Exit::Done)
}

/// Returns the open questions; only those of one event if it is given.
fn open_of(reader: &Reader<'_>, event: Option<EventId>) -> Result<Vec<Review>, Error> {
    let mut reviews = reader.reviews()?;
    reviews.retain(|it| it.state == ReviewState::Open);
    reviews.retain(|it| event.is_none() || it.question.event_id == event);
    Ok(reviews)
}

fn open_reviews(store: &Store, event: Option<EventId>) -> Result<i64, Error> {
    store.snapshot(|reader| {
        let open = open_of(reader, event)?.len();
        Ok(i64::try_from(open).unwrap_or(i64::MAX))
    })
}

/// A question, ready to be asked.
struct Posed {
    review: Review,
    /// The question and those grouped with it.
    group: Group,
    /// The prompt, and the choice for Enter if there is only one suggestion.
    short: String,
    /// The question and the data of its row.
    lines: Vec<String>,
    choices: Choices,
}

/// Returns the first open question that was not skipped.
fn pose(
    reader: &Reader<'_>,
    event: Option<EventId>,
    passed: &BTreeSet<ReviewId>,
    language: Language,
) -> Result<Option<Posed>, Error> {
    let mut reviews = open_of(reader, event)?;
    reviews.retain(|it| !passed.contains(&it.id));
    let groups = Groups::of(&reviews)?;
    let Some(review) = reviews.into_iter().next() else {
        return Ok(None);
    };
    let asked = intake::asked(reader, &review)?;
    let (choices, suggestion) = choices(reader, &review, &asked, language)?;
    let mut lines = introduced(reader, &review, &asked, language)?;
    lines.extend(also(&groups, review.id).map(|it| format!("  {}", it.in_language(language))));
    let short = short_question(&review, language);
    let short = match suggestion {
        Some(suggestion) => message!(review::enter_takes {
            question: short,
            suggestion
        })
        .in_language(language),
        None => short.to_owned(),
    };
    Ok(Some(Posed {
        group: groups.with(review.id).cloned().unwrap_or(Group {
            questions: vec![review.id],
            is_of_programs: false,
        }),
        review,
        short,
        lines,
        choices,
    }))
}

/// The choices with their texts.
type Choices = Vec<(String, Choice)>;

/// Returns the choices, and the suggestion that comes first if it is the only one.
fn choices(
    reader: &Reader<'_>,
    review: &Review,
    asked: &Asked,
    language: Language,
) -> Result<(Choices, Option<String>), Error> {
    let candidates = seen(reader, review)?;
    let offers = offers(reader, review, asked, &candidates, language)?;
    let mut choices: Choices = Vec::new();
    for offer in offers {
        let seen = candidates.iter().find(|seen| match offer.way {
            Way::Person(id) => seen.candidate.id == id.0,
            Way::Same(id) => seen.candidate.id == id.0,
            _ => false,
        });
        let text = match seen {
            Some(seen) => in_one_line(seen, language),
            None => offer.meaning,
        };
        choices.push((text, Choice::Answer(offer.way)));
    }
    let skip = words::SKIP.in_language(language);
    let stop = words::STOP.in_language(language);
    choices.push((skip.to_owned(), Choice::Skip));
    choices.push((stop.to_owned(), Choice::Stop));
    let mut on_file = candidates.iter().filter(|it| it.is_on_file);
    let suggestion = match (on_file.next(), on_file.next()) {
        (Some(only), None) => Some(format!("{} {}", only.candidate.id, only.named())),
        _ => None,
    };
    Ok((choices, suggestion))
}

/// Asks one question. Errors of an answer are reported; errors of asking end everything.
fn put(
    context: &mut Context,
    store: &mut Store,
    asker: &mut dyn Asker,
    dry_run: bool,
    posed: &Posed,
) -> Result<Next, Error> {
    let language = context.language;
    let choices = &posed.choices;
    for line in &posed.lines {
        context.say(Message::verbatim(line))?;
    }
    let texts: Vec<String> = choices.iter().map(|(text, _)| text.clone()).collect();
    let choice = match asker.choose(&posed.short, &texts)? {
        Reply::Said(place) => choices
            .get(place)
            .map_or(Choice::Skip, |(_, choice)| *choice),
        Reply::Back | Reply::Stop => Choice::Stop,
    };
    let way = match choice {
        Choice::Answer(way) => way,
        Choice::Skip => return Ok(Next::Another(posed.group.questions.clone())),
        Choice::Stop => return Ok(Next::Stop),
    };
    let named = match named(store, asker, way, language)? {
        Reply::Said(named) => named,
        Reply::Back => return Ok(Next::Again),
        Reply::Stop => return Ok(Next::Stop),
    };
    let questions = if posed.group.is_of_programs && way != Way::Nobody {
        vec![posed.review.id]
    } else {
        posed.group.questions.clone()
    };
    match follow(context, store, dry_run, posed, &questions, way, &named) {
        Ok(()) => Ok(Next::Another(questions)),
        Err(error) if error.kind == Kind::BrokenPipe => Err(error),
        Err(error) => {
            context.tell(&error);
            Ok(Next::Again)
        }
    }
}

/// Asks which of those on file is meant, if the choice requires it.
fn named(
    store: &Store,
    asker: &mut dyn Asker,
    way: Way,
    language: Language,
) -> Result<Reply<String>, Error> {
    let (question, on_file) = match way {
        Way::SomebodyElse => (words::WHO_IS_IT, store.snapshot(OnFile::people)?),
        Way::AnotherOrganisation => (
            words::WHICH_ORGANISATION,
            store.snapshot(OnFile::organisations)?,
        ),
        _ => return Ok(Reply::Said(String::new())),
    };
    Ok(
        match asker.name(question.in_language(language), &on_file)? {
            Reply::Said(said) if said.trim().is_empty() => Reply::Back,
            Reply::Said(said) => Reply::Said(on_file.reference(&said).to_owned()),
            other => other,
        },
    )
}

/// Applies the chosen action to some questions; `named` is the person or organisation.
fn follow(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    posed: &Posed,
    questions: &[ReviewId],
    way: Way,
    named: &str,
) -> Result<(), Error> {
    if let Way::Cancel(session) = way {
        return cancel(context, store, dry_run, &posed.review, session);
    }
    give(context, store, dry_run, |reader| {
        let person = |reference: &str| Ok::<_, Error>(intake::find_person(reader, reference)?);
        let same = |reference: &str| Ok::<_, Error>(intake::find_organisation(reader, reference)?);
        let answer = match way {
            Way::Person(id) => Answer::Person(person(&id.to_string())?),
            Way::SomebodyElse => Answer::Person(person(named)?),
            Way::New => Answer::New,
            Way::Nobody => Answer::Nobody,
            Way::Removed => Answer::Same(None),
            Way::Same(id) => Answer::Same(Some(same(&id.to_string())?)),
            Way::AnotherOrganisation => Answer::Same(Some(same(named)?)),
            Way::Different => Answer::Different,
            Way::Keep | Way::Cancel(_) => Answer::Keep,
        };
        Ok(vec![Answers {
            questions: questions.to_vec(),
            answer,
        }])
    })
}

/// Cancels one of two overlapping sign-ups, which settles the question.
fn cancel(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    review: &Review,
    session: SessionId,
) -> Result<(), Error> {
    let question = &review.question;
    let event = question.event_id.zip(question.person_id);
    signup::cancel_one(context, store, dry_run, |reader| {
        if let Some((event, person)) = event
            && let (Some(event), Some(session)) = (reader.event(event)?, reader.session(session)?)
        {
            return Ok((event, person, session));
        }
        Err(Error::new(words::SUBJECT_IS_GONE))
    })?;
    if !dry_run {
        context.say(how_many_open(open_reviews(store, None)?))?;
    }
    Ok(())
}

/// Returns a candidate in one line: `12 Anna Müller, BioCluster Nord (0.91; for: same name; against: …)`.
fn in_one_line(seen: &Seen<'_>, language: Language) -> String {
    let (pro, contra) = seen.sides(language);
    let mut brackets = vec![seen.score(language)];
    if !pro.is_empty() {
        brackets.push(message!(review::reasons_for { reasons: pro }).in_language(language));
    }
    if !contra.is_empty() {
        brackets.push(message!(review::reasons_against { reasons: contra }).in_language(language));
    }
    format!(
        "{} {} ({})",
        seen.candidate.id,
        seen.named(),
        brackets.join("; ")
    )
}

/// Returns the prompt in few words: the whole question is above it.
fn short_question(review: &Review, language: Language) -> &'static str {
    match review.question.kind {
        ReviewKind::Person => words::WHO_IS_IT,
        ReviewKind::Stay => words::WHO_WAS_IT,
        ReviewKind::Organisation => words::WHICH_IS_IT,
        ReviewKind::Conflict => words::WHAT_HOLDS,
        ReviewKind::Removed => words::IS_IT_THEM,
    }
    .in_language(language)
}

/// Returns the question and the data of its row, in lines.
fn introduced(
    reader: &Reader<'_>,
    review: &Review,
    asked: &Asked,
    language: Language,
) -> Result<Vec<String>, Error> {
    let asks = message!(review::question {
        number: review.id,
        question: question(review)
    });
    let mut lines = vec![String::new(), asks.in_language(language)];
    let source = source(review, language);
    // Only what the sentence does not contain already.
    let organisation = asked.organisation.clone();
    let organisation = organisation.filter(|_| review.question.kind == ReviewKind::Stay);
    let email = review.question.email.clone();
    let said: Vec<String> = [source, organisation, email]
        .into_iter()
        .flatten()
        .collect();
    if !said.is_empty() {
        lines.push(format!("  {}", said.join("; ")));
    }
    let event = review.question.event_id;
    if let Some(event) = event.map(|id| reader.event(id)).transpose()?.flatten()
        && !asked.stays.is_empty()
    {
        lines.push(format!("  {}", spans(&asked.stays, &event, language)));
    }
    Ok(lines)
}
