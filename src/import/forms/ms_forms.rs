//! Microsoft Forms: xlsx, or what Excel made of it. German and English.
//!
//! Without a sign-in the account's address is the word `anonymous` and its name is empty; the real
//! ones are questions further right. Several answers end in a semicolon: `A;B;`.

use super::{Draft, Field, Head, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.starts_with(&["id"])
        && words.has_any(&["startzeit", "start time"])
        && words.has_any(&["fertigstellungszeit", "completion time"]);
    known.then(|| {
        Draft::signups(
            "ms-forms",
            words.claim(&[
                ("id", Field::Ignore),
                ("startzeit", Field::Ignore),
                ("start time", Field::Ignore),
                ("fertigstellungszeit", Field::RequestedAt),
                ("completion time", Field::RequestedAt),
                ("e-mail", Field::AccountEmail),
                ("email", Field::AccountEmail),
                ("name", Field::AccountName),
                ("last modified time", Field::Ignore),
                ("uhrzeit der letzten änderung", Field::Ignore),
                ("zeitpunkt der letzten änderung", Field::Ignore),
                ("sprache", Field::Ignore),
            ]),
        )
    })
}
