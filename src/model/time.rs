//! Instants: UTC, whole seconds, written as `2020-10-08T08:00:00Z`.

use chrono::{DateTime, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;

/// A moment in UTC.
pub type Instant = DateTime<Utc>;

/// Returns the moment as the store and the exports write it: ISO 8601, UTC, whole seconds.
pub fn to_utc_text(instant: Instant) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Returns the moment in a zone, ISO 8601 with the offset: `2020-10-08T10:00:00+02:00`.
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

/// Returns the moment a wall clock in `zone` shows `local`.
///
/// In the hour that summer time repeats, the first of the two moments; in the hour it skips, the
/// moment the same distance after the change.
pub fn from_local(local: NaiveDateTime, zone: Tz) -> Instant {
    match zone.from_local_datetime(&local) {
        chrono::LocalResult::Single(moment) | chrono::LocalResult::Ambiguous(moment, _) => {
            moment.to_utc()
        }
        chrono::LocalResult::None => {
            let hour = chrono::TimeDelta::hours(1);
            zone.from_local_datetime(&(local - hour))
                .earliest()
                .map_or_else(|| local.and_utc(), |moment| moment.to_utc() + hour)
        }
    }
}

/// Returns the second moment at which a wall clock in `zone` shows what it shows at `instant`: an hour later,
/// where the end of summer time repeats that hour.
pub fn second_reading(instant: Instant, zone: Tz) -> Option<Instant> {
    let local = instant.with_timezone(&zone).naive_local();
    match zone.from_local_datetime(&local) {
        chrono::LocalResult::Ambiguous(_, second) if second.to_utc() != instant => {
            Some(second.to_utc())
        }
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
