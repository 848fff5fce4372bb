//! Parses cells as dates and times.
//!
//! All forms that platforms and sign-up forms write are accepted: ISO with and without `T`, dotted German dates,
//! slashes in either order, month names in twelve languages, 12 and 24 hours, zones as `Z`, `+02:00`, `GMT+2`, `MESZ` or
//! `Mitteleuropäische Sommerzeit`, and the formulas that spreadsheets put around them.
//!
//! *Order.* Numbers separated by dots have the day first and a four-digit number at the beginning is a year, whatever
//! else the file contains. With slashes and dashes `10/8/2020` is 8 October or 10 August, and AM or PM decides nothing
//! (India and Australia write the day first with both): such a cell needs the order of its column, which
//! [`OrderEvidence`] finds or leaves open.
//!
//! *Dots.* `9.30` is half past nine in a column of times ([`parse_time`]) and a number everywhere else. `0.30` is half
//! past midnight or, as a spreadsheet counts, twelve minutes past seven: that is a problem.
//!
//! *Zone.* Cells rarely name one; without one it is the event's, applied by [`to_instant`].

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

pub use super::date_order::{Evidence, OrderEvidence, What};
use super::date_shape::{Written, WrittenZone, full_year, shape};
use super::words::unexcel;
use crate::catalogue::Message;
use crate::catalogue::messages::times;
use crate::display_in_english;
use crate::formats::lexicon::LEXICON;
use crate::message;
use crate::model::Instant;
use crate::model::time::{self, Reading, Resolved};
use crate::output::day_and_month;

/// The number of a date that comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrder {
    /// `2020-10-08`, `20/10/08`.
    YearFirst,
    /// `8/10/2020`: Europe, India, Australia.
    DayFirst,
    /// `10/8/2020`: the United States.
    MonthFirst,
}

impl DateOrder {
    /// Returns the word used in options and outcomes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::YearFirst => "ymd",
            Self::DayFirst => "dmy",
            Self::MonthFirst => "mdy",
        }
    }

    /// Parses the word; `None` if it is unknown.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::YearFirst, Self::DayFirst, Self::MonthFirst]
            .into_iter()
            .find(|order| order.as_str() == word)
    }
}

/// The contents of a cell: a date, a time, or both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Option<NaiveDate>,
    /// The time in whole seconds; fractions are dropped.
    pub time: Option<NaiveTime>,
    /// The named zone, in seconds east of UTC.
    pub offset_seconds: Option<i32>,
    /// Whether the time is `24:00` of a day that is given elsewhere: midnight at the end of that day.
    pub ends_the_day: bool,
}

/// Rows on file are recognised by this text, so it must not change.
impl std::fmt::Debug for Moment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut fields = formatter.debug_struct("Moment");
        fields.field("date", &self.date);
        fields.field("time", &self.time);
        fields.field("offset_seconds", &self.offset_seconds);
        if self.ends_the_day {
            fields.field("ends_the_day", &true);
        }
        fields.finish()
    }
}

impl Moment {
    /// Returns it on a day, unless it has a date itself; `None` after the last possible day.
    pub fn on(self, day: NaiveDate) -> Option<Self> {
        if self.date.is_some() {
            return Some(self);
        }
        let date = if self.ends_the_day {
            day.succ_opt()?
        } else {
            day
        };
        Some(Self {
            date: Some(date),
            ends_the_day: false,
            ..self
        })
    }

    /// Whether it is midnight without a date: `00:00`.
    pub fn is_bare_midnight(self) -> bool {
        self.date.is_none() && self.time == Some(NaiveTime::MIN) && !self.ends_the_day
    }
}

/// The reason why a cell is not accepted as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateProblem {
    /// It is something else; the text is not repeated, since it may be anything.
    NotADate,
    /// It has the form of a date or time but does not exist.
    Impossible(String),
    /// It is either a time of day with a dot, or a fraction of a day.
    DotOrShare(String),
    /// It names standard time on a day of summer time, or the reverse.
    OtherSeason(String),
    /// It needs the order of the column.
    Ambiguous {
        /// The cell.
        cell: String,
        /// The date if the day comes first.
        day_first: NaiveDate,
        /// The date if the month comes first.
        month_first: NaiveDate,
    },
    /// It is only valid in the order that its column does not have.
    AgainstOrder {
        /// The cell.
        cell: String,
        /// The column's order.
        order: DateOrder,
    },
}

