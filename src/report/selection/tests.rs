use super::super::fixture::{Fixture, csv, text};
use super::super::{AttendanceOptions, SheetFor, attendance, exports, sessions, sign_in};
use super::*;
use crate::output::{Cell, Column};

/// Parses `2020-10-08` and `10:15`.
pub(super) fn moment(text: &str) -> Result<Written, Message> {
    let (day, clock) = match text.split_once(['T', ' ']) {
        Some((day, clock)) => (day, clock),
        None if text.contains(':') => ("", text),
        None => (text, ""),
    };
    let (clock, offset) = match clock.split_once('+') {
        Some((clock, offset)) => (clock, offset.split_once(':')),
        None => (clock, None),
    };
    let offset = offset.map(|(hours, _)| hours.parse::<i32>().unwrap_or(0) * 3600);
    let german = chrono::NaiveDate::parse_from_str(day, "%d.%m.%Y");
    let written = Written {
        day: day.parse().ok().or(german.ok()),
        clock: clock.parse().ok(),
        offset,
    };
    if written.day.is_none() && written.clock.is_none() {
        return Err(Message::verbatim("no time".to_owned()));
    }
    Ok(written)
}

fn texts(of: &[&str]) -> Vec<String> {
    of.iter().map(|it| (*it).to_owned()).collect()
}

fn selected(
    table: Table,
    columns: &[&str],
    conditions: &[&str],
    language: Language,
) -> Result<Table, SelectionError> {
    let fixture = Fixture::meeting();
    let (reader, event) = (fixture.read(), fixture.event());
    let more = more(&reader, Some(&event), &table, language).unwrap();
    let sessions = reader.sessions(event.id).unwrap().into_iter();
    let sessions: Vec<_> = sessions.map(|it| (it.slug, it.title)).collect();
    let around = Around {
        language,
        sessions: &sessions,
        moment: &moment,
    };
    let (columns, conditions) = (texts(columns), texts(conditions));
    let selection = Selection {
        columns: &columns,
        conditions: &conditions,
    };
    select(table, more, selection, around)
}

fn list(language: Language) -> Table {
    let fixture = Fixture::meeting();
    let options = AttendanceOptions {
        language,
        ..AttendanceOptions::default()
    };
    attendance(&fixture.read(), &fixture.event(), &options).unwrap()
}

fn rows(conditions: &[&str]) -> usize {
    let table = selected(list(Language::En), &[], conditions, Language::En);
    table.unwrap().rows().len()
}

