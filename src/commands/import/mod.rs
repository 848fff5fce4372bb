//! `rollcall import`

mod files;
mod outcome;
mod rejects;

use std::path::PathBuf;

pub(super) use self::files::{open, open_all};
pub(super) use self::outcome::lines_of;
use self::outcome::{data, in_language, text};
use self::rejects::RejectsArgs;

use super::meeting::{Kept, MeetingArgs, is_there_already};
use super::numbers::Numbers;
use super::refusal::Unfit;
use crate::catalogue::Language;
use crate::catalogue::messages::import as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::import::values::dates::DateOrder;
use crate::import::{Field, Kind, Options, ReadOptions, Source};
use crate::intake::{self, FileOutcome, IntakeError, Mode, Request};
use crate::message;
use crate::output::Format;
use crate::store::{Changed, Store};

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    meeting: MeetingArgs,
    #[arg(long, value_name = "MODE", default_value = "update")]
    mode: ModeArg,
    #[command(flatten)]
    rejects: RejectsArgs,
    #[command(flatten)]
    taking: TakingArgs,
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// Which rows are imported.
#[derive(Debug, clap::Args)]
struct TakingArgs {
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    minimal: bool,
    #[arg(long)]
    allow_again: bool,
    #[arg(long, value_name = "LINES", value_parser = Numbers::parse)]
    skip_lines: Vec<Numbers>,
}

/// How a file is to be read; `inspect` has the same options.
#[derive(Debug, clap::Args)]
pub(super) struct ReadingArgs {
    #[arg(long = "as", value_name = "KIND", value_parser = parse_kind)]
    pub(super) kind: Option<Kind>,
    #[arg(long, value_name = "SESSION")]
    pub(super) session: Option<String>,
    #[arg(long, conflicts_with = "session")]
    pub(super) by_the_clock: bool,
    #[arg(long, value_name = "HEADING=FIELD", value_parser = parse_map)]
    pub(super) map: Vec<(String, Field)>,
    #[arg(long, value_name = "NAME")]
    pub(super) encoding: Option<String>,
    #[arg(long, value_name = "SIGN", value_parser = parse_delimiter)]
    pub(super) delimiter: Option<u8>,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "ORDER", value_parser = parse_order)]
    pub(super) date_order: Option<DateOrder>,
    #[arg(long, value_name = "ZONE", value_parser = super::arguments::parse_zone)]
    pub(super) timezone: Option<chrono_tz::Tz>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ModeArg {
    Update,
    Fill,
    Skip,
}

fn parse_kind(word: &str) -> Result<Kind, Unfit> {
    Kind::parse(word).ok_or_else(|| {
        let kinds = Kind::ALL.map(Kind::as_str);
        Unfit::because(message!(import::write_a_kind { kinds }))
    })
}

fn parse_map(text: &str) -> Result<(String, Field), Unfit> {
    let (heading, field) = text
        .rsplit_once('=')
        .ok_or_else(|| Unfit::because(words::WRITE_A_MAP))?;
    let heading = heading.trim();
    if heading.is_empty() {
        return Err(Unfit::because(words::HEADING_MISSING));
    }
    match Field::typed(field.trim()) {
        Some(field) if !field.is_of_own_exports() => Ok((heading.to_owned(), field)),
        _ => Err(no_such_field(field.trim())),
    }
}

fn no_such_field(word: &str) -> Unfit {
    let nearest = Field::names()
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|(score, _)| *score > 0.8);
    Unfit::because(match nearest {
        Some((_, nearest)) => message!(import::nearest_field {
            field: word,
            nearest
        }),
        None => message!(import::no_such_field {
            field: word,
            fields: Field::names().collect::<Vec<_>>()
        }),
    })
}

fn parse_delimiter(word: &str) -> Result<u8, Unfit> {
    ReadOptions::parse_delimiter(word).ok_or_else(|| Unfit::because(words::WRITE_A_DELIMITER))
}

fn parse_order(word: &str) -> Result<DateOrder, Unfit> {
    DateOrder::parse(word).ok_or_else(|| Unfit::because(words::WRITE_AN_ORDER))
}

impl ReadingArgs {
    /// Returns the options in the form used by the import.
    pub(super) fn options(&self) -> Options {
        Options {
            kind: self.kind,
            read: ReadOptions {
                encoding: self.encoding.clone(),
                delimiter: self.delimiter,
                sheet: self.sheet.clone(),
            },
            date_order: self.date_order,
            zone: self.timezone,
            map: self.map.clone(),
            ..Options::default()
        }
    }

    /// Returns a request that changes nothing by itself.
    pub(super) fn request(&self, context: &Context) -> Request {
        Request {
            event: context.event.clone(),
            session: self.session.clone(),
            by_the_clock: self.by_the_clock,
            options: self.options(),
            dry_run: true,
            exports: Some(super::export::exported),
            ..Request::new(context.zone)
        }
    }
}

pub(super) fn import(context: &mut Context, args: &ImportArgs) -> Result<Exit, Error> {
    let result = take(context, args);
    match (result, context.format) {
        (Ok((changed, created)), format) => {
            if let Some(file) = created {
                context.say(message!(commands::created { file }))?;
            }
            tell(context, args, &changed, format)
        }
        (Err(error), Some(Format::Json | Format::Jsonl)) => {
            // Scripts get the failure as data; people read it on standard error all the same.
            let data = serde_json::json!({
                "operation": null,
                "dry_run": args.dry_run,
                "files": [],
                "error": {
                    "message": error.message.in_english(),
                    "causes": in_language(&error.causes, Language::FOR_PROGRAMS),
                    "hints": in_language(&error.hints, Language::FOR_PROGRAMS),
                },
            });
            context.write(format!("{data}\n").as_bytes())?;
            Err(error)
        }
        (Err(error), _) => Err(error),
    }
}

