//! How fast the program is, beside something of known speed.
//!
//! `cargo bench` prints ratios, not times, because a time says little without its machine: the import
//! of a form stands beside a normalising script written by hand for the same SQLite, a report beside
//! its bare SQL, the start of the program beside the smallest program there is. Both of a pair run by
//! turns in one process, and the medians are compared. Targets are printed and never asserted: a test
//! that fails on a busy machine is no test.
//!
//! Then it is told whether a row costs the same in a large file and in a crowded one (`growth`).
//!
//! The pairs come first; then criterion times the answers that must come at once, for comparing one
//! revision with another (`cargo bench -- --save-baseline before`).

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement prints, stops at whatever goes wrong, and needs three digits"
)]

mod common;
mod growth;
mod people;

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant as Stopwatch};

use common::{medians, ratio, remove, shown, tell_pair, thousands};
use criterion::Criterion;
use people::{Numbers, people};
use rollcall::import::Source;
use rollcall::intake::{self, FileOutcome, IntakeError, Request};
use rollcall::model::{Event, Instant};
use rollcall::output::Language;
use rollcall::report::{self, AsOf};
use rollcall::store::Store;
use rusqlite::Connection;

/// How many submissions the form got.
const ROWS: usize = people::COUNT;
/// How often each side of the slow pairs runs.
const TURNS: usize = 5;
/// How often each side of the quick pairs runs.
const QUICK_TURNS: usize = 21;
/// Asks this very program for the memory that an import takes.
const MEMORY_OF: &str = "--memory-of";

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
large-2020,,A very large meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,Online,
large-2020,public-relations,Public relations,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no,,,,,50%
large-2020,recovery,Economic recovery,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no,,,,,50%
large-2020,staff,Human resources,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no,,,,,50%
large-2020,harbour-pub,Harbour Pub,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,,yes,,,,,any
large-2020,tea-house,Tea House,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,,yes,,,,,any
";
const BREAKOUTS: [&str; 3] = ["public-relations", "recovery", "staff"];
const BARS: [&str; 2] = ["harbour-pub", "tea-house"];
const REMARKS: [&str; 4] = [
    "",
    "",
    "Looking forward to it, especially to the networking",
    "Vegetarian, please; I shall be a few minutes late",
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(position) = arguments.iter().position(|argument| argument == MEMORY_OF) {
        import_and_tell_memory(Path::new(&arguments[position + 1]));
        return;
    }
    // `cargo test --all-targets` only wants to know that this builds and starts.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let form = folder.path().join("form.csv");
    let submissions = submissions(1);
    std::fs::write(&form, &submissions).unwrap();
    let unordered = folder.path().join("newest-first.csv");
    std::fs::write(&unordered, newest_first(&submissions)).unwrap();

    compare_import(folder.path(), &unordered, ", newest first");
    let database = compare_import(folder.path(), &form, "");
    let store = Store::open(&database).unwrap();
    compare_report(&store, &database);
    drop(store);
    compare_start();
    compare_memory(folder.path(), &form);
    growth::tell(|form| {
        let mut store = new_file(&folder.path().join("growth.db"));
        let source = Source::from_reader("form.csv", form.as_bytes()).unwrap();
        let started = Stopwatch::now();
        black_box(import_sources(&mut store, &[source]));
        started.elapsed()
    });
    tell_large_commands(&database, &form);
    time_small_answers(&database);
}

// The pairs.

/// Imports a form into new files, and the same by hand; returns one of the imported files.
fn compare_import(folder: &Path, form: &Path, how: &str) -> PathBuf {
    let imported = folder.join("imported.db");
    let by_hand = folder.join("by-hand.db");
    let mut reviews = 0;
    let [ours, theirs] = medians(
        TURNS,
        || {
            let mut store = new_file(&imported);
            let started = Stopwatch::now();
            let outcome = import(&mut store, form);
            let took = started.elapsed();
            // A few near names of one organisation are asked about, as they should be.
            assert_eq!(outcome.created + outcome.review, ROWS, "{outcome:?}");
            reviews = outcome.review;
            took
        },
        || {
            let mut connection = new_file_by_hand(&by_hand);
            let started = Stopwatch::now();
            import_by_hand(&mut connection, form).unwrap();
            started.elapsed()
        },
    );
    for table in [
        "person",
        "person_address",
        "organisation",
        "registration",
        "signup",
        "known_row",
    ] {
        let (ours, theirs) = (count(&imported, table), count(&by_hand, table));
        assert!(
            ours.abs_diff(theirs) <= 2 * reviews,
            "{table}: {ours}, {theirs}"
        );
    }
    tell_pair(
        &format!("import {} rows{how}", thousands(ROWS)),
        "hand-written SQL",
        ours,
        theirs,
        Some(1.5),
    );
    imported
}

