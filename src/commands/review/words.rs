//! Describes a question and its origin in words.

use super::groups::Groups;
use crate::catalogue::Message;
use crate::catalogue::messages::{conventions, review as words};
use crate::message;
use crate::model::{Detail, Event, Instant, ReviewId, ReviewKind, SourceLine, Stay};
use crate::output::Language;
use crate::store::Review;

/// Returns the question as a sentence.
pub(super) fn question(review: &Review) -> Message {
    let person = who(review);
    match (review.question.kind, &review.question.detail) {
        (_, Some(Detail::Organisation(organisation))) => message!(review::who_is_of {
            person,
            organisation
        }),
        (_, Some(Detail::Session(session))) => {
            message!(review::who_was_in { person, session })
        }
        (_, Some(Detail::Overlap(one, other))) => {
            message!(review::overlap_of { person, one, other })
        }
        (ReviewKind::Organisation, None) => message!(review::is_on_file {
            name: review.question.name
        }),
        (ReviewKind::Stay, None) => message!(review::who_was { person }),
        (ReviewKind::Removed, None) => message!(review::is_removed { person }),
        (ReviewKind::Person | ReviewKind::Conflict, None) => message!(review::who_is { person }),
    }
}

/// Returns who a question is about. A list of addresses has no names, and addresses are avoided since they would be
/// pasted elsewhere with the question.
fn who(review: &Review) -> Message {
    let name = &review.question.name;
    match review.question.line {
        _ if !name.is_empty() => Message::verbatim(name),
        Some(line) => message!(review::person_of_line { line }),
        None => words::PERSON.into(),
    }
}

/// Returns the file and the line that a question comes from.
pub(super) fn source(review: &Review, language: Language) -> Option<String> {
    let read_from = SourceLine {
        file: review.question.file.clone()?,
        line: review.question.line,
    };
    Some(read_from.message().in_language(language))
}

/// Returns which other questions are grouped with one, as a sentence.
pub(super) fn also(groups: &Groups, question: ReviewId) -> Option<Message> {
    let group = groups.with(question)?;
    let numbers = groups.others(question);
    let count = numbers.len();
    Some(if group.is_of_programs {
        message!(review::also_programs { numbers, count })
    } else {
        message!(review::also { numbers, count })
    })
}

/// Returns how many questions are open, as a sentence.
pub(super) fn how_many_open(open: i64) -> Message {
    message!(review::how_many_open { open })
}

/// Returns the time of a stay, or its length: `2020-10-08 10:00–10:50`, `35 min`.
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
            Some(minutes) => message!(review::minutes { minutes }).in_language(language),
            None => words::NO_TIMES.in_language(language).to_owned(),
        },
    }
}

/// Returns the length of a stay, in whole minutes.
pub(in crate::commands) fn minutes(stay: &Stay) -> Option<i64> {
    let seconds = match (stay.joined_at, stay.left_at) {
        (Some(joined), Some(left)) => {
            let span = (left - joined).num_seconds();
            stay.seconds.map_or(span, |longest| longest.min(span))
        }
        _ => stay.seconds?,
    };
    Some((seconds + 30) / 60)
}

/// Returns several stays in one line: their number, and the times of the first few.
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
