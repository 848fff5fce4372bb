//! `rollcall check`

use crate::context::Context;
use crate::error::{BACKUP, CHECK, Error, Exit};

/// Check that the file is sound
///
/// SQLite's own checks, and the promises of this program beyond them: nobody waits while a place is
/// free in a session yet to begin, every row belongs to an operation, and so on.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall check")]
pub(super) struct CheckArgs {}

pub(super) fn check(context: &mut Context, _args: &CheckArgs) -> Result<Exit, Error> {
    checked(context).map_err(|mut error| {
        error.hints.retain(|hint| hint != CHECK);
        error
    })
}

fn checked(context: &mut Context) -> Result<Exit, Error> {
    let store = context.store()?;
    let problems = store.read().check(context.now)?;
    if problems.is_empty() {
        context.line("sound")?;
        return Ok(Exit::Done);
    }
    for problem in &problems {
        context.line(problem)?;
    }
    Err(Error::new(match problems.len() {
        1 => "1 problem was found".to_owned(),
        more => format!("{more} problems were found"),
    })
    .hinted(BACKUP))
}
