//! Workbooks to records: `.xlsx`, `.xlsb`, `.xls` and `.ods`, through calamine.
//!
//! *Choice of the sheet.* The first visible one with more than one non-empty row; forms add cover sheets and drop-down
//! lists to their answers. Other sheets with as many rows are reported.
//!
//! *Our own workbooks.* Workbooks written by this program name the ranges of their tables ([`TABLE_NAME`]): each is a
//! separate source, and its cells become the same text as in the CSV of that table, including guards against formulas,
//! so that later steps read both alike.
//!
//! *Positions.* Rows and columns keep their numbers; merged cells of an .xlsx have their value in every row they cover,
//! those of other formats in the first; empty cells at the end of a row are omitted.
//!
//! *Memory.* Unlike text, a sheet is kept in memory: its cells point into a table of texts that has to be there anyway.
//! The memory that the library would use is measured before it reads (`packed`, `biff`), and memory used here is
//! charged to the same `budget`.

use std::io::{BufReader, Cursor};
use std::sync::Arc;

use calamine::{
    Data, DataRef, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};

use super::biff::{self, Distilled};
use super::budget::Share;
use super::cell::{exported_text_of, text_of, text_of_ref};
use super::compound;
use super::fault::{Fault, guarded};
use super::magic::{self, SpreadsheetKind};
use super::mojibake::{Misread, repair};
use super::packed;
use super::record::Record;
use super::sheet_marks::SheetMarks;
use super::sheet_rows::{Rows, bytes_of};
use super::source::{ReadError, Source, SourceBytes, unreadable};
use crate::formats::fold;
use crate::output::{REPORT, TABLE_NAME, TICK};

/// The rows of one sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Workbook {
    /// The sheet that was read.
    pub(super) sheet: String,
    /// Other visible sheets with rows, which were not read.
    pub(super) others: Vec<String>,
    /// Its non-empty rows.
    pub(super) rows: Arc<[Record]>,
    /// Further information about the rows of an .xlsx.
    pub(super) marks: SheetMarks,
    /// The first row that a merged cell was copied to, and the number of such rows.
    pub(super) filled: Option<(u64, usize)>,
    /// Keeps all of it charged to the budget of the file.
    _held: Arc<[Share]>,
}

impl Workbook {
    /// Reads the sheet that contains the table.
    ///
    /// `asked` is the name of the sheet that the user wants.
    pub(super) fn open(
        source: &Source,
        kind: SpreadsheetKind,
        asked: Option<&str>,
    ) -> Result<Self, ReadError> {
        let mut sheets = Vec::new();
        let workbook = guarded(source, || match source.sheet() {
            Some(sheet) => {
                sheets.push(sheet.to_owned());
                read_ours(source, sheet)
            }
            None => read(source, kind, asked, &mut sheets),
        })?;
        if let Some(asked) = asked
            && !sheets.iter().any(|sheet| is_called(sheet, asked))
        {
            return Err(ReadError::NoSheet {
                name: source.name().to_owned(),
                sheet: asked.to_owned(),
                sheets,
            });
        }
        workbook.ok_or_else(|| ReadError::Empty {
            name: source.name().to_owned(),
        })
    }

    /// Makes a workbook from the rows of a sheet, whose marks are still to be read.
    fn new(sheet: &str, others: Vec<String>, rows: Vec<Record>, held: Share) -> Self {
        Self {
            sheet: sheet.to_owned(),
            others,
            rows: rows.into(),
            marks: SheetMarks::default(),
            filled: None,
            _held: [held].into(),
        }
    }

    /// Reads the marks of its sheet, and copies merged cells to the rows they cover.
    fn marked(self, source: &Source) -> Result<Self, Fault> {
        let mut held = source.budget().share();
        let marks = SheetMarks::read(source.bytes()?, &self.sheet, &mut held)?;
        let mut rows = self.rows.to_vec();
        held.charge(bytes_of(&rows))?;
        let filled = marks.fill(&mut rows, &mut held)?;
        Ok(Self {
            rows: rows.into(),
            marks,
            filled,
            _held: [held].into(),
            ..self
        })
    }

    /// Repairs the misread cells.
    pub(super) fn repair(&mut self, source: &Source, layers: &[Misread]) -> Result<(), ReadError> {
        if layers.is_empty() {
            return Ok(());
        }
        let repaired = |row: &Record| {
            let cells: Vec<_> = row.cells().map(|cell| repair(cell, layers)).collect();
            Record::new(row.line(), cells.iter().map(AsRef::as_ref))
        };
        // Both are in memory for a moment.
        let mut held = source.budget().share();
        guarded(source, || Ok(held.charge(bytes_of(&self.rows))?))?;
        self.rows = self.rows.iter().map(repaired).collect();
        Ok(())
    }
}

