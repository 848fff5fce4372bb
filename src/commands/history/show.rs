//! `rollcall history show`

use super::super::page::Page;
use super::super::telling::moment;
use super::{changes_of, note_on_unknown, state};
use crate::catalogue::messages::{commands, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{OperationId, OperationState};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Format, Table};
use crate::store::{ChangedRows, Reader};

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    number: i64,
}

pub(super) fn show(context: &mut Context, args: &ShowArgs) -> Result<Exit, Error> {
    let page = context.read(|reader| page(context, reader, OperationId(args.number)))?;
    page.show(context)?;
    Ok(Exit::Done)
}

fn page(context: &Context, reader: &Reader<'_>, id: OperationId) -> Result<Page, Error> {
    let operation = reader.operation(id)?;
    let title = message!(titles::operation {
        number: id,
        command: operation.command
    });
    let mut page = Page::new("operation", title.in_language(context.language));
    let sentences = context.language_of_sentences();
    page.fact(facts::OPERATION, id.0);
    page.fact(facts::TIME, moment(context, operation.time, context.zone));
    page.fact(facts::AUTHOR, operation.author.clone());
    page.fact(facts::COMMAND, operation.command.clone());
    page.fact(facts::STATE, state(&operation, sentences));
    page.fact(facts::SUMMARY, operation.summary.in_language(sentences));
    let mut changes = Table::new(
        "changes",
        titles::WHAT_CHANGED.in_language(context.language),
        vec![
            Column::of(facts::PERSON_ID).right().hidden_in_text(),
            Column::of(facts::CONCERNS),
            Column::of(facts::WHAT),
            Column::of(facts::BEFORE),
            Column::of(facts::AFTER),
        ],
    );
    let changed = changes_of(context, reader, std::slice::from_ref(&operation))?;
    for change in changed.rows {
        changes.push(vec![
            Cell::from(change.person.map(|it| it.0)),
            change.about.into(),
            change.what.into(),
            change.before.into(),
            change.after.into(),
        ]);
    }
    let unknown = changed.unknown.get(&id).copied().unwrap_or_default();
    note_on_unknown(&mut changes, unknown, sentences);
    let rows = reader.changed_rows(id)?;
    let known: i64 = rows
        .iter()
        .filter(|it| it.table == "known_row")
        .map(|it| it.created)
        .sum();
    if known > 0 {
        let sentence = message!(commands::rows_known_again { count: known });
        changes.note(sentence.in_language(sentences));
    }
    if operation.is_final {
        changes.note(commands::CANNOT_BE_UNDONE.in_language(sentences));
    }
    if let OperationState::UndoneBy(number) = operation.state {
        let sentence = message!(commands::undone_by_operation { number });
        changes.note(sentence.in_language(sentences));
    }
    page.table(changes);
    let is_for_programs = matches!(
        context.format_for(None)?,
        Format::Json | Format::Jsonl | Format::Csv | Format::Xlsx
    );
    if is_for_programs {
        page.table(counts(context, rows));
    }
    Ok(page)
}

/// Returns how many rows of each table were touched, for programs.
fn counts(context: &Context, changed: Vec<ChangedRows>) -> Table {
    let mut table = Table::new(
        "rows",
        titles::TOUCHED_ROWS.in_language(context.language),
        vec![
            Column::of(facts::TABLE),
            Column::of(facts::CREATED).right(),
            Column::of(facts::UPDATED).right(),
            Column::of(facts::DELETED).right(),
            Column::of(facts::RETURNED).right(),
            Column::of(facts::REMOVED_SINCE).right(),
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
    table
}
