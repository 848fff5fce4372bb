//! Workbooks to records: `.xlsx`, `.xlsb`, `.xls` and `.ods`, through calamine.
//!
//! *Which sheet.* The first visible one with more than one row that is not empty; forms put cover
//! sheets and drop-down lists beside their answers. Other sheets with as many rows are named.
//!
//! *Workbooks of ours.* Those that this program wrote name the ranges of their tables
//! ([`TABLE_NAME`]): each is a source of its own, and its cells become the text that CSV has of the same table,
//! guards against formulas included, so that everything behind reads both alike.
//!
//! *Places.* Rows keep their numbers and columns their places; merged cells have their value at the
//! first place; empty cells at the end of a row are left out.
//!
//! *Memory.* Unlike text, a sheet is held in memory: its cells point into a table of texts that has to
//! be there anyway. A limit on the number of cells guards against a single cell in the last column.
//!
//! *Panics.* A crafted or broken workbook can make the reader panic; that must be an error of this
//! file and not the end of the program, so it is caught here and its message kept off the terminal.
//!
//! This file calls `cell`, `magic`, `records` and `source`, and of the other rooms only the guard and the names
//! of tables of `output`.

use std::cell::Cell;
use std::fmt::Display;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Once};

use calamine::{
    Data, DataRef, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};

use super::cell::{exported_text_of, text_of, text_of_ref};
use super::magic::{self, SpreadsheetKind};
use super::records::Record;
use super::source::{ReadError, Source, SourceBytes, unreadable};
use crate::output::{REPORT, TABLE_NAME, TICK};

/// The rows of one sheet of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Workbook {
    /// The sheet that was read.
    pub(super) sheet: String,
    /// Other visible sheets with rows, which were not.
    pub(super) others: Vec<String>,
    /// Its rows that are not empty.
    pub(super) rows: Arc<[Record]>,
}

/// The most cells a sheet may have, counted up to the last one of each row.
const MOST_CELLS: usize = 20_000_000;

impl Workbook {
    /// Reads the sheet that holds the table.
    ///
    /// `asked` is the name of the one that somebody wants.
    pub(super) fn open(
        source: &Source,
        kind: SpreadsheetKind,
        asked: Option<&str>,
    ) -> Result<Self, ReadError> {
        let bytes = source.bytes()?;
        let mut sheets = Vec::new();
        let workbook = guarded(source, || match source.sheet() {
            Some(sheet) => {
                sheets.push(sheet.to_owned());
                read_ours(bytes, sheet)
            }
            None => read(bytes, kind, asked, &mut sheets),
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
}

impl Source {
    /// Returns a source for each table of a workbook of ours, in their order; of any other file itself.
    ///
    /// One table alone keeps the file's name; several have that of their sheet behind it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tables(self) -> Result<Vec<Self>, ReadError> {
        let kind = magic::kind_of(self.bytes()?).map_err(|error| unreadable(self.name(), error))?;
        if kind != magic::Kind::Spreadsheet(SpreadsheetKind::Xlsx) {
            return Ok(vec![self]);
        }
        let bytes = self.bytes()?;
        let sheets = guarded(&self, || Ok(our_sheets(&open_xlsx(bytes)?)))?;
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

/// Reads of a workbook; what is wrong with it, and a panic too, becomes an error of the file.
fn guarded<T>(source: &Source, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, ReadError> {
    let name = || source.name().to_owned();
    let outcome = silently(work);
    let outcome = outcome.unwrap_or_else(|| Err(Fault::damaged("its structure is broken")));
    outcome.map_err(|fault| match fault {
        Fault::Protected => ReadError::Protected { name: name() },
        Fault::Damaged(reason) => ReadError::DamagedSpreadsheet {
            name: name(),
            reason,
        },
    })
}

/// Why a workbook could not be read.
enum Fault {
    Protected,
    Damaged(String),
}

impl Fault {
    fn damaged(reason: impl Display) -> Self {
        Self::Damaged(reason.to_string())
    }
}

thread_local! {
    /// Whether a panic on this thread is about to be caught and told as an error.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs what may panic; `None` when it did, with nothing printed.
fn silently<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !CAUGHT.get() {
                before(panic);
            }
        }));
    });
    CAUGHT.set(true);
    // Nothing outlives the panic but the reader of bytes, which is dropped.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(false);
    outcome.ok()
}

