//! `rollcall signup move`

use std::collections::BTreeSet;

use super::super::arguments::people;
use super::super::telling::{Story, count, told_name};
use super::tell_place;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Settled};
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
    let mut store = context.store()?;
    let now = context.now;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "signup move",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let from = intake::find_session(writer, &event, &args.from)?;
            let to = intake::find_session(writer, &event, &args.to)?;
            if from.id == to.id {
                return Err(Error::usage(format!("both are `{}`", to.slug)));
            }
            let mut moving: Vec<Person> = Vec::new();
            let mut fresh = BTreeSet::new();
            for person in people(writer, &args.people)? {
                let is_in = |session| is_signed_up(writer, event.id, person.id, session);
                if !is_in(&from)? && is_in(&to)? {
                    let name = told_name(writer, &person)?;
                    story.line(format!("{name} is in `{}` already", to.slug));
                    continue;
                }
                if !is_in(&to)? {
                    fresh.insert((to.id, person.id));
                }
                intake::move_signup(writer, event.id, person.id, &from, &to)?;
                moving.push(person);
            }
            let settled = intake::settle_sessions(writer, now, [from.id, to.id], &fresh)?;
            tell(writer, &mut story, (&from, &to), &moving, &settled)?;
            for person in &moving {
                story.conflicts(writer, event.id, person.id)?;
            }
            let people = count(moving.len(), "person", "people");
            let summary = format!("{people} moved from {} to {}", from.slug, to.slug);
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

fn tell(
    writer: &Writer<'_>,
    story: &mut Story,
    (from, to): (&Session, &Session),
    moving: &[Person],
    settled: &Settled,
) -> Result<(), Error> {
    for person in moving {
        let name = told_name(writer, person)?;
        let leaves = story.pick("leaves", "would leave");
        story.line(format!("{name} {leaves} `{}`", from.slug));
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
