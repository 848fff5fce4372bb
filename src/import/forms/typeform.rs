//! Typeform: times in UTC, one column an option whose cell repeats the option's text.

use super::{Draft, Field, Head, Quirks, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.has("submit date (utc)") && words.has_any(&["network id", "#"]);
    known.then(|| {
        let fields = words.claim(&[
            ("#", Field::Ignore),
            ("response type", Field::Status),
            ("start date (utc)", Field::Ignore),
            ("stage date (utc)", Field::Ignore),
            ("submit date (utc)", Field::RequestedAt),
            ("network id", Field::Ignore),
            ("tags", Field::Ignore),
            ("ending", Field::Ignore),
        ]);
        let mut draft = Draft::signups("typeform", fields);
        draft.quirks = Quirks {
            utc: true,
            unsent_without_time: true,
            ..Quirks::default()
        };
        draft
    })
}
