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
    const MARKS: [(&str, Action); 3] = [
        ("joined", Action::Joined),
        ("joined_before", Action::JoinedBefore),
        ("left", Action::Left),
    ];
    let is = |mark| platform().is_mark(mark, word);
    let mark = MARKS.into_iter().find(|(mark, _)| is(mark));
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
    let mut meanings: Meanings = words
        .iter()
        .filter_map(|word| known(word).map(|action| ((*word).to_owned(), action)))
        .collect();
    let unknown: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !meanings.contains_key(*word))
        .collect();
    let has = |meanings: &Meanings, action| meanings.values().any(|found| *found == action);
    let people = people(rows);
    if !unknown.is_empty() && !has(&meanings, Action::Left) {
        if unknown.len() > 3 {
            return None;
        }
        let leaving = leaving(&people, &words, &unknown)?;
        meanings.insert(leaving.to_owned(), Action::Left);
    }
    let rest: Vec<&str> = unknown
        .into_iter()
        .filter(|word| !meanings.contains_key(*word))
        .collect();
    let first_only = |word: &str| {
        people
            .iter()
            .all(|events| events.iter().skip(1).all(|event| *event != word))
    };
    match rest[..] {
        [] => {}
        _ if has(&meanings, Action::Joined) => {
            // An additional word: coming before the list began, if it never occurs later.
            let before = !has(&meanings, Action::JoinedBefore) && rest.len() == 1;
            if before && first_only(rest[0]) && is_left_again(&people, rest[0], &meanings) {
                meanings.insert(rest[0].to_owned(), Action::JoinedBefore);
            }
        }
        [joining] => {
            meanings.insert(joining.to_owned(), Action::Joined);
        }
        [one, other] => {
            let (joining, before) = match (first_only(one), first_only(other)) {
                (false, true) => (one, other),
                (true, false) => (other, one),
                _ => return None,
            };
            meanings.insert(joining.to_owned(), Action::Joined);
            meanings.insert(before.to_owned(), Action::JoinedBefore);
        }
        _ => return None,
    }
    Some(meanings)
}

/// Returns the words of each person.
fn people(rows: &[(usize, String)]) -> Vec<Vec<&str>> {
    let mut people: Vec<Vec<&str>> = Vec::new();
    for (person, word) in rows {
        if people.len() <= *person {
            people.resize(person + 1, Vec::new());
        }
        people[*person].push(word);
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
        people
            .iter()
            .map(|events| {
                events.first() != Some(&leaving)
                    && events
                        .windows(2)
                        .all(|pair| (pair[0] == leaving) != (pair[1] == leaving))
            })
            .collect()
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
    let leaves = people
        .iter()
        .any(|events| events.iter().skip(1).any(|event| event == best));
    (is_sure && leaves).then_some(*best)
}
