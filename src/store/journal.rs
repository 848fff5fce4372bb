//! Reads from the journal what operations changed: each row before and after.
//!
//! The journal holds the image of a row *before* each change. The state after a change is thus the image before the
//! next one, or the row as it is now. Within one operation only the first image counts.
//!
//! What was removed for good, and what was dropped from the journal, is unknown: such changes are counted, not
//! returned.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};

use super::forgetting::is_blank;
use super::layout::Layout;
use super::{Reader, StoreError, TracedRow};
use crate::catalogue::messages::store as words;
use crate::model::{OperationId, PersonId, SessionId};

/// The columns of a row.
pub type Fields = Map<String, Value>;

/// The table of the numbers by which rows of files are known again; they say nothing to anybody.
const KNOWN_ROWS: &str = "known_row";

/// A row before and after an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The operation.
    pub operation: OperationId,
    /// The table.
    pub table: String,
    /// The number of the row.
    pub id: i64,
    /// The row before; `None` if the operation added it.
    pub before: Option<Fields>,
    /// The row afterwards; `None` if the operation removed it.
    pub after: Option<Fields>,
}

/// What operations changed.
#[derive(Debug, Default)]
pub struct RowChanges {
    /// The rows, in the order of the operations, then of tables and numbers.
    pub rows: Vec<RowChange>,
    /// How many changes of each operation are not known any more.
    pub unknown: BTreeMap<OperationId, usize>,
}

/// A change whose result is not known yet.
struct Open {
    place: usize,
    operation: i64,
}

/// Gathers changes while the journal is read, oldest entry first.
struct Gathered<'a> {
    wanted: &'a BTreeSet<i64>,
    /// `None` for a change that is not known any more.
    rows: Vec<Option<RowChange>>,
    unknown: BTreeMap<OperationId, usize>,
    open: HashMap<(String, i64), Vec<Open>>,
    seen: HashSet<(String, i64)>,
}

impl Gathered<'_> {
    /// Adds a change whose result is still open.
    fn begin(&mut self, operation: i64, key: &(String, i64), before: Option<Fields>) {
        let place = self.rows.len();
        self.rows.push(Some(RowChange {
            operation: OperationId(operation),
            table: key.0.clone(),
            id: key.1,
            before,
            after: None,
        }));
        let open = self.open.entry(key.clone()).or_default();
        open.push(Open { place, operation });
    }

    fn lose(&mut self, operation: i64) {
        *self.unknown.entry(OperationId(operation)).or_default() += 1;
    }

    /// Sets the result of the changes of a row that are open, except those of one operation.
    fn settle(&mut self, key: &(String, i64), but_not: i64, after: &After) {
        let Some(open) = self.open.get_mut(key) else {
            return;
        };
        let done: Vec<Open> = open.extract_if(.., |it| it.operation != but_not).collect();
        for Open { place, operation } in done {
            match (after, &mut self.rows[place]) {
                (After::Is(fields), Some(row)) => row.after.clone_from(fields),
                (After::Unknown, row) => {
                    *row = None;
                    self.lose(operation);
                }
                _ => {}
            }
        }
    }

    /// Takes an entry of the journal.
    fn take(&mut self, operation: i64, kind: &str, key: &(String, i64), image: &Image) {
        let (after, creator) = match image {
            Image::Blank => (After::Unknown, None),
            Image::None => (After::Is(None), None),
            Image::Row(fields) => {
                let creator = fields.get("operation_id").and_then(Value::as_i64);
                (After::Is(Some(fields.clone())), creator)
            }
        };
        let is_first = self.seen.insert(key.clone());
        if is_first
            && let Some(creator) = creator.filter(|it| self.wanted.contains(it) && *it < operation)
        {
            self.begin(creator, key, None);
        }
        self.settle(key, operation, &after);
        let has_begun = self
            .open
            .get(key)
            .is_some_and(|open| open.iter().any(|it| it.operation == operation));
        if !self.wanted.contains(&operation) || has_begun {
            return;
        }
        match (kind, image) {
            (_, Image::Blank) => self.lose(operation),
            ("insert", _) => self.begin(operation, key, None),
            (_, Image::Row(fields)) => self.begin(operation, key, Some(fields.clone())),
            (_, Image::None) => {}
        }
    }
}

/// The state after a change.
enum After {
    Is(Option<Fields>),
    Unknown,
}

/// An image in the journal.
enum Image {
    /// None: the row was put back.
    None,
    /// It was removed for good.
    Blank,
    Row(Fields),
}

