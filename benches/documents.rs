//! How fast a large export is written, beside the bare writers of the same files.
//!
//! `cargo bench --bench documents` prints ratios of one run: both sides of a pair run by turns in one process, and the
//! medians are compared. There are two pairs a format. In the first, both sides begin at the SQLite file: the bare one
//! has one query that joins everything, and writes each row as it comes. In the second, both have everything in
//! memory, the bare one the finished text of every cell, and only write.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement prints, stops at whatever goes wrong, and counts no further than thousands"
)]

mod common;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant as Stopwatch};

use common::{medians, remove, tell_pair, thousands};
use rollcall::import::Source;
use rollcall::intake::{self, Request};
use rollcall::output::{Cell, Format, Language, Options, Table, Workbook, render};
use rollcall::report::exports;
use rollcall::store::Store;
use rusqlite::Connection;

/// People who signed up, for two sessions each.
const PEOPLE: usize = 25_000;
/// Rows of the export.
const ROWS: usize = 2 * PEOPLE;
/// How often each side runs.
const TURNS: usize = 7;
/// What our side may take of the bare one's time.
const TARGET: Option<f64> = Some(1.3);

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,drop_in,timezone
large,,A very large meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,Europe/Berlin
large,breakout,Breakout,breakout,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,no,
large,pub,Harbour Pub,networking,2020-10-08T16:00:00+02:00,2020-10-08T18:00:00+02:00,yes,
";

const HEADINGS: [&str; 12] = [
    "event",
    "session",
    "person_id",
    "title",
    "given_name",
    "family_name",
    "email",
    "organisation",
    "status",
    "requested_at",
    "Diet",
    "Remarks",
];

/// Which of them is a number.
const NUMBER: usize = 2;

fn main() {
    // `cargo test --all-targets` only wants to know that this builds and starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("large.db");
    let mut store = Store::create(&database).unwrap();
    for (name, text) in [
        ("programme.csv", PROGRAMME.to_owned()),
        ("form.csv", form()),
    ] {
        let source = Source::from_reader(name, text.as_bytes()).unwrap();
        intake::import(&mut store, &[source], &request(), now(), |_| {}).unwrap();
    }
    let table = exports::signups(&store.read(), None, Language::En).unwrap();
    assert_eq!(table.rows().len(), ROWS);
    assert_eq!(table.columns().len(), HEADINGS.len());
    let cells = cells_by_hand(&database);
    assert_eq!(cells.len(), ROWS);
    // Both sides say the same; times alone are UTC in the bare one, which knows of no zone.
    for (row, bare) in table.rows().iter().zip(&cells) {
        let is_empty: Vec<bool> = row.iter().map(|cell| *cell == Cell::Empty).collect();
        let bare_is_empty: Vec<bool> = bare.iter().map(String::is_empty).collect();
        assert_eq!(is_empty, bare_is_empty);
    }

    let path = folder.path().join("ours");
    let bare_path = folder.path().join("bare");
    let ours: [(&str, Write); 2] = [("csv", write_csv), ("xlsx", write_workbook)];
    let bare: [(&str, BareWrite); 2] = [
        ("the csv crate", csv_by_hand),
        ("rust_xlsxwriter", workbook_by_hand),
    ];
    for ((format, write), (beside, write_bare)) in ours.into_iter().zip(bare) {
        let [whole, whole_bare] = medians(
            TURNS,
            || {
                timed(|| {
                    let store = Store::open(&database).unwrap();
                    let table = exports::signups(&store.read(), None, Language::En).unwrap();
                    write(&table, &path);
                })
            },
            || timed(|| with_rows(&database, |rows| write_bare(rows, &bare_path))),
        );
        let what = format!("{} sign-ups from file to {format}", thousands(ROWS));
        tell_pair(
            &what,
            &format!("bare SQL and {beside}"),
            whole,
            whole_bare,
            TARGET,
        );
        let [alone, alone_bare] = medians(
            TURNS,
            || timed(|| write(&table, &path)),
            || timed(|| write_bare(&mut cells.iter().cloned(), &bare_path)),
        );
        let what = format!("{} sign-ups in memory to {format}", thousands(ROWS));
        tell_pair(&what, beside, alone, alone_bare, TARGET);
        let size = |path: &Path| std::fs::metadata(path).unwrap().len() as f64 / 1e6;
        println!("  {:.1} MB, bare {:.1} MB", size(&path), size(&bare_path));
        remove(&path);
        remove(&bare_path);
    }
}

