//! What became of a file.

use super::Fate;
use super::desk::lines;
use crate::import::{Kind, Plan, Problem};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOutcome {
    /// The file, without folders.
    pub file: String,
    /// What it is about.
    pub kind: Kind,
    /// Whose layout it has.
    pub family: &'static str,
    /// How its bytes were read.
    pub encoding: String,
    /// What separates its cells.
    pub delimiter: Option<char>,
    /// How many rows it has; the six counts below add up to it.
    pub rows: usize,
    /// Rows that brought somebody or something new.
    pub created: usize,
    /// Rows that changed what was there.
    pub updated: usize,
    /// Rows that said what was known.
    pub unchanged: usize,
    /// Rows that wait for an answer.
    pub review: usize,
    /// Rows that are wrong.
    pub rejected: usize,
    /// Rows that are right and nothing to take.
    pub skipped: usize,
    /// The columns: heading and meaning.
    pub columns: Vec<(String, String)>,
    /// What is wrong, row by row.
    pub problems: Vec<Problem>,
    /// What the organiser should know.
    pub notes: Vec<String>,
    /// The rejected rows in the file's own layout, when they were asked for.
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
                .map(ToString::to_string)
                .chain(plan.layout.notes.iter().cloned())
                .collect(),
            rejects: Vec::new(),
        }
    }

    /// Returns the counts with their words, those that are not zero.
    pub fn counts(&self) -> String {
        [
            ("created", self.created),
            ("updated", self.updated),
            ("unchanged", self.unchanged),
            ("for review", self.review),
            ("rejected", self.rejected),
            ("skipped", self.skipped),
        ]
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {word}"))
        .collect::<Vec<_>>()
        .join(", ")
    }

    /// Returns what became of the file in one phrase: `a.csv: 43 rows: 40 created, 3 updated`.
    pub fn summary(&self) -> String {
        let rows = if self.rows == 1 { "row" } else { "rows" };
        let counts = self.counts();
        let separator = if counts.is_empty() { "" } else { ": " };
        format!("{}: {} {rows}{separator}{counts}", self.file, self.rows)
    }

    /// Returns whether rows were set aside for somebody to look at.
    pub fn set_aside(&self) -> bool {
        self.review + self.rejected > 0
    }
}

/// What became of the rows of a file so far, beside the counts.
#[derive(Default)]
pub(super) struct Counts {
    /// The lines that wait for an answer.
    pub(super) waiting: Vec<u64>,
    skipped: Vec<(&'static str, Vec<u64>)>,
}

impl Counts {
    /// Counts one row, and keeps what there is to say of it.
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

    /// Says what was skipped, and puts the problems in order.
    pub(super) fn tell(&self, outcome: &mut FileOutcome) {
        for (reason, numbers) in &self.skipped {
            outcome
                .notes
                .push(format!("skipped, {reason}: {}", lines(numbers)));
        }
        outcome.problems.sort_by_key(|problem| problem.line);
    }
}
