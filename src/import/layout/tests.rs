use super::super::choices::tests::session;
use super::super::rows::{AttendanceRow, SignupRow};
use super::super::{Options, Plan, Problem, SetAside, Setting, Source};
use crate::formats::Field;
use crate::import::error::ImportError;
use crate::import::{Kind, Record, heading};
use crate::model::{Part, SessionId};
use crate::output::keyed::{Keyed, exports};
use crate::output::{self, Format, Language, Table, render};

fn plan(text: &str, kind: Option<Kind>, map: &[(&str, &str)]) -> Result<Plan, ImportError> {
    let sessions = [
        session(1, "breakout-a", "Session A: Öffentlichkeitsarbeit"),
        session(2, "breakout-b", "Session B: KI, Daten und Cluster"),
    ];
    let fields = |map: &[(&str, &str)]| -> Vec<(String, Field)> {
        map.iter()
            .map(|(left, field)| ((*left).to_owned(), Field::parse(field).unwrap()))
            .collect()
    };
    Plan::new(
        &Source::from_reader("list.csv", text.as_bytes()).unwrap(),
        &Options {
            kind,
            ..Options::default()
        },
        Setting {
            event: None,
            sessions: &sessions,
            session: None,
        },
        |_| fields(map),
    )
}

fn records(plan: &Plan) -> Vec<Record> {
    let mut rows = plan.rows().unwrap();
    let mut all = Vec::new();
    while let Some(record) = rows.next_row().unwrap() {
        all.push(record.clone());
    }
    all
}

fn signups(plan: &Plan) -> Vec<Result<SignupRow, SetAside>> {
    records(plan)
        .iter()
        .map(|row| plan.signup(row, None))
        .collect()
}

fn present(plan: &Plan) -> Vec<Result<AttendanceRow, SetAside>> {
    records(plan)
        .iter()
        .map(|row| plan.attendance(row))
        .collect()
}

fn fields(plan: &Plan) -> Vec<String> {
    let columns = plan.layout.columns.iter();
    columns.map(|column| column.field.to_string()).collect()
}

#[test]
fn an_odd_cell_in_a_column_of_a_session_is_a_problem_of_its_row() {
    for heading in [
        "Session A: Öffentlichkeitsarbeit",
        "breakout-a",
        "Woran nehmen Sie teil? [Session A: Oeffentlichkeitsarbeit]",
    ] {
        let text = format!(
            "Name;E-Mail;{heading}\nAnna Müller;a@example.org;ja\nCem Öz;c@example.org;vielleicht\nEva Fuchs;e@example.org;\n"
        );
        let plan = plan(&text, None, &[]).unwrap();
        let rows = signups(&plan);
        assert_eq!(rows[0].as_ref().unwrap().choices, [SessionId(1)]);
        let Err(SetAside::Rejected(Problem { column, reason, .. })) = &rows[1] else {
            panic!("taken as {:?}", rows[1]);
        };
        assert_eq!(column.as_deref(), Some(heading));
        let reason = reason.in_english();
        assert!(reason.contains("`vielleicht`"), "{reason}");
        assert_eq!(rows[2].as_ref().unwrap().choices, []);
    }
}

#[test]
fn one_choice_in_five_makes_a_column_of_choices() {
    let column = |cells: &[&str]| {
        let rows: String = cells
            .iter()
            .map(|cell| format!("Anna Müller;a@example.org;\"{cell}\"\n"))
            .collect::<Vec<_>>()
            .concat();
        let text = format!("Name;E-Mail;Wohin\n{rows}");
        fields(&plan(&text, Some(Kind::Signups), &[]).unwrap())[2].clone()
    };
    let title = "Session B: KI, Daten und Cluster";
    assert_eq!(
        column(&[title, "Seminar 4", "x y", "?!", "later"]),
        "session"
    );
    assert_eq!(
        column(&[title, "a b", "c d", "e f", "g h", "i j"]),
        "answer"
    );
    assert_eq!(
        column(&["keine", "keine", "keine", "keine", title]),
        "session"
    );
    assert_eq!(column(&[&", a".repeat(20_000)]), "answer");
}

#[test]
fn remembered_words_are_known_in_cells() {
    let text =
        "Name;E-Mail;Session\nAnna Müller;a@example.org;pr runde\nCem Öz;c@example.org;EGAL\n";
    let map = [("PR Runde", "session:breakout-a"), ("egal", "ignore")];
    let plan = plan(text, None, &map).unwrap();
    let rows = signups(&plan);
    assert_eq!(rows[0].as_ref().unwrap().choices, [SessionId(1)]);
    assert_eq!(rows[1].as_ref().unwrap().choices, []);
}

#[test]
fn remembered_headings_are_known_however_they_are_typed() {
    let text = "Name;E-Mail;Träger\nAnna Müller;a@example.org;Bio\n";
    for typed in ["TRÄGER", "Tra\u{308}ger", " träger "] {
        let plan = plan(text, None, &[(typed, "organisation")]).unwrap();
        assert_eq!(fields(&plan)[2], "organisation", "{typed}");
    }
}

