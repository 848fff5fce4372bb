//! The workbook stream of an .xls, reduced to its measured cells before the library reads it.
//!
//! The library stores every sheet as a rectangle of all cells between the first and the last one, allocates what the
//! sheet claims as its size, and copies each shared text into every cell that uses it. So a new stream is written that
//! only contains the cell records. Rows are renumbered consecutively, so that the rectangle has no empty ones;
//! [`Distilled::rows`] has their original numbers. The memory that the library will use is charged.

use std::collections::BTreeSet;

use calamine::{Cell, Data};

use super::budget::{Share, TooLarge};
use super::fault::Fault;
use crate::catalogue::messages::read;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CONTINUED: u16 = 0x003C;
const SHEET: u16 = 0x0085;
const TEXTS: u16 = 0x00FC;
const FORMULA: u16 = 0x0006;
const SHARED_TEXT: u16 = 0x00FD;
const SEVERAL_NUMBERS: u16 = 0x00BD;
const TEXT_OF_FORMULA: u16 = 0x0207;

/// The records kept for the workbook itself: password, code page, first year, formats and texts.
const OF_WORKBOOK: [u16; 8] = [BEGIN, 0x002F, 0x0042, 0x0022, 0x041E, 0x00E0, SHEET, TEXTS];

/// The kinds of cells, with those named above.
const CELLS: [u16; 9] = [
    0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x00BD, 0x0006, 0x0207,
];

/// The maximum number of pieces of one record; the library's time grows much faster than their number.
const MOST_PIECES: usize = 20_000;

/// The size of a cell of a rectangle: its value, its formula, and the value a second time while it is read.
const A_CELL: u64 = (2 * size_of::<Data>() + size_of::<String>()) as u64;

/// The size of a cell before the rectangle is made.
const A_RECORD: u64 = 2 * size_of::<Cell<Data>>() as u64;

/// A workbook reduced to its cells.
pub(super) struct Distilled {
    /// The stream for the library.
    pub(super) stream: Vec<u8>,
    /// For each sheet the original numbers of its rows.
    pub(super) rows: Vec<Vec<u16>>,
}

