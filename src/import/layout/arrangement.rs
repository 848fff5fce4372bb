//! Tables whose rows are not one person each.
//!
//! *Several people in a row.* Somebody books for colleagues, in columns `Teilnehmer 2`, `Attendee 3 name`; or two
//! tables are next to each other, each with a column `Name`. Reading only the first name would lose the others.
//!
//! *Given once for several rows.* `Session` is filled in the first row of each block, and empty below. In a workbook a
//! merged cell makes clear that it counts for all its rows; here an empty cell may also mean nothing. A form with a
//! time in each row was filled in row by row, and an empty cell in it is an answer.
//!
//! Neither can be read with certainty, so the file is refused, with the options that settle it, unless `--map` gives
//! the meaning of the column.

use super::super::error::ImportError;
use super::super::{Field, Kind, Record};
use super::columns::{Layout, Origin};
use super::decide::{Decided, Draft};
use super::names_by_cells::can_be_names;
use super::sessions::pasteable;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::formats::{Owner, heading};
use crate::identity::name_key;

impl Layout {
    /// Refuses a table in which a row is not one person, or lacks values that are meant for it.
    ///
    /// # Errors
    /// [`ImportError::SeveralPeople`] and [`ImportError::SaidOnce`], with the columns.
    pub(super) fn refuse_other_arrangements(
        &self,
        decided: &Decided,
        rows: &[Record],
        name: &str,
    ) -> Result<(), ImportError> {
        let is_of_people = matches!(self.kind, Kind::People | Kind::Signups | Kind::Attendance);
        if !is_of_people || self.quirks.sign_in {
            return Ok(());
        }
        let others = decided.columns_of_others(rows);
        if !others.is_empty() {
            let left_out = match self.kind {
                Kind::Signups => "answer",
                _ => "ignore",
            };
            let heading = |column: &usize| decided.columns[*column].heading.clone();
            let headings: Vec<String> = others.iter().map(heading).collect();
            let ways = headings.iter().map(|it| pasteable(it, left_out));
            return Err(ImportError::SeveralPeople {
                file: name.to_owned(),
                ways: ways.collect(),
                headings,
            });
        }
        if self.is_hand_made()
            && let Some(column) = decided.said_once(rows)
            && let Some(field) = &column.field
        {
            return Err(ImportError::SaidOnce {
                file: name.to_owned(),
                heading: column.heading.clone(),
                way: pasteable(&column.heading, &field.to_string()),
            });
        }
        Ok(())
    }
}

impl Decided {
    /// Returns the columns that name people other than the one the row is read for.
    fn columns_of_others(&self, rows: &[Record]) -> Vec<usize> {
        let further = (0..self.columns.len()).filter(|index| {
            let column = &self.columns[*index];
            let is_open = column.origin != Origin::Told
                && matches!(
                    column.field,
                    None | Some(Field::Answer | Field::Ignore | Field::Kind)
                );
            // English "kind" is another word.
            let is_kind = column.field == Some(Field::Kind)
                && !rows
                    .iter()
                    .filter_map(|row| row.get(*index))
                    .any(|it| it.trim().contains(' '));
            let is_child = !is_kind && LEXICON.names_a_child(&column.heading);
            is_open
                && column.evidence.filled > 0
                && !column.evidence.are_yes_no()
                && (is_child || is_of_another(&column.heading) || self.repeats_the_name(column))
                && can_be_names(column, rows, *index)
                && rows.iter().any(|row| self.names_another(row, *index))
        });
        further.collect()
    }

    /// Whether a heading repeats that of the person's name: `Name (2)`.
    fn repeats_the_name(&self, column: &Draft) -> bool {
        let first = column
            .heading
            .strip_suffix(')')
            .and_then(|it| it.rsplit_once(" ("))
            .filter(|(_, number)| number.parse::<usize>().is_ok());
        let is_name = |it: &Draft| {
            matches!(
                it.field,
                Some(Field::Name | Field::GivenName | Field::FamilyName)
            )
        };
        first.is_some_and(|(first, _)| {
            let mut named = self.columns.iter().filter(|it| is_name(it));
            named.any(|it| it.heading == first)
        })
    }

    /// Whether a cell is a name that differs from the row's own.
    fn names_another(&self, row: &Record, column: usize) -> bool {
        let cell = |column: usize| row.get(column).map(str::trim).unwrap_or_default();
        let own = |field: &Field| self.position(field).map(cell).unwrap_or_default();
        let (given, family) = (own(&Field::GivenName), own(&Field::FamilyName));
        let whole = match own(&Field::Name) {
            "" => format!("{given} {family}"),
            name => name.to_owned(),
        };
        let other = name_key(cell(column));
        let known = [whole.as_str(), given, family].map(name_key);
        !other.is_empty() && !known.contains(&other)
    }

    /// Returns the column of a session or an organisation that is filled in the first row, and then only in the first
    /// row of each block.
    fn said_once(&self, rows: &[Record]) -> Option<&Draft> {
        // A form with a time in each row was filled in row by row.
        if self.has(&Field::RequestedAt) {
            return None;
        }
        let who = [
            Field::Name,
            Field::GivenName,
            Field::FamilyName,
            Field::Email,
        ];
        let names = who.iter().filter_map(|field| self.position(field)).min();
        self.columns.iter().enumerate().find_map(|(index, column)| {
            // A cell before the names of a block is its heading; after them it may be an answer.
            let is_before = names.is_some_and(|names| index < names);
            let least = match column.field {
                Some(Field::Session) if is_before => 1,
                Some(Field::Session | Field::Organisation) => 2,
                _ => return None,
            };
            let is_full = |row: &&Record| {
                // A single cell in a table with several columns is a note rather than a row.
                let filled = row.cells().filter(|cell| !cell.trim().is_empty()).count();
                filled > usize::from(self.columns.len() > 2)
            };
            let cells = rows.iter().filter(is_full).map(|row| row.get(index));
            let cells = cells.map(|cell| fold::plain(cell.unwrap_or_default()));
            let is_open = column.origin != Origin::Told;
            (is_open && is_said_once(cells.collect(), least)).then_some(column)
        })
    }
}

/// Whether the first cell of a column is filled, no two adjacent cells are, and none repeats another.
fn is_said_once(mut said: Vec<String>, least: usize) -> bool {
    const FEWEST: usize = 3;
    let count = said.len();
    let are_apart = said
        .windows(2)
        .all(|pair| pair.iter().any(String::is_empty));
    let begins = said.first().is_some_and(|first| !first.is_empty());
    said.retain(|cell| !cell.is_empty());
    let filled = said.len();
    said.sort_unstable();
    said.dedup();
    begins && are_apart && count >= FEWEST && filled >= least && said.len() == filled
}

/// Whether a heading is about a person other than the first: `Teilnehmer 2`, `Attendee 3 name`, `Begleitperson`.
fn is_of_another(heading: &str) -> bool {
    let words = fold::words(heading);
    let tells = |word: &String| {
        LEXICON.says_further(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_numbered = words.iter().any(|word| tells(word) || ends_in_digit(word));
    let plain = words.iter().filter(|word| !tells(word));
    let plain: Vec<&str> = plain
        .map(|word| word.trim_end_matches(|sign: char| sign.is_ascii_digit()))
        .collect();
    let meaning = heading::meaning(&plain.join(" "));
    is_numbered
        && meaning.is_some_and(|it| {
            let is_name = matches!(it.field, Field::Name | Field::GivenName | Field::FamilyName);
            is_name && it.owner <= Owner::Ticket
        })
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|sign: char| sign.is_ascii_digit())
}
