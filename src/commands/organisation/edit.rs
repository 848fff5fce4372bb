//! `rollcall organisation edit` and `rollcall organisation alias`

use super::super::arguments::{nothing_to_change, or_nothing, single_spaced};
use super::super::telling::{Story, change};
use super::add::Fields;
use super::{FollowArgs, is_called, tell_followed};
use crate::catalogue::Message;
use crate::catalogue::messages::{organisation, person};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::organisation_key;
use crate::intake;
use crate::intake::Follow;
use crate::message;
use crate::model::Organisation;
use crate::store::{Reader, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct EditArgs {
    #[arg(value_name = "ORGANISATION")]
    organisation: String,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    follow: FollowArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn edit(context: &mut Context, args: &EditArgs) -> Result<Exit, Error> {
    let fields = &args.fields;
    let options = [
        &args.name,
        &fields.short_name,
        &fields.kind,
        &fields.country,
        &fields.region,
        &fields.website,
    ];
    if options.iter().all(|option| option.is_none()) {
        return Err(nothing_to_change("organisation edit"));
    }
    if args.name.is_none() && args.follow.is_given() {
        return Err(Error::usage(organisation::FOLLOWS_A_NAME));
    }
    change(
        context,
        "organisation edit",
        args.dry_run,
        |_, writer, story| {
            let before = intake::find_organisation(writer, &args.organisation)?;
            let after = edited(&before, args)?;
            let before_name = before.name.clone();
            let has_other_name = organisation_key(&after.name) != organisation_key(&before.name);
            if has_other_name {
                refuse_taken(writer, &after)?;
            }
            if writer.save_organisation(&after)? {
                story.line(message!(organisation::is_now_called {
                    planned: story.is_planned(),
                    number: after.id,
                    facts: told(&after)
                }));
            }
            if has_other_name {
                writer.add_organisation_alias(after.id, &before.name)?;
                story.line(message!(organisation::former_name {
                    planned: story.is_planned(),
                    name: before.name
                }));
            }
            if after.name != before_name {
                let names = (before_name.as_str(), after.name.as_str());
                let follow = args.follow.or(Follow::All)?;
                let followed = intake::follow_rename(writer, after.id, names, follow)?;
                tell_followed(story, followed, &after.name);
            }
            Ok(message!(organisation::changed { number: after.id }))
        },
    )
}

/// Returns the organisation changed by the options.
fn edited(before: &Organisation, args: &EditArgs) -> Result<Organisation, Error> {
    let mut after = before.clone();
    if let Some(name) = &args.name {
        after.name = single_spaced(name);
        if after.name.is_empty() {
            return Err(Error::usage(organisation::NEEDS_A_NAME));
        }
    }
    let fields = &args.fields;
    put(&mut after.short_name, fields.short_name.as_ref());
    put(&mut after.kind, fields.kind.as_ref());
    put(&mut after.country, fields.country.as_ref());
    put(&mut after.region, fields.region.as_ref());
    put(&mut after.website, fields.website.as_ref());
    Ok(after)
}

/// Refuses a name that another organisation has: it would be ambiguous in files.
fn refuse_taken(reader: &Reader<'_>, after: &Organisation) -> Result<(), Error> {
    let organisations = reader.organisations()?;
    let mut others = organisations.iter().filter(|it| it.id != after.id);
    let Some(other) = others.find(|it| is_called(it, &after.name)) else {
        return Ok(());
    };
    Err(Error::new(message!(organisation::on_file {
        name: after.name,
        number: other.id,
        known: other.name
    }))
    .hinted(message!(organisation::if_one_merge {
        number: after.id,
        other: other.id
    })))
}

/// Sets a field to the value of an option; an empty value clears it.
fn put(field: &mut Option<String>, option: Option<&String>) {
    if let Some(text) = option {
        *field = or_nothing(text);
    }
}

/// Returns the facts of an organisation in one line.
fn told(organisation: &Organisation) -> Vec<&String> {
    [
        Some(&organisation.name),
        organisation.short_name.as_ref(),
        organisation.kind.as_ref(),
        organisation.region.as_ref(),
        organisation.country.as_ref(),
        organisation.website.as_ref(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AliasArgs {
    #[arg(value_name = "ORGANISATION")]
    organisation: String,
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
    change(
        context,
        "organisation alias",
        args.dry_run,
        |_, writer, story| {
            let known = intake::find_organisation(writer, &args.organisation)?;
            if args.remove {
                remove_alias(writer, story, &known, &name)
            } else {
                add_alias(writer, story, &known, &name)
            }
        },
    )
}

fn remove_alias(
    writer: &Writer<'_>,
    story: &mut Story,
    known: &Organisation,
    name: &str,
) -> Result<Message, Error> {
    let (number, known) = (known.id, &known.name);
    if !writer.remove_organisation_alias(number, name)? {
        return Err(
            Error::new(message!(organisation::not_another_name { name, known }))
                .hinted(message!(organisation::show_it { number })),
        );
    }
    story.line(message!(organisation::alias_is_gone {
        planned: story.is_planned(),
        name,
        known
    }));
    Ok(message!(organisation::alias_removed { number }))
}

fn add_alias(
    writer: &Writer<'_>,
    story: &mut Story,
    known: &Organisation,
    name: &str,
) -> Result<Message, Error> {
    let key = organisation_key(name);
    for other in writer.organisations()? {
        let has_it = organisation_key(&other.name) == key
            || other.aliases.iter().any(|it| organisation_key(it) == key);
        if other.id != known.id && has_it {
            story.warn(message!(organisation::alias_of_another {
                name: other.name,
                number: other.id
            }));
        }
    }
    let (number, known) = (known.id, &known.name);
    story.line(if writer.add_organisation_alias(number, name)? {
        message!(organisation::alias_is_new {
            planned: story.is_planned(),
            name,
            known
        })
    } else {
        message!(organisation::alias_was_known { name, known })
    });
    Ok(message!(organisation::alias_added { number }))
}
