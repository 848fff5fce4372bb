//! Which operation wrote what is on file about somebody, and which lines of files it read.
//!
//! A row belongs to the operation that added it. What later ones changed is in the journal: a value comes from the first
//! operation after which the row had it, so that a change that was taken back leaves no trace here. Registrations,
//! sign-ups and stays keep the line they were read in; names and addresses come from the lines that their operation read
//! about the same person.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Held;
use super::states::States;
use crate::model::{OperationId, SourceLine};
use crate::report::AsOf;
use crate::store::{Fields, StoreError};

/// Tables whose rows keep the line they were read in.
const WITH_LINES: [&str; 4] = ["registration", "signup", "stay", "consent"];

/// Columns that say whose a row is, and how that was found: a merge or an answer changes them, and not what was read.
const WHOSE: [&str; 6] = [
    "operation_id",
    "person_id",
    "registration_id",
    "matched_by",
    "matched_row",
    "nobody",
];

/// A part of a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'a> {
    /// All of it but whose it is.
    Row,
    /// What it has in a column.
    Column(&'a str),
    /// The answer to a question of a form.
    Answer(&'a str),
}

/// Where a part of a row comes from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The operation that recorded it.
    pub(super) recorded_by: OperationId,
    /// The lines it may have been read in.
    pub(super) lines: BTreeSet<SourceLine>,
    /// Whether it was changed after it was read there.
    pub(super) is_changed: bool,
}

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
        for (table, rows) in states.tables() {
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

    /// Returns where a part of a row comes from; `None` if the row is not theirs.
    pub(super) fn source(&self, table: &str, id: i64, piece: Piece<'_>) -> Option<Source> {
        let states = self.0.get(&(table.to_owned(), id))?;
        let now = piece.of(&states.last()?.1);
        let (writer, fields) = states.iter().find(|(_, fields)| piece.of(fields) == now)?;
        let Some(line) = read_from(fields) else {
            let lines = match table {
                "person" | "person_address" | "person_alias" => self.read_by(*writer),
                _ => BTreeSet::new(),
            };
            return Some(Source {
                recorded_by: *writer,
                lines,
                is_changed: false,
            });
        };
        if matches!(piece, Piece::Answer(_)) {
            // A row has one line, and its answers may be of several.
            let mut lines = self.read_by(*writer);
            lines.insert(line);
            return Some(Source {
                recorded_by: *writer,
                lines,
                is_changed: false,
            });
        }
        let is_of_line = |fields: &Fields| read_from(fields).as_ref() == Some(&line);
        let (reader, read) = states.iter().find(|(_, fields)| is_of_line(fields))?;
        Some(Source {
            recorded_by: *reader,
            is_changed: WITH_LINES.contains(&table) && piece.of(read) != now,
            lines: BTreeSet::from([line]),
        })
    }

    /// Returns the lines that an operation read about them.
    fn read_by(&self, operation: OperationId) -> BTreeSet<SourceLine> {
        let rows = self.0.iter();
        let states = rows.filter(|((table, _), _)| WITH_LINES.contains(&table.as_str()));
        let lines = states.flat_map(|(_, states)| {
            let mut before: Option<SourceLine> = None;
            states.iter().filter_map(move |(writer, fields)| {
                let line = read_from(fields).filter(|it| it.line.is_some());
                let is_new = line != before;
                before.clone_from(&line);
                line.filter(|_| is_new && *writer == operation)
            })
        });
        lines.collect()
    }
}

impl Piece<'_> {
    fn of(self, fields: &Fields) -> Option<Value> {
        match self {
            Self::Row => {
                let mut fields = fields.clone();
                for column in WHOSE {
                    fields.remove(column);
                }
                Some(Value::Object(fields))
            }
            Self::Column(column) => fields.get(column).cloned(),
            Self::Answer(question) => {
                let answers = fields.get("answers")?.as_str()?;
                let answers: Fields = serde_json::from_str(answers).ok()?;
                answers.get(question).cloned()
            }
        }
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
