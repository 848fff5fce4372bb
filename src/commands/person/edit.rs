//! `rollcall person edit` and `rollcall person alias`

use super::super::arguments::{self, address, or_nothing, single_spaced};
use super::super::organisation::found_or_added;
use super::super::telling::Story;
use super::described;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::{name_key, person_key};
use crate::intake;
use crate::model::Person;
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
    #[arg(long, value_name = "ADDRESS")]
    add_email: Vec<String>,
    #[arg(long, value_name = "ADDRESS")]
    remove_email: Vec<String>,
    #[arg(long, value_name = "ADDRESS")]
    primary_email: Option<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
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
    }
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    if args.changes_nothing() {
        return Err(Error::usage("nothing to change is named")
            .hinted("`rollcall person edit --help` lists the options"));
    }
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "person edit",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let before = arguments::person(writer, &args.person)?;
            let after = edited(writer, &mut story, &before, args)?;
            let mut changed = writer.save_person(&after)?;
            keep_former_name(writer, &mut story, &before, &after)?;
            changed |= edit_addresses(writer, &mut story, &after, args)?;
            intake::link_session_people(writer)?;
            if changed {
                let is = story.pick("is changed", "would be changed");
                story.line(format!("{} {is}", described(writer, &after)?));
            }
            let summary = format!("person {} changed", after.id);
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Returns the person as the options have them, addresses apart.
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
    if let Some(given) = &args.given {
        after.given_name = single_spaced(given);
    }
    if let Some(family) = &args.family {
        after.family_name = single_spaced(family);
    }
    if after.given_name.is_empty() && after.family_name.is_empty() {
        return Err(Error::usage("a person needs a name"));
    }
    if let Some(reference) = &args.organisation {
        after.organisation_id = or_nothing(reference)
            .map(|reference| found_or_added(writer, story, &reference))
            .transpose()?;
    }
    Ok(after)
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
        let stays = story.pick("stays", "would stay");
        story.line(format!("`{former}` {stays} one of their other names"));
        story.hint(format!(
            "was it only misspelt? `rollcall person alias {} '{former}' --remove`",
            after.id
        ));
    }
    let namesakes = writer.people_by_key(&key(after))?;
    for other in namesakes.into_iter().filter(|id| *id != after.id) {
        let name = after.sort_name();
        story.warn(format!("`{name}` is the name of person {other} as well"));
    }
    Ok(())
}

fn edit_addresses(
    writer: &Writer<'_>,
    story: &mut Story,
    person: &Person,
    args: &EditArgs,
) -> Result<bool, Error> {
    let mut changed = false;
    for text in args.add_email.iter().chain(&args.primary_email) {
        let address = address(text)?;
        for other in writer.people_by_address(&address)? {
            if other != person.id {
                story.warn(format!("person {other} has the same e-mail address"));
            }
        }
        changed |= writer.add_address(person.id, &address)?;
    }
    for text in &args.remove_email {
        if !writer.remove_address(person.id, &address(text)?)? {
            return Err(Error::new(format!(
                "person {} does not have the e-mail address to take away",
                person.id
            ))
            .hinted(format!("`rollcall person show {}` lists them", person.id)));
        }
        changed = true;
    }
    if let Some(text) = &args.primary_email {
        changed |= writer.put_address_first(person.id, &address(text)?)?;
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
        return Err(Error::usage("the other name is empty"));
    }
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "person alias",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let person = arguments::person(writer, &args.person)?;
            let who = person.full_name();
            let summary = if args.remove {
                if !writer.remove_person_alias(person.id, &name)? {
                    return Err(Error::new(format!("`{name}` is no other name of {who}"))
                        .hinted(format!("`rollcall person show {}` lists them", person.id)));
                }
                let is = story.pick("is no longer", "would no longer be");
                story.line(format!("`{name}` {is} a name of {who}"));
                format!("another name of person {} removed", person.id)
            } else {
                warn_of_namesakes(writer, &mut story, &name, &person)?;
                if writer.add_person_alias(person.id, &name)? {
                    let is = story.pick("is", "would be");
                    story.line(format!("`{name}` {is} another name of {who}"));
                } else {
                    story.line(format!("`{name}` was a name of {who} already"));
                }
                format!("another name of person {} added", person.id)
            };
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Warns when others bear a name as well: then it tells nobody apart.
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
            story.warn(format!("`{name}` is a name of {who} as well"));
        }
    }
    Ok(())
}
