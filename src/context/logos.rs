//! Pictures of whoever holds an event: files that are read when a document is written, and stand in the document itself,
//! since a page loads nothing from elsewhere.

use std::path::Path;

use super::Context;
use super::protected::{Protects, folder_of};
use crate::catalogue::messages::event as words;
use crate::error::Error;
use crate::message;
use crate::model::EventFacts;

/// The kinds of pictures that every browser shows, by the endings of their files.
const KINDS: [(&str, &str); 4] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("svg", "image/svg+xml"),
];

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

    /// Where a logo is whose path has no beginning: beside the database, and in this folder where none is kept.
    fn folder_of_logos(&self) -> &Path {
        match self.private {
            Some(_) => Path::new(""),
            None => folder_of(&self.database),
        }
    }

    /// Reads a picture as an address that holds all of it; a path without a folder is beside the database.
    ///
    /// # Errors
    /// When it cannot be read, is not a picture of a known kind, or is too large.
    pub fn logo(&self, logo: &str) -> Result<String, Error> {
        let file = self.folder_of_logos().join(logo);
        let ending = Path::new(logo).extension().and_then(|it| it.to_str());
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        let kind = KINDS.iter().find(|(known, _)| *known == ending);
        let Some((_, kind)) = kind else {
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
        Ok(format!("data:{kind};base64,{}", in_base64(&bytes)))
    }
}

fn in_base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let sign = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or_default();
            text.push(if index <= group.len() {
                char::from(SIGNS[sign])
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_has_it() {
        // RFC 4648 has these examples.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(in_base64(bytes.as_bytes()), text);
        }
    }
}