impl Source {
    /// Returns a source for each table of our own workbooks, in order; any other file is returned unchanged.
    ///
    /// A single table keeps the file's name; several have the name of their sheet appended.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn tables(self) -> Result<Vec<Self>, ReadError> {
        let kind = magic::kind_of(self.bytes()?).map_err(|error| unreadable(self.name(), error))?;
        if kind != magic::Kind::Spreadsheet(SpreadsheetKind::Xlsx) {
            return Ok(vec![self]);
        }
        let mut held = self.budget().share();
        let sheets = guarded(&self, || Ok(our_sheets(&open_xlsx(&self, &mut held)?.0)))?;
        Ok(match sheets.as_slice() {
            [] => vec![self],
            [sheet] => vec![self.of_sheet(self.name(), &sheet.name)],
            several => several
                .iter()
                .map(|OurSheet { name, .. }| {
                    self.of_sheet(&format!("{}, sheet {name}", self.name()), name)
                })
                .collect(),
        })
    }
}

/// Whether a sheet is the one the user asks for.
pub(super) fn is_called(sheet: &str, asked: &str) -> bool {
    fold::plain(sheet) == fold::plain(asked)
}

/// Reads a sheet, and fills in the visible ones.
fn read(
    source: &Source,
    kind: SpreadsheetKind,
    asked: Option<&str>,
    sheets: &mut Vec<String>,
) -> Result<Option<Workbook>, Fault> {
    let mut held = source.budget().share();
    match kind {
        SpreadsheetKind::Xlsx => {
            let (mut book, has_marks) = open_xlsx(source, &mut held)?;
            sheets.extend(visible(book.sheets_metadata()));
            let chosen = choose(source, sheets, asked, |sheet, rows, limit| {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::of)?;
                add_cells(rows, limit, || cells.next_cell().map_err(Fault::of))
            })?;
            match chosen {
                Some(chosen) if has_marks => chosen.marked(source).map(Some),
                chosen => Ok(chosen),
            }
        }
        SpreadsheetKind::Xlsb => {
            packed::check(source.bytes()?, kind, &mut held)?;
            let mut book =
                Xlsb::new(BufReader::new(source.bytes()?)).map_err(|error| match error {
                    XlsbError::Password => Fault::Protected,
                    XlsbError::Zip(_) => Fault::cut_off(),
                    error => Fault::of(error),
                })?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(source, sheets, asked, |sheet, rows, limit| {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::of)?;
                add_cells(rows, limit, || cells.next_cell().map_err(Fault::of))
            })
        }
        SpreadsheetKind::Xls => {
            let (mut book, numbers) = open_xls(source, &mut held)?;
            sheets.extend(visible(book.sheets_metadata()));
            let all: Vec<String> = book.sheet_names();
            choose(source, sheets, asked, |sheet, rows, limit| {
                let range = book.worksheet_range(sheet).map_err(Fault::of)?;
                // For two sheets with the same name the library returns the last.
                let place = all.iter().rposition(|name| name == sheet);
                let numbers = place.and_then(|place| numbers.get(place));
                let number = |row: usize| numbers.and_then(|it| it.get(row)).copied();
                add_range(rows, limit, &range, |row| number(row).map_or(0, u32::from))
            })
        }
        SpreadsheetKind::Ods => {
            packed::check(source.bytes()?, kind, &mut held)?;
            let mut book =
                Ods::new(BufReader::new(source.bytes()?)).map_err(|error| match error {
                    OdsError::Password => Fault::Protected,
                    OdsError::Zip(_) => Fault::cut_off(),
                    error => Fault::of(error),
                })?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(source, sheets, asked, |sheet, rows, limit| {
                let range = book.worksheet_range(sheet).map_err(Fault::of)?;
                // A sheet has far fewer rows than the type can count.
                add_range(rows, limit, &range, |row| {
                    u32::try_from(row).unwrap_or(u32::MAX)
                })
            })
        }
    }
}

/// An .xlsx, and whether its sheets have marks to read.
type OpenedXlsx = (Xlsx<BufReader<SourceBytes>>, bool);

fn open_xlsx(source: &Source, held: &mut Share) -> Result<OpenedXlsx, Fault> {
    let has_marks = packed::check(source.bytes()?, SpreadsheetKind::Xlsx, held)?;
    let book = Xlsx::new(BufReader::new(source.bytes()?)).map_err(|error| match error {
        XlsxError::Password => Fault::Protected,
        XlsxError::Zip(_) => Fault::cut_off(),
        error => Fault::of(error),
    })?;
    Ok((book, has_marks))
}

/// An .xls, and the row numbers of each of its sheets.
type OpenedXls = (Xls<Cursor<Vec<u8>>>, Vec<Vec<u16>>);

/// Opens an .xls, and returns the row numbers of each sheet.
fn open_xls(source: &Source, held: &mut Share) -> Result<OpenedXls, Fault> {
    let stream = compound::stream(source.bytes()?, &["Workbook", "Book"])?;
    let Distilled { stream, rows } = biff::distil(&stream, held)?;
    let container = compound::container(stream)?;
    let book = Xls::new(Cursor::new(container)).map_err(|error| match error {
        XlsError::Password => Fault::Protected,
        error => Fault::of(error),
    })?;
    Ok((book, rows))
}

