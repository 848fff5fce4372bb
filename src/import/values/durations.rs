//! Parses cells as lengths of time, in seconds.
//!
//! Platforms write the same length as `75`, `62 mins`, `1h 54m`, `2 godz. 19 min 19 s`, `1 Std. 2 Min.`, `02:19:28` or
//! `32:14`. The units of all languages are accepted together, since real files mix them.

use super::date_tokens::{Kind, Reader, tokens};
use super::words::unexcel;
use crate::formats::heading::{self, Unit, is_in_hours};
use crate::formats::lexicon::LEXICON;

/// The maximum length of a cell with a length of time.
const LONGEST_CELL: usize = 60;

/// Parses a length of time and returns its whole seconds, rounded to the nearest.
///
/// * A bare number means minutes, as in every column called "Duration (minutes)".
/// * `32:14` is minutes and seconds, `1:02:03` hours, minutes and seconds (Meet, `BigBlueButton`).
/// * Otherwise days, hours, minutes and seconds in this order, each at most once and all optional, with or without
///   dots, spaces, commas and "und" in between; decimals with point or comma.
///
/// `None` for anything else, including an empty cell and `--`.
pub fn seconds(cell: &str) -> Option<i64> {
    let cell = unexcel(cell);
    if cell.len() > LONGEST_CELL {
        return None;
    }
    let pieces = tokens(cell);
    let reader = Reader { tokens: &pieces };
    if reader.is_sign(1, ':') {
        return colons(&reader);
    }
    units(reader)
}

/// Parses a length below a heading that counts hours: there a bare number, such as `1,5`, means hours.
pub fn seconds_of_hours(cell: &str) -> Option<i64> {
    let text = unexcel(cell).trim();
    if is_bare(text) {
        seconds(&format!("{text} h"))
    } else {
        hours_and_minutes(text).or_else(|| seconds(text))
    }
}

/// Parses a length whose two numbers around a colon are hours and minutes, as people write them: `1:05`.
///
/// `None` for every other notation; [`seconds`] parses those.
pub fn hours_and_minutes(cell: &str) -> Option<i64> {
    let (hours, minutes) = unexcel(cell).trim().split_once(':')?;
    let is_number = |digits: &str| digits.bytes().all(|it| it.is_ascii_digit());
    if !matches!(hours.len(), 1..=2) || minutes.len() != 2 || !is_number(hours) {
        return None;
    }
    let minutes: i64 = Some(minutes).filter(|it| is_number(it))?.parse().ok()?;
    let hours: i64 = hours.parse().ok()?;
    (minutes < 60).then_some(hours * 3600 + minutes * 60)
}

/// Parses a length below a heading, which may name the unit of bare numbers.
pub fn below(heading: &str, cell: &str) -> Option<i64> {
    match heading::unit(heading) {
        Some(Unit::Seconds) => seconds_of_seconds(cell),
        _ if is_in_hours(heading) => seconds_of_hours(cell),
        _ => seconds(cell),
    }
}

/// Parses a length below a heading that counts seconds: there a bare number means seconds.
fn seconds_of_seconds(cell: &str) -> Option<i64> {
    match unexcel(cell).trim() {
        text if is_bare(text) => seconds(&format!("{text} s")),
        text => seconds(text),
    }
}

/// Whether a cell is a number without a unit: `90`, `1,5`.
pub fn is_bare(text: &str) -> bool {
    let is_of_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
    text.bytes().all(is_of_number) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Parses `32:14`, `02:19:28`.
fn colons(reader: &Reader<'_>) -> Option<i64> {
    let (first, 1..=4) = reader.number(0)? else {
        return None;
    };
    let (second @ 0..60, 2) = reader.number(2)? else {
        return None;
    };
    let (first, second) = (i64::from(first), i64::from(second));
    match reader.tokens.len() {
        3 => Some(first * 60 + second),
        5 if reader.is_sign(3, ':') => match reader.number(4)? {
            (third @ 0..60, 2) => Some(first * 3600 + second * 60 + i64::from(third)),
            _ => None,
        },
        _ => None,
    }
}

/// Parses `1h 54m`, `2 Std. und 3 Min.`, `62,5 mins`, `75`.
fn units(mut reader: Reader<'_>) -> Option<i64> {
    let mut total = 0;
    let mut smallest = i64::MAX;
    // `PT1H5M`, as programs write a length.
    reader.skip(usize::from(reader.word(0) == Some("PT") && reader.glued(1)));
    while !reader.tokens.is_empty() {
        let number = Number::take(&mut reader)?;
        let unit = match reader.word(0) {
            Some(word) => unit(word)?,
            None => match reader.kind(0) {
                Some(Kind::Sign('\'' | '’' | '′')) => 60,
                Some(Kind::Sign('"' | '”' | '″')) => 1,
                // A bare number is only accepted on its own, or as the minutes of `1h05`.
                None if smallest == i64::MAX => 60,
                None if smallest == 3600 && number.are_minutes() => 60,
                _ => return None,
            },
        };
        // `3.900 s` is an hour and five minutes, or four seconds; `1.200` minutes are 20 hours, or one minute.
        if unit >= smallest || unit <= 60 && number.digits == 3 {
            return None;
        }
        smallest = unit;
        total += number.times(unit)?;
        reader.skip(1);
        reader.sign('.');
        reader.sign(',');
        let joins = reader
            .word(0)
            .is_some_and(|word| LEXICON.times.joining.are(word));
        reader.skip(usize::from(joins));
    }
    (smallest < i64::MAX).then_some(total)
}

/// A number with decimals.
struct Number {
    whole: u32,
    /// How many digits the whole part has.
    length: usize,
    decimals: u32,
    digits: usize,
}

impl Number {
    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let (whole, length @ 1..=6) = reader.number(0)? else {
            return None;
        };
        reader.skip(1);
        let mut number = Self {
            whole,
            length,
            decimals: 0,
            digits: 0,
        };
        if (reader.is_sign(0, '.') || reader.is_sign(0, ','))
            && reader.glued(1)
            && let Some((decimals, digits @ 1..=9)) = reader.number(1)
        {
            number.decimals = decimals;
            number.digits = digits;
            reader.skip(2);
        }
        Some(number)
    }

    /// Whether it can be the minutes after hours: two digits below sixty.
    fn are_minutes(&self) -> bool {
        self.length == 2 && self.whole < 60 && self.digits == 0
    }

    /// Returns the length of this many units of `seconds` each.
    fn times(&self, seconds: i64) -> Option<i64> {
        let scale = 10i64.checked_pow(u32::try_from(self.digits).ok()?)?;
        let part = (i64::from(self.decimals) * seconds + scale / 2) / scale;
        Some(i64::from(self.whole) * seconds + part)
    }
}

