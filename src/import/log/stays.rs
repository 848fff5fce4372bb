//! What a log says, read.

use crate::catalogue::Message;
use crate::import::plan::SetAside;
use crate::model::Instant;

/// A meeting, as its log describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// Its title.
    pub title: Option<String>,
    /// When it began: as the log says, else with its first stay.
    pub start: Option<Instant>,
    /// When it ended: as the log says, else with its last moment.
    pub end: Option<Instant>,
}

/// Somebody's stay, as the log has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoggedStay {
    /// Which of the log's meetings.
    pub meeting: usize,
    /// The name as displayed; empty for somebody without one.
    pub name: String,
    /// Given and family name, where the log tells them apart.
    pub parts: Option<(String, String)>,
    /// The address, in lower case.
    pub email: Option<String>,
    /// The organisation, where the log asks for it.
    pub organisation: Option<String>,
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left; `None` beside `joined_at` is "still in when the log was taken".
    pub left_at: Option<Instant>,
    /// How long, in seconds: in all where the log tells no times, at most where it tells both and less than
    /// lies between them.
    pub seconds: Option<i64>,
}

impl LoggedStay {
    /// Whether it is a length alone: nothing says when it was.
    pub fn is_a_length(&self) -> bool {
        self.seconds.is_some() && self.joined_at.is_none() && self.left_at.is_none()
    }
}

/// What a row about somebody says, and which further rows say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// The lines of the file: the first, and those that belong to it.
    pub lines: Vec<u64>,
    /// What they say.
    pub says: Result<LoggedStay, SetAside>,
}

/// A log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// The meetings it is about; one, but for a list of many.
    pub meetings: Vec<Meeting>,
    /// Every row about somebody, in the order of the file.
    pub lines: Vec<LogLine>,
    /// How it was read, where that is not plain.
    pub notes: Vec<Message>,
}