/// A sheet with a table written by this program.
struct OurSheet {
    /// Its current name.
    name: String,
    /// Whether it is a report, which has tick boxes.
    is_report: bool,
}

/// Returns the sheets that contain the tables of our own workbook, in their current order.
fn our_sheets(book: &Xlsx<BufReader<SourceBytes>>) -> Vec<OurSheet> {
    let named: Vec<OurSheet> = book
        .defined_names()
        .iter()
        .filter_map(|(name, range)| {
            let number = name.strip_prefix(TABLE_NAME)?;
            let (is_report, number) = match number.strip_prefix(REPORT) {
                Some(number) => (true, number),
                None => (false, number),
            };
            number.parse::<u32>().ok()?;
            let (sheet, _) = range.trim_start_matches('=').rsplit_once('!')?;
            let quoted = sheet
                .strip_prefix('\'')
                .and_then(|it| it.strip_suffix('\''));
            let name = quoted.map_or_else(|| sheet.to_owned(), |it| it.replace("''", "'"));
            Some(OurSheet { name, is_report })
        })
        .collect();
    book.sheet_names()
        .into_iter()
        .filter_map(|name| {
            let is_report = named.iter().find(|sheet| sheet.name == name)?.is_report;
            Some(OurSheet { name, is_report })
        })
        .collect()
}

/// Reads one sheet of our own workbooks.
fn read_ours(source: &Source, sheet: &str) -> Result<Option<Workbook>, Fault> {
    let (mut book, has_marks) = open_xlsx(source, &mut source.budget().share())?;
    let has_ticks = our_sheets(&book)
        .iter()
        .any(|ours| ours.name == sheet && ours.is_report);
    let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::of)?;
    let mut held = source.budget().share();
    let mut rows = Rows::new(&mut held);
    while let Some(cell) = cells.next_cell().map_err(Fault::of)? {
        let text = exported_text_of(cell.get_value());
        if !(has_ticks && text == TICK) {
            rows.add(cell.get_position(), &text)?;
        }
    }
    let rows = rows.finish();
    if rows.is_empty() {
        return Ok(None);
    }
    let workbook = Workbook::new(sheet, Vec::new(), rows, held);
    Ok(Some(if has_marks {
        workbook.marked(source)?
    } else {
        workbook
    }))
}

/// Returns the names of the visible worksheets.
fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// Finds the sheet with the table; `add` adds up to a number of rows of a sheet.
fn choose(
    source: &Source,
    sheets: &[String],
    asked: Option<&str>,
    mut add: impl FnMut(&str, &mut Rows<'_>, usize) -> Result<(), Fault>,
) -> Result<Option<Workbook>, Fault> {
    let mut read = |sheet: &str, limit| {
        let mut held = source.budget().share();
        let mut rows = Rows::new(&mut held);
        add(sheet, &mut rows, limit)?;
        Ok::<_, Fault>((rows.finish(), held))
    };
    let mut tables = Vec::new();
    let mut lone = None;
    let mut wanted = None;
    for sheet in sheets {
        let rows = read(sheet, 2)?.0.len();
        if asked.is_some_and(|asked| is_called(sheet, asked)) {
            wanted = Some(sheet.clone()).filter(|_| rows > 0);
            continue;
        }
        match rows {
            0 => {}
            1 => lone = lone.or(Some(sheet.clone())),
            _ => tables.push(sheet.clone()),
        }
    }
    let chosen = if asked.is_some() {
        // The others are left out on purpose, but are still reported if sheets were tried one after the other.
        wanted
    } else {
        if tables.is_empty() {
            tables.extend(lone);
        }
        (!tables.is_empty()).then(|| tables.remove(0))
    };
    let Some(sheet) = chosen else {
        return Ok(None);
    };
    let (rows, held) = read(&sheet, usize::MAX)?;
    Ok(Some(Workbook::new(&sheet, tables, rows, held)))
}

fn add_cells<'a>(
    rows: &mut Rows<'_>,
    limit: usize,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, Fault>,
) -> Result<(), Fault> {
    while rows.count() < limit
        && let Some(cell) = next()?
    {
        rows.add(cell.get_position(), &text_of_ref(cell.get_value()))?;
    }
    Ok(())
}

/// Adds the cells of a rectangle; `number` maps its rows to the original row numbers.
fn add_range(
    rows: &mut Rows<'_>,
    limit: usize,
    range: &calamine::Range<Data>,
    number: impl Fn(usize) -> u32,
) -> Result<(), Fault> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        if rows.count() >= limit {
            break;
        }
        let column = left + u32::try_from(column).unwrap_or(u32::MAX - left);
        rows.add((number(top as usize + row), column), &text_of(value))?;
    }
    Ok(())
}
