//! `rollcall attendance move`

use super::super::telling::{change, told_name};
use crate::catalogue::Message;
use crate::catalogue::messages::attendance as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake;
use crate::message;
use crate::model::StayId;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MoveArgs {
    #[arg(value_name = "STAY")]
    stay: i64,
    #[arg(value_name = "PERSON")]
    person: String,
    #[arg(long)]
    all_of_name: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn transfer(context: &mut Context, args: &MoveArgs) -> Result<Exit, Error> {
    change(
        context,
        "attendance move",
        args.dry_run,
        |_, writer, story| {
            let person = intake::find_person(writer, &args.person)?;
            let moved = intake::move_stay(writer, StayId(args.stay), &person, args.all_of_name)?;
            let name = told_name(writer, &person)?;
            let from = match &moved.from {
                Some(from) => told_name(writer, from)?,
                None => Message::from(words::NOBODY),
            };
            for stay in &moved.stays {
                let session = stay.session_id.map(|id| writer.session(id));
                let session = session.transpose()?.flatten().map(|it| it.slug);
                let event = writer.event(stay.event_id)?.map(|it| it.slug);
                story.line(message!(attendance::stay_moves {
                    planned: story.is_planned(),
                    stay: stay.id,
                    place: session.or(event).unwrap_or_default(),
                    from,
                    name
                }));
            }
            if let Some(alias) = &moved.remembered {
                story.line(message!(attendance::name_means_them {
                    planned: story.is_planned(),
                    alias,
                    name
                }));
            }
            Ok(message!(attendance::stays_moved {
                count: moved.stays.len(),
                person: person.id
            }))
        },
    )
}
