//! Tito: one row a ticket. A word in `Void Status` cancels it; `-` is no answer; a ticket nobody was
//! assigned to is known by the order's name.

use super::{Draft, Field, Head, Quirks, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.has("ticket reference")
        && words.has_any(&["ticket first name", "ticket full name", "void status"]);
    known.then(|| {
        let parts = words.has("ticket first name") && words.has("ticket last name");
        let fields = words.claim(&[
            ("number", Field::Ignore),
            ("ticket", Field::Product),
            (
                "ticket full name",
                if parts { Field::Ignore } else { Field::Name },
            ),
            ("ticket first name", Field::GivenName),
            ("ticket last name", Field::FamilyName),
            ("ticket email", Field::Email),
            ("ticket company name", Field::Organisation),
            ("ticket phone number", Field::Phone),
            ("ticket reference", Field::Ignore),
            ("ticket created date", Field::RequestedAt),
            ("ticket last updated date", Field::Ignore),
            ("unique ticket url", Field::Ignore),
            ("unique order url", Field::Ignore),
            ("void status", Field::Void),
            ("price", Field::Ignore),
            ("tags", Field::Ignore),
            ("order name", Field::AccountName),
            ("order email", Field::AccountEmail),
            ("order company name", Field::AccountOrganisation),
            ("order phone number", Field::Ignore),
            ("order reference", Field::Ignore),
            ("order date", Field::Ignore),
        ]);
        let mut draft = Draft::signups("tito", fields);
        draft.quirks = Quirks {
            dash_is_empty: true,
            tickets: true,
            ..Quirks::default()
        };
        draft
    })
}
