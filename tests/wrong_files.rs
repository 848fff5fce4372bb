//! Files that are no sign-ups: what is said of each, what to do about it, and that nothing changes.

use rust_xlsxwriter::Workbook;

use crate::support::{World, golden};

/// Imports a file that must not be taken, alone and beside a good one.
#[track_caller]
fn refused(world: &World, name: &str, file: &str) {
    world.fixture("signup_more/programme.csv");
    world.run(&["import", "programme.csv"]).success();
    let dump = world.dump();
    let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
    let import = world.run(&["import", file]).code(1);
    let inspect = world.run(&["inspect", file]).code(1);
    assert_eq!(
        inspect.stderr, import.stderr,
        "inspect says what import says"
    );
    assert_eq!(import.stdout, "");
    // Of a table without headings it shows the first rows besides.
    assert_eq!(
        !inspect.stdout.is_empty(),
        import.stderr.contains("no row of headings"),
        "{inspect}"
    );
    for part in ["error: ", "hint: "] {
        assert!(import.stderr.contains(part), "{part}: {import}");
    }
    let data = world.run(&["import", file, "--format", "json"]).code(1);
    golden(
        &format!("samples/wrong/{name}.txt"),
        format!(
            "$ rollcall import {file}\n{import}\n$ rollcall import {file} --format json\n{data}"
        ),
    );
    // A good file in the same call is not taken either.
    world.fixture("signup/google_forms_sheet_de.csv");
    let both = world
        .run(&["import", "google_forms_sheet_de.csv", file])
        .code(1);
    assert_eq!(both.stderr, import.stderr);
    assert_eq!(world.dump(), dump);
    assert!(
        std::fs::read(world.path().join("rollcall.db")).unwrap() == bytes,
        "the file's bytes are untouched"
    );
}

/// The same for a file of these bytes.
#[track_caller]
fn refused_bytes(name: &str, file: &str, content: &[u8]) {
    let world = World::with_file();
    world.write(file, content);
    refused(&world, name, file);
}

/// The same for a fixture.
#[track_caller]
fn refused_fixture(name: &str) {
    let world = World::with_file();
    world.fixture(&format!("wrong/{name}.csv"));
    refused(&world, name, &format!("{name}.csv"));
}

/// A workbook with one sign-up.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip([
        ["Name", "E-Mail"],
        [
            "Anna Müller-Lüdenscheidt",
            "anna.mueller@biocluster-nord.example.org",
        ],
    ]) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_picture_is_no_table() {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0".to_vec();
    picture.extend((0_u8..=255).cycle().take(2000));
    refused_bytes("picture", "screenshot.csv", &picture);
}

#[test]
fn an_empty_file_is_no_empty_meeting() {
    refused_bytes("empty", "sign-ups.csv", b"");
    refused_bytes("only_a_mark", "sign-ups.csv", b"\xef\xbb\xbf\r\n\r\n");
    refused_bytes("only_delimiters", "sign-ups.csv", b";;;;\r\n;;;;\r\n");
}

#[test]
fn a_program_s_log_is_no_table() {
    refused_bytes(
        "text_log",
        "server.log",
        b"2020-10-08 09:55:01 INFO  server started on port 8080\n\
          2020-10-08 09:58:03 INFO  request GET /index.html, 200, 12 ms\n\
          2020-10-08 09:58:04 WARN  session: expired; name: unknown\n",
    );
}

#[test]
fn a_meeting_log_is_no_list_of_sign_ups() {
    for (folder, name) in [
        ("zoom", "zoom_meeting_2020_detail.csv"),
        ("teams", "teams_report_2024_sections_en_us.csv"),
        ("teams", "teams_list_2020_en_us.csv"),
    ] {
        let world = World::with_file();
        world.fixture("signup_more/programme.csv");
        world.run(&["import", "programme.csv"]).success();
        let before = world.dump();
        world.fixture(&format!("{folder}/{name}"));
        let output = world.run(&["import", name, "--as", "signups"]).code(1);
        assert!(
            output
                .stderr
                .contains("it says who was there, and cannot be imported as signups")
                && output.stderr.contains("hint: "),
            "{output}"
        );
        assert_eq!(world.dump(), before);
    }
}

#[test]
fn a_bank_statement_is_no_list_of_sign_ups() {
    refused_fixture("bank_statement");
}

/// With a column `Name` and a column `Status` it looks like one, but for what else it has.
#[test]
fn a_bank_statement_with_names_is_none_either() {
    refused_fixture("bank_statement_with_names");
}

#[test]
fn a_workbook_that_was_cut_off_is_damaged() {
    let whole = workbook();
    let world = World::with_file();
    world.write("whole.xlsx", &whole);
    world.run(&["inspect", "whole.xlsx"]).success();
    refused_bytes(
        "cut_workbook",
        "answers.xlsx",
        &whole[..whole.len() * 2 / 3],
    );
}

