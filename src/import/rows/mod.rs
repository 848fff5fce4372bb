//! Rows in the program's own words, one kind a file.
//!
//! A row says what the file says and nothing more: no numbers of people, no decision who is meant.

mod address;
mod attendance;
mod beside_name;
mod organisation;
mod person;
mod presence;
mod programme;
mod signup;
mod state;
mod who;

pub use attendance::AttendanceRow;
pub use organisation::OrganisationRow;
pub use person::PersonRow;
pub use programme::{ProgrammePart, ProgrammeRow};
pub use signup::{RowStatus, SignupRow};
pub use who::Who;
pub(super) use who::may_be_a_name;
