//! `rollcall history prune`

use inquire::{Confirm, InquireError};

use super::super::telling::Story;
use super::filter::beginning;
use super::listed;
use crate::catalogue::messages::{prune as words, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::model::{Operation, OperationId, OperationState};
use crate::store::Reader;

#[derive(Debug, clap::Args)]
pub(super) struct PruneArgs {
    #[arg(long, value_name = "DATE")]
    before: Option<String>,
    #[arg(long)]
    yes: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// What is dropped.
struct Dropped {
    /// The newest operation whose former states are dropped.
    through: OperationId,
    /// How many former states.
    states: usize,
    /// The operations that cannot be undone afterwards.
    operations: Vec<Operation>,
}

pub(super) fn prune(context: &mut Context, args: &PruneArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let planned = store.snapshot(|reader| planned(context, reader, args))?;
    let Some(dropped) = planned else {
        context.say(words::NOTHING_TO_DROP)?;
        return Ok(Exit::Done);
    };
    if !(args.yes || args.dry_run || context.may_ask()) {
        return Err(Error::usage(words::NOT_AGREED).hinted(words::SAY_YES));
    }
    let mut table = listed(context, &dropped.operations);
    let title = titles::UNDONE_NO_MORE.in_language(context.language);
    title.clone_into(&mut table.title);
    context.show(table)?;
    if !is_agreed(context, args, &dropped)? {
        context.say(words::NOTHING_DROPPED)?;
        return Ok(Exit::Done);
    }
    let now = context.now;
    let changed = store.change_for_good("history prune", now, args.dry_run, |writer| {
        // What is there now decides, not what was shown.
        let Some(dropped) = self::planned(context, writer, args)? else {
            let nothing = crate::catalogue::Message::from(words::NOTHING_TO_DROP);
            return Ok::<_, Error>((nothing.clone(), nothing));
        };
        let states = writer.drop_former_states(dropped.through)?;
        // The bytes are overwritten as after a removal; there is nothing to search for.
        writer.leave_mark(&std::collections::BTreeSet::new())?;
        let summary = message!(prune::dropped {
            states,
            operations: dropped.operations.len(),
            through: dropped.through
        });
        Ok((summary.clone(), summary))
    })?;
    Story::new(args.dry_run).tell(context, &changed)?;
    if changed.operation.is_some() {
        store.finish_erasure()?;
        context.say(words::FOR_GOOD)?;
    }
    Ok(Exit::Done)
}

/// Works out what is dropped: always of the oldest operations, up to one of them. `None` if there is nothing.
fn planned(
    context: &Context,
    reader: &Reader<'_>,
    args: &PruneArgs,
) -> Result<Option<Dropped>, Error> {
    let before = match &args.before {
        Some(text) => Some(beginning(context, text)?),
        None => None,
    };
    let operations = reader.operations()?;
    let old = operations
        .into_iter()
        .take_while(|it| before.is_none_or(|before| it.time < before));
    let old: Vec<Operation> = old.collect();
    let Some(through) = old.last().map(|it| it.id) else {
        return Ok(None);
    };
    let states = reader.former_states(through)?;
    let is_open = |it: &Operation| !it.is_final && it.state == OperationState::Stands;
    if states == 0 && old.iter().all(|it| it.is_final) {
        return Ok(None);
    }
    Ok(Some(Dropped {
        through,
        states,
        operations: old.into_iter().filter(is_open).collect(),
    }))
}

/// Asks whether to go on, unless an option says so.
fn is_agreed(context: &Context, args: &PruneArgs, dropped: &Dropped) -> Result<bool, Error> {
    if args.yes || args.dry_run {
        return Ok(true);
    }
    let question = message!(prune::really {
        states: dropped.states
    });
    let question = question.in_language(context.language);
    match Confirm::new(&question).with_default(false).prompt() {
        Ok(is_agreed) => Ok(is_agreed),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(false),
        Err(error) => Err(Error::new(words::CANNOT_ASK).caused_by(error)),
    }
}
