//! `rollcall init`

use crate::catalogue::messages::commands as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::Store;

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {}

pub(super) fn init(context: &mut Context, _args: &InitArgs) -> Result<Exit, Error> {
    drop(Store::create(&context.database)?);
    context.say(message!(commands::created {
        file: context.database
    }))?;
    context.hint(words::SET_UP_AN_EVENT)?;
    Ok(Exit::Done)
}
