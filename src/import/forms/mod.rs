//! Families of sign-up exports: one file each.
//!
//! A family looks at the head of a file and says, by shape and words, whether the file is its own; if
//! so, what its fixed columns mean and what is odd about it. The questions of the form itself are
//! left to the general rules of `layout.rs`. A new family is one new file and one line in [`ALL`].
//!
//! Sources: the exporters' source code and help pages, and files quoted by public parsers, as far as
//! the documentation of each file says.

mod doodle;
mod eventbrite;
mod google_forms;
mod hi_events;
mod indico;
mod limesurvey;
mod ms_forms;
mod own;
mod pretix;
mod tito;
mod typeform;
mod zoom_registration;

pub(super) use own::is_mailing;

use unicode_normalization::UnicodeNormalization;

use super::{Field, Kind, Record};

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
    /// Guards and escapes of pretix: `'+49…`, `\|`.
    pub defused: bool,
    /// The heading of whole names says that the family name comes first.
    pub family_first: bool,
    /// Written by this program: guards come off exactly, numbers of people are known.
    pub own: bool,
}

/// Looks for its family in a file's head.
type Recognise = fn(&Head<'_>) -> Option<Draft>;

/// Every family, the more particular ones first.
const ALL: &[Recognise] = &[
    own::recognise,
    pretix::recognise,
    limesurvey::recognise,
    ms_forms::recognise,
    typeform::recognise,
    indico::recognise,
    eventbrite::recognise,
    tito::recognise,
    hi_events::recognise,
    zoom_registration::recognise,
    google_forms::recognise,
    doodle::recognise,
];

/// Returns the first family that knows the file.
pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    ALL.iter().find_map(|recognise| recognise(head))
}

/// Returns a heading cell in lower case, blanks collapsed, without byte-order mark; an umlaut is one
/// letter, however it was typed.
pub(super) fn plain(cell: &str) -> String {
    cell.trim_start_matches('\u{feff}')
        .nfc()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Headings of a record, ready to compare.
struct Words(Vec<String>);

impl Words {
    fn of(record: &Record) -> Self {
        Self(record.cells().map(plain).collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|cell| cell == word)
    }

    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    fn starts_with(&self, words: &[&str]) -> bool {
        self.0
            .first()
            .is_some_and(|cell| words.contains(&cell.as_str()))
    }

    /// Gives every column the field its heading has in `table`; a heading that stands twice in the
    /// table means the first for its first column and the second for its next.
    fn claim(&self, table: &[(&str, Field)]) -> Vec<Option<Field>> {
        let mut used = vec![false; table.len()];
        self.0
            .iter()
            .map(|cell| {
                let fits = |index: &usize| table[*index].0 == cell.as_str();
                let fresh = (0..table.len()).find(|index| !used[*index] && fits(index));
                if let Some(index) = fresh {
                    used[index] = true;
                    return Some(table[index].1.clone());
                }
                // Met more often than the table foresees: what the last one meant, unless that was
                // a field of which there is only one.
                (0..table.len())
                    .rev()
                    .find(fits)
                    .map(|index| table[index].1.clone())
                    .filter(Field::may_repeat)
            })
            .collect()
    }
}

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
