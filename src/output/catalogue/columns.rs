//! Headings of columns, each with its key in JSON.

use super::columns_and_labels::keyed;

keyed! {
    /// A person, as sorted by.
    NAME: "name" = "Name", "Name";
    /// An organisation's name.
    ORGANISATION: "organisation" = "Organisation", "Organisation";
}
