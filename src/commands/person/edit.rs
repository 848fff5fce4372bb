//! `rollcall person edit` and `rollcall person alias`

use super::super::arguments::{address, nothing_to_change, or_nothing, purpose, single_spaced};
use super::super::organisation::{FollowArgs, found_or_added, tell_followed};
use super::super::refusal::Unfit;
use super::super::telling::{Story, change};
use super::described;
use crate::catalogue::Message;
use crate::catalogue::messages::person;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{name_key, person_key};
use crate::import::values::words::yes_no;
use crate::intake;
use crate::intake::Follow;
use crate::message;
use crate::model::{Consent, Person, PersonStates, Purpose};
use crate::store::Writer;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct EditArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(long, value_name = "NAME")]
    given: Option<String>,
    #[arg(long, value_name = "NAME")]
    family: Option<String>,
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
    #[command(flatten)]
    follow: FollowArgs,
    #[arg(long, value_name = "ADDRESS")]
    add_email: Vec<String>,
    #[arg(long, value_name = "ADDRESS")]
    remove_email: Vec<String>,
    #[arg(long, value_name = "ADDRESS")]
    primary_email: Option<String>,
    #[arg(long, value_name = "PURPOSE=ANSWER", value_parser = consent)]
    consent: Vec<(Purpose, bool)>,
    #[command(flatten)]
    states: StatesArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// What somebody asked for about the use of their data.
#[expect(
    clippy::struct_excessive_bools,
    reason = "two states, each with an option that sets it and one that ends it"
)]
#[derive(Debug, clap::Args)]
struct StatesArgs {
    #[arg(long, conflicts_with = "unrestrict")]
    restrict: bool,
    #[arg(long)]
    unrestrict: bool,
    #[arg(long, conflicts_with = "withdraw_objection")]
    object: bool,
    #[arg(long)]
    withdraw_objection: bool,
}

impl StatesArgs {
    fn applied(&self, before: PersonStates) -> PersonStates {
        PersonStates {
            restricted: (before.restricted || self.restrict) && !self.unrestrict,
            objected: (before.objected || self.object) && !self.withdraw_objection,
        }
    }

    fn is_given(&self) -> bool {
        self.restrict || self.unrestrict || self.object || self.withdraw_objection
    }
}

/// Parses `newsletter=no`.
fn consent(text: &str) -> Result<(Purpose, bool), Unfit> {
    let unfit = || Unfit::because(person::WRITE_A_CONSENT);
    let (word, answer) = text.split_once('=').ok_or_else(unfit)?;
    let answer = yes_no(answer).ok_or_else(unfit)?;
    Ok((purpose(word.trim())?, answer))
}

impl EditArgs {
    fn changes_nothing(&self) -> bool {
        let fields = [
            &self.given,
            &self.family,
            &self.title,
            &self.role,
            &self.phone,
            &self.language,
            &self.organisation,
            &self.primary_email,
        ];
        fields.iter().all(|field| field.is_none())
            && self.add_email.is_empty()
            && self.remove_email.is_empty()
            && self.consent.is_empty()
            && !self.states.is_given()
    }
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    if args.changes_nothing() {
        return Err(nothing_to_change("person edit"));
    }
    if args.organisation.is_none() && args.follow.is_given() {
        return Err(Error::usage(person::FOLLOWS_AN_ORGANISATION));
    }
    change(
        context,
        "person edit",
        args.dry_run,
        |context, writer, story| {
            let before = intake::find_person(writer, &args.person)?;
            let after = edited(writer, story, &before, args)?;
            let mut changed = writer.save_person(&after)?;
            changed |= follow_organisation(writer, story, &after, args)?;
            keep_former_name(writer, story, &before, &after)?;
            changed |= edit_addresses(writer, story, &after, args)?;
            changed |= edit_consents(context, writer, &after, args)?;
            intake::link_session_people(writer)?;
            if changed {
                story.line(message!(person::is_changed {
                    planned: story.is_planned(),
                    who: described(writer, &after)?
                }));
            }
            Ok(message!(person::changed { number: after.id }))
        },
    )
}

/// Returns the person changed by the options, except for addresses.
fn edited(
    writer: &Writer<'_>,
    story: &mut Story,
    before: &Person,
    args: &EditArgs,
) -> Result<Person, Error> {
    let mut after = before.clone();
    let put = |field: &mut Option<String>, option: &Option<String>| {
        if let Some(text) = option {
            *field = or_nothing(text);
        }
    };
    put(&mut after.title, &args.title);
    put(&mut after.role, &args.role);
    put(&mut after.phone, &args.phone);
    put(&mut after.language, &args.language);
    after.states = args.states.applied(before.states);
    if let Some(given) = &args.given {
        after.given_name = single_spaced(given);
    }
    if let Some(family) = &args.family {
        after.family_name = single_spaced(family);
    }
    if after.given_name.is_empty() && after.family_name.is_empty() {
        return Err(Error::usage(person::NEEDS_A_NAME));
    }
    if let Some(reference) = &args.organisation {
        after.organisation_id = or_nothing(reference)
            .map(|reference| found_or_added(writer, story, &reference))
            .transpose()?;
    }
    Ok(after)
}

