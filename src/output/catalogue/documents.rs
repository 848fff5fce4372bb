//! Titles, sentences and counts of reports, letters and documents.

use super::wordings;

wordings! {
    /// The title of the list to print beforehand.
    SIGN_IN_LIST = "Sign-in list", "Unterschriftenliste";
}
