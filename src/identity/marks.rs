//! Marks that platforms and people add to a name: `(Guest)`, `[BioM]`, `she/her`, `iPad von Karin`.
//!
//! Only things that cannot be part of a name are removed: brackets, bars, list numbers, pronouns with a slash, devices.
//! A company after a dash or a comma looks like a double name or like `Müller, Anna`; removing it is a second attempt
//! for logs ([`without_company`]), never part of a key.

use super::fold::{collapse, fold_tokens};
use super::former::split_former;
use super::nobody::{is_device, owner_of_device};
use super::numbered::split_number;
use super::titles::{Word, kind_of};

/// A written name without the marks around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stripped {
    /// The name; the whole text if nothing else would be left.
    pub name: String,
    /// The removed marks, as written: `Guest`, `BioM`, `she/her`, `iPad`.
    pub marks: Vec<String>,
    /// Several words in brackets after the name: the former name in `New (Old)`, or a company. A clue for a question,
    /// never a certain name.
    pub original: Option<String>,
    /// The former family name: `geb. Schmidt`.
    pub former: Option<String>,
}

/// Marks that platforms put in brackets after a name, in folded words: `gust` is Guest.
const PLATFORM_MARKS: &[&str] = &[
    "co host",
    "cohost",
    "ext",
    "extern",
    "externa",
    "externe",
    "external",
    "externer",
    "externo",
    "gast",
    "gosc",
    "gust",
    "host",
    "host ich",
    "host me",
    "ich",
    "intern",
    "internal",
    "invitado",
    "invite",
    "me",
    "moderator",
    "nezavereny",
    "nicht uberpruft",
    "nicht verifiziert",
    "niezweryfikowany",
    "no pronouns",
    "online",
    "organisator",
    "organizer",
    "ospite",
    "panelist",
    "presenter",
    "remote",
    "unverified",
    "vor ort",
    "you",
    "zewnetrzny",
];

/// Words that make up pronouns, folded.
const PRONOUNS: &[&str] = &[
    "any", "dem", "deren", "dey", "el", "ella", "elle", "ey", "er", "he", "hen", "her", "hers",
    "him", "his", "iel", "ihm", "ihn", "ihr", "ihre", "il", "it", "jego", "jej", "keine", "lei",
    "lui", "on", "ona", "pronomen", "pronouns", "sein", "she", "sie", "their", "theirs", "them",
    "they", "xe", "xem", "xier",
];

/// The maximum number of brackets looked at in one text; each unclosed one costs a scan to the end.
const MOST_BRACKETS: usize = 16;

/// Separators between a name and the company after it.
const BEFORE_COMPANY: &[&str] = &[" - ", " – ", " — ", " @ ", " / ", ", ", "_"];

/// Removes the marks from a written name. Safe for keys.
pub fn strip_marks(text: &str) -> Stripped {
    let text = collapse(text);
    let (text, former) = match split_former(&text) {
        Some((name, former)) => (name, Some(former)),
        None => (text, None),
    };
    let mut marks: Vec<String> = Vec::new();
    let mut in_brackets: Vec<String> = Vec::new();
    let mut outside = String::with_capacity(text.len());
    for piece in pieces(&text) {
        match piece {
            Piece::Outside(part) => outside.push_str(part),
            Piece::Round(inside) if is_part_of_title(inside) => {
                outside.extend(["(", inside, ")"]);
            }
            Piece::Round(inside) if !is_platform_mark(inside) => {
                outside.push(' ');
                in_brackets.push(collapse(inside));
            }
            Piece::Round(inside) | Piece::Square(inside) => {
                outside.push(' ');
                marks.push(collapse(inside));
            }
        }
    }
    let mut bars = outside
        .split(['|', '¦', '｜'])
        .map(collapse)
        .filter(|part| !part.is_empty());
    let mut name = bars.next().unwrap_or_default();
    marks.extend(bars);
    if let Some((number, rest)) = split_number(&name) {
        marks.push(number.to_owned());
        name = rest;
    }
    if let Some((before, pronouns)) = split_pronouns(&name) {
        marks.push(pronouns.to_owned());
        name.truncate(before.len());
    }
    if let Some((owner, device)) = owner_of_device(&name) {
        marks.push(device);
        name = owner;
    }
    let mut original = None;
    for inside in in_brackets {
        let is_no_name = name.is_empty() || is_device(&name) || is_code(&name);
        if is_no_name && is_name_like(&inside) && !is_device(&inside) {
            marks.push(std::mem::replace(&mut name, inside));
        } else if original.is_none() && inside.contains(' ') && is_name_like(&inside) {
            original = Some(inside);
        } else {
            marks.push(inside);
        }
    }
    marks.retain(|mark| !mark.is_empty());
    Stripped {
        name: if name.is_empty() { text } else { name },
        marks,
        original,
        former,
    }
}

