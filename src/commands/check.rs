//! `rollcall check`

use crate::catalogue::messages::{check as words, errors};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::{Deviation, Repaired, Store};

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[arg(long)]
    repair: bool,
}

pub(super) fn check(context: &mut Context, args: &CheckArgs) -> Result<Exit, Error> {
    checked(context, args).map_err(|mut error| {
        error.hints.retain(|hint| !hint.is(errors::CHECK));
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
        let object = object.message();
        context.say(message!(check::not_ours { object }))?;
    }
    if checked.removed.0 > 0 {
        let (people, hashes) = checked.removed;
        context.say(message!(check::removed { people, hashes }))?;
    }
    if checked.problems.is_empty() {
        context.line(words::SOUND)?;
        return Ok(Exit::Done);
    }
    for problem in &checked.problems {
        context.line(problem)?;
    }
    let error = Error::new(message!(check::problems {
        count: checked.problems.len()
    }));
    let is_repairable = checked.deviations.len() == checked.problems.len()
        && checked.deviations.iter().all(Deviation::can_be_rebuilt);
    Err(error.hinted(if is_repairable {
        errors::REPAIR
    } else {
        errors::GO_BACK
    }))
}

/// Repairs what can be repaired, and reports it.
fn repair(context: &mut Context, store: &mut Store) -> Result<(), Error> {
    let repaired = store.repair()?;
    for deviation in &repaired.rebuilt {
        let what = deviation.message();
        context.say(message!(check::made_anew { what }))?;
    }
    for deviation in &repaired.left {
        let what = deviation.message();
        context.say(message!(check::not_made_anew { what }))?;
    }
    if repaired == Repaired::default() {
        context.say(words::NOTHING_TO_REPAIR)?;
    }
    let tables = repaired.without_journal();
    if !tables.is_empty() {
        context.say(message!(check::without_journal { tables }))?;
        context.hint(words::GO_BACK_TO_BEFORE)?;
    }
    Ok(())
}
