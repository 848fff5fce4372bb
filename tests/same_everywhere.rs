//! Documents depend on the file and on what was asked, and every format of one says the same.

use serde_json::{Map, Value};

use super::pages::{DOCUMENTS, PAGES, Seen, of_html, of_markdown, of_text, to_a_file};
use super::support::World;

/// The demo's file, once told, with the clock after it.
fn demo() -> World {
    let mut world = World::new();
    world.line("demo --quiet .").success();
    world.set_now("2020-10-09T10:00:00+02:00");
    world
}

fn page(world: &World, command: &[&str], language: &str, format: &str) -> String {
    let line = [command, &["--lang", language, "--format", format]].concat();
    world.run(&line).success()
}

/// A workbook as bytes.
fn workbook(world: &World, command: &[&str]) -> Vec<u8> {
    let line = [command, &["--lang", "en", "-o", "page.xlsx"]].concat();
    world.run(&line).success();
    std::fs::read(world.path().join("page.xlsx")).unwrap()
}

#[test]
fn the_same_file_gives_the_same_pages_wherever_the_reader_is() {
    let here = demo();
    let mut there = World::new();
    let file = here.path().join("rollcall.db");
    std::fs::copy(file, there.path().join("rollcall.db")).unwrap();
    there.set_now("2020-10-09T10:00:00+02:00");
    there.set_variable("TZ", "Pacific/Auckland");
    there.set_variable("LANG", "de_DE.UTF-8");
    there.set_variable("LC_ALL", "tr_TR.UTF-8");
    // What was done at this desk, and when, is told in the desk's own time.
    let pages = || PAGES.iter().copied().filter(|it| *it != ["history"]);
    let certificates: &[&[&str]] = &[&["report", "certificate", "--all"]];
    for command in pages().chain(DOCUMENTS.iter().copied()) {
        for format in ["csv", "json", "jsonl"] {
            let pages = [&here, &there].map(|it| page(it, command, "en", format));
            assert!(pages[0] == pages[1], "{command:?} {format}");
        }
    }
    for command in pages().chain([DOCUMENTS, certificates].concat()) {
        for (language, format) in [("en", "text"), ("de", "markdown"), ("de", "html")] {
            let pages = [&here, &there].map(|it| page(it, command, language, format));
            assert!(pages[0] == pages[1], "{command:?} {format}");
        }
    }
    for command in to_a_file() {
        let books = [&here, &there].map(|it| workbook(it, command));
        assert!(books[0] == books[1], "{command:?} as a workbook");
    }
    let calendar = ["export", "programme"];
    let calendars = [&here, &there].map(|it| page(it, &calendar, "de", "ics"));
    assert_eq!(calendars[0], calendars[1]);
}

#[test]
fn a_file_made_of_its_exports_gives_the_same_reports() {
    let (old, mut new) = (demo(), World::with_file());
    old.line("export all -o all").success();
    let files = [
        "programme",
        "organisations",
        "people",
        "signups",
        "attendance",
    ];
    let files = files.map(|it| format!("{}/all/{it}.csv", old.path().display()));
    let line: Vec<&str> = std::iter::once("import")
        .chain(files.iter().map(String::as_str))
        .collect();
    // The stays of nobody are asked about again.
    let imported = new.run(&line);
    assert!([0, 3].contains(&imported.code), "{imported}");
    new.set_now("2020-10-09T10:00:00+02:00");
    for command in PAGES.iter().filter(|it| it[0] != "history") {
        for format in ["text", "csv", "json", "html"] {
            let pages = [&old, &new].map(|it| page(it, command, "en", format));
            assert_eq!(pages[0], pages[1], "{command:?} {format}");
        }
    }
}

/// A value of JSON as CSV has it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(words) => {
            let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
            words.join("; ")
        }
        // 0.0 and 0 are the same.
        Value::Number(number) => number.as_f64().unwrap().to_string(),
        Value::Object(_) => panic!("no cell: {value}"),
    }
}

