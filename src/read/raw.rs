//! Writes rows back in the layout of the file they came from.
//!
//! The delimiter is the file's own. Encoding and line ends are those that every spreadsheet program reads correctly,
//! whatever the file had: UTF-8 with a byte-order mark, and CRLF. Cells are not guarded against formulas: they are
//! returned unchanged.

use std::io::{self, Write};

/// Writes rows in the layout of the file they came from.
#[derive(Debug)]
pub struct RawWriter<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> RawWriter<W> {
    /// Starts a file with this delimiter.
    pub(super) fn new(mut output: W, delimiter: u8) -> io::Result<Self> {
        output.write_all("\u{FEFF}".as_bytes())?;
        let writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(output);
        Ok(Self { writer })
    }

    /// Writes one row of cells as they were read.
    pub fn write<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        Ok(self.writer.write_record(cells)?)
    }

    /// Writes the rest and returns the output.
    pub fn finish(self) -> io::Result<W> {
        self.writer
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_quoted_where_needed_and_may_be_of_any_length() {
        let mut writer = RawWriter::new(Vec::new(), b';').unwrap();
        writer.write(["Anna", "a;b", "c,d"]).unwrap();
        writer.write(["say \"hi\""]).unwrap();
        writer.write([""]).unwrap();
        let written = String::from_utf8(writer.finish().unwrap()).unwrap();
        assert_eq!(
            written,
            "\u{FEFF}Anna;\"a;b\";c,d\r\n\"say \"\"hi\"\"\"\r\n\"\"\r\n"
        );
    }
}
