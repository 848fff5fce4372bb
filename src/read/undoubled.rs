//! Tables whose quoted cells contain quotes that are not doubled.
//!
//! The learning dashboard of `BigBlueButton` writes a heading row without any quotes above rows whose cells are always
//! quoted, and doubles no quotes within: `"Anna "Ani" Müller","FALSE"`, and with a comma
//! `"Jörg "Joe, der" Weiß","FALSE"`. Poll questions are in the heading row as they were typed, including line breaks
//! (in older versions) and quotes. The parser would split such a row in the wrong places.
//!
//! [`is_undoubled`] recognises such a text by its first two rows. [`Doubling`] rewrites it on its way into the parser:
//! headings quoted, quotes doubled, line ends unchanged. A quote ends a cell if it is followed by a comma and the quote
//! of the next cell, or by the end of the line or of the text. Only the answers to anonymous polls, in the row that
//! belongs to nobody, have line breaks: there the quote of the next row must follow.

use std::io::{self, Read};

/// The number of columns in every row before those of the polls.
const FIXED: usize = 12;

/// Whether a text is such a table: a heading row that begins without a quote, and a first row of quoted cells with
/// `TRUE` or `FALSE` in the second and a length in the twelfth.
pub(super) fn is_undoubled(text: &str) -> bool {
    let Some(row) = row_after_headings(text) else {
        return false;
    };
    let mut cells = row.split("\",\"");
    let second = cells.nth(1);
    let twelfth = cells.nth(FIXED - 3);
    // In the last cell the quote that ends the row follows.
    let clock = twelfth.map(|cell| cell.get(..8).unwrap_or_default());
    let is_clock = |clock: &str| {
        clock.bytes().enumerate().all(|(index, byte)| {
            if matches!(index, 2 | 5) {
                byte == b':'
            } else {
                byte.is_ascii_digit()
            }
        })
    };
    matches!(second, Some("TRUE" | "FALSE"))
        && clock.is_some_and(|clock| clock.len() == 8 && is_clock(clock))
}

/// Returns the text after the first quote at the beginning of a line.
fn row_after_headings(text: &str) -> Option<&str> {
    let first = text.trim_start_matches(['\u{feff}', '\r', '\n']);
    let end = first.find(['\r', '\n'])?;
    let headings = &first[..end];
    if first.starts_with('"') || headings.matches(',').count() + 1 < FIXED {
        return None;
    }
    let rows = &first[end..];
    let row = rows.find("\n\"").or_else(|| rows.find("\r\""))?;
    Some(&rows[row + 2..])
}

/// The state of the rewriting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first heading.
    Start,
    /// Within the heading row.
    Headings,
    /// At the beginning of a cell.
    Between,
    /// Within a quoted cell.
    Quoted,
    /// Within a cell that is not quoted, as written by hand.
    Plain,
}

/// Rewrites a text while it is read.
#[derive(Debug)]
pub(super) struct Doubling<R> {
    input: R,
    state: State,
    /// The number of cells of the row that have begun.
    cells: usize,
    /// Whether the cell is empty so far.
    is_empty: bool,
    /// Whether the row has no second cell: then it collects the answers of anonymous polls.
    collects: bool,
    /// Bytes that have been read but not processed.
    ahead: Vec<u8>,
    /// How many of them have been processed.
    at: usize,
    ended: bool,
    /// Bytes that have been written but not passed on.
    written: Vec<u8>,
    passed: usize,
}

/// The number of bytes read at once.
const PORTION: usize = 16 * 1024;

/// How many bytes decide about a quote: the quote itself, CRLF and the next quote.
const AHEAD: usize = 4;

