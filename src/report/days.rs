//! When the event was and where, in words.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;

use super::recording::Recording;
use super::times;
use crate::message;
use crate::model::Event;
use crate::output::WEEKDAYS;
use crate::output::{Language, day_in_words};

/// What stands below the title of everything about an event: when it was, and where. A list that is printed and
/// signed proves nothing without its date.
pub(super) fn lines(event: &Event, language: Language) -> Vec<String> {
    let place = event.place.as_ref();
    let place = place.map(|place| message!(event_report::place { place }).in_language(language));
    [span(event, language)]
        .into_iter()
        .chain(place)
        .chain(facts(event, language))
        .collect()
}

/// Who holds the event, and in which project: a line each for what is known.
fn facts(event: &Event, language: Language) -> Vec<String> {
    let facts = &event.facts;
    let organiser = facts.organiser.as_ref();
    let organiser = organiser.map(|name| message!(event_report::organiser { name }));
    let project = match (&facts.project, &facts.funding_reference) {
        (Some(project), Some(reference)) => Some(message!(event_report::project_and_reference {
            project,
            reference
        })),
        (Some(project), None) => Some(message!(event_report::project { project })),
        (None, Some(reference)) => Some(message!(event_report::funding_reference { reference })),
        (None, None) => None,
    };
    let lines = organiser.into_iter().chain(project);
    let lines = lines.map(|line| line.in_language(language));
    lines.chain(facts.funder.clone()).collect()
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
        .then(|| message!(notes::as_of { time }).in_language(language))
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
        return message!(days::on_one_day {
            day: first,
            start,
            end,
            zone
        })
        .in_language(language);
    }
    message!(days::over_days {
        day: first,
        start,
        last_day: last,
        end,
        zone
    })
    .in_language(language)
}

/// A day in words: `Donnerstag, 8. Oktober 2020`.
fn day(moment: &DateTime<Tz>, language: Language) -> String {
    let weekday = moment.weekday().num_days_from_monday() as usize;
    let weekday = WEEKDAYS[weekday];
    let date = day_in_words(moment.date_naive(), language);
    message!(days::day { weekday, date }).in_language(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{Fixture, at};

    #[test]
    fn a_day_is_said_in_words_of_the_event_s_zone() {
        let mut event = Fixture::planned().event();
        assert_eq!(
            span(&event, Language::En),
            "Thursday, 8 October 2020, 10:00–13:00 (Europe/Berlin)"
        );
        assert_eq!(
            span(&event, Language::De),
            "Donnerstag, 8. Oktober 2020, 10:00–13:00 Uhr (Europe/Berlin)"
        );
        event.end = at("2021-03-01", "00:30");
        assert_eq!(
            span(&event, Language::De),
            "Donnerstag, 8. Oktober 2020, 10:00 Uhr, bis Montag, 1. März 2021, 00:30 Uhr (Europe/Berlin)"
        );
        event.zone = chrono_tz::America::New_York;
        assert_eq!(
            span(&event, Language::En),
            "Thursday, 8 October 2020, 04:00, to Sunday, 28 February 2021, 18:30 (America/New_York)"
        );
    }
}