/// Rewrites the stream, and charges the memory that the library will use.
pub(super) fn distil(stream: &[u8], share: &mut Share) -> Result<Distilled, Fault> {
    let (mut written, mut sheets, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
    for record in (Records { rest: stream }) {
        let record = record?;
        if record.kind == END {
            break;
        }
        if !OF_WORKBOOK.contains(&record.kind) {
            continue;
        }
        if record.kind == SHEET {
            let place = record.body.first_chunk().ok_or_else(Fault::cut_off)?;
            sheets.push((u32::from_le_bytes(*place), written.len() + 4));
        }
        if record.kind == TEXTS {
            lengths = Texts::of(&record).lengths(share)?;
        }
        share.charge(8 * record.length() as u64)?;
        put(&mut written, record.kind, record.body);
        for piece in &record.pieces {
            put(&mut written, CONTINUED, piece);
        }
    }
    put(&mut written, END, &[]);
    let mut rows = Vec::new();
    for (start, place) in sheets {
        let sheet = stream.get(start as usize..).ok_or_else(Fault::cut_off)?;
        let found = Survey::of(sheet, &lengths)?;
        found.charge(share)?;
        let start = u32::try_from(written.len()).map_err(Fault::of)?;
        written[place..place + 4].copy_from_slice(&start.to_le_bytes());
        let numbers: Vec<u16> = found.rows.into_iter().collect();
        put_sheet(&mut written, sheet, &numbers)?;
        rows.push(numbers);
    }
    let stream = written;
    Ok(Distilled { stream, rows })
}

/// The measurements of a sheet.
#[derive(Default)]
struct Survey {
    rows: BTreeSet<u16>,
    columns: Option<(u16, u16)>,
    cells: u64,
    /// The bytes of texts and records.
    bytes: u64,
}

impl Survey {
    fn of(sheet: &[u8], lengths: &[u64]) -> Result<Self, Fault> {
        let mut found = Self::default();
        for record in cells(sheet) {
            let record = record?;
            let length = record.body.len() as u64;
            // The record is rewritten, put into the container, and read from there.
            found.bytes += 4 * (length + 4);
            let text = match record.kind {
                SHARED_TEXT => {
                    let low = record.number(6).unwrap_or(u32::MAX) as usize;
                    lengths.get(low).copied().unwrap_or(0)
                }
                0x0204 | 0x00D6 | TEXT_OF_FORMULA => 3 * length,
                _ => 0,
            };
            // Once in the rectangle, and again while it is read.
            found.bytes += 2 * text;
            found.cells += 1;
            if record.kind == TEXT_OF_FORMULA {
                continue;
            }
            let (Some(row), Some(column)) = (record.short(0), record.short(2)) else {
                return Err(Fault::damaged(read::CELL_WITHOUT_PLACE));
            };
            let mut last = column;
            if record.kind == SEVERAL_NUMBERS {
                last = record.short(record.body.len() - 2).unwrap_or(0).max(column);
                found.cells += u64::from(last - column);
            }
            found.rows.insert(row);
            let (least, most) = found.columns.unwrap_or((column, last));
            found.columns = Some((least.min(column), most.max(last)));
        }
        Ok(found)
    }

    fn charge(&self, share: &mut Share) -> Result<(), Fault> {
        let rows = self.rows.len() as u64;
        let (first, last) = self.columns.unwrap_or_default();
        let columns = u64::from(last - first) + 1;
        // Each number in the set of rows takes a few bytes.
        share.charge(self.bytes + self.cells * A_RECORD + rows * 8)?;
        share.charge(rows * columns * A_CELL).map_err(|_| {
            let columns = u64::from(last) + 1;
            Fault::TooLarge(TooLarge::Span { rows, columns })
        })
    }
}

/// Appends a record to a stream.
fn put(stream: &mut Vec<u8>, kind: u16, body: &[u8]) {
    // Every body comes from a record, whose length has two bytes.
    let length = u16::try_from(body.len()).unwrap_or(u16::MAX);
    stream.extend(kind.to_le_bytes());
    stream.extend(length.to_le_bytes());
    stream.extend_from_slice(body);
}

/// Appends the cells of a sheet, with each row renumbered as its index in `numbers`.
fn put_sheet(stream: &mut Vec<u8>, sheet: &[u8], numbers: &[u16]) -> Result<(), Fault> {
    put(stream, BEGIN, &[0, 6, 0x10, 0]);
    for record in cells(sheet) {
        let record = record?;
        let mut body = record.body.to_vec();
        if record.kind == FORMULA && body.len() > 20 {
            // Keep the result, drop the formula.
            body.truncate(20);
            body.extend([0, 0]);
        }
        if record.kind != TEXT_OF_FORMULA {
            let row = record.short(0).unwrap_or(0);
            let place = numbers.binary_search(&row).unwrap_or(0);
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            body[..2].copy_from_slice(&place.to_le_bytes());
        }
        put(stream, record.kind, &body);
    }
    put(stream, END, &[]);
    Ok(())
}

/// Returns the cells of a sheet, without those of charts in it.
fn cells(sheet: &[u8]) -> impl Iterator<Item = Result<Record<'_>, Fault>> {
    let mut records = Records { rest: sheet };
    let mut depth = 0usize;
    std::iter::from_fn(move || {
        loop {
            let record = match records.next()? {
                Ok(record) => record,
                error => return Some(error),
            };
            match record.kind {
                BEGIN => depth += 1,
                // A sheet without a beginning also ends.
                END if depth <= 1 => return None,
                END => depth -= 1,
                kind if depth <= 1 && CELLS.contains(&kind) => return Some(Ok(record)),
                _ => {}
            }
        }
    })
}

/// A record with the pieces that continue it.
struct Record<'a> {
    kind: u16,
    body: &'a [u8],
    pieces: Vec<&'a [u8]>,
}

