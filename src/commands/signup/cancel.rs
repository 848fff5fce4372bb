//! `rollcall signup cancel`

use std::collections::BTreeSet;

use super::super::arguments::people;
use super::super::telling::{Story, change_in, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Withdrawn};
use crate::message;
use crate::model::{Event, Person, PersonId, Session, SessionId};
use crate::store::{Reader, Store, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct CancelArgs {
    #[arg(value_name = "PERSON", required = true)]
    people: Vec<String>,
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn cancel(context: &mut Context, args: &CancelArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let named = context.event.clone();
    carry_out(context, &mut store, args.dry_run, |reader| {
        let event = intake::find_event(reader, named.as_deref())?;
        let session = args
            .session
            .as_deref()
            .map(|reference| intake::find_session(reader, &event, reference))
            .transpose()?;
        Ok(Cancelled {
            people: people(reader, &args.people)?,
            event,
            session,
        })
    })?;
    Ok(Exit::Done)
}

/// Cancels one sign-up of one person, reported as by the command; `find` determines which.
pub(in crate::commands) fn cancel_one(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    find: impl FnOnce(&Reader<'_>) -> Result<(Event, PersonId, Session), Error>,
) -> Result<(), Error> {
    carry_out(context, store, dry_run, |reader| {
        let (event, person, session) = find(reader)?;
        Ok(Cancelled {
            event,
            session: Some(session),
            people: people(reader, &[person.to_string()])?,
        })
    })
}

/// What is cancelled, and for whom.
struct Cancelled {
    event: Event,
    /// `None` means all of them, and the registration.
    session: Option<Session>,
    people: Vec<Person>,
}

fn carry_out(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    find: impl FnOnce(&Reader<'_>) -> Result<Cancelled, Error>,
) -> Result<(), Error> {
    let now = context.now;
    change_in(
        context,
        store,
        "signup cancel",
        dry_run,
        |_, writer, story| {
            let Cancelled {
                event,
                session,
                people,
            } = find(writer)?;
            let mut freed: Vec<SessionId> = Vec::new();
            let mut gone: Vec<PersonId> = Vec::new();
            for person in people {
                let sessions = one(writer, story, &event, &person, session.as_ref())?;
                if let Some(sessions) = sessions {
                    gone.push(person.id);
                    freed.extend(sessions);
                }
            }
            // Each session once, in programme order.
            let sessions = writer.sessions(event.id)?.into_iter().map(|it| it.id);
            let sessions = sessions.filter(|id| freed.contains(id));
            let settled = intake::settle_sessions(writer, now, sessions, &BTreeSet::new())?;
            let moved = story.moves(writer, &settled.moves, &gone)?;
            story.left_free(&settled.left_free);
            for person in &gone {
                story.conflicts(writer, event.id, *person)?;
            }
            Ok(match &session {
                Some(session) => message!(signup::cancelled {
                    count: gone.len(),
                    session: session.slug,
                    moved
                }),
                None => message!(signup::registrations_cancelled {
                    count: gone.len(),
                    signups: freed.len(),
                    moved
                }),
            })
        },
    )
}

/// Cancels for one person; returns the sessions they left, `None` if they had already left.
fn one(
    writer: &Writer<'_>,
    story: &mut Story,
    event: &Event,
    person: &Person,
    session: Option<&Session>,
) -> Result<Option<Vec<SessionId>>, Error> {
    let name = told_name(writer, person)?;
    let planned = story.is_planned();
    let of = session.map(|session| &session.slug);
    let event_slug = &event.slug;
    let (change, freed) =
        intake::cancel_signup(writer, event.id, person.id, session.map(|it| it.id))?;
    match change {
        Withdrawn::Now => {
            story.line(match of {
                Some(session) => message!(signup::no_longer_signed_up {
                    planned,
                    name,
                    session
                }),
                None => message!(signup::no_longer_registered {
                    planned,
                    name,
                    event: event_slug,
                    count: freed.len()
                }),
            });
            Ok(Some(freed))
        }
        Withdrawn::Already => {
            let what = of.unwrap_or(event_slug);
            story.line(message!(signup::had_cancelled { name, what }));
            Ok(None)
        }
        Withdrawn::NotSignedUp => Err(Error::new(match of {
            Some(session) => message!(signup::not_signed_up { name, session }),
            None => message!(signup::not_registered {
                name,
                event: event_slug
            }),
        })
        .hinted(message!(signup::what_they_chose { number: person.id }))),
    }
}
