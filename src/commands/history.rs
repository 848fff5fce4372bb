//! `rollcall history`

use clap::Subcommand;

use super::telling::moment;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::{Operation, OperationId, OperationState};
use crate::output::{Cell, Column, Table};

/// List what was done, operation by operation
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall history             every operation
  rollcall history show 7      what operation 7 touched")]
pub(super) struct HistoryArgs {
    #[command(subcommand)]
    command: Option<HistoryCommand>,
}

#[derive(Debug, Subcommand)]
enum HistoryCommand {
    /// Show what one operation touched
    Show {
        /// The operation's number
        number: i64,
    },
}

pub(super) fn history(context: &mut Context, args: &HistoryArgs) -> Result<Exit, Error> {
    match args.command {
        None => list(context),
        Some(HistoryCommand::Show { number }) => show(context, OperationId(number)),
    }
}

fn state(operation: &Operation) -> String {
    match operation.state {
        OperationState::Stands => String::new(),
        OperationState::UndoneBy(by) => format!("undone by {by}"),
    }
}

fn list(context: &mut Context) -> Result<Exit, Error> {
    let store = context.store()?;
    let mut table = Table::new(
        "operations",
        context.language.pick("Operations", "Vorgänge"),
        vec![
            Column::new("operation", "no.", "Nr.").right(),
            Column::new("time", "time", "Zeit"),
            Column::new("command", "command", "Befehl"),
            Column::new("state", "state", "Stand"),
            Column::new("summary", "what it did", "Was geschah"),
        ],
    );
    for operation in store.read().operations()? {
        table.push(vec![
            Cell::Integer(operation.id.0),
            moment(context, operation.time, context.zone),
            operation.command.clone().into(),
            state(&operation).into(),
            operation.summary.clone().into(),
        ]);
    }
    context.show(table)?;
    Ok(Exit::Done)
}

fn show(context: &mut Context, id: OperationId) -> Result<Exit, Error> {
    let store = context.store()?;
    let reader = store.read();
    let operation = reader.operation(id)?;
    let mut table = Table::new(
        "operation",
        format!(
            "{} {id}: {}",
            context.language.pick("Operation", "Vorgang"),
            operation.command
        ),
        vec![
            Column::new("table", "table", "Tabelle"),
            Column::new("created", "created", "neu").right(),
            Column::new("updated", "updated", "geändert").right(),
            Column::new("deleted", "deleted", "gelöscht").right(),
            Column::new("returned", "brought back", "zurückgeholt").right(),
        ],
    );
    for rows in reader.changed_rows(id)? {
        table.push(vec![
            rows.table.into(),
            Cell::Integer(rows.created),
            Cell::Integer(rows.updated),
            Cell::Integer(rows.deleted),
            Cell::Integer(rows.returned),
        ]);
    }
    table.note(operation.summary.clone());
    if let OperationState::UndoneBy(by) = operation.state {
        table.note(format!(
            "{} {by}",
            context
                .language
                .pick("undone by operation", "zurückgenommen durch Vorgang")
        ));
    }
    context.show(table)?;
    Ok(Exit::Done)
}
