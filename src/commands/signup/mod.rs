//! `rollcall signup`

mod add;
mod cancel;
mod list;
mod remove;
mod transfer;

pub(super) use cancel::cancel_one;
pub(super) use list::{Shown, signups};

use clap::Subcommand;

use super::telling::{Story, told_name, waiting_list};
use crate::catalogue::messages::{errors, person};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::IntakeError;
use crate::message;
use crate::model::{Event, Person, Session};
use crate::store::Writer;

#[derive(Debug, Subcommand)]
pub(super) enum SignupCommand {
    Add(add::AddArgs),
    Cancel(cancel::CancelArgs),
    Move(transfer::MoveArgs),
    Remove(remove::RemoveArgs),
    List(list::ListArgs),
}

pub(super) fn signup(context: &mut Context, command: &SignupCommand) -> Result<Exit, Error> {
    match command {
        SignupCommand::Add(args) => add::add(context, args),
        SignupCommand::Cancel(args) => cancel::cancel(context, args),
        SignupCommand::Move(args) => transfer::transfer(context, args),
        SignupCommand::Remove(args) => remove::remove(context, args),
        SignupCommand::List(args) => list::list(context, args),
    }
}

/// Refuses a session that does not take place.
fn refuse_cancelled(event: &Event, session: &Session) -> Result<(), Error> {
    if !(session.cancelled || event.cancelled) {
        return Ok(());
    }
    let refused = message!(session::is_cancelled {
        session: session.slug
    });
    Err(Error::new(refused).hinted(errors::TAKES_PLACE_AFTER_ALL))
}

/// Adds a hint if somebody is not on file.
fn hinted_to_add(error: IntakeError) -> Error {
    let is_unknown = matches!(error, IntakeError::Unknown { .. });
    let made = Error::from(error);
    if is_unknown {
        made.hinted(person::ADD_SOMEBODY)
    } else {
        made
    }
}

/// Reports somebody's status in a session after everything is settled; returns whether they wait.
fn tell_place(
    writer: &Writer<'_>,
    story: &mut Story,
    person: &Person,
    session: &Session,
) -> Result<bool, Error> {
    let name = told_name(writer, person)?;
    let waiting = waiting_list(writer, session)?;
    let place = waiting.iter().position(|id| *id == person.id);
    let (planned, session) = (story.is_planned(), &session.slug);
    story.line(match place {
        Some(index) => message!(places::waits_in_line {
            planned,
            name,
            place: index + 1,
            session
        }),
        None => message!(places::has_a_place {
            planned,
            name,
            session
        }),
    });
    Ok(place.is_some())
}
