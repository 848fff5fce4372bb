//! `rollcall export`

use std::path::Path;

use crate::context::{Context, Delivery};
use crate::error::{Error, Exit};
use crate::output::{Format, Table};
use crate::report::exports;

/// Write data out; `import` takes every one of them back
///
/// `all` writes one file each into a folder; imported into a new file it gives the same file again.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall export people -o people.csv
  rollcall export signups --format json
  rollcall export all -o export/
  rollcall --db copy.db import export/*.csv")]
pub(super) struct ExportArgs {
    /// What
    what: What,
    #[command(flatten)]
    delivery: Delivery,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Organisations,
    People,
    Programme,
    Signups,
    Attendance,
    All,
}

impl What {
    fn name(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::People => "people",
            Self::Programme => "programme",
            Self::Signups => "signups",
            Self::Attendance => "attendance",
            Self::All => "all",
        }
    }
}

pub(super) fn export(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    if args.what == What::All {
        return export_all(context, args);
    }
    let table = table(context, args.what)?;
    // Data to go on with: CSV, unless something else was said.
    let is_named = context.format.is_some()
        || args
            .delivery
            .output
            .as_deref()
            .is_some_and(|path| path != Path::new("-"));
    if !is_named {
        context.format = Some(Format::Csv);
    }
    context.deliver(table, &args.delivery)?;
    Ok(Exit::Done)
}

fn table(context: &Context, what: What) -> Result<Table, Error> {
    let store = context.store()?;
    let reader = store.read();
    let language = context.language;
    Ok(match what {
        What::Organisations => exports::organisations(&reader, language)?,
        What::People => exports::people(&reader, language)?,
        What::Programme => exports::programme(&reader, language)?,
        What::Signups | What::All => exports::signups(&reader, language)?,
        What::Attendance => exports::attendance(&reader, language)?,
    })
}

fn export_all(context: &mut Context, args: &ExportArgs) -> Result<Exit, Error> {
    let Some(folder) = &args.delivery.output else {
        return Err(Error::usage("`export all` writes several files")
            .hinted("name a folder for them: rollcall export all -o export"));
    };
    // One file of everything there is not: `all.xlsx` as a folder would surprise whoever opens it.
    let has_ending = folder
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ending.chars().any(char::is_alphabetic));
    if has_ending && !folder.is_dir() {
        return Err(Error::usage(format!(
            "`{}` is the name of a file, and `export all` writes a folder",
            folder.display()
        ))
        .hinted(format!(
            "name a folder: rollcall export all -o {}",
            folder.with_extension("").display()
        )));
    }
    std::fs::create_dir_all(folder).map_err(|error| {
        Error::new(format!("cannot create `{}`", folder.display())).caused_by(error)
    })?;
    let format = *context.format.get_or_insert(Format::Csv);
    let ending = match format {
        Format::Text => "txt",
        Format::Csv => "csv",
        Format::Json => "json",
        Format::Jsonl => "jsonl",
        Format::Markdown => "md",
        Format::Html => "html",
    };
    for what in [
        What::Programme,
        What::Organisations,
        What::People,
        What::Signups,
        What::Attendance,
    ] {
        let table = table(context, what)?;
        let path = folder.join(format!("{}.{ending}", what.name()));
        let delivery = Delivery {
            output: Some(path),
            ..args.delivery.clone()
        };
        context.deliver(table, &delivery)?;
    }
    Ok(Exit::Done)
}
