//! What a workbook says of its rows beside their text: merged cells, hidden rows, rows struck through.

use rollcall::import::Kind;
use rollcall::intake::FileOutcome;
use rust_xlsxwriter::{Format, Note, Workbook, Worksheet};

use super::desk::{Desk, PROGRAMME, notes, request};

/// Makes a workbook of one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    // The part's number is not the sheet's place in the list.
    workbook.add_worksheet().set_name("Cover & more").unwrap();
    fill(workbook.add_worksheet().set_name("Answers <1>").unwrap());
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
}

#[track_caller]
fn imported(kind: Kind, bytes: &[u8]) -> (Desk, FileOutcome) {
    let mut desk = Desk::with_programme(PROGRAMME);
    let mut request = request();
    request.options.kind = Some(kind);
    if kind == Kind::Attendance {
        request.session = Some("breakout-b".to_owned());
    }
    let changed = desk.import_as(&[("list.xlsx", bytes)], &request);
    let outcome = changed.unwrap().value.remove(0);
    (desk, outcome)
}

#[test]
fn a_merged_cell_counts_for_all_rows_it_covers() {
    let rows: [&[&str]; 5] = [
        &["Name", "E-Mail", "Organisation"],
        &["Ada Lenz", "ada@lenz.example", ""],
        &["Bert Klug", "bert@klug.example", ""],
        &["Cleo Dahl", "cleo@dahl.example", ""],
        &["Dora Ems", "dora@ems.example", "Ems Werft"],
    ];
    let bytes = workbook(|sheet| {
        write(sheet, &rows);
        sheet
            .merge_range(1, 2, 3, 2, "Lenz Optik", &Format::new())
            .unwrap();
    });
    let (desk, outcome) = imported(Kind::Signups, &bytes);
    assert_eq!(outcome.created, 4);
    assert_eq!(
        notes(&outcome),
        [
            "merged cells count for every row they cover: 2 cells were filled in, the first in line 3"
        ]
    );
    let people = desk.export("people");
    assert_eq!(people.matches("Lenz Optik").count(), 3, "{people}");
    assert_eq!(people.matches("Ems Werft").count(), 1, "{people}");
}

#[test]
fn a_merged_name_is_the_name_of_every_session_beside_it() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            &[
                &["Name", "Session"],
                &["", "breakout-b"],
                &["", "bar-1"],
                &["Bert Klug", "breakout-b"],
                // Nothing of its own, below a cell that is merged over it.
                &["", ""],
            ],
        );
        sheet
            .merge_range(1, 0, 2, 0, "Ada Lenz", &Format::new())
            .unwrap();
        sheet
            .merge_range(3, 0, 4, 0, "Bert Klug", &Format::new())
            .unwrap();
    });
    let (desk, outcome) = imported(Kind::Signups, &bytes);
    assert_eq!((outcome.rows, outcome.rejected), (3, 0), "{outcome:?}");
    let signups = desk.export("signups");
    for session in ["breakout-b", "bar-1"] {
        assert!(
            signups.contains(&format!("autumn,{session},1,,Ada,Lenz")),
            "{signups}"
        );
    }
}

#[test]
fn hidden_rows_are_read_and_reported() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            &[
                &["Name", "E-Mail"],
                &["Ada Lenz", "ada@lenz.example"],
                &["Bert Klug", "bert@klug.example"],
                &["Cleo Dahl", "cleo@dahl.example"],
            ],
        );
        sheet.set_row_hidden(1).unwrap();
        sheet.set_row_hidden(3).unwrap();
        // An empty one is nobody's.
        sheet.set_row_hidden(9).unwrap();
    });
    let (_, outcome) = imported(Kind::Signups, &bytes);
    assert_eq!(outcome.created, 3);
    assert_eq!(
        notes(&outcome),
        [
            "the sheet hides rows, perhaps by a filter, and they were read like the others: lines 2, 4; delete those that do not count"
        ]
    );
}

/// Three people, the second of whom is struck through in one way or another.
fn with_struck(strike: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    workbook(|sheet| {
        write(
            sheet,
            &[
                &["Name", "E-Mail", "Organisation"],
                &["Ada Lenz", "ada@lenz.example", "Lenz Optik"],
                &["Bert Klug", "bert@klug.example", "Klug KG"],
                &["Cleo Dahl", "cleo@dahl.example", "Dahl & Co"],
            ],
        );
        strike(sheet);
    })
}

