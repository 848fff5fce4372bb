//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Subcommand)]
pub(super) enum PersonCommand {
    /// stub
    List,
}
pub(super) fn person(_context: &mut Context, _command: &PersonCommand) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
