//! The records by which a table is recognised before it is read.

use std::borrow::Cow;

use super::error::ImportError;
use super::layout::HEAD;
use crate::read::{ReadError, Record, Records, Sheet};

/// Reads the first records of a table, and returns them with the rest.
pub(super) fn first_records(
    sheet: &Sheet,
    name: &str,
) -> Result<(Vec<Record>, Records), ImportError> {
    let mut head = Vec::new();
    let mut records = sheet.records()?;
    let mut record = Record::default();
    while head.len() < HEAD && records.read_into(&mut record)? {
        if !record.is_blank() {
            head.push(record.clone());
        }
    }
    if head.is_empty() {
        let name = name.to_owned();
        return Err(ReadError::Empty { name }.into());
    }
    Ok((head, records))
}

/// Adds later records of a long file to the first ones if they have values in columns that are nearly empty in the
/// first: the meaning of a column may only show in its last rows.
pub(super) fn with_late_cells<'head>(
    head: &'head [Record],
    rest: &mut Records,
) -> Result<Cow<'head, [Record]>, ImportError> {
    const MOST_ADDED: usize = 400;
    if head.len() < HEAD {
        return Ok(Cow::Borrowed(head));
    }
    let mut filled = Filled::default();
    for record in head {
        filled.add(record);
    }
    let mut added = Vec::new();
    let mut record = Record::default();
    while added.len() < MOST_ADDED && rest.read_into(&mut record)? {
        if filled.add(&record) {
            added.push(record.clone());
        }
    }
    if added.is_empty() {
        return Ok(Cow::Borrowed(head));
    }
    Ok(Cow::Owned([head, &added].concat()))
}

/// The number of filled cells in each column.
#[derive(Default)]
struct Filled(Vec<usize>);

impl Filled {
    /// Counts the cells of a record, and returns whether one of them is among the first of its column.
    fn add(&mut self, record: &Record) -> bool {
        /// This many cells of a column are enough to determine its meaning.
        const FEW: usize = 20;
        let mut is_rare = false;
        for (column, cell) in record.cells().enumerate() {
            if self.0.len() == column {
                self.0.push(0);
            }
            if !cell.trim().is_empty() {
                is_rare |= self.0[column] < FEW;
                self.0[column] += 1;
            }
        }
        is_rare
    }
}

/// Whether the first records are all there are, and few enough to be kept.
pub(super) fn is_short(head: &[Record]) -> bool {
    const MOST_BYTES: usize = 1 << 20;
    let bytes = head
        .iter()
        .flat_map(Record::cells)
        .map(str::len)
        .sum::<usize>();
    head.len() < HEAD && bytes < MOST_BYTES
}
