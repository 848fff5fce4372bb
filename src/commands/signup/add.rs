//! `rollcall signup add`

use super::super::arguments::people;
use super::super::telling::{Story, change, told_name};
use super::{hinted_to_add, refuse_cancelled, tell_place};
use crate::catalogue::Message;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, SignedUp};
use crate::message;
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
    let now = context.now;
    change(
        context,
        "signup add",
        args.dry_run,
        |context, writer, story| {
            let event = context.find_event(writer)?;
            let session = intake::find_session(writer, &event, &args.session)?;
            refuse_cancelled(&event, &session)?;
            let people = people(writer, &args.people).map_err(hinted_to_add)?;
            let mut fresh = Vec::new();
            let mut registered = 0;
            for person in &people {
                let done = intake::sign_up(writer, event.id, person, &session, now)?;
                match done {
                    SignedUp::Now(_) => fresh.push(person),
                    SignedUp::Registered => registered += 1,
                    SignedUp::Already(_) | SignedUp::AlreadyRegistered => {}
                }
                let name = told_name(writer, person)?;
                if let Some(line) = told(done, story, &name, &session) {
                    story.line(line);
                }
            }
            if registered > 0 {
                return Ok(message!(signup::registered {
                    count: registered,
                    session: session.slug
                }));
            }
            settle(writer, now, story, &event, &session, &fresh)
        },
    )
}

/// Returns the result for somebody; `None` if it is reported when places are given out.
fn told(done: SignedUp, story: &Story, name: &Message, session: &Session) -> Option<Message> {
    let session = &session.slug;
    Some(match done {
        SignedUp::Now(_) => return None,
        SignedUp::Already(SignupStatus::Waitlisted) => {
            message!(signup::waited_already { name, session })
        }
        SignedUp::Already(_) => message!(signup::had_a_place_already { name, session }),
        SignedUp::Registered => message!(signup::is_expected {
            planned: story.is_planned(),
            name,
            session
        }),
        SignedUp::AlreadyRegistered => message!(signup::was_expected_already { name, session }),
    })
}

/// Gives out places, reports who got one, and returns the summary.
fn settle(
    writer: &Writer<'_>,
    now: Instant,
    story: &mut Story,
    event: &Event,
    session: &Session,
    fresh: &[&Person],
) -> Result<Message, Error> {
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
    Ok(message!(signup::signed_up {
        count: fresh.len(),
        session: session.slug,
        waiting
    }))
}
