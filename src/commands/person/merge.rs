//! `rollcall person merge`

use std::collections::BTreeSet;

use super::super::telling::{Story, change};
use super::described;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::{EventId, Person, PersonId, Resolution, ReviewKind, ReviewState};
use crate::store::Writer;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MergeArgs {
    from: String,
    into: String,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn merge(context: &mut Context, args: &MergeArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(context, "person merge", args.dry_run, |_, writer, story| {
        let from = intake::find_person(writer, &args.from)?;
        let into = intake::find_person(writer, &args.into)?;
        if from.id == into.id {
            return Err(Error::usage(message!(person::both_are_one {
                number: into.id,
                name: into.full_name()
            })));
        }
        story.line(message!(person::is_now {
            planned: story.is_planned(),
            one: described(writer, &from)?,
            other: described(writer, &into)?
        }));
        let touched = intake::merge_registrations(writer, from.id, into.id)?;
        writer.merge_people(from.id, into.id)?;
        writer.save_person(&filled(&from, &into))?;
        drop_own_name(writer, &from, &into)?;
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

/// The one that stays, with what they lacked.
fn filled(from: &Person, into: &Person) -> Person {
    let mut filled = into.clone();
    let take = |field: &mut Option<String>, other: &Option<String>| {
        if field.is_none() {
            field.clone_from(other);
        }
    };
    take(&mut filled.title, &from.title);
    take(&mut filled.role, &from.role);
    take(&mut filled.phone, &from.phone);
    take(&mut filled.language, &from.language);
    filled.organisation_id = filled.organisation_id.or(from.organisation_id);
    filled
}

/// A name that both had in the same letters is no other name.
fn drop_own_name(writer: &Writer<'_>, from: &Person, into: &Person) -> Result<(), Error> {
    let name = from.full_name();
    let is_own = (&from.given_name, &from.family_name) == (&into.given_name, &into.family_name);
    if is_own && !into.aliases.contains(&name) {
        writer.remove_person_alias(into.id, &name)?;
    }
    Ok(())
}

/// Asks about sessions that overlap by now, and asks nothing twice.
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
