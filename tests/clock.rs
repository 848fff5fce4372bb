//! Reports know what time it is, and nobody moves up into a session that has begun.

use serde_json::Value;

use crate::support::World;

/// Two sessions one after the other, the second with one place; the third runs beside nothing and later.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,timezone,rule
day,,Day,event,2020-10-08T10:00:00+02:00,2020-10-08T13:00:00+02:00,,,,Europe/Berlin,
day,a,Session A,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,A,,15min
day,b,Session B,breakout,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,1,no,B,,15min
day,c,Session C,breakout,2020-10-08T12:00:00+02:00,2020-10-08T13:00:00+02:00,,no,C,,15min
";

/// Anna, Bernd and Carla chose A; Anna has the place in B, Bernd and Carla wait; Dora chose C.
const FORM: &str = "\
Registration time;Name;Email;Session
2020-09-01 08:00;Anna Adler;anna@adler.example.org;Session A, Session B
2020-09-02 08:00;Bernd Biber;bernd@biber.example.org;Session A, Session B
2020-09-03 08:00;Carla Chamäleon;carla@chamaeleon.example.org;Session A, Session B
2020-09-04 08:00;Dora Dachs;dora@dachs.example.org;Session C
";

/// A time on the day of the meeting.
fn on_the_day(clock: &str) -> String {
    format!("2020-10-08T{clock}:00+02:00")
}

/// The meeting, two days before it.
fn planned() -> World {
    let mut world = World::with_file();
    world.set_now("2020-10-06T18:00:00+02:00");
    world.write("programme.csv", PROGRAMME);
    world.write(
        "form.csv",
        FORM.replace(", Session", "; Session").replace(';', "\t"),
    );
    world.run(&["import", "programme.csv"]).success();
    world.run(&["import", "form.csv"]).success();
    world
}

/// The meeting at a quarter to eleven: Anna is in A since ten, Bernd was there for twenty minutes.
fn running() -> World {
    let mut world = planned();
    world.set_now(&on_the_day("10:45"));
    for line in [
        &[
            "check-in",
            "Anna Adler",
            "Bernd Biber",
            "--session",
            "a",
            "--at",
            "10:00",
        ][..],
        &[
            "check-in",
            "Bernd Biber",
            "--session",
            "a",
            "--out",
            "--at",
            "10:20",
        ],
    ] {
        world.run(line).success();
    }
    world
}

fn json(world: &World, line: &[&str]) -> Vec<Value> {
    let output = world.run(&[line, &["--format", "json"]].concat()).success();
    serde_json::from_str(&output).unwrap()
}

