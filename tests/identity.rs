//! Who is meant: real files in, the exports out, and no guess in between.

use rollcall::intake::Request;

use super::desk::Desk;

/// An event without limits.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
autumn,,Autumn meeting,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,Online,
autumn,opening,Opening,plenary,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,,,,,
";

/// Imports sign-ups: name, address, organisation.
fn imported(rows: &[(&str, &str, &str)]) -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    let mut file = "Registration time;Name;E-Mail;Organisation;Session\n".to_owned();
    for (minute, (name, address, organisation)) in rows.iter().enumerate() {
        let row =
            format!("2020-09-07 08:{minute:02};\"{name}\";{address};\"{organisation}\";opening\n");
        file.push_str(&row);
    }
    let outcome = desk.import("form.csv", file.as_bytes());
    assert_eq!(
        outcome.value[0].rejected, 0,
        "{:?}",
        outcome.value[0].problems
    );
    desk.check();
    desk
}

/// Returns columns of an export, row by row, cells joined with `|`.
fn columns(desk: &Desk, what: &str, wanted: &[&str]) -> Vec<String> {
    let export = desk.export(what);
    let mut reader = csv::Reader::from_reader(export.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let places: Vec<usize> = wanted
        .iter()
        .map(|name| {
            headings
                .iter()
                .position(|heading| heading == *name)
                .unwrap()
        })
        .collect();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cells: Vec<&str> = places.iter().map(|place| &record[*place]).collect();
            cells.join("|")
        })
        .collect()
}

/// Returns everybody on file: title, given name, family name, addresses.
fn people(desk: &Desk) -> Vec<String> {
    columns(
        desk,
        "people",
        &[
            "title",
            "given_name",
            "family_name",
            "email",
            "other_emails",
        ],
    )
}

/// Returns how many questions are open.
fn questions(desk: &Desk) -> i64 {
    desk.read().open_reviews().unwrap()
}

#[test]
fn five_people_with_one_mailbox_stay_five() {
    for mailbox in [
        "info@foodwerk.example.org",
        "clusterteam@foodwerk.example.org",
    ] {
        let desk = imported(&[
            ("Petra Huber", mailbox, "Foodwerk Emsland"),
            ("Max Huber", mailbox, "Foodwerk Emsland"),
            ("Svenja Brinkmann", mailbox, "Foodwerk Emsland"),
            ("Ole Tiedemann", mailbox, "Foodwerk Emsland"),
            ("Dr. Karim Wesseling", mailbox, "Foodwerk Emsland"),
        ]);
        assert_eq!(
            people(&desk),
            [
                format!("|Petra|Huber|{mailbox}|"),
                format!("|Max|Huber|{mailbox}|"),
                format!("|Svenja|Brinkmann|{mailbox}|"),
                format!("|Ole|Tiedemann|{mailbox}|"),
                format!("Dr.|Karim|Wesseling|{mailbox}|"),
            ]
        );
        assert_eq!(questions(&desk), 0);
        assert_eq!(columns(&desk, "signups", &["family_name"]).len(), 5);
    }
}

#[test]
fn two_namesakes_of_two_organisations_stay_two() {
    let desk = imported(&[
        (
            "Michael Schäfer",
            "michael.schaefer@automation.example.org",
            "Automation Sieg",
        ),
        (
            "Michael Schäfer",
            "m.schaefer@windkraft.example.org",
            "Windkraftkreis Hunsrück",
        ),
    ]);
    assert_eq!(
        people(&desk),
        [
            "|Michael|Schäfer|michael.schaefer@automation.example.org|",
            "|Michael|Schäfer|m.schaefer@windkraft.example.org|",
        ]
    );
    assert_eq!(questions(&desk), 0);
}

