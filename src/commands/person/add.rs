//! `rollcall person add`, and newcomers at the door

use std::cell::RefCell;
use std::collections::BTreeSet;

use inquire::Confirm;

use super::super::arguments::{address, or_nothing, shown_command, single_spaced};
use super::super::organisation::found_or_added;
use super::super::telling::{Story, change};
use super::described;
use super::forget::answer;
use crate::catalogue::Message;
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
    /// Names of those who may come back though they were removed for good: a question was answered so.
    pub(in crate::commands) allowed: BTreeSet<String>,
    /// Who stopped the command since they were removed for good, and the question whether to add them.
    pub(in crate::commands) stopped_at: RefCell<Option<(String, Message)>>,
}

/// Does `work` and, on a terminal, asks about somebody who was removed for good, or may have been; with a yes, `work`
/// begins again. Nobody waits for the file meanwhile, and nothing is stored of whom it is asked about.
pub(in crate::commands) fn asking_who_comes_back(
    context: &mut Context,
    mut fields: NewcomerFields<'_>,
    work: impl Fn(&mut Context, &NewcomerFields<'_>) -> Result<Exit, Error>,
) -> Result<Exit, Error> {
    loop {
        let done = work(context, &fields);
        let Some((name, question)) = fields.stopped_at.take() else {
            return done;
        };
        if !context.may_ask() {
            return done;
        }
        let question = question.in_language(context.language);
        let is_agreed = answer(Confirm::new(&question).with_default(false).prompt())?;
        if is_agreed != Some(true) {
            context.say(person::NOBODY_ADDED)?;
            return Ok(Exit::Done);
        }
        fields.allowed.insert(name);
    }
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
        ..NewcomerFields::default()
    };
    asking_who_comes_back(context, fields, |context, fields| {
        change(context, "person add", args.dry_run, |_, writer, story| {
            let id = add_newcomer(writer, story, &args.name, fields)
                .map_err(|error| with_command(error, fields, || args.allowing()))?;
            story.hint(message!(person::sign_them_up { number: id }));
            Ok(person::ADDED.into())
        })
    })
}

impl AddArgs {
    /// Returns the command that adds them though they were removed.
    fn allowing(&self) -> String {
        let mut words = vec!["person", "add", self.name.as_str()];
        let emails = self.email.iter().map(|it| ("--email", Some(it)));
        let others = [
            ("--title", self.title.as_ref()),
            ("--role", self.role.as_ref()),
            ("--phone", self.phone.as_ref()),
            ("--language", self.language.as_ref()),
            ("--organisation", self.organisation.as_ref()),
        ];
        for (option, value) in emails.chain(others) {
            words.extend(value.into_iter().flat_map(|it| [option, it.as_str()]));
        }
        words.push("--allow-again");
        shown_command(words)
    }
}

/// Adds the command that goes on, if somebody was in the way who was removed.
pub(in crate::commands) fn with_command(
    error: Error,
    fields: &NewcomerFields<'_>,
    command: impl FnOnce() -> String,
) -> Error {
    if fields.stopped_at.borrow().is_none() {
        return error;
    }
    let command = command();
    error.hinted(message!(person::allow_again { command }))
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
    let told = || single_spaced(&format!("{} {}", name.given, name.family));
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
        let is_allowed = fields.allow_again || fields.allowed.contains(&keys[0]);
        let (refused, question) = match found {
            Recognised::Nobody => continue,
            Recognised::Certainly(operation) if is_allowed => {
                writer.let_return(operation)?;
                continue;
            }
            Recognised::Perhaps(_) if is_allowed => continue,
            Recognised::Certainly(_) => {
                let name = told();
                (person::WAS_REMOVED, message!(person::add_again { name }))
            }
            Recognised::Perhaps(_) => {
                let name = told();
                (
                    person::MAY_HAVE_BEEN_REMOVED,
                    message!(person::add_namesake { name }),
                )
            }
        };
        let [key] = keys;
        fields.stopped_at.replace(Some((key, question)));
        return Err(Error::new(refused));
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
