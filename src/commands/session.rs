//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Subcommand)]
pub(super) enum SessionCommand {
    /// stub
    List,
}
pub(super) fn session(_context: &mut Context, _command: &SessionCommand) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