#[test]
fn one_person_written_in_every_way_is_one() {
    for spelling in [
        "Jörg Weißmüller",
        "Weißmüller, Jörg",
        "Dr. Jörg Weißmüller",
        "Weißmüller, Dr. Jörg",
        "JÖRG WEISSMÜLLER",
        "JÖRG WEIßMÜLLER",
        "jörg weißmüller",
        "Joerg Weissmueller",
        "Jorg Weissmuller",
        "WEISSMÜLLER Jörg",
        "  Jörg   Weißmüller ",
        "Jörg\u{a0}Weißmüller",
        "Jo\u{308}rg Weißmu\u{308}ller",
        "Herr Jörg Weißmüller",
        "Jörg Weißmüller, Dr.",
    ] {
        for (address, organisation) in [
            ("j.weissmueller@photonik.example.org", "Photonik Süd"),
            ("J.Weissmueller@PHOTONIK.example.org ", ""),
            ("", "Photonik Süd"),
            ("", ""),
        ] {
            let desk = imported(&[
                (
                    "Jörg Weißmüller",
                    "j.weissmueller@photonik.example.org",
                    "Photonik Süd",
                ),
                (spelling, address, organisation),
            ]);
            let names = columns(&desk, "people", &["given_name", "family_name", "email"]);
            assert_eq!(
                names,
                ["Jörg|Weißmüller|j.weissmueller@photonik.example.org"],
                "{spelling:?}, {address:?}, {organisation:?}"
            );
            assert_eq!(questions(&desk), 0, "{spelling:?}");
            // The second row is the registration's own, with the time of the newest submission.
            assert_eq!(
                columns(&desk, "signups", &["session", "status"]),
                ["opening|confirmed", "|confirmed"]
            );
        }
    }
}

#[test]
fn the_better_spelling_stays() {
    let desk = imported(&[
        (
            "JOERG WEISSMUELLER",
            "j.weissmueller@photonik.example.org",
            "Photonik Süd",
        ),
        (
            "Dr. Jörg Weißmüller",
            "j.weissmueller@photonik.example.org",
            "Photonik Süd",
        ),
    ]);
    assert_eq!(
        people(&desk),
        ["Dr.|Jörg|Weißmüller|j.weissmueller@photonik.example.org|"]
    );
}

#[test]
fn one_organisation_in_every_spelling_is_one() {
    for spelling in [
        "Biocluster Nord",
        "BIOCLUSTER NORD",
        "biocluster nord e.v.",
        "BioCluster Nord eV",
        "BioCluster  Nord e. V.",
        "\u{201e}BioCluster Nord\u{201c} e.V.",
        "BioCluster-Nord e.V.",
    ] {
        let desk = imported(&[
            (
                "Anna Müller",
                "anna@biocluster-nord.example.org",
                "BioCluster Nord e.V.",
            ),
            (
                "Thomas Möller",
                "thomas@biocluster-nord.example.org",
                spelling,
            ),
        ]);
        assert_eq!(
            columns(&desk, "organisations", &["name"]),
            ["BioCluster Nord e.V."],
            "{spelling}"
        );
        assert_eq!(
            columns(&desk, "people", &["organisation"]),
            ["BioCluster Nord e.V.", "BioCluster Nord e.V."],
            "{spelling}"
        );
        assert_eq!(questions(&desk), 0, "{spelling}");
    }
}

#[test]
fn organisations_that_only_look_alike_stay_apart() {
    for other in [
        "BioCluster Süd e.V.",
        "BioCluster Nordost",
        "BioCluster Nord 2",
        "Photonik Nord e.V.",
    ] {
        let desk = imported(&[
            (
                "Anna Müller",
                "anna@biocluster-nord.example.org",
                "BioCluster Nord e.V.",
            ),
            ("Thomas Möller", "thomas@elsewhere.example.org", other),
        ]);
        assert_eq!(
            columns(&desk, "organisations", &["name"]),
            ["BioCluster Nord e.V.", other]
        );
    }
}

#[test]
fn small_words_of_a_name_stay_small() {
    for (written, given, family) in [
        ("Anna von der Heide", "Anna", "von der Heide"),
        ("von der Heide, Anna", "Anna", "von der Heide"),
        ("ANNA VON DER HEIDE", "Anna", "von der Heide"),
        ("Dr. Anna von der Heide", "Anna", "von der Heide"),
        ("Jan van den Berg", "Jan", "van den Berg"),
        ("Carla de la Cruz", "Carla", "de la Cruz"),
        ("Karl zu Hohenlinden", "Karl", "zu Hohenlinden"),
        ("Maria Anna von Roth", "Maria Anna", "von Roth"),
        ("Käthe Süßmühl-O'Neill", "Käthe", "Süßmühl-O'Neill"),
    ] {
        let desk = imported(&[(
            written,
            "someone@uni-auental.example.org",
            "Universität Auental",
        )]);
        assert_eq!(
            columns(&desk, "people", &["given_name", "family_name"]),
            [format!("{given}|{family}")],
            "{written}"
        );
    }
}

