//! Laws that hold between the reports, whatever was recorded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use proptest::prelude::*;

use super::fixture::{self, Fixture, count};
use super::{
    AsOf, AttendanceOptions, Of, ParticipantsOptions, SheetFor, absent_organisations, attendance,
    certificates, curve, door, evidence, history, mailing, matrix, no_shows, organisations,
    participants, rulings, sessions, sign_in,
};
use crate::model::{
    Agreed, Event, EventId, Part, PersonId, RegistrationStatus, Ruling, Session, SessionId,
    SessionKind, SessionPerson, SignupStatus, Verdict,
};
use crate::output::{Cell, Column, Language, Part as DocumentPart, Table};
use crate::store::{NewSession, NewStay, StoreError, Writer};

const PEOPLE: i64 = 5;
pub(super) const EVENT: EventId = EventId(1);
/// Two parallel ones with rooms, one afterwards in the room of the event, then two parallel ones without rooms.
const SESSIONS: [(&str, &str, Option<&str>, SessionKind); 5] = [
    ("10:00", "11:00", Some("A"), SessionKind::Plenary),
    ("10:00", "11:00", Some("B"), SessionKind::Breakout),
    ("11:00", "12:00", None, SessionKind::Keynote),
    ("12:00", "12:30", None, SessionKind::Plenary),
    ("12:00", "12:30", None, SessionKind::Networking),
];

/// How one person is related to one session.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    signup: Option<SignupStatus>,
    /// First and last minute after ten o'clock.
    stay: Option<(i64, i64)>,
    /// Minutes without times, and whether the exact length met the rule if they are rounded.
    length: Option<(i64, Option<bool>)>,
    is_excused: bool,
    has_part: bool,
    /// By hand.
    ruling: Option<Verdict>,
}

fn tie() -> impl Strategy<Value = Tie> {
    use SignupStatus::{Cancelled, Confirmed, Waitlisted};
    let status = prop::sample::select(vec![Confirmed, Confirmed, Waitlisted, Cancelled]);
    let stay = (0i64..150, 0i64..60).prop_map(|(start, length)| (start, start + length));
    let length = (0i64..80, prop::option::of(any::<bool>()));
    (
        prop::option::of(status),
        prop::option::weighted(0.3, stay),
        prop::option::weighted(0.1, length),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        prop::option::weighted(0.1, prop::sample::select(Verdict::ALL.to_vec())),
    )
        .prop_map(|(signup, stay, length, is_excused, has_part, ruling)| Tie {
            signup,
            stay,
            length,
            is_excused,
            has_part,
            ruling,
        })
}

/// Everything that can be on file for one event.
#[derive(Debug, Clone)]
pub(super) struct Meeting {
    /// By person and session.
    ties: Vec<Vec<Tie>>,
    /// Who registered although they chose nothing.
    registered: Vec<bool>,
    /// Who withdrew from the event.
    withdrew: Vec<bool>,
    /// Stays of the event as a whole: person (0 is not matched) and minutes.
    event_stays: Vec<(i64, i64, i64)>,
    /// Unmatched stays in the sessions.
    strangers: Vec<(usize, i64, i64)>,
}

pub(super) fn meeting() -> impl Strategy<Value = Meeting> {
    let people = usize::try_from(PEOPLE).unwrap();
    (
        prop::collection::vec(prop::collection::vec(tie(), SESSIONS.len()), people),
        prop::collection::vec(any::<bool>(), SESSIONS.len()),
        prop::collection::vec(any::<bool>(), people),
        prop::collection::vec(prop::bool::weighted(0.2), people),
        prop::collection::vec((0..=PEOPLE, 0i64..160, 0i64..160), 0..4),
        prop::collection::vec((0..SESSIONS.len(), 0i64..130, 0i64..130), 0..3),
    )
        .prop_map(
            |(mut ties, is_asked, registered, withdrew, event_stays, strangers)| {
                for ties in &mut ties {
                    for (tie, is_asked) in ties.iter_mut().zip(&is_asked) {
                        tie.signup = tie.signup.filter(|_| *is_asked);
                    }
                }
                Meeting {
                    ties,
                    registered,
                    withdrew,
                    event_stays,
                    strangers,
                }
            },
        )
}

