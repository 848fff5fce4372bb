//! `rollcall session cancel`

use std::collections::BTreeSet;

use super::super::removal::refusal;
use super::super::telling::change;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, InTheWay};
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct CancelArgs {
    session: String,
    #[arg(long)]
    undo: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn cancel(context: &mut Context, args: &CancelArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(
        context,
        "session cancel",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let session = intake::session_by_slug(writer, &event, &args.session)?;
            let people = intake::cancel_session(writer, &session, !args.undo)?
                .map_err(|recorded| refusal(&session.slug, InTheWay::Recorded(recorded)))?;
            let mut places = 0;
            if args.undo {
                for person in &people {
                    story.conflicts(writer, event.id, *person)?;
                }
                let sessions = [session.id];
                let settled = intake::settle_sessions(writer, now, sessions, &BTreeSet::new())?;
                places = story.moves(writer, &settled.moves, &[])?;
            }
            Ok(message!(removal::session_cancelled {
                undone: args.undo,
                slug: session.slug,
                signups: people.len(),
                places
            }))
        },
    )
}
