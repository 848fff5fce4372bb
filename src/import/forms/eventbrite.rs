//! Eventbrite: attendees, one row a ticket, or orders, one row an order.
//!
//! An extra ticket may have no address, or the buyer's. Money and address columns of the shop are not
//! taken.

use super::{Draft, Field, Head, Words};

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let words = Words::of(head.records.first()?);
    let known = words.starts_with(&["order #", "order no."])
        && words.has("order date")
        && words.has_any(&["attendee #", "quantity", "attendee status"]);
    known.then(|| {
        Draft::signups(
            "eventbrite",
            words.claim(&[
                ("order #", Field::Ignore),
                ("order no.", Field::Ignore),
                ("order date", Field::RequestedAt),
                ("first name", Field::GivenName),
                ("last name", Field::FamilyName),
                ("email", Field::Email),
                ("cell phone", Field::Phone),
                ("company", Field::Organisation),
                ("attendee status", Field::Status),
                ("quantity", Field::Ignore),
                ("price tier", Field::Ignore),
                ("ticket type", Field::Product),
                ("attendee #", Field::Ignore),
                ("barcode #", Field::Ignore),
                ("group", Field::Ignore),
                ("order type", Field::Ignore),
                ("currency", Field::Ignore),
                ("total paid", Field::Ignore),
                ("fees paid", Field::Ignore),
                ("eventbrite fees", Field::Ignore),
                ("eventbrite payment processing", Field::Ignore),
                ("event name", Field::Ignore),
                ("home address 1", Field::Ignore),
                ("home address 2", Field::Ignore),
                ("home city", Field::Ignore),
                ("home state", Field::Ignore),
                ("home zip", Field::Ignore),
                ("home country", Field::Ignore),
            ]),
        )
    })
}
