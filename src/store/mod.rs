//! The local file: one SQLite database, and the only owner of a connection to it.
//!
//! All SQL of the program is in this room. It may use `identity` (for the keys it stores beside
//! names) and `model`; it knows nothing of files to import, reports or commands.
//!
//! # Reading and writing
//!
//! [`Store::read`] gives a [`Reader`]. Writing is possible only inside [`Store::change`], which makes
//! one operation in one `BEGIN IMMEDIATE` transaction and hands a [`Writer`] to the caller. A [`Writer`]
//! is a [`Reader`] as well, so that rules look at the very state they change. A dry run is the same
//! transaction, rolled back.
//!
//! # Undo
//!
//! Every row carries the number of the operation that created it, and triggers keep the former image
//! of a row that a later operation changes or deletes (`schema/v1.sql`). Undo removes what the
//! operation created and puts the images back, newest first; see `undo.rs` for what it refuses.
//!
//! # Durability
//!
//! Rollback journal with `synchronous=FULL`, so that the file at rest is one file that can be mailed or
//! put on a share. The file is created for its owner alone; the journal inherits that from SQLite.
//!
//! # Compatibility
//!
//! `application_id` says that the file is ours, `user_version` counts the layouts. A newer file is
//! refused; an older one is copied beside itself and upgraded in one transaction.

mod change;
mod check;
mod committed;
mod dump;
mod error;
mod events;
mod history;
mod keeper;
mod known;
mod link;
mod lot;
mod open;
mod organisations;
mod people;
mod reviews;
mod rulings;
mod signups;
mod stays;
pub mod temporary;
mod undo;
mod waiting;
mod written;

pub use change::{Changed, Writer};
pub use committed::Committed;
pub use error::StoreError;
pub use events::{NewEvent, NewSession};
pub use history::ChangedRows;
pub use known::{Distinction, Other};
pub use organisations::NewOrganisation;
pub use people::NewPerson;
pub use reviews::{NewReview, Review};
pub use signups::{NewRegistration, RegistrationRow, SignupCounts};
pub use stays::NewStay;
pub use undo::Undone;
pub use written::{NamingFile, WrittenFile, WrittenFiles};

/// An open file.
#[derive(Debug)]
pub struct Store {
    connection: keeper::Keeper,
    path: std::path::PathBuf,
    committed: Committed,
}

/// Looks into the file.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'store> {
    connection: link::Link<'store>,
}

impl Store {
    /// Returns a view of the file as it is.
    pub fn read(&self) -> Reader<'_> {
        Reader {
            connection: link::Link::to_read(&self.connection),
        }
    }

    /// Says in `committed` which operation was committed last.
    #[must_use]
    pub fn committing(self, committed: &Committed) -> Self {
        Self {
            committed: committed.clone(),
            ..self
        }
    }

    /// Returns where the file is.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }
}
