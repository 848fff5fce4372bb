//! A file as a table: the entry point of reading.
//!
//! [`Sheet::open`] determines how to read a file and notes its peculiarities; [`Sheet::records`] then returns its
//! records as often as needed, since recognising a layout, finding the heading and reading the rows are separate
//! passes. [`Sheet::raw_writer`] writes rows back in the file's own layout, for rows that were set aside.
//!
//! `source` provides the bytes, `magic` determines their type, `text` and `decoder` turn them into text, `survey`
//! examines that text, `delimiter`, `undoubled` and `records` make records, and `spreadsheet` does all of that for
//! workbooks.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::sync::Arc;

use super::budget::{LONGEST_CELL, Share};
use super::delimiter;
use super::magic::{self, Kind, SpreadsheetKind};
use super::mojibake::{self, Misread};
use super::note::{ReadNote, notes_on};
use super::other_text::other_text;
use super::raw::RawWriter;
use super::record::Record;
use super::records::Records;
use super::source::{ReadError, Source, unreadable};
use super::spreadsheet::Workbook;
use super::survey::{Damage, SAMPLE, Survey};
use super::text::Encoding;
use super::undoubled::{Doubling, is_undoubled};
use super::unquoted::Unquoted;
use crate::catalogue::Message;
use crate::catalogue::messages::read;

/// How many records are examined for names without quotes.
const HEAD: usize = 2000;

/// The user's options for reading a file; usually none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The label of an encoding, used unless there is a byte-order mark.
    pub encoding: Option<String>,
    /// The delimiter, in ASCII.
    pub delimiter: Option<u8>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
}

impl ReadOptions {
    /// Parses a delimiter given by the user: the character itself, or `tab`.
    pub fn parse_delimiter(word: &str) -> Option<u8> {
        delimiter::from_word(word)
    }
}

/// A file that can be read as a table.
#[derive(Debug, Clone)]
pub struct Sheet {
    source: Source,
    body: Body,
    notes: Vec<ReadNote>,
    /// Whether cells with names may lack letters, or have wrong ones.
    may_name_wrongly: bool,
}

#[derive(Debug, Clone)]
enum Body {
    Text {
        encoding: Encoding,
        delimiter: Option<u8>,
        /// Whether the first line is a `sep=` line.
        declared: bool,
        /// Whether quotes within cells are not doubled.
        undoubled: bool,
        /// How the text was misread before, the last time first.
        layers: Vec<Misread>,
        /// Set if names have commas but no quotes.
        unquoted: Option<Unquoted>,
    },
    Workbook {
        kind: SpreadsheetKind,
        workbook: Workbook,
    },
}

impl Sheet {
    /// Determines how to read a file; refuses anything that is not a table.
    pub fn open(source: &Source, options: &ReadOptions) -> Result<Self, ReadError> {
        let given = options.delimiter.map(delimiter::check).transpose()?;
        let told = options.encoding.as_deref().map(find_encoding).transpose()?;
        let failed = |error| unreadable(source.name(), error);
        let not_text = |what| ReadError::NotText {
            name: source.name().to_owned(),
            what,
        };
        match magic::kind_of(source.bytes()?).map_err(failed)? {
            Kind::Spreadsheet(kind) => Self::open_workbook(source, kind, options.sheet.as_deref()),
            _ if options.sheet.is_some() => Err(ReadError::NoSheet {
                name: source.name().to_owned(),
                sheet: options.sheet.clone().unwrap_or_default(),
                sheets: Vec::new(),
            }),
            Kind::Protected => Err(ReadError::Protected {
                name: source.name().to_owned(),
            }),
            Kind::Other(what) => Err(not_text(what)),
            Kind::Text => {
                no_endless_line(source)?;
                let encoding = Encoding::detect(source.bytes()?, told).map_err(failed)?;
                if !encoding.is_utf16() && told.is_none() {
                    let mut head = Vec::new();
                    source
                        .bytes()?
                        .take(SAMPLE)
                        .read_to_end(&mut head)
                        .map_err(failed)?;
                    if magic::looks_binary(&head) {
                        return Err(not_text(read::BINARY));
                    }
                }
                Self::open_text(source, encoding, given)
            }
        }
    }

    /// Returns the name of its sheet, if it is one of a workbook.
    pub fn title(&self) -> Option<&str> {
        match &self.body {
            Body::Text { .. } => None,
            Body::Workbook { workbook, .. } => Some(&workbook.sheet),
        }
    }

    /// Returns the other sheets of its workbook that have rows, in order.
    pub fn others(&self) -> &[String] {
        match &self.body {
            Body::Text { .. } => &[],
            Body::Workbook { workbook, .. } => &workbook.others,
        }
    }