fn clock(minutes: i64) -> String {
    format!("{}:{:02}", 10 + minutes / 60, minutes % 60)
}

fn session(number: usize) -> SessionId {
    SessionId(i64::try_from(number).unwrap() + 1)
}

pub(super) fn write(writer: &Writer<'_>, meeting: &Meeting) -> Result<(), StoreError> {
    fixture::add_event(writer, "e", "2020-10-08", None)?;
    for _ in 0..PEOPLE {
        fixture::add_person(writer, ("Anna", "Gleich"), None)?;
    }
    for (number, (start, end, room, kind)) in SESSIONS.into_iter().enumerate() {
        let ties = (1..).zip(&meeting.ties);
        let people = ties.filter(|(_, ties)| ties[number].has_part);
        writer.add_session(&NewSession {
            event_id: EVENT,
            slug: format!("s{number}"),
            title: format!("S{number}"),
            kind,
            start: fixture::at("2020-10-08", start),
            end: fixture::at("2020-10-08", end),
            capacity: None,
            room: room.map(str::to_owned),
            rule: None,
            drop_in: false,
            people: people
                .map(|(person, _)| SessionPerson {
                    part: Part::Host,
                    name: "Anna Gleich".to_owned(),
                    person_id: Some(PersonId(person)),
                })
                .collect(),
        })?;
    }
    for (person, ties) in (1..).zip(&meeting.ties) {
        let index = usize::try_from(person - 1).unwrap();
        if meeting.registered[index] || ties.iter().any(|tie| tie.signup.is_some()) {
            let registration = fixture::register(writer, EVENT, person, None)?;
            for (number, tie) in ties.iter().enumerate() {
                if let Some(status) = tie.signup {
                    writer.add_signup(registration, session(number), status, None, None)?;
                }
            }
            if meeting.withdrew[index] {
                fixture::withdraw(writer, EVENT, person)?;
            }
        }
        for (number, tie) in ties.iter().enumerate() {
            if let Some((start, end)) = tie.stay {
                let span = (clock(start), clock(end));
                let span = Some((span.0.as_str(), span.1.as_str()));
                fixture::add_stay(writer, EVENT, Some(session(number).0), Ok(person), span)?;
            }
            if let Some((minutes, meets)) = tie.length {
                writer.add_stay(&NewStay {
                    seconds: Some(minutes * 60),
                    meets,
                    ..fixture::stay_of(EVENT, session(number), person)
                })?;
            }
            if tie.is_excused {
                writer.excuse(PersonId(person), session(number))?;
            }
            if let Some(verdict) = tie.ruling {
                writer.set_ruling(&Ruling {
                    person_id: PersonId(person),
                    session_id: session(number),
                    verdict,
                    reason: "So it was".to_owned(),
                })?;
            }
        }
    }
    let event_stays = meeting.event_stays.iter().map(|stay| (None, *stay));
    let strangers = meeting.strangers.iter();
    let strangers = strangers.map(|(number, a, b)| (Some(session(*number).0), (0, *a, *b)));
    for (session, (person, start, end)) in event_stays.chain(strangers) {
        let who = if person == 0 { Err("Gast") } else { Ok(person) };
        let span = (clock(start), clock(end));
        let span = Some((span.0.as_str(), span.1.as_str()));
        fixture::add_stay(writer, EVENT, session, who, span)?;
    }
    Ok(())
}

/// Returns a number of a row; 0 if it is empty.
fn number(table: &Table, row: &[Cell], key: &str) -> usize {
    fixture::cell(table, row, key).parse().unwrap_or(0)
}

fn sum(table: &Table, key: &str) -> usize {
    let rows = table.rows().iter();
    rows.map(|row| number(table, row, key)).sum()
}

/// Counts the rows of a session's audience with this word in a column.
fn audience(table: &Table, session: &Session, column: &str, word: &str) -> usize {
    count(
        table,
        &[("session", &session.slug), ("part", ""), (column, word)],
    )
}

/// Counts the unmatched stays in a session.
fn strangers_here(table: &Table, session: &Session) -> usize {
    let wanted = [
        ("session", session.slug.as_str()),
        ("person_id", ""),
        ("presence", "here"),
    ];
    count(table, &wanted)
}

