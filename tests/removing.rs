//! People, sign-ups, sessions and events that were set up by mistake are removed, and only those.

use crate::support::{BEFORE, World};

/// A meeting of two sessions at one time; Anna chose both, Bernd one.
fn world() -> World {
    let world = World::with_file();
    world
        .line("event add Treffen --start '2020-10-08 10:00' --end 18:00")
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
        .line("signup add 'Anna Berg' 'Bernd Colm' --session a")
        .success();
    world.line("signup add 'Anna Berg' --session b").success();
    world
}

/// Runs a command that works; returns what it says on standard error.
fn said(world: &World, arguments: &[&str]) -> String {
    let output = world.run(arguments);
    assert_eq!(output.code, 0, "{output}");
    output.stderr
}

fn open_questions(world: &World) -> usize {
    let json = world.line("review --format json").success();
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
    let list = world.line("signup list --format json").success();
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
    for record in RECORDS {
        let world = world();
        world.run(record).success();
        let before = world.dump();
        let refused = world.line("session remove a");
        assert_eq!(refused.code, 1, "{refused}");
        assert!(
            refused
                .stderr
                .contains("attendance is on record in `a`: 1 "),
            "{refused}"
        );
        let refused = world.line("event remove treffen");
        assert_eq!(refused.code, 1, "{refused}");
        assert!(refused.stderr.contains("in `treffen`: 1 "), "{refused}");
        assert_eq!(world.dump(), before);
        world.line("session remove b").success();
    }
}

