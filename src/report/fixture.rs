//! A small meeting with one of each case, and helpers to read tables in tests.
//!
//! | | registered | keynote 10–11 | breakout-a 11–12, 3 places, 50 % | breakout-b 11–12 | bar 12:00–12:30, any |
//! | --- | --- | --- | --- | --- | --- |
//! | Anna Müller, Nord | yes | 10:00–10:40 and 10:30–10:59 | confirmed, 11:00–11:45 | | 12:00–12:10 |
//! | Bernd Zimmer, Nord | yes | | confirmed | | confirmed, excused |
//! | Carla Äpfel, Öle | yes | | confirmed, 11:00–11:10 | | |
//! | David Noorg | yes | | waitlisted | | |
//! | Eva Lang, Öle | yes | | cancelled | | |
//! | Finn Walk, Nord | | | 11:00–12:00 | | |
//! | Wiebke Harms, Uni | | speaks, 10:00–11:00 | | | |
//! | Gerd Kurz | | | 11:50–11:55 | | |
//! | Hanna Nord, as "Öle Süd alt" | yes | | | confirmed | |
//! | "iPhone" | | 10:05–10:20 | | | |
//! | "Gast" | | | 11:00–11:30 | | |
//!
//! Keynote stays are in the event's own log; the breakouts and the bar have rooms. Nothing is recorded of breakout-b.
//! Hanna moderates breakout-b and signed up for it as well. Nobody signed up for the keynote: it is for everybody.

use tempfile::TempDir;

use super::AsOf;
use crate::model::{
    Event, EventId, Instant, OrganisationId, Part, PersonId, RegistrationId, RegistrationStatus,
    Rule, SessionId, SessionKind, SessionPerson, SignupStatus, StaySource, time,
};
use crate::output::{Cell, Format, Language, Options, Table, render};
use crate::store::{
    NewEvent, NewOrganisation, NewPerson, NewRegistration, NewSession, NewStay, Store, StoreError,
    Writer,
};

/// A file in a temporary folder that is deleted with it.
pub(super) struct Fixture {
    store: Store,
    _folder: TempDir,
}

/// Numbers in the order of the table above.
pub(super) const ANNA: i64 = 1;
pub(super) const BREAKOUT_A: SessionId = SessionId(2);
pub(super) const BREAKOUT_B: SessionId = SessionId(3);

impl Fixture {
    /// An empty file.
    pub(super) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("rollcall.db")).unwrap();
        Self {
            store,
            _folder: folder,
        }
    }

    /// Returns the meeting above before it took place.
    pub(super) fn planned() -> Self {
        let mut fixture = Self::empty();
        fixture.change(|writer| {
            people(writer)?;
            let event = add_event(writer, "herbst20", "2020-10-08", None)?;
            programme(writer, event)?;
            sign_up(writer, event)
        });
        fixture
    }

    /// Returns the meeting above.
    pub(super) fn meeting() -> Self {
        let mut fixture = Self::planned();
        fixture.change(|writer| stays(writer, EventId(1)));
        fixture
    }

    pub(super) fn change(&mut self, work: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>) {
        let now = at("2020-10-08", "18:00");
        let changed = self.store.change("test", now, false, |writer| {
            work(writer).map(|()| ((), crate::catalogue::Message::verbatim("")))
        });
        changed.map_err(|error: StoreError| error).unwrap();
    }

    /// Reads as of a moment long after everything.
    pub(super) fn read(&self) -> AsOf<'_> {
        self.read_at(at("2022-01-01", "09:00"))
    }

    /// Reads as of a moment.
    pub(super) fn read_at(&self, now: Instant) -> AsOf<'_> {
        AsOf::new(self.store.read(), now)
    }

    /// Returns the first event in the file.
    pub(super) fn event(&self) -> Event {
        self.read().event(EventId(1)).unwrap().unwrap()
    }
}

/// Returns a time of day in Berlin.
pub(super) fn at(day: &str, clock: &str) -> Instant {
    let local = format!("{day}T{clock}:00").parse().unwrap();
    time::from_local(local, chrono_tz::Europe::Berlin)
}

pub(super) fn add_event(
    writer: &Writer<'_>,
    slug: &str,
    day: &str,
    rule: Option<Rule>,
) -> Result<EventId, StoreError> {
    writer.add_event(&NewEvent {
        facts: crate::model::EventFacts::default(),
        slug: slug.to_owned(),
        title: format!("Meeting {slug}"),
        start: at(day, "10:00"),
        end: at(day, "13:00"),
        zone: chrono_tz::Europe::Berlin,
        place: Some("Online".to_owned()),
        rule,
    })
}

