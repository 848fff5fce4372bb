//! `rollcall history export`: every change in words, a row each.

use super::super::telling::moment;
use super::filter::Filter;
use super::{author_column, changes_of, note_on_unknown, state};
use crate::catalogue::messages::titles;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Table};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn export(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| changes(context, reader, &args.filter))?;
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}

/// Returns what operations changed; with `--person` only what is about them.
fn changes(context: &Context, reader: &Reader<'_>, filter: &Filter) -> Result<Table, Error> {
    let operations = filter.operations(context, reader)?;
    let person = filter.person(reader)?;
    let changed = changes_of(context, reader, &operations)?;
    let sentences = context.language_of_sentences();
    let mut table = Table::new(
        "changes",
        titles::WHAT_CHANGED.in_language(context.language),
        vec![
            Column::of(facts::OPERATION).right(),
            Column::of(facts::TIME),
            author_column(&operations),
            Column::of(facts::COMMAND),
            Column::of(facts::STATE),
            Column::of(facts::PERSON_ID).right().hidden_in_text(),
            Column::of(facts::CONCERNS),
            Column::of(facts::WHAT),
            Column::of(facts::BEFORE),
            Column::of(facts::AFTER),
        ],
    );
    for operation in &operations {
        let rows = changed
            .rows
            .iter()
            .filter(|it| it.operation == operation.id);
        for change in rows.filter(|it| person.is_none() || it.person == person) {
            table.push(vec![
                Cell::Integer(operation.id.0),
                moment(context, operation.time, context.zone),
                operation.author.clone().into(),
                operation.command.clone().into(),
                state(operation, sentences).into(),
                Cell::from(change.person.map(|it| it.0)),
                change.about.clone().into(),
                change.what.clone().into(),
                change.before.clone().into(),
                change.after.clone().into(),
            ]);
        }
    }
    note_on_unknown(&mut table, changed.unknown.values().sum(), sentences);
    Ok(table)
}
