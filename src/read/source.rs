//! Where the bytes of an import come from, and what can be wrong with them.
//!
//! A file is read several times: once to learn its encoding, once for its delimiter, then for its
//! header and its rows. So a [`Source`] can be read from the start as often as needed, while memory
//! stays the same however long it is.
//!
//! *One handle.* The file is opened once and every pass reads through that handle at a place of its
//! own. Opening the path again could find another file there, and a pipe (`/dev/stdin`, `<(...)`)
//! cannot be opened twice at all. What has no length of its own is copied to an unnamed temporary
//! file, which only the owner can read and which is gone when the program ends.
//!
//! *Sheets.* A workbook of several tables is several sources, which share the handle.
//!
//! This file calls `budget` and `other_text`, and nothing of the other rooms.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::budget::{Budget, TooLarge};
use super::other_text;

/// Why a file could not be read; the messages are for people who do not program.
///
/// They name the file and the line, never a cell: cells hold names and addresses.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("{name}: there is no such file")]
    Missing {
        /// The file.
        name: String,
    },
    /// A folder stands where a file should.
    #[error("{name} is a folder, not a file")]
    Directory {
        /// The folder.
        name: String,
    },
    /// The system refused to read it.
    #[error("{name} cannot be read")]
    Unreadable {
        /// The file.
        name: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// It grew or shrank between two passes.
    #[error("{name} changed while it was being read")]
    Changed {
        /// The file.
        name: String,
    },
    /// No byte but blanks.
    #[error("{name} is empty")]
    Empty {
        /// The file.
        name: String,
    },
    /// A picture, an archive, a web page.
    #[error("{name} is {what}, not a table")]
    NotText {
        /// The file.
        name: String,
        /// What it is, with its article: `a PDF document`.
        what: &'static str,
    },
    /// `--encoding` names none that is known.
    #[error("there is no encoding `{label}`")]
    UnknownEncoding {
        /// What was asked for.
        label: String,
    },
    /// `--sheet` names none that the file has.
    #[error("{name} has no sheet `{sheet}`{}", sheets_there(sheets))]
    NoSheet {
        /// The file.
        name: String,
        /// What was asked for.
        sheet: String,
        /// Those it has; none where it is no workbook.
        sheets: Vec<String>,
    },
    /// A character that cannot part cells.
    #[error("{delimiter:?} cannot be a delimiter")]
    BadDelimiter {
        /// What was asked for.
        delimiter: char,
    },
    /// A quotation mark that opens a cell and is not closed.
    #[error("{name}: the quotation mark that opens a cell in line {line} is not closed")]
    OpenQuote {
        /// The file.
        name: String,
        /// The line of the mark, counted from 1.
        line: u64,
    },
    /// A row of several megabytes.
    #[error("{name}: the row in line {line} is too long to be a row of a table")]
    LongRecord {
        /// The file.
        name: String,
        /// The line the row starts in, counted from 1.
        line: u64,
    },
    /// A spreadsheet that only its password opens.
    #[error("{name} is protected with a password")]
    Protected {
        /// The file.
        name: String,
    },
    /// A spreadsheet that is cut off or broken.
    #[error("{name} is a damaged spreadsheet: {reason}")]
    DamagedSpreadsheet {
        /// The file.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Something that would take more memory or time than a table of people can need.
    #[error("{name} is too large: {what}")]
    TooLarge {
        /// The file.
        name: String,
        /// What is too large about it.
        what: TooLarge,
    },
}

impl ReadError {
    /// Returns what to do about it, as one sentence.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Directory { .. } => "name the files in it: `rollcall import FOLDER/*.csv`",
            Self::Unreadable { source, .. } => match source.kind() {
                io::ErrorKind::PermissionDenied => {
                    "you may not read this file: check its permissions"
                }
                // ERROR_SHARING_VIOLATION: Windows does not share what Excel has open.
                _ if cfg!(windows) && source.raw_os_error() == Some(32) => {
                    "another program has it open: close it there, in Excel for example"
                }
                _ => return None,
            },
            Self::Changed { .. } => "wait until it is written completely, then start again",
            Self::Empty { .. } => "export it again: nobody's answers are in it, not even a heading",
            Self::NotText { what, .. } => return Some(not_text_hint(what).to_owned()),
            Self::UnknownEncoding { .. } => {
                "usual ones are utf-8, windows-1252, latin1, utf-16le, utf-16be, windows-1250 and macintosh"
            }
            Self::BadDelimiter { .. } => "use one of `;`, `,`, `tab` and `|`",
            Self::OpenQuote { line, .. } => {
                return Some(format!(
                    "look at line {line}: take the mark out, double it, or close the cell with another one"
                ));
            }
            Self::LongRecord { .. } => "open it in a text editor: its line ends may be missing",
            Self::Protected { .. } => "open it, take the password off, and save it again",
            Self::DamagedSpreadsheet { .. } => {
                "download it again, or open it in a spreadsheet program and save it again as .xlsx or CSV"
            }
            Self::TooLarge { what, .. } => what.hint(),
            Self::NoSheet { sheets, .. } if sheets.is_empty() => {
                "leave --sheet out: it is for workbooks"
            }
            Self::Missing { .. } | Self::NoSheet { .. } => return None,
        };
        Some(hint.to_owned())
    }
}

