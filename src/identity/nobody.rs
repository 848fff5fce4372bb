//! Participants and sign-ups that are not people: devices, programs, telephones, placeholders.

use super::fold::{fold_letters, fold_tokens, is_joiner};
use super::marks::strip_marks;
use crate::catalogue::Wording;
use crate::catalogue::messages::nobody;

/// Devices that are not names, in folded words.
const DEVICES: &[&str] = &[
    "android", "galaxy", "huawei", "imac", "ipad", "iphone", "ipod", "macbook", "oneplus", "oppo",
    "redmi", "samsung", "xiaomi", "xperia",
];

/// Devices that are also names or plain words: only recognised with a genitive apostrophe or `von`.
const DEVICES_IF_OWNED: &[&str] = &[
    "computer",
    "desktop",
    "handy",
    "laptop",
    "mobile",
    "notebook",
    "pc",
    "phone",
    "pixel",
    "rechner",
    "smartphone",
    "surface",
    "tablet",
    "telefon",
    "thinkpad",
];

/// Words that accompany a device.
const MODELS: &[&str] = &[
    "air", "fe", "lite", "max", "mini", "note", "plus", "pro", "se", "tab", "ultra", "xr", "xs",
];

/// Words between a device and its owner.
const OWNED_BY: &[&str] = &["de", "di", "od", "of", "van", "von"];

/// Given names that end in `s` themselves, as in `Thomas iPhone`.
const NAMES_IN_S: &[&str] = &[
    "agnes", "alexis", "andreas", "boris", "carlos", "chris", "denis", "dennis", "doris", "elias",
    "hannes", "hans", "ines", "iris", "jens", "johannes", "jonas", "julius", "klaus", "lars",
    "louis", "lucas", "lukas", "marcus", "marius", "markus", "mathias", "matthias", "nicolas",
    "niklas", "nikolaus", "nils", "silas", "thomas", "tobias", "tomas",
];

/// The word count of the longest text that is searched for an owner; whole sentences are not.
const MOST_WORDS: usize = 12;

/// Programs that join a meeting to take notes, in folded words. `Bot` alone is a family name.
const PROGRAMS: &[&str] = &[
    "ai assistant",
    "ai companion",
    "ai notes",
    "aufzeichnungsbot",
    "avoma",
    "copilot",
    "fathom",
    "fireflies ai",
    "krisp",
    "meeting assistant",
    "meeting bot",
    "meeting notes",
    "meetgeek",
    "note taker",
    "notetaker",
    "notta",
    "otter ai",
    "otterpilot",
    "protokollbot",
    "read ai",
    "recording bot",
    "sembly",
    "supernormal",
    "tactiq",
    "tl dv",
    "tldv",
    "zoom bot",
];

/// Placeholders for a missing name, in folded words (`gust` is Guest); a number may follow.
const PLACEHOLDERS: &[&str] = &[
    "anonym",
    "anonyme",
    "anonymer",
    "anonymer benutzer",
    "anonymous",
    "anonymous user",
    "anrufer",
    "begleitperson",
    "begleitung",
    "benutzer",
    "call in user",
    "caller",
    "gast",
    "gust",
    "info requested",
    "info requested info requested",
    "n a",
    "n n",
    "na",
    "nn",
    "no name",
    "participant",
    "phone caller",
    "tba",
    "tbd",
    "teilnehmer",
    "teilnehmerin",
    "unbekannt",
    "unbekannter benutzer",
    "unknown",
    "unknown user",
    "user",
    "zoom user",
];

