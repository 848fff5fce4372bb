//! Creating, opening and copying the file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use super::error::BUSY_SECONDS;
use super::keeper::Keeper;
use super::{Store, StoreError};

/// `rllc`, as `schema/v1.sql` writes it.
const APPLICATION_ID: i64 = 1_919_708_259;

/// Every layout there ever was, oldest first; only ever added to. The newest one makes the views.
const LAYOUTS: &[M<'static>] = &[
    M::up(include_str!("schema/v1.sql")),
    M::up(concat!(
        include_str!("schema/v2.sql"),
        include_str!("schema/views.sql")
    )),
];

fn migrations() -> Migrations<'static> {
    Migrations::from_slice(LAYOUTS)
}

fn newest_layout() -> i64 {
    i64::try_from(LAYOUTS.len()).unwrap_or(i64::MAX)
}

impl Store {
    /// Creates the file, readable and writable by its owner alone.
    ///
    /// # Errors
    /// When something is there already, or the folder does not take it.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        create_owner_only(path)?;
        let created = prepare(path).and_then(|mut connection| {
            migrations()
                .to_latest(&mut connection)
                .map_err(StoreError::Upgrade)?;
            Ok(Self::of(connection, path))
        });
        if created.is_err() {
            // Ours, new, and of no use to anybody.
            drop(std::fs::remove_file(path));
        }
        created
    }

    /// Opens a file, upgrading an older one after copying it beside itself.
    ///
    /// # Errors
    /// When there is none, or it is foreign, newer or damaged.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        match std::fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::Missing(path.to_owned()));
            }
            Err(source) => {
                return Err(StoreError::File {
                    what: "open",
                    path: path.to_owned(),
                    source,
                });
            }
            Ok(metadata) if metadata.is_dir() => {
                return Err(StoreError::Foreign {
                    path: path.to_owned(),
                    reason: "it is a folder",
                });
            }
            Ok(metadata) if metadata.len() == 0 => {
                return Err(StoreError::Foreign {
                    path: path.to_owned(),
                    reason: "it is empty",
                });
            }
            Ok(_) => {}
        }
        let mut connection = prepare(path)?;
        let application: i64 = connection
            .query_row("PRAGMA application_id", [], |row| row.get(0))
            .map_err(|error| not_a_database(path, error))?;
        if application != APPLICATION_ID {
            return Err(StoreError::Foreign {
                path: path.to_owned(),
                reason: "it is another program's database",
            });
        }
        let layout: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if layout > newest_layout() {
            return Err(StoreError::Newer {
                path: path.to_owned(),
                found: layout,
                known: newest_layout(),
            });
        }
        if layout < newest_layout() {
            let mut copy_path = path.as_os_str().to_owned();
            copy_path.push(format!(".layout{layout}"));
            copy(&connection, &PathBuf::from(copy_path))?;
            migrations()
                .to_latest(&mut connection)
                .map_err(StoreError::Upgrade)?;
        }
        Ok(Self::of(connection, path))
    }

    /// Writes a copy of the file as it is now, whole even while others write.
    ///
    /// # Errors
    /// When something is at `target` already.
    pub fn copy_to(&self, target: &Path) -> Result<(), StoreError> {
        copy(&*self.connection.connection()?, target)
    }

    fn of(connection: Connection, path: &Path) -> Self {
        Self {
            connection: Keeper::new(connection),
            path: path.to_owned(),
            committed: super::Committed::default(),
        }
    }
}

fn copy(connection: &Connection, target: &Path) -> Result<(), StoreError> {
    create_owner_only(target)?;
    let copied = connect(target).and_then(|mut copy| {
        rusqlite::backup::Backup::new(connection, &mut copy)?.run_to_completion(
            1024,
            Duration::ZERO,
            None,
        )?;
        Ok(())
    });
    if copied.is_err() {
        // Half a copy is worse than none.
        drop(std::fs::remove_file(target));
    }
    copied
}

fn prepare(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path)?;
    connection.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
    connection.set_prepared_statement_cache_capacity(128);
    // A cache of 32 MiB: a bulk import touches its index pages again and again, and the memory
    // stays the same whatever the file's size.
    connection
        .execute_batch(
            "PRAGMA foreign_keys = ON;
             PRAGMA journal_mode = DELETE;
             PRAGMA synchronous = FULL;
             PRAGMA cache_size = -32768;
             PRAGMA trusted_schema = OFF;",
        )
        .map_err(|error| not_a_database(path, error))?;
    Ok(connection)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that opens a connection"
)]
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    // Never create here: `create_owner_only` decides the file's permissions.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).map_err(|error| {
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) {
            StoreError::File {
                what: "open",
                path: path.to_owned(),
                source: std::io::Error::from(std::io::ErrorKind::PermissionDenied),
            }
        } else {
            StoreError::from(error)
        }
    })
}

fn not_a_database(path: &Path, error: rusqlite::Error) -> StoreError {
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) {
        StoreError::Foreign {
            path: path.to_owned(),
            reason: "it is no database at all",
        }
    } else {
        error.into()
    }
}

/// Makes a new empty file that its owner alone may read, or says why not.
fn create_owner_only(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists(path.to_owned()))
        }
        Err(source) => Err(StoreError::File {
            what: "create",
            path: path.to_owned(),
            source,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_can_be_made() {
        migrations().validate().unwrap();
    }

    #[test]
    fn a_foreign_a_newer_and_a_missing_file_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        assert!(matches!(Store::open(&path), Err(StoreError::Missing(_))));

        std::fs::write(&path, "name,email\n".repeat(100)).unwrap();
        assert!(matches!(
            Store::open(&path),
            Err(StoreError::Foreign { .. })
        ));

        let other = folder.path().join("b.db");
        drop(Store::create(&other).unwrap());
        let connection = connect(&other).unwrap();
        connection
            .execute_batch("PRAGMA user_version = 99")
            .unwrap();
        drop(connection);
        assert!(matches!(
            Store::open(&other),
            Err(StoreError::Newer { found: 99, .. })
        ));
    }

    #[cfg(unix)]
    #[test]
    fn the_file_and_its_copy_are_their_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::create(&path).unwrap();
        let copy = folder.path().join("copy.db");
        store.copy_to(&copy).unwrap();
        for file in [path, copy] {
            let mode = std::fs::metadata(file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
