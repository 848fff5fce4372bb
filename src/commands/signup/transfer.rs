//! `rollcall signup move`

use std::collections::BTreeSet;

use super::super::arguments::people;
use super::super::telling::{Story, change, told_name};
use super::{refuse_cancelled, tell_place};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Settled};
use crate::message;
use crate::model::{EventId, Person, PersonId, Session, SignupStatus};
use crate::store::{Reader, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MoveArgs {
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,
    #[arg(long, value_name = "SESSION")]
    from: String,
    #[arg(long, value_name = "SESSION")]
    to: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn transfer(context: &mut Context, args: &MoveArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(
        context,
        "signup move",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let from = intake::find_session(writer, &event, &args.from)?;
            let to = intake::find_session(writer, &event, &args.to)?;
            refuse_cancelled(&event, &to)?;
            if from.id == to.id {
                return Err(Error::usage(message!(signup::both_are_one {
                    session: to.slug
                })));
            }
            let mut moving: Vec<Person> = Vec::new();
            let mut fresh = BTreeSet::new();
            for person in people(writer, &args.people)? {
                let is_in = |session| is_signed_up(writer, event.id, person.id, session);
                if !is_in(&from)? && is_in(&to)? {
                    story.line(message!(signup::is_there_already {
                        name: told_name(writer, &person)?,
                        session: to.slug
                    }));
                    continue;
                }
                if !is_in(&to)? {
                    fresh.insert((to.id, person.id));
                }
                intake::move_signup(writer, event.id, person.id, &from, &to)?;
                moving.push(person);
            }
            let settled = intake::settle_sessions(writer, now, [from.id, to.id], &fresh)?;
            tell(writer, story, (&from, &to), &moving, &settled)?;
            for person in &moving {
                story.conflicts(writer, event.id, person.id)?;
            }
            Ok(message!(signup::moved {
                count: moving.len(),
                from: from.slug,
                to: to.slug
            }))
        },
    )
}

fn tell(
    writer: &Writer<'_>,
    story: &mut Story,
    (from, to): (&Session, &Session),
    moving: &[Person],
    settled: &Settled,
) -> Result<(), Error> {
    for person in moving {
        story.line(message!(signup::leaves {
            planned: story.is_planned(),
            name: told_name(writer, person)?,
            session: from.slug
        }));
        tell_place(writer, story, person, to)?;
    }
    let own: Vec<PersonId> = moving.iter().map(|person| person.id).collect();
    story.moves(writer, &settled.moves, &own)?;
    story.left_free(&settled.left_free);
    Ok(())
}

fn is_signed_up(
    reader: &Reader<'_>,
    event: EventId,
    person: PersonId,
    session: &Session,
) -> Result<bool, Error> {
    let Some(registration) = reader.registration(event, person)? else {
        return Ok(false);
    };
    let signups = reader.signups_of(registration.id)?;
    Ok(signups
        .iter()
        .any(|signup| signup.session_id == session.id && signup.status != SignupStatus::Cancelled))
}
