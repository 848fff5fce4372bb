//! `rollcall map`: remembered answers to `--map`.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::narrowing::Narrowing;
use super::telling::Story;
use crate::catalogue::messages::{map as words, titles};
use crate::catalogue::{Message, Wording};
use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::import::{Field, ReadOptions, Record, Sheet, Source};
use crate::message;
use crate::output::keyed::{columns, facts};
use crate::output::{Cell, Column, Table, unguard};

#[derive(Debug, Subcommand)]
pub(super) enum MapCommand {
    List(ListArgs),
    Remove(RemoveArgs),
    Export(ExportArgs),
    Import(ImportArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    narrowing: Narrowing,
}

#[derive(Debug, clap::Args)]
pub(super) struct RemoveArgs {
    number: i64,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    file: PathBuf,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn map(context: &mut Context, command: &MapCommand) -> Result<Exit, Error> {
    match command {
        MapCommand::List(args) => list(context, args),
        MapCommand::Remove(args) => remove(context, args),
        MapCommand::Export(args) => export(context, args),
        MapCommand::Import(args) => import(context, args),
    }
}

fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let mut table = Table::new(
            "mappings",
            titles::MAPPINGS.in_language(context.language),
            vec![
                Column::of(facts::ID).right(),
                Column::of(facts::HEADING),
                Column::of(columns::FIELD),
            ],
        );
        for mapping in reader.all_mappings()? {
            table.push(vec![
                Cell::Integer(mapping.id),
                mapping.heading.into(),
                mapping.field.into(),
            ]);
        }
        args.narrowing.of(context, reader, None, table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}

fn remove(context: &mut Context, args: &RemoveArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "map remove",
        context.now,
        args.dry_run,
        |writer| -> Result<(Message, Message), Error> {
            let all = writer.all_mappings()?;
            let Some(mapping) = all.iter().find(|it| it.id == args.number) else {
                let number = args.number;
                return Err(Error::new(message!(map::no_such_answer { number }))
                    .hinted(words::WHICH_ANSWERS));
            };
            writer.forget_mapping(mapping.id)?;
            story.line(message!(map::forgotten {
                planned: args.dry_run,
                heading: mapping.heading,
                field: mapping.field
            }));
            let summary = Message::from(words::ONE_FORGOTTEN);
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

fn export(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let mut table = Table::new(
            "mappings",
            titles::MAPPINGS.in_language(context.language),
            vec![
                Column::of(columns::HEADINGS),
                Column::of(facts::HEADING),
                Column::of(columns::FIELD),
            ],
        );
        for mapping in reader.all_mappings()? {
            table.push(vec![
                format!("{:016x}", mapping.headings).into(),
                mapping.heading.into(),
                mapping.field.into(),
            ]);
        }
        Ok(table)
    })?;
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}

fn import(context: &mut Context, args: &ImportArgs) -> Result<Exit, Error> {
    let answers = answers_in(&args.file)?;
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "map import",
        context.now,
        args.dry_run,
        |writer| -> Result<(Message, Message), Error> {
            for (headings, heading, field) in &answers {
                writer.remember_mapping(*headings, heading, field)?;
            }
            let summary = message!(map::imported {
                count: answers.len()
            });
            Ok((summary.clone(), summary))
        },
    )?;
    story.hint(words::SEE_THE_ANSWERS);
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Reads a table of answers: the number of a heading row, a heading and its field.
fn answers_in(path: &Path) -> Result<Vec<(i64, String, String)>, Error> {
    let wrong = |line: u64, reason: Wording| {
        let file = path;
        Error::new(message!(map::wrong_line { file, line, reason })).hinted(words::AS_EXPORTED)
    };
    let source = Source::open(path)?;
    let sheet = Sheet::open(&source, &ReadOptions::default())?;
    let mut records = sheet.records()?;
    let (mut answers, mut record) = (Vec::new(), Record::default());
    let mut is_below_headings = false;
    while records.read_into(&mut record)? {
        let [headings, heading, field] =
            [0, 1, 2].map(|column| record.get(column).unwrap_or_default());
        let number = u64::from_str_radix(headings, 16).map(u64::cast_signed);
        match number {
            // Its own headings may be in either language.
            Err(_) if !is_below_headings => {}
            Err(_) => {
                return Err(wrong(record.line(), words::NO_NUMBER));
            }
            Ok(_) if Field::parse(field).is_none() => {
                return Err(wrong(record.line(), words::NO_SUCH_FIELD));
            }
            Ok(number) => answers.push((number, unguard(heading).into_owned(), field.to_owned())),
        }
        is_below_headings = true;
    }
    if answers.is_empty() {
        return Err(wrong(1, words::NO_ANSWERS));
    }
    Ok(answers)
}
