//! Describes in words when and where the event was.

use chrono::{DateTime, Datelike, NaiveDate};
use chrono_tz::Tz;

use super::recording::Recording;
use super::times;
use crate::catalogue::messages::{conventions, notes};
use crate::catalogue::{Message, Wording};
use crate::message;
use crate::model::{Event, Session};
use crate::output::WEEKDAYS;
use crate::output::{Language, day_in_words, days_in_words};

/// Returns when and where an event was: a list that is printed and signed proves nothing without its date.
fn lines(event: &Event, language: Language) -> Vec<String> {
    let place = event.place.as_ref();
    let place = place.map(|place| message!(event_report::place { place }).in_language(language));
    [span(event, language)]
        .into_iter()
        .chain(place)
        .chain(facts(event, language))
        .collect()
}

/// Returns who holds the event, and in which project: one line per known fact.
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

/// Returns the lines below the title of every report about an event: when and where it was, and the moment the data is
/// as of.
pub(super) fn lines_as_of(event: &Event, recording: &Recording, language: Language) -> Vec<String> {
    let mut lines = lines(event, language);
    lines.extend(cancelled(event, recording, language));
    lines.extend(as_of(event, recording, language));
    lines
}

/// Returns what does not take place.
fn cancelled(event: &Event, recording: &Recording, language: Language) -> Option<String> {
    if event.cancelled {
        return Some(notes::CANCELLED_EVENT.in_language(language).to_owned());
    }
    let titles = recording.cancelled.iter().map(|it| &it.title);
    let titles = titles.map(|title| message!(event_report::quoted { title }));
    let sessions: Vec<Message> = titles.collect();
    let sentence = message!(notes::cancelled_sessions { sessions });
    (!recording.cancelled.is_empty()).then(|| sentence.in_language(language))
}

/// Returns the moment that a report describes: the current one while the meeting runs, else the day of the file's last
/// change, so that the same data give the same text.
pub(super) fn as_of(event: &Event, recording: &Recording, language: Language) -> Option<String> {
    if recording.is_underway() {
        let time = times::clock_text(recording.now, event, language);
        return Some(message!(notes::as_of { time }).in_language(language));
    }
    let changed = recording.last_change?.with_timezone(&event.zone);
    let day = day_in_words(changed.date_naive(), language);
    Some(message!(notes::as_of_day { day }).in_language(language))
}

/// Returns start and end of an event: `Thursday, 8 October 2020, 10:00–18:00 (CEST)`, `12–13 June 2024, Wednesday 10:00
/// to Thursday 13:00 (CEST)`.
fn span(event: &Event, language: Language) -> String {
    let start = event.start.with_timezone(&event.zone);
    let end = event.end.with_timezone(&event.zone);
    let clock = |moment: &DateTime<Tz>| moment.format("%H:%M").to_string();
    let times = (clock(&start), clock(&end));
    let zone = zone(event, language);
    // Days given without hours mean whole days.
    let is_of_whole_days = times == ("00:00".to_owned(), "23:59".to_owned());
    if is_of_whole_days && start.date_naive() == end.date_naive() {
        return of_week(start.date_naive(), language);
    }
    if is_of_whole_days {
        return days_in_words(start.date_naive(), end.date_naive(), language);
    }
    if start.date_naive() == end.date_naive() {
        return message!(days::on_one_day {
            day: of_week(start.date_naive(), language),
            start: times.0,
            end: times.1,
            zone
        })
        .in_language(language);
    }
    message!(days::over_days {
        days: days_in_words(start.date_naive(), end.date_naive(), language),
        day: weekday(start.date_naive()),
        start: times.0,
        last_day: weekday(end.date_naive()),
        end: times.1,
        zone
    })
    .in_language(language)
}

/// Returns the name of the event's time zone at that time, in brackets; empty if readers of the language live in that
/// zone.
fn zone(event: &Event, language: Language) -> String {
    let home = conventions::HOME_ZONES.in_language(language);
    if home.split(", ").any(|it| it == event.zone.name()) {
        return String::new();
    }
    let name = event
        .start
        .with_timezone(&event.zone)
        .format("%Z")
        .to_string();
    // Many zones have no name but their offset.
    let utc = if name.starts_with(['+', '-']) {
        "UTC"
    } else {
        ""
    };
    format!(" ({utc}{name})")
}

/// Returns a day in words: `Donnerstag, 8. Oktober 2020`.
pub(super) fn of_week(date: NaiveDate, language: Language) -> String {
    let weekday = weekday(date);
    let date = day_in_words(date, language);
    message!(days::day { weekday, date }).in_language(language)
}

/// Returns the day under which a session is listed; `None` if the whole event is on one day.
pub(super) fn heading_of_day(
    session: &Session,
    event: &Event,
    language: Language,
) -> Option<String> {
    let day = session.start.with_timezone(&event.zone).date_naive();
    (times::only_day(event) != Some(day)).then(|| of_week(day, language))
}

fn weekday(date: NaiveDate) -> Wording {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{Fixture, at};

    #[test]
    fn whole_days_have_no_hours() {
        let mut event = Fixture::planned().event();
        event.start = at("2024-06-12", "00:00");
        event.end = at("2024-06-12", "23:59");
        assert_eq!(span(&event, Language::En), "Wednesday, 12 June 2024");
        event.end = at("2024-06-13", "23:59");
        assert_eq!(span(&event, Language::De), "12.–13. Juni 2024");
    }

    #[test]
    fn a_day_is_said_in_words_of_the_event_s_zone() {
        let mut event = Fixture::planned().event();
        assert_eq!(
            span(&event, Language::En),
            "Thursday, 8 October 2020, 10:00–13:00 (CEST)"
        );
        assert_eq!(
            span(&event, Language::De),
            "Donnerstag, 8. Oktober 2020, 10:00–13:00 Uhr"
        );
        event.end = at("2021-03-01", "00:30");
        assert_eq!(
            span(&event, Language::De),
            "8. Oktober 2020 – 1. März 2021, Donnerstag 10:00 Uhr bis Montag 00:30 Uhr"
        );
        event.zone = chrono_tz::America::New_York;
        assert_eq!(
            span(&event, Language::En),
            "8 October 2020 – 28 February 2021, Thursday 04:00 to Sunday 18:30 (EDT)"
        );
    }
}
