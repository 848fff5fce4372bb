//! Who is meant: real files in, the exports out, and no guess in between.

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
