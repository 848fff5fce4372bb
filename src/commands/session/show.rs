//! `rollcall session list` and `rollcall session show`, and the programme for `event show`

use super::super::narrowing::Narrowing;
use super::super::page::Page;
use super::super::signup::{Shown, signups};
use super::super::telling::moment;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::{Event, time};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Table};
use crate::report::labels::{part, session_kind, title_of_cancelled};
use crate::report::{self, AsOf, rules};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[command(flatten)]
    narrowing: Narrowing,
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let table = programme(context, reader, &event)?;
        args.narrowing.of(context, reader, Some(&event), table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

/// Returns the sessions of an event with their places, counted as in `report sessions`.
pub(in crate::commands) fn programme(
    context: &Context,
    reader: &Reader<'_>,
    event: &Event,
) -> Result<Table, Error> {
    let mut table = Table::new(
        "sessions",
        message!(titles::programme_of { event: event.title }).in_language(context.language),
        vec![
            Column::of(facts::SESSION),
            Column::of(facts::TITLE),
            Column::of(facts::KIND),
            Column::of(facts::START),
            Column::of(facts::END),
            Column::of(facts::ROOM),
            Column::of(facts::CAPACITY).right(),
            Column::of(facts::SIGNED_UP).right(),
            Column::of(facts::WAITLISTED).right(),
            Column::of(facts::DROP_IN),
            Column::of(facts::IS_CANCELLED).hidden_in_text(),
        ],
    );
    let counts = report::audiences(&AsOf::new(*reader, context.now), event)?;
    for session in reader.sessions(event.id)? {
        let counts = counts.get(&session.id).copied().unwrap_or_default();
        let end = session.end.with_timezone(&event.zone);
        table.push(vec![
            session.slug.into(),
            if session.cancelled || event.cancelled {
                title_of_cancelled(&session.title)
            } else {
                session.title.into()
            },
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
            (session.cancelled || event.cancelled).into(),
        ]);
    }
    Ok(table)
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ShowArgs {
    #[arg(value_name = "SESSION")]
    session: String,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let page = context.read(|reader| page(context, reader, args))?;
    page.show(context)?;
    Ok(Exit::Done)
}

fn page(context: &Context, reader: &Reader<'_>, args: &ShowArgs) -> Result<Page, Error> {
    let event = context.find_event(reader)?;
    let session = intake::find_session(reader, &event, &args.session)?;
    let counts = report::audiences(&AsOf::new(*reader, context.now), &event)?;
    let counts = counts.get(&session.id).copied().unwrap_or_default();
    let mut page = Page::new("session", session.title.clone());
    page.fact(facts::NUMBER, session.id.0);
    page.fact(facts::EVENT, event.slug.clone());
    page.fact(facts::SLUG, session.slug.clone());
    page.fact(facts::TITLE, session.title.clone());
    if session.cancelled || event.cancelled {
        page.fact(facts::IS_CANCELLED, true);
    }
    page.fact(facts::KIND, session_kind(session.kind));
    page.fact(facts::START, moment(context, session.start, event.zone));
    page.fact(facts::END, moment(context, session.end, event.zone));
    page.fact(facts::ROOM, session.room.clone());
    page.fact(facts::RULE, session.rule.map_or(Cell::Empty, rules::cell));
    page.fact(facts::DROP_IN, session.drop_in);
    page.fact(facts::CAPACITY, session.capacity);
    page.fact(facts::SIGNED_UP, counts.confirmed);
    page.fact(facts::WAITLISTED, counts.waitlisted);
    let mut people = Table::new(
        "people",
        titles::SPEAKERS_AND_HOSTS.in_language(context.language),
        vec![
            Column::of(facts::PART),
            Column::of(facts::NAME),
            Column::of(facts::PERSON_ID).right(),
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
    page.table(signups(context, reader, &event, shown)?);
    Ok(page)
}
