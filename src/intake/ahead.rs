//! The rows of a file, read while the ones before them are taken.
//!
//! Reading and taking cost about as much, and a row says the same whatever became of the others. So a
//! thread of its own reads ahead, a little: the file is never held as a whole. The rows arrive in their
//! order, and what stops the reading arrives behind the rows before it.

use std::sync::mpsc::sync_channel;
use std::thread::{Builder, scope};

use super::IntakeError;
use crate::import::rows::SignupRow;
use crate::import::{Field, ImportError, Kind, Plan, Record, SetAside};

/// A row as it was read.
#[derive(Debug)]
pub(super) struct Row {
    /// Its cells.
    pub(super) record: Record,
    /// The submission it is, where all rows are about the file's event.
    pub(super) submission: Option<Result<SignupRow, SetAside>>,
}

/// How many rows are handed over together, at most.
const TOGETHER: usize = 128;
/// How many bytes their cells have: no more rows are added to those.
const ENOUGH: usize = 64 * 1024;
/// How many times as many may be read before they are taken.
const AHEAD: usize = 8;

/// Gives every row of a file to `take`, in the order they were sent.
///
/// # Errors
/// When the file cannot be read to its end, or `take` fails; whichever comes first in the file.
pub(super) fn for_each_row(
    plan: &Plan,
    mut take: impl FnMut(Row) -> Result<(), IntakeError>,
) -> Result<(), IntakeError> {
    scope(|scope| {
        let (sender, receiver) = sync_channel(AHEAD);
        let reader = Builder::new().spawn_scoped(scope, move || {
            // Nobody listens any more when a row could not be taken.
            let ended = read(plan, |rows| sender.send(Ok(rows)).is_ok());
            if let Err(error) = ended {
                drop(sender.send(Err(error)));
            }
        });
        if reader.is_err() {
            // A system that has no thread left: one row after the other.
            let mut taken = Ok(());
            let ended = read(plan, |rows| {
                taken = rows.into_iter().try_for_each(&mut take);
                taken.is_ok()
            });
            taken?;
            return Ok(ended?);
        }
        for rows in receiver {
            rows?.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    })
}

/// Reads rows and gives them on, some at a time, until they end or nobody wants them.
fn read(plan: &Plan, mut give: impl FnMut(Vec<Row>) -> bool) -> Result<(), ImportError> {
    let are_submissions =
        plan.layout.kind == Kind::Signups && plan.layout.column(&Field::Event).is_none();
    let mut rows = plan.rows_as_sent()?;
    let mut together = Vec::with_capacity(TOGETHER);
    let mut bytes = 0;
    loop {
        match rows.next_row() {
            Ok(Some(record)) => {
                bytes += record.cells().map(str::len).sum::<usize>();
                together.push(Row {
                    submission: are_submissions.then(|| plan.signup(record, None)),
                    record: record.clone(),
                });
            }
            Ok(None) => {
                give(together);
                return Ok(());
            }
            Err(error) => {
                give(together);
                return Err(error);
            }
        }
        if together.len() == TOGETHER || bytes >= ENOUGH {
            bytes = 0;
            let full = std::mem::replace(&mut together, Vec::with_capacity(TOGETHER));
            if !give(full) {
                return Ok(());
            }
        }
    }
}
