//! The secret key of a file, and the hashes and masks made with it.

use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::Sha256;

use super::super::{StoreError, Writer};
use crate::catalogue::messages::store as words;

/// The key: random, and unique to a file and its copies.
#[derive(Clone)]
pub(super) struct FileKey([u8; 32]);

impl std::fmt::Debug for FileKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("FileKey")
    }
}

impl FileKey {
    /// Reads the key of a file; `None` if nobody was ever removed.
    pub(super) fn read(connection: &Connection) -> Result<Option<Self>, StoreError> {
        let key: Option<Vec<u8>> = connection
            .query_row("SELECT key FROM file_key", [], |row| row.get(0))
            .optional()?;
        let damaged = |_| StoreError::Damaged(words::DAMAGED_KEY.into());
        let key = key.map(|key| key.try_into().map(Self).map_err(damaged));
        key.transpose()
    }

    /// Returns the keyed hash of texts, in hexadecimal.
    pub(super) fn hash(&self, texts: &[&str]) -> String {
        let mut mac = self.mac();
        for text in texts {
            // The length marks the end of a text, so that different lists of texts give different hashes.
            mac.update(&(text.len() as u64).to_be_bytes());
            mac.update(text.as_bytes());
        }
        let bytes = mac.finalize().into_bytes();
        let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
        digits.collect::<Vec<_>>().concat()
    }

    /// Masks bytes so that a search for their content does not find them; masking again restores them.
    pub(super) fn mask(&self, bytes: &[u8]) -> Vec<u8> {
        let mut masked = Vec::with_capacity(bytes.len());
        for (number, block) in (0_u64..).zip(bytes.chunks(32)) {
            let mut mac = self.mac();
            mac.update(b"mask");
            mac.update(&number.to_be_bytes());
            let pad = mac.finalize().into_bytes();
            masked.extend(block.iter().zip(pad).map(|(byte, pad)| byte ^ pad));
        }
        masked
    }

    fn mac(&self) -> Hmac<Sha256> {
        // HMAC accepts keys of any length.
        #[expect(clippy::expect_used, reason = "there is no length that is refused")]
        Hmac::new_from_slice(&self.0).expect("any key is one")
    }
}

impl Writer<'_> {
    /// Returns the file's key, and creates it if there is none.
    pub(super) fn file_key(&self) -> Result<FileKey, StoreError> {
        if let Some(key) = FileKey::read(&*self.connection.complete()?)? {
            return Ok(key);
        }
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|error| StoreError::NoRandomness(error.to_string()))?;
        self.connection
            .execute("INSERT INTO file_key (id, key) VALUES (1, ?1)", [key])?;
        Ok(FileKey(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_depends_on_the_key_and_on_where_a_text_ends() {
        let (one, other) = (FileKey([1; 32]), FileKey([2; 32]));
        assert_ne!(one.hash(&["anna"]), other.hash(&["anna"]));
        assert_ne!(one.hash(&["an", "na"]), one.hash(&["anna"]));
        assert_eq!(one.hash(&["an", "na"]), one.hash(&["an", "na"]));
        // No test vectors exist for these inputs; those of RFC 4231 are tested by the library.
        assert_eq!(one.hash(&[]).len(), 64);
    }

    #[test]
    fn what_is_masked_twice_is_what_it_was() {
        let key = FileKey([7; 32]);
        let text = "Anna Amsel, und noch etwas, das länger ist als ein Block".as_bytes();
        let masked = key.mask(text);
        assert!(!masked.windows(4).any(|it| it == b"Anna"));
        assert_eq!(key.mask(&masked), text);
    }
}
