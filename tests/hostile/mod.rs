//! Texts that mean something to some program, in every field that a file or a command can fill, on every page.
//!
//! Nothing is obeyed: no formula, no element, no component of a calendar, no escape sequence, no template. And each
//! text can be read where it stands, so that whoever wonders can see what was typed.

mod file;

use std::collections::{BTreeMap, HashSet};

use calamine::{Reader as _, Xlsx};
use rollcall::model::Rule;
use rollcall::output::{shown, unguard};
use serde_json::Value;

use crate::desk::Desk;
use crate::pages::{
    DOCUMENTS, FOR_PEOPLE, PAGES, elements, html_words, line, markdown_words, to_a_file,
};

pub(crate) use file::hostile_desk;
use file::{COUNT, filled, harmless, hostile};

/// Every page, of the event that has it all.
fn pages() -> impl Iterator<Item = Vec<&'static str>> {
    let certificates: &[&[&str]] = &[&["report", "certificate", "--all"]];
    let review: &[&[&str]] = &[&["review", "--list"], &["event", "show", "e5"]];
    let all = [PAGES, DOCUMENTS, certificates, review].concat();
    all.into_iter().map(<[&str]>::to_vec)
}

fn page(desk: &Desk, command: &[&str], format: &str) -> String {
    let line = [
        command,
        &["--event", "e", "--lang", "en", "--format", format],
    ]
    .concat();
    desk.run(&line).success()
}

