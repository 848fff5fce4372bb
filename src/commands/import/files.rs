//! Opens the files of a call.

use std::path::{Path, PathBuf};

use crate::catalogue::messages::import as words;
use crate::context::Context;
use crate::error::Error;
use crate::import::{Source, quoted};
use crate::message;

/// Opens a file, or standard input: one source or, for a workbook written by this program, one for each of its tables.
///
/// `sheet` selects a single one of several tables.
pub(in crate::commands) fn open(
    context: &mut Context,
    path: &Path,
    sheet: Option<&str>,
) -> Result<Vec<Source>, Error> {
    context.reads(path);
    let source = if path == Path::new("-") {
        let name = words::STANDARD_INPUT.in_language(context.language);
        Source::from_reader(name, &mut context.stdin)?
    } else {
        Source::open(path)?
    };
    let mut tables = source.tables()?;
    if let Some(sheet) = sheet
        && tables.len() > 1
    {
        let is_it = |table: &Source| {
            let name = table.sheet().unwrap_or_default();
            name.trim().to_lowercase() == sheet.trim().to_lowercase()
        };
        if tables.iter().any(is_it) {
            tables.retain(is_it);
        } else {
            let sheets = quoted(tables.iter().filter_map(Source::sheet));
            let file = path;
            let message = message!(import::no_such_sheet {
                file,
                sheet,
                sheets
            });
            return Err(Error::new(message));
        }
    }
    Ok(tables)
}

/// Opens all files of a call.
///
/// # Errors
/// If one of them cannot be read, or two are standard input.
pub(in crate::commands) fn open_all(
    context: &mut Context,
    files: &[PathBuf],
    sheet: Option<&str>,
) -> Result<Vec<Source>, Error> {
    let standard_input = files.iter().filter(|path| *path == Path::new("-"));
    if standard_input.count() > 1 {
        return Err(Error::usage(words::INPUT_ONCE));
    }
    let mut sources = Vec::new();
    for path in files {
        sources.extend(open(context, path, sheet)?);
    }
    Ok(sources)
}
