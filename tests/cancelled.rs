//! What is cancelled stays in the programme, and is in no figure.

use serde_json::Value;

use crate::support::{BEFORE, World};

/// A meeting with a plenary and two breakouts at different times; Anna chose both, Bernd the second, Clara nothing.
fn world() -> World {
    let mut world = World::with_file();
    world.set_now(BEFORE);
    let run = |line: &str| {
        world.line(line).success();
    };
    run("event add Treffen --start '2020-10-08 09:00' --end 18:00");
    run("event edit treffen --organiser 'Netz; Werk' --contact 'Tel. 1, post@netz.example'");
    run("session add Plenum --slug plenum --kind plenary --start 09:00 --end 10:00 --room plenum");
    run("session add 'Session A' --slug a --kind breakout --start 11:00 --end 12:00 --room a");
    run("session add 'Session B' --slug b --kind breakout --start 11:00 --end 12:00 --room b");
    for person in ["Anna Berg", "Bernd Colm", "Clara Dorn"] {
        run(&format!("person add '{person}'"));
    }
    run("signup add 'Anna Berg' 'Bernd Colm' --session a");
    run("signup add 'Anna Berg' 'Clara Dorn' --session b");
    world
}

fn json(world: &World, line: &[&str]) -> Vec<Value> {
    let line = [line, &["--format", "json"]].concat();
    serde_json::from_str(&world.run(&line).success()).unwrap()
}

fn said(world: &World, line: &[&str]) -> String {
    let output = world.run(line);
    assert_eq!(output.code, 0, "{output}");
    output.stderr
}

#[test]
fn nobody_is_missing_from_what_is_cancelled_and_it_takes_place_after_all() {
    let mut world = world();
    let before = world.dump();
    assert_eq!(
        json(&world, &["review"]).len(),
        1,
        "two sessions at one time"
    );

    let planned = said(&world, &["session", "cancel", "b", "--dry-run"]);
    assert_eq!(world.dump(), before);
    let done = said(&world, &["session", "cancel", "b"]);
    for text in [planned, done] {
        assert!(
            text.contains("session b cancelled, 2 sign-ups stay on record"),
            "{text}"
        );
    }
    assert!(json(&world, &["review"]).is_empty());
    let refused = world.line("signup add 'Bernd Colm' --session b").code(1);
    assert!(refused.stderr.contains("`b` is cancelled"), "{refused}");
    let refused = world
        .line("check-in 'Anna Berg' --session b --at 11:05")
        .code(1);
    assert!(
        refused.stderr.contains("session cancel SESSION --undo"),
        "{refused}"
    );

    // Somebody is recorded in the others.
    world.set_now("2020-10-08T09:05:00+02:00");
    world
        .line("check-in 'Bernd Colm' --session plenum")
        .success();
    world.set_now("2020-10-08T11:05:00+02:00");
    world.line("check-in 'Bernd Colm' --session a").success();
    world.set_now("2020-10-09T09:00:00+02:00");
    let rows = json(&world, &["report", "sessions"]);
    let b = rows.iter().find(|it| it["session"] == "b").unwrap();
    assert_eq!(
        (&b["cancelled"], &b["rate"], &b["signed_up"]),
        (&true.into(), &Value::Null, &Value::Null)
    );
    assert_eq!(rows.iter().filter(|it| it["cancelled"] == true).count(), 1);
    let missing = json(&world, &["report", "no-shows"]);
    let names: Vec<&str> = missing
        .iter()
        .filter_map(|it| it["name"].as_str())
        .collect();
    assert_eq!(
        names,
        ["Berg, Anna"],
        "Clara chose nothing but what is cancelled"
    );
    let attendance = json(&world, &["report", "attendance"]);
    assert!(attendance.iter().all(|it| it["session"] != "b"));
    for report in [
        "sessions",
        "attendance",
        "sign-in",
        "event",
        "no-shows",
        "door",
        "participants",
    ] {
        let text = world.run(&["report", report]).success();
        assert!(text.contains("Cancelled: “Session B”"), "{report}: {text}");
        let text = world.run(&["report", report, "--lang", "de"]).success();
        assert!(text.contains("Fällt aus: „Session B“"), "{report}: {text}");
    }
    for list in [
        &["session", "list"][..],
        &["report", "event"],
        &["report", "sessions"],
    ] {
        let text = world.run(list).success();
        assert!(text.contains("Session B (cancelled)"), "{text}");
    }
    world.run(&["check"]).success();

    let done = said(&world, &["session", "cancel", "b", "--undo"]);
    assert!(done.contains("session b takes place after all"), "{done}");
    assert_eq!(json(&world, &["review"]).len(), 1);
    let missing = json(&world, &["report", "no-shows"]);
    assert_eq!(missing.len(), 1, "nothing is recorded of b");
    // Every step can be taken back.
    for _ in 0..4 {
        world.run(&["undo"]).success();
    }
    assert_eq!(world.dump(), before);
}

