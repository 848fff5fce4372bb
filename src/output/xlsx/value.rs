//! The content of a cell in a workbook: its value, style and width.
//!
//! # Values
//!
//! To a program, a workbook contains what JSON contains for the same table, cell by cell:
//!
//! | cell | in the workbook | compared with JSON |
//! | --- | --- | --- |
//! | text | a string, never a formula or a link, whatever it starts with | the same text |
//! | whole number, decimal, share | a number, rounded as in JSON | the same number |
//! | whole number of more than 15 digits | its digits as a string, since numbers in a workbook cannot hold more | the same digits |
//! | yes or no | its word in the chosen language; a boolean if import reads the table | the same |
//! | moment | the local date and time, to the second | the ISO text without its offset |
//! | moment in a table that import [reads](super::super::Table::taken_back) | the ISO text | the same text |
//! | words | joined by "; " | the same words, as in CSV |
//! | label | its word in the chosen language; its key if import reads the table | its key |
//! | nothing | no cell | `null` |
//! | a box to tick | □, since the sheet is printed | `null` |

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::super::{Cell, Language};
use super::TICK;
use crate::catalogue::messages::conventions::{DATE, DATE_AND_TIME};

/// The value that is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Number(f64),
    Truth(bool),
}

/// The style of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A text that stays text when it is edited.
    Text,
    /// A text too long for that: Excel shows `####` in place of more than 255 characters in such a cell.
    LongText,
    /// A whole number.
    Whole,
    /// A number with this many decimals.
    Decimal(u8),
    /// A share as a percentage.
    Share,
    /// Yes or no.
    Truth,
    /// A moment, in the pattern of its [`Cell::Moment`].
    Moment(Pattern),
}

/// The notation of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    /// A date and a time in the notation of a language: `08.10.2020 10:15`.
    Moment(Language),
    /// The same with seconds: `08.10.2020 10:15:42`.
    MomentWithSeconds(Language),
    /// A date: `08.10.2020`.
    Day(Language),
    /// `10:15`
    Clock,
    /// `10:15:42`: minutes alone would not agree with the minutes next to it.
    ClockWithSeconds,
}

impl Pattern {
    /// Returns the number format in a workbook's own syntax.
    pub(super) fn number_format(self) -> String {
        let format = match self {
            Self::Moment(language) => DATE_AND_TIME.in_language(language),
            Self::MomentWithSeconds(language) => {
                &format!("{}:%S", DATE_AND_TIME.in_language(language))
            }
            Self::Day(language) => DATE.in_language(language),
            Self::Clock => "%H:%M",
            Self::ClockWithSeconds => "%H:%M:%S",
        };
        let mut made = String::new();
        for piece in format.split_inclusive(|it: char| it.is_ascii_alphabetic()) {
            let (between, code) = piece.split_at(piece.len() - 1);
            // Everything between is escaped, except the colon of a time.
            for sign in between.chars().filter(|it| *it != '%') {
                made.push_str(if sign == ':' { "" } else { "\\" });
                made.push(sign);
            }
            made.push_str(match code {
                "Y" => "yyyy",
                "m" | "M" => "mm",
                "d" => "dd",
                "H" => "hh",
                "S" => "ss",
                other => other,
            });
        }
        made
    }

    /// Finds the pattern that a moment is shown in.
    fn of(shown: &str, language: Language) -> Option<Self> {
        let moment = DATE_AND_TIME.in_language(language);
        if NaiveDateTime::parse_from_str(shown, moment).is_ok() {
            return Some(Self::Moment(language));
        }
        if NaiveDate::parse_from_str(shown, DATE.in_language(language)).is_ok() {
            return Some(Self::Day(language));
        }
        NaiveTime::parse_from_str(shown, "%H:%M")
            .ok()
            .map(|_| Self::Clock)
    }
}

/// The largest number that a workbook stores with all its digits.
const MOST_DIGITS: u64 = 999_999_999_999_999;

/// The maximum number of characters shown in a cell of [`Style::Text`].
const SHOWN_CHARACTERS: usize = 255;

