//! Workbooks, for spreadsheets, for paper, and for import.
//!
//! # Sheets
//!
//! Each table has its own sheet, named in the reader's language unless import reads it: headings in the first row, then
//! every column and row that CSV has, and nothing else, so that sorting, filters and import find a plain table. The
//! texts around it (notes, the facts under a group's heading) are on a last sheet, "Notes"; the title is the header of
//! every printed page, with as many facts as it has room for. [`value`] documents the content of cells, and how it
//! agrees with JSON.
//!
//! Every sheet is ready to be read and printed: headings are bold, frozen and have filters; columns are as wide as
//! their content, within limits, and long texts wrap; A4 landscape, one page wide, with headings on every page, page
//! numbers, and logos in the header. Rows are as high as their texts need, and the font is Arial, which has the same
//! width in every program. Columns that people do not read on a page are hidden, except those that say what is above a
//! group there. Whatever a page draws is a chart next to its numbers, one for each day.
//!
//! Lists for paper are as wide as it. On a list to sign, each group (such as a session) starts a new page. What is
//! written by hand at its foot, and the facts that are not in the header, are in a box below the last row, or at the
//! foot of each page if there are several groups: cells hold the table alone.
//!
//! # Text is text
//!
//! Texts are strings of the workbook, never formulas, and their cells have the format "text": one that starts with `=`
//! or `0` is unchanged even if somebody edits the cell. So nothing needs a [guard](super::guard()) here, and `raw` has
//! no effect. Characters that XML cannot contain are written in the workbook's own notation, `_x001B_`, which
//! spreadsheets and import decode. A text of more than 32,767 characters, the maximum for a cell, is visibly cut; the
//! notes name its place, and [`Written::cut`] counts them.
//!
//! # The way back
//!
//! Each table has a name in the workbook for the range of its cells: `rollcall_1`, or `rollcall_report_1` if import
//! does not [read it](Table::taken_back). By these import knows which sheets are tables of this program, that their
//! texts are exact, and where □ is a box to tick. Spreadsheets keep such names when the workbook is saved again, even
//! if its sheets are renamed or moved.
//!
//! # Memory and bytes
//!
//! Each row is written to a temporary file before the next one is begun; the file has no name and disappears with the
//! program, and the workbook is copied from it to its target. It is in the folder of the target, which needs the room
//! anyway, or in the system's temporary folder. The library panics if it cannot be written to; that is turned into an
//! error here. The workbook contains neither time, place nor author: equal tables give equal bytes.

mod columns;
mod paper;
mod picture;
mod sheet;
mod sheet_name;
mod value;

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Image, XlsxError};

use self::paper::Paper;
use self::sheet::{SheetWriter, base_format, end_rows, row_height, style_format};
use self::sheet_name::{SheetNames, called, cut};
use self::value::Style;
use super::{Logo, Options, Table, shown};
use crate::catalogue::Message;
use crate::catalogue::messages::documents::NOTES_SHEET;
use crate::catalogue::messages::output;
use crate::display_in_english;
use crate::message;

/// The prefix of the names that tables have in a workbook; a number follows.
pub const TABLE_NAME: &str = "rollcall_";

/// Follows the prefix, before the number, if import does not read the table.
pub const REPORT: &str = "report_";

/// A box to tick on paper.
pub const TICK: &str = "□";

/// The maximum number of rows below the headings.
const MOST_ROWS: usize = 1_048_575;

/// The maximum number of columns.
const MOST_COLUMNS: usize = 16_384;

/// The maximum length of a text in a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// The maximum length of a page header, in UTF-16 units.
const LONGEST_HEADER: usize = 200;

/// The height of a row with one line, in pixels.
const ROW_HEIGHT: u32 = 17;

/// The width of the sheet of notes, in characters: one page.
const NOTES_WIDTH: u32 = 115;

/// Why a table cannot become a workbook.
#[derive(Debug)]
pub enum WorkbookError {
    /// The table has more rows than a sheet can have.
    Rows {
        /// The table.
        table: String,
        /// The number of rows.
        rows: usize,
    },
    /// The table has more columns than a sheet can have.
    Columns {
        /// The table.
        table: String,
        /// The number of columns.
        columns: usize,
    },
    /// There is no room for the temporary files.
    NoRoom {
        /// Their folder.
        folder: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// The target cannot be written to.
    Target(io::Error),
    /// The library failed.
    Failed(XlsxError),
}

impl WorkbookError {
    /// Returns the message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Rows { table, rows } => {
                message!(output::too_many_rows {
                    table,
                    rows,
                    most: MOST_ROWS
                })
            }
            Self::Columns { table, columns } => {
                message!(output::too_many_columns {
                    table,
                    columns,
                    most: MOST_COLUMNS
                })
            }
            Self::NoRoom { folder, .. } => message!(output::no_temporary_files { folder }),
            Self::Target(_) | Self::Failed(_) => output::WORKBOOK_NOT_WRITTEN.into(),
        }
    }
}

