//! `rollcall undo`

use super::telling;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, IntakeError};
use crate::model::{OperationId, SessionId, SignupStatus};
use crate::store::{Reader, StoreError};

/// Take an operation back
///
/// Without a number, the newest one that still stands. An undo is an operation itself: undoing it does
/// the first one again. What later operations built on is not pulled away: then it says which.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall undo            take the last operation back
  rollcall undo 7          take operation 7 back
  rollcall history         which operations there are")]
pub(super) struct UndoArgs {
    /// The operation's number, as `rollcall history` shows it
    #[arg(value_parser = parse_number)]
    number: Option<i64>,
    /// Say what would happen, and change nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Reads the number of an operation, for clap.
fn parse_number(text: &str) -> Result<i64, String> {
    text.parse()
        .map_err(|_| "write an operation's number, as `rollcall history` shows it".to_owned())
}

/// Returns so many rows in words.
fn rows(count: usize) -> String {
    format!("{count} {}", if count == 1 { "row" } else { "rows" })
}

/// Returns how many hold a place in each session.
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
            // The newest operation is taken back exactly; an older one may leave places to give out.
            if !later.is_empty() {
                let settled = intake::settle_after_undo(writer, now, &before, later)?;
                left_free = settled.left_free;
                for step in settled.moves {
                    let who = writer.person(step.person_id)?;
                    let session = writer.session(step.session_id)?;
                    if let (Some(who), Some(session), SignupStatus::Confirmed) =
                        (who, session, step.to)
                    {
                        moved.push(format!(
                            "{} moves up in `{}`",
                            telling::told_name(writer, &who)?,
                            session.slug
                        ));
                    }
                }
            }
            Ok(())
        },
    )?;
    let undone = &changed.value;
    let verb = if args.dry_run { "would take" } else { "took" };
    context.say(&format!(
        "{verb} back operation {} (`{}`): {} removed, {} restored",
        undone.operation,
        undone.command,
        rows(undone.removed),
        rows(undone.restored)
    ))?;
    for step in moved {
        context.say(&step)?;
    }
    for places in left_free {
        context.say(&places.to_string())?;
    }
    if let Some(operation) = changed.operation {
        context.hint(&format!("`rollcall undo {operation}` does it again"))?;
    }
    Ok(Exit::Done)
}
