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

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::attributes::{attribute, is_on};
use super::budget::Share;
use super::fault::Fault;
use super::record::Record;
use super::source::SourceBytes;

/// The size of a marked cell, row or merged cell, in bytes.
const A_MARK: u64 = 32;

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

type Archive = ZipArchive<BufReader<SourceBytes>>;

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

/// Returns the rows that are coloured otherwise than most of those below the heading.
fn odd_ones(rows: &[(u64, u32)]) -> Vec<u64> {
    let Some((_, heading)) = rows.first() else {
        return Vec::new();
    };
    let is_heading = |(index, (_, colour)): &(usize, &(u64, u32))| {
        *index == 0 || *heading != 0 && colour == heading
    };
    let body = rows.iter().enumerate().skip_while(is_heading);
    let body: Vec<(u64, u32)> = body.map(|(_, row)| *row).collect();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for (_, colour) in &body {
        *counts.entry(*colour).or_default() += 1;
    }
    let is_striped = body.len() > 3
        && body.windows(2).all(|pair| pair[0].1 != pair[1].1)
        && body.windows(3).all(|three| three[0].1 == three[2].1);
    // Of two as frequent the one without a colour is the usual one.
    let usual = counts
        .iter()
        .max_by_key(|(colour, count)| (**count, std::cmp::Reverse(**colour)));
    let Some((usual, _)) = usual.filter(|_| !is_striped && counts.len() > 1) else {
        return Vec::new();
    };
    let odd = body.iter().filter(|(_, colour)| colour != usual);
    odd.map(|(row, _)| *row).collect()
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

/// What matters of a style.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    is_struck: bool,
    /// The number of its colour; 0 is none.
    colour: u32,
}

/// Styles, and texts that are struck through.
struct Struck {
    /// By the number of the style.
    styles: Vec<Style>,
    /// Shared texts that are struck through at least in part.
    texts: HashSet<u32>,
}

