//! Passphrases: read from a file or standard input, or asked for without an echo; never on the command line.

use std::io::Read;
use std::path::{Path, PathBuf};

use inquire::{Password, PasswordDisplayMode};

use crate::context::Context;
use crate::error::Error;
use crate::store::Passphrase;

/// Where a passphrase comes from.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct PassphraseArgs {
    /// With a passphrase, which is asked for
    #[arg(long)]
    passphrase: bool,
    /// With the passphrase in the first line of this file; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase")]
    passphrase_file: Option<PathBuf>,
}

impl PassphraseArgs {
    /// Whether there is to be one.
    pub(super) fn is_wanted(&self) -> bool {
        self.passphrase || self.passphrase_file.is_some()
    }

    /// Gets the passphrase; one for a new copy is asked for twice.
    pub(super) fn get(&self, context: &mut Context, is_new: bool) -> Result<Passphrase, Error> {
        let text = match &self.passphrase_file {
            Some(path) => read(context, path)?,
            None => ask(context, is_new)?,
        };
        if text.is_empty() {
            return Err(Error::usage("the passphrase is empty"));
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
        Error::new(format!(
            "cannot read the passphrase from `{}`",
            path.display()
        ))
        .caused_by(error)
    })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn ask(context: &Context, is_new: bool) -> Result<String, Error> {
    let elsewhere =
        "write it into a file that only you can read, and name that with --passphrase-file FILE";
    if !context.is_interactive {
        return Err(
            Error::usage("nobody is at a terminal to be asked for the passphrase")
                .hinted(elsewhere),
        );
    }
    let question = Password::new("Passphrase:").with_display_mode(PasswordDisplayMode::Hidden);
    let question = if is_new {
        question
            .with_custom_confirmation_message("Once more:")
            .with_custom_confirmation_error_message("These two differ.")
    } else {
        question.without_confirmation()
    };
    question.prompt().map_err(|error| {
        Error::new("no passphrase was given; nothing was written").caused_by(error)
    })
}
