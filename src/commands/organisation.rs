//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Subcommand)]
pub(super) enum OrganisationCommand {
    /// stub
    List,
}
pub(super) fn organisation(
    _context: &mut Context,
    _command: &OrganisationCommand,
) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
