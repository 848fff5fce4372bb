//! The error a command ends with: a kind, a message, its causes and hints; rendered in one place.
//!
//! Lower modules have their own errors. Only here is it decided what they mean to the user, and which exit code they
//! give.

use std::io::Write;

use crate::catalogue::messages::{errors as words, output, talk};
use crate::catalogue::{Language, Message, Wording};
use crate::import::{ImportError, Problem, ReadError};
use crate::intake::IntakeError;
use crate::message;
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
    /// Done, but rows were set aside, rejected or left for review.
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

/// The kind of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command failed.
    Failed,
    /// The command line is wrong.
    Usage,
    /// The reader of the output has closed it.
    BrokenPipe,
}

/// A failure, ready to be printed.
#[derive(Debug)]
pub struct Error {
    /// Its kind.
    pub kind: Kind,
    /// What happened, one sentence without a full stop.
    pub message: Message,
    /// The causes, the direct one first.
    pub causes: Vec<Message>,
    /// What to do.
    pub hints: Vec<Message>,
}

impl Error {
    /// Creates a failure with the given message.
    pub fn new(message: impl Into<Message>) -> Self {
        Self {
            kind: Kind::Failed,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Creates an error of the command line.
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

    /// Adds a cause, in the words of a system or a library.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::fmt::Display) -> Self {
        self.causes.push(Message::verbatim(cause.to_string()));
        self
    }

    /// Adds a cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Message>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// Converts another error with its causes.
    fn from_chain(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut made = Self::new(Message::verbatim(error.to_string()));
        let mut source = error.source();
        while let Some(cause) = source {
            let said = Message::verbatim(cause.to_string());
            // Some libraries wrap an error in another one with the same message.
            if made.causes.last() != Some(&said) {
                made.causes.push(said);
            }
            source = cause.source();
        }
        made
    }

    /// Returns its exit code.
    pub fn exit(&self) -> Exit {
        match self.kind {
            Kind::Failed => Exit::Failed,
            Kind::Usage => Exit::Usage,
            Kind::BrokenPipe => Exit::Done,
        }
    }

    /// Writes the error for people.
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
                ..Self::new(words::OUTPUT_CLOSED)
            }
        } else {
            Self::new(output::NOT_WRITTEN).caused_by(error)
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let mut made = Self::from_chain(&error);
        made.message = error.message();
        if let (Some(first), Some(cause)) = (made.causes.first_mut(), error.cause()) {
            *first = cause;
        }
        match error {
            StoreError::Missing(_) => made.hinted(words::CREATE_IT),
            StoreError::Exists(_) => made.hinted(words::CHOOSE_ANOTHER_NAME),
            StoreError::Unfinished(path) => {
                made.hinted(message!(errors::delete_and_create { file: path }))
            }
            StoreError::LeftBehind { path, .. } => {
                made.hinted(message!(errors::move_back { file: path }))
            }
            StoreError::HeldByOthers(_) => made.hinted(words::REMOVE_THOSE_ROWS),
            StoreError::Replaced(_) => made.hinted(words::LOOK_AGAIN),
            StoreError::WriteAheadLog { .. } => made.hinted(words::CLOSE_PROGRAMS),
            StoreError::Layout { deviations, .. } => {
                if deviations.iter().all(Deviation::can_be_rebuilt) {
                    made.hinted(words::REPAIR)
                } else {
                    made.hinted(words::CHECK).hinted(words::GO_BACK)
                }
            }
            StoreError::Locked { source, .. } => match source {
                Locked::ForPassphrase => made.hinted(words::ADD_PASSPHRASE),
                Locked::ForRecipients | Locked::WrongKey => made.hinted(words::NAME_IDENTITY),
                Locked::Damaged => made.hinted(words::ANOTHER_COPY),
                Locked::WrongPassphrase | Locked::TooCostly | Locked::Write(_) => made,
            },
            StoreError::Unsound { .. } => made.hinted(words::OLDER_BACKUP),
            StoreError::Upgrade { .. } => made.hinted(words::ALLOW_UPGRADE),
            StoreError::Foreign { .. } => made.hinted(words::NAME_YOUR_FILE),
            StoreError::Newer { .. } => made.hinted(words::UPDATE),
            StoreError::Busy { .. } => made.hinted(words::WAIT),
            StoreError::NoOperation(_) => made.hinted(words::LISTS_OPERATIONS),
            StoreError::NothingToUndo | StoreError::Final(_) => {
                made.hinted(words::LISTS_WHAT_WAS_DONE)
            }
            StoreError::AlreadyUndone { by, .. } => {
                made.hinted(message!(errors::do_it_again { operation: by }))
            }
            StoreError::UndoConflict { later, .. } => {
                match later.iter().map(|(id, ..)| id.0).max() {
                    Some(last) => {
                        made.hinted(message!(errors::later_ones_first { operation: last }))
                    }
                    None => made.hinted(words::LISTS_WHAT_FOLLOWED),
                }
            }
            StoreError::InCancelled(_) => made.hinted(words::TAKES_PLACE_AFTER_ALL),
            StoreError::Dropped(_) => made.hinted(words::EMPTY_THE_LAST_COLUMN),
            StoreError::Erasure { .. } => made.hinted(words::NEXT_COMMAND_ERASES),
            StoreError::ReadOnly(_) => made.hinted(words::ALLOW_WRITING),
            StoreError::Damaged(_) => made.hinted(words::CHECK).hinted(words::GO_BACK),
            StoreError::File { .. } | StoreError::Sqlite(_) | StoreError::NoRandomness(_) => made,
        }
    }
}

impl From<WorkbookError> for Error {
    fn from(error: WorkbookError) -> Self {
        let mut made = Self::new(error.message());
        if let Some(source) = std::error::Error::source(&error) {
            made = made.caused_by(source);
        }
        match error {
            WorkbookError::Rows { .. } | WorkbookError::Columns { .. } => {
                made.hinted(words::WRITE_AS_CSV)
            }
            WorkbookError::NoRoom { .. } => made.hinted(words::MAKE_ROOM_FOR_TEMPORARY_FILES),
            WorkbookError::Target(_) => made.hinted(words::MAKE_ROOM),
            WorkbookError::Failed(_) => made,
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        let mut made = Self::from_chain(&error);
        made.message = error.message();
        made.hints.extend(error.hint());
        made
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Self {
        if let ImportError::Read(error) = error {
            return error.into();
        }
        Self::from(&error)
    }
}

impl From<&ImportError> for Error {
    fn from(error: &ImportError) -> Self {
        let mut made = Self::new(error.message());
        made.hints.extend(error.hint());
        made
    }
}

impl From<IntakeError> for Error {
    fn from(error: IntakeError) -> Self {
        let mut made = Self::new(error.message());
        made.hints.extend(error.hint());
        match error {
            IntakeError::Store(error) => error.into(),
            IntakeError::Import(error) => error.into(),
            IntakeError::Ambiguous { candidates, .. } => {
                made.causes = candidates.into_iter().map(Message::verbatim).collect();
                made
            }
            IntakeError::Strict { problems, .. } => {
                let named = problems.iter().take(20);
                let named = named.map(|(file, it)| {
                    message!(references::problem_in_file {
                        file,
                        problem: it.message()
                    })
                });
                made.causes = named.collect();
                if problems.len() > 20 {
                    made = made.because(message!(references::and_more {
                        count: problems.len() - 20
                    }));
                }
                made
            }
            IntakeError::NothingFits { problems, .. } => {
                made.causes = problems.iter().take(3).map(Problem::message).collect();
                made
            }
            _ => made,
        }
    }
}
