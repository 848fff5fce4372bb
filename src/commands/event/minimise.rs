//! `rollcall event minimise`

use inquire::Confirm;

use super::super::person::answer;
use super::super::retention::finish;
use super::super::telling::Story;
use crate::catalogue::messages::{event as words, forget as removing, retention};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Minimising};
use crate::message;

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct MinimiseArgs {
    #[arg(value_name = "EVENT")]
    named: Option<String>,
    #[arg(long)]
    yes: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn minimise(context: &mut Context, args: &MinimiseArgs) -> Result<Exit, Error> {
    let mut store = context.store()?;
    let now = context.now;
    let named = args.named.clone().or_else(|| context.event.clone());
    let (event, plan) = store.snapshot(|reader| -> Result<_, Error> {
        let event = intake::find_event(reader, named.as_deref())?;
        let plan = Minimising::of(reader, &event)?;
        Ok((event, plan))
    })?;
    if event.end > now {
        let error = Error::new(message!(event::not_over_yet { slug: event.slug }));
        return Err(error.hinted(words::MINIMISE_AFTERWARDS));
    }
    if !args.yes && !args.dry_run && !plan.is_empty() {
        if !context.may_ask() {
            return Err(Error::usage(removing::NOT_AGREED).hinted(removing::SAY_YES));
        }
        let question = message!(event::really_minimise {
            title: event.title,
            stays: plan.stays,
            questions: plan.questions
        });
        let question = question.in_language(context.language);
        if answer(Confirm::new(&question).with_default(false).prompt())? != Some(true) {
            context.say(retention::NOTHING_WENT)?;
            return Ok(Exit::Done);
        }
    }
    let changed = store.change_for_good("event minimise", now, args.dry_run, |writer| {
        let event = intake::find_event(writer, named.as_deref())?;
        let plan = Minimising::of(writer, &event)?;
        intake::minimise(writer, &event, &plan)?;
        let summary = message!(event::minimised {
            slug: event.slug,
            stays: plan.stays,
            questions: plan.questions
        });
        Ok::<_, Error>((summary.clone(), summary))
    })?;
    Story::new(args.dry_run).tell(context, &changed)?;
    finish(context, &mut store, changed.operation.is_some())
}
