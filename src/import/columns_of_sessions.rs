//! Columns for one session each, with a heading that is only nearly its name.
//!
//! `Workshop A`, `Session A (max. 20)`, `Teilnahme an Session A?`, `A`: over cells with only marks these name a
//! session. Over anything else they may be questions about it, and are left to the other rules.

use super::Field;
use super::choices::without_remarks;
use super::layout::Known;
use super::values::words;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::model::{Session, SessionKind};

/// What a heading says about a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// It names this session.
    Session(Field),
    /// It is only the letter or number of this session.
    Mark(Field),
}

/// Returns the only session that a heading over marks names.
pub(super) fn named(heading: &str, known: Known<'_>) -> Option<Named> {
    let label = without_questions(heading);
    let session = |label: &str| {
        let id = known.choices.one(label)?;
        known.sessions.iter().find(|session| session.id == id)
    };
    let option = |session: &Session| Field::SessionOption(session.slug.clone());
    if is_mark(&label) {
        return session(&label).map(|session| Named::Mark(option(session)));
    }
    if let Some(session) = session(&label) {
        return Some(Named::Session(option(session)));
    }
    let (sort, mark) = label.rsplit_once(' ')?;
    let sort = fold::plain(sort);
    let found = session(mark).filter(|session| {
        is_mark(mark) && LEXICON.sessions.sorts.are(&sort) && may_be_called(session, &sort, known)
    })?;
    Some(Named::Session(option(found)))
}

/// Whether a heading is only a letter or a number.
pub(super) fn is_mark(label: &str) -> bool {
    let mut letters = label.chars();
    let is_letter = letters.next().is_some_and(char::is_alphanumeric) && letters.next().is_none();
    is_letter || (!label.is_empty() && label.len() < 4 && label.bytes().all(|b| b.is_ascii_digit()))
}

/// "Workshop 1" is not bar 1, and "Session 1" is not a session if sessions have letters.
fn may_be_called(session: &Session, sort: &str, known: Known<'_>) -> bool {
    let starts = |title: &str| {
        let title = fold::plain(title);
        title
            .strip_prefix(sort)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    if known.sessions.iter().any(|other| starts(&other.title)) {
        return starts(&session.title);
    }
    let kind = if LEXICON.sessions.sorts_of_breakouts.are(sort) {
        Some(SessionKind::Breakout)
    } else {
        words::session_kind(sort)
    };
    session.kind == SessionKind::Other || kind.is_none_or(|kind| kind == session.kind)
}

/// Returns a heading without remarks, times and question words.
fn without_questions(heading: &str) -> String {
    let plain = without_remarks(heading.trim().trim_end_matches(['?', ':', '.', '!', ' ']));
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let is_empty = |word: &&str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        bare.is_empty() || is_time(word) || LEXICON.sessions.asking.are(bare)
    };
    while words.last().is_some_and(is_empty) {
        words.pop();
    }
    let first = words.iter().position(|word| !is_empty(word));
    let label = words[first.unwrap_or(words.len())..].join(" ");
    label
        .trim_end_matches(['?', ':', ',', ';', '.'])
        .trim()
        .to_owned()
}

/// Whether a word is a time: `11:15`, `11.15-12.30`, `11:15–12:30`.
fn is_time(word: &str) -> bool {
    let mut parts = word.split(['-', '–', '—']).filter(|part| !part.is_empty());
    let is_clock = |part: &str| {
        part.trim_matches(['(', ')', ','])
            .split_once([':', '.'])
            .is_some_and(|(hours, minutes)| {
                let is_number = |text: &str| {
                    matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit())
                };
                is_number(hours) && minutes.len() == 2 && is_number(minutes)
            })
    };
    parts.next().is_some_and(is_clock) && parts.all(is_clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_times_and_remarks_leave_the_name() {
        for (heading, label) in [
            ("Session A (max. 20)", "Session A"),
            ("Session A 11:15-12:30", "Session A"),
            ("Session A 11:15 – 12:30 Uhr", "Session A"),
            ("Teilnahme an Session A?", "Session A"),
            ("Nehmen Sie am Abendessen teil?", "Abendessen"),
            ("Will you attend the dinner?", "dinner"),
            ("A", "A"),
            ("Session A (Warteliste)", "Session A (Warteliste)"),
        ] {
            assert_eq!(without_questions(heading), label, "{heading}");
        }
    }
}
