//! `rollcall organisation merge`

use super::super::telling::{Story, change};
use super::{FollowArgs, tell_followed};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::intake::Follow;
use crate::message;
use crate::model::{Organisation, Resolution, ReviewKind, ReviewState};
use crate::store::Writer;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MergeArgs {
    from: String,
    into: String,
    #[command(flatten)]
    follow: FollowArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn merge(context: &mut Context, args: &MergeArgs) -> Result<Exit, Error> {
    let now = context.now;
    change(
        context,
        "organisation merge",
        args.dry_run,
        |_, writer, story| {
            let from = intake::find_organisation(writer, &args.from)?;
            let into = intake::find_organisation(writer, &args.into)?;
            if from.id == into.id {
                return Err(Error::usage(message!(organisation::both_are_one {
                    number: into.id,
                    name: into.name
                })));
            }
            let people = writer.people()?;
            let moving = people
                .iter()
                .filter(|person| person.organisation_id == Some(from.id))
                .count();
            answer_questions(writer, story, &from, &into)?;
            let follow = args.follow.or(Follow::All)?;
            let united = intake::unite_organisations(writer, now, &from, &into, follow)?;
            let name = into.name.clone();
            story.line(message!(organisation::is_now {
                planned: story.is_planned(),
                from: from.name,
                from_number: from.id,
                into: into.name,
                into_number: into.id,
                count: moving
            }));
            tell_followed(story, united.followed, &name);
            for note in united.notes {
                story.line(note);
            }
            Ok(message!(organisation::merged {
                from: from.id,
                into: into.id
            }))
        },
    )
}

/// Answers the open questions whether the two are the same with yes.
fn answer_questions(
    writer: &Writer<'_>,
    story: &mut Story,
    from: &Organisation,
    into: &Organisation,
) -> Result<(), Error> {
    for review in writer.reviews()? {
        let question = &review.question;
        if review.state == ReviewState::Answered || question.kind != ReviewKind::Organisation {
            continue;
        }
        let names = |one: &Organisation, other: &Organisation| {
            question.organisation_id == Some(one.id)
                && question.candidates.iter().any(|it| it.id == other.id.0)
        };
        if names(from, into) || names(into, from) {
            writer.answer_review(review.id, Resolution::SameOrganisation(into.id))?;
            story.line(message!(organisation::question_answered {
                planned: story.is_planned(),
                question: review.id
            }));
        }
    }
    Ok(())
}
