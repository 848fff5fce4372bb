//! `rollcall organisation add`

use super::super::arguments::{or_nothing, single_spaced};
use super::super::telling::change;
use super::{is_called, warn_of_similar};
use crate::catalogue::messages::organisation;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::NewOrganisation;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct AddArgs {
    name: String,
    #[command(flatten)]
    fields: Fields,
    #[arg(long, value_name = "NAME")]
    alias: Vec<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct Fields {
    #[arg(long, value_name = "NAME")]
    pub(super) short_name: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "COUNTRY")]
    pub(super) country: Option<String>,
    #[arg(long, value_name = "REGION")]
    pub(super) region: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(super) website: Option<String>,
}

pub(super) fn add(context: &mut Context, args: &AddArgs) -> Result<Exit, Error> {
    let name = single_spaced(&args.name);
    if name.is_empty() {
        return Err(Error::usage(organisation::WITHOUT_A_NAME));
    }
    let field = |text: &Option<String>| text.as_deref().and_then(or_nothing);
    change(
        context,
        "organisation add",
        args.dry_run,
        |_, writer, story| {
            for known in writer.organisations()? {
                if is_called(&known, &name) {
                    return Err(Error::new(message!(organisation::on_file {
                        name,
                        number: known.id,
                        known: known.name
                    }))
                    .hinted(message!(organisation::edit_it { number: known.id })));
                }
            }
            warn_of_similar(writer, story, &name)?;
            let id = writer.add_organisation(&NewOrganisation {
                id: None,
                name: name.clone(),
                short_name: field(&args.fields.short_name),
                kind: field(&args.fields.kind),
                country: field(&args.fields.country),
                region: field(&args.fields.region),
                website: field(&args.fields.website),
            })?;
            for alias in &args.alias {
                let alias = single_spaced(alias);
                if !alias.is_empty() && alias != name {
                    writer.add_organisation_alias(id, &alias)?;
                }
            }
            story.line(message!(organisation::is_organisation {
                planned: story.is_planned(),
                name,
                number: id
            }));
            Ok(organisation::ADDED.into())
        },
    )
}
