//! `rollcall history`

use clap::Subcommand;

use super::narrowing::Narrowing;
use super::telling::moment;
use crate::catalogue::messages::{commands, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{Operation, OperationId, OperationState};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Language, Table};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct HistoryArgs {
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(subcommand)]
    command: Option<HistoryCommand>,
}

#[derive(Debug, Subcommand)]
enum HistoryCommand {
    Show { number: i64 },
}

pub(super) fn history(context: &mut Context, args: &HistoryArgs) -> Result<Exit, Error> {
    match args.command {
        None => list(context, &args.narrowing),
        Some(HistoryCommand::Show { number }) => show(context, OperationId(number)),
    }
}

fn state(operation: &Operation, language: Language) -> String {
    match operation.state {
        OperationState::Stands if operation.is_final => {
            commands::FOR_GOOD.in_language(language).to_owned()
        }
        OperationState::Stands => String::new(),
        OperationState::UndoneBy(by) => {
            message!(commands::undone_by { number: by }).in_language(language)
        }
    }
}

fn list(context: &mut Context, narrowing: &Narrowing) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let table = operations(context, reader)?;
        narrowing.of(context, reader, None, table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn operations(context: &Context, reader: &Reader<'_>) -> Result<Table, Error> {
    let mut table = Table::new(
        "operations",
        titles::OPERATIONS.in_language(context.language),
        vec![
            Column::of(facts::OPERATION).right(),
            Column::of(facts::TIME),
            Column::of(facts::COMMAND),
            Column::of(facts::STATE),
            Column::of(facts::SUMMARY),
        ],
    );
    for operation in reader.operations()? {
        table.push(vec![
            Cell::Integer(operation.id.0),
            moment(context, operation.time, context.zone),
            operation.command.clone().into(),
            state(&operation, context.language_of_sentences()).into(),
            operation
                .summary
                .in_language(context.language_of_sentences())
                .into(),
        ]);
    }
    Ok(table)
}

fn show(context: &mut Context, id: OperationId) -> Result<Exit, Error> {
    let table = context.read(|reader| operation(context, reader, id))?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn operation(context: &Context, reader: &Reader<'_>, id: OperationId) -> Result<Table, Error> {
    let operation = reader.operation(id)?;
    let changed = reader.changed_rows(id)?;
    let removed = Column::of(facts::REMOVED_SINCE).right();
    let removed = if changed.iter().all(|rows| rows.removed == 0) {
        removed.hidden_in_text()
    } else {
        removed
    };
    let mut table = Table::new(
        "operation",
        message!(titles::operation {
            number: id,
            command: operation.command
        })
        .in_language(context.language),
        vec![
            Column::of(facts::TABLE),
            Column::of(facts::CREATED).right(),
            Column::of(facts::UPDATED).right(),
            Column::of(facts::DELETED).right(),
            Column::of(facts::RETURNED).right(),
            removed,
        ],
    );
    for rows in changed {
        table.push(vec![
            rows.table.into(),
            Cell::Integer(rows.created),
            Cell::Integer(rows.updated),
            Cell::Integer(rows.deleted),
            Cell::Integer(rows.returned),
            Cell::Integer(rows.removed),
        ]);
    }
    table.note(operation.summary.in_language(context.language));
    if operation.is_final {
        table.note(commands::CANNOT_BE_UNDONE.in_language(context.language));
    }
    if let OperationState::UndoneBy(by) = operation.state {
        table.note(
            message!(commands::undone_by_operation { number: by }).in_language(context.language),
        );
    }
    Ok(table)
}
