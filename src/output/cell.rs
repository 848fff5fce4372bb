//! A value of a table, and how it is written for people, in CSV and in JSON.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use serde_json::Value;

use super::Language;
use crate::catalogue::Message;
use crate::catalogue::messages::conventions;
use crate::message;
use crate::output::keyed::Keyed;

/// The number of decimals of a share in CSV and JSON: a hundredth of a percent.
const SHARE_DIGITS: u8 = 4;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value: empty text, `null` in JSON.
    Empty,
    /// Text of any origin; it is not trusted.
    Text(String),
    /// A count, minutes, a number.
    Integer(i64),
    /// A number with this many decimals; one that is not finite counts as empty.
    Decimal {
        /// The number.
        value: f64,
        /// The number of decimals shown; JSON is rounded to them.
        digits: u8,
    },
    /// A fraction of one: 0.83 is shown as "83%" ("83 %" in German). In CSV and JSON it is 0.83, rounded to four
    /// digits, so that programs can calculate with it. One that is not finite counts as empty.
    Percent(f64),
    /// Yes or no; `true` or `false` in JSON. CSV has `yes` or `no` in every language, as it has keys for labels.
    Boolean(bool),
    /// A point in time.
    Moment {
        /// ISO 8601 with offset, for CSV and JSON.
        iso: String,
        /// In the local notation, "08.10.2020 10:00", for text and Markdown.
        shown: String,
    },
    /// Several texts: joined by "; ", an array in JSON.
    Words(Vec<String>),
    /// A word of this program, such as a verdict. CSV and JSON have its key, which is the same in every language:
    /// `no-show`.
    Label(Keyed),
    /// A value with a different wording for people on a page; programs and workbooks get the value itself.
    Reworded {
        /// The value.
        of: Box<Self>,
        /// The wording for people.
        words: Keyed,
    },
    /// Words for people in their language, and a key for programs: `5 minutes`, `5min`.
    Worded {
        /// The key.
        key: String,
        /// The words.
        words: Message,
    },
    /// A box to tick on paper; empty in CSV and JSON.
    Tick,
}

impl Cell {
    /// Returns the text for people in `language`, with control characters unescaped.
    pub fn for_people(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Decimal { value, digits } => Cow::Owned(decimal(*value, *digits, language)),
            Self::Percent(share) => Cow::Owned(percent(*share, language)),
            Self::Boolean(true) => Cow::Borrowed(conventions::YES.in_language(language)),
            Self::Boolean(false) => Cow::Borrowed(conventions::NO.in_language(language)),
            Self::Moment { shown, .. } => Cow::Borrowed(shown),
            Self::Words(words) => Cow::Owned(words.join("; ")),
            Self::Label(word) => Cow::Borrowed(word.in_language(language)),
            Self::Reworded { words, .. } => Cow::Borrowed(words.in_language(language)),
            Self::Worded { words, .. } => Cow::Owned(words.in_language(language)),
            Self::Tick => Cow::Borrowed("□"),
        }
    }

    /// Returns the text for CSV, before it is guarded; `language` only decides the decimal sign.
    pub fn for_spreadsheet(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Percent(share) if share.is_finite() => {
                let text = round(*share, SHARE_DIGITS).to_string();
                Cow::Owned(crate::output::conventions::decimal(&text, language))
            }
            Self::Percent(_) | Self::Tick => Cow::Borrowed(""),
            Self::Boolean(truth) => Cow::Borrowed(if *truth { "yes" } else { "no" }),
            Self::Moment { iso, .. } => Cow::Borrowed(iso),
            Self::Label(word) => Cow::Borrowed(word.key()),
            Self::Reworded { of, .. } => of.for_spreadsheet(language),
            Self::Worded { key, .. } => Cow::Borrowed(key),
            Self::Empty
            | Self::Text(_)
            | Self::Integer(_)
            | Self::Decimal { .. }
            | Self::Words(_) => self.for_people(language),
        }
    }

    /// Returns the text for the CSV of a report, before it is guarded, in a language that has [words] there: dates and
    /// words as spreadsheets in that language read them.
    ///
    /// [words]: crate::output::conventions::has_csv_words
    pub(super) fn for_report(&self, language: Language) -> Cow<'_, str> {
        match self {
            Self::Boolean(_) | Self::Label(_) | Self::Worded { .. } => self.for_people(language),
            Self::Reworded { of, .. } => of.for_report(language),
            Self::Moment { iso, shown } => dated(iso, shown, language),
            _ => self.for_spreadsheet(language),
        }
    }

    /// Returns the value in JSON.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Empty | Self::Tick => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Integer(number) => Value::from(*number),
            // `from` turns numbers that are not finite into null.
            Self::Decimal { value, digits } => Value::from(round(*value, *digits)),
            Self::Percent(share) => Value::from(round(*share, SHARE_DIGITS)),
            Self::Boolean(truth) => Value::from(*truth),
            Self::Moment { iso, .. } => Value::from(iso.as_str()),
            Self::Words(words) => Value::from(words.as_slice()),
            Self::Label(word) => Value::from(word.key()),
            Self::Reworded { of, .. } => of.json(),
            Self::Worded { key, .. } => Value::from(key.as_str()),
        }
    }

    /// Returns the number in a cell, rounded as in JSON; `None` if it is not a number, or not finite.
    pub fn number(&self) -> Option<f64> {
        let number = match self {
            // JSON keeps every digit; only callers that can do with 15 of them use this number.
            #[expect(clippy::cast_precision_loss, reason = "said above")]
            Self::Integer(number) => *number as f64,
            Self::Decimal { value, digits } => round(*value, *digits),
            Self::Percent(share) => round(*share, SHARE_DIGITS),
            _ => return None,
        };
        number.is_finite().then_some(number)
    }

    /// Returns whether a spreadsheet should read the cell as a number; such cells are never guarded.
    pub(super) fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Integer(_) | Self::Decimal { .. } | Self::Percent(_)
        )
    }
}

