//! `rollcall person add`, and newcomers at the door

use super::super::arguments::{address, or_nothing, single_spaced};
use super::super::organisation::found_or_added;
use super::super::telling::{Story, count};
use super::described;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{PersonName, person_key};
use crate::intake;
use crate::model::{OrganisationId, Person, PersonId};
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
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// What is said of somebody who is to be added.
#[derive(Debug, Default)]
pub(in crate::commands) struct NewcomerFields<'a> {
    /// Addresses, the one to write to first.
    pub(in crate::commands) addresses: Vec<String>,
    /// Academic title, over the one in the name.
    pub(in crate::commands) title: Option<&'a str>,
    /// Role.
    pub(in crate::commands) role: Option<&'a str>,
    /// Telephone.
    pub(in crate::commands) phone: Option<&'a str>,
    /// Language.
    pub(in crate::commands) language: Option<&'a str>,
    /// Number or name of the organisation.
    pub(in crate::commands) organisation: Option<&'a str>,
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
    };
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "person add",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let id = add_newcomer(writer, &mut story, &args.name, &fields)?;
            story.hint(format!(
                "sign them up with `rollcall signup add {id} --session SESSION`"
            ));
            let summary = format!("{} added", count(1, "person", "people"));
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Adds somebody and tells it.
///
/// # Errors
/// When the name is none, or somebody of that name and address, or with nothing to tell them apart, is
/// on file.
pub(in crate::commands) fn add_newcomer(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &str,
    fields: &NewcomerFields<'_>,
) -> Result<PersonId, Error> {
    let name = PersonName::parse(name);
    if name.is_empty() || name.given.contains('@') || name.family.contains('@') {
        return Err(Error::usage("this is no name to add somebody under")
            .hinted("write 'Anna Müller' or 'Müller, Anna', and the address with --email"));
    }
    let organisation_id = fields
        .organisation
        .and_then(or_nothing)
        .map(|reference| found_or_added(writer, story, &reference))
        .transpose()?;
    refuse_known(writer, story, &name, fields, organisation_id)?;
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
    })?;
    for address in &fields.addresses {
        for other in writer.people_by_address(address)? {
            story.warn(format!("person {other} has the same e-mail address"));
        }
        writer.add_address(id, address)?;
    }
    intake::link_session_people(writer)?;
    if let Some(person) = writer.person(id)? {
        let is = story.pick("is", "would be");
        story.line(format!("{} {is} person {id}", person.full_name()));
    }
    Ok(id)
}

/// Refuses somebody who is on file, and warns of somebody else of that name.
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
            // Nothing to tell them apart by.
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
            return Err(Error::new(format!("{who} is on file already")).hinted(format!(
                "`rollcall person edit {id}` changes them; with another --email it is somebody else of that name"
            )));
        }
        story.warn(format!(
            "the name is on file already: {who}; if they are the same, `rollcall person merge NEW {id}`"
        ));
    }
    Ok(())
}
