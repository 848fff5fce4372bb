//! Prints results on standard output and messages on standard error, and ends a command.
//!
//! `--quiet` silences messages but never errors.
//!
//! # Exit codes
//!
//! A command fails if a result cannot be written, unless the reader closed the pipe and wants no more of it. But what
//! is committed is done: from then on no failure to print makes the command fail. So what could not be written is kept
//! in [`Lost`], and the command ends as it would have. Failing to write messages never makes a command fail.

use std::io::{self, Write as _};

use super::{Context, Talk};
use crate::catalogue::Message;
use crate::catalogue::messages::retention as words;
use crate::error::{Error, Exit, Kind};
use crate::message;
use crate::model::OperationId;
use crate::output::{ShownLines, shown};

/// What could not be written.
#[derive(Debug, Default)]
pub(super) struct Lost {
    /// The error in writing results of a command that is done all the same.
    results: Option<Error>,
    /// Whether messages were lost.
    talk: bool,
}

impl Context {
    /// Writes a result to standard output; on a terminal, control characters are escaped.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = if self.stdout_is_terminal {
            let mut screen = ShownLines::new(&mut self.stdout);
            screen.write_all(bytes).and_then(|()| screen.finish())
        } else {
            self.stdout.write_all(bytes)
        };
        self.result(written)
    }

    /// Writes a line of a result to standard output.
    pub fn line(&mut self, line: impl Into<Message>) -> Result<(), Error> {
        let line = line.into().in_language(self.language);
        self.write(format!("{}\n", shown(&line)).as_bytes())
    }

    /// Handles the outcome of writing a result: a failure, unless the command has changed the file.
    pub(super) fn result(&mut self, written: io::Result<()>) -> Result<(), Error> {
        match written {
            Err(error) if self.committed.newest().is_some() => {
                self.lost.results.get_or_insert(error.into());
                Ok(())
            }
            other => Ok(other?),
        }
    }

    /// Prints what happened, on standard error.
    pub fn say(&mut self, sentence: impl Into<Message>) -> Result<(), Error> {
        self.talk_at(Talk::Normal, &sentence.into())
    }

    /// Prints a detail, on standard error, with `--verbose`.
    pub fn detail(&mut self, sentence: impl Into<Message>) -> Result<(), Error> {
        self.talk_at(Talk::Verbose, &sentence.into())
    }

    /// Prints what to do next, on standard error.
    pub fn hint(&mut self, sentence: impl Into<Message>) -> Result<(), Error> {
        let hint = message!(talk::hint {
            sentence: sentence.into()
        });
        self.talk_at(Talk::Normal, &hint)
    }

    fn talk_at(&mut self, level: Talk, sentence: &Message) -> Result<(), Error> {
        if self.talk >= level {
            // Earlier results come first if both streams go to the same screen.
            self.flush()?;
            let sentence = sentence.in_language(self.language);
            let said = writeln!(self.stderr, "{}", shown(&sentence));
            self.lost.talk |= said.is_err();
        }
        Ok(())
    }

    /// Prints an error; it is never silenced.
    pub fn tell(&mut self, error: &Error) {
        // Failures to write results are handled elsewhere.
        drop(self.stdout.flush());
        let told = error.write(
            &mut self.stderr,
            self.language,
            self.color && self.stderr_is_terminal,
        );
        self.lost.talk |= told.is_err();
    }

    /// Flushes all results.
    pub fn flush(&mut self) -> Result<(), Error> {
        let flushed = self.stdout.flush();
        self.result(flushed)
    }

    /// Ends a command: prints what is left to report, and returns its exit status.
    pub fn end(&mut self, result: Result<Exit, Error>) -> Exit {
        let result = result.and_then(|exit| {
            self.say_unrecorded()?;
            self.flush()?;
            Ok(exit)
        });
        if self.is_overdue.get() && result.is_ok() {
            drop(self.hint(words::OVERDUE));
        }
        let finished = self.tell_finished();
        let result = match (result, finished) {
            (Ok(Exit::Done), finished) => finished,
            (result, _) => result,
        };
        let committed = self.committed.newest();
        let exit = match (result, committed) {
            (Ok(exit), _) => exit,
            (Err(error), None) => {
                if error.kind != Kind::BrokenPipe {
                    self.tell(&error);
                }
                error.exit()
            }
            (Err(error), Some(operation)) => {
                self.tell(&error.hinted(done(operation)));
                Exit::Done
            }
        };
        if let Some(operation) = committed {
            self.tell_lost(operation);
        }
        exit
    }

    /// Reports on any working stream that an operation is done although its results are lost.
    fn tell_lost(&mut self, operation: OperationId) {
        if let Some(error) = self.lost.results.take()
            && error.kind != Kind::BrokenPipe
        {
            self.tell(&error.hinted(done(operation)));
        }
        // Programs that read a format get the number in it, and nothing else.
        if self.lost.talk && self.format.is_none() {
            drop(self.line(done(operation)));
            drop(self.stdout.flush());
        }
    }
}

/// Returns the message that an operation is done, whatever else went wrong.
fn done(operation: OperationId) -> Message {
    message!(talk::done_all_the_same { operation })
}
