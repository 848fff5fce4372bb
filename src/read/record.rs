//! A row of a table, from any kind of file.

use csv::StringRecord;

/// One row: its cells and the line it starts in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The line it starts in.
    pub(super) line: u64,
    pub(super) cells: StringRecord,
}

impl Record {
    /// Makes a record from cells.
    pub fn new<'a>(line: u64, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let given: Vec<&str> = cells.into_iter().collect();
        // Allocate exactly what is needed, since the rows of workbooks stay in memory.
        let room = given.iter().map(|cell| cell.len()).sum();
        let mut cells = StringRecord::with_capacity(room, given.len());
        cells.extend(given);
        Self { line, cells }
    }

    /// Returns the line of the file that the record starts in, counted from 1; in a spreadsheet the row.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Returns a cell as it was written, without its quotes; `None` beyond the end of the row.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.cells.get(column)
    }

    /// Returns all cells; rows may be of different lengths.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.cells.iter()
    }

    /// Returns the only cell that is filled, trimmed; `None` if there are several.
    pub fn only_cell(&self) -> Option<&str> {
        let mut filled = self.cells().map(str::trim).filter(|cell| !cell.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    }

    /// Returns how many cells there are.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// Returns how many cells there are up to the last one that is filled.
    pub fn filled(&self) -> usize {
        let behind = self.cells().rev().position(|cell| !cell.trim().is_empty());
        behind.map_or(0, |behind| self.width() - behind)
    }

    /// Clears it for the row that starts in a line.
    pub(super) fn begin(&mut self, line: u64) {
        self.line = line;
        self.cells.clear();
    }

    /// Appends a cell.
    pub(super) fn push(&mut self, cell: &str) {
        self.cells.push_field(cell);
    }

    /// Whether it is empty: a row of only delimiters.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}
