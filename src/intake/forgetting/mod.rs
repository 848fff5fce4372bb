//! Removes somebody for good: their own data and mentions of them, and ensures that they do not come back.
//!
//! # What is theirs
//!
//! Their record, addresses, other names, registrations with answers, sign-ups, stays, verdicts and excuses are found by
//! their number. The same goes for records that were merged into theirs, or that were once on file and have their
//! address, or a name that nobody else has. Data not yet matched to a person (waiting rows, questions, unmatched stays)
//! is theirs if it has their address or their whole name, unless somebody else on file has it too. See [`subject`].
//!
//! # Mentions
//!
//! Texts that belong to others or to the meeting may contain their name, an address or a telephone number: reasons,
//! form answers, speakers, titles, file names. These are listed, and are kept or lose the name, as the user chooses.
//! See [`mentions`].
//!
//! # Former images
//!
//! The journal is searched like the rows themselves. See `store::forgetting` for what happens to an image.

mod again;
mod mentions;
mod plan;
mod subject;

pub use again::{Recognised, recognise};
pub use mentions::{Mention, Mentions};
pub use plan::Plan;

use std::collections::BTreeSet;

use super::IntakeError;
use super::places::{Settled, settle_sessions};
use crate::identity::{name_key, normalize_address};
use crate::model::{Instant, Person, PersonId};
use crate::store::{Reader, StoreError, Writer};

/// Finds the person to remove: by number, address or whole name, never by part of a name. Returns `None` for an address
/// or a name that nobody on file has: it may still be in the journal, in questions or in logs.
///
/// # Errors
/// If several people match, or no person has the number.
pub fn find_to_forget(reader: &Reader<'_>, reference: &str) -> Result<Option<Person>, IntakeError> {
    match super::person_by_whole_name(reader, reference) {
        Ok(person) => Ok(Some(person)),
        Err(IntakeError::Unknown {
            what,
            reference,
            nearest,
        }) => {
            let is_address = normalize_address(&reference).is_some();
            let is_name = !reference.contains('@') && name_key(&reference).contains(' ');
            if is_address || is_name {
                return Ok(None);
            }
            Err(IntakeError::Unknown {
                what,
                reference,
                nearest,
            })
        }
        Err(error) => Err(error),
    }
}

/// Removes somebody; only to be called while the journal is off. Returns the changes to the places they had.
///
/// # Errors
/// If the file cannot be written.
pub fn forget(
    writer: &Writer<'_>,
    now: Instant,
    mut plan: Plan,
    mentions: Mentions,
) -> Result<Settled, StoreError> {
    let events = plan.participated(writer, now)?;
    writer.keep_outcomes(plan.people(), None, now)?;
    let sessions = plan.sessions(writer, now)?;
    plan.settle(mentions);
    writer.settle_fates(&plan.fates)?;
    writer.keep_hashes(&plan.hashes)?;
    for (event, people) in events {
        writer.count_removed(event, people)?;
    }
    writer.leave_mark(&plan.sought)?;
    settle_sessions(writer, now, sessions, &BTreeSet::<(_, PersonId)>::new())
}