type Write = fn(&Table, &Path);
type Row = [String; HEADINGS.len()];
type BareWrite = fn(&mut dyn Iterator<Item = Row>, &Path);

fn timed(work: impl FnOnce()) -> Duration {
    let started = Stopwatch::now();
    work();
    started.elapsed()
}

// Ours.

fn write_csv(table: &Table, path: &Path) {
    let bytes = render(table, Format::Csv, &Options::default()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn write_workbook(table: &Table, path: &Path) {
    let mut workbook = Workbook::new(Options::default());
    workbook.add(table).unwrap();
    let mut file = BufWriter::new(File::create(path).unwrap());
    workbook.write_to(&mut file).unwrap();
    file.flush().unwrap();
}

// The same by hand.

fn csv_by_hand(rows: &mut dyn Iterator<Item = Row>, path: &Path) {
    let mut writer = csv::Writer::from_path(path).unwrap();
    writer.write_record(HEADINGS).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.flush().unwrap();
}

fn workbook_by_hand(rows: &mut dyn Iterator<Item = Row>, path: &Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().unwrap();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (number, row) in (1..).zip(rows) {
        for (column, text) in row.into_iter().enumerate() {
            let place = u16::try_from(column).unwrap();
            if column == NUMBER {
                let value: f64 = text.parse().unwrap();
                sheet.write_number(number, place, value).unwrap();
            } else if !text.is_empty() {
                sheet.write_string(number, place, text).unwrap();
            }
        }
    }
    let mut file = BufWriter::new(File::create(path).unwrap());
    book.save_to_writer(&mut file).unwrap();
    file.flush().unwrap();
}

fn cells_by_hand(database: &Path) -> Vec<Row> {
    let mut cells = Vec::new();
    with_rows(database, |rows| cells.extend(rows));
    cells
}

/// Goes through the rows of the export, by one query.
#[expect(
    clippy::disallowed_methods,
    reason = "the bare side does without the store"
)]
fn with_rows(database: &Path, work: impl FnOnce(&mut dyn Iterator<Item = Row>)) {
    let connection = Connection::open(database).unwrap();
    let mut query = connection
        .prepare(
            "SELECT event.slug, session.slug, CAST(person.id AS TEXT), coalesce(person.title, ''),
                    person.given_name, person.family_name, coalesce(person_address.address, ''),
                    coalesce(registration.organisation_name, organisation.name, ''), signup.status,
                    coalesce(signup.requested_at, ''), registration.answers
             FROM signup
             JOIN registration ON registration.id = signup.registration_id
             JOIN event ON event.id = registration.event_id
             JOIN session ON session.id = signup.session_id
             JOIN person ON person.id = registration.person_id
             LEFT JOIN person_address ON person_address.person_id = person.id AND person_address.position = 1
             LEFT JOIN organisation ON organisation.id = registration.organisation_id
             ORDER BY registration.id, session.start, session.id",
        )
        .unwrap();
    let mut rows = query.query([]).unwrap();
    let mut next = || -> Option<Row> {
        let row = rows.next().unwrap()?;
        let mut cells = Row::default();
        for (index, cell) in cells[..10].iter_mut().enumerate() {
            *cell = row.get(index).unwrap();
        }
        let answers: Option<String> = row.get(10).unwrap();
        let answers: HashMap<String, String> =
            serde_json::from_str(answers.as_deref().unwrap_or("{}")).unwrap();
        for (question, answer) in answers {
            if let Some(column) = HEADINGS.iter().position(|it| *it == question) {
                cells[column] = answer;
            }
        }
        Some(cells)
    };
    work(&mut std::iter::from_fn(&mut next));
}

// The form.

fn form() -> String {
    let mut text = String::from(
        "Timestamp,Given name,Family name,E-mail,Organisation,Breakout session,Networking session,Remarks,Diet\n",
    );
    let remarks = ["", "=1+1", "Looking forward to it, really", "I may be late"];
    for number in 0..PEOPLE {
        let remark = remarks[number % remarks.len()];
        writeln!(
            text,
            "2020-09-{:02} {:02}:{:02}:00,Given{number},Family{},person{number}@org{}.example.org,Organisation {},Breakout,Harbour Pub,\"{remark}\",vegetarian",
            1 + number / 1000,
            number / 60 % 24,
            number % 60,
            number * 7,
            number % 700,
            number % 700,
        )
        .unwrap();
    }
    text
}

fn now() -> rollcall::model::Instant {
    "2020-10-01T10:00:00Z".parse().unwrap()
}

fn request() -> Request {
    Request::new(chrono_tz::Europe::Berlin)
}
