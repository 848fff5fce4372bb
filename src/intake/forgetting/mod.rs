//! Removing somebody for good: what is theirs, what only mentions them, and that they do not come back.
//!
//! # What is theirs
//!
//! Their record, addresses, other names, registrations with answers, sign-ups, stays, verdicts and excuses by their
//! number; so are the records of those who were merged into them, or who were on file once and have their address, or a
//! name that nobody else has. Of what has no person yet - rows that wait, questions, stays of nobody - whatever has
//! their address or their whole name is theirs, unless somebody else on file has it too. See [`subject`].
//!
//! # Mentions
//!
//! What belongs to others or to the meeting and has their name, an address or a telephone number in it: reasons, form
//! answers, speakers, titles, names of files. They are listed, and stay or lose the name, as whoever asks for the
//! removal says. See [`mentions`].
//!
//! # Former images
//!
//! The journal is gone through like the rows themselves. See `store::forgetting` for what becomes of an image.

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

/// Finds whom to remove: by number, address or whole name, never by a part of one. `None` for an address or a name that
/// nobody on file has: it may still be in the journal, in questions or in logs.
///
/// # Errors
/// When several people are meant, or a number is nobody's.
pub fn find_to_forget(reader: &Reader<'_>, reference: &str) -> Result<Option<Person>, IntakeError> {
    match super::find_person(reader, reference) {
        Ok(person) => {
            let key = name_key(reference);
            let is_whole =
                key.contains(' ') || reference.contains('@') || reference.parse::<i64>().is_ok();
            let has_two = !person.given_name.is_empty() && !person.family_name.is_empty();
            if has_two && !is_whole {
                // One of their other names, of one word: it may be anybody's.
                return Err(unknown(reference));
            }
            Ok(Some(person))
        }
        Err(IntakeError::Unknown { nearest, .. }) => {
            let is_address = normalize_address(reference).is_some();
            let is_name = !reference.contains('@') && name_key(reference).contains(' ');
            if is_address || is_name {
                return Ok(None);
            }
            Err(IntakeError::Unknown {
                what: "person",
                reference: reference.to_owned(),
                nearest,
            })
        }
        Err(error) => Err(error),
    }
}

fn unknown(reference: &str) -> IntakeError {
    IntakeError::Unknown {
        what: "person",
        reference: reference.to_owned(),
        nearest: Vec::new(),
    }
}

/// Removes somebody; to be called where nothing is journalled. Returns what became of the places they had.
///
/// # Errors
/// When the file cannot be written.
pub fn forget(
    writer: &Writer<'_>,
    now: Instant,
    mut plan: Plan,
    mentions: Mentions,
) -> Result<Settled, StoreError> {
    let events = plan.participated(writer, now)?;
    let sessions = plan.sessions(writer, now)?;
    plan.settle(mentions);
    writer.settle_fates(&plan.fates)?;
    writer.keep_hashes(&plan.hashes)?;
    writer.count_removed(&events)?;
    writer.leave_mark(&plan.sought)?;
    settle_sessions(writer, now, sessions, &BTreeSet::<(_, PersonId)>::new())
}
