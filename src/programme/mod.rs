//! Places, the waiting list and conflicts, as pure rules.
//!
//! The room uses `crate::model`. Import and command line both pass the sign-ups of one session, or the sessions of one
//! person, and act on the result, so they follow the same rules.

mod conflicts;
mod places;

pub use conflicts::{Choice, conflicts};
pub use places::{Claim, Move, Standing, settle, standing};
