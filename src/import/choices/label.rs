//! What sessions are called, and what is left of it where it is compared.

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