/// Returns why the text names nobody: a telephone number (even masked), a program that takes notes, a device without an
/// owner, or `anonymous`. A device with an owner's name (`iPad von Karin`) is a person.
pub fn is_not_a_person(name: &str) -> Option<Wording> {
    let name = strip_marks(name).name;
    if !name.contains(char::is_alphabetic) {
        let digits = name
            .chars()
            .filter(|letter| letter.is_ascii_digit() || matches!(letter, '*' | '•'))
            .count();
        return Some(if digits >= 3 {
            nobody::TELEPHONE
        } else {
            nobody::NO_NAME
        });
    }
    let words = fold_tokens(&name);
    if names_program(&words) {
        Some(nobody::PROGRAM)
    } else if is_made_of_device(&name, &words) {
        Some(nobody::DEVICE)
    } else if is_placeholder(&words) {
        Some(nobody::NO_NAME)
    } else {
        None
    }
}

/// Returns whether the text names a program that takes notes.
pub(super) fn is_program(text: &str) -> bool {
    names_program(&fold_tokens(text))
}

fn names_program(words: &[String]) -> bool {
    (0..words.len()).any(|at| {
        PROGRAMS
            .iter()
            .any(|program| begins_with(&words[at..], program))
    })
}

/// Whether the words are one of the placeholders, ignoring a number at the end.
fn is_placeholder(words: &[String]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let last = last.trim_end_matches(|letter: char| letter.is_ascii_digit());
    PLACEHOLDERS.iter().any(|placeholder| {
        let mut expected = placeholder.split(' ');
        before.iter().all(|word| expected.next() == Some(word))
            && (last.is_empty() || expected.next() == Some(last))
            && expected.next().is_none()
    })
}

/// Whether the words begin with those of a text.
fn begins_with(words: &[String], text: &str) -> bool {
    let mut words = words.iter();
    text.split(' ')
        .all(|expected| words.next().is_some_and(|word| word == expected))
}

/// Returns whether every word is a device word or a model number: `Galaxy S20`.
pub(super) fn is_device(text: &str) -> bool {
    is_made_of_device(text, &fold_tokens(text))
}

fn is_made_of_device(text: &str, words: &[String]) -> bool {
    are_words_of(words, DEVICES) || (!text.contains(' ') && are_words_of(words, DEVICES_IF_OWNED))
}

/// Returns whether the text is one of the devices with only model words next to it.
fn is_made_of(text: &str, devices: &[&str]) -> bool {
    are_words_of(&fold_tokens(text), devices)
}

fn are_words_of(words: &[String], devices: &[&str]) -> bool {
    let is_head = |word: &String| devices.contains(&word.as_str());
    words.iter().any(is_head)
        && words.iter().all(|word| {
            is_head(word)
                || DEVICES.contains(&word.as_str())
                || MODELS.contains(&word.as_str())
                || word.contains(|letter: char| letter.is_ascii_digit())
        })
}

/// Splits `iPad von Karin`, `Karin's iPhone`, `Karins iPad`, `Karin iPhone` into the owner and the device, as written.
pub(super) fn owner_of_device(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split(' ').take(MOST_WORDS + 1).collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    for at in 1..words.len() {
        let (before, after) = (words[..at].join(" "), words[at..].join(" "));
        let is_owned_by = OWNED_BY.contains(&fold_letters(words[at]).as_str());
        if is_owned_by && at + 1 < words.len() && is_owned_device(&before) {
            return Some((words[at + 1..].join(" "), before));
        }
        let owner = if let Some(owner) = owner_with_apostrophe(&before) {
            is_owned_device(&after).then_some(owner)
        } else {
            is_made_of(&after, DEVICES).then(|| owner_without_apostrophe(&before))
        };
        // `Samsung Galaxy` is two device words, not somebody's device.
        if let Some(owner) = owner
            && !is_device(owner)
        {
            return Some((owner.to_owned(), after));
        }
    }
    None
}

fn is_owned_device(text: &str) -> bool {
    is_made_of(text, DEVICES) || is_made_of(text, DEVICES_IF_OWNED)
}

/// `Karin's` and `Thomas'`.
fn owner_with_apostrophe(text: &str) -> Option<&str> {
    let name = text.strip_suffix(['s', 'S']).unwrap_or(text);
    let owner = name.trim_end_matches(is_joiner);
    (owner.len() < name.len() && !owner.is_empty()).then_some(owner)
}

