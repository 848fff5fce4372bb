//! Determines which word in a list of events means coming, and which leaving.
//!
//! For a language without a description, the order shows it: nobody leaves before they have come, and nobody comes
//! twice without leaving, except for a few people who were interrupted by the list.

use std::collections::HashMap;

use crate::formats::platform::{Platform, folded, with_own_code};

/// An event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Joined,
    /// They were there before the list began: its time is when the list was created.
    JoinedBefore,
    Left,
}

/// Returns the platform with the headings and actions of lists.
pub(super) fn platform() -> &'static Platform {
    with_own_code("teams-list")
}

/// Returns the meaning of a word in the known languages.
pub(super) fn known(word: &str) -> Option<Action> {
    let mut marks = [
        ("joined", Action::Joined),
        ("joined_before", Action::JoinedBefore),
        ("left", Action::Left),
    ]
    .into_iter();
    let mark = marks.find(|(mark, _)| platform().is_mark(mark, word));
    mark.map(|(_, action)| action)
}

/// Returns a word folded for comparison; a sign without letters stays as it is.
pub(super) fn word(cell: &str) -> String {
    let word = folded(cell);
    if word.is_empty() {
        cell.trim().to_owned()
    } else {
        word
    }
}

/// The meanings of the folded words in a list; words that mean neither coming nor leaving are missing.
pub(super) type Meanings = HashMap<String, Action>;

/// With more different words than this, it is not a list of events.
const MOST_WORDS: usize = 6;

/// Determines the meaning of the words; `None` if it is not certain.
///
/// `rows` contains the person and the word of each row, ordered by time.
pub(super) fn meanings(rows: &[(usize, String)]) -> Option<Meanings> {
    let mut words: Vec<&str> = Vec::new();
    for (_, word) in rows {
        if !words.contains(&word.as_str()) {
            words.push(word);
        }
        if words.len() > MOST_WORDS {
            return None;
        }
    }
    let known = |word: &&str| Some(((*word).to_owned(), known(word)?));
    let mut meanings: Meanings = words.iter().filter_map(known).collect();
    let mut unknown = words.clone();
    unknown.retain(|word| !meanings.contains_key(*word));
    let has = |meanings: &Meanings, action| meanings.values().any(|found| *found == action);
    let people = people(rows);
    if !unknown.is_empty() && !has(&meanings, Action::Left) {
        if unknown.len() > 3 {
            return None;
        }
        let leaving = leaving(&people, &words, &unknown)?;
        meanings.insert(leaving.to_owned(), Action::Left);
        unknown.retain(|word| *word != leaving);
    }
    let first_only = |word: &str| {
        let mut later = people.iter().flat_map(|events| events.iter().skip(1));
        later.all(|event| *event != word)
    };
    let (joining, before) = match unknown[..] {
        [] => (None, None),
        // An additional word: coming before the list began, if it never occurs later.
        [word] if has(&meanings, Action::Joined) => {
            let is_before = !has(&meanings, Action::JoinedBefore)
                && first_only(word)
                && is_left_again(&people, word, &meanings);
            (None, Some(word).filter(|_| is_before))
        }
        _ if has(&meanings, Action::Joined) => (None, None),
        [joining] => (Some(joining), None),
        [one, other] => match (first_only(one), first_only(other)) {
            (false, true) => (Some(one), Some(other)),
            (true, false) => (Some(other), Some(one)),
            _ => return None,
        },
        _ => return None,
    };
    meanings.extend(joining.map(|word| (word.to_owned(), Action::Joined)));
    meanings.extend(before.map(|word| (word.to_owned(), Action::JoinedBefore)));
    Some(meanings)
}

/// Returns the words of each person.
fn people(rows: &[(usize, String)]) -> Vec<Vec<&str>> {
    let count = rows.iter().map(|(person, _)| person + 1).max();
    let mut people = vec![Vec::new(); count.unwrap_or(0)];
    for (person, word) in rows {
        people[*person].push(word.as_str());
    }
    people.retain(|events| !events.is_empty());
    people
}

/// Whether everybody whose first word is this one leaves next, if they have another row.
fn is_left_again(people: &[Vec<&str>], word: &str, meanings: &Meanings) -> bool {
    people
        .iter()
        .filter(|events| events.first() == Some(&word))
        .filter_map(|events| events.get(1))
        .all(|next| meanings.get(*next) == Some(&Action::Left))
}

/// Returns the word for leaving: the one with which the rows of nearly everybody make sense, while with every other
/// word those of far more people do not.
fn leaving<'a>(people: &[Vec<&str>], words: &[&str], unknown: &[&'a str]) -> Option<&'a str> {
    if words.len() < 2 {
        return None;
    }
    let sensible = |leaving: &str| -> Vec<bool> {
        let is_sensible = |events: &Vec<&str>| {
            let mut pairs = events.windows(2);
            let alternate = pairs.all(|pair| (pair[0] == leaving) != (pair[1] == leaving));
            alternate && events.first() != Some(&leaving)
        };
        people.iter().map(is_sensible).collect()
    };
    let mut candidates: Vec<(&str, Vec<bool>)> =
        unknown.iter().map(|word| (*word, sensible(word))).collect();
    candidates.sort_by_key(|(_, fits)| fits.iter().filter(|fits| !**fits).count());
    let (best, fits) = candidates.first()?;
    let fitting = fits.iter().filter(|fits| **fits).count();
    let beats = |others: &[bool]| {
        let only = |a: &[bool], b: &[bool]| a.iter().zip(b).filter(|(a, b)| **a && !**b).count();
        let (ours, theirs) = (only(fits, others), only(others, fits));
        ours >= 3 && ours >= 4 * theirs
    };
    let is_sure =
        fitting * 4 >= people.len() * 3 && candidates[1..].iter().all(|(_, others)| beats(others));
    // Known words for coming leave only one unknown word: then somebody has to leave with it.
    let mut later = people.iter().flat_map(|events| events.iter().skip(1));
    (is_sure && later.any(|event| event == best)).then_some(*best)
}
