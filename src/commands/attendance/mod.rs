//! `rollcall attendance`

mod clear;
mod list;
mod set;
mod stays;
mod transfer;

use clap::Subcommand;

use crate::context::Context;
use crate::error::{Error, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum AttendanceCommand {
    Set(set::SetArgs),
    Clear(clear::ClearArgs),
    List(list::ListArgs),
    Stays(stays::StaysArgs),
    Move(transfer::MoveArgs),
}

pub(super) fn attendance(
    context: &mut Context,
    command: &AttendanceCommand,
) -> Result<Exit, Error> {
    match command {
        AttendanceCommand::Set(args) => set::set(context, args),
        AttendanceCommand::Clear(args) => clear::clear(context, args),
        AttendanceCommand::List(args) => list::list(context, args),
        AttendanceCommand::Stays(args) => stays::stays(context, args),
        AttendanceCommand::Move(args) => transfer::transfer(context, args),
    }
}
