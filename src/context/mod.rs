//! The context of every command: streams, clock, language, format, the file and the event.
//!
//! The environment is read only here: `main` passes arguments, variables and streams as an [`Environment`], so that a
//! test can pass others. `ROLLCALL_NOW` fixes the clock.
//!
//! `database.rs` selects the database, if one is created or temporary. `delivery.rs` decides where results go,
//! `files.rs` which files are written and how, `talk.rs` what is printed, and `browser.rs` which browser prints a PDF;
//! `interruption.rs` cleans up when the user interrupts.

mod browser;
mod database;
mod delivery;
mod erased;
mod fault;
mod files;
mod interruption;
mod language;
mod logos;
mod mentions;
mod new_file;
mod private_folder;
mod protected;
mod record;
mod talk;

pub use delivery::Delivery;
pub use fault::{caught, keep_quiet, outlive_limits};
pub use files::Writing;
pub use language::language_of;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use crate::catalogue::messages::errors as words;
use crate::catalogue::{Message, Wording};
use crate::error::Error;
use crate::intake;
use crate::message;
use crate::model::{Event, Instant, time};
use crate::output::{Format, FormatError, Language, Logo};
use crate::store::{Committed, Erased, Reader, Store};

use self::browser::Browsers;
use self::files::Files;
use self::language::language;
use self::private_folder::PrivateFolder;
use self::record::Record;
use self::talk::Lost;

/// Everything a run gets from outside.
pub struct Environment {
    /// The command line, the program's name first.
    pub arguments: Vec<OsString>,
    /// Environment variables.
    pub variables: HashMap<OsString, OsString>,
    /// Standard input.
    pub stdin: Box<dyn Read>,
    /// Standard output.
    pub stdout: Box<dyn Write>,
    /// Standard error.
    pub stderr: Box<dyn Write>,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// The width of the terminal, in characters.
    pub terminal_width: Option<usize>,
    /// The system's language, `de-DE`; used if no variable sets one.
    pub system_language: Option<String>,
}

impl Environment {
    /// Returns that of the process.
    pub fn of_process() -> Self {
        Self {
            // On Windows the shell does not expand `*.csv`.
            arguments: wild::args_os().collect(),
            variables: std::env::vars_os().collect(),
            stdin: Box::new(std::io::stdin()),
            stdout: Box::new(BufWriter::new(std::io::stdout())),
            stderr: Box::new(std::io::stderr()),
            stdin_is_terminal: std::io::stdin().is_terminal(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            terminal_width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
            system_language: sys_locale::get_locale(),
        }
    }

    /// Returns a variable that is set, not empty, and valid Unicode.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables
            .get(&OsString::from(name))
            .and_then(|value| value.to_str())
            .filter(|value| !value.is_empty())
    }
}

/// How much is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talk {
    /// Only errors.
    Quiet,
    /// What happened and what to do next.
    Normal,
    /// Details as well.
    Verbose,
}

/// The context of a command.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of three streams, which has nothing to do with each other"
)]
pub struct Context {
    /// Standard input.
    pub stdin: Box<dyn Read>,
    stdout: Box<dyn Write>,
    stderr: Box<dyn Write>,
    /// Whether standard error is a terminal, so that progress may be shown.
    pub stderr_is_terminal: bool,
    /// Whether the user can be asked: all three streams are a terminal that supports drawing.
    pub is_interactive: bool,
    /// The moment the command was started.
    pub now: Instant,
    /// The zone of this machine.
    pub zone: Tz,
    /// The language of titles and reports.
    pub language: Language,
    /// Whether it is given with `--lang`.
    pub language_is_said: bool,
    /// The format, if given.
    pub format: Option<Format>,
    /// How much is printed.
    pub talk: Talk,
    /// The file.
    pub database: PathBuf,
    /// Whether it is given with `--db`, rather than by ROLLCALL_DB or by default.
    pub database_is_said: bool,
    /// The event, if given.
    pub event: Option<String>,
    /// Who gives the command; `None` if nobody is to be named.
    pub author: Option<String>,
    /// Whether it is given with `--event`, rather than by ROLLCALL_EVENT.
    pub event_is_said: bool,
    color: bool,
    width: Option<usize>,
    stdout_is_terminal: bool,
    /// What the command has committed.
    committed: Committed,
    /// What could not be written, by stream.
    lost: Lost,
    files: Files,
    record: Record,
    browsers: Browsers,
    /// Logos for the head of every document.
    logos: Vec<Logo>,
    /// Whether the output is a report for people, in CSV as well.
    pub is_report: bool,
    /// The folder of a temporary database.
    private: Option<PrivateFolder>,
    is_swept: Cell<bool>,
    /// A removal of an interrupted command that this one finished.
    finished: RefCell<Option<Erased>>,
    /// Whether data is kept longer than it should be.
    is_overdue: Cell<bool>,
}

