//! What the documents of an event say of whoever holds it.

use crate::support::{World, without_age};

/// The smallest picture there is.
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

const FACTS: [&str; 16] = [
    "--organiser",
    "Cluster Nord e.V.",
    "--address",
    "Hafenstraße 1, 20457 Hamburg",
    "--contact",
    "info@cluster-nord.example",
    "--project",
    "Wasserstoff im Norden",
    "--funding-reference",
    "03XY1234",
    "--funder",
    "Gefördert durch das Ministerium für Wirtschaft",
    "--signatory",
    "Dr. Ida Blau",
    "--logo",
    "logo.svg",
];

/// A meeting with its facts, and one person who was there.
fn meeting() -> World {
    let world = World::with_file();
    world.write("logo.svg", SVG);
    world
        .line("event add Treffen --start '2020-10-08 10:00' --end 12:00")
        .success();
    let mut edit = vec!["event", "edit"];
    edit.extend(FACTS);
    world.run(&edit).success();
    world
        .line("session add Plenum --start 10:00 --end 12:00")
        .success();
    world.write(
        "list.csv",
        "Name;E-Mail;Status\nAnna Müller;anna@example.org;confirmed\n",
    );
    world.line("import list.csv --as signups").success();
    world
        .line("attendance set 'Anna Müller' plenum present --reason 'I saw her'")
        .success();
    world
}

#[test]
fn facts_are_set_shown_and_taken_away() {
    let world = meeting();
    let before = world.dump();
    let shown = world.line("event show --format json").success();
    for text in [
        "\"organiser\":\"Cluster Nord e.V.\"",
        "\"organiser_address\":\"Hafenstraße 1, 20457 Hamburg\"",
        "\"project_title\":\"Wasserstoff im Norden\"",
        "\"funding_reference\":\"03XY1234\"",
        "\"signatory\":\"Dr. Ida Blau\"",
        "\"logos\":[\"logo.svg\"]",
    ] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    world.line("event edit --organiser '' --logo ''").success();
    let shown = world.run(&["event", "show"]).success();
    assert!(!shown.contains("Cluster Nord"), "{shown}");
    assert!(!shown.contains("logo.svg"), "{shown}");
    assert!(shown.contains("03XY1234"), "{shown}");
    world.run(&["undo"]).success();
    assert_eq!(world.dump(), before);
    // Nothing changes where nothing is new.
    let again = world.line("event edit --signatory 'Dr. Ida Blau'").code(0);
    assert!(again.stderr.contains("nothing"), "{again}");
}

#[test]
fn documents_say_who_holds_the_event_and_who_signs() {
    let world = meeting();
    let list = world.line("report sign-in --format markdown").success();
    for text in [
        "Organiser: Cluster Nord e.V.",
        "Project: Wasserstoff im Norden (reference 03XY1234)",
        "Gefördert durch das Ministerium für Wirtschaft",
    ] {
        assert!(list.contains(text), "{text}: {list}");
    }
    let letter = world.line("report certificate --all --lang de").success();
    for text in [
        "Cluster Nord e.V. · Hafenstraße 1, 20457 Hamburg · info@cluster-nord.example",
        "Dr. Ida Blau, Cluster Nord e.V.",
        "Gefördert durch",
    ] {
        assert!(letter.contains(text), "{text}: {letter}");
    }
}

#[test]
fn logos_stand_in_every_page_and_are_read_when_it_is_written() {
    let world = meeting();
    let page = |arguments: &[&str]| {
        let mut all = vec!["report"];
        all.extend(arguments);
        all.extend(["--format", "html"]);
        world.run(&all)
    };
    for report in [
        &["sign-in"][..],
        &["event"],
        &["certificate", "--all"],
        &["history"],
    ] {
        let page = page(report).success();
        assert_eq!(page.matches("<img class=\"logo\"").count(), 1, "{report:?}");
        assert!(
            page.contains("data:image&#x2f;svg+xml;base64,PHN2Zy"),
            "{report:?}"
        );
    }
    world.line("report dossier -o dossier").success();
    let index = std::fs::read_to_string(world.path().join("dossier/index.html")).unwrap();
    assert!(index.contains("class=\"logo\""));
    let refused = world
        .line("report sign-in -o logo.svg --format html --force")
        .code(2);
    assert!(refused.stderr.contains("never replaced"), "{refused}");
    std::fs::remove_file(world.path().join("logo.svg")).unwrap();
    let missing = page(&["sign-in"]).code(1);
    for text in ["cannot read the logo `./logo.svg`", "--logo ''"] {
        assert!(missing.stderr.contains(text), "{text}: {missing}");
    }
    // What has no head needs no picture.
    world.line("report sign-in --format csv").success();
}

