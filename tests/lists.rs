//! Printed lists and letters: when and where it was, and what is said of changes that come to nothing.

use std::io::Read as _;

use crate::support::World;

/// Runs each command line, given as one text with `|` between its words.
#[track_caller]
fn all(world: &World, lines: &[&str]) {
    for line in lines {
        let words: Vec<&str> = line.split('|').collect();
        world.run(&words).success();
    }
}

/// A day in March with a session, and two people who signed up.
fn one_day() -> World {
    let mut world = World::with_file();
    world.set_now("2026-03-01T10:00:00+01:00");
    all(
        &world,
        &[
            "event|add|Spring meeting|--start|2026-03-12 09:00|--end|17:00|--place|Kiel",
            "session|add|Opening|--slug|opening|--start|09:30|--end|09:45",
            "person|add|Anna Müller|--organisation|BioCluster Nord",
            "person|add|Jan Becker|--organisation|Photonik Süd",
            "signup|add|1|2|--session|opening",
        ],
    );
    world
}

const LISTS: [&[&str]; 7] = [
    &["sign-in"],
    &["attendance"],
    &["attendance", "--by", "person"],
    &["sessions"],
    &["no-shows"],
    &["organisations"],
    &["curve"],
];

/// The first sheet of a workbook as XML.
fn sheet(bytes: Vec<u8>) -> String {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut sheet = book.by_name("xl/worksheets/sheet1.xml").unwrap();
    sheet.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_list_says_once_when_and_where_it_was() {
    let world = one_day();
    let said = [
        (
            "en",
            "Thursday, 12 March 2026, 09:00–17:00 (Europe/Berlin)",
            "Place: Kiel",
        ),
        (
            "de",
            "Donnerstag, 12. März 2026, 09:00–17:00 Uhr (Europe/Berlin)",
            "Ort: Kiel",
        ),
    ];
    for (language, date, place) in said {
        for list in LISTS {
            let words = [&["--lang", language, "report"], list].concat();
            let text = world.run(&words).success();
            let mut lines = text.lines();
            let title = lines.next().unwrap();
            assert!(title.contains("Spring meeting"), "{text}");
            assert_eq!(lines.next(), Some(date), "{text}");
            assert_eq!(lines.next(), Some(place), "{text}");
            assert_eq!(text.matches(date).count(), 1, "{text}");

            let markdown = world.run(&[&words, &["--format", "markdown"][..]].concat());
            let markdown = markdown.success();
            let below = format!("\n\n- {date}\n- {place}\n");
            assert!(markdown.contains(&below), "{markdown}");

            let page = world.run(&[&words, &["--format", "html"][..]].concat());
            let page = page.success().replace("&#x2f;", "/");
            let facts = format!("<p class=\"fact\">{date}</p>\n<p class=\"fact\">{place}</p>");
            assert_eq!(page.matches(&facts).count(), 1, "{page}");

            let path = world.path().join("list.xlsx");
            world
                .run(&[&words, &["-o", "list.xlsx"][..]].concat())
                .success();
            let header = sheet(std::fs::read(&path).unwrap());
            assert!(header.contains(&format!("{date} · {place}")), "{header}");
            std::fs::remove_file(path).unwrap();

            // Programs have it nowhere among the rows.
            for format in ["csv", "json"] {
                let rows = world.run(&[&words, &["--format", format][..]].concat());
                assert!(!rows.success().contains(date), "{list:?}");
            }
        }
    }
}

#[test]
fn every_sheet_of_paper_to_sign_has_the_date() {
    let world = one_day();
    all(
        &world,
        &[
            "session|add|Closing|--slug|closing|--start|16:00|--end|16:45",
            "signup|add|1|--session|closing",
        ],
    );
    let page = world
        .run(&["report", "sign-in", "--format", "html"])
        .success()
        .replace("&#x2f;", "/");
    let above = "<p class=\"above\">Sign-in list: Spring meeting · Thursday, 12 March 2026, 09:00–17:00 \
                 (Europe/Berlin) · Place: Kiel</p>";
    assert_eq!(page.matches(above).count(), 2, "{page}");
}

#[test]
fn the_pages_of_a_dossier_have_the_date() {
    let world = one_day();
    world.run(&["report", "dossier", "-o", "dossier"]).success();
    for name in [
        "sign-in.html",
        "attendance.html",
        "attendance-by-person.html",
        "sessions.html",
        "organisations.html",
        "no-shows.html",
        "curve.html",
        "report.html",
    ] {
        let page = std::fs::read_to_string(world.path().join("dossier").join(name)).unwrap();
        assert_eq!(
            page.matches("<p class=\"fact\">Thursday, 12 March 2026,")
                .count(),
            1,
            "{name}"
        );
    }
}

#[test]
fn a_session_of_another_day_shows_its_date() {
    let world = one_day();
    all(
        &world,
        &[
            "session|add|Night|--slug|night|--start|2026-03-12 09:00|--end|2026-03-13 09:20",
            "session|add|Walk|--slug|walk|--start|2026-03-14 10:00|--end|2026-03-14 11:00",
            "signup|add|1|--session|night",
            "signup|add|1|--session|walk",
        ],
    );
    let list = world.run(&["report", "sign-in"]).success();
    for span in [
        "\n09:30–09:45 · ",
        "\n12 March 2026 09:00 – 13 March 2026 09:20 · ",
        "\n14 March 2026 10:00–11:00 · ",
    ] {
        assert!(list.contains(span), "{list}");
    }
    // The columns of times say it as well.
    let sessions = world.run(&["report", "sessions"]).success();
    assert!(sessions.contains("2026-03-14 10:00"), "{sessions}");
    assert!(!sessions.contains("2026-03-12 09:30"), "{sessions}");
}
