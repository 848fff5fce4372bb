//! Names whose letters were lost before the file came here: `J?rg M?ller`, `M\u{FFFD}ller`, or a
//! `MÃ¼ller` that cannot be repaired for sure.
//!
//! What the letters were, nobody can know, so such rows are taken as they are and named in a note. A `?`
//! is a lost letter where it touches a word of a name; elsewhere it is a question.
//!
//! This file calls `mojibake` and `survey`, and the plan of the file.

use super::error::ImportError;
use super::plan::Plan;
use super::{Field, Kind, Record};
use crate::import::lines;
use crate::message;
use crate::read::is_misread;
use crate::read::lacks_letters;

impl Plan {
    /// Adds a note on the rows whose names are damaged.
    pub(super) fn look_for_damaged_names(&mut self) -> Result<(), ImportError> {
        // Whom a name in a platform's log means is asked anyway.
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

/// Whether a column names somebody or an organisation.
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
