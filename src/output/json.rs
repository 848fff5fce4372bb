//! JSON and JSON Lines, for programs.
//!
//! Keys are the columns' English keys in every language, in the columns' order; repeated ones (two questions with the
//! same text) are [numbered](make_unique). Every object has every key, with `null` for missing values. JSON has one
//! object per line inside the array: it is readable, and a changed cell is one changed line in a diff.
//!
//! Characters that a terminal would interpret are escaped where JSON allows it, so the bytes are safe to print and
//! parse to the same values.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::sanitize::is_unsafe;
use super::{Document, Options, Render, Table, make_unique};

/// [`Format::Json`](super::Format::Json)
pub(super) struct Json;

/// [`Format::Jsonl`](super::Format::Jsonl)
pub(super) struct JsonLines;

impl Render for Json {
    fn render(&self, table: &Table, _: &Options) -> Vec<u8> {
        let objects = objects(table);
        if objects.is_empty() {
            return b"[]\n".to_vec();
        }
        format!("[\n  {}\n]\n", objects.join(",\n  ")).into_bytes()
    }
}

impl Render for JsonLines {
    fn render(&self, table: &Table, _: &Options) -> Vec<u8> {
        let mut lines = String::new();
        for object in objects(table) {
            lines.push_str(&object);
            lines.push('\n');
        }
        lines.into_bytes()
    }
}

/// Returns a document as one object: its figures and facts are keys, and each table is an array of objects under its
/// own name.
pub(super) fn document(document: &Document) -> String {
    let facts = document.facts_table();
    let mut object = objects(&facts).pop().unwrap_or_default();
    object.pop();
    let tables: Vec<&Table> = document.tables().collect();
    let names = make_unique(tables.iter().map(|table| &*table.name));
    for (table, name) in tables.iter().zip(names) {
        if object.len() > 1 {
            object.push(',');
        }
        let name = escape_unsafe(Value::from(name).to_string());
        object.push_str(&[&name, ":[", &objects(table).join(","), "]"].concat());
    }
    object.push('}');
    object
}

/// Returns each row as an object on one line.
fn objects(table: &Table) -> Vec<String> {
    let keys = make_unique(table.columns().iter().map(|column| &*column.key));
    let object = |row: &Vec<_>| {
        let cells = row.iter().map(super::Cell::json);
        let fields: Map<String, Value> = keys.iter().cloned().zip(cells).collect();
        escape_unsafe(Value::Object(fields).to_string())
    };
    table.rows().iter().map(object).collect()
}

/// Escapes characters that `serde_json` does not, but a terminal would interpret; they only occur inside strings.
pub fn escape_unsafe(json: String) -> String {
    if !json.contains(is_unsafe) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_unsafe(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").expect("writing into memory does not fail");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Cell, Column, samples};
    use super::*;

    fn rendered(renderer: &dyn Render, table: &Table) -> String {
        String::from_utf8(renderer.render(table, &Options::default())).unwrap()
    }

    const FIRST: &str = r#"{"session":"a","name":"Müller, Anna","organisation":"Bio|M \"Süd\"","verdict":"present","minutes":52,"share":0.8667,"first_joined":"2020-10-08T10:00:00+02:00","aliases":["Anni","A. M."],"done":true,"signature":null,"Remarks":"vegan\nno nuts","Remarks (2)":"=1+1"}"#;
    const SECOND: &str = r#"{"session":"a","name":"田中 太郎","organisation":null,"verdict":"no-show","minutes":0,"share":0.0,"first_joined":null,"aliases":[],"done":false,"signature":null,"Remarks":"+49 30 5550101","Remarks (2)":"-3"}"#;
    const THIRD: &str = r#"{"session":"b","name":"x\u001b[31m\u202egpj.exe","organisation":"*Cluster* <b>_x_</b>","verdict":"no-show","minutes":-3,"share":null,"first_joined":null,"aliases":["@home"],"done":null,"signature":null,"Remarks":"''=1","Remarks (2)":"\u200b"}"#;

    #[test]
    fn json_is_an_array_with_one_object_a_line() {
        let expected = format!("[\n  {FIRST},\n  {SECOND},\n  {THIRD}\n]\n");
        assert_eq!(rendered(&Json, &samples::nasty()), expected);
    }

    #[test]
    fn json_lines_is_one_object_a_line() {
        let expected = format!("{FIRST}\n{SECOND}\n{THIRD}\n");
        assert_eq!(rendered(&JsonLines, &samples::nasty()), expected);
    }

    #[test]
    fn no_rows_are_an_empty_array_and_no_line() {
        assert_eq!(rendered(&Json, &samples::empty()), "[]\n");
        assert_eq!(rendered(&JsonLines, &samples::empty()), "");
    }

    proptest! {
        #[test]
        fn what_is_written_parses_to_the_same_values(texts in prop::collection::vec(any::<String>(), 0..6), number in any::<i64>()) {
            let columns = vec![Column::answers("Text"), Column::answers("Number")];
            let mut table = Table::new("t", "", columns);
            for text in &texts {
                table.push(vec![Cell::Text(text.clone()), Cell::Integer(number)]);
            }
            let json = rendered(&Json, &table);
            prop_assert!(json.lines().all(|line| !line.contains(is_unsafe)));
            let parsed: Vec<Value> = serde_json::from_str(&json).unwrap();
            let lines = rendered(&JsonLines, &table);
            let parsed_lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            prop_assert_eq!(&parsed_lines, &parsed);
            let expected: Vec<Value> = texts
                .iter()
                .map(|text| serde_json::json!({ "Text": text, "Number": number }))
                .collect();
            prop_assert_eq!(parsed, expected);
        }
    }
}
