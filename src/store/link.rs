//! The way to the connection: whoever takes it finds the file complete.
//!
//! Rows that wait (see [`super::waiting`]) are written before anything else is asked of SQLite, and
//! this is the one place that sees to it: the connection itself is out of reach for all other files of
//! this room, once the store is open.
//!
//! Whoever holds the connection keeps it here (see [`super::keeper`]): let go of it soon. A statement that
//! was prepared before a row was added does not see that row: prepare it again.

use std::cell::Ref;

use rusqlite::{Connection, Params, Result, Row};

use super::keeper::Keeper;
use super::lot::{Cell, Table};
use super::waiting::Waiting;

#[cfg(test)]
thread_local! {
    static ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How often this thread has asked SQLite for something: each time the rows that wait are written first.
#[cfg(test)]
pub(crate) fn asked() -> usize {
    ASKED.get()
}

/// A connection, and the rows that wait to be written through it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'store> {
    keeper: &'store Keeper,
    /// `None` where nothing can be written.
    waiting: Option<&'store Waiting>,
}

impl<'store> Link<'store> {
    /// A link for looking only.
    pub(super) fn to_read(keeper: &'store Keeper) -> Self {
        Self {
            keeper,
            waiting: None,
        }
    }

    /// A link for an operation.
    pub(super) fn to_write(keeper: &'store Keeper, waiting: &'store Waiting) -> Self {
        Self {
            keeper,
            waiting: Some(waiting),
        }
    }

    /// Returns who keeps the connection.
    #[cfg(test)]
    pub(super) fn keeper(&self) -> &'store Keeper {
        self.keeper
    }

    /// Writes the rows that wait, and gives the connection.
    pub(super) fn complete(&self) -> Result<Ref<'store, Connection>> {
        #[cfg(test)]
        ASKED.set(ASKED.get() + 1);
        match self.waiting {
            Some(waiting) => waiting.complete(self.keeper),
            None => self.keeper.connection(),
        }
    }

    /// As [`Connection::execute`].
    pub(super) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize> {
        self.complete()?.execute(sql, parameters)
    }

    /// As [`Connection::execute`], for a row to be inserted; returns its number.
    pub(super) fn insert_now(&self, sql: &str, parameters: impl Params) -> Result<i64> {
        let connection = self.complete()?;
        connection.execute(sql, parameters)?;
        Ok(connection.last_insert_rowid())
    }

    /// As [`Connection::execute_batch`].
    pub(super) fn execute_batch(&self, sql: &str) -> Result<()> {
        self.complete()?.execute_batch(sql)
    }

    /// As [`Connection::query_row`].
    pub(super) fn query_row<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.complete()?.query_row(sql, parameters, read)
    }

    /// Inserts a row, now or with the next ones, and returns its number; `given` is one it must have.
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

    /// Inserts a row of a table whose numbers nobody asks for, now or with the next ones.
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
