//! stub
use crate::context::Context;
use crate::error::{Error, Exit};
/// stub
#[derive(Debug, clap::Args)]
pub(super) struct CheckInArgs {}
pub(super) fn check_in(_context: &mut Context, _args: &CheckInArgs) -> Result<Exit, Error> {
    Ok(Exit::Done)
}
