//! Parses cells with short answers: yes and no, states, kinds of session, languages, telephones.
//!
//! A word that is not on its list is `None`, for the caller to ask about; near misses are not guessed. Case,
//! surrounding spaces and no-break spaces never matter.

pub use crate::formats::lexicon::State as StatusWord;

use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::identity::normalize_address;
use crate::model::SessionKind;

/// Returns the text that a formula cell shows: `="2020-10-08"` is `2020-10-08`; other cells are trimmed.
///
/// Spreadsheets and Webex write text as a formula to keep it from being read as a number or a date.
pub fn unexcel(cell: &str) -> &str {
    let trimmed = cell.trim();
    trimmed
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(trimmed)
}

/// Returns what a message may quote from a cell: shortened, and nothing if it may contain an address.
pub fn quotable(cell: &str) -> String {
    if cell.contains('@') {
        return "…@…".to_owned();
    }
    let mut text: String = cell.chars().take(80).collect();
    if text.len() < cell.len() {
        text.push('…');
    }
    text
}

/// Returns the folded text without a remark in brackets at its end: `Deutsch (Schweiz)`.
fn without_remark(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(before, _)| before)
}

/// Parses a yes or a no; `None` for an empty cell and for any other answer.
pub fn yes_no(cell: &str) -> Option<bool> {
    LEXICON.yes_no(unexcel(cell))
}

/// Whether the cell is a word for "no answer": `-`, `n/a`, `#NV`, `k. A.`.
///
/// Only for columns where such a word cannot be a value; `Na` is also a family name.
pub fn is_empty_word(cell: &str) -> bool {
    let cell = unexcel(cell);
    let errors = &LEXICON.answers.errors;
    LEXICON.is_none_word(cell) || (cell.starts_with('#') && errors.contains(&fold::plain(cell)))
}

/// Whether a text is a single word, which may be a name or stand over the rows below it: `Ersatzleute`, `Maybe`,
/// `Online-Teilnehmer`.
pub fn is_single_word(cell: &str) -> bool {
    let words = cell.split(|it: char| !it.is_alphabetic() && !matches!(it, '\'' | '’' | '-'));
    let mut words = words.filter(|word| word.contains(char::is_alphabetic));
    let is_address = normalize_address(cell).is_some();
    !is_address && words.next().is_some() && words.next().is_none()
}

/// Parses a language and returns its two-letter code: `Deutsch`, `German`, `de-AT` are `de`.
///
/// Any other code of two or three letters is returned in lower case without its region; a word that is neither a known
/// name nor a code is `None`.
pub fn language(cell: &str) -> Option<String> {
    let text = fold::plain(unexcel(cell));
    let word = without_remark(&text).trim_end_matches('.');
    let known = LEXICON.languages.iter().find(|(_, names)| names.are(word));
    if let Some((code, _)) = known {
        return Some(code.clone());
    }
    let code = word.split(['-', '_']).next()?;
    let is_code = matches!(code.len(), 2..=3) && code.bytes().all(|b| b.is_ascii_lowercase());
    is_code.then(|| code.to_owned())
}

/// Parses the word in a status column.
pub fn signup_status(cell: &str) -> Option<StatusWord> {
    LEXICON.state(unexcel(cell))
}

/// The kinds of session in the order in which their words are checked: a "Networking-Bar with welcome drink" is
/// networking, a "Keynote im Plenum" a keynote.
const KINDS: [SessionKind; 6] = [
    SessionKind::Keynote,
    SessionKind::Networking,
    SessionKind::Breakout,
    SessionKind::Social,
    SessionKind::Plenary,
    SessionKind::Other,
];

/// Parses the kind of a session, in English or German; the program's own words first.
///
/// A listed word counts at the start of any word of the cell (`Plenarsitzung`); the short `bar` only as a whole word,
/// since `Barcamp` is not one.
pub fn session_kind(cell: &str) -> Option<SessionKind> {
    let text = fold::plain(unexcel(cell));
    if let Some(kind) = SessionKind::parse(&text) {
        return Some(kind);
    }
    let says = |kind: &SessionKind| {
        let words = LEXICON.session_kinds.get(kind.as_str());
        words.is_some_and(|words| words.begin_a_word(&text))
    };
    KINDS.into_iter().find(says)
}

/// The contents of a telephone column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phone {
    /// The number as written, without a spreadsheet's guard at the beginning.
    Number(String),
    /// A spreadsheet turned it into `4,93E+11`: its digits are lost.
    Ruined,
}

/// Parses a telephone number; it is kept as written, since people group digits as they like.
pub fn phone(cell: &str) -> Phone {
    let text = unexcel(cell);
    let text = text
        .strip_prefix('\'')
        .filter(|rest| {
            rest.starts_with(|first: char| first.is_ascii_digit() || "+(".contains(first))
        })
        .unwrap_or(text);
    let ruined = text
        .split_once(['E', 'e'])
        .is_some_and(|(number, exponent)| {
            let is_number =
                |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let number = number.replacen([',', '.'], "", 1);
            is_number(&number) && is_number(exponent.strip_prefix('+').unwrap_or(exponent))
        });
    if ruined {
        Phone::Ruined
    } else {
        Phone::Number(text.trim().to_owned())
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
