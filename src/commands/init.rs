//! `rollcall init`

use crate::context::Context;
use crate::error::{Error, Exit};
use crate::store::Store;

/// Create the file that holds everything
///
/// One SQLite file, readable by its owner alone.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall init
  rollcall init --db network.db")]
pub(super) struct InitArgs {}

pub(super) fn init(context: &mut Context, _args: &InitArgs) -> Result<Exit, Error> {
    drop(Store::create(&context.database)?);
    let path = context.database.display().to_string();
    context.say(&format!("created {path}"))?;
    context.hint("set up an event with `rollcall import programme.csv` or `rollcall event add`")?;
    Ok(Exit::Done)
}
