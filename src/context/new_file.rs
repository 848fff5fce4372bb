//! Files that are there as a whole or not at all.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Writes a file that its owner alone may read, over whatever was there.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error| cannot_write(path, error);
    let mut file = NewFile::create(path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.finish().map_err(failed)
}

pub(super) fn cannot_write(path: &Path, error: std::io::Error) -> Error {
    Error::new(format!("cannot write `{}`", path.display())).caused_by(error)
}

/// A file that its owner alone may read. It takes the place of what was there only when it is whole.
pub(super) struct NewFile {
    writer: BufWriter<std::fs::File>,
    /// Where it is until then and where it belongs; `None` for what cannot be replaced, like a device.
    beside: Option<(tempfile::TempPath, PathBuf)>,
}

impl NewFile {
    pub(super) fn create(path: &Path) -> std::io::Result<Self> {
        // Through a link, what it leads to is replaced, not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            let device = std::fs::OpenOptions::new().write(true).open(&path)?;
            return Ok(Self {
                writer: BufWriter::new(device),
                beside: None,
            });
        }
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let (file, beside) = tempfile::NamedTempFile::new_in(folder)?.into_parts();
        Ok(Self {
            writer: BufWriter::new(file),
            beside: Some((beside, path)),
        })
    }

    pub(super) fn finish(self) -> std::io::Result<()> {
        let file = self
            .writer
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        drop(file);
        match self.beside {
            Some((beside, path)) => Ok(beside.persist(path)?),
            None => Ok(()),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.writer.flush()
    }
}