#[test]
fn rows_struck_through_are_set_aside_with_their_lines() {
    let struck = Format::new().set_font_strikethrough();
    let bold = Format::new().set_bold();
    let by_style = with_struck(|sheet| {
        sheet
            .write_string_with_format(1, 0, "Ada Lenz", &bold)
            .unwrap();
        for (column, text) in [(0, "Bert Klug"), (1, "bert@klug.example"), (2, "Klug KG")] {
            sheet
                .write_string_with_format(2, column, text, &struck)
                .unwrap();
        }
        // An empty cell says nothing.
        sheet.write_blank(3, 5, &struck).unwrap();
    });
    let by_text = with_struck(|sheet| {
        let plain = Format::new();
        let parts = [(&plain, "Bert "), (&struck, "Klug")];
        sheet.write_rich_string(2, 0, &parts).unwrap();
    });
    for bytes in [by_style, by_text] {
        for kind in [Kind::Signups, Kind::People, Kind::Attendance] {
            let (desk, outcome) = imported(kind, &bytes);
            let [problem] = outcome.problems.as_slice() else {
                panic!("{kind:?}: {outcome:?}")
            };
            assert_eq!((problem.line, problem.column.as_deref()), (3, Some("Name")));
            assert!(
                problem
                    .reason
                    .in_english()
                    .starts_with("it is struck through"),
                "{problem:?}"
            );
            assert_eq!((outcome.rows, outcome.rejected), (3, 1), "{kind:?}");
            assert!(!desk.export("people").contains("Klug"), "{kind:?}");
        }
    }
    let (desk, outcome) = imported(Kind::Signups, &with_struck(|_| ()));
    assert_eq!(
        (outcome.created, notes(&outcome).len()),
        (3, 0),
        "{outcome:?}"
    );
    assert!(desk.export("people").contains("Klug"));
}

#[test]
fn a_log_made_by_hand_sets_rows_struck_through_aside() {
    let struck = Format::new().set_font_strikethrough();
    let bytes = workbook(|sheet| {
        write(
            sheet,
            &[
                &["Name", "Kam", "Ging"],
                &["Ada Lenz", "11:15", "12:30"],
                &["", "11:15", "12:30"],
            ],
        );
        sheet
            .write_string_with_format(2, 0, "Bert Klug", &struck)
            .unwrap();
    });
    let (_, outcome) = imported(Kind::Attendance, &bytes);
    let lines: Vec<u64> = outcome
        .problems
        .iter()
        .map(|problem| problem.line)
        .collect();
    assert_eq!((outcome.rows, lines), (2, vec![3]), "{outcome:?}");
}

#[test]
fn other_sheets_of_the_same_shape_are_named() {
    let mut workbook = Workbook::new();
    for (name, person) in [("Montag", "Ada Lenz"), ("Dienstag", "Bert Klug")] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        write(sheet, &[&["Name", "E-Mail"], &[person, "x@lenz.example"]]);
    }
    let (_, outcome) = imported(Kind::Signups, &workbook.save_to_buffer().unwrap());
    assert!(
        notes(&outcome)[0].starts_with("sheet `Montag` was read, not `Dienstag`"),
        "{:?}",
        notes(&outcome)
    );
}

#[test]
fn colours_and_comments_are_reported_since_they_are_not_read() {
    let rows: [&[&str]; 4] = [
        &["Name", "E-Mail"],
        &["Ada Lenz", "ada@lenz.example"],
        &["Bert Klug", "bert@klug.example"],
        &["Cleo Dahl", "cleo@dahl.example"],
    ];
    let bytes = workbook(|sheet| {
        write(sheet, &rows);
        let red = Format::new().set_background_color("FF0000");
        sheet
            .write_string_with_format(2, 0, "Bert Klug", &red)
            .unwrap();
        sheet.insert_note(3, 0, &Note::new("sagt ab")).unwrap();
    });
    let (_, outcome) = imported(Kind::Signups, &bytes);
    assert_eq!(
        notes(&outcome),
        [
            "colours are not read, and some rows have another one than most: line 3; if it says who comes or came, write that into a column",
            "comments on cells are not read: line 4",
        ]
    );
    // A coloured heading, or every row in the same colour, says nothing.
    let bytes = workbook(|sheet| {
        write(sheet, &rows);
        let blue = Format::new().set_background_color("0000FF");
        sheet.set_row_format(0, &blue).unwrap();
        sheet.write_string_with_format(0, 0, "Name", &blue).unwrap();
    });
    let (_, outcome) = imported(Kind::Signups, &bytes);
    assert_eq!(notes(&outcome), [""; 0]);
}
