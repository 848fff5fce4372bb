//! `rollcall organisation duplicates`

use std::collections::HashMap;

use super::super::narrowing::Narrowing;
use super::super::review::reasons_in_words;
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{OrganisationDirectory, address_domain};
use crate::intake;
use crate::model::OrganisationId;
use crate::output::keyed::{columns, facts};
use crate::output::{Cell, Column, Table};
use crate::store::{Other, Reader, StoreError};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct DuplicatesArgs {
    #[command(flatten)]
    narrowing: Narrowing,
}

pub(super) fn duplicates(context: &mut Context, args: &DuplicatesArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let table = pairs(context, reader)?;
        args.narrowing.of(context, reader, None, table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

/// Returns one row per pair of organisations that are probably the same, the most likely first.
fn pairs(context: &Context, reader: &Reader<'_>) -> Result<Table, Error> {
    let organisations = reader.organisations()?;
    let names: HashMap<OrganisationId, &str> = organisations
        .iter()
        .map(|known| (known.id, known.name.as_str()))
        .collect();
    let mut table = Table::new(
        "duplicates",
        titles::DUPLICATES_OF_ORGANISATIONS.in_language(context.language),
        vec![
            Column::of(facts::ORGANISATION_NUMBER).right(),
            Column::of(columns::ORGANISATION),
            Column::of(facts::OTHER_NUMBER).right(),
            Column::of(facts::OTHER_ONE),
            Column::of(facts::SCORE).right(),
            Column::of(facts::REASONS),
        ],
    );
    let name = |id: OrganisationId| names.get(&id).copied().unwrap_or_default();
    for pair in directory(reader)?.pairs() {
        table.push(vec![
            Cell::Integer(pair.one.0),
            name(pair.one).into(),
            Cell::Integer(pair.other.0),
            name(pair.other).into(),
            Cell::Decimal {
                value: pair.score,
                digits: 2,
            },
            Cell::Words(reasons_in_words(&pair.reasons, context.language)),
        ]);
    }
    Ok(table)
}

/// Returns all organisations on file, with the domains of their people and the answers about them.
fn directory(reader: &Reader<'_>) -> Result<OrganisationDirectory, StoreError> {
    let mut directory = intake::organisations_on_file(reader)?;
    for person in reader.people()? {
        for address in &person.addresses {
            if let Some(id) = person.organisation_id {
                directory.note_domain(id, address_domain(address));
            }
        }
    }
    for distinction in reader.distinctions()? {
        if let Other::Organisation(id) = distinction.other {
            directory.remember_different(&distinction.name, id);
        }
    }
    Ok(directory)
}
