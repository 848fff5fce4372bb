//! Provides access to the connection, after writing all waiting rows.
//!
//! Waiting rows (see [`super::waiting`]) are written before anything else is sent to SQLite. This is the only place
//! that ensures it: once the store is open, the other files of this module cannot access the connection itself.
//!
//! A borrowed connection blocks [`super::keeper`]: release it soon. A statement that was prepared before a row was
//! added does not see that row: prepare it again.

use std::cell::Ref;

use rusqlite::{Connection, Params, Result, Row};

use super::keeper::Keeper;
use super::lot::{Cell, Table};
use super::waiting::Waiting;

#[cfg(test)]
thread_local! {
    static ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Returns how often this thread accessed SQLite, each time writing the waiting rows first.
#[cfg(test)]
pub(crate) fn asked() -> usize {
    ASKED.get()
}

/// A connection, and the rows that wait to be written through it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'store> {
    keeper: &'store Keeper,
    /// `None` for a link that cannot write.
    waiting: Option<&'store Waiting>,
}

impl<'store> Link<'store> {
    /// Creates a link for reading only.
    pub(super) fn to_read(keeper: &'store Keeper) -> Self {
        Self {
            keeper,
            waiting: None,
        }
    }

    /// Creates a link for an operation.
    pub(super) fn to_write(keeper: &'store Keeper, waiting: &'store Waiting) -> Self {
        Self {
            keeper,
            waiting: Some(waiting),
        }
    }

    /// Returns the owner of the connection.
    #[cfg(test)]
    pub(super) fn keeper(&self) -> &'store Keeper {
        self.keeper
    }

    /// Writes the waiting rows, and returns the connection.
    pub(super) fn complete(&self) -> Result<Ref<'store, Connection>> {
        #[cfg(test)]
        ASKED.set(ASKED.get() + 1);
        match self.waiting {
            Some(waiting) => waiting.complete(self.keeper),
            None => self.keeper.connection(),
        }
    }

    /// The same as [`Connection::execute`].
    pub(super) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize> {
        self.complete()?.execute(sql, parameters)
    }

    /// Inserts a row like [`Connection::execute`], and returns its number.
    pub(super) fn insert_now(&self, sql: &str, parameters: impl Params) -> Result<i64> {
        let connection = self.complete()?;
        connection.execute(sql, parameters)?;
        Ok(connection.last_insert_rowid())
    }

    /// The same as [`Connection::execute_batch`].
    pub(super) fn execute_batch(&self, sql: &str) -> Result<()> {
        self.complete()?.execute_batch(sql)
    }

    /// The same as [`Connection::query_row`].
    pub(super) fn query_row<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.complete()?.query_row(sql, parameters, read)
    }

    /// Inserts a row, now or together with later ones, and returns its number; `given` is a number it must have.
    pub(super) fn insert<const CELLS: usize>(
        &self,
        table: Table,
        given: Option<i64>,
        cells: [Cell<'_>; CELLS],
    ) -> Result<i64> {
        match self.waiting {
            Some(waiting) => waiting.add(self.keeper, table, given, cells),
            None => Err(rusqlite::Error::InvalidQuery),
        }
    }

    /// Inserts a row of a table whose numbers are not needed, now or together with later ones.
    pub(super) fn insert_unnumbered<const CELLS: usize>(
        &self,
        table: Table,
        cells: [Cell<'_>; CELLS],
    ) -> Result<()> {
        match self.waiting {
            Some(waiting) => waiting.add_unnumbered(self.keeper, table, cells),
            None => Err(rusqlite::Error::InvalidQuery),
        }
    }
}
