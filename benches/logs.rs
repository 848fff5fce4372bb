//! How fast the log of a large meeting is taken in, beside reading the same file and inserting its bare stays.
//!
//! `cargo bench --bench logs` prints ratios of one run: both sides of a pair run by turns in one process, on
//! copies of one file with everybody signed up, and the medians are compared. The bare side reads the rows with the
//! `csv` crate, turns their times into text the store's way, and inserts one row a line with one prepared
//! statement in one transaction; it does not know who anybody is.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "a measurement prints, stops at whatever goes wrong, and counts no further than thousands"
)]

mod common;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant as Stopwatch};

use chrono::{NaiveDateTime, TimeDelta};
use common::{medians, remove, tell_pair, thousands};
use rollcall::import::Source;
use rollcall::intake::{self, FileOutcome, Request};
use rollcall::store::Store;
use rusqlite::Connection;

/// Lines of the log.
const LINES: usize = 200_000;
/// How often each side runs.
const TURNS: usize = 3;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,timezone
large,,A very large meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,Europe/Berlin
large,plenary,Plenary,plenary,2020-10-08T10:00:00+02:00,2020-10-08T12:00:00+02:00,
";

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let (large, lines) = compare(folder.path(), 50_000, Some(3.0));
    let (small, _) = compare(folder.path(), 2_000, None);
    println!(
        "a line with 50,000 people on file: {:.1} µs, with 2,000: {:.1} µs, ratio {:.2} ({lines} lines each)",
        large.as_secs_f64() * 1e6 / lines as f64,
        small.as_secs_f64() * 1e6 / lines as f64,
        large.as_secs_f64() / small.as_secs_f64(),
    );
}

/// Takes a log of so many people in, and its bare stays; returns our time, and how many lines it had.
fn compare(folder: &Path, people: usize, target: Option<f64>) -> (Duration, usize) {
    let signed_up = folder.join("signed-up.db");
    remove(&signed_up);
    let mut store = Store::create(&signed_up).unwrap();
    for (name, text) in [
        ("programme.csv", PROGRAMME.to_owned()),
        ("people.csv", sign_ups(people)),
    ] {
        import(
            &mut store,
            &Source::from_reader(name, text.as_bytes()).unwrap(),
        );
    }
    drop(store);
    let log = folder.join("log.csv");
    std::fs::write(&log, lines(people)).unwrap();

    let (ours_file, bare_file) = (folder.join("ours.db"), folder.join("bare.db"));
    let mut outcome = None;
    let [ours, bare] = medians(
        TURNS,
        || {
            std::fs::copy(&signed_up, &ours_file).unwrap();
            let started = Stopwatch::now();
            let mut store = Store::open(&ours_file).unwrap();
            outcome = Some(import(&mut store, &Source::open(&log).unwrap()));
            started.elapsed()
        },
        || {
            std::fs::copy(&signed_up, &bare_file).unwrap();
            let started = Stopwatch::now();
            insert_bare_stays(&bare_file, &log);
            started.elapsed()
        },
    );
    let outcome = outcome.unwrap();
    assert_eq!(outcome.created + outcome.review, LINES, "{outcome:?}");
    tell_pair(
        &format!(
            "log of {} lines over {} people ({} of somebody, {} to be asked about)",
            thousands(LINES),
            thousands(people),
            thousands(outcome.created),
            thousands(outcome.review),
        ),
        "bare stays",
        ours,
        bare,
        target,
    );
    (ours, LINES)
}

