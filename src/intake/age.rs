//! Determines how old a re-imported export of this program is.
//!
//! An exported file contains, in its last column, which operations it knows: the newest one and some before it, each
//! with its mark (`crate::store`, "past"). They show up to which operation the file and the data here share the same
//! past, even if a colleague continued with a copy of the database. The export *of that time* is generated again from
//! the journal, and each row is compared with it and with the current data:
//!
//! * equal to the row of that time: it is only older, and changes nothing;
//! * nothing has changed here since then: it was edited, and is imported as usual;
//! * equal to the current row: nothing to do;
//! * otherwise it was changed on both sides. Only a person can decide which is right: the row is set aside.
//!
//! The marks are in a column and not in a note next to the database, since the file passes through other hands and
//! other spreadsheets; they are marks and not a hash of each row, since a hash only shows that a row was edited, not
//! whether it is older. A row with an emptied cell is imported as usual.

use std::collections::HashMap;

use super::{Fate, IntakeError};
use crate::catalogue::Message;
use crate::catalogue::messages::import;
use crate::import::lines;
use crate::import::quoted;
use crate::import::{Column, Field, Kind, Plan, Problem, Record};
use crate::message;
use crate::model::OperationId;
use crate::store::{Reader, StoreError, Writer};

/// An export as it would be written, with cells as in CSV.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// The number of columns in every such export.
    pub fixed: usize,
    /// The questions in the columns after them.
    pub questions: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The function that generates an export of a kind.
pub type Exports = fn(&Reader<'_>, Kind) -> Result<Exported, StoreError>;

/// What to do with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Age {
    /// It is imported as usual.
    Taken,
    /// It is only older than the data on file.
    Older,
    /// It was changed on both sides: the headings of the differences.
    Both(Vec<String>),
}

/// The rows of an export by their key, in the order of a file's columns.
type Rows = HashMap<Vec<String>, Vec<String>>;

/// The data that a file's rows are compared with.
#[derive(Debug)]
pub(super) struct Ages {
    /// The current rows.
    now: Rows,
    /// The rows at the time of the export, by a row's last cell.
    then: HashMap<String, Rows>,
    /// The column of the marks.
    column: usize,
}

impl Ages {
    /// Prepares the comparison for a file; `None` if it is not older than the data on file.
    pub(super) fn of(
        writer: &Writer<'_>,
        plan: &Plan,
        exports: Exports,
    ) -> Result<Option<Self>, IntakeError> {
        let Some(column) = plan.layout.column(&Field::AsOf) else {
            return Ok(None);
        };
        let mut said: Vec<String> = Vec::new();
        let mut rows = plan.rows()?;
        while let Some(row) = rows.next_row()? {
            let cell = plan.cell(row, column);
            if !cell.is_empty() && !said.iter().any(|it| *it == cell) {
                said.push(cell.into_owned());
            }
        }
        let mut marks = writer.marks()?;
        // The last one is the import itself.
        marks.pop();
        let mut then = HashMap::new();
        for cell in said {
            let Some(common) = in_common(&cell, &marks) else {
                continue;
            };
            if marks.last().is_some_and(|(newest, _)| *newest > common) {
                let kind = plan.layout.kind;
                let past = writer.as_of(common, |reader| exports(reader, kind))?;
                then.insert(cell, by_key(plan, column, &past));
            }
        }
        if then.is_empty() {
            return Ok(None);
        }
        let now = by_key(plan, column, &exports(writer, plan.layout.kind)?);
        Ok(Some(Self { now, then, column }))
    }

    /// Returns the fate of a row because of its age; `None` if it is imported as usual.
    pub(super) fn fate(&self, plan: &Plan, record: &Record) -> Option<Fate> {
        match self.age(plan, record) {
            Age::Taken => None,
            Age::Older => Some(Fate::Unchanged),
            Age::Both(differ) => Some(Fate::Rejected(Problem {
                line: record.line(),
                column: None,
                reason: changed_on_both_sides(&differ),
            })),
        }
    }

