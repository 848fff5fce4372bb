//! Events.

use chrono_tz::Tz;

use super::{EventId, Instant, Rule};

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number.
    pub id: EventId,
    /// The short name commands and files use: `herbst20`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub start: Instant,
    /// When it ends; never before `start`.
    pub end: Instant,
    /// The zone its times are shown in, and read in where a file names none.
    pub zone: Tz,
    /// Where it takes place.
    pub place: Option<String>,
    /// The attendance rule of its sessions that have none of their own.
    pub rule: Option<Rule>,
}
