//! Protects files that no output may ever replace, by whatever path: the database in use and the files next to it, and
//! the inputs of the call.
//!
//! Two paths are compared by the file that they lead to, so that links and different spellings are recognised. A file
//! that does not exist yet, like a journal, is compared by its folder and its name; some file systems ignore letter
//! case in names.
//!
//! On Unix no file is opened for that: closing a file would drop all locks that SQLite holds on it in this process.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use crate::catalogue::messages::files as words;
use crate::error::Error;
use crate::message;
use crate::store::temporary::{SIDE_FILES, with_suffix};

/// Why a file is protected.
#[derive(Debug, Clone, Copy)]
pub(super) enum Protects {
    /// It is the database in use.
    Database,
    /// SQLite keeps it next to the database.
    Journal,
    /// The call reads it.
    Input,
    /// It is the template of the call.
    Template,
}

impl Protects {
    /// Returns the name by which its message is chosen.
    fn as_str(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Journal => "journal",
            Self::Input => "input",
            Self::Template => "template",
        }
    }
}

/// The files that an output must not replace.
#[derive(Debug, Default)]
pub(super) struct Protected {
    files: Vec<(PathBuf, Protects)>,
}

impl Protected {
    /// Protects the database, and the files that SQLite may keep next to it: under its name, and under the name that a
    /// link leads to.
    pub(super) fn of_database(database: &Path) -> Self {
        let mut protected = Self::default();
        protected.add(database, Protects::Database);
        let led_to = database.canonicalize().ok();
        for path in led_to.iter().map(PathBuf::as_path).chain([database]) {
            for suffix in SIDE_FILES {
                let side = with_suffix(path, suffix);
                protected.add(&side, Protects::Journal);
            }
        }
        protected
    }

    /// Protects one more file.
    pub(super) fn add(&mut self, path: &Path, what: Protects) {
        self.files.push((path.to_owned(), what));
    }

    /// Refuses a target that is one of the files.
    ///
    /// # Errors
    /// An error of the command line that names the target and why it is protected.
    pub(super) fn check(&self, target: &Path) -> Result<(), Error> {
        let Some((path, what)) = self.files.iter().find(|(path, _)| is_same(target, path)) else {
            return Ok(());
        };
        let refused = message!(files::protected {
            file: target,
            what: what.as_str(),
            leads: target.file_name() != path.file_name()
        });
        Err(Error::usage(refused).hinted(words::ANOTHER_FILE))
    }
}

/// Returns whether two paths lead to the same file, or would if it existed.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.exists(), other.exists()) {
        (true, true) => is_one_file(one, other),
        (false, false) => is_one_name(one, other),
        _ => false,
    }
}

#[cfg(unix)]
fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |path: &Path| {
        let metadata = std::fs::metadata(path).ok()?;
        Some((metadata.dev(), metadata.ino()))
    };
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

#[cfg(not(unix))]
fn is_one_file(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}

fn is_one_name(one: &Path, other: &Path) -> bool {
    let name = |path: &Path| {
        let name = path.file_name()?.to_string_lossy();
        Some(name.nfc().flat_map(char::to_lowercase).collect::<String>())
    };
    name(one).is_some_and(|one| name(other) == Some(one))
        && is_one_file(folder_of(one), folder_of(other))
}

/// Returns the folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    fn refused(protected: &Protected, target: &Path) -> Option<String> {
        let error = protected.check(target).err()?;
        assert_eq!(error.kind, Kind::Usage);
        Some(error.message.in_english())
    }

    #[test]
    fn a_file_that_is_not_there_yet_is_known_by_its_name_in_any_letter_case() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("größe.db");
        std::fs::write(&database, "").unwrap();
        let protected = Protected::of_database(&database);
        for name in [
            "größe.db-journal",
            "GRÖSSE.db-journal",
            "GRÖßE.DB-JOURNAL",
            "gro\u{308}ße.db-wal",
            "./größe.db-shm",
        ] {
            let refused = refused(&protected, &folder.path().join(name));
            let is_other_name = name.starts_with("GRÖSSE");
            assert_eq!(refused.is_none(), is_other_name, "{name}: {refused:?}");
        }
        assert_eq!(
            refused(&protected, &folder.path().join("a/größe.db-wal")),
            None
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_seen_through() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("real.db"), "").unwrap();
        std::fs::write(path("other.csv"), "").unwrap();
        std::os::unix::fs::symlink("real.db", path("link.db")).unwrap();
        std::os::unix::fs::symlink("link.db", path("report.html")).unwrap();
        std::fs::hard_link(path("real.db"), path("hard.csv")).unwrap();
        let protected = Protected::of_database(&path("link.db"));
        for name in ["real.db", "link.db", "report.html", "hard.csv"] {
            assert!(refused(&protected, &path(name)).is_some(), "{name}");
        }
        for name in ["real.db-journal", "link.db-journal"] {
            assert!(refused(&protected, &path(name)).is_some(), "{name}");
        }
        assert_eq!(refused(&protected, &path("other.csv")), None);
        assert_eq!(refused(&protected, &path("new.csv")), None);
    }
}
