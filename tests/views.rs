//! The views that other programs read say what the reports say: every row, every column.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rollcall::model::{
    EventId, Instant, OrganisationId, Part, PersonId, RegistrationStatus, Rule, Ruling, SessionId,
    SessionKind, SessionPerson, SignupStatus, StaySource, Verdict, time,
};
use rollcall::output::{Format, Language, Options, Table, render};
use rollcall::report::{AsOf, AttendanceOptions, attendance, sessions};
use rollcall::store::{
    NewEvent, NewOrganisation, NewPerson, NewRegistration, NewSession, NewStay, Store, StoreError,
    Writer,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value, json};

use crate::support::World;

/// A row by column.
type Row = Map<String, Value>;

/// Rows by session and person.
type Rows = BTreeMap<(String, i64), Row>;

/// Opens the file as Datasette would.
#[expect(
    clippy::disallowed_methods,
    reason = "what other programs do, which know nothing of this one"
)]
fn connect(file: &Path) -> Connection {
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn cell(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => json!(number),
        ValueRef::Real(number) => json!(number),
        ValueRef::Text(text) => json!(std::str::from_utf8(text).unwrap()),
        ValueRef::Blob(_) => panic!("a view has no bytes"),
    }
}

fn query(connection: &Connection, sql: &str) -> Vec<Row> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_names();
    let columns: Vec<String> = columns.into_iter().map(str::to_owned).collect();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cells = columns.iter().enumerate();
        let cells = cells.map(|(index, name)| (name.clone(), cell(row.get_ref(index).unwrap())));
        found.push(cells.collect());
    }
    found
}

/// The clock that the views go by.
fn clock_of(connection: &Connection) -> Instant {
    let now = "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";
    let now: String = connection.query_row(now, [], |row| row.get(0)).unwrap();
    time::from_text(&now).unwrap()
}

fn objects(table: &Table) -> Vec<Row> {
    serde_json::from_slice(&render(table, Format::Json, &Options::default()).unwrap()).unwrap()
}

/// What both have by session and person, if their rows are people.
fn by_key(rows: Vec<Row>) -> Rows {
    let count = rows.len();
    let keyed = rows.into_iter().map(|row| {
        let session = row["session"].as_str().unwrap_or_default().to_owned();
        let person = row.get("person_id").and_then(Value::as_i64).unwrap_or(0);
        ((session, person), row)
    });
    let keyed: Rows = keyed.collect();
    assert_eq!(keyed.len(), count, "a row stands there twice");
    keyed
}