/// Returns the value, its style, and the length of its longest line in characters of ordinary width.
pub(super) fn of(cell: &Cell, language: Language, taken_back: bool) -> (Value<'_>, Style, usize) {
    match cell {
        Cell::Integer(number) if number.unsigned_abs() > MOST_DIGITS => {
            text(Cow::Owned(number.to_string()))
        }
        Cell::Integer(_) => number(cell, Style::Whole, 0),
        Cell::Decimal { digits, .. } => {
            number(cell, Style::Decimal(*digits), 1 + usize::from(*digits))
        }
        Cell::Percent(_) => number(cell, Style::Share, 4),
        Cell::Boolean(_) if !taken_back => text(cell.for_people(language)),
        Cell::Boolean(truth) => (Value::Truth(*truth), Style::Truth, 6),
        Cell::Moment { iso, shown } => {
            let typed = (!taken_back).then(|| typed(iso, shown, language)).flatten();
            match typed {
                Some((serial, pattern)) => {
                    (Value::Number(serial), Style::Moment(pattern), shown.len())
                }
                None => text(Cow::Borrowed(iso)),
            }
        }
        Cell::Tick => (Value::Text(Cow::Borrowed(TICK)), Style::Text, 1),
        // Import knows the keys; people read the words.
        // Where there is no value, the words are all there is.
        Cell::Reworded { of, words } if !taken_back && **of == Cell::Empty => {
            text(Cow::Borrowed(words.in_language(language)))
        }
        Cell::Reworded { of: cell, .. } => of(cell, language, taken_back),
        Cell::Label(label) if !taken_back => text(Cow::Borrowed(label.in_language(language))),
        Cell::Worded { words, .. } if !taken_back => text(Cow::Owned(words.in_language(language))),
        Cell::Empty | Cell::Text(_) | Cell::Words(_) | Cell::Label(_) | Cell::Worded { .. } => {
            text(cell.for_spreadsheet(language))
        }
    }
}

fn text(text: Cow<'_, str>) -> (Value<'_>, Style, usize) {
    if text.is_empty() {
        return (Value::Nothing, Style::Text, 0);
    }
    let width = width(&text);
    let style = if text.len() > SHOWN_CHARACTERS && text.chars().count() > SHOWN_CHARACTERS {
        Style::LongText
    } else {
        Style::Text
    };
    (Value::Text(text), style, width)
}

/// Returns a number; `further` is the room for the part after the integer.
fn number(cell: &Cell, style: Style, further: usize) -> (Value<'_>, Style, usize) {
    let Some(number) = cell.number() else {
        return (Value::Nothing, style, 0);
    };
    let mut width = 1 + usize::from(number < 0.0) + further;
    let mut rest = number.abs();
    while rest >= 10.0 && width < 40 {
        rest /= 10.0;
        width += 1;
    }
    (Value::Number(number), style, width)
}

/// Returns the style of a time with its day, and its length in characters.
pub(super) fn dated(style: Style, language: Language) -> (Style, usize) {
    match style {
        Style::Moment(Pattern::Clock) => (Style::Moment(Pattern::Moment(language)), 16),
        Style::Moment(Pattern::ClockWithSeconds) => {
            (Style::Moment(Pattern::MomentWithSeconds(language)), 19)
        }
        other => (other, 0),
    }
}

/// Returns the length of the longest line in characters of ordinary width.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\n') {
        return text.len();
    }
    // East Asian letters are twice as wide as others.
    let wide = |it: char| {
        1 + usize::from(
            matches!(it, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}'),
        )
    };
    let lines = text.lines().map(|line| line.chars().map(wide).sum());
    lines.max().unwrap_or(0)
}

