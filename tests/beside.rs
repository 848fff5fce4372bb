//! What stands beside the rows of a table, and what only looks so: numbers before names, family names that
//! are words of remarks, names with commas.

use rollcall::import::Kind;
use rollcall::intake::FileOutcome;

use super::desk::{Desk, PROGRAMME, notes, request};

/// Imports sign-ups; returns everybody as `Family, Given <address>` and the outcome.
#[track_caller]
fn signed_up(text: &str) -> (Vec<String>, FileOutcome) {
    let mut desk = Desk::with_programme(PROGRAMME);
    let mut request = request();
    request.options.kind = Some(Kind::Signups);
    let changed = desk.import_as(&[("list.csv", text.as_bytes())], &request);
    let outcome = changed.unwrap().value.remove(0);
    let person = |line: &str| match line.split(',').collect::<Vec<_>>()[2..5] {
        [given, family, ""] => format!("{family}, {given}"),
        [given, family, email] => format!("{family}, {given} <{email}>"),
        _ => panic!("{line}"),
    };
    let people = desk.export("people");
    (people.lines().skip(1).map(person).collect(), outcome)
}

#[test]
fn in_a_table_of_one_column_every_row_is_somebody_or_set_aside() {
    let (people, outcome) = signed_up(
        "Name\n1. Ada Lenz\n2) Bert Klug\n109_Cleo_Dahl\nCS-21-003 Dora Ems\n23345 - FAX EMIL\n\
         Frida Ende\n\"Stand, Petra\"\nStand: 30.09.2020\nEnde\nSumme: 7\n",
    );
    assert_eq!(
        people,
        [
            "Lenz, Ada",
            "Klug, Bert",
            "Dahl, Cleo",
            "Ems, Dora",
            "Emil, Fax",
            "Ende, Frida",
            "Stand, Petra"
        ]
    );
    let lines: Vec<u64> = outcome
        .problems
        .iter()
        .map(|problem| problem.line)
        .collect();
    assert_eq!(lines, [9, 10], "{outcome:?}");
    assert_eq!(outcome.skipped, 1);
    assert!(
        notes(&outcome)
            .iter()
            .any(|note| note == "skipped, a row of totals: line 11"),
        "{:?}",
        notes(&outcome)
    );
}

#[test]
fn a_family_name_that_is_a_word_of_remarks_is_a_name() {
    let (people, outcome) = signed_up(
        "Name;Organisation;E-Mail\nAnna Ahlers;Nord AG;anna@nord.example\n\
         \"Stand, Petra\";;\n\"Ende, Michael\";;\n\"Quelle, Rita\";;\nMichael Ende;;\n\
         Ende der Liste;;\nStand: 30.09.2020;;\nQuelle;;\n70 Personen;;\n",
    );
    assert_eq!(
        people,
        [
            "Ahlers, Anna <anna@nord.example>",
            "Stand, Petra",
            "Ende, Michael",
            "Quelle, Rita",
        ]
    );
    let [problem] = outcome.problems.as_slice() else {
        panic!("{outcome:?}")
    };
    assert_eq!(problem.line, 9);
    assert!(
        problem
            .reason
            .in_english()
            .contains("`Quelle` may be a family name"),
        "{problem:?}"
    );
    assert!(
        notes(&outcome)
            .iter()
            .any(|note| note == "skipped, a note beside the table: lines 7, 8, 10"),
        "{:?}",
        notes(&outcome)
    );
}

#[test]
fn the_headings_once_more_are_nobody() {
    let (people, outcome) = signed_up(
        "Name;E-Mail;Organisation\nAda Lenz;ada@lenz.example;Lenz\n\
         Name;E-Mail;Organisation\nBert Klug;bert@klug.example;Klug\n",
    );
    assert_eq!(people.len(), 2, "{people:?}");
    assert_eq!((outcome.skipped, outcome.rejected), (1, 0));
    assert!(
        notes(&outcome)
            .iter()
            .any(|note| note == "skipped, the headings once more: line 3"),
        "{:?}",
        notes(&outcome)
    );
}

#[test]
fn names_with_a_comma_and_no_quotes_are_one_cell() {
    let quoted = "Name,Attendance,Response\n\
        \"Lenz, Ada (HH) <ada@lenz.example>\",Required,Accepted\n\
        Cleo Dahl <cleo@dahl.example>,Optional,Accepted\n\
        \"Klug, Bert <bert@klug.example>\",Required,Declined\n";
    let (people, right) = signed_up(quoted);
    assert_eq!(
        people,
        [
            "Lenz, Ada <ada@lenz.example>",
            "Dahl, Cleo <cleo@dahl.example>",
            "Klug, Bert <bert@klug.example>",
        ]
    );
    let (people_again, outcome) = signed_up(&quoted.replace('"', ""));
    assert_eq!(people_again, people);
    assert_eq!(outcome.columns, right.columns);
    assert!(
        notes(&outcome)[0].contains("not in quotation marks"),
        "{:?}",
        notes(&outcome)
    );
    assert!(!notes(&right).iter().any(|note| note.contains("quotation")));
}

#[test]
fn a_list_may_be_numbered_in_a_column_of_its_own() {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import(
        "form.csv",
        b"Name;E-Mail;Session\nAda Lenz;ada@lenz.example;breakout-b\nBert Klug;bert@klug.example;breakout-b\n",
    );
    for list in [
        "1;Ada Lenz\n2;Bert Klug\n",
        "1.;Ada Lenz;ada@lenz.example\n2.;Bert Klug;bert@klug.example\n",
    ] {
        let mut request = request();
        request.options.kind = Some(Kind::Attendance);
        request.session = Some("breakout-b".to_owned());
        request.dry_run = true;
        let changed = desk.import_as(&[("there.csv", list.as_bytes())], &request);
        let outcome = changed.unwrap().value.remove(0);
        assert_eq!((outcome.created, outcome.review), (2, 0), "{outcome:?}");
    }
}

#[test]
fn a_bare_list_may_say_who_was_not_there() {
    for (list, counts) in [
        ("1;Ada Lenz;ja\n2;Bert Klug;nein\n", Some((1, 1))),
        ("Ada Lenz;x\nBert Klug;\n", Some((1, 1))),
        (
            "Ada Lenz;ada@lenz.example;ja\nBert Klug;;entschuldigt\n",
            Some((2, 0)),
        ),
        // Two names: nobody knows which is which.
        ("Lenz;Ada\nKlug;Bert\n", None),
    ] {
        let mut desk = Desk::with_programme(PROGRAMME);
        let form = "Name;E-Mail;Session\nAda Lenz;ada@lenz.example;breakout-b\nBert Klug;bert@klug.example;breakout-b\n";
        desk.import("form.csv", form.as_bytes());
        let mut request = request();
        request.options.kind = Some(Kind::Attendance);
        request.session = Some("breakout-b".to_owned());
        let changed = desk.import_as(&[("there.csv", list.as_bytes())], &request);
        let counted = changed
            .ok()
            .map(|it| (it.value[0].created, it.value[0].skipped));
        assert_eq!(counted, counts, "{list}");
    }
}
