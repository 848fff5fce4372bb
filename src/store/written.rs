//! The record of files that this program wrote: kept beside the data, on a best-effort basis.
//!
//! It answers two questions. May a file be replaced without asking? Only if it contains what this program wrote. And
//! where is a person named? In the files whose row has the person's number.
//!
//! The record is not an operation: it is neither in `history` nor in a dump, and `undo` does not change it. It has a
//! connection of its own, which gives up quickly if another program is writing: a report must not wait for its note.
//!
//! # Interrupted commands
//!
//! Before a command writes into a folder for the first time, it records the path (with `hash` NULL), so that a later
//! one finds what is left if it is interrupted. It records the content before the file is moved into place, along with
//! the content it replaces: whichever of the two is there afterwards, this program wrote it. So `hash` contains one
//! SHA-256 or two, the newer one first.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::open::connect;
use super::{Reader, Store, StoreError};
use crate::catalogue::messages::store as words;
use crate::model::{Instant, PersonId, time};

/// How long to wait for another program, in milliseconds.
const PATIENCE: u64 = 1000;

/// The value of `people` for a copy of the whole database.
const EVERYBODY: &str = "all";

/// Adds a file, or updates its content.
const RECORD: &str = "INSERT INTO written_file (path, time, hash, people) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (path) DO UPDATE SET time = excluded.time, hash = excluded.hash, people = excluded.people";

/// The record, open for reading and writing.
#[derive(Debug)]
pub struct WrittenFiles {
    connection: Connection,
    database: PathBuf,
}

/// A file that is about to be moved into place.
#[derive(Debug, Clone)]
pub struct WrittenFile {
    /// The path: absolute, with links resolved.
    pub path: PathBuf,
    /// The SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// The SHA-256 of what this program had written there before, if it is still there.
    pub replaces: Option<String>,
    /// The people named in it.
    pub people: BTreeSet<PersonId>,
}

/// A file that names a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingFile {
    /// The path it was written to; it may have been moved or removed since.
    pub path: PathBuf,
    /// The time in ISO 8601, UTC.
    pub time: String,
    /// Whether it is a copy of the whole database.
    pub is_copy: bool,
}

impl WrittenFiles {
    /// Opens the record of a database that [`Store::open`] has opened before.
    ///
    /// # Errors
    /// If the database cannot be read, or its layout has no such record.
    pub fn open(database: &Path) -> Result<Self, StoreError> {
        let connection = connect(database)?;
        connection.busy_timeout(Duration::from_millis(PATIENCE))?;
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;")?;
        connection.prepare("SELECT path, time, hash, people FROM written_file")?;
        Ok(Self {
            connection,
            database: database.to_owned(),
        })
    }

    /// Returns the SHA-256 of everything that this program wrote into a file and that may be in it; `None` if the
    /// record does not contain the file. A copy of the database has none: it is never treated as an output that may be
    /// replaced.
    pub fn hashes(&self, path: &Path) -> Result<Option<Vec<String>>, StoreError> {
        let known = self.connection.query_row(
            "SELECT coalesce(hash, '') FROM written_file WHERE path = ?1",
            [text_of(path)],
            |row| row.get::<_, String>(0),
        );
        let split = |hashes: String| hashes.split_whitespace().map(str::to_owned).collect();
        Ok(known.optional()?.map(split))
    }

    /// Returns the folders of all files in the record.
    pub fn folders(&self) -> Result<BTreeSet<PathBuf>, StoreError> {
        let mut statement = self.connection.prepare("SELECT path FROM written_file")?;
        let paths = statement.query_map([], |row| row.get::<_, String>(0))?;
        let folder = |path: String| Some(Path::new(&path).parent()?.to_owned());
        let folders: Result<Vec<_>, _> = paths.map(|path| path.map(folder)).collect();
        Ok(folders?.into_iter().flatten().collect())
    }