/// Returns every report of an event about people who came, as read by programs.
fn all_reports(reader: &AsOf<'_>, event: &Event) -> Vec<String> {
    let english = Language::En;
    let mut options = AttendanceOptions::default();
    let mut tables = vec![attendance(reader, event, &options).unwrap()];
    options.by_person = true;
    tables.push(attendance(reader, event, &options).unwrap());
    tables.push(sessions(reader, event, english).unwrap());
    tables.push(organisations(reader, event, english).unwrap());
    tables.push(no_shows(reader, event, None, english).unwrap());
    tables.push(curve(reader, event, None, english).unwrap());
    tables.push(mailing(reader, event, None, english).unwrap());
    tables.push(rulings(reader, event, english).unwrap());
    tables.push(matrix(reader, event, english).unwrap());
    tables.push(absent_organisations(reader, event, english).unwrap());
    tables.push(history(reader, english, Of::People).unwrap());
    tables.push(history(reader, english, Of::Organisations).unwrap());
    let options = super::EventReportOptions::default();
    let document = super::event(reader, event, &options).unwrap();
    let letters = certificates(
        reader,
        event,
        &super::CertificateOptions {
            language: english,
            ..super::CertificateOptions::default()
        },
    )
    .unwrap();
    let mut all: Vec<String> = tables.iter().map(|it| format!("{it:?}")).collect();
    all.push(format!("{document:?}"));
    all.push(format!("{letters:?}"));
    all
}