/// The report of sessions, and the query that its numbers come from.
fn compare_report(store: &Store, database: &Path) {
    let event = the_event(store);
    let connection = connect(database);
    let [ours, theirs] = medians(
        QUICK_TURNS,
        || {
            let started = Stopwatch::now();
            black_box(report::sessions(&as_of(store), &event, Language::En).unwrap());
            started.elapsed()
        },
        || {
            let started = Stopwatch::now();
            black_box(session_counts_by_hand(&connection).unwrap());
            started.elapsed()
        },
    );
    tell_pair(
        &format!("report sessions, {} sign-ups", thousands(2 * ROWS)),
        "bare SQL",
        ours,
        theirs,
        Some(1.5),
    );
}

/// Starting the program, and the smallest program there is.
fn compare_start() {
    let mut smallest = if cfg!(windows) {
        let mut shell = Command::new("cmd");
        shell.args(["/c", "exit"]);
        shell
    } else {
        Command::new("true")
    };
    let mut version = Command::new(env!("CARGO_BIN_EXE_rollcall"));
    version.arg("--version");
    let [ours, theirs] = medians(QUICK_TURNS, || run(&mut version), || run(&mut smallest));
    println!(
        "start with --version: {}, the smallest program: {}, ratio {:.2} (target 10 ms)",
        shown(ours),
        shown(theirs),
        ratio(ours, theirs)
    );
}

/// The memory of an import, and of a file twice as long that is about the same people.
fn compare_memory(folder: &Path, form: &Path) {
    let twice = folder.join("twice.csv");
    std::fs::write(&twice, submissions(2)).unwrap();
    let (Some(one), Some(two)) = (memory_of(form), memory_of(&twice)) else {
        println!("memory of an import: this system does not tell it");
        return;
    };
    println!(
        "memory of an import: {} rows {:.0} MB, {} rows of the same people {:.0} MB, ratio {:.2} \
         (the file itself grows by {:.0} MB)",
        thousands(ROWS),
        megabytes(one),
        thousands(2 * ROWS),
        megabytes(two),
        two as f64 / one as f64,
        megabytes(
            (std::fs::metadata(&twice).unwrap().len() - std::fs::metadata(form).unwrap().len())
                / 1024
        ),
    );
}

/// Commands on a large file that have nothing to stand beside: the same file again, and its undo.
fn tell_large_commands(database: &Path, form: &Path) {
    let mut store = Store::open(database).unwrap();
    let started = Stopwatch::now();
    let outcome = import(&mut store, form);
    println!(
        "import of the same file again: {}",
        shown(started.elapsed())
    );
    assert_eq!(outcome.unchanged, ROWS, "{outcome:?}");

    let started = Stopwatch::now();
    let undone = store
        .undo(
            None,
            now(),
            true,
            |_| Ok(()),
            |_, (), _| Ok::<_, IntakeError>(()),
        )
        .unwrap();
    println!(
        "undo of the import, {} rows: {}",
        thousands(undone.value.removed),
        shown(started.elapsed())
    );
}

/// What is to be answered at once, measured by criterion.
fn time_small_answers(database: &Path) {
    let store = Store::open(database).unwrap();
    let event = the_event(&store);
    let people = people();
    let somebody = &people[ROWS / 2];
    let name = format!("{} {}", somebody.given_name, somebody.family_name);
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    criterion.bench_function("open a file of 100,000 people", |bencher| {
        bencher.iter(|| Store::open(database).unwrap());
    });
    criterion.bench_function("find a person by address", |bencher| {
        bencher.iter(|| intake::find_person(&store.read(), &somebody.email).unwrap());
    });
    criterion.bench_function("find a person by name", |bencher| {
        bencher.iter(|| intake::find_person(&store.read(), &name).unwrap());
    });
    criterion.bench_function("find nobody", |bencher| {
        bencher.iter(|| intake::find_person(&store.read(), "Xaver Unbekannt").unwrap_err());
    });
    criterion.bench_function("find an organisation by name", |bencher| {
        bencher.iter(|| intake::find_organisation(&store.read(), &somebody.organisation).unwrap());
    });
    criterion.bench_function("report sessions", |bencher| {
        bencher.iter(|| report::sessions(&as_of(&store), &event, Language::En).unwrap());
    });
    criterion.final_summary();
}

