//! The error a command ends with: a kind, a message, its causes and hints; rendered in one place.
//!
//! Lower rooms keep their own errors. Here, and nowhere else, is decided what they mean for whoever
//! typed the command, and which exit code they give.

use std::io::Write;

use crate::catalogue::messages::talk;
use crate::catalogue::{Language, Message, Wording};
use crate::import::{ImportError, ReadError};
use crate::intake::IntakeError;
use crate::output::{WorkbookError, shown};
use crate::store::{Deviation, Locked, StoreError};

/// How a command ended; the numbers are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Failed, and nothing was changed.
    Failed,
    /// The command line is wrong.
    Usage,
    /// Done, but rows were set aside, rejected or for review.
    SetAside,
}

impl Exit {
    /// Returns the exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::SetAside => 3,
        }
    }
}

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command could not be done.
    Failed,
    /// The command line is wrong.
    Usage,
    /// Whoever reads our output has gone.
    BrokenPipe,
}

/// A failure, ready to be told.
#[derive(Debug)]
pub struct Error {
    /// Its kind.
    pub kind: Kind,
    /// What happened, one sentence without a full stop.
    pub message: Message,
    /// Why, nearest first.
    pub causes: Vec<Message>,
    /// What to do.
    pub hints: Vec<Message>,
}

impl Error {
    /// Makes a failure of the given message.
    pub fn new(message: impl Into<Message>) -> Self {
        Self {
            kind: Kind::Failed,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Makes an error of the command line.
    pub fn usage(message: impl Into<Message>) -> Self {
        Self {
            kind: Kind::Usage,
            ..Self::new(message)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds why it happened, in the words of a system or a library.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::fmt::Display) -> Self {
        self.causes.push(Message::verbatim(cause.to_string()));
        self
    }

    /// Adds why it happened.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Message>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// Makes an error of another one, its causes along.
    fn from_chain(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut made = Self::new(error.to_string());
        let mut source = error.source();
        while let Some(cause) = source {
            let said = Message::verbatim(cause.to_string());
            // Some libraries wrap an error in another one that says the same.
            if made.causes.last() != Some(&said) {
                made.causes.push(said);
            }
            source = cause.source();
        }
        made
    }

    /// Returns the exit code it gives.
    pub fn exit(&self) -> Exit {
        match self.kind {
            Kind::Failed => Exit::Failed,
            Kind::Usage => Exit::Usage,
            Kind::BrokenPipe => Exit::Done,
        }
    }

    /// Writes the error as people read it.
    pub fn write(
        &self,
        output: &mut dyn Write,
        language: Language,
        color: bool,
    ) -> std::io::Result<()> {
        let (red, yellow, green, reset) = if color {
            ("\u{1b}[1;31m", "\u{1b}[1;33m", "\u{1b}[1;32m", "\u{1b}[0m")
        } else {
            ("", "", "", "")
        };
        let mut line = |color: &str, label: Wording, message: &Message| {
            let (label, text) = (label.in_language(language), message.in_language(language));
            writeln!(output, "{color}{label}:{reset} {}", shown(&text))
        };
        line(red, talk::ERROR_LABEL, &self.message)?;
        for cause in &self.causes {
            line(yellow, talk::CAUSE_LABEL, cause)?;
        }
        for hint in &self.hints {
            line(green, talk::HINT_LABEL, hint)?;
        }
        Ok(())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self {
                kind: Kind::BrokenPipe,
                ..Self::new("the output was closed")
            }
        } else {
            Self::new("the output cannot be written").caused_by(error)
        }
    }
}

/// Where to learn more of a damaged file; of no use to whoever runs that very command.
pub(crate) const CHECK: &str = "`rollcall check` says more";

/// What to do about a damaged file.
pub(crate) const BACKUP: &str =
    "keep the file as it is and go back to your last backup: rollcall restore COPY --force";

/// What to do about views, triggers and indices that are not as they were made.
pub(crate) const REPAIR: &str = "`rollcall check --repair` makes them anew";

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let made = Self::from_chain(&error);
        match error {
            StoreError::Missing(_) => {
                made.hinted("create it with `rollcall init`, or name another file with --db FILE")
            }
            StoreError::Exists(_) => made.hinted("choose another name, or use the file as it is"),
            StoreError::Unfinished(path) => made.hinted(format!(
                "delete it, then create the file with `rollcall init`; or put your last backup in its place: rollcall restore COPY --force --db {}",
                path.display()
            )),
            StoreError::LeftBehind { path, .. } => made.hinted(format!(
                "where you moved `{0}`, move it back beside that file: it may hold a change that was interrupted; where `{0}` is gone for good, delete it",
                path.display()
            )),
            StoreError::HeldByOthers(_) => made.hinted(
                "remove those rows with the program that wrote them, then try again",
            ),
            StoreError::Replaced(_) => made.hinted("look at the file as it is now, then try again"),
            StoreError::WriteAheadLog { .. } => made.hinted(
                "close every program that has the file open, make sure that you may write the file and its folder, then try again",
            ),
            StoreError::Layout { deviations, .. } => {
                if deviations.iter().all(Deviation::can_be_rebuilt) {
                    made.hinted(REPAIR)
                } else {
                    made.hinted(CHECK).hinted(BACKUP)
                }
            }
            StoreError::Locked { source, .. } => match source {
                Locked::ForPassphrase => made.hinted("add --passphrase, or --passphrase-file FILE"),
                Locked::ForRecipients | Locked::WrongKey => {
                    made.hinted("name the file of the secret key with --identity FILE")
                }
                Locked::Damaged => made.hinted("take another copy of it, or an older backup"),
                Locked::WrongPassphrase | Locked::TooCostly | Locked::Write(_) => made,
            },
            StoreError::Unsound { .. } => made.hinted("take an older backup"),
            StoreError::Upgrade { .. } => made.hinted(
                "make sure that you may write the file and its folder, or upgrade a copy elsewhere: copy it, and name the copy with --db",
            ),
            StoreError::Foreign { .. } => made.hinted(
                "name your rollcall file with --db FILE; files to read go to `rollcall import`",
            ),
            StoreError::Newer { .. } => made.hinted("update rollcall on this machine"),
            StoreError::Busy { .. } => made.hinted("wait until it is done, then try again"),
            StoreError::NoOperation(_) => made.hinted("`rollcall history` lists the operations"),
            StoreError::NothingToUndo => made.hinted("`rollcall history` lists what was done"),
            StoreError::AlreadyUndone { by, .. } => {
                made.hinted(format!("`rollcall undo {by}` would do it again"))
            }
            StoreError::UndoConflict { later, .. } => {
                match later.iter().map(|(id, ..)| id.0).max() {
                    Some(last) => made.hinted(format!(
                        "take the later ones back first, the newest first: `rollcall undo {last}`"
                    )),
                    None => made.hinted("`rollcall history` lists what was done since"),
                }
            }
            StoreError::ReadOnly(_) => made
                .hinted("allow yourself to write the file and its folder, or change a copy: copy it, and name the copy with --db"),
            StoreError::Damaged(_) => made.hinted(CHECK).hinted(BACKUP),
            StoreError::File { .. } | StoreError::Sqlite(_) => made,
        }
    }
}

