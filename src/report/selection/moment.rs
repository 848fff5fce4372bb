//! Compares a point in time written by the user with one in a table.

use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A point in time as written: a day, a time of day, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The day.
    pub day: Option<NaiveDate>,
    /// The time of day.
    pub clock: Option<NaiveTime>,
    /// The offset from UTC in seconds (east is positive), if it was written.
    pub offset: Option<i32>,
}

impl Written {
    /// Compares a cell with it, in the precision that was written: `10:15` means the whole minute, a day the whole day.
    /// `None` if the cell lacks the part that was asked for.
    pub(super) fn compare(self, iso: &str) -> Option<Ordering> {
        let (local, zone) = match DateTime::parse_from_rfc3339(iso) {
            Ok(moment) => (Some(moment.naive_local()), Some(moment)),
            Err(_) => (None, None),
        };
        let day = local.map(|it| it.date());
        let day = day.or_else(|| iso.parse::<NaiveDate>().ok())?;
        let minute = |clock: NaiveTime, like: NaiveTime| match like.second() {
            0 => clock.with_second(0).unwrap_or(clock),
            _ => clock,
        };
        match (self.day, self.clock) {
            (Some(wanted), None) => Some(day.cmp(&wanted)),
            (None, Some(wanted)) => Some(minute(local?.time(), wanted).cmp(&wanted)),
            (Some(wanted), Some(clock)) => {
                let Some(local) = local else {
                    return Some(day.cmp(&wanted));
                };
                let east = self.offset.and_then(FixedOffset::east_opt);
                let there = zone.zip(east);
                let local = there.map_or(local, |(it, east)| it.with_timezone(&east).naive_local());
                let local = NaiveDateTime::new(local.date(), minute(local.time(), clock));
                Some(local.cmp(&wanted.and_time(clock)))
            }
            (None, None) => None,
        }
    }
}
