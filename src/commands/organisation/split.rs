//! `rollcall organisation split`

use super::super::arguments::{people, single_spaced};
use super::super::telling::change;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct SplitArgs {
    #[arg(value_name = "ORGANISATION")]
    organisation: String,
    #[arg(long, value_name = "NAME", required = true)]
    name: Vec<String>,
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn split(context: &mut Context, args: &SplitArgs) -> Result<Exit, Error> {
    change(
        context,
        "organisation split",
        args.dry_run,
        |_, writer, story| {
            let known = intake::find_organisation(writer, &args.organisation)?;
            let names = args.name.iter().map(|name| single_spaced(name));
            let names: Vec<String> = names
                .map(|name| intake::name_on_file(&known, &name))
                .collect();
            let people = people(writer, &args.person)?;
            for person in &people {
                if person.organisation_id != Some(known.id) {
                    return Err(Error::new(message!(organisation::not_of_it {
                        who: person.full_name(),
                        known: known.name
                    }))
                    .hinted(message!(organisation::show_it { number: known.id })));
                }
            }
            let split = intake::split_organisation(writer, &known, &names, &people)?;
            let [name, ..] = names.as_slice() else {
                return Err(Error::usage(
                    crate::catalogue::messages::organisation::NEEDS_A_NAME,
                ));
            };
            story.line(message!(organisation::is_split {
                planned: story.is_planned(),
                name: name.clone(),
                number: split.id,
                known: known.name,
                count: split.people
            }));
            story.line(message!(organisation::registrations_follow {
                planned: story.is_planned(),
                count: split.registrations,
                name: name.clone()
            }));
            if split.people == 0 {
                story.hint(message!(organisation::name_who_goes {
                    number: known.id,
                    name
                }));
            }
            if !split.at_its_domain.is_empty() {
                let people = split.at_its_domain.iter().map(ToString::to_string);
                let people: Vec<String> = people.collect();
                story.hint(message!(organisation::at_its_domain {
                    count: people.len(),
                    people: people.join(", "),
                    known: known.name.clone(),
                    name: name.clone()
                }));
            }
            Ok(message!(organisation::was_split {
                number: known.id,
                into: split.id
            }))
        },
    )
}
