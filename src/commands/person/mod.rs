//! `rollcall person`

mod add;
mod duplicates;
mod edit;
mod forget;
mod list;
mod merge;
mod preview;
mod remove;
mod show;
mod split;
pub(super) mod whose;

pub(super) use forget::{MentionsArg, answer, choose, copies_beside, warn_of_copies};

pub(super) use add::{NewcomerFields, add_newcomer, asking_who_comes_back, with_command};

use clap::Subcommand;

use crate::catalogue::Message;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::Person;
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub(super) enum PersonCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Edit(edit::EditArgs),
    Merge(merge::MergeArgs),
    Split(split::SplitArgs),
    Duplicates(duplicates::DuplicatesArgs),
    Alias(edit::AliasArgs),
    Remove(remove::RemoveArgs),
    Forget(forget::ForgetArgs),
}

pub(super) fn person(context: &mut Context, command: &PersonCommand) -> Result<Exit, Error> {
    match command {
        PersonCommand::List(args) => list::list(context, args),
        PersonCommand::Show(args) => show::show(context, args),
        PersonCommand::Add(args) => add::add(context, args),
        PersonCommand::Edit(args) => edit::edit(context, args),
        PersonCommand::Merge(args) => merge::merge(context, args),
        PersonCommand::Split(args) => split::split(context, args),
        PersonCommand::Duplicates(args) => duplicates::duplicates(context, args),
        PersonCommand::Alias(args) => edit::alias(context, args),
        PersonCommand::Remove(args) => remove::remove(context, args),
        PersonCommand::Forget(args) => forget::forget(context, args),
    }
}

/// Returns the name of a person's current organisation.
fn organisation_of(reader: &Reader<'_>, person: &Person) -> Result<Option<String>, Error> {
    let Some(id) = person.organisation_id else {
        return Ok(None);
    };
    Ok(reader.organisation(id)?.map(|known| known.name))
}

/// Returns a person with distinguishing details for messages: `Anna Müller (person 3, BioCluster Nord)`.
fn described(reader: &Reader<'_>, person: &Person) -> Result<Message, Error> {
    let (name, number) = (person.full_name(), person.id);
    Ok(match organisation_of(reader, person)? {
        Some(organisation) => message!(person::described {
            name,
            number,
            organisation
        }),
        None => message!(person::with_number { name, number }),
    })
}
