//! What every command promises: exit codes, streams, colours, languages, permissions, a closed pipe, a
//! file somebody else is writing.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{World, golden};

/// A file with the demo's programme and one form.
fn filled() -> World {
    let world = World::with_file();
    world.fixture("demo/programme.csv");
    world.fixture("demo/anmeldung_msforms.csv");
    let output = world.line("import programme.csv anmeldung_msforms.csv --quiet");
    assert_eq!(output.code, 3, "one row of the form is wrong\n{output}");
    world
}

#[test]
fn errors_say_what_why_and_what_to_do() {
    let world = World::new();
    let mut text = String::new();
    let mut add = |output: crate::support::Output| text.push_str(&format!("{output}\n"));
    add(world.run(&["history"]).code(1));
    world.write("notes.db", "not a database\n".repeat(50));
    add(world.line("history --db notes.db").code(1));
    world.run(&["init", "--quiet"]).success();
    add(world.run(&["init"]).code(1));
    add(world.run(&["undo"]).code(1));
    add(world.run(&["undo", "7"]).code(1));
    add(world.run(&["report", "sessions"]).code(1));
    add(world.run(&["export", "all"]).code(2));
    add(world.line("export people -o people.ics").code(2));
    add(world.line("review 1 new").code(1));
    add(world.run(&["backup", "rollcall.db"]).code(1));
    golden("errors.txt", text);
}

#[test]
fn quiet_silences_talk_and_never_results_or_errors() {
    let world = filled();
    let output = world.line("export programme --quiet").code(0);
    assert!(
        output.stderr.is_empty() && output.stdout.starts_with("event,slug"),
        "{output}"
    );
    let output = world.line("undo 99 --quiet").code(1);
    assert!(output.stderr.starts_with("error: "), "{output}");
}

#[test]
fn no_colour_without_a_terminal_unless_it_is_asked_for() {
    let world = filled();
    assert!(
        !world
            .run(&["report", "sessions"])
            .success()
            .contains('\u{1b}')
    );
    assert!(
        world
            .line("report sessions --color always")
            .success()
            .contains('\u{1b}')
    );
}

#[test]
fn titles_follow_the_language_and_json_keys_do_not() {
    let mut world = filled();
    let english = world.line("report sessions --format json").success();
    world.set_variable("ROLLCALL_LANG", "de");
    let german = world.line("report sessions --format json").success();
    assert_eq!(english, german);
    let text = world.run(&["report", "sessions"]).success();
    assert!(text.contains("Angemeldet"), "{text}");
}

#[cfg(unix)]
#[test]
fn what_is_written_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let world = filled();
    world.line("backup copy.db --quiet").success();
    world.line("export all -o export --quiet").success();
    for name in [
        "rollcall.db",
        "copy.db",
        "export/people.csv",
        "export/signups.csv",
    ] {
        let mode = std::fs::metadata(world.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let world = filled();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["export", "signups", "--db"])
        .arg(world.path().join("rollcall.db"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Nobody reads.
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    let status = child.wait().unwrap();
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_file_that_somebody_else_is_writing_is_waited_for_and_then_left_alone() {
    let world = filled();
    let path = world.path().join("rollcall.db");
    let before = world.dump();
    let other = rusqlite_connection(&path);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let output = world.run(&["undo"]).code(1);
    assert!(
        output
            .stderr
            .contains("is using the file, and did not finish in 5 seconds"),
        "{output}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert_eq!(world.dump(), before);
}

#[test]
fn a_file_of_a_newer_program_is_refused() {
    let world = filled();
    let path = world.path().join("rollcall.db");
    let connection = rusqlite_connection(&path);
    connection
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    drop(connection);
    let output = world.run(&["history"]).code(1);
    assert!(output.stderr.contains("newer rollcall"), "{output}");
}

#[test]
fn a_backup_is_the_same_file() {
    let world = filled();
    let before = world.dump();
    world.run(&["backup", "copy.db"]).success();
    let copy = rollcall::store::Store::open(&world.path().join("copy.db")).unwrap();
    assert_eq!(copy.read().dump().unwrap(), before);
}

#[test]
fn a_damaged_file_is_found_by_check() {
    let world = filled();
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    let connection = rusqlite_connection(&world.path().join("rollcall.db"));
    connection
        .execute_batch("UPDATE person SET key = 'wrong' WHERE id = 2")
        .unwrap();
    let output = world.run(&["check"]).code(1);
    assert!(
        output.stderr.starts_with("error: 1 problem was found\n"),
        "{output}"
    );
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE id = 1")
        .unwrap();
    drop(connection);
    let output = world.run(&["check"]).code(1);
    assert!(
        output.stdout.contains("refers to a missing person"),
        "{output}"
    );
    assert!(
        output.stdout.contains("the search key of person 2"),
        "{output}"
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "somebody else's program has no rules of ours"
)]
fn rusqlite_connection(path: &std::path::Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

#[test]
fn an_ending_that_is_no_format_s_is_refused() {
    let world = filled();
    for name in ["people.tsv", "people.doc"] {
        let output = world.run(&["export", "people", "-o", name]).code(2);
        assert!(
            output.stderr.contains(".txt, .csv, .json, .jsonl, .md"),
            "{output}"
        );
        assert!(!world.path().join(name).exists());
    }
    world.line("report sessions -o sessions").success();
    let text = std::fs::read_to_string(world.path().join("sessions")).unwrap();
    assert!(text.starts_with("Sessions: "), "{text}");
    let output = world.line("export all -o all.csv").code(2);
    assert!(output.stderr.contains("export all -o all\n"), "{output}");
    assert!(
        output.stderr.contains("export all -o all.xlsx\n"),
        "{output}"
    );
    assert!(!world.path().join("all.csv").exists());
    let output = world.run(&["undo", "abc"]).code(2);
    assert!(
        output.stderr.contains("as `rollcall history` shows it"),
        "{output}"
    );
}

#[test]
fn inspect_shows_what_it_can_and_goes_on() {
    let world = World::new();
    world.write("empty.csv", "");
    world.write(
        "form.csv",
        "Name,E-Mail,Timestamp\nAnna Muster,a@x.example,10/8/2020 10:00\n",
    );
    let output = world.line("inspect empty.csv form.csv").code(1);
    assert!(output.stderr.starts_with("error: "), "{output}");
    assert!(output.stdout.contains("requested_at"), "{output}");
    assert!(output.stdout.contains("--date-order"), "{output}");
    assert!(output.stdout.contains("Anna Muster"), "{output}");
}
