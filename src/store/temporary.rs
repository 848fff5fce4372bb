//! Temporary files that are moved into place when they are complete.
//!
//! A file that must exist completely or not at all is written under another name in the same folder, and renamed when
//! it is complete. If the program is interrupted, that other file remains, with personal data in it. So the names are
//! recognisable (`.rollcall-` and twelve random letters), the file is locked while it is being written, and [`sweep`]
//! removes those that are not locked. A lock ends with its process, however that ends.
//!
//! A database cannot be locked itself: SQLite has its own locks in the file, and on Windows a locked file cannot be
//! read through a second handle. [`Temporary::for_database`] therefore locks a separate file, whose name ends in
//! `-lock`. The files that SQLite keeps next to a database (`-journal` and others) belong to the database they are
//! named after, and are removed with it.
//!
//! If a file system does not support locks, nothing is locked and nothing is swept.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

/// The prefix of the name of every temporary file.
const PREFIX: &str = ".rollcall-";

/// The number of random letters that follow.
const RANDOM_LETTERS: usize = 12;

/// The suffix of the name of a lock file.
const LOCK: &str = "-lock";

/// The suffixes of the files that SQLite keeps next to a database.
pub const SIDE_FILES: [&str; 3] = ["-journal", "-wal", "-shm"];

/// How often creation is retried if another program sweeps the file away before it is locked.
const ATTEMPTS: usize = 16;

/// A file that is removed unless it is moved into place.
#[derive(Debug)]
pub struct Temporary {
    file: File,
    path: TempPath,
    /// The file that is locked in place of a database.
    lock: Option<(File, TempPath)>,
}

impl Temporary {
    /// Creates an empty file in `folder`, readable and writable by its owner alone, and locks it.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn create(folder: &Path) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let made = tempfile::Builder::new()
                .prefix(PREFIX)
                .rand_bytes(RANDOM_LETTERS)
                .suffix("")
                .tempfile_in(folder)?;
            let (file, path) = made.into_parts();
            lock(&file);
            // Another program that swept in between saw an unlocked file.
            if path.exists() {
                let lock = None;
                return Ok(Self { file, path, lock });
            }
        }
        Err(io::Error::other("another program removes the new file"))
    }

    /// Creates an empty file for a database: SQLite may open and lock it under its path.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn for_database(folder: &Path) -> io::Result<Self> {
        let mut made = Self::create(folder)?;
        let path = with_suffix(&made.path, LOCK);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path)?;
        lock(&file);
        made.lock = Some((file, TempPath::try_from_path(path)?));
        // No sweep can remove it: the lock file next to it protects it.
        drop(made.file.unlock());
        Ok(made)
    }

    /// Returns the path of the file until it is moved into place.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the file, open for reading and writing.
    pub fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Moves the file to `target`, replacing an existing file, after syncing it to the disk.
    ///
    /// # Errors
    /// If it cannot be synced or renamed; `target` is then unchanged, and the file is removed.
    pub fn replace(self, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        self.path.persist(target).map_err(|failed| failed.error)?;
        sync_folder(target);
        Ok(())
    }

    /// Moves the file to a path that must not exist yet, after syncing it to the disk.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if the path exists; the existing file is unchanged.
    pub fn place(self, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        self.path
            .persist_noclobber(target)
            .map_err(|failed| failed.error)?;
        sync_folder(target);
        Ok(())
    }
}

/// Removes the temporary files in a folder that no running program has locked; returns how many there were.
///
/// Files that cannot be read, locked or removed are left alone: this is only housekeeping on the way to something else.
pub fn sweep(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let mut groups: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        if let Some(random) = name.to_str().and_then(random_letters)
            && entry.file_type().is_ok_and(|it| it.is_file())
        {
            groups
                .entry(random.to_owned())
                .or_default()
                .push(entry.path());
        }
    }
    groups.into_values().map(remove_abandoned).sum()
}

/// Returns the temporary files in a folder, locked or not.
pub fn left_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_ours = |entry: &std::fs::DirEntry| {
        let name = entry.file_name();
        name.to_str().and_then(random_letters).is_some()
    };
    let ours = entries.filter(is_ours).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = ours.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Returns the random letters in the name of a temporary file, or of a file that belongs to one.