impl<R: Read> Doubling<R> {
    /// Reads a text that [`is_undoubled`].
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            state: State::Start,
            cells: 0,
            is_empty: true,
            collects: false,
            ahead: Vec::new(),
            at: 0,
            ended: false,
            written: Vec::new(),
            passed: 0,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ahead.drain(..self.at);
        self.at = 0;
        let known = self.ahead.len();
        self.ahead.resize(known + PORTION, 0);
        let count = self.input.read(&mut self.ahead[known..])?;
        self.ahead.truncate(known + count);
        self.ended = count == 0;
        Ok(())
    }

    /// Rewrites as much as can be decided.
    fn advance(&mut self) {
        let enough = if self.ended { 1 } else { AHEAD };
        while self.ahead.len() - self.at >= enough {
            let rest = &self.ahead[self.at..];
            let byte = rest[0];
            let line_end = length_of_line_end(rest);
            let mut length = 1;
            match self.state {
                State::Start if line_end > 0 => self.written.push(byte),
                State::Start => {
                    self.written.push(b'"');
                    self.state = State::Headings;
                    continue;
                }
                State::Headings if line_end > 0 && ends_row(&rest[line_end..]) => {
                    self.written.push(b'"');
                    self.written.extend_from_slice(&rest[..line_end]);
                    length = line_end;
                    self.state = State::Between;
                }
                State::Headings if byte == b',' => self.written.extend_from_slice(b"\",\""),
                State::Headings if byte == b'"' => self.written.extend_from_slice(b"\"\""),
                State::Quoted if byte == b'"' => {
                    if self.ends_cell(&rest[1..]) {
                        self.collects |= self.cells == 2 && self.is_empty;
                        self.written.push(b'"');
                        self.state = State::Plain;
                    } else {
                        self.written.extend_from_slice(b"\"\"");
                        self.is_empty = false;
                    }
                }
                State::Between | State::Plain => {
                    self.written.push(byte);
                    self.pass(byte);
                }
                State::Headings | State::Quoted => {
                    self.written.push(byte);
                    self.is_empty = false;
                }
            }
            self.at += length;
        }
        if self.ended && self.state == State::Headings {
            self.written.push(b'"');
            self.state = State::Between;
        }
    }

    /// Processes a byte outside quotes.
    fn pass(&mut self, byte: u8) {
        self.state = match byte {
            b',' => State::Between,
            b'\r' | b'\n' => {
                self.cells = 0;
                self.collects = false;
                State::Between
            }
            b'"' if self.state == State::Between => {
                self.cells += 1;
                self.is_empty = true;
                State::Quoted
            }
            _ => State::Plain,
        };
    }

    /// Whether a quote followed by this text ends its cell.
    fn ends_cell(&self, after: &[u8]) -> bool {
        match after {
            [] | [b',', b'"', ..] => true,
            _ => {
                let line_end = length_of_line_end(after);
                let has_lines = self.collects && self.cells > FIXED;
                line_end > 0 && (!has_lines || ends_row(&after[line_end..]))
            }
        }
    }
}

