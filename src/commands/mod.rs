//! The command line: one file per command, with its options, what it calls and what it shows.
//!
//! # Texts
//!
//! The structures here have no texts: help is in `locales`, and `help.rs` adds it.
//!
//! Help is written for people who are used to spreadsheets: examples first, imperative, no full stop in one-sentence
//! help. Messages on standard error are sentences; hints name the next command. Everything is readable without colour.

mod arguments;
mod attendance;
mod backup;
mod certificates;
mod check;
mod check_in;
mod completions;
mod demo;
mod dossier;
mod event;
mod export;
mod help;
mod history;
mod import;
mod in_one_step;
mod init;
mod inspect;
mod lists;
mod man;
mod map;
mod meeting;
mod mistyped;
mod narrowing;
mod numbers;
mod organisation;
mod page;
mod passphrase;
mod person;
mod personal_data;
mod refusal;
mod removal;
mod report;
mod restore;
mod retention;
mod review;
mod session;
mod signup;
mod telling;
mod undo;

use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use self::refusal::Unfit;
use crate::catalogue::UnknownLanguage;
use crate::context::{Context, Environment, Globals, Talk, caught};
use crate::error::{Error, Exit};
use crate::output::{Format, Language};

#[derive(Debug, Parser)]
#[command(
    name = "rollcall",
    version,
    max_term_width = 100,
    propagate_version = false,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
struct Cli {
    // Before the options of every command, so that help shows them in this order.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(flatten)]
    globals: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
struct GlobalArgs {
    #[arg(long, global = true, value_name = "FILE")]
    db: Option<std::path::PathBuf>,
    #[arg(long, global = true, value_name = "EVENT")]
    event: Option<String>,
    #[arg(long, global = true, value_name = "WHO")]
    author: Option<String>,
    #[arg(long, global = true, value_name = "FORMAT", value_parser = parse_format)]
    format: Option<Format>,
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_language)]
    lang: Option<Language>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    #[arg(short, long, global = true)]
    verbose: bool,
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
            author: args.author,
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

fn parse_format(word: &str) -> Result<Format, Unfit> {
    word.parse()
        .map_err(|error: crate::output::FormatError| Unfit::because(error.message()))
}

fn parse_language(word: &str) -> Result<Language, Unfit> {
    word.parse()
        .map_err(|error: UnknownLanguage| Unfit::because(error.message()))
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
    Retention(retention::RetentionArgs),
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

/// The same as [`run`]; a panic becomes an error.
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
            // Nobody is left to report this failure to.
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
        Command::Retention(args) => retention::retention(context, &args),
        Command::History(args) => history::history(context, &args),
        Command::Undo(args) => undo::undo(context, &args),
        Command::Backup(args) => backup::backup(context, &args),
        Command::Restore(args) => restore::restore(context, &args),
        Command::Check(args) => check::check(context, &args),
        Command::Completions(args) => completions::completions(context, &args),
        Command::Man(args) => man::man(context, &args),
    }
}

/// Returns the whole command line in a language, for help, completions and manual pages.
pub fn command_line(language: Language) -> clap::Command {
    help::in_language(Cli::command(), language)
}

fn parse(environment: &Environment) -> Result<Cli, clap::Error> {
    let matches = Cli::command().try_get_matches_from(&environment.arguments)?;
    Cli::from_arg_matches(&matches)
}

/// Shows help if requested, else reports what is wrong with the command line.
///
/// The parser has refused a command line without texts; the one in the user's language refuses the same again.
fn refuse(mut environment: Environment, error: clap::Error) -> Exit {
    use clap::error::ErrorKind;
    if error.kind() == ErrorKind::DisplayVersion {
        return print(environment, &error.to_string());
    }
    let language = crate::context::language_of(&environment);
    // In a pipe and in tests, help has a fixed width.
    let width = environment
        .terminal_width
        .filter(|_| environment.stdout_is_terminal);
    let mut command = command_line(language).term_width(width.unwrap_or(100).min(100));
    let mut error = match command.try_get_matches_from_mut(&environment.arguments) {
        Err(worded) if worded.kind() == error.kind() => worded,
        _ => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp => print(environment, &error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            drop(environment.stderr.write_all(error.to_string().as_bytes()));
            Exit::Usage
        }
        _ => {
            mistyped::keep_misspellings(&mut error);
            let command = help::named(&command, &environment.arguments);
            drop(refusal::write(
                &error,
                &command,
                &mut environment.stderr,
                language,
            ));
            Exit::Usage
        }
    }
}

/// Writes the requested text to standard output.
fn print(mut environment: Environment, text: &str) -> Exit {
    let stdout = &mut environment.stdout;
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    let Err(error) = written.map_err(Error::from) else {
        return Exit::Done;
    };
    // The reader has closed the pipe and wants no more of it.
    if error.kind != crate::error::Kind::BrokenPipe {
        let language = crate::context::language_of(&environment);
        drop(error.write(&mut environment.stderr, language, false));
    }
    error.exit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        for language in Language::ALL {
            command_line(language).debug_assert();
        }
    }
}