#[test]
fn separate_columns_mean_the_same_person_as_one() {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import(
        "one.csv",
        "Registration time;Name;E-Mail;Session\n\
         2020-09-07 08:00;Annegret von der Aue;annegret@textilring.example.org;opening\n"
            .as_bytes(),
    );
    desk.import(
        "two.csv",
        "Registration time;Titel;Vorname;Nachname;E-Mail;Session\n\
         2020-09-08 08:00;;ANNEGRET;VON DER AUE;annegret@textilring.example.org;opening\n\
         2020-09-08 09:00;;Dr. Annegret;von der Aue;;opening\n"
            .as_bytes(),
    );
    assert_eq!(
        people(&desk),
        ["Dr.|Annegret|von der Aue|annegret@textilring.example.org|"]
    );
    assert_eq!(questions(&desk), 0);
}

#[test]
fn near_names_are_asked_about_and_never_merged() {
    for (near, asked) in [
        // Whom a careful person would ask about.
        ("Kathrin Lindner", true),
        ("Katrin Lindtner", true),
        ("K. Lindner", true),
        // Two colleagues.
        ("Karsten Lindner", false),
        ("Katrin Schulz", false),
        ("Petra Vogel", false),
    ] {
        let desk = imported(&[
            (
                "Katrin Lindner",
                "k.lindner@leichtbau.example.org",
                "Leichtbau Saale",
            ),
            (near, "other@leichtbau.example.org", "Leichtbau Saale"),
        ]);
        assert_eq!(questions(&desk), i64::from(asked), "{near}");
        assert_eq!(people(&desk).len(), if asked { 1 } else { 2 }, "{near}");
        assert!(
            !desk
                .export("people")
                .contains("k.lindner@leichtbau.example.org,other@"),
            "{near}"
        );
    }
}

#[test]
fn an_address_alone_means_whoever_is_known_by_it() {
    let desk = imported(&[
        (
            "Katrin Lindner",
            "k.lindner@leichtbau.example.org",
            "Leichtbau Saale",
        ),
        ("", "K.LINDNER@leichtbau.example.org", ""),
    ]);
    assert_eq!(
        people(&desk),
        ["|Katrin|Lindner|k.lindner@leichtbau.example.org|"]
    );
    assert_eq!(questions(&desk), 0);
}

#[test]
fn a_name_of_two_people_on_file_is_asked_about() {
    let mut desk = imported(&[
        (
            "Michael Schäfer",
            "michael.schaefer@automation.example.org",
            "Automation Sieg",
        ),
        (
            "Michael Schäfer",
            "m.schaefer@windkraft.example.org",
            "Windkraftkreis Hunsrück",
        ),
    ]);
    desk.import(
        "more.csv",
        "Registration time;Name;E-Mail;Organisation;Session\n\
         2020-09-09 08:00;Schäfer, Michael;;;opening\n\
         2020-09-09 09:00;Schäfer, Michael;;Automation Sieg GmbH;opening\n"
            .as_bytes(),
    );
    assert_eq!(people(&desk).len(), 2);
    assert_eq!(questions(&desk), 1);
}