fn sheets_there(sheets: &[String]) -> String {
    if sheets.is_empty() {
        return ": it is no workbook".to_owned();
    }
    let quoted: Vec<String> = sheets.iter().map(|sheet| format!("`{sheet}`")).collect();
    format!("; it has {}", quoted.join(", "))
}

fn not_text_hint(what: &str) -> &'static str {
    if let Some(hint) = other_text::hint(what) {
        hint
    } else if what.starts_with("a web page") {
        "probably the log-in page was saved: sign in, then export the table again as CSV or .xlsx"
    } else if what.contains("archive") || what.contains("compressed") {
        "unpack it first, and import the files in it"
    } else if what.contains("rollcall") {
        "name it with `--db`, or export its tables first"
    } else {
        "export or save the table as CSV or .xlsx"
    }
}

/// A file, or standard input, that can be read from the start any number of times.
#[derive(Debug, Clone)]
pub struct Source {
    name: Arc<str>,
    file: Arc<Mutex<File>>,
    length: u64,
    /// What reading it may take; the sheets of one workbook share it.
    budget: Budget,
    /// The sheet to be read of a workbook of ours.
    sheet: Option<Arc<str>>,
}

impl Source {
    /// Opens a file.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        let failed = |error: io::Error| unreadable(&name, error);
        // Asked before it is opened: Windows says of a folder only that access is denied.
        let metadata = std::fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return Err(ReadError::Directory { name });
        }
        let file = File::open(path).map_err(failed)?;
        if metadata.is_file() {
            let length = file.metadata().map_err(failed)?.len();
            Ok(Self::new(&name, file, length))
        } else {
            Self::from_reader(&name, file)
        }
    }

    /// Takes in everything a reader gives, standard input above all; `name` stands in messages.
    pub fn from_reader(name: &str, mut input: impl Read) -> Result<Self, ReadError> {
        let failed = |error: io::Error| unreadable(name, error);
        let mut file = tempfile::tempfile().map_err(failed)?;
        // One that never ends must not fill the disk.
        let mut input = input.by_ref().take(TooLarge::enough_of_a_stream());
        let length = io::copy(&mut input, &mut file).map_err(failed)?;
        TooLarge::unless_stream_ends(length).map_err(|what| ReadError::TooLarge {
            name: name.to_owned(),
            what,
        })?;
        Ok(Self::new(name, file, length))
    }

    fn new(name: &str, file: File, length: u64) -> Self {
        Self {
            name: name.into(),
            file: Arc::new(Mutex::new(file)),
            length,
            budget: Budget::of_file(length),
            sheet: None,
        }
    }

    /// Returns the same workbook with one sheet to be read, under a name for messages.
    pub(super) fn of_sheet(&self, name: &str, sheet: &str) -> Self {
        Self {
            name: name.into(),
            sheet: Some(sheet.into()),
            ..self.clone()
        }
    }

    /// Returns what reading it may take.
    pub(super) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// Returns the sheet to be read, where that is known.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Returns the name for messages: the file's without its folders, or `standard input`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns all bytes from the first one on; several passes may run side by side.
    pub fn bytes(&self) -> Result<SourceBytes, ReadError> {
        let length = lock(&self.file)
            .metadata()
            .map_err(|error| unreadable(&self.name, error))?
            .len();
        if length != self.length {
            return Err(ReadError::Changed {
                name: self.name.to_string(),
            });
        }
        Ok(SourceBytes {
            file: Arc::clone(&self.file),
            place: 0,
        })
    }
}

