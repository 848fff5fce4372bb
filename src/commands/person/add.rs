//! `rollcall person add`, and newcomers at the door

use super::super::arguments::{address, or_nothing, single_spaced};
use super::super::organisation::found_or_added;
use super::super::telling::{Story, change};
use super::described;
use crate::catalogue::messages::person;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{PersonName, person_key};
use crate::intake::{self, Recognised};
use crate::message;
use crate::model::{OrganisationId, Person, PersonId, PersonStates};
use crate::store::{NewPerson, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AddArgs {
    name: String,
    #[arg(long, value_name = "ADDRESS")]
    email: Vec<String>,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    #[arg(long, value_name = "ORGANISATION")]
    organisation: Option<String>,
    #[arg(long)]
    allow_again: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// The data of somebody who is to be added.
#[derive(Debug, Default)]
pub(in crate::commands) struct NewcomerFields<'a> {
    /// Addresses, the preferred one first.
    pub(in crate::commands) addresses: Vec<String>,
    /// Academic title, replacing one in the name.
    pub(in crate::commands) title: Option<&'a str>,
    /// Role.
    pub(in crate::commands) role: Option<&'a str>,
    /// Telephone.
    pub(in crate::commands) phone: Option<&'a str>,
    /// Language.
    pub(in crate::commands) language: Option<&'a str>,
    /// Number or name of the organisation.
    pub(in crate::commands) organisation: Option<&'a str>,
    /// Whether it may be somebody who was removed for good.
    pub(in crate::commands) allow_again: bool,
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let fields = NewcomerFields {
        addresses: args
            .email
            .iter()
            .map(|text| address(text))
            .collect::<Result<_, _>>()?,
        title: args.title.as_deref(),
        role: args.role.as_deref(),
        phone: args.phone.as_deref(),
        language: args.language.as_deref(),
        organisation: args.organisation.as_deref(),
        allow_again: args.allow_again,
    };
    change(context, "person add", args.dry_run, |_, writer, story| {
        let id = add_newcomer(writer, story, &args.name, &fields)?;
        story.hint(message!(person::sign_them_up { number: id }));
        Ok(person::ADDED.into())
    })
}

/// Adds somebody and reports it.
///
/// # Errors
/// If the name is invalid, or somebody on file has that name and address, or that name and nothing to distinguish them.
pub(in crate::commands) fn add_newcomer(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &str,
    fields: &NewcomerFields<'_>,
) -> Result<PersonId, Error> {
    let name = PersonName::parse(name);
    if name.is_empty() || name.given.contains('@') || name.family.contains('@') {
        return Err(Error::usage(person::NOT_A_NAME).hinted(person::WRITE_A_NAME));
    }
    let organisation_id = fields
        .organisation
        .and_then(or_nothing)
        .map(|reference| found_or_added(writer, story, &reference))
        .transpose()?;
    refuse_known(writer, story, &name, fields, organisation_id)?;
    refuse_removed(writer, &name, fields, organisation_id)?;
    let title = fields.title.map_or(name.title, or_nothing);
    let id = writer.add_person(&NewPerson {
        id: None,
        title: title.as_deref().map(single_spaced),
        given_name: name.given,
        family_name: name.family,
        role: fields.role.and_then(or_nothing),
        phone: fields.phone.and_then(or_nothing),
        language: fields.language.and_then(or_nothing),
        organisation_id,
        states: PersonStates::default(),
    })?;
    for address in &fields.addresses {
        for other in writer.people_by_address(address)? {
            story.warn(message!(person::same_address { number: other }));
        }
        writer.add_address(id, address)?;
    }
    intake::link_session_people(writer)?;
    if let Some(person) = writer.person(id)? {
        story.line(message!(person::is_person {
            planned: story.is_planned(),
            name: person.full_name(),
            number: id
        }));
    }
    Ok(id)
}

/// Refuses somebody who was removed for good, or has the name of a removed person, unless that is allowed.
fn refuse_removed(
    writer: &Writer<'_>,
    name: &PersonName,
    fields: &NewcomerFields<'_>,
    organisation_id: Option<OrganisationId>,
) -> Result<(), Error> {
    let removed = writer.removed()?;
    let organisation = organisation_id.map(|id| writer.organisation(id));
    let organisation = organisation.transpose()?.flatten().map(|known| known.name);
    let keys = [person_key(&name.given, &name.family)];
    let mut addresses: Vec<Option<&str>> = fields
        .addresses
        .iter()
        .map(|it| Some(it.as_str()))
        .collect();
    if addresses.is_empty() {
        addresses.push(None);
    }
    for address in addresses {
        let is_held = match address {
            Some(address) => !writer.people_by_address(address)?.is_empty(),
            None => false,
        };
        let found = intake::recognise(&removed, &keys, address, organisation.as_deref(), is_held);
        match found {
            Recognised::Nobody => {}
            Recognised::Certainly(operation) if fields.allow_again => {
                writer.let_return(operation)?;
            }
            Recognised::Perhaps(_) if fields.allow_again => {}
            Recognised::Certainly(_) => {
                return Err(Error::new(person::WAS_REMOVED).hinted(person::ALLOW_AGAIN));
            }
            Recognised::Perhaps(_) => {
                return Err(Error::new(person::MAY_HAVE_BEEN_REMOVED).hinted(person::ALLOW_AGAIN));
            }
        }
    }
    Ok(())
}

/// Refuses somebody who is on file, and warns of somebody else with that name.
fn refuse_known(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &PersonName,
    fields: &NewcomerFields<'_>,
    organisation_id: Option<OrganisationId>,
) -> Result<(), Error> {
    let addresses = &fields.addresses;
    let is_same = |known: &Person| {
        if addresses.is_empty() {
            // There is nothing to distinguish them.
            known.organisation_id == organisation_id
        } else {
            known.addresses.iter().any(|own| addresses.contains(own))
        }
    };
    for id in writer.people_by_key(&person_key(&name.given, &name.family))? {
        let Some(known) = writer.person(id)? else {
            continue;
        };
        let who = described(writer, &known)?;
        if is_same(&known) {
            return Err(Error::new(message!(person::on_file { who }))
                .hinted(message!(person::edit_them { number: id })));
        }
        story.warn(message!(person::name_on_file { who, number: id }));
    }
    Ok(())
}
