//! Writes the rejected rows of an import, to be corrected and imported again.

use std::path::{Path, PathBuf};

use crate::catalogue::messages::import as words;
use crate::context::{Context, Writing};
use crate::error::Error;
use crate::intake::FileOutcome;
use crate::message;
use crate::store::Changed;

/// Extensions of workbooks, which the rejects cannot have.
const WORKBOOKS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Where rejected rows go.
#[derive(Debug, clap::Args)]
pub(super) struct RejectsArgs {
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[arg(long, requires = "rejects")]
    force: bool,
}

impl RejectsArgs {
    pub(super) fn are_written(&self) -> bool {
        self.rejects.is_some()
    }

    /// The rejects name people in the file, who may not be on file.
    fn writing(&self) -> Writing {
        Writing {
            force: self.force,
            recorded: true,
        }
    }

    /// Checks beforehand whether the rejects of this many files could be written without overwriting anything.
    pub(super) fn check(&self, context: &mut Context, files: usize) -> Result<(), Error> {
        let Some(path) = &self.rejects else {
            return Ok(());
        };
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        if let Some(ending) = ending.filter(|ending| WORKBOOKS.contains(&ending.as_str())) {
            return Err(Error::usage(message!(import::rejects_are_text { ending }))
                .hinted(words::REJECTS_ARE_TEXT_HINT));
        }
        let targets: Vec<PathBuf> = (0..files.max(1)).map(|index| target(path, index)).collect();
        context.check_targets(&targets, self.writing())
    }

    /// Writes the rejected rows after the import, which remains valid even if they cannot be written.
    pub(super) fn deliver(
        &self,
        context: &mut Context,
        changed: &Changed<Vec<FileOutcome>>,
    ) -> Result<(), Error> {
        let Some(path) = &self.rejects else {
            return Ok(());
        };
        match write(context, path, self.writing(), &changed.value) {
            Err(error) if changed.operation.is_some() => {
                context.tell(&error.hinted(words::REJECTS_CAN_FOLLOW));
                Ok(())
            }
            written => written,
        }
    }
}

/// Returns the path for the rejects of each file.
fn target(path: &Path, index: usize) -> PathBuf {
    if index == 0 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    path.with_file_name(format!("{stem}-{}{ending}", index + 1))
}

/// Writes the rejected rows, into a separate file for each of several files.
fn write(
    context: &mut Context,
    path: &Path,
    writing: Writing,
    outcomes: &[FileOutcome],
) -> Result<(), Error> {
    let with_rejects = outcomes
        .iter()
        .filter(|outcome| !outcome.rejects.is_empty());
    for (index, outcome) in with_rejects.enumerate() {
        let target = target(path, index);
        let said = message!(import::rejects_written {
            count: outcome.rejected,
            file: outcome.file,
            path: target
        });
        context.write_file(&target, &outcome.rejects, writing, vec![said])?;
    }
    Ok(())
}
