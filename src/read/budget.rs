//! How much a file may make the program do: the numbers, and what is said beyond them.
//!
//! *What is guaranteed.* Reading a file takes at most 64 MB and 40 times the file's size of memory, and
//! never more than 1 GB; a file that needs more is refused before it is held, and the refusal says what
//! is too large and what to do. A table made by hand or by a platform stays far below: a workbook takes
//! three to ten times its size.
//!
//! *Why it is needed.* Formats of spreadsheets let a few bytes stand for much: a compressed part unpacks
//! to a thousand times its size, a row is repeated a million times, two cells in opposite corners span
//! four million. The libraries believe what a file says of itself. So everything a file claims is counted
//! here before a library acts on it, from what is really there: parts are unpacked and measured, not
//! asked for their size.
//!
//! *How it is counted.* Each reader charges what it is about to hold, in bytes and rather too much than
//! too little, and [`Budget`] refuses what goes beyond. What a sheet holds stays charged until its rows
//! are dropped, so that the tables of one workbook share one budget. Text is read row by row, and a row
//! has a limit of its own; only the rows of a meeting's log are held, and charged.
//!
//! *Time* follows from it: what is not held is not worked on, and what is held takes a few seconds.
//!
//! This file calls nothing of the other rooms.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::catalogue::messages::read;
use crate::catalogue::{Message, Wording};
use crate::display_in_english;
use crate::message;

/// The most bytes one cell, one row of a text or one element of a workbook may have. Excel allows
/// 32,767 characters in a cell.
pub(super) const LONGEST_CELL: u64 = 4 * MB;

/// The most columns a row may have, as in Excel.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// The most bytes taken from standard input or a pipe, which are copied to a temporary file.
const LONGEST_STREAM: u64 = 256 * MB;

/// The most bytes all parts of a workbook may have together when they are unpacked.
const MOST_UNPACKED: u64 = 512 * MB;

/// The most parts a packed workbook may have.
pub(super) const MOST_PARTS: usize = 10_000;

/// The most sheets a workbook may have.
pub(super) const MOST_SHEETS: usize = 1_000;

const MB: u64 = 1024 * 1024;

const COLUMNS: &str = "columns";

/// What is taken of the 64 MB by the program itself: its code, its database, the outcome.
const PROGRAM: u64 = 36 * MB;

/// What is too large about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    /// What it holds needs more memory than a file of its size may.
    Memory {
        /// The most there may be, in bytes.
        allowed: u64,
    },
    /// A sheet covers too many cells, most of them empty.
    Span {
        /// Rows from the first to the last one with content.
        rows: u64,
        /// Columns up to the last one with content.
        columns: u64,
    },
    /// Its parts unpack to too much.
    Unpacked {
        /// The most there may be, in bytes.
        allowed: u64,
    },
    /// One cell or one element is too long.
    Cell,
    /// It has too many columns, parts or sheets.
    Count {
        /// What there is too much of: `columns`, `parts`, `sheets`.
        what: &'static str,
        /// The most there may be.
        most: usize,
    },
    /// Standard input or a pipe that goes on and on.
    Stream,
}

display_in_english!(TooLarge);

impl TooLarge {
    /// What is too large.
    pub fn message(&self) -> Message {
        match self {
            Self::Memory { allowed } => message!(read::too_much_memory {
                limit: *allowed / MB
            }),
            Self::Span { rows, columns } => message!(read::too_wide { rows, columns }),
            Self::Unpacked { allowed } => message!(read::unpacks_to_too_much {
                limit: *allowed / MB
            }),
            Self::Cell => message!(read::cell_too_long {
                limit: LONGEST_CELL / MB
            }),
            Self::Count { what, most } => message!(read::too_many { limit: most, what }),
            Self::Stream => message!(read::endless {
                limit: LONGEST_STREAM / MB
            }),
        }
    }

