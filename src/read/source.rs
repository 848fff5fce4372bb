//! The bytes of an import, and the errors in reading them.
//!
//! A file is read several times: for its encoding, its delimiter, its header and its rows. So a [`Source`] can be read
//! from the start as often as needed, with constant memory whatever its length.
//!
//! *One handle.* The file is opened once and every pass reads through that handle with its own position. Opening the
//! path again could find another file there, and a pipe (`/dev/stdin`, `<(...)`) cannot be opened twice at all.
//! Anything without a length is copied to an unnamed temporary file, which only the owner can read and which disappears
//! when the program ends.
//!
//! *Sheets.* A workbook with several tables is several sources that share the handle.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::budget::{Budget, TooLarge};
use super::named::quoted;
use super::other_text;
use crate::catalogue::messages::read;
use crate::catalogue::{Message, Wording};
use crate::display_in_english;
use crate::message;

/// The reason why a file could not be read; the messages are for people who do not program.
///
/// They name the file and the line, never a cell: cells contain names and addresses.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file does not exist.
    Missing {
        /// The file.
        name: String,
    },
    /// It is a folder rather than a file.
    Directory {
        /// The folder.
        name: String,
    },
    /// The system refused to read it.
    Unreadable {
        /// The file.
        name: String,
        /// The system's error.
        #[source]
        source: io::Error,
    },
    /// It grew or shrank between two passes.
    Changed {
        /// The file.
        name: String,
    },
    /// It is empty or only has whitespace.
    Empty {
        /// The file.
        name: String,
    },
    /// A picture, an archive, a web page.
    NotText {
        /// The file.
        name: String,
        /// What it is, with its article: `a PDF document`.
        what: Wording,
    },
    /// `--encoding` does not name a known encoding.
    UnknownEncoding {
        /// The given label.
        label: String,
    },
    /// `--sheet` does not name a sheet of the file.
    NoSheet {
        /// The file.
        name: String,
        /// The given sheet.
        sheet: String,
        /// The sheets of the file; empty if it is not a workbook.
        sheets: Vec<String>,
    },
    /// A character that cannot be a delimiter.
    BadDelimiter {
        /// The given character.
        delimiter: char,
    },
    /// A quotation mark that opens a cell and is not closed.
    OpenQuote {
        /// The file.
        name: String,
        /// The line of the quotation mark, counted from 1.
        line: u64,
    },
    /// A row of several megabytes.
    LongRecord {
        /// The file.
        name: String,
        /// The line the row starts in, counted from 1.
        line: u64,
    },
    /// A spreadsheet with a password.
    Protected {
        /// The file.
        name: String,
    },
    /// A spreadsheet that is truncated or broken.
    DamagedSpreadsheet {
        /// The file.
        name: String,
        /// What is wrong with it.
        reason: Message,
    },
    /// Something that would need more memory or time than a table of people should.
    TooLarge {
        /// The file.
        name: String,
        /// What is too large about it.
        what: TooLarge,
    },
}