#[test]
fn csv_json_and_json_lines_agree_cell_by_cell() {
    let world = demo();
    for command in PAGES.iter().chain([&DOCUMENTS[0]]) {
        let csv = page(&world, command, "en", "csv");
        let json: Vec<Map<String, Value>> =
            serde_json::from_str(&page(&world, command, "en", "json")).unwrap();
        let lines = page(&world, command, "en", "jsonl");
        let lines: Vec<Map<String, Value>> = lines
            .lines()
            .map(|it| serde_json::from_str(it).unwrap())
            .collect();
        assert_eq!(json, lines, "{command:?}");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let width = reader.headers().unwrap().len();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(json.len(), records.len(), "{command:?}");
        for (row, record) in json.iter().zip(&records) {
            assert_eq!(row.len(), width, "{command:?}");
            for ((key, value), text) in row.iter().zip(record) {
                let text = rollcall::output::unguard(text);
                assert_eq!(cell(value), text, "{command:?} {key}: {row:?}");
            }
        }
    }
}

#[test]
fn a_document_says_the_same_to_every_program() {
    let world = demo();
    for command in &DOCUMENTS[1..] {
        let json: Value = serde_json::from_str(&page(&world, command, "en", "json")).unwrap();
        let line: Value = serde_json::from_str(&page(&world, command, "en", "jsonl")).unwrap();
        assert_eq!(json[0], line, "{command:?}");
        // Part, row, field and value of everything, one below the other.
        // For people a report has its figures alone.
        let raw: &[&str] = if command[0] == "report" {
            &["--raw"]
        } else {
            &[]
        };
        let csv = page(&world, &[command, raw].concat(), "en", "csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let values = reader.records().map(|record| {
            let record = record.unwrap();
            (
                record[2].to_owned(),
                rollcall::output::unguard(&record[3]).into_owned(),
            )
        });
        let mut values: Vec<(String, String)> = values.filter(|(_, it)| !it.is_empty()).collect();
        let mut expected = Vec::new();
        for (key, value) in json[0].as_object().unwrap() {
            match value
                .as_array()
                .filter(|it| it.iter().any(Value::is_object))
            {
                Some(rows) => {
                    let rows = rows.iter().filter_map(Value::as_object).flatten();
                    expected.extend(rows.map(|(key, value)| (key.clone(), cell(value))));
                }
                None => expected.push((key.clone(), cell(value))),
            }
        }
        expected.retain(|(_, it)| !it.is_empty());
        values.sort();
        expected.sort();
        assert_eq!(values, expected, "{command:?}");
    }
}

#[test]
fn text_markdown_and_html_have_the_same_rows_and_columns() {
    let world = demo();
    let mut rows = 0;
    for command in [PAGES, &DOCUMENTS[1..]].concat() {
        for language in ["en", "de"] {
            let text = of_text(&page(&world, command, language, "text"));
            let markdown = of_markdown(&page(&world, command, language, "markdown"));
            let html = of_html(&page(&world, command, language, "html"));
            rows += text.iter().map(|it| it.rows.len()).sum::<usize>();
            assert_eq!(markdown.len(), text.len(), "{command:?}");
            assert_eq!(html.len(), text.len(), "{command:?}");
            for (table, (markdown, html)) in text.iter().zip(markdown.iter().zip(&html)) {
                let named = |it: &Seen| it.headings.join(" ");
                assert_eq!(named(markdown), named(table), "{command:?}");
                // Facts have no headings there: they are headings of rows.
                if !html.headings.is_empty() {
                    assert_eq!(named(html), named(table), "{command:?}");
                }
                assert_eq!(markdown.rows, table.rows, "{command:?}");
                assert_eq!(html.rows, table.rows, "{command:?}");
            }
        }
    }
    assert!(rows > 2_000, "{rows}");
}
