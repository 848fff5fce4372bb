//! The messages for a command line that the parser refuses.
//!
//! The parser writes English sentences; its error also contains the details as data, from which messages are made here
//! in the user's language. A value that one of our parsers refuses comes with its reason as [`Unfit`].

use std::io::{self, Write};
use std::num::ParseIntError;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help;
use crate::catalogue::messages::command_line as words;
use crate::catalogue::{Language, Message};
use crate::display_in_english;
use crate::error::Error;
use crate::message;

/// Why a value on the command line is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unfit(Message);

impl Unfit {
    /// Creates it from the reason.
    pub(super) fn because(reason: impl Into<Message>) -> Self {
        Self(reason.into())
    }

    /// Returns what is wrong with the value.
    pub(super) fn message(&self) -> Message {
        self.0.clone()
    }
}

display_in_english!(Unfit);

impl std::error::Error for Unfit {}

/// Writes what is wrong, how the command is used, and where to find more.
pub(super) fn write(
    error: &clap::Error,
    command: &str,
    output: &mut dyn Write,
    language: Language,
) -> io::Result<()> {
    explained(error).write(output, language, false)?;
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let heading = words::USAGE.in_language(language);
        let usage = help::usage(&usage.to_string(), language);
        writeln!(output, "\n{heading} {usage}")?;
    }
    let more = message!(command_line::for_more { command });
    writeln!(output, "\n{}", more.in_language(language))
}

/// Returns what is wrong, why, and what was perhaps meant.
fn explained(error: &clap::Error) -> Error {
    let mut made = Error::usage(mistake(error));
    if let Some(reason) = reason(error) {
        made = made.because(reason);
    }
    for kind in [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ] {
        let suggested = texts(error, kind);
        if !suggested.is_empty() {
            let words = quoted(&suggested);
            made = made.hinted(message!(command_line::did_you_mean { words }));
        }
    }
    let values = texts(error, ContextKind::ValidValue);
    if !values.is_empty() {
        made = made.hinted(message!(command_line::choices { values }));
    }
    let word = first(error, ContextKind::InvalidArg);
    // The parser writes a separate sentence for this, and only if a value could be in this position.
    let could_be_value = error.get(ContextKind::Suggested).is_some() && word.starts_with('-');
    if error.kind() == ErrorKind::UnknownArgument && could_be_value {
        made = made.hinted(message!(command_line::after_hyphens { word }));
    }
    made
}

fn mistake(error: &clap::Error) -> Message {
    let argument = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = first(error, ContextKind::InvalidSubcommand);
            message!(command_line::no_such_command { word })
        }
        ErrorKind::MissingSubcommand => {
            let command = first(error, ContextKind::InvalidSubcommand);
            message!(command_line::missing_command { command })
        }
        ErrorKind::UnknownArgument => message!(command_line::unexpected { word: argument }),
        ErrorKind::InvalidValue if value.is_empty() => {
            message!(command_line::no_value { argument })
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            message!(command_line::invalid_value { value, argument })
        }
        ErrorKind::TooManyValues => message!(command_line::surplus_value { value, argument }),
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(error, ContextKind::InvalidArg);
            message!(command_line::missing {
                count: missing.len(),
                arguments: quoted(&missing)
            })
        }
        ErrorKind::InvalidUtf8 => words::NOT_TEXT.into(),
        _ => words::WRONG.into(),
    }
}

fn conflict(error: &clap::Error, argument: &str) -> Message {
    let others = texts(error, ContextKind::PriorArg);
    if others.iter().any(|other| other == argument) {
        return message!(command_line::not_twice { argument });
    }
    if others.is_empty() {
        return message!(command_line::not_together_with_others { argument });
    }
    let others = quoted(&others);
    message!(command_line::not_together { argument, others })
}

/// Returns why a value is refused, in our words if we have any.
fn reason(error: &clap::Error) -> Option<Message> {
    let source = std::error::Error::source(error)?;
    if let Some(unfit) = source.downcast_ref::<Unfit>() {
        return Some(unfit.message());
    }
    if source.is::<ParseIntError>() {
        return Some(words::NOT_A_NUMBER.into());
    }
    Some(Message::verbatim(source.to_string()))
}

/// Returns an error's details of a kind.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn first(error: &clap::Error, kind: ContextKind) -> String {
    texts(error, kind).into_iter().next().unwrap_or_default()
}

fn quoted(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}
