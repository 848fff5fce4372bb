//! How dates, numbers and files are written where a language is read.

use super::wordings;
use crate::output::Language;

wordings! {
    /// For `strftime`.
    DATE = "%Y-%m-%d", "%d.%m.%Y";
    /// For `strftime`.
    DATE_AND_TIME = "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M";
    DECIMAL_SIGN = ".", ",";
    /// German typography sets a space before the sign; English none.
    PERCENT = "{number}%", "{number} %";
    YES = "yes", "ja";
    NO = "no", "nein";
    /// In place of rows when there are none.
    NO_ROWS = "(none)", "(nichts)";
}

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

/// Returns the dialect that goes with a language.
pub fn csv_dialect(language: Language) -> CsvDialect {
    match language {
        Language::English => CsvDialect {
            mark: "",
            separator: b',',
        },
        Language::German => CsvDialect {
            mark: "\u{feff}",
            separator: b';',
        },
    }
}
