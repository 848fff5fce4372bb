//! `rollcall person forget`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use inquire::{Confirm, InquireError, Select};

use super::super::page::Page;
use super::super::telling::Story;
use super::described;
use crate::catalogue::Message;
use crate::catalogue::messages::{forget as words, titles};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, ForgettingPlan, Mentions};
use crate::message;
use crate::model::Person;
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Format, Language, Table};
use crate::store::{Reader, Store, StoreError};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct ForgetArgs {
    #[arg(value_name = "PERSON", required_unless_present = "drop_hashes")]
    person: Option<String>,
    #[arg(long)]
    yes: bool,
    #[arg(long, value_name = "WHAT")]
    mentions: Option<MentionsArg>,
    #[arg(long, conflicts_with_all = ["person", "mentions"])]
    drop_hashes: bool,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::commands) enum MentionsArg {
    Keep,
    Remove,
}

impl From<MentionsArg> for Mentions {
    fn from(said: MentionsArg) -> Self {
        match said {
            MentionsArg::Keep => Self::Keep,
            MentionsArg::Remove => Self::Remove,
        }
    }
}

/// What is shown about a removal, beforehand and as data.
struct Shown {
    who: Message,
    number: Option<i64>,
    goes: Table,
    mentions: Table,
    files: Vec<PathBuf>,
    /// Open questions that they are a candidate of.
    candidate_of: BTreeSet<i64>,
}

pub(super) fn forget(context: &mut Context, args: &ForgetArgs) -> Result<Exit, Error> {
    let Some(reference) = args.person.as_deref() else {
        return drop_hashes(context, args.dry_run);
    };
    let mut store = context.store()?;
    let (shown, plan, version) = store.snapshot(|reader| -> Result<_, Error> {
        let (person, plan) = planned(reader, reference)?;
        let shown = shown(context, reader, reference, person.as_ref(), &plan)?;
        Ok((shown, plan, reader.version()?))
    })?;
    let is_data = matches!(context.format, Some(Format::Json | Format::Jsonl));
    refuse_unsaid(context, args, &shown)?;
    if !is_data {
        page(&shown, false, context.language).show(context)?;
    }
    if !shown.candidate_of.is_empty() {
        let count = shown.candidate_of.len();
        let questions: Vec<String> = shown.candidate_of.iter().map(i64::to_string).collect();
        context.say(message!(forget::candidate_of { count, questions }))?;
    }
    let Some(mentions) = agreed(context, args, &shown)? else {
        context.say(words::NOT_REMOVED)?;
        return Ok(Exit::Done);
    };
    let now = context.now;
    let mut story = Story::new(args.dry_run);
    let changed = store.change_for_good("person forget", now, args.dry_run, |writer| {
        // The operation itself may name them by now, as its author.
        let is_author = context.author.as_deref().is_some_and(|it| plan.names(it));
        let plan = if writer.version()? == version && !is_author {
            plan
        } else {
            planned(writer, reference)?.1
        };
        let rows = plan.counts.iter().map(|it| it.rows).sum::<usize>();
        let mentioned = plan.mentions.len();
        let settled = intake::forget(writer, now, plan, mentions)?;
        let moved = story.moves(writer, &settled.moves, &[])?;
        story.left_free(&settled.left_free);
        let summary = message!(forget::removed {
            rows,
            mentions: mentioned,
            kept: mentions == Mentions::Keep,
            places: moved
        });
        Ok::<_, Error>((summary.clone(), summary))
    })?;
    story.tell(context, &changed)?;
    let Some(operation) = changed.operation else {
        if is_data {
            page(&shown, true, Language::FOR_PROGRAMS).show(context)?;
        }
        return Ok(Exit::Done);
    };
    let erased = match store.finish_erasure() {
        Ok(erased) => erased,
        Err(error) => {
            context.tell(&error.into());
            return Ok(Exit::SetAside);
        }
    };
    drop(store);
    let mut exit = Exit::Done;
    if is_data {
        let mut page = page(&shown, true, Language::FOR_PROGRAMS);
        page.fact(facts::OPERATION, operation.0);
        let traces = erased.as_ref().map_or(0, |it| it.traces.len());
        page.fact(facts::TRACES, i64::try_from(traces).unwrap_or(i64::MAX));
        page.show(context)?;
    }
    if let Some(erased) = erased {
        exit = context.tell_erased(&erased)?;
    }
    context.say(words::FOR_GOOD)?;
    warn_of_files(context, &shown.files)?;
    Ok(exit)
}

