//! Cells to answers of few words: yes and no, states, kinds of session, languages, telephones.
//!
//! A word that is not on its list is `None`, for the caller to ask about; near misses are not
//! guessed. Case, outer blanks and no-break spaces never matter.

pub use crate::formats::lexicon::State as StatusWord;

use crate::formats::lexicon::LEXICON;
use crate::model::SessionKind;

/// Returns what a formula cell shows: `="2020-10-08"` is `2020-10-08`; other cells trimmed.
///
/// Spreadsheets and Webex write text as a formula so that it is not taken for a number or a date.
pub fn unexcel(cell: &str) -> &str {
    let trimmed = cell.trim();
    trimmed
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(trimmed)
}

/// Returns what a message may quote of a cell: shortened, and nothing of one that may hold an address.
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

/// Returns the cell in lower case with single blanks.
fn folded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for word in unexcel(cell).split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend(word.chars().flat_map(char::to_lowercase));
    }
    text
}

/// Returns the folded text without a remark in brackets at its end: `Deutsch (Schweiz)`.
fn without_remark(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(before, _)| before)
}

/// Reads a yes or a no; `None` for an empty cell and for every other answer.
pub fn yes_no(cell: &str) -> Option<bool> {
    LEXICON.yes_no(unexcel(cell))
}

/// Whether the cell only says that it says nothing: `-`, `n/a`, `#NV`, `k. A.`.
///
/// Only for columns where such a word cannot be a value; `Na` is also a family name.
pub fn is_empty_word(cell: &str) -> bool {
    let cell = unexcel(cell);
    LEXICON.is_none_word(cell) || is_spreadsheet_error(&folded(cell))
}

/// `#NV`, `#N/A`, `#WERT!`, `#REF!`, `#NAME?`: what a spreadsheet shows for a failed formula.
fn is_spreadsheet_error(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|name| {
        matches!(name, "nv" | "n/a" | "na" | "null!")
            || name.strip_suffix(['!', '?']).is_some_and(|name| {
                matches!(
                    name,
                    "wert" | "value" | "bezug" | "ref" | "name" | "div/0" | "zahl" | "num"
                )
            })
    })
}

/// Reads a language and returns its two-letter code: `Deutsch`, `German`, `de-AT` are `de`.
///
/// Any other code of two or three letters is returned in lower case without its region; a word
/// that is neither a known name nor a code is `None`.
pub fn language(cell: &str) -> Option<String> {
    let text = folded(cell);
    let word = without_remark(&text).trim_end_matches('.');
    let code = match word {
        "deutsch" | "german" | "deu" | "ger" | "dt" => "de",
        "englisch" | "english" | "eng" | "engl" => "en",
        "französisch" | "french" | "français" | "fra" | "fre" => "fr",
        "polnisch" | "polish" | "polski" | "pol" => "pl",
        "italienisch" | "italian" | "italiano" | "ita" => "it",
        "spanisch" | "spanish" | "español" | "spa" => "es",
        "niederländisch" | "dutch" | "nederlands" | "nld" | "dut" => "nl",
        "tschechisch" | "czech" | "čeština" | "ces" | "cze" => "cs",
        "dänisch" | "danish" | "dansk" | "dan" => "da",
        "schwedisch" | "swedish" | "svenska" | "swe" => "sv",
        "portugiesisch" | "portuguese" | "português" | "por" => "pt",
        _ => {
            let code = word.split(['-', '_']).next()?;
            let is_code =
                matches!(code.len(), 2..=3) && code.bytes().all(|b| b.is_ascii_lowercase());
            return is_code.then(|| code.to_owned());
        }
    };
    Some(code.to_owned())
}

/// Reads the word of a status column.
pub fn signup_status(cell: &str) -> Option<StatusWord> {
    LEXICON.state(unexcel(cell))
}

/// Words of each kind of session, in the order they are looked for: a "Networking-Bar with
/// welcome drink" is networking, a "Keynote im Plenum" a keynote.
const KINDS: [(SessionKind, &[&str]); 6] = [
    (
        SessionKind::Keynote,
        &[
            "keynote",
            "key note",
            "impulsvortrag",
            "festvortrag",
            "hauptvortrag",
            "eröffnungsvortrag",
        ],
    ),
    (
        SessionKind::Networking,
        &[
            "networking",
            "netzwerk",
            "vernetzung",
            "bar",
            "bars",
            "matchmaking",
            "meet and greet",
            "speed dating",
            "kennenlernen",
        ],
    ),
    (
        SessionKind::Breakout,
        &[
            "breakout",
            "break out",
            "workshop",
            "parallel",
            "arbeitsgruppe",
            "arbeitskreis",
            "fachforum",
            "fachforen",
            "working group",
            "track",
            "werkstatt",
        ],
    ),
    (
        SessionKind::Social,
        &[
            "social",
            "after work",
            "afterwork",
            "drink",
            "dinner",
            "abendessen",
            "empfang",
            "reception",
            "abendveranstaltung",
            "get together",
            "stammtisch",
            "ausklang",
            "umtrunk",
            "mittagessen",
            "lunch",
        ],
    ),
    (
        SessionKind::Plenary,
        &[
            "plenary",
            "plenum",
            "plenar",
            "opening",
            "eröffnung",
            "begrüßung",
            "welcome",
            "greeting",
            "grußwort",
            "closing",
            "abschluss",
            "podium",
            "panel",
        ],
    ),
    (
        SessionKind::Other,
        &[
            "other",
            "sonstige",
            "andere",
            "pause",
            "kaffeepause",
            "mittagspause",
            "coffee",
            "break",
        ],
    ),
];

/// Reads what a session is, in English or German; the program's own words first.
///
/// A listed word counts at the start of any word of the cell (`Plenarsitzung`); the short `bar`
/// only as a whole word, since `Barcamp` is none.
pub fn session_kind(cell: &str) -> Option<SessionKind> {
    let text = folded(cell);
    if let Some(kind) = SessionKind::parse(&text) {
        return Some(kind);
    }
    // Every word between single blanks, so that a start and an end can be looked for.
    let mut words = String::from(" ");
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        if !word.is_empty() {
            words.push_str(word);
            words.push(' ');
        }
    }
    let says = |known: &str| {
        words.match_indices(known).any(|(place, _)| {
            let ends = words[place + known.len()..].starts_with(' ');
            words[..place].ends_with(' ') && (ends || known.len() > 4)
        })
    };
    KINDS
        .iter()
        .find(|(_, known)| known.iter().any(|word| says(word)))
        .map(|(kind, _)| *kind)
}

/// What a telephone column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phone {
    /// The number as written, without a spreadsheet's guard in front.
    Number(String),
    /// A spreadsheet made `4,93E+11` of it: its digits are lost.
    Ruined,
}

/// Reads a telephone number; it is kept as written, since people group digits as they like.
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
