//! The program's own words in cells, each with its key.

use super::columns_and_labels::keyed;

keyed! {
    /// A verdict: signed up and there for long enough.
    PRESENT: "present" = "present", "anwesend";
}
