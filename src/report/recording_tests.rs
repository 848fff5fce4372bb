//! Which stays of the event as a whole count for which session.

use super::super::fixture::{self, Fixture};
use super::*;
use crate::model::EventId;
use crate::model::SessionKind;
use crate::store::{NewSession, NewStay, Writer};

const EVENT: EventId = EventId(1);

/// Returns an event from 10:00 to 13:00 with one session per entry: start, end and room.
fn recorded(
    sessions: &[(&str, &str, Option<&str>)],
    stays: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>,
) -> Recording {
    let mut fixture = Fixture::empty();
    fixture.change(|writer| {
        fixture::add_event(writer, "e", "2020-10-08", None)?;
        for family in ["Eins", "Zwei", "Drei"] {
            fixture::add_person(writer, ("Anna", family), None)?;
        }
        for (number, (start, end, room)) in (1..).zip(sessions) {
            writer.add_session(&NewSession {
                event_id: EVENT,
                slug: format!("s{number}"),
                title: format!("S{number}"),
                kind: SessionKind::Breakout,
                start: fixture::at("2020-10-08", start),
                end: fixture::at("2020-10-08", end),
                capacity: None,
                room: room.map(str::to_owned),
                rule: None,
                drop_in: false,
                people: Vec::new(),
            })?;
        }
        stays(writer)
    });
    Recording::load(fixture.read(), &fixture.event()).unwrap()
}

/// Returns the minutes of Anna Eins, session by session.
fn minutes(recording: &Recording) -> Vec<Option<i64>> {
    let sessions = recording.sessions.iter();
    let anna = sessions.map(|it| it.attended.get(&PersonId(1)));
    anna.map(|it| it.map(|it| it.minutes.unwrap())).collect()
}

fn of_event(writer: &Writer<'_>, start: &str, end: &str) -> Result<(), StoreError> {
    fixture::add_stay(writer, EVENT, None, Ok(1), Some((start, end)))
}

fn lasting(seconds: i64) -> NewStay {
    NewStay {
        session_id: None,
        seconds: Some(seconds),
        ..fixture::stay_of(EVENT, SessionId(1), 1)
    }
}

#[test]
fn nobody_is_in_three_breakouts_at_once() {
    let parallel = [
        ("10:00", "11:00", None),
        ("11:00", "12:00", None),
        ("11:00", "12:00", None),
        ("11:30", "11:45", None),
        ("12:00", "13:00", None),
    ];
    let found = recorded(&parallel, |writer| of_event(writer, "10:30", "12:10"));
    // Back to back is not an overlap: nothing runs parallel to the first and the last.
    assert_eq!(minutes(&found), [Some(30), None, None, None, Some(10)]);
    let is_recorded: Vec<bool> = found.sessions.iter().map(|it| it.is_recorded).collect();
    assert_eq!(is_recorded, [true, false, false, false, true]);
    let undecided = found.sessions.iter().map(|it| {
        let anna = it.undecided.attended.get(&PersonId(1));
        anna.and_then(|it| it.minutes)
    });
    let undecided: Vec<_> = undecided.collect();
    assert_eq!(undecided, [None, Some(60), Some(60), Some(15), None]);
}

#[test]
fn a_parallel_session_keeps_its_own_stays() {
    let parallel = [("11:00", "12:00", None), ("11:00", "12:00", None)];
    let found = recorded(&parallel, |writer| {
        of_event(writer, "11:00", "12:00")?;
        fixture::add_stay(writer, EVENT, Some(2), Ok(1), Some(("11:10", "11:20")))
    });
    assert_eq!(minutes(&found), [None, Some(10)]);
}

#[test]
fn a_session_with_a_room_is_parallel_to_none_without() {
    let sessions = [("11:00", "12:00", None), ("11:00", "12:00", Some("B"))];
    let found = recorded(&sessions, |writer| of_event(writer, "11:00", "11:30"));
    assert_eq!(minutes(&found), [Some(30), None]);
}

#[test]
fn a_length_of_the_event_counts_where_one_session_alone_has_no_room() {
    let add = |writer: &Writer<'_>| writer.add_stay(&lasting(1500)).map(drop);
    assert_eq!(minutes(&recorded(&[], add)), [Some(25)]);
    let one = [("11:00", "12:00", None), ("11:00", "12:00", Some("B"))];
    assert_eq!(minutes(&recorded(&one, add)), [Some(25), None]);
    for several in [
        [("10:00", "11:00", None), ("11:00", "12:00", None)],
        [("10:00", "11:00", None), ("10:00", "11:00", None)],
        [("10:00", "11:00", Some("A")), ("11:00", "12:00", Some("B"))],
    ] {
        let found = recorded(&several, add);
        assert_eq!(minutes(&found), [None, None]);
        assert!(found.sessions.iter().all(|it| !it.is_recorded));
        assert!(found.sessions.iter().all(|it| it.undecided.is_empty()));
        assert_eq!(found.unplaced.attended[&PersonId(1)].minutes, Some(25));
        assert!(found.is_recorded());
    }
}

#[test]
fn what_somebody_said_was_nobody_counts_nowhere() {
    let session = [("10:00", "11:00", None)];
    let found = recorded(&session, |writer| {
        for place in [None, Some(1)] {
            let stay = writer.add_stay(&NewStay {
                person_id: None,
                recorded_name: Some("Notetaker".to_owned()),
                session_id: place.map(SessionId),
                ..lasting(3000)
            })?;
            writer.set_nobody(stay, true)?;
        }
        Ok(())
    });
    assert!(!found.is_recorded() && !found.has_event_stays);
    assert!(found.sessions[0].unidentified.is_empty());
}
