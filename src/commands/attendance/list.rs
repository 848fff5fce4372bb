//! `rollcall attendance list`

use super::super::narrowing::Narrowing;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::report::{self, AsOf};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ListArgs {
    #[command(flatten)]
    narrowing: Narrowing,
}

pub(super) fn list(context: &mut Context, args: &ListArgs) -> Result<Exit, Error> {
    let table = context.read(|reader| {
        let event = context.find_event(reader)?;
        let as_of = AsOf::new(*reader, context.now);
        let table = report::rulings(&as_of, &event, context.language)?;
        args.narrowing.of(context, reader, Some(&event), table)
    })?;
    context.show(table)?;
    Ok(Exit::Done)
}
