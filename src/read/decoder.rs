//! Bytes to text: the same characters, whatever the encoding.
//!
//! *Memory.* Detection and decoding process a file in blocks of whole lines, so that no character is split and memory
//! does not grow with the file.
//!
//! *Omitted characters.* NUL and U+FEFF are never part of a cell; they are dropped and counted. The records rely on
//! this and use NUL to mark the end of the text.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};

use super::mojibake::{self, Misread};

/// The number of bytes read at a time.
pub(super) const BLOCK: usize = 64 * 1024;

/// The longest run without a line end that is kept together, in bytes.
const LONGEST_LINE: usize = 1024 * 1024;

/// Splits after each `\n` and `\r`.
pub(super) fn lines(block: &[u8]) -> impl Iterator<Item = &[u8]> {
    block.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'))
}

/// Whether a line is UTF-8 with a broken character in it, as left by programs that truncate texts by bytes.
///
/// It has more whole characters than broken ones: in other encodings two characters rarely form a valid pair.
pub(super) fn mostly_utf8(line: &[u8]) -> bool {
    let (whole, broken) = line.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let letters = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (
            whole + letters,
            broken + usize::from(!chunk.invalid().is_empty()),
        )
    });
    whole > broken
}

/// Bytes in blocks that end with a line, so that no character is split.
#[derive(Debug)]
pub(super) struct Blocks<R> {
    input: R,
    buffer: Vec<u8>,
    /// The number of bytes of the buffer that were returned.
    used: usize,
    ended: bool,
    /// The number of bytes to skip at the start.
    skip: u64,
}

impl<R: Read> Blocks<R> {
    /// Splits a reader's bytes, without the first `skip` of them.
    pub(super) fn new(input: R, skip: u64) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            used: 0,
            ended: false,
            skip,
        }
    }

    /// Returns the next block; `None` at the end.
    pub(super) fn next_block(&mut self) -> io::Result<Option<&[u8]>> {
        if self.skip > 0 {
            io::copy(&mut self.input.by_ref().take(self.skip), &mut io::sink())?;
            self.skip = 0;
        }
        self.buffer.drain(..self.used);
        self.used = 0;
        while self.used == 0 {
            let count = self
                .input
                .by_ref()
                .take(BLOCK as u64)
                .read_to_end(&mut self.buffer)?;
            self.ended = count == 0;
            let line_end = self
                .buffer
                .iter()
                .rposition(|byte| matches!(byte, b'\n' | b'\r'));
            self.used = match line_end {
                _ if self.ended => self.buffer.len(),
                Some(end) => end + 1,
                None if self.buffer.len() > LONGEST_LINE => self.buffer.len() - torn(&self.buffer),
                None => 0,
            };
            if self.ended {
                break;
            }
        }
        Ok((self.used > 0).then(|| &self.buffer[..self.used]))
    }
}

/// Returns how many bytes at the end are the beginning of a UTF-8 character.
fn torn(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.len() - error.valid_up_to(),
        _ => 0,
    }
}

/// Counts of omitted and unreadable characters so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// NUL characters, dropped.
    pub(super) nuls: u64,
    /// Byte-order marks within the text, dropped.
    pub(super) marks: u64,
    /// Replacements for bytes that could not be read: U+FFFD and control codes that no text has.
    pub(super) unreadable: u64,
    /// Lines that are not in the main encoding.
    pub(super) other_lines: u64,
}

/// The text of a file as valid UTF-8, without byte-order marks and NUL characters.
#[derive(Debug)]
pub(super) struct Decoder<R> {
    blocks: Blocks<R>,
    engine: Engine,
    ended: bool,
    text: String,
    place: usize,
    tally: Tally,
    /// How the text was misread before, the last time first.
    layers: Vec<Misread>,
}

/// The method of a decoder.
pub(super) enum Engine {
    /// UTF-8 line by line, with other lines in this encoding.
    Lines(&'static encoding_rs::Encoding),
    /// One encoding for the whole text.
    Whole(encoding_rs::Decoder),
}

impl fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Lines(_) => "Lines",
            Self::Whole(_) => "Whole",
        })
    }
}

impl<R: Read> Decoder<R> {
    /// Decodes the contents of the blocks.
    pub(super) fn new(blocks: Blocks<R>, engine: Engine) -> Self {
        let tally = Tally::default();
        Self {
            blocks,
            engine,
            ended: false,
            text: String::new(),
            place: 0,
            tally,
            layers: Vec::new(),
        }
    }

    /// Repairs misread text while decoding.
    pub(super) fn repairing(mut self, layers: &[Misread]) -> Self {
        self.layers = layers.to_vec();
        self
    }

    /// Returns the counts up to the last decoded byte.
    pub(super) fn tally(&self) -> Tally {
        self.tally
    }

    /// Decodes the next block; returns an empty text at the end.
    pub(super) fn next_text(&mut self) -> io::Result<&str> {
        self.text.clear();
        self.place = 0;
        // A block may contain only dropped characters.
        while self.text.is_empty() && !self.ended {
            let block = self.blocks.next_block()?;
            self.ended = block.is_none();
            let block = block.unwrap_or_default();
            match &mut self.engine {
                Engine::Lines(others) => {
                    decode_lines(block, others, &mut self.text, &mut self.tally);
                }
                Engine::Whole(decoder) => {
                    decode_whole(decoder, block, self.ended, &mut self.text);
                }
            }
            if let Cow::Owned(repaired) = mojibake::repair(&self.text, &self.layers) {
                self.text = repaired;
            }
            self.tidy();
        }
        Ok(&self.text)
    }