/// Whether a cell of a view says what a report says: the same moment in another zone, the same share with
/// more digits.
fn is_same(report: &Value, view: &Value) -> bool {
    let is_float = |value: &Value| value.is_f64();
    match (report, view) {
        (Value::String(report), Value::String(view)) => {
            let moments = time::from_text(report).zip(time::from_text(view));
            report == view || moments.is_some_and(|(report, view)| report == view)
        }
        (Value::Number(a), Value::Number(b)) if is_float(report) || is_float(view) => {
            (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= 0.000_051
        }
        // An event without sessions is a session without a name.
        (Value::String(report), Value::Null) => report.is_empty(),
        // SQLite has no word for yes and no.
        (Value::Bool(is_so), Value::Number(number)) => number.as_i64() == Some(i64::from(*is_so)),
        _ => report == view,
    }
}

/// Compares all rows and columns; `more` are those that the view alone has.
fn compare(what: &str, report: &Rows, view: &Rows, more: &[&str]) {
    let only = |some: &Rows, others: &Rows| -> Vec<_> {
        let missing = some.keys().filter(|key| !others.contains_key(*key));
        missing.cloned().collect()
    };
    let alone = (only(report, view), only(view, report));
    assert!(
        alone.0.is_empty() && alone.1.is_empty(),
        "{what}: rows of the report alone, of the view alone: {alone:?}"
    );
    for (key, expected) in report {
        let actual = &view[key];
        let columns: BTreeSet<&str> = expected.keys().map(String::as_str).collect();
        let columns: BTreeSet<&str> = columns.into_iter().chain(more.iter().copied()).collect();
        let actual_columns: BTreeSet<&str> = actual.keys().map(String::as_str).collect();
        assert_eq!(columns, actual_columns, "the columns of {what}");
        for (column, expected) in expected {
            let actual = &actual[column];
            assert!(
                is_same(expected, actual),
                "{what} of {key:?}, {column}: the report says {expected}, the view says {actual}"
            );
        }
    }
}

/// What the views and the reports say of one event.
struct Said {
    slug: String,
    people: [Vec<Row>; 2],
    figures: [Vec<Row>; 2],
}

/// Asks both about all events, as of this moment.
fn ask(file: &Path, connection: &Connection, now: Instant) -> Vec<Said> {
    let store = Store::open(file).unwrap();
    let as_of = AsOf::new(store.read(), now);
    let events = as_of.events().unwrap().into_iter();
    let said = events.map(|event| {
        let slug = event.slug.clone();
        let view = |name| {
            let sql = format!("SELECT * FROM {name} WHERE event = '{slug}'");
            query(connection, &sql)
        };
        let list = attendance(&as_of, &event, &AttendanceOptions::default()).unwrap();
        let figures = sessions(&as_of, &event, Language::En).unwrap();
        Said {
            people: [objects(&list), view("attendance")],
            figures: [objects(&figures), view("sessions")],
            slug,
        }
    });
    said.collect()
}

/// Compares both views with the reports of all events; returns the views' rows of sessions and people.
fn views_say_what_reports_say(file: &Path) -> (Vec<Row>, Vec<Row>) {
    let connection = connect(file);
    // The views go by a clock that cannot be set: asked again where a second passed meanwhile.
    let all = loop {
        let now = clock_of(&connection);
        let said = ask(file, &connection, now);
        if clock_of(&connection) == now {
            break said;
        }
    };
    let (mut all_sessions, mut all_people) = (Vec::new(), Vec::new());
    for said in all {
        let slug = said.slug;
        let [mut table, people] = said.people;
        // Stays of nobody are in the report alone.
        table.retain(|row| !row["person_id"].is_null());
        compare(
            &format!("attendance in {slug}"),
            &by_key(table),
            &by_key(people.clone()),
            &["event"],
        );
        all_people.extend(people);

        let [mut table, figures] = said.figures;
        // People read these two, programs their sum.
        for row in &mut table {
            row.retain(|column, _| !["without_sign_up", "contributing"].contains(&column.as_str()));
        }
        compare(
            &format!("sessions of {slug}"),
            &by_key(table),
            &by_key(figures.clone()),
            &["event", "end"],
        );
        all_sessions.extend(figures);
    }
    (all_sessions, all_people)
}

#[test]
fn the_views_say_of_the_demo_what_the_reports_say() {
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    let file = world.path().join("rollcall-demo/rollcall.db");
    let database = file.to_str().unwrap();
    let closing = [
        "session",
        "add",
        "Closing",
        "--slug",
        "closing",
        "--kind",
        "plenary",
        "--start",
        "2020-10-08T12:30",
        "--end",
        "2020-10-08T13:00",
        "--db",
        database,
    ];
    world.run(&closing).success();
    let store = Store::open(&file).unwrap();
    let registered = query(
        &connect(&file),
        "SELECT person_id, status FROM registration",
    );
    let stands = registered.iter().filter(|row| row["status"] == "confirmed");
    let stands = stands.count();
    drop(store);
    let (figures, _) = views_say_what_reports_say(&file);
    let of = |rows: &[Row], session: &str| {
        let found = rows.iter().find(|row| row["session"] == session);
        found.unwrap().clone()
    };
    assert!(stands > 50);
    // Nothing is recorded of the closing. Somebody signed up for bar 1.
    assert_eq!(of(&figures, "closing")["signed_up"], stands);
    assert_eq!(of(&figures, "closing")["no_show"], Value::Null);
    assert_ne!(of(&figures, "bar-1")["signed_up"], stands);

    // Two who registered, and one who did not.
    let list = "Name;E-Mail\n\
                Sabine Reuter;sabine.reuter@biocluster-hanse.example.org\n\
                Henning Carstensen;h.carstensen@maritim-foerde.example.org\n\
                Ines Unangemeldet;ines@unangemeldet.example.org\n";
    world.write("closing.csv", list);
    let import = ["import", "closing.csv", "--session", "closing"];
    drop(world.run(&[&import[..], &["--db", database]].concat()));
    let (figures, people) = views_say_what_reports_say(&file);
    let closing = of(&figures, "closing");
    assert_eq!(closing["present"], 2);
    assert_eq!(closing["no_show"], stands - 2);
    assert_eq!(closing["walk_in"], 0);
    let of_sabine = people
        .iter()
        .find(|row| row["session"] == "closing" && row["name"] == "Reuter, Sabine");
    assert_eq!(of_sabine.unwrap()["verdict"], "present");

    // The door agrees.
    let before = of(&figures, "keynote")["present"].as_i64().unwrap();
    let door = ["check-in", "Kaarel Tammepuu", "--session", "keynote"];
    let door = world.run(&[&door[..], &["--at", "10:20", "--db", database]].concat());
    assert!(!door.code(0).to_string().contains("walk-in"));
    let (figures, _) = views_say_what_reports_say(&file);
    assert_eq!(of(&figures, "keynote")["present"], before + 1);
}

/// Numbers that only look like chance.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        let index = self.roll(items.len() as u64);
        items[usize::try_from(index).unwrap()]
    }

    /// A moment up to so many minutes after eight o'clock, with seconds.
    fn moment(&mut self, minutes: u64) -> Instant {
        let seconds = i64::try_from(self.roll(minutes * 60)).unwrap();
        at(0) + chrono::TimeDelta::seconds(seconds)
    }
}