/// Whether a sheet is the one somebody asks for.
pub(super) fn is_called(sheet: &str, asked: &str) -> bool {
    sheet.trim().to_lowercase() == asked.trim().to_lowercase()
}

/// Reads a sheet, and puts down which ones a user sees.
fn read(
    bytes: SourceBytes,
    kind: SpreadsheetKind,
    asked: Option<&str>,
    sheets: &mut Vec<String>,
) -> Result<Option<Workbook>, Fault> {
    let bytes = BufReader::new(bytes);
    match kind {
        SpreadsheetKind::Xlsx => {
            let mut book = open_xlsx(bytes.into_inner())?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(sheets, asked, |sheet, limit| {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::damaged)?;
                rows_of_cells(limit, || cells.next_cell().map_err(Fault::damaged))
            })
        }
        SpreadsheetKind::Xlsb => {
            let mut book = Xlsb::new(bytes).map_err(|error| match error {
                XlsbError::Password => Fault::Protected,
                XlsbError::Zip(_) => cut_off(),
                error => Fault::damaged(error),
            })?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(sheets, asked, |sheet, limit| {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::damaged)?;
                rows_of_cells(limit, || cells.next_cell().map_err(Fault::damaged))
            })
        }
        SpreadsheetKind::Xls => {
            let mut book = Xls::new(bytes).map_err(|error| match error {
                XlsError::Password => Fault::Protected,
                XlsError::Cfb(_) => cut_off(),
                error => Fault::damaged(error),
            })?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(sheets, asked, |sheet, limit| {
                rows_of_range(&book.worksheet_range(sheet).map_err(Fault::damaged)?, limit)
            })
        }
        SpreadsheetKind::Ods => {
            let mut book = Ods::new(bytes).map_err(|error| match error {
                OdsError::Password => Fault::Protected,
                OdsError::Zip(_) => cut_off(),
                error => Fault::damaged(error),
            })?;
            sheets.extend(visible(book.sheets_metadata()));
            choose(sheets, asked, |sheet, limit| {
                rows_of_range(&book.worksheet_range(sheet).map_err(Fault::damaged)?, limit)
            })
        }
    }
}

fn open_xlsx(bytes: SourceBytes) -> Result<Xlsx<BufReader<SourceBytes>>, Fault> {
    Xlsx::new(BufReader::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Fault::Protected,
        XlsxError::Zip(_) => cut_off(),
        error => Fault::damaged(error),
    })
}

fn cut_off() -> Fault {
    Fault::damaged("it is not complete")
}

/// A sheet with a table of ours.
struct OurSheet {
    /// As it is called now.
    name: String,
    /// Whether it is a report, which has boxes to tick.
    is_report: bool,
}

/// Returns the sheets that hold the tables of a workbook of ours, as they stand now.
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

/// Reads one sheet of a workbook of ours.
fn read_ours(bytes: SourceBytes, sheet: &str) -> Result<Option<Workbook>, Fault> {
    let mut book = open_xlsx(bytes)?;
    let has_ticks = our_sheets(&book)
        .iter()
        .any(|ours| ours.name == sheet && ours.is_report);
    let mut cells = book.worksheet_cells_reader(sheet).map_err(Fault::damaged)?;
    let mut rows = Rows::default();
    while let Some(cell) = cells.next_cell().map_err(Fault::damaged)? {
        let text = exported_text_of(cell.get_value());
        if !(has_ticks && text == TICK) {
            rows.add(cell.get_position(), &text)?;
        }
    }
    let rows = rows.finish();
    Ok((!rows.is_empty()).then(|| Workbook {
        sheet: sheet.to_owned(),
        others: Vec::new(),
        rows: rows.into(),
    }))
}

