//! The layout: the tables, views, triggers and indices of a file, and whether they are still as this program made them.
//!
//! Other programs may open the file: the public views exist for that. Some of them drop a trigger, "fix" a view or add
//! a column, and from then on an undo would silently restore too little. So every snapshot and every change compares
//! `sqlite_schema` with that of a new, empty file of the same layout. Spaces and comments are ignored.
//!
//! The schema of a new file is kept as text, `schema/newest.sql`: creating it in memory, step by step, took 12 of the
//! 21 milliseconds of the shortest command, since SQLite reads the whole schema again for each column that a step adds.
//! A test checks that the text is the result of the steps, and `SNAPSHOTS=overwrite` rewrites it.
//!
//! # If the schema deviates
//!
//! Nothing changes the file until all of it is as it was made. Reading only requires the tables: reports do not use
//! views, indices or triggers.
//!
//! # Foreign objects
//!
//! Tables, views, triggers and indices that somebody added are left alone. Nothing here iterates over "all tables": the
//! names of ours come from the new file, too.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use rusqlite::Connection;

use super::{StoreError, name_keys, tagged};
use crate::catalogue::Message;
use crate::message;

/// Every layout there ever was, oldest first; only ever appended to. The newest one makes the views.
pub(super) const LAYOUTS: &[Step] = &[
    Step::of(include_str!("schema/v1.sql")),
    Step::of(include_str!("schema/v2.sql")),
    Step {
        sql: include_str!("schema/v3.sql"),
        rows: Some(tagged::convert),
    },
    Step {
        sql: include_str!("schema/v4.sql"),
        rows: Some(name_keys::convert),
    },
    Step::of(include_str!("schema/v5.sql")),
    Step::of(include_str!("schema/v6.sql")),
    Step::of(include_str!("schema/v7.sql")),
    Step::of(concat!(
        include_str!("schema/v8.sql"),
        include_str!("schema/views.sql")
    )),
];

/// Converts the rows of a file, inside the transaction of the upgrade.
type Convert = fn(&Connection) -> Result<(), StoreError>;

/// The step from the previous layout to this one.
pub(super) struct Step {
    /// The statements that make its tables, triggers and views.
    pub(super) sql: &'static str,
    /// Converts the rows if SQL is not enough.
    rows: Option<Convert>,
}

impl Step {
    const fn of(sql: &'static str) -> Self {
        Self { sql, rows: None }
    }
}

/// Tables without data of the meeting, which are not journalled.
const BESIDE_THE_DATA: [&str; 9] = [
    "operation",
    "change",
    "written_file",
    "file_key",
    "removed_row",
    "removed_participant",
    "removed_outcome",
    "figure",
    "erasure",
];

/// Returns the number of the newest layout.
pub(super) fn newest() -> i64 {
    i64::try_from(LAYOUTS.len()).unwrap_or(i64::MAX)
}

/// Upgrades a database from one layout to the newest one; the caller holds the transaction.
pub(super) fn upgrade(connection: &Connection, from: i64) -> Result<(), StoreError> {
    let done = usize::try_from(from).unwrap_or_default();
    for step in LAYOUTS.iter().skip(done) {
        connection.execute_batch(step.sql)?;
        if let Some(bring_along) = step.rows {
            bring_along(connection)?;
        }
    }
    Ok(connection.pragma_update(None, "user_version", newest())?)
}

/// The kind of an object in the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectKind {
    /// A table.
    Table,
    /// A view.
    View,
    /// A trigger.
    Trigger,
    /// An index.
    Index,
}

impl ObjectKind {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "table" => Self::Table,
            "view" => Self::View,
            "trigger" => Self::Trigger,
            "index" => Self::Index,
            _ => return None,
        })
    }

    /// Returns its keyword in SQL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::View => "view",
            Self::Trigger => "trigger",
            Self::Index => "index",
        }
    }
}

/// An object of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its kind.
    pub kind: ObjectKind,
    /// Its name.
    pub name: String,
    /// The table it belongs to; its own name for tables and views.
    pub table: String,
    /// The statement that makes it.
    pub(super) sql: String,
}

impl Object {
    /// Parses one of [`NEWEST`], without the prefix of its line.
    fn parse(text: &str) -> Option<Self> {
        let (head, sql) = text.split_once("]\n")?;
        let (kind, name) = head.split_once(' ')?;
        let (name, table) = name.split_once(" on ").unwrap_or((name, name));
        Some(Self {
            kind: ObjectKind::parse(kind)?,
            name: name.to_owned(),
            table: table.to_owned(),
            sql: sql.trim_end().trim_end_matches(';').to_owned(),
        })
    }