    /// Records files that are about to be written into folders that the record does not contain yet.
    ///
    /// # Errors
    /// [`StoreError::Busy`] and [`StoreError::ReadOnly`] among others; the files can be written all the same.
    pub fn announce(&mut self, paths: &[&Path], now: Instant) -> Result<(), StoreError> {
        let known = self.folders()?;
        let is_new = |path: &&&Path| path.parent().is_some_and(|it| !known.contains(it));
        let new: Vec<&&Path> = paths.iter().filter(is_new).collect();
        if new.is_empty() {
            return Ok(());
        }
        self.change(|connection| {
            for path in new {
                connection.execute(
                    "INSERT INTO written_file (path, time, hash, people) VALUES (?1, ?2, NULL, '[]')",
                    params![text_of(path), time::to_utc_text(now)],
                )?;
            }
            Ok(())
        })
    }

    /// Records files that are written and about to be moved into place, all of them or none.
    ///
    /// # Errors
    /// [`StoreError::Busy`] and [`StoreError::ReadOnly`] among others; the files can be moved into place all the same.
    pub fn record(&mut self, files: &[WrittenFile], now: Instant) -> Result<(), StoreError> {
        self.change(|connection| {
            for file in files {
                let hash = match &file.replaces {
                    Some(before) if *before != file.hash => format!("{} {before}", file.hash),
                    _ => file.hash.clone(),
                };
                let people: Vec<String> = file.people.iter().map(ToString::to_string).collect();
                let people = format!("[{}]", people.join(","));
                let path = text_of(&file.path);
                connection.execute(RECORD, params![path, time::to_utc_text(now), hash, people])?;
            }
            Ok(())
        })
    }

    /// Removes a file that no longer exists from the record.
    ///
    /// # Errors
    /// The same as for [`WrittenFiles::record`].
    pub fn strike_out(&mut self, path: &Path) -> Result<(), StoreError> {
        let path = text_of(path);
        self.change(|connection| {
            connection.execute("DELETE FROM written_file WHERE path = ?1", [path])?;
            Ok(())
        })
    }

    /// Passes every name and address of every person to `each`: as written in a list, as spoken, as recorded elsewhere.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn each_name(&self, mut each: impl FnMut(PersonId, &str)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT id, given_name || ' ' || family_name FROM person
             UNION ALL SELECT id, family_name || ' ' || given_name FROM person
             UNION ALL SELECT person_id, name FROM person_alias
             UNION ALL SELECT person_id, address FROM person_address",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let name = row.get_ref(1)?;
            each(
                PersonId(row.get(0)?),
                name.as_str().map_err(|_| unreadable())?,
            );
        }
        Ok(())
    }

    fn change(
        &mut self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let made = (|| {
            let transaction = self
                .connection
                .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            work(&transaction)?;
            transaction.commit()
        })();
        made.map_err(|error| StoreError::from(error).of_file(&self.database))
    }
}

impl Store {
    /// Records a copy of the whole database, which names everybody in it. It is never replaced without asking.
    ///
    /// # Errors
    /// [`StoreError::Busy`] and [`StoreError::ReadOnly`] among others; the copy is valid without being recorded.
    pub fn record_copy(&self, copy: &Path, now: Instant) -> Result<(), StoreError> {
        let path = copy.canonicalize().unwrap_or_else(|_| copy.to_owned());
        WrittenFiles::open(self.path())?.change(|connection| {
            let time = time::to_utc_text(now);
            let values = params![text_of(&path), time, None::<String>, EVERYBODY];
            connection.execute(RECORD, values)?;
            Ok(())
        })
    }
}

impl Reader<'_> {
    /// Returns the files that this program wrote and that name a person, including copies of the database, the newest
    /// first.
    pub fn files_that_name(&self, person: PersonId) -> Result<Vec<NamingFile>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(
            "SELECT path, time, people = ?2 FROM written_file
             WHERE people = ?2 OR EXISTS (
                 SELECT 1 FROM json_each(CASE people WHEN ?2 THEN '[]' ELSE people END) WHERE value = ?1)
             ORDER BY time DESC, id DESC",
        )?;
        let files = statement.query_map(params![person.0, EVERYBODY], |row| {
            Ok(NamingFile {
                path: row.get::<_, String>(0)?.into(),
                time: row.get(1)?,
                is_copy: row.get(2)?,
            })
        })?;
        Ok(files.collect::<Result<_, _>>()?)
    }
}

