//! Checks the binary parts of an .xlsb record by record before the library reads them.
//!
//! The library allocates as many bytes as a record claims to have, up to 256 MB, and reads texts by the length they
//! claim, from whatever is in that buffer. So no record may be longer than a cell, and no text longer than its record.

use std::io::{BufRead, Read};

use super::budget::{LONGEST_CELL, Share, TooLarge};
use super::fault::Fault;
use super::measured::Pieces;
use crate::catalogue::messages::read;

/// The size of a shared text besides its letters.
const A_TEXT: u64 = 72;

/// Whether the library reads a part as records; `name` is its name in lower case.
pub(super) fn is_one(name: &[u8]) -> bool {
    let folders: [&[u8]; 3] = [b"xl/worksheets/", b"xl/chartsheets/", b"xl/dialogsheets/"];
    let files: [&[u8]; 3] = [b"xl/workbook.bin", b"xl/sharedstrings.bin", STYLES];
    let is_binary = name.ends_with(b".bin");
    is_binary && (files.contains(&name) || folders.iter().any(|folder| name.starts_with(folder)))
}

const STYLES: &[u8] = b"xl/styles.bin";

/// Reads the records of a part, and charges what is kept of them.
pub(super) fn check(
    part: impl BufRead + Pieces,
    name: &[u8],
    share: &mut Share,
) -> Result<(), Fault> {
    let mut records = Records { part };
    if name == STYLES {
        return records.styles(share);
    }
    while let Some(kind) = records.kind()? {
        if records.body(kind, share)?.is_none() {
            break;
        }
    }
    Ok(())
}

struct Records<R> {
    part: R,
}

impl<R: BufRead + Pieces> Records<R> {
    /// Reads the part with the styles like the library does: for an unknown record it skips only the kind, and treats
    /// the following bytes as the next kind.
    fn styles(&mut self, share: &mut Share) -> Result<(), Fault> {
        while let Some(kind) = self.kind()? {
            let entry = match kind {
                0x0267 => 0x002C,
                0x0269 => 0x002F,
                _ => continue,
            };
            let Some(count) = self.body(kind, share)? else {
                return Ok(());
            };
            for _ in 0..count {
                loop {
                    let Some(kind) = self.kind()? else {
                        return Ok(());
                    };
                    if self.body(kind, share)?.is_none() {
                        return Ok(());
                    }
                    if kind == entry {
                        share.charge(4)?;
                        break;
                    }
                }
            }
            if kind == 0x0269 {
                break;
            }
        }
        Ok(())
    }

    /// Reads the kind of the next record; `None` at the end.
    fn kind(&mut self) -> Result<Option<u16>, Fault> {
        self.part.begin();
        let Some(first) = self.byte()? else {
            return Ok(None);
        };
        if first & 0x80 == 0 {
            return Ok(Some(first.into()));
        }
        let second = self.byte()?;
        Ok(second.map(|second| u16::from(first & 0x7F) + (u16::from(second & 0x7F) << 7)))
    }

    /// Reads a record's body, and returns the number at its beginning; `None` at the end.
    fn body(&mut self, kind: u16, share: &mut Share) -> Result<Option<u32>, Fault> {
        let mut length = 0u64;
        for place in 0..4 {
            let Some(byte) = self.byte()? else {
                return Ok(None);
            };
            length += u64::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > LONGEST_CELL {
            return Err(TooLarge::Cell.into());
        }
        let mut start = Vec::with_capacity(16);
        self.read(&mut start, length.min(16))?;
        self.skip(length.saturating_sub(16))?;
        // The offset of the text in a record.
        let text = match kind {
            0x0013 => Some(1),
            0x002C => Some(2),
            0x0006 | 0x0008 => Some(8),
            _ => None,
        };
        let claimed = text.and_then(|place| number(&start, place));
        if claimed.is_some_and(|claimed| u64::from(claimed) * 2 > length) {
            return Err(Fault::damaged(read::TEXT_TOO_LONG));
        }
        if kind == 0x0013 {
            share.charge(A_TEXT + 2 * length)?;
        }
        Ok(Some(number(&start, 0).unwrap_or(0)))
    }

    fn byte(&mut self) -> Result<Option<u8>, Fault> {
        let mut byte = [0];
        match self.part.read(&mut byte) {
            Ok(1) => Ok(Some(byte[0])),
            Ok(_) | Err(_) => {
                self.part.fits()?;
                Ok(None)
            }
        }
    }

    fn read(&mut self, start: &mut Vec<u8>, length: u64) -> Result<(), Fault> {
        if self.part.by_ref().take(length).read_to_end(start).is_err() {
            self.part.fits()?;
        }
        Ok(())
    }

    fn skip(&mut self, length: u64) -> Result<(), Fault> {
        let mut part = self.part.by_ref().take(length);
        if std::io::copy(&mut part, &mut std::io::sink()).is_err() {
            self.part.fits()?;
        }
        Ok(())
    }
}

fn number(bytes: &[u8], place: usize) -> Option<u32> {
    let (number, _) = bytes.get(place..)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*number))
}