/// One pass over the bytes of a [`Source`].
#[derive(Debug)]
pub struct SourceBytes {
    file: Arc<Mutex<File>>,
    place: u64,
}

impl Read for SourceBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = lock(&self.file);
        file.seek(SeekFrom::Start(self.place))?;
        let count = file.read(buffer)?;
        self.place += count as u64;
        Ok(count)
    }
}

impl Seek for SourceBytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let before_start = || io::Error::from(io::ErrorKind::InvalidInput);
        self.place = match to {
            SeekFrom::Start(place) => place,
            SeekFrom::Current(by) => self.place.checked_add_signed(by).ok_or_else(before_start)?,
            SeekFrom::End(by) => {
                let length = lock(&self.file).metadata()?.len();
                length.checked_add_signed(by).ok_or_else(before_start)?
            }
        };
        Ok(self.place)
    }
}

/// A poisoned lock is taken all the same: every pass sets its own place before it reads.
fn lock(file: &Mutex<File>) -> std::sync::MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts the system's error in our words.
pub fn unreadable(name: &str, source: io::Error) -> ReadError {
    let name = name.to_owned();
    match source.kind() {
        io::ErrorKind::NotFound => ReadError::Missing { name },
        io::ErrorKind::IsADirectory => ReadError::Directory { name },
        _ => ReadError::Unreadable { name, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn text(mut bytes: SourceBytes) -> String {
        let mut text = String::new();
        bytes.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn passes_side_by_side_do_not_disturb_each_other() {
        let source = Source::from_reader("standard input", &b"anna;ben"[..]).unwrap();
        let mut first = source.bytes().unwrap();
        let mut four = [0; 4];
        first.read_exact(&mut four).unwrap();
        assert_eq!(text(source.bytes().unwrap()), "anna;ben");
        assert_eq!(text(first), ";ben");
        assert_eq!(source.name(), "standard input");
    }

    #[test]
    fn a_folder_and_a_missing_file_are_named_without_their_place() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder
            .path()
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let error = Source::open(folder.path()).unwrap_err();
        assert_eq!(error.to_string(), format!("{name} is a folder, not a file"));
        let error = Source::open(&folder.path().join("gone.csv")).unwrap_err();
        assert_eq!(error.to_string(), "gone.csv: there is no such file");
    }

    #[test]
    fn a_file_that_grows_between_two_passes_is_refused() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"name\nAnna\n").unwrap();
        let source = Source::open(file.path()).unwrap();
        assert_eq!(text(source.bytes().unwrap()), "name\nAnna\n");
        file.write_all(b"Ben\n").unwrap();
        assert!(matches!(source.bytes(), Err(ReadError::Changed { .. })));
    }

    #[test]
    fn a_pass_can_be_moved_from_the_end() {
        let source = Source::from_reader("standard input", &b"anna;ben"[..]).unwrap();
        let mut bytes = source.bytes().unwrap();
        bytes.seek(SeekFrom::End(-3)).unwrap();
        assert!(bytes.seek(SeekFrom::Current(-9)).is_err());
        assert_eq!(text(bytes), "ben");
    }
}
