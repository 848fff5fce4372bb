//! Headings of a table: made distinct, numbered, remembered.
//!
//! `formats` knows the meaning of their words.

use super::Field;
use crate::formats::fold::without_markup;
use crate::formats::heading::meaning;
use crate::formats::lexicon::LEXICON;

/// Returns the meaning of a heading, going only by its words.
pub(super) fn field_of(heading: &str) -> Option<Field> {
    meaning(heading).map(|meaning| meaning.field)
}

/// Whether the heading of a column of whole names says that the family name comes first.
pub(super) fn is_family_first(heading: &str) -> bool {
    LEXICON.heading.family_first.has(&LEXICON.folded(heading))
}

/// Returns the headings cleaned and made distinct.
///
/// `Firma`, `Firma` become `Firma`, `Firma (2)`; an empty heading becomes `Column 7`.
pub(super) fn distinct(cells: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::with_capacity(cells.len());
    for (index, cell) in cells.iter().enumerate() {
        let clean = without_markup(cell)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let clean = if clean.is_empty() {
            unnamed(index)
        } else {
            clean
        };
        let mut name = clean.clone();
        let mut number = 1;
        while seen.contains(&name) {
            number += 1;
            name = format!("{clean} ({number})");
        }
        seen.push(name);
    }
    seen
}

/// Returns the name of a column without a heading.
pub(super) fn unnamed(index: usize) -> String {
    format!("Column {}", index + 1)
}

/// Returns a number for a heading row, under which `--map` answers are remembered.
pub(super) fn headings_key(headings: &[String]) -> i64 {
    let mut hash = super::fingerprint::Fingerprint::new();
    for heading in headings {
        hash.text(heading);
    }
    hash.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_headings_stay_apart() {
        let cells = ["Firma", "", "Firma", "Firma "].map(str::to_owned);
        assert_eq!(
            distinct(&cells),
            ["Firma", "Column 2", "Firma (2)", "Firma (3)"]
        );
    }
}
