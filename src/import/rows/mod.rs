//! Rows in the program's own terms, one kind per file.
//!
//! A row only contains what the file says: no numbers of people, no decision about who is meant.

mod address;
mod attendance;
mod beside_name;
mod one_person;
mod organisation;
mod person;
mod presence;
mod programme;
mod signup;
mod state;
mod unread;
mod who;

pub use attendance::{Absence, AttendanceRow};
pub use organisation::OrganisationRow;
pub use person::{DataUse, PersonRow};
pub use programme::{ProgrammePart, ProgrammeRow};
pub use signup::{RowStatus, SignupRow};
pub use who::Who;
pub(super) use who::may_be_a_name;
