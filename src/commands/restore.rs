//! `rollcall restore`

use std::io::BufReader;
use std::path::{Path, PathBuf};

use super::passphrase::PassphraseArgs;
use crate::context::Context;
use crate::error::{Error, Exit, REPAIR};
use crate::store::{Key, Store, StoreError, needs_key, refuse_occupied};

/// Put a backup into the place of the file
///
/// The backup is checked first: ours, sound, of a layout that this program knows. It stays as it is. A file that is
/// there already is replaced only with --force, and is kept beside it under another name.
#[derive(Debug, clap::Args)]
#[command(before_help = "Examples:
  rollcall restore rollcall-2020-10-08.db
  rollcall restore rollcall-2020-10-08.db --force        the file of today is kept beside it
  rollcall restore rollcall.age --passphrase
  rollcall restore rollcall.age --identity key.txt")]
pub(super) struct RestoreArgs {
    /// The backup
    file: PathBuf,
    /// Replace the file that is there; it is kept under another name
    #[arg(long)]
    force: bool,
    /// The secret key that opens it, as age-keygen writes it
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

pub(super) fn restore(context: &mut Context, args: &RestoreArgs) -> Result<Exit, Error> {
    let path = context.database.clone();
    // Before anybody types a passphrase for nothing.
    if !args.force {
        refuse_occupied(&path).map_err(|error| explained(error, args))?;
    }
    let key = key(context, args)?;
    let restored = Store::restore(&args.file, key.as_ref(), &path, args.force)
        .map_err(|error| explained(error, args))?;
    let (file, path) = (args.file.display(), path.display());
    context.say(&format!("restored {path} from {file}"))?;
    if let Some(kept) = &restored.kept {
        if let Ok(store) = context.store() {
            // What was there is as safe without its note.
            drop(store.record_copy(kept, context.now));
        }
        context.say(&format!("what was there is now {}", kept.display()))?;
    }
    for deviation in &restored.deviations {
        context.say(&deviation.to_string())?;
    }
    if !restored.deviations.is_empty() {
        context.hint(REPAIR)?;
    }
    Ok(Exit::Done)
}

/// An existing file is the usual case here, and there is a way on.
fn explained(error: StoreError, args: &RestoreArgs) -> Error {
    let is_in_the_way = matches!(error, StoreError::Exists(_) | StoreError::Unfinished(_));
    let mut made = Error::from(error);
    if is_in_the_way && !args.force {
        made.hints = vec![
            "--force puts the backup into its place, and keeps what is there beside it".into(),
        ];
    }
    made
}

/// Returns what opens the backup; one that is not encrypted needs nothing.
fn key(context: &mut Context, args: &RestoreArgs) -> Result<Option<Key>, Error> {
    if !needs_key(&args.file)? {
        if args.identity.is_some() || args.passphrase.is_wanted() {
            return Err(
                Error::usage(format!("`{}` is not encrypted", args.file.display()))
                    .hinted("leave out --identity and --passphrase"),
            );
        }
        return Ok(None);
    }
    match (&args.identity, args.passphrase.is_wanted()) {
        (Some(_), true) => Err(Error::usage(
            "a copy is opened with a secret key or with a passphrase, not both",
        )),
        (Some(path), false) => identities(path).map(Some),
        (None, true) => Ok(Some(Key::Passphrase(args.passphrase.get(context, false)?))),
        (None, false) => Err(
            Error::usage(format!("`{}` is encrypted", args.file.display()))
                .hinted("add --identity FILE with the secret key, or --passphrase"),
        ),
    }
}

fn identities(path: &Path) -> Result<Key, Error> {
    let failed = || {
        Error::new(format!(
            "cannot read a secret key from `{}`",
            path.display()
        ))
    };
    let file = std::fs::File::open(path).map_err(|error| failed().caused_by(error))?;
    Key::parse_identities(BufReader::new(file)).map_err(|reason| failed().caused_by(reason))
}