impl From<WorkbookError> for Error {
    fn from(error: WorkbookError) -> Self {
        let made = Self::from_chain(&error);
        match error {
            WorkbookError::Rows { .. } | WorkbookError::Columns { .. } => {
                made.hinted("write it as CSV, which takes any number: -o FILE.csv")
            }
            WorkbookError::NoRoom { .. } => made.hinted(
                "make room there, or name another folder for temporary files in the variable TMPDIR (on Windows: TMP)",
            ),
            WorkbookError::Target(_) => made.hinted("make room there, or name another file"),
            WorkbookError::Failed(_) => made,
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        Self::from(ImportError::from(error))
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Self {
        let made = Self::from_chain(&error);
        match error.hint() {
            Some(hint) => made.hinted(hint),
            None => made,
        }
    }
}

impl From<IntakeError> for Error {
    fn from(error: IntakeError) -> Self {
        let made = Self::from_chain(&error);
        match error {
            IntakeError::Store(error) => error.into(),
            IntakeError::Import(error) => error.into(),
            IntakeError::Unknown { what, nearest, .. } => {
                if nearest.is_empty() {
                    made.hinted(match what {
                        "question" => "`rollcall review --list` lists the open questions".to_owned(),
                        what => format!("`rollcall {what} list` shows what there is"),
                    })
                } else {
                    let quoted: Vec<String> =
                        nearest.iter().map(|name| format!("`{name}`")).collect();
                    made.hinted(format!("did you mean {}?", quoted.join(" or ")))
                }
            }
            IntakeError::Ambiguous { candidates, .. } => {
                let mut made = made;
                made.causes = candidates.into_iter().map(Message::from).collect();
                made.hinted("name one by its number")
            }
            IntakeError::NoEvent => made.hinted(
                "set one up: rollcall event add \"Autumn meeting\" --start 'YYYY-MM-DD HH:MM' --end HH:MM, or import a programme",
            ),
            IntakeError::WhichEvent(slugs) => {
                made.hinted(format!("name one with --event: {}", slugs.join(", ")))
            }
            IntakeError::Strict { problems, .. } => {
                let mut made = made;
                made.causes = problems
                    .iter()
                    .take(20)
                    .map(|(file, problem)| format!("{file}, {}", place(problem)).into())
                    .collect();
                if problems.len() > 20 {
                    made = made.because(format!("… and {} more", problems.len() - 20));
                }
                made.hinted("correct the rows, or import without --strict and have them set aside")
            }
            IntakeError::NothingFits { problems, .. } => {
                let mut made = made;
                made.causes = problems.iter().take(3).map(|it| place(it).into()).collect();
                made.hinted("if it is the right file, say what it is with --as and what its columns mean with --map")
            }
            IntakeError::UnusedMap(_) => {
                made.hinted("`rollcall inspect FILE` shows the headings as they are written")
            }
            IntakeError::Answered { id, .. } => made.hinted(format!(
                "`rollcall history` shows by which operation; undo that to answer question {id} anew"
            )),
            IntakeError::Unfit { hint, .. } => match hint {
                Some(hint) => made.hinted(hint),
                None => made,
            },
        }
    }
}

/// Returns a problem as a line says it: `line 12, column `E-Mail`: this is no e-mail address`.
pub fn place(problem: &crate::import::Problem) -> String {
    match &problem.column {
        Some(column) => format!(
            "line {}, column `{column}`: {}",
            problem.line, problem.reason
        ),
        None => format!("line {}: {}", problem.line, problem.reason),
    }
}
