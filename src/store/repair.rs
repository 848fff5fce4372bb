//! Rebuilds what other programs dropped or altered, if that loses nothing.
//!
//! Views, indices and triggers contain no data of their own. Tables do: a missing one is only rebuilt if it cannot have
//! had any rows, and an altered one is left unchanged. Changes made while a trigger of the journal was missing are not
//! in the journal, and no repair can add them: an undo of that time cannot restore those rows. The user is informed of
//! this; only a backup can help.
//!
//! A repair changes no data, so it is not an operation and there is nothing to undo.

use rusqlite::Connection;

use super::layout::{self, Deviation, Difference, Layout, ObjectKind};
use super::{Store, StoreError};

/// The result of a repair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repaired {
    /// What was rebuilt.
    pub rebuilt: Vec<Deviation>,
    /// What could not be rebuilt.
    pub left: Vec<Deviation>,
}

impl Repaired {
    /// Returns whether a deviation is about an index or a trigger of a table that could not be rebuilt.
    fn has_left_the_table_of(&self, deviation: &Deviation) -> bool {
        let mut left = self.left.iter().map(|it| &it.object);
        left.any(|it| it.kind == ObjectKind::Table && it.name == deviation.object.table)
    }

    /// Returns the tables whose changes may be missing from the journal.
    pub fn without_journal(&self) -> Vec<&str> {
        let triggers = self.rebuilt.iter();
        let mut tables: Vec<&str> = triggers
            .filter(|deviation| deviation.object.kind == ObjectKind::Trigger)
            .map(|deviation| deviation.object.table.as_str())
            .collect();
        tables.dedup();
        tables
    }
}

impl Store {
    /// Rebuilds everything possible, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if another program does not finish in time; nothing was changed then.
    pub fn repair(&mut self) -> Result<Repaired, StoreError> {
        let path = self.path.clone();
        self.exclusively(|connection| {
            let mut repaired = Repaired::default();
            let is_new = is_without_rows(connection)?;
            for deviation in layout::compare(connection)?.deviations {
                let is_made = is_new && deviation.difference == Difference::Missing;
                let can_be = is_made || deviation.can_be_rebuilt() || is_note(&deviation);
                if can_be && !repaired.has_left_the_table_of(&deviation) {
                    rebuild(connection, &deviation)?;
                    repaired.rebuilt.push(deviation);
                } else {
                    repaired.left.push(deviation);
                }
            }
            Ok(repaired)
        })
        .map_err(|error| error.of_file(&path))
    }
}

/// Returns whether it is the table of written files: without it, the program only asks again before it replaces them.
fn is_note(deviation: &Deviation) -> bool {
    deviation.object.name == "written_file" && deviation.difference == Difference::Missing
}

/// Returns whether no table of ours has ever had a row, judging by those that exist.
fn is_without_rows(connection: &Connection) -> Result<bool, StoreError> {
    for table in Layout::newest().tables() {
        let there = connection.table_exists(None, table)?;
        if there
            && connection.query_row(
                &format!("SELECT EXISTS (SELECT 1 FROM {table})"),
                [],
                |row| row.get(0),
            )?
        {
            return Ok(false);
        }
    }
    // The highest numbers ever assigned outlive the rows.
    Ok(
        !connection.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_sequence)", [], |row| {
            row.get::<_, bool>(0)
        })?,
    )
}

fn rebuild(connection: &Connection, deviation: &Deviation) -> Result<(), StoreError> {
    let object = &deviation.object;
    let found = match deviation.difference {
        Difference::Missing => None,
        Difference::Altered => Some(object.kind),
        Difference::Replaced(kind) => Some(kind),
    };
    if let Some(kind) = found {
        connection.execute_batch(&format!("DROP {} \"{}\"", kind.as_str(), object.name))?;
    }
    Ok(connection.execute_batch(&object.sql)?)
}
