//! Creates and opens the file.
//!
//! A new file is created under another name and moved into place when it is complete, so that an interrupted `init`
//! leaves nothing behind that blocks the next one. An existing file is first identified by its bytes (see
//! [`super::header`]): files of other programs are never changed.
//!
//! # Older layouts
//!
//! A file of an older layout is copied to the same folder and upgraded, both under one lock, so that two programs do
//! not upgrade it twice. The copy is complete before the upgrade begins; after an interruption in between, the same
//! copy is used again.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::error::{Action, BUSY_SECONDS};
use super::header::{APPLICATION_ID, Header};
use super::keeper::Keeper;
use super::temporary::{SIDE_FILES, Temporary, sweep, with_suffix};
use super::{Committed, Store, StoreError, copy, layout};
use crate::catalogue::messages::store as words;

impl Store {
    /// Creates the file, readable and writable by its owner alone.
    ///
    /// # Errors
    /// If the path is occupied, or the folder cannot be written to.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        refuse_occupied(path)?;
        let folder = folder_of(path);
        sweep(folder);
        let temporary = Temporary::for_database(folder).map_err(cannot(Action::Create, path))?;
        let connection = connect_unshared(temporary.path())?;
        connection.execute_batch("BEGIN")?;
        layout::upgrade(&connection, 0)?;
        connection.execute_batch("COMMIT")?;
        drop(connection);
        place(temporary, path)?;
        Self::open(path)
    }

    /// Opens a file; copies it to the same folder and upgrades it if it is older.
    ///
    /// # Errors
    /// If it does not exist, or is foreign, newer or damaged.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let is_wal = Header::read(path)?.expect_ours(path)?;
        sweep(folder_of(path));
        let identity = Identity::of(path);
        let mut connection = prepare(path).map_err(|error| error.of_file(path))?;
        if is_wal {
            leave_wal(&connection, path)?;
        }
        let found = number(&connection, "user_version").map_err(|error| error.of_file(path))?;
        if number(&connection, "application_id")? != i64::from(APPLICATION_ID) {
            // The journal of an interrupted `init` was played back, and the file is still empty.
            return Err(StoreError::Unfinished(path.to_owned()));
        }
        refuse_newer(path, found)?;
        clear_unsynced_journal(&connection, path, found);
        let kept = if found < layout::newest() {
            upgrade(&mut connection, path, found)?
        } else {
            None
        };
        let mut store = Self {
            connection: Keeper::new(connection),
            path: path.to_owned(),
            identity,
            kept,
            erased: None,
            committed: Committed::default(),
            author: None,
        };
        store.erased = store.finish_erasure()?;
        Ok(store)
    }

    /// Checks that the file at the path is still the one that was opened.
    ///
    /// `restore` may replace it while this program waits for the lock: a change would then go to the file that was put
    /// aside.
    pub(super) fn expect_in_place(&self) -> Result<(), StoreError> {
        if self.identity == Identity::of(&self.path) {
            Ok(())
        } else {
            Err(StoreError::Replaced(self.path.clone()))
        }
    }
}

/// Clears a journal that an interrupted change had not yet synced.
///
/// SQLite fills in its first bytes when it is synced. Before that nothing was written to the file, and readers ignore
/// the journal, which contains the former rows. The next change overwrites it: this makes one, which sets a number to
/// its current value, unless another program is using the file.
fn clear_unsynced_journal(connection: &Connection, path: &Path, layout: i64) {
    let mut first = [0];
    let journal = std::fs::File::open(with_suffix(path, "-journal"));
    let is_unsynced = journal.is_ok_and(|mut it| {
        it.read(&mut first)
            .is_ok_and(|count| count == 0 || first == [0])
    });
    if !is_unsynced {
        return;
    }
    // A program that holds the lock is writing that very journal, and what cannot be cleared now is cleared later.
    drop(connection.busy_timeout(Duration::ZERO));
    let change = format!("BEGIN IMMEDIATE; PRAGMA user_version = {layout}; COMMIT");
    if connection.execute_batch(&change).is_err() && !connection.is_autocommit() {
        drop(connection.execute_batch("ROLLBACK"));
    }
    drop(connection.busy_timeout(Duration::from_secs(BUSY_SECONDS)));
}

/// Distinguishes a file from another one of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(Option<(u64, u64)>);

impl Identity {
    /// Whether both are known to be one file under two names.
    pub(super) fn is_of_one_file(self, other: Self) -> bool {
        self.0.is_some() && self == other
    }

    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        let metadata = std::fs::metadata(path).ok();
        Self(metadata.map(|it| (it.dev(), it.ino())))
    }

    /// On other systems an open file cannot be replaced.
    #[cfg(not(unix))]
    pub(super) fn of(_path: &Path) -> Self {
        Self(None)
    }
}

