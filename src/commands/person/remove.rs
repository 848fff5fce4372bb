//! `rollcall person remove`

use std::collections::BTreeSet;

use super::super::removal::refusal_of_person;
use super::super::telling::{change, told_name};
use super::described;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct RemoveArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn remove(context: &mut Context, args: &RemoveArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(
        context,
        "person remove",
        args.dry_run,
        |_, writer, story| {
            let person = intake::person_by_whole_name(writer, &args.person)?;
            let name = told_name(writer, &person)?;
            let who = described(writer, &person)?;
            let (removed, sessions) =
                intake::remove_person(writer, person.id)?.map_err(|recorded| {
                    let refused = refusal_of_person(&name, recorded);
                    refused.hinted(message!(removal::other_ways { number: person.id }))
                })?;
            story.line(message!(removal::person_goes {
                planned: story.is_planned(),
                who
            }));
            let sessions: BTreeSet<_> = sessions.into_iter().collect();
            let settled = intake::settle_sessions(writer, now, sessions, &BTreeSet::new())?;
            let moved = story.moves(writer, &settled.moves, &[])?;
            story.left_free(&settled.left_free);
            Ok(message!(removal::person {
                number: person.id,
                registrations: removed.registrations,
                signups: removed.signups,
                places: moved
            }))
        },
    )
}