// Measuring.

fn run(command: &mut Command) -> Duration {
    let started = Stopwatch::now();
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .unwrap();
    let took = started.elapsed();
    assert!(status.success(), "{command:?}");
    took
}

fn megabytes(kilobytes: u64) -> f64 {
    kilobytes as f64 / 1024.0
}

/// Imports a file in a process of its own and returns the most memory it had, in kilobytes.
fn memory_of(form: &Path) -> Option<u64> {
    let output = Command::new(std::env::current_exe().unwrap())
        .arg(MEMORY_OF)
        .arg(form)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout)
        .unwrap()
        .trim()
        .parse()
        .ok()
}

fn import_and_tell_memory(form: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_file(&folder.path().join("memory.db"));
    black_box(import(&mut store, form));
    println!(
        "{}",
        peak_memory().map_or_else(String::new, |peak| peak.to_string())
    );
}

#[cfg(target_os = "linux")]
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(not(target_os = "linux"))]
fn peak_memory() -> Option<u64> {
    None
}

// The program.

fn now() -> Instant {
    "2020-10-01T10:00:00Z".parse().unwrap()
}

fn request() -> Request {
    Request::new(chrono_tz::Europe::Berlin)
}

fn import_sources(store: &mut Store, sources: &[Source]) -> FileOutcome {
    let changed = intake::import(store, sources, &request(), now(), |_| {}).unwrap();
    changed.value.into_iter().next().unwrap()
}

fn import(store: &mut Store, form: &Path) -> FileOutcome {
    import_sources(store, &[Source::open(form).unwrap()])
}

/// Creates a file with the programme, in place of the one before.
fn new_file(path: &Path) -> Store {
    remove(path);
    let mut store = Store::create(path).unwrap();
    import_sources(
        &mut store,
        &[Source::from_reader("programme.csv", PROGRAMME.as_bytes()).unwrap()],
    );
    store
}

fn as_of(store: &Store) -> AsOf<'_> {
    AsOf::new(store.read(), now())
}

fn the_event(store: &Store) -> Event {
    intake::find_event(&store.read(), None).unwrap()
}

// The same by hand.

#[expect(
    clippy::disallowed_methods,
    reason = "the script by hand does without the store"
)]
fn connect(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA foreign_keys = ON;
             PRAGMA journal_mode = DELETE;
             PRAGMA synchronous = FULL;
             PRAGMA cache_size = -32768;
             PRAGMA trusted_schema = OFF;",
        )
        .unwrap();
    connection
}

