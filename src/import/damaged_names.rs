//! Names that lost letters before the file was imported: `J?rg M?ller`, `M\u{FFFD}ller`, or a `MÃ¼ller` that cannot be
//! repaired with certainty.
//!
//! The original letters are unknown, so such rows are imported unchanged and named in a note. A `?` is a lost letter if
//! it touches a word of a name; elsewhere it is a question mark.

use super::error::ImportError;
use super::plan::Plan;
use super::{Field, Kind, Record};
use crate::import::lines;
use crate::message;
use crate::read::is_misread;
use crate::read::lacks_letters;

impl Plan {
    /// Adds a note about the rows with damaged names.
    pub(super) fn look_for_damaged_names(&mut self) -> Result<(), ImportError> {
        // In a platform's log there is a question about such a name anyway.
        if self.layout.is_log || !self.sheet().may_name_wrongly() {
            return Ok(());
        }
        let columns: Vec<usize> = (0..self.layout.columns.len())
            .filter(|column| is_name(&self.layout.columns[*column].field, self.layout.kind))
            .collect();
        let is_damaged = |record: &Record| {
            columns
                .iter()
                .filter_map(|column| record.get(*column))
                .any(|cell| lacks_letters(cell) || is_misread(cell))
        };
        let mut damaged = Vec::new();
        let mut rows = self.rows()?;
        while let Some(row) = rows.next_row()? {
            if is_damaged(row) {
                damaged.push(row.line());
            }
        }
        if !damaged.is_empty() {
            self.layout.notes.push(message!(rows::letters_lost {
                lines: lines(&damaged)
            }));
        }
        Ok(())
    }
}

/// Whether a column contains names of people or organisations.
fn is_name(field: &Field, kind: Kind) -> bool {
    match field {
        Field::Name
        | Field::GivenName
        | Field::FamilyName
        | Field::AccountName
        | Field::RecordedName
        | Field::Organisation
        | Field::AccountOrganisation => true,
        Field::Speakers | Field::Moderators | Field::Hosts => kind == Kind::Programme,
        _ => false,
    }
}
