//! Places, the waiting list and conflicts: pure rules.
//!
//! The room uses `crate::model`. Import and command line come here with the sign-ups of one
//! session, or the sessions of one person, and do what it answers; so both follow the same rules.

mod conflicts;
mod places;

pub use conflicts::{Choice, conflicts};
pub use places::{Claim, Move, Standing, settle, standing};