/// Returns the length of a unit in seconds.
fn unit(word: &str) -> Option<i64> {
    let times = &LEXICON.times;
    let units = [
        (&times.days, 86_400),
        (&times.hours, 3600),
        (&times.minutes, 60),
        (&times.seconds, 1),
    ];
    let unit = units.into_iter().find(|(words, _)| words.are(word));
    unit.map(|(_, seconds)| seconds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_and_minutes_are_two_numbers_around_a_colon() {
        assert_eq!(hours_and_minutes("1:05"), Some(3900));
        assert_eq!(hours_and_minutes(" 00:45 "), Some(2700));
        for other in ["1:5", "1:60", "1:02:03", "75", "1h 5m", ":05", "+1:05", ""] {
            assert_eq!(hours_and_minutes(other), None, "{other}");
        }
    }

    #[test]
    fn every_notation_is_read() {
        for (cell, expected) in [
            ("75", 75 * 60),
            ("0", 0),
            ("127.7", 7662),
            ("1h 54m", 6840),
            ("1h 7s", 3607),
            ("22s", 22),
            ("29m 22s", 1762),
            ("2h 19m 28s", 8368),
            ("2h19m", 8340),
            ("2 godz. 19 min 19 s", 8359),
            ("2 godz. 56 s", 7256),
            ("3 min 4 sek.", 184),
            ("1 Std. 2 Min.", 3720),
            ("59 Min. 0 Sek.", 3540),
            ("2\u{a0}Std., 19\u{a0}Min. und 13\u{a0}Sek.", 8353),
            ("2h 19 Min. 13 Sek.", 8353),
            ("62 mins", 3720),
            ("62,5 mins", 3750),
            ("2 hr 1 min", 7260),
            ("122 minutes", 7320),
            ("1.5 hours", 5400),
            ("02:19:28", 8368),
            ("1:00:00", 3600),
            ("1:02:03", 3723),
            ("32:14", 1934),
            ("120:05", 7205),
            ("=\"00:10:00\"", 600),
        ] {
            assert_eq!(seconds(cell), Some(expected), "{cell}");
        }
    }

    #[test]
    fn lengths_are_read_in_other_notations_and_languages() {
        for cell in [
            "1h05",
            "1 h 05",
            "PT1H5M",
            "65'",
            "1 Std. 5 Min.",
            "1 heure 5 minutes",
            "1 hora y 5 minutos",
            "1 ora e 5 minuti",
            "1 uur 5 minuten",
            "1 time 5 minutter",
            "1 timme och 5 minuter",
            "1 hodina 5 minut",
        ] {
            assert_eq!(seconds(cell), Some(3900), "{cell}");
        }
        assert_eq!(seconds("3.900 s"), None, "thousands, or decimals");
        assert_eq!(seconds("1h65"), None);
    }

    #[test]
    fn anything_else_is_no_length() {
        for cell in [
            "",
            "-",
            "--",
            "-5",
            "5 6",
            "2m 1h",
            "1h 1h",
            "1h 5",
            "10:75",
            "1:2",
            "1:02:03:04",
            "1.234,50",
            "10 Uhr",
            "5 apples",
            "h",
            "2020-10-08",
            "99999999999999999999h",
            "10/8/2020",
        ] {
            assert_eq!(seconds(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_length_is_read_back(total in 0i64..360_000) {
            let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60);
            for cell in [
                format!("{hours}h {minutes}m {rest}s"),
                format!("{hours} Std. {minutes} Min. {rest} Sek."),
                format!("{hours} godz. {minutes} min {rest} s"),
                format!("{hours:02}:{minutes:02}:{rest:02}"),
                format!("{}:{rest:02}", total / 60),
            ] {
                prop_assert_eq!(seconds(&cell), Some(total), "{}", cell);
            }
        }

        #[test]
        fn no_cell_panics_or_is_negative(cell in "[0-9.,: hmsdinStguo\\-]{0,20}|\\PC{0,40}") {
            prop_assert!(seconds(&cell).is_none_or(|length| length >= 0));
        }
    }
}
