//! Owns the connection, which is either here or with a thread that writes rows.
//!
//! SQLite takes about as long to write the rows of a bulk import as the program takes to determine them. So rows are
//! handed over together with the connection, and a thread writes them while the next ones are gathered. The thread runs
//! as long as nobody else needs the connection: asking for it ends the thread and waits until its rows are written, so
//! that no two threads ever use the connection, and nobody sees the file without those rows. Only a few lots of rows
//! may wait for the thread, so memory use is bounded.
//!
//! While somebody borrows the connection for a statement, it cannot be handed over: rows are then written in place, as
//! they are if the system cannot start a thread.
//!
//! The thread stops at the first row that cannot be written. The error is returned by the next call that asks for the
//! connection or hands over rows.

use std::cell::{Ref, RefCell};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use rusqlite::{Connection, Result};

use super::lot::Lot;

/// The number of lots that may wait for the thread.
const QUEUE: usize = 4;

/// Keeps the connection.
#[derive(Debug)]
pub(super) struct Keeper(RefCell<Place>);

#[derive(Debug)]
enum Place {
    Here(Connection),
    Away(Shift),
    /// While being moved.
    Nowhere,
}

/// A running thread.
#[derive(Debug)]
struct Shift {
    lots: SyncSender<Lot>,
    thread: JoinHandle<Option<(Connection, Result<()>)>>,
}

impl Keeper {
    pub(super) fn new(connection: Connection) -> Self {
        Self(RefCell::new(Place::Here(connection)))
    }

    /// Returns the connection, once everything that was handed over is written.
    ///
    /// # Errors
    /// If that could not be written; the connection is available all the same when it is asked for again.
    pub(super) fn connection(&self) -> Result<Ref<'_, Connection>> {
        self.end_shift()?;
        Ref::filter_map(self.0.borrow(), |place| match place {
            Place::Here(connection) => Some(connection),
            Place::Away(_) | Place::Nowhere => None,
        })
        .map_err(|_| lost())
    }

    /// Returns whether rows are being written, and nobody else can have written anything.
    pub(super) fn is_away(&self) -> bool {
        matches!(*self.0.borrow(), Place::Away(_))
    }

    /// Waits until everything that was handed over is written.
    pub(super) fn end_shift(&self) -> Result<()> {
        if !self.is_away() {
            return Ok(());
        }
        // Nobody can borrow a connection that is away.
        let mut place = self.0.borrow_mut();
        let Place::Away(shift) = std::mem::replace(&mut *place, Place::Nowhere) else {
            return Err(lost());
        };
        let (connection, written) = shift.end().ok_or_else(lost)?;
        *place = Place::Here(connection);
        written
    }

    /// Hands over rows to be written.
    pub(super) fn hand_over(&self, lot: Lot) -> Result<()> {
        let lot = match self.try_hand_over(lot) {
            Ok(()) => return Ok(()),
            Err(lot) => lot,
        };
        // If the thread has stopped, this returns its error.
        let connection = self.connection()?;
        lot.write(&connection)
    }

    fn try_hand_over(&self, lot: Lot) -> Result<(), Lot> {
        let Ok(mut place) = self.0.try_borrow_mut() else {
            return Err(lot);
        };
        if matches!(*place, Place::Here(_))
            && let Place::Here(connection) = std::mem::replace(&mut *place, Place::Nowhere)
        {
            *place = match Shift::begin(connection) {
                Ok(shift) => Place::Away(shift),
                Err(connection) => Place::Here(connection),
            };
        }
        match &*place {
            Place::Away(shift) => shift.lots.send(lot).map_err(|unsent| unsent.0),
            Place::Here(_) | Place::Nowhere => Err(lot),
        }
    }
}

impl Shift {
    /// Starts a thread, or returns the connection.
    fn begin(connection: Connection) -> Result<Self, Connection> {
        // The connection is sent after the thread has started: if starting fails, it would be lost with the closure.
        let (hand, arrival) = sync_channel::<Connection>(1);
        let (lots, received) = sync_channel::<Lot>(QUEUE);
        let thread = Builder::new().spawn(move || {
            let connection = arrival.recv().ok()?;
            let written = received.iter().try_for_each(|lot| lot.write(&connection));
            Some((connection, written))
        });
        let Ok(thread) = thread else {
            return Err(connection);
        };
        hand.send(connection).map_err(|unsent| unsent.0)?;
        Ok(Self { lots, thread })
    }

    /// Waits until everything is written or fails; returns the connection.
    fn end(self) -> Option<(Connection, Result<()>)> {
        drop(self.lots);
        match self.thread.join() {
            Ok(ended) => ended,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// Returns the error for a connection lost in a thread that panicked.
fn lost() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(
        rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_MISUSE),
        Some("the connection is gone".to_owned()),
    )
}
