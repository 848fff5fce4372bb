//! Rows that sum up: the last ones of many a spreadsheet, and nobody's.
//!
//! A label (`Summe`, `Gesamt: 70`, `Total participants`) and, in every other cell, no word at all. A person
//! called Total has an address, an organisation or a choice beside the name.
//!
//! This file calls `records`, and nothing of the other rooms.

use super::records::Record;

/// Words that say what the numbers of a row are. Each makes a label by itself.
const SUMS: [&str; 20] = [
    "anzahl",
    "count",
    "endsumme",
    "gesamt",
    "gesamtanzahl",
    "gesamtsumme",
    "gesamtzahl",
    "insgesamt",
    "subtotal",
    "sum",
    "summe",
    "summen",
    "teilnehmeranzahl",
    "teilnehmerzahl",
    "total",
    "totals",
    "zwischensumme",
    "σ",
    "∑",
    "ø",
];

/// Words that may stand beside those.
const COUNTED: [&str; 16] = [
    "anmeldungen",
    "anwesende",
    "attendees",
    "der",
    "grand",
    "number",
    "of",
    "participants",
    "people",
    "personen",
    "pro",
    "registrations",
    "teilnehmende",
    "teilnehmer",
    "teilnehmerinnen",
    "zusagen",
];

/// Returns whether a row only sums up those above it.
pub(super) fn is_row_of_totals(record: &Record) -> bool {
    let mut worded = record
        .cells()
        .filter(|cell| cell.contains(|letter: char| letter.is_alphabetic() || letter == '∑'));
    worded.next().is_some_and(is_label) && worded.all(is_label)
}

fn is_label(cell: &str) -> bool {
    let mut words = cell
        .split(|letter: char| !letter.is_alphabetic() && letter != '∑')
        .filter(|word| !word.is_empty())
        .peekable();
    let is_one_of = |list: &[&str], word: &str| {
        // No label is longer, and most cells end here.
        word.len() <= 16 && list.contains(&word.to_lowercase().as_str())
    };
    let mut sums = false;
    words.peek().is_some()
        && words.all(|word| {
            let is_sum = is_one_of(&SUMS, word);
            sums |= is_sum;
            is_sum || is_one_of(&COUNTED, word)
        })
        && sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_and_numbers_are_a_row_of_totals() {
        for cells in [
            &["Summe", "", "12", "7"][..],
            &["", "Gesamt:", "70"],
            &["Gesamt: 70"],
            &["Anzahl Teilnehmer: 68", ""],
            &["TOTAL", "12", "Total: 30 %"],
            &["Total number of participants (70)"],
            &["∑", "12"],
            &["Zwischensumme", "=\"4\"", "08.10.2020"],
        ] {
            assert!(
                is_row_of_totals(&Record::new(1, cells.iter().copied())),
                "{cells:?}"
            );
        }
    }

    #[test]
    fn a_row_with_any_other_word_is_somebodys() {
        for cells in [
            &["Total", "Jean", "Dupont"][..],
            &["Summe", "x"],
            &["Gesamtverband Autoteile", "3"],
            &["Teilnehmer", "4"],
            &["", "12", "7"],
            &["Total", "jean.total@example.org"],
            &["Sum Wong"],
        ] {
            assert!(
                !is_row_of_totals(&Record::new(1, cells.iter().copied())),
                "{cells:?}"
            );
        }
    }
}
