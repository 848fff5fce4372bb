//! The local file: one SQLite database, and the only owner of a connection to it.
//!
//! All SQL of the program is in this room. It may use `identity` (for the keys it stores beside
//! names) and `model`; it knows nothing of files to import, reports or commands.
//!
//! # Reading and writing
//!
//! [`Store::snapshot`] hands out a [`Reader`] of one state of the file, whatever others write meanwhile: a
//! command reads everything it shows from one snapshot. Writing is possible only inside [`Store::change`], which
//! makes one operation in one `BEGIN IMMEDIATE` transaction and hands a [`Writer`] to the caller. A [`Writer`]
//! is a [`Reader`] as well, so that rules look at the very state they change: whoever is named on a command
//! line is looked up there, and not before. A dry run is the same transaction, rolled back.
//!
//! A reader makes whoever wants to commit wait, and whoever commits makes readers wait; both give up after
//! a few seconds. So no snapshot is held while something is rendered, written or asked.
//!
//! # Undo
//!
//! Every row carries the number of the operation that created it, and triggers keep the former image
//! of a row that a later operation changes or deletes (`schema/v1.sql`). Undo removes what the
//! operation created and puts the images back, newest first; see `undo.rs` for what it refuses.
//!
//! # Forgetting
//!
//! [`Store::change_for_good`] makes an operation that cannot be taken back; `forgetting` removes a person with every
//! former image, and sees to it that no byte stays.
//!
//! # Durability
//!
//! Rollback journal with `synchronous=FULL`, so that the file at rest is one file. The file is created for its
//! owner alone; the journal inherits that from SQLite. A file that another program set to write-ahead logging
//! is set back when it is opened.
//!
//! # Compatibility
//!
//! `application_id` says that the file is ours, `user_version` counts the layouts. A newer file is
//! refused; an older one is copied beside itself and upgraded in one transaction. What other programs did to
//! our tables, views, triggers and indices is found at every snapshot and every change (`layout.rs`).

mod affiliations;
mod change;
mod check;
mod committed;
mod copy;
mod dump;
mod encryption;
mod error;
mod events;
mod forgetting;
mod header;
mod history;
mod holder;
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
mod reviews;
mod rulings;
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
    Erased, Fate, HashKind, Held, Removed, RowFates, Sought, SoughtKind, Trace, TracedRow,
};
pub use history::ChangedRows;
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
    /// What an interrupted command had removed, and this one found gone.
    erased: Option<Erased>,
    committed: Committed,
}

/// Looks into the file.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'store> {
    connection: link::Link<'store>,
}

impl Store {
    /// Returns a view in which every question is answered by the file as it is just then. For commands there
    /// is [`Self::snapshot`].
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

    /// Returns the copy of the former layout, where opening the file upgraded it.
    pub fn kept(&self) -> Option<&std::path::Path> {
        self.kept.as_deref()
    }

    /// Returns what became of the removal of an interrupted command, where opening the file finished it.
    pub fn erased(&self) -> Option<&Erased> {
        self.erased.as_ref()
    }

    /// Returns where the file is.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }
}
