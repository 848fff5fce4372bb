//! What the targets share: a file is read as an import reads it, up to the rows.

use rollcall::import::{Choices, Kind, Options, Plan, Record, Setting, Source};
use rollcall::model::{
    Event, EventFacts, EventId, Instant, Session, SessionId, SessionKind, time,
};

/// Reads a file to its last row: recognised by itself, or as the kind that its length picks, so that every seed is a
/// file as it stands.
pub fn read(name: &str, bytes: &[u8]) {
    let Ok(source) = Source::from_reader(name, bytes) else {
        return;
    };
    read_as(&source, Kind::ALL.get(bytes.len() % 16).copied());
}

fn read_as(source: &Source, kind: Option<Kind>) {
    let (event, sessions) = meeting();
    let setting = Setting {
        event: Some(&event),
        sessions: &sessions,
        session: None,
    };
    let options = Options {
        kind,
        ..Options::default()
    };
    let Ok(plan) = Plan::new(source, &options, setting, |_| Vec::new()) else {
        return;
    };
    if plan.is_log() {
        // What cannot be read is an error, and that is all there is to hold.
        drop(plan.log(&event, sessions.first()));
        return;
    }
    let choices = Choices::new(&sessions, event.zone);
    let Ok(mut rows) = plan.rows_as_sent() else {
        return;
    };
    let mut record = Record::default();
    while rows.read_into(&mut record).unwrap_or(false) {
        match plan.layout.kind {
            Kind::Programme => drop(plan.programme(&record)),
            Kind::Organisations => drop(plan.organisation(&record)),
            Kind::People => drop(plan.person(&record)),
            Kind::Attendance => drop(plan.attendance(&record)),
            Kind::Signups => {
                drop(plan.signup(&record, None));
                drop(plan.signup(&record, Some(&choices)));
            }
        }
    }
    drop(plan.hints_on_unknown_choices());
}

/// The meeting that the fixtures are about.
fn meeting() -> (Event, Vec<Session>) {
    let at = |text: &str| -> Instant { time::from_text(text).expect("a time") };
    let event = Event {
        id: EventId(1),
        slug: "autumn".to_owned(),
        title: "Autumn meeting".to_owned(),
        start: at("2020-10-08T10:00:00+02:00"),
        end: at("2020-10-08T18:00:00+02:00"),
        zone: chrono_tz::Europe::Berlin,
        place: None,
        rule: None,
        facts: EventFacts::default(),
        cancelled: false,
        keep: None,
    };
    let session = |id: i64, slug: &str, title: &str, start: &str, end: &str| Session {
        id: SessionId(id),
        event_id: event.id,
        slug: slug.to_owned(),
        title: title.to_owned(),
        kind: SessionKind::Breakout,
        start: at(start),
        end: at(end),
        capacity: None,
        room: None,
        rule: None,
        drop_in: false,
        cancelled: false,
        people: Vec::new(),
    };
    let (start, end) = ("2020-10-08T11:15:00+02:00", "2020-10-08T12:30:00+02:00");
    let sessions = vec![
        session(1, "opening", "Opening", "2020-10-08T10:00:00+02:00", "2020-10-08T11:00:00+02:00"),
        session(2, "breakout-a", "Session A: Public relations", start, end),
        session(3, "breakout-b", "Session B: Economic recovery", start, end),
        session(4, "bar-1", "Bar 1: Harbour Pub", "2020-10-08T16:00:00+02:00", "2020-10-08T17:00:00+02:00"),
    ];
    (event, sessions)
}
