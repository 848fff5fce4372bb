//! What every command works with: streams, clock, language, format, the file and the event.
//!
//! The environment is read here and nowhere else: `main` hands over arguments, variables and streams
//! as an [`Environment`], so that a test can hand over others. `ROLLCALL_NOW` fixes the clock.
//!
//! Which database it works on is in `database.rs`, where one is made or not kept. Where results go is in `delivery.rs`, which files are written and how in `files.rs`, what is said in `talk.rs`,
//! who prints a PDF in `browser.rs`, and what is cleared away when somebody interrupts in `interruption.rs`.

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

/// Everything a run takes from the outside.
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
    /// Whether somebody types on standard input.
    pub stdin_is_terminal: bool,
    /// Whether somebody looks at standard output.
    pub stdout_is_terminal: bool,
    /// Whether somebody looks at standard error.
    pub stderr_is_terminal: bool,
    /// How wide the terminal is, in characters.
    pub terminal_width: Option<usize>,
    /// What the system calls its language, `de-DE`; it counts where no variable names one.
    pub system_language: Option<String>,
}

impl Environment {
    /// Takes the process's own.
    pub fn of_process() -> Self {
        Self {
            // A shell on Windows leaves `*.csv` to the program.
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

    /// Returns a variable that is set, not empty, and text.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables
            .get(&OsString::from(name))
            .and_then(|value| value.to_str())
            .filter(|value| !value.is_empty())
    }
}

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Talk {
    /// Only errors.
    Quiet,
    /// What happened and what comes next.
    Normal,
    /// Details as well.
    Verbose,
}

/// What a command works with.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of three streams, which has nothing to do with each other"
)]
pub struct Context {
    /// Standard input.
    pub stdin: Box<dyn Read>,
    stdout: Box<dyn Write>,
    stderr: Box<dyn Write>,
    /// Whether somebody looks at standard error, so that progress may be shown.
    pub stderr_is_terminal: bool,
    /// Whether somebody is there to be asked: all three streams are one terminal's, and it can draw.
    pub is_interactive: bool,
    /// The moment the command was given.
    pub now: Instant,
    /// The zone of this machine.
    pub zone: Tz,
    /// The language of titles and reports.
    pub language: Language,
    /// The format, where it was said.
    pub format: Option<Format>,
    /// How much is said.
    pub talk: Talk,
    /// The file.
    pub database: PathBuf,
    /// Whether `--db` names it, and not ROLLCALL_DB or nobody.
    pub database_is_said: bool,
    /// The event, where it was named.
    pub event: Option<String>,
    /// Whether `--event` names it, and not ROLLCALL_EVENT.
    pub event_is_said: bool,
    color: bool,
    width: Option<usize>,
    stdout_is_terminal: bool,
    /// What the command has changed for good.
    committed: Committed,
    /// What could not be written, and of which stream.
    lost: Lost,
    files: Files,
    record: Record,
    browsers: Browsers,
    /// Pictures for the head of every document, each as an address that holds all of it.
    logos: Vec<Logo>,
    /// Whether what is written is a report for people, in CSV as well.
    pub is_report: bool,
    /// Where a database is that is not kept.
    private: Option<PrivateFolder>,
    is_swept: Cell<bool>,
    /// A removal of an interrupted command that this one finished.
    finished: RefCell<Option<Erased>>,
}

/// What the command line says for every command.
#[derive(Debug, Clone)]
pub struct Globals {
    /// `--db`.
    pub database: Option<PathBuf>,
    /// `--event`.
    pub event: Option<String>,
    /// `--format`.
    pub format: Option<Format>,
    /// `--lang`.
    pub language: Option<Language>,
    /// `--quiet`, `--verbose`.
    pub talk: Talk,
    /// `--color`: always, never, or as the terminal is.
    pub color: Option<bool>,
}

/// A context that cannot be: why, and the streams to say so.
pub struct Refused {
    /// Why.
    pub error: Error,
    /// The environment, unused.
    pub environment: Environment,
}

impl Context {
    /// Puts together what the environment and the command line say.
    ///
    /// # Errors
    /// When a variable holds what it must not.
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
            format: globals.format,
            talk: globals.talk,
            database,
            database_is_said,
            event,
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
            finished: RefCell::default(),
        })
    }

    /// Opens the database, to change it, and removes what interrupted commands left.
    pub fn store(&self) -> Result<Store, Error> {
        let store = Store::open(&self.database)?.committing(&self.committed);
        if let Some(copy) = store.kept() {
            // The copy is as good without its note.
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
    /// `work` cannot write anything meanwhile, since whoever writes takes the context for itself: a reader
    /// makes others wait who want to change the file.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.store()?.snapshot(work)
    }

    /// Finds the event the command is about.
    pub fn find_event(&self, reader: &Reader<'_>) -> Result<Event, Error> {
        Ok(intake::find_event(reader, self.event.as_deref())?)
    }

    /// Finds the event that a list is bounded by; `None` where none was named, which is everything on file.
    pub fn event_if_named(&self, reader: &Reader<'_>) -> Result<Option<Event>, Error> {
        let named = self.event.as_deref();
        let event = named.map(|it| intake::find_event(reader, Some(it)));
        Ok(event.transpose()?)
    }

    /// Returns the format of a table: as said, else by the ending of the file to write, else text.
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

    /// The language of sentences in cells: what programs read is the same whatever people read.
    pub fn language_of_sentences(&self) -> Language {
        match self.format {
            Some(Format::Json | Format::Jsonl) => Language::FOR_PROGRAMS,
            _ => self.language,
        }
    }

    /// Returns a line of progress for long work, only where somebody looks at it.
    pub fn progress(&self, what: Wording) -> Option<indicatif::ProgressBar> {
        (self.stderr_is_terminal && self.talk > Talk::Quiet).then(|| {
            let bar =
                indicatif::ProgressBar::new_spinner().with_message(what.in_language(self.language));
            bar.enable_steady_tick(std::time::Duration::from_millis(200));
            bar
        })
    }

    /// Whether somebody is asked where a command can ask: never in a pipe, with `--quiet`, or where a
    /// format was named.
    pub fn may_ask(&self) -> bool {
        self.is_interactive && self.talk > Talk::Quiet && self.format.is_none()
    }

    /// Whether what is drawn on the terminal has colours.
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