const PEOPLE: i64 = 14;

thread_local! {
    /// When the meetings of a test begin.
    static BEGIN: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// So many minutes after eight o'clock, or after the beginning that a test sets.
fn at(minutes: i64) -> Instant {
    let begin = BEGIN.get();
    let begin = begin.unwrap_or_else(|| time::from_text("2020-10-08T08:00:00Z").unwrap());
    begin + chrono::TimeDelta::minutes(minutes)
}

/// Sessions with and without rooms, of every kind, with every rule, one without length.
fn programme(
    writer: &Writer<'_>,
    event: EventId,
    dice: &mut Dice,
) -> Result<Vec<SessionId>, StoreError> {
    let rules = [
        None,
        Some(Rule::Any),
        Some(Rule::Minutes(15)),
        Some(Rule::Minutes(500)),
        Some(Rule::Percent(50)),
    ];
    let kinds = [SessionKind::Plenary, SessionKind::Keynote]
        .into_iter()
        .chain(SessionKind::ALL);
    let rooms = dice.pick(&[1, 2, 4, 100]);
    let mut sessions = Vec::new();
    for (number, kind) in (0..).zip(kinds) {
        let start = 30 * i64::try_from(dice.roll(6)).unwrap();
        let people = (0..dice.roll(3)).map(|_| {
            let person = i64::try_from(dice.roll(PEOPLE.unsigned_abs() + 1)).unwrap();
            SessionPerson {
                part: dice.pick(&Part::ALL),
                name: format!("Part {person}"),
                person_id: (person > 0).then_some(PersonId(person)),
            }
        });
        let people = people.collect();
        sessions.push(writer.add_session(&NewSession {
            event_id: event,
            slug: format!("s{number}"),
            title: format!("Session {number}"),
            kind,
            start: at(start),
            end: at(start + dice.pick(&[0, 9, 30, 60, 90])),
            capacity: dice.one_in(3).then_some(5),
            // In some programmes one session alone has no room.
            room: (number > 0 && !dice.one_in(rooms)).then(|| format!("Room {number}")),
            rule: dice.pick(&rules),
            drop_in: dice.one_in(4),
            people,
        })?);
    }
    Ok(sessions)
}

/// Registrations, sign-ups, excuses and stays; what nobody signed up for is among it.
fn turnout(
    writer: &Writer<'_>,
    event: EventId,
    sessions: &[SessionId],
    dice: &mut Dice,
) -> Result<(), StoreError> {
    use SignupStatus::{Cancelled, Confirmed, Waitlisted};
    let mut asked = sessions.to_vec();
    asked.retain(|_| dice.one_in(2));
    for person in 1..=PEOPLE {
        if dice.one_in(4) {
            continue;
        }
        let status = match dice.roll(5) {
            0 => RegistrationStatus::Cancelled,
            _ => RegistrationStatus::Confirmed,
        };
        let registration = writer.add_registration(&NewRegistration {
            event_id: event,
            person_id: PersonId(person),
            organisation_id: dice.one_in(3).then_some(OrganisationId(2)),
            organisation_name: dice.one_in(3).then(|| "As it was written".to_owned()),
            status,
            requested_at: None,
            answers: Vec::new(),
            scope: None,
            choices: None,
            read_from: None,
        })?;
        for session in &asked {
            if dice.one_in(2) {
                let status = dice.pick(&[Confirmed, Confirmed, Waitlisted, Cancelled]);
                writer.add_signup(registration, *session, status, None, None)?;
            }
        }
    }
    for session in sessions {
        for person in 1..=PEOPLE {
            if dice.one_in(20) {
                writer.set_ruling(&Ruling {
                    person_id: PersonId(person),
                    session_id: *session,
                    verdict: dice.pick(&Verdict::ALL),
                    reason: format!("Because of {person}"),
                })?;
            }
            if dice.one_in(8) {
                writer.excuse(PersonId(person), *session)?;
            }
        }
    }
    // Of some events nothing is recorded.
    for _ in 0..dice.pick(&[0, 4, 60, 120]) {
        let person = i64::try_from(dice.roll(PEOPLE.unsigned_abs() + 4)).unwrap();
        let is_known = (1..=PEOPLE).contains(&person);
        let joined_at = dice.moment(300);
        let length = i64::try_from(dice.roll(5400)).unwrap();
        let left_at = joined_at + chrono::TimeDelta::seconds(length);
        let in_session = !sessions.is_empty() && !dice.one_in(3);
        let joined_at = (!dice.one_in(5)).then_some(joined_at);
        let left_at = (!dice.one_in(5)).then_some(left_at);
        // Some logs tell how long alone; of some of these a rounded length was kept.
        let has_times = !dice.one_in(4);
        // A length beside both times bounds them.
        let may_have_length = !has_times || joined_at.and(left_at).is_some() && dice.one_in(3);
        let seconds = may_have_length.then(|| i64::try_from(dice.roll(4000)).unwrap());
        let meets = dice.pick(&[None, Some(false), Some(true)]);
        let stay = writer.add_stay(&NewStay {
            event_id: event,
            session_id: in_session.then(|| dice.pick(sessions)),
            person_id: is_known.then_some(PersonId(person)),
            recorded_name: (!is_known).then(|| format!("iPhone {length}")),
            recorded_email: None,
            joined_at: joined_at.filter(|_| has_times),
            left_at: left_at.filter(|_| has_times),
            seconds,
            meets: meets.filter(|_| !has_times),
            source: StaySource::File("log.csv".to_owned()),
            line: None,
        })?;
        if !is_known && dice.one_in(2) {
            writer.set_nobody(stay, true)?;
        }
    }
    Ok(())
}

fn write(writer: &Writer<'_>, dice: &mut Dice) -> Result<(), StoreError> {
    for name in ["Nord", "Süd"] {
        writer.add_organisation(&NewOrganisation {
            name: name.to_owned(),
            ..NewOrganisation::default()
        })?;
    }
    for person in 1..=PEOPLE {
        let (given, family) = match person {
            1 => ("Madonna".to_owned(), String::new()),
            2 => (String::new(), "Prinz".to_owned()),
            _ => ("Anna".to_owned(), format!("Gleich-{person}")),
        };
        writer.add_person(&NewPerson {
            given_name: given,
            family_name: family,
            organisation_id: dice.one_in(2).then_some(OrganisationId(1)),
            ..NewPerson::default()
        })?;
    }
    for slug in ["with", "without", "again"] {
        let event = writer.add_event(&NewEvent {
            facts: rollcall::model::EventFacts::default(),
            slug: slug.to_owned(),
            title: format!("Meeting {slug}"),
            start: at(0),
            end: at(240),
            zone: dice.pick(&[chrono_tz::Europe::Berlin, chrono_tz::Asia::Kolkata]),
            place: None,
            rule: dice.pick(&[None, Some(Rule::Percent(50))]),
        })?;
        let sessions = match slug {
            "without" => Vec::new(),
            _ => programme(writer, event, dice)?,
        };
        turnout(writer, event, &sessions, dice)?;
    }
    Ok(())
}

#[test]
fn the_views_say_of_any_event_what_the_reports_say() {
    let mut seen = BTreeSet::new();
    let (mut with_peak, mut without_times, mut rulings) = (0, 0, 0);
    for seed in 0..64 {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rollcall.db");
        let mut store = Store::create(&file).unwrap();
        let mut dice = Dice(seed);
        let changed = store.change("test", at(600), false, |writer| {
            write(writer, &mut dice).map(|()| ((), rollcall::catalogue::Message::verbatim("")))
        });
        changed.map_err(|error: StoreError| error).unwrap();
        drop(store);
        let (figures, people) = views_say_what_reports_say(&file);
        for row in figures
            .iter()
            .filter(|row| !row["average_minutes"].is_null())
        {
            with_peak += i32::from(!row["peak"].is_null());
            without_times += i32::from(row["peak"].is_null());
        }
        let kinds: BTreeMap<_, _> = figures
            .iter()
            .map(|row| {
                (
                    (row["event"].clone().to_string(), row["session"].to_string()),
                    &row["kind"],
                )
            })
            .collect();
        for row in &people {
            let key = (row["event"].to_string(), row["session"].to_string());
            let kind = kinds
                .get(&key)
                .map_or("event", |kind| kind.as_str().unwrap());
            if row["reason"].is_null() {
                seen.insert(format!("{kind} {} {}", row["signed_up"], row["verdict"]));
            } else {
                rulings += 1;
            }
        }
    }
    assert!(
        with_peak > 100 && without_times > 10,
        "{with_peak} {without_times}"
    );
    assert!(rulings > 100, "{rulings}");
    // All that can be said has been compared.
    for kind in ["event", "plenary", "keynote", "other"] {
        for said in [
            "\"confirmed\" \"present\"",
            "\"confirmed\" \"partial\"",
            "\"confirmed\" \"no-show\"",
            "\"cancelled\" \"excused\"",
            "\"cancelled\" \"walk-in\"",
            "null \"walk-in\"",
            "null \"brief\"",
            "\"confirmed\" null",
        ] {
            assert!(
                seen.contains(&format!("{kind} {said}")),
                "{kind} {said}: {seen:?}"
            );
        }
    }
    for kind in ["plenary", "keynote", "breakout"] {
        assert!(seen.contains(&format!("{kind} \"confirmed\" \"excused\"")));
    }
}

#[test]
fn the_views_say_while_a_meeting_runs_what_the_reports_say() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut here = 0;
    for seed in 100..148 {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rollcall.db");
        let mut store = Store::create(&file).unwrap();
        let mut dice = Dice(seed);
        // Half an hour before the meetings, or well inside of them.
        let minutes = dice.pick(&[-30, 20, 50, 80, 110, 140]);
        let now = clock_of(&connect(&file));
        BEGIN.set(Some(now - chrono::TimeDelta::minutes(minutes)));
        let changed = store.change("test", now, false, |writer| {
            write(writer, &mut dice).map(|()| ((), rollcall::catalogue::Message::verbatim("")))
        });
        changed.map_err(|error: StoreError| error).unwrap();
        drop(store);
        let (figures, people) = views_say_what_reports_say(&file);
        for row in &people {
            let verdict = row["verdict"].as_str().unwrap_or("none");
            let presence = row["presence"].as_str().unwrap_or("none");
            if row["reason"].is_null() {
                *seen.entry(format!("{presence} {verdict}")).or_default() += 1;
            }
        }
        let counts = figures.iter().filter_map(|row| row["here"].as_u64());
        here += counts.sum::<u64>();
    }
    BEGIN.set(None);
    let count = |word: &str| seen.get(word).copied().unwrap_or_default();
    for word in ["expected none", "here none", "left none", "not-yet none"] {
        assert!(count(word) > 10, "{word}: {seen:?}");
    }
    // Sessions that are over have verdicts, and who is excused is so at any time.
    for word in ["none present", "none no-show", "none excused"] {
        assert!(count(word) > 10, "{word}: {seen:?}");
    }
    for verdict in [
        "present", "partial", "walk-in", "brief", "excused", "no-show",
    ] {
        for presence in ["expected", "here", "left", "not-yet"] {
            assert_eq!(count(&format!("{presence} {verdict}")), 0, "{seen:?}");
        }
    }
    assert!(here > 50, "{here}");
}
