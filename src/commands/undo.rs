//! `rollcall undo`

use super::refusal::Unfit;
use super::telling;
use crate::catalogue::messages::command_line as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, IntakeError};
use crate::message;
use crate::model::{OperationId, SessionId, SignupStatus};
use crate::store::{Reader, StoreError};

#[derive(Debug, clap::Args)]
pub(super) struct UndoArgs {
    #[arg(value_parser = parse_number)]
    number: Option<i64>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Parses the number of an operation, for clap.
fn parse_number(text: &str) -> Result<i64, Unfit> {
    text.parse()
        .map_err(|_| Unfit::because(words::NUMBER_OF_AN_OPERATION))
}

/// Returns how many people have a place in each session.
fn places(reader: &Reader<'_>) -> Result<Vec<(SessionId, i64)>, StoreError> {
    let mut places = Vec::new();
    for event in reader.events()? {
        for session in reader.sessions(event.id)? {
            places.push((session.id, reader.places_taken(session.id)?.0));
        }
    }
    Ok(places)
}

pub(super) fn undo(context: &mut Context, args: &UndoArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let now = context.now;
    let mut moved = Vec::new();
    let mut left_free = Vec::new();
    let changed = store.undo(
        args.number.map(OperationId),
        context.now,
        args.dry_run,
        places,
        |writer, before, later| -> Result<(), IntakeError> {
            // The newest operation is undone exactly; an older one may leave places to give out.
            if !later.is_empty() {
                let settled = intake::settle_after_undo(writer, now, &before, later)?;
                left_free = settled.left_free;
                for step in settled.moves {
                    let who = writer.person(step.person_id)?;
                    let session = writer.session(step.session_id)?;
                    if let (Some(who), Some(session), SignupStatus::Confirmed) =
                        (who, session, step.to)
                    {
                        moved.push(message!(commands::moves_up {
                            planned: args.dry_run,
                            person: telling::told_name(writer, &who)?,
                            session: session.slug
                        }));
                    }
                }
            }
            Ok(())
        },
    )?;
    let undone = &changed.value;
    context.say(message!(commands::took_back {
        planned: args.dry_run,
        operation: undone.operation,
        command: undone.command,
        removed: undone.removed,
        restored: undone.restored
    }))?;
    if undone.passed_over > 0 {
        context.say(message!(commands::passed_over {
            planned: args.dry_run,
            rows: undone.passed_over
        }))?;
    }
    for step in moved {
        context.say(step)?;
    }
    for places in left_free {
        context.say(places.message())?;
    }
    if let Some(operation) = changed.operation {
        context.hint(message!(commands::does_it_again { operation }))?;
    }
    Ok(Exit::Done)
}
