//! The possible values of columns that contain only words of the program.

use super::super::labels::Worded;
use crate::catalogue::Language;
use crate::catalogue::messages::typed;
use crate::model::{Part, SessionKind, SignupStatus, Verdict};
use crate::output::keyed::{Keyed, columns, labels as words};
use crate::output::{Column, Heading, Table};

/// Returns all words of a column; `None` if it can contain any value.
pub(super) fn of(table: &Table, column: &Column) -> Option<Vec<Keyed>> {
    if column.is_number() {
        return None;
    }
    if matches!(column.heading, Heading::Question(_)) {
        return (table.name == "history").then(|| {
            let others = [words::REGISTERED, words::CANCELLED];
            of_all(Verdict::ALL).into_iter().chain(others).collect()
        });
    }
    let key = &*column.key;
    let is = |known: Keyed| key == known.key();
    if is(columns::VERDICT) || is(columns::RECORDED_VERDICT) {
        let mut verdicts = of_all(Verdict::ALL);
        verdicts.extend([
            words::FROM_WAITING_LIST,
            words::CONTRIBUTING,
            words::WITHDREW,
            words::WAITLISTED,
        ]);
        return Some(verdicts);
    }
    if is(columns::STATUS) || is(columns::SIGN_UP) {
        let mut states = of_all(SignupStatus::ALL);
        if table.name == "sign-in" {
            states.extend(of_all(Part::ALL));
        }
        return Some(states);
    }
    if is(columns::PART) {
        return Some(of_all(Part::ALL));
    }
    if is(columns::PRESENCE) {
        return Some(vec![
            words::EXPECTED,
            words::HERE,
            words::LEFT,
            words::NOT_YET,
        ]);
    }
    if is(columns::TREND) {
        return Some(vec![
            words::NEW,
            words::RETURNING,
            words::REGULAR,
            words::LAPSED,
        ]);
    }
    if is(columns::KIND) {
        return match &*table.name {
            "sessions" => Some(of_all(SessionKind::ALL)),
            "programme" => {
                let event = [words::EVENT];
                Some(of_all(SessionKind::ALL).into_iter().chain(event).collect())
            }
            "review" => Some(vec![
                words::PERSON,
                words::ORGANISATION,
                words::STAY,
                words::CONFLICT,
            ]),
            _ => None,
        };
    }
    None
}

fn of_all<T: Worded>(all: impl IntoIterator<Item = T>) -> Vec<Keyed> {
    all.into_iter().map(Worded::word).collect()
}

/// Returns whether a word has this name in any language, ignoring letter case, and hyphens in place of spaces.
pub fn is_called(word: Keyed, name: &str) -> bool {
    let others = Language::ALL.into_iter().flat_map(|language| {
        let others = match word {
            words::CONFIRMED => typed::CONFIRMED.in_language(language),
            words::WAITLISTED => typed::WAITLISTED.in_language(language),
            words::CANCELLED => typed::CANCELLED.in_language(language),
            _ => "",
        };
        std::iter::once(word.in_language(language)).chain(others.split(','))
    });
    let name = as_typed(name);
    std::iter::once(word.key())
        .chain(others)
        .any(|known| as_typed(known) == name)
}

/// Normalises a word for comparison: ignores letter case, and hyphens in place of spaces.
pub fn as_typed(word: &str) -> String {
    let words = word.split(|it: char| it.is_whitespace() || it == '-' || it == '_');
    let words: Vec<String> = words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
