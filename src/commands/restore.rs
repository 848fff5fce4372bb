//! `rollcall restore`

use std::io::BufReader;
use std::path::{Path, PathBuf};

use super::passphrase::PassphraseArgs;
use crate::catalogue::messages::{backup as words, errors};
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::message;
use crate::store::{Key, Store, StoreError, needs_key, refuse_occupied};

#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    file: PathBuf,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

pub(super) fn restore(context: &mut Context, args: &RestoreArgs) -> Result<Exit, Error> {
    let path = context.database.clone();
    // Before the user types a passphrase in vain.
    if !args.force {
        refuse_occupied(&path).map_err(|error| explained(error, args))?;
    }
    let key = key(context, args)?;
    let restored = Store::restore(&args.file, key.as_ref(), &path, args.force)
        .map_err(|error| explained(error, args))?;
    context.say(message!(backup::restored {
        file: path,
        backup: args.file
    }))?;
    if let Some(kept) = &restored.kept {
        if let Ok(store) = context.store() {
            // The kept file is valid without being recorded.
            drop(store.record_copy(kept, context.now));
        }
        context.say(message!(backup::kept { file: kept }))?;
    }
    for deviation in &restored.deviations {
        context.say(deviation.message())?;
    }
    if !restored.deviations.is_empty() {
        context.hint(errors::REPAIR)?;
    }
    Ok(Exit::Done)
}

/// An existing file is the usual case here, and there is a solution.
fn explained(error: StoreError, args: &RestoreArgs) -> Error {
    let is_in_the_way = matches!(error, StoreError::Exists(_) | StoreError::Unfinished(_));
    let mut made = Error::from(error);
    if is_in_the_way && !args.force {
        made.hints = vec![words::FORCE_KEEPS.into()];
    }
    made
}

/// Returns what decrypts the backup; one that is not encrypted needs nothing.
fn key(context: &mut Context, args: &RestoreArgs) -> Result<Option<Key>, Error> {
    if !needs_key(&args.file)? {
        if args.identity.is_some() || args.passphrase.is_wanted() {
            let made = Error::usage(message!(backup::not_encrypted { file: args.file }));
            return Err(made.hinted(words::LEAVE_OUT_KEYS));
        }
        return Ok(None);
    }
    match (&args.identity, args.passphrase.is_wanted()) {
        (Some(_), true) => Err(Error::usage(words::KEY_OR_PASSPHRASE)),
        (Some(path), false) => identities(path).map(Some),
        (None, true) => Ok(Some(Key::Passphrase(args.passphrase.get(context, false)?))),
        (None, false) => {
            let made = Error::usage(message!(backup::is_encrypted { file: args.file }));
            Err(made.hinted(words::ADD_KEY))
        }
    }
}

fn identities(path: &Path) -> Result<Key, Error> {
    let failed = || Error::new(message!(backup::secret_not_read { file: path }));
    let file = std::fs::File::open(path).map_err(|error| failed().caused_by(error))?;
    Key::parse_identities(BufReader::new(file)).map_err(|reason| failed().because(reason))
}
