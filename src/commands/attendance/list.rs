//! `rollcall attendance list`

use crate::context::Context;
use crate::error::{Error, Exit};
use crate::report::{self, AsOf};

#[derive(Debug, clap::Args)]
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