    /// Returns its name for messages.
    pub fn message(&self) -> Message {
        message!(store::object {
            kind: self.kind.as_str(),
            name: self.name
        })
    }
}

impl fmt::Display for Object {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

/// How an object of ours differs from the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It does not exist.
    Missing,
    /// It was made by a different statement.
    Altered,
    /// Another kind of object has its name.
    Replaced(ObjectKind),
}

/// An object of ours that differs from the expected one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// The expected object.
    pub object: Object,
    /// How it differs.
    pub difference: Difference,
}

impl Deviation {
    /// Returns whether the object can be made again without loss: only tables contain rows.
    pub fn can_be_rebuilt(&self) -> bool {
        self.object.kind != ObjectKind::Table
            && !matches!(self.difference, Difference::Replaced(ObjectKind::Table))
    }

    /// Returns the message for the user.
    pub fn message(&self) -> Message {
        let object = self.object.message();
        match self.difference {
            Difference::Missing => message!(store::object_missing { object }),
            Difference::Altered => message!(store::object_altered { object }),
            Difference::Replaced(kind) => message!(store::object_replaced {
                object,
                kind: kind.as_str()
            }),
        }
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

/// The result of comparing a file's schema with the expected one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Objects that differ, in the schema's order.
    pub deviations: Vec<Deviation>,
    /// Objects that others added.
    pub foreign: Vec<Object>,
}

/// The result of all steps: the statement of each object, below a line that names it, in the schema's order.
const NEWEST: &str = include_str!("schema/newest.sql");

/// The prefix of a line that names an object: `-- [trigger person_updated on person]`.
const NAMES_AN_OBJECT: &str = "-- [";

/// The schema of a new file.
#[derive(Debug)]
pub(super) struct Layout {
    objects: Vec<Object>,
    data_tables: Vec<String>,
}

impl Layout {
    /// Returns the schema of a new file of the newest layout.
    pub(super) fn newest() -> &'static Self {
        static LAYOUT: OnceLock<Layout> = OnceLock::new();
        LAYOUT.get_or_init(|| {
            let objects: Vec<Object> = NEWEST
                .split(NAMES_AN_OBJECT)
                .filter_map(Object::parse)
                .collect();
            let data_tables = objects
                .iter()
                .filter(|object| object.kind == ObjectKind::Table)
                .map(|table| table.name.clone())
                .filter(|name| !BESIDE_THE_DATA.contains(&name.as_str()))
                .collect();
            Self {
                objects,
                data_tables,
            }
        })
    }

    /// Returns the names of the tables with data, which are journalled, in the schema's order.
    pub(super) fn data_tables(&self) -> &[String] {
        &self.data_tables
    }

    /// Returns the names of all tables, in the schema's order.
    pub(super) fn tables(&self) -> impl Iterator<Item = &str> {
        let tables = self.objects.iter();
        tables
            .filter(|object| object.kind == ObjectKind::Table)
            .map(|table| table.name.as_str())
    }
}

/// Compares the schema of a file with the expected one.
pub(super) fn compare(connection: &Connection) -> Result<Comparison, StoreError> {
    let expected = Layout::newest();
    let mut found: HashMap<(bool, String), Object> = objects(connection)?
        .into_iter()
        .map(|object| (name_of(&object), object))
        .collect();
    let mut comparison = Comparison::default();
    for object in &expected.objects {
        let difference = match found.remove(&name_of(object)) {
            None => Difference::Missing,
            Some(other) if other.kind != object.kind => Difference::Replaced(other.kind),
            Some(same) if is_same(&same.sql, &object.sql) => continue,
            Some(_) => Difference::Altered,
        };
        comparison.deviations.push(Deviation {
            object: object.clone(),
            difference,
        });
    }
    comparison.foreign = found.into_values().collect();
    comparison.foreign.sort_by(|one, other| {
        (one.kind.as_str(), &one.name).cmp(&(other.kind.as_str(), &other.name))
    });
    Ok(comparison)
}

/// Returns what identifies an object: triggers have a separate namespace, and letter case is ignored.
fn name_of(object: &Object) -> (bool, String) {
    let is_trigger = object.kind == ObjectKind::Trigger;
    (is_trigger, object.name.to_ascii_lowercase())
}

