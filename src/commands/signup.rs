//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Subcommand)]
pub(super) enum SignupCommand {
    /// stub
    List,
}
pub(super) fn signup(_context: &mut Context, _command: &SignupCommand) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