/// Returns the local time of a moment as a workbook's serial number, in days, and its pattern.
fn typed(iso: &str, shown: &str, language: Language) -> Option<(f64, Pattern)> {
    // Anything shown in another form, like a session's time span, becomes a full date here.
    let whole = Pattern::Moment(language);
    let pattern = Pattern::of(shown, language).unwrap_or(whole);
    let local = match pattern {
        Pattern::Day(_) => iso.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN),
        _ => iso.get(..19)?.parse::<NaiveDateTime>().ok()?,
    };
    // A workbook's days before March 1900 count a 29 February that did not exist.
    let first = NaiveDate::from_ymd_opt(1900, 3, 1)?.and_time(NaiveTime::MIN);
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let since = local.signed_duration_since(zero);
    let rest = i32::try_from(since.num_seconds() - since.num_days() * 86_400).ok()?;
    let days = i32::try_from(since.num_days()).ok()?;
    let pattern = match pattern {
        Pattern::Clock if local.second() != 0 => Pattern::ClockWithSeconds,
        other => other,
    };
    (local >= first).then(|| (f64::from(days) + f64::from(rest) / 86_400.0, pattern))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(iso: &str, shown: &str) -> Cell {
        Cell::Moment {
            iso: iso.to_owned(),
            shown: shown.to_owned(),
        }
    }

    #[test]
    fn numbers_keep_what_json_has_and_long_ones_are_digits() {
        let value = |cell: Cell| match of(&cell, Language::De, false).0 {
            Value::Number(number) => number.to_string(),
            Value::Text(text) => format!("{text:?}"),
            other => format!("{other:?}"),
        };
        assert_eq!(value(Cell::Integer(-12)), "-12");
        assert_eq!(value(Cell::Integer(999_999_999_999_999)), "999999999999999");
        assert_eq!(value(Cell::Integer(i64::MIN)), "\"-9223372036854775808\"");
        assert_eq!(value(Cell::Percent(5.0 / 6.0)), "0.8333");
        let third = Cell::Decimal {
            value: 1.0 / 3.0,
            digits: 2,
        };
        assert_eq!(value(third), "0.33");
        assert_eq!(value(Cell::Percent(f64::NAN)), "Nothing");
        assert_eq!(value(Cell::from("007")), "\"007\"");
        assert_eq!(value(Cell::from("-0")), "\"-0\"");
    }

    #[test]
    fn a_moment_is_the_local_time_unless_import_takes_it_back() {
        let cell = moment("2020-10-08T12:00:30+02:00", "08.10.2020 12:00");
        let (value, style, width) = of(&cell, Language::De, false);
        assert_eq!(value, Value::Number(44_112.0 + 43_230.0 / 86_400.0));
        assert_eq!(style, Style::Moment(Pattern::Moment(Language::De)));
        assert_eq!(width, 16);
        let iso = Value::Text(Cow::Borrowed("2020-10-08T12:00:30+02:00"));
        assert_eq!(of(&cell, Language::De, true).0, iso);
    }

    #[test]
    fn every_way_to_show_a_moment_is_known_and_any_other_is_a_whole_date() {
        let style = |iso, shown| of(&moment(iso, shown), Language::En, false).1;
        let at = "2020-10-08T12:00:00Z";
        for (iso, shown, pattern, format) in [
            (
                at,
                "2020-10-08 12:00",
                Pattern::Moment(Language::En),
                r"yyyy\-mm\-dd\ hh:mm",
            ),
            (at, "12:00", Pattern::Clock, "hh:mm"),
            (
                "2020-10-08",
                "2020-10-08",
                Pattern::Day(Language::En),
                r"yyyy\-mm\-dd",
            ),
        ] {
            assert_eq!(style(iso, shown), Style::Moment(pattern));
            assert_eq!(pattern.number_format(), format);
        }
        let german = Pattern::Moment(Language::De).number_format();
        assert_eq!(german, r"dd\.mm\.yyyy\ hh:mm");
        // A session's time span, for example, becomes the full date in the notation of the language.
        let whole = Style::Moment(Pattern::Moment(Language::En));
        assert_eq!(style(at, "12:00–13:00"), whole);
        assert_eq!(style("1899-10-08T12:00:00Z", "12:00"), Style::Text);
        assert_eq!(style("2020-10-08", "12:00"), Style::Text);
    }

    #[test]
    fn the_width_is_that_of_the_longest_line() {
        assert_eq!(width("two\nlines"), 5);
        assert_eq!(width("Jörg"), 4);
        assert_eq!(width("田中 太郎"), 9);
        assert_eq!(width(""), 0);
        assert_eq!(of(&Cell::Integer(-1234), Language::En, false).2, 5);
    }
}
