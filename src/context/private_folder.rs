//! A folder for data that nobody else may see and that must not remain: the page that a browser prints with the
//! browser's profile, and a temporary database.
//!
//! It is among the system's temporary files, for its owner alone, and is removed when it is no longer needed, even if
//! the process is interrupted. If the process is killed, the folder remains: the lock in it ends with the process, and
//! the next creation of such a folder, or the next command that opens a database, removes folders that are not locked.

use std::fs::{DirEntry, File};
use std::io;
use std::path::{Path, PathBuf};

use super::interruption;

/// The prefix of the name of such a folder; twelve random letters follow.
const PREFIX: &str = "rollcall-";

/// The number of random letters that follow.
const RANDOM_LETTERS: usize = 12;

/// The file in it that is locked.
const LOCK: &str = "lock";

/// A folder that is removed at the end.
#[derive(Debug)]
pub(super) struct PrivateFolder {
    path: PathBuf,
    /// Held as long as the folder is needed.
    lock: Option<File>,
}

impl PrivateFolder {
    /// Creates a folder in `parent`, and removes abandoned ones there.
    ///
    /// # Errors
    /// If `parent` cannot be written to.
    pub(super) fn create(parent: &Path) -> io::Result<Self> {
        sweep(parent);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).rand_bytes(RANDOM_LETTERS);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let path = builder.tempdir_in(parent)?.keep();
        interruption::add_folder(&path);
        let mut made = Self { path, lock: None };
        let lock = File::create_new(made.path.join(LOCK))?;
        // If the file system does not support locks, nobody else can lock it either, and nothing is swept.
        drop(lock.lock());
        made.lock = Some(lock);
        Ok(made)
    }

    /// Returns its path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns whether its owner is root.
    #[cfg(unix)]
    pub(super) fn is_of_root(&self) -> bool {
        std::fs::metadata(&self.path).is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0)
    }

    /// Returns whether its owner is root.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "as on other systems")]
    pub(super) fn is_of_root(&self) -> bool {
        false
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        // Windows cannot remove open files.
        drop(self.lock.take());
        interruption::remove_folder(&self.path);
    }
}

/// Removes the folders in `parent` that no running program has locked; returns how many there were.
pub(super) fn sweep(parent: &Path) -> usize {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let abandoned = entries
        .filter(is_ours)
        .filter(|it| is_abandoned(&it.path()));
    abandoned
        .filter(|it| std::fs::remove_dir_all(it.path()).is_ok())
        .count()
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
    random.is_some_and(|it| {
        it.len() == RANDOM_LETTERS && it.bytes().all(|it| it.is_ascii_alphanumeric())
    }) && entry.file_type().is_ok_and(|it| it.is_dir())
}

/// Returns whether a folder is abandoned. One without a lock is about to get it.
fn is_abandoned(folder: &Path) -> bool {
    let lock = folder.join(LOCK);
    let is_file = std::fs::symlink_metadata(&lock).is_ok_and(|it| it.is_file());
    is_file && File::open(&lock).is_ok_and(|lock| lock.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_folder_is_gone_with_all_that_is_in_it() {
        let parent = tempfile::tempdir().unwrap();
        let folder = PrivateFolder::create(parent.path()).unwrap();
        std::fs::create_dir(folder.path().join("profile")).unwrap();
        std::fs::write(folder.path().join("profile/page.html"), "Anna Müller").unwrap();
        drop(folder);
        assert_eq!(names(parent.path()), [""; 0]);
    }

    #[test]
    fn what_somebody_holds_stays_and_what_nobody_holds_goes() {
        let parent = tempfile::tempdir().unwrap();
        let held = PrivateFolder::create(parent.path()).unwrap();
        for name in [
            "rollcall-abcDEF123456",
            "rollcall-abcDEF123457",
            "rollcall-notes",
        ] {
            std::fs::create_dir(parent.path().join(name)).unwrap();
        }
        std::fs::write(parent.path().join("rollcall-abcDEF123456/lock"), "").unwrap();
        std::fs::write(parent.path().join("rollcall-abcDEF123456/page.html"), "").unwrap();
        assert_eq!(sweep(parent.path()), 1);
        assert!(held.path().exists());
        // One is just being created, and one belongs to another program.
        assert_eq!(names(parent.path()).len(), 3);
    }

    #[cfg(unix)]
    #[test]
    fn it_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let parent = tempfile::tempdir().unwrap();
        let folder = PrivateFolder::create(parent.path()).unwrap();
        let metadata = std::fs::metadata(folder.path()).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o700);
    }
}
