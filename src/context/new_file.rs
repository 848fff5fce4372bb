//! A new file, written next to its target, so that it exists completely or not at all.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::protected::folder_of;
use crate::catalogue::messages::files as words;
use crate::error::Error;
use crate::message;
use crate::store::temporary::Temporary;

/// Where an output goes.
#[derive(Debug)]
pub(super) enum Place {
    /// A file that may exist: absolute, with links resolved.
    File(PathBuf),
    /// Something that accepts bytes and cannot be replaced: a device, a pipe.
    Device(PathBuf),
}

impl Place {
    /// Resolves a path.
    ///
    /// # Errors
    /// If it is a folder, or its folder does not exist.
    pub(super) fn of(path: &Path) -> Result<Self, Error> {
        // The link target may be a file: with a shell's `> FILE`, /dev/stdout is one.
        if cfg!(unix) && path.starts_with("/dev") {
            return Ok(Self::Device(path.to_owned()));
        }
        match std::fs::metadata(path) {
            Ok(it) if it.is_dir() => {
                Err(cannot_write(path, &io::ErrorKind::IsADirectory.into())
                    .hinted(words::NAME_A_FILE))
            }
            Ok(it) if !it.is_file() => Ok(Self::Device(path.to_owned())),
            // If the path is a link, its target is replaced, not the link.
            Ok(_) => Ok(Self::File(
                path.canonicalize()
                    .map_err(|error| cannot_write(path, &error))?,
            )),
            Err(_) => new_in_folder(path),
        }
    }
}

fn new_in_folder(path: &Path) -> Result<Place, Error> {
    let Some(name) = path.file_name() else {
        return Err(Error::usage(message!(files::not_a_file_name {
            file: path
        })));
    };
    let folder = folder_of(path)
        .canonicalize()
        .map_err(|error| cannot_write(path, &error).hinted(words::FOLDER_THAT_IS_THERE))?;
    if !folder.is_dir() {
        return Err(cannot_write(path, &io::ErrorKind::NotADirectory.into())
            .hinted(words::FOLDER_THAT_IS_THERE));
    }
    Ok(Place::File(folder.join(name)))
}

/// Returns the error for a file that cannot be written.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Error {
    let made = Error::new(message!(files::cannot_write { file: path })).caused_by(error);
    if error.kind() == io::ErrorKind::StorageFull {
        return made.hinted(words::ROOM_OR_ANOTHER_DISK);
    }
    made
}

/// Returns the error for a complete file that cannot be moved into place.
pub(super) fn cannot_replace(path: &Path, error: &io::Error) -> Error {
    let made = Error::new(message!(files::cannot_replace { file: path })).caused_by(error);
    // Windows has its own codes for a file that another program holds: 32 and 33.
    let is_held = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    if is_held || error.kind() == io::ErrorKind::PermissionDenied {
        return made.hinted(words::CLOSE_IT);
    }
    made
}

/// A file that only its owner may read, with the hash of its content.
pub(super) struct NewFile {
    writer: BufWriter<Hashing<Sink>>,
}

enum Sink {
    Beside(Temporary),
    Device(std::fs::File),
}

/// A completely written file.
pub(super) struct Complete {
    /// Not in place yet; `None` for a device, which already has the bytes.
    pub(super) file: Option<Temporary>,
    /// SHA-256 in hexadecimal.
    pub(super) hash: String,
}

impl NewFile {
    pub(super) fn create(place: &Place) -> io::Result<Self> {
        let sink = match place {
            Place::File(path) => Sink::Beside(Temporary::create(folder_of(path))?),
            // A file behind a device's name may already have content, as with a shell's `>>`.
            Place::Device(path) => Sink::Device(
                std::fs::OpenOptions::new()
                    .append(true)
                    .open(path)
                    .or_else(|_| std::fs::OpenOptions::new().write(true).open(path))?,
            ),
        };
        let hash = Sha256::new();
        let writer = BufWriter::new(Hashing { sink, hash });
        Ok(Self { writer })
    }

    pub(super) fn complete(self) -> io::Result<Complete> {
        let hashing = self
            .writer
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        let hash = in_hexadecimal(&hashing.hash.finalize());
        let file = match hashing.sink {
            Sink::Beside(mut file) => {
                // A full disk may be reported only now.
                file.file().sync_all()?;
                Some(file)
            }
            Sink::Device(_) => None,
        };
        Ok(Complete { file, hash })
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

struct Hashing<W> {
    sink: W,
    hash: Sha256,
}

impl Write for Hashing<Sink> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.sink {
            Sink::Beside(file) => file.file().write(bytes),
            Sink::Device(file) => file.write(bytes),
        }?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the SHA-256 of a file, in hexadecimal.
pub(super) fn hash_of(path: &Path) -> io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let mut hash = Sha256::new();
    let mut bytes = vec![0; 1 << 16];
    loop {
        match io::Read::read(&mut file, &mut bytes)? {
            0 => return Ok(in_hexadecimal(&hash.finalize())),
            length => hash.update(&bytes[..length]),
        }
    }
}

fn in_hexadecimal(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let mut file = NewFile::create(&Place::of(&path).unwrap()).unwrap();
        file.write_all(b"abc").unwrap();
        let complete = file.complete().unwrap();
        complete.file.unwrap().replace(&path).unwrap();
        // An example from FIPS 180-2.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(complete.hash, expected);
        assert_eq!(hash_of(&path).unwrap(), expected);
    }
}
