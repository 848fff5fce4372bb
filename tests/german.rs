//! What is said in German of people, organisations, events, sessions, sign-ups and attendance: whole outputs, of what
//! is done and of what is refused. What is typed and what programs read is the same in every language.

use crate::support::{World, golden};

/// Runs commands in German and compares all they say, with how they ended.
#[track_caller]
fn transcript(world: &World, name: &str, commands: &[&[&str]]) {
    let mut text = String::new();
    for arguments in commands {
        let shown: Vec<String> = arguments.iter().map(|it| quoted(it)).collect();
        let output = world.run(&[arguments, &["--lang", "de"][..]].concat());
        text.push_str(&format!("$ rollcall {}\n{output}", shown.join(" ")));
    }
    golden(&format!("german/{name}.txt"), text);
}

/// Returns an argument as it is typed.
fn quoted(argument: &str) -> String {
    if argument.is_empty() || argument.contains(' ') {
        format!("'{argument}'")
    } else {
        argument.to_owned()
    }
}

/// A meeting with a keynote for everybody, two breakouts at the same time, and three people.
fn meeting() -> World {
    let world = World::with_file();
    let day = "2020-10-12T";
    let start = format!("{day}10:00");
    for arguments in [
        &[
            "event",
            "add",
            "Herbsttreffen",
            "--start",
            &start,
            "--end",
            "16:00",
        ][..],
        &[
            "session",
            "add",
            "Eröffnung",
            "--slug",
            "eroeffnung",
            "--kind",
            "plenary",
        ],
        &[
            "session",
            "add",
            "Presse",
            "--slug",
            "a",
            "--start",
            "11:00",
            "--end",
            "12:00",
            "--capacity",
            "1",
        ],
        &[
            "session",
            "add",
            "Personal",
            "--slug",
            "b",
            "--start",
            "11:30",
            "--end",
            "12:30",
            "--host",
            "Cem Celik",
        ],
        &[
            "person",
            "add",
            "Dr. Anna Albers",
            "--email",
            "anna@example.org",
        ],
        &[
            "person",
            "add",
            "Bernd Brandt",
            "--organisation",
            "BioCluster Nord",
        ],
        &["person", "add", "Cem Celik"],
    ] {
        world.run(arguments).success();
    }
    world
}

#[test]
fn people_and_organisations_are_added_changed_and_merged_in_german() {
    transcript(
        &meeting(),
        "people",
        &[
            &[
                "person",
                "add",
                "Anna Albers",
                "--organisation",
                "Klinikum Süd",
                "-n",
            ],
            &[
                "person",
                "add",
                "Anna Albers",
                "--organisation",
                "Klinikum Süd",
            ],
            &[
                "person",
                "add",
                "Anna Albers",
                "--email",
                "anna@example.org",
            ],
            &["person", "add", "anna@example.org"],
            &[
                "person",
                "edit",
                "4",
                "--family",
                "Ahrens",
                "--add-email",
                "anna@example.org",
            ],
            &["person", "edit", "4", "--remove-email", "x@example.org"],
            &["person", "edit", "4"],
            &["person", "edit", "4", "--given", "", "--family", ""],
            &["person", "alias", "4", "Anni"],
            &["person", "alias", "1", "Anni", "-n"],
            &["person", "alias", "4", "Anni"],
            &["person", "alias", "4", "Anni", "--remove"],
            &["person", "alias", "4", "Anni", "--remove"],
            &["person", "merge", "4", "1"],
            &["person", "merge", "1", "1"],
            &["person", "show", "1"],
            &["person", "list"],
            &[
                "organisation",
                "add",
                "MedNet",
                "--short-name",
                "MN",
                "--region",
                "Hamburg",
            ],
            &["organisation", "add", "MedNet"],
            &[
                "organisation",
                "edit",
                "MN",
                "--name",
                "MedNet Nord",
                "--kind",
                "CMO",
            ],
            &["organisation", "edit", "MN", "--name", "BioCluster Nord"],
            &["organisation", "alias", "MN", "Medizinnetz", "-n"],
            &["organisation", "alias", "MN", "BioCluster Nord"],
            &["organisation", "alias", "MN", "Medizinnetz", "--remove"],
            &["organisation", "merge", "2", "1"],
            &["organisation", "merge", "1", "1"],
            &["organisation", "list"],
            &["organisation", "show", "1"],
        ],
    );
}

