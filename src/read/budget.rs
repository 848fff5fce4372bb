//! Limits on the work and memory a file may cause, and the errors for files beyond them.
//!
//! *The guarantee.* Reading a file takes at most 64 MB plus 40 times the file's size of memory, and never more than 1
//! GB. A file that needs more is refused before the memory is used, and the error says what is too large and what to
//! do. A table made by hand or by a platform stays far below: a workbook takes three to ten times its size.
//!
//! *The reason.* In spreadsheet formats a few bytes can mean a lot: a compressed part unpacks to a thousand times its
//! size, a row is repeated a million times, two cells in opposite corners span four million. The libraries trust what a
//! file claims. So every claim is counted here before a library acts on it, by actual content: parts are unpacked and
//! measured, not asked for their size.
//!
//! *The method.* Each reader charges the memory it is about to use, in bytes and rather too much than too little, and
//! [`Budget`] refuses what exceeds the limit. The contents of a sheet stay charged until its rows are dropped, so the
//! tables of one workbook share one budget. Text is read row by row, and a row has its own limit; only the rows of a
//! meeting's log are kept in memory and charged.
//!
//! *Time* is limited as a consequence: nothing is processed that is not in memory, and the allowed memory takes a few
//! seconds to process.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::catalogue::messages::read;
use crate::catalogue::{Message, Wording};
use crate::display_in_english;
use crate::message;

/// The maximum number of bytes of a cell, a row of text or an element of a workbook. Excel allows 32,767 characters in
/// a cell.
pub(super) const LONGEST_CELL: u64 = 4 * MB;

/// The maximum number of columns in a row, as in Excel.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// The maximum number of bytes read from standard input or a pipe, which are copied to a temporary file.
const LONGEST_STREAM: u64 = 256 * MB;

/// The maximum number of bytes of all unpacked parts of a workbook.
const MOST_UNPACKED: u64 = 512 * MB;

/// The maximum number of parts in a packed workbook.
pub(super) const MOST_PARTS: usize = 10_000;

/// The maximum number of sheets in a workbook.
pub(super) const MOST_SHEETS: usize = 1_000;

const MB: u64 = 1024 * 1024;

const COLUMNS: &str = "columns";

/// The part of the 64 MB for the program itself: its code, its database, the result.
const PROGRAM: u64 = 36 * MB;

/// The way in which a file is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    /// Its contents need more memory than a file of its size may use.
    Memory {
        /// The limit in bytes.
        allowed: u64,
    },
    /// A sheet spans too many cells, most of them empty.
    Span {
        /// The number of rows from the first to the last one with content.
        rows: u64,
        /// The number of columns up to the last one with content.
        columns: u64,
    },
    /// Its parts are too large when unpacked.
    Unpacked {
        /// The limit in bytes.
        allowed: u64,
    },
    /// One cell or one element is too long.
    Cell,
    /// It has too many columns, parts or sheets.
    Count {
        /// The things that are too many: `columns`, `parts`, `sheets`.
        what: &'static str,
        /// The limit.
        most: usize,
    },
    /// Standard input or a pipe that does not end.
    Stream,
}

display_in_english!(TooLarge);

impl TooLarge {
    /// Says what is too large.
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

    /// Says what to do about it.
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

    /// Returns the error for too many columns.
    pub(super) fn columns() -> Self {
        Self::Count {
            what: COLUMNS,
            most: MOST_COLUMNS,
        }
    }

    /// Returns an error if a stream is too long.
    pub(super) fn unless_stream_ends(length: u64) -> Result<(), Self> {
        if length > LONGEST_STREAM {
            return Err(Self::Stream);
        }
        Ok(())
    }

    /// Returns how many bytes of a stream have to be read to know whether it is too long.
    pub(super) fn enough_of_a_stream() -> u64 {
        LONGEST_STREAM + 1
    }
}

/// The memory budget for one file.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    length: u64,
    used: Arc<AtomicU64>,
}

impl Budget {
    /// Returns the budget for a file of this many bytes.
    pub(super) fn of_file(length: u64) -> Self {
        Self {
            length,
            used: Arc::default(),
        }
    }

    /// Returns the memory limit in bytes: for the whole program, not only for what is charged.
    pub(super) fn allowed(&self) -> u64 {
        self.length
            .saturating_mul(40)
            .saturating_add(64 * MB)
            .min(1024 * MB)
    }

    /// Returns the limit for the unpacked size of the parts, in bytes.
    pub(super) fn unpacked(&self) -> u64 {
        // Pictures hardly compress: a workbook full of them is about as long unpacked.
        let twice = self.length.saturating_mul(2);
        self.allowed().min(MOST_UNPACKED).max(twice)
    }

    /// Starts a share of the budget, which is returned when it is dropped.
    pub(super) fn share(&self) -> Share {
        Share {
            budget: self.clone(),
            charged: 0,
        }
    }
}

/// The memory one reader has charged to the budget of its file.
#[derive(Debug)]
pub struct Share {
    budget: Budget,
    charged: u64,
}

impl Share {
    /// Charges memory that is about to be used, in bytes.
    pub fn charge(&mut self, bytes: u64) -> Result<(), TooLarge> {
        // More than any real memory, but small enough to be summed.
        let bytes = bytes.min(1 << 50);
        self.charged += bytes;
        let before = self.budget.used.fetch_add(bytes, Ordering::Relaxed);
        if before + bytes > self.budget.allowed() - PROGRAM {
            let allowed = self.budget.allowed();
            return Err(TooLarge::Memory { allowed });
        }
        Ok(())
    }

    /// Returns the budget that it belongs to.
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
