//! Indico: the registrations of an event; its fixed words are English in every language.
//!
//! Source: `indico/modules/events/registration/util.py`. Times in CSV are UTC with
//! their offset, those of the workbook the event's own without one. Signs
//! at the start of a cell are cut off by the exporter, so `+49 30` arrives as `49 30` and stays so.

use super::{Draft, Field, Head, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.starts_with(&["id"])
        && words.has("name")
        && words.has_any(&["registration date", "registration state"]);
    known.then(|| {
        let parts = words.has("first name") && words.has("last name");
        let fields = words.claim(&[
            ("id", Field::Ignore),
            ("name", if parts { Field::Ignore } else { Field::Name }),
            ("first name", Field::GivenName),
            ("last name", Field::FamilyName),
            ("email address", Field::Email),
            ("affiliation", Field::Organisation),
            ("phone number", Field::Phone),
            ("registration date", Field::RequestedAt),
            ("registration state", Field::Status),
            ("modification date", Field::Ignore),
            ("created by", Field::Ignore),
            ("price", Field::Ignore),
            ("checked in", Field::Ignore),
            ("check-in date", Field::Ignore),
            ("payment date", Field::Ignore),
        ]);
        Draft::signups("indico", fields)
    })
}
