//! Workbooks: what is in them, against JSON and CSV; what nobody can slip into them; that they come back.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Cursor, Read as _, Write};
use std::path::Path;
use std::rc::Rc;

use calamine::{Data, Reader as _, Xlsx};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use proptest::prelude::*;
use rollcall::Environment;
use rollcall::import::{ReadOptions, Sheet, Source};
use rollcall::model::Rule;
use rollcall::output::keyed::{Keyed, labels};
use rollcall::output::{
    self, Cell, Chart, Column, Format, Language, Letters, Options, Panel, Series, Table, Workbook,
    WorkbookError, unguard,
};
use serde_json::Value;

use super::desk::{EXPORTS, run};
use super::support::{World, golden};

const REPORTS: [&[&str]; 9] = [
    &["attendance"],
    &["attendance", "--by", "person"],
    &["sign-in", "--blank", "2"],
    &["sessions"],
    &["organisations"],
    &["no-shows"],
    &["curve"],
    &["history"],
    &["history", "--by", "organisation"],
];

/// The demo's file, with every table of it that can be asked for.
struct Demo {
    world: World,
}

impl Demo {
    fn new() -> Self {
        let world = World::new();
        world.line("demo demo --quiet").success();
        Self { world }
    }

    /// Writes a table into a file and returns its bytes.
    fn write(&self, language: &str, words: &[&str], ending: &str) -> Vec<u8> {
        let path = self.world.path().join(format!("table.{ending}"));
        let database = self.world.path().join("demo/rollcall.db");
        let mut line = vec!["rollcall", "--db", database.to_str().unwrap()];
        line.extend(["--quiet", "--lang", language]);
        line.extend(words);
        line.extend(["-o", path.to_str().unwrap()]);
        run(&line).success();
        std::fs::read(path).unwrap()
    }

    fn tables() -> Vec<Vec<&'static str>> {
        let reports = REPORTS.iter().map(|words| [&["report"], *words].concat());
        let exports = EXPORTS.iter().map(|what| vec!["export", *what]);
        reports.chain(exports).collect()
    }
}

/// The first sheet of a workbook: its rows, headings first, as wide as the headings.
fn first_sheet(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names().remove(0);
    rows_of(&mut book, &name)
}

fn rows_of(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Vec<Vec<Data>> {
    let range = book.worksheet_range(sheet).unwrap();
    let (last, width) = range.end().unwrap_or_default();
    let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    (0..=last)
        .map(|row| (0..=width).map(|column| cell(row, column)).collect())
        .collect()
}

/// Whether a cell says what JSON says, in the sense of the documentation of `output::xlsx`.
fn agrees(json: &Value, cell: &Data) -> bool {
    match (json, cell) {
        (Value::Null, cell) => {
            *cell == Data::Empty || matches!(cell, Data::String(text) if text == "□")
        }
        (Value::Bool(truth), Data::Bool(cell)) => truth == cell,
        (Value::Bool(truth), Data::String(cell)) => {
            let words = if *truth {
                ["yes", "ja"]
            } else {
                ["no", "nein"]
            };
            words.contains(&cell.as_str())
        }
        (Value::Number(number), Data::Float(cell)) => number.as_f64() == Some(*cell),
        (Value::String(text), Data::String(cell)) => text == cell,
        (Value::String(text), Data::DateTime(moment)) => {
            let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            #[expect(clippy::cast_possible_truncation, reason = "a date of our days")]
            let seconds = (moment.as_f64() * 86_400.0).round() as i64;
            let moment = zero.and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds);
            // Without the offset; a day has no time.
            let exact = text
                .get(..19)
                .map_or(format!("{text}T00:00:00"), str::to_owned);
            let exact: NaiveDateTime = exact.parse().unwrap();
            moment == exact
        }
        (Value::Array(words), Data::String(cell)) => {
            let words: Vec<&str> = words.iter().map(|it| it.as_str().unwrap()).collect();
            words.join("; ") == *cell
        }
        (Value::Array(words), Data::Empty) => words.is_empty(),
        _ => false,
    }
}

