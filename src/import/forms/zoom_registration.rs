//! Zoom's registration report: a preamble, then `Registrant Details` or the table itself.
//!
//! Seen: the five fixed columns and their place; the rest of the preamble varies.

use super::{Draft, Field, Head, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let first = Words::of(head.records.first()?);
    if !first.starts_with(&["registration report", "registrierungsbericht"]) {
        return None;
    }
    let (header, words) = head
        .records
        .iter()
        .map(Words::of)
        .enumerate()
        .find(|(_, words)| {
            words.has_any(&["registration time", "approval status"])
                && words.has_any(&["email", "e-mail"])
        })?;
    let mut draft = Draft::signups(
        "zoom-registration",
        words.claim(&[
            ("first name", Field::GivenName),
            ("last name", Field::FamilyName),
            ("email", Field::Email),
            ("registration time", Field::RequestedAt),
            ("approval status", Field::Status),
            ("phone", Field::Phone),
            ("source name", Field::Ignore),
        ]),
    );
    draft.header = header;
    Some(draft)
}
