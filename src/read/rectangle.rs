//! Measures the rectangles of cells in the content of an .ods, as the library will expand them.
//!
//! Each row is as wide as its last cell with content; the rows from the first to the last one with content become a
//! rectangle as wide as the widest of them. Repeated rows and cells count as often as they are repeated.

use calamine::Data;
use quick_xml::events::{BytesStart, Event};

use super::attributes::attribute;
use super::budget::{Share, TooLarge};
use super::fault::Fault;
use crate::catalogue::messages::read;

/// The maximum numbers of rows and columns that the library expands.
const MOST_ROWS: u64 = 1_048_576;
const MOST_COLUMNS: u64 = 16_384;

/// The size of a cell of a rectangle: its value, its formula, and the value a second time while it is read.
const A_CELL: u64 = (2 * size_of::<Data>() + size_of::<String>()) as u64;

/// The sheets in the content, one after the other.
#[derive(Default)]
pub(super) struct Rectangles {
    sheet: Option<Sheet>,
}

#[derive(Default)]
struct Sheet {
    /// The number of rows before the open one, including repetitions.
    rows: u64,
    /// The index of the first row with content.
    first: Option<u64>,
    /// The number of rows up to the end of the last one with content.
    last: u64,
    /// The number of cells in the widest row.
    width: u64,
    row: Option<Row>,
}

#[derive(Default)]
struct Row {
    repeated: u64,
    /// The number of cells up to the last one with content.
    width: u64,
    /// The number of cells without content after those.
    empty: u64,
    cell: Option<Cell>,
}

struct Cell {
    /// The number of open elements within it.
    depth: usize,
    repeated: u64,
    text: u64,
}

impl Rectangles {
    /// Processes one piece of the content.
    pub(super) fn take(&mut self, event: &Event<'_>, share: &mut Share) -> Result<(), Fault> {
        match event {
            Event::Start(element) => self.open(element, share)?,
            Event::End(element) => self.close(element.name().as_ref(), share)?,
            Event::Text(text) => self.text(text.len() as u64),
            Event::GeneralRef(_) => self.text(4),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, element: &BytesStart<'_>, share: &mut Share) -> Result<(), Fault> {
        let name = element.name();
        let Some(sheet) = &mut self.sheet else {
            if name.as_ref() == "table:table" {
                self.sheet = Some(Sheet::default());
            }
            return Ok(());
        };
        if name.as_ref() == "table:table" {
            return Err(Fault::damaged(read::TABLE_IN_TABLE));
        }
        let Some(row) = &mut sheet.row else {
            if name.as_ref() == "table:table-row" {
                let left = MOST_ROWS.saturating_sub(sheet.rows);
                sheet.row = Some(Row {
                    repeated: number(element, "table:number-rows-repeated").min(left),
                    ..Row::default()
                });
            }
            return Ok(());
        };
        if let Some(cell) = &mut row.cell {
            cell.depth += 1;
            if name.as_ref() == "text:s" {
                cell.spaces(number(element, "text:c"))?;
            }
            return Ok(());
        }
        let cell = row.cell(element);
        // Counts once per repetition: the value or formula in the element itself.
        share
            .charge(cell.text.saturating_mul(row.repeated))
            .map_err(|error| too_large(cell.text, sheet.rows + row.repeated, row.width, error))?;
        row.cell = Some(cell);
        Ok(())
    }

    fn close(&mut self, name: &str, share: &mut Share) -> Result<(), Fault> {
        let Some(sheet) = &mut self.sheet else {
            return Ok(());
        };
        let Some(row) = &mut sheet.row else {
            if name == "table:table" {
                self.sheet = None;
            }
            return Ok(());
        };
        match &mut row.cell {
            Some(cell) if cell.depth > 0 => cell.depth -= 1,
            Some(cell) => {
                let held = (2 * cell.text).saturating_mul(cell.repeated);
                let held = held.saturating_mul(row.repeated);
                if let Err(error) = share.charge(held) {
                    let rows = sheet.rows + row.repeated;
                    return Err(too_large(cell.text, rows, row.width, error).into());
                }
                row.cell = None;
            }
            None => {
                let grown = sheet.finish_row();
                share
                    .charge(grown.saturating_mul(A_CELL))
                    .map_err(|error| {
                        let span = TooLarge::Span {
                            rows: sheet.rows,
                            columns: sheet.width,
                        };
                        // A few rows are too large because of their content, not their number.
                        if grown > 1_000 { span } else { error }
                    })?;
            }
        }
        Ok(())
    }

    fn text(&mut self, length: u64) {
        let row = self.sheet.as_mut().and_then(|sheet| sheet.row.as_mut());
        if let Some(cell) = row.and_then(|row| row.cell.as_mut()) {
            cell.text += length;
        }
    }
}

impl Row {
    /// Counts a cell, and the empty ones before it.
    fn cell(&mut self, element: &BytesStart<'_>) -> Cell {
        self.width = (self.width + self.empty).min(MOST_COLUMNS);
        self.empty = 0;
        let left = MOST_COLUMNS - self.width;
        let repeated = number(element, "table:number-columns-repeated").min(left);
        let attributes = element.attributes_raw();
        let has_content = ["office:", "calcext:", "table:formula"]
            .iter()
            .any(|name| attributes.contains(name));
        let cell = |text: usize| Cell {
            depth: 0,
            repeated,
            text: text as u64,
        };
        if has_content {
            self.width += repeated;
            cell(attributes.len())
        } else {
            self.empty = repeated;
            cell(0)
        }
    }
}

impl Cell {
    /// Counts spaces that are written as a number.
    fn spaces(&mut self, count: u64) -> Result<(), TooLarge> {
        self.text = self.text.saturating_add(count);
        if self.text > super::budget::LONGEST_CELL {
            return Err(TooLarge::Cell);
        }
        Ok(())
    }
}

impl Sheet {
    /// Counts the row that ends; returns by how many cells the rectangle grows.
    fn finish_row(&mut self) -> u64 {
        let before = self.area();
        let row = self.row.take().unwrap_or_default();
        if row.width > 0 {
            self.first.get_or_insert(self.rows);
            self.last = self.rows + row.repeated;
            self.width = self.width.max(row.width);
        }
        self.rows += row.repeated;
        // The cells of the row are kept a second time until the rectangle is made.
        self.area() - before + row.width
    }

    fn area(&self) -> u64 {
        self.first
            .map_or(0, |first| (self.last - first) * self.width)
    }
}

/// Returns why a repeated cell is too large: for a short text it is the number of repetitions.
fn too_large(text: u64, rows: u64, columns: u64, error: TooLarge) -> TooLarge {
    if text > 1024 {
        return error;
    }
    TooLarge::Span { rows, columns }
}

/// Returns the number in an attribute; 1 if it is missing, the maximum if it is too large.
fn number(element: &BytesStart<'_>, name: &str) -> u64 {
    let Some(text) = attribute(element, name) else {
        return 1;
    };
    text.parse().unwrap_or(u64::MAX)
}
