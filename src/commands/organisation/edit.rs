//! `rollcall organisation edit` and `rollcall organisation alias`

use super::super::arguments::{or_nothing, single_spaced};
use super::super::telling::Story;
use super::add::Fields;
use super::is_called;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::organisation_key;
use crate::intake;
use crate::model::Organisation;
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct EditArgs {
    #[arg(value_name = "ORGANISATION")]
    organisation: String,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    fields: Fields,
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
        return Err(Error::usage("nothing to change is named")
            .hinted("`rollcall organisation edit --help` lists the options"));
    }
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "organisation edit",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let before = intake::find_organisation(writer, &args.organisation)?;
            let mut after = before.clone();
            if let Some(name) = &args.name {
                after.name = single_spaced(name);
                if after.name.is_empty() {
                    return Err(Error::usage("an organisation needs a name"));
                }
            }
            put(&mut after.short_name, fields.short_name.as_ref());
            put(&mut after.kind, fields.kind.as_ref());
            put(&mut after.country, fields.country.as_ref());
            put(&mut after.region, fields.region.as_ref());
            put(&mut after.website, fields.website.as_ref());
            if organisation_key(&after.name) != organisation_key(&before.name) {
                refuse_taken(writer, &after)?;
            }
            if writer.save_organisation(&after)? {
                let is = story.pick("is", "would be");
                story.line(format!("organisation {} {is} `{}`", after.id, told(&after)));
            }
            if organisation_key(&after.name) != organisation_key(&before.name) {
                writer.add_organisation_alias(after.id, &before.name)?;
                let stays = story.pick("stays", "would stay");
                story.line(format!("`{}` {stays} one of its other names", before.name));
            }
            let summary = format!("organisation {} changed", after.id);
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}

/// Refuses a name by which another organisation is known: files that use it would mean either.
fn refuse_taken(reader: &Reader<'_>, after: &Organisation) -> Result<(), Error> {
    let organisations = reader.organisations()?;
    let mut others = organisations.iter().filter(|it| it.id != after.id);
    let Some(other) = others.find(|it| is_called(it, &after.name)) else {
        return Ok(());
    };
    Err(Error::new(format!(
        "`{}` is on file: organisation {}, `{}`",
        after.name, other.id, other.name
    ))
    .hinted(format!(
        "if the two are one, `rollcall organisation merge {} {}` puts them together",
        after.id, other.id
    )))
}

/// Puts what an option says into a field; an empty value empties it.
fn put(field: &mut Option<String>, option: Option<&String>) {
    if let Some(text) = option {
        *field = or_nothing(text);
    }
}

/// The facts of an organisation in one line.
fn told(organisation: &Organisation) -> String {
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
    .cloned()
    .collect::<Vec<_>>()
    .join(", ")
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
        return Err(Error::usage("the other name is empty"));
    }
    let mut store = context.store()?;
    let mut story = Story::new(args.dry_run);
    let changed = store.change(
        "organisation alias",
        context.now,
        args.dry_run,
        |writer| -> Result<(String, String), Error> {
            let known = intake::find_organisation(writer, &args.organisation)?;
            let summary = if args.remove {
                if !writer.remove_organisation_alias(known.id, &name)? {
                    return Err(Error::new(format!(
                        "`{name}` is no other name of `{}`",
                        known.name
                    ))
                    .hinted(format!(
                        "`rollcall organisation show {}` lists them",
                        known.id
                    )));
                }
                let is = story.pick("is no longer", "would no longer be");
                story.line(format!("`{name}` {is} a name of `{}`", known.name));
                format!("another name of organisation {} removed", known.id)
            } else {
                let key = organisation_key(&name);
                for other in writer.organisations()? {
                    let has_it = organisation_key(&other.name) == key
                        || other.aliases.iter().any(|it| organisation_key(it) == key);
                    if other.id != known.id && has_it {
                        story.warn(format!(
                            "`{}` (organisation {}) has this name as well",
                            other.name, other.id
                        ));
                    }
                }
                if writer.add_organisation_alias(known.id, &name)? {
                    let is = story.pick("is", "would be");
                    story.line(format!("`{name}` {is} another name of `{}`", known.name));
                } else {
                    story.line(format!("`{name}` was a name of `{}` already", known.name));
                }
                format!("another name of organisation {} added", known.id)
            };
            Ok((summary.clone(), summary))
        },
    )?;
    story.tell(context, &changed)?;
    Ok(Exit::Done)
}
