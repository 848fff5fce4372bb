//! `rollcall event remove`

use super::super::removal::refusal;
use super::super::telling::change;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct RemoveArgs {
    #[arg(value_name = "EVENT")]
    named: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn remove(context: &mut Context, args: &RemoveArgs) -> Result<Exit, Error> {
    change(context, "event remove", args.dry_run, |_, writer, _| {
        let event = intake::event_by_slug(writer, &args.named)?;
        let removed = intake::remove_event(writer, event.id)?
            .map_err(|in_the_way| refusal(&event.slug, in_the_way))?;
        Ok(message!(removal::event {
            slug: event.slug,
            sessions: removed.sessions,
            registrations: removed.registrations
        }))
    })
}