/// Whether a cell has the German word of a label whose key JSON has.
fn says(json: &Value, cell: &Data) -> bool {
    const LABELS: [Keyed; 23] = [
        labels::KEYNOTE,
        labels::BREAKOUT,
        labels::NETWORKING,
        labels::PLENARY,
        labels::OTHER,
        labels::REGULAR,
        labels::LAPSED,
        labels::PRESENT,
        labels::PARTIAL,
        labels::WALK_IN,
        labels::BRIEF,
        labels::EXCUSED,
        labels::NO_SHOW,
        labels::CONFIRMED,
        labels::WAITLISTED,
        labels::CANCELLED,
        labels::SPEAKER,
        labels::MODERATOR,
        labels::HOST,
        labels::NEW,
        labels::RETURNING,
        labels::REGISTERED,
        labels::SOCIAL,
    ];
    let word = LABELS.iter().find(|it| json == it.key());
    let word = word.map(|it| it.in_language(Language::De));
    word.is_some_and(|word| matches!(cell, Data::String(cell) if cell == word))
}

#[test]
fn every_report_and_export_says_in_a_workbook_what_json_and_csv_say() {
    let demo = Demo::new();
    let (mut moments, mut said, mut named) = (0, 0, 0);
    let sessions = demo.write("en", &["report", "sessions"], "json");
    let sessions: Vec<Value> = serde_json::from_slice(&sessions).unwrap();
    let title = |it: &Value| Data::String(it["title"].as_str().unwrap().to_owned());
    let titles: HashMap<Value, Data> = sessions
        .iter()
        .map(|it| (it["session"].clone(), title(it)))
        .collect();
    for language in ["en", "de"] {
        for words in Demo::tables() {
            let sheet = first_sheet(&demo.write(language, &words, "xlsx"));
            let json = demo.write(language, &words, "json");
            let json: Vec<serde_json::Map<String, Value>> = serde_json::from_slice(&json).unwrap();
            assert_eq!(sheet.len(), json.len() + 1, "{words:?}");
            for (number, (cells, object)) in sheet[1..].iter().zip(&json).enumerate() {
                assert_eq!(cells.len(), object.len(), "{words:?}");
                for (cell, (key, value)) in cells.iter().zip(object) {
                    // Import knows the keys; a German reads words, and everybody reads rules in words.
                    let is_report = words[0] == "report";
                    let is_title =
                        key == "session" && titles.get(value).is_some_and(|it| it == cell);
                    named += usize::from(is_title);
                    let is_word = is_report && is_title
                        || is_report && language == "de" && says(value, cell)
                        || is_report && says_rule(value, cell, language)
                        || is_report && key == "name" && says_title(value, cell)
                        || is_report && value.is_null() && says_why_empty(cell, language);
                    said += usize::from(is_word);
                    assert!(
                        is_word || agrees(value, cell),
                        "{words:?}, row {number}, {key}: {value} is {cell:?}"
                    );
                    moments += usize::from(matches!(cell, Data::DateTime(_)));
                }
            }
            let csv = demo.write(language, &words, "csv");
            let delimiter = if language == "de" { b';' } else { b',' };
            let text = csv.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&csv);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .from_reader(text);
            let headings: Vec<Data> = reader
                .headers()
                .unwrap()
                .iter()
                .map(|heading| Data::String(unguard(heading).into_owned()))
                .collect();
            assert_eq!(sheet[0], headings, "{words:?}");
            assert_eq!(reader.records().count(), json.len(), "{words:?}");
        }
    }
    assert!(moments > 500, "reports have dates: {moments}");
    assert!(said > 500, "and words: {said}");
    assert!(named > 500, "and titles: {named}");
}

/// Whether a cell has the words of a rule.
fn says_rule(value: &Value, cell: &Data, language: &str) -> bool {
    let rule = value.as_str().and_then(|text| text.parse::<Rule>().ok());
    let words = rule.map(|rule| rule.in_words().in_language(language.parse().unwrap()));
    words.is_some_and(|words| *cell == Data::String(words))
}

/// Whether a name has its title before the given name, as on paper.
fn says_title(name: &Value, cell: &Data) -> bool {
    let parts = name.as_str().and_then(|it| it.split_once(", "));
    parts.is_some_and(|(family, given)| {
        let (start, end) = (format!("{family}, "), format!(" {given}"));
        matches!(cell, Data::String(text) if text.starts_with(&start) && text.ends_with(&end))
    })
}

/// Whether a cell says why there is no value: programs know it from another column.
fn says_why_empty(cell: &Data, language: &str) -> bool {
    let words = [labels::NO_ORGANISATION, labels::WAITLISTED];
    let words = words.map(|it| it.in_language(language.parse().unwrap()));
    matches!(cell, Data::String(text) if words.contains(&text.as_str()))
}

