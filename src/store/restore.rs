//! Replaces the file by a backup.
//!
//! The backup is written next to the file, decrypted if needed, and checked there: it must be ours, sound, and of a
//! layout that this program supports. Only then does it replace the file, in one step.
//!
//! # The existing file
//!
//! An existing file is replaced only on request, is kept in the same folder under another name, and is locked in the
//! meantime: `restore` gives up if another program is using it. A program that waits for the lock finds afterwards that
//! another file is in its place (`Store::expect_in_place`).
//!
//! A file that SQLite can no longer open cannot be locked, but then nobody can be using it.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};

use super::encryption::{self, Key};
use super::error::Action;
use super::header::Header;
use super::layout::{self, Deviation, ObjectKind};
use super::open::{
    Identity, cannot, folder_of, leave_wal, number, place, prepare, refuse_newer, refuse_occupied,
};
use super::temporary::{SIDE_FILES, Temporary, sweep, with_suffix};
use super::{Store, StoreError, copy};
use crate::catalogue::Message;
use crate::catalogue::messages::store as words;

/// The suffix of the name of the replaced file.
const KEPT: &str = ".before-restore";

/// The result of a restore.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// The path of the replaced file.
    pub kept: Option<PathBuf>,
    /// Objects that differ from what this program made, and can be rebuilt.
    pub deviations: Vec<Deviation>,
}

/// Returns whether a backup is encrypted, and needs a key.
///
/// # Errors
/// If it cannot be read.
pub fn needs_key(backup: &Path) -> Result<bool, StoreError> {
    let mut first = Vec::new();
    File::open(backup)
        .and_then(|file| file.take(64).read_to_end(&mut first))
        .map_err(cannot(Action::Read, backup))?;
    Ok(encryption::is_encrypted(&first))
}

impl Store {
    /// Replaces the file at `path` by a backup.
    ///
    /// # Errors
    /// If the backup is not a sound file of ours, or there is an existing file and `force` was not given; nothing was
    /// changed then.
    pub fn restore(
        backup: &Path,
        key: Option<&Key>,
        path: &Path,
        force: bool,
    ) -> Result<Restored, StoreError> {
        // If the path is a link, its target is replaced, not the link.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if backup.canonicalize().is_ok_and(|backup| backup == *path) {
            return Err(StoreError::Exists(path.clone()));
        }
        let is_there = path.symlink_metadata().is_ok();
        if !(is_there && force) {
            refuse_occupied(path)?;
        }
        let folder = folder_of(path);
        sweep(folder);
        let of_backup = |error| of_backup(error, backup);
        let restored = match key {
            Some(key) => decrypted(backup, key, folder)?,
            None => copied(backup, folder).map_err(of_backup)?,
        };
        let deviations = inspect(restored.path(), backup).map_err(of_backup)?;
        let kept = if is_there {
            Some(replace(restored, path)?)
        } else {
            place(restored, path)?;
            None
        };
        Ok(Restored { kept, deviations })
    }
}

/// Changes an error to refer to the backup instead of the file.
fn of_backup(error: StoreError, backup: &Path) -> StoreError {
    let reason = match error {
        StoreError::Damaged(reason) => reason,
        StoreError::Unfinished(_) => words::IT_IS_EMPTY.into(),
        other => return other.of_file(backup),
    };
    StoreError::Unsound {
        path: backup.to_owned(),
        reason,
    }
}

/// Decrypts a backup into a temporary file.
fn decrypted(backup: &Path, key: &Key, folder: &Path) -> Result<Temporary, StoreError> {
    let mut restored =
        Temporary::for_database(folder).map_err(cannot(Action::WriteInto, folder))?;
    let input = File::open(backup).map_err(cannot(Action::Read, backup))?;
    encryption::decrypt(input, key, BufWriter::new(restored.file())).map_err(|source| {
        StoreError::Locked {
            path: backup.to_owned(),
            source,
        }
    })?;
    Ok(restored)
}

/// Copies an unencrypted backup into a temporary file.
fn copied(backup: &Path, folder: &Path) -> Result<Temporary, StoreError> {
    Header::read(backup)?.expect_ours(backup)?;
    copy::copied(&prepare(backup)?, folder)
}

