//! `rollcall import`

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::meeting::{Kept, MeetingArgs, is_there_already};
use super::numbers::Numbers;
use super::refusal::Unfit;
use crate::catalogue::messages::import as words;
use crate::catalogue::{Language, Message};
use crate::context::{Context, Writing};
use crate::error::{Error, Exit};
use crate::import::values::dates::DateOrder;
use crate::import::{Field, Kind, Options, Problem, ReadOptions, Source, family_label, quoted};
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

/// Where rejected rows go.
#[derive(Debug, clap::Args)]
struct RejectsArgs {
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[arg(long, requires = "rejects")]
    force: bool,
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

/// Opens a file, or standard input: one source or, for a workbook written by this program, one for each of its tables.
///
/// `sheet` selects a single one of several tables.
pub(super) fn open(
    context: &mut Context,
    path: &Path,
    sheet: Option<&str>,
) -> Result<Vec<Source>, Error> {
    context.reads(path);
    let source = if path == Path::new("-") {
        let name = words::STANDARD_INPUT.in_language(context.language);
        Source::from_reader(name, &mut context.stdin)?
    } else {
        Source::open(path)?
    };
    let mut tables = source.tables()?;
    if let Some(sheet) = sheet
        && tables.len() > 1
    {
        let is_it = |table: &Source| {
            let name = table.sheet().unwrap_or_default();
            name.trim().to_lowercase() == sheet.trim().to_lowercase()
        };
        if tables.iter().any(is_it) {
            tables.retain(is_it);
        } else {
            let sheets = quoted(tables.iter().filter_map(Source::sheet));
            let file = path;
            let message = message!(import::no_such_sheet {
                file,
                sheet,
                sheets
            });
            return Err(Error::new(message));
        }
    }
    Ok(tables)
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

/// Opens all files of a call.
///
/// # Errors
/// If one of them cannot be read, or two are standard input.
pub(super) fn open_all(
    context: &mut Context,
    files: &[PathBuf],
    sheet: Option<&str>,
) -> Result<Vec<Source>, Error> {
    let standard_input = files.iter().filter(|path| *path == Path::new("-"));
    if standard_input.count() > 1 {
        return Err(Error::usage(words::INPUT_ONCE));
    }
    let mut sources = Vec::new();
    for path in files {
        sources.extend(open(context, path, sheet)?);
    }
    Ok(sources)
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
    if let Some(path) = &args.rejects.rejects {
        check_rejects(context, path, sources.len(), writing(args))?;
    }
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
        keep_rejects: args.rejects.rejects.is_some(),
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

/// Returns the path for the rejects of each file.
fn target(path: &Path, index: usize) -> PathBuf {
    if index == 0 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    path.with_file_name(format!("{stem}-{}{ending}", index + 1))
}

/// Extensions of workbooks, which the rejects cannot have.
const WORKBOOKS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Returns how the rejects are written: they name people in the file, who may not be on file.
fn writing(args: &ImportArgs) -> Writing {
    Writing {
        force: args.rejects.force,
        recorded: true,
    }
}

/// Checks beforehand whether the rejects of this many files could be written without overwriting anything.
fn check_rejects(
    context: &mut Context,
    path: &Path,
    files: usize,
    writing: Writing,
) -> Result<(), Error> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    if let Some(ending) = ending.filter(|ending| WORKBOOKS.contains(&ending.as_str())) {
        return Err(Error::usage(message!(import::rejects_are_text { ending }))
            .hinted(words::REJECTS_ARE_TEXT_HINT));
    }
    let targets: Vec<PathBuf> = (0..files.max(1)).map(|index| target(path, index)).collect();
    context.check_targets(&targets, writing)
}

/// Writes the rejected rows, into a separate file for each of several files.
fn write_rejects(
    context: &mut Context,
    path: &Path,
    writing: Writing,
    outcomes: &[FileOutcome],
) -> Result<(), Error> {
    let with_rejects = outcomes
        .iter()
        .filter(|outcome| !outcome.rejects.is_empty());
    for (index, outcome) in with_rejects.enumerate() {
        let target = target(path, index);
        let said = message!(import::rejects_written {
            count: outcome.rejected,
            file: outcome.file,
            path: target
        });
        context.write_file(&target, &outcome.rejects, writing, vec![said])?;
    }
    Ok(())
}

/// Writes the rejected rows after the import, which remains valid even if they cannot be written.
fn deliver_rejects(
    context: &mut Context,
    args: &ImportArgs,
    changed: &Changed<Vec<FileOutcome>>,
) -> Result<(), Error> {
    let Some(path) = &args.rejects.rejects else {
        return Ok(());
    };
    match write_rejects(context, path, writing(args), &changed.value) {
        Err(error) if changed.operation.is_some() => {
            context.tell(&error.hinted(words::REJECTS_CAN_FOLLOW));
            Ok(())
        }
        written => written,
    }
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
    deliver_rejects(context, args, changed)?;
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
    if rejected > 0 && args.rejects.rejects.is_none() {
        context.hint(words::REJECTS_HINT)?;
    }
    Ok(if outcomes.iter().any(FileOutcome::set_aside) {
        Exit::SetAside
    } else {
        Exit::Done
    })
}

fn in_language(messages: &[Message], language: Language) -> Vec<String> {
    let messages = messages.iter();
    messages.map(|it| it.in_language(language)).collect()
}

fn data(outcome: &FileOutcome, language: Language) -> serde_json::Value {
    serde_json::json!({
        "file": outcome.file,
        "kind": outcome.kind.as_str(),
        "family": outcome.family,
        "encoding": outcome.encoding.in_english(),
        "delimiter": outcome.delimiter.map(String::from),
        "rows": outcome.rows,
        "created": outcome.created,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "review": outcome.review,
        "rejected": outcome.rejected,
        "skipped": outcome.skipped,
        "columns": outcome.columns.iter().map(|(heading, field)| {
            serde_json::json!({ "heading": heading, "field": field })
        }).collect::<Vec<_>>(),
        "problems": outcome.problems.iter().map(|problem| {
            serde_json::json!({
                "line": problem.line,
                "column": problem.column,
                "reason": problem.reason.in_language(language),
            })
        }).collect::<Vec<_>>(),
        "notes": in_language(&outcome.notes, language),
    })
}

/// Returns one line with the outcome, then its problems and notes.
fn text(outcome: &FileOutcome, language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in lines_of(outcome, language) {
        // Writing to a `Vec` cannot fail.
        drop(writeln!(bytes, "{}", crate::output::shown(&line)));
    }
    bytes
}

/// Returns the same as lines, indented after the first one.
pub(super) fn lines_of(outcome: &FileOutcome, language: Language) -> Vec<String> {
    let mut lines = vec![message!(import::outcome {
        file: outcome.file,
        kind: outcome.kind.label(),
        family: family_label(outcome.family),
        encoding: outcome.encoding,
        rows: outcome.rows,
        counts: outcome.counts(),
    })];
    lines.extend(grouped(&outcome.problems));
    let notes = outcome.notes.iter();
    lines.extend(notes.map(|note| message!(import::note { note })));
    let lines = lines.iter().enumerate().map(|(number, line)| {
        let indent = if number == 0 { "" } else { "  " };
        format!("{indent}{}", line.in_language(language))
    });
    lines.collect()
}

/// The maximum number of different problems shown per file; more are not readable, and `--format json` has all.
const GROUPS: usize = 50;

/// Returns problems as messages, combining similar ones.
fn grouped(problems: &[Problem]) -> Vec<Message> {
    let mut groups: Vec<(&Problem, Vec<u64>)> = Vec::new();
    let mut positions: HashMap<(Option<&str>, &Message), usize> = HashMap::new();
    for problem in problems {
        let alike = (problem.column.as_deref(), &problem.reason);
        let position = *positions.entry(alike).or_insert_with(|| {
            groups.push((problem, Vec::new()));
            groups.len() - 1
        });
        groups[position].1.push(problem.line);
    }
    let more = groups.len().saturating_sub(GROUPS);
    let rest = (more > 0).then(|| message!(import::more_problems { count: more }));
    let named = groups.into_iter().take(GROUPS);
    named
        .map(|(problem, lines)| problem.in_lines(&lines))
        .chain(rest)
        .collect()
}
