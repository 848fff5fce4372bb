//! Undoes operations.
//!
//! # What is restored
//!
//! Rows the operation created are removed; rows it changed or deleted get their former images back, newest change
//! first. Numbers are never reused, so a restored row has its own number again.
//!
//! # What is refused
//!
//! An operation cannot be undone while a later one in effect changed the same rows, refers to rows it created, or uses
//! a name or a place it would need. If both an undo and the operation it undid are later, they cancel each other out;
//! an undo of something earlier is a change like any other. A question that such an undo wrote is removed with its
//! subject: otherwise neither could ever be undone.
//!
//! # Removed people
//!
//! Rows of a removed person are not restored: what an operation did to them is skipped and counted. A row that the
//! operation took from them and that belongs to somebody else since is removed, with whatever belongs to it: there is
//! nobody to return it to. See `forgetting`.
//!
//! An undo is an operation of its own: undoing it does the first one again.

use std::collections::HashMap;

use rusqlite::OptionalExtension as _;
use rusqlite::types::Value;

use super::error::Obstacle;
use super::forgetting::{GONE, NOT_THEIRS, SETTLED, is_blank};
use super::layout::Layout;
use super::{Changed, Reader, Store, StoreError, Writer};
use crate::catalogue::Message;
use crate::catalogue::messages::store as words;
use crate::message;
use crate::model::{Instant, Operation, OperationId, OperationState, SessionId};

/// The result of an undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The operation that was undone.
    pub operation: OperationId,
    /// Its command.
    pub command: String,
    /// Its summary.
    pub summary: Message,
    /// The number of rows it had created, which were removed.
    pub removed: usize,
    /// The number of rows that got a former image back.
    pub restored: usize,
    /// The number of rows that were skipped, since they belong to people who were removed for good.
    pub passed_over: usize,
}

/// The result of undoing an operation, in rows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Back {
    removed: usize,
    restored: usize,
    passed_over: usize,
}

