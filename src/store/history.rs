//! Reads the history of operations.

use std::collections::HashMap;

use super::layout::Layout;
use super::{Reader, StoreError};
use crate::message;
use crate::model::{Instant, Operation, OperationId, OperationState, time};

/// How many rows of one table an operation touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRows {
    /// The table.
    pub table: String,
    /// Rows it created that still exist.
    pub created: i64,
    /// Changes of rows that existed before.
    pub updated: i64,
    /// Rows it deleted.
    pub deleted: i64,
    /// Deleted rows it restored.
    pub returned: i64,
    /// Rows it created that were removed for good since.
    pub removed: i64,
}

impl Reader<'_> {
    /// Returns every operation, oldest first.
    pub fn operations(&self) -> Result<Vec<Operation>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT id, time, command, summary, undoes, is_final, author FROM operation ORDER BY id",
        )?;
        let mut operations = statement
            .query_map([], |row| {
                Ok((
                    OperationId(row.get(0)?),
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, Option<i64>>(4)?.map(OperationId),
                    row.get::<_, bool>(5)?,
                    row.get(6)?,
                ))
            })?
            .map(|row| {
                let (id, at, command, summary, undoes, is_final, author) = row?;
                Ok(Operation {
                    id,
                    time: time::from_text(&at).ok_or_else(|| {
                        StoreError::Damaged(message!(store::damaged_operation { number: id }))
                    })?,
                    command,
                    summary: serde_json::from_str(&summary).map_err(|_| {
                        StoreError::Damaged(message!(store::damaged_operation { number: id }))
                    })?,
                    author,
                    undoes,
                    is_final,
                    state: OperationState::Stands,
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        // Newest first: an operation is in effect unless an undo of it is.
        let mut undone_by: HashMap<OperationId, OperationId> = HashMap::new();
        for operation in operations.iter_mut().rev() {
            if let Some(by) = undone_by.get(&operation.id) {
                operation.state = OperationState::UndoneBy(*by);
            } else if let Some(target) = operation.undoes {
                undone_by.insert(target, operation.id);
            }
        }
        Ok(operations)
    }

    /// Returns when the file was last changed; `None` before the first operation.
    pub fn last_change(&self) -> Result<Option<Instant>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare_cached("SELECT id, time FROM operation ORDER BY id DESC LIMIT 1")?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let (id, at) = (OperationId(row.get(0)?), row.get::<_, String>(1)?);
        let time = time::from_text(&at);
        let damaged = || StoreError::Damaged(message!(store::damaged_operation { number: id }));
        time.map(Some).ok_or_else(damaged)
    }

    /// Returns one operation.
    ///
    /// # Errors
    /// [`StoreError::NoOperation`].
    pub fn operation(&self, id: OperationId) -> Result<Operation, StoreError> {
        self.operations()?
            .into_iter()
            .find(|operation| operation.id == id)
            .ok_or(StoreError::NoOperation(id))
    }

    /// Returns the rows an operation touched, table by table.
    pub fn changed_rows(&self, id: OperationId) -> Result<Vec<ChangedRows>, StoreError> {
        let mut rows = Vec::new();
        for table in Layout::newest().data_tables() {
            let created = self.connection.query_row(
                &format!("SELECT count(*) FROM {table} WHERE operation_id = ?1"),
                [id.0],
                |row| row.get(0),
            )?;
            let counted = self.connection.query_row(
                "SELECT count(*) FILTER (WHERE kind = 'update'),
                        count(*) FILTER (WHERE kind = 'delete'),
                        count(*) FILTER (WHERE kind = 'insert'),
                        (SELECT coalesce(sum(rows), 0) FROM removed_row
                         WHERE removed_row.operation_id = ?1 AND removed_row.table_name = ?2)
                 FROM change WHERE operation_id = ?1 AND table_name = ?2",
                (id.0, table),
                |row| {
                    Ok(ChangedRows {
                        table: table.clone(),
                        created,
                        updated: row.get(0)?,
                        deleted: row.get(1)?,
                        returned: row.get(2)?,
                        removed: row.get(3)?,
                    })
                },
            )?;
            let of_all = [
                counted.created,
                counted.updated,
                counted.deleted,
                counted.returned,
                counted.removed,
            ];
            if of_all.into_iter().any(|rows| rows > 0) {
                rows.push(counted);
            }
        }
        Ok(rows)
    }
}
