//! Iterates over every current and former row, and carries out what happens to them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Params;
use rusqlite::types::{Value as Sql, ValueRef};
use serde_json::{Map, Value};

use super::super::layout::Layout;
use super::super::{Reader, StoreError, Writer};
use super::{GONE, NOT_THEIRS, is_blank};
use crate::catalogue::messages::store as words;
use crate::model::OperationId;

/// A row as it is, or as it once was.
#[derive(Debug)]
pub struct TracedRow<'a> {
    /// Its table.
    pub table: &'a str,
    /// Its number.
    pub id: i64,
    /// The entry of the journal that holds this image; `None` for a current row.
    pub former: Option<Former>,
    /// Its columns.
    pub fields: &'a Map<String, Value>,
}

/// An entry of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Former {
    /// Its number.
    pub change: i64,
    /// Whether the row was deleted then, rather than changed.
    pub is_deletion: bool,
    /// The operation that wrote it.
    pub operation: OperationId,
}

/// What happens to a former image.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// The row was theirs then, and is somebody else's now.
    NotTheirs,
    /// It is emptied.
    Gone,
    /// It is replaced by this.
    Rewritten(Map<String, Value>),
}

/// What happens to rows and their former images.
#[derive(Debug, Default)]
pub struct RowFates {
    /// Rows to remove, by table: current ones, and those that only the journal has.
    pub gone: BTreeMap<String, BTreeSet<i64>>,
    /// Columns to change: table, row, column and value.
    pub rewritten: Vec<(String, i64, String, Option<String>)>,
    /// Former images of rows that stay, by entry of the journal.
    pub images: BTreeMap<i64, Fate>,
}

impl RowFates {
    /// Returns whether a row is removed.
    pub fn is_gone(&self, table: &str, id: i64) -> bool {
        self.gone.get(table).is_some_and(|rows| rows.contains(&id))
    }

    /// Marks a row to be removed.
    pub fn let_go(&mut self, table: &str, id: i64) {
        self.gone.entry(table.to_owned()).or_default().insert(id);
    }

    /// Returns whether nothing happens.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.rewritten.is_empty() && self.images.is_empty()
    }
}

impl Reader<'_> {
    /// Passes every row of a table to `each`, by number.
    ///
    /// # Errors
    /// Those of `each`, and if the file cannot be read.
    pub fn each_row(
        &self,
        table: &str,
        each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = format!("SELECT * FROM {table} ORDER BY id");
        self.each_row_of(table, &sql, (), &[], |_| true, each)
    }

    /// Passes the rows of a table with these numbers to `each`, as far as they are there.
    ///
    /// # Errors
    /// The same as for [`Self::each_row`].
    pub fn each_row_numbered(
        &self,
        table: &str,
        numbers: &BTreeSet<i64>,
        each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if numbers.is_empty() {
            return Ok(());
        }
        let numbers = serde_json::json!(numbers).to_string();
        let sql = format!(
            "SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"
        );
        self.each_row_of(table, &sql, [numbers], &[], |_| true, each)
    }

    /// Passes the rows of a table to `each` in which one of the texts in these columns is wanted; the others cost little.
    ///
    /// # Errors
    /// The same as for [`Self::each_row`].
    pub fn each_row_with(
        &self,
        table: &str,
        columns: &[&str],
        is_wanted: impl Fn(&str) -> bool,
        each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = format!("SELECT * FROM {table} ORDER BY id");
        self.each_row_of(table, &sql, (), columns, is_wanted, each)
    }

    /// Passes the rows of a query to `each`; if there are any columns, only rows with a text in them that is wanted.
    fn each_row_of(
        &self,
        table: &str,
        sql: &str,
        parameters: impl Params,
        columns: &[&str],
        is_wanted: impl Fn(&str) -> bool,
        mut each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(sql)?;
        let names: Vec<String> = statement
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let places = columns.iter().map(|it| statement.column_index(it));
        let places: Vec<usize> = places.collect::<Result<_, _>>()?;
        let mut rows = statement.query(parameters)?;
        while let Some(row) = rows.next()? {
            let mut is_one = places.is_empty();
            for place in &places {
                if let ValueRef::Text(text) = row.get_ref(*place)? {
                    is_one |= is_wanted(&String::from_utf8_lossy(text));
                }
            }
            if !is_one {
                continue;
            }
            let mut fields = Map::new();
            for (place, column) in names.iter().enumerate() {
                let value = match row.get_ref(place)? {
                    ValueRef::Integer(number) => Value::from(number),
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
                    _ => Value::Null,
                };
                fields.insert(column.clone(), value);
            }
            each(&TracedRow {
                table,
                id: fields.get("id").and_then(Value::as_i64).unwrap_or_default(),
                former: None,
                fields: &fields,
            })?;
        }
        Ok(())
    }

    /// Passes one text of every row of a table to `each`, with the number of whoever or whatever it belongs to.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn each_text(
        &self,
        table: &str,
        owner: &str,
        column: &str,
        mut each: impl FnMut(i64, &str),
    ) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement =
            connection.prepare(&format!("SELECT {owner}, {column} FROM {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
        }
        Ok(())
    }

    /// Passes every former image of a row to `each`, the oldest first; empty images are skipped.
    ///
    /// # Errors
    /// The same as for [`Self::each_row`].
    pub fn each_image(
        &self,
        each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.each_image_of(|_, _| true, each)
    }

    /// The same for rows that are wanted, by table and number; the others cost little.
    ///
    /// # Errors
    /// The same as for [`Self::each_row`].
    pub fn each_image_of(
        &self,
        is_wanted: impl Fn(&str, i64) -> bool,
        mut each: impl FnMut(&TracedRow<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT id, kind, table_name, row_id, operation_id, image FROM change
             WHERE image IS NOT NULL ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table = row.get_ref(2)?.as_str().unwrap_or_default();
            let id = row.get(3)?;
            if !is_wanted(table, id) {
                continue;
            }
            let image = row.get_ref(5)?.as_str().unwrap_or_default();
            if is_blank(image) {
                continue;
            }
            let Ok(Value::Object(fields)) = serde_json::from_str(image) else {
                return Err(StoreError::Damaged(words::DAMAGED_CHANGE.into()));
            };
            each(&TracedRow {
                table,
                id,
                former: Some(Former {
                    change: row.get(0)?,
                    is_deletion: row.get_ref(1)?.as_str() == Ok("delete"),
                    operation: OperationId(row.get(4)?),
                }),
                fields: &fields,
            })?;
        }
        Ok(())
    }

    /// Returns the numbers of rows of these tables of which only the journal has images, by table.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn removed_rows(
        &self,
        tables: &[&'static str],
    ) -> Result<BTreeMap<&'static str, BTreeSet<i64>>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection
            .prepare("SELECT DISTINCT table_name, row_id FROM change WHERE image IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let mut former: BTreeMap<&'static str, BTreeSet<i64>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let table = row.get_ref(0)?.as_str().unwrap_or_default();
            if let Some(table) = tables.iter().find(|it| **it == table) {
                former.entry(table).or_default().insert(row.get(1)?);
            }
        }
        for (table, rows) in &mut former {
            for id in self.rows_where(table, "id", rows)? {
                rows.remove(&id);
            }
        }
        former.retain(|_, rows| !rows.is_empty());
        Ok(former)
    }

    /// Returns the numbers of the rows in which a column has one of these numbers.
    pub fn rows_where(
        &self,
        table: &str,
        column: &str,
        numbers: &BTreeSet<i64>,
    ) -> Result<BTreeSet<i64>, StoreError> {
        if numbers.is_empty() {
            return Ok(BTreeSet::new());
        }
        let connection = self.connection.complete()?;
        let numbers = serde_json::json!(numbers).to_string();
        let mut statement = connection.prepare(&format!(
            "SELECT id FROM {table} WHERE {column} IN (SELECT value FROM json_each(?1))"
        ))?;
        let found = statement
            .query_map([numbers], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Returns the numbers of all rows of a table.
    pub fn numbers(&self, table: &str) -> Result<BTreeSet<i64>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(&format!("SELECT id FROM {table}"))?;
        let found = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }
}