#[test]
fn a_report_taken_in_as_a_workbook_is_what_its_csv_is() {
    let demo = Demo::new();
    let database = demo.world.path().join("demo/rollcall.db");
    for words in Demo::tables() {
        let mut outcomes = Vec::new();
        for ending in ["csv", "xlsx"] {
            demo.write("en", &words, ending);
            let path = demo.world.path().join(format!("table.{ending}"));
            let mut line = vec!["rollcall", "--db", database.to_str().unwrap()];
            line.extend([
                "--format",
                "json",
                "import",
                "--dry-run",
                path.to_str().unwrap(),
            ]);
            let output = run(&line);
            let outcome: Value = serde_json::from_str(&output.stdout).unwrap();
            let mut file = outcome["files"][0].clone();
            for key in ["file", "encoding", "delimiter"] {
                file[key] = Value::Null;
            }
            // Times without an offset are the event's, and that is noted.
            file["notes"] = Value::Null;
            outcomes.push((output.code, file));
        }
        assert_eq!(outcomes[0], outcomes[1], "{words:?}");
    }
}

/// Texts that somebody might write into a form to be run, opened or misread.
const NASTY: [&str; 16] = [
    "=1+1",
    "=HYPERLINK(\"https://x.example\")",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "-0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "''=1",
    "{=1}",
    "https://x.example",
    "mailto:a@x.example",
    "0049",
    "12345678901234567890",
    "1e5",
];