#[test]
fn rows_and_columns_are_chosen_and_said() {
    let table = selected(
        list(Language::De),
        &["Teilnahme,name", "late_minutes", "E-Mail"],
        &["Session=The breakout-a", "verdict=no-show,abgemeldet"],
        Language::De,
    );
    assert_eq!(text(&table.unwrap()), "\
Anwesenheit: Meeting herbst20
Donnerstag, 8. Oktober 2020, 10:00–13:00 Uhr
Ort: Online
Stand: 8. Oktober 2020
Auswahl: Session = The breakout-a; Teilnahme = nicht erschienen oder abgemeldet. 2 von 19 Zeilen; die Hinweise gelten für die ganze Liste.

The breakout-a
11:00–12:00 · Mindestdauer: 50 %
2 von 7 Zeilen gezeigt

Attendance  Name           Minutes late  E-mail
───────────────────────────────────────────────────────────
withdrew    Lang, Eva
no-show     Zimmer, Bernd                bernd@nord.example

2 Anwesenheitszeiten (45 Min.) sind noch keiner Person zugeordnet. Die Zahlen können daher zu niedrig sein. `rollcall review`
");
}

#[test]
fn sums_of_what_is_hidden_go_and_those_of_what_is_shown_stay() {
    let whole = list(Language::En);
    let all = selected(whole.clone(), &[], &["name!=Nobody"], Language::En).unwrap();
    let below = |table: &Table| -> usize {
        let groups = table.groups().iter();
        groups.map(|it| it.below.len()).sum()
    };
    assert_eq!(below(&all), below(&whole));
    assert_eq!(all.rows().len(), whole.rows().len());
    let some = selected(whole, &[], &["verdict=present"], Language::En).unwrap();
    assert_eq!(below(&some), 0);
    assert_eq!(some.left_out, 17);
}

#[test]
fn conditions_say_what_they_mean() {
    assert_eq!(rows(&["verdict=present"]), 2);
    assert_eq!(rows(&["verdict=PRESENT , no_show"]), 8);
    assert_eq!(rows(&["verdict!=present"]), 17);
    // For programs a withdrawal counts as excused; for people it has a different name.
    assert_eq!(rows(&["verdict=excused"]), 2);
    assert_eq!(rows(&["verdict=withdrew"]), 1);
    assert_eq!(rows(&["organisation=biocluster NORD e. v."]), 7);
    assert_eq!(rows(&["organisation~cluster"]), 7);
    assert_eq!(rows(&["name=Müller, Anna", "verdict="]), 0);
    assert_eq!(rows(&["name=Müller, Anna,Noorg, David"]), 5);
    assert_eq!(rows(&["name=mueller anna"]), 3);
    assert_eq!(rows(&["organisation="]), 5);
    assert_eq!(rows(&["minutes>=45"]), 4);
    assert_eq!(rows(&["minutes<45", "minutes>10"]), 2);
    assert_eq!(rows(&["share=75%"]), 1);
    assert_eq!(rows(&["share>=75%"]), 4);
    assert_eq!(rows(&["first_joined>=11:00", "first_joined<12:00"]), 5);
    assert_eq!(rows(&["first_joined=2020-10-08"]), 9);
    assert_eq!(rows(&["status=Warteliste"]), 1);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = |conditions: &[&str]| {
        let error = selected(list(Language::En), &[], conditions, Language::En).unwrap_err();
        error.message().in_language(Language::En)
    };
    for (condition, said) in [
        (
            "verdict=prsent",
            "the column `Attendance` never says `prsent`",
        ),
        ("session=keynot", "the column `Session` never says `keynot`"),
        (
            "minutes=many",
            "the column `Minutes` holds numbers, and `many` is not a number",
        ),
        (
            "share=75",
            "the column `Share` holds shares, and `75` is not a share",
        ),
        (
            "first_joined>noon",
            "the column `First joined` holds times, and this is not one: no time",
        ),
        (
            "name<M",
            "`<` is for numbers and times, and the column `Name` holds neither",
        ),
        ("nme=M", "there is no column `nme` in this list"),
        ("verdict", "`verdict` is not a condition"),
    ] {
        assert_eq!(refused(&[condition]), said);
    }
    let columns =
        |columns: &[&str]| selected(list(Language::En), columns, &[], Language::En).unwrap_err();
    assert!(
        matches!(columns(&["name,nam"]), SelectionError::NoColumn { name, .. } if name == "nam")
    );
    assert!(matches!(columns(&["name,Name"]), SelectionError::Twice { name } if name == "Name"));
    assert_eq!(columns(&[" , "]), SelectionError::NoColumns);
}

#[test]
fn a_verdict_is_closed_before_there_is_one() {
    let fixture = Fixture::planned();
    let (reader, event) = (fixture.read(), fixture.event());
    let options = AttendanceOptions::default();
    let mut table = attendance(&reader, &event, &options).unwrap();
    table.keep_rows(&vec![false; table.rows().len()], |_, _| String::new());
    let none = selected(table.clone(), &[], &["verdict=present"], Language::En);
    assert_eq!(none.unwrap().rows().len(), 0);
    let wrong = selected(table, &[], &["verdict=here"], Language::En).unwrap_err();
    assert!(matches!(wrong, SelectionError::NeverSo { .. }));
}

#[test]
fn a_sheet_to_sign_knows_whom_its_rows_are_about() {
    let fixture = Fixture::planned();
    let (reader, event) = (fixture.read(), fixture.event());
    let table = sign_in(&reader, &event, SheetFor::EachSession, 1, Language::En).unwrap();
    let chosen = selected(
        table,
        &["name,email,signature"],
        &["session=breakout-a", "email!="],
        Language::En,
    );
    let lines = csv(&chosen.unwrap());
    assert_eq!(
        lines,
        "\
Name,E-mail,Signature
\"Müller, Anna\",anna@nord.example,
\"Zimmer, Bernd\",bernd@nord.example,
"
    );
}

#[test]
fn headings_with_commas_and_signs_are_named_whole() {
    let mut table = Table::new(
        "people",
        "",
        vec![
            Column::answers("Fish, meat"),
            Column::answers("More than 2 = many?"),
            Column::answers("Name"),
        ],
    );
    table.push(vec!["a, b".into(), "yes".into(), "x".into()]);
    table.push(vec!["a".into(), "no".into(), "y".into()]);
    let chosen = selected(
        table.clone(),
        &["Fish, meat,More than 2 = many?"],
        &["More than 2 = many?=yes", "Fish, meat=a, b"],
        Language::En,
    );
    let chosen = chosen.unwrap();
    assert_eq!(chosen.rows(), [[Cell::from("a, b"), Cell::from("yes")]]);
    // A different column of that name is found by its key, and the question by its text.
    table.add_column(
        Column::of(crate::output::keyed::columns::NAME),
        &"Anna".into(),
    );
    let several = selected(table.clone(), &["Name"], &[], Language::En).unwrap_err();
    let SelectionError::SeveralColumns { names, .. } = several else {
        panic!("{several:?}");
    };
    assert_eq!(names, ["answer:Name", "name"]);
    let one = selected(table.clone(), &["answer:Name"], &[], Language::De).unwrap();
    assert_eq!(one.rows()[0], ["x".into()]);
    let other = selected(table, &["name"], &[], Language::En).unwrap();
    assert_eq!(other.rows()[0], ["Anna".into()]);
}

#[test]
fn an_answer_is_a_column_of_every_list_of_people() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let mut anna = writer
            .registration(crate::model::EventId(1), crate::model::PersonId(1))?
            .unwrap();
        anna.answers = vec![("Diet".to_owned(), "vegan".to_owned())];
        writer.save_registration(&anna)?;
        Ok(())
    });
    let (reader, event) = (fixture.read(), fixture.event());
    let options = AttendanceOptions::default();
    let tables = [
        attendance(&reader, &event, &options).unwrap(),
        attendance(
            &reader,
            &event,
            &AttendanceOptions {
                by_person: true,
                ..options
            },
        )
        .unwrap(),
        sign_in(&reader, &event, SheetFor::EachSession, 0, Language::En).unwrap(),
        exports::people(&reader, None, Language::En).unwrap(),
        exports::signups(&reader, None, Language::En).unwrap(),
        exports::attendance(&reader, None, Language::En).unwrap(),
    ];
    for table in tables {
        let more = more(&reader, Some(&event), &table, Language::En).unwrap();
        let around = Around {
            language: Language::En,
            sessions: &[],
            moment: &moment,
        };
        let (columns, conditions) = (texts(&["Diet"]), texts(&["diet=Vegan"]));
        let selection = Selection {
            columns: &columns,
            conditions: &conditions,
        };
        let name = table.name.clone();
        let chosen = select(table, more, selection, around).unwrap();
        assert!(!chosen.is_empty(), "{name}");
        assert!(
            chosen.rows().iter().all(|row| *row == ["vegan".into()]),
            "{name}"
        );
    }
    // The figures of a session are not about people, so they have no such columns.
    let figures = sessions(&reader, &event, Language::En).unwrap();
    assert_eq!(
        more(&reader, Some(&event), &figures, Language::En).unwrap(),
        []
    );
}
