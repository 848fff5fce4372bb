//! Plain types and ids: the words of the program.
//!
//! This room knows nothing of the others. A type here carries data and the small facts that follow
//! from the data alone; it never reads a file, a clock or a database.
//!
//! Instants are UTC with whole seconds (see [`time`]); the zone of an [`Event`] says how to show them.

mod attendance;
mod event;
mod id;
mod operation;
mod organisation;
mod person;
mod review;
mod session;
mod signup;
pub mod time;

pub use attendance::{Rule, RuleError, Ruling, Stay, StaySource, Verdict};
pub use event::{Event, EventFact, EventFacts};
pub use id::{
    EventId, OperationId, OrganisationId, PersonId, RegistrationId, ReviewId, SessionId, SignupId,
    StayId,
};
pub use operation::{Operation, OperationState};
pub use organisation::Organisation;
pub use person::{Person, sort_name};
pub use review::{Candidate, Detail, Reason, Resolution, ReviewKind, ReviewState};
pub use session::{Part, Session, SessionKind, SessionPerson};
pub use signup::{Registration, RegistrationStatus, Signup, SignupStatus};
pub use time::Instant;
