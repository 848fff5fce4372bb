//! What a family says about a file.

use crate::formats::Field;
use crate::formats::family::Odd;
use crate::import::{Kind, Record};

/// The first records of a file, without blank ones.
#[derive(Debug)]
pub(in crate::import) struct Head<'file> {
    /// The records.
    pub(in crate::import) records: &'file [Record],
}

/// What a family says about a file.
#[derive(Debug, Clone)]
pub(in crate::import) struct Draft {
    /// The family's name, for messages.
    pub(in crate::import) family: &'static str,
    /// What the file is about.
    pub(in crate::import) kind: Kind,
    /// The index of the last record of the headings.
    pub(in crate::import) header: usize,
    /// The headings, unless they are simply the cells of that record.
    pub(in crate::import) headings: Option<Vec<String>>,
    /// The meanings of the columns; `None` leaves one to the general rules.
    pub(in crate::import) fields: Vec<Option<Field>>,
    /// How it was made.
    pub(in crate::import) shape: Shape,
    /// Its peculiarities.
    pub(in crate::import) quirks: Quirks,
}

/// How a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By a program.
    Export,
    /// By a program, as a grid of options: a mark chooses, and the last row has counts.
    Poll,
    /// By hand, with headings.
    HandMade,
    /// By hand, without headings.
    List,
}

/// The peculiarities of a family.
#[expect(
    clippy::struct_excessive_bools,
    reason = "oddities that have nothing to do with each other"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quirks {
    /// Times are in UTC, not in the event's zone.
    pub utc: bool,
    /// A row without a time of request was never submitted.
    pub unsent_without_time: bool,
    /// A row is one sign-up, not everything the person chose.
    pub one_signup_a_row: bool,
    /// A lone `-` means no answer.
    pub dash_is_empty: bool,
    /// A row is a ticket, which may not be assigned to anybody yet.
    pub tickets: bool,
    /// "Pending" refers to the payment: the order keeps its place.
    pub sells: bool,
    /// Guards and escapes of pretix: `'+49…`, `\|`.
    pub defused: bool,
    /// The heading of whole names says that the family name comes first.
    pub family_first: bool,
    /// Our own sign-in list: people who are not ticked get no record, and an empty line that was filled in is a guest.
    pub sign_in: bool,
    /// Written by this program: guards are removed exactly, and numbers of people are known.
    pub own: bool,
}

impl Quirks {
    pub(super) fn of(odd: &[Odd]) -> Self {
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

impl Draft {
    pub(super) fn signups(family: &'static str, fields: Vec<Option<Field>>) -> Self {
        Self {
            family,
            kind: Kind::Signups,
            header: 0,
            headings: None,
            fields,
            shape: Shape::Export,
            quirks: Quirks::default(),
        }
    }
}
