//! `rollcall person split`

use super::super::arguments::{address, single_spaced};
use super::super::numbers::Numbers;
use super::super::telling::{Story, change};
use super::described;
use crate::catalogue::messages::person as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::identity::PersonName;
use crate::intake::{self, Split, SplitOff};
use crate::message;
use crate::model::{Person, PersonId, StayId};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct SplitArgs {
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(long, value_name = "NUMBER", value_parser = Numbers::parse)]
    rows: Vec<Numbers>,
    #[arg(long, value_name = "NUMBER", value_parser = Numbers::parse)]
    stays: Vec<Numbers>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Vec<String>,
    #[arg(long, value_name = "NAME")]
    alias: Vec<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

impl SplitArgs {
    fn split(&self) -> Result<Split, Error> {
        let name = self.name.as_deref().map(PersonName::parse);
        if name.as_ref().is_some_and(PersonName::is_empty) {
            return Err(Error::usage(words::NEEDS_A_NAME));
        }
        let rows = Numbers::all(&self.rows).into_iter();
        let stays = Numbers::all(&self.stays).into_iter();
        let addresses = self.email.iter().map(|it| address(it));
        Ok(Split {
            rows: rows.filter_map(|it| usize::try_from(it).ok()).collect(),
            stays: stays.map(StayId).collect(),
            name,
            addresses: addresses.collect::<Result<_, _>>()?,
            aliases: self.alias.iter().map(|it| single_spaced(it)).collect(),
        })
    }
}

pub(super) fn split(context: &mut Context, args: &SplitArgs) -> Result<Exit, Error> {
    let split = args.split()?;
    change(context, "person split", args.dry_run, |_, writer, story| {
        let person = intake::find_person(writer, &args.person)?;
        let done = intake::split_person(writer, &person, &split)?;
        tell(writer, story, &person, &done)?;
        intake::link_session_people(writer)?;
        for event in done.events() {
            for person in [person.id, done.person.id] {
                story.conflicts(writer, event, person)?;
            }
        }
        Ok(message!(person::was_split {
            from: person.id,
            to: done.person.id
        }))
    })
}

/// Reports what moves, and what stays since nothing decides whose it is.
fn tell(
    reader: &Reader<'_>,
    story: &mut Story,
    before: &Person,
    done: &SplitOff,
) -> Result<(), Error> {
    let planned = story.is_planned();
    let who = described(reader, before)?;
    let second = described(reader, &done.person)?;
    story.line(message!(person::is_two {
        planned,
        who,
        second
    }));
    for event in &done.registrations {
        if let Some(event) = reader.event(*event)? {
            story.line(message!(person::registration_goes { event: event.slug }));
        }
    }
    for session in &done.signups {
        if let Some(session) = reader.session(*session)? {
            story.line(message!(person::signup_goes {
                session: session.slug
            }));
        }
    }
    for stay in &done.stays {
        let session = stay.session_id.map(|id| reader.session(id));
        let session = session.transpose()?.flatten().map(|it| it.slug);
        let event = reader.event(stay.event_id)?.map(|it| it.slug);
        story.line(message!(person::stay_goes {
            stay: stay.id,
            place: session.or(event).unwrap_or_default()
        }));
    }
    if done.verdicts > 0 {
        story.line(message!(person::verdicts_go {
            count: done.verdicts
        }));
    }
    if done.consents > 0 {
        story.line(message!(person::consents_go {
            count: done.consents
        }));
    }
    if !done.person.addresses.is_empty() {
        story.line(message!(person::addresses_go {
            count: done.person.addresses.len()
        }));
    }
    if !done.person.aliases.is_empty() {
        story.line(message!(person::aliases_go {
            names: done.person.aliases
        }));
    }
    tell_open(reader, story, before.id, done)
}

/// Reports what stays since nothing decides whose it is, and how to move it.
fn tell_open(
    reader: &Reader<'_>,
    story: &mut Story,
    number: PersonId,
    done: &SplitOff,
) -> Result<(), Error> {
    for event in &done.shared {
        if let Some(event) = reader.event(*event)? {
            story.warn(message!(person::registration_is_shared {
                event: event.slug
            }));
        }
    }
    if done.open_consents > 0 {
        let count = done.open_consents;
        story.warn(message!(person::consents_stay { count }));
    }
    if !done.open_addresses.is_empty() {
        let count = done.open_addresses.len();
        story.warn(message!(person::addresses_stay { count }));
        story.hint(message!(person::undo_and_name_them { number }));
    }
    if !done.open_aliases.is_empty() {
        let names = &done.open_aliases;
        story.warn(message!(person::aliases_stay { names }));
    }
    Ok(())
}
