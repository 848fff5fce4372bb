//! The errors of the store.
//!
//! No message contains a person's name or address, since errors get pasted into emails.

use std::path::{Path, PathBuf};

use super::encryption::Locked;
use super::holder::{self, Holder};
use super::layout::Deviation;
use crate::catalogue::messages::store as words;
use crate::catalogue::{Message, Wording};
use crate::message;
use crate::model::OperationId;

/// A failure of the store; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file does not exist.
    Missing(PathBuf),
    /// `init` found an existing file.
    Exists(PathBuf),
    /// The file does not belong to this program.
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        reason: Wording,
    },
    /// A newer program wrote the file.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its layout.
        found: i64,
        /// The newest layout this program knows.
        known: i64,
    },
    /// Another program is using the file.
    Busy {
        /// How long this program waited.
        seconds: u64,
        /// The other program, if the system reports it.
        holder: Option<Holder>,
    },
    /// Another file has replaced the one that was opened.
    Replaced(PathBuf),
    /// A file left by an interrupted `init` of version 0.1.
    Unfinished(PathBuf),
    /// The journal of a deleted file would be played back into a new one.
    LeftBehind {
        /// The path of the new file.
        path: PathBuf,
        /// What is left of the old one.
        left: PathBuf,
    },
    /// Another program turned write-ahead logging on, and it cannot be turned off.
    WriteAheadLog {
        /// The file.
        path: PathBuf,
        /// The reason, if SQLite gives one.
        source: Option<rusqlite::Error>,
    },
    /// Another program changed the schema.
    Layout {
        /// The file.
        path: PathBuf,
        /// How the schema deviates.
        deviations: Vec<Deviation>,
    },
    /// Rows of foreign tables refer to rows that would be removed.
    HeldByOthers(Vec<String>),
    /// The file or its folder is read-only.
    ReadOnly(PathBuf),
    /// An error of the file system, not of SQLite.
    File {
        /// The action that failed.
        what: Action,
        /// The file.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
    /// There is no operation with this number.
    NoOperation(OperationId),
    /// There is nothing to undo.
    NothingToUndo,
    /// The operation was already undone.
    AlreadyUndone {
        /// The operation.
        operation: OperationId,
        /// The undo.
        by: OperationId,
    },
    /// Later operations depend on it.
    UndoConflict {
        /// The operation.
        operation: OperationId,
        /// The operations that prevent the undo: number, command and how.
        later: Vec<(OperationId, String, Obstacle)>,
    },
    /// The operation cannot be undone, since what it removed no longer exists anywhere.
    Final(OperationId),
    /// Attendance would be recorded in a session or an event that is cancelled.
    InCancelled(String),
    /// The state after the operation is not known any more, since former states were dropped from the journal.
    Dropped(OperationId),
    /// Somebody was removed, but the remaining data in the file's bytes could not be overwritten yet.
    Erasure {
        /// The operation that removed them.
        operation: OperationId,
        /// The reason.
        source: Box<Self>,
    },
    /// The system does not provide random numbers.
    NoRandomness(String),
    /// A stored value cannot be read.
    Damaged(Message),
    /// An error of SQLite.
    Sqlite(#[source] rusqlite::Error),
    /// An encrypted copy cannot be opened.
    Locked {
        /// The copy.
        path: PathBuf,
        /// The reason.
        source: Locked,
    },
    /// A copy is damaged.
    Unsound {
        /// The copy.
        path: PathBuf,
        /// What is wrong with it.
        reason: Message,
    },
    /// The upgrade failed.
    Upgrade {
        /// The file.
        path: PathBuf,
        /// Its layout.
        from: i64,
        /// The layout of this program.
        to: i64,
        /// The reason.
        source: Box<Self>,
    },
}

/// An action on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Creating it.
    Create,
    /// Opening it.
    Open,
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Writing a file into a folder.
    WriteInto,
    /// Writing a copy into a folder.
    CopyInto,
    /// Writing a copy next to it.
    CopyBeside,
    /// Renaming it.
    PutAside,
    /// Replacing it by another one.
    Replace,
}

/// How a later operation prevents the undo of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It changed the same rows.
    SameRows,
    /// It may have used a name or number that is needed.
    Taken,
    /// It removed a row that would be restored.
    RowIsGone,
    /// It refers to rows that would be removed.
    InUse,
}

