//! What sessions are called, and what is left of it where it is compared.

use crate::formats::lexicon::{LEXICON, Presence, State};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a label: letters and digits in lower case, single blanks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_letter(letter, &mut folded);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

pub(super) fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_alphanumeric() {
        folded.extend(letter.to_lowercase());
    } else if is_combining_mark(letter) && folded.ends_with(char::is_alphanumeric) {
        // Text of a Mac may hold an accent as a letter of its own: the word goes on.
        folded.push(letter);
    } else if !folded.ends_with(' ') && !folded.is_empty() {
        folded.push(' ');
    }
}

/// Returns a folded label without accents, `oe` and `ö` alike: only good for comparing.
pub(super) fn bare(folded: &str) -> String {
    let mut text: String = folded
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .collect();
    for (long, short) in [("ß", "ss"), ("ae", "a"), ("oe", "o"), ("ue", "u")] {
        if text.contains(long) {
            text = text.replace(long, short);
        }
    }
    text
}

/// Whether a cell says that no session was chosen: `keine`, `no session`, `weiß noch nicht`.
pub(super) fn chooses_nothing(folded: &str) -> bool {
    matches!(
        folded,
        "keine"
            | "keiner"
            | "keines"
            | "none"
            | "nein"
            | "no"
            | "keine session"
            | "keine der sessions"
            | "no session"
            | "no sessions"
            | "none of these"
            | "nothing"
            | "noch offen"
            | "noch unklar"
            | "weiß noch nicht"
            | "weiss noch nicht"
            | "weiß ich noch nicht"
            | "undecided"
            | "not decided yet"
    )
}

/// Returns the prefix and the rest of "Session A: Titel", "Bar 1 – Titel".
pub(super) fn prefix(title: &str) -> Option<(&str, &str)> {
    let (at, sign) = title
        .char_indices()
        .find(|(_, letter)| matches!(letter, ':' | '–' | '—'))
        .or_else(|| title.find(" - ").map(|at| (at + 1, '-')))?;
    let (before, after) = (title[..at].trim(), title[at + sign.len_utf8()..].trim());
    (!before.is_empty() && !after.is_empty() && before.split_whitespace().count() <= 3)
        .then_some((before, after))
}

/// Returns the single letter or the number a label ends in: `breakout-a` is `a`, `Bar 12` is `12`.
pub(super) fn mark(label: &str) -> Option<String> {
    let folded = fold(label);
    let last = folded.split(' ').next_back()?;
    let is_mark = last.chars().count() == 1 || last.chars().all(|digit| digit.is_ascii_digit());
    (is_mark && !last.is_empty()).then(|| last.to_owned())
}

/// In bytes: what is longer is no remark.
const REMARK: usize = 120;

/// Words of a remark behind a session that make no choice of it, or none that stands.
const TAKEN_BACK: &[&str] = &[
    "warte",
    "wait",
    "nachrück",
    "storn",
    "cancel",
    "abge",
    "absage",
    "nicht",
    "not",
    "nein",
    "no",
    "kein",
    "keine",
    "falls",
    "if",
    "vielleicht",
    "maybe",
    "eventuell",
    "evtl",
    "ersatz",
    "statt",
    "instead",
    "oder",
    "or",
    "alternativ",
    "bedarf",
];

/// Whether a remark leaves the choice before it what it is: `max. 20`, `11:15 Uhr`, not `Warteliste`.
fn is_harmless(remark: &str) -> bool {
    // Beside a choice even an ordinary word such as `reserve` says that it is none.
    let state = LEXICON
        .state(remark)
        .filter(|state| *state != State::Confirmed);
    let takes_back = state.is_some()
        || matches!(
            LEXICON.presence(remark, false),
            Some(Presence::Absent | Presence::Excused)
        );
    if takes_back {
        return false;
    }
    let folded = fold(remark);
    rank(remark).is_none_or(|rank| rank == 1)
        && !folded.split(' ').any(|word| {
            TAKEN_BACK
                .iter()
                .any(|known| word == *known || (known.len() > 3 && word.starts_with(known)))
        })
}

/// Returns how long the remark is that a text begins with, brackets included, where it is the last of
/// an answer: `(max. 20), Session B`.
pub(super) fn remark(text: &str) -> Option<usize> {
    let close = text.bytes().take(REMARK).position(|byte| byte == b')')?;
    let rest = text[close + 1..].trim_start_matches(' ');
    let is_last = rest.is_empty()
        || rest.starts_with(super::SEPARATORS)
        || (rest.len() < text[close + 1..].len()
            && super::JOINING_WORDS
                .iter()
                .any(|word| rest.starts_with(word.trim_start())));
    (is_last && is_harmless(&text[1..close])).then_some(close + 1)
}

/// Returns a text without the remarks in brackets at its end.
pub(in crate::import) fn without_remarks(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(open) = text.rfind('(').filter(|open| *open > 0)
        && let Some(inner) = text[open + 1..].strip_suffix(')')
        && inner.len() < REMARK
        && is_harmless(inner)
    {
        text = text[..open].trim_end();
    }
    text
}

/// Returns which wish words say that something is: 2 of `2. Wahl`, `Zweitwunsch`, `Second choice`.
pub(in crate::import) fn rank(text: &str) -> Option<u32> {
    const WISHES: &[&str] = &[
        "wahl",
        "wunsch",
        "priorität",
        "prioritaet",
        "prio",
        "präferenz",
        "choice",
        "preference",
        "priority",
    ];
    const NUMBERS: &[(&str, u32)] = &[
        ("erst", 1),
        ("zweit", 2),
        ("dritt", 3),
        ("viert", 4),
        ("ersatz", 2),
        ("alternativ", 2),
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("1st", 1),
        ("2nd", 2),
        ("3rd", 3),
        ("4th", 4),
    ];
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| {
        let named = NUMBERS.iter().find(|(name, _)| {
            // "erste", "erster", "zweites"
            word.strip_prefix(name)
                .is_some_and(|rest| matches!(rest, "" | "e" | "er" | "es" | "en"))
        });
        let digit = || word.parse().ok().filter(|number| (1..=9).contains(number));
        named.map(|(_, number)| *number).or_else(digit)
    };
    words.iter().enumerate().find_map(|(index, word)| {
        let joined = NUMBERS.iter().find(|(name, _)| {
            word.strip_prefix(name)
                .is_some_and(|rest| WISHES.contains(&rest))
        });
        if let Some((_, number)) = joined {
            return Some(*number);
        }
        if !WISHES.contains(word) {
            return None;
        }
        let before = index
            .checked_sub(1)
            .and_then(|before| number(words[before]));
        before.or_else(|| number(words.get(index + 1)?))
    })
}
