//! `rollcall event cancel`

use super::super::removal::refusal;
use super::super::telling::change;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, InTheWay};
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct CancelArgs {
    #[arg(value_name = "EVENT")]
    named: String,
    #[arg(long)]
    undo: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn cancel(context: &mut Context, args: &CancelArgs) -> Result<Exit, Error> {
    change(context, "event cancel", args.dry_run, |_, writer, _| {
        let event = intake::event_by_slug(writer, &args.named)?;
        let registrations = intake::cancel_event(writer, &event, !args.undo)?
            .map_err(|recorded| refusal(&event.slug, InTheWay::Recorded(recorded)))?;
        Ok(message!(removal::event_cancelled {
            undone: args.undo,
            slug: event.slug,
            registrations
        }))
    })
}
