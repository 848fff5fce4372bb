//! What can go wrong with the file.
//!
//! No message carries a person's name or address: errors get pasted into mails.

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
    /// There is no file.
    Missing(PathBuf),
    /// `init` found a file in its place.
    Exists(PathBuf),
    /// The file is something else.
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
    /// Somebody else is at work.
    Busy {
        /// How long this program waited.
        seconds: u64,
        /// Which program it is, where the system says so.
        holder: Option<Holder>,
    },
    /// Another file has taken the place of the one that was opened.
    Replaced(PathBuf),
    /// An interrupted `init` of version 0.1 left such a file.
    Unfinished(PathBuf),
    /// The journal of a file that is gone would be played back into a new one.
    LeftBehind {
        /// Where a file is to be made.
        path: PathBuf,
        /// What is left of a former one.
        left: PathBuf,
    },
    /// Another program turned write-ahead logging on, and it cannot be turned off.
    WriteAheadLog {
        /// The file.
        path: PathBuf,
        /// Why not, where SQLite says so.
        source: Option<rusqlite::Error>,
    },
    /// Another program changed the layout.
    Layout {
        /// The file.
        path: PathBuf,
        /// What is not as it has to be.
        deviations: Vec<Deviation>,
    },
    /// Rows of tables that are not ours refer to what would go.
    HeldByOthers(Vec<String>),
    /// The file, or its folder, may be read and nothing more.
    ReadOnly(PathBuf),
    /// The disk, not SQLite.
    File {
        /// What was tried.
        what: Action,
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// There is no operation of that number.
    NoOperation(OperationId),
    /// Nothing to take back.
    NothingToUndo,
    /// It was taken back already.
    AlreadyUndone {
        /// The operation.
        operation: OperationId,
        /// The undo.
        by: OperationId,
    },
    /// Later operations built on it.
    UndoConflict {
        /// The operation.
        operation: OperationId,
        /// Who stands in the way: number, command and how.
        later: Vec<(OperationId, String, Obstacle)>,
    },
    /// What it removed is nowhere any more.
    Final(OperationId),
    /// Somebody was removed, and what is left of them in the file's bytes could not be overwritten yet.
    Erasure {
        /// The operation that removed them.
        operation: OperationId,
        /// Why not.
        source: Box<Self>,
    },
    /// The system gives no random numbers.
    NoRandomness(String),
    /// A stored value cannot be read.
    Damaged(Message),
    /// SQLite's own.
    Sqlite(#[source] rusqlite::Error),
    /// An encrypted copy does not open.
    Locked {
        /// The copy.
        path: PathBuf,
        /// Why not.
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
        /// Why not.
        source: Box<Self>,
    },
}

/// What is tried with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To make it.
    Create,
    /// To open it.
    Open,
    /// To read it.
    Read,
    /// To write it.
    Write,
    /// To write a file into a folder.
    WriteInto,
    /// To write a copy into a folder.
    CopyInto,
    /// To write a copy beside it.
    CopyBeside,
    /// To give it another name.
    PutAside,
    /// To put another one into its place.
    Replace,
}

/// What a later operation has to do with one that is to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It changed the same rows.
    SameRows,
    /// It may have taken a name or number that is needed.
    Taken,
    /// It removed a row that would be restored.
    RowIsGone,
    /// It refers to what would go.
    InUse,
}

impl StoreError {
    /// Returns it in words, without its causes.
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
            Self::Erasure { operation, .. } => message!(store::not_erased { operation }),
            Self::NoRandomness(reason) => message!(store::no_randomness { reason }),
            Self::Damaged(what) => message!(store::damaged { what }),
            Self::Sqlite(_) => words::SQLITE.into(),
            Self::Locked { path, .. } => message!(store::locked { path }),
            Self::Unsound { path, reason } => message!(store::unsound { path, reason }),
            Self::Upgrade { path, from, to, .. } => message!(store::upgrade { path, from, to }),
        }
    }

    /// Returns its nearest cause in words, where that is one of this room.
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

/// Returns several messages as one, with semicolons.
fn joined(messages: impl Iterator<Item = Message>) -> Message {
    let joined = messages.reduce(|before, after| message!(store::and_also { before, after }));
    joined.unwrap_or_else(|| Message::verbatim(""))
}

/// Seconds a change waits for another program to finish.
pub(super) const BUSY_SECONDS: u64 = 5;

impl StoreError {
    /// What is said when somebody else did not let go of the file in time.
    pub(super) fn busy() -> Self {
        Self::Busy {
            seconds: BUSY_SECONDS,
            holder: None,
        }
    }

    /// Names the file where SQLite may not write it, and whoever keeps it busy.
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
            // A folder that takes no journal is as good as a file that takes no change.
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
