//! Sessions and events that were set up by mistake are removed, and only those.

use crate::support::World;

/// A meeting of two sessions at one time; Anna chose both, Bernd one.
fn world() -> World {
    let world = World::with_file();
    world
        .run(&[
            "event",
            "add",
            "Treffen",
            "--start",
            "2020-10-08 10:00",
            "--end",
            "18:00",
        ])
        .success();
    for (title, slug) in [("Session A", "a"), ("Session B", "b")] {
        let times = ["--start", "13:00", "--end", "14:00"];
        world
            .run(&[&["session", "add", title, "--slug", slug], &times[..]].concat())
            .success();
    }
    for person in ["Anna Berg", "Bernd Colm"] {
        world.run(&["person", "add", person]).success();
    }
    world
        .run(&["signup", "add", "Anna Berg", "Bernd Colm", "--session", "a"])
        .success();
    world
        .run(&["signup", "add", "Anna Berg", "--session", "b"])
        .success();
    world
}

/// Runs a command that works; returns what it says on standard error.
fn said(world: &World, arguments: &[&str]) -> String {
    let output = world.run(arguments);
    assert_eq!(output.code, 0, "{output}");
    output.stderr
}

fn open_questions(world: &World) -> usize {
    let json = world.run(&["review", "--format", "json"]).success();
    let questions: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    questions.len()
}

#[test]
fn a_session_goes_with_its_sign_ups_and_overlaps_and_comes_back_whole() {
    let world = world();
    let before = world.dump();
    assert_eq!(open_questions(&world), 1);

    let planned = said(&world, &["session", "remove", "a", "--dry-run"]);
    assert_eq!(world.dump(), before);
    let done = said(&world, &["session", "remove", "a"]);
    for text in [&planned, &done] {
        assert!(
            text.contains("session a removed, with 2 sign-ups"),
            "{text}"
        );
    }
    assert_eq!(open_questions(&world), 0);
    let list = world.run(&["signup", "list", "--format", "json"]).success();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    let sessions: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["session"].as_str())
        .collect();
    assert_eq!(sessions, ["b"]);
    world.run(&["check"]).success();

    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    assert_eq!(open_questions(&world), 1);
}

#[test]
fn a_session_in_which_somebody_was_is_not_removed() {
    for record in [
        &["check-in", "Anna Berg", "--session", "a"][..],
        &[
            "attendance",
            "set",
            "Anna Berg",
            "a",
            "present",
            "--reason",
            "r",
        ],
        &["check-in", "Anna Berg", "--session", "a", "--excused"],
    ] {
        let world = world();
        world.run(record).success();
        let before = world.dump();
        let refused = world.run(&["session", "remove", "a"]);
        assert_eq!(refused.code, 1, "{refused}");
        assert!(
            refused
                .stderr
                .contains("attendance is on record in `a`: 1 "),
            "{refused}"
        );
        let refused = world.run(&["event", "remove", "treffen"]);
        assert_eq!(refused.code, 1, "{refused}");
        assert!(refused.stderr.contains("in `treffen`: 1 "), "{refused}");
        assert_eq!(world.dump(), before);
        world.run(&["session", "remove", "b"]).success();
    }
}

#[test]
fn a_session_that_a_waiting_row_chooses_is_not_removed() {
    let world = world();
    let form =
        "Name,E-Mail,Session\nAnna Berg,anna.berg@one.example,b\nAnna Berg,a.berg@two.example,b\n";
    world.write("form.csv", form);
    let output = world.run(&["import", "form.csv", "--as", "signups"]);
    assert_eq!(output.code, 3, "{output}");
    let refused = world.run(&["session", "remove", "b"]);
    assert_eq!(refused.code, 1, "{refused}");
    assert!(
        refused
            .stderr
            .contains("1 row that waits for an answer is about `b`"),
        "{refused}"
    );
    world.run(&["session", "remove", "a"]).success();
    let refused = world.run(&["event", "remove", "treffen"]);
    assert!(refused.stderr.contains("about `treffen`"), "{refused}");
}

#[test]
fn an_event_goes_with_its_sessions_and_keeps_its_people() {
    let world = world();
    let before = world.dump();
    let done = said(&world, &["event", "remove", "treffen"]);
    assert!(
        done.contains("event treffen removed, with 2 sessions and 2 registrations"),
        "{done}"
    );
    let events = world.run(&["event", "list", "--format", "json"]).success();
    assert_eq!(events.trim(), "[]");
    let people = world.run(&["person", "list", "--format", "json"]).success();
    assert!(
        people.contains("Berg") && people.contains("Colm"),
        "{people}"
    );
    world.run(&["check"]).success();
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}
