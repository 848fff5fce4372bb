//! How old an export of this program is that comes back.
//!
//! A file that leaves carries, in its last column, which operations it knows: the newest one and some before it,
//! each with its mark (`crate::store`, "past"). From that it is found out up to which operation the file and what
//! is on file here have the same past, also when a colleague went on with a copy of the database. What stood in
//! the export *then* is made again from the journal, and each row is held against that and against what is so now:
//!
//! * as it was then: it is only older, and changes nothing;
//! * nothing changed here since then: it was edited, and is imported as usual;
//! * as it is now: nothing to do;
//! * otherwise it was changed on both sides. Nobody but a person can tell which is right: the row is set aside.
//!
//! A column and not a note beside the database, since the file goes through other hands and other spreadsheets;
//! marks and not a hash of each row, since a hash tells only that a row was edited, not whether it is older. A
//! row whose cell was emptied is imported as it is.

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

/// An export as it would be written, cells as CSV has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// The columns that every such export has.
    pub fixed: usize,
    /// The questions of the columns behind them.
    pub questions: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Makes an export of a kind.
pub type Exports = fn(&Reader<'_>, Kind) -> Result<Exported, StoreError>;

/// What is to be done with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Age {
    /// It is imported as usual.
    Taken,
    /// It is only older than what is on file.
    Older,
    /// It was changed here and there: the headings of what differs.
    Both(Vec<String>),
}

/// The rows of an export by what they are about, in the order of a file's columns.
type Rows = HashMap<Vec<String>, Vec<String>>;

/// What a file's rows are held against.
#[derive(Debug)]
pub(super) struct Ages {
    /// What is on file.
    now: Rows,
    /// What was on file then, by what a row's last cell says.
    then: HashMap<String, Rows>,
    /// The column of the marks.
    column: usize,
}

impl Ages {
    /// Makes ready what the rows of a file are held against; `None` where that is not older than what is on file.
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

    /// Returns what becomes of a row by its age; `None` for one that is imported as usual.
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

    /// Says how old a row is.
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
            // It is new there. Another's number may be the same here: who is meant is found out as always.
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

/// Returns the rows of an export in the order of the file's columns, by what they are about.
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

/// Returns what a row is about. A stay is about itself: another one is another stay.
fn key_of(kind: Kind, row: &[String]) -> Vec<String> {
    let width = match kind {
        Kind::Organisations | Kind::People => 1,
        Kind::Programme => 2,
        Kind::Signups => 3,
        Kind::Attendance => row.len(),
    };
    row.iter().take(width).cloned().collect()
}

/// Whether two rows of one number are about the same name.
fn is_same_name(kind: Kind, one: &[String], other: &[String]) -> bool {
    let names = match kind {
        Kind::Organisations | Kind::Programme => 1..2,
        Kind::People => 2..4,
        Kind::Signups => 4..6,
        Kind::Attendance => return false,
    };
    one.get(names.clone()) == other.get(names)
}

/// Names the rows that are only older.
pub(super) fn note_on_older(numbers: &[u64]) -> Option<Message> {
    let numbers = Some(numbers).filter(|it| !it.is_empty())?;
    let lines = lines(numbers);
    Some(message!(import::older { lines }))
}

/// Says of a row that was changed here and there what that is about.
fn changed_on_both_sides(differ: &[String]) -> Message {
    if differ.is_empty() {
        return import::REMOVED_HERE.into();
    }
    let columns = quoted(differ);
    message!(import::changed_on_both_sides { columns })
}