/// Returns the names of the sheets of cells that a user sees.
fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// Finds the sheet with the table; `rows_of` reads up to a number of rows of a sheet.
fn choose(
    sheets: &[String],
    asked: Option<&str>,
    mut rows_of: impl FnMut(&str, usize) -> Result<Vec<Record>, Fault>,
) -> Result<Option<Workbook>, Fault> {
    let mut tables = Vec::new();
    let mut lone = None;
    let mut wanted = None;
    for sheet in sheets {
        let rows = rows_of(sheet, 2)?.len();
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
    if asked.is_some() {
        // Others are left on purpose; they are still told of where one was tried after the other.
        let Some(sheet) = wanted else {
            return Ok(None);
        };
        let rows = rows_of(&sheet, usize::MAX)?.into();
        return Ok(Some(Workbook {
            sheet,
            others: tables,
            rows,
        }));
    }
    if tables.is_empty() {
        tables.extend(lone);
    }
    let mut tables = tables.into_iter();
    let Some(sheet) = tables.next() else {
        return Ok(None);
    };
    let rows = rows_of(&sheet, usize::MAX)?.into();
    Ok(Some(Workbook {
        sheet,
        others: tables.collect(),
        rows,
    }))
}

fn rows_of_cells<'a>(
    limit: usize,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, Fault>,
) -> Result<Vec<Record>, Fault> {
    let mut rows = Rows::default();
    while rows.count() < limit
        && let Some(cell) = next()?
    {
        rows.add(cell.get_position(), &text_of_ref(cell.get_value()))?;
    }
    Ok(rows.finish())
}

fn rows_of_range(range: &calamine::Range<Data>, limit: usize) -> Result<Vec<Record>, Fault> {
    let mut rows = Rows::default();
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        if rows.count() >= limit {
            break;
        }
        // A sheet has far fewer rows and columns than the type can count.
        let position =
            |offset: usize, start| start + u32::try_from(offset).unwrap_or(u32::MAX - start);
        rows.add(
            (position(row, top), position(column, left)),
            &text_of(value),
        )?;
    }
    Ok(rows.finish())
}

/// Cells put together to rows.
#[derive(Default)]
struct Rows {
    done: Vec<Record>,
    /// The row being filled, counted from 0.
    row: Option<u32>,
    cells: Vec<String>,
    count: usize,
}

impl Rows {
    fn count(&self) -> usize {
        self.done.len()
    }

    /// Adds a cell at (row, column), counted from 0; empty ones leave no trace.
    fn add(&mut self, (row, column): (u32, u32), text: &str) -> Result<(), Fault> {
        if text.is_empty() {
            return Ok(());
        }
        if self.row != Some(row) {
            self.close();
            self.row = Some(row);
        }
        let column = column as usize;
        let width = self.cells.len().max(column + 1);
        self.count += width - self.cells.len();
        if self.count > MOST_CELLS {
            return Err(Fault::damaged(
                "it has more cells than a table of people can have",
            ));
        }
        self.cells.resize(width, String::new());
        text.clone_into(&mut self.cells[column]);
        Ok(())
    }

    fn close(&mut self) {
        if let Some(row) = self.row.take() {
            let cells = self.cells.iter().map(String::as_str);
            self.done.push(Record::new(u64::from(row) + 1, cells));
            self.cells.clear();
        }
    }

    fn finish(mut self) -> Vec<Record> {
        self.close();
        // The format wants rows in order; a program may have written them otherwise.
        self.done.sort_by_key(Record::line);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_places_and_rows_their_numbers() {
        let mut rows = Rows::default();
        for (place, text) in [((4, 1), "b"), ((2, 0), "a"), ((2, 2), "c"), ((3, 5), "")] {
            assert!(rows.add(place, text).is_ok());
        }
        assert_eq!(
            rows.finish(),
            [Record::new(3, ["a", "", "c"]), Record::new(5, ["", "b"])]
        );
    }

    #[test]
    fn a_panic_of_the_reader_becomes_nothing() {
        assert_eq!(silently(|| -> u8 { panic!("not to be seen") }), None);
        assert!(!CAUGHT.get(), "later panics have to be seen");
        assert_eq!(silently(|| 1), Some(1));
    }
}
