//! `rollcall organisation`

mod add;
mod duplicates;
mod edit;
mod follow;
mod list;
mod merge;
mod show;
mod split;

use clap::Subcommand;

use super::arguments::single_spaced;
use super::telling::Story;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{OrganisationMatch, organisation_key};
use crate::intake::{self, IntakeError};
use crate::message;
use crate::model::{Organisation, OrganisationId};
use crate::store::{NewOrganisation, Writer};

pub(super) use follow::{FollowArgs, tell_followed};

#[derive(Debug, Subcommand)]
pub(super) enum OrganisationCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Edit(edit::EditArgs),
    Merge(merge::MergeArgs),
    Split(split::SplitArgs),
    Duplicates(duplicates::DuplicatesArgs),
    Alias(edit::AliasArgs),
}

pub(super) fn organisation(
    context: &mut Context,
    command: &OrganisationCommand,
) -> Result<Exit, Error> {
    match command {
        OrganisationCommand::List(args) => list::list(context, args),
        OrganisationCommand::Show(args) => show::show(context, args),
        OrganisationCommand::Add(args) => add::add(context, args),
        OrganisationCommand::Edit(args) => edit::edit(context, args),
        OrganisationCommand::Merge(args) => merge::merge(context, args),
        OrganisationCommand::Split(args) => split::split(context, args),
        OrganisationCommand::Duplicates(args) => duplicates::duplicates(context, args),
        OrganisationCommand::Alias(args) => edit::alias(context, args),
    }
}

/// Returns the organisation with a number or name; a name that is not on file is added, and that is reported.
pub(super) fn found_or_added(
    writer: &Writer<'_>,
    story: &mut Story,
    reference: &str,
) -> Result<OrganisationId, Error> {
    match intake::find_organisation(writer, reference) {
        Ok(organisation) => Ok(organisation.id),
        // A number is never a name.
        Err(IntakeError::Unknown { .. }) if reference.trim().parse::<i64>().is_err() => {
            let name = single_spaced(reference);
            warn_of_similar(writer, story, &name)?;
            let id = writer.add_organisation(&NewOrganisation {
                name: name.clone(),
                ..NewOrganisation::default()
            })?;
            story.line(message!(organisation::is_new {
                planned: story.is_planned(),
                name,
                number: id
            }));
            Ok(id)
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns whether an organisation has a name, in any spelling.
fn is_called(organisation: &Organisation, name: &str) -> bool {
    let key = organisation_key(name);
    let names = [&organisation.name].into_iter();
    let mut names = names
        .chain(&organisation.short_name)
        .chain(&organisation.aliases);
    names.any(|it| organisation_key(it) == key)
}

/// Warns if a new name may belong to an organisation that is on file.
fn warn_of_similar(writer: &Writer<'_>, story: &mut Story, name: &str) -> Result<(), Error> {
    let on_file = intake::organisations_on_file(writer)?;
    if let OrganisationMatch::Doubtful(candidates) = on_file.find(name) {
        for candidate in candidates {
            let known = writer.organisation(candidate.id)?;
            let known = known.map(|known| known.name).unwrap_or_default();
            story.warn(message!(organisation::may_be {
                name,
                known,
                number: candidate.id
            }));
        }
    }
    Ok(())
}