/// Creates the same tables without the journal of undo, with the same programme.
fn new_file_by_hand(path: &Path) -> Connection {
    remove(path);
    let connection = connect(path);
    let layout = include_str!("../src/store/schema/v1.sql");
    let tables = layout.split("-- The journal:").next().unwrap();
    connection.execute_batch(tables).unwrap();
    connection
        .execute_batch(
            "INSERT INTO operation (time, command, summary) VALUES ('2020-10-01T10:00:00Z', 'import', '');
             INSERT INTO event (operation_id, slug, title, start, \"end\", timezone)
             VALUES (1, 'large-2020', 'A very large meeting', '2020-10-08T08:00:00Z', '2020-10-08T16:00:00Z',
                     'Europe/Berlin');",
        )
        .unwrap();
    for slug in BREAKOUTS.iter().chain(&BARS) {
        connection
            .execute(
                "INSERT INTO session (operation_id, event_id, slug, title, kind, start, \"end\", drop_in)
                 VALUES (1, 1, ?1, ?1, 'other', '2020-10-08T09:15:00Z', '2020-10-08T10:30:00Z', 0)",
                [slug],
            )
            .unwrap();
    }
    connection
}

/// What a careful colleague would write in an afternoon: a staging table, then one statement a table.
fn import_by_hand(connection: &mut Connection, form: &Path) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(
        "CREATE TEMP TABLE staging (
            id INTEGER PRIMARY KEY, timestamp TEXT, given_name TEXT, family_name TEXT, email TEXT,
            organisation TEXT, breakout TEXT, bar TEXT, remark TEXT, fingerprint INTEGER);",
    )?;
    {
        let mut insert = transaction.prepare(
            "INSERT INTO staging (timestamp, given_name, family_name, email, organisation, breakout,
                                  bar, remark, fingerprint)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        let mut reader = csv::Reader::from_path(form).unwrap();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).unwrap() {
            let mut fingerprint = 0xcbf2_9ce4_8422_2325_u64;
            for cell in &record {
                for byte in cell.bytes().chain([0xff]) {
                    fingerprint = (fingerprint ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
                }
            }
            insert.execute((
                &record[0],
                &record[1],
                &record[2],
                &record[3],
                &record[4],
                &record[5],
                &record[6],
                &record[7],
                fingerprint.cast_signed(),
            ))?;
        }
    }
    transaction.execute_batch(
        "INSERT INTO organisation (operation_id, name, key)
         SELECT DISTINCT 1, trim(organisation), lower(trim(organisation)) FROM staging;

         CREATE TEMP TABLE somebody AS
         SELECT min(id) AS id, lower(trim(email)) AS email, trim(given_name) AS given_name,
                trim(family_name) AS family_name, trim(organisation) AS organisation
         FROM staging GROUP BY lower(trim(email));

         INSERT INTO person (id, operation_id, given_name, family_name, key, organisation_id)
         SELECT somebody.id, 1, given_name, family_name, lower(given_name || ' ' || family_name), organisation.id
         FROM somebody JOIN organisation ON organisation.name = somebody.organisation
         ORDER BY somebody.id;

         INSERT INTO person_address (operation_id, person_id, address, position)
         SELECT 1, id, email, 1 FROM somebody ORDER BY id;

         INSERT INTO registration (operation_id, event_id, person_id, organisation_id, organisation_name,
                                   status, requested_at, answers)
         SELECT 1, 1, person.id, person.organisation_id, trim(staging.organisation), 'confirmed',
                strftime('%Y-%m-%dT%H:%M:%SZ', timestamp, '-2 hours'),
                CASE WHEN remark <> '' THEN json_object('Remarks', remark) END
         FROM staging JOIN person ON person.id = staging.id
         ORDER BY staging.id;

         INSERT INTO signup (operation_id, registration_id, session_id, status, requested_at)
         SELECT 1, registration.id, session.id, 'confirmed', registration.requested_at
         FROM staging
         JOIN registration ON registration.person_id = staging.id
         JOIN session ON session.event_id = 1 AND session.slug IN (staging.breakout, staging.bar)
         ORDER BY staging.id;

         INSERT INTO known_row (operation_id, event_id, fingerprint)
         SELECT 1, 1, fingerprint FROM staging ORDER BY id;",
    )?;
    transaction.commit()
}

fn session_counts_by_hand(connection: &Connection) -> rusqlite::Result<Vec<(i64, i64, i64, i64)>> {
    connection
        .prepare_cached(
            "SELECT session_id, count(*) FILTER (WHERE status = 'confirmed'),
                    count(*) FILTER (WHERE status = 'waitlisted'),
                    count(*) FILTER (WHERE status = 'cancelled')
             FROM signup GROUP BY session_id",
        )?
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect()
}

fn count(database: &Path, table: &str) -> usize {
    let count: i64 = connect(database)
        .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })
        .unwrap();
    usize::try_from(count).unwrap()
}

// The form.

/// The same submissions as some tools export them: they have to be put in order first.
fn newest_first(submissions: &str) -> String {
    let (headings, rows) = submissions.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().rev().collect();
    format!("{headings}\n{}\n", rows.join("\n"))
}

/// Returns a form in which everybody answered once, or oftener with a changed mind.
fn submissions(times: usize) -> String {
    let mut numbers = Numbers(1);
    let mut text = String::from(
        "Timestamp,Given name,Family name,E-mail,Organisation,Breakout session,Networking session,Remarks\n",
    );
    for round in 0..times {
        for (number, somebody) in people().iter().enumerate() {
            let remark = REMARKS[numbers.below(REMARKS.len())];
            let quote = if remark.contains(',') { "\"" } else { "" };
            writeln!(
                text,
                "2020-09-{:02} {:02}:{:02}:{:02},{},{},{},{},{},{},{quote}{remark}{quote}",
                1 + round * 14 + number / 8640,
                number / 360 % 24,
                number / 6 % 60,
                number % 60,
                somebody.given_name,
                somebody.family_name,
                somebody.email,
                somebody.organisation,
                BREAKOUTS[numbers.below(BREAKOUTS.len())],
                BARS[numbers.below(BARS.len())],
            )
            .unwrap();
        }
    }
    text
}