/// Imports the files; also returns the database if it is new.
fn take(
    context: &mut Context,
    args: &ImportArgs,
) -> Result<(Changed<Vec<FileOutcome>>, Option<PathBuf>), Error> {
    let on_file = if context.has_database() {
        Some(context.store()?)
    } else {
        None
    };
    let sources = open_all(context, &args.files, args.reading.sheet.as_deref())?;
    args.rejects.check(context, sources.len())?;
    let skipped = Numbers::all(&args.taking.skip_lines).into_iter();
    let skip_lines = skipped.filter_map(|it| u64::try_from(it).ok()).collect();
    if !args.taking.skip_lines.is_empty() && sources.len() != 1 {
        return Err(Error::usage(words::LINES_OF_ONE_FILE).hinted(words::ONE_FILE_AT_A_TIME));
    }
    let asked = args.reading.request(context);
    let request = Request {
        mode: match args.mode {
            ModeArg::Update => Mode::Update,
            ModeArg::Fill => Mode::Fill,
            ModeArg::Skip => Mode::Skip,
        },
        strict: args.taking.strict,
        minimal: args.taking.minimal,
        allow_again: args.taking.allow_again,
        dry_run: args.dry_run,
        keep_rejects: args.rejects.are_written(),
        options: Options {
            skip_lines,
            ..asked.options
        },
        ..asked
    };
    let is_new = on_file.is_none();
    let mut store = match on_file {
        Some(store) => store,
        None => {
            // A dry run leaves no file behind.
            if args.dry_run {
                context.use_private_database()?;
            }
            context.create_store()?
        }
    };
    let about = About {
        files: &args.files,
        meeting: &args.meeting,
        kept: Kept::Stays,
    };
    let changed = import_into(context, &mut store, &sources, request, &about);
    drop(store);
    let is_left = changed.as_ref().is_ok_and(|it| it.operation.is_some());
    if is_new && !is_left {
        context.remove_database();
    }
    let created = (is_new && is_left).then(|| context.database.clone());
    Ok((changed?, created))
}

/// What is known about the event of an import if none is on file.
#[derive(Debug, Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) files: &'a [PathBuf],
    pub(super) meeting: &'a MeetingArgs,
    pub(super) kept: Kept,
}

/// Imports files. If rows need an event and none is on file, one is created.
///
/// # Errors
/// Those of [`intake::import`], and if nothing determines the event.
pub(super) fn import_into(
    context: &mut Context,
    store: &mut Store,
    sources: &[Source],
    mut request: Request,
    about: &About<'_>,
) -> Result<Changed<Vec<FileOutcome>>, Error> {
    let zone = request.options.zone;
    if about.meeting.is_said() {
        let events = store.snapshot(|reader| Ok::<_, Error>(reader.events()?))?;
        if let Some(event) = events.first() {
            return Err(is_there_already(&event.title));
        }
        let event = about
            .meeting
            .event(context, about.files, zone, about.kept)?;
        request.new_event = Some(event);
    }
    match take_in(context, store, sources, &request) {
        Err(IntakeError::NoEvent) if request.new_event.is_none() => {
            let event = about
                .meeting
                .event(context, about.files, zone, about.kept)?;
            request.new_event = Some(event);
            Ok(take_in(context, store, sources, &request)?)
        }
        taken => Ok(taken?),
    }
}

/// Imports files, and shows the progress.
fn take_in(
    context: &Context,
    store: &mut Store,
    sources: &[Source],
    request: &Request,
) -> Result<Changed<Vec<FileOutcome>>, IntakeError> {
    let bar = context.progress(crate::catalogue::messages::files::ROWS);
    let changed = intake::import(store, sources, request, context.now, |rows| {
        if let Some(bar) = &bar {
            bar.set_position(rows);
        }
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    changed
}

fn tell(
    context: &mut Context,
    args: &ImportArgs,
    changed: &Changed<Vec<FileOutcome>>,
    format: Option<Format>,
) -> Result<Exit, Error> {
    let outcomes = &changed.value;
    if let Some(Format::Json | Format::Jsonl) = format {
        let data = serde_json::json!({
            "operation": changed.operation,
            "dry_run": args.dry_run,
            "files": outcomes.iter().map(|it| data(it, Language::FOR_PROGRAMS)).collect::<Vec<_>>(),
        });
        context.write(format!("{data}\n").as_bytes())?;
    } else {
        for outcome in outcomes {
            context.write(&text(outcome, context.language))?;
        }
    }
    args.rejects.deliver(context, changed)?;
    match changed.operation {
        Some(operation) => {
            context.say(message!(import::operation { operation }))?;
        }
        None if args.dry_run && changed.anything => {
            context.say(words::DRY_RUN)?;
        }
        None => context.say(words::NOTHING_CHANGED)?,
    }
    let review: usize = outcomes.iter().map(|outcome| outcome.review).sum();
    let rejected: usize = outcomes.iter().map(|outcome| outcome.rejected).sum();
    if review > 0 {
        context.hint(words::REVIEW_HINT)?;
    }
    if rejected > 0 && !args.rejects.are_written() {
        context.hint(words::REJECTS_HINT)?;
    }
    Ok(if outcomes.iter().any(FileOutcome::set_aside) {
        Exit::SetAside
    } else {
        Exit::Done
    })
}
