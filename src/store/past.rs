//! What the file was like after an earlier operation, and which files have a past in common with it.
//!
//! The journal holds every former image of a row, so that a former state can be had back: all later operations
//! are taken back, newest first, and then the savepoint is given up. Nothing of it stays.
//!
//! A copy of the file shares its first operations, and goes its own way afterwards: operation 12 here is not
//! operation 12 there. So each operation has a *mark*: a number of the times and commands of all operations up to
//! it, to the second, and of what it said of itself. Two files have their past in common up to an operation when its mark is the
//! same in both. What *earlier* operations said of themselves is left out: a summary that is made shorter later must
//! not make strangers of all that follow.

use sha2::{Digest as _, Sha256};

use super::{Reader, StoreError, Writer};
use crate::model::OperationId;

/// How many bytes of the number are kept: by chance one of 16 million is the same.
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

/// Returns the part of a mark that is the summary: a text alone without its quotes, as older files kept it, so that
/// an upgrade leaves the marks of what was printed before as they are.
fn said(summary: String) -> String {
    serde_json::from_str(&summary).unwrap_or(summary)
}

impl Writer<'_> {
    /// Does `work` on the file as it was after operation `then`, without what this operation has done so far. To
    /// be called before it has done anything.
    ///
    /// # Errors
    /// Those of `work`, and those of a journal that does not hold the images any more.
    pub fn as_of<T>(
        &self,
        then: OperationId,
        work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let changes =
            || -> Result<u64, StoreError> { Ok(self.connection.complete()?.total_changes()) };
        let before = changes()?;
        self.connection.execute_batch("SAVEPOINT past")?;
        let done = self.rewind(then).and_then(|()| work(self));
        self.connection
            .execute_batch("ROLLBACK TO past; RELEASE past; PRAGMA defer_foreign_keys = OFF")?;
        // What was rolled back does not belong to this operation.
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
