//! A question and where it comes from, in words.

use crate::catalogue::messages::{conventions, review as words};
use crate::message;
use crate::model::{Event, Instant, ReviewKind, Stay};
use crate::output::Language;
use crate::store::{NewReview, Review};

/// Returns the question as a sentence.
pub(super) fn question(review: &Review, language: Language) -> String {
    let name = review.question.name.as_str();
    let detail = review.question.detail.as_deref();
    let person = who(review, language);
    match (review.question.kind, detail) {
        (ReviewKind::Person, Some(organisation)) => message!(review::who_is_of {
            person,
            organisation
        })
        .in_language(language),
        (ReviewKind::Person, None) => message!(review::who_is { person }).in_language(language),
        (ReviewKind::Organisation, _) => {
            message!(review::is_on_file { name }).in_language(language)
        }
        (ReviewKind::Stay, Some(session)) => {
            message!(review::who_was_in { person, session }).in_language(language)
        }
        (ReviewKind::Stay, None) => message!(review::who_was { person }).in_language(language),
        (ReviewKind::Conflict, _) => {
            let detail = detail_of(&review.question, language).unwrap_or_default();
            format!("{name}: {detail}")
        }
    }
}

/// Returns what a question says beside the name: an organisation, a session, or which sessions overlap.
pub(in crate::commands) fn detail_of(question: &NewReview, language: Language) -> Option<String> {
    let written = question.detail.as_deref()?;
    // Short names of sessions have no spaces, so this is the sentence that was written.
    let pair = written
        .strip_suffix(" overlap")
        .and_then(|pair| pair.split_once(" and "));
    Some(match pair {
        Some((one, other)) if question.kind == ReviewKind::Conflict => {
            message!(review::overlap { one, other }).in_language(language)
        }
        _ => written.to_owned(),
    })
}

/// Returns who a question is about. A list of addresses has no names, and an address would be pasted elsewhere
/// with the question.
fn who(review: &Review, language: Language) -> String {
    let name = &review.question.name;
    match review.question.line {
        _ if !name.is_empty() => name.clone(),
        Some(line) => message!(review::person_of_line { line }).in_language(language),
        None => words::PERSON.in_language(language).to_owned(),
    }
}

/// Returns the file and the line a question comes from.
pub(super) fn source(review: &Review, language: Language) -> String {
    match (&review.question.file, review.question.line) {
        (Some(file), Some(line)) => message!(review::line_of { file, line }).in_language(language),
        (Some(file), None) => file.clone(),
        (None, _) => String::new(),
    }
}

/// Returns how many questions are open, as a sentence.
pub(super) fn how_many_open(open: i64) -> String {
    match open {
        0 => "no question is open any more".to_owned(),
        1 => "1 question is open".to_owned(),
        _ => format!("{open} questions are open"),
    }
}

/// Returns when a stay was, or how long: `2020-10-08 10:00–10:50`, `35 min`.
pub(super) fn span(stay: &Stay, event: &Event, language: Language) -> String {
    let day = conventions::DATE.in_language(language);
    let local = |at: Instant| at.with_timezone(&event.zone);
    let clock = |at: Instant| local(at).format("%H:%M");
    match (stay.joined_at, stay.left_at) {
        (Some(joined), Some(left)) => {
            let date = local(joined).format(day);
            format!("{date} {}–{}", clock(joined), clock(left))
        }
        (Some(joined), None) => {
            let date = local(joined).format(day);
            format!("{date} {}–…", clock(joined))
        }
        (None, Some(left)) => format!("{} …–{}", local(left).format(day), clock(left)),
        (None, None) => match minutes(stay) {
            Some(minutes) => format!("{minutes} min"),
            None => words::NO_TIMES.in_language(language).to_owned(),
        },
    }
}

/// Returns how long a stay was, in whole minutes.
pub(super) fn minutes(stay: &Stay) -> Option<i64> {
    let seconds = match (stay.joined_at, stay.left_at) {
        (Some(joined), Some(left)) => {
            let span = (left - joined).num_seconds();
            stay.seconds.map_or(span, |longest| longest.min(span))
        }
        _ => stay.seconds?,
    };
    Some((seconds + 30) / 60)
}

/// Returns several stays in one line: how many they are, and when the first few were.
pub(super) fn spans(stays: &[Stay], event: &Event, language: Language) -> String {
    const FEW: usize = 3;
    let first: Vec<String> = stays
        .iter()
        .take(FEW)
        .map(|stay| span(stay, event, language))
        .collect();
    let rest = if stays.len() > FEW { ", …" } else { "" };
    let times = format!("{}{rest}", first.join(", "));
    message!(review::stays {
        count: stays.len(),
        times
    })
    .in_language(language)
}
