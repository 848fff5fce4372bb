//! `rollcall signup`

mod add;
mod cancel;
mod list;
mod transfer;

pub(super) use cancel::cancel_one;
pub(super) use list::{Shown, signups};

use clap::Subcommand;

use super::telling::{Story, ordinal, told_name, waiting_list};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::model::{Person, Session};
use crate::store::Writer;

#[derive(Debug, Subcommand)]
pub(super) enum SignupCommand {
    Add(add::AddArgs),
    Cancel(cancel::CancelArgs),
    Move(transfer::MoveArgs),
    List(list::ListArgs),
}

pub(super) fn signup(context: &mut Context, command: &SignupCommand) -> Result<Exit, Error> {
    match command {
        SignupCommand::Add(args) => add::add(context, args),
        SignupCommand::Cancel(args) => cancel::cancel(context, args),
        SignupCommand::Move(args) => transfer::transfer(context, args),
        SignupCommand::List(args) => list::list(context, args),
    }
}

/// Adds a hint where somebody is not on file.
fn hinted_to_add(error: Error) -> Error {
    if error.message.in_english().starts_with("there is no person") {
        error.hinted("somebody new is added with `rollcall person add`")
    } else {
        error
    }
}

/// Tells where somebody stands in a session after everything is settled; returns whether they wait.
fn tell_place(
    writer: &Writer<'_>,
    story: &mut Story,
    person: &Person,
    session: &Session,
) -> Result<bool, Error> {
    let name = told_name(writer, person)?;
    let waiting = waiting_list(writer, session)?;
    let place = waiting.iter().position(|id| *id == person.id);
    match place {
        Some(index) => {
            let is = story.pick("is", "would be");
            story.line(format!(
                "{name} {is} {} on the waiting list of `{}`",
                ordinal(index + 1),
                session.slug
            ));
        }
        None => {
            let has = story.pick("has", "would have");
            story.line(format!("{name} {has} a place in `{}`", session.slug));
        }
    }
    Ok(place.is_some())
}
