//! Registrations and sign-ups.

use super::{EventId, Instant, OrganisationId, PersonId, RegistrationId, SessionId, SignupId};
use crate::catalogue::Message;
use crate::message;

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Returns the word used in files and in the store.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Parses the word; `None` if it is unknown.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(super) use words;

/// Whether somebody still takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegistrationStatus {
    /// Takes part.
    Confirmed,
    /// Waits for a place at the event as a whole.
    Waitlisted,
    /// No longer takes part.
    Cancelled,
}

words!(RegistrationStatus { Confirmed => "confirmed", Waitlisted => "waitlisted", Cancelled => "cancelled" });

/// A person's registration for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its number.
    pub id: RegistrationId,
    /// The event.
    pub event_id: EventId,
    /// The person.
    pub person_id: PersonId,
    /// The organisation at that time.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation's name as written at that time.
    pub organisation_name: Option<String>,
    /// Whether it is confirmed, waiting or cancelled.
    pub status: RegistrationStatus,
    /// When the newest submission was made.
    pub requested_at: Option<Instant>,
    /// The form answers that no other field holds, as pairs of question and answer in the form's order.
    pub answers: Vec<(String, String)>,
    /// The number of the set of sessions the newest submission decided about, if the form asked about sessions.
    pub scope: Option<i64>,
    /// The number of the set it chose among them.
    pub choices: Option<i64>,
    /// Where it was last read; `None` where no file brought it.
    pub read_from: Option<SourceLine>,
}

/// The status of a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignupStatus {
    /// Has a place.
    Confirmed,
    /// Waits for a place.
    Waitlisted,
    /// Withdrawn.
    Cancelled,
}

words!(SignupStatus { Confirmed => "confirmed", Waitlisted => "waitlisted", Cancelled => "cancelled" });

impl SignupStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Waitlisted, Self::Cancelled];
}

impl From<RegistrationStatus> for SignupStatus {
    /// Treats a registration as the sign-up for a session everybody is expected at.
    fn from(status: RegistrationStatus) -> Self {
        match status {
            RegistrationStatus::Confirmed => Self::Confirmed,
            RegistrationStatus::Waitlisted => Self::Waitlisted,
            RegistrationStatus::Cancelled => Self::Cancelled,
        }
    }
}

/// A registered person's choice of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signup {
    /// Its number.
    pub id: SignupId,
    /// The registration it belongs to.
    pub registration_id: RegistrationId,
    /// The session.
    pub session_id: SessionId,
    /// Its status.
    pub status: SignupStatus,
    /// When it was requested; decides the order in which places are given.
    pub requested_at: Option<Instant>,
    /// Where it was last read; `None` where no file brought it.
    pub read_from: Option<SourceLine>,
}

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceLine {
    /// The file's name, without folders.
    pub file: String,
    /// The line, counted from 1; `None` if it is not known.
    pub line: Option<i64>,
}

impl SourceLine {
    /// Returns a line of a file; `None` if the file has no name, as in questions of older layouts.
    pub fn new(file: &str, line: u64) -> Option<Self> {
        (!file.is_empty()).then(|| Self {
            file: file.to_owned(),
            line: i64::try_from(line).ok(),
        })
    }

    /// Returns the file and the line in words.
    pub fn message(&self) -> Message {
        let file = &self.file;
        match self.line {
            Some(line) => message!(review::line_of { file, line }),
            None => Message::verbatim(file),
        }
    }
}