#[test]
fn events_and_sessions_are_set_up_in_german() {
    transcript(
        &meeting(),
        "programme",
        &[
            &[
                "event",
                "add",
                "Klausur",
                "--start",
                "08.10.2020 9:00",
                "--end",
                "09.10.2020 12:00",
                "-n",
            ],
            &["event", "add", "Klausur", "--start", "9/8/2020"],
            &["event", "add", "Klausur", "--start", "bald"],
            &[
                "event",
                "add",
                "Klausur",
                "--start",
                "2020-10-25 02:30",
                "--end",
                "04:00",
            ],
            &[
                "event",
                "add",
                "Klausur",
                "--start",
                "2020-03-29 02:30",
                "--end",
                "04:00",
            ],
            &["event", "add", "Klausur", "--start", "2020-10-08 09:00"],
            &[
                "event",
                "add",
                "Klausur",
                "--start",
                "2020-10-08 09:00",
                "--end",
                "08:00",
            ],
            &["event", "add", "Herbsttreffen", "--start", "2020-10-08"],
            &[
                "event",
                "add",
                "Klausur",
                "--slug",
                "Die Klausur",
                "--start",
                "2020-10-08",
            ],
            &["event", "edit", "--end", "12:15"],
            &["event", "edit"],
            &["event", "edit", "--rule", "immer"],
            &["event", "list"],
            &["event", "show"],
            &[
                "session",
                "add",
                "Ausklang",
                "--kind",
                "Ausklang",
                "--start",
                "16:00",
                "--end",
                "18:00",
                "--drop-in",
                "--rule",
                "any",
                "--speaker",
                "Ada Quell",
                "--room",
                "Bar",
            ],
            &["session", "add", "Presse", "--slug", "a"],
            &["session", "edit", "a", "--capacity", "viele"],
            &["session", "edit", "a", "--capacity", "unbegrenzt", "-n"],
            &["session", "edit", "a", "--start", "13:00", "--end", "12:00"],
            &["session", "show", "a"],
            &["session", "list"],
        ],
    );
}

#[test]
fn sign_ups_and_places_are_told_in_german() {
    transcript(
        &meeting(),
        "signups",
        &[
            &["signup", "add", "1", "2", "3", "--session", "a"],
            &["signup", "add", "1", "2", "--session", "a"],
            &["signup", "add", "1", "--session", "b", "-n"],
            &["signup", "add", "1", "--session", "b"],
            &["signup", "add", "3", "--session", "eroeffnung"],
            &["signup", "list", "--status", "Warteliste"],
            &["signup", "list", "--status", "abgesagt"],
            &["session", "edit", "a", "--capacity", "2", "-n"],
            &["signup", "cancel", "1", "--session", "a"],
            &["signup", "cancel", "1", "--session", "a"],
            &["signup", "move", "2", "--from", "a", "--to", "b"],
            &["signup", "move", "2", "--from", "a", "--to", "b"],
            &["signup", "move", "1", "--from", "b", "--to", "b"],
            &["session", "edit", "b", "--capacity", "1"],
            &["signup", "cancel", "3", "1"],
            &["signup", "cancel", "3"],
            &["signup", "add", "Dora Neu", "--session", "a"],
            &["signup", "add", "dora@example.org", "--session", "a"],
            &["signup", "add", "Anna Alber", "--session", "a"],
            &["signup", "add", "1", "--session", "c"],
            &["signup", "cancel", "2", "--session", "a"],
            &["signup", "list"],
        ],
    );
}

