//! One operation, one transaction.

use std::ops::Deref;

use rusqlite::TransactionBehavior;

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
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        transaction
            .execute(
                "INSERT INTO operation (time, command, summary, undoes) VALUES (?1, ?2, '', ?3)",
                (time::to_utc_text(now), command, undoes.map(|id| id.0)),
            )
            .map_err(StoreError::from)?;
        let operation = OperationId(transaction.last_insert_rowid());
        let before = transaction.total_changes();
        let waiting = Waiting::default();
        let connection = Link::to_write(&transaction, &waiting);
        let writer = Writer {
            reader: Reader { connection },
            operation,
        };
        // An early return drops the transaction, which rolls it back.
        let (value, summary) = work(&writer)?;
        connection.complete().map_err(StoreError::from)?;
        let anything = transaction.total_changes() != before;
        if dry_run || !anything {
            transaction.rollback().map_err(StoreError::from)?;
            return Ok(Changed {
                value,
                operation: None,
                anything,
            });
        }
        transaction
            .execute(
                "UPDATE operation SET summary = ?2 WHERE id = ?1",
                (operation.0, summary),
            )
            .map_err(StoreError::from)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(Changed {
            value,
            operation: Some(operation),
            anything,
        })
    }
}
