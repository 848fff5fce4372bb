//! What forgetting costs, beside a bare VACUUM of the same file: that is what it takes at least to leave nothing in free
//! pages.
//!
//! `cargo bench --bench forgetting` takes in a hundred thousand people, and runs the program itself on copies of that
//! file, by turns with SQLite. The first ratio is that of one person, the second that of a thousand people who are due at
//! once, beside the one.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops at whatever goes wrong"
)]

mod common;
mod people;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant as Stopwatch};

use common::{medians, remove, tell_pair, thousands};
use rusqlite::Connection;

/// How often each of a pair runs.
const TURNS: usize = 7;
/// How many are due.
const DUE: usize = 1000;

const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
spring,,A spring meeting,event,2020-03-12T10:00:00+01:00,2020-03-12T18:00:00+01:00,,,,,Europe/Berlin,Online,
spring,talk,A talk,breakout,2020-03-12T11:00:00+01:00,2020-03-12T12:00:00+01:00,,no,,,,,50%
autumn,,A very large meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,Online,
autumn,panel,A panel,breakout,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,,no,,,,,50%
autumn,tea-house,Tea House,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,,yes,,,,,any
";

fn main() {
    // `cargo test --all-targets` only wants to know that this builds and starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let whole = folder.join("whole.db");
    let somebody = take_in(folder, &whole);
    let copy = folder.join("copy.db");
    let fresh = || {
        remove(&copy);
        std::fs::copy(&whole, &copy).unwrap();
    };
    let forget = || {
        fresh();
        rollcall(
            &copy,
            &[
                "person",
                "forget",
                &somebody,
                "--yes",
                "--mentions",
                "remove",
            ],
        )
    };
    let [one, bare] = medians(TURNS, forget, || {
        fresh();
        vacuum(&copy)
    });
    let what = format!("forgetting one of {} people", thousands(people::COUNT));
    tell_pair(&what, "a bare VACUUM", one, bare, Some(3.0));
    let [many, one] = medians(
        TURNS,
        || {
            fresh();
            rollcall(
                &copy,
                &["retention", "--apply", "--yes", "--mentions", "remove"],
            )
        },
        forget,
    );
    let what = format!("{} people who are due", thousands(DUE));
    tell_pair(&what, "one person", many, one, Some(3.0));
}

/// Takes in everybody: the first of a meeting whose data is due, all others of a later one. Returns the address of one of
/// the latter.
fn take_in(folder: &Path, database: &Path) -> String {
    let people = people::people();
    std::fs::write(folder.join("programme.csv"), PROGRAMME).unwrap();
    let head = "Timestamp,Given name,Family name,E-mail,Organisation,Event,Session,Remarks\n";
    let mut forms = [head.to_owned(), head.to_owned()];
    for (number, it) in people.iter().enumerate() {
        let (form, month, event, sessions) = if number < DUE {
            (&mut forms[0], 2, "spring", "talk")
        } else {
            (&mut forms[1], 9, "autumn", "\"panel; tea-house\"")
        };
        writeln!(
            form,
            "2020-{month:02}-{:02} {:02}:{:02}:{:02},{},{},{},{},{event},{sessions},Vegetarian",
            1 + number / 8640,
            number / 360 % 24,
            number / 6 % 60,
            number % 60,
            it.given_name,
            it.family_name,
            it.email,
            it.organisation,
        )
        .unwrap();
    }
    rollcall(database, &["init"]);
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    rollcall(database, &["import", &file("programme.csv")]);
    for (form, event) in forms.iter().zip(["spring", "autumn"]) {
        let name = format!("{event}.csv");
        std::fs::write(folder.join(&name), form).unwrap();
        rollcall(database, &["import", &file(&name), "--event", event]);
    }
    rollcall(
        database,
        &["event", "edit", "spring", "--keep", "people=6months"],
    );
    people[people::COUNT / 2].email.clone()
}

/// Runs the program on a file, and returns how long it took.
fn rollcall(database: &Path, arguments: &[&str]) -> Duration {
    let started = Stopwatch::now();
    let status = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["--db", database.to_str().unwrap()])
        .args(arguments)
        .env("ROLLCALL_NOW", "2020-10-09T09:00:00+02:00")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    let took = started.elapsed();
    // 3: rows were set aside, as a few near names are.
    assert!(
        matches!(status.code(), Some(0 | 3)),
        "{arguments:?}: {status}"
    );
    took
}

#[expect(
    clippy::disallowed_methods,
    reason = "the bare statement does without the store"
)]
fn vacuum(database: &Path) -> Duration {
    let connection = Connection::open(database).unwrap();
    let started = Stopwatch::now();
    connection
        .execute_batch("PRAGMA synchronous = FULL; VACUUM")
        .unwrap();
    started.elapsed()
}
