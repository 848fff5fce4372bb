//! A question and where it comes from, in words.

use crate::model::{Event, Instant, ReviewKind, Stay};
use crate::output::Language;
use crate::store::Review;

/// Returns the question as a sentence.
pub(super) fn question(review: &Review, language: Language) -> String {
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

/// Returns the file and the line a question comes from.
pub(super) fn source(review: &Review, language: Language) -> String {
    match (&review.question.file, review.question.line) {
        (Some(file), Some(line)) => format!("{file}, {} {line}", language.pick("line", "Zeile")),
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
    let day = language.pick("%Y-%m-%d", "%d.%m.%Y");
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
            None => language
                .pick("no times recorded", "ohne Zeiten aufgezeichnet")
                .to_owned(),
        },
    }
}

/// Returns how long a stay was, in whole minutes.
pub(super) fn minutes(stay: &Stay) -> Option<i64> {
    let seconds = match (stay.joined_at, stay.left_at) {
        (Some(joined), Some(left)) => (left - joined).num_seconds(),
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
    let count = match (stays.len(), language) {
        (1, Language::English) => "1 stay".to_owned(),
        (1, Language::German) => "1 Aufenthalt".to_owned(),
        (several, Language::English) => format!("{several} stays"),
        (several, Language::German) => format!("{several} Aufenthalte"),
    };
    format!("{count}: {}{rest}", first.join(", "))
}