/// Returns the name without a company after ` - `, `, `, ` @ `, ` / ` or `_`, if at least two words come before it.
///
/// For platform logs, as a second attempt: `Schmidt-Roth - BioM` has one reading, `Müller Roth, Anna` has another.
pub fn without_company(name: &str) -> Option<String> {
    let name = collapse(name);
    let end = BEFORE_COMPANY
        .iter()
        .filter_map(|mark| name.find(mark))
        .min()?;
    let before = name[..end].trim_end();
    before.contains(' ').then(|| before.to_owned())
}

enum Piece<'a> {
    Outside(&'a str),
    Round(&'a str),
    Square(&'a str),
}

/// Splits a text at its outermost brackets. An unmatched bracket is an ordinary character.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    // Where a bracket may open next, and where the text not yet added begins.
    let (mut from, mut taken) = (0, 0);
    for _ in 0..MOST_BRACKETS {
        let Some(open) = text[from..].find(is_opening).map(|at| from + at) else {
            break;
        };
        let width = text[open..].chars().next().map_or(1, char::len_utf8);
        let start = open + width;
        from = start;
        if let Some((close, end)) = closing(text, start) {
            pieces.push(Piece::Outside(&text[taken..open]));
            let inside = &text[start..close];
            pieces.push(match &text[open..start] {
                "(" | "（" => Piece::Round(inside),
                _ => Piece::Square(inside),
            });
            (from, taken) = (end, end);
        }
    }
    pieces.push(Piece::Outside(&text[taken..]));
    pieces
}

/// Returns where the bracket opened before `start` closes, and where the text continues.
fn closing(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut depth = 1_usize;
    for (at, letter) in text[start..].char_indices() {
        if is_opening(letter) {
            depth += 1;
        } else if matches!(letter, ')' | ']' | '}' | '）') {
            depth -= 1;
        }
        if depth == 0 {
            return Some((start + at, start + at + letter.len_utf8()));
        }
    }
    None
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '(' | '[' | '{' | '（')
}

/// `(FH)` belongs to the title before it.
fn is_part_of_title(inside: &str) -> bool {
    kind_of(&format!("({inside})")) == Word::TitleAfterTitle && inside.chars().count() > 1
}

/// Returns whether the words are a platform's mark, pronouns, or the number of a second device.
pub fn is_platform_mark(inside: &str) -> bool {
    let words = fold_tokens(inside);
    let is_number = |word: &String| word.chars().all(|letter| letter.is_ascii_digit());
    PLATFORM_MARKS.contains(&words.join(" ").as_str())
        || words.iter().all(is_number)
        || is_pronouns(inside)
}

pub(super) fn is_pronouns(text: &str) -> bool {
    fold_tokens(text)
        .iter()
        .all(|word| PRONOUNS.contains(&word.as_str()))
}

/// Splits `Anna Müller she/her`; without the slash it could be a name.
fn split_pronouns(name: &str) -> Option<(&str, &str)> {
    let (before, last) = name.rsplit_once(' ')?;
    (last.contains('/') && is_pronouns(last))
        .then(|| (before.trim_end_matches([' ', ',', '-', '–']), last))
}

/// Whether a text is a number or a code rather than a name: one word with digits in it.
pub(super) fn is_code(text: &str) -> bool {
    !text.contains(' ') && text.contains(|letter: char| letter.is_ascii_digit())
}