#[test]
fn an_answer_is_remembered_by_the_next_file() {
    let row =
        "2020-09-09 08:00;Kathrin Lindner;kathrin@leichtbau.example.org;Leichtbau Saale;opening\n";
    let file = |row: &str| format!("Registration time;Name;E-Mail;Organisation;Session\n{row}");
    for (answer, count) in [("same", 1), ("new", 2)] {
        let mut desk = imported(&[(
            "Katrin Lindner",
            "k.lindner@leichtbau.example.org",
            "Leichtbau Saale",
        )]);
        desk.import("a.csv", file(row).as_bytes());
        assert_eq!(questions(&desk), 1);
        desk.run(&["review", "1", answer]).success();
        assert_eq!(people(&desk).len(), count, "{answer}");
        desk.check();
        let later = row.replace("09-09", "09-10").replace("opening", "");
        let outcome = desk.import("b.csv", file(&later).as_bytes());
        assert_eq!(outcome.value[0].review, 0, "{answer}");
        assert_eq!(people(&desk).len(), count, "{answer}");
        assert_eq!(questions(&desk), 0, "{answer}");
    }
}

/// Two events, each with a session `a`, and one of them with a session `b`.
const TWO_EVENTS: &str = "\
event,slug,title,kind,start,end,capacity,drop_in,room,speakers,timezone,place,rule
fruehling,,Frühlingstreffen,event,2020-05-08T10:00:00+02:00,2020-05-08T18:00:00+02:00,,,,,Europe/Berlin,,
fruehling,a,Erste Runde,breakout,2020-05-08T10:00:00+02:00,2020-05-08T11:00:00+02:00,,no,,,,,
herbst,,Herbsttreffen,event,2020-10-08T10:00:00+02:00,2020-10-08T18:00:00+02:00,,,,,Europe/Berlin,,
herbst,a,Zweite Runde,breakout,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no,,,,,
herbst,b,Dritte Runde,breakout,2020-10-08T12:00:00+02:00,2020-10-08T13:00:00+02:00,,no,,,,,
";

#[test]
fn a_row_that_names_its_event_chooses_among_its_sessions() {
    let file = "Event;Name;E-Mail;Session\n\
         fruehling;Anna Amsel;anna@example.org;a\n\
         herbst;Anna Amsel;anna@example.org;a\n\
         Herbsttreffen;Bert Buche;bert@example.org;a\n\
         fruehling;Bert Buche;bert@example.org;b\n";
    for event in [None, Some("fruehling"), Some("herbst")] {
        let mut desk = Desk::with_programme(TWO_EVENTS);
        let request = Request {
            event: event.map(str::to_owned),
            ..super::desk::request()
        };
        let outcome = desk
            .import_as(&[("form.csv", file.as_bytes())], &request)
            .unwrap();
        let lines: Vec<u64> = outcome.value[0].problems.iter().map(|it| it.line).collect();
        assert_eq!(lines, [5], "{event:?}: {:?}", outcome.value[0].problems);
        desk.check();
        assert_eq!(
            columns(&desk, "signups", &["event", "session", "given_name"]),
            ["fruehling|a|Anna", "herbst|a|Anna", "herbst|a|Bert"],
            "{event:?}"
        );
        // A change of mind stays within its event.
        let later = "Event;Name;E-Mail;Session\nherbst;Anna Amsel;anna@example.org;b\n";
        desk.import_as(&[("later.csv", later.as_bytes())], &request)
            .unwrap();
        desk.check();
        let standing = columns(
            &desk,
            "signups",
            &["event", "session", "given_name", "status"],
        );
        assert!(standing.contains(&"fruehling|a|Anna|confirmed".to_owned()));
        assert!(standing.contains(&"herbst|b|Anna|confirmed".to_owned()));
    }
}

#[test]
fn a_list_of_those_present_may_name_several_events() {
    let mut desk = Desk::with_programme(TWO_EVENTS);
    let list = "Event;Session;Name;E-Mail\n\
         fruehling;a;Anna Amsel;anna@example.org\n\
         Herbsttreffen;b;Anna Amsel;anna@example.org\n\
         fruehling;b;Anna Amsel;anna@example.org\n";
    let request = Request {
        options: rollcall::import::Options {
            kind: Some(rollcall::import::Kind::Attendance),
            ..rollcall::import::Options::default()
        },
        ..super::desk::request()
    };
    let outcome = desk
        .import_as(&[("present.csv", list.as_bytes())], &request)
        .unwrap();
    assert_eq!(outcome.value[0].rejected, 1);
    assert_eq!(
        columns(&desk, "attendance", &["event", "session", "recorded_email"]),
        ["fruehling|a|anna@example.org", "herbst|b|anna@example.org"]
    );
    desk.check();
}

