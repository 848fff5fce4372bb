//! What belongs to others or to the meeting, and names somebody who is to be removed.

use serde_json::{Map, Value};

use super::subject::Subject;
use crate::identity::organisation_key;

/// What becomes of mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mentions {
    /// They stay as they are.
    Keep,
    /// They stay without the name.
    Remove,
}

/// A text that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The table of its row.
    pub table: String,
    /// The number of its row.
    pub id: i64,
    /// The column.
    pub column: String,
    /// The text.
    pub text: String,
    /// Whether only the journal has it.
    pub is_former: bool,
}

/// The columns that people write into, by table; the others have words of the program, and numbers.
const TEXTS: &[(&str, &[&str])] = &[
    ("organisation", &["name", "short_name", "website"]),
    ("organisation_alias", &["name"]),
    ("person", &["role"]),
    (
        "event",
        &[
            "title",
            "place",
            "organiser",
            "organiser_address",
            "organiser_contact",
            "project_title",
            "funding_reference",
            "funder",
            "signatory",
            "logos",
        ],
    ),
    ("session", &["title", "room"]),
    ("session_person", &["name"]),
    ("registration", &["organisation_name", "answers"]),
    (
        "stay",
        &["recorded_name", "recorded_email", "source", "matched_row"],
    ),
    ("ruling", &["reason"]),
    ("review", &["name", "email", "detail", "row", "file"]),
    ("mapping", &["heading"]),
    ("operation", &["summary"]),
    ("written_file", &["path"]),
];

/// Columns that hold JSON.
const JSON: &[&str] = &["answers", "matched_row", "detail", "row", "summary"];

/// Tables whose rows go where a text names somebody: what is left of them would say nothing.
const ROWS_THAT_GO: &[&str] = &["mapping"];

/// The tables that are looked through for mentions alone.
pub(super) fn tables() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(table, _)| *table)
}

/// What is left of a row that names somebody.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Left {
    /// Nothing.
    Nothing,
    /// These columns say something else.
    Columns(Vec<(String, Option<String>)>),
}

/// Returns the columns in which a row names somebody, and what is left of the row without that.
pub(super) fn without(
    subject: &Subject,
    table: &str,
    id: i64,
    fields: &Map<String, Value>,
) -> Option<(Vec<(&'static str, String)>, Left)> {
    let (_, columns) = TEXTS.iter().find(|(name, _)| *name == table)?;
    let mut found: Vec<(&'static str, String)> = Vec::new();
    let mut left: Vec<(String, Option<String>)> = Vec::new();
    for column in *columns {
        let Some(text) = fields.get(*column).and_then(Value::as_str) else {
            continue;
        };
        let cleared = if JSON.contains(column) {
            json_without(subject, text)
        } else {
            subject.without(text)
        };
        let Some(cleared) = cleared else {
            continue;
        };
        found.push((column, text.to_owned()));
        left.extend(columns_left(table, id, column, cleared));
    }
    if found.is_empty() {
        return None;
    }
    let is_part_of_theirs = table == "session_person"
        && left
            .iter()
            .any(|(_, text)| text.as_deref().is_some_and(Subject::is_removed));
    let left = if is_part_of_theirs || ROWS_THAT_GO.contains(&table) {
        Left::Nothing
    } else {
        Left::Columns(left)
    };
    Some((found, left))
}

fn columns_left(
    table: &str,
    id: i64,
    column: &str,
    cleared: String,
) -> Vec<(String, Option<String>)> {
    let one = |text| vec![(column.to_owned(), text)];
    match (table, column) {
        // A name or an address that a log recorded, and the row it is judged again by, are there or not.
        ("stay", "recorded_name" | "recorded_email") if Subject::is_removed(&cleared) => one(None),
        ("stay", "matched_row") => one(None),
        ("organisation", "name") => {
            let key = organisation_key(&cleared);
            vec![
                ("name".to_owned(), Some(cleared)),
                ("key".to_owned(), Some(key)),
            ]
        }
        // No two files have one name.
        ("written_file", _) => one(Some(format!("{cleared} #{id}"))),
        _ => one(Some(cleared)),
    }
}

/// Returns JSON in which no text names somebody; `None` where none did.
fn json_without(subject: &Subject, text: &str) -> Option<String> {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return subject.without(text);
    };
    let cleared = value_without(subject, &value);
    (cleared != value).then(|| cleared.to_string())
}

fn value_without(subject: &Subject, value: &Value) -> Value {
    let text_without = |text: &String| subject.without(text).unwrap_or_else(|| text.clone());
    match value {
        Value::String(text) => text_without(text).into(),
        Value::Array(values) => values.iter().map(|it| value_without(subject, it)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (text_without(key), value_without(subject, value)))
            .collect(),
        other => other.clone(),
    }
}