/// Returns every object that was made by a statement, in the schema's order.
fn objects(connection: &Connection) -> Result<Vec<Object>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema
         WHERE substr(name, 1, 7) <> 'sqlite_' ORDER BY rowid",
    )?;
    let mut rows = statement.query([])?;
    let mut objects = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(kind) = ObjectKind::parse(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        objects.push(Object {
            kind,
            name: row.get(1)?,
            table: row.get(2)?,
            sql: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        });
    }
    Ok(objects)
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

/// Returns a statement without comments, and with single spaces outside of quotes.
fn plain(sql: &str) -> String {
    let mut plain = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(character) = rest.chars().next() {
        let length = match character {
            '\'' | '"' | '`' => quoted(rest, character),
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            other => other.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let is_gap =
            character.is_whitespace() || piece.starts_with("--") || piece.starts_with("/*");
        if !is_gap {
            plain.push_str(piece);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.trim().to_owned()
}

/// Returns the length of the quoted text at the start. A doubled quote ends one text and begins the next.
fn quoted(text: &str, quote: char) -> usize {
    text[1..].find(quote).map_or(text.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_file() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        upgrade(&connection, 0).unwrap();
        connection
    }

    /// Writes an object in the format of [`NEWEST`].
    fn write(object: &Object) -> String {
        let Object {
            kind,
            name,
            table,
            sql,
        } = object;
        let kind = kind.as_str();
        if name == table {
            format!("{NAMES_AN_OBJECT}{kind} {name}]\n{sql};\n")
        } else {
            format!("{NAMES_AN_OBJECT}{kind} {name} on {table}]\n{sql};\n")
        }
    }

    #[test]
    fn the_newest_layout_is_what_the_steps_make() {
        let made = objects(&new_file()).unwrap();
        let written: Vec<String> = made.iter().map(write).collect();
        let head =
            "-- The newest layout as the steps beside it make it; a test writes this file.\n";
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(
            format!("{head}\n{}", written.join("\n")),
            snapbox::file!["schema/newest.sql"].raw(),
        );
        assert_eq!(Layout::newest().objects, made);
    }

    #[test]
    fn a_new_file_has_no_deviations_and_nothing_of_others() {
        assert_eq!(compare(&new_file()).unwrap(), Comparison::default());
        let layout = Layout::newest();
        assert_eq!(
            layout.data_tables().len() + BESIDE_THE_DATA.len(),
            layout.tables().count()
        );
        for name in BESIDE_THE_DATA {
            assert!(layout.tables().any(|table| table == name), "{name}");
        }
    }

    #[test]
    fn spaces_and_comments_do_not_count_and_words_and_texts_do() {
        assert!(is_same(
            "CREATE  TABLE a (b -- c\n)",
            "CREATE TABLE a (b\n /* d */ )"
        ));
        assert!(!is_same("CREATE TABLE a (b)", "CREATE TABLE a (c)"));
        assert!(!is_same("SELECT 'a  b'", "SELECT 'a b'"));
        assert!(!is_same("SELECT '--a'", "SELECT '--b'"));
        assert!(!is_same("SELECT 'it''s -- a'", "SELECT 'it''s -- b'"));
    }

    #[test]
    fn every_kind_of_deviation_is_found() {
        let connection = new_file();
        connection
            .execute_batch(
                "DROP TRIGGER person_updated;
                 CREATE TRIGGER PERSON_UPDATED AFTER UPDATE ON person BEGIN SELECT 1; END;
                 DROP INDEX stay_event;
                 DROP VIEW people;
                 CREATE TABLE people (id INTEGER);
                 ALTER TABLE person ADD COLUMN note TEXT;
                 CREATE TABLE notes (id INTEGER);
                 CREATE INDEX note_id ON notes (id);",
            )
            .unwrap();
        let found = compare(&connection).unwrap();
        let told: Vec<String> = found.deviations.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "the table `person` was altered",
                "the index `stay_event` is missing",
                "the trigger `person_updated` was altered",
                "the view `people` was replaced by a table",
            ]
        );
        let can_be: Vec<bool> = found
            .deviations
            .iter()
            .map(Deviation::can_be_rebuilt)
            .collect();
        assert_eq!(can_be, [false, true, true, false]);
        let foreign: Vec<String> = found.foreign.iter().map(ToString::to_string).collect();
        assert_eq!(foreign, ["the index `note_id`", "the table `notes`"]);
    }
}