    fn open_workbook(
        source: &Source,
        kind: SpreadsheetKind,
        sheet: Option<&str>,
    ) -> Result<Self, ReadError> {
        let mut workbook = Workbook::open(source, kind, sheet)?;
        let Workbook { others, marks, .. } = &workbook;
        let some = |rows: &Vec<u64>| Some(rows.clone()).filter(|rows| !rows.is_empty());
        let noted = [
            others.first().map(|_| ReadNote::OtherSheets {
                sheet: workbook.sheet.clone(),
                others: others.clone(),
            }),
            workbook
                .filled
                .map(|(first, rows)| ReadNote::MergedCells { first, rows }),
            some(&marks.hidden).map(|rows| ReadNote::HiddenRows { rows }),
            some(&marks.coloured).map(|rows| ReadNote::ColouredRows { rows }),
            some(&marks.commented).map(|rows| ReadNote::Comments { rows }),
        ];
        let notes = noted.into_iter().flatten().collect();
        let damage = Damage::of_rows(&workbook.rows);
        let as_it_stands = Records::of_rows(source.name().into(), Arc::clone(&workbook.rows));
        workbook.repair(source, &damage.layers)?;
        let sheet = Self {
            source: source.clone(),
            body: Body::Workbook { kind, workbook },
            notes,
            may_name_wrongly: damage.concerns_names(),
        };
        sheet.with_note_on(&damage, |_| Ok(as_it_stands))
    }

    /// Adds a note about text that was repaired, or could not be, with its first position.
    fn with_note_on(
        mut self,
        damage: &Damage,
        as_it_stands: impl FnOnce(&Self) -> Result<Records, ReadError>,
    ) -> Result<Self, ReadError> {
        if let Some(from) = damage.layers.last() {
            let (line, column) = first(as_it_stands(&self)?, |cell| {
                matches!(mojibake::repair(cell, &damage.layers), Cow::Owned(_))
            })?;
            self.notes.push(ReadNote::Repaired {
                letters: damage.letters,
                from: from.to_string(),
                line,
                column,
            });
        }
        if damage.is_doubtful {
            let (line, column) = first(self.records()?, mojibake::is_misread)?;
            self.notes.push(ReadNote::Misread { line, column });
        }
        Ok(self)
    }

    /// Returns the first column, counted from 0, in which a row of a workbook is struck through.
    pub fn struck_column(&self, line: u64) -> Option<usize> {
        let Body::Workbook { workbook, .. } = &self.body else {
            return None;
        };
        columns_of(&workbook.marks.struck, line).next()
    }

    /// Returns the columns, counted from 0, in which a row of a workbook has a formula without a value.
    pub fn unknown_columns(&self, line: u64) -> impl Iterator<Item = usize> {
        let unknown: &[(u64, usize)] = match &self.body {
            Body::Text { .. } => &[],
            Body::Workbook { workbook, .. } => &workbook.marks.unknown,
        };
        columns_of(unknown, line)
    }

    /// Whether cells with names may lack letters, or have wrong ones.
    pub fn may_name_wrongly(&self) -> bool {
        self.may_name_wrongly
    }

    fn open_text(
        source: &Source,
        encoding: Encoding,
        given: Option<u8>,
    ) -> Result<Self, ReadError> {
        let name = || source.name().to_owned();
        let survey = Survey::of(source, encoding)?;
        if survey.is_blank {
            return Err(ReadError::Empty { name: name() });
        }
        if let Some(what) = other_text(&survey.start) {
            return Err(ReadError::NotText { name: name(), what });
        }
        let declared = delimiter::declared(&survey.start);
        let undoubled = given.is_none_or(|given| given == b',') && is_undoubled(&survey.start);
        let delimiter = given
            .or(declared)
            .or(undoubled.then_some(b','))
            .or_else(|| delimiter::find(&survey.start, encoding.is_utf16()));
        let body = Body::Text {
            encoding,
            delimiter,
            declared: declared.is_some(),
            undoubled,
            layers: survey.damage.layers.clone(),
            unquoted: None,
        };
        let mut sheet = Self {
            source: source.clone(),
            body,
            notes: notes_on(encoding, survey.tally),
            may_name_wrongly: survey.damage.concerns_names(),
        };
        if delimiter == Some(b',') && !undoubled && survey.start.contains(", ") {
            sheet.join_unquoted()?;
        }
        sheet.with_note_on(&survey.damage, |sheet| sheet.records_after(&[]))
    }