/// The options common to all commands.
#[derive(Debug, Clone)]
pub struct Globals {
    /// `--db`.
    pub database: Option<PathBuf>,
    /// `--event`.
    pub event: Option<String>,
    /// `--author`.
    pub author: Option<String>,
    /// `--format`.
    pub format: Option<Format>,
    /// `--lang`.
    pub language: Option<Language>,
    /// `--quiet`, `--verbose`.
    pub talk: Talk,
    /// `--color`: always, never, or depending on the terminal.
    pub color: Option<bool>,
}

/// The reason why a context cannot be created, with the streams to report it on.
pub struct Refused {
    /// The reason.
    pub error: Error,
    /// The environment, unused.
    pub environment: Environment,
}

impl Context {
    /// Combines the environment and the command line.
    ///
    /// # Errors
    /// If a variable has an invalid value.
    pub fn new(environment: Environment, globals: Globals) -> Result<Self, Box<Refused>> {
        let (now, language, browsers) = match (
            clock(&environment),
            language(&environment, globals.language),
            Browsers::of(&environment),
        ) {
            (Ok(now), Ok(language), Ok(browsers)) => (now, language, browsers),
            (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => {
                return Err(Box::new(Refused { error, environment }));
            }
        };
        let language_is_said = globals.language.is_some();
        let color = globals.color.unwrap_or_else(|| {
            environment.stdout_is_terminal
                && environment.variable("NO_COLOR").is_none()
                && environment.variable("TERM") != Some("dumb")
        });
        let is_interactive = environment.stdin_is_terminal
            && environment.stdout_is_terminal
            && environment.stderr_is_terminal
            && environment.variable("TERM") != Some("dumb");
        let width = environment
            .terminal_width
            .filter(|_| environment.stdout_is_terminal);
        let database_is_said = globals.database.is_some();
        let database = globals
            .database
            .or_else(|| environment.variable("ROLLCALL_DB").map(PathBuf::from))
            .unwrap_or_else(|| PathBuf::from("rollcall.db"));
        let event_is_said = globals.event.is_some();
        let event = globals
            .event
            .or_else(|| environment.variable("ROLLCALL_EVENT").map(str::to_owned));
        let author = author(&environment, globals.author);
        let zone = environment
            .variable("TZ")
            .and_then(|name| name.parse().ok())
            .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
            .unwrap_or(Tz::UTC);
        Ok(Self {
            stdin: environment.stdin,
            stdout: environment.stdout,
            stderr: environment.stderr,
            stderr_is_terminal: environment.stderr_is_terminal,
            is_interactive,
            now,
            zone,
            language,
            language_is_said,
            format: globals.format,
            talk: globals.talk,
            database,
            database_is_said,
            event,
            author,
            event_is_said,
            color,
            width,
            stdout_is_terminal: environment.stdout_is_terminal,
            committed: Committed::default(),
            lost: Lost::default(),
            files: Files::default(),
            record: Record::default(),
            browsers,
            logos: Vec::new(),
            is_report: false,
            private: None,
            is_swept: Cell::new(false),
            is_overdue: Cell::new(false),
            finished: RefCell::default(),
        })
    }

    /// Opens the database for changes, and removes what interrupted commands left.
    pub fn store(&self) -> Result<Store, Error> {
        let store = Store::open(&self.database)?;
        let store = store.committing(&self.committed).by(self.author.clone());
        if let Some(copy) = store.kept() {
            // The copy is valid without being recorded.
            drop(store.record_copy(copy, self.now));
        }
        if let Some(erased) = store.erased() {
            self.finished.replace(Some(erased.clone()));
        }
        if !self.is_swept.replace(true) {
            self.sweep();
        }
        Ok(store)
    }

    /// Reads everything a command needs from one snapshot of the file, and closes it.
    ///
    /// `work` cannot write to the context, since writing needs a mutable reference: a reader blocks others who want to
    /// change the file.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.store()?.snapshot(|reader| {
            let done = work(reader)?;
            self.note_overdue(reader)?;
            Ok(done)
        })
    }

    /// Remembers whether data is kept longer than it should be, to say so at the end.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn note_overdue(&self, reader: &Reader<'_>) -> Result<(), Error> {
        self.is_overdue.set(intake::is_overdue(reader, self.now)?);
        Ok(())
    }

    /// Finds the event the command is about.
    pub fn find_event(&self, reader: &Reader<'_>) -> Result<Event, Error> {
        Ok(intake::find_event(reader, self.event.as_deref())?)
    }

    /// Finds the event that a list is limited to; `None` if none is given, which means everything on file.
    pub fn event_if_named(&self, reader: &Reader<'_>) -> Result<Option<Event>, Error> {
        let named = self.event.as_deref();
        let event = named.map(|it| intake::find_event(reader, Some(it)));
        Ok(event.transpose()?)
    }

    /// Returns the format of a table: as given, else by the extension of the file to write, else text.
    pub fn format_for(&self, target: Option<&Path>) -> Result<Format, Error> {
        match self.any_format_for(target)? {
            Format::Ics => Err(
                Error::usage(words::ONLY_THE_PROGRAMME).hinted(Message::verbatim(
                    "rollcall export programme -o programme.ics",
                )),
            ),
            format => Ok(format),
        }
    }

    fn any_format_for(&self, target: Option<&Path>) -> Result<Format, Error> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let by_ending = match target {
            Some(path) if path != Path::new("-") => Format::from_path(path).map_err(|error| {
                let made = Error::usage(error.message());
                match error {
                    FormatError::Ending(_) => made.hinted(words::FORMAT_BY_OPTION),
                    FormatError::Unknown(_) => made,
                }
            })?,
            _ => None,
        };
        Ok(by_ending.unwrap_or_default())
    }

    /// Returns the language of sentences in cells: programs get the same one whatever the user's language.
    pub fn language_of_sentences(&self) -> Language {
        match self.format {
            Some(Format::Json | Format::Jsonl) => Language::FOR_PROGRAMS,
            _ => self.language,
        }
    }

    /// Returns a progress bar for long work, only if the user can see it.
    pub fn progress(&self, what: Wording) -> Option<indicatif::ProgressBar> {
        (self.stderr_is_terminal && self.talk > Talk::Quiet).then(|| {
            let bar =
                indicatif::ProgressBar::new_spinner().with_message(what.in_language(self.language));
            bar.enable_steady_tick(std::time::Duration::from_millis(200));
            bar
        })
    }

    /// Returns whether a command that can ask the user does so: never in a pipe, with `--quiet`, or if a format is
    /// given.
    pub fn may_ask(&self) -> bool {
        self.is_interactive && self.talk > Talk::Quiet && self.format.is_none()
    }

    /// Returns whether output on the terminal has colours.
    pub fn is_colored(&self) -> bool {
        self.color
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one clock, which ROLLCALL_NOW can fix"
)]
fn clock(environment: &Environment) -> Result<Instant, Error> {
    match environment.variable("ROLLCALL_NOW") {
        None => Ok(chrono::Utc::now()),
        Some(text) => time::from_text(text).ok_or_else(|| {
            Error::usage(message!(errors::not_a_time { text })).hinted(words::HOW_TO_WRITE_IT)
        }),
    }
}

/// Returns who gives the command: `--author`, else `ROLLCALL_AUTHOR`, else the name they are logged in by. An empty name
/// means that nobody is to be named.
fn author(environment: &Environment, said: Option<String>) -> Option<String> {
    let variable = |name: &str| environment.variables.get(&OsString::from(name));
    let named = said.or_else(|| {
        let value = variable("ROLLCALL_AUTHOR")?;
        Some(value.to_string_lossy().into_owned())
    });
    let login = || {
        let mut names = ["USER", "LOGNAME", "USERNAME"].into_iter();
        names.find_map(|it| environment.variable(it).map(str::to_owned))
    };
    let name = named.or_else(login)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(name).filter(|it| !it.is_empty())
}