#[test]
fn what_is_no_picture_is_no_logo() {
    let world = meeting();
    world.write("logo.bmp", "BM");
    for (file, said) in [
        ("logo.bmp", "is not a picture that a document can show"),
        ("missing.png", "cannot read the logo"),
    ] {
        let refused = world.run(&["event", "edit", "--logo", file]).code(1);
        assert!(refused.stderr.contains(said), "{refused}");
    }
    let file = std::fs::File::create(world.path().join("large.png")).unwrap();
    file.set_len(3 << 20).unwrap();
    let refused = world.line("event edit --logo large.png").code(1);
    assert!(refused.stderr.contains("larger than 2 MB"), "{refused}");
}

#[test]
fn a_programme_brings_facts_and_takes_them_out_again() {
    let world = meeting();
    for language in ["en", "de", "fr"] {
        let file = format!("programme-{language}.csv");
        world
            .run(&["export", "programme", "-o", &file, "--lang", language])
            .success();
        let copy = format!("copy-{language}.db");
        let imported = world.run(&["--db", &copy, "import", &file]);
        assert_eq!(imported.code, 0, "{imported}");
        let export = |database: &str| {
            let export = ["--db", database, "export", "programme", "--format", "csv"];
            world.run(&export).success()
        };
        assert_eq!(export("rollcall.db"), export(&copy), "{language}");
        let again = world.run(&["--db", &copy, "import", &file]).code(0);
        assert!(again.stdout.contains("unchanged"), "{again}");
    }
    // Headings of one's own, and what an empty cell leaves alone.
    world.write(
        "mine.csv",
        "Art;Titel;Kürzel;Beginn;Ende;Veranstalter;Förderkennzeichen;Unterzeichnende Person\n\
         event;Treffen;treffen;08.10.2020 10:00;08.10.2020 12:00;Cluster Süd;;\n",
    );
    let imported = world.run(&["import", "mine.csv"]).code(0);
    assert!(imported.stdout.contains("1 updated"), "{imported}");
    let shown = world.run(&["event", "show"]).success();
    for text in ["Cluster Süd", "03XY1234", "Dr. Ida Blau"] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
}

#[test]
fn an_export_from_before_there_were_facts_still_comes_back() {
    let world = meeting();
    world.line("export programme -o new.csv").success();
    let new = std::fs::read_to_string(world.path().join("new.csv")).unwrap();
    // The columns behind the rule, but for the last one.
    let old: String = new
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let age = cells.last().unwrap();
            format!("{},{age}\n", cells[..13].join(","))
        })
        .collect();
    world.write("old.csv", &old);
    world.line("event edit --place Hamburg").success();
    let imported = world.run(&["import", "old.csv"]).code(0);
    assert!(
        imported
            .stdout
            .contains("(programme, rollcall, utf-8): 2 rows: 2 unchanged"),
        "{imported}"
    );
    let shown = world.run(&["event", "show"]).success();
    assert!(
        shown.contains("Hamburg") && shown.contains("Cluster Nord"),
        "{shown}"
    );
    assert!(without_age(&old).contains("timezone"));
}

#[test]
fn a_form_may_ask_for_the_same_words() {
    let world = World::with_file();
    world.line("event add T --start 2020-10-08").success();
    world.write(
        "form.csv",
        "Name;E-Mail;Zeitstempel;Veranstalter;Projekttitel\n\
         Anna Müller;anna@example.org;2020-09-01 10:00;IHK;Wasserstoff\n",
    );
    world.run(&["import", "form.csv"]).success();
    let signups = world.run(&["export", "signups"]).success();
    assert!(
        signups.contains("Veranstalter") && signups.contains("IHK"),
        "{signups}"
    );
}

#[test]
fn facts_come_with_the_files_of_one_step() {
    let world = World::new();
    world.write("logo.svg", SVG);
    world.write(
        "programme.csv",
        "kind,title,start,end,organiser,logos\nevent,Treffen,2020-10-08 10:00,2020-10-08 12:00,Cluster Nord,logo.svg\n",
    );
    let page = world
        .line("report sign-in programme.csv --blank 3 --format html")
        .success();
    assert!(
        page.contains("Organiser: Cluster Nord") && page.contains("class=\"logo\""),
        "{page}"
    );
}
