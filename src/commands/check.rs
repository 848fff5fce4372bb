//! `rollcall check`

use crate::context::Context;
use crate::error::{BACKUP, CHECK, Error, Exit, REPAIR};
use crate::store::{Deviation, Repaired, Store};

/// Check that the file is sound
///
/// SQLite's own checks, and the promises of this program beyond them: nobody waits while a place is
/// free in a session yet to begin, every row belongs to an operation, and so on. Tables, views, triggers and indices
/// that another program altered or removed are named; those that somebody added are left alone.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall check
  rollcall check --repair     make views, triggers and indices anew that another program altered")]
pub(super) struct CheckArgs {
    /// Make anew what another program altered or removed, as far as nothing is lost by it
    #[arg(long)]
    repair: bool,
}

pub(super) fn check(context: &mut Context, args: &CheckArgs) -> Result<Exit, Error> {
    checked(context, args).map_err(|mut error| {
        error.hints.retain(|hint| *hint != CHECK.into());
        error
    })
}

fn checked(context: &mut Context, args: &CheckArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    if args.repair {
        repair(context, &mut store)?;
    }
    let checked = store.check(context.now)?;
    drop(store);
    for object in &checked.foreign {
        context.say(&format!(
            "{object} is not of this program, and is left alone"
        ))?;
    }
    if checked.problems.is_empty() {
        context.line("sound")?;
        return Ok(Exit::Done);
    }
    for problem in &checked.problems {
        context.line(problem)?;
    }
    let error = Error::new(match checked.problems.len() {
        1 => "1 problem was found".to_owned(),
        more => format!("{more} problems were found"),
    });
    let is_repairable = checked.deviations.len() == checked.problems.len()
        && checked.deviations.iter().all(Deviation::can_be_rebuilt);
    Err(error.hinted(if is_repairable { REPAIR } else { BACKUP }))
}

/// Repairs what can be repaired, and says what that was.
fn repair(context: &mut Context, store: &mut Store) -> Result<(), Error> {
    let repaired = store.repair()?;
    for deviation in &repaired.rebuilt {
        context.say(&format!("{deviation}: made anew"))?;
    }
    for deviation in &repaired.left {
        context.say(&format!("{deviation}: cannot be made anew without a loss"))?;
    }
    if repaired == Repaired::default() {
        context.say("there is nothing to repair")?;
    }
    let tables = repaired.without_journal();
    if !tables.is_empty() {
        context.say(&format!(
            "what was changed in {} while its triggers were not as they should be is not in the journal: `undo` cannot bring it back",
            tables.join(", ")
        ))?;
        context.hint("where you are not sure that nothing was, go back to a backup from before: rollcall restore COPY --force")?;
    }
    Ok(())
}
