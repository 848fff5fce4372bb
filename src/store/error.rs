//! What can go wrong with the file.
//!
//! No message carries a person's name or address: errors get pasted into mails.

use std::path::{Path, PathBuf};

use crate::model::OperationId;

/// A failure of the store; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error("there is no rollcall file at `{}`", .0.display())]
    Missing(PathBuf),
    /// `init` found a file in its place.
    #[error("`{}` exists already", .0.display())]
    Exists(PathBuf),
    /// The file is something else.
    #[error("`{}` is not a rollcall file: {reason}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        reason: &'static str,
    },
    /// A newer program wrote the file.
    #[error("`{}` was written by a newer rollcall (layout {found}, this program knows up to {known})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its layout.
        found: i64,
        /// The newest layout this program knows.
        known: i64,
    },
    /// Somebody else is writing.
    #[error("another program is changing the file, and did not finish in {0} seconds")]
    Busy(u64),
    /// The file, or its folder, may be read and nothing more.
    #[error("`{}` is read-only, and nothing was changed", .0.display())]
    ReadOnly(PathBuf),
    /// The disk, not SQLite.
    #[error("cannot {what} `{}`", path.display())]
    File {
        /// What was tried.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// There is no operation of that number.
    #[error("there is no operation {0}")]
    NoOperation(OperationId),
    /// Nothing to take back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// It was taken back already.
    #[error("operation {operation} was taken back by operation {by}")]
    AlreadyUndone {
        /// The operation.
        operation: OperationId,
        /// The undo.
        by: OperationId,
    },
    /// Later operations built on it.
    #[error("operation {operation} cannot be taken back: {}", later_text(later))]
    UndoConflict {
        /// The operation.
        operation: OperationId,
        /// Who stands in the way: number, command and how.
        later: Vec<(OperationId, String, &'static str)>,
    },
    /// A stored value cannot be read.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// SQLite's own.
    #[error("the database reported a problem")]
    Sqlite(#[source] rusqlite::Error),
    /// The upgrade failed.
    #[error("the file could not be brought to this program's layout")]
    Upgrade(#[source] rusqlite_migration::Error),
}

fn later_text(later: &[(OperationId, String, &'static str)]) -> String {
    later
        .iter()
        .map(|(id, command, how)| format!("operation {id} (`{command}`) {how}"))
        .collect::<Vec<_>>()
        .join("; ")
}

/// Seconds a change waits for another program to finish.
pub(super) const BUSY_SECONDS: u64 = 5;

impl StoreError {
    /// Names the file where SQLite may not write it.
    pub(super) fn of_file(self, path: &Path) -> Self {
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
                Self::Busy(BUSY_SECONDS)
            }
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                Self::Damaged("SQLite cannot read some of its pages".to_owned())
            }
            _ => Self::Sqlite(error),
        }
    }
}
