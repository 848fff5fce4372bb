//! Writes the files of a command: decides which of them it may replace, moves them into place together, and records
//! them.
//!
//! # Which files are replaced
//!
//! Files in [`Protected`] are never replaced. An existing file is replaced if the record shows that this program wrote
//! its content; anything else only with `--force`. All files of a command are checked before the first one is written.
//!
//! # Moved into place together
//!
//! Every file is written next to its target. When all of them are complete, the record is updated, and then they are
//! renamed. A full disk or a power failure leaves a folder as it was before, except during the renaming itself; and
//! whenever a command is interrupted, the record knows the files of this program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::new_file::{Complete, NewFile, Place, cannot_replace, cannot_write, hash_of};
use super::protected::{Protected, Protects, folder_of};
use super::{Context, Delivery};
use crate::catalogue::messages::files as words;
use crate::catalogue::{Message, Wording};
use crate::error::Error;
use crate::message;
use crate::model::PersonId;
use crate::store::WrittenFile;
use crate::store::temporary::{self, Temporary};

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub struct Writing {
    /// Whether it may replace a file that this program did not write.
    pub force: bool,
    /// Whether it is recorded, like everything that comes from the database.
    pub recorded: bool,
}

/// The files of a command.
#[derive(Default)]
pub(super) struct Files {
    /// The files that the call reads.
    inputs: Vec<(PathBuf, Protects)>,
    /// Complete files that are not in place yet.
    staged: Vec<Staged>,
    /// Whether more files belong to these.
    together: bool,
}

struct Staged {
    file: Temporary,
    /// The path as given on the command line.
    named: PathBuf,
    written: WrittenFile,
    recorded: bool,
    /// The messages to show once it is in place.
    said: Vec<Message>,
}

/// What exists at the path of a file that is about to be written.
enum Standing {
    Nothing,
    /// What this program wrote, with its hash.
    Ours(String),
    /// Something else, with a description.
    Foreign(Wording),
}

impl Context {
    /// Protects a file that this call reads from being replaced by its output.
    pub fn reads(&mut self, path: &Path) {
        self.protect(path, Protects::Input);
    }

    /// Protects a file from being replaced by the output of this call.
    pub(super) fn protect(&mut self, path: &Path, what: Protects) {
        let standard_input = Path::new("/dev/stdin");
        let path = if path == Path::new("-") {
            standard_input
        } else {
            path
        };
        self.files.inputs.push((path.to_owned(), what));
    }

    /// Checks that files may be written, before anything is changed.
    ///
    /// # Errors
    /// If one of them must not be replaced, or was not written by this program and `force` is not set; the error names
    /// all of those.
    pub fn check_targets(&mut self, targets: &[PathBuf], writing: Writing) -> Result<(), Error> {
        let mut protected = Protected::of_database(&self.database);
        for (path, what) in &self.files.inputs {
            protected.add(path, *what);
        }
        for target in targets {
            protected.check(target)?;
        }
        let mut foreign = Vec::new();
        for target in targets {
            if let Place::File(path) = Place::of(target)?
                && let Standing::Foreign(what) = self.standing(target, &path)?
            {
                foreign.push((target, what));
            }
        }
        if writing.force || foreign.is_empty() {
            return Ok(());
        }
        Err(refused(&foreign))
    }

