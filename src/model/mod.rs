//! Plain types and ids: the vocabulary of the program.
//!
//! This room depends on no other. A type here carries data and the small facts that follow from that data alone; it
//! never reads a file, a clock or a database.
//!
//! Instants are UTC in whole seconds (see [`time`]); the zone of an [`Event`] says how to display them.

mod attendance;
mod consent;
mod event;
mod id;
mod keep;
mod operation;
mod organisation;
mod person;
mod review;
mod session;
mod signup;
pub mod time;
mod turnover;

pub use attendance::{Rule, RuleError, Ruling, Stay, StaySource, Verdict};
pub use consent::{Agreed, Consent, ConsentSource, Purpose};
pub use event::{Event, EventFact, EventFacts};
pub use id::{
    EventId, OperationId, OrganisationId, PersonId, RegistrationId, ReviewId, SessionId, SignupId,
    StayId,
};
pub use keep::{Keep, KeepError, Period, Stage};
pub use operation::{Operation, OperationState};
pub use organisation::Organisation;
pub use person::{Person, PersonStates, sort_name};
pub use review::{Candidate, Detail, Reason, Resolution, ReviewKind, ReviewState};
pub use session::{Part, Session, SessionKind, SessionPerson};
pub use signup::{Registration, RegistrationStatus, Signup, SignupStatus, SourceLine};
pub use time::Instant;
pub use turnover::Turnover;
