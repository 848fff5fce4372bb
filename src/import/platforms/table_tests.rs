//! Helpers shared by the tests of table readers, to compare their logs.

use super::super::tests::records_in;
use super::super::{RawLog, Unreadable, bigbluebutton, described, goto};
use super::*;
use crate::import::{ReadOptions, Sheet, Source};

/// The function type of a reader.
pub(in super::super) type Read =
    for<'file> fn(&'file [Record]) -> Option<Result<RawLog<'file>, Unreadable>>;

/// Describes every line: `2: 0 Anna Müller <a@b> (Anna/Müller) joined..left [duration]`.
pub(in super::super) fn fates(log: &RawLog<'_>) -> Vec<String> {
    let fate = |says: &Says<'_>| match says {
        Says::Stay(stay) => {
            let parts = stay.parts.as_ref();
            let parts = parts.map(|(given, family)| format!(" ({given}/{family})"));
            let organisation = match stay.organisation {
                "" => String::new(),
                name => format!(" of {name}"),
            };
            format!(
                "{} {} <{}>{}{organisation} {}..{} [{}]",
                stay.meeting,
                stay.name,
                stay.email,
                parts.unwrap_or_default(),
                stay.joined,
                stay.left,
                stay.duration
            )
        }
        Says::Nothing(reason) => format!("Nothing({:?})", reason.in_english()),
        Says::Wrong(heading, reason) => {
            format!("Wrong({heading:?}, {:?})", reason.in_english())
        }
        part @ Says::PartOf(_) => format!("{part:?}"),
    };
    log.lines
        .iter()
        .map(|line| format!("{}: {}", line.line, fate(&line.says)))
        .collect()
}

/// Returns the records with the headings of one of them replaced.
pub(in super::super) fn renamed(records: &[Record], header: usize) -> Vec<Record> {
    let mut records = records.to_vec();
    let record = &records[header];
    let cells: Vec<String> = record
        .cells()
        .enumerate()
        .map(|(index, cell)| {
            if cell.trim().is_empty() {
                String::new()
            } else {
                format!("Qux {index}x")
            }
        })
        .collect();
    records[header] = Record::new(record.line(), cells.iter().map(String::as_str));
    records
}

/// Asserts that if something is missing, a line is unchanged or not a stay, and nothing panics.
///
/// Rows that lost a cell may lose the value of that cell: an address, a name.
pub(in super::super) fn assert_robust(read: Read, records: &[Record]) {
    let whole = read(records).unwrap().unwrap();
    for length in 0..records.len() {
        if let Some(Ok(log)) = read(&records[..length]) {
            let fates = fates(&log);
            for fate in &fates {
                let known = self::fates(&whole).contains(fate);
                assert!(known, "{fate} after {length} records");
            }
        }
    }
    for (row, record) in records.iter().enumerate() {
        for place in 0..record.width() {
            let mut changed = records.to_vec();
            changed[row] = without(record, place);
            if let Some(Ok(log)) = read(&changed) {
                assert_nobody_is_mixed_up(&whole, &log);
            }
            // An additional cell in a short row may look like a part of it.
            changed[row] = with_an_empty_cell(record, place);
            drop(read(&changed));
        }
    }
    let widest = records.iter().map(Record::width).max().unwrap();
    for gone in 0..widest {
        let fewer: Vec<Record> = records.iter().map(|record| without(record, gone)).collect();
        if let Some(Ok(log)) = read(&fewer) {
            assert_nobody_is_mixed_up(&whole, &log);
        }
    }
}

fn without(record: &Record, gone: usize) -> Record {
    let cells = record.cells().enumerate();
    let cells = cells
        .filter(|(index, _)| *index != gone)
        .map(|(_, cell)| cell);
    Record::new(record.line(), cells)
}

fn with_an_empty_cell(record: &Record, place: usize) -> Record {
    let mut cells: Vec<&str> = record.cells().collect();
    cells.insert(place, "");
    Record::new(record.line(), cells)
}

/// Asserts that a file cut off at any position is read, with all its lines except the last unchanged.
pub(in super::super) fn assert_cut(read: Read, path: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(path);
    let bytes = std::fs::read(path).unwrap();
    let records_in = |bytes: &[u8]| -> Option<Vec<Record>> {
        let source = Source::from_reader("log.csv", bytes).unwrap();
        let sheet = Sheet::open(&source, &ReadOptions::default()).ok()?;
        let records: Result<Vec<Record>, _> = sheet.records().ok()?.collect();
        let mut records = records.ok()?;
        records.retain(|record| !record.is_blank());
        Some(records)
    };
    let whole = records_in(&bytes).unwrap();
    let whole = fates(&read(&whole).unwrap().unwrap());
    let mut most = 0;
    for length in 0..bytes.len() {
        let Some(records) = records_in(&bytes[..length]) else {
            continue;
        };
        if let Some(Ok(log)) = read(&records) {
            let fates = fates(&log);
            let before = &fates[..fates.len().saturating_sub(1)];
            assert!(
                whole.starts_with(before),
                "{before:#?} after {length} bytes"
            );
            most = most.max(fates.len());
        }
    }
    assert!(most + 1 >= whole.len(), "{most} of {}", whole.len());
}

