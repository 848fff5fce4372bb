//! Which sessions somebody chose, however a file says so.

use rollcall::intake::FileOutcome;
use rollcall::model::{RegistrationStatus, SignupStatus};
use rollcall::store::RegistrationRow;

use super::desk::{Desk, notes, request};

/// Three breakouts at a time, a bar and a dinner.
const PROGRAMME: &str = "\
event,slug,title,kind,start,end,capacity,drop_in
autumn,,Autumn meeting,event,2020-10-08T09:00:00+02:00,2020-10-08T22:00:00+02:00,,
autumn,keynote,Keynote: Clusterpolitik,keynote,2020-10-08T10:00:00+02:00,2020-10-08T11:00:00+02:00,,no
autumn,breakout-a,Session A: Kreislaufwirtschaft,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no
autumn,breakout-b,\"Session B: KI, Daten und Cluster\",breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no
autumn,breakout-c,Session C: Internationalisierung,breakout,2020-10-08T11:15:00+02:00,2020-10-08T12:30:00+02:00,,no
autumn,bar-1,Bar 1: Hafenkneipe,networking,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,,yes
autumn,abendessen,Gemeinsames Abendessen,social,2020-10-08T19:00:00+02:00,2020-10-08T21:00:00+02:00,,no
";

fn desk() -> Desk {
    Desk::with_programme(PROGRAMME)
}

fn outcome(desk: &mut Desk, text: &str) -> FileOutcome {
    let outcome = desk.import("form.csv", text.as_bytes()).value.remove(0);
    desk.check();
    outcome
}

/// Returns who is signed up for what, as `family name: slugs`.
fn chosen(desk: &Desk) -> Vec<String> {
    let reader = desk.read();
    let event = reader.events().unwrap().remove(0);
    let sessions = reader.sessions(event.id).unwrap();
    let mut lines = Vec::new();
    for RegistrationRow {
        registration,
        signups,
    } in reader.registrations(event.id).unwrap()
    {
        let person = reader.person(registration.person_id).unwrap().unwrap();
        let mut slugs: Vec<String> = signups
            .into_iter()
            .filter(|signup| signup.status == SignupStatus::Confirmed)
            .map(|signup| {
                let of_it = sessions.iter().find(|it| it.id == signup.session_id);
                of_it.unwrap().slug.clone()
            })
            .collect();
        slugs.sort();
        assert_eq!(registration.status, RegistrationStatus::Confirmed);
        lines.push(format!("{}: {}", person.family_name, slugs.join(" ")));
    }
    lines.sort();
    lines
}

/// Imports a form of two people into a fresh file and returns what they chose.
#[track_caller]
fn chosen_by(headings: &str, rows: [&str; 2]) -> Vec<String> {
    let mut desk = desk();
    let [anna, ben] = rows;
    let text = format!(
        "Name;E-Mail;{headings}\nAnna Ahlers;anna@nord.example.org;{anna}\nBen Brandt;ben@west.example.org;{ben}\n"
    );
    let outcome = outcome(&mut desk, &text);
    assert_eq!(outcome.rejected, 0, "{:?}", outcome.problems);
    chosen(&desk)
}

#[test]
fn a_column_of_marks_is_the_session_its_heading_names() {
    for (headings, slugs) in [
        ("A;B", ["breakout-a", "breakout-b"]),
        ("WS A;WS B", ["breakout-a", "breakout-b"]),
        ("Workshop A;Workshop B", ["breakout-a", "breakout-b"]),
        (
            "Session A (max. 20);Session B (max. 30)",
            ["breakout-a", "breakout-b"],
        ),
        (
            "\"Session A\n11:15-12:30\";\"Session C\n11:15-12:30\"",
            ["breakout-a", "breakout-c"],
        ),
        (
            "Teilnahme an Session A?;Nehmen Sie am Abendessen teil?",
            ["breakout-a", "abendessen"],
        ),
    ] {
        for (yes, no) in [("x", ""), ("ja", "nein"), ("1", "")] {
            let rows = [format!("{yes};{no}"), format!("{no};{yes}")];
            let found = chosen_by(headings, [&rows[0], &rows[1]]);
            let expected = [
                format!("Ahlers: {}", slugs[0]),
                format!("Brandt: {}", slugs[1]),
            ];
            assert_eq!(found, expected, "{headings} {yes}");
        }
    }
}

