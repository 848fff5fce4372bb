//! Reports the result of a removal after the file's bytes were searched.

use super::Context;
use crate::catalogue::Message;
use crate::catalogue::messages::forget as words;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::{Erased, Held, SoughtKind};

/// The maximum number of row numbers to show.
const NAMED: usize = 5;

impl Context {
    /// Reports what the search of the bytes found; returns the exit status of the command.
    ///
    /// # Errors
    /// If nothing can be written.
    pub fn tell_erased(&mut self, erased: &Erased) -> Result<Exit, Error> {
        for held in &erased.held {
            self.say(message(held))?;
        }
        if erased.traces.is_empty() {
            self.say(words::NO_TRACES)?;
            return Ok(Exit::Done);
        }
        let traces = erased.traces.iter().map(|trace| {
            message!(forget::trace {
                kind: word(trace.kind),
                file: trace.file,
                at: trace.at
            })
        });
        let mut error = Error::new(message!(forget::traces {
            operation: erased.operation,
            count: erased.traces.len()
        }));
        error.causes = traces.collect();
        self.tell(&error.hinted(words::REPORT_TRACES));
        Ok(Exit::SetAside)
    }

    /// Reports the result of a removal that an interrupted command had not finished.
    pub(super) fn tell_finished(&mut self) -> Result<Exit, Error> {
        match self.finished.take() {
            Some(erased) => {
                self.say(message!(forget::finished {
                    operation: erased.operation
                }))?;
                self.tell_erased(&erased)
            }
            None => Ok(Exit::Done),
        }
    }
}

fn word(kind: SoughtKind) -> &'static str {
    match kind {
        SoughtKind::Name => "name",
        SoughtKind::Address => "address",
        SoughtKind::Phone => "phone",
        SoughtKind::Part => "part",
    }
}

fn message(held: &Held) -> Message {
    let numbers = held.rows.iter().take(NAMED).map(ToString::to_string);
    let rows: Vec<String> = numbers.collect();
    message!(forget::held {
        kind: word(held.kind),
        table: held.table,
        count: held.rows.len(),
        rows,
        more: held.rows.len().saturating_sub(NAMED)
    })
}
