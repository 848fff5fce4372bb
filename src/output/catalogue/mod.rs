//! The one catalogue of wordings: what people read in documents, tables and letters, in every language.
//!
//! A wording is a constant with its text in each language, so that nothing can be said in one of them
//! alone, and whoever corrects or translates finds all of them here:
//!
//! | file | holds |
//! | --- | --- |
//! | `columns.rs` | headings of reports' columns, each with its key in JSON |
//! | `facts.rs` | headings of lists, and names of facts on the pages about one thing |
//! | `exports.rs` | headings of exports, which import knows again |
//! | `labels.rs` | the program's own words in cells, each with its key |
//! | `titles.rs` | titles over reports and lists |
//! | `notes.rs` | what reports say below their rows |
//! | `sheets.rs` | what stands under a heading inside a report |
//! | `commands.rs` | what commands say in their lists and pages beside that |
//! | `review.rs`, `reasons.rs` | open questions, their answers, and what speaks for a candidate |
//! | `documents.rs` | titles, sentences and counts of letters and documents |
//! | `conventions.rs` | how dates, numbers and files are written |
//! | `letters.rs` | what calendars, mailings and certificates say |
//! | `dossier.rs` | the index of a dossier |
//! | `event_report.rs` | headings and sentences of the report of an event |
//! | `days.rs` | days in words |
//!
//! # Placeholders
//!
//! `{name}` in a wording is filled by [`Wording::fill`]; every language has the same ones. What is filled in
//! is never read for placeholders itself. A sentence with a number is [`Counted`], one wording for one and
//! another for every other number: English and German need no third.
//!
//! The tests of this file hold that no text is missing, that placeholders agree, and that no key stands twice.

mod columns_and_labels;

pub mod columns;
pub mod commands;
pub mod conventions;
pub mod days;
pub mod documents;
pub mod dossier;
pub mod event_report;
pub mod exports;
pub mod facts;
pub mod labels;
pub mod letters;
pub mod notes;
pub mod reasons;
pub mod review;
pub mod sheets;
pub mod titles;

pub use columns_and_labels::Keyed;

use std::fmt::{Display, Write as _};

use super::Language;

/// A text in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wording {
    english: &'static str,
    german: &'static str,
}

impl Wording {
    const fn new(english: &'static str, german: &'static str) -> Self {
        Self { english, german }
    }

    /// The text, with its placeholders.
    pub fn in_language(self, language: Language) -> &'static str {
        language.pick(self.english, self.german)
    }

    /// The text with its placeholders filled: each by its name.
    pub fn fill(self, language: Language, values: &[(&str, &dyn Display)]) -> String {
        let mut filled = String::new();
        let mut rest = self.in_language(language);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                break;
            };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => {
                    write!(filled, "{value}").expect("writing into memory does not fail");
                }
                None => debug_assert!(false, "nothing fills {{{name}}}"),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// A text with a number: one wording for one, another for every other number. The number is `{count}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counted {
    one: Wording,
    other: Wording,
}

impl Counted {
    /// The text for so many.
    pub fn of(self, language: Language, count: usize) -> String {
        self.fill(language, count, &[])
    }

    /// The text for so many, with its other placeholders filled.
    pub fn fill(self, language: Language, count: usize, values: &[(&str, &dyn Display)]) -> String {
        let wording = if count == 1 { self.one } else { self.other };
        let mut all: Vec<(&str, &dyn Display)> = vec![("count", &count)];
        all.extend_from_slice(values);
        wording.fill(language, &all)
    }
}

