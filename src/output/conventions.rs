//! Conventions for numbers and files in each language.

use crate::catalogue::Language;
use crate::catalogue::messages::conventions::{
    CSV_BYTE_ORDER_MARK, CSV_SEPARATOR, CSV_WORDS, DECIMAL_SIGN,
};

/// Converts a number written with a decimal point to the notation of a language.
pub fn decimal(number: &str, language: Language) -> String {
    number.replace('.', DECIMAL_SIGN.in_language(language))
}

/// How CSV is written, so that a spreadsheet in the language opens it by double click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvDialect {
    /// What precedes the first heading: a byte-order mark or nothing.
    pub mark: &'static str,
    /// The separator between cells.
    pub separator: u8,
}

/// Returns whether reports in CSV use the words and dates of a language.
pub fn has_csv_words(language: Language) -> bool {
    CSV_WORDS.in_language(language) == "yes"
}

/// Returns the dialect for a language.
pub fn csv_dialect(language: Language) -> CsvDialect {
    let has_mark = CSV_BYTE_ORDER_MARK.in_language(language) == "yes";
    let separator = CSV_SEPARATOR.in_language(language).bytes().next();
    CsvDialect {
        mark: if has_mark { "\u{feff}" } else { "" },
        separator: separator.unwrap_or(b','),
    }
}