#[test]
fn a_session_that_a_waiting_row_chooses_is_not_removed() {
    let world = world();
    let form =
        "Name,E-Mail,Session\nAnna Berg,anna.berg@one.example,b\nAnna Berg,a.berg@two.example,b\n";
    world.write("form.csv", form);
    let output = world.line("import form.csv --as signups");
    assert_eq!(output.code, 3, "{output}");
    let refused = world.line("session remove b");
    assert_eq!(refused.code, 1, "{refused}");
    assert!(
        refused
            .stderr
            .contains("1 row that waits for an answer is about `b`"),
        "{refused}"
    );
    world.line("session remove a").success();
    let refused = world.line("event remove treffen");
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
    let events = world.line("event list --format json").success();
    assert_eq!(events.trim(), "[]");
    let people = world.line("person list --format json").success();
    assert!(
        people.contains("Berg") && people.contains("Colm"),
        "{people}"
    );
    world.run(&["check"]).success();
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

/// The attendance that is in the way of a removal, however it was recorded.
const RECORDS: [&[&str]; 3] = [
    &["check-in", "Anna Berg", "--session", "a"],
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
];

#[test]
fn somebody_goes_with_sign_ups_and_questions_and_comes_back_whole() {
    let mut world = world();
    world.set_now(BEFORE);
    // The next in line gets the place.
    world.line("session edit a --capacity 2").success();
    world.line("person add 'Clara Dorn'").success();
    world.line("signup add 'Clara Dorn' --session a").success();
    world.line("session edit b --speaker 'Anna Berg'").success();
    let before = world.dump();

    let planned = said(&world, &["person", "remove", "anna berg", "--dry-run"]);
    assert_eq!(world.dump(), before);
    let done = said(&world, &["person", "remove", "anna berg"]);
    for text in [&planned, &done] {
        let summary = "person 1 removed, with 1 registration and 2 sign-ups, 1 place given";
        assert!(text.contains(summary), "{text}");
    }
    assert!(done.contains("removed: Anna Berg (person 1)"), "{done}");
    assert!(done.contains("Clara Dorn moves up"), "{done}");
    assert_eq!(open_questions(&world), 0);
    let list = world.line("person list --format csv").success();
    assert!(!list.contains("Berg") && list.contains("Colm"), "{list}");
    let programme = world.run(&["export", "programme"]).success();
    assert!(programme.contains("Anna Berg"), "{programme}");
    world.run(&["check"]).success();

    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn whoever_was_there_is_not_removed_and_the_ways_are_named() {
    for record in RECORDS {
        let world = world();
        world.run(record).success();
        let before = world.dump();
        let refused = world.line("person remove 'Anna Berg'").code(1);
        for text in [
            "attendance of Anna Berg is on record: 1 ",
            "rollcall undo N",
            "person forget 1",
        ] {
            assert!(refused.stderr.contains(text), "{refused}");
        }
        assert_eq!(world.dump(), before);
        world.line("person remove 'Bernd Colm'").success();
    }
}

#[test]
fn nobody_is_removed_by_a_part_of_a_name() {
    let world = world();
    world.line("person alias 'Anna Berg' Anni").success();
    for command in [
        &["person", "remove", "Anni"][..],
        &["person", "remove", "Berg"],
        &["signup", "remove", "Anni"],
        &["person", "merge", "Anni", "Bernd Colm"],
        &["person", "forget", "Anni", "--yes"],
        &["session", "remove", "Session A"],
        &["event", "remove", "Treffen"],
    ] {
        let before = world.dump();
        let refused = world.run(command).code(1);
        assert!(refused.stderr.contains("no "), "{refused}");
        assert_eq!(world.dump(), before, "{command:?}");
    }
    world.line("session remove 2").success();
}

#[test]
fn a_question_asks_no_more_whether_it_is_somebody_who_was_removed() {
    let world = world();
    let form = "Name,E-Mail\nAnna Berg,anna.berg@one.example\nAnna Berg,a.berg@two.example\n";
    world.write("form.csv", form);
    let imported = world.line("import form.csv --as signups");
    assert_eq!(imported.code, 3, "{imported}");
    let before = world.dump();
    assert!(open_questions(&world) > 1);
    let removed = world.line("person remove 1");
    assert_eq!(removed.code, 0, "{removed}");
    let json = world.line("review --format json").success();
    assert!(!json.contains("\"person_id\": 1,"), "{json}");
    assert!(!json.contains("\"person_id\":1,"), "{json}");
    world.run(&["check"]).success();
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn a_sign_up_goes_as_if_it_had_never_been_there() {
    let world = world();
    let before = world.dump();
    let done = said(
        &world,
        &["signup", "remove", "Anna Berg", "2", "--session", "a"],
    );
    assert!(done.contains("2 sign-ups for a removed"), "{done}");
    // Not even as cancelled, and the two sessions overlap no more.
    let list = world.line("signup list --format csv").success();
    assert!(!list.contains(",a,"), "{list}");
    assert_eq!(open_questions(&world), 0);
    let refused = world.line("signup remove 2 --session a").code(1);
    assert!(
        refused.stderr.contains("not signed up for `a`"),
        "{refused}"
    );
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);

    let done = said(&world, &["signup", "remove", "Anna Berg"]);
    let summary = "1 registration removed, 2 sign-ups with them";
    assert!(done.contains(summary), "{done}");
    let refused = world.line("signup remove 'Anna Berg'").code(1);
    assert!(
        refused.stderr.contains("not registered for `treffen`"),
        "{refused}"
    );
    let list = world.run(&["person", "list"]).success();
    assert!(list.contains("Berg, Anna"), "{list}");
    world.run(&["check"]).success();
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn whoever_was_there_without_a_sign_up_is_a_walk_in() {
    let world = world();
    world.run(RECORDS[0]).success();
    world
        .line("signup remove 'Anna Berg' --session a")
        .success();
    let report = world.line("report attendance --session a --format csv");
    assert!(report.success().contains("Anna"), "still there");
    // What rests on the sign-up is in its way.
    for record in &RECORDS[1..] {
        let world = self::world();
        world.run(record).success();
        for remove in [
            &["signup", "remove", "Anna Berg", "--session", "a"][..],
            &["signup", "remove", "Anna Berg"],
        ] {
            let refused = world.run(remove).code(1);
            assert!(refused.stderr.contains("is on record: 1 "), "{refused}");
        }
        world
            .line("signup remove 'Anna Berg' --session b")
            .success();
    }
}

/// A form that somebody tried before it was sent out; a cell goes over two lines.
const TRIED: &str = "Name,E-Mail,Bemerkung\nTest Test,test@test.example,\"a\nb\"\n\
    Doro Ehm,doro@ehm.example,\nTest Zwei,zwei@test.example,\n";

#[test]
fn rows_of_a_test_are_skipped_and_named() {
    let world = world();
    world.write("form.csv", TRIED);
    let before = world.dump();
    let import = |more: &[&str]| {
        let line = [
            "import",
            "form.csv",
            "--as",
            "signups",
            "--skip-lines",
            "2",
            "--skip-lines",
            "5-5",
        ];
        world.run(&[&line[..], more].concat())
    };
    let counts = |output: crate::support::Output| {
        assert_eq!(output.code, 0, "{output}");
        let outcome: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        outcome["files"].clone()
    };
    let planned = counts(import(&["--dry-run", "--format", "json"]));
    assert_eq!(world.dump(), before);
    let done = counts(import(&["--format", "json"]));
    assert_eq!(planned, done);
    assert_eq!(done[0]["rows"], 3);
    assert_eq!(done[0]["skipped"], 2);
    assert_eq!(done[0]["created"], 1);
    let note = done[0]["notes"][0].as_str().unwrap();
    assert_eq!(note, "skipped, as you asked: lines 2, 5");
    let people = world.line("person list --format csv").success();
    assert!(
        people.contains("Ehm") && !people.contains("Test"),
        "{people}"
    );
}

#[test]
fn a_line_that_is_no_row_is_an_error_and_so_are_lines_of_several_files() {
    let world = world();
    world.write("form.csv", TRIED);
    world.write("other.csv", TRIED);
    let before = world.dump();
    // A heading, the second line of a cell, and one beyond the end.
    for (lines, said) in [
        ("1", "in line 1"),
        ("3", "in line 3"),
        ("2,6-7", "in lines 6 and 7"),
    ] {
        for dry in [&["--dry-run"][..], &[]] {
            let line = [
                "import",
                "form.csv",
                "--as",
                "signups",
                "--skip-lines",
                lines,
            ];
            let refused = world.run(&[&line[..], dry].concat()).code(1);
            assert!(refused.stderr.contains(said), "{refused}");
        }
    }
    let line = [
        "import",
        "form.csv",
        "other.csv",
        "--as",
        "signups",
        "--skip-lines",
        "2",
    ];
    let refused = world.run(&line).code(2);
    assert!(refused.stderr.contains("lines of one file"), "{refused}");
    let log = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
        123,Treffen,10/08/2020 10:00:00 AM,10/08/2020 11:00:00 AM,,60,1\n\n\
        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
        Doro Ehm,doro@ehm.example,10/08/2020 10:00:00 AM,10/08/2020 11:00:00 AM,60\n";
    world.write("log.csv", log);
    let line = ["import", "log.csv", "--session", "a", "--skip-lines", "5"];
    let refused = world.run(&line).code(1);
    assert!(
        refused.stderr.contains("is a log of a meeting"),
        "{refused}"
    );
    assert_eq!(world.dump(), before);
}
