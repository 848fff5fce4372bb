//! Notes about times that had to be understood: the lines, and how they were read.

use std::collections::BTreeMap;

use super::Length;
use crate::catalogue::Message;
use crate::import::lines as named;
use crate::message;
use crate::model::time::Reading;

/// What is to be said about a time; in the order of the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeNote {
    /// Clocks skip it.
    Skipped,
    /// Clocks show it twice.
    Twice,
    /// An end of `00:00` was read as the midnight after the start.
    Midnight,
    /// A length is shorter than the time between coming and leaving.
    Shorter,
    /// A length is longer than the time between coming and leaving.
    Longer,
    /// Coming and leaving are equal, but there is a length.
    OfAMoment,
    /// Only the leaving is written down.
    FromTheStart,
    /// Only the coming is written down.
    UntilTheEnd,
    /// Only the coming is written down, of somebody who was at the event.
    UntilTheDayEnds,
    /// Only the coming is written down, in a log of the whole event.
    UntilTheLogEnds,
}

impl TimeNote {
    /// Returns the note about how a time was read; `None` if clocks show it once.
    pub fn of_reading(reading: Reading) -> Option<Self> {
        match reading {
            Reading::Once => None,
            Reading::Skipped => Some(Self::Skipped),
            Reading::Twice => Some(Self::Twice),
        }
    }

    fn about(self, lines: &[u64]) -> Message {
        let lines = named(lines);
        match self {
            Self::Skipped => message!(dates::skipped { lines }),
            Self::Twice => message!(dates::twice { lines }),
            Self::Midnight => message!(dates::midnight { lines }),
            Self::Shorter => message!(dates::shorter_length { lines }),
            Self::Longer => message!(dates::longer_length { lines }),
            Self::OfAMoment => message!(dates::length_of_a_moment { lines }),
            Self::FromTheStart => message!(dates::from_the_start { lines }),
            Self::UntilTheEnd => message!(dates::until_the_end { lines }),
            Self::UntilTheDayEnds => message!(dates::until_the_day_ends { lines }),
            Self::UntilTheLogEnds => message!(dates::until_the_log_ends { lines }),
        }
    }
}

impl From<Length> for TimeNote {
    fn from(length: Length) -> Self {
        match length {
            Length::Shorter => Self::Shorter,
            Length::Longer => Self::Longer,
            Length::OfAMoment => Self::OfAMoment,
        }
    }
}

/// The lines of one file with such times.
#[derive(Debug, Default)]
pub struct TimeNotes {
    lines: BTreeMap<TimeNote, Vec<u64>>,
}

impl TimeNotes {
    /// Adds notes about the times in a line.
    pub fn add(&mut self, notes: impl IntoIterator<Item = TimeNote>, line: u64) {
        for note in notes {
            self.lines.entry(note).or_default().push(line);
        }
    }

    /// Returns the notes, and clears them.
    pub fn take(&mut self) -> Vec<Message> {
        let each = std::mem::take(&mut self.lines).into_iter();
        each.map(|(note, mut lines)| {
            lines.dedup();
            note.about(&lines)
        })
        .collect()
    }
}