    /// Detects names with commas but no quotes, and notes it.
    fn join_unquoted(&mut self) -> Result<(), ReadError> {
        let head: Result<Vec<Record>, ReadError> = self.records()?.take(HEAD).collect();
        let found = Unquoted::find(head?);
        if let Body::Text { unquoted, .. } = &mut self.body
            && found.is_some()
        {
            *unquoted = found;
            self.notes.push(ReadNote::Unquoted);
        }
        Ok(())
    }

    /// Starts a share of the memory budget of the file.
    pub fn share(&self) -> Share {
        self.source.budget().share()
    }

    /// Returns the file's name for messages.
    pub fn name(&self) -> &str {
        self.source.name()
    }

    /// Returns the encoding in words, or the kind of workbook: `xlsx`.
    pub fn encoding(&self) -> Message {
        match &self.body {
            Body::Text { encoding, .. } => encoding.message(),
            Body::Workbook { kind, .. } => Message::verbatim(kind.as_str()),
        }
    }

    /// Returns the delimiter; `None` for a single column and for workbooks.
    pub fn delimiter(&self) -> Option<char> {
        match &self.body {
            Body::Text { delimiter, .. } => delimiter.map(char::from),
            Body::Workbook { .. } => None,
        }
    }

    /// Returns the notes about the file.
    pub fn notes(&self) -> &[ReadNote] {
        &self.notes
    }

    /// Starts a pass over the records from the first one on, skipping a `sep=` line.
    pub fn records(&self) -> Result<Records, ReadError> {
        match &self.body {
            Body::Text { layers, .. } => self.records_after(layers),
            Body::Workbook { workbook, .. } => Ok(Records::of_rows(
                self.name().into(),
                Arc::clone(&workbook.rows),
            )),
        }
    }

    /// Does the same with a text repaired in these ways; the rows of a workbook are already repaired.
    fn records_after(&self, layers: &[Misread]) -> Result<Records, ReadError> {
        let Body::Text {
            encoding,
            delimiter,
            declared,
            undoubled,
            unquoted,
            ..
        } = &self.body
        else {
            return self.records();
        };
        let text = encoding.decode(self.source.bytes()?).repairing(layers);
        if *undoubled {
            return Records::of_undoubled(self.name().into(), Doubling::new(text));
        }
        let records = Records::of_text(self.name().into(), text, *delimiter, *declared)?;
        Ok(records.joining(*unquoted))
    }

    /// Starts a file in this one's layout; rows of workbooks are written with semicolons.
    pub fn raw_writer<W: Write>(&self, output: W) -> io::Result<RawWriter<W>> {
        let delimiter = match self.body {
            Body::Text {
                delimiter: Some(delimiter),
                ..
            } => delimiter,
            _ => b';',
        };
        RawWriter::new(output, delimiter)
    }
}

/// Refuses a file with a line that is too long for a row, before anything else examines it.
fn no_endless_line(source: &Source) -> Result<(), ReadError> {
    let failed = |error| unreadable(source.name(), error);
    let mut bytes = source.bytes()?;
    let mut block = vec![0; 64 * 1024];
    let (mut line_feeds, mut returns, mut length) = (0u64, 0u64, 0u64);
    loop {
        let count = bytes.read(&mut block).map_err(failed)?;
        if count == 0 {
            return Ok(());
        }
        let mut rest = &block[..count];
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            match rest[end] {
                b'\n' => line_feeds += 1,
                _ => returns += 1,
            }
            length = 0;
            rest = &rest[end + 1..];
        }
        length += rest.len() as u64;
        if length > LONGEST_CELL {
            // The two characters of a line end count as one line.
            return Err(ReadError::LongRecord {
                name: source.name().to_owned(),
                line: line_feeds.max(returns) + 1,
            });
        }
    }
}

fn find_encoding(label: &str) -> Result<Encoding, ReadError> {
    Encoding::for_label(label).ok_or_else(|| ReadError::UnknownEncoding {
        label: label.to_owned(),
    })
}

/// Returns line and column, counted from 1, of the first cell that meets a condition.
fn first(mut records: Records, is_so: impl Fn(&str) -> bool) -> Result<(u64, usize), ReadError> {
    let mut record = Record::default();
    while records.read_into(&mut record)? {
        if let Some(column) = record.cells().position(&is_so) {
            return Ok((record.line(), column + 1));
        }
    }
    // It is between the cells, where no table reader shows it.
    Ok((1, 1))
}

/// Returns the columns, counted from 0, that are marked in a row; the marks are sorted.
fn columns_of(marks: &[(u64, usize)], line: u64) -> impl Iterator<Item = usize> {
    let first = marks.partition_point(|(row, _)| *row < line);
    let of_row = marks[first..]
        .iter()
        .take_while(move |(row, _)| *row == line);
    of_row.map(|(_, column)| column - 1)
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
