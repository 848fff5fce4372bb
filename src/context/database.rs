//! Selects the database of a command if it is not simply the one in the folder: one that the command creates, or a
//! temporary one.

use std::path::{Path, PathBuf};

use super::Context;
use super::private_folder::PrivateFolder;
use super::protected::Protects;
use super::record::Record;
use crate::catalogue::messages::files as words;
use crate::error::Error;
use crate::message;
use crate::store::Store;
use crate::store::temporary::{SIDE_FILES, with_suffix};

impl Context {
    /// Returns whether the database's path exists.
    pub fn has_database(&self) -> bool {
        self.database.symlink_metadata().is_ok()
    }

    /// Creates the database.
    pub fn create_store(&self) -> Result<Store, Error> {
        let store = Store::create(&self.database)?.committing(&self.committed);
        Ok(store.by(self.author.clone()))
    }

    /// Uses another database from here on; the current one is not affected.
    pub fn use_database(&mut self, path: &Path) {
        let former = std::mem::replace(&mut self.database, path.to_owned());
        for suffix in SIDE_FILES {
            self.protect(&with_suffix(&former, suffix), Protects::Journal);
        }
        self.protect(&former, Protects::Database);
        self.record = Record::default();
    }

    /// Uses a temporary database from here on, which only its owner can read, and which is deleted when the command
    /// ends, however it ends.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn use_private_database(&mut self) -> Result<(), Error> {
        let parent = std::env::temp_dir();
        let folder = PrivateFolder::create(&parent).map_err(|error| {
            Error::new(message!(files::cannot_create_folder { folder: parent }))
                .caused_by(error)
                .hinted(words::ROOM_OR_ANOTHER_DISK)
        })?;
        self.use_database(&folder.path().join("rollcall.db"));
        self.private = Some(folder);
        Ok(())
    }

    /// Removes the database, which this very command has created.
    pub fn remove_database(&mut self) {
        self.record = Record::default();
        let beside = SIDE_FILES.map(|suffix| with_suffix(&self.database, suffix));
        let files: Vec<PathBuf> = beside.into_iter().chain([self.database.clone()]).collect();
        for file in files {
            // It may not exist.
            drop(std::fs::remove_file(file));
        }
    }
}