#[test]
fn an_archive_is_no_table() {
    let mut archive = b"PK\x03\x04\x14\0\0\0\0\0\0\0\x21\0".to_vec();
    let content = b"Name,E-Mail\n";
    // No checksum: nobody may look that far.
    archive.extend(0_u32.to_le_bytes());
    archive.extend(12_u32.to_le_bytes());
    archive.extend(12_u32.to_le_bytes());
    archive.extend(12_u16.to_le_bytes());
    archive.extend(0_u16.to_le_bytes());
    archive.extend(b"sign-ups.csv");
    archive.extend(content);
    refused_bytes("archive", "exports.zip", &archive);
}

#[test]
fn a_saved_log_in_page_is_no_table() {
    refused_bytes(
        "web_page",
        "responses.csv",
        b"<!DOCTYPE html>\n<html lang=\"de\">\n<head><title>Anmelden</title></head>\n\
          <body><form>Name: <input name=\"email\"></form></body>\n</html>\n",
    );
}

/// Named by what is in them, not by their ending, and whatever `--as` says: no line of a vCard was there.
#[test]
fn contacts_calendars_and_schedules_are_refused_by_their_name() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nN:Neu;Gustav;;;\nFN:Gustav Neu\nEND:VCARD\n";
    let calendar =
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Tag\nEND:VEVENT\nEND:VCALENDAR\n";
    let schedule =
        "<?xml version='1.0'?>\n<schedule><conference><title>Tag</title></conference></schedule>\n";
    refused_bytes("contacts", "people.csv", card.as_bytes());
    refused_bytes("calendar", "meeting.csv", calendar.as_bytes());
    refused_bytes("schedule", "schedule.csv", schedule.as_bytes());
    let world = World::with_file();
    world.fixture("signup_more/programme.csv");
    world.run(&["import", "programme.csv"]).success();
    let before = world.dump();
    for (file, text, name) in [
        ("contacts.vcf", card, "an address book (vCard, .vcf)"),
        ("meeting.ics", calendar, "a calendar (iCalendar, .ics)"),
        ("schedule.xml", schedule, "a schedule of a conference tool"),
    ] {
        world.write(file, text);
        for kind in [
            "people",
            "signups",
            "attendance",
            "programme",
            "organisations",
        ] {
            let output = world.run(&["import", file, "--as", kind]).code(1);
            assert!(
                output.stderr.contains(&format!("{file} is {name}")),
                "{output}"
            );
        }
    }
    assert_eq!(world.dump(), before);
}

#[test]
fn a_rollcall_file_is_no_table() {
    let other = World::with_file();
    let bytes = std::fs::read(other.path().join("rollcall.db")).unwrap();
    refused_bytes("rollcall_file", "other.db", &bytes);
}

#[test]
fn an_export_as_json_is_no_table() {
    let world = World::with_file();
    world.write("people.json", "[{\"name\": \"Anna Müller\"}]");
    let output = world.run(&["import", "people.json"]).code(1);
    assert!(
        output.stderr.contains("people.json is JSON, not a table"),
        "{output}"
    );
}

#[test]
fn a_list_without_headings_is_taken_as_its_hint_says() {
    let world = World::with_file();
    for command in [
        "event add Tag --slug tag --start 2020-10-08T09:00 --end 2020-10-09T02:00",
        "session add Nacht --slug nacht --kind networking --start 2020-10-08T23:00 --end 2020-10-09T01:00",
    ] {
        world.line(command).success();
    }
    world.write("list.csv", "Anna Müller\ncem@example.org\n");
    let output = world.run(&["import", "list.csv"]).code(1);
    assert!(
        output.stderr.contains("--as attendance --session SESSION")
            && !output.stderr.contains("Anna"),
        "{output}"
    );
    let output = world.line("import list.csv --as attendance --session nacht");
    assert!(output.stdout.contains("2 rows: 2 for review"), "{output}");
    // Over midnight: the next day.
    world.write("times.csv", "Name;Von;Bis\nEva Fuchs;23:30;00:15\n");
    let output = world.line("import times.csv --session nacht");
    assert!(output.stdout.contains("1 for review"), "{output}");
    let stays = world.run(&["export", "attendance"]).success();
    assert!(
        stays.contains("2020-10-08T23:30") && stays.contains("2020-10-09T00:15"),
        "{stays}"
    );
    // The newest answer about a heading wins, however it was typed, and words in cells are kept too.
    world.write(
        "forms.csv",
        "Name;E-Mail;Wünsche\nAnna Müller;a@example.org;Spät\n",
    );
    let told = ["import", "forms.csv", "--as", "signups"];
    let first = ["--map", "WÜNSCHE=session", "--map", "spät=session:nacht"];
    world.run(&[&told[..], &first].concat()).success();
    world.write(
        "forms.csv",
        "Name;E-Mail;Wünsche\nCem Öz;c@example.org;SPÄT\n",
    );
    world.run(&told).success();
    let signups = world.run(&["export", "signups"]).success();
    assert_eq!(signups.matches("nacht").count(), 2, "{signups}");
    world
        .run(&[&told[..], &["--map", "wünsche=answer"]].concat())
        .success();
    let seen = world.run(&["inspect", "forms.csv"]).success();
    assert!(seen.contains("answer"), "{seen}");
}
