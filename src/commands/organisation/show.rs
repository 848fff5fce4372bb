//! `rollcall organisation show`

use super::super::page::Page;
use super::super::telling::moment;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::model::{Organisation, OrganisationId};
use crate::output::keyed::facts;
use crate::output::{Cell, Collator, Column, Table, name_key};
use crate::report::{self, AsOf};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ShowArgs {
    #[arg(value_name = "ORGANISATION")]
    organisation: String,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let page = context.read(|reader| page(context, reader, args))?;
    page.show(context)?;
    Ok(Exit::Done)
}

fn page(context: &Context, reader: &Reader<'_>, args: &ShowArgs) -> Result<Page, Error> {
    let known = intake::find_organisation(reader, &args.organisation)?;
    let mut page = facts(&known);
    page.table(people(context, reader, known.id)?);
    page.table(events(context, reader, known.id)?);
    Ok(page)
}

fn facts(known: &Organisation) -> Page {
    let mut page = Page::new("organisation", known.name.clone());
    page.fact(facts::NUMBER, known.id.0);
    page.fact(facts::NAME, known.name.clone());
    page.fact(facts::SHORT_NAME, known.short_name.clone());
    page.fact(facts::KIND, known.kind.clone());
    page.fact(facts::COUNTRY, known.country.clone());
    page.fact(facts::REGION, known.region.clone());
    page.fact(facts::WEBSITE, known.website.clone());
    page.fact(facts::ALIASES, known.aliases.clone());
    page
}

fn people(context: &Context, reader: &Reader<'_>, id: OrganisationId) -> Result<Table, Error> {
    let mut people = reader.people()?;
    people.retain(|person| person.organisation_id == Some(id));
    Collator::new(context.language).sort_by_text(&mut people, |person| {
        name_key(&person.family_name, &person.given_name)
    });
    let mut table = Table::new(
        "people",
        titles::PEOPLE.in_language(context.language),
        vec![
            Column::of(facts::ID).right(),
            Column::of(facts::NAME),
            Column::of(facts::EMAIL),
            Column::of(facts::ROLE),
        ],
    );
    for person in people {
        table.push(vec![
            Cell::Integer(person.id.0),
            person.sort_name().into(),
            person.addresses.first().cloned().into(),
            person.role.into(),
        ]);
    }
    Ok(table)
}

/// Returns one row per event that anybody from the organisation was related to, counted as in the report.
fn events(context: &Context, reader: &Reader<'_>, id: OrganisationId) -> Result<Table, Error> {
    let mut table = Table::new(
        "events",
        titles::EVENTS.in_language(context.language),
        vec![
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::TITLE),
            Column::of(facts::START),
            Column::of(facts::REGISTERED).right(),
            Column::of(facts::PRESENT).right(),
        ],
    );
    for event in reader.events()? {
        let counted =
            report::organisations(&AsOf::new(*reader, context.now), &event, context.language)?;
        let column = |key: &str| counted.columns().iter().position(|it| it.key == key);
        let (Some(number), Some(registered), Some(present)) = (
            column("organisation_id"),
            column("signed_up"),
            column("present"),
        ) else {
            continue;
        };
        for row in counted.rows() {
            if row[number] == Cell::Integer(id.0) {
                table.push(vec![
                    event.slug.clone().into(),
                    event.title.clone().into(),
                    moment(context, event.start, event.zone),
                    row[registered].clone(),
                    row[present].clone(),
                ]);
            }
        }
    }
    Ok(table)
}