#[test]
fn whatever_is_written_into_a_form_stays_a_text_in_every_column() {
    let columns = NASTY.iter().map(|text| Column::answers(*text)).collect();
    let mut table = Table::new("=1+1", "=1+1", columns);
    for _ in 0..2 {
        table.push(NASTY.iter().map(|text| Cell::from(*text)).collect());
        table.push(vec![Cell::from("=2"); NASTY.len()]);
    }
    // A column that begins with numbers.
    let mut mixed = Table::new("mixed", "", vec![Column::answers("Mixed")]);
    mixed.push(vec![Cell::Integer(1)]);
    mixed.push(vec![Cell::from("=1+1")]);
    let bytes = workbook(&[&table, &mixed], Options::default());
    let sheet = first_sheet(&bytes);
    let expected: Vec<Data> = NASTY.map(|it| Data::String(it.to_owned())).to_vec();
    assert_eq!([&sheet[0], &sheet[1]], [&expected, &expected]);
    for part in parts(&bytes).values() {
        assert!(
            !part.contains("<f>") && !part.contains("<hyperlink"),
            "{part}"
        );
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(
        rows_of(&mut book, "mixed")[2],
        [Data::String("=1+1".to_owned())]
    );
}

#[test]
fn equal_data_give_equal_bytes_wherever_and_whenever() {
    let demo = Demo::new();
    let mut all = Vec::new();
    for (zone, now) in [
        ("Europe/Berlin", "2020-10-09T08:00:00+02:00"),
        ("Pacific/Auckland", "2031-01-01T00:00:00+00:00"),
    ] {
        let mut elsewhere = World::new();
        elsewhere.set_now(now);
        elsewhere.set_variable("TZ", zone);
        let database = demo.world.path().join("demo/rollcall.db");
        let database = database.to_str().unwrap();
        let mut bytes = Vec::new();
        for (words, name) in [
            (["export", "all"], "all.xlsx"),
            (["report", "sign-in"], "sign-in.xlsx"),
            (["report", "attendance"], "attendance.xlsx"),
        ] {
            let line = [&["--db", database], &words[..], &["-o", name]].concat();
            elsewhere.run(&line).success();
            bytes.push(std::fs::read(elsewhere.path().join(name)).unwrap());
        }
        all.push(bytes);
    }
    assert!(all[0] == all[1], "another clock, other bytes");
}

#[test]
fn a_small_workbook_part_by_part() {
    let mut table = Table::new(
        "sign-in",
        "Sign-in & more",
        vec![
            Column::answers("session").hidden_in_text(),
            Column::answers("here"),
            Column::answers("at"),
            Column::answers("minutes").right(),
            Column::answers("share").right(),
            Column::answers("done"),
            Column::answers("signature").at_least(25),
        ],
    );
    let row = |session: &str| {
        vec![
            Cell::from(session),
            Cell::Tick,
            Cell::Moment {
                iso: "2020-10-08T10:00:00+02:00".to_owned(),
                shown: "08.10.2020 10:00".to_owned(),
            },
            Cell::Integer(52),
            Cell::Percent(0.5),
            Cell::Boolean(true),
        ]
    };
    table.begin_group("Session A", vec!["10:00–11:00".to_owned()]);
    table.push(row("a"));
    table.begin_group("Session B", Vec::new());
    table.push(row("b\u{1b}[31m"));
    table.note("Rule: 50 %.");
    let options = Options {
        language: Language::De,
        ..Options::default()
    };
    let parts = parts(&workbook(&[&table], options));
    let mut text = String::new();
    for name in [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "docProps/core.xml",
    ] {
        let part = parts[name].replace("><", ">\n<").replace('\r', "");
        text.push_str(&format!("== {name}\n{part}\n"));
    }
    golden("workbook.txt", text);
}

/// Returns the attribute of each element of this name.
fn attributes(part: &str, element: &str, attribute: &str) -> Vec<String> {
    let start = format!("<{element} ");
    let named = format!(" {attribute}=\"");
    let elements = part.split(&start).skip(1);
    let value = |element: &str| {
        let element = format!(" {}", element.split('>').next().unwrap());
        let value = element.split(&named).nth(1)?;
        Some(value.split('"').next().unwrap().to_owned())
    };
    elements.filter_map(value).collect()
}

/// Returns a list to sign with this many sheets of paper.
fn list_to_sign(groups: usize) -> Table {
    let columns = vec![
        Column::answers("No.").right(),
        Column::answers("Name"),
        Column::answers("Organisation"),
        Column::answers("Signature 1").at_least(18),
        Column::answers("Signature 2").at_least(18),
    ];
    let title = format!("Sign-in & more: {} and the end", "word ".repeat(20).trim());
    let mut table = Table::new("list", title, columns);
    table.is_paged = true;
    table.lines = vec![
        "12–13 November".to_owned(),
        format!("Place: {}", "p".repeat(20)),
        format!("Organiser: {}", "o".repeat(120)),
    ];
    table.note("Why we ask.");
    for group in 1..=groups {
        table.begin_group(format!("Session {group}"), vec!["2 signed up".to_owned()]);
        table.push(vec![
            Cell::Integer(1),
            "Leutheusser-Holzapfel, Wolf-Dietrich".into(),
            "Federal association of research and innovation clusters for the sustainable \
             hydrogen economy and the coupling of sectors, registered in the far north of a country with \
             long names for all of its institutions, which no column of a list has room for in one line"
                .into(),
        ]);
        table.push(vec![Cell::Integer(2), "Noorg, David".into()]);
        table.close_group("Total: ______");
        table.leave_to_sign(vec!["Place, date".to_owned(), "Signature".to_owned()]);
    }
    table
}

#[test]
fn a_list_to_sign_fills_the_page_and_has_its_foot_beside_the_cells() {
    let table = list_to_sign(1);
    let bytes = workbook(&[&table], Options::default());
    let parts = parts(&bytes);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let widths = attributes(sheet, "col", "width");
    let columns = attributes(sheet, "col", "min")
        .into_iter()
        .zip(attributes(sheet, "col", "max"));
    let number = |text: &str| text.parse::<f64>().unwrap();
    let pixels: f64 = columns
        .zip(&widths)
        .map(|((from, to), width)| (number(&to) - number(&from) + 1.0) * number(width) * 7.0)
        .sum();
    // At 85 % of the usual size, on upright paper.
    assert!(parts["xl/worksheets/sheet1.xml"].contains("orientation=\"portrait\""));
    assert!((690.0..=740.0).contains(&pixels), "{pixels} of 726");
    // The long name of an organisation needs three lines, the other rows have room for a signature.
    let heights = attributes(sheet, "row", "ht");
    assert!(number(&heights[1]) >= 3.0 * 12.75, "{heights:?}");
    assert_eq!(heights[2], "30");
    // The title is shortened between words; a fact that does not fit is not there.
    let header = sheet.split("<oddHeader>").nth(1).unwrap();
    let header = header.split("</oddHeader>").next().unwrap();
    assert!(header.contains("word word…"), "{header}");
    assert!(
        header.contains(&format!("Place: {}", "p".repeat(20))),
        "{header}"
    );
    assert!(!header.contains("Organiser"), "{header}");
    // What is not in the header, and what is written by hand, is below the rows.
    let below = &parts["xl/drawings/drawing1.xml"];
    for text in [
        "Organiser: ooo",
        "Session 1",
        "2 signed up",
        "Total: ______",
        "Why we ask.",
        "Place, date: ______________________________",
        "Signature: ______________________________",
    ] {
        assert!(below.contains(text), "{text} is not in {below}");
    }
    // The cells have the table and nothing else, and import finds it.
    let rows = first_sheet(&bytes);
    assert_eq!(rows.len(), 3, "{rows:?}");
    let source = Source::from_reader("list.xlsx", &bytes[..]).unwrap();
    assert_eq!(source.tables().unwrap().len(), 1);
}

#[test]
fn a_list_with_several_sheets_of_paper_is_signed_at_the_foot_of_each_page() {
    let parts = parts(&workbook(&[&list_to_sign(2)], Options::default()));
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let footer = sheet.split("<oddFooter>").nth(1).unwrap();
    let footer = footer.split("</oddFooter>").next().unwrap();
    assert!(footer.starts_with("&amp;LPlace, date: ____"), "{footer}");
    assert!(footer.contains("____    Signature: ____"), "{footer}");
    assert_eq!(attributes(sheet, "brk", "id")[0], "3", "the second group");
}

#[test]
fn the_letters_of_a_list_for_the_door_start_no_pages() {
    let columns = vec![Column::answers("here"), Column::answers("Name")];
    let mut table = Table::new("door", "Door", columns);
    table.letters = Letters::Large;
    for name in ["Anna", "Bert", "Cleo"] {
        table.begin_group(&name[..1], Vec::new());
        table.push(vec![Cell::Tick, name.into()]);
    }
    let parts = parts(&workbook(&[&table], Options::default()));
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(!sheet.contains("<brk "), "{sheet}");
    assert_eq!(attributes(sheet, "pageSetup", "scale"), ["120"]);
}

#[test]
fn a_sheet_shows_what_people_read_and_what_the_headings_of_groups_say() {
    let columns = vec![
        Column::answers("part of the day").hidden_in_text(),
        Column::answers("late").right().hidden_in_text(),
        Column::answers("begin"),
        Column::answers("empty"),
        Column::answers("Name"),
    ];
    let mut table = Table::new("list", "List", columns);
    let at = |day: u8| Cell::Moment {
        iso: format!("2020-10-0{day}T10:00:00+02:00"),
        shown: "10:00".to_owned(),
    };
    for (session, day) in [("Keynote", 8), ("Panel", 9)] {
        table.begin_group(session, Vec::new());
        table.put_under(format!("{day} October"));
        for late in [1, 2] {
            table.push(vec![
                session.into(),
                Cell::Integer(late),
                at(day),
                Cell::Empty,
                "Anna".into(),
            ]);
        }
    }
    let options = Options {
        language: Language::De,
        ..Options::default()
    };
    let bytes = workbook(&[&table], options);
    let parts = parts(&bytes);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let hidden: Vec<bool> = sheet
        .split("<col ")
        .skip(1)
        .map(|it| it.split('>').next().unwrap().contains("hidden=\"1\""))
        .collect();
    assert_eq!(hidden, [false, true, false, true, false], "{sheet}");
    // People read the day above a group; here it is with the time.
    assert!(parts["xl/styles.xml"].contains(r"dd\.mm\.yyyy\ hh:mm"));
    // The groups have no facts, so there is nothing to note, and no headings without what they head.
    let book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(book.sheet_names(), ["list"]);
}

#[test]
fn a_wide_report_is_printed_in_letters_that_can_be_read() {
    let mut columns = vec![Column::answers("Title")];
    columns.extend((0..12).map(|it| Column::answers(format!("Number of people {it}")).right()));
    let mut table = Table::new("list", "List", columns);
    let mut row = vec![Cell::from(
        "A session about the coupling of sectors and more",
    )];
    row.extend((0..12).map(Cell::Integer));
    table.push(row);
    let parts = parts(&workbook(&[&table], Options::default()));
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let widths = attributes(sheet, "col", "width");
    let all: f64 = attributes(sheet, "col", "min")
        .iter()
        .zip(attributes(sheet, "col", "max"))
        .zip(widths)
        .map(|((from, to), width)| {
            let [from, to, width] = [from, &to, &width].map(|it| it.parse::<f64>().unwrap());
            (to - from + 1.0) * width * 7.0
        })
        .sum();
    // Seven tenths of the usual size.
    assert!(all <= 925.0 / 0.7 + 20.0, "{all}");
}

#[test]
fn a_picture_of_several_days_is_one_for_each() {
    let columns = vec![Column::answers("time"), Column::answers("people").right()];
    let mut table = Table::new("curve", "Curve", columns);
    let times: Vec<Cell> = [(8, 10), (8, 11), (9, 10), (9, 11)]
        .map(|(day, hour)| Cell::Moment {
            iso: format!("2020-10-0{day}T{hour}:00:00+02:00"),
            shown: format!("0{day}.10.2020 {hour}:00"),
        })
        .to_vec();
    for time in &times {
        table.push(vec![time.clone(), Cell::Integer(1)]);
    }
    let panel = |title: &str, range| Panel {
        title: title.to_owned(),
        range,
        hours: Vec::new(),
        bands: Vec::new(),
    };
    table.chart = Some(Chart {
        start: "10:00".to_owned(),
        end: "11:00".to_owned(),
        times,
        series: vec![Series {
            caption: "People".to_owned(),
            values: vec![1; 4],
            height: 2,
        }],
        panels: vec![panel("Thursday", 0..2), panel("Friday", 2..4)],
    });
    let parts = parts(&workbook(&[&table], Options::default()));
    for (number, day, rows) in [(1, "Thursday", "$2:$A$3"), (2, "Friday", "$4:$A$5")] {
        let chart = &parts[&format!("xl/charts/chart{number}.xml")];
        assert!(chart.contains(day) && chart.contains(rows), "{chart}");
    }
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert_eq!(attributes(sheet, "brk", "id").len(), 1, "{sheet}");
}

#[test]
fn no_row_is_written_twice() {
    let mut table = Table::new("list", "List", vec![Column::answers("remark")]);
    table.push(vec!["two\nlines".into()]);
    table.note(format!("A long note. {}", "word ".repeat(60)));
    let parts = parts(&workbook(&[&table], Options::default()));
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let rows = attributes(&parts[sheet], "row", "r");
        let mut once = rows.clone();
        once.dedup();
        assert_eq!(rows, once, "{sheet}");
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_where_it_is_seen() {
    let columns = vec![Column::answers("remark")];
    let mut table = Table::new("people", "People", columns);
    let whole = "ä".repeat(32_767);
    table.push(vec![Cell::from(whole.as_str())]);
    table.push(vec![Cell::from(format!("{whole}b"))]);
    // Two units each.
    table.push(vec![Cell::from("👩".repeat(16_384))]);
    let mut workbook = Workbook::new(Options::default());
    workbook.add(&table).unwrap();
    let mut bytes = Vec::new();
    assert_eq!(workbook.write_to(&mut bytes).unwrap().cut, 2);
    let text = |cell: &Data| cell.to_string();
    let rows = first_sheet(&bytes);
    assert_eq!(text(&rows[1][0]), whole);
    for row in &rows[2..] {
        let text = text(&row[0]);
        assert!(text.ends_with(" [… cut]"), "{}", text.len());
        assert!((32_760..=32_767).contains(&text.encode_utf16().count()));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    let notes: Vec<String> = rows_of(&mut book, "Notes")
        .iter()
        .map(|row| row[0].to_string())
        .collect();
    assert!(
        notes[1].contains("Sheet people, row 3, column remark"),
        "{notes:?}"
    );
    assert!(notes[2].contains("row 4"), "{notes:?}");
}

#[test]
fn more_than_a_sheet_has_is_an_error() {
    let columns = (0..16_385).map(|it| Column::answers(it.to_string()));
    let wide = Table::new("wide", "", columns.collect());
    let refused = |table: &Table| Workbook::new(Options::default()).add(table).unwrap_err();
    assert!(matches!(
        refused(&wide),
        WorkbookError::Columns {
            columns: 16_385,
            ..
        }
    ));
    let mut long = Table::new("long", "", vec![Column::answers("n")]);
    for _ in 0..1_048_576 {
        long.push(Vec::new());
    }
    assert_eq!(
        refused(&long).to_string(),
        "`long` has 1048576 rows, and a sheet of a workbook has room for 1048575"
    );
}

#[test]
fn sheets_are_found_by_the_names_of_their_ranges() {
    let table = |name: &'static str| {
        let mut table = Table::new(name, "", vec![Column::answers("A"), Column::answers("B")]);
        table.push(vec![Cell::from("a"), Cell::from("=b")]);
        table.note("Something to know");
        table
    };
    let names = |bytes: &[u8]| -> Vec<String> {
        let source = Source::from_reader("all.xlsx", bytes).unwrap();
        let tables = source.tables().unwrap();
        tables.iter().map(|it| it.name().to_owned()).collect()
    };
    let one = workbook(&[&table("people")], Options::default());
    assert_eq!(names(&one), ["all.xlsx"]);
    let source = Source::from_reader("all.xlsx", &one[..]).unwrap();
    let sheet = Sheet::open(&source.tables().unwrap()[0], &ReadOptions::default()).unwrap();
    assert_eq!(sheet.notes(), [], "the notes are no table");
    let two = workbook(
        &[&table("people"), &table("it's Notes")],
        Options::default(),
    );
    assert_eq!(
        names(&two),
        ["all.xlsx, sheet people", "all.xlsx, sheet it's Notes"]
    );
    // Of anybody else's workbook, the sheet with the table is looked for, as ever.
    let mut theirs = rust_xlsxwriter::Workbook::new();
    theirs.add_worksheet().write_string(0, 0, "=b").unwrap();
    assert_eq!(names(&theirs.save_to_buffer().unwrap()), ["all.xlsx"]);
    assert_eq!(names(b"Name\nAnna\n"), ["all.xlsx"]);
}

#[test]
fn a_workbook_goes_to_standard_output_and_never_to_a_terminal() {
    let demo = Demo::new();
    let database = demo.world.path().join("demo/rollcall.db");
    let database = database.to_str().unwrap();
    let whole = demo.write("en", &["report", "sessions"], "xlsx");
    let line = ["--db", database, "--format", "xlsx"];
    for end in [
        &["report", "sessions"][..],
        &["report", "sessions", "-o", "-"],
    ] {
        let (code, stdout, _) = printed(&[&line, end].concat(), false);
        assert_eq!(code, 0);
        assert!(stdout == whole, "{end:?}");
    }
    for end in [
        &["report", "sessions"][..],
        &["export", "all"],
        &["person", "show", "1"],
        &["inspect", database],
    ] {
        let (code, stdout, stderr) = printed(&[&line, end].concat(), true);
        assert_eq!((code, stdout.len()), (2, 0), "{end:?}: {stderr}");
        assert!(stderr.contains("-o FILE.xlsx"), "{stderr}");
    }
    let (_, all, _) = printed(&[&line, &["export", "all"][..]].concat(), false);
    assert!(all == demo.write("en", &["export", "all"], "xlsx"));
}

#[test]
fn a_page_has_a_sheet_for_its_facts_and_one_for_each_table() {
    let demo = Demo::new();
    let database = demo.world.path().join("demo/rollcall.db");
    let line = [
        "--db",
        database.to_str().unwrap(),
        "person",
        "show",
        "1",
        "--format",
    ];
    let (_, xlsx, _) = printed(&[&line, &["xlsx"][..]].concat(), false);
    let (_, json, _) = printed(&[&line, &["json"][..]].concat(), false);
    let json: Vec<serde_json::Map<String, Value>> = serde_json::from_slice(&json).unwrap();
    let is_table =
        |value: &Value| matches!(value, Value::Array(rows) if rows.iter().any(Value::is_object));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&xlsx[..])).unwrap();
    let names = book.sheet_names();
    let facts = rows_of(&mut book, &names[0]);
    // One below the other: what it is, its value, a remark. Empty ones are left out.
    assert!(facts.len() > 3, "{facts:?}");
    for row in &facts[1..] {
        let stands = |value: &Value| agrees(value, &row[1]) || *value == row[1].to_string();
        assert!(json[0].values().any(stands), "{row:?}");
    }
    for (key, value) in &json[0] {
        if is_table(value) {
            // A sheet has the word for it.
            let name = names
                .iter()
                .find(|it| it.eq_ignore_ascii_case(key))
                .unwrap();
            let rows = rows_of(&mut book, name);
            let objects = value.as_array().unwrap();
            assert_eq!(rows.len(), objects.len() + 1, "{key}");
            for (cells, object) in rows[1..].iter().zip(objects) {
                for (cell, (key, value)) in cells.iter().zip(object.as_object().unwrap()) {
                    assert!(agrees(value, cell), "{key}: {value} is {cell:?}");
                }
            }
        }
    }
    assert!(json[0].values().any(is_table));
    assert!(names.len() > 1, "{names:?}");
}

