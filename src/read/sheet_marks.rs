//! Information about the rows of an .xlsx sheet besides their text: merged cells, hidden rows, cells struck through,
//! colours, comments, formulas without a value.
//!
//! The library that reads cells provides none of it, so the sheet's own XML is read a second time, but only if the
//! check of the workbook (`marked_up`) found something of the kind. A cell is struck through by its style, or by a part
//! of its text. Conditional formatting that strikes cells through is not seen.
//!
//! *Merged cells.* The value counts for all rows that the cell covers, in its first column: a name over three rows is
//! the name in all three rows. Rows without content of their own stay empty.
//!
//! *Colours and comments* are not read, but reported: somebody may have marked who came in green. A row is coloured if
//! one of its cells is filled, unless the sheet colours every second row, or all rows below the heading alike.
//!
//! *Formulas without a value.* A program that is not a spreadsheet may write a formula without its result. The cell
//! reads as empty although it is not.

use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::attributes::{attribute, is_on};
use super::budget::Share;
use super::fault::Fault;
use super::record::Record;
use super::sheet_styles::{Struck, Style, odd_ones, struck_texts, styles};
use super::source::SourceBytes;
use super::workbook_parts::{A_MARK, Archive, at_of, each, number, part_of, text_of};

/// The marks of one sheet; rows and columns are counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SheetMarks {
    /// The hidden rows that have values.
    pub(super) hidden: Vec<u64>,
    /// Row and column of the cells that are struck through.
    pub(super) struck: Vec<(u64, usize)>,
    /// Row and column of the formulas that were never calculated.
    pub(super) unknown: Vec<(u64, usize)>,
    /// The rows whose colour differs from that of most others.
    pub(super) coloured: Vec<u64>,
    /// The rows with a comment.
    pub(super) commented: Vec<u64>,
    merged: Vec<Merged>,
}

/// A cell that covers several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Merged {
    column: usize,
    first: u64,
    last: u64,
}

impl SheetMarks {
    /// Reads the marks of a sheet by its name; none if the workbook does not say which part it is.
    pub(super) fn read(bytes: SourceBytes, sheet: &str, share: &mut Share) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(BufReader::new(bytes)).map_err(|_| Fault::cut_off())?;
        let mut marks = Self::default();
        let Some(part) = part_of(&mut archive, sheet) else {
            return Ok(marks);
        };
        let struck = Struck {
            styles: styles(&mut archive, share)?,
            texts: struck_texts(&mut archive, share)?,
        };
        let mut place = Place::default();
        each(&mut archive, &part, |event| {
            marks.take(event, &mut place, &struck, share)
        })?;
        marks.coloured = odd_ones(&place.colours);
        marks.commented = commented(&mut archive, &part, share)?;
        // A program may have written rows and cells in any order.
        marks.hidden.sort_unstable();
        marks.struck.sort_unstable();
        marks.unknown.sort_unstable();
        Ok(marks)
    }

    fn take(
        &mut self,
        event: &Event<'_>,
        place: &mut Place,
        struck: &Struck,
        share: &mut Share,
    ) -> Result<(), Fault> {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    place.row = number(element, "r").unwrap_or(place.row + 1);
                    place.column = 0;
                    place.is_hidden = is_on(element, "hidden", false);
                }
                "c" => {
                    let at = attribute(element, "r").and_then(|at| at_of(&at));
                    place.column = at.map_or(place.column + 1, |(_, column)| column);
                    let style = number(element, "s").and_then(|it| usize::try_from(it).ok());
                    place.cell = Cell {
                        style: style
                            .and_then(|style| struck.styles.get(style).copied())
                            .unwrap_or_default(),
                        kind: ValueKind::of(attribute(element, "t").as_deref()),
                        ..Cell::default()
                    };
                }
                "f" => place.cell.is_formula = true,
                "strike" => place.cell.style.is_struck |= is_on(element, "val", true),
                "mergeCell" => self.merge(element, share)?,
                name => place.is_value = matches!(name, "v" | "t"),
            },
            Event::Text(text) if place.is_value => {
                let index = text
                    .trim()
                    .parse::<u32>()
                    .ok()
                    .filter(|_| place.cell.kind == ValueKind::Shared);
                place.cell.style.is_struck |=
                    index.is_some_and(|index| struck.texts.contains(&index));
                place.cell.is_filled = true;
            }
            Event::End(element) => match element.local_name().as_ref() {
                "c" if place.cell.is_filled => self.cell_ends(place, share)?,
                "c" if place.cell.is_formula && place.cell.kind != ValueKind::TextOfFormula => {
                    share.charge(A_MARK)?;
                    self.unknown.push((place.row, place.column));
                }
                "v" | "t" => place.is_value = false,
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// Adds the marks of a cell with a value.
    fn cell_ends(&mut self, place: &mut Place, share: &mut Share) -> Result<(), Fault> {
        if std::mem::take(&mut place.is_hidden) {
            share.charge(A_MARK)?;
            self.hidden.push(place.row);
        }
        place.colour(share)?;
        if place.cell.style.is_struck {
            share.charge(A_MARK)?;
            self.struck.push((place.row, place.column));
        }
        Ok(())
    }

    fn merge(&mut self, element: &BytesStart<'_>, share: &mut Share) -> Result<(), Fault> {
        let range = attribute(element, "ref").unwrap_or_default();
        let ends = range
            .split_once(':')
            .and_then(|(first, last)| Some((at_of(first)?, at_of(last)?)));
        if let Some(((first, column), (last, _))) = ends
            && first < last
        {
            share.charge(A_MARK)?;
            self.merged.push(Merged {
                column,
                first,
                last,
            });
        }
        Ok(())
    }

    /// Copies the value of each merged cell to the rows it covers; returns the first of these and their number.
    pub(super) fn fill(
        &self,
        rows: &mut [Record],
        share: &mut Share,
    ) -> Result<Option<(u64, usize)>, Fault> {
        let mut filled: Option<(u64, usize)> = None;
        for merged in &self.merged {
            let Ok(top) = rows.binary_search_by_key(&merged.first, Record::line) else {
                continue;
            };
            let value = rows[top]
                .get(merged.column - 1)
                .unwrap_or_default()
                .to_owned();
            if value.trim().is_empty() {
                continue;
            }
            for row in rows[top + 1..]
                .iter_mut()
                .take_while(|row| row.line() <= merged.last)
            {
                // A row that needs no change costs time as well.
                share.charge(A_MARK + value.len() as u64)?;
                if row
                    .get(merged.column - 1)
                    .is_none_or(|cell| cell.trim().is_empty())
                {
                    *row = with(row, merged.column - 1, &value);
                    filled = Some(match filled {
                        Some((first, count)) => (first.min(row.line()), count + 1),
                        None => (row.line(), 1),
                    });
                }
            }
        }
        Ok(filled)
    }
}

