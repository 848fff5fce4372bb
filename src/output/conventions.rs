//! How numbers and files are written where a language is read.

use crate::catalogue::Language;
use crate::catalogue::messages::conventions::{
    CSV_BYTE_ORDER_MARK, CSV_SEPARATOR, CSV_WORDS, DECIMAL_SIGN,
};

/// Returns a number that was written with a decimal point as readers of a language write it.
pub fn decimal(number: &str, language: Language) -> String {
    number.replace('.', DECIMAL_SIGN.in_language(language))
}

/// How CSV is written, so that a spreadsheet of the language opens it by double click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvDialect {
    /// What stands before the first heading: a byte-order mark or nothing.
    pub mark: &'static str,
    /// What stands between cells.
    pub separator: u8,
}

/// Whether a report in CSV has the words and dates of a language.
pub fn has_csv_words(language: Language) -> bool {
    CSV_WORDS.in_language(language) == "yes"
}

/// Returns the dialect that goes with a language.
pub fn csv_dialect(language: Language) -> CsvDialect {
    let has_mark = CSV_BYTE_ORDER_MARK.in_language(language) == "yes";
    let separator = CSV_SEPARATOR.in_language(language).bytes().next();
    CsvDialect {
        mark: if has_mark { "\u{feff}" } else { "" },
        separator: separator.unwrap_or(b','),
    }
}