/// How much memory a large workbook may take beyond its table, in kilobytes; the heights of its rows are part of it.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 22 * 1024;

/// Peaks are those of a process, so this has one of its own: the test below.
#[cfg(target_os = "linux")]
#[test]
fn a_large_workbook_takes_little_memory() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "workbooks::writes_a_large_workbook",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let grown: u64 = text
        .lines()
        .find_map(|line| line.split_once("grown by ")?.1.parse().ok())
        .unwrap_or_else(|| panic!("{text}"));
    assert!(grown < MOST_MEMORY, "{grown} kB");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by the test above, in a process of its own"]
fn writes_a_large_workbook() {
    let columns = (0..12).map(|it| Column::answers(format!("Column {it}")));
    let mut table = Table::new("signups", "", columns.collect());
    for row in 0..50_000 {
        let text = |column| Cell::from(format!("Somebody {row} of column {column}"));
        table.push((0..12).map(text).collect());
    }
    let before = peak_memory();
    let mut workbook = Workbook::new(Options::default());
    workbook.add(&table).unwrap();
    let written = workbook.write_to(tempfile::tempfile().unwrap()).unwrap();
    assert_eq!(written.rows, 50_000);
    println!("grown by {}", peak_memory() - before);
}

/// The most memory this process ever had, in kilobytes.
#[cfg(target_os = "linux")]
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let number = line.unwrap().trim().trim_end_matches(" kB");
    number.parse().unwrap()
}