#[test]
fn a_title_over_the_headings_is_none() {
    let text = "Teilnehmer\nName;E-Mail;Organisation\nAnna Müller;a@example.org;Bio\n";
    assert_eq!(
        fields(&plan(text, None, &[]).unwrap()),
        ["name", "email", "organisation"]
    );
    // A row wider than its headings loses nothing.
    let text = "Name;E-Mail\nAnna Müller;a@example.org;kommt später\n";
    let plan = plan(text, Some(Kind::Signups), &[]).unwrap();
    assert_eq!(fields(&plan), ["name", "email", "answer"]);
    assert_eq!(
        signups(&plan)[0].as_ref().unwrap().answers,
        [("Column 3".to_owned(), "kommt später".to_owned())]
    );
}

#[test]
fn lists_of_those_present_hold_names_and_addresses() {
    let text = "Anna Müller\nc@example.org\nEva Fuchs\n";
    let rows = |text: &str| present(&plan(text, Some(Kind::Attendance), &[]).unwrap());
    let list = rows(text);
    assert_eq!(list[0].as_ref().unwrap().who.family_name, "Müller");
    let address = |row: &Result<AttendanceRow, SetAside>| row.as_ref().unwrap().who.email.clone();
    assert_eq!(address(&list[1]).as_deref(), Some("c@example.org"));
    assert_eq!(list[2].as_ref().unwrap().who.family_name, "Fuchs");
    let by_content = rows("Wer;Land\na@example.org;DE\nb@example.org;DE\nEva Fuchs;DE\n");
    assert_eq!(address(&by_content[0]).as_deref(), Some("a@example.org"));
    assert_eq!(by_content[2].as_ref().unwrap().who.family_name, "Fuchs");
    let slip = rows("E-Mail;Land\na@example.org;DE\nb.example.org;DE\n");
    assert!(slip[1].is_err());
}

#[test]
fn from_and_to_are_when_somebody_was_there() {
    let text = "Name;Datum;Von;Bis\nAnna Müller;8.10.2020;23:30;0:15\n";
    let plan = plan(text, Some(Kind::Attendance), &[]).unwrap();
    let row = present(&plan).remove(0).unwrap();
    assert!(row.joined_at.is_some_and(|at| at.date.is_some()));
    assert!(row.left_at.is_some_and(|at| at.date.is_none()));
}

#[test]
fn people_with_hours_are_a_log_whatever_its_headings() {
    for (said, text) in [
        (
            None,
            "Teilnehmer;von;bis;Dauer\nAnna Müller;10:40;11:30;50\n",
        ),
        (
            None,
            "Name;von;bis;Dauer\nAnna Müller;8.10.2020 10:40;8.10.2020 11:30;50\n",
        ),
        (
            None,
            "Name;E-Mail;Beginn;Ende\nAnna Müller;a@example.org;10:40;11:30\n",
        ),
        (
            None,
            "Name;anwesend von;anwesend bis\nAnna Müller;10:40;11:30\n",
        ),
        (
            Some(Kind::Attendance),
            "Name;Ankunft;Abgang\nAnna Müller;10:40;11:30\n",
        ),
        (
            Some(Kind::Attendance),
            "Name,In,Out\nAnna Müller,10:40,\nCem Öz,10:50,11:30\n",
        ),
        (
            Some(Kind::Attendance),
            "Name;Eintritt;Austritt\nAnna Müller;10:40;11:30\n",
        ),
    ] {
        let plan = plan(text, said, &[]).unwrap();
        assert_eq!(plan.layout.kind, Kind::Attendance, "{text}");
        let hours = [Field::JoinedAt, Field::LeftAt].map(|it| plan.layout.column(&it));
        assert!(hours[0].is_some() && hours[0] < hours[1], "{text}");
    }
    // The dates of a membership, and a programme.
    for (text, kind) in [
        (
            "Name;E-Mail;von;bis\nAnna Müller;a@example.org;1.1.2019;31.12.2020\n",
            Kind::People,
        ),
        (
            "Name;Raum;von;bis\nKeynote;Kiel;10:40;11:30\n",
            Kind::Programme,
        ),
        (
            "Titel;von;bis;Dauer\nKeynote;10:40;11:30;50\n",
            Kind::Programme,
        ),
    ] {
        assert_eq!(plan(text, None, &[]).unwrap().layout.kind, kind, "{text}");
    }
}

#[test]
fn numbers_of_people_are_known_in_own_exports_alone() {
    let text = "Name;E-Mail;person_id;id;Session\nAnna Müller;a@example.org;7;7;A\n";
    let rows = signups(&plan(text, None, &[]).unwrap());
    assert_eq!(rows[0].as_ref().unwrap().who.person_id, None);
    let rows = records(&plan(text, Some(Kind::People), &[]).unwrap());
    let people = plan(text, Some(Kind::People), &[]).unwrap();
    assert_eq!(people.person(&rows[0]).unwrap().who.person_id, None);
}