impl DateProblem {
    /// Says what is wrong with the cell.
    pub fn message(&self) -> Message {
        use crate::catalogue::messages::dates::NOT_A_TIME;
        match self {
            Self::NotADate => NOT_A_TIME.into(),
            Self::Impossible(cell) => message!(dates::impossible { cell }),
            Self::OtherSeason(cell) => message!(dates::other_season { cell }),
            Self::DotOrShare(cell) => message!(dates::dot_or_share { cell }),
            Self::Ambiguous {
                cell,
                day_first,
                month_first,
            } => message!(dates::two_readings {
                cell,
                one: day_and_month(*month_first),
                other: day_and_month(*day_first)
            }),
            Self::AgainstOrder { cell, order } => match order {
                DateOrder::YearFirst => message!(dates::not_year_first { cell }),
                DateOrder::DayFirst => message!(dates::not_day_first { cell }),
                DateOrder::MonthFirst => message!(dates::not_month_first { cell }),
            },
        }
    }
}

display_in_english!(DateProblem);

impl std::error::Error for DateProblem {}

/// Returns the cell for a message, without text in brackets, which may be anything.
pub(super) fn quoted(cell: &str) -> String {
    let text = unexcel(cell);
    text.split('(').next().unwrap_or(text).trim().to_owned()
}

/// Whether a cell contains a date, a time of day or both, in any order.
pub fn is_moment(cell: &str) -> bool {
    shape(cell).is_some()
}

/// Returns the days with a year of four digits that a text names among other words, in every order of day and month that
/// they may be read in: `Sitzung am 3. April 2024`.
pub fn days_in(text: &str) -> Vec<NaiveDate> {
    const LONGEST: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    let has_year = |part: &str| {
        let mut numbers = part.split(|sign: char| !sign.is_ascii_digit());
        numbers.any(|number| number.len() == 4)
    };
    let orders = [
        DateOrder::DayFirst,
        DateOrder::MonthFirst,
        DateOrder::YearFirst,
    ];
    let parts = (1..=LONGEST.min(words.len())).flat_map(|length| words.windows(length));
    let parts = parts
        .map(|part| part.join(" "))
        .filter(|part| has_year(part));
    parts
        .flat_map(|part| {
            let part = part
                .trim_matches(|sign: char| !sign.is_alphanumeric())
                .to_owned();
            orders.map(|order| {
                parse(&part, Some(order))
                    .ok()
                    .and_then(|moment| moment.date)
            })
        })
        .flatten()
        .collect()
}

/// Returns the times of day that a text names among other words: `ging schon um 10:30`, `nur bis 11`. A number alone is
/// one only beside a word that says so.
pub fn times_in(text: &str) -> Vec<NaiveTime> {
    let is_between = |sign: char| sign.is_whitespace() || ",;()/–-".contains(sign);
    let words: Vec<&str> = text.split(is_between).filter(|it| !it.is_empty()).collect();
    let neighbour = |place: Option<usize>| place.and_then(|it| words.get(it)).copied();
    let time = |(place, word): (usize, &&str)| {
        let word = word.trim_end_matches([':', '!']);
        let is_told = LEXICON.tells_the_time(
            neighbour(place.checked_sub(1)),
            neighbour(place.checked_add(1)),
        );
        let is_hour = word.len() <= 2 && word.bytes().all(|it| it.is_ascii_digit());
        // "2 pm" is another time than "2".
        let of_half = |time: &str| {
            let with_half = neighbour(place.checked_add(1)).map(|half| format!("{time} {half}"));
            let read = with_half.and_then(|it| parse(&it, None).ok());
            read.or_else(|| parse(time, None).ok())
        };
        let moment = match word {
            _ if word.contains(':') => of_half(word),
            _ if is_told && is_hour => of_half(&format!("{word}:00")),
            // `7.10.` is a day.
            _ if is_told || word.contains(['h', 'H']) => dotted_time(word),
            _ => None,
        };
        moment.filter(|it| it.date.is_none())?.time
    };
    words.iter().enumerate().filter_map(time).collect()
}

