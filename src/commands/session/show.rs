//! `rollcall session list` and `rollcall session show`, and the programme that `event show` has too

use super::super::page::Page;
use super::super::signup::{Shown, signups};
use super::super::telling::moment;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{Event, time};
use crate::output::{Cell, Column, Table};
use crate::report;
use crate::report::labels::{part, session_kind};
use crate::store::Reader;

/// List the sessions of an event, in the order of the programme
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall session list
  rollcall session list --event autumn-meeting --format csv")]
pub(in crate::commands) struct ListArgs {}

pub(super) fn list(context: &mut Context, _args: &ListArgs) -> Result<Exit, Error> {
    let store = context.store()?;
    let event = context.find_event(&store)?;
    let table = programme(context, &store.read(), &event)?;
    context.show(table)?;
    Ok(Exit::Done)
}

/// Returns the sessions of an event with their places, counted as `report sessions` does.
pub(in crate::commands) fn programme(
    context: &Context,
    reader: &Reader<'_>,
    event: &Event,
) -> Result<Table, Error> {
    let title = context.language.pick("Programme", "Programm");
    let mut table = Table::new(
        "sessions",
        format!("{title}: {}", event.title),
        vec![
            Column::new("session", "session", "Session"),
            Column::new("title", "title", "Titel"),
            Column::new("kind", "kind", "Art"),
            Column::new("start", "start", "Beginn"),
            Column::new("end", "end", "Ende"),
            Column::new("room", "room", "Raum"),
            Column::new("capacity", "places", "Plätze").right(),
            Column::new("signed_up", "signed up", "angemeldet").right(),
            Column::new("waitlisted", "waiting", "Warteliste").right(),
            Column::new("drop_in", "drop-in", "offen"),
        ],
    );
    let counts = report::audiences(reader, event)?;
    for session in reader.sessions(event.id)? {
        let counts = counts.get(&session.id).copied().unwrap_or_default();
        let end = session.end.with_timezone(&event.zone);
        table.push(vec![
            session.slug.into(),
            session.title.into(),
            session_kind(session.kind),
            moment(context, session.start, event.zone),
            Cell::Moment {
                iso: time::to_zone_text(session.end, event.zone),
                shown: end.format("%H:%M").to_string(),
            },
            session.room.into(),
            session.capacity.into(),
            counts.confirmed.into(),
            counts.waitlisted.into(),
            session.drop_in.into(),
        ]);
    }
    Ok(table)
}

/// Show a session: its facts, who has a place, who waits in which order, and who cancelled
///
/// With --format json an array of one object, in which `people` and `signups` are arrays.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall session show breakout-a
  rollcall session show a --format json              by its letter")]
pub(in crate::commands) struct ShowArgs {
    /// The session, by short name, title, letter or number
    #[arg(value_name = "SESSION")]
    session: String,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let store = context.store()?;
    let reader = store.read();
    let event = context.find_event(&store)?;
    let session = intake::find_session(&reader, &event, &args.session)?;
    let counts = report::audiences(&reader, &event)?;
    let counts = counts.get(&session.id).copied().unwrap_or_default();
    let mut page = Page::new("session", session.title.clone());
    page.fact("id", "number", "Nr.", session.id.0);
    page.fact("event", "event", "Veranstaltung", event.slug.clone());
    page.fact("slug", "short name", "Kürzel", session.slug.clone());
    page.fact("title", "title", "Titel", session.title.clone());
    page.fact("kind", "kind", "Art", session_kind(session.kind));
    page.fact(
        "start",
        "start",
        "Beginn",
        moment(context, session.start, event.zone),
    );
    page.fact(
        "end",
        "end",
        "Ende",
        moment(context, session.end, event.zone),
    );
    page.fact("room", "room", "Raum", session.room.clone());
    page.fact(
        "rule",
        "rule",
        "Regel",
        session.rule.map(|rule| rule.to_string()),
    );
    page.fact("drop_in", "drop-in", "offen", session.drop_in);
    page.fact("capacity", "places", "Plätze", session.capacity);
    page.fact("signed_up", "signed up", "angemeldet", counts.confirmed);
    page.fact("waitlisted", "waiting", "Warteliste", counts.waitlisted);
    let mut people = Table::new(
        "people",
        context.language.pick("Speakers and hosts", "Mitwirkende"),
        vec![
            Column::new("part", "part", "Mitwirkung"),
            Column::new("name", "name", "Name"),
            Column::new("person_id", "person no.", "Person Nr.").right(),
        ],
    );
    for known in &session.people {
        people.push(vec![
            part(known.part),
            known.name.clone().into(),
            known.person_id.map(|id| id.0).into(),
        ]);
    }
    page.table(people);
    let shown = Shown {
        session: Some(session.id),
        status: None,
    };
    page.table(signups(context, &reader, &event, shown)?);
    page.show(context)?;
    Ok(Exit::Done)
}
