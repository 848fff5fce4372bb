//! Identifies a file by its first bytes, before SQLite touches it.
//!
//! Opening is not harmless: SQLite plays back the journal of an interrupted writer, and creates files next to a
//! database that uses write-ahead logging. So a file is first identified by bytes at fixed positions of the SQLite file
//! format (<https://www.sqlite.org/fileformat2.html#the_database_header>), read without SQLite.
//!
//! On Unix, closing any handle of a file drops the locks that its process holds on it: only read the header while this
//! process has no transaction open there.

use std::io::Read as _;
use std::path::Path;

use super::StoreError;
use super::error::Action;
use crate::catalogue::messages::store as words;

/// `rllc`, as set in `schema/v1.sql`.
pub(super) const APPLICATION_ID: u32 = 1_919_708_259;

/// The first bytes of every SQLite database.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The length of the header and the beginning of the first schema page after it.
const LENGTH: usize = 108;

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// A file of this program.
    Ours {
        /// Whether it uses write-ahead logging, which this program never turns on.
        is_wal: bool,
    },
    /// An empty file, or a database without any table: an interrupted `init` of version 0.1 left such files.
    Empty,
    /// A database of another program.
    OtherDatabase,
    /// Something else.
    NoDatabase,
}

impl Header {
    /// Reads the first bytes of a file.
    ///
    /// # Errors
    /// [`StoreError::Missing`]; [`StoreError::Foreign`] for a folder.
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        let failed = |source: std::io::Error| match source.kind() {
            std::io::ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
            _ => StoreError::File {
                what: Action::Open,
                path: path.to_owned(),
                source,
            },
        };
        if std::fs::metadata(path).map_err(failed)?.is_dir() {
            return Err(StoreError::Foreign {
                path: path.to_owned(),
                reason: words::A_FOLDER,
            });
        }
        let mut bytes = Vec::with_capacity(LENGTH);
        let length = u64::try_from(LENGTH).unwrap_or(u64::MAX);
        std::fs::File::open(path)
            .and_then(|file| file.take(length).read_to_end(&mut bytes))
            .map_err(failed)?;
        Ok(Self::of(&bytes))
    }

    /// Identifies a file by its first bytes.
    fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        let number = |at: usize| {
            let number = bytes.get(at..at + 4).and_then(|it| it.try_into().ok());
            number.map_or(0, u32::from_be_bytes)
        };
        if bytes.len() < LENGTH || !bytes.starts_with(MAGIC) {
            return Self::NoDatabase;
        }
        // The journal mode, and the number of schema entries on the first page.
        let (is_wal, tables) = (bytes[19] == 2, (bytes[103], bytes[104]));
        match number(68) {
            APPLICATION_ID => Self::Ours { is_wal },
            // A single page without any table. With a log next to the file there may be more.
            0 if number(28) <= 1 && tables == (0, 0) && !is_wal => Self::Empty,
            _ => Self::OtherDatabase,
        }
    }

    /// Checks that a file is one of ours.
    ///
    /// # Errors
    /// If it is something else.
    pub(super) fn expect_ours(self, path: &Path) -> Result<bool, StoreError> {
        let reason = match self {
            Self::Ours { is_wal } => return Ok(is_wal),
            Self::Empty => return Err(StoreError::Unfinished(path.to_owned())),
            Self::OtherDatabase => words::OTHER_DATABASE,
            Self::NoDatabase => words::NO_DATABASE,
        };
        Err(StoreError::Foreign {
            path: path.to_owned(),
            reason,
        })
    }
}