/// Parses a cell; `order` is that of the column, if known.
pub fn parse(cell: &str, order: Option<DateOrder>) -> Result<Moment, DateProblem> {
    let shape = shape(cell).ok_or(DateProblem::NotADate)?;
    let impossible = || DateProblem::Impossible(quoted(cell));
    let date = match shape.date {
        None => None,
        Some(written) => Some(settle(written, order, cell)?),
    };
    let clock = shape.clock.map(|clock| clock.time().ok_or_else(impossible));
    let (clock, ends_the_day) = clock.transpose()?.unzip();
    let offset = |zone| match zone {
        WrittenZone::Offset(seconds) => Ok(seconds),
        WrittenZone::Named(name) => {
            let Some(date) = date else {
                return name.offset().ok_or(DateProblem::NotADate);
            };
            let time = date.and_time(clock.unwrap_or_default());
            let other_season = || DateProblem::OtherSeason(quoted(cell));
            name.offset_at(time).ok_or_else(other_season)
        }
    };
    let moment = Moment {
        date: None,
        time: clock,
        offset_seconds: shape.offset.map(offset).transpose()?,
        ends_the_day: ends_the_day.unwrap_or(false),
    };
    match date {
        Some(date) => moment.on(date).ok_or_else(impossible),
        None => Ok(moment),
    }
}

/// Parses a cell of a column of times: like [`parse`], but also a time of day with a dot, `9.30`, or a spreadsheet's
/// serial number.
pub fn parse_time(cell: &str, order: Option<DateOrder>) -> Result<Moment, DateProblem> {
    let problem = match parse(cell, order) {
        Err(DateProblem::NotADate) => DateProblem::NotADate,
        read => return read,
    };
    match (dotted_time(cell), serial(cell)) {
        (Some(_), Some(_)) => Err(DateProblem::DotOrShare(quoted(cell))),
        (dotted, serial) => dotted.or(serial).ok_or(problem),
    }
}

/// Parses a time of day with a dot or an `h`: `9.30`, `14h05`, `9h`. A price or a length may look the same, so this is
/// only for columns of times.
pub fn dotted_time(cell: &str) -> Option<Moment> {
    let text = unexcel(cell).trim();
    let (hour, minute) = text.split_once(['.', 'h', 'H'])?;
    let (hour, minute) = (hour.trim(), minute.trim());
    let is_full = minute.is_empty() && !text.contains('.');
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let has_form = (1..=2).contains(&hour.len()) && (minute.len() == 2 || is_full);
    if !has_form || !is_digits(hour) || !is_digits(minute) {
        return None;
    }
    let minute = if is_full { "00" } else { minute };
    parse(&format!("{hour}:{minute}"), None).ok()
}

fn settle(
    written: Written,
    order: Option<DateOrder>,
    cell: &str,
) -> Result<NaiveDate, DateProblem> {
    let text = || quoted(cell);
    let impossible = || DateProblem::Impossible(text());
    let (first, second, third) = match written {
        Written::Known(year, month, day, _) => {
            return calendar(year, month, day).ok_or_else(impossible);
        }
        Written::Numbers {
            first,
            second,
            third,
            long_year: false,
        } if order == Some(DateOrder::YearFirst) => {
            return calendar(full_year(first, false), second, third).ok_or_else(impossible);
        }
        Written::Numbers {
            first,
            second,
            third,
            long_year,
        } => (first, second, full_year(third, long_year)),
    };
    let day_first = calendar(third, second, first);
    let month_first = calendar(third, first, second);
    let against = |order| DateProblem::AgainstOrder {
        cell: text(),
        order,
    };
    match (order, day_first, month_first) {
        (_, None, None) => Err(impossible()),
        (Some(DateOrder::DayFirst), Some(date), _)
        | (Some(DateOrder::MonthFirst), _, Some(date)) => Ok(date),
        (Some(order @ (DateOrder::DayFirst | DateOrder::MonthFirst)), _, _) => Err(against(order)),
        (_, Some(date), None) | (_, None, Some(date)) => Ok(date),
        (_, Some(day_first), Some(month_first)) if day_first == month_first => Ok(day_first),
        (_, Some(day_first), Some(month_first)) => Err(DateProblem::Ambiguous {
            cell: text(),
            day_first,
            month_first,
        }),
    }
}

/// Returns the day if it exists and is in the years people type: 1900 to 2199.
pub(super) fn calendar(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    (1900..2200)
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(year, month, day))?
}

