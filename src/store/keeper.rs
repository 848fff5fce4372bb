//! Where the connection is: here, or with a thread that writes rows.
//!
//! SQLite takes about as long to write the rows of a bulk import as the program takes to find out what they
//! are. So rows are handed over together with the connection, and a thread writes them while the next ones
//! are gathered. It is a thread for as long as nobody else needs the connection: whoever asks for it ends the
//! thread and waits for what it was given, so that no two threads ever use the connection, and nobody sees
//! the file without those rows. A few lots of rows may wait for the thread, no more: memory stays the same.
//!
//! While somebody holds the connection, with a statement of theirs, it cannot leave: rows are then written
//! in place, and so they are where the system has no thread left.
//!
//! The thread stops at the first row that cannot be written. The error goes to whoever asks for the
//! connection, or hands over rows, next.

use std::cell::{Ref, RefCell};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use rusqlite::{Connection, Result};

use super::lot::Lot;

/// How many lots may wait for the thread.
const QUEUE: usize = 4;

/// Keeps the connection.
#[derive(Debug)]
pub(super) struct Keeper(RefCell<Place>);

#[derive(Debug)]
enum Place {
    Here(Connection),
    Away(Shift),
    /// Between two hands.
    Nowhere,
}

/// A thread at work.
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
    /// When that could not be written; the connection is here all the same, if it is asked for again.
    pub(super) fn connection(&self) -> Result<Ref<'_, Connection>> {
        self.end_shift()?;
        Ref::filter_map(self.0.borrow(), |place| match place {
            Place::Here(connection) => Some(connection),
            Place::Away(_) | Place::Nowhere => None,
        })
        .map_err(|_| lost())
    }

    /// Whether rows are being written, and nobody else can have written anything.
    pub(super) fn is_away(&self) -> bool {
        matches!(*self.0.borrow(), Place::Away(_))
    }

    /// Waits until everything that was handed over is written.
    pub(super) fn end_shift(&self) -> Result<()> {
        if !self.is_away() {
            return Ok(());
        }
        // Nobody holds what is not here.
        let mut place = self.0.borrow_mut();
        let Place::Away(shift) = std::mem::replace(&mut *place, Place::Nowhere) else {
            return Err(lost());
        };
        let (connection, written) = shift.end().ok_or_else(lost)?;
        *place = Place::Here(connection);
        written
    }

    /// Hands rows over to be written.
    pub(super) fn hand_over(&self, lot: Lot) -> Result<()> {
        let lot = match self.try_hand_over(lot) {
            Ok(()) => return Ok(()),
            Err(lot) => lot,
        };
        // Of a thread that stopped, the error is the answer here.
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
    /// Starts a thread, or gives the connection back.
    fn begin(connection: Connection) -> Result<Self, Connection> {
        // The connection follows once there is a thread: one that cannot be had would take it along.
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

    /// Waits until everything is written or cannot be; gives the connection back.
    fn end(self) -> Option<(Connection, Result<()>)> {
        drop(self.lots);
        match self.thread.join() {
            Ok(ended) => ended,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// The error for a connection that a thread took with it: it panicked, and so did whoever waited for it.
fn lost() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(
        rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_MISUSE),
        Some("the connection is gone".to_owned()),
    )
}
