//! A folder with everything in it, to be compared with another.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use crate::desk;

/// The file of the program.
pub(super) const DATABASE: &str = "rollcall.db";

/// What is in a file.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Content {
    Bytes(Vec<u8>),
    /// A file of ours, by its data: two of the same data need not have the same bytes.
    Data(String),
    /// A file of ours that cannot be opened, and why.
    Unreadable(String),
    Folder,
}

impl fmt::Debug for Content {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(formatter, "{} bytes", bytes.len()),
            Self::Data(text) => write!(formatter, "{} rows", text.lines().count()),
            Self::Unreadable(why) => formatter.write_str(why),
            Self::Folder => formatter.write_str("a folder"),
        }
    }
}

/// Every file below a folder, by its path.
pub(super) type Files = BTreeMap<String, Content>;

/// Reads a folder. Files of ours are opened as the next command opens them, which may bring back what an
/// interrupted one left half done.
pub(super) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    // Those of ours last, and their journals go then.
    let mut ours = Vec::new();
    while let Some(below) = folders.pop() {
        for entry in std::fs::read_dir(&below).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap();
            let name = name.to_str().unwrap().to_owned();
            if path.is_dir() {
                files.insert(name, Content::Folder);
                folders.push(path);
            } else if is_of_ours(&name) {
                ours.push((name, path));
            } else {
                let bytes = std::fs::read(&path).unwrap();
                // SQLite fills in the first bytes of a journal when it is synced: before that it holds nothing that
                // counts, whoever reads leaves it alone, and the next change takes its place.
                let is_unsynced =
                    name.ends_with("-journal") && bytes.first().is_none_or(|it| *it == 0);
                if !is_unsynced {
                    files.insert(name, Content::Bytes(bytes));
                }
            }
        }
    }
    for (name, path) in ours {
        let content = match data(&path) {
            Ok(data) => Content::Data(data),
            Err(why) => Content::Unreadable(why),
        };
        let journal = format!("{name}-journal");
        if files.contains_key(&journal) && !folder.join(&journal).exists() {
            files.remove(&journal);
        }
        files.insert(name, content);
    }
    files
}

/// Whether it is a file of ours, or one that `restore` put aside: of these the data are compared, since the record
/// of written files may differ.
fn is_of_ours(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| {
        it == "db" || (it.starts_with("before-restore") && !it.contains("-journal"))
    })
}

/// Returns the data of a file of ours.
fn data(path: &Path) -> Result<String, String> {
    let store = rollcall::store::Store::open(path).map_err(|error| error.to_string())?;
    let dump = store.read().dump().map_err(|error| error.to_string())?;
    // The key of a file is random, and so are the hashes that it makes.
    let known = |line: &str| match line.strip_prefix("forgotten\t") {
        Some(hash) => {
            let cells: Vec<&str> = hash.split('\t').take(3).collect();
            format!("forgotten\t{}\n", cells.join("\t"))
        }
        None => format!("{line}\n"),
    };
    Ok(dump.lines().map(known).collect())
}

/// Returns what `check` finds, where there is a file.
pub(super) fn check(folder: &Path) -> Result<(), String> {
    let path = folder.join(DATABASE);
    if !path.exists() {
        return Ok(());
    }
    let output = desk::run(&["rollcall", "--db", path.to_str().unwrap(), "check"]);
    if (output.code, output.stdout.as_str()) == (0, "sound\n") {
        Ok(())
    } else {
        Err(output.to_string())
    }
}

/// Copies a folder with all that is in it.
pub(super) fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// Lets the record of written files speak of another folder, to which they were copied.
#[expect(
    clippy::disallowed_methods,
    reason = "no command moves a file and everything that was written"
)]
pub(super) fn move_record(from: &Path, to: &Path) {
    let [from, to] = [from, to].map(|path| path.canonicalize().unwrap());
    let connection = rusqlite::Connection::open(to.join(DATABASE)).unwrap();
    connection
        .execute(
            "UPDATE written_file SET path = replace(path, ?1, ?2)",
            [from.to_str().unwrap(), to.to_str().unwrap()],
        )
        .unwrap();
}