impl ReadError {
    /// Says what happened.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing { name } => message!(read::missing { file: name }),
            Self::Directory { name } => message!(read::directory { file: name }),
            Self::Unreadable { name, .. } => message!(read::unreadable { file: name }),
            Self::Changed { name } => message!(read::changed { file: name }),
            Self::Empty { name } => message!(read::empty { file: name }),
            Self::NotText { name, what } => message!(read::not_a_table { file: name, what }),
            Self::UnknownEncoding { label } => message!(read::unknown_encoding { encoding: label }),
            Self::NoSheet {
                name,
                sheet,
                sheets,
            } if sheets.is_empty() => message!(read::not_a_workbook { file: name, sheet }),
            Self::NoSheet {
                name,
                sheet,
                sheets,
            } => message!(read::no_sheet {
                file: name,
                sheet,
                sheets: quoted(sheets)
            }),
            Self::BadDelimiter { delimiter } => message!(read::bad_delimiter {
                delimiter: format!("{delimiter:?}")
            }),
            Self::OpenQuote { name, line } => message!(read::open_quote { file: name, line }),
            Self::LongRecord { name, line } => message!(read::long_row { file: name, line }),
            Self::Protected { name } => message!(read::protected { file: name }),
            Self::DamagedSpreadsheet { name, reason } => {
                message!(read::damaged { file: name, reason })
            }
            Self::TooLarge { name, what } => message!(read::too_large {
                file: name,
                what: what.message()
            }),
        }
    }

    /// Says what to do about it.
    pub fn hint(&self) -> Option<Message> {
        let hint = match self {
            Self::Directory { .. } => read::NAME_THE_FILES,
            Self::Unreadable { source, .. } => match source.kind() {
                io::ErrorKind::PermissionDenied => read::CHECK_PERMISSIONS,
                // ERROR_SHARING_VIOLATION: on Windows, Excel locks the files it has open.
                _ if cfg!(windows) && source.raw_os_error() == Some(32) => read::CLOSE_IT,
                _ => return None,
            },
            Self::Changed { .. } => read::WAIT,
            Self::Empty { .. } => read::EXPORT_AGAIN,
            Self::NotText { what, .. } => not_text_hint(*what),
            Self::UnknownEncoding { .. } => read::USUAL_ENCODINGS,
            Self::BadDelimiter { .. } => read::USUAL_DELIMITERS,
            Self::OpenQuote { line, .. } => return Some(message!(read::close_the_quote { line })),
            Self::LongRecord { .. } => read::LOOK_AT_LINE_ENDS,
            Self::Protected { .. } => read::TAKE_THE_PASSWORD_OFF,
            Self::DamagedSpreadsheet { .. } => read::SAVE_AGAIN,
            Self::TooLarge { what, .. } => what.hint(),
            Self::NoSheet { sheets, .. } if sheets.is_empty() => read::LEAVE_SHEET_OUT,
            Self::Missing { .. } | Self::NoSheet { .. } => return None,
        };
        Some(hint.into())
    }
}

display_in_english!(ReadError);

fn not_text_hint(what: Wording) -> Wording {
    match what {
        read::WEB_PAGE => read::SIGN_IN,
        read::GZIP | read::ARCHIVE_7Z | read::ARCHIVE_RAR | read::ARCHIVE_ZIP => read::UNPACK,
        read::DATABASE => read::NAME_THE_DATABASE,
        _ => other_text::hint(what).unwrap_or(read::SAVE_THE_TABLE),
    }
}

/// A file, or standard input, that can be read from the start any number of times.
#[derive(Debug, Clone)]
pub struct Source {
    name: Arc<str>,
    file: Arc<Mutex<File>>,
    length: u64,
    /// The memory budget, shared by the sheets of one workbook.
    budget: Budget,
    /// For our own workbooks, the sheet to be read.
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
        // Checked before opening: for a folder Windows only reports that access is denied.
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

    /// Copies everything from a reader, usually standard input; messages call it `name`.
    pub fn from_reader(name: &str, mut input: impl Read) -> Result<Self, ReadError> {
        let failed = |error: io::Error| unreadable(name, error);
        let mut file = tempfile::tempfile().map_err(failed)?;
        // An endless stream must not fill the disk.
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

    /// Returns the same workbook with one sheet to be read, with a name for messages.
    pub(super) fn of_sheet(&self, name: &str, sheet: &str) -> Self {
        Self {
            name: name.into(),
            sheet: Some(sheet.into()),
            ..self.clone()
        }
    }

    /// Returns the memory budget.
    pub(super) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// Returns the sheet to be read, if known.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Returns the name for messages: the file's without its folders, or `standard input`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns all bytes from the first one on; several passes may run at the same time.
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

/// A poisoned lock is still usable: every pass sets its own position before it reads.
fn lock(file: &Mutex<File>) -> std::sync::MutexGuard<'_, File> {
    file.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Converts a system error.
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
