//! Times as tables show them: in the event's zone, and as its readers write them.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use crate::catalogue::messages::conventions;
use crate::message;
use crate::model::{Event, Instant, Session, time};
use crate::output::{Cell, Language, day_in_words};

/// A moment with its date: `2020-10-08 10:15`, in German `08.10.2020 10:15`.
pub(super) fn moment(instant: Instant, zone: Tz, language: Language) -> Cell {
    let local = instant.with_timezone(&zone);
    Cell::Moment {
        iso: time::to_zone_text(instant, zone),
        shown: local
            .format(conventions::DATE_AND_TIME.in_language(language))
            .to_string(),
    }
}

/// A moment of the event: `10:15`, with the date where the event's only day does not say it.
pub(super) fn clock(instant: Instant, event: &Event, language: Language) -> Cell {
    let local = instant.with_timezone(&event.zone);
    if only_day(event) != Some(local.date_naive()) {
        return moment(instant, event.zone, language);
    }
    Cell::Moment {
        iso: time::to_zone_text(instant, event.zone),
        shown: local.format("%H:%M").to_string(),
    }
}

/// The same as text.
pub(super) fn clock_text(instant: Instant, event: &Event, language: Language) -> String {
    match clock(instant, event, language) {
        Cell::Moment { shown, .. } => shown,
        _ => String::new(),
    }
}

/// The day an event begins on, without a time.
pub(super) fn day(event: &Event, language: Language) -> Cell {
    date(
        event.start.with_timezone(&event.zone).date_naive(),
        language,
    )
}

/// A day, without a time: `2020-10-08`, in German `08.10.2020`.
pub(super) fn date(day: NaiveDate, language: Language) -> Cell {
    Cell::Moment {
        iso: day.format("%Y-%m-%d").to_string(),
        shown: day
            .format(conventions::DATE.in_language(language))
            .to_string(),
    }
}

/// When a session is: `10:15–11:00`, with the date where the event's only day does not say it, and with both where
/// it goes over midnight: `12 March 2026 21:00 – 13 March 2026 02:00`.
pub(super) fn span(session: &Session, event: &Event, language: Language) -> String {
    let start = session.start.with_timezone(&event.zone);
    let end = session.end.with_timezone(&event.zone);
    let (start_clock, end_clock) = (start.format("%H:%M"), end.format("%H:%M"));
    let [first, last] = days(session.start, session.end, event.zone);
    let in_words = |day| day_in_words(day, language);
    if first != last {
        let [first, last] = [first, last].map(in_words);
        format!("{first} {start_clock} – {last} {end_clock}")
    } else if only_day(event) == Some(first) {
        format!("{start_clock}–{end_clock}")
    } else {
        message!(days::on_one_day {
            day: in_words(first),
            start: start_clock.to_string(),
            end: end_clock.to_string(),
            zone: ""
        })
        .in_language(language)
    }
}

/// The same under a heading that says the day: `10:15–11:00`.
pub(super) fn span_of_day(session: &Session, event: &Event, language: Language) -> String {
    let [first, last] = days(session.start, session.end, event.zone);
    if first != last {
        return span(session, event, language);
    }
    let clock = |moment: Instant| moment.with_timezone(&event.zone).format("%H:%M");
    format!("{}–{}", clock(session.start), clock(session.end))
}

/// A moment in a session, whose day a heading says: `10:15`, with the date where it is another one.
pub(super) fn clock_in(
    instant: Instant,
    session: &Session,
    event: &Event,
    language: Language,
) -> Cell {
    let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    if day(instant) != day(session.start) {
        return clock(instant, event, language);
    }
    Cell::Moment {
        iso: time::to_zone_text(instant, event.zone),
        shown: instant
            .with_timezone(&event.zone)
            .format("%H:%M")
            .to_string(),
    }
}

