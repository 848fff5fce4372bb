//! What every command works with: streams, clock, language, format, the file and the event.
//!
//! The environment is read here and nowhere else: `main` hands over arguments, variables and streams
//! as an [`Environment`], so that a test can hand over others. `ROLLCALL_NOW` fixes the clock.
//!
//! All printing goes through here. Results go to standard output, talk to standard error; `--quiet`
//! silences talk but never errors.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Read, Seek as _, Write};
use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use crate::error::Error;
use crate::intake;
use crate::model::{Event, Instant, time};
use crate::output::{
    self, Content, Format, FormatError, Language, Options, OutputError, Template, Workbook,
};
use crate::store::Store;

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
}

impl Environment {
    /// Takes the process's own.
    pub fn of_process() -> Self {
        Self {
            arguments: std::env::args_os().collect(),
            variables: std::env::vars_os().collect(),
            stdin: Box::new(std::io::stdin()),
            stdout: Box::new(BufWriter::new(std::io::stdout())),
            stderr: Box::new(std::io::stderr()),
            stdin_is_terminal: std::io::stdin().is_terminal(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            terminal_width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
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
    /// The event, where it was named.
    pub event: Option<String>,
    color: bool,
    width: Option<usize>,
    stdout_is_terminal: bool,
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
        let (now, language) = match (
            clock(&environment),
            language(&environment, globals.language),
        ) {
            (Ok(now), Ok(language)) => (now, language),
            (Err(error), _) | (_, Err(error)) => {
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
        let database = globals
            .database
            .or_else(|| environment.variable("ROLLCALL_DB").map(PathBuf::from))
            .unwrap_or_else(|| PathBuf::from("rollcall.db"));
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
            event,
            color,
            width,
            stdout_is_terminal: environment.stdout_is_terminal,
        })
    }

    /// Opens the file.
    pub fn store(&self) -> Result<Store, Error> {
        Ok(Store::open(&self.database)?)
    }

    /// Finds the event the command is about.
    pub fn find_event(&self, store: &Store) -> Result<Event, Error> {
        Ok(intake::find_event(&store.read(), self.event.as_deref())?)
    }

    /// Returns the format of a table: as said, else by the ending of the file to write, else text.
    pub fn format_for(&self, target: Option<&Path>) -> Result<Format, Error> {
        match self.any_format_for(target)? {
            Format::Ics => Err(Error::usage("only the programme can be a calendar")
                .hinted("rollcall export programme -o programme.ics")),
            format => Ok(format),
        }
    }

    fn any_format_for(&self, target: Option<&Path>) -> Result<Format, Error> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let by_ending = match target {
            Some(path) if path != Path::new("-") => Format::from_path(path).map_err(|error| {
                let made = Error::usage(error.to_string());
                match error {
                    FormatError::Ending(_) => {
                        made.hinted("--format says it, whatever the name of the file")
                    }
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

    /// Writes a table or a document to standard output.
    pub fn show(&mut self, content: impl Into<Content>) -> Result<(), Error> {
        self.deliver(content, &Delivery::default())
    }

    /// Writes a table or a document to a file, or to standard output.
    pub fn deliver(
        &mut self,
        content: impl Into<Content>,
        delivery: &Delivery,
    ) -> Result<(), Error> {
        let content = content.into();
        let target = delivery.output.as_deref();
        let format = self.format_for(target)?;
        let template = delivery.read_template(format)?;
        if format == Format::Xlsx {
            let mut workbook = self.workbook(target)?;
            for table in content.tables() {
                workbook.add(&table)?;
            }
            return self.deliver_workbook(workbook, target);
        }
        let to_file = target.filter(|path| *path != Path::new("-"));
        let options = Options {
            language: self.language,
            width: self.width.filter(|_| to_file.is_none()),
            color: self.color && to_file.is_none(),
            raw: delivery.raw,
        };
        let rows = match &content {
            Content::Table(table) => Some(table.rows().len()),
            Content::Document(_) => None,
        };
        let Some(path) = to_file else {
            return output::write(
                content,
                format,
                &options,
                template.as_ref(),
                &mut self.stdout,
            )
            .map_err(not_written);
        };
        let failed = |error| cannot_write(path, error);
        let progress = self.progress("writing");
        let mut file = NewFile::create(path).map_err(failed)?;
        output::write(content, format, &options, template.as_ref(), &mut file).map_err(
            |error| match error {
                OutputError::Write(error) => failed(error),
                other => not_written(other),
            },
        )?;
        file.finish().map_err(failed)?;
        if let Some(progress) = progress {
            progress.finish_and_clear();
        }
        let rows = rows.map_or_else(String::new, |rows| format!(" ({rows} rows)"));
        self.say(&format!("wrote {}{rows}", path.display()))
    }

    /// Begins a workbook that goes to a file, or to standard output.
    ///
    /// # Errors
    /// When standard output is a terminal: nobody can read a workbook there.
    pub fn workbook(&self, target: Option<&Path>) -> Result<Workbook, Error> {
        let to_file = target.filter(|path| *path != Path::new("-"));
        if to_file.is_none() && self.stdout_is_terminal {
            return Err(
                Error::usage("a workbook is no text, and standard output is a terminal")
                    .hinted("write it to a file: -o FILE.xlsx, or > FILE.xlsx behind the command"),
            );
        }
        Ok(Workbook::new(Options {
            language: self.language,
            ..Options::default()
        }))
    }

    /// Writes a workbook to a file, or to standard output.
    pub fn deliver_workbook(
        &mut self,
        workbook: Workbook,
        target: Option<&Path>,
    ) -> Result<(), Error> {
        let written = match target.filter(|path| *path != Path::new("-")) {
            None => {
                // Whole or not at all: half a workbook in a pipe would be opened as a broken one.
                let mut spool = tempfile::tempfile()?;
                let written = workbook.write_to(BufWriter::new(&spool))?;
                spool.rewind()?;
                std::io::copy(&mut spool, &mut self.stdout)?;
                written
            }
            Some(path) => {
                let progress = self.progress("writing");
                let mut file = NewFile::create(path).map_err(|error| cannot_write(path, error))?;
                let written = workbook.write_to(&mut file)?;
                file.finish().map_err(|error| cannot_write(path, error))?;
                if let Some(progress) = progress {
                    progress.finish_and_clear();
                }
                let sheets = if written.tables == 1 {
                    String::new()
                } else {
                    format!("{} sheets, ", written.tables)
                };
                self.say(&format!(
                    "wrote {} ({sheets}{} rows)",
                    path.display(),
                    written.rows
                ))?;
                written
            }
        };
        if written.cut > 0 {
            self.say(&format!(
                "{} too long for a workbook and cut; its notes say which, and CSV has all of it",
                if written.cut == 1 {
                    "1 text is".to_owned()
                } else {
                    format!("{} texts are", written.cut)
                }
            ))?;
        }
        Ok(())
    }

    /// Writes a result to standard output.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.stdout.write_all(bytes)?;
        Ok(())
    }

    /// Writes a line of a result to standard output.
    pub fn line(&mut self, line: &str) -> Result<(), Error> {
        self.write(format!("{}\n", output::shown(line)).as_bytes())
    }

    /// Says what happened, on standard error.
    pub fn say(&mut self, sentence: &str) -> Result<(), Error> {
        self.talk_at(Talk::Normal, sentence)
    }

    /// Says a detail, on standard error, with `--verbose`.
    pub fn detail(&mut self, sentence: &str) -> Result<(), Error> {
        self.talk_at(Talk::Verbose, sentence)
    }

    /// Says what to do next, on standard error.
    pub fn hint(&mut self, sentence: &str) -> Result<(), Error> {
        self.talk_at(Talk::Normal, &format!("hint: {sentence}"))
    }

    fn talk_at(&mut self, level: Talk, sentence: &str) -> Result<(), Error> {
        if self.talk >= level {
            // Results said before come first when both streams go to one screen.
            self.stdout.flush()?;
            writeln!(self.stderr, "{}", output::shown(sentence))?;
        }
        Ok(())
    }

    /// Returns a line of progress for long work, only where somebody looks at it.
    pub fn progress(&self, what: &'static str) -> Option<indicatif::ProgressBar> {
        (self.stderr_is_terminal && self.talk > Talk::Quiet).then(|| {
            let bar = indicatif::ProgressBar::new_spinner().with_message(what);
            bar.enable_steady_tick(std::time::Duration::from_millis(200));
            bar
        })
    }

    /// Tells an error; it is never silenced.
    pub fn tell(&mut self, error: &Error) {
        // Nobody is left to hear that this failed.
        drop(self.stdout.flush());
        drop(error.write(&mut self.stderr, self.color && self.stderr_is_terminal));
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

    /// Makes sure that all results are out.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.stdout.flush()?;
        Ok(())
    }
}

/// Where a result goes, and how: what the commands that write files have on their command line.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Delivery {
    /// Write to this file; its ending decides the format
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Leave cells that look like formulas as they are (CSV)
    #[arg(long)]
    pub raw: bool,
    /// Your own page for HTML, with your letterhead
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
}

impl Delivery {
    /// Reads the own template; it is for HTML alone.
    fn read_template(&self, format: Format) -> Result<Option<Template>, Error> {
        let Some(path) = &self.template else {
            return Ok(None);
        };
        if format != Format::Html {
            return Err(Error::usage(format!(
                "a template is for HTML, and this is {}",
                format.as_str()
            ))
            .hinted("name a file that ends in .html, or add --format html"));
        }
        let text = std::fs::read_to_string(path).map_err(|error| {
            Error::new(format!("cannot read the template `{}`", path.display())).caused_by(error)
        })?;
        let name = path.display().to_string();
        Ok(Some(Template { name, text }))
    }
}

fn not_written(error: OutputError) -> Error {
    match error {
        OutputError::Write(error) => error.into(),
        OutputError::Workbook(error) => error.into(),
        mistake @ OutputError::Template { .. } => {
            Error::new("the template has a mistake; nothing useful was written")
                .caused_by(mistake)
                .hinted(
                    "the names a template may use are in the README under \"Your own letterhead\"",
                )
        }
    }
}

/// Writes a file that its owner alone may read, over whatever was there.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error| cannot_write(path, error);
    let mut file = NewFile::create(path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.finish().map_err(failed)
}

fn cannot_write(path: &Path, error: std::io::Error) -> Error {
    Error::new(format!("cannot write `{}`", path.display())).caused_by(error)
}

/// A file that its owner alone may read. It takes the place of what was there only when it is whole.
struct NewFile {
    writer: BufWriter<std::fs::File>,
    /// Where it is until then and where it belongs; `None` for what cannot be replaced, like a device.
    beside: Option<(tempfile::TempPath, PathBuf)>,
}

impl NewFile {
    fn create(path: &Path) -> std::io::Result<Self> {
        // Through a link, what it leads to is replaced, not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            let device = std::fs::OpenOptions::new().write(true).open(&path)?;
            return Ok(Self {
                writer: BufWriter::new(device),
                beside: None,
            });
        }
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let (file, beside) = tempfile::NamedTempFile::new_in(folder)?.into_parts();
        Ok(Self {
            writer: BufWriter::new(file),
            beside: Some((beside, path)),
        })
    }

    fn finish(self) -> std::io::Result<()> {
        let file = self
            .writer
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        drop(file);
        match self.beside {
            Some((beside, path)) => Ok(beside.persist(path)?),
            None => Ok(()),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.writer.flush()
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
            Error::usage(format!("ROLLCALL_NOW is no time: `{text}`"))
                .hinted("write it as YYYY-MM-DDTHH:MM:SS+00:00")
        }),
    }
}

fn language(environment: &Environment, said: Option<Language>) -> Result<Language, Error> {
    if let Some(language) = said {
        return Ok(language);
    }
    if let Some(word) = environment.variable("ROLLCALL_LANG") {
        return word
            .parse()
            .map_err(|_| Error::usage(format!("ROLLCALL_LANG is `{word}`: write en or de")));
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| environment.variable(name));
    Ok(if locale.is_some_and(|locale| locale.starts_with("de")) {
        Language::German
    } else {
        Language::English
    })
}
