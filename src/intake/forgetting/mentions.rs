//! Finds texts that belong to others or to the meeting, and name somebody who is to be removed.

use serde_json::{Map, Value};

use super::subject::Subject;
use crate::identity::organisation_key;

/// What happens to mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mentions {
    /// They stay unchanged.
    Keep,
    /// The name is removed from them.
    Remove,
}

/// A text that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The table of the row.
    pub table: String,
    /// The number of the row.
    pub id: i64,
    /// The column.
    pub column: String,
    /// The text.
    pub text: String,
    /// Whether the text is only in the journal.
    pub is_former: bool,
}

/// The columns with free text, by table; the others contain words of the program, or numbers.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    ("organisation", &["name", "short_name", "website"]),
    ("organisation_alias", &["name"]),
    ("person", &["role"]),
    (
        "event",
        &[
            "slug",
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
    ("session", &["slug", "title", "room"]),
    ("session_person", &["name"]),
    ("registration", &["organisation_name", "answers", "file"]),
    ("signup", &["file"]),
    (
        "stay",
        &["recorded_name", "recorded_email", "source", "matched_row"],
    ),
    ("ruling", &["reason"]),
    ("consent", &["file", "question", "answer"]),
    ("review", &["name", "email", "detail", "row", "file"]),
    ("mapping", &["heading"]),
    ("operation", &["summary", "author"]),
    ("written_file", &["path"]),
];

/// Columns that hold JSON.
const JSON: &[&str] = &["answers", "matched_row", "detail", "row", "summary"];

/// Tables whose rows are deleted if a text names somebody: the rest of such a row would be useless.
const ROWS_THAT_GO: &[&str] = &["mapping"];

/// What remains of a row that names somebody.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Left {
    /// Nothing.
    Nothing,
    /// The row with these columns changed.
    Columns(Vec<(String, Option<String>)>),
}

/// Returns the columns in which a row names somebody, and what remains of the row without the name.
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
        let is_json = JSON.contains(column);
        let cleared = match *column {
            _ if is_json => json_without(subject, text),
            // People and files call it by this name: it stays one.
            "slug" => subject.short_name_without(text, id),
            _ => subject.mentioned.without(text),
        };
        let Some(cleared) = cleared else {
            continue;
        };
        let named = if is_json {
            json_naming(subject, text)
        } else {
            text.to_owned()
        };
        found.push((column, named));
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
        // A name or an address recorded in a log, and the row that the stay is judged again by, are removed completely.
        ("stay", "recorded_name" | "recorded_email") if Subject::is_removed(&cleared) => one(None),
        ("stay", "matched_row") => one(None),
        ("organisation", "name") => {
            let key = organisation_key(&cleared);
            vec![
                ("name".to_owned(), Some(cleared)),
                ("key".to_owned(), Some(key)),
            ]
        }
        // Two files cannot have the same name.
        ("written_file", _) => one(Some(format!("{cleared} #{id}"))),
        _ => one(Some(cleared)),
    }
}

/// Returns JSON with the name removed from all texts; `None` if no text contains it.
fn json_without(subject: &Subject, text: &str) -> Option<String> {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return subject.mentioned.without(text);
    };
    let cleared = value_without(subject, &value);
    (cleared != value).then(|| cleared.to_string())
}

/// Returns the first text in JSON that contains the name; what stands beside it says nothing about them.
fn json_naming(subject: &Subject, text: &str) -> String {
    fn first(subject: &Subject, value: &Value) -> Option<String> {
        let naming =
            |text: &String| (!subject.mentioned.found_in(text).is_empty()).then(|| text.clone());
        match value {
            Value::String(text) => naming(text),
            Value::Array(values) => values.iter().find_map(|it| first(subject, it)),
            Value::Object(fields) => fields
                .iter()
                .find_map(|(key, value)| first(subject, value).or_else(|| naming(key))),
            _ => None,
        }
    }
    let value = serde_json::from_str::<Value>(text).unwrap_or_default();
    first(subject, &value).unwrap_or_else(|| text.to_owned())
}

fn value_without(subject: &Subject, value: &Value) -> Value {
    let text_without = |text: &String| {
        subject
            .mentioned
            .without(text)
            .unwrap_or_else(|| text.clone())
    };
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