impl Reader<'_> {
    /// Returns what some operations changed, row by row.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn row_changes(
        &self,
        operations: &BTreeSet<OperationId>,
    ) -> Result<RowChanges, StoreError> {
        let wanted: BTreeSet<i64> = operations.iter().map(|it| it.0).collect();
        let mut gathered = Gathered {
            wanted: &wanted,
            rows: Vec::new(),
            unknown: BTreeMap::new(),
            open: HashMap::new(),
            seen: HashSet::new(),
        };
        self.read_entries(&mut gathered)?;
        for table in Layout::newest().data_tables() {
            if table == KNOWN_ROWS {
                continue;
            }
            self.each_row(table, |row| {
                let key = (table.clone(), row.id);
                let creator = row.fields.get("operation_id").and_then(Value::as_i64);
                let after = After::Is(Some(row.fields.clone()));
                if !gathered.seen.contains(&key)
                    && let Some(creator) = creator.filter(|it| wanted.contains(it))
                {
                    gathered.begin(creator, &key, None);
                }
                gathered.settle(&key, -1, &after);
                Ok(())
            })?;
        }
        let Gathered { rows, unknown, .. } = gathered;
        let mut rows: Vec<RowChange> = rows.into_iter().flatten().collect();
        rows.retain(|row| row.before != row.after);
        let tables = Layout::newest().data_tables();
        let place = |table: &str| tables.iter().position(|it| it == table);
        rows.sort_by_key(|row| (row.operation, place(&row.table), row.id));
        Ok(RowChanges { rows, unknown })
    }

    fn read_entries(&self, gathered: &mut Gathered<'_>) -> Result<(), StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT operation_id, kind, table_name, row_id, image FROM change
             WHERE table_name <> ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([KNOWN_ROWS])?;
        while let Some(row) = rows.next()? {
            let image = match row.get::<_, Option<String>>(4)? {
                None => Image::None,
                Some(image) if is_blank(&image) => Image::Blank,
                Some(image) => match serde_json::from_str(&image) {
                    Ok(Value::Object(fields)) => Image::Row(fields),
                    _ => return Err(StoreError::Damaged(words::DAMAGED_CHANGE.into())),
                },
            };
            let key = (row.get(2)?, row.get(3)?);
            gathered.take(row.get(0)?, &row.get::<_, String>(1)?, &key, &image);
        }
        Ok(())
    }

    /// Returns the rows of a table with these numbers as they are or, if they are not there any more, as they last
    /// were.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn last_states(
        &self,
        table: &str,
        numbers: &BTreeSet<i64>,
    ) -> Result<BTreeMap<i64, Fields>, StoreError> {
        let mut states = BTreeMap::new();
        self.each_row_numbered(table, numbers, |row| {
            states.insert(row.id, row.fields.clone());
            Ok(())
        })?;
        let missing: BTreeSet<i64> = numbers
            .iter()
            .filter(|it| !states.contains_key(it))
            .copied()
            .collect();
        if !missing.is_empty() {
            let is_missing = |of: &str, id| of == table && missing.contains(&id);
            self.each_image_of(is_missing, |row| {
                states.insert(row.id, row.fields.clone());
                Ok(())
            })?;
        }
        Ok(states)
    }

    /// Returns the operations that changed rows which are, or once were, somebody's.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn operations_on_person(
        &self,
        person: PersonId,
    ) -> Result<BTreeSet<OperationId>, StoreError> {
        let rows = self.rows_of_person(person)?;
        self.operations_on(&rows)
    }

    /// Returns the operations that changed a session, or rows which are, or once were, about it.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn operations_on_session(
        &self,
        session: SessionId,
    ) -> Result<BTreeSet<OperationId>, StoreError> {
        let is_it = |row: &TracedRow<'_>| {
            let column = if row.table == "session" {
                "id"
            } else {
                "session_id"
            };
            row.fields.get(column).and_then(Value::as_i64) == Some(session.0)
        };
        let rows = self.rows_that(is_it)?;
        self.operations_on(&rows)
    }

    /// Returns the rows that are, or once were, somebody's: table and number.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn rows_of_person(&self, person: PersonId) -> Result<BTreeSet<(String, i64)>, StoreError> {
        let is_it = |row: &TracedRow<'_>| {
            let column = if row.table == "person" {
                "id"
            } else {
                "person_id"
            };
            row.fields.get(column).and_then(Value::as_i64) == Some(person.0)
        };
        let mut rows = self.rows_that(is_it)?;
        let registrations: BTreeSet<i64> = rows
            .iter()
            .filter(|(table, _)| table == "registration")
            .map(|(_, id)| *id)
            .collect();
        let signups = self.rows_that(|row| {
            let of = row.fields.get("registration_id").and_then(Value::as_i64);
            row.table == "signup" && of.is_some_and(|it| registrations.contains(&it))
        })?;
        rows.extend(signups);
        Ok(rows)
    }

    /// Returns the rows of which something holds, now or in a former state.
    fn rows_that(
        &self,
        is_it: impl Fn(&TracedRow<'_>) -> bool,
    ) -> Result<BTreeSet<(String, i64)>, StoreError> {
        let mut rows = BTreeSet::new();
        let mut take = |row: &TracedRow<'_>| {
            if is_it(row) {
                rows.insert((row.table.to_owned(), row.id));
            }
            Ok(())
        };
        for table in Layout::newest().data_tables() {
            if table != KNOWN_ROWS {
                self.each_row(table, &mut take)?;
            }
        }
        self.each_image(&mut take)?;
        Ok(rows)
    }

    /// Returns the operations that added, changed or removed one of these rows.
    fn operations_on(
        &self,
        wanted: &BTreeSet<(String, i64)>,
    ) -> Result<BTreeSet<OperationId>, StoreError> {
        let mut operations = BTreeSet::new();
        let mut take = |row: &TracedRow<'_>| {
            // A pair of borrowed text and number cannot be looked up.
            if wanted.contains(&(row.table.to_owned(), row.id)) {
                let creator = row.fields.get("operation_id").and_then(Value::as_i64);
                operations.extend(creator.map(OperationId));
                operations.extend(row.former.map(|it| it.operation));
            }
            Ok(())
        };
        let tables: BTreeSet<&String> = wanted.iter().map(|(table, _)| table).collect();
        for table in tables {
            self.each_row(table, &mut take)?;
        }
        self.each_image(&mut take)?;
        let connection = self.connection.complete()?;
        // A row that was put back has no image in the journal.
        let mut statement = connection
            .prepare("SELECT operation_id, table_name, row_id FROM change WHERE image IS NULL")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if wanted.contains(&(row.get(1)?, row.get(2)?)) {
                operations.insert(OperationId(row.get(0)?));
            }
        }
        Ok(operations)
    }
}
