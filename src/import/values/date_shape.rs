//! The date and time in a cell, before it is decided which number is the day.

use chrono::NaiveTime;

use super::date_tokens::{
    Kind, Reader, is_behind_the_hour, is_filler, is_ordinal, is_universal, is_weekday, joins_dates,
    month, tokens,
};
use super::words::unexcel;
use crate::formats::ZoneName;

/// The maximum length of a written date; free text is rejected at once.
const LONGEST_CELL: usize = 120;

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// Year, month, day, without ambiguity; and the separator, if there were only numbers.
    Known(i32, u32, u32, Option<char>),
    /// Three numbers with the year last, or, if all are short, perhaps first.
    Numbers {
        /// The first number.
        first: u32,
        /// The second number.
        second: u32,
        /// The third number.
        third: u32,
        /// Whether the third has four digits, and so is the year.
        long_year: bool,
    },
}

/// A parsed cell. The time is not yet checked against 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// The date.
    pub date: Option<Written>,
    /// The time: hour, minute, second.
    pub clock: Option<Clock>,
    /// The zone.
    pub offset: Option<WrittenZone>,
    /// Whether a `T` joins date and time, as programs write it.
    joined: bool,
}

/// A zone as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenZone {
    /// Seconds east of UTC.
    Offset(i32),
    /// A name, whose offset may depend on the day.
    Named(ZoneName),
}

/// A time of day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    /// `Some(true)` is PM.
    afternoon: Option<bool>,
    has_seconds: bool,
}

impl Clock {
    /// Returns the time, and whether it is the midnight that ends the day (`24:00`); `None` if it is not a valid time.
    pub(super) fn time(self) -> Option<(NaiveTime, bool)> {
        let hour = match (self.afternoon, self.hour) {
            (None, 24) if self.minute == 0 && self.second == 0 => {
                return Some((NaiveTime::MIN, true));
            }
            (Some(false), 12) => 0,
            // `13:05 PM` is a 24-hour time with a redundant word; `13:05 AM` is nonsense.
            (Some(false), 13..) => return None,
            (Some(true), hour @ 0..12) => hour + 12,
            (_, hour) => hour,
        };
        // A leap second is merged with the second before it: instants here have no sixtieth.
        let second = if self.second == 60 { 59 } else { self.second };
        NaiveTime::from_hms_opt(hour, self.minute, second).map(|time| (time, false))
    }
}

/// Returns the full year of a two-digit one: 70 to 99 are in the last century.
pub(super) fn full_year(number: u32, long: bool) -> i32 {
    let year = i32::try_from(number).unwrap_or(i32::MAX);
    match (long, year) {
        (true, _) => year,
        (false, 70..) => 1900 + year,
        (false, _) => 2000 + year,
    }
}

/// Parses a cell; `None` if it is not a date, a time or both.
pub(super) fn shape(cell: &str) -> Option<Shape> {
    let cell = unexcel(cell);
    if cell.len() > LONGEST_CELL || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Reader {
        tokens: &tokens(cell),
    }
    .shape()
}