/// Empty text becomes [`Cell::Empty`]: an unanswered question of a form is not an answer.
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Empty text becomes [`Cell::Empty`], as it does from `&str`.
impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

/// Counts above 9 × 10¹⁸ are limited to that.
impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

/// An empty list is still a list: `[]` in JSON.
impl From<Vec<String>> for Cell {
    fn from(words: Vec<String>) -> Self {
        Self::Words(words)
    }
}

/// `None` is [`Cell::Empty`].
impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Rounds to the nearest, halves away from zero, as taught at school.
fn round(value: f64, digits: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(digits));
    let scaled = (value * factor).round();
    // A float above 2⁵³ has no decimals left to round.
    let rounded = if scaled.abs() < 9_007_199_254_740_992.0 {
        scaled / factor
    } else {
        value
    };
    // A tiny negative number would be printed as "-0".
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// Returns a moment with its date, which a table on paper may leave to its heading, and with its seconds, if any:
/// `08.10.2020 10:15`, `08.10.2020 10:15:42`.
fn dated<'a>(iso: &'a str, shown: &'a str, language: Language) -> Cow<'a, str> {
    let whole = conventions::DATE_AND_TIME.in_language(language);
    if let Ok(day) = iso.parse::<NaiveDate>() {
        let date = conventions::DATE.in_language(language);
        return Cow::Owned(day.format(date).to_string());
    }
    let Some(exact) = iso
        .get(..19)
        .and_then(|it| it.parse::<NaiveDateTime>().ok())
    else {
        return Cow::Borrowed(shown);
    };
    // Seconds must survive a round trip.
    let seconds = if exact.second() == 0 { "" } else { ":%S" };
    Cow::Owned(exact.format(&format!("{whole}{seconds}")).to_string())
}

fn decimal(value: f64, digits: u8, language: Language) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let places = usize::from(digits);
    crate::output::conventions::decimal(&format!("{:.places$}", round(value, digits)), language)
}

fn percent(share: f64, language: Language) -> String {
    if !share.is_finite() {
        return String::new();
    }
    let number = round(share * 100.0, 0).to_string();
    message!(conventions::percent { number }).in_language(language)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::output::keyed::labels;

    /// Returns the three forms of a cell in one line.
    fn readings(cell: &Cell, language: Language) -> String {
        format!(
            "{} | {} | {}",
            cell.for_people(language),
            cell.for_spreadsheet(language),
            cell.json()
        )
    }

    #[test]
    fn each_kind_reads_as_its_readers_expect() {
        let half = Cell::Decimal {
            value: 0.5,
            digits: 1,
        };
        let verdict = Cell::Label(labels::NO_SHOW);
        let start = Cell::Moment {
            iso: "2020-10-08T10:00:00+02:00".to_owned(),
            shown: "08.10.2020 10:00".to_owned(),
        };
        let cases = [
            (Cell::Empty, " |  | null"),
            (Cell::from("Anna"), "Anna | Anna | \"Anna\""),
            (Cell::Integer(-3), "-3 | -3 | -3"),
            (half, "0,5 | 0,5 | 0.5"),
            (Cell::Percent(5.0 / 6.0), "83 % | 0,8333 | 0.8333"),
            (Cell::Percent(1.0), "100 % | 1 | 1.0"),
            (Cell::Boolean(true), "ja | yes | true"),
            (
                start,
                "08.10.2020 10:00 | 2020-10-08T10:00:00+02:00 | \"2020-10-08T10:00:00+02:00\"",
            ),
            (
                Cell::from(vec!["BioM".to_owned(), "Bio M".to_owned()]),
                "BioM; Bio M | BioM; Bio M | [\"BioM\",\"Bio M\"]",
            ),
            (verdict, "nicht erschienen | no-show | \"no-show\""),
            (Cell::Tick, "□ |  | null"),
        ];
        for (cell, expected) in cases {
            assert_eq!(readings(&cell, Language::De), expected);
        }
        assert_eq!(
            readings(&Cell::Percent(0.125), Language::En),
            "13% | 0.125 | 0.125"
        );
    }

    #[test]
    fn what_is_not_known_is_empty() {
        assert_eq!(Cell::from(None::<i64>), Cell::Empty);
        assert_eq!(Cell::from(""), Cell::Empty);
        let decimal = Cell::Decimal {
            value: f64::INFINITY,
            digits: 2,
        };
        assert_eq!(readings(&decimal, Language::En), " |  | null");
        assert_eq!(
            readings(&Cell::Percent(f64::NAN), Language::En),
            " |  | null"
        );
    }

    #[test]
    fn a_tiny_negative_number_is_zero() {
        assert_eq!(decimal(-0.04, 1, Language::En), "0.0");
        assert_eq!(percent(-0.001, Language::En), "0%");
    }

    proptest! {
        #[test]
        fn rounding_moves_a_number_by_half_a_digit_at_most(value in -1e9_f64..1e9, digits in 0_u8..5) {
            let step = 10_f64.powi(-i32::from(digits));
            // Large numbers do not have that many decimals.
            let precision = value.abs() * f64::EPSILON;
            prop_assert!((round(value, digits) - value).abs() <= step * 0.5 + precision);
        }
    }
}
