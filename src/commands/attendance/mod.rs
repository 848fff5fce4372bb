//! `rollcall attendance`

mod clear;
mod list;
mod set;

use clap::Subcommand;

use crate::context::Context;
use crate::error::{Error, Exit};

/// Set verdicts by hand where the log is wrong, take them away, and list them
#[derive(Debug, Subcommand)]
#[command(before_help = "Examples:
  rollcall attendance set 'Anna Müller' breakout-a present --reason 'Shared a screen with Jan Becker'
  rollcall attendance clear 'Anna Müller' breakout-a
  rollcall attendance list")]
pub(super) enum AttendanceCommand {
    Set(set::SetArgs),
    Clear(clear::ClearArgs),
    List(list::ListArgs),
}

pub(super) fn attendance(
    context: &mut Context,
    command: &AttendanceCommand,
) -> Result<Exit, Error> {
    match command {
        AttendanceCommand::Set(args) => set::set(context, args),
        AttendanceCommand::Clear(args) => clear::clear(context, args),
        AttendanceCommand::List(args) => list::list(context, args),
    }
}