/// Returns the path as stored in the record. A name that is not Unicode is stored lossily; the hash still distinguishes
/// it from others.
fn text_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn unreadable() -> StoreError {
    StoreError::Damaged(words::NAME_IS_NOT_TEXT.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(folder: &Path) -> (Store, WrittenFiles) {
        let database = folder.join("a.db");
        let store = Store::create(&database).unwrap();
        (store, WrittenFiles::open(&database).unwrap())
    }

    fn file(path: &str, hash: &str, replaces: Option<&str>, people: &[i64]) -> WrittenFile {
        WrittenFile {
            path: path.into(),
            hash: hash.to_owned(),
            replaces: replaces.map(str::to_owned),
            people: people.iter().copied().map(PersonId).collect(),
        }
    }

    #[test]
    fn what_was_written_last_and_what_it_replaced_are_ours_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let (_store, mut written) = record(folder.path());
        let path = Path::new("/lists/a.csv");
        let now = Instant::UNIX_EPOCH;
        written.announce(&[path], now).unwrap();
        let known = |written: &WrittenFiles, path| written.hashes(Path::new(path)).unwrap();
        assert_eq!(known(&written, "/lists/a.csv"), Some(Vec::new()));
        written
            .record(&[file("/lists/a.csv", "h1", None, &[])], now)
            .unwrap();
        written
            .record(&[file("/lists/a.csv", "h2", Some("h1"), &[])], now)
            .unwrap();
        let both = vec!["h2".to_owned(), "h1".to_owned()];
        assert_eq!(known(&written, "/lists/a.csv"), Some(both));
        assert_eq!(known(&written, "/lists/b.csv"), None);
        written.strike_out(path).unwrap();
        assert_eq!(known(&written, "/lists/a.csv"), None);
    }

    #[test]
    fn a_folder_is_announced_once() {
        let folder = tempfile::tempdir().unwrap();
        let (_store, mut written) = record(folder.path());
        let paths = [Path::new("/lists/a.csv"), Path::new("/lists/b.csv")];
        let rows = |written: &WrittenFiles| -> i64 {
            let count = "SELECT count(*) FROM written_file";
            written
                .connection
                .query_row(count, [], |row| row.get(0))
                .unwrap()
        };
        written.announce(&paths[..1], Instant::UNIX_EPOCH).unwrap();
        written.announce(&paths, Instant::UNIX_EPOCH).unwrap();
        assert_eq!(rows(&written), 1);
        assert_eq!(written.folders().unwrap(), ["/lists".into()].into());
    }

    #[test]
    fn who_is_named_in_which_file_can_be_asked() {
        let folder = tempfile::tempdir().unwrap();
        let (store, mut written) = record(folder.path());
        let files = [
            file("/lists/a.csv", "h1", None, &[1, 12]),
            file("/lists/b.csv", "h2", None, &[2]),
        ];
        written.record(&files, Instant::UNIX_EPOCH).unwrap();
        let copy = folder.path().join("copy.db");
        std::fs::write(&copy, "").unwrap();
        store.record_copy(&copy, Instant::UNIX_EPOCH).unwrap();
        let naming = |person| -> Vec<(PathBuf, bool)> {
            let files = store.read().files_that_name(PersonId(person)).unwrap();
            files.into_iter().map(|it| (it.path, it.is_copy)).collect()
        };
        let copy = (copy.canonicalize().unwrap(), true);
        assert_eq!(naming(1), [copy.clone(), ("/lists/a.csv".into(), false)]);
        assert_eq!(naming(3), std::slice::from_ref(&copy));
        assert_eq!(written.hashes(&copy.0).unwrap(), Some(Vec::new()));
    }
}
