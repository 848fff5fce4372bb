//! Google Forms: the linked sheet as CSV, or the form's own download.
//!
//! Several answers are joined with `, ` and nothing is escaped.

use super::{Draft, Field, Head, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    (words.starts_with(&[
        "timestamp",
        "zeitstempel",
        "horodateur",
        "sygnatura czasowa",
    ]) && words.0.len() > 2)
        .then(|| {
            let mut fields = words.claim(&[("username", Field::AccountEmail)]);
            fields[0] = Some(Field::RequestedAt);
            Draft::signups("google-forms", fields)
        })
}