/// Finds the person to remove, and works out what will be removed.
fn planned(
    reader: &Reader<'_>,
    reference: &str,
) -> Result<(Option<Person>, ForgettingPlan), Error> {
    let person = intake::find_to_forget(reader, reference)?;
    let plan = ForgettingPlan::of(reader, person.as_ref(), reference)?;
    if person.is_none() && plan.is_empty() {
        // Nobody on file, and nothing in the journal, in questions or in logs.
        intake::find_person(reader, reference)?;
    }
    Ok((person, plan))
}

fn shown(
    context: &Context,
    reader: &Reader<'_>,
    reference: &str,
    person: Option<&Person>,
    plan: &ForgettingPlan,
) -> Result<Shown, Error> {
    let language = context.language;
    let mut goes = Table::new(
        "goes",
        titles::WHAT_GOES.in_language(language),
        vec![Column::of(facts::TABLE), Column::of(facts::ROWS).right()],
    );
    for counted in &plan.counts {
        let rows = i64::try_from(counted.rows).unwrap_or(i64::MAX);
        goes.push(vec![kind(context, &counted.table), rows.into()]);
    }
    let mut mentions = Table::new(
        "mentions",
        titles::MENTIONED_ELSEWHERE.in_language(language),
        vec![
            Column::of(facts::TABLE),
            Column::of(facts::ID).right(),
            Column::of(facts::WHERE),
            Column::of(facts::MENTION),
        ],
    );
    for mention in &plan.mentions {
        let place = if mention.is_former {
            message!(forget::former {
                column: mention.column
            })
            .in_language(language)
        } else {
            mention.column.clone()
        };
        mentions.push(vec![
            kind(context, &mention.table),
            mention.id.into(),
            place.into(),
            mention.text.clone().into(),
        ]);
    }
    let mut files: Vec<PathBuf> = Vec::new();
    if let Some(person) = person {
        files.extend(
            reader
                .files_that_name(person.id)?
                .into_iter()
                .map(|it| it.path),
        );
    }
    files.extend(copies_beside(&context.database));
    files.retain(|file| file.exists());
    files.sort();
    files.dedup();
    Ok(Shown {
        who: match person {
            Some(person) => described(reader, person)?,
            None => Message::verbatim(reference),
        },
        number: person.map(|it| it.id.0),
        goes,
        mentions,
        files,
        candidate_of: plan.candidate_of.clone(),
    })
}

/// Returns the name of a table for people; programs get its key.
fn kind(context: &Context, table: &str) -> Cell {
    match context.format {
        Some(Format::Json | Format::Jsonl | Format::Csv) => table.into(),
        _ => message!(forget::kind { table })
            .in_language(context.language)
            .into(),
    }
}

/// Returns the page to show; people see the files at the end.
fn page(shown: &Shown, is_data: bool, language: Language) -> Page {
    let mut page = Page::new("forget", shown.who.in_language(language));
    page.fact(
        facts::NUMBER,
        shown.number.map_or(Cell::Empty, Cell::Integer),
    );
    if is_data {
        let files = shown.files.iter().map(|it| it.display().to_string());
        page.fact(facts::FILES, Cell::Words(files.collect()));
    }
    page.table(shown.goes.clone());
    page.table(shown.mentions.clone());
    page
}