/// Whether a terminal would obey it, or a reader be misled.
fn misleads(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// How a text is seen, in one line; a long one by its beginning.
fn seen(text: &str) -> String {
    line(&shown(text)).chars().take(200).collect()
}

/// A text as import takes it: NUL and byte-order marks are no part of any text file.
fn taken(text: &str) -> String {
    text.replace(['\0', '\u{feff}'], "")
}

/// Whether a text can be read on a page, as it is or as a name, whose blanks are blanks of one kind.
fn can_be_read(page: &str, text: &str) -> bool {
    let taken = taken(text);
    let ways = [seen(text), seen(&taken), seen(&line(&taken))];
    ways.iter().any(|way| page.contains(way))
}

#[test]
fn nothing_is_obeyed_on_pages_for_people() {
    let (desk, twin) = (hostile_desk(), filled(harmless));
    let mut faults = Vec::new();
    for command in pages() {
        let [text, markdown, html] = FOR_PEOPLE.map(|format| page(&desk, &command, format));
        let mut add = |fault: String| faults.push(format!("{}: {fault}", command.join(" ")));
        for (format, page) in [("text", &text), ("markdown", &markdown), ("html", &html)] {
            if let Some(character) = page.chars().find(|it| misleads(*it)) {
                add(format!("{character:?} in {format}"));
            }
        }
        let plain = page(&twin, &command, "html");
        let (elements, expected) = (elements(&html), elements(&plain));
        // Letters that names begin with, and answers that are alike, make parts of their own.
        let is_shaped_by_words = command.iter().any(|it| ["door", "answers"].contains(it));
        let is_alike = if is_shaped_by_words {
            elements.keys().eq(expected.keys())
        } else {
            elements == expected
        };
        if !is_alike {
            add(format!("elements {:?}", different(&elements, &expected)));
        }
        if let Some(markup) = markup(&markdown) {
            add(format!("markup {markup:?}"));
        }
        let (text, markdown, html) = (line(&text), markdown_words(&markdown), html_words(&html));
        for index in 0..COUNT {
            let it = hostile(index);
            for (format, page) in [("markdown", &markdown), ("html", &html)] {
                if can_be_read(&text, &it) && !can_be_read(page, &it) {
                    add(format!("not in {format}: {}", seen(&it)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns what one page has and the other has not.
fn different(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<String> = names
        .filter(|it| one.get(*it) != other.get(*it))
        .map(|it| format!("{it}: {:?} instead of {:?}", one.get(it), other.get(it)))
        .collect();
    names.dedup();
    names
}

/// Returns markup in Markdown that no page of ours has: elements, links, pictures.
fn markup(markdown: &str) -> Option<String> {
    let mut is_picture = false;
    for row in markdown.lines() {
        if row.starts_with("```") {
            is_picture = !is_picture;
        }
        if is_picture {
            continue;
        }
        let (mut before, mut rest) = (' ', row);
        while let Some(character) = rest.chars().next() {
            if before == '\\' {
                before = ' ';
            } else {
                let is_markup = (character == '<' && !rest.starts_with("<br>"))
                    || rest.starts_with("](")
                    || rest.starts_with("~~")
                    || (character == '`' && !row.starts_with("```"));
                if is_markup {
                    return Some(row.chars().take(200).collect());
                }
                before = character;
            }
            rest = &rest[character.len_utf8()..];
        }
    }
    None
}

#[test]
fn every_text_can_be_read_where_it_stands() {
    let desk = hostile_desk();
    for command in [
        &["report", "attendance"][..],
        &["report", "sign-in"],
        &["report", "sessions"],
        &["report", "organisations"],
        &["report", "event"],
        &["report", "certificate", "--all"],
        &["export", "people"],
        &["export", "programme"],
        &["export", "signups"],
        &["export", "attendance"],
        &["person", "list"],
        &["organisation", "list"],
        &["session", "list"],
        &["event", "list"],
    ] {
        for (format, words) in [
            ("text", line as fn(&str) -> String),
            ("markdown", markdown_words),
            ("html", html_words),
        ] {
            let page = words(&page(&desk, command, format));
            for index in 0..COUNT {
                let it = hostile(index);
                let can_be_read = can_be_read(&page, &it);
                assert!(can_be_read, "{command:?} {format}: {}", seen(&it));
            }
        }
    }
}

#[test]
fn programs_read_the_very_texts() {
    let desk = hostile_desk();
    let rows = |what: &str| -> Vec<Value> {
        serde_json::from_str(&page(&desk, &["export", what], "json")).unwrap()
    };
    let (people, organisations) = (rows("people"), rows("organisations"));
    for index in 0..COUNT {
        let (text, is) = (hostile(index), |row: &Value, key: &str| {
            row[key].as_str().map(line)
        });
        let expected = Some(line(&taken(&text)));
        for key in ["title", "given_name", "phone", "role"] {
            assert_eq!(is(&people[index], key), expected, "{key}");
        }
        for key in ["short_name", "country", "region", "website"] {
            assert_eq!(is(&organisations[index], key), expected, "{key}");
        }
    }
}

#[test]
fn no_cell_is_a_formula_and_each_is_read_back() {
    let desk = hostile_desk();
    for command in PAGES {
        let csv = page(&desk, command, "csv");
        let rows: Vec<serde_json::Map<String, Value>> =
            serde_json::from_str(&page(&desk, command, "json")).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(csv.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len() + 1, "{command:?}");
        for cell in records.iter().flatten() {
            let start = cell.trim_start_matches(|it: char| it.is_whitespace() || it.is_control());
            let is_number = start
                .chars()
                .all(|it| "+- ()/.,".contains(it) || it.is_ascii_digit());
            let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!is_formula || is_number, "{command:?}: {cell}");
        }
        for (row, record) in rows.iter().zip(&records[1..]) {
            for (value, cell) in row.values().zip(record) {
                if let Value::String(text) = value {
                    assert_eq!(unguard(cell), text.as_str(), "{command:?}");
                }
            }
        }
    }
}

#[test]
fn a_workbook_has_no_formula_and_the_very_texts() {
    let desk = hostile_desk();
    let path = desk.path().join("page.xlsx");
    for command in to_a_file() {
        let line = [command, &["--event", "e", "-o", path.to_str().unwrap()][..]].concat();
        desk.run(&line).success();
        let mut book: Xlsx<_> = calamine::open_workbook(&path).unwrap();
        for name in book.sheet_names() {
            assert!(
                book.worksheet_formula(&name).unwrap().is_empty(),
                "{command:?}: {name}"
            );
        }
        let rows: Vec<serde_json::Map<String, Value>> =
            serde_json::from_str(&page(&desk, command, "json")).unwrap();
        let texts: Vec<String> = book
            .worksheets()
            .iter()
            .flat_map(|(_, range)| {
                range
                    .used_cells()
                    .map(|(_, _, cell)| cell.to_string())
                    .collect::<Vec<_>>()
            })
            .collect();
        let texts: HashSet<&str> = texts.iter().map(String::as_str).collect();
        // A report names sessions by their titles.
        let is_slug = |key: &str| command[0] == "report" && key == "session";
        let cells = rows.iter().flatten().filter(|(key, _)| !is_slug(key));
        for (key, text) in cells.filter_map(|(key, cell)| Some((key, cell.as_str()?))) {
            // Moments and days are numbers there.
            let is_moment = text.starts_with("2020-");
            // XML has one end of lines.
            let plain = text.replace("\r\n", "\n");
            // A rule is in words there.
            let words = text
                .parse::<Rule>()
                .map(|rule| rule.in_words().in_english());
            // On paper a name has its title before the given name.
            let has_title = |shown: &&str| {
                let parts = text.split_once(", ");
                parts.is_some_and(|(family, given)| {
                    let rest = shown.strip_prefix(family);
                    rest.is_some_and(|it| {
                        it.starts_with(", ") && it.ends_with(&format!(" {given}"))
                    })
                })
            };
            let is_name = key == "name" && texts.iter().any(has_title);
            let is_there = texts.contains(text)
                || is_name
                || texts.contains(plain.as_str())
                || words.is_ok_and(|words| texts.contains(words.as_str()));
            assert!(
                is_there || is_moment || text.is_empty(),
                "{command:?}: {text:?}"
            );
        }
    }
}

#[test]
fn a_calendar_has_its_own_entries_and_no_others() {
    let desk = hostile_desk();
    for event in ["e", "e23", "e24", "e25"] {
        let calendar = ["export", "programme", "--format", "ics", "--event", event];
        let calendar = desk.run(&calendar).success();
        let programme = ["export", "programme", "--format", "json", "--event", event];
        let programme: Vec<Value> = serde_json::from_str(&desk.run(&programme).success()).unwrap();
        let read: icalendar::Calendar = calendar.parse().unwrap();
        let of_event = programme.iter().filter(|it| it["event"] == event).count();
        let sessions = of_event.saturating_sub(1).max(1);
        assert_eq!(read.components.len(), sessions, "{event}");
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        for name in ["BEGIN:VEVENT", "END:VEVENT"] {
            assert_eq!(lines.iter().filter(|it| **it == name).count(), sessions);
        }
        for line in lines {
            assert!(!line.starts_with("ATTENDEE"), "{line}");
            assert!(!line.contains(char::is_control), "{line:?}");
        }
    }
}

#[test]
fn a_form_in_its_makers_own_layout_is_no_way_in_either() {
    // No export of ours, so nothing in it is guarded; and bytes that are no text in any encoding.
    let mut form = b"Registration time;Name;Email;Organisation;Remarks\n".to_vec();
    for (row, bytes) in [
        &b"=1+1"[..],
        b" \xEF\xBC\x9D1+1",
        b"\xED\xA0\x80\xED\xB0\x80lone",
        b"\xC0\xAFslash",
        b"\x1b[31mred",
        b"<script>alert(1)</script>",
    ]
    .into_iter()
    .enumerate()
    {
        form.extend(format!("2020-09-07 08:0{row};").into_bytes());
        let word = file::word(row * 5);
        form.extend([bytes, b" ", word.as_bytes()].concat());
        form.extend(format!(";{word}@mail.example.org;").into_bytes());
        form.extend([bytes, b" ", word.as_bytes(), b";", bytes, b"\n"].concat());
    }
    let mut desk = Desk::with_programme(crate::desk::PROGRAMME);
    let outcome = desk.import("form.csv", &form);
    assert_eq!(outcome.value[0].created, 6, "{:?}", outcome.value[0]);
    for command in [["export", "signups"], ["report", "organisations"]] {
        for format in ["text", "markdown", "html", "json"] {
            let page = desk.run(&[&command[..], &["--format", format]].concat());
            let page = page.success();
            assert!(!page.contains(misleads), "{command:?} {format}: {page}");
            let is_element = page.contains("<script") && format == "html";
            assert!(!is_element, "{command:?}");
        }
        let csv = desk.run(&[&command[..], &["--format", "csv"]].concat());
        let csv = csv.success();
        assert!(csv.contains("'=1+1"), "{csv}");
        assert!(!csv.contains(",=") && !csv.contains(",＝"), "{csv}");
    }
}