impl Record<'_> {
    fn length(&self) -> usize {
        let pieces: usize = self.pieces.iter().map(|piece| piece.len() + 4).sum();
        self.body.len() + 4 + pieces
    }

    fn short(&self, place: usize) -> Option<u16> {
        let (number, _) = self.body.get(place..)?.split_first_chunk()?;
        Some(u16::from_le_bytes(*number))
    }

    fn number(&self, place: usize) -> Option<u32> {
        let (number, _) = self.body.get(place..)?.split_first_chunk()?;
        Some(u32::from_le_bytes(*number))
    }
}

/// The records of a stream; an error where it is cut off.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    fn piece(&mut self) -> Option<(u16, &'a [u8])> {
        let (kind, rest) = self.rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::from(u16::from_le_bytes(*length));
        let (body, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some((u16::from_le_bytes(*kind), body))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some((kind, body)) = self.piece() else {
            self.rest = &[];
            return Some(Err(Fault::cut_off()));
        };
        let mut pieces = Vec::new();
        while self.rest.starts_with(&CONTINUED.to_le_bytes()) {
            let Some((_, piece)) = self.piece() else {
                self.rest = &[];
                return Some(Err(Fault::cut_off()));
            };
            pieces.push(piece);
            if pieces.len() > MOST_PIECES {
                return Some(Err(Fault::damaged(read::TOO_MANY_PIECES)));
            }
        }
        Some(Ok(Record { kind, body, pieces }))
    }
}

/// The shared texts, read only for their lengths.
struct Texts<'a> {
    rest: &'a [u8],
    pieces: std::slice::Iter<'a, &'a [u8]>,
}

impl<'a> Texts<'a> {
    fn of(record: &'a Record<'a>) -> Self {
        Self {
            // Skip two numbers of texts, which are only claims.
            rest: record.body.get(8..).unwrap_or_default(),
            pieces: record.pieces.iter(),
        }
    }

    /// Returns the maximum length of each text in bytes of UTF-8; stops where the library would fail.
    fn lengths(mut self, share: &mut Share) -> Result<Vec<u64>, Fault> {
        let mut lengths = Vec::new();
        while !self.rest.is_empty() || self.next_piece() {
            let Some(length) = self.text() else { break };
            share.charge(72 + 6 * length)?;
            lengths.push(3 * length);
        }
        Ok(lengths)
    }

    /// Returns the number of letters in one text.
    fn text(&mut self) -> Option<u64> {
        if self.rest.is_empty() {
            return Some(0);
        }
        let letters = u64::from(self.short()?);
        let flags = self.byte()?;
        let (mut runs, mut extension) = (0, 0);
        if flags & 8 != 0 {
            runs = u64::from(self.short()?);
        }
        if flags & 4 != 0 {
            extension = u64::from(self.short()?) + (u64::from(self.short()?) << 16);
        }
        let mut wide = flags & 1 != 0;
        let mut left = letters;
        loop {
            let size = if wide { 2 } else { 1 };
            let there = (self.rest.len() as u64 / size).min(left);
            self.rest = self.rest.get(usize::try_from(there * size).ok()?..)?;
            left -= there;
            if left == 0 {
                break;
            }
            if !self.next_piece() {
                return None;
            }
            wide = self.byte()? & 1 != 0;
        }
        self.skip(4 * runs)?;
        self.skip(extension)?;
        Some(letters)
    }

    fn next_piece(&mut self) -> bool {
        let piece = self.pieces.next();
        self.rest = piece.copied().unwrap_or(self.rest);
        piece.is_some()
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn short(&mut self) -> Option<u16> {
        let (number, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u16::from_le_bytes(*number))
    }

    fn skip(&mut self, mut length: u64) -> Option<()> {
        while length > 0 {
            if self.rest.is_empty() && !self.next_piece() {
                return None;
            }
            let there = (self.rest.len() as u64).min(length);
            self.rest = self.rest.get(usize::try_from(there).ok()?..)?;
            length -= there;
        }
        Some(())
    }
}
