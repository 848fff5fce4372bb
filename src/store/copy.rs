//! Makes copies of the file: backups, and copies kept before something replaces it.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::encryption::{self, Lock};
use super::error::Action;
use super::open::{cannot, connect_unshared, folder_of, place, refuse_occupied};
use super::temporary::{Temporary, sweep, with_suffix};
use super::{Store, StoreError};

/// The number of pages copied at once; in between, others may write.
const PAGES: i32 = 1024;

impl Store {
    /// Writes a copy of the file in its current state, consistent even while others write.
    ///
    /// # Errors
    /// If `target` already exists; nothing is changed then.
    pub fn copy_to(&self, target: &Path) -> Result<(), StoreError> {
        refuse_occupied(target)?;
        let folder = folder_of(target);
        sweep(folder);
        let connection = self.connection.connection()?;
        let copy = copied(&connection, folder).map_err(|error| error.of_file(&self.path))?;
        place(copy, target)
    }
}

impl Store {
    /// Writes an encrypted copy of the file.
    ///
    /// The copy is made in memory, so that unencrypted data never reaches the disk, and the file is not locked during
    /// encryption and writing.
    ///
    /// # Errors
    /// If `target` already exists; nothing is changed then.
    pub fn encrypt_to(&self, target: &Path, lock: Lock) -> Result<(), StoreError> {
        if target.symlink_metadata().is_ok() {
            return Err(StoreError::Exists(target.to_owned()));
        }
        let folder = folder_of(target);
        sweep(folder);
        let connection = self.connection.connection()?;
        let bytes = connection
            .serialize("main")
            .map_err(|error| StoreError::from(error).of_file(&self.path))?;
        let failed = cannot(Action::Write, target);
        let mut copy = Temporary::create(folder).map_err(&failed)?;
        encryption::encrypt(&bytes, lock, BufWriter::new(copy.file())).map_err(&failed)?;
        place(copy, target)
    }
}

/// Returns a complete copy of a database as a temporary file.
pub(super) fn copied(connection: &Connection, folder: &Path) -> Result<Temporary, StoreError> {
    let temporary = Temporary::for_database(folder).map_err(cannot(Action::CopyInto, folder))?;
    let mut copy = connect_unshared(temporary.path())?;
    let backup = Backup::new(connection, &mut copy)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More => {}
            // SQLite has waited for the maximum time.
            _ => return Err(StoreError::busy()),
        }
    }
    drop(backup);
    drop(copy);
    Ok(temporary)
}

/// Keeps a copy of a file in the same folder, under its name and `suffix`, and returns its path.
///
/// Existing files are kept: if one is the same copy, it is used; if not, the new one gets a number.
pub(super) fn keep(
    connection: &Connection,
    path: &Path,
    suffix: &str,
) -> Result<PathBuf, StoreError> {
    // SQLite's backup API needs a source without a transaction that writes, not even one of ours.
    let bytes = connection.serialize("main")?;
    let failed = cannot(Action::CopyBeside, path);
    for name in names(path, suffix) {
        if name.symlink_metadata().is_err() {
            let mut copy = Temporary::create(folder_of(path)).map_err(&failed)?;
            copy.file().write_all(&bytes).map_err(&failed)?;
            place(copy, &name)?;
            return Ok(name);
        }
        if std::fs::read(&name).is_ok_and(|there| *there == *bytes) {
            return Ok(name);
        }
    }
    Err(StoreError::Exists(with_suffix(path, suffix)))
}

/// Returns `rollcall.db.layout1`, `rollcall.db.layout1-2` and so on.
pub(super) fn names(path: &Path, suffix: &str) -> impl Iterator<Item = PathBuf> {
    let first = with_suffix(path, suffix);
    let next = first.clone();
    let numbered = (2..u32::MAX).map(move |number| with_suffix(&next, &format!("-{number}")));
    std::iter::once(first).chain(numbered)
}
