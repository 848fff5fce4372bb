//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Subcommand)]
pub(super) enum EventCommand {
    /// stub
    List,
}
pub(super) fn event(_context: &mut Context, _command: &EventCommand) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
