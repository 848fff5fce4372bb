//! Keeps and queries the record of the files that a command writes.
//!
//! If it cannot be kept because the database is read-only or busy, files are written all the same. The user is informed
//! once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Context;
use super::files::Writing;
use super::mentions::Names;
use super::new_file::Place;
use super::private_folder;
use super::protected::folder_of;
use crate::error::Error;
use crate::message;
use crate::model::{Instant, PersonId};
use crate::store::{StoreError, WrittenFiles, temporary};

/// The record, opened on demand, and data loaded along with it.
#[derive(Default)]
pub(super) struct Record {
    is_looked_for: bool,
    /// `None` if there is no database, or it has no record.
    written: Option<WrittenFiles>,
    /// Why a file could not be recorded.
    unrecorded: Option<Error>,
    names: Option<Names>,
}

impl Context {
    /// Records where files are about to be written.
    pub(super) fn announce(&mut self, targets: &[PathBuf], writing: Writing) {
        if !writing.recorded {
            return;
        }
        let places = targets.iter().filter_map(|it| Place::of(it).ok());
        let paths: Vec<PathBuf> = places
            .filter_map(|place| match place {
                Place::File(path) => Some(path),
                Place::Device(_) => None,
            })
            .collect();
        let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        if !paths.is_empty() {
            self.keep_record(|record, now| record.announce(&paths, now));
        }
    }

    /// Returns the people that `find` finds among everybody on file.
    pub(super) fn named(
        &mut self,
        find: impl FnOnce(&Names) -> BTreeSet<PersonId>,
    ) -> BTreeSet<PersonId> {
        if self.record.names.is_none() {
            let names = self.record().and_then(|record| Names::read(record).ok());
            self.record.names = Some(names.unwrap_or_default());
        }
        self.record.names.as_ref().map(find).unwrap_or_default()
    }

    /// Returns the record of the database in use, if it has one.
    pub(super) fn record(&mut self) -> Option<&mut WrittenFiles> {
        if !self.record.is_looked_for {
            self.record.is_looked_for = true;
            let opened = self
                .database
                .exists()
                .then(|| WrittenFiles::open(&self.database));
            match opened.transpose() {
                Ok(written) => self.record.written = written,
                Err(error) => self.record.unrecorded = Some(error.into()),
            }
        }
        self.record.written.as_mut()
    }

    /// Updates the record; a failure is reported at the end, and later updates are not tried.
    pub(super) fn keep_record(
        &mut self,
        note: impl FnOnce(&mut WrittenFiles, Instant) -> Result<(), StoreError>,
    ) {
        let now = self.now;
        if self.record.unrecorded.is_none()
            && let Some(record) = self.record()
            && let Err(error) = note(record, now)
        {
            self.record.unrecorded = Some(error.into());
        }
    }

    /// Reports that files could not be recorded, and the consequences.
    pub(super) fn say_unrecorded(&mut self) -> Result<(), Error> {
        let Some(error) = self.record.unrecorded.take() else {
            return Ok(());
        };
        let causes = std::iter::once(&error.message).chain(&error.causes);
        let causes: Vec<String> = causes.map(|it| it.in_language(self.language)).collect();
        self.say(message!(files::not_recorded {
            reason: causes.join(": ")
        }))
    }

    /// Removes what interrupted commands left in the folders that the database knows. Folders other than its own may be
    /// on a slow disk: they get one second.
    pub(super) fn sweep(&self) {
        let own = folder_of(&self.database);
        temporary::sweep(own);
        private_folder::sweep(&std::env::temp_dir());
        let Ok(mut folders) = WrittenFiles::open(&self.database).and_then(|it| it.folders()) else {
            return;
        };
        if let Ok(own) = own.canonicalize() {
            folders.remove(&own);
        }
        if folders.is_empty() {
            return;
        }
        let (done, swept) = std::sync::mpsc::sync_channel(1);
        let sweeping = std::thread::Builder::new().spawn(move || {
            for folder in folders {
                temporary::sweep(&folder);
            }
            done.send(())
        });
        if sweeping.is_ok() {
            // The rest is swept by a later command.
            let _ = swept.recv_timeout(Duration::from_secs(1));
        }
    }
}
