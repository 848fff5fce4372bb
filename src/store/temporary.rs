//! Files that are not yet what they will be.
//!
//! A file that must be there as a whole or not at all is written under another name beside its place, and
//! renamed when it is complete. Whoever is interrupted leaves that other file behind, with personal data in
//! it. So the names are recognisable (`.rollcall-` and twelve random letters), the file is locked for as long
//! as somebody writes it, and [`sweep`] removes those that nobody holds. A lock ends with its process,
//! however that ends.
//!
//! A database cannot be locked itself: SQLite has locks of its own in the file, and on Windows a locked file
//! cannot be read through a second handle. [`Temporary::for_database`] therefore locks a file of its own,
//! named with `-lock` at its end. The files that SQLite keeps beside a database (`-journal` and others)
//! belong to the database they are named after, and are removed with it.
//!
//! Where a file system knows no locks, nothing is locked and nothing is swept.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

/// How the name of every temporary file begins.
const PREFIX: &str = ".rollcall-";

/// How many random letters follow.
const RANDOM_LETTERS: usize = 12;

/// The end of the name of a file that is there to be locked.
const LOCK: &str = "-lock";

/// What SQLite adds to the name of a database for the files beside it.
pub const SIDE_FILES: [&str; 3] = ["-journal", "-wal", "-shm"];

/// How often a name is tried that somebody else sweeps away between its creation and its lock.
const ATTEMPTS: usize = 16;

/// A file that is removed unless it is put into its place.
#[derive(Debug)]
pub struct Temporary {
    file: File,
    path: TempPath,
    /// What is locked in place of a database.
    lock: Option<(File, TempPath)>,
}

impl Temporary {
    /// Creates an empty file in `folder`, readable and writable by its owner alone, and locks it.
    ///
    /// # Errors
    /// When the folder does not take it.
    pub fn create(folder: &Path) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let made = tempfile::Builder::new()
                .prefix(PREFIX)
                .rand_bytes(RANDOM_LETTERS)
                .suffix("")
                .tempfile_in(folder)?;
            let (file, path) = made.into_parts();
            lock(&file);
            // Somebody who swept in between saw a file that nobody held.
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
    /// When the folder does not take it.
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
        // Nobody can have taken it: the lock beside it says that it is held.
        drop(made.file.unlock());
        Ok(made)
    }

    /// Returns where the file is until it is put into its place.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the file, open for reading and writing.
    pub fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Puts the file in the place of `target`, over whatever is there, once it is safely on the disk.
    ///
    /// # Errors
    /// When it cannot be synced or renamed; `target` is then as it was, and the file is gone.
    pub fn replace(self, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        self.path.persist(target).map_err(|failed| failed.error)?;
        sync_folder(target);
        Ok(())
    }

    /// Puts the file where nothing may be yet, once it is safely on the disk.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] when something is there, which stays as it is.
    pub fn place(self, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        self.path
            .persist_noclobber(target)
            .map_err(|failed| failed.error)?;
        sync_folder(target);
        Ok(())
    }
}

/// Removes the temporary files in a folder that no running program holds; returns how many there were.
///
/// What cannot be read, locked or removed is left alone: this is housekeeping on the way to something else.
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

/// Returns the temporary files in a folder, whoever holds them.
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

/// Returns the random letters of a temporary file's name, or of a file that belongs to one.
fn random_letters(name: &str) -> Option<&str> {
    let (random, end) = name
        .strip_prefix(PREFIX)?
        .split_at_checked(RANDOM_LETTERS)?;
    let is_ours = end.is_empty() || end == LOCK || SIDE_FILES.contains(&end);
    (is_ours && random.bytes().all(|it| it.is_ascii_alphanumeric())).then_some(random)
}

/// Removes a file and those that belong to it, unless somebody holds one of them.
fn remove_abandoned(mut files: Vec<PathBuf>) -> usize {
    // The lock goes last: until then it says that the others are being dealt with.
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

/// Locks a file where the file system knows locks; where it does not, nobody else can lock it either, and it is
/// never taken for abandoned.
fn lock(file: &File) {
    drop(file.lock());
}

/// Returns a path with something after its last letter.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Makes a name that was just given survive a power failure, where the file system can do that.
///
/// The name is given by then, whatever the disk says of it: an error here would call a change undone that is done.
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

    /// Leaves what somebody who was killed leaves: the file without its lock.
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
