//! Is it really gone: the file is written anew, and its bytes are searched.
//!
//! # What is searched
//!
//! The database, the files that SQLite keeps beside it, and the temporary files of this program in its folder; in UTF-8
//! and in UTF-16 of both orders, in the letters as they were written and in small and capital ones. Whole names,
//! addresses and telephone numbers, and each part of a name of four bytes or more: what is shorter is in any file by
//! chance.
//!
//! # What may still be there
//!
//! What a row that stays says is no trace: a namesake has the name, a shared mailbox the address, a note was kept by
//! answer. So all values of all tables are searched as well, those of other programs and the layout itself among them,
//! and what is found there is told by its row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};

use super::super::error::Action;
use super::super::open::{cannot, folder_of};
use super::super::temporary::{self, SIDE_FILES, with_suffix};
use super::super::{Store, StoreError, Writer};
use super::key::FileKey;
use crate::catalogue::messages::store as words;
use crate::model::OperationId;

/// The least bytes of a part of a name that is searched in the bytes.
const LEAST: usize = 4;

/// How much of a file is read at once.
const CHUNK: usize = 1 << 20;

/// What a text is that must be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SoughtKind {
    /// A whole name.
    Name,
    /// An address.
    Address,
    /// A telephone number.
    Phone,
    /// A part of a name.
    Part,
}

/// A text that must be gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sought {
    /// What it is.
    pub kind: SoughtKind,
    /// The text.
    pub text: String,
}

/// A place where something is that must not be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What was found.
    pub kind: SoughtKind,
    /// In which file.
    pub file: PathBuf,
    /// At which byte.
    pub at: u64,
}

/// Rows that stay and say the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// What they say.
    pub kind: SoughtKind,
    /// Their table.
    pub table: String,
    /// Their numbers.
    pub rows: BTreeSet<i64>,
}

/// What the search found, once the file was written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The operation that removed somebody.
    pub operation: OperationId,
    /// What is there and must not be.
    pub traces: Vec<Trace>,
    /// What rows that stay say.
    pub held: Vec<Held>,
}

impl Writer<'_> {
    /// Leaves the mark that says what the bytes have to be searched for.
    pub fn leave_mark(&self, sought: &BTreeSet<Sought>) -> Result<(), StoreError> {
        let text = serde_json::to_vec(sought)
            .map_err(|_| StoreError::Damaged(words::DAMAGED_MARK.into()))?;
        let masked = self.file_key()?.mask(&text);
        self.connection.execute(
            "INSERT INTO erasure (operation_id, sought) VALUES (?1, ?2)",
            (self.operation.0, masked),
        )?;
        Ok(())
    }
}

impl Store {
    /// Finishes what was removed and is not yet verified; `None` where there is nothing to finish.
    ///
    /// # Errors
    /// When the file cannot be written anew, or read: the mark stays then.
    pub fn finish_erasure(&self) -> Result<Option<Erased>, StoreError> {
        let finished = self.try_finish();
        finished.map_err(|(operation, source)| match operation {
            Some(operation) => StoreError::Erasure {
                operation,
                source: Box::new(source.of_file(self.path())),
            },
            None => source.of_file(self.path()),
        })
    }

    fn try_finish(&self) -> Result<Option<Erased>, (Option<OperationId>, StoreError)> {
        let connection = self
            .connection
            .connection()
            .map_err(|it| (None, it.into()))?;
        let Some((operation, sought)) = mark(&connection).map_err(|it| (None, it))? else {
            return Ok(None);
        };
        let work = || -> Result<Erased, StoreError> {
            connection.execute_batch("PRAGMA secure_delete = ON; VACUUM")?;
            let needles = Needles::of(&sought)?;
            let held = needles.in_rows(&connection)?;
            let kinds: BTreeSet<usize> = held.keys().map(|(text, _)| *text).collect();
            let mut traces = Vec::new();
            for file in files(self.path()) {
                traces.extend(needles.in_file(&file, &kinds)?);
            }
            connection.execute_batch("DELETE FROM erasure; PRAGMA secure_delete = OFF")?;
            let mut by_kind: BTreeMap<(SoughtKind, String), BTreeSet<i64>> = BTreeMap::new();
            for ((text, table), rows) in held {
                let kind = needles.sought[text].kind;
                by_kind.entry((kind, table)).or_default().extend(rows);
            }
            let held = by_kind
                .into_iter()
                .map(|((kind, table), rows)| Held { kind, table, rows });
            Ok(Erased {
                operation,
                traces,
                held: held.collect(),
            })
        };
        work().map(Some).map_err(|error| (Some(operation), error))
    }
}

