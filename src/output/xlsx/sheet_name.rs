//! Makes valid names for sheets.

use std::collections::HashSet;

use super::super::Table;
use crate::catalogue::messages::sheet_names as words;
use crate::catalogue::messages::titles::SESSIONS;
use crate::catalogue::{Language, Wording};

/// The maximum length of a name in UTF-16 units.
const LONGEST: usize = 31;

/// Returns the name for the sheet of a table: in the reader's language, unless import reads it and expects the name.
pub(super) fn called(table: &Table, language: Language) -> &str {
    if table.taken_back {
        return &table.name;
    }
    match table.sheet.or_else(|| word(&table.name)) {
        Some(wording) => wording.in_language(language),
        None => &table.name,
    }
}

/// Returns the word for a table of this name.
fn word(name: &str) -> Option<Wording> {
    Some(match name {
        "attendance" => words::ATTENDANCE,
        "sign-in" => words::SIGN_IN,
        "sessions" => SESSIONS,
        "programme" => words::PROGRAMME,
        "organisations" => words::ORGANISATIONS,
        "missing_organisations" => words::MISSING_ORGANISATIONS,
        "no-shows" | "no_shows" => words::NO_SHOWS,
        "curve" => words::CURVE,
        "history" => words::HISTORY,
        "rulings" => words::RULINGS,
        "contributors" => words::CONTRIBUTORS,
        "sources" => words::SOURCES,
        "earlier_events" => words::EARLIER_EVENTS,
        "mailing" => words::MAILING,
        "facts" => words::AT_A_GLANCE,
        "bars" => words::PICTURE,
        _ => return None,
    })
}

/// Gives every sheet a unique name.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    /// The names in use, in lower case: Excel does not distinguish `People` from `people`.
    taken: HashSet<String>,
}

impl SheetNames {
    /// Returns `wanted` without characters that are not allowed, and numbered if it is already in use.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let allowed: String = wanted
            .chars()
            .map(|it| {
                if it.is_control() || "[]:*?/\\".contains(it) {
                    '_'
                } else {
                    it
                }
            })
            .collect();
        let allowed = allowed.trim_matches('\'').trim();
        // Excel reserves this name.
        let allowed = match allowed {
            "" => "_",
            name if name.eq_ignore_ascii_case("history") => "history_",
            name => name,
        };
        let mut name = cut(allowed, LONGEST).to_owned();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            let end = format!(" ({number})");
            name = format!("{}{end}", cut(allowed, LONGEST - end.len()));
        }
        name
    }
}

/// Returns the beginning of a text that fits into this many UTF-16 units.
pub(super) fn cut(text: &str, units: usize) -> &str {
    let mut left = units;
    for (place, character) in text.char_indices() {
        match left.checked_sub(character.len_utf16()) {
            Some(rest) => left = rest,
            None => return &text[..place],
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_allowed_short_and_told_apart() {
        let mut names = SheetNames::default();
        let given: Vec<_> = [
            "people",
            "People",
            "a/b:[c]",
            "'quoted'",
            "",
            "History",
            "a name that is much longer than a sheet's may be",
            "a name that is much longer than a sheet's may well be",
        ]
        .into_iter()
        .map(|wanted| names.give(wanted))
        .collect();
        let expected = [
            "people",
            "People (2)",
            "a_b__c_",
            "quoted",
            "_",
            "history_",
            "a name that is much longer than",
            "a name that is much longer  (2)",
        ];
        assert_eq!(given, expected);
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("ab", 2), "ab");
        assert_eq!(cut("a👩b", 2), "a");
        assert_eq!(cut("a👩b", 3), "a👩");
    }
}
