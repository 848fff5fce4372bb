//! `rollcall session remove`

use super::super::removal::refusal;
use super::super::telling::change;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct RemoveArgs {
    session: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn remove(context: &mut Context, args: &RemoveArgs) -> Result<Exit, Error> {
    change(
        context,
        "session remove",
        args.dry_run,
        |context, writer, _| {
            let event = context.find_event(writer)?;
            let session = intake::session_by_slug(writer, &event, &args.session)?;
            let removed = intake::remove_session(writer, &session)?
                .map_err(|in_the_way| refusal(&session.slug, in_the_way))?;
            Ok(message!(removal::session {
                slug: session.slug,
                signups: removed.signups
            }))
        },
    )
}
