//! Notes about times that clocks skip or show twice, and about midnight: the lines, and how they were read.

use crate::catalogue::Message;
use crate::import::lines as named;
use crate::message;
use crate::model::time::Reading;

/// The lines of one file with such times.
#[derive(Debug, Default)]
pub struct Readings {
    skipped: Vec<u64>,
    twice: Vec<u64>,
    midnight: Vec<u64>,
}

impl Readings {
    /// Records how a time in a line was read, unless clocks show it once.
    pub fn add(&mut self, reading: Reading, line: u64) {
        match reading {
            Reading::Once => {}
            Reading::Skipped => self.skipped.push(line),
            Reading::Twice => self.twice.push(line),
        }
    }

    /// Records that an end of `00:00` was read as the midnight after the start.
    pub fn add_midnight(&mut self, line: u64) {
        self.midnight.push(line);
    }

    /// Returns the notes, and clears them.
    pub fn take(&mut self) -> Vec<Message> {
        let mut notes = Vec::new();
        let mut note = |lines: &mut Vec<u64>, say: fn(Message) -> Message| {
            let mut lines = std::mem::take(lines);
            lines.dedup();
            if !lines.is_empty() {
                notes.push(say(named(&lines)));
            }
        };
        note(&mut self.skipped, |lines| {
            message!(dates::skipped { lines })
        });
        note(&mut self.twice, |lines| message!(dates::twice { lines }));
        note(&mut self.midnight, |lines| {
            message!(dates::midnight { lines })
        });
        notes
    }
}
