//! Headings of columns, each with its key in JSON.

use super::columns_and_labels::keyed;

keyed! {
    /// A person, as sorted by.
    NAME: "name" = "Name", "Name";
    /// What is known of one thing.
    FACT: "fact" = "fact", "Angabe";
    /// What it is.
    VALUE: "value" = "value", "Wert";
    /// Which part of a page a value stands in.
    PART_OF_PAGE: "part" = "part", "Teil";
    /// A row's number in its table, from one.
    ROW: "row" = "row", "Zeile";
    /// Which column of it.
    FIELD: "field" = "field", "Feld";
    /// An organisation's name.
    ORGANISATION: "organisation" = "Organisation", "Organisation";
}
