//! `rollcall event list` and `rollcall event show`

use super::super::narrowing::Narrowing;
use super::super::page::Page;
use super::super::session;
use super::super::telling::moment;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{Event, EventFact, RegistrationStatus};
use crate::output::keyed::{Keyed, facts};
use crate::output::{Cell, Column, Table};
use crate::report::labels::title_of_cancelled;
use crate::report::rules;
use crate::store::{Reader, StoreError};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[command(flatten)]
    narrowing: Narrowing,
}

/// Counts the active registrations of an event.
fn registered(reader: &Reader<'_>, event: &Event) -> Result<usize, StoreError> {
    let rows = reader.registrations(event.id)?;
    let stands = rows
        .iter()
        .filter(|row| row.registration.status == RegistrationStatus::Confirmed);
    Ok(stands.count())
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let table = events(context, reader)?;
        args.narrowing.of(context, reader, None, table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn events(context: &Context, reader: &Reader<'_>) -> Result<Table, Error> {
    let mut table = Table::new(
        "events",
        titles::EVENTS.in_language(context.language),
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::SLUG),
            Column::of(facts::TITLE),
            Column::of(facts::START),
            Column::of(facts::END),
            Column::of(facts::TIMEZONE),
            Column::of(facts::PLACE),
            Column::of(facts::SESSIONS).right(),
            Column::of(facts::REGISTERED).right(),
            Column::of(facts::IS_CANCELLED).hidden_in_text(),
        ],
    );
    for event in reader.events()? {
        table.push(vec![
            Cell::Integer(event.id.0),
            event.slug.clone().into(),
            if event.cancelled {
                title_of_cancelled(&event.title)
            } else {
                event.title.clone().into()
            },
            moment(context, event.start, event.zone),
            moment(context, event.end, event.zone),
            event.zone.name().into(),
            event.place.clone().into(),
            reader.sessions(event.id)?.len().into(),
            registered(reader, &event)?.into(),
            event.cancelled.into(),
        ]);
    }
    Ok(table)
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ShowArgs {
    #[arg(value_name = "EVENT")]
    named: Option<String>,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let page = context.read(|reader| page(context, reader, args))?;
    page.show(context)?;
    Ok(Exit::Done)
}

/// Returns the name of a fact.
fn name_of(fact: EventFact) -> Keyed {
    match fact {
        EventFact::Organiser => facts::ORGANISER,
        EventFact::Address => facts::ORGANISER_ADDRESS,
        EventFact::Contact => facts::ORGANISER_CONTACT,
        EventFact::Project => facts::PROJECT_TITLE,
        EventFact::FundingReference => facts::FUNDING_REFERENCE,
        EventFact::Funder => facts::FUNDER,
        EventFact::Signatory => facts::SIGNATORY,
    }
}

fn page(context: &Context, reader: &Reader<'_>, args: &ShowArgs) -> Result<Page, Error> {
    let named = args.named.as_deref().or(context.event.as_deref());
    let event = intake::find_event(reader, named)?;
    let mut page = Page::new("event", event.title.clone());
    page.fact(facts::NUMBER, event.id.0);
    page.fact(facts::SLUG, event.slug.clone());
    page.fact(facts::TITLE, event.title.clone());
    if event.cancelled {
        page.fact(facts::IS_CANCELLED, true);
    }
    page.fact(facts::START, moment(context, event.start, event.zone));
    page.fact(facts::END, moment(context, event.end, event.zone));
    page.fact(facts::TIMEZONE, event.zone.name());
    page.fact(facts::PLACE, event.place.clone());
    page.fact(facts::RULE, event.rule.map_or(Cell::Empty, rules::cell));
    for fact in EventFact::ALL {
        let text = event.facts.text(fact).map(str::to_owned);
        page.fact(name_of(fact), text);
    }
    let logos = event.facts.logos.clone();
    let is_bare = logos.is_empty();
    page.fact(
        facts::LOGOS,
        if is_bare {
            Cell::Empty
        } else {
            Cell::Words(logos)
        },
    );
    page.fact(facts::KEEP, event.keep.map(|it| it.to_string()));
    page.fact(facts::REGISTERED, registered(reader, &event)?);
    page.table(session::programme(context, reader, &event)?);
    Ok(page)
}