/// The current position while reading a sheet.
#[derive(Default)]
struct Place {
    row: u64,
    column: usize,
    /// Whether the row is hidden and no cell of it had a value yet.
    is_hidden: bool,
    /// Whether the next text is the value of a cell.
    is_value: bool,
    cell: Cell,
    /// The colours of the rows with values, in order; 0 is none.
    colours: Vec<(u64, u32)>,
}

impl Place {
    /// Adds the colour of a cell with a value to that of its row, which is the first of its cells.
    fn colour(&mut self, share: &mut Share) -> Result<(), Fault> {
        let colour = self.cell.style.colour;
        match self.colours.last_mut() {
            Some((row, known)) if *row == self.row => {
                if *known == 0 {
                    *known = colour;
                }
            }
            _ => {
                share.charge(A_MARK)?;
                self.colours.push((self.row, colour));
            }
        }
        Ok(())
    }
}

/// Returns the rows of a sheet that have a comment.
fn commented(archive: &mut Archive, part: &str, share: &mut Share) -> Result<Vec<u64>, Fault> {
    let Some((folder, name)) = part.rsplit_once('/') else {
        return Ok(Vec::new());
    };
    let mut parts = Vec::new();
    each(archive, &format!("{folder}/_rels/{name}.rels"), |event| {
        if let Event::Start(element) = event
            && attribute(element, "Type").is_some_and(|it| it.ends_with("/comments"))
            && let Some(target) = text_of(element, "Target")
        {
            share.charge(A_MARK)?;
            let target = target.to_ascii_lowercase();
            let target = target.trim_start_matches('/').trim_start_matches("../");
            parts.push(match target.strip_prefix("xl/") {
                Some(_) => target.to_owned(),
                None => format!("xl/{target}"),
            });
        }
        Ok(())
    })?;
    let mut rows = Vec::new();
    for part in parts {
        each(archive, &part, |event| {
            if let Event::Start(element) = event
                && element.local_name().as_ref() == "comment"
                && let Some((row, _)) = attribute(element, "ref").and_then(|at| at_of(&at))
            {
                share.charge(A_MARK)?;
                rows.push(row);
            }
            Ok(())
        })?;
    }
    rows.sort_unstable();
    rows.dedup();
    Ok(rows)
}

/// What is known about a cell so far.
#[derive(Default)]
struct Cell {
    style: Style,
    kind: ValueKind,
    is_filled: bool,
    is_formula: bool,
}

/// The kind of a cell's value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum ValueKind {
    /// The value itself.
    #[default]
    Own,
    /// The number of a shared text.
    Shared,
    /// The text result of a formula, which may be empty.
    TextOfFormula,
}

impl ValueKind {
    fn of(written: Option<&str>) -> Self {
        match written {
            Some("s") => Self::Shared,
            Some("str") => Self::TextOfFormula,
            _ => Self::Own,
        }
    }
}

/// Returns a row with one cell replaced.
fn with(row: &Record, column: usize, value: &str) -> Record {
    let mut cells: Vec<&str> = row.cells().collect();
    cells.resize(cells.len().max(column + 1), "");
    cells[column] = value;
    Record::new(row.line(), cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::budget::Budget;

    #[test]
    fn a_merged_cell_fills_the_rows_it_covers_and_no_others() {
        let mut rows = [
            Record::new(1, ["Name", "Session"]),
            Record::new(2, ["Anna", "A"]),
            Record::new(3, ["", "B"]),
            Record::new(5, ["Ben"]),
            Record::new(6, ["", "C"]),
        ];
        let marks = SheetMarks {
            merged: vec![Merged {
                column: 1,
                first: 2,
                last: 5,
            }],
            ..SheetMarks::default()
        };
        let mut share = Budget::of_file(0).share();
        let filled = marks.fill(&mut rows, &mut share);
        assert!(matches!(filled, Ok(Some((3, 1)))));
        assert_eq!(rows[2], Record::new(3, ["Anna", "B"]));
        assert_eq!(rows[3], Record::new(5, ["Ben"]));
        assert_eq!(rows[4], Record::new(6, ["", "C"]));
    }
}
