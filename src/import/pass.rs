//! Passes over the rows of a file: in file order, or in the order of submission.
//!
//! For somebody who sent a form twice the newer submission counts, while their place in the queue dates from the first
//! one that named the session. Both need the submissions in the order they were sent, but some exports list the newest
//! first, and spreadsheets get sorted by name. Such a file is copied to a temporary one and read from there by time; a
//! file that is already in order, as nearly all are, takes one more pass.

use super::error::ImportError;
use super::forms::Shape;
use super::plan::Plan;
use super::{Field, Kind, Record};
use crate::formats::lexicon::LEXICON;
use crate::model::Instant;
use crate::read::unreadable;
use crate::read::{Sorted, Sorter};

/// One pass over the rows of a file.
#[derive(Debug)]
pub struct Rows<'plan> {
    records: Reading<'plan>,
    record: Record,
    to_skip: usize,
    sorted: Option<Sorted>,
    plan: &'plan Plan,
}

/// The source of the records of a pass.
#[derive(Debug)]
enum Reading<'plan> {
    File(crate::read::Records),
    /// The records of a short file, kept from the first look at it.
    Kept(std::slice::Iter<'plan, Record>),
}

impl Reading<'_> {
    fn read_into(&mut self, record: &mut Record) -> Result<bool, super::ReadError> {
        match self {
            Self::File(records) => records.read_into(record),
            Self::Kept(records) => {
                let next = records.next();
                if let Some(next) = next {
                    record.clone_from(next);
                }
                Ok(next.is_some())
            }
        }
    }
}

impl Plan {
    /// Starts a pass over the rows, without the headings and without those that are left out.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn rows(&self) -> Result<Rows<'_>, ImportError> {
        Ok(Rows {
            records: match self.kept() {
                Some(records) => Reading::Kept(records.iter()),
                None => Reading::File(self.sheet().records()?),
            },
            record: Record::default(),
            to_skip: self.layout.first_row,
            sorted: None,
            plan: self,
        })
    }

    /// Starts a pass over the rows in the order they were sent, if they have times. A row without a time stays after
    /// the one before it.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn rows_as_sent(&self) -> Result<Rows<'_>, ImportError> {
        let mut rows = self.rows()?;
        if self.layout.kind != Kind::Signups
            || self.layout.quirks.one_signup_a_row
            || self.layout.column(&Field::RequestedAt).is_none()
            || self.is_in_order()?
        {
            return Ok(rows);
        }
        let failed = |error| unreadable(self.sheet().name(), error);
        let mut sorter = Sorter::new().map_err(failed)?;
        let mut newest = None;
        while let Some(record) = rows.next_row()? {
            newest = self.sent_at(record).or(newest);
            let seconds = newest.map(|time: Instant| time.timestamp());
            sorter.push(seconds, record).map_err(failed)?;
        }
        rows.sorted = Some(sorter.sorted().map_err(failed)?);
        Ok(rows)
    }

    fn is_in_order(&self) -> Result<bool, ImportError> {
        let mut rows = self.rows()?;
        let mut newest = None;
        while let Some(record) = rows.next_row()? {
            let time = self.sent_at(record);
            if time.is_some() && time < newest {
                return Ok(false);
            }
            newest = time.or(newest);
        }
        Ok(true)
    }

    fn sent_at(&self, record: &Record) -> Option<Instant> {
        self.instant(record, &Field::RequestedAt, &Field::RequestedTime)
            .ok()
            .flatten()
    }
}

impl Rows<'_> {
    /// Returns the next row that is not blank; `None` at the end.
    ///
    /// # Errors
    /// If the file cannot be read to its end.
    pub fn next_row(&mut self) -> Result<Option<&Record>, ImportError> {
        let mut record = std::mem::take(&mut self.record);
        let read = self.read_into(&mut record);
        self.record = record;
        Ok(read?.then_some(&self.record))
    }

    /// Reads the next row that is not blank into a reused record; `false` at the end.
    ///
    /// # Errors
    /// If the file cannot be read to its end.
    pub fn read_into(&mut self, record: &mut Record) -> Result<bool, ImportError> {
        if let Some(sorted) = &mut self.sorted {
            return sorted
                .read_into(record)
                .map_err(|error| unreadable(self.plan.sheet().name(), error).into());
        }
        loop {
            if !self.records.read_into(record)? {
                return Ok(false);
            }
            if record.is_blank() {
                continue;
            }
            if self.to_skip > 0 {
                self.to_skip -= 1;
                continue;
            }
            if self.plan.skip_lines().contains(&record.line()) {
                continue;
            }
            if self.plan.layout.shape == Shape::Poll
                && record
                    .get(0)
                    .is_some_and(|cell| LEXICON.polls.count.are(cell))
            {
                continue;
            }
            return Ok(true);
        }
    }
}
