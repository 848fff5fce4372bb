//! Hi.Events: the attendees export.
//!
//! Source: `backend/app/Exports/AttendeesExport.php`; times are the server's, and `config/app.php` sets
//! that to UTC.

use super::{Draft, Field, Head, Quirks, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.starts_with(&["id"]) && words.has("public id") && words.has("product name");
    known.then(|| {
        let mut draft = Draft::signups(
            "hi-events",
            words.claim(&[
                ("id", Field::Ignore),
                ("first name", Field::GivenName),
                ("last name", Field::FamilyName),
                ("email", Field::Email),
                ("status", Field::Status),
                ("check ins", Field::Ignore),
                ("is checked in", Field::Ignore),
                ("checked in at", Field::Ignore),
                ("product id", Field::Ignore),
                ("product name", Field::Product),
                ("event id", Field::Ignore),
                ("public id", Field::Ignore),
                ("short id", Field::Ignore),
                ("created date", Field::RequestedAt),
                ("last updated date", Field::Ignore),
            ]),
        );
        draft.quirks = Quirks {
            utc: true,
            ..Quirks::default()
        };
        draft
    })
}
