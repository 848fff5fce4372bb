//! Families of sign-up exports, each recognised by its headings.
//!
//! Most are tables of columns and are described in `formats/families`; adding one is adding a file there. Here are the
//! three that are not: Doodle and `SurveyMonkey`, whose headings stand in several lines, and what this program wrote. A family says
//! what its fixed columns mean; the questions are left to the general rules of `layout`.

mod doodle;
mod own;
mod survey_monkey;

pub(super) use own::is_mailing;

use super::{Field, Kind, Record};
use crate::formats::family::{self, Odd};
pub(super) use crate::formats::fold::plain;

/// The first records of a file, blank ones left out.
#[derive(Debug)]
pub(super) struct Head<'file> {
    /// The records.
    pub(super) records: &'file [Record],
}

/// What a family says of a file.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The family's name, for messages.
    pub(super) family: &'static str,
    /// What the file is about.
    pub(super) kind: Kind,
    /// Which of the head's records is the last of the headings.
    pub(super) header: usize,
    /// Headings, where they are not just the cells of that record.
    pub(super) headings: Option<Vec<String>>,
    /// What the columns mean; `None` leaves one to the general rules.
    pub(super) fields: Vec<Option<Field>>,
    /// What is odd about it.
    pub(super) quirks: Quirks,
}

/// What is odd about a family.
#[expect(
    clippy::struct_excessive_bools,
    reason = "oddities that have nothing to do with each other"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quirks {
    /// Times are UTC, not the event's.
    pub utc: bool,
    /// A row without a time of request was never sent.
    pub unsent_without_time: bool,
    /// A row is one sign-up, not everything the person chose.
    pub one_signup_a_row: bool,
    /// The last row counts the others.
    pub ends_with_count: bool,
    /// A lone `-` means no answer.
    pub dash_is_empty: bool,
    /// A row is a ticket, which may have been given to nobody yet.
    pub tickets: bool,
    /// What is pending is the payment: the order keeps its place.
    pub sells: bool,
    /// Guards and escapes of pretix: `'+49…`, `\|`.
    pub defused: bool,
    /// The heading of whole names says that the family name comes first.
    pub family_first: bool,
    /// A sign-in list of ours: who is not ticked has no record, and an empty line that was filled in is a guest.
    pub sign_in: bool,
    /// Written by this program: guards come off exactly, numbers of people are known.
    pub own: bool,
}

impl Quirks {
    fn of(odd: &[Odd]) -> Self {
        let is = |it| odd.contains(&it);
        Self {
            utc: is(Odd::Utc),
            unsent_without_time: is(Odd::UnsentWithoutTime),
            dash_is_empty: is(Odd::DashIsEmpty),
            tickets: is(Odd::Tickets),
            sells: is(Odd::Sells),
            defused: is(Odd::Defused),
            ..Self::default()
        }
    }
}

/// Returns the family that knows the file, the more particular ones first.
pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    own::recognise(head)
        .or_else(|| own::sign_in(head))
        .or_else(|| described(head))
        .or_else(|| survey_monkey::recognise(head))
        .or_else(|| doodle::recognise(head))
}

/// Looks for one of the families that a description is enough for.
fn described(head: &Head<'_>) -> Option<Draft> {
    let plain_cells = |record: &Record| record.cells().map(plain).collect();
    let records: Vec<Vec<String>> = head
        .records
        .iter()
        .take(HEADINGS)
        .map(plain_cells)
        .collect();
    let found = family::recognise(&records)?;
    let mut draft = Draft::signups(&found.family.name, found.fields);
    draft.header = found.header;
    draft.quirks = Quirks::of(&found.family.odd);
    Some(draft)
}

/// Within so many records headings are found.
const HEADINGS: usize = 40;

impl Draft {
    fn signups(family: &'static str, fields: Vec<Option<Field>>) -> Self {
        Self {
            family,
            kind: Kind::Signups,
            header: 0,
            headings: None,
            fields,
            quirks: Quirks::default(),
        }
    }
}