impl Reader<'_> {
    fn shape(mut self) -> Option<Shape> {
        let mut shape = Shape {
            date: None,
            clock: None,
            offset: None,
            joined: false,
        };
        while let Some(token) = self.tokens.first() {
            if shape.date.is_none()
                && let Some(date) = self.date()
            {
                shape.date = Some(date);
            } else if shape.clock.is_none()
                && let Some(clock) = self.clock(shape.date.is_some())
            {
                shape.clock = Some(clock);
            } else if shape.offset.is_none()
                && let Some(offset) = self.offset(&shape)
            {
                shape.offset = Some(offset);
            } else {
                match token.kind {
                    Kind::Sign('(') if shape.offset.is_some() => self.brackets()?,
                    Kind::Sign(',' | '(' | ')') => self.skip(1),
                    Kind::Word("T" | "t") if shape.date.is_some() && token.glued => {
                        shape.joined = true;
                        self.skip(1);
                    }
                    Kind::Word(word) if is_weekday(word) => {
                        self.skip(1);
                        // `Do. 8.10.`, `quinta-feira`.
                        if !self.sign('.') && self.word(1).is_some_and(is_weekday) {
                            self.sign('-');
                        }
                    }
                    Kind::Word(word) if is_behind_the_hour(word) => self.skip(1),
                    // In `10:30 ore` the word is a unit.
                    Kind::Word(word) if is_filler(word) && self.tokens.len() > 1 => {
                        self.skip(1);
                        self.sign('.');
                    }
                    _ => self.skip(self.zone_once_more(&shape)?),
                }
            }
        }
        (shape.date.is_some() || shape.clock.is_some()).then_some(shape)
    }

    /// Returns the count of tokens of a zone's name that says an offset again: `+0200 CEST`.
    fn zone_once_more(&self, shape: &Shape) -> Option<usize> {
        let (name, length) = self.zone_name()?;
        let offset = name.offset().map(WrittenZone::Offset);
        (offset.is_some() && offset == shape.offset).then_some(length)
    }

    /// Skips the zone's long name that browsers add: `GMT+0200 (Central European Summer Time)`.
    fn brackets(&mut self) -> Option<()> {
        let end = (0..self.tokens.len()).find(|&index| self.is_sign(index, ')'))?;
        self.skip(end + 1);
        Some(())
    }

    fn date(&mut self) -> Option<Written> {
        self.compact_date()
            .or_else(|| self.number_date())
            .or_else(|| self.named_date())
    }

    /// Parses `20201008T080000Z`, as calendars write it; without the `T` it could be any number.
    fn compact_date(&mut self) -> Option<Written> {
        let (value, 8) = self.number(0)? else {
            return None;
        };
        if !matches!(self.kind(1), Some(Kind::Word("T" | "t"))) {
            return None;
        }
        self.skip(1);
        let year = full_year(value / 10_000, true);
        Some(Written::Known(
            year,
            value / 100 % 100,
            value % 100,
            Some('-'),
        ))
    }

    fn number_date(&mut self) -> Option<Written> {
        let (first, first_digits) = self.number(0)?;
        let Some(Kind::Sign(sign @ ('.' | '/' | '-'))) = self.kind(1) else {
            return None;
        };
        let (second, 1..=2) = self.number(2)? else {
            return None;
        };
        if !self.is_sign(3, sign) {
            return None;
        }
        let (third, third_digits) = self.number(4)?;
        let written = match (first_digits, third_digits) {
            (4, 1..=2) => Written::Known(full_year(first, true), second, third, Some(sign)),
            (1..=2, 2 | 4) if sign == '.' => {
                let year = full_year(third, third_digits == 4);
                Written::Known(year, second, first, Some(sign))
            }
            (1..=2, 2 | 4) => Written::Numbers {
                first,
                second,
                third,
                long_year: third_digits == 4,
            },
            _ => return None,
        };
        self.skip(5);
        Some(written)
    }

    /// Parses `8. Oktober 2020`, `21 Sep 2020`, `21-Sep-20`, `Oct 8, 2020`, `8th of October 2020`.
    fn named_date(&mut self) -> Option<Written> {
        let mut numbers = [(0, 0); 2];
        let (mut count, mut name, mut index) = (0, None, 0);
        while count < 2 || name.is_none() {
            match self.kind(index)? {
                Kind::Number(value, digits) if count < 2 => {
                    numbers[count] = (value, digits);
                    count += 1;
                }
                Kind::Word(word) if name.is_none() && month(word).is_some() => {
                    // The name comes after a number or before both, never last.
                    name = (count < 2).then(|| month(word))?;
                }
                Kind::Word(word) if count == 1 && is_ordinal(word) && self.glued(index) => {}
                Kind::Word(word) if count == 1 && joins_dates(word) => {}
                Kind::Sign('.' | ',' | '-' | '/') if index > 0 => {}
                _ => return None,
            }
            index += 1;
        }
        let [(first, first_digits), (second, second_digits)] = numbers;
        let written = match (first_digits, second_digits) {
            (4, 1..=2) => Written::Known(full_year(first, true), name?, second, None),
            (1..=2, 2 | 4) => {
                Written::Known(full_year(second, second_digits == 4), name?, first, None)
            }
            _ => return None,
        };
        // `Oct 8, 10:30` and `8. Oktober, 10 Uhr` have no year: the last number is an hour.
        let hour = !matches!(
            self.kind(index),
            None | Some(Kind::Number(..) | Kind::Sign(','))
        );
        if hour && first_digits.max(second_digits) < 4 {
            return None;
        }
        self.skip(index);
        Some(written)
    }

    fn clock(&mut self, after_date: bool) -> Option<Clock> {
        let (hour, digits) = self.number(0)?;
        let mut clock = Clock {
            hour,
            minute: 0,
            second: 0,
            afternoon: None,
            has_seconds: false,
        };
        if digits == 6 && after_date && self.glued(0) {
            // `080000` of the compact form.
            clock = Clock {
                hour: hour / 10_000,
                minute: hour / 100 % 100,
                second: hour % 100,
                has_seconds: true,
                ..clock
            };
            self.skip(1);
            return Some(clock);
        }
        if digits > 2 {
            return None;
        }
        if self.is_sign(1, ':') {
            let (minute, 2) = self.number(2)? else {
                return None;
            };
            clock.minute = minute;
            let mut length = 3;
            if self.is_sign(3, ':') {
                let (second, 2) = self.number(4)? else {
                    return None;
                };
                clock.second = second;
                clock.has_seconds = true;
                length = 5;
                let fraction = (self.is_sign(5, '.') || self.is_sign(5, ','))
                    && self.glued(5)
                    && self.glued(6)
                    && self.number(6).is_some();
                length += 2 * usize::from(fraction);
            }
            self.skip(length);
            clock.afternoon = self.half_of_day();
            return Some(clock);
        }
        self.spoken_clock(clock, after_date)
    }

    /// Parses `10 Uhr`, `10 Uhr 30`, `10.30 Uhr`, `10.30 h`, `9 AM`; `10.30` alone only after a date.
    fn spoken_clock(&mut self, mut clock: Clock, after_date: bool) -> Option<Clock> {
        let is_word = |word: Option<&str>, known: &str| {
            word.is_some_and(|word| word.eq_ignore_ascii_case(known))
        };
        if self.is_sign(1, '.') {
            let (minute, 2) = self.number(2)? else {
                return None;
            };
            let named = is_word(self.word(3), "uhr") || is_word(self.word(3), "h");
            if !named && !after_date {
                return None;
            }
            clock.minute = minute;
            self.skip(3 + usize::from(named));
            return Some(clock);
        }
        // After a date, `10h30` is a time; alone it may be a length.
        let is_french = after_date && is_word(self.word(1), "h") && self.glued(1);
        if is_word(self.word(1), "uhr") || is_french {
            self.skip(2);
            if let Some((minute, 2)) = self.number(0)
                && !matches!(self.kind(1), Some(Kind::Sign(_)))
            {
                clock.minute = minute;
                self.skip(1);
            }
            return Some(clock);
        }
        let before = self.tokens;
        self.skip(1);
        clock.afternoon = self.half_of_day();
        if clock.afternoon.is_none() {
            self.tokens = before;
            return None;
        }
        Some(clock)
    }

    /// Parses `AM`, `pm`, `a.m.`, `p. m.`; `Some(true)` is the afternoon.
    fn half_of_day(&mut self) -> Option<bool> {
        let word = self.word(0)?;
        let (length, first) = if word.len() == 2 && word.as_bytes()[1].eq_ignore_ascii_case(&b'm') {
            (1, word.as_bytes()[0])
        } else if word.len() == 1
            && self.is_sign(1, '.')
            && self
                .word(2)
                .is_some_and(|word| word.eq_ignore_ascii_case("m"))
        {
            (3 + usize::from(self.is_sign(3, '.')), word.as_bytes()[0])
        } else {
            return None;
        };
        let afternoon = match first.to_ascii_lowercase() {
            b'a' => false,
            b'p' => true,
            _ => return None,
        };
        self.skip(length);
        Some(afternoon)
    }

    /// Parses the zone after a time: `Z`, `MESZ`, `GMT+2`, `+00:00`; anything else is not consumed.
    ///
    /// `10:00-11:30` is a period, not ten o'clock west of Greenwich; so a bare offset only counts with a date, and one
    /// to the west only in the form that programs write: `2020-10-08T10:00-05:00`.
    fn offset(&mut self, shape: &Shape) -> Option<WrittenZone> {
        let clock = shape.clock?;
        if let Some((name, length)) = self.zone_name() {
            self.skip(length);
            return Some(WrittenZone::Named(name));
        }
        let universal = self.word(0).is_some_and(is_universal);
        let signed = &self.tokens[usize::from(universal)..];
        let sign = match signed.first().map(|token| token.kind) {
            Some(Kind::Sign('+')) => 1,
            Some(Kind::Sign('-' | '\u{2212}')) => -1,
            _ => {
                self.skip(usize::from(universal));
                return universal.then_some(WrittenZone::Offset(0));
            }
        };
        let iso = matches!(shape.date, Some(Written::Known(_, _, _, Some('-'))));
        let trusted = universal
            || if sign > 0 {
                shape.date.is_some()
            } else {
                shape.joined || (iso && clock.has_seconds)
            };
        let rest = Self {
            tokens: signed.get(1..)?,
        };
        if !trusted || !rest.glued(0) {
            return None;
        }
        let (value, digits) = rest.number(0)?;
        let (hours, minutes, length) = match digits {
            1..=2 if rest.is_sign(1, ':') => (value, rest.number(2)?.0, 3),
            1..=2 => (value, 0, 1),
            4 => (value / 100, value % 100, 1),
            _ => return None,
        };
        if hours > 14 || minutes > 45 || minutes % 15 != 0 {
            return None;
        }
        self.tokens = rest.tokens.get(length..)?;
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        Some(WrittenZone::Offset(sign * seconds))
    }
}