/// Refuses to continue if an answer is needed and the user cannot be asked.
fn refuse_unsaid(context: &Context, args: &ForgetArgs, shown: &Shown) -> Result<(), Error> {
    if args.dry_run || context.may_ask() {
        return Ok(());
    }
    if !args.yes {
        return Err(Error::usage(words::NOT_AGREED).hinted(words::SAY_YES));
    }
    if args.mentions.is_none() && !shown.mentions.is_empty() {
        let count = shown.mentions.rows().len();
        return Err(
            Error::usage(message!(forget::mentions_not_said { count })).hinted(words::SAY_MENTIONS)
        );
    }
    Ok(())
}

/// Asks whether to continue, unless an option says so; returns what happens to mentions. `None` if nothing is to be
/// done.
fn agreed(context: &Context, args: &ForgetArgs, shown: &Shown) -> Result<Option<Mentions>, Error> {
    let mentions = match args.mentions {
        Some(said) => said.into(),
        None if !args.dry_run && !shown.mentions.is_empty() => match choose(context)? {
            Some(chosen) => chosen,
            None => return Ok(None),
        },
        None => Mentions::Keep,
    };
    if args.yes || args.dry_run {
        return Ok(Some(mentions));
    }
    let question = message!(forget::really { who: shown.who }).in_language(context.language);
    let is_agreed = answer(Confirm::new(&question).with_default(false).prompt())?;
    Ok(is_agreed.unwrap_or(false).then_some(mentions))
}

pub(in crate::commands) fn choose(context: &Context) -> Result<Option<Mentions>, Error> {
    let offers = [words::REMOVE_MENTIONS, words::KEEP_MENTIONS];
    let offers = offers.map(|it| it.in_language(context.language)).to_vec();
    let question = words::WHAT_OF_MENTIONS.in_language(context.language);
    let chosen = answer(Select::new(question, offers).raw_prompt())?;
    Ok(chosen.map(|it| {
        if it.index == 0 {
            Mentions::Remove
        } else {
            Mentions::Keep
        }
    }))
}

/// Returns the answer; `None` if the user cancelled.
pub(in crate::commands) fn answer<T>(
    answered: Result<T, InquireError>,
) -> Result<Option<T>, Error> {
    match answered {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(Error::new(words::CANNOT_ASK).caused_by(error)),
    }
}

/// Returns the copies that upgrades and restores have left next to the database.
pub(in crate::commands) fn copies_beside(database: &Path) -> Vec<PathBuf> {
    let Some(name) = database
        .file_name()
        .map(|it| it.to_string_lossy().into_owned())
    else {
        return Vec::new();
    };
    let folder = database.parent().filter(|it| !it.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new(".")));
    let is_copy = |path: &PathBuf| {
        let rest = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let rest = rest
            .as_deref()
            .and_then(|it| it.strip_prefix(name.as_str()).map(str::to_owned));
        rest.is_some_and(|it| it.starts_with(".layout") || it.starts_with(".before-restore"))
    };
    let paths = entries.into_iter().flatten().flatten().map(|it| it.path());
    let copies = paths.filter(is_copy);
    copies.map(|it| it.canonicalize().unwrap_or(it)).collect()
}

/// Lists the copies beside the database, which have all of what was removed.
pub(in crate::commands) fn warn_of_copies(context: &mut Context) -> Result<(), Error> {
    let copies = copies_beside(&context.database);
    warn_of_files(context, &copies)
}

/// Lists the files that may still name somebody: only the organiser may remove them.
fn warn_of_files(context: &mut Context, files: &[PathBuf]) -> Result<(), Error> {
    if files.is_empty() {
        return Ok(());
    }
    context.say(message!(forget::files { count: files.len() }))?;
    for file in files {
        context.say(message!(forget::file { file }))?;
    }
    Ok(())
}

/// Removes the hashes by which removed people are recognised.
fn drop_hashes(context: &mut Context, dry_run: bool) -> Result<Exit, Error> {
    let mut store: Store = context.store()?;
    let now = context.now;
    let changed = store.change_for_good("person forget", now, dry_run, |writer| {
        let count = writer.drop_hashes()?;
        let summary = message!(forget::hashes_dropped { count });
        Ok::<_, StoreError>((summary.clone(), summary))
    })?;
    Story::new(dry_run).tell(context, &changed)?;
    Ok(Exit::Done)
}
