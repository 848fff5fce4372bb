//! The contents of a log, parsed.

use crate::catalogue::Message;
use crate::import::plan::SetAside;
use crate::model::Instant;

/// A meeting as its log describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// Its title.
    pub title: Option<String>,
    /// When it began: according to the log, else its first stay.
    pub start: Option<Instant>,
    /// When it ended: according to the log, else its last moment.
    pub end: Option<Instant>,
}

/// Somebody's stay as recorded in the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoggedStay {
    /// The index of the log's meeting.
    pub meeting: usize,
    /// The name as displayed; empty for somebody without one.
    pub name: String,
    /// Given and family name, if the log has them separately.
    pub parts: Option<(String, String)>,
    /// The address, in lower case.
    pub email: Option<String>,
    /// The organisation, if the log asks for it.
    pub organisation: Option<String>,
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left; `None` with a `joined_at` means "still in when the log was created".
    pub left_at: Option<Instant>,
    /// The length in seconds: the exact total if the log has no times, an upper bound if it has both and a shorter
    /// length than between them.
    pub seconds: Option<i64>,
}

impl LoggedStay {
    /// Whether only its length is known, not when it was.
    pub fn is_a_length(&self) -> bool {
        self.seconds.is_some() && self.joined_at.is_none() && self.left_at.is_none()
    }
}

/// The contents of a row about somebody, and further rows that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// The lines of the file: the first, and those that belong to it.
    pub lines: Vec<u64>,
    /// Their contents.
    pub says: Result<LoggedStay, SetAside>,
}

/// A log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// Its meetings; one, except in a list of many.
    pub meetings: Vec<Meeting>,
    /// Every row about somebody, in file order.
    pub lines: Vec<LogLine>,
    /// Notes about how it was read, if that is not obvious.
    pub notes: Vec<Message>,
}
