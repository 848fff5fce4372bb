//! Errors in a workbook, and their conversion to errors of the file.
//!
//! *Panics.* A crafted or broken workbook can make the reader panic. That must be an error of this file and not the end
//! of the program, so the panic is caught here and its message kept off the terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use super::budget::TooLarge;
use super::source::{ReadError, Source};
use crate::catalogue::messages::read;
use crate::catalogue::{Message, Wording};

/// Runs `work` on a workbook; a fault or a panic becomes an error of the file.
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

/// The reason why a workbook could not be read.
pub(super) enum Fault {
    /// It needs a password.
    Protected,
    /// It is truncated or broken.
    Damaged(Message),
    /// It exceeds the budget.
    TooLarge(TooLarge),
    /// Its bytes cannot be read.
    Source(ReadError),
}

impl Fault {
    /// Makes a fault from a reason.
    pub(super) fn damaged(reason: Wording) -> Self {
        Self::Damaged(reason.into())
    }

    /// Makes a fault from an error of a library or the system.
    pub(super) fn of(error: impl std::fmt::Display) -> Self {
        Self::Damaged(Message::verbatim(error.to_string()))
    }

    /// Makes the fault of a file that ends too early.
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
    /// Whether a panic on this thread is about to be caught and reported as an error.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Runs code that may panic; returns `None` if it did, without printing anything.
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
    // Only the reader of bytes outlives the panic, and it is dropped.
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
