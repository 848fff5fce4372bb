//! Instants: UTC, whole seconds, written as `2020-10-08T08:00:00Z`; and local times, by one rule.
//!
//! *Local times.* [`resolve`] is the only way from a wall clock time to an instant. When clocks go forward they skip an
//! hour (on Lord Howe Island half an hour): a skipped time means the moment the same distance after the change,
//! reported as [`Reading::Skipped`]. When clocks go back they show an hour twice: a repeated time means the first of
//! the two moments, reported as [`Reading::Twice`]. The caller decides what follows. The programme and manual input
//! refuse a skipped time; a row of a log or a list is read, with a note. If a repeated time must be later than another
//! one, the second moment is used.
//!
//! *Midnight.* `24:00` is the midnight that ends the day, wherever a time can be written. An end at `00:00` without a
//! day, before its start, is the midnight that follows.

use chrono::{DateTime, LocalResult, NaiveDateTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// A moment in UTC.
pub type Instant = DateTime<Utc>;

/// Returns the instant as the store and the exports write it: ISO 8601, UTC, whole seconds.
pub fn to_utc_text(instant: Instant) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Returns the instant in a zone, as ISO 8601 with the offset: `2020-10-08T10:00:00+02:00`.
pub fn to_zone_text(instant: Instant, zone: Tz) -> String {
    instant
        .with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// Reads ISO 8601 with an offset or `Z`; fractions of a second are dropped.
pub fn from_text(text: &str) -> Option<Instant> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    DateTime::from_timestamp(moment.timestamp(), 0)
}

/// How often a wall clock shows a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Once, as nearly always.
    Once,
    /// Never: clocks skip it when they go forward.
    Skipped,
    /// Twice: clocks repeat it when they go back.
    Twice,
}

/// The instant that a local time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// The instant; the first of two for a repeated time.
    pub instant: Instant,
    /// Whether the clock skipped or repeated the time.
    pub reading: Reading,
}

/// Returns the instant at which a wall clock in `zone` shows `local`.
pub fn resolve(local: NaiveDateTime, zone: Tz) -> Resolved {
    let resolved = |instant: DateTime<Tz>, reading| Resolved {
        instant: instant.to_utc(),
        reading,
    };
    match zone.from_local_datetime(&local) {
        LocalResult::Single(moment) => resolved(moment, Reading::Once),
        LocalResult::Ambiguous(first, _) => resolved(first, Reading::Twice),
        LocalResult::None => {
            // No clock skips more than a day, or skips anything on two days in a row.
            let day = TimeDelta::days(2);
            let before = zone.from_local_datetime(&(local - day)).earliest();
            let instant = before.map_or_else(|| local.and_utc(), |before| before.to_utc() + day);
            Resolved {
                instant,
                reading: Reading::Skipped,
            }
        }
    }
}

/// Returns the instant at which a wall clock in `zone` shows `local`, by the rule of [`resolve`].
pub fn from_local(local: NaiveDateTime, zone: Tz) -> Instant {
    resolve(local, zone).instant
}

/// Returns the first local time from `local` on, in steps of whole minutes, that a clock in `zone` shows.
pub fn next_shown(local: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    let minutes = (0..=24 * 60).map(|minute| local + TimeDelta::minutes(minute));
    let mut shown = minutes.filter(|local| zone.from_local_datetime(local).earliest().is_some());
    shown.next().unwrap_or(local)
}

/// Returns the second instant at which a wall clock in `zone` shows the same time as at `instant`: an hour later, where
/// the end of summer time repeats that hour.
pub fn second_reading(instant: Instant, zone: Tz) -> Option<Instant> {
    let local = instant.with_timezone(&zone).naive_local();
    match zone.from_local_datetime(&local) {
        LocalResult::Ambiguous(_, second) if second.to_utc() != instant => Some(second.to_utc()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn summer_time_has_no_hole_and_no_panic() {
        let zone = chrono_tz::Europe::Berlin;
        // 25 October 2020, 02:30 happens twice; 29 March 2020, 02:30 never.
        assert_eq!(
            to_utc_text(from_local(local("2020-10-25T02:30:00"), zone)),
            "2020-10-25T00:30:00Z"
        );
        assert_eq!(
            to_utc_text(from_local(local("2020-03-29T02:30:00"), zone)),
            "2020-03-29T01:30:00Z"
        );
    }

    /// Every minute of two years, in zones whose clocks change in their own ways.
    #[test]
    fn what_a_clock_shows_is_read_back_or_said_to_be_shown_twice() {
        let zones = [
            chrono_tz::Europe::Berlin,
            chrono_tz::America::New_York,
            chrono_tz::Australia::Lord_Howe,
            chrono_tz::Africa::Casablanca,
            chrono_tz::UTC,
        ];
        for zone in zones {
            let mut again = 0;
            let start = from_text("2020-01-01T00:00:00Z").unwrap();
            for minute in (0..2 * 366 * 24 * 60).step_by(5) {
                let instant = start + TimeDelta::minutes(minute);
                let local = instant.with_timezone(&zone).naive_local();
                let resolved = resolve(local, zone);
                assert_ne!(resolved.reading, Reading::Skipped, "{local} {zone}");
                if resolved.instant != instant {
                    assert_eq!(resolved.reading, Reading::Twice, "{local} {zone}");
                    assert_eq!(second_reading(resolved.instant, zone), Some(instant));
                    again += 5;
                }
            }
            // Two years have two ends of summer time.
            let expected = match zone {
                chrono_tz::UTC => 0,
                chrono_tz::Australia::Lord_Howe => 60,
                _ => 120,
            };
            assert_eq!(again, expected, "{zone}");
        }
    }

    #[test]
    fn what_no_clock_shows_is_as_long_after_the_change() {
        let skipped = |text: &str, zone: Tz| {
            let resolved = resolve(local(text), zone);
            assert_eq!(resolved.reading, Reading::Skipped, "{text}");
            let next = next_shown(local(text), zone);
            (to_zone_text(resolved.instant, zone), next.to_string())
        };
        assert_eq!(
            skipped("2020-03-29T02:30:00", chrono_tz::Europe::Berlin),
            (
                "2020-03-29T03:30:00+02:00".to_owned(),
                "2020-03-29 03:00:00".to_owned()
            )
        );
        assert_eq!(
            skipped("2020-10-04T02:10:00", chrono_tz::Australia::Lord_Howe),
            (
                "2020-10-04T02:40:00+11:00".to_owned(),
                "2020-10-04 02:30:00".to_owned()
            )
        );
        // A whole day, when Samoa crossed the date line.
        assert_eq!(
            skipped("2011-12-30T12:00:00", chrono_tz::Pacific::Apia),
            (
                "2011-12-31T12:00:00+14:00".to_owned(),
                "2011-12-31 00:00:00".to_owned()
            )
        );
    }

    #[test]
    fn text_and_back() {
        let moment = from_text("2020-10-08T10:00:00.918+02:00").unwrap();
        assert_eq!(to_utc_text(moment), "2020-10-08T08:00:00Z");
        assert_eq!(
            to_zone_text(moment, chrono_tz::Europe::Berlin),
            "2020-10-08T10:00:00+02:00"
        );
    }
}
