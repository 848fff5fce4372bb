//! Values on the command line that several commands read.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::error::Error;
use crate::import::values::dates::{self, DateOrder};
use crate::model::{Instant, Rule};

/// Reads a time: with a date, or the time of day on `day`; in `zone` unless it says otherwise.
pub(super) fn instant(text: &str, day: Option<NaiveDate>, zone: Tz) -> Result<Instant, Error> {
    // On the command line slashes mean what a European means by them.
    let moment = dates::parse(text, Some(DateOrder::DayFirst))
        .map_err(|error| Error::usage(format!("`{text}` is no time: {error}")).hinted(TIME_HINT))?;
    dates::to_instant(moment, day, zone)
        .ok_or_else(|| Error::usage(format!("`{text}` has no date")).hinted(TIME_HINT))
}

const TIME_HINT: &str =
    "write 2020-10-08T10:00, `08.10.2020 10:00`, or 10:00 where the day is clear";

/// Reads a rule, for clap.
pub(super) fn parse_rule(text: &str) -> Result<Rule, String> {
    text.parse()
        .map_err(|error: crate::model::RuleError| error.to_string())
}

/// Reads a zone, for clap.
pub(super) fn parse_zone(text: &str) -> Result<Tz, String> {
    text.parse()
        .map_err(|_| "no such time zone: write Europe/Berlin, for example".to_owned())
}

/// Returns midnight-to-midnight days apart: whether a text has no time of day.
pub(super) fn is_date_only(text: &str) -> bool {
    dates::parse(text, Some(DateOrder::DayFirst)).is_ok_and(|moment| moment.time.is_none())
}

/// The last minute of a day, for an event that ends on a date without a time.
pub(super) fn end_of_day(day: NaiveDate, zone: Tz) -> Instant {
    let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    crate::model::time::from_local(day.and_time(last), zone)
}
