//! What is said of times that clocks skip or show twice, and of midnight: which lines, and how they were read.

use crate::catalogue::Message;
use crate::model::time::Reading;

/// How many lines are named.
const NAMED: usize = 10;

/// The lines of one file with such times.
#[derive(Debug, Default)]
pub struct Readings {
    skipped: Vec<u64>,
    twice: Vec<u64>,
    midnight: Vec<u64>,
}

impl Readings {
    /// Takes down how a time of a line was read; nothing that clocks show once.
    pub fn add(&mut self, reading: Reading, line: u64) {
        match reading {
            Reading::Once => {}
            Reading::Skipped => self.skipped.push(line),
            Reading::Twice => self.twice.push(line),
        }
    }

    /// Takes down that an end of `00:00` was read as the midnight after the start.
    pub fn add_midnight(&mut self, line: u64) {
        self.midnight.push(line);
    }

    /// Returns what there is to say, and forgets it.
    pub fn take(&mut self) -> Vec<Message> {
        let kinds = [
            (
                &mut self.skipped,
                "a time that the clocks skip as they go forward, read as the same time after the change",
            ),
            (
                &mut self.twice,
                "a time that the clocks show twice as they go back, read as the first of the two",
            ),
            (
                &mut self.midnight,
                "an end at 00:00, read as the midnight after the start",
            ),
        ];
        let mut notes = Vec::new();
        for (lines, what) in kinds {
            let mut lines = std::mem::take(lines);
            lines.dedup();
            if !lines.is_empty() {
                notes.push(format!("{}: {what}", named(&lines)).into());
            }
        }
        notes
    }
}

/// Returns `lines 3, 5 and 7 more`.
pub(in crate::import) fn named(lines: &[u64]) -> String {
    let shown: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    match lines.len().saturating_sub(NAMED) {
        0 => format!("{word} {}", shown.join(", ")),
        more => format!("{word} {} and {more} more", shown.join(", ")),
    }
}