pub(super) fn is_name_like(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{
        PLATFORM_MARKS, PRONOUNS, fold_tokens, is_platform_mark, strip_marks, without_company,
    };
    use proptest::prelude::*;

    #[test]
    fn marks_are_taken_off() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("Anna Müller", "Anna Müller", &[]),
            ("Anna Müller (Guest)", "Anna Müller", &["Guest"]),
            (
                "Anna Müller (Gast) (Nicht überprüft)",
                "Anna Müller",
                &["Gast", "Nicht überprüft"],
            ),
            (
                "  Anna  Müller (External)(Unverified)",
                "Anna Müller",
                &["External", "Unverified"],
            ),
            ("MUSTER ERNA (EXT)", "MUSTER ERNA", &["EXT"]),
            ("Müller, Anna (Extern)", "Müller, Anna", &["Extern"]),
            ("Anna Müller (she/her)", "Anna Müller", &["she/her"]),
            ("Anna Müller (sie/ihr)", "Anna Müller", &["sie/ihr"]),
            ("Jörg Weiß (er/ihm)", "Jörg Weiß", &["er/ihm"]),
            ("Anna Müller she/her", "Anna Müller", &["she/her"]),
            ("[BioM] Anna Müller", "Anna Müller", &["BioM"]),
            ("Anna Müller | BioM", "Anna Müller", &["BioM"]),
            ("Anna Müller (BioM)", "Anna Müller", &["BioM"]),
            ("Alexander (Alex) Roth", "Alexander Roth", &["Alex"]),
            ("1. Anna Müller (Gast)", "Anna Müller", &["Gast", "1"]),
            ("109_Anna_Müller", "Anna Müller", &["109"]),
            ("iPad von Karin", "Karin", &["iPad"]),
            ("Karin's iPad (2)", "Karin", &["2", "iPad"]),
            ("iPhone (Brian Smith)", "Brian Smith", &["iPhone"]),
            ("24JR1A05L3(Priya Rao)", "Priya Rao", &["24JR1A05L3"]),
            ("Mag. (FH) Anna Huber", "Mag. (FH) Anna Huber", &[]),
            ("Anna Müller :)", "Anna Müller :)", &[]),
            ("Anna Müller (Gas", "Anna Müller (Gas", &[]),
            ("[BioM]", "[BioM]", &["BioM"]),
            ("iPhone", "iPhone", &[]),
        ];
        for (written, name, marks) in cases {
            let stripped = strip_marks(written);
            assert_eq!(stripped.name, *name, "{written}");
            assert_eq!(stripped.marks, *marks, "{written}");
            assert_eq!(stripped.original, None, "{written}");
        }
    }

    #[test]
    fn a_former_name_is_a_clue() {
        let stripped = strip_marks("Anna (Anna Müller) (Gast)");
        assert_eq!(stripped.name, "Anna");
        assert_eq!(stripped.original.as_deref(), Some("Anna Müller"));
        assert_eq!(stripped.marks, ["Gast"]);
    }

    #[test]
    fn a_company_is_taken_off_only_on_request() {
        let cases = [
            ("Anna Müller - BioM", Some("Anna Müller")),
            ("Anna Müller, BioM", Some("Anna Müller")),
            ("Anna Müller_BioM", Some("Anna Müller")),
            ("Müller, Anna", None),
            ("Anna Müller-Roth", None),
        ];
        for (written, expected) in cases {
            assert_eq!(without_company(written).as_deref(), expected, "{written}");
            assert_eq!(strip_marks(written).name, written);
        }
    }

    #[test]
    fn marks_of_platforms_are_known_as_such() {
        for word in PLATFORM_MARKS.iter().chain(PRONOUNS) {
            assert_eq!(fold_tokens(word).join(" "), *word);
        }
        for mark in ["Guest", "Gast", "EXT", "Nicht überprüft", "she/her", "2"] {
            assert!(is_platform_mark(mark), "{mark}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_stripped_to_something(text in "[\\PC]{0,24}|[a-z()\\[\\]| ']{0,16}") {
            let stripped = strip_marks(&text);
            prop_assert_eq!(stripped.name.is_empty(), super::collapse(&text).is_empty());
        }
    }
}
