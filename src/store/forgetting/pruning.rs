//! Drops former states of rows from the journal.
//!
//! Always those of the oldest operations, up to one of them: whatever stays refers to nothing that is dropped. An
//! operation whose former states are dropped cannot be undone any more (`operation.is_final`); its counts stay. Nor can
//! an earlier state of the file be restored for a comparison (`past`).

use super::super::{Reader, StoreError, Writer};
use super::{DROPPED, GONE, NOT_THEIRS, SETTLED};
use crate::model::OperationId;

impl Reader<'_> {
    /// Returns how many former states the operations up to one of them hold.
    pub fn former_states(&self, through: OperationId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM change WHERE operation_id <= ?1 AND image IS NOT NULL
                   AND image NOT IN (?2, ?3, ?4, ?5)";
        let images = (through.0, GONE, NOT_THEIRS, SETTLED, DROPPED);
        let count: i64 = self.connection.query_row(sql, images, |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Returns whether states that operations after this one replaced were dropped.
    pub(in crate::store) fn has_dropped(&self, after: OperationId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE operation_id > ?1 AND image = ?2)";
        let parameters = (after.0, DROPPED);
        Ok(self
            .connection
            .query_row(sql, parameters, |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Drops the former states of the operations up to one of them, which cannot be undone afterwards; only to be
    /// called while the journal is off. Returns how many states were dropped.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn drop_former_states(&self, through: OperationId) -> Result<usize, StoreError> {
        let states = self.connection.execute(
            "UPDATE change SET image = ?2 WHERE operation_id <= ?1 AND image IS NOT NULL
                 AND image NOT IN (?3, ?4, ?5, ?2)",
            (through.0, DROPPED, GONE, NOT_THEIRS, SETTLED),
        )?;
        self.connection.execute(
            "UPDATE operation SET is_final = 1 WHERE id <= ?1 AND is_final = 0",
            [through.0],
        )?;
        Ok(states)
    }
}
