//! `rollcall attendance list`

use crate::context::Context;
use crate::error::{Error, Exit};
use crate::report::{self, AsOf};

/// List the verdicts by hand of an event, with what was recorded
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall attendance list
  rollcall attendance list --format csv")]
pub(in crate::commands) struct ListArgs {}

pub(super) fn list(context: &mut Context, _args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let as_of = AsOf::new(*reader, context.now);
        Ok(report::rulings(&as_of, &event, context.language)?)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}