fn random_letters(name: &str) -> Option<&str> {
    let (random, end) = name
        .strip_prefix(PREFIX)?
        .split_at_checked(RANDOM_LETTERS)?;
    let is_ours = end.is_empty() || end == LOCK || SIDE_FILES.contains(&end);
    (is_ours && random.bytes().all(|it| it.is_ascii_alphanumeric())).then_some(random)
}

/// Removes a file and those that belong to it, unless one of them is locked.
fn remove_abandoned(mut files: Vec<PathBuf>) -> usize {
    // The lock file is removed last: until then it shows that the others are being removed.
    files.sort_by_key(|path| path.to_string_lossy().ends_with(LOCK));
    let mut held = Vec::new();
    for path in &files {
        let opened = OpenOptions::new().read(true).write(true).open(path);
        match opened.map(|file| file.try_lock().map(|()| file)) {
            Ok(Ok(file)) => held.push(file),
            _ => return 0,
        }
    }
    let removed = files.iter().map(std::fs::remove_file);
    removed.flatten().count()
}

/// Locks a file if the file system supports locks; if it does not, nobody else can lock it either, and it is never
/// considered abandoned.
fn lock(file: &File) {
    drop(file.lock());
}

/// Returns a path with a suffix appended to its name.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Makes a new name survive a power failure, if the file system supports that.
///
/// Errors are ignored, since the file already has its name: an error would make a finished change look failed.
fn sync_folder(target: &Path) {
    if cfg!(unix) {
        let folder = target.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = File::open(folder.unwrap_or(Path::new(".")));
        drop(folder.and_then(|folder| folder.sync_all()));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Creates what a killed program leaves: the file without its lock.
    fn abandoned(folder: &Path, end: &str) -> PathBuf {
        let path = folder.join(format!("{PREFIX}abcDEF123456{end}"));
        std::fs::write(&path, "Anna Müller").unwrap();
        path
    }

    #[test]
    fn a_file_takes_its_place_as_a_whole_or_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("list.csv");
        std::fs::write(&target, "before").unwrap();
        let mut file = Temporary::create(folder.path()).unwrap();
        file.file().write_all(b"after").unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"before");
        file.replace(&target).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"after");
        drop(Temporary::create(folder.path()).unwrap());
        drop(Temporary::for_database(folder.path()).unwrap());
        assert_eq!(names(folder.path()), ["list.csv"]);
    }

    #[test]
    fn what_must_not_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("copy.db");
        Temporary::for_database(folder.path())
            .unwrap()
            .place(&target)
            .unwrap();
        std::fs::write(&target, "mine").unwrap();
        let refused = Temporary::for_database(folder.path())
            .unwrap()
            .place(&target);
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&target).unwrap(), b"mine");
        assert_eq!(names(folder.path()), ["copy.db"]);
    }

    #[test]
    fn what_somebody_holds_is_not_swept_and_what_nobody_holds_is() {
        let folder = tempfile::tempdir().unwrap();
        let held = Temporary::create(folder.path()).unwrap();
        let database = Temporary::for_database(folder.path()).unwrap();
        let journal = with_suffix(database.path(), "-journal");
        std::fs::write(&journal, "rows").unwrap();
        abandoned(folder.path(), "");
        abandoned(folder.path(), "-journal");
        abandoned(folder.path(), LOCK);
        assert_eq!(sweep(folder.path()), 3);
        assert!(held.path().exists() && database.path().exists() && journal.exists());
        assert_eq!(sweep(folder.path()), 0);
        drop((held, database));
        assert_eq!(
            sweep(folder.path()),
            1,
            "a journal is of no use without its database"
        );
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn files_of_others_are_not_swept() {
        let folder = tempfile::tempdir().unwrap();
        let others = [
            ".rollcall-notes",
            ".rollcall-abcDEF123456.txt",
            ".rollcall-abcDEF12345ü",
            "rollcall-abcDEF123456",
        ];
        for name in others {
            std::fs::write(folder.path().join(name), "mine").unwrap();
        }
        std::fs::create_dir(folder.path().join(".rollcall-abcDEF123457")).unwrap();
        assert_eq!(sweep(folder.path()), 0);
        assert_eq!(names(folder.path()).len(), 5);
    }

    #[cfg(unix)]
    #[test]
    fn every_temporary_file_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let _file = Temporary::create(folder.path()).unwrap();
        let _database = Temporary::for_database(folder.path()).unwrap();
        for name in names(folder.path()) {
            let metadata = std::fs::metadata(folder.path().join(&name)).unwrap();
            assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{name}");
        }
    }
}
