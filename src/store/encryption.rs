//! Encrypts copies, in the format of `age` (<https://age-encryption.org/v1>).
//!
//! The format is public and supported by several programs, so a copy can be opened without this one. A file is
//! encrypted either for recipients, each with their own key, or with a passphrase.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, IdentityFile, scrypt, x25519};

use crate::catalogue::Message;
use crate::catalogue::messages::store as words;
use crate::message;

/// The first bytes of every encrypted file.
const MAGIC: &[u8] = b"age-encryption.org/v1";

/// How a copy is encrypted.
pub enum Lock {
    /// For each of these; at least one.
    Recipients(Vec<Recipient>),
    /// With this passphrase.
    Passphrase(SecretString),
}

/// Somebody's public key: `age1…`.
#[derive(Clone)]
pub struct Recipient(x25519::Recipient);

/// What decrypts a copy.
pub enum Key {
    /// Secret keys, one of which has to match.
    Identities(Vec<Box<dyn age::Identity + Send + Sync>>),
    /// The passphrase.
    Passphrase(SecretString),
}

/// A passphrase, which is never shown.
pub type Passphrase = SecretString;

impl fmt::Debug for Lock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Recipients(_) => "Recipients",
            Self::Passphrase(_) => "Passphrase",
        })
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Identities(_) => "Identities",
            Self::Passphrase(_) => "Passphrase",
        })
    }
}

impl Recipient {
    /// Parses a public key.
    ///
    /// # Errors
    /// If it is not one.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        text.trim()
            .parse()
            .map(Self)
            .map_err(|_: &str| NotAKey::Public)
    }

    /// Parses a file of public keys: one per line, with empty lines and comments after `#`.
    ///
    /// # Errors
    /// The first line that is not a public key.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, Message> {
        let lines = text.lines().enumerate();
        lines
            .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
            .map(|(index, line)| {
                Self::parse(line).map_err(|error| {
                    let reason = error.message();
                    message!(store::key_of_line {
                        line: index + 1,
                        reason
                    })
                })
            })
            .collect()
    }
}

impl Key {
    /// Parses a file of secret keys, as written by `age-keygen`.
    ///
    /// # Errors
    /// If it contains none.
    pub fn parse_identities(file: impl BufRead) -> Result<Self, Message> {
        let none = || NotAKey::Secret.message();
        let file = IdentityFile::from_buffer(file).map_err(|_| none())?;
        let identities = file.into_identities().map_err(|_| none())?;
        if identities.is_empty() {
            return Err(none());
        }
        Ok(Self::Identities(identities))
    }
}

/// Why a text is not accepted as a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAKey {
    /// A public key was expected.
    Public,
    /// A secret key was expected.
    Secret,
}

impl NotAKey {
    /// Returns the message for the user.
    pub fn message(self) -> Message {
        match self {
            Self::Public => words::NOT_A_PUBLIC_KEY.into(),
            Self::Secret => words::NO_SECRET_KEY.into(),
        }
    }
}

impl fmt::Display for NotAKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

/// Returns whether a file with these first bytes is encrypted.
pub(super) fn is_encrypted(first_bytes: &[u8]) -> bool {
    first_bytes.starts_with(MAGIC)
}

/// Encrypts bytes.
pub(super) fn encrypt(bytes: &[u8], lock: Lock, output: impl Write) -> io::Result<()> {
    let encryptor = match lock {
        Lock::Passphrase(passphrase) => Encryptor::with_user_passphrase(passphrase),
        Lock::Recipients(recipients) => {
            let recipients = recipients.iter().map(|it| &it.0 as &dyn age::Recipient);
            Encryptor::with_recipients(recipients).map_err(io::Error::other)?
        }
    };
    let mut output = encryptor.wrap_output(output)?;
    output.write_all(bytes)?;
    output.finish()?.flush()
}

