//! Events with too little or too much data.

use super::tests::{bars, chart, english, fact, figure, headings, report, sentences, table};
use super::{EventReportOptions, event};
use crate::model::{EventId, Rule, SessionId, SessionKind};
use crate::output::{Cell, Document, Language};
use crate::report::fixture::{self, Fixture, text};
use crate::store::{NewSession, StoreError, Writer};

const EVENT: EventId = EventId(1);

#[test]
fn before_anything_is_recorded_it_says_so() {
    let document = english(&Fixture::planned());
    assert_eq!(figure(&document, "registered"), Some("6".to_owned()));
    assert_eq!(figure(&document, "came"), None);
    assert_eq!(fact(&document, "present"), None);
    assert_eq!(chart(&document), None);
    assert_eq!(table(&document, "no_shows"), None);
    assert_eq!(table(&document, "sources"), None);
    assert!(!headings(&document).contains(&"No-shows"));
    let said = sentences(&document);
    assert!(said[0].starts_with("Nothing is recorded of this event yet"));
    // What is known beforehand is shown.
    assert_eq!(table(&document, "programme").unwrap().rows().len(), 4);
    assert_eq!(bars(&document, "Attendance by session"), None);
}

#[test]
fn an_event_without_sessions_is_counted_as_a_whole() {
    let mut fixture = Fixture::empty();
    fixture.change(|writer| {
        fixture::add_event(writer, "e", "2020-10-08", None)?;
        fixture::add_person(writer, ("Anna", "Allein"), None)?;
        fixture::register(writer, EVENT, 1, None)?;
        fixture::add_stay(writer, EVENT, None, Ok(1), Some(("10:00", "12:00")))
    });
    let document = english(&fixture);
    assert_eq!(figure(&document, "came"), Some("1".to_owned()));
    assert_eq!(figure(&document, "session_count"), None);
    assert_eq!(figure(&document, "organisations_represented"), None);
    assert_eq!(table(&document, "programme"), None);
    let said = sentences(&document).join("\n");
    assert!(
        said.contains("The event has no sessions of its own"),
        "{said}"
    );
    assert!(said.contains("Anyone who met the minimum counts as present: at least 5 minutes"));
    assert!(!said.contains("Nothing was recorded of"), "{said}");
    assert_eq!(
        text(table(&document, "sources").unwrap()),
        "\
Title                    Stays in logs
──────────────────────────────────────
Logs of the whole event              1
"
    );
}

#[test]
fn an_event_of_nobody_is_a_document_too() {
    let mut fixture = Fixture::empty();
    fixture.change(|writer| fixture::add_event(writer, "e", "2020-10-08", None).map(drop));
    for public in [false, true] {
        let document = report(&fixture, public, Language::De);
        assert_eq!(figure(&document, "registered"), Some("0".to_owned()));
        let said = sentences(&document).join("\n");
        assert!(said.contains("ist keine Organisation bekannt"), "{said}");
    }
    // Only somebody unknown was there.
    fixture.change(|writer| {
        fixture::add_stay(writer, EVENT, None, Err("Gast"), Some(("10:00", "12:00")))
    });
    let document = english(&fixture);
    assert_eq!(figure(&document, "came"), Some("0".to_owned()));
    // There is no percentage of zero people.
    assert_eq!(figure(&document, "rate"), None);
    assert_eq!(figure(&document, "average_minutes_at_event"), None);
}

#[test]
fn two_hundred_sessions_are_a_table_and_no_wall_of_bars() {
    let mut fixture = Fixture::empty();
    fixture.change(two_hundred);
    let document = english(&fixture);
    assert_eq!(table(&document, "programme").unwrap().rows().len(), 200);
    let pictured = |document: &Document| bars(document, "Attendance by session").map(|it| it.len());
    assert_eq!(pictured(&document), Some(40));
    let said = sentences(&document).join("\n");
    assert!(
        said.contains("In 100 sessions: any presence counts."),
        "{said}"
    );
    assert!(said.contains("Nothing was recorded of 160 sessions."));
    fixture.change(|writer| {
        let span = Some(("10:00", "10:30"));
        fixture::add_stay(writer, EVENT, Some(41), Ok(1), span)
    });
    assert_eq!(pictured(&english(&fixture)), None);
}

