//! One operation, one transaction.

use std::ops::Deref;

use super::keeper::Keeper;
use super::link::Link;
use super::waiting::Waiting;
use super::{Reader, Store, StoreError};
use crate::model::{Instant, OperationId, time};

/// Changes the file, inside [`Store::change`].
#[derive(Debug)]
pub struct Writer<'store> {
    reader: Reader<'store>,
    pub(super) operation: OperationId,
}

impl<'store> Deref for Writer<'store> {
    type Target = Reader<'store>;

    fn deref(&self) -> &Reader<'store> {
        &self.reader
    }
}

/// What [`Store::change`] did.
#[derive(Debug)]
pub struct Changed<T> {
    /// What the work returned.
    pub value: T,
    /// The operation's number; `None` when nothing changed, or it was a dry run.
    pub operation: Option<OperationId>,
    /// Whether the work changed anything at all, dry run or not.
    pub anything: bool,
}

impl Store {
    /// Does `work` as one operation.
    ///
    /// `work` returns its value and the operation's summary. When it fails, when it changed nothing, or
    /// when this is a dry run, the file stays as it was, to the byte.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Busy`] when another program does not finish in time.
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        command: &str,
        now: Instant,
        dry_run: bool,
        work: impl FnOnce(&Writer<'_>) -> Result<(T, String), E>,
    ) -> Result<Changed<T>, E> {
        self.change_that_undoes(command, now, dry_run, None, work)
    }

    pub(super) fn change_that_undoes<T, E: From<StoreError>>(
        &mut self,
        command: &str,
        now: Instant,
        dry_run: bool,
        undoes: Option<OperationId>,
        work: impl FnOnce(&Writer<'_>) -> Result<(T, String), E>,
    ) -> Result<Changed<T>, E> {
        let of_file = |error: StoreError| error.of_file(&self.path);
        let transaction = Transaction::begin(&self.connection).map_err(of_file)?;
        let waiting = Waiting::default();
        let connection = Link::to_write(&self.connection, &waiting);
        let operation = connection
            .insert_now(
                "INSERT INTO operation (time, command, summary, undoes) VALUES (?1, ?2, '', ?3)",
                (time::to_utc_text(now), command, undoes.map(|id| id.0)),
            )
            .map(OperationId)
            .map_err(|error| of_file(error.into()))?;
        let changes = || -> Result<u64, StoreError> { Ok(connection.complete()?.total_changes()) };
        let before = changes()?;
        let writer = Writer {
            reader: Reader { connection },
            operation,
        };
        // An early return drops the transaction, which rolls it back.
        let (value, summary) = work(&writer)?;
        let anything = changes()? != before;
        if dry_run || !anything {
            transaction.roll_back()?;
            return Ok(Changed {
                value,
                operation: None,
                anything,
            });
        }
        connection
            .execute(
                "UPDATE operation SET summary = ?2 WHERE id = ?1",
                (operation.0, summary),
            )
            .map_err(StoreError::from)?;
        transaction.commit()?;
        self.committed.set(operation);
        Ok(Changed {
            value,
            operation: Some(operation),
            anything,
        })
    }
}

/// The transaction of an operation, rolled back unless it is committed. The connection comes and goes
/// meanwhile, so that it cannot be borrowed for as long.
#[derive(Debug)]
struct Transaction<'store>(&'store Keeper);

impl<'store> Transaction<'store> {
    fn begin(keeper: &'store Keeper) -> Result<Self, StoreError> {
        keeper.connection()?.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self(keeper))
    }

    fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.connection()?.execute_batch("COMMIT")?)
    }

    fn roll_back(self) -> Result<(), StoreError> {
        Ok(self.0.connection()?.execute_batch("ROLLBACK")?)
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // Whatever was still being written is of no use any more, and neither is why it could not be.
        drop(self.0.end_shift());
        if let Ok(connection) = self.0.connection()
            && !connection.is_autocommit()
        {
            drop(connection.execute_batch("ROLLBACK"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_takes_no_change_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        // What SQLite says of a file that it may not write.
        let connection = store.connection.connection().unwrap();
        connection.execute_batch("PRAGMA query_only = ON").unwrap();
        drop(connection);
        let changed = store.change("test", Instant::UNIX_EPOCH, false, |_| {
            Ok::<_, StoreError>(((), String::new()))
        });
        let refused = changed.unwrap_err();
        assert!(
            matches!(&refused, StoreError::ReadOnly(named) if *named == path),
            "{refused:?}"
        );
    }
}