pub(super) fn add_person(
    writer: &Writer<'_>,
    name: (&str, &str),
    organisation: Option<i64>,
) -> Result<PersonId, StoreError> {
    writer.add_person(&NewPerson {
        given_name: name.0.to_owned(),
        family_name: name.1.to_owned(),
        organisation_id: organisation.map(OrganisationId),
        ..NewPerson::default()
    })
}

pub(super) fn register(
    writer: &Writer<'_>,
    event: EventId,
    person: i64,
    organisation: Option<i64>,
) -> Result<RegistrationId, StoreError> {
    writer.add_registration(&NewRegistration {
        event_id: event,
        person_id: PersonId(person),
        organisation_id: organisation.map(OrganisationId),
        organisation_name: None,
        status: RegistrationStatus::Confirmed,
        requested_at: Some(at("2020-09-01", "09:00")),
        answers: Vec::new(),
        scope: None,
        choices: None,
        read_from: None,
    })
}

/// Withdraws a registration.
pub(super) fn withdraw(writer: &Writer<'_>, event: EventId, person: i64) -> Result<(), StoreError> {
    let mut registration = writer.registration(event, PersonId(person))?.unwrap();
    registration.status = RegistrationStatus::Cancelled;
    writer.save_registration(&registration)?;
    Ok(())
}

/// `span` has two times of day on the day the event begins; `None` means attendance without times.
pub(super) fn add_stay(
    writer: &Writer<'_>,
    event: EventId,
    session: Option<i64>,
    who: Result<i64, &str>,
    span: Option<(&str, &str)>,
) -> Result<(), StoreError> {
    let start = writer.event(event)?.unwrap().start;
    let day = start.format("%Y-%m-%d").to_string();
    let day = day.as_str();
    writer.add_stay(&NewStay {
        event_id: event,
        session_id: session.map(SessionId),
        person_id: who.ok().map(PersonId),
        recorded_name: who.err().map(str::to_owned),
        recorded_email: None,
        joined_at: span.map(|it| at(day, it.0)),
        left_at: span.map(|it| at(day, it.1)),
        seconds: None,
        meets: None,
        source: StaySource::File("log.csv".to_owned()),
        line: None,
    })?;
    Ok(())
}

/// Returns a stay of somebody in a session without times.
pub(super) fn stay_of(event: EventId, session: SessionId, person: i64) -> NewStay {
    NewStay {
        event_id: event,
        session_id: Some(session),
        person_id: Some(PersonId(person)),
        recorded_name: None,
        recorded_email: None,
        joined_at: None,
        left_at: None,
        seconds: None,
        meets: None,
        source: StaySource::Door,
        line: None,
    }
}

fn people(writer: &Writer<'_>) -> Result<(), StoreError> {
    for name in [
        "BioCluster Nord e.V.",
        "Ätherische Öle Süd",
        "Universität Auental",
    ] {
        writer.add_organisation(&NewOrganisation {
            name: name.to_owned(),
            ..NewOrganisation::default()
        })?;
    }
    let people = [
        ("Anna", "Müller", Some(1)),
        ("Bernd", "Zimmer", Some(1)),
        ("Carla", "Äpfel", Some(2)),
        ("David", "Noorg", None),
        ("Eva", "Lang", Some(2)),
        ("Finn", "Walk", Some(1)),
        ("Wiebke", "Harms", Some(3)),
        ("Gerd", "Kurz", None),
        ("Hanna", "Nord", Some(1)),
    ];
    for (given, family, organisation) in people {
        add_person(writer, (given, family), organisation)?;
    }
    let mut anna = writer.person(PersonId(ANNA))?.unwrap();
    anna.title = Some("Dr.".to_owned());
    writer.save_person(&anna)?;
    writer.add_address(PersonId(ANNA), "anna@nord.example")?;
    writer.add_address(PersonId(ANNA), "mueller@nord.example")?;
    writer.add_address(PersonId(2), "bernd@nord.example")?;
    writer.add_person_alias(PersonId(ANNA), "Anni M.")?;
    Ok(())
}

