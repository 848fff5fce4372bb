//! `rollcall signup cancel`

use std::collections::BTreeSet;

use super::super::arguments::people;
use super::super::telling::{Story, count, told_name};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Withdrawn};
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

/// Cancels one sign-up of one person, told like the command; `find` says which.
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
    /// `None` is all of them, and the registration.
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
    let mut story = Story::new(dry_run);
    let changed = store.change(
        "signup cancel",
        context.now,
        dry_run,
        |writer| -> Result<(String, String), Error> {
            let Cancelled {
                event,
                session,
                people,
            } = find(writer)?;
            let mut freed: Vec<SessionId> = Vec::new();
            let mut gone: Vec<PersonId> = Vec::new();
            for person in people {
                let sessions = one(writer, &mut story, &event, &person, session.as_ref())?;
                if let Some(sessions) = sessions {
                    gone.push(person.id);
                    freed.extend(sessions);
                }
            }
            // Each session once, in the order of the programme.
            let sessions = writer.sessions(event.id)?.into_iter().map(|it| it.id);
            let sessions = sessions.filter(|id| freed.contains(id));
            let settled = intake::settle_sessions(writer, now, sessions, &BTreeSet::new())?;
            let moved = story.moves(writer, &settled.moves, &gone)?;
            story.left_free(&settled.left_free);
            for person in &gone {
                story.conflicts(writer, event.id, *person)?;
            }
            let mut summary = match &session {
                Some(session) => format!(
                    "{} for {} cancelled",
                    count(gone.len(), "sign-up", "sign-ups"),
                    session.slug
                ),
                None => format!(
                    "{} cancelled, {} with them",
                    count(gone.len(), "registration", "registrations"),
                    count(freed.len(), "sign-up", "sign-ups")
                ),
            };
            if moved > 0 {
                summary.push_str(", ");
                summary.push_str(&count(moved, "person moved up", "people moved up"));
            }
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)
}

/// Cancels for one person; returns the sessions they left, `None` when they had left already.
fn one(
    writer: &Writer<'_>,
    story: &mut Story,
    event: &Event,
    person: &Person,
    session: Option<&Session>,
) -> Result<Option<Vec<SessionId>>, Error> {
    let name = told_name(writer, person)?;
    let what = session.map_or(event.slug.as_str(), |session| session.slug.as_str());
    let (change, freed) =
        intake::cancel_signup(writer, event.id, person.id, session.map(|it| it.id))?;
    match change {
        Withdrawn::Now => {
            let is = story.pick("is no longer", "would no longer be");
            story.line(match session {
                Some(_) => format!("{name} {is} signed up for `{what}`"),
                None => format!(
                    "{name} {is} registered for `{what}`: {} cancelled",
                    count(freed.len(), "sign-up", "sign-ups")
                ),
            });
            Ok(Some(freed))
        }
        Withdrawn::Already => {
            story.line(format!("{name} had cancelled `{what}` already"));
            Ok(None)
        }
        Withdrawn::NotSignedUp => Err(Error::new(match session {
            Some(_) => format!("{name} is not signed up for `{what}`"),
            None => format!("{name} is not registered for `{what}`"),
        })
        .hinted(format!(
            "`rollcall person show {}` shows what for",
            person.id
        ))),
    }
}