/// Returns some cells of the rows of a session, or of all where it is empty.
fn cells(rows: &[Value], session: &str, keys: &[&str]) -> Vec<String> {
    let own = rows
        .iter()
        .filter(|row| session.is_empty() || row["session"] == session);
    own.map(|row| {
        let cells = keys.iter().map(|key| match &row[*key] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        cells.collect::<Vec<_>>().join(" ")
    })
    .collect()
}

/// Who stands where in session B.
fn places(world: &World) -> Vec<String> {
    let rows = json(world, &["signup", "list", "--session", "b"]);
    let mut places = cells(&rows, "", &["name", "status"]);
    places.sort();
    places
}

const LIST: [&str; 4] = ["report", "attendance", "--by", "session"];

#[test]
fn before_a_session_people_are_expected() {
    let world = planned();
    let rows = json(&world, &LIST);
    assert_eq!(
        cells(&rows, "a", &["name", "presence", "verdict", "minutes"]),
        [
            "Adler, Anna expected null null",
            "Biber, Bernd expected null null",
            "Chamäleon, Carla expected null null",
        ]
    );
    // Nobody expects who waits for a place.
    assert_eq!(
        cells(&rows, "b", &["name", "presence"]),
        [
            "Adler, Anna expected",
            "Biber, Bernd null",
            "Chamäleon, Carla null"
        ]
    );
}

#[test]
fn while_a_session_runs_people_are_here_or_not_with_the_minutes_so_far() {
    let world = running();
    let rows = json(&world, &LIST);
    assert_eq!(
        cells(
            &rows,
            "a",
            &["name", "presence", "verdict", "minutes", "share"]
        ),
        [
            "Adler, Anna here null 45 null",
            "Biber, Bernd left null 20 null",
            "Chamäleon, Carla not-yet null null null",
        ]
    );
    let figures = json(&world, &["report", "sessions"]);
    assert_eq!(
        cells(
            &figures,
            "a",
            &[
                "here",
                "present",
                "no_show",
                "rate",
                "peak",
                "average_minutes"
            ]
        ),
        ["1 null null null null null"]
    );
    let people = json(&world, &["report", "attendance", "--by", "person"]);
    assert_eq!(
        cells(&people, "", &["name", "presence", "verdict", "minutes"]),
        [
            "Adler, Anna here null 45",
            "Biber, Bernd left null 20",
            "Chamäleon, Carla not-yet null null",
            "Dachs, Dora not-yet null null",
        ]
    );
    let curve = json(&world, &["report", "curve", "--session", "a"]);
    assert_eq!(curve.len(), 46);
    for (language, said) in [
        ("en", "As of 10:45, while the meeting runs"),
        ("de", "Stand: 10:45 (laufende Veranstaltung)"),
    ] {
        for report in [
            "attendance",
            "sessions",
            "organisations",
            "no-shows",
            "event",
        ] {
            let text = world.run(&["report", report, "--lang", language]).success();
            assert!(text.contains(said), "{report}: {text}");
        }
    }
}

#[test]
fn afterwards_there_are_verdicts_and_the_clock_does_not_matter() {
    let mut world = running();
    world.set_now(&on_the_day("13:00"));
    let rows = json(&world, &LIST);
    assert_eq!(
        cells(&rows, "a", &["name", "presence", "verdict", "minutes"]),
        [
            "Adler, Anna null present 60",
            "Biber, Bernd null present 20",
            "Chamäleon, Carla null no-show null",
        ]
    );
    let reports = |world: &World| {
        let names = [
            "attendance",
            "sessions",
            "organisations",
            "no-shows",
            "curve",
            "history",
            "event",
        ];
        names.map(|name| {
            world
                .run(&["report", name, "--format", "markdown"])
                .success()
        })
    };
    let at_the_end = reports(&world);
    world.set_now("2031-01-01T00:00:00Z");
    assert_eq!(reports(&world), at_the_end);
}

#[test]
fn what_somebody_said_is_known_at_any_time() {
    let mut world = planned();
    world.set_now(&on_the_day("09:00"));
    for line in [
        &["check-in", "Anna Adler", "--session", "a", "--excused"][..],
        &["signup", "cancel", "Bernd Biber", "--session", "a"],
        &[
            "attendance",
            "set",
            "Carla Chamäleon",
            "a",
            "present",
            "--reason",
            "told us",
        ],
    ] {
        world.run(line).success();
    }
    for clock in ["09:00", "10:30"] {
        world.set_now(&on_the_day(clock));
        let rows = json(&world, &LIST);
        assert_eq!(
            cells(&rows, "a", &["name", "presence", "verdict"]),
            [
                "Adler, Anna null excused",
                "Biber, Bernd null excused",
                "Chamäleon, Carla null present",
            ]
        );
    }
}

#[test]
fn nobody_is_a_no_show_before_the_end_and_the_list_says_of_what() {
    let mut world = running();
    let none = world.run(&["report", "no-shows"]).success();
    assert!(
        none.contains(
            "Not over yet, and so not counted: “Session A”, “Session B” and “Session C”."
        ),
        "{none}"
    );
    assert_eq!(json(&world, &["report", "no-shows"]), [] as [Value; 0]);
    // A is over, B and C are not: Carla missed A, and has a place in neither of them.
    world.set_now(&on_the_day("11:05"));
    let rows = json(&world, &["report", "no-shows"]);
    assert_eq!(cells(&rows, "", &["name"]), ["Chamäleon, Carla"]);
    let list = world.run(&["report", "no-shows"]).success();
    assert!(
        list.contains("not counted: “Session B” and “Session C”."),
        "{list}"
    );
    let people = json(&world, &["report", "attendance", "--by", "person"]);
    assert!(
        people.iter().all(|row| row["verdict"].is_null()),
        "{people:?}"
    );
    // Whoever has come in the meantime is missing nowhere.
    world
        .line("check-in 'Carla Chamäleon' --session b")
        .success();
    assert_eq!(json(&world, &["report", "no-shows"]), [] as [Value; 0]);
}

#[test]
fn a_certificate_is_of_sessions_that_are_over() {
    let mut world = running();
    let anna = ["report", "certificate", "--person", "Anna Adler"];
    let refused = world.run(&anna).code(1);
    assert!(
        refused
            .stderr
            .contains("not over yet, and so not certified: a, b and c"),
        "{refused}"
    );
    world.set_now(&on_the_day("11:30"));
    world
        .line("check-in 'Anna Adler' --session b --at 11:00")
        .success();
    let letter = world.run(&anna).code(0);
    assert!(letter.stdout.contains("Session A"), "{letter}");
    assert!(!letter.stdout.contains("Session B"), "{letter}");
    assert!(letter.stderr.contains("not certified: b and c"), "{letter}");
}

#[test]
fn the_event_has_no_figures_before_its_end() {
    let mut world = running();
    for clock in ["10:45", "12:59"] {
        world.set_now(&on_the_day(clock));
        let report = world.run(&["report", "event"]).success();
        assert!(report.contains("The meeting is not over yet"), "{report}");
        let facts = world.line("report event --format json").success();
        for key in [
            "came_of_registered",
            "no_show\"",
            "average_minutes_at_event",
            "organisations_represented",
        ] {
            assert!(!facts.contains(&format!("\"{key}")), "{key}: {facts}");
        }
        let organisations = json(&world, &["report", "organisations"]);
        assert_eq!(
            cells(&organisations, "", &["present", "rate"]),
            ["null null"]
        );
        let mailing = json(&world, &["export", "mailing"]);
        assert!(
            mailing.iter().all(|row| row["personal_line"].is_null()),
            "{mailing:?}"
        );
        let history = json(&world, &["report", "history"]);
        assert!(
            history.iter().all(|row| row["day"] == "registered"),
            "{history:?}"
        );
    }
}

#[test]
fn nobody_moves_up_into_a_session_that_has_begun() {
    let mut world = planned();
    assert_eq!(
        places(&world),
        [
            "Adler, Anna confirmed",
            "Biber, Bernd waitlisted",
            "Chamäleon, Carla waitlisted"
        ]
    );
    world.set_now(&on_the_day("11:00"));
    let cancelled = world.line("signup cancel 'Anna Adler' --session b").code(0);
    assert!(!cancelled.stderr.contains("moves up in"), "{cancelled}");
    let said = "1 place in `b` stays free: the session has begun, so nobody moves up from its waiting list (2 waiting)";
    assert!(cancelled.stderr.contains(said), "{cancelled}");
    let waiting = [
        "Adler, Anna cancelled",
        "Biber, Bernd waitlisted",
        "Chamäleon, Carla waitlisted",
    ];
    assert_eq!(places(&world), waiting);
    world.run(&["check"]).success();
    // Nor by more places, and not by none at all.
    for capacity in ["5", "none"] {
        let edited = world
            .run(&["session", "edit", "b", "--capacity", capacity])
            .code(0);
        assert!(edited.stderr.contains("the session has begun"), "{edited}");
        assert_eq!(places(&world), waiting);
        world.run(&["check"]).success();
    }
    // When it is put off, places are given out again.
    world.line("session edit b --capacity 1").success();
    let later = ["session", "edit", "b", "--start", "14:00", "--end", "15:00"];
    let later = world.run(&later).code(0);
    assert!(
        later.stderr.contains("Bernd Biber moves up in `b`"),
        "{later}"
    );
    world.run(&["check"]).success();
}

#[test]
fn a_minute_before_it_begins_they_do() {
    let mut world = planned();
    world.set_now(&on_the_day("10:59"));
    let cancelled = world.line("signup cancel 'Anna Adler' --session b").code(0);
    assert!(
        cancelled.stderr.contains("Bernd Biber moves up in `b`"),
        "{cancelled}"
    );
}

#[test]
fn who_signs_up_later_gets_a_place_and_who_waited_does_not() {
    let mut world = planned();
    world.set_now("2020-10-09T09:00:00+02:00");
    world
        .line("signup cancel 'Anna Adler' --session b")
        .success();
    // Two forms of the organiser's, taken in after the meeting: the first request of the new ones gets the place.
    let late = "Registration time\tName\tEmail\tSession\n\
        2020-09-20 09:00\tEmil Elch\temil@elch.example.org\tSession B\n\
        2020-09-20 08:00\tFrida Fuchs\tfrida@fuchs.example.org\tSession B\n";
    world.write("late.csv", late);
    world.line("import late.csv --dry-run").success();
    world.run(&["import", "late.csv"]).success();
    let expected = [
        "Adler, Anna cancelled",
        "Biber, Bernd waitlisted",
        "Chamäleon, Carla waitlisted",
        "Elch, Emil waitlisted",
        "Fuchs, Frida confirmed",
    ];
    assert_eq!(places(&world), expected);
    let dump = world.dump();
    world.run(&["import", "late.csv"]).success();
    assert_eq!(world.dump(), dump, "a second import changed something");
    // By hand it is the same; whoever asks again by hand keeps waiting.
    world
        .line("signup cancel 'Frida Fuchs' --session b")
        .success();
    world.line("signup add 'Bernd Biber' --session b").success();
    assert_eq!(places(&world)[1], "Biber, Bernd waitlisted");
    let added = world.line("signup add 'Dora Dachs' --session b").code(0);
    assert!(
        added.stderr.contains("Dora Dachs has a place in `b`"),
        "{added}"
    );
    world.run(&["check"]).success();
}

#[test]
fn an_export_of_a_session_that_has_begun_comes_back_as_it_was() {
    let mut world = planned();
    world.set_now("2020-10-09T09:00:00+02:00");
    world
        .line("signup cancel 'Anna Adler' --session b")
        .success();
    world.line("export all -o out").success();
    let files = [
        "programme",
        "organisations",
        "people",
        "signups",
        "attendance",
    ];
    let files = files.map(|name| format!("out/{name}.csv"));
    let mut line = vec!["--db", "copy.db", "import"];
    line.extend(files.iter().map(String::as_str));
    world.line("--db copy.db init").success();
    world.run(&line).success();
    let signups = |database: &str| {
        world
            .run(&["--db", database, "export", "signups"])
            .success()
    };
    assert_eq!(signups("copy.db"), signups("rollcall.db"));
    world.line("--db copy.db check").success();
}

#[test]
fn an_undo_gives_nobody_a_place_in_a_session_that_has_begun() {
    let mut world = planned();
    for line in [
        &["session", "edit", "b", "--capacity", "4"][..], // 3
        &["signup", "add", "Dora Dachs", "--session", "b"], // 4 takes the last place
        &["person", "add", "Emil Elch"],                  // 5
        &["signup", "add", "Emil Elch", "--session", "b"], // 6 waits
    ] {
        world.run(line).success();
    }
    let dry = world.line("undo 4 --dry-run").code(0);
    assert!(
        dry.stderr.contains("Emil Elch would move up in `b`"),
        "{dry}"
    );
    let before = world.dump();
    world.set_now(&on_the_day("11:30"));
    let undone = world.run(&["undo", "4"]).code(0);
    assert!(!undone.stderr.contains("moves up in"), "{undone}");
    assert!(
        undone.stderr.contains("1 place in `b` stays free"),
        "{undone}"
    );
    assert!(places(&world).contains(&"Elch, Emil waitlisted".to_owned()));
    world.run(&["check"]).success();
    world.run(&["undo", "7"]).success();
    assert_eq!(world.dump(), before);
}