    /// What to do about it.
    pub(super) fn hint(self) -> Wording {
        match self {
            Self::Span { .. } => read::DELETE_BEHIND,
            Self::Count { what: COLUMNS, .. } => read::DELETE_COLUMNS,
            Self::Cell => read::LOOK_FOR_A_DOCUMENT,
            Self::Stream => read::SAVE_FIRST,
            Self::Memory { .. } | Self::Unpacked { .. } | Self::Count { .. } => {
                read::SAVE_THE_TABLE_ALONE
            }
        }
    }

    /// Returns the error of too many columns.
    pub(super) fn columns() -> Self {
        Self::Count {
            what: COLUMNS,
            most: MOST_COLUMNS,
        }
    }

    /// Returns the error unless a stream is still short enough.
    pub(super) fn unless_stream_ends(length: u64) -> Result<(), Self> {
        if length > LONGEST_STREAM {
            return Err(Self::Stream);
        }
        Ok(())
    }

    /// Returns how many bytes to read of a stream to learn whether it is too long.
    pub(super) fn enough_of_a_stream() -> u64 {
        LONGEST_STREAM + 1
    }
}

/// The memory that what is read of one file may take.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    length: u64,
    used: Arc<AtomicU64>,
}

impl Budget {
    /// Returns the budget of a file of that many bytes.
    pub(super) fn of_file(length: u64) -> Self {
        Self {
            length,
            used: Arc::default(),
        }
    }

    /// Returns the most memory, in bytes: of the whole program, not only of what is charged.
    pub(super) fn allowed(&self) -> u64 {
        self.length
            .saturating_mul(40)
            .saturating_add(64 * MB)
            .min(1024 * MB)
    }

    /// Returns the most bytes its parts may unpack to.
    pub(super) fn unpacked(&self) -> u64 {
        // Pictures hardly shrink: a workbook full of them is as long unpacked.
        let twice = self.length.saturating_mul(2);
        self.allowed().min(MOST_UNPACKED).max(twice)
    }

    /// Starts a share of it, which is given back when it is dropped.
    pub(super) fn share(&self) -> Share {
        Share {
            budget: self.clone(),
            charged: 0,
        }
    }
}

/// What one reader has charged to the budget of its file.
#[derive(Debug)]
pub struct Share {
    budget: Budget,
    charged: u64,
}

impl Share {
    /// Charges memory that is about to be held, in bytes.
    pub fn charge(&mut self, bytes: u64) -> Result<(), TooLarge> {
        // More than any memory there is, and small enough to be added up.
        let bytes = bytes.min(1 << 50);
        self.charged += bytes;
        let before = self.budget.used.fetch_add(bytes, Ordering::Relaxed);
        if before + bytes > self.budget.allowed() - PROGRAM {
            let allowed = self.budget.allowed();
            return Err(TooLarge::Memory { allowed });
        }
        Ok(())
    }

    /// Returns the budget it is a share of.
    pub(super) fn budget(&self) -> &Budget {
        &self.budget
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.budget.used.fetch_sub(self.charged, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_grows_with_the_file_and_has_an_end() {
        let allowed = |length| Budget::of_file(length).allowed() / MB;
        assert_eq!(
            [0, MB, 100 * MB, u64::MAX].map(allowed),
            [64, 104, 1024, 1024]
        );
        let unpacked = |length| Budget::of_file(length).unpacked() / MB;
        assert_eq!(
            [0, MB, 100 * MB, 300 * MB].map(unpacked),
            [64, 104, 512, 600]
        );
    }

    #[test]
    fn shares_of_one_file_add_up_and_are_given_back() {
        let budget = Budget::of_file(0);
        let mut first = budget.share();
        assert_eq!(first.charge(18 * MB), Ok(()));
        let mut second = budget.share();
        let refused = TooLarge::Memory { allowed: 64 * MB };
        assert_eq!(second.charge(18 * MB), Err(refused));
        drop(first);
        assert_eq!(second.charge(10 * MB), Ok(()));
        assert_eq!(second.charge(u64::MAX), Err(refused));
    }
}