/// Upgrades a file, unless another program did so in the meantime; returns the copy of the original.
fn upgrade(
    connection: &mut Connection,
    path: &Path,
    found: i64,
) -> Result<Option<PathBuf>, StoreError> {
    let failed = |source: StoreError| StoreError::Upgrade {
        path: path.to_owned(),
        from: found,
        to: layout::newest(),
        source: Box::new(source),
    };
    if connection.is_readonly("main")? {
        return Err(failed(StoreError::ReadOnly(path.to_owned())));
    }
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| StoreError::from(error).of_file(path))?;
    let found = number(&transaction, "user_version")?;
    if found >= layout::newest() {
        return Ok(None);
    }
    let copy = copy::keep(&transaction, path, &format!(".layout{found}")).map_err(failed)?;
    layout::upgrade(&transaction, found).map_err(failed)?;
    let committed = transaction.commit();
    committed.map_err(|error| failed(error.into()))?;
    Ok(Some(copy))
}

/// Refuses a file of a layout that this program does not support.
pub(super) fn refuse_newer(path: &Path, found: i64) -> Result<(), StoreError> {
    if found <= layout::newest() {
        return Ok(());
    }
    Err(StoreError::Newer {
        path: path.to_owned(),
        found,
        known: layout::newest(),
    })
}

/// Refuses to create a database at an occupied path, or where remains of an old one are: SQLite would play the journal
/// of a deleted file back into a new one of the same name.
///
/// # Errors
/// [`StoreError::Exists`], [`StoreError::Unfinished`] or [`StoreError::LeftBehind`].
pub fn refuse_occupied(path: &Path) -> Result<(), StoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(match Header::read(path) {
            Ok(Header::Empty) => StoreError::Unfinished(path.to_owned()),
            _ => StoreError::Exists(path.to_owned()),
        });
    }
    for suffix in SIDE_FILES {
        let left = with_suffix(path, suffix);
        if left.symlink_metadata().is_ok() {
            return Err(StoreError::LeftBehind {
                path: path.to_owned(),
                left,
            });
        }
    }
    Ok(())
}

/// Moves a complete file to a path that must not exist yet.
pub(super) fn place(temporary: Temporary, path: &Path) -> Result<(), StoreError> {
    temporary.place(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
        _ => cannot(Action::Create, path)(source),
    })
}

/// Converts an error of the file system.
pub(super) fn cannot(what: Action, path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    let path = path.to_owned();
    move |source| StoreError::File {
        what,
        path: path.clone(),
        source,
    }
}

/// Returns the folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Returns the value of a numeric pragma.
pub(super) fn number(connection: &Connection, pragma: &str) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, pragma, |row| row.get(0))?)
}

/// Turns off write-ahead logging that another program turned on: the log is written into the file, so that it is a
/// single file at rest again.
pub(super) fn leave_wal(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let mode = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| {
        row.get::<_, String>(0)
    });
    let refused = |source| StoreError::WriteAheadLog {
        path: path.to_owned(),
        source,
    };
    match mode {
        Ok(mode) if mode == "delete" => Ok(()),
        Ok(_) => Err(refused(None)),
        Err(error) => Err(refused(Some(error))),
    }
}

/// Opens a connection to a file of ours.
pub(super) fn prepare(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path)?;
    connection.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
    connection.set_prepared_statement_cache_capacity(128);
    // A cache of 32 MiB: a bulk import uses its index pages again and again, and the memory does not depend on the size
    // of the file.
    connection
        .execute_batch(
            "PRAGMA foreign_keys = ON;
             PRAGMA synchronous = FULL;
             PRAGMA cache_size = -32768;
             PRAGMA trusted_schema = OFF;",
        )
        .map_err(|error| not_a_database(path, error))?;
    Ok(connection)
}

/// Opens a connection to a new file that nobody else knows of, and that is worthless until it is complete.
pub(super) fn connect_unshared(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path)?;
    connection.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
    Ok(connection)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that opens a connection"
)]
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    // Never create here: a new file is created for its owner alone.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).map_err(|error| {
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) {
            cannot(Action::Open, path)(std::io::Error::from(std::io::ErrorKind::PermissionDenied))
        } else {
            StoreError::from(error)
        }
    })
}

fn not_a_database(path: &Path, error: rusqlite::Error) -> StoreError {
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) {
        StoreError::Foreign {
            path: path.to_owned(),
            reason: words::NO_DATABASE,
        }
    } else {
        error.into()
    }
}

#[cfg(test)]
#[path = "open_tests.rs"]
mod tests;
