//! Reads the rows of a file while earlier rows are processed.
//!
//! Reading and processing cost about the same, and the contents of a row do not depend on the fate of others. So a
//! separate thread reads a little ahead, without keeping the whole file in memory. The rows arrive in order, and an
//! error that stops the reading arrives after the rows before it. Processed rows are returned to the reader, which
//! reuses them.

use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::thread::{Builder, scope};

use super::IntakeError;
use super::submission::Submission;
use crate::import::{Field, ImportError, Kind, Plan, Record, Rows, SetAside};

/// A row as read.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Its cells.
    pub(super) record: Record,
    /// The parsed submission, if all rows are about the file's event.
    pub(super) submission: Option<Result<Submission, SetAside>>,
}

/// The maximum number of rows passed on together.
const TOGETHER: usize = 128;
/// The number of bytes in their cells beyond which no more rows are added.
const ENOUGH: usize = 64 * 1024;
/// How many such batches may be read ahead.
const AHEAD: usize = 8;

/// Passes every row of a file to `take`, in the order they were sent.
///
/// # Errors
/// If the file cannot be read to its end, or `take` fails; whichever comes first in the file.
pub(super) fn for_each_row(
    plan: &Plan,
    mut take: impl FnMut(&mut Row) -> Result<(), IntakeError>,
) -> Result<(), IntakeError> {
    scope(|scope| {
        let (sender, receiver) = sync_channel(AHEAD);
        let (giver_back, taken) = channel();
        let reader = Builder::new().spawn_scoped(scope, move || {
            // The receiver is gone if a row could not be processed.
            let ended = read(plan, &taken, |rows| sender.send(Ok(rows)).is_ok());
            if let Err(error) = ended {
                drop(sender.send(Err(error)));
            }
        });
        if reader.is_err() {
            // If the system has no thread left: one row after the other.
            let mut outcome = Ok(());
            let ended = read(plan, &channel().1, |mut rows| {
                outcome = rows.iter_mut().try_for_each(&mut take);
                outcome.is_ok()
            });
            outcome?;
            return Ok(ended?);
        }
        for rows in receiver {
            let mut rows = rows?;
            rows.iter_mut().try_for_each(&mut take)?;
            // They are not needed any more at the end of the file.
            drop(giver_back.send(rows));
        }
        Ok(())
    })
}

/// Reads rows and passes them on in batches, until they end or are no longer wanted.
fn read(
    plan: &Plan,
    taken: &Receiver<Vec<Row>>,
    mut give: impl FnMut(Vec<Row>) -> bool,
) -> Result<(), ImportError> {
    let are_submissions =
        plan.layout.kind == Kind::Signups && plan.layout.column(&Field::Event).is_none();
    let mut rows = plan.rows_as_sent()?;
    loop {
        let mut together = taken.try_recv().unwrap_or_default();
        let ended = read_together(&mut together, plan, &mut rows, are_submissions);
        let is_wanted = give(together);
        if ended? || !is_wanted {
            return Ok(());
        }
    }
}

/// Reads one batch of rows, reusing existing ones; `true` at the end.
fn read_together(
    together: &mut Vec<Row>,
    plan: &Plan,
    rows: &mut Rows<'_>,
    are_submissions: bool,
) -> Result<bool, ImportError> {
    let mut count = 0;
    let mut bytes = 0;
    let mut ended = Ok(false);
    while count < TOGETHER && bytes < ENOUGH {
        if together.len() == count {
            together.push(Row::default());
        }
        let row = &mut together[count];
        match rows.read_into(&mut row.record) {
            Ok(true) => {}
            Ok(false) => ended = Ok(true),
            Err(error) => ended = Err(error),
        }
        if !matches!(ended, Ok(false)) {
            break;
        }
        bytes += row.record.cells().map(str::len).sum::<usize>();
        row.submission =
            are_submissions.then(|| plan.signup(&row.record, None).map(Submission::from));
        count += 1;
    }
    together.truncate(count);
    ended
}
