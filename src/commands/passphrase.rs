//! Passphrases: read from a file or standard input, or typed without an echo; never on the command line.

use std::io::Read;
use std::path::{Path, PathBuf};

use inquire::{Password, PasswordDisplayMode};

use crate::catalogue::Wording;
use crate::catalogue::messages::backup as words;
use crate::context::Context;
use crate::error::Error;
use crate::message;
use crate::store::Passphrase;

/// Where a passphrase comes from.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct PassphraseArgs {
    #[arg(long)]
    passphrase: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase")]
    passphrase_file: Option<PathBuf>,
}

impl PassphraseArgs {
    /// Returns whether a passphrase is requested.
    pub(super) fn is_wanted(&self) -> bool {
        self.passphrase || self.passphrase_file.is_some()
    }

    /// Reads the passphrase; for a new copy the user types it twice.
    pub(super) fn get(&self, context: &mut Context, is_new: bool) -> Result<Passphrase, Error> {
        let text = match &self.passphrase_file {
            Some(path) => read(context, path)?,
            None => ask(context, is_new)?,
        };
        if text.is_empty() {
            return Err(Error::usage(words::PASSPHRASE_EMPTY));
        }
        Ok(text.into())
    }
}

/// Returns the first line of a file or of standard input.
fn read(context: &mut Context, path: &Path) -> Result<String, Error> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        context.stdin.read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|error| {
        Error::new(message!(backup::passphrase_not_read { file: path })).caused_by(error)
    })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn ask(context: &Context, is_new: bool) -> Result<String, Error> {
    if !context.is_interactive {
        return Err(Error::usage(words::NOBODY_TO_ASK).hinted(words::PASSPHRASE_IN_A_FILE));
    }
    let said = |wording: Wording| wording.in_language(context.language);
    let question = Password::new(said(words::PASSPHRASE));
    let question = question.with_display_mode(PasswordDisplayMode::Hidden);
    let question = if is_new {
        question
            .with_custom_confirmation_message(said(words::ONCE_MORE))
            .with_custom_confirmation_error_message(said(words::TWO_DIFFER))
    } else {
        question.without_confirmation()
    };
    question
        .prompt()
        .map_err(|error| Error::new(words::NO_PASSPHRASE).caused_by(error))
}
