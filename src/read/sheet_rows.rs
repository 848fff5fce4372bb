//! Assembles cells into the rows of a sheet, which are kept in memory and charged to the budget.

use super::budget::{LONGEST_CELL, MOST_COLUMNS, Share, TooLarge};
use super::fault::Fault;
use super::record::Record;

/// The size of a row without its cells: the record, what it points to, and its place in the list.
const A_ROW: u64 = 192;

/// The size of a cell without its text.
const A_CELL: u64 = size_of::<usize>() as u64;

/// Returns how much memory rows use, in bytes.
pub(super) fn bytes_of(rows: &[Record]) -> u64 {
    let of_row = |row: &Record| {
        let text: usize = row.cells().map(str::len).sum();
        A_ROW + A_CELL * row.width() as u64 + text as u64
    };
    rows.iter().map(of_row).sum()
}

/// The rows of a sheet, filled cell by cell.
pub(super) struct Rows<'a> {
    done: Vec<Record>,
    /// The row being filled, counted from 0.
    row: Option<u32>,
    cells: Vec<String>,
    /// The number of cells already charged.
    charged: usize,
    share: &'a mut Share,
}

impl<'a> Rows<'a> {
    /// Starts without a row; memory is charged to `share`.
    pub(super) fn new(share: &'a mut Share) -> Self {
        Self {
            done: Vec::new(),
            row: None,
            cells: Vec::new(),
            charged: 0,
            share,
        }
    }

    /// Returns how many rows are complete.
    pub(super) fn count(&self) -> usize {
        self.done.len()
    }

    /// Adds a cell at (row, column), counted from 0; empty ones are skipped.
    pub(super) fn add(&mut self, (row, column): (u32, u32), text: &str) -> Result<(), Fault> {
        if text.is_empty() {
            return Ok(());
        }
        if text.len() as u64 > LONGEST_CELL {
            return Err(TooLarge::Cell.into());
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            return Err(TooLarge::columns().into());
        }
        if self.row != Some(row) {
            self.close();
            self.row = Some(row);
            self.share.charge(A_ROW)?;
        }
        let width = self.cells.len().max(column + 1);
        // Empty cells before this one use memory as well.
        let wider = width.saturating_sub(self.charged) as u64;
        self.share
            .charge(wider.saturating_mul(A_CELL) + text.len() as u64)?;
        self.charged = width;
        self.cells.resize(width, String::new());
        text.clone_into(&mut self.cells[column]);
        Ok(())
    }

    fn close(&mut self) {
        if let Some(row) = self.row.take() {
            let cells = self.cells.iter().map(String::as_str);
            self.done.push(Record::new(u64::from(row) + 1, cells));
            self.cells.clear();
            self.charged = 0;
        }
    }

    /// Returns the rows in order.
    pub(super) fn finish(mut self) -> Vec<Record> {
        self.close();
        // The format requires rows in order, but a program may not have written them so.
        self.done.sort_by_key(Record::line);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::budget::Budget;

    #[test]
    fn cells_keep_their_places_and_rows_their_numbers() {
        let mut share = Budget::of_file(0).share();
        let mut rows = Rows::new(&mut share);
        for (place, text) in [((4, 1), "b"), ((2, 0), "a"), ((2, 2), "c"), ((3, 5), "")] {
            assert!(rows.add(place, text).is_ok());
        }
        assert_eq!(
            rows.finish(),
            [Record::new(3, ["a", "", "c"]), Record::new(5, ["", "b"])]
        );
    }

    #[test]
    fn empty_cells_before_a_distant_one_are_charged() {
        let mut share = Budget::of_file(0).share();
        let mut rows = Rows::new(&mut share);
        let refused = (0..1000).find(|row| rows.add((*row, 16_383), "x").is_err());
        // 28 MB are enough for exactly this many rows of 16,384 cells.
        assert_eq!(refused, Some(223));
    }
}