/// The first and the last day of a span of time; one that ends at midnight has no day after it.
pub(super) fn days(start: Instant, end: Instant, zone: Tz) -> [NaiveDate; 2] {
    let last = (end - TimeDelta::seconds(1)).max(start);
    [start, last].map(|it| it.with_timezone(&zone).date_naive())
}

/// The day of an event that has but one.
pub(super) fn only_day(event: &Event) -> Option<NaiveDate> {
    let [start, end] = [event.start, event.end];
    let [start, end] = [start, end].map(|it| it.with_timezone(&event.zone).date_naive());
    (start == end).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventId;

    fn event(end: &str) -> Event {
        Event {
            facts: crate::model::EventFacts::default(),
            id: EventId(1),
            slug: "a".to_owned(),
            title: "A".to_owned(),
            start: time::from_text("2020-10-08T22:30:00Z").unwrap(),
            end: time::from_text(end).unwrap(),
            zone: chrono_tz::Europe::Berlin,
            place: None,
            rule: None,
        }
    }

    fn shown(cell: Cell) -> (String, String) {
        match cell {
            Cell::Moment { iso, shown } => (iso, shown),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_day_is_the_one_of_the_event_s_zone() {
        // 22:30 UTC is half past midnight in Berlin.
        let event = event("2020-10-09T12:00:00Z");
        assert_eq!(
            shown(day(&event, Language::De)),
            ("2020-10-09".to_owned(), "09.10.2020".to_owned())
        );
        assert_eq!(
            shown(clock(event.start, &event, Language::En)),
            ("2020-10-09T00:30:00+02:00".to_owned(), "00:30".to_owned())
        );
    }

    #[test]
    fn a_session_says_its_day_where_the_event_does_not() {
        let session = |start: &str, end: &str| Session {
            id: crate::model::SessionId(1),
            event_id: EventId(1),
            slug: "a".to_owned(),
            title: "A".to_owned(),
            kind: crate::model::SessionKind::Other,
            start: time::from_text(start).unwrap(),
            end: time::from_text(end).unwrap(),
            capacity: None,
            room: None,
            rule: None,
            drop_in: false,
            people: Vec::new(),
        };
        let one_day = event("2020-10-09T12:00:00Z");
        let two_days = event("2020-10-10T12:00:00Z");
        let said = |event, start, end| {
            [Language::En, Language::De].map(|language| span(&session(start, end), event, language))
        };
        for (event, start, end, expected) in [
            (
                &one_day,
                "2020-10-09T08:00:00Z",
                "2020-10-09T09:20:00Z",
                ["10:00–11:20", "10:00–11:20"],
            ),
            (
                &one_day,
                "2020-10-10T08:00:00Z",
                "2020-10-10T09:00:00Z",
                [
                    "10 October 2020, 10:00–11:00",
                    "10. Oktober 2020, 10:00–11:00 Uhr",
                ],
            ),
            (
                &one_day,
                "2020-10-09T20:00:00Z",
                "2020-10-09T23:30:00Z",
                [
                    "9 October 2020 22:00 – 10 October 2020 01:30",
                    "9. Oktober 2020 22:00 – 10. Oktober 2020 01:30",
                ],
            ),
            // What ends at midnight goes over none.
            (
                &one_day,
                "2020-10-09T20:00:00Z",
                "2020-10-09T22:00:00Z",
                ["22:00–00:00", "22:00–00:00"],
            ),
            (
                &two_days,
                "2020-10-09T08:00:00Z",
                "2020-10-09T09:00:00Z",
                [
                    "9 October 2020, 10:00–11:00",
                    "9. Oktober 2020, 10:00–11:00 Uhr",
                ],
            ),
        ] {
            assert_eq!(said(event, start, end), expected);
        }
    }

    #[test]
    fn an_event_over_several_days_shows_dates() {
        let event = event("2020-10-10T12:00:00Z");
        assert_eq!(
            shown(clock(event.start, &event, Language::En)).1,
            "2020-10-09 00:30"
        );
    }
}