/// Defines wordings: `NAME = "English", "German";` or, for numbers,
/// `NAME = "{count} place" | "{count} places", "{count} Platz" | "{count} Plätze";`
macro_rules! wordings {
    ($($(#[$doc:meta])* $name:ident = $english:literal $(| $englishes:literal)?, $german:literal $(| $germans:literal)?;)*) => {
        $(wordings!(@one $(#[$doc])* $name, $english $(| $englishes)?, $german $(| $germans)?);)*

        /// Every wording of this file, by name.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &[&str], &[&str])] = &[
            $((stringify!($name), &[$english $(, $englishes)?], &[$german $(, $germans)?])),*
        ];
    };
    (@one $(#[$doc:meta])* $name:ident, $english:literal, $german:literal) => {
        $(#[$doc])*
        #[doc = concat!("“", $english, "”.")]
        pub const $name: $crate::output::catalogue::Wording =
            $crate::output::catalogue::Wording::new($english, $german);
    };
    (@one $(#[$doc:meta])* $name:ident, $english:literal | $englishes:literal, $german:literal | $germans:literal) => {
        $(#[$doc])*
        #[doc = concat!("“", $english, "”, “", $englishes, "”.")]
        pub const $name: $crate::output::catalogue::Counted = $crate::output::catalogue::Counted {
            one: $crate::output::catalogue::Wording::new($english, $german),
            other: $crate::output::catalogue::Wording::new($englishes, $germans),
        };
    };
}
pub(in crate::output) use wordings;

#[cfg(test)]
mod tests {
    use super::*;

    const GREETING: Wording = Wording::new("Hello {name}, {role}", "Guten Tag {name}, {role}");
    const PLACES: Counted = Counted {
        one: Wording::new("{count} place", "{count} Platz"),
        other: Wording::new("{count} places", "{count} Plätze"),
    };

    /// The names of a text's placeholders, sorted.
    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<_> = text
            .split('{')
            .skip(1)
            .map(|it| it.split_once('}').expect("a placeholder ends").0)
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn placeholders_are_filled_and_never_read_again() {
        let values: [(&str, &dyn Display); 2] = [("name", &"{role}"), ("role", &"{name}")];
        assert_eq!(
            GREETING.fill(Language::German, &values),
            "Guten Tag {role}, {name}"
        );
    }

    #[test]
    fn one_is_told_from_many() {
        let said = |count| PLACES.of(Language::German, count);
        assert_eq!(
            [said(0), said(1), said(2)],
            ["0 Plätze", "1 Platz", "2 Plätze"]
        );
        assert_eq!(PLACES.of(Language::English, 1), "1 place");
    }

    #[test]
    fn every_wording_is_complete_in_every_language() {
        for (name, english, german) in [
            commands::ALL,
            conventions::ALL,
            days::ALL,
            documents::ALL,
            dossier::ALL,
            event_report::ALL,
            letters::ALL,
            notes::ALL,
            reasons::ALL,
            review::ALL,
            sheets::ALL,
            titles::ALL,
        ]
        .concat()
        {
            assert_eq!(english.len(), german.len(), "{name}: forms");
            let all: Vec<_> = english.iter().chain(german).collect();
            for text in &all {
                assert!(!text.trim().is_empty(), "{name} is empty");
                assert_eq!(
                    placeholders(text),
                    placeholders(all[0]),
                    "{name}: placeholders of {text:?}"
                );
            }
        }
    }

    #[test]
    fn every_key_stands_once_and_is_one_word() {
        for (file, all) in [
            ("columns", columns::ALL),
            ("facts", facts::ALL),
            ("exports", exports::ALL),
            ("labels", labels::ALL),
        ] {
            let mut seen = std::collections::HashMap::new();
            for (name, keyed) in all {
                let key = keyed.key();
                assert!(
                    key.chars().all(|it| it.is_ascii_lowercase()
                        || it.is_ascii_digit()
                        || "_-:".contains(it)),
                    "{file}: {key:?}"
                );
                for language in Language::ALL {
                    assert!(
                        !keyed.wording().in_language(language).trim().is_empty(),
                        "{file}: {name}"
                    );
                }
                // The same key may be worded in two ways: "Name" of a person, "Name" of an organisation.
                let former = seen.insert((key, keyed.wording()), name);
                assert_eq!(former, None, "{file}: {name} says the same");
            }
        }
    }
}
