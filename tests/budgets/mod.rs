//! Files of a few bytes that stand for much: each is read within the budget or refused, and says why.
//!
//! The files are made here, piece by piece; see `files`. Each goes through the program itself, whose memory
//! is watched and whose time is limited.

pub(crate) mod files;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{NOW, World};
use files::*;

/// The program that is tested: the one just built, or that of `ROLLCALL_BINARY`.
#[expect(
    clippy::disallowed_methods,
    reason = "a knob of the tests, not of the program"
)]
fn program() -> PathBuf {
    let named = std::env::var_os("ROLLCALL_BINARY");
    named.map_or_else(|| env!("CARGO_BIN_EXE_rollcall").into(), PathBuf::from)
}

const MB: u64 = 1024 * 1024;

/// How a watched run ended.
pub(crate) struct Watched {
    /// The exit code; `None` when it was killed, by us or by its own abort.
    pub(crate) code: Option<i32>,
    /// The most memory it had, in bytes, where the system tells.
    pub(crate) peak: u64,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the program in a folder; kills it when it takes too long.
pub(crate) fn watched(folder: &Path, arguments: &[&str], most: Duration) -> Watched {
    let [stdout, stderr] = ["stdout", "stderr"].map(|name| folder.join(format!(".{name}")));
    let to = |path| Stdio::from(std::fs::File::create(path).unwrap());
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("ROLLCALL_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::null())
        .stdout(to(&stdout))
        .stderr(to(&stderr))
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let until = Instant::now() + most;
    let mut peak = 0;
    let code = loop {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let kilobytes = mark.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0) * 1024);
        if let Some(ended) = child.try_wait().unwrap() {
            break ended.code();
        }
        if Instant::now() > until {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    Watched {
        code,
        peak,
        stdout: text(&stdout),
        stderr: text(&stderr),
    }
}

/// Ten seconds, for a machine that does other things as well.
const MOST_TIME: Duration = Duration::from_mins(1);

/// Holds that a file is looked at and taken in within its budget; returns what both said.
#[track_caller]
fn within_budget(name: &str, bytes: &[u8]) -> [Watched; 2] {
    let world = World::with_file();
    let event = [
        "event",
        "add",
        "E",
        "--slug",
        "e",
        "--start",
        "2020-10-08 10:00",
        "--end",
        "18:00",
    ];
    world.run(&event).success();
    world.write(name, bytes);
    let allowed = allowed_here(bytes);
    let lines: [&[&str]; 2] = [
        &["inspect", name],
        &["import", name, "--dry-run", "--as", "people"],
    ];
    lines.map(|line| {
        let run = watched(world.path(), line, MOST_TIME);
        let ended = run.code.is_some_and(|code| (0..=3).contains(&code));
        assert!(ended, "{line:?} ended with {:?}: {}", run.code, run.stderr);
        let peak = run.peak / MB;
        assert!(
            run.peak <= allowed,
            "{line:?} took {peak} MB: {}",
            run.stderr
        );
        run
    })
}

/// Holds that a file is refused, and what is said.
#[track_caller]
fn refused(name: &str, bytes: &[u8], what: &str) {
    for run in within_budget(name, bytes) {
        assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
        let first = run.stderr.lines().next().unwrap_or_default();
        assert_eq!(first, format!("error: {name} {what}"));
        assert!(run.stderr.contains("\nhint: "), "{}", run.stderr);
    }
}

/// Holds that a file is refused, since it would take more memory than it may.
#[track_caller]
fn too_much(name: &str, bytes: &[u8]) {
    let most = allowed(bytes) / MB;
    let what = format!(
        "is too large: what it holds needs more than {most} MB of memory, the most for a file of its size"
    );
    refused(name, bytes, &what);
}

/// The most memory that reading a file may take, in bytes.
pub(crate) fn allowed(bytes: &[u8]) -> u64 {
    (64 * MB + 40 * bytes.len() as u64).min(1024 * MB)
}

/// The most memory that the program of the tests may take, in bytes: it is not optimised, and its own code is that much
/// larger (`--version` takes 31 MB here, and 16 MB optimised).
pub(crate) fn allowed_here(bytes: &[u8]) -> u64 {
    let own_code = if cfg!(debug_assertions) { 15 * MB } else { 0 };
    allowed(bytes) + own_code
}

/// Holds that a file is read, with one person in it.
#[track_caller]
fn read(name: &str, bytes: &[u8]) {
    let [_, imported] = within_budget(name, bytes);
    assert_eq!(imported.code, Some(0), "{}", imported.stderr);
    assert!(
        imported.stdout.contains("1 created"),
        "{}{}",
        imported.stdout,
        imported.stderr
    );
}

const HEADINGS: [&str; 3] = ["Name", "E-Mail", "Organisation"];
const ANNA: [&str; 3] = ["Anna Meier", "anna@cluster.example.org", "Cluster"];

fn table() -> String {
    row(1, &HEADINGS) + &row(2, &ANNA)
}

/// Names and addresses as texts that cells share.
fn shared_texts() -> Vec<u8> {
    let texts = HEADINGS.iter().chain(&ANNA);
    texts
        .flat_map(|text| binary_text(text, u32::try_from(text.len()).unwrap()))
        .collect()
}

fn labels() -> Vec<u8> {
    let row = |row: u16, cells: [&str; 3]| {
        let cells = (0..).zip(cells);
        cells
            .flat_map(|(column, text)| label(row, column, text))
            .collect::<Vec<u8>>()
    };
    [row(0, HEADINGS), row(1, ANNA)].concat()
}

#[test]
fn ordinary_workbooks_of_every_kind_are_read() {
    read("list.xlsx", &xlsx(&table(), &[]));
    read("list.ods", &ods(&(ods_row(&HEADINGS) + &ods_row(&ANNA))));
    read("list.xls", &xls(&[], &labels()));
    let rows: [&[(u32, u32)]; 2] = [&[(0, 0), (1, 1), (2, 2)], &[(0, 3), (1, 4), (2, 5)]];
    read(
        "list.xlsb",
        &xlsb(&rows, &binary_texts(6, &shared_texts()), &[]),
    );
}

#[test]
fn two_cells_far_apart_are_two_cells() {
    let far = r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>"#;
    read("list.xlsx", &xlsx(&(table() + far), &[]));
    read(
        "list.xls",
        &xls(&[], &[labels(), label(65_535, 255, " ")].concat()),
    );
    let rows: [&[(u32, u32)]; 3] = [
        &[(0, 0), (1, 1), (2, 2)],
        &[(0, 3), (1, 4), (2, 5)],
        &[(16_383, 6)],
    ];
    let texts = [shared_texts(), binary_text(" ", 1)].concat();
    read("list.xlsb", &xlsb(&rows, &binary_texts(7, &texts), &[]));
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let sheet = format!(
        r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{}</sheetData></worksheet>"#,
        table()
    );
    read("list.xlsx", &xlsx_of(&sheet, &[]));
    let mut size = [0u32, 0xFFFF_FFFF].map(u32::to_le_bytes).concat();
    size.extend([0, 0, 0xFF, 0xFF, 0, 0]);
    read(
        "list.xls",
        &xls(&[], &[record(0x0200, &size), labels()].concat()),
    );
}

#[test]
fn sectors_in_a_circle_are_refused() {
    let whole = xls(&[], &labels());
    let circle = |place: usize, next: u32| {
        let mut bytes = whole.clone();
        bytes[place..place + 4].copy_from_slice(&next.to_le_bytes());
        bytes
    };
    let said = "is a damaged spreadsheet: its sectors lead in a circle";
    let of_sector = |sector: usize| TABLE + 4 * sector;
    // The stream of the workbook claims to be as long as can be.
    let mut stream = circle(of_sector(FIRST + 3), 2);
    stream[512 * 2 + 128 + 120..][..4].copy_from_slice(&0xFFFF_FF00u32.to_le_bytes());
    refused("stream.xls", &stream, said);
    refused("directory.xls", &circle(of_sector(1), 1), said);
    // The list of tables: its sector names itself as the next one.
    refused("tables.xls", &circle(68, 2), said);
}

#[test]
fn a_rectangle_of_mostly_nothing_is_refused_where_it_has_to_be_held() {
    // One row has a cell in the last column, and all have one in the first.
    let column: Vec<u8> = (2..4000).flat_map(|row| label(row, 0, "x")).collect();
    let wide = xls(&[], &[labels(), column, label(1, 255, "x")].concat());
    let said = "is too large: a sheet of it spans 4000 rows and 256 columns";
    refused("list.xls", &wide, said);
    let repeated = |rows: &str, columns: &str| {
        ods(&format!(
            r#"<table:table-row table:number-rows-repeated="{rows}">{}</table:table-row>"#,
            ods_cell(
                "x",
                &format!(r#"table:number-columns-repeated="{columns}""#)
            )
        ))
    };
    let said = |rows: u32, columns: u32| {
        format!("is too large: a sheet of it spans {rows} rows and {columns} columns")
    };
    refused("both.ods", &repeated("60000", "1000"), &said(60_000, 1000));
    refused(
        "rows.ods",
        &repeated("4294967295", "1"),
        &said(1_048_576, 1),
    );
    refused(
        "columns.ods",
        &repeated("1000", "4294967295"),
        &said(1000, 16_384),
    );
    // Nothing that is repeated stays nothing.
    let nothing = r#"<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    read(
        "list.ods",
        &ods(&(ods_row(&HEADINGS) + &ods_row(&ANNA) + nothing)),
    );
}

#[test]
fn one_text_that_is_repeated_is_counted_as_often() {
    let long = "x".repeat(20_000);
    let cells: Vec<u8> = (0..3000).flat_map(|row| shared(row, 0, 0)).collect();
    let mut texts = [1u32, 1].map(u32::to_le_bytes).concat();
    texts.extend(u16::try_from(long.len()).unwrap().to_le_bytes());
    texts.push(0);
    let (first, second) = long.split_at(8_000);
    texts.extend(first.as_bytes());
    let (second, third) = second.split_at(8_000);
    let more = |text: &str| record(0x003C, &[&[0][..], text.as_bytes()].concat());
    let texts = [record(0x00FC, &texts), more(second), more(third)].concat();
    too_much("list.xls", &xls(&texts, &cells));
    let cell = ods_cell(&long, r#"table:number-columns-repeated="10000""#);
    too_much(
        "list.ods",
        &ods(&format!("<table:table-row>{cell}</table:table-row>")),
    );
    let cell = |row: u32| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
    let rows: String = (1..3000).map(cell).collect();
    let texts = format!("<sst><si><t>{long}</t></si></sst>");
    too_much(
        "list.xlsx",
        &xlsx(&rows, &[("xl/sharedStrings.xml", &texts)]),
    );
}

#[test]
fn counts_are_not_believed() {
    let texts = |count: &str| format!(r#"<sst count="{count}" uniqueCount="{count}"></sst>"#);
    for count in ["4294967296", "18446744073709551615", "100000000"] {
        let bytes = xlsx(&table(), &[("xl/sharedStrings.xml", &texts(count))]);
        too_much("list.xlsx", &bytes);
    }
    let blanks = ods_cell(r#"<text:s text:c="4294967295"/>"#, "");
    refused(
        "list.ods",
        &ods(&format!("<table:table-row>{blanks}</table:table-row>")),
        "is too large: a single cell of it has more than 4 MB",
    );
}

#[test]
fn parts_are_unpacked_and_measured() {
    let cell = |text: &str| {
        format!(r#"<row r="3"><c r="A3" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
    };
    let long = "is too large: a single cell of it has more than 4 MB";
    let rows = table() + &cell(&"x".repeat(40_000_000));
    refused("cell.xlsx", &xlsx(&rows, &[]), long);
    let rows = table() + &cell(&"&amp;".repeat(2_000_000));
    refused("signs.xlsx", &xlsx(&rows, &[]), long);
    // The end of another element does not end the cell.
    let rows = table() + &cell(&"</c><c>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".repeat(200_000));
    refused("torn.xlsx", &xlsx(&rows, &[]), long);
    let blank = "<a/>".repeat(30_000_000);
    let bomb = xlsx(&table(), &[("xl/other.xml", &blank)]);
    let most = allowed(&bomb) / MB;
    let said =
        format!("is too large: it unpacks to more than {most} MB, the most for a file of its size");
    refused("bomb.xlsx", &bomb, &said);
    let texts = format!("<sst>{}</sst>", "<si/>".repeat(3_000_000));
    too_much(
        "texts.xlsx",
        &xlsx(&table(), &[("xl/sharedStrings.xml", &texts)]),
    );
    let rows = "<row><c><v>1</v></c></row>".repeat(300_000);
    too_much("rows.xlsx", &xlsx(&rows, &[]));
}

#[test]
fn a_picture_is_no_cell() {
    // Of one colour, and without any sign of markup: six megabytes to the next one.
    let picture = "BM".to_owned() + &" ".repeat(6_000_000);
    let rows = table();
    read(
        "picture.xlsx",
        &xlsx(&rows, &[("xl/media/image1.bmp", &picture)]),
    );
}

#[test]
fn styles_and_sheets_that_copy_a_long_name_are_counted() {
    let name = "x".repeat(1_000_000);
    let styles = format!(
        r#"<styleSheet><fonts><font><name val="{name}"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>"#,
        r#"<xf numFmtId="0" fontId="0"/>"#.repeat(1000)
    );
    too_much(
        "styles.xlsx",
        &xlsx(&table(), &[("xl/styles.xml", &styles)]),
    );
    let links = format!(
        r#"<Relationships><Relationship Id="r1" Type="/worksheet" Target="{name}"/></Relationships>"#
    );
    let sheets = format!(
        "<workbook><sheets>{}</sheets></workbook>",
        r#"<sheet name="a" r:id="r1"/>"#.repeat(900)
    );
    let parts = [
        ("xl/workbook.xml", &*sheets),
        ("xl/_rels/workbook.xml.rels", &links),
    ];
    too_much("sheets.xlsx", &xlsx(&table(), &parts));
    let sheets = format!(
        "<workbook><sheets>{}</sheets></workbook>",
        "<sheet/>".repeat(1001)
    );
    refused(
        "many.xlsx",
        &xlsx(&table(), &[("xl/workbook.xml", &sheets)]),
        "is too large: it has more than 1000 sheets",
    );
}

#[test]
fn what_lies_too_deep_or_never_ends_is_damaged() {
    let deep = "<a>".repeat(1_000_000);
    let said = "is a damaged spreadsheet: its elements lie too deep in each other";
    refused(
        "deep.xlsx",
        &xlsx(&table(), &[("xl/other.xml", &deep)]),
        said,
    );
    // The library reads on for ever where a table or a note is not closed.
    let open = r#"<office:document-content><table:table table:name="a">"#;
    refused(
        "open.ods",
        &ods_of(open),
        "is a damaged spreadsheet: it is not complete",
    );
    let note = format!(
        "{open}<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation>"
    );
    refused(
        "note.ods",
        &ods_of(&note),
        "is a damaged spreadsheet: it is not complete",
    );
    let torn = format!("{open}</office:document-content>");
    refused(
        "torn.ods",
        &ods_of(&torn),
        "is a damaged spreadsheet: its content is not well-formed",
    );
}

#[test]
fn records_longer_than_their_part_are_refused() {
    let length = [&[0x13][..], &binary_length((1 << 28) - 1)].concat();
    let long = "is too large: a single cell of it has more than 4 MB";
    refused(
        "texts.xlsb",
        &xlsb(&[&[(0, 0)]], &binary_texts(1, &length), &[]),
        long,
    );
    // The room of a long record, read again and again by a short one.
    let room = binary_record(0x00FF, &vec![b'x'; 4_000_000]);
    let texts = [room, binary_text("", 1_900_000).repeat(100)].concat();
    let said = "is a damaged spreadsheet: a text of it is longer than its record";
    refused(
        "room.xlsb",
        &xlsb(&[&[(0, 0)]], &binary_texts(100, &texts), &[]),
        said,
    );
    let styles = [&[0xE7, 0x04][..], &binary_length((1 << 28) - 1)].concat();
    let bytes = xlsb(
        &[&[(0, 0)]],
        &binary_texts(0, &[]),
        &[("xl/styles.bin", &styles)],
    );
    refused("styles.xlsb", &bytes, long);
}

#[test]
fn text_without_an_end_is_refused_before_it_is_read() {
    let start = "Name;E-Mail\n";
    let long = "the row in line 2 is too long to be a row of a table";
    for (name, letter) in [("line", "x"), ("quotes", "\""), ("nothing", "\0")] {
        let bytes = format!("{start}{}", letter.repeat(6_000_000));
        let name = format!("{name}.csv");
        for run in within_budget(&name, bytes.as_bytes()) {
            let first = run.stderr.lines().next().unwrap_or_default();
            assert_eq!(first, format!("error: {name}: {long}"));
            assert_eq!(run.code, Some(1));
        }
    }
    let headings: String = (0..400_000).map(|number| format!(";c{number}")).collect();
    let bytes = format!("Name{headings}\nAnna\n");
    refused(
        "columns.csv",
        bytes.as_bytes(),
        "is too large: it has more than 16384 columns",
    );
    let headings: String = (0..4_000).map(|number| format!(";c{number}")).collect();
    drop(within_budget(
        "wide.csv",
        format!("Name{headings}\nAnna\n").as_bytes(),
    ));
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_refused() {
    let world = World::with_file();
    let run = watched(world.path(), &["inspect", "/dev/zero"], MOST_TIME);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let said = "error: zero is too large: more than 256 MB came from it, and no end\nhint: save it as a file first, and import that\n";
    assert_eq!(run.stderr, said);
    assert!(run.peak <= 64 * MB);
}