#[test]
fn what_only_looks_like_a_session_is_none_and_every_column_of_marks_is_asked_about() {
    for (headings, asked) in [
        ("A;Newsletter", &["A"][..]),
        ("Workshop 1;Newsletter", &["Workshop 1"]),
        ("Session 1;Session 2", &["Session 1", "Session 2"]),
        ("WS X;WS Y", &["WS X", "WS Y"]),
        (
            "Session A (Warteliste);Session B (Warteliste)",
            &["Session A (Warteliste)", "Session B (Warteliste)"],
        ),
    ] {
        let mut desk = desk();
        let text = format!(
            "Name;E-Mail;{headings}\nAnna Ahlers;anna@nord.example.org;x;\nBen Brandt;ben@west.example.org;;x\n"
        );
        let files: [(&str, &[u8]); 1] = [("form.csv", text.as_bytes())];
        let refused = desk.import_as(&files, &request()).unwrap_err().to_string();
        for heading in asked {
            assert!(refused.contains(&format!("`{heading}`")), "{refused}");
        }
        assert!(!refused.contains("Newsletter"), "{refused}");
        assert_eq!(desk.read().people().unwrap().len(), 0, "{headings}");
    }
}

#[test]
fn unknown_words_are_told_with_what_settles_them() {
    for rows in [1, 8] {
        let mut desk = desk();
        let mut text = "Name;E-Mail;Session\n".to_owned();
        for (index, letter) in ('a'..='z').take(rows).enumerate() {
            let word = ["Workshop A", "Wandern"][index % 2];
            text += &format!("{letter}nna Ahlers;{letter}@nord.example.org;{word}\n");
        }
        let outcome = outcome(&mut desk, &text);
        assert_eq!(outcome.rejected, rows);
        let notes = notes(&outcome).join("\n");
        let count = |word: &str| notes.matches(word).count();
        assert_eq!(count("--map 'Workshop A=session:breakout-a'"), 1, "{notes}");
        assert_eq!(
            count("--map 'Wandern=session:SLUG'"),
            usize::from(rows > 1),
            "{notes}"
        );
    }
}

#[test]
fn a_second_choice_is_an_answer() {
    for headings in [
        "1. Wahl;2. Wahl",
        "Erstwunsch;Zweitwunsch",
        "Priorität 1;Priorität 2",
        "First choice;Second choice",
    ] {
        let mut desk = desk();
        let text = format!(
            "Name;E-Mail;{headings}\nAnna Ahlers;anna@nord.example.org;A;B\nBen Brandt;ben@west.example.org;Session B;Session C\n"
        );
        let outcome = outcome(&mut desk, &text);
        assert_eq!(
            chosen(&desk),
            ["Ahlers: breakout-a", "Brandt: breakout-b"],
            "{headings}"
        );
        let second = headings.split(';').nth(1).unwrap();
        let note =
            format!("column `{second}` is kept as an answer: a second choice is not a sign-up");
        assert!(notes(&outcome).contains(&note), "{:?}", notes(&outcome));
        let event = desk.read().events().unwrap().remove(0);
        let registration = desk.read().registrations(event.id).unwrap().remove(0);
        assert_eq!(registration.registration.answers.len(), 1);
    }
}

#[test]
fn two_choices_in_one_cell_are_a_problem_of_the_row() {
    let mut desk = desk();
    let text = "Name;E-Mail;Session\nAnna Ahlers;anna@nord.example.org;\"1. Wahl: A, 2. Wahl: B\"\nBen Brandt;ben@west.example.org;Session B (11:15 Uhr)\n";
    let outcome = outcome(&mut desk, text);
    assert_eq!(outcome.problems.len(), 1);
    let reason = outcome.problems[0].reason.in_english();
    assert!(reason.contains("second choice"), "{reason}");
    assert_eq!(chosen(&desk), ["Brandt: breakout-b"]);
}

#[test]
fn a_ticket_called_like_a_session_is_a_sign_up() {
    for text in [
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status\n\
         1,2020-09-01 10:00:00,Anna,Ahlers,anna@nord.example.org,1,Entrance,1,Attending\n\
         1,2020-09-01 10:00:00,Anna,Ahlers,anna@nord.example.org,1,Session A: Kreislaufwirtschaft,2,Attending\n\
         1,2020-09-01 10:00:00,Anna,Ahlers,anna@nord.example.org,1,Gemeinsames Abendessen,3,Attending\n\
         2,2020-09-02 10:00:00,Ben,Brandt,ben@west.example.org,1,Entrance,4,Attending\n",
        "Number,Ticket,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Reference,Ticket Created Date,Void Status\n\
         1,Session A,Anna,Ahlers,anna@nord.example.org,a-1,2020-09-01 10:00:00,-\n\
         2,Entrance,Anna,Ahlers,anna@nord.example.org,a-2,2020-09-01 10:00:00,-\n\
         3,Gemeinsames Abendessen,Anna,Ahlers,anna@nord.example.org,a-3,2020-09-01 10:00:01,-\n\
         4,Session B,Anna,Ahlers,anna@nord.example.org,a-4,2020-09-01 10:00:02,void\n\
         5,Entrance,Ben,Brandt,ben@west.example.org,a-5,2020-09-01 10:00:00,-\n",
        "Id,First Name,Last Name,Email,Status,Product Name,Public ID,Created Date\n\
         1,Anna,Ahlers,anna@nord.example.org,ACTIVE,Session A,p1,2020-09-01 10:00:00\n\
         2,Anna,Ahlers,anna@nord.example.org,ACTIVE,Gemeinsames Abendessen,p2,2020-09-01 10:00:00\n\
         3,Ben,Brandt,ben@west.example.org,ACTIVE,Entrance,p3,2020-09-01 10:00:00\n",
        "Order code,Status,Order date,Order time,Product,Variation,Attendee name,Attendee email\n\
         AA,paid,2020-09-01,10:00:00,Workshop,Session A,Anna Ahlers,anna@nord.example.org\n\
         AA,paid,2020-09-01,10:00:00,Gemeinsames Abendessen,,Anna Ahlers,anna@nord.example.org\n\
         AB,paid,2020-09-01,10:00:00,Entrance,,Ben Brandt,ben@west.example.org\n",
    ] {
        let mut desk = desk();
        let outcome = outcome(&mut desk, text);
        assert_eq!(outcome.rejected, 0, "{:?}", outcome.problems);
        assert_eq!(
            chosen(&desk),
            ["Ahlers: abendessen breakout-a", "Brandt: "],
            "{}",
            outcome.family
        );
    }
}