#[test]
fn what_was_attended_is_not_cancelled_and_an_undo_does_not_cancel_it_either() {
    let world = world();
    world.line("session cancel a").success();
    world.line("session cancel a --undo").success();
    world
        .line("check-in 'Anna Berg' --session a --at 11:05")
        .success();
    let before = world.dump();
    for line in [
        &["session", "cancel", "a"][..],
        &["event", "cancel", "treffen"],
    ] {
        let refused = world.run(line).code(1);
        assert!(
            refused.stderr.contains("attendance is on record"),
            "{refused}"
        );
    }
    let undo = json(&world, &["history"]);
    let undo = undo[undo.len() - 2]["operation"].to_string();
    let refused = world.run(&["undo", &undo]).code(1);
    assert!(refused.stderr.contains("`a` is cancelled"), "{refused}");
    assert_eq!(world.dump(), before);
}

/// Returns the entries of a calendar, each as its lines.
fn entries(world: &World, more: &[&str]) -> Vec<String> {
    let line = [&["export", "programme", "-o", "p.ics", "--force"], more].concat();
    world.run(&line).success();
    let text = std::fs::read_to_string(world.path().join("p.ics")).unwrap();
    let text = text.replace("\r\n ", "");
    text.split("BEGIN:VEVENT")
        .skip(1)
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_calendar_says_what_is_cancelled_to_whoever_chose_it() {
    let world = world();
    let first = entries(&world, &[]);
    // The event was changed once, to say who holds it.
    assert!(
        first
            .iter()
            .all(|it| it.contains("SEQUENCE:1\r") && it.contains("STATUS:CONFIRMED")),
        "{first:?}"
    );
    let organiser = "ORGANIZER;CN=\"Netz; Werk\":mailto:post@netz.example\r";
    assert!(first.iter().all(|it| it.contains(organiser)), "{first:?}");
    world.line("session cancel b").success();
    let cancelled = |entries: Vec<String>| -> Vec<String> {
        let all = entries
            .into_iter()
            .filter(|it| it.contains("STATUS:CANCELLED"));
        all.collect()
    };
    for more in [&[][..], &["--person", "Clara Dorn"]] {
        let found = cancelled(entries(&world, more));
        assert_eq!(found.len(), 1, "{more:?}");
        for text in [
            "UID:b.treffen@rollcall",
            "SEQUENCE:2\r",
            "SUMMARY:Session B (cancelled)",
        ] {
            assert!(found[0].contains(text), "{found:?}");
        }
    }
    assert!(cancelled(entries(&world, &["--person", "Bernd Colm"])).is_empty());
    // A number that was given out is never given again.
    world.run(&["undo"]).success();
    let again = entries(&world, &[]);
    assert!(
        again.iter().any(|it| it.contains("SEQUENCE:3\r")),
        "{again:?}"
    );
    world.line("event cancel treffen").success();
    assert_eq!(cancelled(entries(&world, &[])).len(), 3);
}

#[test]
fn a_cancelled_event_expects_nobody() {
    let mut world = world();
    world.line("event cancel treffen").success();
    world.set_now("2020-10-09T09:00:00+02:00");
    let list = world.run(&["event", "list"]).success();
    assert!(list.contains("Treffen (cancelled)"), "{list}");
    let rows = json(&world, &["report", "sessions"]);
    assert!(rows.iter().all(|it| it["cancelled"] == true), "{rows:?}");
    for report in ["attendance", "no-shows"] {
        assert!(json(&world, &["report", report]).is_empty(), "{report}");
    }
    for report in [
        "event",
        "sign-in",
        "attendance",
        "evidence",
        "answers",
        "organisations",
        "curve",
        "history",
        "dossier",
    ] {
        let mut line = vec!["report", report];
        if report == "dossier" {
            line.extend(["-o", "folder"]);
        }
        let output = world.run(&line);
        assert_eq!(output.code, 0, "{report}: {output}");
    }
    let text = world.run(&["report", "event"]).success();
    assert!(text.contains("This event is cancelled."), "{text}");
    let log = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
        123,Treffen,10/08/2020 11:00:00 AM,10/08/2020 12:00:00 PM,,60,1\n\n\
        Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n\
        Anna Berg,anna@berg.example,10/08/2020 11:00:00 AM,10/08/2020 12:00:00 PM,60\n";
    world.write("log.csv", log);
    let before = world.dump();
    let refused = world.line("import log.csv --session a").code(1);
    assert!(refused.stderr.contains("is cancelled"), "{refused}");
    assert_eq!(world.dump(), before);
    world.line("event cancel treffen --undo").success();
    world.line("import log.csv --session a --dry-run").success();
}

#[test]
fn what_is_cancelled_comes_back_cancelled() {
    let world = world();
    world.line("session cancel b").success();
    world.line("export all -o all.xlsx").success();
    world.line("export all -o all").success();
    for files in [&["all.xlsx"][..], &["all/programme.csv"]] {
        let copy = ["--db", "copy.db"];
        world
            .run(&[&copy[..], &["import"], files].concat())
            .success();
        let rows = json(&world, &[&copy[..], &["session", "list"]].concat());
        let of =
            |slug: &str| rows.iter().find(|it| it["session"] == slug).unwrap()["cancelled"].clone();
        assert_eq!((of("a"), of("b")), (false.into(), true.into()), "{files:?}");
        std::fs::remove_file(world.path().join("copy.db")).unwrap();
    }
}

#[test]
fn a_table_of_the_programme_says_what_is_cancelled_in_its_own_words() {
    let table = |heading: &str, first: &str, second: &str| {
        format!(
            "Titel;Beginn;Ende;{heading}\n\
             Robotik;08.10.2020 14:00;08.10.2020 15:00;{first}\n\
             Optik;08.10.2020 14:00;08.10.2020 15:00;{second}\n"
        )
    };
    let cancelled = |table: &str| {
        let world = world();
        world.write("programm.csv", table);
        let output = world.run(&["import", "programm.csv"]);
        let sessions = json(&world, &["export", "programme"]).into_iter();
        let is_off = |session: &Value| session["is_cancelled"] == true;
        let titles = sessions.filter(is_off).map(|it| it["title"].clone());
        (output.code, titles.collect::<Vec<_>>())
    };
    for (heading, first, second) in [
        ("Abgesagt", "", "ja"),
        ("Abgesagt", "nein", "x"),
        ("Abgesagt am", "", "01.10.2020"),
        ("Status", "bestätigt", "abgesagt"),
        ("Cancelled?", "no", "yes"),
        ("Bemerkung", "", "entfällt leider"),
    ] {
        let (code, titles) = cancelled(&table(heading, first, second));
        assert_eq!((code, titles), (0, vec![Value::from("Optik")]), "{heading}");
        let (code, titles) = cancelled(&table(heading, second, first));
        assert_eq!(
            (code, titles),
            (0, vec![Value::from("Robotik")]),
            "{heading}"
        );
    }
    // What is not certain is not a session like any other.
    for (heading, cell) in [("Stand", "verschoben auf Mai"), ("Note", "postponed")] {
        let (code, titles) = cancelled(&table(heading, "", cell));
        assert_eq!((code, titles), (3, vec![]), "{heading}");
    }
    let (code, _) = cancelled(&table("Bemerkung", "", "mit Anmeldung"));
    assert_eq!(code, 0);
}

#[test]
fn a_form_that_chooses_what_is_cancelled_is_told_with_its_lines() {
    let world = world();
    world.line("session cancel b").success();
    world.line("session edit b --capacity 1").success();
    let form = "Name;E-Mail;Session;Zeitstempel\n\
                Dora Ems;d@ems.example;Session B;2020-09-01 10:00\n\
                Emil Fink;e@fink.example;Session A;2020-09-01 10:00\n\
                Frida Gans;f@gans.example;Session B;2020-09-02 10:00\n";
    world.write("form.csv", form);
    let told = world.run(&["import", "form.csv"]).code(0);
    let note = "`b` is cancelled; 2 sign-ups for it are kept, but nobody is expected there: lines 2, 4; \
                `rollcall signup move` gives another session";
    assert!(told.stdout.contains(note), "{told}");
    assert!(!told.stdout.contains("places taken"), "{told}");
    // What was said once is not said again, and German says the same.
    let again = world.run(&["import", "form.csv"]).code(0);
    assert!(!again.stdout.contains("cancelled"), "{again}");
    world.run(&["undo"]).success();
    let german = world.line("import form.csv --lang de").code(0);
    assert!(
        german.stdout.contains("`b` fällt aus; 2 Anmeldungen"),
        "{german}"
    );
    // Of an event that does not take place at all.
    world.line("event cancel treffen").success();
    world.write(
        "more.csv",
        "Name;E-Mail;Session\nGerd Hahn;g@hahn.example;Session A\n",
    );
    let told = world.run(&["import", "more.csv"]).code(0);
    let note = "the event is cancelled; 1 registration is kept, but nobody is expected: line 2";
    assert!(told.stdout.contains(note), "{told}");
}
