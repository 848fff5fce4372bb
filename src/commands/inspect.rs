//! `rollcall inspect`

use std::path::PathBuf;

use super::import::{ReadingArgs, open};
use crate::catalogue::messages::inspect as words;
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::import::{ImportError, Origin, Plan, Record, Sheet, Source, family_label};
use crate::intake::{self, IntakeError, Request};
use crate::message;
use crate::output::keyed::{columns, facts, labels};
use crate::output::{Cell, Column, Format, Table};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(super) struct InspectArgs {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[arg(long, default_value_t = 3, value_name = "N")]
    rows: usize,
}

pub(super) fn inspect(context: &mut Context, args: &InspectArgs) -> Result<Exit, Error> {
    let mut request = args.reading.request(context);
    request.options.inspected = true;
    let mut opened = Vec::new();
    for path in &args.files {
        opened.push(open(context, path, args.reading.sheet.as_deref()));
    }
    let planned = plans(context, &request, opened)?;
    let mut exit = Exit::Done;
    // A workbook is written as a whole; everything else as soon as it is known.
    let is_workbook = context.format_for(None)? == Format::Xlsx;
    let mut sheets = Vec::new();
    for file in planned {
        match look(context, args, &request, file) {
            Ok((tables, refusals)) => {
                if is_workbook {
                    sheets.extend(tables);
                } else {
                    for table in tables {
                        context.show(table)?;
                    }
                }
                for error in refusals {
                    context.tell(&error);
                    exit = error.exit();
                }
            }
            // An unreadable file does not affect the others.
            Err(error) => {
                context.tell(&error);
                exit = error.exit();
            }
        }
    }
    if is_workbook {
        context.deliver_tables("", &sheets, &Delivery::default())?;
    }
    Ok(exit)
}

/// The plans for a file; a workbook of ours has one for each of its sheets.
type Planned = Result<Vec<(Source, Result<Plan, IntakeError>)>, Error>;

/// Examines all files, using the programme from one snapshot of the database, if there is one.
fn plans(
    context: &Context,
    request: &Request,
    opened: Vec<Result<Vec<Source>, Error>>,
) -> Result<Vec<Planned>, Error> {
    let with = |reader: Option<&Reader<'_>>| {
        let plan = |source| {
            let plan = intake::plan_of(reader, &source, request);
            (source, plan)
        };
        let file = |sources: Vec<Source>| sources.into_iter().map(plan).collect();
        let planned: Vec<Planned> = opened.into_iter().map(|it| it.map(file)).collect();
        planned
    };
    if context.database.exists() {
        context.read(|reader| Ok(with(Some(reader))))
    } else {
        Ok(with(None))
    }
}

/// Describes one file; also returns why an import would refuse it.
fn look(
    context: &mut Context,
    args: &InspectArgs,
    request: &Request,
    file: Planned,
) -> Result<(Vec<Table>, Vec<Error>), Error> {
    let mut tables = Vec::new();
    let mut refusals = Vec::new();
    for (source, plan) in file? {
        if let Err(IntakeError::Import(ImportError::NotRecognised { .. })) = &plan
            && context.format_for(None)? != Format::Xlsx
        {
            // The content shows best why it is not recognised.
            context.show(first_cells(context, &source, request, args.rows)?)?;
        }
        let plan = plan?;
        tables.push(describe(context, &plan, args.rows)?);
        let refused = plan.layout.refusals.iter();
        refusals.extend(refused.map(|error| Error::from(&**error)));
    }
    Ok((tables, refusals))
}

