//! Copies of the file: backups, and what is kept before something replaces it.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::encryption::{self, Lock};
use super::error::Action;
use super::open::{cannot, connect_unshared, folder_of, place, refuse_occupied};
use super::temporary::{Temporary, sweep, with_suffix};
use super::{Store, StoreError};

/// Pages that are copied at once; in between, others may write.
const PAGES: i32 = 1024;

impl Store {
    /// Writes a copy of the file as it is now, whole even while others write.
    ///
    /// # Errors
    /// When something is at `target` already; then nothing changed.
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
    /// Writes a copy of the file that only those can read who hold a key.
    ///
    /// The copy is made in memory, so that what is not encrypted never reaches the disk, and nobody waits
    /// for the file while it is encrypted and written.
    ///
    /// # Errors
    /// When something is at `target` already; then nothing changed.
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

/// Returns a complete copy of a database that has no name yet.
pub(super) fn copied(connection: &Connection, folder: &Path) -> Result<Temporary, StoreError> {
    let temporary = Temporary::for_database(folder).map_err(cannot(Action::CopyInto, folder))?;
    let mut copy = connect_unshared(temporary.path())?;
    let backup = Backup::new(connection, &mut copy)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More => {}
            // SQLite has waited as long as it may.
            _ => return Err(StoreError::busy()),
        }
    }
    drop(backup);
    drop(copy);
    Ok(temporary)
}

/// Keeps a copy of a file beside it, under its name and `suffix`, and returns where.
///
/// What is there already stays: if it is the same copy, that one counts; if it is not, the new one gets a
/// number.
pub(super) fn keep(
    connection: &Connection,
    path: &Path,
    suffix: &str,
) -> Result<PathBuf, StoreError> {
    // SQLite's way of copying needs a source that nobody is about to change, not even we.
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
