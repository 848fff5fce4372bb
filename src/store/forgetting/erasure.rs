//! Verifies that removed data is really gone: rewrites the file, and searches its bytes.
//!
//! # What is searched
//!
//! Searched are the database, SQLite's files beside it, and this program's temporary files in its folder; in UTF-8 and
//! both byte orders of UTF-16, as written and in lower and upper case. The search covers whole names, addresses and
//! telephone numbers, and each part of a name of at least four bytes: shorter parts are in any file by chance.
//!
//! # What may remain
//!
//! Values of rows that stay are not traces: a namesake has the name, a shared mailbox the address, and some notes are
//! kept on request. So all values of all tables are searched as well, including tables of other programs and the schema
//! itself, and matches there are reported by row. A part of a name may also be where two values of a record meet
//! ([`super::adjacent`]), which nobody wrote.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};

use super::super::error::Action;
use super::super::open::{cannot, folder_of};
use super::super::temporary::{self, SIDE_FILES, with_suffix};
use super::super::{Store, StoreError, Writer};
use super::adjacent::each_record;
use super::key::FileKey;
use crate::catalogue::messages::store as words;
use crate::model::OperationId;

/// The minimum length in bytes of a part of a name to search for.
const LEAST: usize = 4;

/// The number of bytes read from a file at once.
const CHUNK: usize = 1 << 20;

/// The kind of a text that must be gone.
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
    /// Its kind.
    pub kind: SoughtKind,
    /// The text.
    pub text: String,
}

/// A place with a text that must not be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The kind of text found.
    pub kind: SoughtKind,
    /// The file it was found in.
    pub file: PathBuf,
    /// The position in bytes.
    pub at: u64,
}

/// Rows that stay and contain the same text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The kind of text.
    pub kind: SoughtKind,
    /// Their table.
    pub table: String,
    /// Their numbers.
    pub rows: BTreeSet<i64>,
}

/// The result of the search in the rewritten file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The operation that removed somebody.
    pub operation: OperationId,
    /// Texts that must not be there.
    pub traces: Vec<Trace>,
    /// Texts in rows that stay.
    pub held: Vec<Held>,
}

impl Writer<'_> {
    /// Leaves a mark with the texts that the bytes have to be searched for.
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
    /// Finishes a removal that is not yet verified; `None` if there is nothing to finish.
    ///
    /// # Errors
    /// If the file cannot be rewritten or read; the mark then stays.
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
            // They stay open until the rows are searched as well: closing the database would end SQLite's locks on it.
            let files = open_files(self.path())?;
            let (held, in_files) = std::thread::scope(|scope| {
                let in_files = scope.spawn(|| needles.in_files(&files));
                let held = needles.in_rows(&connection);
                (held, in_files.join())
            });
            let held = held?;
            drop(files);
            let mut traces = in_files.unwrap_or_else(|panic| resume_unwind(panic))?;
            let mut known: BTreeSet<usize> = held.keys().map(|(text, _)| *text).collect();
            traces.retain(|(text, _)| !known.contains(text));
            if traces.iter().any(|(_, it)| it.kind == SoughtKind::Part) {
                known.extend(needles.where_values_meet(&connection)?);
                traces.retain(|(text, _)| !known.contains(text));
            }
            let traces = traces.into_iter().map(|(_, trace)| trace).collect();
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

/// Returns the content of all marks in a file, and the latest operation that left one.
fn mark(connection: &Connection) -> Result<Option<(OperationId, BTreeSet<Sought>)>, StoreError> {
    // A schema altered by another program is reported elsewhere.
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

/// Opens the files to search.
fn open_files(database: &Path) -> Result<Vec<(PathBuf, File)>, StoreError> {
    let mut paths = vec![database.to_owned()];
    paths.extend(SIDE_FILES.map(|suffix| with_suffix(database, suffix)));
    paths.extend(temporary::left_in(folder_of(database)));
    let mut files = Vec::new();
    for path in paths {
        match File::open(&path) {
            Ok(file) => files.push((path, file)),
            // A temporary file of a command that has ended in the meantime.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(cannot(Action::Read, &path)(error)),
        }
    }
    Ok(files)
}

/// Returns the columns of a table that may hold a text, and the number of its rows; none if there is no such column.
fn columns_with_text(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name, type IN ('INTEGER', 'INT', 'REAL') AND EXISTS (
             SELECT 1 FROM pragma_table_list WHERE name = ?1 AND schema = 'main' AND strict)
         FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid",
    )?;
    let mut columns = Vec::new();
    let mut any = false;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (name, is_number): (String, bool) = (row.get(0)?, row.get(1)?);
        any |= !is_number;
        if !is_number || name == "id" {
            columns.push(format!("\"{}\"", name.replace('"', "\"\"")));
        }
    }
    Ok(if any { columns } else { Vec::new() })
}

/// The search patterns, as bytes.
struct Needles {
    sought: Vec<Sought>,
    /// The text that each pattern belongs to.
    of: Vec<usize>,
    /// The matcher used for bytes and for values.
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

    /// Returns which texts occur in the values of rows, by text and table.
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
            let columns = columns_with_text(connection, &table)?;
            if columns.is_empty() {
                continue;
            }
            let columns = columns.join(", ");
            let quoted = table.replace('"', "\"\"");
            let sql = format!("SELECT {columns} FROM \"{quoted}\"");
            let mut statement = connection.prepare(&sql)?;
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

    /// Returns the parts of names that are where two values of a record meet.
    fn where_values_meet(&self, connection: &Connection) -> Result<BTreeSet<usize>, StoreError> {
        let mut found = BTreeSet::new();
        each_record(connection, |record| {
            for hit in self.automaton.find_overlapping_iter(record) {
                let text = self.of[hit.pattern().as_usize()];
                if self.sought[text].kind == SoughtKind::Part {
                    found.insert(text);
                }
            }
        })?;
        Ok(found)
    }

    /// Returns where files contain texts, with the text; the first place in each file.
    fn in_files(&self, files: &[(PathBuf, File)]) -> Result<Vec<(usize, Trace)>, StoreError> {
        let mut found = Vec::new();
        for (path, file) in files {
            found.extend(self.in_file(path, file)?);
        }
        Ok(found)
    }

    fn in_file(&self, path: &Path, mut file: &File) -> Result<Vec<(usize, Trace)>, StoreError> {
        let mut found: BTreeMap<usize, u64> = BTreeMap::new();
        let mut bytes: Vec<u8> = Vec::new();
        let mut start = 0_u64;
        loop {
            let kept = bytes.len();
            let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
            let read = (&mut file).take(limit).read_to_end(&mut bytes);
            let read = read.map_err(cannot(Action::Read, path))?;
            for hit in self.automaton.find_overlapping_iter(&bytes) {
                let text = self.of[hit.pattern().as_usize()];
                let at = start + u64::try_from(hit.start()).unwrap_or_default();
                found.entry(text).or_insert(at);
            }
            if read == 0 {
                break;
            }
            // A match that begins at the end of this chunk ends in the next one.
            let keep = self.longest.saturating_sub(1).min(kept + read);
            let passed = bytes.len() - keep;
            bytes.drain(..passed);
            start += u64::try_from(passed).unwrap_or_default();
        }
        let trace = |(text, at): (usize, u64)| {
            let trace = Trace {
                kind: self.sought[text].kind,
                file: path.to_owned(),
                at,
            };
            (text, trace)
        };
        Ok(found.into_iter().map(trace).collect())
    }
}
