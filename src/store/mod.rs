//! The local file: one SQLite database. Only this module has a connection to it.
//!
//! All SQL of the program is in this module. It may use `identity` (for the keys it stores with names) and `model`; it
//! does not depend on import files, reports or commands.
//!
//! # Reading and writing
//!
//! [`Store::snapshot`] provides a [`Reader`] of one state of the file, whatever others write in the meantime: a command
//! reads everything it shows from one snapshot. Writing is only possible inside [`Store::change`], which runs one
//! operation in one `BEGIN IMMEDIATE` transaction and passes a [`Writer`] to the caller. A [`Writer`] is a [`Reader`]
//! as well, so that rules see the very state they change: people named on the command line are looked up there, and not
//! earlier. A dry run is the same transaction, rolled back.
//!
//! A reader blocks commits, and a commit blocks readers; both give up after a few seconds. So no snapshot is held while
//! something is rendered, written or asked.
//!
//! # Undo
//!
//! Every row has the number of the operation that created it, and triggers keep the former image of a row that a later
//! operation changes or deletes (`schema/v1.sql`). Undo removes what the operation created and restores the images,
//! newest first; see `undo.rs` for what it refuses.
//!
//! # Forgetting
//!
//! [`Store::change_for_good`] runs an operation that cannot be undone; `forgetting` removes a person with every former
//! image, and ensures that no byte remains.
//!
//! # Durability
//!
//! The file uses a rollback journal with `synchronous=FULL`, so that it is a single file at rest. It is created for its
//! owner alone; SQLite creates the journal with the same permissions. A file that another program set to write-ahead
//! logging is set back when it is opened.
//!
//! # Compatibility
//!
//! `application_id` identifies our files, `user_version` is the number of the layout. A newer file is refused; an older
//! one is copied to the same folder and upgraded in one transaction. Changes by other programs to our tables, views,
//! triggers and indices are detected at every snapshot and every change (`layout.rs`).

mod affiliations;
mod change;
mod check;
mod committed;
mod consents;
mod copy;
mod dump;
mod encryption;
mod error;
mod events;
mod forgetting;
mod header;
mod history;
mod holder;
mod journal;
mod keeper;
mod known;
mod layout;
mod link;
mod lot;
mod name_keys;
mod open;
mod organisations;
mod past;
mod people;
mod removal;
mod repair;
mod restore;
mod retention;
mod reviews;
mod rulings;
mod settings;
mod signups;
mod splitting;
mod stays;
mod tagged;
pub mod temporary;
mod touched;
mod undo;
mod waiting;
mod written;

pub use affiliations::Affiliated;
pub use change::{Changed, Writer};
pub use check::Checked;
pub use committed::Committed;
pub use encryption::{Key, Lock, Locked, Passphrase, Recipient};
pub use error::StoreError;
pub use events::{NewEvent, NewSession};
pub use forgetting::{
    Erased, Fate, HashKind, Held, Removed, RemovedOutcome, RowFates, Sought, SoughtKind, Trace,
    TracedRow,
};
pub use history::ChangedRows;
pub use journal::{Fields, RowChange, RowChanges};
pub use known::{Distinction, Mapping, Other};
pub use layout::{Comparison, Deviation, Difference, Object, ObjectKind};
#[cfg(test)]
pub(crate) use link::asked;
pub use open::refuse_occupied;
pub use organisations::NewOrganisation;
pub use people::NewPerson;
pub use removal::Recorded;
pub use repair::Repaired;
pub use restore::{Restored, needs_key};
pub use retention::NewMinutes;
pub use reviews::{NewReview, Review};
pub use signups::{NewRegistration, RegistrationRow, SignupCounts};
pub use splitting::{Former, MadeBy};
pub use stays::{MatchedBy, MatchedStay, NewStay};
pub use undo::Undone;
pub use written::{NamingFile, WrittenFile, WrittenFiles};

/// An open file.
#[derive(Debug)]
pub struct Store {
    connection: keeper::Keeper,
    path: std::path::PathBuf,
    identity: open::Identity,
    /// The copy that was made before an upgrade just now.
    kept: Option<std::path::PathBuf>,
    /// What an interrupted command had removed, verified when the file was opened.
    erased: Option<Erased>,
    committed: Committed,
    /// Who changes it.
    author: Option<String>,
}

/// Reads the file.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'store> {
    connection: link::Link<'store>,
}

impl Store {
    /// Returns a view in which every query sees the current state of the file. Commands use [`Self::snapshot`] instead.
    pub fn read(&self) -> Reader<'_> {
        Reader {
            connection: link::Link::to_read(&self.connection),
        }
    }

    /// Reports every committed operation in `committed`.
    #[must_use]
    pub fn committing(self, committed: &Committed) -> Self {
        Self {
            committed: committed.clone(),
            ..self
        }
    }

    /// Names whoever gives the command in every operation.
    #[must_use]
    pub fn by(self, author: Option<String>) -> Self {
        Self { author, ..self }
    }

    /// Returns the copy of the former layout, if opening the file upgraded it.
    pub fn kept(&self) -> Option<&std::path::Path> {
        self.kept.as_deref()
    }

    /// Returns the result of an interrupted command's removal, if opening the file finished it.
    pub fn erased(&self) -> Option<&Erased> {
        self.erased.as_ref()
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }
}