/// A number in a document: its place, its subject and its label.
type Labelled = (&'static str, String, String, String);

/// Returns the numbers visible in a table, each labelled by what its row is about.
fn numbers_of(
    document: &'static str,
    table: &Table,
    about: &str,
    language: Language,
) -> Vec<Labelled> {
    let mut found = Vec::new();
    for row in table.rows() {
        let about = fixture::cell(table, row, about);
        for (column, cell) in table.columns().iter().zip(row) {
            if matches!(cell, Cell::Integer(_) | Cell::Percent(_)) && !column.hidden_in_text {
                let label = column.heading.in_language(language).to_owned();
                found.push((document, about.clone(), label, format!("{cell:?}")));
            }
        }
    }
    found
}

/// Returns every labelled number in the documents of an event.
fn labelled(reader: &AsOf<'_>, event: &Event, language: Language) -> Vec<Labelled> {
    let figures = sessions(reader, event, language).unwrap();
    let mut found = numbers_of("sessions", &figures, "session", language);
    let of_organisations = organisations(reader, event, language).unwrap();
    let about = "organisation_id";
    found.extend(numbers_of(
        "organisations",
        &of_organisations,
        about,
        language,
    ));
    for public in [false, true] {
        let options = super::EventReportOptions { public, language };
        let document = super::event(reader, event, &options).unwrap();
        let mut figure = |column: &Column, cell: &Cell| {
            if matches!(cell, Cell::Integer(_) | Cell::Percent(_)) && !column.hidden_in_text {
                let label = column.heading.in_language(language).to_owned();
                found.push(("event", "event".to_owned(), label, format!("{cell:?}")));
            }
        };
        for part in &document.parts {
            match part {
                DocumentPart::Figures(figures) => {
                    for it in figures {
                        figure(&it.column, &it.value);
                    }
                }
                DocumentPart::Facts(facts) => {
                    for (column, cell) in facts {
                        figure(column, cell);
                    }
                }
                _ => {}
            }
        }
        for table in document.tables() {
            match &*table.name {
                "programme" => found.extend(numbers_of("event", table, "session", language)),
                "organisations" if !public => {
                    found.extend(numbers_of("event", table, about, language));
                }
                _ => {}
            }
        }
    }
    // The sums below each session, and the facts above each sheet.
    let options = AttendanceOptions {
        language,
        ..AttendanceOptions::default()
    };
    let list = attendance(reader, event, &options).unwrap();
    let groups = list.groups().iter().filter(|it| !it.is_continued);
    let ids = reader.sessions(EVENT).unwrap();
    for (group, session) in groups.zip(&ids) {
        for number in group.below[0].split(" · ") {
            let (label, number) = number.rsplit_once(':').unwrap();
            let number = format!("Integer({})", number.trim());
            found.push((
                "attendance",
                session.slug.clone(),
                label.trim().to_owned(),
                number,
            ));
        }
    }
    found
}

/// Returns the names in some rows, in order.
fn names(table: &Table, rows: &[Vec<Cell>]) -> Vec<String> {
    let names = rows.iter().map(|row| fixture::cell(table, row, "name"));
    names.filter(|it| !it.is_empty()).collect()
}

/// Returns the names of a whole list, sorted; nobody may appear twice.
fn all_names(table: &Table) -> Vec<String> {
    let mut names = names(table, table.rows());
    names.sort_unstable();
    names
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_reports_add_up(meeting in meeting(), minute in prop_oneof![Just(1000i64), -20i64..170]) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| write(writer, &meeting));
        let now = fixture::at("2020-10-08", "10:00") + TimeDelta::minutes(minute);
        let (reader, event) = (fixture.read_at(now), fixture.event());
        let english = Language::En;
        let mut options = AttendanceOptions::default();
        let list = attendance(&reader, &event, &options).unwrap();
        options.by_person = true;
        let people = attendance(&reader, &event, &options).unwrap();
        let figures = sessions(&reader, &event, english).unwrap();

        // In sessions for everybody, all registered people are expected.
        for session in reader.sessions(EVENT).unwrap() {
            let signed_up = |people: &str| count(&list, &[("session", &session.slug), ("signed_up", people)]);
            let registrations = reader.registrations(EVENT).unwrap();
            let chose = registrations.iter().flat_map(|it| &it.signups);
            if session.kind.is_for_everybody() && !chose.clone().any(|it| it.session_id == session.id) {
                let stands = registrations.iter();
                let stands = stands.filter(|it| it.registration.status == RegistrationStatus::Confirmed);
                let stands = stands.count();
                prop_assert_eq!(signed_up("confirmed"), stands);
                prop_assert_eq!(signed_up("cancelled"), registrations.len() - stands);
            } else {
                let confirmed = chose.filter(|it| it.session_id == session.id && it.status == SignupStatus::Confirmed);
                prop_assert_eq!(signed_up("confirmed"), confirmed.count());
            }
        }

        // `sessions` counts the rows of `attendance`.
        for (row, session) in figures.rows().iter().zip(reader.sessions(EVENT).unwrap()) {
            let number = |key| number(&figures, row, key);
            let verdict = |word| audience(&list, &session, "verdict", word);
            prop_assert_eq!(number("signed_up"), audience(&list, &session, "signed_up", "confirmed"));
            prop_assert_eq!(number("waitlisted"), audience(&list, &session, "signed_up", "waitlisted"));
            prop_assert_eq!(number("present"), verdict("present"));
            prop_assert_eq!(number("partial"), verdict("partial"));
            prop_assert_eq!(number("no_show"), verdict("no-show"));
            prop_assert_eq!(number("walk_in") + number("from_waiting_list"), verdict("walk-in"));
            prop_assert_eq!(number("walk_in"), number("without_sign_up") + number("contributing"));
            let ruled = reader.rulings(EVENT).unwrap();
            let is_ruled = ruled.iter().any(|it| it.session_id == session.id);
            let is_settled = !fixture::cell(&figures, row, "came").is_empty();
            if is_settled && !is_ruled {
                let places = ["present", "partial", "no_show", "excused_with_place"].map(number);
                prop_assert_eq!(number("signed_up"), places.iter().sum::<usize>());
                prop_assert_eq!(number("came_with_place"), number("present") + number("partial"));
            }
            if is_settled {
                let came = ["present", "partial", "walk_in", "from_waiting_list", "brief"].map(number);
                prop_assert_eq!(number("came"), came.iter().sum::<usize>());
                prop_assert!(number("came_with_place") <= number("signed_up"));
                prop_assert!(number("average_of") <= number("came") + ruled.len());
            }
            prop_assert_eq!(number("excused"), verdict("excused"));
            prop_assert_eq!(number("brief"), verdict("brief"));
            prop_assert_eq!(number("unidentified"), audience(&list, &session, "person_id", ""));
            prop_assert_eq!(number("here") + strangers_here(&list, &session), audience(&list, &session, "presence", "here"));
            let everybody = count(&list, &[("session", &session.slug), ("part", "")]);
            let absent = audience(&list, &session, "minutes", "");
            let strangers = audience(&list, &session, "person_id", "");
            // A guest who arrives before the session begins has no minutes yet.
            let early = [("session", session.slug.as_str()), ("part", ""), ("minutes", ""), ("person_id", "")];
            let early = count(&list, &early);
            prop_assert!(number("peak") + absent + strangers <= everybody + early);
            let own = no_shows(&reader, &event, Some(session.id), english).unwrap();
            prop_assert_eq!(own.rows().len(), verdict("no-show"));
        }

        // Verdicts by hand on the audience are the ones shown.
        for (person, ties) in (1..).zip(&meeting.ties) {
            for (number, tie) in ties.iter().enumerate() {
                if let Some(ruling) = tie.ruling.filter(|_| !tie.has_part) {
                    let slug = format!("s{number}");
                    let number = person.to_string();
                    let wanted = [
                        ("session", slug.as_str()),
                        ("person_id", number.as_str()),
                        ("verdict", ruling.as_str()),
                        ("reason", "So it was"),
                    ];
                    prop_assert_eq!(count(&list, &wanted), 1);
                }
            }
        }

        // Nobody is in a session for longer than it lasts, nor at the event for longer than its sessions.
        for session in reader.sessions(EVENT).unwrap() {
            let rows = list.rows().iter();
            let mut own = rows.filter(|row| fixture::cell(&list, row, "session") == session.slug);
            prop_assert!(own.all(|row| number(&list, row, "minutes") * 60 <= usize::try_from(session.seconds()).unwrap()));
        }
        prop_assert!(people.rows().iter().all(|row| number(&people, row, "minutes") <= 150));

        // While the event runs, there are no figures for it as a whole.
        if event.end > now {
            for verdict in ["present", "partial", "walk-in", "brief", "no-show"] {
                prop_assert_eq!(count(&people, &[("verdict", verdict)]), 0);
            }
            return Ok(());
        }

        // `no-shows` and `organisations` count the rows of `attendance --by person`.
        let missing = no_shows(&reader, &event, None, english).unwrap();
        prop_assert_eq!(missing.rows().len(), count(&people, &[("verdict", "no-show")]));
        let present = count(&people, &[("verdict", "present")]);
        let walk_in = count(&people, &[("verdict", "walk-in")]);
        let rows = organisations(&reader, &event, english).unwrap();
        prop_assert_eq!(sum(&rows, "present"), present);
        prop_assert_eq!(sum(&rows, "walk_in") + sum(&rows, "from_waiting_list"), walk_in);
        prop_assert!(present + walk_in <= sum(&rows, "people"));
        prop_assert!(sum(&rows, "signed_up") <= sum(&rows, "people"));
        prop_assert_eq!(sum(&people, "sessions_signed_up"), count(&list, &[("signed_up", "confirmed")]));
    }

    /// One word, one measure: the same label for the same thing has the same number in every document.
    #[test]
    fn a_label_has_one_number_for_one_thing(meeting in meeting(), minute in prop_oneof![Just(1000i64), -20i64..170]) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| write(writer, &meeting));
        let now = fixture::at("2020-10-08", "10:00") + TimeDelta::minutes(minute);
        let reader = fixture.read_at(now);
        for language in [Language::En, Language::De, Language::Fr] {
            let mut known: BTreeMap<(String, String), (String, &str)> = BTreeMap::new();
            for (document, about, label, number) in labelled(&reader, &fixture.event(), language) {
                let before = known.entry((about, label)).or_insert((number.clone(), document));
                prop_assert_eq!(&before.0, &number, "{} and {}", before.1, document);
            }
        }
    }

    #[test]
    fn after_the_end_the_clock_does_not_matter(meeting in meeting(), minutes in 0i64..1_000_000) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| write(writer, &meeting));
        let event = fixture.event();
        let later = event.end + TimeDelta::minutes(minutes);
        let [at_the_end, later] = [event.end, later].map(|now| all_reports(&fixture.read_at(now), &event));
        prop_assert_eq!(at_the_end, later);
    }

    #[test]
    fn before_its_end_a_session_has_no_verdicts_and_no_minutes_to_come(
        meeting in meeting(),
        minute in -20i64..170,
    ) {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| write(writer, &meeting));
        let now = fixture::at("2020-10-08", "10:00") + TimeDelta::minutes(minute);
        let (reader, event) = (fixture.read_at(now), fixture.event());
        let list = attendance(&reader, &event, &AttendanceOptions::default()).unwrap();
        for session in reader.sessions(EVENT).unwrap() {
            let passed = (now.min(session.end) - session.start).num_minutes().max(0);
            let rows = list.rows().iter();
            let own = rows.filter(|row| fixture::cell(&list, row, "session") == session.slug);
            for row in own {
                let cell = |key| fixture::cell(&list, row, key);
                prop_assert!(number(&list, row, "minutes") <= usize::try_from(passed).unwrap());
                let is_open = session.end > now;
                prop_assert!(is_open || cell("presence").is_empty());
                if is_open && cell("reason").is_empty() {
                    prop_assert!(["", "excused"].contains(&cell("verdict").as_str()));
                    prop_assert_eq!(cell("share"), "");
                }
                let running = ["", "here", "left", "not-yet"];
                let presence = cell("presence");
                let allowed = if session.start > now { &["", "expected", "here"][..] } else { &running[..] };
                prop_assert!(allowed.contains(&presence.as_str()), "{}", presence);
            }
        }
        // The same moment gives the same reports.
        prop_assert_eq!(all_reports(&reader, &event), all_reports(&fixture.read_at(now), &event));
    }

    /// A list names everybody whom the event counts, each once, and nobody else.
    #[test]
    fn lists_name_whom_the_event_counts(meeting in meeting(), waits in prop::collection::vec(prop::bool::weighted(0.2), 5), blank in 0usize..3) {
        use RegistrationStatus::{Confirmed, Waitlisted};
        let mut fixture = Fixture::empty();
        fixture.change(|writer| {
            write(writer, &meeting)?;
            for (number, waits) in (1..=PEOPLE).zip(&waits) {
                let mut person = writer.person(PersonId(number))?.unwrap();
                person.given_name = format!("Anna {number}");
                writer.save_person(&person)?;
                if let Some(mut registration) = writer.registration(EVENT, PersonId(number))?
                    && *waits
                    && registration.status == Confirmed
                {
                    registration.status = Waitlisted;
                    writer.save_registration(&registration)?;
                }
            }
            Ok(())
        });
        let (reader, event) = (fixture.read(), fixture.event());
        let english = Language::En;
        let name = |id: PersonId| format!("Gleich, Anna {}", id.0);
        let registrations = reader.registrations(EVENT).unwrap();
        let programme = reader.sessions(EVENT).unwrap();
        let parts = |sessions: &[Session]| -> BTreeSet<String> {
            let people = sessions.iter().flat_map(|it| &it.people);
            people.map(|it| name(it.person_id.unwrap())).collect()
        };
        let of_event = |wanted: &[RegistrationStatus]| -> Vec<String> {
            let stand = registrations.iter().map(|it| &it.registration);
            let stand = stand.filter(|it| wanted.contains(&it.status));
            let stand = stand.map(|it| name(it.person_id));
            let all: BTreeSet<String> = stand.chain(parts(&programme)).collect();
            all.into_iter().collect()
        };
        let sessions_are_settled = super::recording::Recording::load(reader, &event).unwrap().is_settled();
        let (places, all) = (of_event(&[Confirmed]), of_event(&[Confirmed, Waitlisted]));
        prop_assert_eq!(&all_names(&sign_in(&reader, &event, SheetFor::Event, blank, english).unwrap()), &all);
        prop_assert_eq!(&all_names(&door(&reader, &event, blank, english).unwrap()), &all);
        let registered = ParticipantsOptions { registered: true, ..ParticipantsOptions::default() };
        prop_assert_eq!(&all_names(&participants(&reader, &event, &Agreed::default(), registered).unwrap()), &places);

        // Who came is listed as well, or instead.
        let by_person = AttendanceOptions { by_person: true, ..AttendanceOptions::default() };
        let by_person = attendance(&reader, &event, &by_person).unwrap();
        let rows = by_person.rows().iter();
        let came = rows.filter(|row| {
            ["present", "partial", "walk-in", "brief"].contains(&&*fixture::cell(&by_person, row, "verdict"))
        });
        let came: BTreeSet<String> = came.map(|row| fixture::cell(&by_person, row, "name")).collect();
        let either: BTreeSet<String> = came.iter().chain(&places).cloned().collect();
        let list = evidence(&reader, &event, blank, english).unwrap();
        let is_recorded = list.columns().iter().any(|it| it.key == "attended");
        let expected = if is_recorded { either.into_iter().collect() } else { places.clone() };
        prop_assert_eq!(&all_names(&list), &expected);
        if is_recorded {
            let marked = list.rows().iter().filter(|row| !fixture::cell(&list, row, "attended").is_empty());
            prop_assert_eq!(marked.map(|row| fixture::cell(&list, row, "name")).collect::<BTreeSet<_>>(), came.clone());
            let total = format!("Attended: {}", came.len());
            prop_assert_eq!(&list.groups()[0].below, &[total]);
        }
        let default = ParticipantsOptions::default();
        let list = participants(&reader, &event, &Agreed::default(), default).unwrap();
        let listed: BTreeSet<String> = all_names(&list).into_iter().collect();
        if sessions_are_settled {
            prop_assert!(came.is_subset(&listed));
            prop_assert!(listed.iter().all(|it| came.contains(it) || parts(&programme).contains(it)));
        } else {
            prop_assert_eq!(&all_names(&list), &places);
        }

        // The participants among those who agreed are listed; all others are counted.
        let agreed: BTreeSet<PersonId> = (1..=PEOPLE).step_by(2).map(PersonId).collect();
        let asked = Agreed {
            asked: true,
            yes: agreed.clone(),
            no: BTreeSet::new(),
        };
        let list = participants(&reader, &event, &asked, registered).unwrap();
        let listed: Vec<String> = places.iter().filter(|it| agreed.iter().any(|id| name(*id) == **it)).cloned().collect();
        prop_assert_eq!(&all_names(&list), &listed);
        let left_out = places.len() - listed.len();
        prop_assert_eq!(list.notes.len(), usize::from(left_out > 0));
        prop_assert!(left_out == 0 || list.notes[0].said.starts_with(&left_out.to_string()));

        // A session's sheet has its active sign-ups and everybody with a part; the sheet of the day has them all.
        let attended = attendance(&reader, &event, &AttendanceOptions::default()).unwrap();
        let mut of_day: BTreeSet<String> = BTreeSet::new();
        for session in &programme {
            let sheet = sign_in(&reader, &event, SheetFor::Session(session.id), blank, english).unwrap();
            let rows = attended.rows().iter();
            let stand = rows.filter(|row| {
                let is_own = fixture::cell(&attended, row, "session") == session.slug;
                is_own && ["confirmed", "waitlisted"].contains(&&*fixture::cell(&attended, row, "signed_up"))
            });
            let stand = stand.map(|row| fixture::cell(&attended, row, "name"));
            let own: BTreeSet<String> = stand.chain(parts(std::slice::from_ref(session))).collect();
            prop_assert_eq!(sheet.rows().len(), own.len() + blank);
            prop_assert_eq!(all_names(&sheet), own.iter().cloned().collect::<Vec<_>>());
            of_day.extend(own);
        }
        let undecided = registrations.iter().filter(|it| it.registration.status != RegistrationStatus::Cancelled);
        let undecided = undecided.filter(|it| it.signups.iter().all(|it| it.status == SignupStatus::Cancelled));
        of_day.extend(undecided.map(|it| name(it.registration.person_id)));
        let day = sign_in(&reader, &event, SheetFor::Day, blank, english).unwrap();
        prop_assert_eq!(all_names(&day), of_day.into_iter().collect::<Vec<_>>());

        // The matrix agrees with the list of attendance.
        let matrix = matrix(&reader, &event, english).unwrap();
        for row in attended.rows() {
            let cell = |key| fixture::cell(&attended, row, key);
            let wanted = [("name", cell("name")), (&*cell("session"), cell("verdict"))];
            let wanted = wanted.each_ref().map(|(key, value)| (*key, value.as_str()));
            if !cell("person_id").is_empty() && !cell("verdict").is_empty() {
                prop_assert_eq!(count(&matrix, &wanted), 1, "{:?}", wanted);
            }
        }
    }
}