/// What is recorded while a session runs.
const DOOR: &[&[&str]] = &[
    &["check-in", "1", "--session", "a", "-n"],
    &["check-in", "1", "2", "--session", "a"],
    &["check-in", "1", "--session", "a"],
    &["check-in", "1", "--session", "a", "--out", "--at", "10:30"],
    &["check-in", "1", "--session", "a", "--out"],
    &["check-in", "1", "--session", "a", "--out"],
    &["check-in", "2", "--session", "a", "--excused"],
    &["check-in", "3", "--session", "a", "--excused"],
    &["check-in", "3", "--session", "a", "--out"],
    &["check-in", "Eva Neu", "--session", "a"],
    &["check-in", "eva@example.org", "--session", "a", "--walk-in"],
    &["check-in", "Eva Neu", "--session", "a", "--walk-in"],
    &["check-in", "3", "--session", "b", "--at", "14:00"],
    &[
        "check-in",
        "3",
        "--session",
        "b",
        "--at",
        "2020-10-14 14:00",
    ],
    &[
        "check-in",
        "1",
        "2",
        "--session",
        "b",
        "--walk-in",
        "--email",
        "x@example.org",
    ],
];

/// What is recorded on the day after.
const VERDICTS: &[&[&str]] = &[
    &["check-in", "1", "--session", "b"],
    &[
        "attendance",
        "set",
        "1",
        "a",
        "anwesend",
        "--reason",
        "Am Telefon",
        "-n",
    ],
    &[
        "attendance",
        "set",
        "1",
        "a",
        "Anwesend",
        "--reason",
        "Am Telefon",
    ],
    &[
        "attendance",
        "set",
        "1",
        "a",
        "present",
        "--reason",
        "Am Telefon",
    ],
    &[
        "attendance",
        "set",
        "1",
        "a",
        "present",
        "--reason",
        "Am Telefon dabei",
    ],
    &[
        "attendance",
        "set",
        "1",
        "a",
        "nicht-erschienen",
        "--reason",
        "Doch nicht",
    ],
    &["attendance", "set", "3", "b", "anwesend", "--reason", "x"],
    &["attendance", "list"],
    &["attendance", "clear", "1", "a"],
    &["attendance", "clear", "1", "a"],
    &["attendance", "clear", "9", "a"],
];

#[test]
fn attendance_is_told_in_german() {
    let mut world = meeting();
    world.line("signup add 1 2 --session a").success();
    world.set_now("2020-10-12T11:05:00+02:00");
    transcript(&world, "door", DOOR);
    world.set_now("2020-10-13T09:00:00+02:00");
    transcript(&world, "verdicts", VERDICTS);
}

#[test]
fn words_of_any_language_are_understood_and_programs_read_the_same() {
    let world = meeting();
    for (word, key) in [
        ("Keynote", "keynote"),
        ("Sonstiges", "other"),
        ("PLENUM", "plenary"),
    ] {
        world
            .run(&["session", "edit", "b", "--kind", word])
            .success();
        let shown = world.line("session show b --format json --lang de");
        let shown: serde_json::Value = serde_json::from_str(&shown.success()).unwrap();
        assert_eq!(shown[0]["kind"], key, "{word}");
    }
    world.line("signup add 1 2 --session a").success();
    for language in ["en", "de"] {
        for word in ["waitlisted", "Warteliste", "waiting list", "wartend"] {
            let list = ["signup", "list", "--status", word, "--lang", language];
            let list = world.run(&[&list[..], &["--format", "json"]].concat());
            let list: serde_json::Value = serde_json::from_str(&list.success()).unwrap();
            assert_eq!(list.as_array().unwrap().len(), 1, "{word}");
            assert_eq!(list[0]["status"], "waitlisted", "{word}");
            assert_eq!(list[0]["person_id"], 2, "{word}");
        }
    }
}
