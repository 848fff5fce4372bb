//! Rows of a hand-made table that are not data: sums (see `totals`), notes, section headings, repeated headings.
//!
//! *Notes* fill a single cell (`Stand: 30.09.2020`, `gez. Meier`) and contain something that names do not: a colon, a
//! digit after the name, the first word of a remark. `Stand`, `Ende` and `Quelle` are family names as well: before a
//! comma they are names; alone in the name column they may be either, and the row is set aside for somebody to check.
//! In a table with one column every row is data, and only sums are skipped.
//!
//! *A section heading* says something about the rows below it (`Warteliste`) that is not read there: such a row is
//! refused. If rows follow, the whole table is (see `layout::doubts`). A single word in the column of the full names may be
//! such a heading in words that are not known: the row is set aside.
//!
//! *The end of a letter* below the table, `Viele Grüße`, and what is alone in its row after it.
//!
//! *A company heading* over its people: a row with only the name of an organisation is set aside.
//!
//! *Struck through.* It is unclear whether such a row of a workbook still counts, so it is set aside.
//!
//! Skipped rows are counted, and a note names their lines.

use super::plan::{Plan, Problem, SetAside};
use super::totals::is_row_of_totals;
use super::values::words;
use super::{Field, Kind};
use crate::catalogue::Message;
use crate::catalogue::messages::rows;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::identity::{has_legal_form, is_particle, normalize_address, strip_marks};
use crate::message;
use crate::read::Record;

impl Plan {
    /// Sets a row aside that is not data: sums, notes, headings. Our own exports have none.
    pub(super) fn not_beside(&self, record: &Record) -> Result<(), SetAside> {
        let is_own = self.layout.quirks.own;
        if !is_own && is_row_of_totals(record) {
            return Err(SetAside::Skipped(rows::TOTALS.into()));
        }
        if let Some(problem) = self.marked(record) {
            return Err(SetAside::Rejected(problem));
        }
        if is_own {
            return Ok(());
        }
        if !self.layout.is_hand_made() {
            return Ok(());
        }
        if self.repeats_headings(record) {
            return Err(SetAside::Skipped(rows::HEADINGS_AGAIN.into()));
        }
        match only_cell(record) {
            Some(_) if self.layout.letter.is_some_and(|it| record.line() >= it) => {
                Err(SetAside::Skipped(rows::NOTE_BESIDE.into()))
            }
            Some((column, cell)) if self.layout.kind != Kind::Organisations => {
                self.alone(record.line(), column, cell)
            }
            _ => Ok(()),
        }
    }

    /// Returns the problem of a row with a cell struck through: it is unclear whether it still counts.
    pub(super) fn struck(&self, line: u64) -> Option<Problem> {
        let column = self.sheet().struck_column(line)?;
        Some(self.struck_out(line, column))
    }

    /// Returns why a row is set aside that is struck through, by its format or by characters, or has unknown cells.
    pub(super) fn marked(&self, record: &Record) -> Option<Problem> {
        let in_text = || {
            let column = self
                .struck_in_text(record)
                .filter(|_| !self.layout.quirks.own)?;
            Some(self.struck_out(record.line(), column))
        };
        self.struck(record.line())
            .or_else(in_text)
            .or_else(|| self.without_value(record.line()))
    }

    /// Returns the problem of a row with a relevant formula without a value: the cell looks empty, but its value is
    /// unknown.
    fn without_value(&self, line: u64) -> Option<Problem> {
        let mut unknown = self.sheet().unknown_columns(line);
        let column = unknown.find_map(|column| {
            let column = self.layout.columns.get(column)?;
            let is_read = !matches!(
                column.field,
                Field::Answer | Field::Consent(_) | Field::Ignore
            );
            is_read.then_some(column)
        })?;
        Some(Problem {
            line,
            column: Some(column.heading.clone()),
            reason: rows::NO_VALUE.into(),
        })
    }

    /// Returns a column that identifies the person and is struck through by characters: `~~Anna Adam~~`.
    fn struck_in_text(&self, record: &Record) -> Option<usize> {
        const STROKE: [char; 2] = ['\u{335}', '\u{336}'];
        let is_struck = |cell: &str| {
            let cell = cell.trim();
            cell.contains(STROKE)
                || cell.len() > 4 && cell.starts_with("~~") && cell.ends_with("~~")
        };
        let columns = self.layout.columns.iter().zip(record.cells());
        let mut named = columns.map(|(column, cell)| is_who(&column.field) && is_struck(cell));
        named.position(|it| it)
    }

    fn struck_out(&self, line: u64, column: usize) -> Problem {
        let column = self.layout.columns.get(column);
        Problem {
            line,
            column: column.map(|column| column.heading.clone()),
            reason: rows::STRUCK_THROUGH.into(),
        }
    }

    /// Whether the columns that identify the person contain their own headings.
    fn repeats_headings(&self, record: &Record) -> bool {
        let mut named = self
            .layout
            .columns
            .iter()
            .zip(record.cells())
            .filter(|(column, cell)| is_who(&column.field) && !cell.trim().is_empty())
            .peekable();
        named.peek().is_some()
            && named.all(|(column, cell)| column.heading.eq_ignore_ascii_case(cell.trim()))
    }

