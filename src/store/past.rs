//! Restores earlier states of the file for reading, and identifies files with a common past.
//!
//! The journal contains every former image of a row, so a former state can be restored: all later operations are
//! undone, newest first, and then the savepoint is rolled back. No change remains.
//!
//! A copy of the file shares its first operations and then diverges: operation 12 here is not operation 12 there. So
//! each operation has a *mark*: a hash of the times (to the second) and commands of all operations up to it, and of its
//! own summary. Two files have a common past up to an operation if its mark is the same in both. The summaries of
//! *earlier* operations are left out: if a summary is shortened later, the marks of all following operations must not
//! change.

use sha2::{Digest as _, Sha256};

use super::{Reader, StoreError, Writer};
use crate::model::OperationId;

/// The number of bytes of the hash in a mark: the chance of a collision is one in 16 million.
const KEPT: usize = 3;

impl Reader<'_> {
    /// Returns every operation with its mark, oldest first.
    pub fn marks(&self) -> Result<Vec<(OperationId, String)>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare_cached("SELECT id, time, command, summary FROM operation ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut marks = Vec::new();
        let mut before = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, at, command): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let mut hash = Sha256::new();
            hash.update(&before);
            hash.update(format!("{id} {at} {command}"));
            before = hash.finalize().to_vec();
            let mark = Sha256::new().chain_update(&before);
            let mark = mark.chain_update(said(row.get(3)?)).finalize();
            let mark = mark.iter().take(KEPT).map(|byte| format!("{byte:02x}"));
            let mark = mark.collect::<Vec<_>>().concat();
            marks.push((OperationId(id), mark));
        }
        Ok(marks)
    }
}

/// Returns the summary as used in a mark: a plain text without its quotes, as older files stored it, so that an upgrade
/// does not change the marks that were printed before.
fn said(summary: String) -> String {
    serde_json::from_str(&summary).unwrap_or(summary)
}

impl Writer<'_> {
    /// Runs `work` on the file as it was after operation `then`, without what this operation has done so far. Must be
    /// called before it has done anything.
    ///
    /// # Errors
    /// Those of `work`, and [`StoreError::Dropped`] if the journal no longer has the images.
    pub fn as_of<T>(
        &self,
        then: OperationId,
        work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.has_dropped(then)? {
            return Err(StoreError::Dropped(then));
        }
        let changes =
            || -> Result<u64, StoreError> { Ok(self.connection.complete()?.total_changes()) };
        let before = changes()?;
        self.connection.execute_batch("SAVEPOINT past")?;
        let done = self.rewind(then).and_then(|()| work(self));
        self.connection
            .execute_batch("ROLLBACK TO past; RELEASE past; PRAGMA defer_foreign_keys = OFF")?;
        // Changes that were rolled back do not count for this operation.
        self.given_up.set(self.given_up.get() + changes()? - before);
        done
    }

    fn rewind(&self, then: OperationId) -> Result<(), StoreError> {
        let later: Vec<OperationId> = self
            .marks()?
            .into_iter()
            .map(|(id, _)| id)
            .filter(|id| then < *id && *id < self.operation)
            .collect();
        for operation in later.into_iter().rev() {
            self.take_rows_back(operation, &[])?;
        }
        Ok(())
    }
}