impl Writer<'_> {
    /// Removes and changes rows; only to be called while the journal is off. Returns how many entries of the journal
    /// were emptied or rewritten.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn settle_fates(&self, fates: &RowFates) -> Result<usize, StoreError> {
        self.connection
            .execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for table in Layout::newest().data_tables().iter().rev() {
            for id in fates.gone.get(table).into_iter().flatten() {
                self.count_removed_row(table, *id)?;
                let sql = format!("DELETE FROM {table} WHERE id = ?1");
                self.connection.execute(&sql, [id])?;
            }
        }
        for (table, id, column, value) in &fates.rewritten {
            let sql = format!("UPDATE {table} SET \"{column}\" = ?2 WHERE id = ?1");
            let value = value.clone().map_or(Sql::Null, Sql::Text);
            self.connection.execute(&sql, (id, value))?;
        }
        let entries = self.entries_of(fates)?;
        for change in &entries {
            self.connection
                .execute("UPDATE change SET image = ?2 WHERE id = ?1", (change, GONE))?;
        }
        for (change, fate) in &fates.images {
            let image = match fate {
                Fate::Gone => GONE.to_owned(),
                Fate::NotTheirs => NOT_THEIRS.to_owned(),
                Fate::Rewritten(fields) => Value::Object(fields.clone()).to_string(),
            };
            self.connection.execute(
                "UPDATE change SET image = ?2 WHERE id = ?1",
                (change, image),
            )?;
        }
        Ok(entries.len() + fates.images.len())
    }

    /// Returns the entries of the journal about removed rows.
    fn entries_of(&self, fates: &RowFates) -> Result<Vec<i64>, StoreError> {
        let connection = self.connection.complete()?;
        // The index of the journal begins with the operation.
        let mut statement = connection.prepare(
            "SELECT change.id FROM operation CROSS JOIN change
             ON change.operation_id = operation.id AND change.table_name = ?1
             AND change.row_id IN (SELECT value FROM json_each(?2))",
        )?;
        let mut entries = Vec::new();
        for (table, numbers) in &fates.gone {
            let numbers = serde_json::json!(numbers).to_string();
            let found = statement.query_map((table, numbers), |row| row.get(0))?;
            entries.extend(found.collect::<Result<Vec<i64>, _>>()?);
        }
        Ok(entries)
    }

    /// Counts a removed row for the operation that wrote it.
    fn count_removed_row(&self, table: &str, id: i64) -> Result<(), StoreError> {
        self.connection.execute(
            &format!(
                "INSERT INTO removed_row (operation_id, table_name, rows)
                 SELECT operation_id, '{table}', 1 FROM {table} WHERE id = ?1
                 ON CONFLICT (operation_id, table_name) DO UPDATE SET rows = rows + 1"
            ),
            [id],
        )?;
        Ok(())
    }
}