/// Reads which cell styles are struck through or filled with a colour.
fn styles(archive: &mut Archive, share: &mut Share) -> Result<Vec<Style>, Fault> {
    let (mut fonts, mut fills, mut styles) = (Vec::new(), Vec::new(), Vec::new());
    let mut colours: HashMap<String, u32> = HashMap::new();
    let mut list = String::new();
    each(archive, "xl/styles.xml", |event| {
        let Event::Start(element) = event else {
            return Ok(());
        };
        match (list.as_str(), element.local_name().as_ref()) {
            (_, name @ ("fonts" | "fills" | "cellXfs" | "cellStyleXfs" | "dxfs")) => {
                name.clone_into(&mut list);
            }
            ("fonts", "font") => {
                share.charge(1)?;
                fonts.push(false);
            }
            ("fonts", "strike") => {
                if let Some(font) = fonts.last_mut() {
                    *font = is_on(element, "val", true);
                }
            }
            ("fills", "fill") => {
                share.charge(1)?;
                fills.push(0);
            }
            ("fills", "fgColor") => {
                let next = u32::try_from(colours.len() + 1).unwrap_or(u32::MAX);
                if let Some(colour) = colour_of(element)
                    && let Some(fill) = fills.last_mut()
                {
                    share.charge(A_MARK)?;
                    *fill = *colours.entry(colour).or_insert(next);
                }
            }
            ("cellXfs", "xf") => {
                share.charge(1)?;
                let index = |name| number(element, name).and_then(|it| usize::try_from(it).ok());
                styles.push(Style {
                    is_struck: index("fontId").is_some_and(|it| fonts.get(it) == Some(&true)),
                    colour: index("fillId")
                        .and_then(|it| fills.get(it).copied())
                        .unwrap_or_default(),
                });
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Returns a colour as written; `None` for white.
fn colour_of(element: &BytesStart<'_>) -> Option<String> {
    let part = |name: &str| attribute(element, name).unwrap_or_default();
    let (rgb, theme) = (part("rgb").to_ascii_uppercase(), part("theme"));
    let is_white = rgb.ends_with("FFFFFF") || theme == "0" && part("tint").is_empty();
    (!is_white).then(|| format!("{rgb} {theme} {} {}", part("tint"), part("indexed")))
}

/// Reads which shared texts are struck through, at least in part.
fn struck_texts(archive: &mut Archive, share: &mut Share) -> Result<HashSet<u32>, Fault> {
    let mut texts = HashSet::new();
    let mut next = 0_u32;
    each(archive, "xl/sharedstrings.xml", |event| {
        if let Event::Start(element) = event {
            match element.local_name().as_ref() {
                "si" => next = next.saturating_add(1),
                "strike" if is_on(element, "val", true) => {
                    share.charge(A_MARK)?;
                    texts.insert(next.saturating_sub(1));
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Returns the part of the archive that contains a sheet, in lower case.
fn part_of(archive: &mut Archive, sheet: &str) -> Option<String> {
    let mut id = None;
    let found = each(archive, "xl/workbook.xml", |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "sheet"
            && id.is_none()
            && text_of(element, "name").as_deref() == Some(sheet)
        {
            id = element
                .attributes()
                .with_checks(false)
                .flatten()
                .find(|it| it.key.local_name().as_ref() == "id")
                .map(|it| it.value.into_owned());
        }
        Ok(())
    });
    found.ok()?;
    let id = id?;
    let mut target = None;
    let found = each(archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(element) = event
            && attribute(element, "Id").as_deref() == Some(id.as_str())
        {
            target = text_of(element, "Target");
        }
        Ok(())
    });
    found.ok()?;
    let target = target?.to_ascii_lowercase();
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// Reads the elements of a part, as far as it is XML; a missing part has none.
fn each(
    archive: &mut Archive,
    part: &str,
    mut take: impl FnMut(&Event<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let index = archive.file_names().position(|name| {
        name.is_ok_and(|name| name.replace('\\', "/").to_ascii_lowercase() == part)
    });
    let Some(part) = index.and_then(|index| archive.by_index(index).ok()) else {
        return Ok(());
    };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    while let Some(event) = next(&mut reader, &mut buffer) {
        take(&event)?;
    }
    Ok(())
}

/// Returns the next piece; `None` at the end or if the rest is broken, since the library gets no further.
fn next<'buffer>(
    reader: &mut Reader<impl BufRead>,
    buffer: &'buffer mut Vec<u8>,
) -> Option<Event<'buffer>> {
    buffer.clear();
    let event = reader.read_event_into(buffer).ok();
    event.filter(|event| !matches!(event, Event::Eof))
}

/// Returns an attribute with its entities replaced.
fn text_of(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let written = attribute(element, name)?;
    let text = unescape(&written).ok()?.into_owned();
    Some(text)
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u64> {
    attribute(element, name)?.parse().ok()
}

/// Parses `BC12` into row and column, counted from 1.
fn at_of(place: &str) -> Option<(u64, usize)> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, row) = place.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        column
            .checked_mul(26)?
            .checked_add(usize::from(letter - b'A') + 1)
    })?;
    (column > 0).then_some((row.parse().ok()?, column))
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
    fn rows_of_another_colour_are_found() {
        let odd = |colours: &[u32]| {
            let rows: Vec<(u64, u32)> = (1..).zip(colours.iter().copied()).collect();
            odd_ones(&rows)
        };
        assert_eq!(odd(&[0, 0, 3, 0]), [3], "one row is marked");
        assert_eq!(odd(&[5, 0, 3, 0, 4]), [3, 5], "below a coloured heading");
        assert_eq!(odd(&[0, 3, 4]), [3], "each has its colour");
        for nothing in [
            &[][..],
            &[5],
            &[5, 0, 0],
            &[5, 5, 3, 3],
            &[5, 0, 3, 0, 3],
            &[0, 3, 3],
        ] {
            assert_eq!(odd(nothing), [0_u64; 0], "{nothing:?}");
        }
    }

    #[test]
    fn places_are_read() {
        assert_eq!(at_of("A1"), Some((1, 1)));
        assert_eq!(at_of("BC12"), Some((12, 55)));
        for wrong in ["", "1", "A", "a1", "A-1", "AAAAAAAAAAAAAAAAAAAAAA1"] {
            assert_eq!(at_of(wrong), None, "{wrong}");
        }
    }

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