#[test]
fn tables_of_something_else_are_no_logs() {
    let readers: [Read; 3] = [described::read, bigbluebutton::read, goto::read];
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut seen = 0;
    for folder in ["signup", "signup_more", "excel", "teams", "zoom", "wrong"] {
        for entry in std::fs::read_dir(fixtures.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let records = records_in(&std::fs::read(&path).unwrap());
            for (index, read) in readers.iter().enumerate() {
                assert_eq!(read(&records), None, "{} by {index}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
    for text in [
        "Name;Joined;Left\nAnna Müller;08.10.2020 09:58;08.10.2020 12:00\n",
        "Name;E-Mail;Gekommen;Gegangen\nAnna;a@x.example;09:58;12:00\n",
        "Name;E-Mail;Dauer\nAnna;a@x.example;32:14\n",
        "Name;E-Mail;Dauer;Von;Bis\nAnna;a@x.example;32:14;09:58;12:00\n",
        "Name,Email,Duration,Grade\nAnna,a@x.example,32:14,1\n",
        "Name,Email,Session name\nAnna,a@x.example,B\n",
        "Meeting name,Meeting start time,Meeting end time,Session name\nA,10:00,11:00,B\n",
        "Meeting title,Date,Start time,End time\nA,2020-10-08,10:00,11:00\nB,2020-10-08,11:00,12:00\n",
        "General Information\nName;E-Mail\nAnna;a@x.example\n",
        "Attended;Last name;First name;Join time\nYes;Müller;Anna;10:00\n",
    ] {
        let records = records_in(text.as_bytes());
        for (index, read) in readers.iter().enumerate() {
            assert_eq!(read(&records), None, "{text} by {index}");
        }
    }
}

#[test]
fn a_row_is_taken_only_when_its_cells_are_where_they_belong() {
    let fields: Fields = [
        Field::Name,
        Field::Email,
        Field::JoinedAt,
        Field::LeftAt,
        Field::Duration,
    ]
    .map(Some)
    .into();
    let header = Record::new(1, ["Name", "Email", "Joined", "Left", "Length"]);
    let table = Table::new(&header, fields, &Field::Ignore);
    let says = |cells: &[&str]| {
        let record = Record::new(2, cells.iter().copied());
        match table.stay(&record, 0) {
            Says::Stay(stay) => {
                format!("{}..{} [{}]", stay.joined, stay.left, stay.duration)
            }
            Says::Wrong(heading, reason) => {
                format!("{}: {}", heading.unwrap_or_default(), reason.in_english())
            }
            other => format!("{other:?}"),
        }
    };
    let address = "a@x.example";
    for (cells, expected) in [
        (
            &["Anna", address, "9:58", "12:00", "2h"][..],
            "9:58..12:00 [2h]",
        ),
        (&["Anna", "", "9:58", "--", "2h"], "9:58.. [2h]"),
        (&["", "", "9:58", "12:00", ""], "9:58..12:00 []"),
        (&["Anna", address, "", "", "2h", "", ""], ".. [2h]"),
        (
            &["Anna", address, "9:58", "12:00", "2 tuntia"],
            "9:58..12:00 []",
        ),
        (
            &["Anna", address, "9:58", "", "2 tuntia"],
            "Length: this is not a length of time",
        ),
        (
            &["Anna", address, "9:58", "12:00", "13:00 PM"],
            "Length: this is not a length of time",
        ),
        (
            &["Anna", address, "9:58", "12:00", "Phone"],
            "Length: this is not a length of time",
        ),
        (
            &["Anna", address, "soon", "12:00", "2h"],
            "Joined: this is not a time",
        ),
        (
            &["Anna", address, "9:58", "later", "2h"],
            "Left: this is not a time",
        ),
        (
            &["Anna", address, "9:58"],
            ": it has not as many cells as there are headings, and only one time",
        ),
        (
            &["Anna", address],
            ": neither a time nor a length: nothing says that they were there",
        ),
        (
            &["Anna", "9:58", "12:00", "", ""],
            "Email: this is not an address",
        ),
        (&["Anna", "host", "9:58", "12:00", "2h"], "9:58..12:00 [2h]"),
        (
            &["Anna", "Müller", "9:58", "12:00"],
            "Email: this is not an address",
        ),
        (
            &["Müller", "Anna", address, "9:58", "12:00", "2h"],
            ": it has more cells than there are headings",
        ),
    ] {
        assert_eq!(says(cells), expected, "{cells:?}");
    }
}

/// Asserts that every stay of `log` is one of `whole`, with parts missing at most.
fn assert_nobody_is_mixed_up(whole: &RawLog<'_>, log: &RawLog<'_>) {
    for line in &log.lines {
        let Says::Stay(stay) = &line.says else {
            continue;
        };
        let meant = whole.lines.iter().find(|other| other.line == line.line);
        let Some(Says::Stay(meant)) = meant.map(|other| &other.says) else {
            panic!("line {} is nobody's: {stay:?}", line.line);
        };
        let or_less = |cell: &str, meant: &str| cell.is_empty() || cell == meant;
        let alike = (or_less(&stay.name, &meant.name)
            || meant.name.contains(&*stay.name)
            || stay.parts == meant.parts)
            && or_less(stay.email, meant.email)
            && or_less(stay.joined, meant.joined)
            && or_less(stay.left, meant.left)
            && or_less(stay.duration, meant.duration);
        assert!(alike, "{stay:?} is not {meant:?}");
    }
}

#[test]
fn dashes_are_none_and_a_clock_has_no_date() {
    let record = Record::new(1, ["--", " – ", "-5", "a-b"]);
    assert_eq!(
        [0, 1, 2, 3, 4].map(|column| said(&record, column)),
        ["", "", "-5", "a-b", ""]
    );
    assert!(has_date("10/8/2020, 09:58:03 AM") && has_date("2020-10-08"));
    assert!(!has_date("09:58:03") && !has_date("") && !has_date("-"));
}
