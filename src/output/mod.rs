//! Turns a table or a document into bytes: text for people, CSV, JSON, JSON Lines, Markdown, HTML and workbooks.
//!
//! A PDF is the HTML page printed by a browser: this module writes the page, and [`context`](crate::context) has it
//! printed.
//!
//! Callers define the columns of their output once, in a [`Table`]; every format is derived from that. This module does
//! not depend on the rest of the program, not even on the model: a name arrives as text, an instant as the two texts in
//! a [`Cell::Moment`]. Every other module may use it.
//!
//! The only other kind of output is a [`Calendar`], which is for calendar programs rather than people.
//!
//! # Output is bytes
//!
//! [`render`] returns bytes and touches neither files nor streams (like hyperfine's `export`), so the caller decides
//! where they go, and a test compares whole outputs. Equal tables give equal bytes: nothing here depends on the clock,
//! the locale or the terminal; everything is in [`Options`].
//!
//! A workbook may be large and contain any number of tables, so a [`Workbook`] is filled table by table and written
//! straight to its destination.
//!
//! # For people and for programs
//!
//! | | [`Text`](Format::Text), [`Markdown`](Format::Markdown), [`Html`](Format::Html) | [`Csv`](Format::Csv) | [`Json`](Format::Json), [`Jsonl`](Format::Jsonl) | [`Xlsx`](Format::Xlsx) |
//! | --- | --- | --- | --- | --- |
//! | read by | people | spreadsheets, import | programs | spreadsheets, paper, import |
//! | columns | without [hidden](Column::hidden_in_text) and empty ones | all | all | all |
//! | headings | chosen language | chosen language | English keys | chosen language |
//! | title, groups, notes | yes | no | no | header of pages, page breaks, a sheet of notes |
//! | [chart](Chart) | in place of the rows; HTML has both | no, the rows | no, the rows | no, the rows |
//! | labels | word in the chosen language | key; in a report the word if the language [supports that](conventions::has_csv_words) | key | word in the chosen language; key if import reads it |
//! | moments | the event's zone, as written here | ISO 8601; in a report the language's dates if it has words | ISO 8601 | dates in the event's zone; ISO 8601 if import [reads them](Table::taken_back) |
//! | control and direction marks | shown, see [`shown`] | kept | escaped | escaped or kept |
//! | text that looks like a formula | unchanged | [guarded](guard()) | unchanged | text, which is never run |
//!
//! # Languages
//!
//! Every wording is in the [`catalogue`](crate::catalogue), in every language. The other modules name a wording and
//! pass the reader's language on; none of them depends on a specific language.
//!
//! # Compatibility
//!
//! Keys, labels' keys and the layout of JSON, JSON Lines and CSV are contracts that scripts rely on. So are the content
//! of workbook sheets that import reads, and the names of these sheets, which are those of the tables. The layout of
//! text and Markdown is for people and may change.

mod bars;
mod blocks;
mod calendar;
mod cell;
mod chart;
mod collate;
mod column;
mod csv;
mod document;
mod docx;
mod format;
mod guard;
mod html;
mod json;
mod letters;
mod logo;
mod markdown;
mod mention;
mod note;
mod sanitize;
mod svg;
mod table;
mod text;
mod typography;
mod unique;
mod widths;
mod wrap;
mod xlsx;

pub mod conventions;
pub mod keyed;

#[cfg(test)]
mod samples;

pub use bars::{Bar, Bars};
pub use calendar::{Calendar, Certainty, Entry};
pub use cell::Cell;
pub use chart::{Band, Chart, Panel, Series};
pub use collate::{Collator, name_key};
pub use column::{Align, Column, Heading};
pub use document::{Document, Figure, Layout, Link, Part};
pub use format::{Format, FormatError};
pub use guard::{guard, unguard};
pub use html::Template;
pub use json::escape_unsafe;
pub use letters::{
    WEEKDAYS, day_and_month, day_in_words, days_in_words, first_and_last_day, language_of_reader,
    one_stop, salutation, written_out,
};
pub use logo::{Logo, PictureKind};
pub use note::Note;
pub use sanitize::{ShownLines, shown};
pub use table::{Group, Letters, Section, Table};
pub use unique::make_unique;
pub use xlsx::{REPORT, TABLE_NAME, TICK, Workbook, WorkbookError, Written};

