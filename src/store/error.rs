//! What can go wrong with the file.
//!
//! No message carries a person's name or address: errors get pasted into mails.

use std::path::{Path, PathBuf};

use super::encryption::Locked;
use super::holder;
use super::layout::Deviation;
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
    /// Somebody else is at work.
    #[error("{} is using the file, and did not finish in {seconds} seconds", holder.as_deref().unwrap_or("another program"))]
    Busy {
        /// How long this program waited.
        seconds: u64,
        /// Which program it is, where the system says so.
        holder: Option<String>,
    },
    /// Another file has taken the place of the one that was opened.
    #[error("`{}` was replaced or removed while it was open; nothing was changed", .0.display())]
    Replaced(PathBuf),
    /// An interrupted `init` of version 0.1 left such a file.
    #[error("`{}` is empty: an interrupted `rollcall init` may have left it", .0.display())]
    Unfinished(PathBuf),
    /// The journal of a file that is gone would be played back into a new one.
    #[error("`{}` belongs to a file that is no longer there", left.display())]
    LeftBehind {
        /// Where a file is to be made.
        path: PathBuf,
        /// What is left of a former one.
        left: PathBuf,
    },
    /// Another program turned write-ahead logging on, and it cannot be turned off.
    #[error("another program set `{}` to write-ahead logging, and this cannot be undone now", path.display())]
    WriteAheadLog {
        /// The file.
        path: PathBuf,
        /// Why not, where SQLite says so.
        source: Option<rusqlite::Error>,
    },
    /// Another program changed the layout.
    #[error("`{}` is not as rollcall made it: {}", path.display(), few(deviations))]
    Layout {
        /// The file.
        path: PathBuf,
        /// What is not as it has to be.
        deviations: Vec<Deviation>,
    },
    /// Rows of tables that are not ours refer to what would go.
    #[error("rows of another program's table refer to what this would remove: {}", .0.join(", "))]
    HeldByOthers(Vec<String>),
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
    /// An encrypted copy does not open.
    #[error("`{}` cannot be decrypted", path.display())]
    Locked {
        /// The copy.
        path: PathBuf,
        /// Why not.
        source: Locked,
    },
    /// A copy is damaged.
    #[error("`{}` is damaged, and nothing was changed: {reason}", path.display())]
    Unsound {
        /// The copy.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The upgrade failed.
    #[error("`{}` has layout {from}, and cannot be brought to layout {to}, which this program needs", path.display())]
    Upgrade {
        /// The file.
        path: PathBuf,
        /// Its layout.
        from: i64,
        /// The layout of this program.
        to: i64,
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Returns the first few of many things in words.
fn few(deviations: &[Deviation]) -> String {
    let named = deviations.iter().take(3).map(ToString::to_string);
    let mut named: Vec<String> = named.collect();
    match deviations.len() {
        0..=3 => {}
        more => named.push(format!("{} more", more - 3)),
    }
    named.join("; ")
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
                Self::Damaged("SQLite cannot read some of its pages".to_owned())
            }
            _ => Self::Sqlite(error),
        }
    }
}