/// Returns a workbook of tables.
fn workbook(tables: &[&Table], options: Options) -> Vec<u8> {
    let mut workbook = Workbook::new(options);
    for table in tables {
        workbook.add(table).unwrap();
    }
    let mut bytes = Vec::new();
    workbook.write_to(&mut bytes).unwrap();
    bytes
}

/// Returns the parts of a workbook by name.
fn parts(bytes: &[u8]) -> HashMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Runs a command line; returns its exit code and the bytes it wrote.
fn printed(arguments: &[&str], stdout_is_terminal: bool) -> (u8, Vec<u8>, String) {
    let (stdout, stderr) = (Bytes::default(), Bytes::default());
    let line = std::iter::once(&"rollcall").chain(arguments);
    let code = rollcall::run(Environment {
        arguments: line.map(Into::into).collect(),
        variables: HashMap::new(),
        stdin: Box::new(io::empty()),
        stdout: Box::new(stdout.clone()),
        stderr: Box::new(stderr.clone()),
        stdin_is_terminal: false,
        stdout_is_terminal,
        stderr_is_terminal: false,
        terminal_width: None,
        system_language: None,
    });
    let said = String::from_utf8(stderr.0.take()).unwrap();
    (code, stdout.0.take(), said)
}

/// Keeps what is written.
#[derive(Debug, Clone, Default)]
struct Bytes(Rc<RefCell<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Texts with what workbooks and their escapes trip over.
fn tricky() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ \t\r\n'=+_x0-9A-Fa-f\u{1}\u{1b}\u{7f}\u{85}\u{fffe}\u{ffff}\u{2028}&<>\"ä👩]{0,12}",
        "_x(005F_x|00)?[0-9A-Fa-f]{4}_",
        any::<String>(),
    ]
}