use std::io::Write;

use crate::catalogue::Message;
use crate::catalogue::messages::conventions::NO_ROWS;
use crate::catalogue::messages::output;
use crate::display_in_english;
use crate::message;

pub use crate::catalogue::Language;

/// The properties of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The language of everything except keys.
    pub language: Language,
    /// The width of the terminal for text; `None` in a pipe or a file, where a row is one line.
    pub width: Option<usize>,
    /// Whether text may use escape sequences, for bold headings.
    pub color: bool,
    /// Disables the [formula guard](guard()) of CSV.
    pub raw: bool,
    /// Whether CSV is a report for people, with words and dates of their language, unless it is `raw`.
    pub is_report: bool,
}

/// A format that a table can be written in.
pub trait Render {
    /// Returns the whole output, ending in a line feed unless it is empty.
    fn render(&self, table: &Table, options: &Options) -> Vec<u8>;
}

/// Why output failed.
#[derive(Debug)]
pub enum OutputError {
    /// The template has a mistake.
    Template {
        /// The template's name.
        name: String,
        /// The line of the mistake, counted from one.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The table is too large for a workbook.
    Workbook(WorkbookError),
    /// The output cannot be written.
    Write(std::io::Error),
}

impl OutputError {
    /// Returns the message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Template { name, line, reason } => {
                message!(output::template_mistake { name, line, reason })
            }
            Self::Workbook(error) => error.message(),
            Self::Write(_) => output::NOT_WRITTEN.into(),
        }
    }
}

display_in_english!(OutputError);

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Template { .. } => None,
            Self::Workbook(error) => error.source(),
            Self::Write(error) => Some(error),
        }
    }
}

impl From<WorkbookError> for OutputError {
    fn from(error: WorkbookError) -> Self {
        Self::Workbook(error)
    }
}

impl From<std::io::Error> for OutputError {
    fn from(error: std::io::Error) -> Self {
        Self::Write(error)
    }
}

/// The content to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A single table, supported by every format.
    Table(Box<Table>),
    /// Parts under a title.
    Document(Document),
}

impl From<Table> for Content {
    fn from(table: Table) -> Self {
        Self::Table(Box::new(table))
    }
}

impl From<Document> for Content {
    fn from(document: Document) -> Self {
        Self::Document(document)
    }
}

impl Content {
    /// Converts the content to a document.
    pub fn into_document(self) -> Document {
        match self {
            Self::Table(table) => (*table).into(),
            Self::Document(document) => document,
        }
    }

    /// Returns the sheets of a workbook: figures and facts one below the other, then every table, and the numbers of
    /// every picture, which is drawn next to them.
    pub fn tables(self, language: Language) -> Vec<Table> {
        match self {
            Self::Table(table) => vec![*table],
            Self::Document(document) => {
                let facts = document.sheet_of_facts(language);
                let tables = document.parts.into_iter().filter_map(|part| match part {
                    Part::Table(table) => Some(table),
                    Part::Bars(bars) => Some(bars.into()),
                    Part::Chart(chart) => Some(chart.into()),
                    _ => None,
                });
                facts.into_iter().chain(tables).collect()
            }
        }
    }

    /// Returns the title of the content.
    pub fn title(&self) -> &str {
        match self {
            Self::Table(table) => &table.title,
            Self::Document(document) => &document.title,
        }
    }
}

