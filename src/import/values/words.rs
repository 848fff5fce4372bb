//! Cells to answers of few words: yes and no, states, kinds of session, languages, telephones.
//!
//! A word that is not on its list is `None`, for the caller to ask about; near misses are not
//! guessed. Case, outer blanks and no-break spaces never matter.

use crate::model::{SessionKind, SignupStatus};

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
    Some(match folded(cell).as_str() {
        "ja" | "j" | "yes" | "y" | "1" | "x" | "✓" | "✔" | "✔\u{fe0f}" | "✅" | "☑" | "☒"
        | "true" | "wahr" | "ok" | "(ok)" | "okay" | "on" | "an" => true,
        "nein" | "no" | "n" | "0" | "false" | "falsch" | "✗" | "✘" | "☐" | "off" | "aus" => {
            false
        }
        _ => return None,
    })
}

/// Whether the cell only says that it says nothing: `-`, `n/a`, `#NV`, `k. A.`.
///
/// Only for columns where such a word cannot be a value; `Na` is also a family name.
pub fn is_empty_word(cell: &str) -> bool {
    // None of these begins with another letter, nor with a digit.
    let first = unexcel(cell).bytes().next().unwrap_or_default();
    if first.is_ascii_alphanumeric() && !matches!(first, b'N' | b'n' | b'K' | b'k' | b'E' | b'e') {
        return false;
    }
    let text = folded(cell);
    let only_dashes = text.chars().all(|letter| matches!(letter, '-' | '–' | '—'));
    only_dashes
        || is_spreadsheet_error(&text)
        || matches!(
            text.as_str(),
            "n/a"
                | "na"
                | "n.a."
                | "n. a."
                | "k.a."
                | "k. a."
                | "k.a"
                | "keine angabe"
                | "keine angaben"
                | "entfällt"
                | "./."
                | "(leer)"
                | "(blank)"
                | "null"
                | "none"
                | "nan"
                | "no answer"
                | "not specified"
        )
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

/// What a status column says of a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusWord {
    /// Takes part: `paid`, `Attending`, `approved`, `zugesagt`, `Checked In`.
    Confirmed,
    /// Asked for a place, and something is still to be done: `pending`, `ausstehend`, `Unpaid`.
    Pending,
    /// Waits for a place.
    Waitlisted,
    /// Does not come any more: `storniert`, `Refunded`, `Not Attending`, `expired`, `void`.
    Cancelled,
    /// The organiser said no: `denied`, `Rejected`.
    Denied,
    /// The form was never sent: `partial`.
    Unfinished,
}

impl StatusWord {
    /// Returns where the sign-up stands; `None` for one that was never made.
    ///
    /// A pending one counts as made: the person wants to come, and who has not paid yet is a
    /// matter of the ticket shop, not of the list at the door.
    pub fn signup_status(self) -> Option<SignupStatus> {
        match self {
            Self::Confirmed | Self::Pending => Some(SignupStatus::Confirmed),
            Self::Waitlisted => Some(SignupStatus::Waitlisted),
            Self::Cancelled | Self::Denied => Some(SignupStatus::Cancelled),
            Self::Unfinished => None,
        }
    }
}

/// Reads the word of a status column: pretix, Indico, Eventbrite, Zoom, Typeform, Tito, by hand.
pub fn signup_status(cell: &str) -> Option<StatusWord> {
    // Hi.Events prints the names of its constants: `AWAITING_PAYMENT`.
    let text = folded(&cell.replace('_', " "));
    Some(match without_remark(&text) {
        "confirmed" | "bestätigt" | "paid" | "bezahlt" | "attending" | "checked in"
        | "checked-in" | "eingecheckt" | "approved" | "genehmigt" | "accepted" | "angenommen"
        | "completed" | "complete" | "abgeschlossen" | "vollständig" | "zugesagt" | "zusage"
        | "angemeldet" | "registered" | "active" | "aktiv" | "yes" | "ja" | "ok" => {
            StatusWord::Confirmed
        }
        "pending"
        | "ausstehend"
        | "unpaid"
        | "unbezahlt"
        | "offen"
        | "open"
        | "overdue"
        | "überfällig"
        | "awaiting approval"
        | "awaiting payment"
        | "approval pending"
        | "freigabe ausstehend"
        | "genehmigung ausstehend"
        | "tentative" => StatusWord::Pending,
        "waitlisted" | "waitlist" | "waiting list" | "waiting" | "wait list"
        | "on waiting list" | "warteliste" | "auf warteliste" | "auf der warteliste" | "wartet"
        | "wl" => StatusWord::Waitlisted,
        "canceled" | "cancelled" | "storniert" | "refunded" | "erstattet" | "not attending"
        | "expired" | "abgelaufen" | "withdrawn" | "zurückgezogen" | "void" | "voided"
        | "declined" | "abgesagt" | "absage" | "abgemeldet" | "deleted" | "gelöscht"
        | "transferred" | "no" | "nein" | "storno" | "kommt nicht" | "krank" | "erkrankt"
        | "entschuldigt" | "verhindert" => StatusWord::Cancelled,
        "denied" | "rejected" | "abgelehnt" | "refused" => StatusWord::Denied,
        "partial" | "incomplete" | "unvollständig" | "started" | "in progress"
        | "in bearbeitung" => StatusWord::Unfinished,
        _ => return None,
    })
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