fn import(store: &mut Store, source: &Source) -> FileOutcome {
    let request = Request::new(chrono_tz::Europe::Berlin);
    let now = "2020-10-09T08:00:00Z".parse().unwrap();
    let sources = std::slice::from_ref(source);
    let changed = intake::import(store, sources, &request, now, |_| {}).unwrap();
    changed.value.into_iter().next().unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the bare side does without the store"
)]
fn insert_bare_stays(database: &Path, log: &Path) {
    let mut connection = Connection::open(database).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .unwrap();
    let transaction = connection.transaction().unwrap();
    {
        let mut insert = transaction
            .prepare(
                "INSERT INTO stay (operation_id, event_id, session_id, recorded_name, recorded_email,
                                   joined_at, left_at, nobody, source)
                 VALUES (1, 1, 1, ?1, ?2, ?3, ?4, 0, 'file:log.csv')",
            )
            .unwrap();
        let mut reader = csv::Reader::from_path(log).unwrap();
        let mut record = csv::StringRecord::new();
        let instant = |cell: &str| {
            let local = NaiveDateTime::parse_from_str(cell, "%m/%d/%Y %I:%M:%S %p").unwrap();
            (local - TimeDelta::hours(2))
                .format("%Y-%m-%dT%H:%M:%SZ")
                .to_string()
        };
        while reader.read_record(&mut record).unwrap() {
            let email = Some(&record[1]).filter(|email| !email.is_empty());
            insert
                .execute((&record[0], email, instant(&record[2]), instant(&record[3])))
                .unwrap();
        }
    }
    transaction.commit().unwrap();
}

// The people, all invented, and their log.

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }
}

const STARTS: [&str; 16] = [
    "An", "Be", "Cor", "Da", "El", "Fri", "Ge", "Han", "Il", "Jo", "Ka", "Le", "Ma", "Ni", "Ro",
    "Su",
];
const ENDS: [&str; 16] = [
    "na", "ra", "line", "rik", "mon", "bert", "da", "nik", "ta", "dor", "mir", "nel", "tin",
    "fried", "lo", "nja",
];
const FAMILIES: [&str; 20] = [
    "Ahl", "Bach", "Birn", "Dorn", "Falk", "Feld", "Gold", "Grün", "Holl", "Kirch", "Lang",
    "Linden", "Moos", "Ost", "Rosen", "Schön", "Stein", "Vogel", "Weiß", "Winter",
];
const PLACES: [&str; 25] = [
    "acker", "au", "bach", "baum", "beck", "berg", "born", "brand", "bruch", "burg", "dorf", "eck",
    "fels", "forst", "garten", "hof", "holz", "kamp", "mann", "rath", "see", "tal", "wies", "haus",
    "thal",
];

/// Returns the given and the family name of a number; no two are the same.
fn name(number: usize) -> (String, String) {
    let given = number % 256;
    let family = number / 256 % 500;
    (
        format!("{}{}", STARTS[given % 16], ENDS[given / 16]),
        format!("{}{}", FAMILIES[family % 20], PLACES[family / 20]),
    )
}

fn email(number: usize) -> String {
    format!("person{number}@organisation{}.example.org", number % 700)
}

fn sign_ups(people: usize) -> String {
    let mut text = String::from("Given name,Family name,E-mail,Organisation,Status\n");
    for number in 0..people {
        let (given, family) = name(number);
        let organisation = format!("Organisation {}", number % 700);
        writeln!(
            text,
            "{given},{family},{},{organisation},confirmed",
            email(number)
        )
        .unwrap();
    }
    text
}

/// Returns a log in which everybody re-joined, in the order of coming; three of ten without an address, and one of
/// fifty under a name that nobody has.
fn lines(people: usize) -> String {
    let mut numbers = Numbers(20_201_008);
    let start = "2020-10-08T09:50:00".parse::<NaiveDateTime>().unwrap();
    let mut text =
        String::from("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n");
    for line in 0..LINES {
        let somebody = numbers.below(people);
        let (given, family) = name(somebody);
        let kind = numbers.below(50);
        let written = match kind {
            0 => format!("{given} Guest{somebody}"),
            1..10 => format!("\"{family}, {given}\""),
            _ => format!("{given} {family}"),
        };
        let address = if kind % 10 < 3 {
            String::new()
        } else {
            email(somebody)
        };
        let joined = start + TimeDelta::seconds((line * 3600 / LINES) as i64);
        let seconds = 60 + numbers.below(3600);
        let left = joined + TimeDelta::seconds(seconds as i64);
        let shown = |moment: NaiveDateTime| moment.format("%m/%d/%Y %I:%M:%S %p").to_string();
        writeln!(
            text,
            "{written},{address},{},{},{}",
            shown(joined),
            shown(left),
            seconds.div_ceil(60)
        )
        .unwrap();
    }
    text
}