proptest! {
    /// Characters that no text file gives either are left out on the way back.
    #[test]
    fn every_text_comes_back_as_it_was(texts in prop::collection::vec(tricky(), 1..20), raw in any::<bool>()) {
        let mut table = Table::new("people", "", vec![Column::answers("N"), Column::answers("Text")]);
        for (number, text) in texts.iter().enumerate() {
            table.push(vec![Cell::from(format!("n{number}")), Cell::from(text.as_str())]);
        }
        let bytes = output::render(&table, Format::Xlsx, &Options { raw, ..Options::default() }).unwrap();
        let source = Source::from_reader("people.xlsx", &bytes[..]).unwrap();
        let sheet = Sheet::open(&source.tables().unwrap()[0], &ReadOptions::default()).unwrap();
        let read: Vec<String> = sheet
            .records()
            .unwrap()
            .skip(1)
            .map(|record| unguard(record.unwrap().get(1).unwrap_or_default()).into_owned())
            .collect();
        let kept: Vec<String> = texts
            .iter()
            .map(|text| text.replace(['\0', '\u{feff}'], ""))
            // A box to tick is nothing yet.
            .map(|text| if text == "□" { String::new() } else { text })
            .collect();
        prop_assert_eq!(read, kept);
    }
}

#[test]
fn a_file_of_that_name_in_a_folder_of_that_name_is_what_was_asked_for() {
    let demo = Demo::new();
    let database = demo.world.path().join("demo/rollcall.db");
    let folder = demo.world.path().join("tables");
    let line = [
        "rollcall",
        "--db",
        database.to_str().unwrap(),
        "--format",
        "xlsx",
    ];
    run(&[
        &line,
        &["export", "all", "-o", folder.to_str().unwrap()][..],
    ]
    .concat())
    .success();
    for what in EXPORTS {
        let whole = demo.write("en", &["export", what], "xlsx");
        assert!(std::fs::read(folder.join(format!("{what}.xlsx"))).unwrap() == whole);
    }
    assert!(!Path::new(&folder.with_extension("xlsx")).exists());
}