/// Returns the length of the line end at this position; 0 if there is none.
fn length_of_line_end(text: &[u8]) -> usize {
    match text {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// Whether a row or the end of the text follows a line end.
fn ends_row(after: &[u8]) -> bool {
    after.first().is_none_or(|byte| *byte == b'"')
}

impl<R: Read> Read for Doubling<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.passed == self.written.len() {
            self.written.clear();
            self.passed = 0;
            if self.ended && self.at == self.ahead.len() && self.state != State::Headings {
                return Ok(0);
            }
            if !self.ended {
                self.fill()?;
            }
            self.advance();
        }
        let count = (&self.written[self.passed..]).read(buffer)?;
        self.passed += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEADINGS: &str = "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration";

    /// Returns a text in pieces of one size, as a file may arrive.
    #[derive(Debug)]
    struct Pieces<'text>(&'text [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let size = self.1.min(buffer.len());
            self.0.read(&mut buffer[..size])
        }
    }

    fn row(name: &str) -> String {
        format!(
            "\"{name}\",\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"8.10.2020, 09:58:03\",\"-\",\"00:10:00\""
        )
    }

    fn written_anew(text: &str) -> String {
        let mut expected = None;
        for piece in [1, 2, 3, 5, 100_000] {
            let mut written = String::new();
            let mut doubling = Doubling::new(Pieces(text.as_bytes(), piece));
            doubling.read_to_string(&mut written).unwrap();
            assert_eq!(*expected.get_or_insert_with(|| written.clone()), written);
        }
        expected.unwrap()
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        let written = written_anew(text);
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(written.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn such_a_table_is_known_by_its_first_rows() {
        for line_end in ["\r\n", "\n", "\r"] {
            let text = format!("{HEADINGS}{line_end}{}", row("Anna"));
            assert!(is_undoubled(&text), "{text:?}");
            assert!(is_undoubled(&format!("\u{feff}{text}{line_end}")));
            let question = format!(
                "{HEADINGS},Ja, oder \"nein\"?\nWas?{line_end}{}",
                row("Anna")
            );
            assert!(is_undoubled(&question), "{question:?}");
        }
        for text in [
            HEADINGS.to_owned(),
            format!("{HEADINGS}\r\n"),
            // Headings in quotes: a program that writes tables correctly.
            format!("\"{}\"\r\n{}", HEADINGS.replace(',', "\",\""), row("Anna")),
            // Saved again by a spreadsheet.
            format!(
                "{HEADINGS}\r\n{}",
                row("Anna").replace("\"FALSE\"", "FALSE")
            ),
            format!("{HEADINGS}\r\n{}", row("Anna").replace('"', "")),
            // Another table.
            format!("{HEADINGS}\r\n{}", row("Anna").replace("FALSE", "none")),
            format!("{HEADINGS}\r\n{}", row("Anna").replace("00:10:00", "ten")),
            "Name,Mail\r\n\"Anna\",\"TRUE\"".to_owned(),
            String::new(),
        ] {
            assert!(!is_undoubled(&text), "{text:?}");
        }
    }

    #[test]
    fn quotes_in_cells_end_nothing() {
        for name in [
            "Anna \"Ani\" Müller",
            "Jörg \"Joe, der\" Weiß",
            "\"Ani\" Müller",
            "Anna \"Ani\"",
            "5\" Anna",
            "\"",
            "Anna \"\"Ani\"\"",
            "",
        ] {
            for line_end in ["\r\n", "\n", "\r"] {
                let text = format!("{HEADINGS}{line_end}{}{line_end}{}", row(name), row("Ben"));
                let cells = cells(&text);
                assert_eq!(cells.len(), 3, "{name:?}");
                assert!(cells.iter().all(|row| row.len() == FIXED), "{cells:?}");
                assert_eq!((cells[1][0].as_str(), cells[2][0].as_str()), (name, "Ben"));
                assert_eq!(cells[0].join(","), HEADINGS);
            }
        }
    }

    #[test]
    fn questions_and_answers_are_kept_with_quotes_and_line_breaks() {
        let text = format!(
            "{HEADINGS},\"Ja\" oder nein, was?,Zwei\r\nZeilen?\r\n{},\"Ja\",\"A,B\"\r\n\"Anonym\"{},\"Ja\r\nnein \"doch\"\r\nja\",\"-\"",
            row("Anna"),
            ",\"\"".repeat(11)
        );
        let cells = cells(&text);
        assert_eq!(
            &cells[0][FIXED..],
            ["\"Ja\" oder nein", " was?", "Zwei\r\nZeilen?"]
        );
        assert_eq!(&cells[1][FIXED..], ["Ja", "A,B"]);
        assert_eq!(&cells[2][FIXED..], ["Ja\r\nnein \"doch\"\r\nja", "-"]);
        assert_eq!(cells.len(), 3);
    }

    #[test]
    fn a_row_that_ends_early_or_was_written_by_hand_spoils_no_other() {
        let short = "\"Anna\",\"FALSE\"";
        let text = format!(
            "{HEADINGS}\r\n{}\r\n{short}\r\nBen,TRUE\r\n{}",
            row("A"),
            row("B")
        );
        let firsts: Vec<_> = cells(&text)
            .into_iter()
            .skip(1)
            .map(|row| row[0].clone())
            .collect();
        assert_eq!(firsts, ["A", "Anna", "Ben", "B"]);
    }

    #[test]
    fn what_is_written_well_is_written_the_same_again() {
        let text = format!("{HEADINGS}\r\n{}\r\n{}\r\n", row("Anna"), row("Ben"));
        let headings = HEADINGS.replace(',', "\",\"");
        assert_eq!(
            written_anew(&text),
            text.replacen(HEADINGS, &format!("\"{headings}\""), 1)
        );
        assert_eq!(written_anew(HEADINGS), format!("\"{headings}\""));
        assert_eq!(written_anew(""), "");
    }
    proptest! {
        #[test]
        fn any_name_is_read_as_it_was_typed(name in "[a\u{fc}\", ;]{0,12}") {
            // A sequence that ends a cell in every interpretation.
            prop_assume!(format!("{name}\",\"").find("\",\"") == Some(name.len()));
            let text = format!("{HEADINGS}\r\n{}\r\n{}", row(&name), row("Ben"));
            prop_assert!(is_undoubled(&text));
            let cells = cells(&text);
            prop_assert_eq!(cells.len(), 3);
            prop_assert_eq!(&cells[1][0], &name);
            prop_assert_eq!(&cells[2][0], "Ben");
        }

        #[test]
        fn no_text_panics_and_no_letter_is_lost(text in "([a\u{fc},\"\r\n]|\",\"|\"\r\n\"){0,40}") {
            is_undoubled(&text);
            let letters = |text: &str| text.chars().filter(|letter| *letter != '"').collect::<String>();
            prop_assert_eq!(letters(&written_anew(&text)), letters(&text));
        }
    }
}
