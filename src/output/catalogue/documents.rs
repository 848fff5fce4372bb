//! Titles, sentences and counts of letters and documents.

use super::wordings;

wordings! {}
