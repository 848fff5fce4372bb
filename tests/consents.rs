//! What people agreed to: read from forms, said to the organiser, and respected by lists and letters.

use serde_json::Value;

use crate::support::World;

const FORM: &str = "\
Zeitstempel;Vorname;Nachname;E-Mail;Darf Ihr Name auf der Teilnehmerliste erscheinen?;Ich möchte den Newsletter erhalten;Sind Sie mit Fotoaufnahmen einverstanden?;Ich stimme der Aufzeichnung zu
2026-03-01 10:00;Anna;Amsel;anna@example.org;ja;ja;nein;ja
2026-03-01 11:00;Berta;Bussard;berta@example.org;nein;nein;ja;
2026-03-01 12:00;Carl;Coot;carl@example.org;ja;;vielleicht;nein
";

fn world() -> World {
    let mut world = World::with_file();
    world.set_now("2026-03-02T10:00:00+01:00");
    world
        .line("event add 'Spring meeting' --slug spring --start '2026-03-12 09:00' --end 17:00")
        .success();
    world
}

fn with_form() -> World {
    let world = world();
    world.write("form.csv", FORM);
    world.run(&["import", "form.csv"]).success();
    world
}

/// Returns what is on file of somebody, as `purpose=yes` with the line.
fn consents(world: &World, person: &str) -> Vec<(String, bool, Value)> {
    let shown = world.run(&["person", "show", person, "--format", "json"]);
    let shown: Value = serde_json::from_str(&shown.success()).unwrap();
    let rows = shown[0]["consents"].as_array().unwrap().iter();
    let said = |row: &Value| {
        let purpose = row["purpose"].as_str().unwrap().to_owned();
        (
            purpose,
            row["given"].as_bool().unwrap(),
            row["line"].clone(),
        )
    };
    rows.map(said).collect()
}

/// Returns the given names in a table.
fn names(world: &World, arguments: &[&str]) -> Vec<String> {
    let told = world.run(&[arguments, &["--format", "json"]].concat());
    let rows: Value = serde_json::from_str(&told.success()).unwrap();
    let rows = rows.as_array().unwrap().iter();
    let name = |row: &Value| {
        let text = row["given_name"].as_str().or(row["name"].as_str());
        text.unwrap().to_owned()
    };
    rows.map(name).collect()
}

