//! `rollcall event list` and `rollcall event show`

use super::super::page::Page;
use super::super::session;
use super::super::telling::moment;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{Event, RegistrationStatus};
use crate::output::{Cell, Column, Table};
use crate::store::{Reader, StoreError};

/// List events, the first one first
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall event list
  rollcall event list --format json")]
pub(in crate::commands) struct ListArgs {}

/// Counts the registrations of an event that stand.
fn registered(reader: &Reader<'_>, event: &Event) -> Result<usize, StoreError> {
    let rows = reader.registrations(event.id)?;
    let stands = rows
        .iter()
        .filter(|row| row.registration.status == RegistrationStatus::Confirmed);
    Ok(stands.count())
}

pub(super) fn list(context: &mut Context, _args: &ListArgs) -> Result<Exit, Error> {
    let store = context.store()?;
    let reader = store.read();
    let mut table = Table::new(
        "events",
        context.language.pick("Events", "Veranstaltungen"),
        vec![
            Column::new("id", "no.", "Nr.").right(),
            Column::new("slug", "short name", "Kürzel"),
            Column::new("title", "title", "Titel"),
            Column::new("start", "start", "Beginn"),
            Column::new("end", "end", "Ende"),
            Column::new("timezone", "time zone", "Zeitzone"),
            Column::new("place", "place", "Ort"),
            Column::new("sessions", "sessions", "Sessions").right(),
            Column::new("registered", "registered", "angemeldet").right(),
        ],
    );
    for event in reader.events()? {
        table.push(vec![
            Cell::Integer(event.id.0),
            event.slug.clone().into(),
            event.title.clone().into(),
            moment(context, event.start, event.zone),
            moment(context, event.end, event.zone),
            event.zone.name().into(),
            event.place.clone().into(),
            reader.sessions(event.id)?.len().into(),
            registered(&reader, &event)?.into(),
        ]);
    }
    context.show(table)?;
    Ok(Exit::Done)
}

/// Show an event: its facts, and the programme with its numbers
///
/// With --format json an array of one object, in which `sessions` is an array.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall event show
  rollcall event show autumn-meeting --format json")]
pub(in crate::commands) struct ShowArgs {
    /// The event, by short name, title or number; not needed while there is only one
    #[arg(value_name = "EVENT")]
    named: Option<String>,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let store = context.store()?;
    let reader = store.read();
    let named = args.named.as_deref().or(context.event.as_deref());
    let event = intake::find_event(&reader, named)?;
    let mut page = Page::new("event", event.title.clone());
    page.fact("id", "number", "Nr.", event.id.0);
    page.fact("slug", "short name", "Kürzel", event.slug.clone());
    page.fact("title", "title", "Titel", event.title.clone());
    page.fact(
        "start",
        "start",
        "Beginn",
        moment(context, event.start, event.zone),
    );
    page.fact("end", "end", "Ende", moment(context, event.end, event.zone));
    page.fact("timezone", "time zone", "Zeitzone", event.zone.name());
    page.fact("place", "place", "Ort", event.place.clone());
    page.fact(
        "rule",
        "rule",
        "Regel",
        event.rule.map(|rule| rule.to_string()),
    );
    page.fact(
        "registered",
        "registered",
        "angemeldet",
        registered(&reader, &event)?,
    );
    page.table(session::programme(context, &reader, &event)?);
    page.show(context)?;
    Ok(Exit::Done)
}