/// Returns a table with a row for every column, and its first cells.
fn describe(context: &Context, plan: &Plan, count: usize) -> Result<Table, Error> {
    let sheet = plan.sheet();
    let (samples, rows) = first_rows(plan, count)?;
    let about = message!(inspect::about {
        file: sheet.name(),
        kind: plan.layout.kind.label(),
        family: family_label(plan.layout.family),
        encoding: sheet.encoding(),
        delimiter: match sheet.delimiter() {
            None => "none".to_owned(),
            Some('\t') => "tab".to_owned(),
            Some(sign) => sign.to_string(),
        },
        count: rows,
    });
    let mut table = Table::new(
        "columns",
        about.in_language(context.language),
        [
            Column::of(facts::FILE).hidden_in_text(),
            Column::of(facts::KIND).hidden_in_text(),
            Column::of(facts::FAMILY).hidden_in_text(),
            Column::of(facts::ENCODING).hidden_in_text(),
            Column::of(facts::COLUMN).right(),
            Column::of(facts::HEADING),
            Column::of(columns::FIELD),
            Column::of(columns::KNOWN_BY),
            Column::of(facts::FIRST_ROWS),
        ]
        .into(),
    );
    for (index, column) in plan.layout.columns.iter().enumerate() {
        let cells = cells_of(&samples, index);
        table.push(vec![
            sheet.name().into(),
            plan.layout.kind.as_str().into(),
            plan.layout.family.into(),
            // Programs get the same whatever the user's language.
            Cell::Worded {
                key: sheet.encoding().in_english(),
                words: sheet.encoding(),
            },
            (index + 1).into(),
            column.heading.clone().into(),
            if plan.layout.origins.get(index) == Some(&Origin::Asked) {
                Cell::Empty
            } else {
                column.field.to_string().into()
            },
            known_by(plan, index),
            if cells.iter().all(String::is_empty) {
                Cell::Empty
            } else {
                cells.join(" | ").into()
            },
        ]);
    }
    for note in sheet.notes() {
        table.note(note.message().in_language(context.language));
    }
    if let Some(recognised) = &plan.layout.recognised {
        table.note(recognised.in_language(context.language));
    }
    for note in &plan.layout.notes {
        table.note(note.in_language(context.language));
    }
    if context.talk >= crate::context::Talk::Normal {
        table.note(words::HOW_TO_CORRECT.in_language(context.language));
    }
    Ok(table)
}

/// Returns how the meaning of a column was determined; empty if it is not known.
fn known_by(plan: &Plan, column: usize) -> Cell {
    let layout = &plan.layout;
    let label = match layout.origins.get(column) {
        Some(Origin::Told) => labels::BY_MAP,
        Some(Origin::Family) => labels::BY_FAMILY,
        Some(Origin::Words) => labels::BY_HEADING,
        Some(Origin::Cells) => labels::BY_CELLS,
        Some(Origin::Asked) => labels::BY_ANSWER,
        // A log is recognised as a whole.
        None if layout.is_log => labels::BY_FAMILY,
        Some(Origin::Open) | None => return Cell::Empty,
    };
    Cell::Label(label)
}

/// Returns the cells of a column, shortened to one line.
fn cells_of(rows: &[Record], column: usize) -> Vec<String> {
    rows.iter()
        .map(|row| shortened(row.get(column).unwrap_or_default()))
        .collect()
}

/// Returns the first rows of a file without headings, column by column.
fn first_cells(
    context: &Context,
    source: &Source,
    request: &Request,
    count: usize,
) -> Result<Table, Error> {
    let sheet = Sheet::open(source, &request.options.read)?;
    let mut records = sheet.records()?;
    let (mut samples, mut record) = (Vec::new(), Record::default());
    while samples.len() < count && records.read_into(&mut record)? {
        if !record.is_blank() {
            samples.push(record.clone());
        }
    }
    let mut table = Table::new(
        "columns",
        message!(inspect::unknown {
            file: sheet.name(),
            count: samples.len()
        })
        .in_language(context.language),
        [
            Column::of(facts::FILE).hidden_in_text(),
            Column::of(facts::COLUMN).right(),
            Column::of(facts::FIRST_ROWS),
        ]
        .into(),
    );
    let width = samples.iter().map(Record::width).max().unwrap_or_default();
    for index in 0..width {
        let cells = cells_of(&samples, index);
        table.push(vec![
            sheet.name().into(),
            (index + 1).into(),
            cells.join(" | ").into(),
        ]);
    }
    Ok(table)
}

fn first_rows(plan: &Plan, count: usize) -> Result<(Vec<Record>, usize), Error> {
    if plan.is_log() {
        return Ok(plan.log_sample(count)?);
    }
    let mut rows = plan.rows()?;
    let mut samples = Vec::new();
    let mut counted = 0;
    while let Some(record) = rows.next_row()? {
        counted += 1;
        if samples.len() < count {
            samples.push(record.clone());
        }
    }
    Ok((samples, counted))
}

fn shortened(cell: &str) -> String {
    let mut text: String = cell.trim().chars().take(30).collect();
    if text.len() < cell.trim().len() {
        text.push('…');
    }
    text
}
