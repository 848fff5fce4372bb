//! Who wrote each value of somebody's rows, and from which lines of files.
//!
//! A row belongs to the operation that added it. What later ones changed is in the journal: a value comes from the first
//! operation after which the row had it, so that a change that was taken back leaves no trace here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Held, States};
use crate::model::{OperationId, SourceLine};
use crate::report::AsOf;
use crate::store::{Fields, StoreError};

/// The states of somebody's rows, each with the operation that wrote it, the oldest first.
pub(super) struct Sources(BTreeMap<(String, i64), Vec<(OperationId, Fields)>>);

impl Sources {
    pub(super) fn of(reader: &AsOf<'_>, held: &Held, states: &States) -> Result<Self, StoreError> {
        let mut former: BTreeMap<(String, i64), Vec<(OperationId, Fields)>> = BTreeMap::new();
        let is_theirs = |table: &str, id| held.rows.get(table).is_some_and(|it| it.contains(&id));
        reader.each_image_of(is_theirs, |row| {
            if let Some(image) = row.former {
                let images = former.entry((row.table.to_owned(), row.id)).or_default();
                images.push((image.operation, row.fields.clone()));
            }
            Ok(())
        })?;
        let mut all = BTreeMap::new();
        for (table, rows) in states {
            for (id, fields) in rows {
                let row = (table.clone(), *id);
                let Some(mut writer) = number(fields, "operation_id").map(OperationId) else {
                    continue;
                };
                let mut own = Vec::new();
                // The journal has what a row was before an operation.
                for (next, image) in former.remove(&row).unwrap_or_default() {
                    own.push((writer, image));
                    writer = next;
                }
                own.push((writer, fields.clone()));
                all.insert(row, own);
            }
        }
        Ok(Self(all))
    }

    /// Returns the operation that wrote what a row has in a column, or in all of them, and the row as it left it.
    pub(super) fn written(
        &self,
        table: &str,
        id: i64,
        column: Option<&str>,
    ) -> Option<&(OperationId, Fields)> {
        let states = self.0.get(&(table.to_owned(), id))?;
        let (_, now) = states.last()?;
        let is_as_now = |fields: &Fields| match column {
            Some(column) => fields.get(column) == now.get(column),
            None => fields == now,
        };
        states.iter().find(|(_, fields)| is_as_now(fields))
    }

    /// Returns the lines that an operation read about them.
    pub(super) fn read_by(&self, operation: OperationId) -> BTreeSet<SourceLine> {
        let states = self.0.values().flatten();
        let written = states.filter(|(writer, _)| *writer == operation);
        let lines = written.filter_map(|(_, fields)| read_from(fields));
        lines.filter(|it| it.line.is_some()).collect()
    }
}

/// Returns where a row was read, as far as it says.
pub(super) fn read_from(fields: &Fields) -> Option<SourceLine> {
    let text = |column: &str| fields.get(column).and_then(Value::as_str);
    let of_stay = || Some(text("source")?.split_once(':')?.1);
    Some(SourceLine {
        file: text("file").or_else(of_stay)?.to_owned(),
        line: number(fields, "line"),
    })
}

fn number(fields: &Fields, column: &str) -> Option<i64> {
    fields.get(column).and_then(Value::as_i64)
}