/// Changes the organisation of registrations, if the options say so: a change of job does not affect earlier events.
fn follow_organisation(
    writer: &Writer<'_>,
    story: &mut Story,
    after: &Person,
    args: &EditArgs,
) -> Result<bool, Error> {
    if args.organisation.is_none() {
        return Ok(false);
    }
    let organisation = after.organisation_id.map(|id| writer.organisation(id));
    let organisation = organisation.transpose()?.flatten();
    let follow = args.follow.or(Follow::None)?;
    let count = intake::follow_person(writer, after.id, organisation.as_ref(), follow)?;
    let name = organisation.map(|known| known.name).unwrap_or_default();
    tell_followed(story, count, &name);
    Ok(count > 0)
}

fn keep_former_name(
    writer: &Writer<'_>,
    story: &mut Story,
    before: &Person,
    after: &Person,
) -> Result<(), Error> {
    let key = |person: &Person| person_key(&person.given_name, &person.family_name);
    if key(before) == key(after) {
        return Ok(());
    }
    let former = Person {
        title: None,
        ..before.clone()
    }
    .full_name();
    if writer.add_person_alias(after.id, &former)? {
        story.line(message!(person::former_name {
            planned: story.is_planned(),
            name: former
        }));
        story.hint(message!(person::only_misspelt {
            number: after.id,
            name: former
        }));
    }
    let namesakes = writer.people_by_key(&key(after))?;
    for other in namesakes.into_iter().filter(|id| *id != after.id) {
        story.warn(message!(person::name_of_another {
            name: after.sort_name(),
            number: other
        }));
    }
    Ok(())
}

fn edit_addresses(
    writer: &Writer<'_>,
    story: &mut Story,
    known: &Person,
    args: &EditArgs,
) -> Result<bool, Error> {
    let mut changed = false;
    for text in args.add_email.iter().chain(&args.primary_email) {
        let address = address(text)?;
        for other in writer.people_by_address(&address)? {
            if other != known.id {
                story.warn(message!(person::same_address { number: other }));
            }
        }
        changed |= writer.add_address(known.id, &address)?;
    }
    for text in &args.remove_email {
        if !writer.remove_address(known.id, &address(text)?)? {
            let number = known.id;
            return Err(Error::new(message!(person::without_the_address { number }))
                .hinted(message!(person::show_them { number })));
        }
        changed = true;
    }
    if let Some(text) = &args.primary_email {
        changed |= writer.put_address_first(known.id, &address(text)?)?;
    }
    Ok(changed)
}

/// Saves what somebody told the organiser about their consent, for the event that is named, or else for all.
fn edit_consents(
    context: &Context,
    writer: &Writer<'_>,
    person: &Person,
    args: &EditArgs,
) -> Result<bool, Error> {
    let mut changed = false;
    if args.consent.is_empty() {
        return Ok(changed);
    }
    let event = context.event_if_named(writer)?.map(|it| it.id);
    for (purpose, given) in &args.consent {
        changed |= writer.save_consent(&Consent {
            person_id: person.id,
            event_id: event,
            purpose: *purpose,
            given: *given,
            time: context.now,
            source: None,
        })?;
    }
    Ok(changed)
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AliasArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    name: String,
    #[arg(long)]
    remove: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn alias(context: &mut Context, args: &AliasArgs) -> Result<Exit, Error> {
    let name = single_spaced(&args.name);
    if name.is_empty() {
        return Err(Error::usage(person::OTHER_NAME_IS_EMPTY));
    }
    change(context, "person alias", args.dry_run, |_, writer, story| {
        let known = intake::find_person(writer, &args.person)?;
        if args.remove {
            remove_alias(writer, story, &known, &name)
        } else {
            add_alias(writer, story, &known, &name)
        }
    })
}

fn remove_alias(
    writer: &Writer<'_>,
    story: &mut Story,
    known: &Person,
    name: &str,
) -> Result<Message, Error> {
    let (who, number) = (known.full_name(), known.id);
    if !writer.remove_person_alias(number, name)? {
        return Err(Error::new(message!(person::not_another_name { name, who }))
            .hinted(message!(person::show_them { number })));
    }
    story.line(message!(person::alias_is_gone {
        planned: story.is_planned(),
        name,
        who
    }));
    Ok(message!(person::alias_removed { number }))
}

fn add_alias(
    writer: &Writer<'_>,
    story: &mut Story,
    known: &Person,
    name: &str,
) -> Result<Message, Error> {
    let (who, number) = (known.full_name(), known.id);
    warn_of_namesakes(writer, story, name, known)?;
    story.line(if writer.add_person_alias(number, name)? {
        message!(person::alias_is_new {
            planned: story.is_planned(),
            name,
            who
        })
    } else {
        message!(person::alias_was_known { name, who })
    });
    Ok(message!(person::alias_added { number }))
}

/// Warns if others have the same name: then it does not distinguish them.
fn warn_of_namesakes(
    writer: &Writer<'_>,
    story: &mut Story,
    name: &str,
    person: &Person,
) -> Result<(), Error> {
    let key = name_key(name);
    for other in writer.people()? {
        let bears_it = person_key(&other.given_name, &other.family_name) == key
            || other.aliases.iter().any(|alias| name_key(alias) == key);
        if other.id != person.id && bears_it {
            let who = described(writer, &other)?;
            story.warn(message!(person::alias_of_another { name, who }));
        }
    }
    Ok(())
}
