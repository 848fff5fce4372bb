//! `rollcall person list`

use std::collections::{HashMap, HashSet};

use super::super::narrowing::Narrowing;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{OrganisationId, RegistrationStatus};
use crate::output::keyed::facts;
use crate::output::{Cell, Collator, Column, Table, name_key};
use crate::report::scope;
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[arg(long, value_name = "ORGANISATION")]
    organisation: Option<String>,
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    #[arg(long)]
    registered: bool,
    #[command(flatten)]
    narrowing: Narrowing,
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| people(context, reader, args))?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn people(context: &Context, reader: &Reader<'_>, args: &ListArgs) -> Result<Table, Error> {
    let mut people = reader.people()?;
    let event = context.event_if_named(reader)?;
    if let Some(event) = &event {
        let taking_part = scope::people_of(reader, event)?;
        people.retain(|person| taking_part.contains(&person.id));
    }
    if let Some(reference) = &args.organisation {
        let organisation = intake::find_organisation(reader, reference)?;
        people.retain(|person| person.organisation_id == Some(organisation.id));
    }
    if let Some(role) = &args.role {
        let role = role.to_lowercase();
        people.retain(|person| {
            let own = person.role.as_deref().unwrap_or_default();
            own.to_lowercase() == role
        });
    }
    if args.registered {
        let event = context.find_event(reader)?;
        let registered: HashSet<_> = reader
            .registrations(event.id)?
            .into_iter()
            .filter(|row| row.registration.status == RegistrationStatus::Confirmed)
            .map(|row| row.registration.person_id)
            .collect();
        people.retain(|person| registered.contains(&person.id));
    }
    let organisations: HashMap<OrganisationId, String> = reader
        .organisations()?
        .into_iter()
        .map(|known| (known.id, known.name))
        .collect();
    Collator::new(context.language).sort_by_text(&mut people, |person| {
        name_key(&person.family_name, &person.given_name)
    });
    let mut table = Table::new(
        "people",
        match &event {
            Some(_) => scope::title(titles::PEOPLE, event.as_ref(), context.language),
            None => titles::PEOPLE.in_language(context.language).to_owned(),
        },
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::NAME),
            Column::of(facts::EMAIL),
            Column::of(facts::ORGANISATION),
            Column::of(facts::ROLE),
        ],
    );
    for person in people {
        let organisation = person.organisation_id.and_then(|id| organisations.get(&id));
        table.push(vec![
            Cell::Integer(person.id.0),
            person.sort_name().into(),
            person.addresses.first().cloned().into(),
            organisation.cloned().into(),
            person.role.into(),
        ]);
    }
    let event = event.or_else(|| context.find_event(reader).ok());
    args.narrowing.of(context, reader, event.as_ref(), table)
}
