//! `rollcall organisation list`

use std::collections::HashMap;

use super::super::narrowing::Narrowing;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::OrganisationId;
use crate::output::keyed::facts;
use crate::output::{Cell, Collator, Column, Table};
use crate::report::scope;
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[command(flatten)]
    narrowing: Narrowing,
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| organisations(context, reader, args))?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn organisations(context: &Context, reader: &Reader<'_>, args: &ListArgs) -> Result<Table, Error> {
    let mut people: HashMap<OrganisationId, i64> = HashMap::new();
    for person in reader.people()? {
        if let Some(id) = person.organisation_id {
            *people.entry(id).or_default() += 1;
        }
    }
    let mut organisations = reader.organisations()?;
    let event = context.event_if_named(reader)?;
    if let Some(event) = &event {
        let taking_part = scope::organisations_of(reader, event)?;
        organisations.retain(|known| taking_part.contains(&known.id));
    }
    if let Some(kind) = &args.kind {
        let kind = kind.to_lowercase();
        organisations.retain(|known| {
            let own = known.kind.as_deref().unwrap_or_default();
            own.to_lowercase() == kind
        });
    }
    Collator::new(context.language).sort_by_text(&mut organisations, |known| known.name.clone());
    let mut table = Table::new(
        "organisations",
        match &event {
            Some(_) => scope::title(titles::ORGANISATIONS, event.as_ref(), context.language),
            None => titles::ORGANISATIONS
                .in_language(context.language)
                .to_owned(),
        },
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::NAME),
            Column::of(facts::SHORT_NAME),
            Column::of(facts::KIND),
            Column::of(facts::COUNTRY),
            Column::of(facts::REGION),
            Column::of(facts::PEOPLE).right(),
        ],
    );
    for known in organisations {
        table.push(vec![
            Cell::Integer(known.id.0),
            known.name.into(),
            known.short_name.into(),
            known.kind.into(),
            known.country.into(),
            known.region.into(),
            Cell::Integer(people.get(&known.id).copied().unwrap_or_default()),
        ]);
    }
    args.narrowing.of(context, reader, None, table)
}