display_in_english!(WorkbookError);

impl std::error::Error for WorkbookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Rows { .. } | Self::Columns { .. } => None,
            Self::NoRoom { source, .. } | Self::Target(source) => Some(source),
            Self::Failed(error) => Some(error),
        }
    }
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Failed(error)
    }
}

/// The result of writing a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The number of sheets with a table.
    pub tables: usize,
    /// The number of rows in all of them, without headings.
    pub rows: usize,
    /// The number of texts that were too long for a cell.
    pub cut: usize,
}

/// A workbook that tables are added to, one by one.
pub struct Workbook {
    book: rust_xlsxwriter::Workbook,
    /// The folder of the temporary files.
    folder: PathBuf,
    options: Options,
    names: SheetNames,
    title: String,
    /// Pictures for the header of printed pages, at the left and at the right.
    logos: Vec<Image>,
    notes: Vec<Note>,
    written: Written,
}

/// A line of the sheet of notes.
struct Note {
    text: String,
    is_heading: bool,
}

impl Workbook {
    /// Creates a workbook without tables, with temporary files in the folder of its target.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn beside(options: Options, folder: &Path) -> Result<Self, WorkbookError> {
        let mut made = Self::new(options);
        folder.clone_into(&mut made.folder);
        made.book.set_tempdir(folder)?;
        Ok(made)
    }

    /// Creates a workbook without tables, with temporary files in the system's temporary folder.
    pub fn new(options: Options) -> Self {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.set_default_format(&base_format(), ROW_HEIGHT, 64)
            .expect("the library knows columns of 64 dots");
        Self {
            book,
            folder: std::env::temp_dir(),
            options,
            names: SheetNames::default(),
            title: String::new(),
            logos: Vec::new(),
            notes: Vec::new(),
            written: Written {
                tables: 0,
                rows: 0,
                cut: 0,
            },
        }
    }

    /// Sets the title; the default is that of its first table.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        self.title = shown(title).into_owned();
        self
    }

    /// Puts logos into the header of printed pages, if office programs can show them.
    #[must_use]
    pub fn with_logos(mut self, logos: &[Logo]) -> Self {
        self.logos = logos.iter().filter_map(Logo::for_office).collect();
        self
    }

    /// Adds a table as a sheet of its own.
    ///
    /// # Errors
    /// If it has more rows or columns than a sheet can have, or the temporary file cannot be written.
    pub fn add(&mut self, table: &Table) -> Result<(), WorkbookError> {
        let (rows, columns) = (table.rows().len(), table.columns().len());
        let name = || table.name.to_string();
        if rows > MOST_ROWS {
            return Err(WorkbookError::Rows {
                table: name(),
                rows,
            });
        }
        if columns > MOST_COLUMNS {
            return Err(WorkbookError::Columns {
                table: name(),
                columns,
            });
        }
        let folder = self.folder.clone();
        guarded(&folder, || self.add_sheet(table))
    }

    fn add_sheet(&mut self, table: &Table) -> Result<(), WorkbookError> {
        let (rows, columns) = (table.rows().len(), table.columns().len());
        let name = self.names.give(called(table, self.options.language));
        if self.title.is_empty() {
            self.title = shown(&table.title).into_owned();
        }
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        let cut = SheetWriter::new(sheet, self.options, &self.logos).write(table, &name)?;
        self.written.tables += 1;
        self.written.rows += rows;
        self.written.cut += cut.len();
        if columns > 0 {
            let last = rust_xlsxwriter::utility::row_col_to_cell_absolute(
                row_number(rows),
                column_number(columns - 1),
            );
            let report = if table.taken_back { "" } else { REPORT };
            self.book.define_name(
                format!("{TABLE_NAME}{report}{}", self.written.tables),
                &format!("='{}'!$A$1:{last}", name.replace('\'', "''")),
            )?;
        }
        self.note_around(table, &name, &cut);
        Ok(())
    }

    /// Keeps the notes that text and Markdown show around a table.
    fn note_around(&mut self, table: &Table, sheet: &str, cut: &[(usize, String)]) {
        let mut said: Vec<Note> = Vec::new();
        let mut say = |text: &str, is_heading| {
            said.push(Note {
                text: text.to_owned(),
                is_heading,
            });
        };
        for line in &table.lines {
            say(line, false);
        }
        for note in &table.notes {
            say(&note.said, false);
        }
        for (row, column) in cut {
            let note = message!(documents::cut_note { sheet, row, column });
            say(&note.in_language(self.options.language), false);
        }
        // A heading is only there for what it heads.
        let mut above = None;
        for group in table.groups() {
            above = group.above.as_ref().or(above);
            if group.lines.is_empty() && group.below.is_empty() {
                continue;
            }
            if let Some(above) = above.take() {
                say(above, true);
            }
            if !group.heading.is_empty() {
                say(&group.heading, true);
            }
            for line in group.lines.iter().chain(&group.below) {
                say(line, false);
            }
        }
        if said.is_empty() {
            return;
        }
        let title = if table.title.is_empty() {
            sheet
        } else {
            &table.title
        };
        self.notes.push(Note {
            text: title.to_owned(),
            is_heading: true,
        });
        self.notes.append(&mut said);
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// If it cannot be written there.
    pub fn write_to(mut self, target: impl Write + Send) -> Result<Written, WorkbookError> {
        let folder = self.folder.clone();
        let mut target = Lenient {
            target,
            failed: None,
        };
        guarded(&folder, || self.save(&mut target))?;
        match target.failed {
            Some(error) => Err(WorkbookError::Target(error)),
            None => Ok(self.written),
        }
    }

    fn save(&mut self, target: impl Write + Send) -> Result<(), WorkbookError> {
        if !self.notes.is_empty() {
            self.add_notes()?;
        }
        // Without a fixed time, every workbook would contain the current one.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = DocProperties::new()
            .set_title(cut(&self.title, LONGEST_HEADER))
            .set_creation_datetime(&created);
        self.book.set_properties(&properties);
        self.book.save_to_writer(target)?;
        Ok(())
    }

    fn add_notes(&mut self) -> Result<(), WorkbookError> {
        let language = self.options.language;
        let name = self.names.give(NOTES_SHEET.in_language(language));
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        let text = style_format(Style::Text);
        let bold = text.clone().set_bold();
        sheet.set_column_width(0, NOTES_WIDTH)?;
        let (mut last, mut has_height) = (0, false);
        for (row, note) in self.notes.iter().enumerate().take(MOST_ROWS) {
            let format = if note.is_heading { &bold } else { &text };
            let text = cut(&note.text, LONGEST_TEXT);
            let lines = columns::lines(text, NOTES_WIDTH as usize, note.is_heading);
            has_height = lines > 1;
            if has_height {
                sheet.set_row_height(row_number(row), row_height(lines))?;
            }
            sheet.write_string_with_format(row_number(row), 0, text, format)?;
            last = row;
        }
        if has_height {
            end_rows(sheet, last)?;
        }
        Paper::titled(&self.title).set_up(sheet, self.options, &self.logos)?;
        sheet.set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

/// A target that pretends to accept everything, and keeps the first error: the library prints errors to standard error,
/// and tries to finish the file all the same.
struct Lenient<W> {
    target: W,
    failed: Option<io::Error>,
}

impl<W: Write> Write for Lenient<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed.is_none() {
            self.failed = self.target.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed.is_none() {
            self.failed = self.target.flush().err();
        }
        Ok(())
    }
}

/// Runs code that writes to the temporary files, and turns a panic of the library into an error.
fn guarded<T>(
    folder: &Path,
    work: impl FnOnce() -> Result<T, WorkbookError>,
) -> Result<T, WorkbookError> {
    let panic = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => return done,
        Err(panic) => panic,
    };
    let reason = panic.downcast_ref::<String>();
    // The library unwraps system errors, so the panic contains `Os { code: 28, … }`.
    let code = reason.and_then(|it| {
        it.split_once("Os { code: ")?
            .1
            .split(',')
            .next()?
            .parse()
            .ok()
    });
    match code {
        Some(code) => Err(WorkbookError::NoRoom {
            folder: folder.to_owned(),
            source: io::Error::from_raw_os_error(code),
        }),
        None => resume_unwind(panic),
    }
}

/// The number of rows was checked to fit into the type.
fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn column_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