/// Decrypts a file.
///
/// # Errors
/// [`Locked`] if no key matches, or the file is damaged.
pub(super) fn decrypt(input: impl Read, key: &Key, mut output: impl Write) -> Result<(), Locked> {
    let decryptor = Decryptor::new_buffered(BufReader::new(input))?;
    let mut content = match key {
        Key::Passphrase(_) if !decryptor.is_scrypt() => return Err(Locked::ForRecipients),
        Key::Identities(_) if decryptor.is_scrypt() => return Err(Locked::ForPassphrase),
        Key::Passphrase(passphrase) => {
            let identity = scrypt::Identity::new(passphrase.clone());
            decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))?
        }
        Key::Identities(identities) => {
            decryptor.decrypt(identities.iter().map(|it| &**it as &dyn age::Identity))?
        }
    };
    // Reading and writing are separate steps, since a read error means a bad copy, and a write error does not.
    let mut piece = vec![0; 64 * 1024];
    loop {
        let length = content.read(&mut piece).map_err(|_| Locked::Damaged)?;
        if length == 0 {
            return output.flush().map_err(Locked::Write);
        }
        output.write_all(&piece[..length]).map_err(Locked::Write)?;
    }
}

/// Why an encrypted copy could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum Locked {
    /// The passphrase is wrong.
    WrongPassphrase,
    /// None of the secret keys belongs to a recipient.
    WrongKey,
    /// It is encrypted for recipients.
    ForRecipients,
    /// It is encrypted with a passphrase.
    ForPassphrase,
    /// It is truncated, or was altered.
    Damaged,
    /// The work factor of the passphrase is so high that it must be an attack.
    TooCostly,
    /// The decrypted content cannot be written.
    Write(#[source] io::Error),
}

impl Locked {
    /// Returns the message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::WrongPassphrase => words::WRONG_PASSPHRASE,
            Self::WrongKey => words::WRONG_KEY,
            Self::ForRecipients => words::FOR_RECIPIENTS,
            Self::ForPassphrase => words::FOR_PASSPHRASE,
            Self::Damaged => words::DAMAGED_OR_INCOMPLETE,
            Self::TooCostly => words::TOO_COSTLY,
            Self::Write(_) => words::CONTENT_NOT_WRITTEN,
        }
        .into()
    }
}

impl fmt::Display for Locked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

impl From<DecryptError> for Locked {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::NoMatchingKeys => Self::WrongKey,
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                Self::WrongPassphrase
            }
            DecryptError::ExcessiveWork { .. } => Self::TooCostly,
            _ => Self::Damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encrypted(lock: Lock) -> Vec<u8> {
        let mut bytes = Vec::new();
        encrypt(&vec![7; 200_000], lock, &mut bytes).unwrap();
        bytes
    }

    fn decrypted(bytes: &[u8], key: &Key) -> Result<Vec<u8>, Locked> {
        let mut content = Vec::new();
        decrypt(bytes, key, &mut content).map(|()| content)
    }

    fn pair() -> (Lock, Key) {
        let identity = x25519::Identity::generate();
        let recipient = Recipient(identity.to_public());
        (
            Lock::Recipients(vec![recipient]),
            Key::Identities(vec![Box::new(identity)]),
        )
    }

    #[test]
    fn what_was_encrypted_opens_with_its_key_and_with_no_other() {
        let (lock, key) = pair();
        let bytes = encrypted(lock);
        assert!(is_encrypted(&bytes));
        assert_eq!(decrypted(&bytes, &key).unwrap(), vec![7; 200_000]);
        let (_, other) = pair();
        assert!(matches!(decrypted(&bytes, &other), Err(Locked::WrongKey)));
        let passphrase = Key::Passphrase("eins zwei".to_owned().into());
        assert!(matches!(
            decrypted(&bytes, &passphrase),
            Err(Locked::ForRecipients)
        ));
    }

    #[test]
    fn a_copy_that_is_cut_or_altered_anywhere_is_found_out() {
        let (lock, key) = pair();
        let bytes = encrypted(lock);
        for length in [0, 10, 100, bytes.len() / 2, bytes.len() - 1] {
            let cut = decrypted(&bytes[..length], &key);
            assert!(matches!(cut, Err(Locked::Damaged)), "{length}: {cut:?}");
        }
        for place in [60, bytes.len() / 2, bytes.len() - 1] {
            let mut altered = bytes.clone();
            altered[place] ^= 1;
            assert!(decrypted(&altered, &key).is_err(), "{place}");
        }
    }

    #[test]
    fn lists_of_public_keys_have_comments_and_name_the_wrong_line() {
        let key = x25519::Identity::generate().to_public().to_string();
        let list = format!("# Anna\n\n{key}\n");
        assert_eq!(Recipient::parse_all(&list).unwrap().len(), 1);
        let wrong = Recipient::parse_all(&format!("{key}\nage1x\n")).unwrap_err();
        let wrong = wrong.in_english();
        assert!(wrong.starts_with("line 2: "), "{wrong}");
    }
}