    /// Writes several files, and moves them into place together once all of them are complete.
    ///
    /// # Errors
    /// Those of [`Context::check_targets`], before anything is written, and those of `write`; no file is replaced then.
    pub fn together(
        &mut self,
        targets: &[PathBuf],
        delivery: &Delivery,
        write: impl FnOnce(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.reads_template(delivery);
        self.check_targets(targets, delivery.writing())?;
        self.announce(targets, delivery.writing());
        self.files.together = true;
        let written = write(self);
        self.files.together = false;
        if written.is_err() {
            self.files.staged.clear();
        }
        written.and_then(|()| self.publish())
    }

    /// Writes bytes to a file that only its owner may read.
    ///
    /// # Errors
    /// Those of [`Context::check_targets`], and if it cannot be written.
    pub fn write_file(
        &mut self,
        path: &Path,
        bytes: &[u8],
        writing: Writing,
        said: Vec<Message>,
    ) -> Result<(), Error> {
        let people = if writing.recorded {
            self.named(|names| names.in_bytes(bytes))
        } else {
            BTreeSet::new()
        };
        self.stage(path, people, writing, |file| {
            std::io::Write::write_all(file, bytes).map_err(|error| cannot_write(path, &error))?;
            Ok(said)
        })
    }

    /// Removes a file that an earlier run of the same command wrote.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub fn remove_former(&mut self, path: &Path) -> Result<(), Error> {
        let known = path.canonicalize();
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                let made = Error::new(message!(files::cannot_remove { file: path }));
                return Err(made.caused_by(error));
            }
            _ => {}
        }
        if let Ok(known) = known {
            self.keep_record(|record, _| record.strike_out(&known));
        }
        Ok(())
    }

    /// Creates a folder, for its owner alone, if it does not exist.
    ///
    /// # Errors
    /// If it cannot be created.
    pub fn create_folder(&self, folder: &Path) -> Result<(), Error> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|error| {
            Error::new(message!(files::cannot_create_folder { folder }))
                .caused_by(error)
                .hinted(words::ANOTHER_FOLDER)
        })
    }

    /// Writes a file with `write`, which returns the messages about it.
    pub(super) fn stage(
        &mut self,
        path: &Path,
        people: BTreeSet<PersonId>,
        writing: Writing,
        write: impl FnOnce(&mut NewFile) -> Result<Vec<Message>, Error>,
    ) -> Result<(), Error> {
        let targets = [path.to_owned()];
        self.check_targets(&targets, writing)?;
        let place = Place::of(path)?;
        let mut replaces = None;
        if let Place::File(target) = &place {
            if let Standing::Ours(hash) = self.standing(path, target)? {
                replaces = Some(hash);
            }
            self.announce(&targets, writing);
            temporary::sweep(folder_of(target));
        }
        let failed = |error| cannot_write(path, &error);
        let mut file = NewFile::create(&place).map_err(failed)?;
        let said = write(&mut file)?;
        let Complete { file, hash } = file.complete().map_err(failed)?;
        let (Place::File(target), Some(file)) = (place, file) else {
            return said.iter().try_for_each(|said| self.say(said));
        };
        let written = WrittenFile {
            path: target,
            hash,
            replaces,
            people,
        };
        self.files.staged.push(Staged {
            file,
            named: path.to_owned(),
            written,
            recorded: writing.recorded,
            said,
        });
        if self.files.together {
            return Ok(());
        }
        self.publish()
    }

    /// Moves all complete files into place.
    fn publish(&mut self) -> Result<(), Error> {
        let staged = std::mem::take(&mut self.files.staged);
        let recorded = staged.iter().filter(|it| it.recorded);
        let written: Vec<WrittenFile> = recorded.map(|it| it.written.clone()).collect();
        if !written.is_empty() {
            self.keep_record(|record, now| record.record(&written, now));
        }
        let (count, mut failed) = (staged.len(), Vec::new());
        for file in staged {
            match file.file.replace(&file.written.path) {
                Ok(()) => file.said.iter().try_for_each(|said| self.say(said))?,
                Err(error) => failed.push(cannot_replace(&file.named, &error)),
            }
        }
        first_of(failed, count)
    }

    /// Returns what exists at the path of a file.
    fn standing(&mut self, named: &Path, path: &Path) -> Result<Standing, Error> {
        match std::fs::symlink_metadata(path) {
            Err(_) => return Ok(Standing::Nothing),
            Ok(it) if it.is_symlink() => {
                return Ok(Standing::Foreign(words::LINK_TO_NOTHING));
            }
            Ok(_) => {}
        }
        let known = match self.record() {
            Some(record) => record.hashes(path)?,
            None => None,
        };
        // A file without a hash was only announced.
        let Some(known) = known.filter(|known| !known.is_empty()) else {
            return Ok(Standing::Foreign(words::NOT_OURS));
        };
        let hash = hash_of(path).map_err(|error| {
            Error::new(message!(files::cannot_read_before { file: named })).caused_by(error)
        })?;
        Ok(if known.contains(&hash) {
            Standing::Ours(hash)
        } else {
            Standing::Foreign(words::CHANGED_SINCE)
        })
    }
}

/// Returns the error for files that are not this program's, each with its reason.
fn refused(foreign: &[(&PathBuf, Wording)]) -> Error {
    let made = match foreign {
        [(file, reason)] => Error::new(message!(files::there_already { file, reason })),
        more => {
            let count = more.len();
            let made = Error::new(message!(files::several_there { count }));
            more.iter().fold(made, |made, (file, reason)| {
                made.because(message!(files::one_of_those { file, reason }))
            })
        }
    };
    made.hinted(words::ANOTHER_PLACE_OR_FORCE)
}

/// Returns the error for files that could not be moved into place, if there are any.
fn first_of(mut failed: Vec<Error>, count: usize) -> Result<(), Error> {
    if failed.is_empty() {
        return Ok(());
    }
    let others = count - failed.len();
    let mut made = failed.remove(0);
    for error in failed {
        made.causes.push(error.message);
        made.causes.extend(error.causes);
    }
    if others > 0 {
        made = made.because(message!(files::others_written { count: others }));
    }
    Err(made)
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;
