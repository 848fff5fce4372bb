//! `rollcall signup add`

use super::super::arguments::people;
use super::super::telling::{Story, count, told_name};
use super::{hinted_to_add, tell_place};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, SignedUp};
use crate::model::{Event, Instant, Person, PersonId, Session, SignupStatus};
use crate::store::Writer;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AddArgs {
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,
    #[arg(long, value_name = "SESSION")]
    session: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let now = context.now;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "signup add",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            let people = people(writer, &args.people).map_err(hinted_to_add)?;
            let mut fresh = Vec::new();
            let mut registered = 0;
            for person in &people {
                match intake::sign_up(writer, event.id, person, &session, now)? {
                    SignedUp::Already(status) => {
                        story.line(already(writer, person, &session, status)?);
                    }
                    SignedUp::Now(_) => fresh.push(person),
                    SignedUp::Registered => {
                        registered += 1;
                        let name = told_name(writer, person)?;
                        let is = story.pick("is", "would be");
                        story.line(format!(
                            "{name} {is} registered, and expected in `{}` like everybody registered",
                            session.slug
                        ));
                    }
                    SignedUp::AlreadyRegistered => {
                        let name = told_name(writer, person)?;
                        story.line(format!(
                            "{name} is registered already: everybody registered is expected in `{}`",
                            session.slug
                        ));
                    }
                }
            }
            if registered > 0 {
                let people = count(registered, "person", "people");
                let summary = format!("{people} registered, for {}", session.slug);
                return Ok((summary.clone(), summary));
            }
            let summary = settle(writer, now, &mut story, &event, &session, &fresh)?;
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

fn already(
    writer: &Writer<'_>,
    person: &Person,
    session: &Session,
    status: SignupStatus,
) -> Result<String, Error> {
    let name = told_name(writer, person)?;
    Ok(match status {
        SignupStatus::Waitlisted => {
            format!(
                "{name} was on the waiting list of `{}` already",
                session.slug
            )
        }
        _ => format!("{name} had a place in `{}` already", session.slug),
    })
}

/// Gives places out, tells who got one, and returns the summary.
fn settle(
    writer: &Writer<'_>,
    now: Instant,
    story: &mut Story,
    event: &Event,
    session: &Session,
    fresh: &[&Person],
) -> Result<String, Error> {
    let own: Vec<PersonId> = fresh.iter().map(|person| person.id).collect();
    let new = own.iter().map(|person| (session.id, *person)).collect();
    let settled = intake::settle_sessions(writer, now, [session.id], &new)?;
    let mut waiting = 0;
    for person in fresh {
        waiting += usize::from(tell_place(writer, story, person, session)?);
    }
    story.moves(writer, &settled.moves, &own)?;
    story.left_free(&settled.left_free);
    for person in fresh {
        story.conflicts(writer, event.id, person.id)?;
    }
    let signed_up = count(fresh.len(), "person", "people");
    let waiting = match waiting {
        0 => String::new(),
        some => format!(", {some} of them waiting"),
    };
    Ok(format!(
        "{signed_up} signed up for {}{waiting}",
        session.slug
    ))
}
