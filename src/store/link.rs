//! The way to the connection: whoever takes it finds the file complete.
//!
//! Rows that wait (see [`super::waiting`]) are written before anything else is asked of SQLite, and
//! this is the one place that sees to it: the connection itself is out of reach for all other files of
//! this room, once the store is open.
//!
//! A statement that was prepared before a row was added does not see that row: prepare it again.

use rusqlite::{CachedStatement, Connection, Params, Result, Row, Statement};

use super::waiting::{Cell, Table, Waiting};

/// A connection, and the rows that wait to be written through it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'store> {
    connection: &'store Connection,
    /// `None` where nothing can be written.
    waiting: Option<&'store Waiting>,
}

impl<'store> Link<'store> {
    /// A link for looking only.
    pub(super) fn to_read(connection: &'store Connection) -> Self {
        Self {
            connection,
            waiting: None,
        }
    }

    /// A link for an operation.
    pub(super) fn to_write(connection: &'store Connection, waiting: &'store Waiting) -> Self {
        Self {
            connection,
            waiting: Some(waiting),
        }
    }

    /// Writes the rows that wait, and gives the connection.
    pub(super) fn complete(&self) -> Result<&'store Connection> {
        if let Some(waiting) = self.waiting {
            waiting.write(self.connection)?;
        }
        Ok(self.connection)
    }

    /// As [`Connection::prepare`].
    pub(super) fn prepare(&self, sql: &str) -> Result<Statement<'store>> {
        self.complete()?.prepare(sql)
    }

    /// As [`Connection::prepare_cached`].
    pub(super) fn prepare_cached(&self, sql: &str) -> Result<CachedStatement<'store>> {
        self.complete()?.prepare_cached(sql)
    }

    /// As [`Connection::prepare_cached`], for a statement that inserts a row elsewhere and refers to
    /// waiting rows of a table and those before it alone: the others may wait on.
    pub(super) fn prepare_cached_behind(
        &self,
        table: Table,
        sql: &str,
    ) -> Result<CachedStatement<'store>> {
        if let Some(waiting) = self.waiting {
            waiting.write_up_to(self.connection, table)?;
        }
        self.connection.prepare_cached(sql)
    }

    /// As [`Connection::execute`].
    pub(super) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize> {
        self.complete()?.execute(sql, parameters)
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

    /// Returns the number of the row that a statement just inserted.
    pub(super) fn last_insert_rowid(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// Inserts a row, now or with the next ones, and returns its number; `given` is one it must have.
    pub(super) fn insert<const CELLS: usize>(
        &self,
        table: Table,
        given: Option<i64>,
        cells: [Cell<'_>; CELLS],
    ) -> Result<i64> {
        match self.waiting {
            Some(waiting) => waiting.add(self.connection, table, given, cells),
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
            Some(waiting) => waiting.add_unnumbered(self.connection, table, cells),
            None => Err(rusqlite::Error::InvalidQuery),
        }
    }
}
