//! `rollcall event`

mod change;
mod show;

pub(super) use change::{plain_slug, rule_or_default};

use clap::Subcommand;

use crate::context::Context;
use crate::error::{Error, Exit};

/// List, show and set up events
#[derive(Debug, Subcommand)]
#[command(before_help = "Examples:
  rollcall event add 'Autumn meeting' --start '2020-10-08 10:00' --end 18:00
  rollcall event show                                the programme with its numbers
  rollcall event edit autumn-meeting --rule 15min")]
pub(super) enum EventCommand {
    List(show::ListArgs),
    Show(show::ShowArgs),
    Add(change::AddArgs),
    Edit(change::EditArgs),
}

pub(super) fn event(context: &mut Context, command: &EventCommand) -> Result<Exit, Error> {
    match command {
        EventCommand::List(args) => show::list(context, args),
        EventCommand::Show(args) => show::show(context, args),
        EventCommand::Add(args) => change::add(context, args),
        EventCommand::Edit(args) => change::edit(context, args),
    }
}
