//! Putting a backup into the place of the file.
//!
//! The backup is written beside the place, decrypted if need be, and looked at there: ours, sound, of a layout that
//! this program knows. Only then does it take the place, in one step.
//!
//! # What was there
//!
//! It is replaced only when that was asked for, is kept beside under another name, and is locked meanwhile:
//! whoever is at work on it makes `restore` give up. Whoever waits for the lock finds, once they have it, that
//! another file is in its place (`Store::expect_in_place`).
//!
//! A file that SQLite cannot open any more cannot be locked, and nobody can be at work on it.

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

/// How the file that was there is called afterwards.
const KEPT: &str = ".before-restore";

/// What a restore did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Where the file is that was there before.
    pub kept: Option<PathBuf>,
    /// What is not as this program made it, and can be made anew.
    pub deviations: Vec<Deviation>,
}

/// Whether a backup is encrypted, and needs a key.
///
/// # Errors
/// When it cannot be read.
pub fn needs_key(backup: &Path) -> Result<bool, StoreError> {
    let mut first = Vec::new();
    File::open(backup)
        .and_then(|file| file.take(64).read_to_end(&mut first))
        .map_err(cannot(Action::Read, backup))?;
    Ok(encryption::is_encrypted(&first))
}

impl Store {
    /// Puts a backup into the place of the file at `path`.
    ///
    /// # Errors
    /// When the backup is not a sound file of ours, or something is in its place and `force` was not given;
    /// then nothing changed.
    pub fn restore(
        backup: &Path,
        key: Option<&Key>,
        path: &Path,
        force: bool,
    ) -> Result<Restored, StoreError> {
        // Through a link, what it leads to is replaced, not the link.
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

/// Names the backup in an error that would be taken for one of the file.
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

/// Writes what an encrypted backup holds into a file without a name.
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

/// Copies a backup that is not encrypted into a file without a name.
fn copied(backup: &Path, folder: &Path) -> Result<Temporary, StoreError> {
    Header::read(backup)?.expect_ours(backup)?;
    copy::copied(&prepare(backup)?, folder)
}

/// Looks whether a file is sound, before it takes the place of another; names it by the backup it is of.
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

/// Puts a file into the place of another one, which is kept beside it; returns where.
fn replace(restored: Temporary, path: &Path) -> Result<PathBuf, StoreError> {
    let held = hold(path)?;
    let is_held = held.is_some();
    let (kept, _original) = put_aside(path)?;
    // Windows does not rename over a file that is open, not even here.
    let held = held.filter(|_| !cfg!(windows));
    // The journal of a file that nobody could open belongs to it, and must not be played back into what takes its
    // place.
    let sides = if is_held { &[][..] } else { &SIDE_FILES };
    let replaced = move_sides(sides, path, &kept)
        .map_err(cannot(Action::PutAside, path))
        .and_then(|()| {
            restored
                .replace(path)
                .map_err(cannot(Action::Replace, path))
        });
    if let Err(error) = replaced {
        // The file is in its place: a second name of it would only look like another copy.
        drop((move_sides(sides, &kept, path), std::fs::remove_file(&kept)));
        return Err(error);
    }
    drop(held);
    Ok(kept)
}

/// Gives the files that belong to one file to another one.
fn move_sides(suffixes: &[&str], from: &Path, to: &Path) -> io::Result<()> {
    for suffix in suffixes {
        let side = with_suffix(from, suffix);
        if side.exists() {
            std::fs::rename(&side, with_suffix(to, suffix))?;
        }
    }
    Ok(())
}

/// Locks a file, so that nobody reads or writes it; `None` for one that SQLite cannot open.
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

/// Gives a file a second name beside its own, and returns it: by a link, else by a copy. A link that an interrupted
/// restore left is used again.
///
/// The file that was copied comes along: closing it any earlier would drop the lock on it.
fn put_aside(path: &Path) -> Result<(PathBuf, Option<File>), StoreError> {
    for name in copy::names(path, KEPT) {
        match std::fs::hard_link(path, &name) {
            Ok(()) => return Ok((name, None)),
            Err(_) if Identity::of(&name).is_of_one_file(Identity::of(path)) => {
                return Ok((name, None));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) if name.symlink_metadata().is_ok() => {}
            // Not every file system knows links.
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
