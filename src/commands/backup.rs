//! `rollcall backup`

use std::path::{Path, PathBuf};

use super::passphrase::PassphraseArgs;
use super::refusal::Unfit;
use crate::catalogue::messages::backup as words;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::{Lock, Recipient, refuse_occupied};

#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    file: PathBuf,
    #[arg(long, value_name = "KEY", value_parser = parse_recipient)]
    recipient: Vec<Recipient>,
    #[arg(long, value_name = "FILE")]
    recipients_file: Vec<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

/// Parses a public key, for clap.
fn parse_recipient(text: &str) -> Result<Recipient, Unfit> {
    Recipient::parse(text).map_err(|_| Unfit::because(words::NOT_A_PUBLIC_KEY))
}

pub(super) fn backup(context: &mut Context, args: &BackupArgs) -> Result<Exit, Error> {
    // Before the user types a passphrase in vain.
    refuse_occupied(&args.file)?;
    let lock = lock(context, args)?;
    let store = context.store()?;
    let file = &args.file;
    let said = match lock {
        Some(lock) => {
            store.encrypt_to(file, lock)?;
            message!(backup::encrypted { file })
        }
        None => {
            store.copy_to(file)?;
            message!(backup::copied { file })
        }
    };
    // The copy is valid without being recorded.
    drop(store.record_copy(file, context.now));
    context.say(said)?;
    Ok(Exit::Done)
}

/// Returns how the copy is encrypted, if it is.
fn lock(context: &mut Context, args: &BackupArgs) -> Result<Option<Lock>, Error> {
    let has_recipients = !args.recipient.is_empty() || !args.recipients_file.is_empty();
    let is_age = args
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    match (has_recipients, args.passphrase.is_wanted()) {
        (true, true) => Err(Error::usage(words::KEYS_OR_PASSPHRASE)),
        (false, false) if is_age => {
            Err(Error::usage(words::NOT_SAID_FOR_WHOM).hinted(words::SAY_FOR_WHOM))
        }
        (false, false) => Ok(None),
        (true, false) | (false, true) if !is_age => Err(Error::usage(words::NEEDS_ENDING).hinted(
            message!(backup::name_it {
                file: args.file.with_extension("age")
            }),
        )),
        (true, false) => {
            let mut recipients = args.recipient.clone();
            for path in &args.recipients_file {
                recipients.extend(recipients_of(path)?);
            }
            Ok(Some(Lock::Recipients(recipients)))
        }
        (false, true) => {
            let passphrase = args.passphrase.get(context, true)?;
            Ok(Some(Lock::Passphrase(passphrase)))
        }
    }
}

fn recipients_of(path: &Path) -> Result<Vec<Recipient>, Error> {
    let failed = || Error::new(message!(backup::keys_not_read { file: path }));
    let text = std::fs::read_to_string(path).map_err(|error| failed().caused_by(error))?;
    let recipients = Recipient::parse_all(&text).map_err(|reason| failed().because(reason))?;
    if recipients.is_empty() {
        return Err(failed().because(words::NO_KEYS));
    }
    Ok(recipients)
}
