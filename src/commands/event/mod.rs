//! `rollcall event`

mod cancel;
mod change;
mod facts;
mod minimise;
mod remove;
mod show;

pub(super) use change::{end, in_order, plain_slug, rule_or_default};

use clap::Subcommand;

use crate::context::Context;
use crate::error::{Error, Exit};

#[derive(Debug, Subcommand)]
pub(super) enum EventCommand {
    List(show::ListArgs),
    Show(show::ShowArgs),
    Add(change::AddArgs),
    Edit(change::EditArgs),
    Cancel(cancel::CancelArgs),
    Minimise(minimise::MinimiseArgs),
    Remove(remove::RemoveArgs),
}

pub(super) fn event(context: &mut Context, command: &EventCommand) -> Result<Exit, Error> {
    match command {
        EventCommand::List(args) => show::list(context, args),
        EventCommand::Show(args) => show::show(context, args),
        EventCommand::Add(args) => change::add(context, args),
        EventCommand::Edit(args) => change::edit(context, args),
        EventCommand::Cancel(args) => cancel::cancel(context, args),
        EventCommand::Minimise(args) => minimise::minimise(context, args),
        EventCommand::Remove(args) => remove::remove(context, args),
    }
}
