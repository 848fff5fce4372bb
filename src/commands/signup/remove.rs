//! `rollcall signup remove`

use std::collections::BTreeSet;

use super::super::removal::refusal_of_person;
use super::super::telling::{change, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::{PersonId, SessionId};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct RemoveArgs {
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn remove(context: &mut Context, args: &RemoveArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(
        context,
        "signup remove",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let session = args
                .session
                .as_deref()
                .map(|reference| intake::session_by_slug(writer, &event, reference))
                .transpose()?;
            let what = session.as_ref().map_or(&event.slug, |it| &it.slug);
            let mut gone: BTreeSet<PersonId> = BTreeSet::new();
            let mut freed: Vec<SessionId> = Vec::new();
            for reference in &args.people {
                let person = intake::person_by_whole_name(writer, reference)?;
                if gone.contains(&person.id) {
                    continue;
                }
                let name = told_name(writer, &person)?;
                let registration = writer.registration(event.id, person.id)?;
                let id = session.as_ref().map(|it| it.id);
                let left = match &registration {
                    Some(registration) => intake::remove_signup(writer, registration, id)?
                        .map_err(|recorded| refusal_of_person(&name, recorded))?,
                    None => None,
                };
                let Some(left) = left else {
                    let refused = match &session {
                        Some(session) => message!(signup::not_signed_up {
                            name,
                            session: session.slug
                        }),
                        None => message!(signup::not_registered {
                            name,
                            event: event.slug
                        }),
                    };
                    let hint = message!(signup::what_they_chose { number: person.id });
                    return Err(Error::new(refused).hinted(hint));
                };
                story.line(message!(removal::signup_goes {
                    planned: story.is_planned(),
                    name,
                    what
                }));
                gone.insert(person.id);
                freed.extend(left);
            }
            let sessions = writer.sessions(event.id)?.into_iter().map(|it| it.id);
            let sessions = sessions.filter(|id| freed.contains(id));
            let settled = intake::settle_sessions(writer, now, sessions, &BTreeSet::new())?;
            let gone: Vec<PersonId> = gone.into_iter().collect();
            let moved = story.moves(writer, &settled.moves, &gone)?;
            story.left_free(&settled.left_free);
            Ok(match &session {
                Some(session) => message!(removal::signups {
                    count: gone.len(),
                    session: session.slug,
                    places: moved
                }),
                None => message!(removal::registrations {
                    count: gone.len(),
                    signups: freed.len(),
                    places: moved
                }),
            })
        },
    )
}