    /// Decides about the only cell of a row.
    fn alone(&self, line: u64, column: usize, cell: &str) -> Result<(), SetAside> {
        let is_one_column = self.layout.columns.len() == 1;
        let field = self.layout.columns.get(column).map(|column| &column.field);
        if matches!(field, Some(Field::Session | Field::SessionOption(_))) {
            return Ok(());
        }
        let rejected = |reason: Message| {
            Err(SetAside::Rejected(Problem {
                line,
                column: None,
                reason,
            }))
        };
        let shown = || words::quotable(cell);
        let is_name = field.is_some_and(is_who);
        match aside(cell) {
            Some(Aside::Section) => rejected(message!(rows::status_over_rows { cell: shown() })),
            _ if !is_one_column && self.choices.one(cell).is_some() => {
                rejected(message!(rows::session_over_rows { cell: shown() }))
            }
            Some(Aside::Note) if is_one_column => rejected(rows::LIKE_A_NOTE.into()),
            Some(Aside::Perhaps) if is_name => {
                rejected(message!(rows::name_or_note { cell: shown() }))
            }
            None if is_name && !is_one_column && is_of_an_organisation(cell) => {
                rejected(message!(rows::like_an_organisation { cell: shown() }))
            }
            None if field == Some(&Field::Name)
                && !is_one_column
                && words::is_single_word(cell) =>
            {
                rejected(message!(rows::name_or_heading { cell: shown() }))
            }
            Some(Aside::Note | Aside::Perhaps) => Err(SetAside::Skipped(rows::NOTE_BESIDE.into())),
            None => Ok(()),
        }
    }
}

/// Whether a field identifies the person of a row.
fn is_who(field: &Field) -> bool {
    matches!(
        field,
        Field::Name | Field::GivenName | Field::FamilyName | Field::Email
    )
}

/// Returns the only filled cell of a row, and its column.
fn only_cell(record: &Record) -> Option<(usize, &str)> {
    let mut filled = record
        .cells()
        .map(str::trim)
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let only = filled.next()?;
    filled.next().is_none().then_some(only)
}

/// The kind of a single cell that is not clearly a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aside {
    /// A remark about the table.
    Note,
    /// A remark or a family name.
    Perhaps,
    /// A heading that says something about the rows below.
    Section,
}

/// Whether a text names an organisation: by its legal form, or by a word that does not occur in people's names.
fn is_of_an_organisation(cell: &str) -> bool {
    has_legal_form(cell) || LEXICON.asides.organisations.has_any(&fold::words(cell))
}

/// Returns the kind of a cell that is alone in its row, unless it is a name.
fn aside(cell: &str) -> Option<Aside> {
    if normalize_address(cell).is_some() {
        return None;
    }
    let name = strip_marks(cell).name;
    let asides = &LEXICON.asides;
    let first = first_word(&name);
    if asides.sections.are(first) {
        return Some(Aside::Section);
    }
    let counts = |text: &str| asides.counted.are(first_word(text));
    let is_numbered = name != cell && cell.starts_with(|it: char| it.is_ascii_digit());
    let is_note = asides.remarks.are(first)
        || name.split_whitespace().count() > MOST_WORDS_OF_A_NAME
        || is_sentence(&name)
        || name.contains(|letter: char| letter == ':' || letter.is_ascii_digit())
        || (is_numbered && name.split_whitespace().any(counts));
    if is_note {
        return Some(Aside::Note);
    }
    if !asides.also_names.are(first) {
        return None;
    }
    let rest = name.get(first.len()..).unwrap_or_default();
    let is_sentence = rest
        .split_whitespace()
        .any(|word| word.starts_with(char::is_lowercase));
    match rest.trim_start().strip_prefix(',') {
        Some(given) if given.contains(char::is_alphabetic) => None,
        _ if is_sentence => Some(Aside::Note),
        _ => Some(Aside::Perhaps),
    }
}

/// Whether a text is a sentence or explains a sign: `Bitte zurück an Frau Meier`, `W = Warteliste`.
fn is_sentence(name: &str) -> bool {
    const FEW: usize = 3;
    let mut words = name.split_whitespace();
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !is_particle(word);
    let begins = words
        .clone()
        .next()
        .is_some_and(|it| it.starts_with(char::is_uppercase));
    name.contains('=') || begins && words.clone().count() > FEW && words.any(|it| is_small(&it))
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

/// Anything longer is a sentence: `Prof. Dr. Dr. h. c. Maria Anna von der Heide` has ten.
const MOST_WORDS_OF_A_NAME: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_alone_may_be_a_note_or_stand_over_a_section() {
        for note in [
            "Stand: 30.09.2020",
            "gez. Meier",
            "Ende der Liste",
            "Erstellt von Sabine Meier am 30. September",
            "3 Personen",
            "70 registrierte Teilnehmer",
            "Ansprechpartnerin Sabine Meier",
        ] {
            assert_eq!(aside(note), Some(Aside::Note), "{note}");
        }
        for either in ["Ende", "Stand", "Quelle", "Stand September"] {
            assert_eq!(aside(either), Some(Aside::Perhaps), "{either}");
        }
        for section in [
            "Warteliste:",
            "Absagen",
            "Nachrücker ab hier",
            "Storniert (3)",
        ] {
            assert_eq!(aside(section), Some(Aside::Section), "{section}");
        }
        for name in [
            "Anna Ahlers",
            "anna@nord.example.org",
            "Standke, Jörg",
            "O'Neill",
            "Stand, Petra",
            "Ende, Michael",
            "Rita Quelle",
            "1. Ada Lenz",
            "109_Ada_Lenz",
            "CS-21-003 Bert Klug",
        ] {
            assert_eq!(aside(name), None, "{name}");
        }
        assert_eq!(only_cell(&Record::new(1, ["Stand: heute", "x"])), None);
        assert_eq!(only_cell(&Record::new(1, ["", " a "])), Some((1, "a")));
    }
}
