//! The rows that were not imported, as a file of the same family: to be corrected and imported again.

use std::io;

use super::{Fate, IntakeError};
use crate::import::{ImportError, Plan, RawWriter, Record};
use crate::message;

/// Rejected rows, written as they were read.
#[derive(Debug)]
pub(super) struct Rejects {
    /// `None` if nobody asked for them.
    writer: Option<RawWriter<Vec<u8>>>,
}

impl Rejects {
    /// Starts a file of rejected rows, if somebody asked for one.
    pub(super) fn new(plan: &Plan, are_kept: bool) -> Result<Self, IntakeError> {
        let writer = || plan.sheet().raw_writer(Vec::new()).map_err(not_written);
        Ok(Self {
            writer: are_kept.then(writer).transpose()?,
        })
    }

    /// Copies everything before the first row of a table.
    pub(super) fn copy_headings(&mut self, plan: &Plan) -> Result<(), IntakeError> {
        if self.writer.is_none() {
            return Ok(());
        }
        let mut records = plan.sheet().records().map_err(ImportError::from)?;
        let mut record = Record::default();
        let mut left = plan.layout.first_row;
        while left > 0 && records.read_into(&mut record).map_err(ImportError::from)? {
            if !record.is_blank() {
                left -= 1;
            }
            self.add(&record)?;
        }
        Ok(())
    }

    pub(super) fn add(&mut self, record: &Record) -> Result<(), IntakeError> {
        match &mut self.writer {
            Some(writer) => writer.write(record.cells()).map_err(not_written),
            None => Ok(()),
        }
    }

    pub(super) fn add_if_rejected(
        &mut self,
        record: &Record,
        fate: &Fate,
    ) -> Result<(), IntakeError> {
        match fate {
            Fate::Rejected(_) => self.add(record),
            _ => Ok(()),
        }
    }

    /// Returns the file, which is empty if nobody asked for it.
    pub(super) fn finish(self) -> Result<Vec<u8>, IntakeError> {
        let written = self
            .writer
            .map(|writer| writer.finish().map_err(not_written));
        Ok(written.transpose()?.unwrap_or_default())
    }
}

/// The error of writing into memory, which cannot happen, but is not hidden either.
#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn not_written(error: io::Error) -> IntakeError {
    IntakeError::Unfit {
        what: message!(import::rejects_not_written {
            reason: error.to_string()
        }),
        hint: None,
    }
}
