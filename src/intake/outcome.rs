//! The result of importing a file.

use super::Fate;
use crate::catalogue::Message;
use crate::import::{Kind, Plan, Problem, lines};
use crate::message;

/// The result of importing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOutcome {
    /// The file's name, without folders.
    pub file: String,
    /// What it is about.
    pub kind: Kind,
    /// The name of its layout.
    pub family: &'static str,
    /// How its bytes were decoded.
    pub encoding: Message,
    /// The delimiter between its cells.
    pub delimiter: Option<char>,
    /// How many rows it has; the six counts below add up to it.
    pub rows: usize,
    /// Rows that added a person or a thing.
    pub created: usize,
    /// Rows that changed something on file.
    pub updated: usize,
    /// Rows that contained nothing new.
    pub unchanged: usize,
    /// Rows that are waiting for an answer.
    pub review: usize,
    /// Rows with an error.
    pub rejected: usize,
    /// Rows that are correct but were not imported.
    pub skipped: usize,
    /// The columns: heading and meaning.
    pub columns: Vec<(String, String)>,
    /// The errors, row by row.
    pub problems: Vec<Problem>,
    /// Notes for the organiser.
    pub notes: Vec<Message>,
    /// The rejected rows in the file's own layout, if they were requested.
    pub rejects: Vec<u8>,
}

impl FileOutcome {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            file: plan.sheet().name().to_owned(),
            kind: plan.layout.kind,
            family: plan.layout.family,
            encoding: plan.sheet().encoding(),
            delimiter: plan.sheet().delimiter(),
            rows: 0,
            created: 0,
            updated: 0,
            unchanged: 0,
            review: 0,
            rejected: 0,
            skipped: 0,
            columns: plan
                .layout
                .columns
                .iter()
                .map(|column| (column.heading.clone(), column.field.to_string()))
                .collect(),
            problems: Vec::new(),
            notes: plan
                .sheet()
                .notes()
                .iter()
                .map(crate::import::ReadNote::message)
                .chain(plan.layout.notes.iter().cloned())
                .collect(),
            rejects: Vec::new(),
        }
    }

    /// Returns the counts in words, without those that are zero.
    pub fn counts(&self) -> Vec<Message> {
        let counts = [
            (
                self.created,
                message!(import::created {
                    count: self.created
                }),
            ),
            (
                self.updated,
                message!(import::updated {
                    count: self.updated
                }),
            ),
            (
                self.unchanged,
                message!(import::unchanged {
                    count: self.unchanged
                }),
            ),
            (
                self.review,
                message!(import::for_review { count: self.review }),
            ),
            (
                self.rejected,
                message!(import::rejected {
                    count: self.rejected
                }),
            ),
            (
                self.skipped,
                message!(import::skipped {
                    count: self.skipped
                }),
            ),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        counts.map(|(_, said)| said).collect()
    }

    /// Returns the result for the file in one phrase: `a.csv: 43 rows: 40 created, 3 updated`.
    pub fn summary(&self) -> Message {
        message!(import::summary {
            file: self.file,
            rows: self.rows,
            counts: self.counts()
        })
    }

    /// Returns whether rows were set aside for somebody to look at.
    pub fn set_aside(&self) -> bool {
        self.review + self.rejected > 0
    }
}

/// The results of the rows so far, in addition to the counts.
#[derive(Default)]
pub(super) struct Counts {
    /// The lines that are waiting for an answer.
    pub(super) waiting: Vec<u64>,
    skipped: Vec<(Message, Vec<u64>)>,
}

impl Counts {
    /// Counts one row, and keeps what has to be reported about it.
    pub(super) fn count(&mut self, outcome: &mut FileOutcome, fate: Fate, line: u64) {
        match fate {
            Fate::Created => outcome.created += 1,
            Fate::Updated => outcome.updated += 1,
            Fate::Unchanged => outcome.unchanged += 1,
            Fate::Review => {
                outcome.review += 1;
                self.waiting.push(line);
            }
            Fate::Skipped(reason) => {
                outcome.skipped += 1;
                match self.skipped.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, lines)) => lines.push(line),
                    None => self.skipped.push((reason, vec![line])),
                }
            }
            Fate::Rejected(problem) => {
                outcome.rejected += 1;
                outcome.problems.push(Problem { line, ..problem });
            }
        }
    }

    /// Adds notes about skipped rows, and sorts the problems.
    pub(super) fn tell(&self, outcome: &mut FileOutcome) {
        for (reason, numbers) in &self.skipped {
            let lines = lines(numbers);
            let note = message!(import::skipped_lines { reason, lines });
            outcome.notes.push(note);
        }
        outcome.problems.sort_by_key(|problem| problem.line);
    }
}