/// Returns what the marks of a file say, and the latest operation they are of.
fn mark(connection: &Connection) -> Result<Option<(OperationId, BTreeSet<Sought>)>, StoreError> {
    // A file whose layout another program altered says so elsewhere.
    if !connection.table_exists(None, "erasure")? {
        return Ok(None);
    }
    let mut statement =
        connection.prepare("SELECT operation_id, sought FROM erasure ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut found: Option<(OperationId, BTreeSet<Sought>)> = None;
    while let Some(row) = rows.next()? {
        let damaged = || StoreError::Damaged(words::DAMAGED_MARK.into());
        let key = FileKey::read(connection)?.ok_or_else(damaged)?;
        let text = key.mask(&row.get::<_, Vec<u8>>(1)?);
        let sought: BTreeSet<Sought> = serde_json::from_slice(&text).map_err(|_| damaged())?;
        let all = found.get_or_insert_with(|| (OperationId(0), BTreeSet::new()));
        all.0 = OperationId(row.get(0)?);
        all.1.extend(sought);
    }
    Ok(found)
}

/// Returns the files that are searched.
fn files(database: &Path) -> Vec<PathBuf> {
    let mut files = vec![database.to_owned()];
    files.extend(SIDE_FILES.map(|suffix| with_suffix(database, suffix)));
    files.extend(temporary::left_in(folder_of(database)));
    files.retain(|file| file.exists());
    files
}

/// What is searched, as bytes.
struct Needles {
    sought: Vec<Sought>,
    /// Which text each pattern is of.
    of: Vec<usize>,
    /// The patterns that are searched in bytes, and in values.
    automaton: AhoCorasick,
    longest: usize,
}

impl Needles {
    fn of(sought: &BTreeSet<Sought>) -> Result<Self, StoreError> {
        let sought: Vec<Sought> = sought.iter().cloned().collect();
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut of = Vec::new();
        for (number, it) in sought.iter().enumerate() {
            if it.text.len() < LEAST {
                continue;
            }
            let spellings: BTreeSet<String> = [
                it.text.clone(),
                it.text.to_lowercase(),
                it.text.to_uppercase(),
            ]
            .into();
            for text in spellings {
                let units = || text.encode_utf16();
                let all = [
                    text.clone().into_bytes(),
                    units().flat_map(u16::to_le_bytes).collect(),
                    units().flat_map(u16::to_be_bytes).collect(),
                ];
                of.extend(all.iter().map(|_| number));
                patterns.extend(all);
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(&patterns)
            .map_err(|_| StoreError::Damaged(words::DAMAGED_MARK.into()))?;
        Ok(Self {
            longest: patterns.iter().map(Vec::len).max().unwrap_or_default(),
            sought,
            of,
            automaton,
        })
    }

    /// Returns which texts the values of all rows have, by text and table.
    fn in_rows(
        &self,
        connection: &Connection,
    ) -> Result<BTreeMap<(usize, String), BTreeSet<i64>>, StoreError> {
        let mut tables = vec!["sqlite_schema".to_owned()];
        let mut statement = connection.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'erasure' ORDER BY name",
        )?;
        for table in statement.query_map([], |row| row.get::<_, String>(0))? {
            tables.push(table?);
        }
        let mut found: BTreeMap<(usize, String), BTreeSet<i64>> = BTreeMap::new();
        for table in tables {
            let quoted = table.replace('"', "\"\"");
            let mut statement = connection.prepare(&format!("SELECT * FROM \"{quoted}\""))?;
            let columns = statement.column_count();
            let number = statement.column_index("id").ok();
            let mut rows = statement.query([])?;
            let mut place = 0;
            while let Some(row) = rows.next()? {
                place += 1;
                for column in 0..columns {
                    let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = row.get_ref(column)?
                    else {
                        continue;
                    };
                    for hit in self.automaton.find_overlapping_iter(bytes) {
                        let id = number.and_then(|it| row.get(it).ok()).unwrap_or(place);
                        let text = self.of[hit.pattern().as_usize()];
                        found.entry((text, table.clone())).or_default().insert(id);
                    }
                }
            }
        }
        Ok(found)
    }

    /// Returns where a file has texts that no row has.
    fn in_file(&self, path: &Path, held: &BTreeSet<usize>) -> Result<Vec<Trace>, StoreError> {
        let mut found: BTreeMap<usize, u64> = BTreeMap::new();
        let mut file = match File::open(path) {
            Ok(file) => file,
            // A temporary file of a command that has ended meanwhile.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(cannot(Action::Read, path)(error)),
        };
        let mut bytes: Vec<u8> = Vec::new();
        let mut start = 0_u64;
        loop {
            let kept = bytes.len();
            let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
            let read = (&mut file).take(limit).read_to_end(&mut bytes);
            let read = read.map_err(cannot(Action::Read, path))?;
            for hit in self.automaton.find_overlapping_iter(&bytes) {
                let text = self.of[hit.pattern().as_usize()];
                if !held.contains(&text) {
                    let at = start + u64::try_from(hit.start()).unwrap_or_default();
                    found.entry(text).or_insert(at);
                }
            }
            if read == 0 {
                break;
            }
            // What begins at the end of this chunk ends in the next one.
            let keep = self.longest.saturating_sub(1).min(kept + read);
            let passed = bytes.len() - keep;
            bytes.drain(..passed);
            start += u64::try_from(passed).unwrap_or_default();
        }
        let trace = |(text, at): (usize, u64)| Trace {
            kind: self.sought[text].kind,
            file: path.to_owned(),
            at,
        };
        Ok(found.into_iter().map(trace).collect())
    }
}
