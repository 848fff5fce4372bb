//! `rollcall person show`

use super::super::page::Page;
use super::super::telling::moment;
use super::{organisation_of, whose};
use crate::catalogue::messages::{commands, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{Event, Person, Registration, ReviewState};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Table};
use crate::report::labels::{Worded, part, registration_status, review_kind};
use crate::report::{self, AsOf, AttendanceOptions};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ShowArgs {
    #[arg(value_name = "PERSON")]
    person: String,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let page = context.read(|reader| page(context, reader, args))?;
    page.show(context)?;
    Ok(Exit::Done)
}

fn page(context: &Context, reader: &Reader<'_>, args: &ShowArgs) -> Result<Page, Error> {
    let person = intake::find_person(reader, &args.person)?;
    let registrations = reader.registrations_of(person.id)?;
    let mut page = facts(reader, &person)?;
    page.table(registered(context, reader, &registrations)?);
    page.table(sessions(context, reader, &person)?);
    let owned = intake::owned(reader, &person)?;
    page.table(whose::rows(context, reader, &owned)?);
    page.table(whose::stays(context, reader, &owned.stays)?);
    page.table(answers(context, reader, &registrations)?);
    page.table(consents(context, reader, &person)?);
    page.table(questions(context, reader, &person)?);
    Ok(page)
}

fn facts(reader: &Reader<'_>, person: &Person) -> Result<Page, Error> {
    let mut page = Page::new("person", person.full_name());
    let others: Vec<String> = person.addresses.iter().skip(1).cloned().collect();
    page.fact(facts::NUMBER, person.id.0);
    page.fact(facts::TITLE, person.title.clone());
    page.fact(facts::GIVEN_NAME, person.given_name.clone());
    page.fact(facts::FAMILY_NAME, person.family_name.clone());
    page.fact(facts::EMAIL, person.addresses.first().cloned());
    page.fact(facts::OTHER_EMAILS, others);
    page.fact(facts::PHONE, person.phone.clone());
    page.fact(facts::ROLE, person.role.clone());
    let organisation = organisation_of(reader, person)?;
    page.fact(facts::ORGANISATION, organisation);
    page.fact(facts::LANGUAGE, person.language.clone());
    page.fact(facts::ALIASES, person.aliases.clone());
    let only_if = |is_so: bool| {
        if is_so {
            Cell::Boolean(true)
        } else {
            Cell::Empty
        }
    };
    page.fact(facts::RESTRICTED, only_if(person.states.restricted));
    page.fact(facts::OBJECTED, only_if(person.states.objected));
    Ok(page)
}

fn event_of<'a>(events: &'a [Event], registration: &Registration) -> Option<&'a Event> {
    events
        .iter()
        .find(|event| event.id == registration.event_id)
}

fn registered(
    context: &Context,
    reader: &Reader<'_>,
    registrations: &[Registration],
) -> Result<Table, Error> {
    let events = reader.events()?;
    let mut table = Table::new(
        "registrations",
        titles::REGISTRATIONS.in_language(context.language),
        vec![
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::TITLE),
            Column::of(facts::START),
            Column::of(facts::STATUS),
            Column::of(facts::ORGANISATION_THEN),
            Column::of(facts::NEWEST_FORM),
        ],
    );
    for registration in registrations {
        let Some(event) = event_of(&events, registration) else {
            continue;
        };
        let organisation = match (
            &registration.organisation_name,
            registration.organisation_id,
        ) {
            (Some(name), _) => Some(name.clone()),
            (None, Some(id)) => reader.organisation(id)?.map(|known| known.name),
            (None, None) => None,
        };
        let requested_at = registration
            .requested_at
            .map(|at| moment(context, at, event.zone));
        table.push(vec![
            event.slug.clone().into(),
            event.title.clone().into(),
            moment(context, event.start, event.zone),
            registration_status(registration.status),
            organisation.into(),
            requested_at.into(),
        ]);
    }
    Ok(table)
}

/// The columns that are copied from the attendance report.
const REPORTED: [&str; 8] = [
    "signed_up",
    "presence",
    "verdict",
    "first_joined",
    "last_left",
    "minutes",
    "reason",
    "part",
];

/// Returns sign-ups and attendance by session, as in the report, with parts from the programme.
fn sessions(context: &Context, reader: &Reader<'_>, person: &Person) -> Result<Table, Error> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut events = reader.events()?;
    events.reverse();
    for event in &events {
        let options = AttendanceOptions {
            language: context.language,
            ..AttendanceOptions::default()
        };
        let attendance = report::attendance(&AsOf::new(*reader, context.now), event, &options)?;
        let programme = reader.sessions(event.id)?;
        if programme.is_empty()
            && let Some(cells) = reported(&attendance, "", person)
        {
            // The event itself is its only session.
            let mut row = vec![
                event.slug.clone().into(),
                Cell::Empty,
                event.title.clone().into(),
                moment(context, event.start, event.zone),
            ];
            row.extend(cells);
            rows.push(row);
        }
        for session in programme {
            let own = session.people.iter();
            let mut own = own.filter(|other| other.person_id == Some(person.id));
            let cells = match reported(&attendance, &session.slug, person) {
                Some(cells) => cells,
                None => match own.next() {
                    Some(other) => {
                        let mut cells = vec![Cell::Empty; REPORTED.len() - 1];
                        cells.push(part(other.part));
                        cells
                    }
                    None => continue,
                },
            };
            let mut row = vec![
                event.slug.clone().into(),
                session.slug.clone().into(),
                session.title.clone().into(),
                moment(context, session.start, event.zone),
            ];
            row.extend(cells);
            rows.push(row);
        }
    }
    let title = titles::SESSIONS.in_language(context.language);
    let has = |column: usize| rows.iter().any(|row| row[column] != Cell::Empty);
    let columns = session_columns(has(PRESENCE), has(REASON));
    let mut table = Table::new("sessions", title, columns);
    for row in rows {
        table.push(row);
    }
    Ok(table)
}

