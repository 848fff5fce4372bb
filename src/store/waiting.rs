//! Gathers rows that are inserted together with more of their kind.
//!
//! A bulk import adds half a dozen rows for each row of the file, and writing many together is faster (see
//! [`super::lot`]). So rows are gathered here, with the numbers they will have. They are written when there are many,
//! by a separate thread (see [`super::keeper`]), and before anything else is sent to the connection (see
//! [`super::link`]), so that nobody ever sees the file without them.
//!
//! # Numbers
//!
//! Nobody else can write while an operation holds its transaction, so the next number is known: one more than the
//! highest ever assigned (`AUTOINCREMENT`). It is looked up again whenever something else was written in the meantime.
//!
//! # Errors
//!
//! Once a row could not be written the operation can only fail, even if the caller ignores the error: it can no longer
//! access the connection.

use std::cell::{Ref, RefCell};

use rusqlite::Connection;

use super::keeper::Keeper;
use super::lot::{Cell, Lot, Table};

/// The number of rows of one table that may wait.
const FULL: usize = 1000;
/// The waiting rows of every table.
#[derive(Debug, Default)]
pub(super) struct Waiting(RefCell<State>);

#[derive(Debug, Default)]
struct State {
    lot: Lot,
    /// The number of each table's next row, and the number of changes when it was looked up.
    next: [Option<(i64, u64)>; Table::ALL.len()],
    /// Whether a row could not be written.
    has_failed: bool,
}

impl Waiting {
    /// Adds a row and returns its number; `given` is a number it must have.
    pub(super) fn add<const CELLS: usize>(
        &self,
        keeper: &Keeper,
        table: Table,
        given: Option<i64>,
        cells: [Cell<'_>; CELLS],
    ) -> rusqlite::Result<i64> {
        self.0.borrow_mut().attempt(|state| {
            let next = state.next_number(keeper, table)?;
            let number = given.unwrap_or(next);
            if let Some((next, _)) = &mut state.next[table as usize] {
                *next = (*next).max(number.saturating_add(1));
            }
            state.push(keeper, table, Cell::Number(number), cells)?;
            Ok(number)
        })
    }

    /// Adds a row of a table whose numbers are not needed: SQLite assigns them when it is written.
    pub(super) fn add_unnumbered<const CELLS: usize>(
        &self,
        keeper: &Keeper,
        table: Table,
        cells: [Cell<'_>; CELLS],
    ) -> rusqlite::Result<()> {
        self.0
            .borrow_mut()
            .attempt(|state| state.push(keeper, table, Cell::Nothing, cells))
    }

    /// Writes all waiting rows, and returns the connection.
    pub(super) fn complete<'store>(
        &self,
        keeper: &'store Keeper,
    ) -> rusqlite::Result<Ref<'store, Connection>> {
        self.0.borrow_mut().attempt(|state| {
            let connection = state.connection(keeper)?;
            if !state.lot.is_empty() {
                state.forget_stale_numbers(&connection);
                std::mem::take(&mut state.lot).write(&connection)?;
                state.keep_numbers(&connection);
            }
            Ok(connection)
        })
    }
}

impl State {
    /// Runs a function, unless something failed before.
    fn attempt<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        if self.has_failed {
            return Err(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_ABORT),
                Some("a row before could not be written".to_owned()),
            ));
        }
        let done = work(self);
        self.has_failed = done.is_err();
        done
    }

    /// Returns the connection, once everything that was handed over is written.
    fn connection<'store>(
        &mut self,
        keeper: &'store Keeper,
    ) -> rusqlite::Result<Ref<'store, Connection>> {
        let was_away = keeper.is_away();
        let connection = keeper.connection()?;
        if was_away {
            self.keep_numbers(&connection);
        }
        Ok(connection)
    }

    fn push<const CELLS: usize>(
        &mut self,
        keeper: &Keeper,
        table: Table,
        number: Cell<'_>,
        cells: [Cell<'_>; CELLS],
    ) -> rusqlite::Result<()> {
        self.lot.push(table, number, cells);
        if self.lot.count(table) < FULL {
            return Ok(());
        }
        if !keeper.is_away() {
            let connection = keeper.connection()?;
            self.forget_stale_numbers(&connection);
        }
        keeper.hand_over(std::mem::take(&mut self.lot))?;
        if !keeper.is_away() {
            let connection = keeper.connection()?;
            self.keep_numbers(&connection);
        }
        Ok(())
    }

    /// Returns the number that SQLite would assign to the next row.
    fn next_number(&mut self, keeper: &Keeper, table: Table) -> rusqlite::Result<i64> {
        if let Some((next, known_at)) = self.next[table as usize] {
            // Nobody can have added to the table while rows of it wait or are being written, nor if there were no
            // changes at all.
            let is_known = self.lot.count(table) > 0
                || keeper.is_away()
                || keeper.connection()?.total_changes() == known_at;
            if is_known {
                return Ok(next);
            }
        }
        let connection = self.connection(keeper)?;
        let name = table.name();
        let greatest: i64 = connection
            .prepare_cached(&format!(
                "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{name}'), 0),
                            coalesce((SELECT max(id) FROM {name}), 0))"
            ))?
            .query_row([], |row| row.get(0))?;
        let next = greatest.saturating_add(1);
        self.next[table as usize] = Some((next, connection.total_changes()));
        Ok(next)
    }

    /// Forgets the numbers of tables that somebody else may have added to, before rows are written.
    fn forget_stale_numbers(&mut self, connection: &Connection) {
        let changes = connection.total_changes();
        for (table, next) in Table::ALL.into_iter().zip(&mut self.next) {
            if self.lot.count(table) == 0 && next.is_some_and(|(_, known_at)| known_at != changes) {
                *next = None;
            }
        }
    }

    /// Records that the rows written just now do not require looking up numbers again.
    fn keep_numbers(&mut self, connection: &Connection) {
        let changes = connection.total_changes();
        for (_, known_at) in self.next.iter_mut().flatten() {
            *known_at = changes;
        }
    }
}

#[cfg(test)]
#[path = "waiting_tests.rs"]
mod tests;
