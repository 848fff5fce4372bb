//! Measures a part of a packed workbook while it is unpacked, piece by piece.

use std::io::{self, BufReader, Read};

use super::budget::{LONGEST_CELL, TooLarge};

/// A part that is measured while it is unpacked.
pub(super) struct Measured<'a, R> {
    part: R,
    /// The number of bytes of all parts.
    unpacked: &'a mut u64,
    /// The limit for these.
    most: u64,
    /// The number of bytes since the last element or record began.
    since: u64,
    /// The number of elements or records that have begun.
    begun: u64,
}

/// The maximum number of bytes of a part before its first element: a picture has none at all.
const LONGEST_START: u64 = 8 * LONGEST_CELL;

impl<'a, R: Read> Measured<'a, R> {
    pub(super) fn new(part: R, most: u64, unpacked: &'a mut u64) -> Self {
        Self {
            part,
            unpacked,
            most,
            since: 0,
            begun: 0,
        }
    }

    /// Whether one piece of the part is too long.
    fn is_too_long(&self) -> bool {
        let most = if self.begun > 1 {
            LONGEST_CELL
        } else {
            LONGEST_START
        };
        self.since > most
    }

    /// Unpacks the rest, only to measure it.
    pub(super) fn rest(&mut self) -> Result<(), TooLarge> {
        let mut block = [0; 8 * 1024];
        loop {
            self.since = 0;
            match self.read(&mut block) {
                Ok(1..) => {}
                Ok(0) | Err(_) => break,
            }
        }
        self.within()
    }

    /// Returns an error once too much has been unpacked.
    fn within(&self) -> Result<(), TooLarge> {
        if *self.unpacked > self.most {
            let allowed = self.most;
            return Err(TooLarge::Unpacked { allowed });
        }
        Ok(())
    }
}

/// Something read piece by piece, with a limit for each piece.
pub(super) trait Pieces {
    /// Marks the beginning of a piece.
    fn begin(&mut self);
    /// Returns an error if the piece is too long, or all of them together.
    fn fits(&self) -> Result<(), TooLarge>;
}

impl<R: Read> Pieces for BufReader<&mut Measured<'_, R>> {
    fn begin(&mut self) {
        let part = self.get_mut();
        part.since = 0;
        part.begun += 1;
    }

    fn fits(&self) -> Result<(), TooLarge> {
        self.get_ref().within()?;
        if self.get_ref().is_too_long() {
            return Err(TooLarge::Cell);
        }
        Ok(())
    }
}

impl<R: Read> Read for Measured<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_too_long() || *self.unpacked > self.most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.part.read(buffer)?;
        *self.unpacked += count as u64;
        self.since += count as u64;
        Ok(count)
    }
}
