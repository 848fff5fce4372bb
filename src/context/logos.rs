//! Pictures of whoever holds an event: files that are read when a document is written, and stand in the document itself,
//! since a page loads nothing from elsewhere.

use std::path::Path;

use super::Context;
use super::protected::{Protects, folder_of};
use crate::catalogue::Message;
use crate::catalogue::messages::event as words;
use crate::error::Error;
use crate::message;
use crate::model::EventFacts;
use crate::output::{Logo, PictureKind};

/// A picture of more bytes would make every page heavy: 2 MB.
const LARGEST: u64 = 2 << 20;

impl Context {
    /// Puts the logos of an event into the documents that this command writes.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn use_logos(&mut self, facts: &EventFacts) -> Result<(), Error> {
        let logos = facts.logos.iter().map(|it| self.logo(it));
        self.logos = logos.collect::<Result<_, _>>()?;
        for logo in &facts.logos {
            let file = self.folder_of_logos().join(logo);
            self.protect(&file, Protects::Input);
        }
        Ok(())
    }

    /// What to say of logos that Word and Excel do not show.
    pub fn logos_left_out(&self) -> Option<Message> {
        let count = self.logos.iter().filter(|it| !it.is_for_office()).count();
        (count > 0).then(|| message!(files::logos_left_out { count }))
    }

    /// Where a logo is whose path has no beginning: beside the database, and in this folder where none is kept.
    fn folder_of_logos(&self) -> &Path {
        match self.private {
            Some(_) => Path::new(""),
            None => folder_of(&self.database),
        }
    }

    /// Reads a picture; a path without a folder is beside the database.
    ///
    /// # Errors
    /// When it cannot be read, is not a picture of a known kind, or is too large.
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
