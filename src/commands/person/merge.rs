//! `rollcall person merge`

use std::collections::BTreeSet;

use inquire::{Confirm, InquireError};

use super::super::telling::{Story, change};
use super::{described, preview};
use crate::catalogue::Message;
use crate::catalogue::messages::person as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, First, Merge};
use crate::message;
use crate::model::{EventId, PersonId, Resolution, ReviewKind, ReviewState};
use crate::output::Table;
use crate::store::{Reader, Writer};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MergeArgs {
    from: String,
    into: String,
    #[arg(long)]
    keep: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn merge(context: &mut Context, args: &MergeArgs) -> Result<Exit, Error> {
    if (args.dry_run || context.may_ask()) && !is_agreed(context, args)? {
        context.say(words::NOT_MERGED)?;
        return Ok(Exit::Done);
    }
    let now = context.now;
    change(context, "person merge", args.dry_run, |_, writer, story| {
        let merge = planned(writer, args)?;
        let (from, into) = (&merge.from, &merge.into);
        story.line(message!(person::is_now {
            planned: story.is_planned(),
            one: described(writer, from)?,
            other: described(writer, into)?
        }));
        tell_first(story, &merge, args.keep);
        let touched = intake::merge_registrations(writer, from.id, into.id)?;
        writer.merge_people(from.id, into.id)?;
        writer.save_person(&merge.after)?;
        if let Some(address) = merge.after.addresses.first() {
            writer.put_address_first(into.id, address)?;
        }
        intake::settle_names(writer, from, into, &merge.after)?;
        intake::link_session_people(writer)?;
        let touched: BTreeSet<_> = touched.into_iter().collect();
        let settled = intake::settle_sessions(writer, now, touched, &BTreeSet::new())?;
        let moved = story.moves(writer, &settled.moves, &[])?;
        story.left_free(&settled.left_free);
        settle_questions(writer, story, into.id)?;
        Ok(message!(person::merged {
            from: from.id,
            into: into.id,
            places: moved
        }))
    })
}

/// Finds the two people, and works out the result.
fn planned(reader: &Reader<'_>, args: &MergeArgs) -> Result<Merge, Error> {
    let from = intake::person_by_whole_name(reader, &args.from)?;
    let into = intake::person_by_whole_name(reader, &args.into)?;
    if from.id == into.id {
        return Err(Error::usage(message!(person::both_are_one {
            number: into.id,
            name: into.full_name()
        })));
    }
    Ok(Merge::of(reader, from, into, args.keep)?)
}

/// Shows both records side by side, and on a terminal asks whether they are the same person.
fn is_agreed(context: &mut Context, args: &MergeArgs) -> Result<bool, Error> {
    let table: Table =
        context.read(|reader| preview::table(context, reader, &planned(reader, args)?))?;
    context.show(table)?;
    if args.dry_run {
        return Ok(true);
    }
    let question = words::ARE_THEY_ONE.in_language(context.language);
    match Confirm::new(question).with_default(false).prompt() {
        Ok(is_agreed) => Ok(is_agreed),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(false),
        Err(error) => Err(Error::new(words::CANNOT_ASK_WHETHER_ONE).caused_by(error)),
    }
}

/// Reports whose name, organisation and address come first if the two differ.
fn tell_first(story: &mut Story, merge: &Merge, keeps_own: bool) {
    if merge.first.is_empty() {
        return;
    }
    let what: Vec<Message> = merge.first.iter().map(|it| named(*it).into()).collect();
    let is_from = merge.is_from_newer() && !keeps_own;
    let number = if is_from {
        merge.from.id
    } else {
        merge.into.id
    };
    story.line(message!(person::comes_first {
        planned: story.is_planned(),
        what,
        number,
        why: match merge.latest {
            _ if keeps_own => "asked",
            [None, None] => "stays",
            [one, other] if one == other => "stays",
            _ => "newer",
        }
    }));
}

fn named(first: First) -> crate::catalogue::Wording {
    match first {
        First::Name => words::THE_NAME,
        First::Organisation => words::THE_ORGANISATION,
        First::Address => words::THE_ADDRESS,
    }
}

/// Adds questions about sessions that now overlap, and none that exist already.
fn settle_questions(writer: &Writer<'_>, story: &mut Story, person: PersonId) -> Result<(), Error> {
    let mut seen: Vec<(Option<EventId>, Option<String>)> = Vec::new();
    for review in writer.reviews()? {
        let question = &review.question;
        if question.kind != ReviewKind::Conflict || question.person_id != Some(person) {
            continue;
        }
        let about = (question.event_id, question.row.clone());
        if !seen.contains(&about) {
            seen.push(about);
        } else if review.state == ReviewState::Open {
            writer.answer_review(review.id, Resolution::AskedBefore)?;
        }
    }
    for registration in writer.registrations_of(person)? {
        story.conflicts(writer, registration.event_id, person)?;
    }
    Ok(())
}