/// `Karins`, but `Thomas`.
fn owner_without_apostrophe(text: &str) -> &str {
    let last = fold_letters(text.rsplit(' ').next().unwrap_or(text));
    match text.strip_suffix('s') {
        Some(owner) if !NAMES_IN_S.contains(&last.as_str()) && last.len() > 3 => owner,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_hold_folded_words() {
        let tables = [
            DEVICES,
            DEVICES_IF_OWNED,
            MODELS,
            PROGRAMS,
            PLACEHOLDERS,
            OWNED_BY,
        ];
        for word in tables.concat() {
            assert_eq!(fold_tokens(word).join(" "), word);
        }
    }

    #[test]
    fn numbers_programs_devices_and_placeholders_are_nobody() {
        let cases = [
            ("+49 30 1234567", nobody::TELEPHONE),
            (" 4930****123 (Unverified)", nobody::TELEPHONE),
            ("read.ai meeting notes", nobody::PROGRAM),
            ("Karin's AI Notetaker", nobody::PROGRAM),
            ("OtterPilot", nobody::PROGRAM),
            ("Karin's Notetaker Fathom", nobody::PROGRAM),
            ("iPhone", nobody::DEVICE),
            ("Samsung Galaxy S20", nobody::DEVICE),
            ("iPad Pro (2)", nobody::DEVICE),
            ("Anonymous", nobody::NO_NAME),
            ("Anonym", nobody::NO_NAME),
            ("Gast 3", nobody::NO_NAME),
            ("Guest 3", nobody::NO_NAME),
            ("Guest", nobody::NO_NAME),
            ("Call-in User_1", nobody::NO_NAME),
            ("N.N.", nobody::NO_NAME),
            ("n.n.", nobody::NO_NAME),
            ("+1", nobody::NO_NAME),
            ("Begleitung", nobody::NO_NAME),
            ("Begleitung 2", nobody::NO_NAME),
            ("Info Requested Info Requested", nobody::NO_NAME),
            ("--", nobody::NO_NAME),
            ("", nobody::NO_NAME),
        ];
        for (written, reason) in cases {
            assert_eq!(is_not_a_person(written), Some(reason), "{written:?}");
        }
    }

    #[test]
    fn people_are_not_taken_for_nobody() {
        for written in [
            "Anna Müller (Guest)",
            "iPad von Karin",
            "iPhone (Brian Smith)",
            "Günter Gast",
            "Ben Bot",
            "Charles Handy",
            "Max Laptop",
            "Read Aiden",
            "Fathomson",
            "田中太郎",
        ] {
            assert_eq!(is_not_a_person(written), None, "{written:?}");
        }
    }

    #[test]
    fn a_device_says_whose_it_is() {
        let cases = [
            ("iPad von Karin", Some(("Karin", "iPad"))),
            (
                "Galaxy S20 von Karin Roth",
                Some(("Karin Roth", "Galaxy S20")),
            ),
            ("Karin's iPhone", Some(("Karin", "iPhone"))),
            ("Karin’s MacBook Pro", Some(("Karin", "MacBook Pro"))),
            ("Karin's Laptop", Some(("Karin", "Laptop"))),
            ("Karins iPhone", Some(("Karin", "iPhone"))),
            ("Thomas iPhone", Some(("Thomas", "iPhone"))),
            ("Thomas' Handy", Some(("Thomas", "Handy"))),
            ("Brian Smith iPhone", Some(("Brian Smith", "iPhone"))),
            ("Samsung Galaxy S20", None),
            ("Charles Handy", None),
            ("Karin Roth", None),
        ];
        for (written, expected) in cases {
            let found = owner_of_device(written);
            let found = found
                .as_ref()
                .map(|(owner, device)| (owner.as_str(), device.as_str()));
            assert_eq!(found, expected, "{written}");
        }
    }
}
