//! Rows of sums: a label (`Summe`, `Gesamt: 70`, `Total participants`) and no word in any other cell.
//!
//! A person called Total has an address, an organisation or a choice in addition to the name.

use crate::formats::lexicon::LEXICON;
use crate::read::Record;

/// Returns whether a row only sums up those above it.
pub(super) fn is_row_of_totals(record: &Record) -> bool {
    let mut worded = record
        .cells()
        .filter(|cell| cell.contains(|letter: char| letter.is_alphabetic() || letter == '∑'));
    worded.next().is_some_and(is_label) && worded.all(|cell| is_label(cell) || is_count(cell))
}

/// Whether a cell counts people: `6 Personen`.
fn is_count(cell: &str) -> bool {
    const FEW: usize = 3;
    cell.starts_with(|first: char| first.is_ascii_digit())
        && cell.split_whitespace().count() <= FEW
        && LEXICON.counts_heads(cell)
}

fn is_label(cell: &str) -> bool {
    /// In bytes: no label is longer, and most cells are rejected here.
    const LONGEST: usize = 16;
    let asides = &LEXICON.asides;
    let is_sign = |word: &str| word.chars().all(|it| asides.sum_signs.contains(&it));
    let mut words = cell
        .split(|letter: char| !letter.is_alphabetic() && letter != '∑')
        .filter(|word| !word.is_empty())
        .peekable();
    let mut sums = false;
    words.peek().is_some()
        && words.all(|word| {
            let is_sum = word.len() <= LONGEST && (is_sign(word) || asides.sums.are(word));
            sums |= is_sum;
            is_sum || (word.len() <= LONGEST && asides.counted.are(word))
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
            &["", "Gesamt", "", "6 Anmeldungen"],
            &["Gesamt anwesend 5", ""],
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
            &["Summe", "4 GmbH"],
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
