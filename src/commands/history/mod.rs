//! `rollcall history`

mod export;
mod filter;
mod prune;
mod show;

use clap::Subcommand;

use self::filter::Filter;
use super::narrowing::Narrowing;
use super::telling::moment;
use crate::catalogue::messages::{commands, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{Operation, OperationState};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Language, Table};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct HistoryArgs {
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    narrowing: Narrowing,
    #[command(subcommand)]
    command: Option<HistoryCommand>,
}

#[derive(Debug, Subcommand)]
enum HistoryCommand {
    Show(show::ShowArgs),
    Export(export::ExportArgs),
    Prune(prune::PruneArgs),
}

pub(super) fn history(context: &mut Context, args: &HistoryArgs) -> Result<Exit, Error> {
    match &args.command {
        None => list(context, args),
        Some(HistoryCommand::Show(args)) => show::show(context, args),
        Some(HistoryCommand::Export(args)) => export::export(context, args),
        Some(HistoryCommand::Prune(args)) => prune::prune(context, args),
    }
}

/// Returns whether an operation is still in effect, in words.
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

fn list(context: &mut Context, args: &HistoryArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let operations = args.filter.operations(context, reader)?;
        let table = listed(context, &operations);
        args.narrowing.of(context, reader, None, table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

/// Returns operations as a list.
fn listed(context: &Context, operations: &[Operation]) -> Table {
    let mut table = Table::new(
        "operations",
        titles::OPERATIONS.in_language(context.language),
        vec![
            Column::of(facts::OPERATION).right(),
            Column::of(facts::TIME),
            author_column(operations),
            Column::of(facts::COMMAND),
            Column::of(facts::STATE),
            Column::of(facts::SUMMARY),
        ],
    );
    for operation in operations {
        table.push(vec![
            Cell::Integer(operation.id.0),
            moment(context, operation.time, context.zone),
            operation.author.clone().into(),
            operation.command.clone().into(),
            state(operation, context.language_of_sentences()).into(),
            operation
                .summary
                .in_language(context.language_of_sentences())
                .into(),
        ]);
    }
    table
}

/// Returns the column of authors; people see it only if there are any.
fn author_column(operations: &[Operation]) -> Column {
    let column = Column::of(facts::AUTHOR);
    if operations.iter().any(|it| it.author.is_some()) {
        column
    } else {
        column.hidden_in_text()
    }
}

/// Returns how many former states an operation holds that are gone, as a sentence below a list.
fn note_on_unknown(table: &mut Table, count: usize, language: Language) {
    if count > 0 {
        table.note(message!(commands::unknown_changes { count }).in_language(language));
    }
}

/// Returns what is known about who changed what, without any row.
fn changes_of(
    context: &Context,
    reader: &Reader<'_>,
    operations: &[Operation],
) -> Result<crate::report::Changes, Error> {
    let numbers = operations.iter().map(|it| it.id).collect();
    let language = context.language_of_sentences();
    Ok(crate::report::changes(
        reader,
        &numbers,
        context.zone,
        language,
    )?)
}
