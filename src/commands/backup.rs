//! `rollcall backup`

use std::path::PathBuf;

use crate::context::Context;
use crate::error::{Error, Exit};

/// Write a safe copy of the file
///
/// The copy is whole even while another rollcall is writing.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall backup rollcall-2020-10-08.db")]
pub(super) struct BackupArgs {
    /// Where the copy goes; nothing may be there yet
    file: PathBuf,
}

pub(super) fn backup(context: &mut Context, args: &BackupArgs) -> Result<Exit, Error> {
    context.store()?.copy_to(&args.file)?;
    context.say(&format!("copied to {}", args.file.display()))?;
    Ok(Exit::Done)
}