fn two_hundred(writer: &Writer<'_>) -> Result<(), StoreError> {
    fixture::add_event(writer, "e", "2020-10-08", None)?;
    fixture::add_person(writer, ("Anna", "Allein"), None)?;
    for number in 0..200 {
        writer.add_session(&NewSession {
            event_id: EVENT,
            slug: format!("s{number}"),
            title: format!("Session {number}"),
            kind: SessionKind::Breakout,
            start: fixture::at("2020-10-08", "10:00"),
            end: fixture::at("2020-10-08", "11:00"),
            capacity: None,
            room: Some(format!("Room {number}")),
            rule: (number % 2 == 1).then_some(Rule::Any),
            drop_in: false,
            people: Vec::new(),
        })?;
    }
    for session in 1..=40 {
        let span = Some(("10:00", "10:30"));
        fixture::add_stay(writer, EVENT, Some(session), Ok(1), span)?;
    }
    Ok(())
}

#[test]
fn each_day_has_its_heading_and_times_stand_alone() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        let mut event = writer.event(EVENT)?.unwrap();
        event.end = fixture::at("2020-10-09", "13:00");
        writer.save_event(&event)?;
        let mut bar = writer.session(SessionId(4))?.unwrap();
        bar.start = fixture::at("2020-10-09", "12:00");
        bar.end = fixture::at("2020-10-09", "12:30");
        writer.save_session(&bar).map(drop)
    });
    let document = report(&fixture, false, Language::De);
    assert_eq!(
        document.lines[0],
        "8.–9. Oktober 2020, Donnerstag 10:00 Uhr bis Freitag 13:00 Uhr"
    );
    let programme = table(&document, "programme").unwrap();
    let groups: Vec<&str> = programme
        .groups()
        .iter()
        .map(|it| it.heading.as_str())
        .collect();
    assert_eq!(
        groups,
        ["Donnerstag, 8. Oktober 2020", "Freitag, 9. Oktober 2020"]
    );
    let time = programme.rows()[3][1].for_people(Language::De);
    assert_eq!(time, "12:00–12:30");
}

#[test]
fn before_it_begins_it_tells_how_sign_ups_stand() {
    let fixture = Fixture::planned();
    let now = fixture::at("2020-10-08", "09:00");
    let options = EventReportOptions::default();
    let document = event(&fixture.read_at(now), &fixture.event(), &options).unwrap();
    assert_eq!(document.title, "Sign-ups so far: Meeting herbst20");
    // David is waiting.
    assert_eq!(figure(&document, "waitlisted"), Some("1".to_owned()));
    assert_eq!(
        figure(&document, "organisations_registered"),
        Some("2".to_owned())
    );
    let said = headings(&document);
    assert!(!said.contains(&"How attendance was counted"), "{said:?}");
    let programme = table(&document, "programme").unwrap();
    let rate = programme
        .columns()
        .iter()
        .position(|it| it.key == "rate")
        .unwrap();
    assert!(programme.rows().iter().all(|row| row[rate] == Cell::Empty));
}

#[test]
fn for_the_public_there_are_no_verdicts_and_no_doubts() {
    let document = report(&Fixture::meeting(), true, Language::En);
    assert_eq!(document.title, "Report: Meeting herbst20");
    assert_eq!(
        headings(&document),
        [
            "At a glance",
            "Programme",
            "People over time",
            "Speakers, moderators and hosts",
            "Organisations"
        ]
    );
    assert_eq!(
        (figure(&document, "rate"), fact(&document, "no_show")),
        (None, None)
    );
    // Nor are unmatched stays.
    assert_eq!(chart(&document).unwrap().series.len(), 1);
}