    /// Drops characters that no cell may contain, and counts unreadable ones.
    fn tidy(&mut self) {
        // Every character of interest contains one of these bytes, and most texts have none of them.
        let bytes = self.text.as_bytes();
        if !bytes.contains(&0) && !bytes.contains(&0xEF) {
            return;
        }
        let tally = &mut self.tally;
        self.text.retain(|c| {
            match c {
                '\0' => tally.nuls += 1,
                '\u{FEFF}' => tally.marks += 1,
                char::REPLACEMENT_CHARACTER => tally.unreadable += 1,
                _ => {}
            }
            !matches!(c, '\0' | '\u{FEFF}')
        });
    }
}

fn decode_lines(
    block: &[u8],
    others: &'static encoding_rs::Encoding,
    text: &mut String,
    tally: &mut Tally,
) {
    if let Ok(block) = std::str::from_utf8(block) {
        text.push_str(block);
        return;
    }
    for line in lines(block) {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
            continue;
        }
        tally.other_lines += 1;
        let start = text.len();
        if others.is_single_byte() && mostly_utf8(line) {
            for chunk in line.utf8_chunks() {
                text.push_str(chunk.valid());
                text.push_str(&others.decode_without_bom_handling(chunk.invalid()).0);
            }
        } else {
            text.push_str(&others.decode_without_bom_handling(line).0);
        }
        // Bytes without a Windows-1252 character become control codes.
        let codes = text[start..]
            .chars()
            .filter(|c| matches!(c, '\u{80}'..='\u{9F}'))
            .count();
        tally.unreadable += codes as u64;
    }
}

fn decode_whole(decoder: &mut encoding_rs::Decoder, block: &[u8], last: bool, text: &mut String) {
    let mut rest = block;
    loop {
        let room = decoder
            .max_utf8_buffer_length(rest.len())
            .unwrap_or(rest.len() * 3 + 16);
        text.reserve(room);
        let (result, read, _) = decoder.decode_to_string(rest, text, last);
        rest = &rest[read..];
        if result == encoding_rs::CoderResult::InputEmpty {
            return;
        }
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.place == self.text.len() && self.next_text()?.is_empty() {
            return Ok(0);
        }
        let rest = &self.text.as_bytes()[self.place..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.place += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text::Encoding;

    fn decoded(bytes: &[u8], label: Option<&str>) -> (String, Tally) {
        let told = label.map(|label| Encoding::for_label(label).unwrap());
        let mut decoder = Encoding::detect(bytes, told).unwrap().decode(bytes);
        let mut text = String::new();
        decoder.read_to_string(&mut text).unwrap();
        (text, decoder.tally())
    }

    #[test]
    fn each_line_of_a_mixed_file_is_read_in_its_own_encoding() {
        let (text, tally) = decoded(b"J\xFCrgen\rK\xC3\xB6ln\r\nZo\xEB \x80\n", None);
        assert_eq!(text, "Jürgen\rKöln\r\nZoë €\n");
        assert_eq!(
            tally,
            Tally {
                other_lines: 2,
                ..Tally::default()
            }
        );
    }

    #[test]
    fn one_cut_letter_does_not_spoil_the_umlauts_of_its_line() {
        let (text, _) = decoded(b"J\xC3\xBCrgen Gr\xC3\xB6\xC3;x\n", None);
        assert_eq!(text, "Jürgen GröÃ;x\n");
    }

    #[test]
    fn nul_characters_and_stray_marks_are_dropped_and_counted() {
        let (text, tally) = decoded(
            "\u{FEFF}\u{FEFF}Na\0me;\u{FEFF}Ort\u{FFFD}\n".as_bytes(),
            None,
        );
        assert_eq!(text, "Name;Ort\u{FFFD}\n");
        assert_eq!(
            tally,
            Tally {
                nuls: 1,
                marks: 2,
                unreadable: 1,
                other_lines: 0
            }
        );
    }

    #[test]
    fn bytes_without_a_letter_are_counted() {
        let (_, tally) = decoded(b"J\xFCrgen M\x81ller\n", None);
        assert_eq!(tally.unreadable, 1);
        let (text, tally) = decoded(b"J\xFCrgen\n", Some("utf-8"));
        assert_eq!((text.as_str(), tally.unreadable), ("J\u{FFFD}rgen\n", 1));
    }

    #[test]
    fn a_file_cut_within_a_letter_ends_without_a_panic() {
        let mut bytes: Vec<u8> = "\u{FEFF}Köln"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        bytes.push(b'x');
        let (text, tally) = decoded(&bytes, None);
        assert_eq!((text.as_str(), tally.unreadable), ("Köln\u{FFFD}", 1));
    }

    #[test]
    fn a_text_without_line_ends_keeps_every_letter() {
        // The character before them makes every block end within one of two bytes.
        let long = format!("x{}", "äöü".repeat(LONGEST_LINE / 2));
        assert!(decoded(long.as_bytes(), None).0 == long);
        let told = decoded(long.as_bytes(), Some("utf-8")).0;
        assert!(told == long);
    }
}