impl StoreError {
    /// Returns the message for the user, without its causes.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(path) => message!(store::missing { path }),
            Self::Exists(path) => message!(store::exists { path }),
            Self::Foreign { path, reason } => message!(store::foreign { path, reason }),
            Self::Newer { path, found, known } => message!(store::newer { path, found, known }),
            Self::Busy { seconds, holder } => busy_message(*seconds, holder.as_ref()),
            Self::Replaced(path) => message!(store::replaced { path }),
            Self::Unfinished(path) => message!(store::unfinished { path }),
            Self::LeftBehind { left, .. } => message!(store::left_behind { path: left }),
            Self::WriteAheadLog { path, .. } => message!(store::write_ahead_log { path }),
            Self::Layout { path, deviations } => message!(store::layout {
                path,
                deviations: few(deviations)
            }),
            Self::HeldByOthers(tables) => message!(store::held_by_others { tables }),
            Self::ReadOnly(path) => message!(store::read_only { path }),
            Self::File { what, path, .. } => file_message(*what, path),
            Self::NoOperation(operation) => message!(store::no_operation { operation }),
            Self::NothingToUndo => words::NOTHING_TO_UNDO.into(),
            Self::AlreadyUndone { operation, by } => {
                message!(store::already_undone { operation, by })
            }
            Self::UndoConflict { operation, later } => message!(store::undo_conflict {
                operation,
                later: joined(later.iter().map(obstacle))
            }),
            Self::Final(operation) => message!(store::cannot_be_undone { operation }),
            Self::InCancelled(slug) => message!(store::in_cancelled { slug }),
            Self::Dropped(operation) => message!(store::dropped { operation }),
            Self::Erasure { operation, .. } => message!(store::not_erased { operation }),
            Self::NoRandomness(reason) => message!(store::no_randomness { reason }),
            Self::Damaged(what) => message!(store::damaged { what }),
            Self::Sqlite(_) => words::SQLITE.into(),
            Self::Locked { path, .. } => message!(store::locked { path }),
            Self::Unsound { path, reason } => message!(store::unsound { path, reason }),
            Self::Upgrade { path, from, to, .. } => message!(store::upgrade { path, from, to }),
        }
    }

    /// Returns the message of its direct cause, if that is an error of this module.
    pub fn cause(&self) -> Option<Message> {
        match self {
            Self::Locked { source, .. } => Some(source.message()),
            Self::Upgrade { source, .. } | Self::Erasure { source, .. } => Some(source.message()),
            _ => None,
        }
    }
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

fn busy_message(seconds: u64, holder: Option<&Holder>) -> Message {
    match holder {
        Some(Holder { name, process }) => message!(store::busy {
            seconds,
            name,
            process
        }),
        None => message!(store::busy_with_another { seconds }),
    }
}

fn file_message(what: Action, path: &Path) -> Message {
    match what {
        Action::Create => message!(store::cannot_create { path }),
        Action::Open => message!(store::cannot_open { path }),
        Action::Read => message!(store::cannot_read { path }),
        Action::Write => message!(store::cannot_write { path }),
        Action::WriteInto => message!(store::cannot_write_into { path }),
        Action::CopyInto => message!(store::cannot_copy_into { path }),
        Action::CopyBeside => message!(store::cannot_copy_beside { path }),
        Action::PutAside => message!(store::cannot_put_aside { path }),
        Action::Replace => message!(store::cannot_replace { path }),
    }
}

/// Returns the first few deviations in words.
fn few(deviations: &[Deviation]) -> Message {
    const FEW: usize = 3;
    let named = deviations.iter().take(FEW).map(Deviation::message);
    let rest = deviations.len().saturating_sub(FEW);
    let rest = (rest > 0).then(|| message!(store::more { count: rest }));
    joined(named.chain(rest))
}

fn obstacle((operation, command, how): &(OperationId, String, Obstacle)) -> Message {
    match how {
        Obstacle::SameRows => message!(store::changed_same_rows { operation, command }),
        Obstacle::Taken => message!(store::took_what_it_needs { operation, command }),
        Obstacle::RowIsGone => message!(store::removed_a_row { operation, command }),
        Obstacle::InUse => message!(store::uses_it { operation, command }),
    }
}

/// Joins several messages with semicolons.
fn joined(messages: impl Iterator<Item = Message>) -> Message {
    let joined = messages.reduce(|before, after| message!(store::and_also { before, after }));
    joined.unwrap_or_else(|| Message::verbatim(""))
}

/// The number of seconds a change waits for another program to finish.
pub(super) const BUSY_SECONDS: u64 = 5;

impl StoreError {
    /// Returns the error for a lock that was not released in time.
    pub(super) fn busy() -> Self {
        Self::Busy {
            seconds: BUSY_SECONDS,
            holder: None,
        }
    }

    /// Adds the path if SQLite may not write the file, and the program that keeps it busy.
    pub(super) fn of_file(self, path: &Path) -> Self {
        if let Self::Busy {
            seconds,
            holder: None,
        } = self
        {
            let holder = holder::of(path);
            return Self::Busy { seconds, holder };
        }
        let code = match &self {
            Self::Sqlite(error) => error.sqlite_error_code(),
            _ => None,
        };
        match code {
            // A folder in which no journal can be created makes the file read-only.
            Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen) => {
                Self::ReadOnly(path.to_owned())
            }
            _ => self,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                Self::busy()
            }
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                Self::Damaged(words::DAMAGED_PAGES.into())
            }
            _ => Self::Sqlite(error),
        }
    }
}
