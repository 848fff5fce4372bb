//! Registrations and sign-ups.

use super::{EventId, Instant, OrganisationId, PersonId, RegistrationId, SessionId, SignupId};

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Returns the word files and the store use.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads the word; `None` when it is none of them.
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
    /// They do.
    Confirmed,
    /// They asked, and wait for a place at the event as a whole.
    Waitlisted,
    /// They do not any more.
    Cancelled,
}

words!(RegistrationStatus { Confirmed => "confirmed", Waitlisted => "waitlisted", Cancelled => "cancelled" });

/// A person takes part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its number.
    pub id: RegistrationId,
    /// The event.
    pub event_id: EventId,
    /// The person.
    pub person_id: PersonId,
    /// The organisation as it was then.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation's name as it was written then.
    pub organisation_name: Option<String>,
    /// Whether it stands.
    pub status: RegistrationStatus,
    /// When the newest submission was made.
    pub requested_at: Option<Instant>,
    /// Every form answer that no other field takes: question and answer, in the form's order.
    pub answers: Vec<(String, String)>,
    /// The number of the set of sessions the newest submission decided about, where a form said so.
    pub scope: Option<i64>,
    /// The number of what it chose among them.
    pub choices: Option<i64>,
}

/// Where a sign-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignupStatus {
    /// Has a place.
    Confirmed,
    /// Waits for one.
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
    /// A registration as the sign-up for what everybody is expected at.
    fn from(status: RegistrationStatus) -> Self {
        match status {
            RegistrationStatus::Confirmed => Self::Confirmed,
            RegistrationStatus::Waitlisted => Self::Waitlisted,
            RegistrationStatus::Cancelled => Self::Cancelled,
        }
    }
}

/// A registered person chose a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signup {
    /// Its number.
    pub id: SignupId,
    /// Whose.
    pub registration_id: RegistrationId,
    /// Which session.
    pub session_id: SessionId,
    /// Where it stands.
    pub status: SignupStatus,
    /// When it was asked for; decides the order of places.
    pub requested_at: Option<Instant>,
}
