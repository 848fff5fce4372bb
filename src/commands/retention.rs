//! `rollcall retention`

use super::arguments::{parse_keep, single_spaced};
use super::page::Page;
use super::person::{MentionsArg, answer, choose, warn_of_copies};
use super::telling::{Story, change, moment};
use crate::catalogue::messages::{forget as removing, retention as words, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Due, ForgettingPlan, Mentions};
use crate::message;
use crate::model::{Keep, Stage};
use crate::output::keyed::{facts, labels};
use crate::output::{Cell, Column, Table};
use crate::report::{self, AsOf};
use crate::store::Store;
use inquire::Confirm;

#[derive(Debug, clap::Args)]
pub(super) struct RetentionArgs {
    #[arg(long)]
    apply: bool,
    #[arg(long, requires = "apply")]
    yes: bool,
    #[arg(long, value_name = "WHAT", requires = "apply")]
    mentions: Option<MentionsArg>,
    #[arg(long, value_name = "KEEP", value_parser = parse_keep, conflicts_with = "apply")]
    default: Option<Keep>,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["apply", "default"])]
    basis: Option<String>,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) fn retention(context: &mut Context, args: &RetentionArgs) -> Result<Exit, Error> {
    if let Some(keep) = args.default {
        return change(context, "retention", args.dry_run, |_, writer, _| {
            writer.set_keep_by_default(keep)?;
            Ok(message!(retention::default_is {
                keep: keep.to_string()
            }))
        });
    }
    if let Some(basis) = &args.basis {
        return change(context, "retention", args.dry_run, |_, writer, _| {
            let basis = single_spaced(basis);
            writer.set_legal_basis(&basis)?;
            Ok(message!(retention::basis_is { basis }))
        });
    }
    let mut store = context.store()?;
    let (due, said, planned, version) = store.snapshot(|reader| -> Result<_, Error> {
        let due = intake::due(reader, context.now)?;
        let said = (reader.keep_by_default()?, reader.legal_basis()?);
        let planned = if args.apply {
            intake::people_to_let_go(reader, context.now)?
        } else {
            None
        };
        Ok((due, said, planned, reader.version()?))
    })?;
    if !args.apply {
        return list(context, said, &due, args);
    }
    // Texts of others that name people who are due.
    let mentions = planned.as_ref().map_or(0, |(_, plan)| plan.mentions.len());
    if due.is_empty() {
        context.say(words::NOTHING_IS_DUE)?;
        return Ok(Exit::Done);
    }
    if !args.yes && !args.dry_run && !context.may_ask() {
        return Err(Error::usage(removing::NOT_AGREED).hinted(removing::SAY_YES));
    }
    if args.mentions.is_none() && mentions > 0 && !args.dry_run && !context.may_ask() {
        return Err(
            Error::usage(message!(retention::mentions_not_said { count: mentions }))
                .hinted(removing::SAY_MENTIONS),
        );
    }
    if !args.yes && !args.dry_run {
        list(context, said, &due, args)?;
    }
    let Some(mentions) = agreed(context, args, mentions)? else {
        context.say(words::NOTHING_WENT)?;
        return Ok(Exit::Done);
    };
    apply(
        context,
        &mut store,
        args.dry_run,
        mentions,
        (planned, version),
    )
}

/// Lists what is due, and what would go.
fn list(
    context: &mut Context,
    (default, basis): (Option<Keep>, Option<String>),
    due: &[Due],
    args: &RetentionArgs,
) -> Result<Exit, Error> {
    let mut table = Table::new(
        "due",
        titles::WHAT_IS_DUE.in_language(context.language),
        vec![
            Column::of(facts::EVENT_SLUG),
            Column::of(facts::TITLE),
            Column::of(facts::STAGE),
            Column::of(facts::SINCE),
            Column::of(facts::ROWS).right(),
        ],
    );
    for it in due {
        table.push(vec![
            it.event.slug.clone().into(),
            it.event.title.clone().into(),
            Cell::Label(match it.stage {
                Stage::Times => labels::TIMES,
                Stage::People => labels::PEOPLE,
                Stage::All => labels::EVERYTHING,
            }),
            moment(context, it.since, it.event.zone),
            it.count.into(),
        ]);
    }
    let mut page = Page::new("retention", titles::RETENTION.in_language(context.language));
    page.fact(facts::DEFAULT, default.map(|it| it.to_string()));
    page.fact(facts::BASIS, basis);
    page.table(table);
    page.show(context)?;
    if due.is_empty() {
        context.say(words::NOTHING_IS_DUE)?;
    } else if !args.apply {
        context.hint(words::APPLY_IT)?;
    }
    Ok(Exit::Done)
}

/// Asks whether to continue, unless an option says so; returns what happens to mentions. `None` if nothing is to be
/// done.
fn agreed(
    context: &Context,
    args: &RetentionArgs,
    mentioned: usize,
) -> Result<Option<Mentions>, Error> {
    let mentions = match args.mentions {
        Some(said) => said.into(),
        None if mentioned > 0 && !args.dry_run => match choose(context)? {
            Some(chosen) => chosen,
            None => return Ok(None),
        },
        None => Mentions::Keep,
    };
    if args.yes || args.dry_run {
        return Ok(Some(mentions));
    }
    let question = words::REALLY.in_language(context.language);
    let is_agreed = answer(Confirm::new(question).with_default(false).prompt())?;
    Ok(is_agreed.unwrap_or(false).then_some(mentions))
}

fn apply(
    context: &mut Context,
    store: &mut Store,
    dry_run: bool,
    mentions: Mentions,
    (planned, version): (Option<(usize, ForgettingPlan)>, i64),
) -> Result<Exit, Error> {
    let now = context.now;
    let mut story = Story::new(dry_run);
    let changed = store.change_for_good("retention", now, dry_run, |writer| {
        let meetings = report::present(AsOf::new(**writer, now))?;
        // The operation itself may name them by now, as its author.
        let author = context.author.as_deref();
        let is_author = |plan: &ForgettingPlan| author.is_some_and(|it| plan.names(it));
        let is_same = writer.version()? == version;
        let planned = planned.filter(|(_, plan)| is_same && !is_author(plan));
        let done = intake::let_go(writer, now, mentions, meetings, planned)?;
        for settled in &done.settled {
            story.moves(writer, &settled.moves, &[])?;
            story.left_free(&settled.left_free);
        }
        let summary = message!(retention::applied {
            times: done.events_without_times,
            people: done.people,
            rows: done.rows,
            figures: done.events_as_figures
        });
        Ok::<_, Error>((summary.clone(), summary))
    })?;
    story.tell(context, &changed)?;
    finish(context, store, changed.operation.is_some())
}

/// Verifies in the bytes what was removed, and says where else it may be.
pub(super) fn finish(
    context: &mut Context,
    store: &mut Store,
    is_done: bool,
) -> Result<Exit, Error> {
    if !is_done {
        return Ok(Exit::Done);
    }
    let erased = match store.finish_erasure() {
        Ok(erased) => erased,
        Err(error) => {
            context.tell(&error.into());
            return Ok(Exit::SetAside);
        }
    };
    let mut exit = Exit::Done;
    if let Some(erased) = erased {
        exit = context.tell_erased(&erased)?;
    }
    context.say(removing::FOR_GOOD)?;
    warn_of_copies(context)?;
    Ok(exit)
}
