//! Logos of the organisers: files that are read when a document is written, and embedded in it, since a page loads
//! nothing from elsewhere.

use std::path::Path;

use super::Context;
use super::protected::{Protects, folder_of};
use crate::catalogue::Message;
use crate::catalogue::messages::event as words;
use crate::error::Error;
use crate::message;
use crate::model::EventFacts;
use crate::output::{Logo, PictureKind};

/// The maximum size of a picture, 2 MB: a larger one would make every page too large.
const LARGEST: u64 = 2 << 20;

impl Context {
    /// Puts the logos of an event into the documents that this command writes.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn use_logos(&mut self, facts: &EventFacts) -> Result<(), Error> {
        let logos = facts.logos.iter().map(|it| self.logo(it));
        self.logos = logos.collect::<Result<_, _>>()?;
        for logo in &facts.logos {
            let file = self.folder_of_logos().join(logo);
            self.protect(&file, Protects::Input);
        }
        Ok(())
    }

    /// Returns a message about logos that Word and Excel cannot show.
    pub fn logos_left_out(&self) -> Option<Message> {
        let count = self.logos.iter().filter(|it| !it.is_for_office()).count();
        (count > 0).then(|| message!(files::logos_left_out { count }))
    }

    /// Returns the folder for relative paths of logos: that of the database, or the current one if the database is
    /// temporary.
    fn folder_of_logos(&self) -> &Path {
        match self.private {
            Some(_) => Path::new(""),
            None => folder_of(&self.database),
        }
    }

    /// Reads a picture; a relative path starts at the folder of the database.
    ///
    /// # Errors
    /// If it cannot be read, is not a picture of a known type, or is too large.
    pub fn logo(&self, logo: &str) -> Result<Logo, Error> {
        let file = self.folder_of_logos().join(logo);
        let ending = Path::new(logo).extension().and_then(|it| it.to_str());
        let Some(kind) = ending.and_then(PictureKind::of_ending) else {
            return Err(
                Error::new(message!(event::not_a_logo { file })).hinted(words::LOGO_FORMATS)
            );
        };
        let not_read = |error: &std::io::Error| {
            Error::new(message!(event::logo_not_read { file }))
                .caused_by(error)
                .hinted(words::ANOTHER_LOGO)
        };
        let length = std::fs::metadata(&file)
            .map_err(|error| not_read(&error))?
            .len();
        if length > LARGEST {
            return Err(
                Error::new(message!(event::logo_too_large { file })).hinted(words::SMALLER_LOGO)
            );
        }
        let bytes = std::fs::read(&file).map_err(|error| not_read(&error))?;
        Ok(Logo { kind, bytes })
    }
}
