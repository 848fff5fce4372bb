//! Records where the lines of a text end on its way into the record parser.
//!
//! *Line numbers.* The `csv` crate only counts `\n` and numbers a record from before the blank lines that precede it,
//! so its line numbers are wrong for Windows files (rust-csv issues 208 and 395). Its byte positions are right.
//! [`Tracked`] records where lines end, and a record's line is looked up by its position; CRLF, LF and a lone CR count
//! as one line end each, also within quotes. The positions of past lines are forgotten, so memory use stays small.
//!
//! *The end of the text* is marked by a line with a NUL character, which no cell contains (see `decoder`). It arrives
//! as a separate record if everything is in order, and at the end of a cell if a quotation mark was never closed. It is
//! sent early if one record grows too long, so that no file can fill the memory.

use std::collections::VecDeque;
use std::io::{self, Read};

/// Added after the text: the end of its last line, and a line with a character that no cell contains.
pub(super) const CLOSING: &str = "\n\0\n";

/// Passes text on and remembers where its lines end, until they are past.
#[derive(Debug)]
pub(super) struct Tracked<R> {
    input: R,
    /// The number of bytes passed on.
    place: u64,
    /// Line ends not yet reached by the records: first byte, and the byte after.
    ends: VecDeque<(u64, u64)>,
    /// The last byte was `\r`, which `\n` may follow.
    carriage_return: bool,
    /// The line after the last end that was forgotten, counted from 1.
    line: u64,
    /// The start of the record being read.
    pub(super) record_start: u64,
    /// Whether the text was ended early because a record is too long.
    pub(super) cut: bool,
    /// The rest of the closing mark still to be sent once the text has ended.
    closing: Option<&'static [u8]>,
}

impl<R: Read> Tracked<R> {
    /// The maximum number of bytes of a record.
    const LONGEST_RECORD: u64 = 4 * 1024 * 1024;

    /// Tracks a text from its first byte on.
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            place: 0,
            ends: VecDeque::new(),
            carriage_return: false,
            line: 1,
            record_start: 0,
            cut: false,
            closing: None,
        }
    }

    /// Returns the line of the record that is read from `start` on, and forgets the lines before it.
    ///
    /// The parser skips line ends before a record, and it may stop between `\r` and `\n`.
    pub(super) fn line_at(&mut self, start: u64) -> u64 {
        let mut start = start;
        while let Some((first, after)) = self.ends.front().copied()
            && first <= start
        {
            start = start.max(after);
            self.line += 1;
            self.ends.pop_front();
        }
        self.line
    }

    /// Counts the remembered line ends before a position.
    pub(super) fn lines_before(&self, place: u64) -> usize {
        self.ends.partition_point(|(first, _)| *first < place)
    }

    fn note_line_ends(&mut self, bytes: &[u8]) {
        for (at, byte) in bytes.iter().enumerate() {
            let place = self.place + at as u64;
            match byte {
                b'\n' if self.carriage_return => {
                    // Already forgotten if the record before it has been read.
                    if let Some((_, after)) = self.ends.back_mut()
                        && *after == place
                    {
                        *after += 1;
                    }
                }
                b'\r' | b'\n' => self.ends.push_back((place, place + 1)),
                _ => {}
            }
            self.carriage_return = *byte == b'\r';
        }
    }
}

impl<R: Read> Read for Tracked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.closing.is_none() {
            self.cut = self.place - self.record_start > Self::LONGEST_RECORD;
            let count = if self.cut {
                0
            } else {
                self.input.read(buffer)?
            };
            if count > 0 {
                self.note_line_ends(&buffer[..count]);
                self.place += count as u64;
                return Ok(count);
            }
            self.closing = Some(CLOSING.as_bytes());
        }
        match &mut self.closing {
            Some(rest) => rest.read(buffer),
            None => Ok(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_lines_that_were_passed_are_forgotten() {
        let text = "a\r\n\r\nb\rc\n".as_bytes();
        let mut tracked = Tracked::new(text);
        io::copy(&mut tracked, &mut io::sink()).unwrap();
        assert_eq!(tracked.lines_before(5), 2);
        assert_eq!(
            [0, 1, 2, 6, 7].map(|place| tracked.line_at(place)),
            [1, 3, 3, 4, 4]
        );
        assert_eq!(tracked.ends, [(8, 9)]);
    }

    #[test]
    fn the_text_is_followed_by_the_closing_line_once() {
        let mut passed = String::new();
        let mut tracked = Tracked::new("a;b".as_bytes());
        tracked.read_to_string(&mut passed).unwrap();
        assert_eq!(passed, format!("a;b{CLOSING}"));
        assert_eq!(tracked.read(&mut [0; 8]).unwrap(), 0);
    }
}
