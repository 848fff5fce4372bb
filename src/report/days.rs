//! When the event was and where, in words.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;

use super::recording::Recording;
use super::times;
use crate::model::Event;
use crate::output::catalogue::{days, event_report, notes};
use crate::output::{Language, day_in_words};

/// What stands below the title of everything about an event: when it was, and where. A list that is printed and
/// signed proves nothing without its date.
pub(super) fn lines(event: &Event, language: Language) -> Vec<String> {
    let place = event.place.as_ref();
    let place = place.map(|place| event_report::PLACE.fill(language, &[("place", place)]));
    [span(event, language)].into_iter().chain(place).collect()
}

/// The same of a report about who came: while the meeting runs, also the moment it speaks of.
pub(super) fn lines_as_of(event: &Event, recording: &Recording, language: Language) -> Vec<String> {
    let mut lines = lines(event, language);
    lines.extend(as_of(event, recording, language));
    lines
}

/// The moment that a report speaks of, where it matters.
pub(super) fn as_of(event: &Event, recording: &Recording, language: Language) -> Option<String> {
    let time = times::clock_text(recording.now, event, language);
    recording
        .is_underway()
        .then(|| notes::AS_OF.fill(language, &[("time", &time)]))
}

/// From when to when an event runs: `Thursday, 8 October 2020, 10:00–18:00 (Europe/Berlin)`.
fn span(event: &Event, language: Language) -> String {
    let start = event.start.with_timezone(&event.zone);
    let end = event.end.with_timezone(&event.zone);
    let (first, last) = (day(&start, language), day(&end, language));
    let clock = |moment: &DateTime<Tz>| moment.format("%H:%M").to_string();
    let (start, end) = (clock(&start), clock(&end));
    let zone = event.zone.name();
    if first == last {
        let values: [(&str, &dyn std::fmt::Display); 4] = [
            ("day", &first),
            ("start", &start),
            ("end", &end),
            ("zone", &zone),
        ];
        return days::ON_ONE_DAY.fill(language, &values);
    }
    let values: [(&str, &dyn std::fmt::Display); 5] = [
        ("day", &first),
        ("start", &start),
        ("last_day", &last),
        ("end", &end),
        ("zone", &zone),
    ];
    days::OVER_DAYS.fill(language, &values)
}

/// A day in words: `Donnerstag, 8. Oktober 2020`.
fn day(moment: &DateTime<Tz>, language: Language) -> String {
    let weekday = moment.weekday().num_days_from_monday() as usize;
    let weekday = days::WEEKDAYS[weekday].in_language(language);
    let date = day_in_words(moment.date_naive(), language);
    days::DAY.fill(language, &[("weekday", &weekday), ("date", &date)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{Fixture, at};

    #[test]
    fn a_day_is_said_in_words_of_the_event_s_zone() {
        let mut event = Fixture::planned().event();
        assert_eq!(
            span(&event, Language::English),
            "Thursday, 8 October 2020, 10:00–13:00 (Europe/Berlin)"
        );
        assert_eq!(
            span(&event, Language::German),
            "Donnerstag, 8. Oktober 2020, 10:00–13:00 Uhr (Europe/Berlin)"
        );
        event.end = at("2021-03-01", "00:30");
        assert_eq!(
            span(&event, Language::German),
            "Donnerstag, 8. Oktober 2020, 10:00 Uhr, bis Montag, 1. März 2021, 00:30 Uhr (Europe/Berlin)"
        );
        event.zone = chrono_tz::America::New_York;
        assert_eq!(
            span(&event, Language::English),
            "Thursday, 8 October 2020, 04:00, to Sunday, 28 February 2021, 18:30 (America/New_York)"
        );
    }
}
