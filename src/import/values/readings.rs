//! Notes about times that had to be understood: the lines, and how they were read.

use super::Length;
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
    shorter: Vec<u64>,
    longer: Vec<u64>,
    of_a_moment: Vec<u64>,
    from_the_start: Vec<u64>,
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

    /// Records that a length differs from the times beside it.
    pub fn add_length(&mut self, length: Length, line: u64) {
        let lines = match length {
            Length::Shorter => &mut self.shorter,
            Length::Longer => &mut self.longer,
            Length::OfAMoment => &mut self.of_a_moment,
        };
        lines.push(line);
    }

    /// Records that only the leaving is written down.
    pub fn add_without_coming(&mut self, line: u64) {
        self.from_the_start.push(line);
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
        note(&mut self.shorter, |lines| {
            message!(dates::shorter_length { lines })
        });
        note(&mut self.longer, |lines| {
            message!(dates::longer_length { lines })
        });
        note(&mut self.of_a_moment, |lines| {
            message!(dates::length_of_a_moment { lines })
        });
        note(&mut self.from_the_start, |lines| {
            message!(dates::from_the_start { lines })
        });
        notes
    }
}