    /// Returns the age of a row.
    fn age(&self, plan: &Plan, record: &Record) -> Age {
        let Some(then) = self.then.get(&*plan.cell(record, self.column)) else {
            return Age::Taken;
        };
        let row: Vec<String> = (0..plan.layout.columns.len())
            .filter(|column| *column != self.column)
            .map(|column| plan.cell(record, column).into_owned())
            .collect();
        let key = key_of(plan.layout.kind, &row);
        let now = self.now.get(&key);
        match then.get(&key) {
            // It is new there. Another person's number may be the same here: who is meant is decided as usual.
            None => match now {
                Some(now) if *now != row && is_same_name(plan.layout.kind, now, &row) => {
                    Age::Both(self.differences(plan, now, &row))
                }
                _ => Age::Taken,
            },
            Some(then) if *then == row => match now {
                Some(now) if now == then => Age::Taken,
                _ => Age::Older,
            },
            Some(then) => match now {
                Some(now) if now == then || *now == row => Age::Taken,
                Some(now) => Age::Both(self.differences(plan, now, &row)),
                None => Age::Both(Vec::new()),
            },
        }
    }

    fn differences(&self, plan: &Plan, now: &[String], row: &[String]) -> Vec<String> {
        let columns = plan.layout.columns.iter().enumerate();
        let columns = columns.filter(|(index, _)| *index != self.column);
        columns
            .zip(now.iter().zip(row))
            .filter(|(_, (now, row))| now != row)
            .map(|((_, column), _)| column.heading.clone())
            .collect()
    }
}

/// Returns the newest operation that a file knows and that is the same here.
fn in_common(cell: &str, marks: &[(OperationId, String)]) -> Option<OperationId> {
    let known = cell.split_whitespace().filter_map(|part| {
        let (number, mark) = part.split_once('-')?;
        let number = OperationId(number.parse().ok()?);
        let is_it = |it: &&(OperationId, String)| it.0 == number && it.1 == mark;
        marks.iter().find(is_it).map(|(id, _)| *id)
    });
    known.max()
}

/// Returns the rows of an export in the order of the file's columns, by key.
fn by_key(plan: &Plan, column: usize, exported: &Exported) -> Rows {
    let columns = plan.layout.columns.iter().enumerate();
    let columns = columns.filter(|(index, _)| *index != column);
    let place = |(index, column): (usize, &Column)| {
        if index < exported.fixed {
            return Some(index);
        }
        let mut questions = exported.questions.iter();
        let place = questions.position(|it| *it == column.heading)?;
        Some(exported.fixed + place)
    };
    let places: Vec<Option<usize>> = columns.map(place).collect();
    let rows = exported.rows.iter().map(|row| {
        let cell = |place: &Option<usize>| place.and_then(|it| row.get(it)).cloned();
        let row: Vec<String> = places
            .iter()
            .map(|place| cell(place).unwrap_or_default())
            .collect();
        (key_of(plan.layout.kind, &row), row)
    });
    rows.collect()
}

/// Returns the key of a row. A stay is its own key: a changed one is a different stay.
fn key_of(kind: Kind, row: &[String]) -> Vec<String> {
    let width = match kind {
        Kind::Organisations | Kind::People => 1,
        Kind::Programme => 2,
        Kind::Signups => 3,
        Kind::Attendance => row.len(),
    };
    row.iter().take(width).cloned().collect()
}

/// Whether two rows with the same number have the same name.
fn is_same_name(kind: Kind, one: &[String], other: &[String]) -> bool {
    let names = match kind {
        Kind::Organisations | Kind::Programme => 1..2,
        Kind::People => 2..4,
        Kind::Signups => 4..6,
        Kind::Attendance => return false,
    };
    one.get(names.clone()) == other.get(names)
}

/// Returns a note about rows that are only older.
pub(super) fn note_on_older(numbers: &[u64]) -> Option<Message> {
    let numbers = Some(numbers).filter(|it| !it.is_empty())?;
    let lines = lines(numbers);
    Some(message!(import::older { lines }))
}

/// Returns why a row that was changed on both sides is set aside.
fn changed_on_both_sides(differ: &[String]) -> Message {
    if differ.is_empty() {
        return import::REMOVED_HERE.into();
    }
    let columns = quoted(differ);
    message!(import::changed_on_both_sides { columns })
}
