//! Families of sign-up exports, each recognised by its headings.
//!
//! Most are tables of columns and are described in `formats/families`; to add one, add a file there. The others are
//! here: Doodle and `SurveyMonkey`, whose headings span several lines, and the exports of this program. A family
//! defines the meaning of its fixed columns; the questions are left to the general rules of `layout`.

mod doodle;
mod draft;
mod own;
mod survey_monkey;

pub(super) use draft::{Draft, Head, Quirks, Shape};
pub(super) use own::{is_mailing, is_part};

use super::Record;
use crate::formats::family;
pub(super) use crate::formats::fold::plain;

/// Returns the family that recognises the file, more specific ones first.
pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    own::recognise(head)
        .or_else(|| own::sign_in(head))
        .or_else(|| described(head))
        .or_else(|| survey_monkey::recognise(head))
        .or_else(|| doodle::recognise(head))
}

/// Looks for a family for which a description is enough.
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

/// The number of records within which headings are found.
const HEADINGS: usize = 40;
