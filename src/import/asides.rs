//! Rows of a hand-made table that are nobody's: sums, notes, headings of sections.
//!
//! *Sums* have a label (`Summe`, `Gesamt: 70`, `Total participants`) and, in every other cell, no word at all.
//! A person called Total has an address, an organisation or a choice beside the name.
//!
//! *Notes* fill one cell (`Stand: 30.09.2020`, `gez. Meier`), with what no name has: a colon, a digit, the
//! first word of a remark. A *heading of a section* does as well, and says something of the rows below it
//! (`Warteliste`) that nobody reads there: such a row is refused, so that somebody looks.
//!
//! This file calls `records`, the plan of the file and the addresses of `identity`.

use super::plan::{Plan, Problem, SetAside};
use super::records::Record;
use super::values::words;
use super::{Field, Kind};
use crate::identity::normalize_address;

/// Why a row of sums is set aside.
pub(super) const OF_TOTALS: &str = "a row of totals";

impl Plan {
    /// Sets a row aside that is nobody's: sums, notes, headings of sections. An own export has none.
    pub(super) fn not_beside(&self, record: &Record) -> Result<(), SetAside> {
        if self.layout.quirks.own {
            return Ok(());
        }
        if is_row_of_totals(record) {
            return Err(SetAside::Skipped(OF_TOTALS));
        }
        if self.layout.family != "table" || self.layout.kind == Kind::Organisations {
            return Ok(());
        }
        let mut cells = record.cells().map(str::trim);
        let first = cells.position(|cell| !cell.is_empty());
        let is_alone = cells.all(str::is_empty) && record.width() > 1;
        let in_its_column = first
            .and_then(|column| self.layout.columns.get(column))
            .is_some_and(|column| matches!(column.field, Field::Session | Field::SessionOption(_)));
        if in_its_column {
            return Ok(());
        }
        let only = first.and_then(|column| record.get(column));
        let (over, what) = match aside(record) {
            Some(Aside::Section(cell)) => (cell, "status"),
            _ if is_alone && only.is_some_and(|cell| self.choices.one(cell).is_some()) => {
                (only.unwrap_or_default(), "session")
            }
            Some(Aside::Note) => return Err(SetAside::Skipped("a note beside the table")),
            None => return Ok(()),
        };
        Err(SetAside::Rejected(Problem {
            line: record.line(),
            column: None,
            reason: format!(
                "`{}` stands over the rows below it, and is not read for them: give each row its {what} in a column",
                words::quotable(over)
            ),
        }))
    }
}

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

/// What a row with a single cell is, where it is nobody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aside<'record> {
    /// A remark about the table.
    Note,
    /// It stands over rows of which it says something.
    Section(&'record str),
}

/// First words of what stands over the rows of a section, in small letters.
const SECTIONS: [&str; 12] = [
    "absage",
    "absagen",
    "abgesagt",
    "abmeldungen",
    "cancellations",
    "cancelled",
    "nachrücker",
    "nachrueckliste",
    "storniert",
    "stornierungen",
    "warteliste",
    "waitlist",
];

/// First words of a remark, in small letters.
const REMARKS: [&str; 14] = [
    "anmerkung",
    "anmerkungen",
    "ansprechpartner",
    "ansprechpartnerin",
    "bemerkung",
    "ende",
    "erstellt",
    "gez",
    "hinweis",
    "hinweise",
    "legende",
    "note",
    "quelle",
    "stand",
];

/// Returns what a row is whose only cell is no name.
fn aside(record: &Record) -> Option<Aside<'_>> {
    let mut filled = record
        .cells()
        .map(str::trim)
        .filter(|cell| !cell.is_empty());
    let (Some(cell), None) = (filled.next(), filled.next()) else {
        return None;
    };
    if normalize_address(cell).is_some() {
        return None;
    }
    let first: String = cell
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let first = first.to_lowercase();
    if SECTIONS.contains(&first.as_str()) {
        return Some(Aside::Section(cell));
    }
    let is_sentence = cell.split_whitespace().count() > MOST_WORDS_OF_A_NAME;
    let is_note = REMARKS.contains(&first.as_str())
        || is_sentence
        || cell.contains(|letter: char| letter == ':' || letter.is_ascii_digit());
    is_note.then_some(Aside::Note)
}

/// Longer is a sentence: `Prof. Dr. Dr. h. c. Maria Anna von der Heide` has ten.
const MOST_WORDS_OF_A_NAME: usize = 10;

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
    fn a_cell_alone_may_be_a_note_or_stand_over_a_section() {
        let of = |cell: &'static str| {
            let record = Record::new(1, ["", cell, ""]);
            aside(&record).map(|aside| matches!(aside, Aside::Section(_)))
        };
        for note in [
            "Stand: 30.09.2020",
            "gez. Meier",
            "Ende der Liste",
            "Erstellt von Sabine Meier am 30. September",
            "3 Personen",
            "Ansprechpartnerin Sabine Meier",
        ] {
            assert_eq!(of(note), Some(false), "{note}");
        }
        for section in [
            "Warteliste:",
            "Absagen",
            "Nachrücker ab hier",
            "Storniert (3)",
        ] {
            assert_eq!(of(section), Some(true), "{section}");
        }
        for name in [
            "Anna Ahlers",
            "anna@nord.example.org",
            "Standke, Jörg",
            "O'Neill",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
        assert_eq!(aside(&Record::new(1, ["Stand: heute", "x"])), None);
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
