//! Documents for Word: every report becomes one, says what its page says, and is the same bytes again.

use std::io::{Cursor, Read as _};

use crate::support::World;

const DATABASE: &str = "rollcall-demo/rollcall.db";

/// A world with the demo's file.
fn demo() -> World {
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    world
}

/// Writes a document and returns its bytes.
fn document(world: &World, arguments: &[&str], name: &str) -> Vec<u8> {
    let mut all = arguments.to_vec();
    all.extend(["--db", DATABASE, "-o", name, "--force"]);
    world.run(&all).success();
    std::fs::read(world.path().join(name)).unwrap()
}

/// A part of a document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// What stands between tags, with the letters that tags cannot hold.
fn plain(text: &str) -> String {
    let letters = [
        ("&#x2f;", "/"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    letters
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The cells of a page's tables.
fn cells(page: &str) -> Vec<String> {
    let rows = page
        .split("<tbody>")
        .skip(1)
        .filter_map(|it| it.split("</tbody>").next());
    let cells = rows.flat_map(|rows| rows.split("</td>").flat_map(|it| it.split("</th>")));
    cells
        .filter_map(|cell| cell.rsplit_once('>').map(|(_, text)| plain(text)))
        .filter(|text| !text.trim().is_empty())
        .collect()
}

#[test]
fn a_document_says_what_its_page_says_in_both_languages_and_the_same_bytes_again() {
    let world = demo();
    for report in [
        &["report", "event"][..],
        &["report", "event", "--public"],
        &["report", "attendance"],
        &["report", "sign-in"],
        &["report", "sessions"],
        &["report", "organisations"],
        &["report", "no-shows"],
        &["report", "curve"],
        &["report", "history"],
        &["report", "certificate", "--all"],
        &["export", "people"],
    ] {
        for language in ["en", "de"] {
            let mut arguments = report.to_vec();
            arguments.extend(["--lang", language]);
            let page = String::from_utf8(document(&world, &arguments, "page.html")).unwrap();
            let bytes = document(&world, &arguments, "document.docx");
            let body = plain(&part(&bytes, "word/document.xml"));
            let cells = cells(&page);
            assert!(!cells.is_empty(), "{report:?}");
            for cell in cells {
                // Lines of a cell are pieces of a document.
                for line in cell.lines() {
                    assert!(
                        body.contains(&format!(">{line}</w:t>")),
                        "{report:?}: {line}"
                    );
                }
            }
            assert!(bytes == document(&world, &arguments, "again.docx"));
            let title = page.split("<title>").nth(1).unwrap();
            let title = plain(title.split("</title>").next().unwrap());
            let core = plain(&part(&bytes, "docProps/core.xml"));
            assert!(
                core.contains(&format!("<dc:title>{title}</dc:title>")),
                "{core}"
            );
            let tag = if language == "de" { "de-DE" } else { "en-GB" };
            assert!(part(&bytes, "word/styles.xml").contains(&format!("w:lang w:val=\"{tag}\"")));
        }
    }
}

#[test]
fn the_pictures_of_the_report_are_charts_with_its_numbers() {
    let world = demo();
    let bytes = document(&world, &["report", "event"], "report.docx");
    let bars = part(&bytes, "word/charts/chart1.xml");
    // Session B: 23 of 25 who were signed up came, and one more.
    for piece in [
        "<c:v>Session B: The role of clusters in economic…</c:v>",
        "<c:pt idx=\"3\"><c:v>23</c:v></c:pt>",
        "<c:pt idx=\"3\"><c:v>2</c:v></c:pt>",
        "<c:pt idx=\"3\"><c:v>1</c:v></c:pt>",
    ] {
        assert!(bars.contains(piece), "{piece}: {bars}");
    }
    // The minutes of the curve, one by one.
    let curve = part(&bytes, "word/charts/chart2.xml");
    let arguments = ["report", "curve", "--db", DATABASE, "--format", "csv"];
    let table = world.run(&arguments).success();
    for (place, row) in table.lines().skip(1).take(480).enumerate() {
        let people = row.split(',').nth(1).unwrap();
        let point = format!("<c:pt idx=\"{place}\"><c:v>{people}</c:v></c:pt>");
        assert!(curve.contains(&point), "{row}");
    }
    let numbers = "word/embeddings/numbers2.xlsx";
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert!(archive.by_name(numbers).is_ok());
}

#[test]
fn a_logo_that_word_does_not_show_is_left_out_aloud() {
    let world = demo();
    world.write(
        "rollcall-demo/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    world
        .run(&[
            "event",
            "edit",
            "--db",
            DATABASE,
            "--logo",
            "rollcall-demo/logo.svg",
        ])
        .success();
    let write = |name: &str| world.run(&["report", "event", "--db", DATABASE, "-o", name]);
    let written = write("report.docx").code(0);
    assert!(
        written
            .stderr
            .contains("1 logo is left out, as Word and Excel show PNG and JPEG only"),
        "{written}"
    );
    let page = write("report.html").code(0);
    assert!(!page.stderr.contains("left out"), "{page}");
}

#[test]
fn a_certificate_and_a_template_keep_to_what_they_are() {
    let world = demo();
    world.write("own.html", "{{ document.title }}");
    let refused = world
        .run(&[
            "report",
            "event",
            "--db",
            DATABASE,
            "-o",
            "a.docx",
            "--template",
            "own.html",
        ])
        .code(2);
    assert!(
        refused.stderr.contains("a template is for HTML and PDF"),
        "{refused}"
    );
    let bytes = document(&world, &["report", "certificate", "--all"], "all.docx");
    let body = part(&bytes, "word/document.xml");
    // The first one begins the document, each other one a page.
    let letters = body.matches(">Certificate of attendance<").count();
    assert_eq!(body.matches("<w:pageBreakBefore/>").count() + 1, letters);
    assert!(letters > 50, "{letters}");
}

/// Writes a report as CSV and returns its lines without the mark before the first.
fn csv(world: &World, arguments: &[&str]) -> Vec<String> {
    let bytes = document(world, arguments, "report.csv");
    let text = String::from_utf8(bytes).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_german_report_in_csv_has_german_words_and_dates_and_raw_has_neither() {
    let world = demo();
    let line = |arguments: &[&str], part: &str| {
        let lines = csv(&world, arguments);
        let found = lines.iter().find(|it| it.contains(part));
        found.unwrap_or_else(|| panic!("{part}: {lines:?}")).clone()
    };
    let attendance = ["report", "attendance", "--session", "greeting"];
    let of = |more: &[&str]| line(&[&attendance, more].concat(), "Ammerling, Ruth");
    // With seconds, so that what comes back is what it was.
    assert_eq!(
        of(&["--lang", "de"]),
        "Greeting from the ministry;38;Ammerling, Ruth;Agrarzukunft Börde;angemeldet;;anwesend;\
         08.10.2020 10:02:42;08.10.2020 10:15;12;0,82;3;5 Min.;;"
    );
    let raw = of(&["--lang", "de", "--raw"]);
    for piece in [
        "greeting;",
        ";confirmed;",
        ";present;2020-10-08T10:02:42+02:00;2020-10-08T10:15:00+02:00;",
    ] {
        assert!(raw.contains(piece), "{raw}");
    }
    assert_eq!(
        of(&[]),
        raw.replace("0,82", "0.82")
            .replace("Ammerling, Ruth", "\"Ammerling, Ruth\"")
            .replace(';', ",")
    );
    // Data are the same in every language.
    let export = ["export", "signups", "--lang", "de"];
    assert!(line(&export, "ammerling").contains(";confirmed;"));
    // Of a document the figures; everything is in JSON.
    let event = csv(&world, &["report", "event", "--lang", "de"]);
    assert_eq!(event[0], "Angabe;Wert;Anmerkung");
    assert!(
        event.contains(&"Quote;0,9296;66 von 71 Angemeldeten".to_owned()),
        "{event:?}"
    );
    let raw = csv(&world, &["report", "event", "--raw"]);
    assert_eq!(raw[0], "part,row,field,value");
}

#[test]
fn german_lists_come_back_as_english_ones_do() {
    let mut seen = Vec::new();
    for (language, ending) in [("en", "csv"), ("de", "csv"), ("en", "xlsx"), ("de", "xlsx")] {
        let world = demo();
        let name = format!("list.{ending}");
        let list = [
            "report",
            "sign-in",
            "--session",
            "bar-3",
            "--blank",
            "0",
            "--lang",
            language,
        ];
        document(&world, &list, &name);
        let taken = world.run(&[
            "import",
            &name,
            "--db",
            DATABASE,
            "--as",
            "signups",
            "--dry-run",
            "--format",
            "json",
        ]);
        let outcome: serde_json::Value = serde_json::from_str(&taken.stdout).unwrap();
        let file = &outcome["files"][0];
        let counts = [
            "rows",
            "created",
            "updated",
            "unchanged",
            "review",
            "rejected",
        ]
        .map(|key| file[key].clone());
        seen.push((taken.code, counts));
    }
    assert!(seen.iter().all(|it| *it == seen[0]), "{seen:?}");
    assert_ne!(seen[0].1[0], 0);
}