#[test]
fn a_form_says_what_people_agree_to_and_where_they_said_it() {
    let world = world();
    world.write("form.csv", FORM);
    let told = world.line("inspect form.csv --format json");
    let told = told.success();
    for field in ["participants", "newsletter", "photographs", "recording"] {
        assert!(
            told.contains(&format!("\"consent:{field}\"")),
            "{field}: {told}"
        );
    }
    let told = world.run(&["import", "form.csv"]).success();
    // An answer that neither agrees nor refuses is reported, and is not a consent.
    assert!(
        told.contains("`vielleicht` neither agrees nor refuses"),
        "{told}"
    );
    let said = |purpose: &str, given, line: i64| (purpose.to_owned(), given, Value::from(line));
    assert_eq!(
        consents(&world, "Anna Amsel"),
        [
            said("newsletter", true, 2),
            said("participants", true, 2),
            said("photographs", false, 2),
            said("recording", true, 2),
        ]
    );
    assert_eq!(
        consents(&world, "Carl Coot"),
        [said("participants", true, 4), said("recording", false, 4)]
    );
    let shown = world.line("person show 1").success();
    assert!(shown.contains("form.csv"), "{shown}");
    assert!(shown.contains("2026-03-01 10:00"), "{shown}");
    // They are answers of the form all the same, and come back with an export.
    let answers = world.run(&["export", "signups"]).success();
    assert!(answers.contains("vielleicht"), "{answers}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    world.run(&["undo"]).success();
    assert!(!world.dump().contains("consent\t"));
}

#[test]
fn a_question_in_other_words_is_mapped_and_one_that_may_mean_the_contrary_is_named() {
    let world = world();
    world.write(
        "form.csv",
        "Name;E-Mail;Datum;Mailings;Ich möchte nicht fotografiert werden\n\
         Anna Amsel;anna@example.org;2026-03-01 10:00;ja;ja\n",
    );
    let told = world
        .line("import form.csv --map Mailings=consent:newsletter")
        .success();
    assert!(
        told.contains("--map 'Ich möchte nicht fotografiert werden=consent:photographs'"),
        "{told}"
    );
    let all = consents(&world, "1");
    assert_eq!(all, [("newsletter".to_owned(), true, Value::from(2))]);
}

#[test]
fn a_newer_word_goes_before_an_older_one() {
    let mut world = with_form();
    let newsletter = |world: &World| {
        let all = consents(world, "1");
        all.into_iter().find(|it| it.0 == "newsletter").unwrap().1
    };
    assert!(newsletter(&world));
    world.set_now("2026-03-05T10:00:00+01:00");
    world
        .line("person edit 1 --consent newsletter=no --event spring")
        .success();
    assert!(!newsletter(&world));
    // A form that was sent before they said so does not change it, and one that was sent later does.
    for (sent, answer, holds) in [("2026-03-04", "ja", false), ("2026-03-06", "ja", true)] {
        world.write(
            "more.csv",
            format!(
                "Zeitstempel;Vorname;Nachname;E-Mail;Ich möchte den Newsletter erhalten;Hotel\n\
                 {sent} 10:00;Anna;Amsel;anna@example.org;{answer};{sent}\n"
            ),
        );
        world.run(&["import", "more.csv"]).success();
        assert_eq!(newsletter(&world), holds, "{sent}");
    }
    // An export that is imported again does not bring an older answer back.
    world
        .line("person edit 1 --consent newsletter=no --event spring")
        .success();
    world.line("export signups -o out.csv").success();
    world.run(&["import", "out.csv"]).success();
    assert!(!newsletter(&world));
}

#[test]
fn lists_to_hand_out_and_letters_go_by_it() {
    let world = with_form();
    assert_eq!(
        names(&world, &["report", "participants"]),
        ["Amsel, Anna", "Coot, Carl"]
    );
    assert_eq!(
        names(&world, &["export", "mailing"]),
        ["Anna", "Berta", "Carl"]
    );
    let subscribers = &["export", "mailing", "--consent", "newsletter"];
    assert_eq!(names(&world, subscribers), ["Anna"]);
    // The organiser was told otherwise.
    world
        .line("person edit 1 --consent participants=no")
        .success();
    world
        .line("person edit 2 --consent participants=yes --consent newsletter=ja")
        .success();
    assert_eq!(
        names(&world, &["report", "participants"]),
        ["Bussard, Berta", "Coot, Carl"]
    );
    assert_eq!(names(&world, subscribers), ["Anna", "Berta"]);
    // A yes does not help whose data is restricted.
    let before = world.dump();
    for (option, back) in [
        ("--restrict", "--unrestrict"),
        ("--object", "--withdraw-objection"),
    ] {
        world.run(&["person", "edit", "2", option]).success();
        assert_eq!(names(&world, &["report", "participants"]), ["Coot, Carl"]);
        assert_eq!(names(&world, &["export", "mailing"]), ["Anna", "Carl"]);
        assert_eq!(names(&world, subscribers), ["Anna"]);
        let told = world.run(&["export", "mailing"]).code(0).stderr;
        assert!(told.contains("1 more person is not written to"), "{told}");
        let shown = world.line("person show 2").success();
        let word = if option == "--restrict" {
            "restricted"
        } else {
            "objects to use"
        };
        assert!(shown.contains(word), "{shown}");
        world.run(&["person", "edit", "2", back]).success();
        assert_eq!(world.dump(), before);
    }
    let told = world
        .line("person edit 2 --consent newsletter=perhaps")
        .code(2);
    assert!(told.stderr.contains("newsletter=no"), "{told}");
}

#[test]
fn nobody_agreed_to_what_nobody_was_asked() {
    let world = world();
    world.line("person add 'Anna Amsel'").success();
    world
        .line("session add Opening --start 09:30 --end 10:00")
        .success();
    world.line("signup add 1 --session opening").success();
    let told = world.line("export mailing --consent newsletter").code(1);
    assert!(told.stderr.contains("no form of the event asked"), "{told}");
    let told = world.run(&["report", "participants"]).code(0);
    assert!(told.stderr.contains("no form of the event asked"), "{told}");
    assert!(told.stdout.contains("Amsel"), "{told}");
    world
        .line("person edit 1 --consent participants=no")
        .success();
    assert!(
        !world
            .run(&["report", "participants"])
            .success()
            .contains("Amsel")
    );
}

#[test]
fn what_two_records_said_becomes_the_newest_word_of_one() {
    let mut world = with_form();
    world.line("person add 'Anna Drossel'").success();
    world.set_now("2026-03-06T10:00:00+01:00");
    for consent in ["newsletter=no", "recording=no"] {
        let said = [
            "person",
            "edit",
            "4",
            "--consent",
            consent,
            "--event",
            "spring",
        ];
        world.run(&said).success();
    }
    world.line("person edit 4 --restrict").success();
    let before = world.dump();
    world.line("person merge 4 1").success();
    let given: Vec<bool> = consents(&world, "1").into_iter().map(|it| it.1).collect();
    assert_eq!(given, [false, true, false, false]);
    let shown = world.line("person show 1").success();
    assert!(shown.contains("restricted"), "{shown}");
    assert_eq!(world.run(&["check"]).success(), "sound\n");
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn an_export_of_people_brings_along_how_their_data_may_be_used() {
    let mut world = with_form();
    world.set_now("2026-03-05T10:00:00+01:00");
    let said: [&[&str]; 3] = [
        &[
            "person",
            "edit",
            "1",
            "--consent",
            "newsletter=no",
            "--event",
            "spring",
        ],
        &["person", "edit", "2", "--restrict", "--object"],
        &["person", "edit", "3", "--consent", "photographs=yes"],
    ];
    for line in said {
        world.run(line).success();
    }
    world.line("export all -o all.xlsx").success();
    let copy = World::with_file();
    std::fs::copy(world.path().join("all.xlsx"), copy.path().join("all.xlsx")).unwrap();
    copy.run(&["import", "all.xlsx"]).success();
    for person in ["1", "2", "3"] {
        let given = |world: &World| -> Vec<(String, bool)> {
            let all = consents(world, person).into_iter();
            all.map(|(purpose, given, _)| (purpose, given)).collect()
        };
        assert_eq!(given(&copy), given(&world), "{person}");
    }
    let shown = copy.line("person show 2").success();
    assert!(
        shown.contains("restricted") && shown.contains("objects to use"),
        "{shown}"
    );
    let people = |world: &World| world.run(&["export", "people"]).success();
    assert_eq!(people(&copy), people(&world));
    // The same again changes nothing, and a word of today stays.
    let before = copy.dump();
    copy.run(&["import", "all.xlsx"]).success();
    assert_eq!(copy.dump(), before);
}

#[test]
fn what_the_second_of_two_said_goes_with_the_rows_it_was_read_in() {
    let world = world();
    let head = "Zeitstempel;Vorname;Nachname;E-Mail;Session;Ich möchte den Newsletter erhalten;Sind Sie mit Fotoaufnahmen einverstanden?\n";
    for (title, start) in [("Session A", "10:00"), ("Session B", "12:00")] {
        let line = ["session", "add", title, "--start", start, "--end", "13:00"];
        world.run(&line).success();
    }
    // Two people of one name and address: the later row of Anna is her daughter's.
    let rows = [
        "2026-03-01 10:00;Anna;Amsel;anna@example.org;Session A;ja;nein\n",
        "2026-03-01 11:00;Anna;Amsel;anna@example.org;Session B;nein;\n",
    ];
    world.write("one.csv", format!("{head}{}", rows[0]));
    world.run(&["import", "one.csv"]).success();
    world.write("two.csv", format!("{head}{}", rows[1]));
    world.run(&["import", "two.csv"]).success();
    world.line("person edit 1 --consent recording=no").success();
    let before = world.dump();
    // What is cancelled is row 2, what is chosen last is row 3.
    let told = world.line("person split 1 --rows 3").code(0);
    assert!(
        told.stderr.contains("agreed to or refused in 1 answer"),
        "{told}"
    );
    let said = |person: &str| -> Vec<(String, bool)> {
        let all = consents(&world, person).into_iter();
        all.map(|(what, given, _)| (what, given)).collect()
    };
    assert!(
        said("2").contains(&("newsletter".to_owned(), false)),
        "{:?}",
        said("2")
    );
    let hers = said("1");
    assert!(
        hers.contains(&("photographs".to_owned(), false)),
        "{hers:?}"
    );
    assert!(hers.contains(&("recording".to_owned(), false)), "{hers:?}");
    assert!(
        !hers.iter().any(|(what, _)| what == "newsletter"),
        "{hers:?}"
    );
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
}

#[test]
fn what_each_of_two_said_is_theirs_again_after_a_merge_and_a_split() {
    let world = world();
    for (title, start) in [("Session A", "10:00"), ("Session B", "12:00")] {
        let line = ["session", "add", title, "--start", start, "--end", "13:00"];
        world.run(&line).success();
    }
    world.write(
        "form.csv",
        "Zeitstempel;Name;E-Mail;Session;Ich möchte den Newsletter erhalten;Sind Sie mit Fotoaufnahmen einverstanden?\n\
         2026-03-01 10:00;Anna Amsel;anna@example.org;Session A;ja;nein\n\
         2026-03-01 11:00;Berta Bussard;berta@example.org;Session B;nein;\n",
    );
    world.run(&["import", "form.csv"]).success();
    let (anna, berta) = (consents(&world, "1"), consents(&world, "2"));
    world.line("person merge 2 1").success();
    assert_ne!(consents(&world, "1"), anna);
    let shown = world.line("person show 1 --format json");
    let shown: Value = serde_json::from_str(&shown.success()).unwrap();
    let rows = shown[0]["rows"].as_array().unwrap();
    let place = rows
        .iter()
        .position(|it| it["session"] == "session-b")
        .unwrap()
        + 1;
    let place = place.to_string();
    world
        .run(&["person", "split", "1", "--rows", &place])
        .success();
    assert_eq!(consents(&world, "1"), anna);
    assert_eq!(consents(&world, "3"), berta);
    world.run(&["undo"]).success();
    world.run(&["undo"]).success();
    assert_eq!(consents(&world, "1"), anna);
    assert_eq!(consents(&world, "2"), berta);
}