/// Parses a spreadsheet's serial number: `44112` is 8 October 2020, `44112.41527` is 09:57:59 on that day.
///
/// Days since 30 December 1899 with decimals (point or comma) for the time; below 1 only a time. Any number qualifies,
/// so this is only for columns known to contain dates, and only the years 1954 to 2119 (20000 to 79999) are accepted.
/// The seconds since 1970 that programs count are read as well; they are in UTC.
pub fn serial(cell: &str) -> Option<Moment> {
    let text = unexcel(cell);
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if let Some(moment) = epoch(whole).filter(|_| are_digits(decimals)) {
        return Some(moment);
    }
    if whole.len() > 5 || !are_digits(whole) || decimals.len() > 17 || !are_digits(decimals) {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    let share: f64 = format!("0.{decimals}").parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a share of a day is at most 86400 seconds"
    )]
    let seconds = (share * 86_400.0).round() as i64;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let moment = epoch + TimeDelta::days(days) + TimeDelta::seconds(seconds);
    let has_clock = decimals.bytes().any(|digit| digit != b'0');
    match days {
        0 if has_clock && seconds < 86_400 => Some(Moment {
            date: None,
            time: Some(moment.time()),
            offset_seconds: None,
            ends_the_day: false,
        }),
        20_000..80_000 => Some(Moment {
            date: Some(moment.date()),
            time: has_clock.then(|| moment.time()),
            offset_seconds: None,
            ends_the_day: false,
        }),
        _ => None,
    }
}

/// Returns the day of a number that counts seconds since 1970, or days with decimals: numbers that are hardly anything
/// else.
pub fn counted_day(cell: &str) -> Option<NaiveDate> {
    const OF_A_TIME: usize = 3;
    let text = unexcel(cell);
    let (_, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_exact = decimals.len() >= OF_A_TIME || text.len() >= 10;
    serial(text).filter(|_| is_exact)?.date
}

/// Parses the seconds or milliseconds since 1970 that programs count: ten digits or thirteen, from 2001 to 2033.
fn epoch(digits: &str) -> Option<Moment> {
    let scale = match digits.len() {
        10 => 1,
        13 => 1000,
        _ => return None,
    };
    if !digits.starts_with('1') || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = digits.parse().ok()?;
    let moment = DateTime::from_timestamp(seconds / scale, 0)?;
    Some(Moment {
        date: Some(moment.date_naive()),
        time: Some(moment.time()),
        offset_seconds: Some(0),
        ends_the_day: false,
    })
}

/// Returns the instant that a cell means; `None` if neither it nor `default_date` gives a day.
///
/// A date without a time is its first moment. The cell's own offset takes precedence over `zone`.
pub fn to_instant(moment: Moment, default_date: Option<NaiveDate>, zone: Tz) -> Option<Instant> {
    resolve(moment, default_date, zone).map(|resolved| resolved.instant)
}

/// Does the same as [`to_instant`], and also returns whether clocks show that time.
pub fn resolve(moment: Moment, default_date: Option<NaiveDate>, zone: Tz) -> Option<Resolved> {
    let moment = match default_date {
        Some(day) => moment.on(day)?,
        None => moment,
    };
    let local = NaiveDateTime::new(moment.date?, moment.time.unwrap_or(NaiveTime::MIN));
    if let Some(offset) = moment.offset_seconds {
        let offset = TimeDelta::seconds(i64::from(offset));
        return Some(Resolved {
            instant: local.checked_sub_signed(offset)?.and_utc(),
            reading: Reading::Once,
        });
    }
    let resolved = time::resolve(local, zone);
    Some(match moment.time {
        Some(_) => resolved,
        None => Resolved {
            reading: Reading::Once,
            ..resolved
        },
    })
}

/// Says why a time that clocks skip is refused, and which one they show next.
pub fn skipped(moment: Moment, default_date: Option<NaiveDate>, zone: Tz) -> Message {
    let moment = default_date
        .and_then(|day| moment.on(day))
        .unwrap_or(moment);
    let (Some(date), Some(clock)) = (moment.date, moment.time) else {
        return times::SKIPPED.into();
    };
    let next = time::next_shown(date.and_time(clock), zone);
    message!(times::skipped_until {
        time: clock.format("%H:%M").to_string(),
        date,
        zone: zone.name(),
        next: next.format("%H:%M").to_string()
    })
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