/// The index of somebody's current presence in a row.
const PRESENCE: usize = 5;

/// The index of the reason of a verdict by hand in a row.
const REASON: usize = 10;

/// Returns the columns; people see the reason and the current presence only if there are any.
fn session_columns(is_open: bool, is_ruled: bool) -> Vec<Column> {
    let presence = Column::of(facts::PRESENCE);
    let reason = Column::of(facts::SET_BY_HAND);
    vec![
        Column::of(facts::EVENT_SLUG),
        Column::of(facts::SESSION),
        Column::of(facts::TITLE),
        Column::of(facts::START),
        Column::of(facts::SIGN_UP),
        if is_open {
            presence
        } else {
            presence.hidden_in_text()
        },
        Column::of(facts::VERDICT),
        Column::of(facts::FIRST_JOINED),
        Column::of(facts::LAST_LEFT),
        Column::of(facts::MINUTES).right(),
        if is_ruled {
            reason
        } else {
            reason.hidden_in_text()
        },
        Column::of(facts::PART),
    ]
}

/// Returns the report's data on a person in a session; `None` if they have no row there.
fn reported(attendance: &Table, session: &str, person: &Person) -> Option<Vec<Cell>> {
    let column = |key: &str| attendance.columns().iter().position(|it| it.key == key);
    let (slug, number) = (column("session")?, column("person_id")?);
    let person = Cell::Integer(person.id.0);
    let is_session = |cell: &Cell| match cell {
        Cell::Text(key) | Cell::Worded { key, .. } => key == session,
        _ => session.is_empty(),
    };
    let row = attendance
        .rows()
        .iter()
        .find(|row| is_session(&row[slug]) && row[number] == person)?;
    REPORTED
        .into_iter()
        .map(|key| column(key).map(|index| row[index].clone()))
        .collect()
}

fn answers(
    context: &Context,
    reader: &Reader<'_>,
    registrations: &[Registration],
) -> Result<Table, Error> {
    let events = reader.events()?;
    let mut table = Table::new(
        "answers",
        titles::FORM_ANSWERS.in_language(context.language),
        vec![
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::QUESTION),
            Column::of(facts::ANSWER),
        ],
    );
    for registration in registrations {
        let slug = event_of(&events, registration).map(|event| event.slug.clone());
        for (question, answer) in &registration.answers {
            table.push(vec![
                slug.clone().into(),
                question.clone().into(),
                answer.clone().into(),
            ]);
        }
    }
    Ok(table)
}

/// Returns what somebody agreed to and refused, and where they said it.
fn consents(context: &Context, reader: &Reader<'_>, person: &Person) -> Result<Table, Error> {
    let events = reader.events()?;
    let mut table = Table::new(
        "consents",
        titles::CONSENTS.in_language(context.language),
        vec![
            Column::of(facts::PURPOSE),
            Column::of(facts::GIVEN),
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::TIME),
            Column::of(facts::FILE),
            Column::of(facts::LINE).right(),
            Column::of(facts::QUESTION),
            Column::of(facts::ANSWER),
        ],
    );
    for consent in reader.consents_of(person.id)? {
        let event = events.iter().find(|it| Some(it.id) == consent.event_id);
        let zone = event.map_or(context.zone, |it| it.zone);
        let source = consent.source;
        table.push(vec![
            Cell::Label(consent.purpose.word()),
            Cell::Boolean(consent.given),
            event.map(|it| it.slug.clone()).into(),
            moment(context, consent.time, zone),
            source.as_ref().map(|it| it.file.clone()).into(),
            source.as_ref().map(|it| it.line).into(),
            source.as_ref().map(|it| it.question.clone()).into(),
            source.map(|it| it.answer).into(),
        ]);
    }
    Ok(table)
}

/// Returns the open questions about somebody, and those in which they are a candidate.
fn questions(context: &Context, reader: &Reader<'_>, person: &Person) -> Result<Table, Error> {
    use crate::model::ReviewKind::{Conflict, Organisation};
    let mut table = Table::new(
        "questions",
        titles::OPEN_QUESTIONS.in_language(context.language),
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::KIND),
            Column::of(facts::NAME),
            Column::of(facts::DETAIL),
        ],
    );
    for review in reader.reviews()? {
        let question = review.question;
        let is_candidate = !matches!(question.kind, Organisation | Conflict)
            && question.candidates.iter().any(|it| it.id == person.id.0);
        let is_theirs = question.person_id == Some(person.id) || is_candidate;
        if review.state == ReviewState::Open && is_theirs {
            let detail = question.detail.as_ref();
            let detail = detail.map(|it| it.message().in_language(context.language_of_sentences()));
            table.push(vec![
                Cell::Integer(review.id.0),
                review_kind(question.kind),
                question.name.into(),
                detail.into(),
            ]);
        }
    }
    if !table.is_empty() {
        table.note(commands::HOW_TO_ANSWER.in_language(context.language));
    }
    Ok(table)
}
