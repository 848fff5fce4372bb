//! What can be wrong with a workbook, and how it becomes an error of its file.
//!
//! *Panics.* A crafted or broken workbook can make the reader panic; that must be an error of this
//! file and not the end of the program, so it is caught here and its message kept off the terminal.
//!
//! This file calls `budget` and `source`, and nothing of the other rooms.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use super::budget::TooLarge;
use super::source::{ReadError, Source};
use crate::catalogue::messages::read;
use crate::catalogue::{Message, Wording};

/// Reads of a workbook; what is wrong with it, and a panic too, becomes an error of the file.
pub(super) fn guarded<T>(
    source: &Source,
    work: impl FnOnce() -> Result<T, Fault>,
) -> Result<T, ReadError> {
    let name = || source.name().to_owned();
    let outcome = silently(work);
    let outcome = outcome.unwrap_or_else(|| Err(Fault::damaged(read::BROKEN_STRUCTURE)));
    outcome.map_err(|fault| match fault {
        Fault::Protected => ReadError::Protected { name: name() },
        Fault::Damaged(reason) => ReadError::DamagedSpreadsheet {
            name: name(),
            reason,
        },
        Fault::TooLarge(what) => ReadError::TooLarge { name: name(), what },
        Fault::Source(error) => error,
    })
}

/// Why a workbook could not be read.
pub(super) enum Fault {
    /// Only its password opens it.
    Protected,
    /// It is cut off or broken.
    Damaged(Message),
    /// It goes beyond the budget.
    TooLarge(TooLarge),
    /// Its bytes cannot be read.
    Source(ReadError),
}

impl Fault {
    /// Makes one of what is wrong.
    pub(super) fn damaged(reason: Wording) -> Self {
        Self::Damaged(reason.into())
    }

    /// Makes one of what a library or the system says.
    pub(super) fn of(error: impl std::fmt::Display) -> Self {
        Self::Damaged(Message::verbatim(error.to_string()))
    }

    /// Makes the one of a file that ends too early.
    pub(super) fn cut_off() -> Self {
        Self::damaged(read::NOT_COMPLETE)
    }
}

impl From<TooLarge> for Fault {
    fn from(what: TooLarge) -> Self {
        Self::TooLarge(what)
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::Source(error)
    }
}

thread_local! {
    /// Whether a panic on this thread is about to be caught and told as an error.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs what may panic; `None` when it did, with nothing printed.
fn silently<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !CAUGHT.get() {
                before(panic);
            }
        }));
    });
    CAUGHT.set(true);
    // Nothing outlives the panic but the reader of bytes, which is dropped.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(false);
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_the_reader_becomes_nothing() {
        assert_eq!(silently(|| -> u8 { panic!("not to be seen") }), None);
        assert!(!CAUGHT.get(), "later panics have to be seen");
        assert_eq!(silently(|| 1), Some(1));
    }
}