/// Writes `content` in `format`; a custom template is only used for HTML. For a PDF this writes the page to print.
///
/// For programs a document is one object, with its figures and facts as keys and its tables under their names. In CSV
/// it is one long table of part, row, field and value; in a report only its figures and facts.
///
/// # Errors
/// If the template has a mistake, or `out` cannot be written to.
pub fn write(
    content: Content,
    format: Format,
    options: &Options,
    template: Option<&Template>,
    out: &mut dyn Write,
) -> Result<(), OutputError> {
    let bytes = match (content, format) {
        (content, Format::Xlsx) => {
            let mut workbook = Workbook::new(*options).titled(content.title());
            for table in content.tables(options.language) {
                workbook.add(&table)?;
            }
            let mut bytes = Vec::new();
            workbook.write_to(&mut bytes)?;
            bytes
        }
        (content, Format::Docx) => docx::write(content.into_document(), options)?,
        (Content::Table(table), Format::Html | Format::Pdf) => {
            return html::write((*table).into(), template, options, out);
        }
        (Content::Document(document), Format::Html | Format::Pdf) => {
            return html::write(document, template, options, out);
        }
        (Content::Table(table), _) => render(&table, format, options)?,
        (Content::Document(document), Format::Text | Format::Ics) => {
            text::document(&document, options)
        }
        (Content::Document(document), Format::Markdown) => markdown::document(&document, options),
        (Content::Document(document), Format::Json) => {
            format!("[\n  {}\n]\n", json::document(&document)).into_bytes()
        }
        (Content::Document(document), Format::Jsonl) => {
            format!("{}\n", json::document(&document)).into_bytes()
        }
        (Content::Document(document), Format::Csv) => {
            let facts = document.sheet_of_facts(options.language);
            let table = facts.filter(|_| options.is_report && !options.raw);
            let table = table.unwrap_or_else(|| document.long_table());
            render(&table, format, options)?
        }
    };
    Ok(out.write_all(&bytes)?)
}

/// Returns `table` in `format`.
///
/// # Errors
/// If the table, or the table of its picture's numbers, is too large for a workbook; every other format supports every
/// table.
pub fn render(table: &Table, format: Format, options: &Options) -> Result<Vec<u8>, WorkbookError> {
    Ok(match format {
        // A table cannot be a calendar: commands refuse this before.
        Format::Text | Format::Ics => text::Text.render(table, options),
        Format::Csv => csv::Csv.render(table, options),
        Format::Json => json::Json.render(table, options),
        Format::Jsonl => json::JsonLines.render(table, options),
        Format::Markdown => markdown::Markdown.render(table, options),
        Format::Html | Format::Pdf => {
            let mut page = Vec::new();
            html::write(table.clone().into(), None, options, &mut page)
                .expect("the built-in templates have no mistake, and memory takes everything");
            page
        }
        Format::Docx | Format::Xlsx => {
            let mut bytes = Vec::new();
            let content = table.clone().into();
            match write(content, format, options, None, &mut bytes) {
                Err(OutputError::Workbook(error)) => return Err(error),
                written => written.expect("memory takes everything"),
            }
            bytes
        }
    })
}

/// Returns the text that people see in place of rows if there are none.
fn none(language: Language) -> &'static str {
    NO_ROWS.in_language(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_code() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
        }
        assert_eq!("DE".parse(), Ok(Language::De));
        assert_eq!(
            "xx".parse::<Language>().unwrap_err().to_string(),
            "`xx` is not a language of this program; choose one of these: en, de, fr"
        );
    }

    #[test]
    fn every_output_ends_in_one_line_feed() {
        let packed = [Format::Docx, Format::Xlsx];
        for format in Format::ALL.into_iter().filter(|it| !packed.contains(it)) {
            let bytes = render(&samples::nasty(), format, &Options::default()).unwrap();
            assert!(bytes.ends_with(b"\n"), "{format:?}");
            assert!(!bytes.ends_with(b"\n\n"), "{format:?}");
        }
    }
}