#[test]
fn messages_do_not_quote_people() {
    let error = |text: &str| plan(text, None, &[]).unwrap_err().to_string();
    let message = error("Anna;Bonn;7\nCem;Ulm;8\n");
    assert!(message.ends_with("(it has 3 columns)"), "{message}");
    let rows =
        "Anna Müller;a@example.org;b@example.org;\nEva Fuchs;e@example.org;ok;f@example.org\n";
    let message = error(&format!("Name;E-Mail;Status;Session\n{rows}"));
    assert!(!message.contains("example"), "{message}");
    let told = [("Status", "status")];
    let plan = plan(&format!("Name;E-Mail;Status;Session\n{rows}"), None, &told).unwrap();
    for row in signups(&plan) {
        let Err(SetAside::Rejected(problem)) = row else {
            panic!("taken");
        };
        let reason = problem.reason.in_english();
        assert!(!reason.contains("example"), "{reason}");
    }
}

#[test]
fn a_programme_names_its_moderators_days_and_places() {
    let text = "Art;Titel;Datum;Beginn;Ende;Raum;Referenten;Moderation\nVeranstaltung;Tag;08.10.2020;9:00;17:00;Kiel;;\nWorkshop;KI;08.10.2020;10:00;11:00;S1;Anna Müller und Cem Öz;Eva Fuchs\n";
    let plan = plan(text, None, &[]).unwrap();
    assert_eq!(plan.layout.kind, Kind::Programme);
    let rows = records(&plan);
    let event = plan.programme(&rows[0]).unwrap();
    assert_eq!(event.place.as_deref(), Some("Kiel"));
    let workshop = plan.programme(&rows[1]).unwrap();
    assert!(workshop.start.is_some_and(|start| start.date.is_some()));
    assert_eq!(workshop.place, None);
    let named = |part, name: &str| (part, name.to_owned());
    assert_eq!(
        workshop.speakers,
        [
            named(Part::Moderator, "Eva Fuchs"),
            named(Part::Speaker, "Anna Müller"),
            named(Part::Speaker, "Cem Öz")
        ]
    );
}

/// Returns an export with only its headings, as a spreadsheet gets it.
fn headings_alone(headings: &[Keyed], language: Language) -> String {
    let columns = headings.iter().copied().map(output::Column::of).collect();
    let options = output::Options {
        language,
        ..output::Options::default()
    };
    let bytes = render(&Table::new("t", "", columns), Format::Csv, &options);
    String::from_utf8(bytes.unwrap()).unwrap()
}

#[test]
fn every_heading_of_an_export_is_known_again_as_the_field_of_its_key() {
    for (kind, headings) in [
        (Kind::Organisations, exports::ORGANISATIONS),
        (Kind::People, exports::PEOPLE),
        (Kind::Programme, exports::PROGRAMME),
        (Kind::Programme, exports::PROGRAMME_WITH_KEEP),
        (Kind::Signups, exports::SIGNUPS),
        (Kind::Attendance, exports::ATTENDANCE),
    ] {
        let keys: Vec<&str> = headings.iter().map(|it| it.key()).collect();
        for language in Language::ALL {
            let plan = plan(&headings_alone(headings, language), None, &[]).unwrap();
            assert_eq!(plan.layout.kind, kind, "{language:?}");
            let columns = plan.layout.columns.iter();
            let fields: Vec<String> = columns.map(|it| it.field.to_string()).collect();
            assert_eq!(fields, keys, "{kind:?} {language:?}");
        }
    }
}

#[test]
fn a_heading_of_an_export_is_known_by_its_words_in_english_and_german() {
    // If somebody removed a column, the export as a whole is not recognised any more. Columns that only this program
    // writes are only recognised in its exports.
    let only_in_exports = ["seconds", "meets", "nobody", "verdict", "reason"];
    for headings in [
        exports::ORGANISATIONS,
        exports::PEOPLE,
        exports::PROGRAMME,
        exports::SIGNUPS,
        exports::ATTENDANCE,
    ] {
        for (heading, language) in headings
            .iter()
            .flat_map(|it| [Language::En, Language::De].map(|language| (it, language)))
        {
            if heading.key() == "is_cancelled" {
                // In a table of sign-ups it says which of them are.
                continue;
            }
            let field = heading::field_of(heading.in_language(language));
            let expected = Field::parse(heading.key());
            let expected = expected.filter(|_| !only_in_exports.contains(&heading.key()));
            assert_eq!(field, expected, "{} {language:?}", heading.key());
        }
    }
}

#[test]
fn a_short_file_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.csv");
    let text = |name: &str| format!("Name;E-Mail;Session\n{name} Müller;a@example.org;A\n");
    std::fs::write(&path, text("Anna")).unwrap();
    let source = Source::open(&path).unwrap();
    let setting = Setting {
        event: None,
        sessions: &[],
        session: None,
    };
    let plan = Plan::new(&source, &Options::default(), setting, |_| Vec::new()).unwrap();
    std::fs::write(&path, text("Olga")).unwrap();
    let rows: Vec<_> = signups(&plan);
    assert_eq!(rows[0].as_ref().unwrap().who.given_name, "Anna");
}