#[test]
fn a_programme_brings_the_event_that_is_named() {
    let mut desk = Desk::new();
    let request = |event: &str| Request {
        event: Some(event.to_owned()),
        ..super::desk::request()
    };
    let programme: (&str, &[u8]) = ("programme.csv", TWO_EVENTS.as_bytes());
    assert!(desk.import_as(&[programme], &request("sommer")).is_err());
    desk.import_as(&[programme], &request("herbst")).unwrap();
    let mut desk = Desk::new();
    let form: (&str, &[u8]) = (
        "form.csv",
        b"Name;E-Mail;Session\nAnna Amsel;anna@example.org;b\n",
    );
    assert!(desk.import_as(&[form], &request("herbst")).is_err());
    desk.import_as(&[form, programme], &request("herbst"))
        .unwrap();
    assert_eq!(
        columns(&desk, "signups", &["event", "session"]),
        ["herbst|b"]
    );
    desk.check();
}

#[test]
fn stays_of_unknown_addresses_are_asked_about_one_by_one() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let list = "E-Mail\none@example.org\ntwo@example.org\nthree@example.org\n";
    let request = attendance_of("opening");
    let outcome = desk
        .import_as(&[("present.csv", list.as_bytes())], &request)
        .unwrap();
    assert_eq!(outcome.value[0].review, 3);
    assert_eq!(questions(&desk), 3);
    assert_eq!(columns(&desk, "attendance", &["session"]).len(), 3);
    let asked = desk.line("--format csv review").success();
    assert!(
        asked.contains("Who was the person of line 3 in `opening`?"),
        "{asked}"
    );
    assert!(!asked.contains('@'), "{asked}");
    desk.check();
}

/// Returns an import of a list of those present in a session.
fn attendance_of(session: &str) -> Request {
    Request {
        session: Some(session.to_owned()),
        ..super::desk::request()
    }
}

#[test]
fn an_answer_about_one_settles_nothing_about_another() {
    // Two of one name, and a stay of a third organisation's: nobody can tell.
    let mut desk = imported(&[
        ("Anna Amsel", "anna@nord.example.org", "Cluster Nord"),
        ("Anna Amsel", "anna@sued.example.org", "Photonik Süd"),
        ("Hans Habicht", "hans@nord.example.org", "Cluster Nord"),
    ]);
    let list = "Name;Organisation\nAnna Amsel;Leichtbau West\nHanz Habicht;Leichtbau West\n";
    desk.import_as(
        &[("present.csv", list.as_bytes())],
        &attendance_of("opening"),
    )
    .unwrap();
    assert_eq!(questions(&desk), 2);
    desk.line("review 2 person 'Hans Habicht'").success();
    assert_eq!(questions(&desk), 1);
    assert_eq!(
        columns(&desk, "attendance", &["recorded_name", "person_id"]),
        ["Anna Amsel|", "Hanz Habicht|3"]
    );
    desk.check();
}

#[test]
fn a_number_used_twice_over_means_two() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let heading = "id,title,given_name,family_name,email,other_emails,phone,role,organisation,language,aliases\n";
    let file = format!(
        "{heading}5,,Anna,Amsel,anna@example.org,,,,,,\n5,,Bert,Buche,bert@example.org,,,,,,\n"
    );
    desk.import("people.csv", file.as_bytes());
    assert_eq!(
        columns(&desk, "people", &["given_name", "email"]),
        ["Anna|anna@example.org", "Bert|bert@example.org"]
    );
    // Two of whom nothing but the number is known apart.
    let file = format!("{heading}7,,Cora,Cerny,,,,,,,\n8,,Cora,Cerny,,,,,,,\n");
    desk.import("more.csv", file.as_bytes());
    assert_eq!(people(&desk).len(), 4);
    assert_eq!(questions(&desk), 0);
    desk.check();
}

