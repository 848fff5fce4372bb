//! Text to records: rows of cells, each with the line of the file it starts in.
//!
//! The parser is the `csv` crate; `lines` corrects its line numbers and detects a quotation mark that was never closed,
//! which would silently swallow every row after it.

use std::io::{self, Read};
use std::sync::Arc;

use super::budget::{MOST_COLUMNS, TooLarge};
use super::lines::{CLOSING, Tracked};
use super::record::Record;
use super::source::{ReadError, unreadable};
use super::undoubled::Doubling;
use super::unquoted::Unquoted;

/// One pass over the records of a table, without blank lines but with rows of only delimiters.
#[derive(Debug)]
pub struct Records {
    name: Arc<str>,
    rows: Rows,
    /// How many lines a cell may have before its quote counts as unclosed.
    lines_of_a_cell: usize,
    /// Set if cells have to be joined again.
    unquoted: Option<Unquoted>,
    ended: bool,
}

#[derive(Debug)]
enum Rows {
    Text(Box<csv::Reader<Tracked<Box<dyn Input>>>>),
    Sheet { rows: Arc<[Record]>, next: usize },
}

/// The source of text; includes `Debug` so that all of the types above have it.
trait Input: Read + std::fmt::Debug {}

impl<R: Read + std::fmt::Debug> Input for R {}

/// Means that there is no delimiter: a byte that never occurs in UTF-8.
const NO_DELIMITER: u8 = 0xFF;

/// More lines than one cell can reasonably contain.
const LINES_OF_A_CELL: usize = 200;

impl Records {
    /// Reads decoded text; `declared` means that its first line is a `sep=` line rather than data.
    pub fn of_text(
        name: Arc<str>,
        text: impl Read + std::fmt::Debug + 'static,
        delimiter: Option<u8>,
        declared: bool,
    ) -> Result<Self, ReadError> {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(NO_DELIMITER))
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(64 * 1024)
            .from_reader(Tracked::new(Box::new(text) as Box<dyn Input>));
        let mut records = Self {
            name,
            rows: Rows::Text(Box::new(reader)),
            lines_of_a_cell: LINES_OF_A_CELL,
            unquoted: None,
            ended: false,
        };
        if declared {
            records.read_into(&mut Record::default())?;
        }
        Ok(records)
    }

    /// Reads decoded text separated by commas whose quotes have been doubled on the way: the ends of quoted cells are
    /// already decided, and a cell may have any number of lines.
    pub(super) fn of_undoubled<R>(name: Arc<str>, text: Doubling<R>) -> Result<Self, ReadError>
    where
        R: Read + std::fmt::Debug + 'static,
    {
        let records = Self::of_text(name, text, Some(b','), false)?;
        Ok(Self {
            lines_of_a_cell: usize::MAX,
            ..records
        })
    }

    /// Joins names that have commas but no quotation marks.
    pub(super) fn joining(self, unquoted: Option<Unquoted>) -> Self {
        Self { unquoted, ..self }
    }

    /// Iterates over rows that are already in memory.
    pub fn of_rows(name: Arc<str>, rows: Arc<[Record]>) -> Self {
        Self {
            name,
            rows: Rows::Sheet { rows, next: 0 },
            lines_of_a_cell: usize::MAX,
            unquoted: None,
            ended: false,
        }
    }

    /// Reads the next record into a reused one; `false` at the end.
    pub fn read_into(&mut self, record: &mut Record) -> Result<bool, ReadError> {
        if self.ended {
            return Ok(false);
        }
        let read = match &mut self.rows {
            Rows::Text(reader) => read_text(&self.name, reader, self.lines_of_a_cell, record),
            Rows::Sheet { rows, next } => Ok(rows.get(*next).is_some_and(|row| {
                *next += 1;
                record.clone_from(row);
                true
            })),
        };
        self.ended = !matches!(read, Ok(true));
        if let Some(unquoted) = self.unquoted
            && !self.ended
        {
            unquoted.join(record);
        }
        read
    }
}

fn read_text(
    name: &str,
    reader: &mut csv::Reader<Tracked<Box<dyn Input>>>,
    lines_of_a_cell: usize,
    record: &mut Record,
) -> Result<bool, ReadError> {
    let start = reader.position().byte();
    // Its own error texts have the wrong line, and only reading can fail here: the text is valid UTF-8 and rows may
    // have any length.
    let read = reader
        .read_record(&mut record.cells)
        .map_err(|error| unreadable(name, io::Error::from(error)))?;
    let end = reader.position().byte();
    let tracked = reader.get_mut();
    record.line = tracked.line_at(start);
    let lines = tracked.lines_before(end);
    let cut = tracked.cut;
    tracked.record_start = end;
    if !read || (record.cells.len() == 1 && record.cells.get(0) == Some(CLOSING.trim())) {
        return Ok(false);
    }
    let open = record
        .cells
        .iter()
        .next_back()
        .is_some_and(|cell| cell.ends_with(CLOSING));
    let swallowing = |cell: &str| line_ends(cell) > lines_of_a_cell;
    if open || (lines > lines_of_a_cell && record.cells.iter().any(swallowing)) {
        let last = record.cells.len() - 1;
        let column = record.cells.iter().position(swallowing).unwrap_or(last);
        let before: usize = record.cells.iter().take(column).map(line_ends).sum();
        let line = record.line + before as u64;
        return Err(ReadError::OpenQuote {
            name: name.to_owned(),
            line,
        });
    }
    if cut {
        return Err(ReadError::LongRecord {
            name: name.to_owned(),
            line: record.line,
        });
    }
    if record.cells.len() > MOST_COLUMNS {
        return Err(ReadError::TooLarge {
            name: name.to_owned(),
            what: TooLarge::columns(),
        });
    }
    Ok(true)
}