impl Reader<'_> {
    /// Returns the operation to undo: the one with this number, which must still be in effect, or else the newest one
    /// in effect that is not an undo itself.
    fn target_of_undo(&self, number: Option<OperationId>) -> Result<Operation, StoreError> {
        let Some(number) = number else {
            let mut newest_first = self.operations()?.into_iter().rev();
            return newest_first
                .find(|it| {
                    it.undoes.is_none() && !it.is_final && it.state == OperationState::Stands
                })
                .ok_or(StoreError::NothingToUndo);
        };
        let operation = self.operation(number)?;
        if operation.is_final {
            return Err(StoreError::Final(number));
        }
        match operation.state {
            OperationState::Stands => Ok(operation),
            OperationState::UndoneBy(by) => Err(StoreError::AlreadyUndone {
                operation: number,
                by,
            }),
        }
    }

    /// Returns whether one of these operations changed the number of places of a session, or who has them.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changed_places(
        &self,
        session: SessionId,
        operations: &[OperationId],
    ) -> Result<bool, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT EXISTS (SELECT 1 FROM signup WHERE session_id = ?1 AND operation_id = ?2)
                 OR EXISTS (SELECT 1 FROM change WHERE operation_id = ?2 AND (
                        table_name = 'session' AND row_id = ?1
                     OR table_name = 'signup'
                        AND row_id IN (SELECT id FROM signup WHERE session_id = ?1)))",
        )?;
        for operation in operations {
            if statement.query_row((session.0, operation.0), |row| row.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the later operations in effect.
    fn later_standing(&self, target: OperationId) -> Result<Vec<Later>, StoreError> {
        Ok(self
            .operations()?
            .into_iter()
            .filter(|operation| {
                operation.id > target
                    && operation.state == OperationState::Stands
                    // Except the undo that is currently running.
                    && operation.undoes != Some(target)
            })
            .map(|operation| Later {
                id: operation.id,
                command: operation.command,
                is_final: operation.is_final,
                pair: operation.undoes.filter(|undone| *undone > target),
            })
            .collect())
    }
}

/// A later operation in effect.
#[derive(Debug, Clone)]
pub(super) struct Later {
    id: OperationId,
    command: String,
    /// For an undo, the operation it undid, if that is later too: the two then cancel each other out, except for what
    /// the undo did in addition (places given out, questions written).
    pair: Option<OperationId>,
    /// Whether it removed somebody for good.
    is_final: bool,
}

impl Store {
    /// Undoes an operation; without a number, the newest one in effect. Which one that is, and whether it is still in
    /// effect, is decided inside the lock: two simultaneous undos never undo the same one.
    ///
    /// `before` looks at the file beforehand. `afterwards` may look at the result and change more, as part of the same
    /// operation; it gets the result of `before`, and the other operations in effect after the undone one.
    ///
    /// # Errors
    /// [`StoreError::UndoConflict`] names the later operations that prevent it.
    pub fn undo<B, E: From<StoreError>>(
        &mut self,
        target: Option<OperationId>,
        now: Instant,
        dry_run: bool,
        before: impl FnOnce(&Reader<'_>) -> Result<B, StoreError>,
        afterwards: impl FnOnce(&Writer<'_>, B, &[OperationId]) -> Result<(), E>,
    ) -> Result<Changed<Undone>, E> {
        let look = |reader: &Reader<'_>| {
            let operation = reader.target_of_undo(target)?;
            Ok((Some(operation.id), (operation, before(reader)?)))
        };
        self.change_after("undo", now, dry_run, look, |writer, (operation, before)| {
            let target = operation.id;
            let later = writer.later_standing(target)?;
            writer.refuse_touched(target, &later)?;
            let back = writer.put_back(target, &later)?;
            let Back {
                removed, restored, ..
            } = back;
            let undone = Undone {
                operation: target,
                command: operation.command.clone(),
                summary: operation.summary.clone(),
                removed,
                restored,
                passed_over: back.passed_over,
            };
            let others = || later.iter().filter(|operation| operation.pair.is_none());
            let numbers: Vec<OperationId> = others().map(|operation| operation.id).collect();
            afterwards(writer, before, &numbers)?;
            if !numbers.is_empty() && others().all(|operation| operation.is_final) {
                writer.note_settled(target)?;
            }
            let summary = message!(undo::took_back {
                operation: target,
                command: undone.command,
                removed,
                restored
            });
            Ok((undone, summary))
        })
    }
}

impl Writer<'_> {
    fn refuse_touched(&self, target: OperationId, later: &[Later]) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT EXISTS (
                SELECT 1 FROM change AS later
                WHERE later.operation_id = ?2
                  AND (json_extract(later.image, '$.operation_id') = ?1
                       OR EXISTS (SELECT 1 FROM change AS own
                                  WHERE own.operation_id = ?1
                                    AND own.table_name = later.table_name
                                    AND own.row_id = later.row_id))
                  AND coalesce(later.image, '') NOT IN (?4, ?5)
                  AND NOT (coalesce(json_extract(later.image, '$.operation_id') = ?3, 0)
                           OR EXISTS (SELECT 1 FROM change AS undone
                                      WHERE undone.operation_id = ?3
                                        AND undone.table_name = later.table_name
                                        AND undone.row_id = later.row_id)))",
        )?;
        let mut in_the_way = Vec::new();
        for operation in later {
            let pair = operation.pair.map(|id| id.0);
            let parameters = (target.0, operation.id.0, pair, GONE, SETTLED);
            if statement.query_row(parameters, |row| row.get(0))? {
                in_the_way.push(operation.clone());
            }
        }
        if in_the_way.is_empty() {
            Ok(())
        } else {
            Err(conflict(target, &in_the_way, Obstacle::SameRows))
        }
    }

    fn put_back(&self, target: OperationId, later: &[Later]) -> Result<Back, StoreError> {
        let mut back = self.take_rows_back(target, later)?;
        back.passed_over += self.removed_rows(target)?;
        for table in Layout::newest().data_tables() {
            back.passed_over += self.refuse_dangling(table, target, later, back)?;
        }
        if back.removed + back.restored == 0 {
            // Nothing is left of it, but that it was undone must be stored all the same.
            let sql = "UPDATE operation SET is_final = is_final WHERE id = ?1";
            self.connection.execute(sql, [self.operation.0])?;
        }
        Ok(back)
    }

    /// Returns how many rows that an operation created were removed for good.
    fn removed_rows(&self, target: OperationId) -> Result<usize, StoreError> {
        let sql = "SELECT coalesce(sum(rows), 0) FROM removed_row WHERE operation_id = ?1";
        let rows: i64 = self
            .connection
            .query_row(sql, [target.0], |row| row.get(0))?;
        Ok(usize::try_from(rows).unwrap_or_default())
    }

    /// Removes what an operation created and restores what it changed; the caller checks references.
    pub(super) fn take_rows_back(
        &self,
        target: OperationId,
        later: &[Later],
    ) -> Result<Back, StoreError> {
        // Rows refer to each other; only the end result has to be consistent.
        self.connection
            .execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let taken = |error: rusqlite::Error| {
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) {
                conflict(target, later, Obstacle::Taken)
            } else {
                error.into()
            }
        };
        let mut removed = 0;
        let tables = Layout::newest().data_tables();
        // Referring rows are removed before the ones they refer to: SQLite searches a whole table for each row that is
        // referred to, but not if the table has no such rows left.
        for table in tables.iter().rev() {
            removed += self.connection.execute(
                &format!("DELETE FROM {table} WHERE operation_id = ?1"),
                [target.0],
            )?;
        }
        let mut back = self.restore_images(target, later, &taken)?;
        back.removed += removed;
        Ok(back)
    }

    fn restore_images(
        &self,
        target: OperationId,
        later: &[Later],
        taken: &impl Fn(rusqlite::Error) -> StoreError,
    ) -> Result<Back, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT kind, table_name, row_id, image FROM change
             WHERE operation_id = ?1 ORDER BY id DESC",
        )?;
        let changes = statement
            .query_map([target.0], |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, i64>(2)?,
                    row.get::<_, Option<String>>(3)?,
                ))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let mut columns: HashMap<String, Vec<String>> = HashMap::new();
        let mut back = Back::default();
        for (kind, table, row_id, image) in changes {
            if let Some(image) = image.as_deref().filter(|image| is_blank(image)) {
                back.passed_over += usize::from(image != SETTLED);
                if image == NOT_THEIRS {
                    let sql = format!("DELETE FROM {table} WHERE id = ?1");
                    self.connection.execute(&sql, [row_id])?;
                }
                continue;
            }
            if !columns.contains_key(&table) {
                columns.insert(table.clone(), self.columns_of(&table)?);
            }
            let names = &columns[&table];
            let rows = match (kind.as_str(), image) {
                ("insert", _) => {
                    let sql = format!("DELETE FROM {table} WHERE id = ?1");
                    self.connection.execute(&sql, [row_id])?
                }
                ("update", Some(image)) => {
                    let values = image_values(&image, names)?;
                    let assignments: Vec<String> = names
                        .iter()
                        .enumerate()
                        .map(|(index, name)| format!("\"{name}\" = ?{}", index + 1))
                        .collect();
                    connection
                        .prepare_cached(&format!(
                            "UPDATE {table} SET {} WHERE id = {row_id}",
                            assignments.join(", ")
                        ))?
                        .execute(rusqlite::params_from_iter(values))
                        .map_err(taken)?
                }
                ("delete", Some(image)) => {
                    let values = image_values(&image, names)?;
                    let places: Vec<String> =
                        (1..=names.len()).map(|index| format!("?{index}")).collect();
                    connection
                        .prepare_cached(&format!(
                            "INSERT INTO {table} (\"{}\") VALUES ({})",
                            names.join("\", \""),
                            places.join(", ")
                        ))?
                        .execute(rusqlite::params_from_iter(values))
                        .map_err(taken)?;
                    // The row keeps its creator's number, so its return is journalled here.
                    self.connection.execute(
                        "INSERT INTO change (operation_id, kind, table_name, row_id)
                         VALUES (?1, 'insert', ?2, ?3)",
                        (self.operation.0, &table, row_id),
                    )?
                }
                _ => return Err(damaged_change()),
            };
            match rows {
                1 => back.restored += 1,
                _ if self.was_removed_for_good(&table, row_id)? => back.passed_over += 1,
                // A missing row cannot get its image back; this is never skipped.
                _ => return Err(conflict(target, later, Obstacle::RowIsGone)),
            }
        }
        Ok(back)
    }

    /// Returns whether a row was removed with a person who was removed for good.
    fn was_removed_for_good(&self, table: &str, row_id: i64) -> Result<bool, StoreError> {
        Ok(self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM change
                 WHERE table_name = ?1 AND row_id = ?2 AND image IN (?3, ?4, ?5))",
            (table, row_id, GONE, NOT_THEIRS, SETTLED),
            |row| row.get(0),
        )?)
    }

    /// Refuses if rows of `table` refer to something that is now removed, unless a later undo wrote them (see the
    /// module), or they would belong to a person who was removed for good: both are removed too. Returns how many are
    /// of the latter kind.
    fn refuse_dangling(
        &self,
        table: &str,
        target: OperationId,
        later: &[Later],
        back: Back,
    ) -> Result<usize, StoreError> {
        let mut taken_along = 0;
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(&format!("PRAGMA foreign_key_check({table})"))?;
        let rows = statement
            .query_map([], |row| row.get::<_, i64>(1))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut culprits: Vec<OperationId> = Vec::new();
        for row_id in &rows {
            if self.remove_of_undo(table, *row_id, later)? {
                continue;
            }
            let culprit = self.made_by(table, *row_id, later)?;
            if back.passed_over > 0 && !later.iter().any(|it| it.id == culprit) {
                self.take_along(table, *row_id, target)?;
                taken_along += 1;
            } else if !culprits.contains(&culprit) {
                culprits.push(culprit);
            }
        }
        if culprits.is_empty() {
            return Ok(taken_along);
        }
        culprits.sort_unstable();
        let named: Vec<Later> = later
            .iter()
            .filter(|operation| culprits.contains(&operation.id))
            .cloned()
            .collect();
        let named = if named.is_empty() {
            later.to_vec()
        } else {
            named
        };
        Err(conflict(target, &named, Obstacle::InUse))
    }

    /// Returns the operation that made a row what it is: its last change, or else its creation. A later undo and what it
    /// undid left it as it was.
    fn made_by(
        &self,
        table: &str,
        row_id: i64,
        later: &[Later],
    ) -> Result<OperationId, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT DISTINCT operation_id FROM change
             WHERE table_name = ?1 AND row_id = ?2 AND operation_id < ?3 ORDER BY operation_id DESC",
        )?;
        let changes = statement
            .query_map((table, row_id, self.operation.0), |row| row.get(0))?
            .map(|id| id.map(OperationId))
            .collect::<Result<Vec<_>, _>>()?;
        let is_cancelled_out = |id: OperationId| {
            let mut undos = later.iter().filter(|it| it.pair.is_some());
            undos.any(|it| it.id == id || it.pair == Some(id))
        };
        if let Some(last) = changes.into_iter().find(|id| !is_cancelled_out(*id)) {
            return Ok(last);
        }
        let sql = format!("SELECT operation_id FROM {table} WHERE id = ?1");
        let creator = connection.query_row(&sql, [row_id], |row| row.get(0))?;
        Ok(OperationId(creator))
    }

    /// Removes a row that belongs to one that cannot be returned. This is journalled for the undone operation, so that
    /// it and its undo cancel each other out, as they do for the other row.
    fn take_along(&self, table: &str, row_id: i64, target: OperationId) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {table} WHERE id = ?1");
        self.connection.execute(&sql, [row_id])?;
        self.connection.execute(
            "INSERT INTO change (operation_id, kind, table_name, row_id, image)
             VALUES (?1, 'update', ?2, ?3, ?4)",
            (target.0, table, row_id, SETTLED),
        )?;
        Ok(())
    }

    /// Journals for the undone operation the rows that were changed by that.
    fn note_settled(&self, target: OperationId) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO change (operation_id, kind, table_name, row_id, image)
             SELECT DISTINCT ?2, 'update', table_name, row_id, ?3 FROM change AS made
             WHERE operation_id = ?1 AND NOT EXISTS (
                 SELECT 1 FROM change AS own WHERE own.operation_id = ?2
                     AND own.table_name = made.table_name AND own.row_id = made.row_id)",
            (self.operation.0, target.0, SETTLED),
        )?;
        Ok(())
    }

    /// Removes a row that a later undo wrote; returns whether it was one.
    fn remove_of_undo(
        &self,
        table: &str,
        row_id: i64,
        later: &[Later],
    ) -> Result<bool, StoreError> {
        let sql = format!("SELECT operation_id FROM {table} WHERE id = ?1");
        let writer: Option<i64> = self
            .connection
            .query_row(&sql, [row_id], |row| row.get(0))
            .optional()?;
        let is_of_undo = |it: &Later| it.pair.is_some() && Some(it.id.0) == writer;
        if !later.iter().any(is_of_undo) {
            // A row that refers to two removed things is found twice.
            return Ok(writer.is_none());
        }
        let sql = format!("DELETE FROM {table} WHERE id = ?1");
        Ok(self.connection.execute(&sql, [row_id])? > 0)
    }

    fn columns_of(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
        let names = statement
            .query_map([table], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }
}

fn conflict(operation: OperationId, later: &[Later], how: Obstacle) -> StoreError {
    StoreError::UndoConflict {
        operation,
        later: later
            .iter()
            .map(|later| (later.id, later.command.clone(), how))
            .collect(),
    }
}

fn damaged_change() -> StoreError {
    StoreError::Damaged(words::DAMAGED_CHANGE.into())
}

fn image_values(image: &str, names: &[String]) -> Result<Vec<Value>, StoreError> {
    let damaged = damaged_change;
    let image: serde_json::Value = serde_json::from_str(image).map_err(|_| damaged())?;
    names
        .iter()
        .map(|name| match image.get(name) {
            None | Some(serde_json::Value::Null) => Ok(Value::Null),
            Some(serde_json::Value::String(text)) => Ok(Value::Text(text.clone())),
            Some(serde_json::Value::Number(number)) => {
                number.as_i64().map(Value::Integer).ok_or_else(damaged)
            }
            Some(_) => Err(damaged()),
        })
        .collect()
}