#[test]
fn the_same_programme_again_takes_no_correction_back() {
    let mut desk = Desk::with_programme(TWO_EVENTS);
    let organisations = "name,country\nCluster Nord,DE\n";
    desk.import("organisations.csv", organisations.as_bytes());
    desk.line("--event herbst session edit a --capacity 7")
        .success();
    desk.line("organisation edit 'Cluster Nord' --country AT")
        .success();
    let before = desk.dump();
    desk.import("programme.csv", TWO_EVENTS.as_bytes());
    desk.import("organisations.csv", organisations.as_bytes());
    assert_eq!(desk.dump(), before);
    let changed = TWO_EVENTS.replace(
        "2020-10-08T11:00:00+02:00,,no",
        "2020-10-08T11:30:00+02:00,9,no",
    );
    let outcome = desk.import("programme.csv", changed.as_bytes());
    assert_eq!(
        (outcome.value[0].updated, outcome.value[0].unchanged),
        (1, 4)
    );
    desk.check();
}

#[test]
fn what_an_answer_needs_may_be_gone() {
    let mut desk = imported(&[(
        "Katrin Lindner",
        "k.lindner@leichtbau.example.org",
        "Leichtbau Saale",
    )]);
    desk.import(
        "a.csv",
        "Registration time;Name;E-Mail;Organisation;Session\n\
         2020-09-09 08:00;Kathrin Lindner;kathrin@leichtbau.example.org;Leichtbau Saale;opening\n"
            .as_bytes(),
    );
    assert_eq!(questions(&desk), 1);
    // The candidate goes, with the file that brought her.
    let undone = desk.run(&["undo", "2"]);
    assert_eq!(undone.code, 0, "{undone}");
    let refused = desk.line("review 1 same");
    assert_eq!(refused.code, 1);
    assert!(
        refused.stderr.contains("is not on file any more"),
        "{refused}"
    );
    assert!(!refused.stderr.contains("FOREIGN"), "{refused}");
    // So does the session; the answer takes what is left.
    let undone = desk.run(&["undo", "1"]);
    if undone.code == 0 {
        let refused = desk.line("review 1 new");
        assert!(!refused.stderr.contains("FOREIGN"), "{refused}");
    } else {
        desk.line("review 1 new").success();
        assert_eq!(people(&desk).len(), 1);
    }
    desk.check();
}

#[test]
fn strict_takes_no_row_that_needs_an_answer() {
    let mut desk = imported(&[(
        "Katrin Lindner",
        "k.lindner@leichtbau.example.org",
        "Leichtbau Saale",
    )]);
    let before = desk.dump();
    let file = "Registration time;Name;E-Mail;Organisation;Session\n\
         2020-09-09 08:00;Kathrin Lindner;kathrin@leichtbau.example.org;Leichtbau Saale;opening\n";
    let request = Request {
        strict: true,
        ..super::desk::request()
    };
    match desk.import_as(&[("a.csv", file.as_bytes())], &request) {
        Err(rollcall::intake::IntakeError::Strict { problems, .. }) => {
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].1.line, 2);
            assert_eq!(problems[0].1.reason.in_english(), "it needs an answer");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(desk.dump(), before);
}

#[test]
fn rejects_never_overwrite_what_is_read() {
    let desk = Desk::with_programme(PROGRAMME);
    let path = desk.path().join("form.csv");
    let content = "Name;E-Mail;Session\nAnna Amsel;anna@example.org;nowhere\n";
    std::fs::write(&path, content).unwrap();
    let name = path.to_str().unwrap();
    let refused = desk.run(&["import", name, "--rejects", name]);
    assert_eq!(refused.code, 2, "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
}

#[test]
fn many_different_problems_are_told_in_part() {
    let desk = Desk::with_programme(PROGRAMME);
    let path = desk.path().join("form.csv");
    let mut content = "Name;E-Mail;Session\nAnna Amsel;anna@example.org;opening\n".to_owned();
    for number in 0..60 {
        content.push_str(&format!("Anna Amsel;anna@example.org;Nowhere x{number}x\n"));
    }
    std::fs::write(&path, content).unwrap();
    let told = desk.run(&["import", path.to_str().unwrap(), "--as", "signups"]);
    assert!(told.stdout.contains("  … and 10 more\n"), "{told}");
    assert!(!told.stdout.contains("x55x"), "{told}");
}
