//! The command line: one file a command, with its options, what it calls and what it shows.
//!
//! # Words
//!
//! Help is written for people who are at home in spreadsheets: examples first, imperative, no full
//! stop in one-sentence help. Messages on standard error are sentences; hints name the next command.
//! Everything reads without colour.

mod arguments;
mod attendance;
mod backup;
mod check;
mod check_in;
mod completions;
mod demo;
mod dossier;
mod event;
mod export;
mod history;
mod import;
mod init;
mod inspect;
mod man;
mod map;
mod mistyped;
mod organisation;
mod page;
mod passphrase;
mod person;
mod report;
mod restore;
mod review;
mod session;
mod signup;
mod telling;
mod undo;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::context::{Context, Environment, Globals, Talk, caught};
use crate::error::{Error, Exit};
use crate::output::{Format, Language};

/// Sign-up forms in, attendance lists and reports out
#[derive(Debug, Parser)]
#[command(
    name = "rollcall",
    version,
    max_term_width = 100,
    propagate_version = false,
    disable_help_subcommand = true,
    before_help = "Examples:
  rollcall demo                                  see the whole story on invented data
  rollcall init                                  create the file `rollcall.db` here
  rollcall import programme.csv sign-ups.xlsx    take files in
  rollcall report sign-in -o sign-in.md          the list to print
  rollcall report attendance --format csv        who was there
  rollcall undo                                  take the last step back"
)]
struct Cli {
    #[command(flatten)]
    globals: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Options of every command")]
struct GlobalArgs {
    /// The file to work with [default: rollcall.db, or ROLLCALL_DB]
    #[arg(long, global = true, value_name = "FILE")]
    db: Option<std::path::PathBuf>,
    /// The event, by short name, title or number; not needed while there is only one [or ROLLCALL_EVENT]
    #[arg(long, global = true, value_name = "EVENT")]
    event: Option<String>,
    /// How results are written: text, csv, json, jsonl, markdown, html or xlsx [default: by the ending of -o, else text]
    #[arg(long, global = true, value_name = "FORMAT", value_parser = parse_format)]
    format: Option<Format>,
    /// The language of titles and reports: en or de [default: ROLLCALL_LANG, else the locale]
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_language)]
    lang: Option<Language>,
    /// Say nothing but results and errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    verbose: bool,
    /// Use colours: auto, always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl From<GlobalArgs> for Globals {
    fn from(args: GlobalArgs) -> Self {
        Self {
            database: args.db,
            event: args.event,
            format: args.format,
            language: args.lang,
            talk: match (args.quiet, args.verbose) {
                (true, _) => Talk::Quiet,
                (false, true) => Talk::Verbose,
                (false, false) => Talk::Normal,
            },
            color: match args.color {
                Color::Auto => None,
                Color::Always => Some(true),
                Color::Never => Some(false),
            },
        }
    }
}

fn parse_format(word: &str) -> Result<Format, String> {
    word.parse()
        .map_err(|error: crate::output::FormatError| error.to_string())
}

fn parse_language(word: &str) -> Result<Language, String> {
    word.parse().map_err(|_| "write en or de".to_owned())
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::InitArgs),
    Demo(demo::DemoArgs),
    Inspect(inspect::InspectArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Report(report::ReportArgs),
    Review(review::ReviewArgs),
    #[command(name = "check-in")]
    CheckIn(check_in::CheckInArgs),
    #[command(subcommand)]
    Signup(signup::SignupCommand),
    #[command(subcommand)]
    Attendance(attendance::AttendanceCommand),
    #[command(subcommand)]
    Person(person::PersonCommand),
    #[command(subcommand)]
    Organisation(organisation::OrganisationCommand),
    #[command(subcommand)]
    Event(event::EventCommand),
    #[command(subcommand)]
    Session(session::SessionCommand),
    #[command(subcommand)]
    Map(map::MapCommand),
    History(history::HistoryArgs),
    Undo(undo::UndoArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Check(check::CheckArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Parses the command line, runs the command and returns how it ended.
pub fn run(environment: Environment) -> Exit {
    run_with(environment, false)
}

/// As [`run`]; a fault of the program becomes an error.
pub fn run_guarded(environment: Environment) -> Exit {
    run_with(environment, true)
}

fn run_with(environment: Environment, is_guarded: bool) -> Exit {
    let cli = match parse(&environment) {
        Ok(cli) => cli,
        Err(error) => return refuse(environment, error),
    };
    let mut context = match Context::new(environment, cli.globals.into()) {
        Ok(context) => context,
        Err(mut refused) => {
            // Nobody is left to hear that this failed.
            let language = crate::context::language_of(&refused.environment);
            let stderr = &mut refused.environment.stderr;
            drop(refused.error.write(stderr, language, false));
            return refused.error.exit();
        }
    };
    let result = if is_guarded {
        caught(|| dispatch(&mut context, cli.command))
    } else {
        dispatch(&mut context, cli.command)
    };
    context.end(result)
}

fn dispatch(context: &mut Context, command: Command) -> Result<Exit, Error> {
    match command {
        Command::Init(args) => init::init(context, &args),
        Command::Demo(args) => demo::demo(context, &args),
        Command::Inspect(args) => inspect::inspect(context, &args),
        Command::Import(args) => import::import(context, &args),
        Command::Export(args) => export::export(context, &args),
        Command::Report(args) => report::report(context, &args),
        Command::Review(args) => review::review(context, &args),
        Command::CheckIn(args) => check_in::check_in(context, &args),
        Command::Signup(command) => signup::signup(context, &command),
        Command::Attendance(command) => attendance::attendance(context, &command),
        Command::Person(command) => person::person(context, &command),
        Command::Organisation(command) => organisation::organisation(context, &command),
        Command::Event(command) => event::event(context, &command),
        Command::Session(command) => session::session(context, &command),
        Command::Map(command) => map::map(context, &command),
        Command::History(args) => history::history(context, &args),
        Command::Undo(args) => undo::undo(context, &args),
        Command::Backup(args) => backup::backup(context, &args),
        Command::Restore(args) => restore::restore(context, &args),
        Command::Check(args) => check::check(context, &args),
        Command::Completions(args) => completions::completions(context, &args),
        Command::Man(args) => man::man(context, &args),
    }
}

/// Returns the whole command line, for help, completions and manual pages.
pub fn command_line() -> clap::Command {
    Cli::command()
}

fn parse(environment: &Environment) -> Result<Cli, clap::Error> {
    let mut command = Cli::command();
    // In a pipe and in tests, help has one width everywhere.
    let width = environment
        .terminal_width
        .filter(|_| environment.stdout_is_terminal);
    command = command.term_width(width.unwrap_or(100).min(100));
    let matches = command.try_get_matches_from(&environment.arguments)?;
    Cli::from_arg_matches(&matches)
}

/// Shows help where it was asked for, else says what is wrong with the command line.
fn refuse(mut environment: Environment, mut error: clap::Error) -> Exit {
    use clap::error::ErrorKind;
    mistyped::keep_misspellings(&mut error);
    let text = error.render().to_string();
    if !matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        drop(environment.stderr.write_all(text.as_bytes()));
        return Exit::Usage;
    }
    let stdout = &mut environment.stdout;
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    let Err(error) = written.map_err(Error::from) else {
        return Exit::Done;
    };
    // Whoever closed a pipe wanted no more of it.
    if error.kind != crate::error::Kind::BrokenPipe {
        let language = crate::context::language_of(&environment);
        drop(error.write(&mut environment.stderr, language, false));
    }
    error.exit()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command_line().debug_assert();
    }
}