/// Checks whether a file is sound before it replaces another; errors refer to its backup.
fn inspect(restored: &Path, backup: &Path) -> Result<Vec<Deviation>, StoreError> {
    let is_wal = Header::read(restored)?.expect_ours(backup)?;
    let connection = prepare(restored)?;
    if is_wal {
        leave_wal(&connection, backup)?;
    }
    let unsound = |reason: Message| StoreError::Unsound {
        path: backup.to_owned(),
        reason,
    };
    let found = number(&connection, "user_version")?;
    refuse_newer(backup, found)?;
    let said: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(unsound(Message::verbatim(said)));
    }
    if found < layout::newest() {
        // It is upgraded when it is opened, and compared then.
        return Ok(Vec::new());
    }
    let deviations = layout::compare(&connection)?.deviations;
    match deviations
        .iter()
        .find(|it| it.object.kind == ObjectKind::Table)
    {
        Some(table) => Err(unsound(table.message())),
        None => Ok(deviations),
    }
}

/// Replaces a file, which is kept in the same folder; returns its new path.
fn replace(restored: Temporary, path: &Path) -> Result<PathBuf, StoreError> {
    let held = hold(path)?;
    let is_held = held.is_some();
    let (kept, _original) = put_aside(path)?;
    // Windows cannot rename over a file that is open, not even by this program.
    let held = held.filter(|_| !cfg!(windows));
    // The journal of a file that could not be opened belongs to it, and must not be played back into its replacement.
    let sides = if is_held { &[][..] } else { &SIDE_FILES };
    let replaced = move_sides(sides, path, &kept)
        .map_err(cannot(Action::PutAside, path))
        .and_then(|()| {
            restored
                .replace(path)
                .map_err(cannot(Action::Replace, path))
        });
    if let Err(error) = replaced {
        // The original file is still in place: a second name for it would only look like another copy.
        drop((move_sides(sides, &kept, path), std::fs::remove_file(&kept)));
        return Err(error);
    }
    drop(held);
    Ok(kept)
}

/// Moves the files that belong to one file to another one.
fn move_sides(suffixes: &[&str], from: &Path, to: &Path) -> io::Result<()> {
    for suffix in suffixes {
        let side = with_suffix(from, suffix);
        if side.exists() {
            std::fs::rename(&side, with_suffix(to, suffix))?;
        }
    }
    Ok(())
}

/// Locks a file so that nobody reads or writes it; `None` if SQLite cannot open it.
fn hold(path: &Path) -> Result<Option<Connection>, StoreError> {
    let is_wal = match Header::read(path)? {
        Header::Ours { is_wal } => is_wal,
        Header::Empty | Header::NoDatabase => return Ok(None),
        other @ Header::OtherDatabase => other.expect_ours(path)?,
    };
    let held = prepare(path).and_then(|connection| {
        if is_wal {
            leave_wal(&connection, path)?;
        }
        connection.execute_batch("BEGIN EXCLUSIVE")?;
        Ok(connection)
    });
    match held {
        Ok(connection) => Ok(Some(connection)),
        Err(StoreError::Damaged(_) | StoreError::Foreign { .. }) => Ok(None),
        Err(StoreError::Sqlite(error))
            if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) =>
        {
            Ok(None)
        }
        Err(error) => Err(error.of_file(path)),
    }
}

/// Gives a file a second name in the same folder, and returns it: by a link, else by a copy. A link that an interrupted
/// restore left is used again.
///
/// If it was copied, the original's handle is returned as well: closing it any earlier would drop the lock on it.
fn put_aside(path: &Path) -> Result<(PathBuf, Option<File>), StoreError> {
    for name in copy::names(path, KEPT) {
        match std::fs::hard_link(path, &name) {
            Ok(()) => return Ok((name, None)),
            Err(_) if Identity::of(&name).is_of_one_file(Identity::of(path)) => {
                return Ok((name, None));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) if name.symlink_metadata().is_ok() => {}
            // Not every file system supports links.
            Err(_) => {
                let failed = cannot(Action::PutAside, path);
                let original = File::open(path).map_err(&failed)?;
                let mut copy = Temporary::create(folder_of(path)).map_err(&failed)?;
                io::copy(&mut BufReader::new(&original), copy.file()).map_err(&failed)?;
                copy.file().flush().map_err(&failed)?;
                place(copy, &name)?;
                return Ok((name, Some(original)));
            }
        }
    }
    Err(StoreError::Exists(with_suffix(path, KEPT)))
}