fn programme(writer: &Writer<'_>, event: EventId) -> Result<(), StoreError> {
    let part = |part, name: &str, id: Option<i64>| SessionPerson {
        part,
        name: name.to_owned(),
        person_id: id.map(PersonId),
    };
    let keynote = vec![
        part(Part::Speaker, "Prof. Wiebke Harms", Some(7)),
        part(Part::Host, "Ohne Akte", None),
    ];
    let moderator = vec![part(Part::Moderator, "Hanna Nord", Some(9))];
    let half = Some(Rule::Percent(50));
    let sessions = [
        (
            "keynote",
            SessionKind::Keynote,
            ("10:00", "11:00"),
            None,
            None,
            None,
            keynote,
        ),
        (
            "breakout-a",
            SessionKind::Breakout,
            ("11:00", "12:00"),
            Some(3),
            Some("A"),
            half,
            vec![],
        ),
        (
            "breakout-b",
            SessionKind::Breakout,
            ("11:00", "12:00"),
            None,
            Some("B"),
            half,
            moderator,
        ),
        (
            "bar",
            SessionKind::Networking,
            ("12:00", "12:30"),
            None,
            Some("Bar"),
            Some(Rule::Any),
            vec![],
        ),
    ];
    for (slug, kind, span, capacity, room, rule, people) in sessions {
        writer.add_session(&NewSession {
            event_id: event,
            slug: slug.to_owned(),
            title: format!("The {slug}"),
            kind,
            start: at("2020-10-08", span.0),
            end: at("2020-10-08", span.1),
            capacity,
            room: room.map(str::to_owned),
            rule,
            drop_in: slug == "bar",
            people,
        })?;
    }
    Ok(())
}

/// Person, organisation as registered, sessions.
type Choices = (i64, Option<i64>, &'static [(i64, SignupStatus)]);

fn sign_up(writer: &Writer<'_>, event: EventId) -> Result<(), StoreError> {
    use SignupStatus::{Cancelled, Confirmed, Waitlisted};
    let signups: [Choices; 6] = [
        (1, Some(1), &[(2, Confirmed)]),
        (2, Some(1), &[(2, Confirmed), (4, Confirmed)]),
        (3, Some(2), &[(2, Confirmed)]),
        (4, None, &[(2, Waitlisted)]),
        (5, Some(2), &[(2, Cancelled)]),
        (9, Some(2), &[(3, Confirmed)]),
    ];
    for (person, organisation, signups) in signups {
        let registration = register(writer, event, person, organisation)?;
        for (session, status) in signups {
            let requested_at = Some(at("2020-09-01", "09:00"));
            writer.add_signup(
                registration,
                SessionId(*session),
                *status,
                requested_at,
                None,
            )?;
        }
    }
    let mut hanna = writer.registration(event, PersonId(9))?.unwrap();
    hanna.organisation_name = Some("Öle Süd alt".to_owned());
    hanna.requested_at = Some(at("2020-09-02", "09:00"));
    hanna.answers = vec![
        ("Diet".to_owned(), "vegan".to_owned()),
        ("status".to_owned(), "=1+1".to_owned()),
    ];
    writer.save_registration(&hanna)?;
    writer.excuse(PersonId(2), SessionId(4))?;
    Ok(())
}

fn stays(writer: &Writer<'_>, event: EventId) -> Result<(), StoreError> {
    let stays = [
        (None, Ok(1), ("09:55", "10:40")),
        (None, Ok(1), ("10:30", "10:59")),
        (None, Ok(7), ("10:00", "11:00")),
        (None, Err("iPhone"), ("10:05", "10:20")),
        (Some(2), Ok(1), ("11:00", "11:45")),
        (Some(2), Ok(3), ("11:00", "11:10")),
        (Some(2), Ok(6), ("11:00", "12:00")),
        (Some(2), Ok(8), ("11:50", "11:55")),
        (Some(2), Err("Gast"), ("11:00", "11:30")),
        (Some(4), Ok(1), ("12:00", "12:10")),
    ];
    for (session, who, span) in stays {
        add_stay(writer, event, session, who, Some(span))?;
    }
    Ok(())
}

/// Returns the table as people read it in English.
pub(super) fn text(table: &Table) -> String {
    let bytes = render(table, Format::Text, &Options::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Returns the table as CSV in English, with all columns.
pub(super) fn csv(table: &Table) -> String {
    let options = Options {
        language: Language::En,
        raw: true,
        ..Options::default()
    };
    String::from_utf8(render(table, Format::Csv, &options).unwrap()).unwrap()
}

/// Returns one cell of a row, as in CSV.
pub(super) fn cell(table: &Table, row: &[Cell], key: &str) -> String {
    let index = table.columns().iter().position(|it| it.key == key).unwrap();
    shown(&row[index])
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Tick => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        Cell::Label(word) => word.key().to_owned(),
        Cell::Reworded { of, .. } => shown(of),
        Cell::Worded { key, .. } => key.clone(),
        other => format!("{other:?}"),
    }
}

/// Counts the rows with these values.
pub(super) fn count(table: &Table, wanted: &[(&str, &str)]) -> usize {
    let is_wanted = |row: &&Vec<Cell>| {
        let mut wanted = wanted.iter();
        wanted.all(|(key, value)| cell(table, row, key) == *value)
    };
    table.rows().iter().filter(is_wanted).count()
}