/// Returns a workbook of these sheets.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(row, column, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn the_first_sheet_that_is_a_table_is_read_or_the_one_that_is_named() {
    let cover: &[&[&str]] = &[&["Übersicht"], &["Stand: heute"]];
    let of = |name: &'static str| -> [[&'static str; 3]; 2] {
        [
            ["Name", "E-Mail", "Session"],
            [name, "a@nord.example.org", "A"],
        ]
    };
    let (first, second) = (of("Anna Ahlers"), of("Ben Brandt"));
    let first: Vec<&[&str]> = first.iter().map(|row| &row[..]).collect();
    let second: Vec<&[&str]> = second.iter().map(|row| &row[..]).collect();
    let book = workbook(&[
        ("Übersicht", cover),
        ("Session A", &first),
        ("Session B", &second),
    ]);
    let mut desk = desk();
    let outcome = desk.import("form.xlsx", &book).value.remove(0);
    assert_eq!(chosen(&desk), ["Ahlers: breakout-a"]);
    let notes = notes(&outcome).join("\n");
    for word in [
        "`Session A` was read",
        "`Session B`",
        "`Übersicht`",
        "--sheet",
    ] {
        assert!(notes.contains(word), "{notes}");
    }
    let path = desk.path().join("form.xlsx");
    std::fs::write(&path, &book).unwrap();
    let path = path.to_str().unwrap();
    let named = desk.run(&["inspect", path, "--sheet", "Session B"]);
    assert!(named.stdout.contains("Ben Brandt"), "{}", named.stdout);
    let wrong = desk.run(&["import", path, "--sheet", "Session X"]);
    assert_eq!(wrong.code, 1, "{}", wrong.stderr);
    assert!(wrong.stderr.contains("`Session B`"), "{}", wrong.stderr);
}

#[test]
fn a_list_without_headings_is_told_so_and_shown() {
    let desk = desk();
    let path = desk.path().join("list.csv");
    std::fs::write(&path, "Anna Abel;BioCluster;a@example.org;A\n").unwrap();
    let path = path.to_str().unwrap();
    for command in ["import", "inspect"] {
        let output = desk.run(&[command, path]);
        assert_eq!(output.code, 1, "{command}");
        assert!(
            output.stderr.contains("Name;Organisation;E-Mail;Session"),
            "{}",
            output.stderr
        );
        assert_eq!(
            output.stdout.contains("BioCluster"),
            command == "inspect",
            "{}",
            output.stdout
        );
    }
}

#[test]
fn a_list_of_people_says_how_it_would_be_sign_ups() {
    let mut desk = desk();
    let text = "Name;Organisation;E-Mail\nAnna Ahlers;BioCluster;anna@nord.example.org\n";
    let notes = notes(&outcome(&mut desk, text));
    let note = "read as a list of people; `--as signups` registers them for autumn".to_owned();
    assert!(notes.contains(&note), "{notes:?}");
    assert!(chosen(&desk).is_empty());
}

#[test]
fn rejects_are_no_workbook() {
    let desk = desk();
    let path = desk.path().join("form.csv");
    std::fs::write(&path, "Name;E-Mail;Session\nAnna;a@example.org;D\n").unwrap();
    let target = desk.path().join("rejects.XLSX");
    let output = desk.run(&[
        "import",
        path.to_str().unwrap(),
        "--rejects",
        target.to_str().unwrap(),
    ]);
    assert_eq!(output.code, 2, "{}", output.stderr);
    assert!(output.stderr.contains(".csv"), "{}", output.stderr);
    assert!(!target.exists());
}