/// Counts line ends within a cell.
fn line_ends(cell: &str) -> usize {
    let bytes = cell.as_bytes();
    let lone = |at: &usize| bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len())
        .filter(|at| bytes[*at] == b'\n' || lone(at))
        .count()
}

impl Iterator for Records {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = Record::default();
        match self.read_into(&mut record) {
            Ok(true) => Some(Ok(record)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a text in pieces of one size, as a file may arrive.
    #[derive(Debug)]
    struct Pieces(&'static [u8], usize);

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let size = self.1.min(buffer.len());
            self.0.read(&mut buffer[..size])
        }
    }

    fn records(text: &'static str, piece: usize) -> Result<Vec<(u64, String)>, ReadError> {
        Records::of_text(
            "list.csv".into(),
            Pieces(text.as_bytes(), piece),
            Some(b';'),
            false,
        )?
        .map(|record| {
            let record = record?;
            Ok((record.line(), record.cells().collect::<Vec<_>>().join("|")))
        })
        .collect()
    }

    fn assert_records(text: &'static str, expected: &[(u64, &str)]) {
        for piece in [1, 2, 3, 7, 100_000] {
            let found = records(text, piece).unwrap();
            let found: Vec<_> = found
                .iter()
                .map(|(line, cells)| (*line, cells.as_str()))
                .collect();
            assert_eq!(found, expected, "{text:?} in pieces of {piece}");
        }
    }

    #[test]
    fn lines_are_true_for_every_line_end() {
        let expected = [(1, "a|b"), (2, "c|d"), (3, "e|f")];
        assert_records("a;b\nc;d\ne;f\n", &expected);
        assert_records("a;b\r\nc;d\r\ne;f\r\n", &expected);
        assert_records("a;b\rc;d\re;f", &expected);
        assert_records("a;b\r\nc;d\ne;f\r", &expected);
    }

    #[test]
    fn lines_are_true_after_blank_lines_and_breaks_within_quotes() {
        let expected = [(3, "a"), (6, "c"), (7, "|"), (8, "d")];
        assert_records("\n\na\n\n\nc\n;\nd", &expected);
        assert_records("\r\n\r\na\r\n\r\n\r\nc\r\n;\r\nd\r\n\r\n", &expected);
        assert_records("\r\ra\r\r\rc\r;\rd", &expected);
        assert_records(
            "\"a\r\nb\nc\rd\";e\r\nf\r\n",
            &[(1, "a\r\nb\nc\rd|e"), (5, "f")],
        );
    }

    #[test]
    fn quotes_double_and_stray_ones_are_letters() {
        assert_records(
            "\"say \"\"hi\"\"\";5\" wide\n",
            &[(1, "say \"hi\"|5\" wide")],
        );
        assert_records("\"the \"big\" one\";x\n", &[(1, "the big\" one\"|x")]);
        assert_records("\"\";\"\"\n", &[(1, "|")]);
    }

    #[test]
    fn an_open_quote_is_an_error_that_names_its_line() {
        let text = "a;b\r\n\"c\r\nd\";\"e\r\nf;g\r\nh;i\r\n";
        for piece in [1, 5, 1000] {
            let error = records(text, piece).unwrap_err();
            assert!(
                matches!(error, ReadError::OpenQuote { line: 3, .. }),
                "{error}"
            );
            assert!(error.hint().unwrap().in_english().contains("line 3"));
        }
        assert!(matches!(
            records("\"", 1),
            Err(ReadError::OpenQuote { line: 1, .. })
        ));
        // Closed by a quote hundreds of lines below.
        let far = format!("a\n\"b;c\n{}x\";d\n", "row;row\n".repeat(LINES_OF_A_CELL));
        let error = records(far.leak(), 1000).unwrap_err();
        assert!(
            matches!(error, ReadError::OpenQuote { line: 2, .. }),
            "{error}"
        );
        let near = format!(
            "a\n\"b;c\n{}x\";d\n",
            "row;row\n".repeat(LINES_OF_A_CELL - 1)
        );
        assert_eq!(records(near.leak(), 1000).unwrap().len(), 2);
    }

    #[test]
    fn a_file_cannot_fill_the_memory_through_one_record() {
        let long = "x".repeat(6 * 1024 * 1024);
        let error = records(format!("a\n{long}\n").leak(), 100_000).unwrap_err();
        assert!(
            matches!(error, ReadError::LongRecord { line: 2, .. }),
            "{error}"
        );
        let error = records(format!("a\nb;\"{long}\n").leak(), 100_000).unwrap_err();
        assert!(
            matches!(error, ReadError::OpenQuote { line: 2, .. }),
            "{error}"
        );
        let many = "0123456;0123456\n".repeat(500_000);
        assert_eq!(records(many.leak(), 100_000).unwrap().len(), 500_000);
    }

    #[test]
    fn more_columns_than_a_sheet_has_are_refused() {
        let row = |width: usize| format!("a\n{}\n", ";".repeat(width - 1));
        assert_eq!(records(row(MOST_COLUMNS).leak(), 100_000).unwrap().len(), 2);
        let error = records(row(MOST_COLUMNS + 1).leak(), 100_000).unwrap_err();
        assert_eq!(
            error.to_string(),
            "list.csv is too large: it has more than 16384 columns"
        );
    }

    #[test]
    fn without_a_delimiter_a_row_is_one_cell() {
        let text = "Müller, Anna;x\n\"Meier\nKarl\"\n".as_bytes();
        let records = Records::of_text("list.csv".into(), text, None, false).unwrap();
        let records: Vec<_> = records.map(Result::unwrap).collect();
        assert_eq!(
            records,
            [
                Record::new(1, ["Müller, Anna;x"]),
                Record::new(2, ["Meier\nKarl"])
            ]
        );
    }
}
