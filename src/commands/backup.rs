//! `rollcall backup`

use std::path::{Path, PathBuf};

use super::passphrase::PassphraseArgs;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::store::{Lock, Recipient, refuse_occupied};

/// Write a safe copy of the file
///
/// The copy is whole even while another rollcall is writing. It holds everybody's data as the file does: a copy that
/// leaves this computer should be encrypted. A name that ends in .age asks for that: --recipient is the public key
/// of whoever may open it (age-keygen makes one), --passphrase is for whoever knows it. `rollcall restore` takes
/// both back, and so does the program age.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall backup rollcall-2020-10-08.db
  rollcall backup rollcall.age --passphrase
  rollcall backup rollcall.age --recipient age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
  rollcall backup rollcall.age --recipients-file team.txt")]
pub(super) struct BackupArgs {
    /// Where the copy goes; nothing may be there yet
    file: PathBuf,
    /// Encrypt it for this public key (age1…); may be repeated
    #[arg(long, value_name = "KEY", value_parser = Recipient::parse)]
    recipient: Vec<Recipient>,
    /// Encrypt it for the public keys in this file, one a line
    #[arg(long, value_name = "FILE")]
    recipients_file: Vec<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

pub(super) fn backup(context: &mut Context, args: &BackupArgs) -> Result<Exit, Error> {
    // Before anybody types a passphrase for nothing.
    refuse_occupied(&args.file)?;
    let lock = lock(context, args)?;
    let store = context.store()?;
    let how = match lock {
        Some(lock) => {
            store.encrypt_to(&args.file, lock)?;
            "encrypted"
        }
        None => {
            store.copy_to(&args.file)?;
            "copied"
        }
    };
    // The copy is as good without its note.
    drop(store.record_copy(&args.file, context.now));
    context.say(&format!("{how} to {}", args.file.display()))?;
    Ok(Exit::Done)
}

/// Returns for whom the copy is encrypted, if it is.
fn lock(context: &mut Context, args: &BackupArgs) -> Result<Option<Lock>, Error> {
    let has_recipients = !args.recipient.is_empty() || !args.recipients_file.is_empty();
    let is_age = args
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    match (has_recipients, args.passphrase.is_wanted()) {
        (true, true) => Err(Error::usage(
            "a copy is encrypted for public keys or with a passphrase, not both",
        )),
        (false, false) if is_age => Err(Error::usage(
            "a copy whose name ends in .age is encrypted, and it is not said for whom",
        )
        .hinted("add --recipient KEY or --passphrase; or name it .db for a copy that is not encrypted")),
        (false, false) => Ok(None),
        (true, false) | (false, true) if !is_age => Err(Error::usage(
            "an encrypted copy has a name that ends in .age, so that nobody takes it for the file itself",
        )
        .hinted(format!(
            "name it `{}`",
            args.file.with_extension("age").display()
        ))),
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
    let failed = || Error::new(format!("cannot read public keys from `{}`", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| failed().caused_by(error))?;
    let recipients = Recipient::parse_all(&text).map_err(|reason| failed().caused_by(reason))?;
    if recipients.is_empty() {
        return Err(failed().caused_by("there is none in it"));
    }
    Ok(recipients)
}
