//! Formats times for tables: in the event's zone, and in the notation of the reader's language.
//!
//! # When somebody came and left
//!
//! Logs have seconds, lists have minutes, and readers add up: somebody who came at 10:02 and left at 10:15 was there
//! for 13 minutes. So [`stay`] shows times that agree with the minutes next to them. The time of arrival is rounded to
//! the nearest minute, as minutes of lateness are. The time of leaving is that plus the minutes if the stay is one
//! piece; it is within a minute of the log. For several pieces it is rounded as well, and never earlier than the
//! minutes allow. Minutes, shares and verdicts are not affected; JSON, CSV and workbooks have every second.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use crate::catalogue::messages::conventions;
use crate::message;
use crate::model::{Event, Instant, Session, time};
use crate::output::{Cell, Language, day_in_words};

/// Returns a moment with its date: `2020-10-08 10:15`, in German `08.10.2020 10:15`.
pub(super) fn moment(instant: Instant, zone: Tz, language: Language) -> Cell {
    let local = instant.with_timezone(&zone);
    Cell::Moment {
        iso: time::to_zone_text(instant, zone),
        shown: local
            .format(conventions::DATE_AND_TIME.in_language(language))
            .to_string(),
    }
}

/// Returns a moment of the event: `10:15`, with the date unless the event is on one day and it is that day.
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

/// Returns when somebody came and left, in minutes that agree with how long they were there.
pub(super) fn stay(
    first: Option<Instant>,
    last: Option<Instant>,
    minutes: Option<i64>,
    shown: impl Fn(Instant) -> Cell,
) -> [Cell; 2] {
    let cell = |exact: Instant, rounded: Instant| match (shown(exact), shown(rounded)) {
        // Programs get the exact time from the log.
        (Cell::Moment { iso, .. }, Cell::Moment { shown, .. }) => Cell::Moment { iso, shown },
        (exact, _) => exact,
    };
    let came = first.map(to_minute);
    let left = last.map(|last| match (first, came, minutes) {
        (Some(first), Some(came), Some(minutes)) => {
            let end = came + TimeDelta::minutes(minutes);
            let is_one_piece = whole_minutes(last - first) == minutes;
            if is_one_piece {
                end
            } else {
                to_minute(last).max(end)
            }
        }
        _ => to_minute(last),
    });
    [
        first
            .zip(came)
            .map_or(Cell::Empty, |(exact, it)| cell(exact, it)),
        last.zip(left)
            .map_or(Cell::Empty, |(exact, it)| cell(exact, it)),
    ]
}

/// Returns a length in minutes, rounded to the nearest.
fn whole_minutes(length: TimeDelta) -> i64 {
    (length.num_seconds() + 30).div_euclid(60)
}

/// Returns a moment, rounded to the nearest minute.
fn to_minute(instant: Instant) -> Instant {
    let beyond = instant.timestamp().rem_euclid(60);
    let back = TimeDelta::seconds(if beyond < 30 { beyond } else { beyond - 60 });
    instant - back
}

/// The same as text.
pub(super) fn clock_text(instant: Instant, event: &Event, language: Language) -> String {
    match clock(instant, event, language) {
        Cell::Moment { shown, .. } => shown,
        _ => String::new(),
    }
}

/// Returns the day an event begins on, without a time.
pub(super) fn day(event: &Event, language: Language) -> Cell {
    date(
        event.start.with_timezone(&event.zone).date_naive(),
        language,
    )
}

/// Returns a day without a time: `2020-10-08`, in German `08.10.2020`.
pub(super) fn date(day: NaiveDate, language: Language) -> Cell {
    Cell::Moment {
        iso: day.format("%Y-%m-%d").to_string(),
        shown: day
            .format(conventions::DATE.in_language(language))
            .to_string(),
    }
}

/// Returns the time of a session: `10:15–11:00`, with the date unless it is the event's only day, and with both dates
/// if it extends past midnight: `12 March 2026 21:00 – 13 March 2026 02:00`.
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

/// Returns the same below a heading with the day: `10:15–11:00`.
pub(super) fn span_of_day(session: &Session, event: &Event, language: Language) -> String {
    let [first, last] = days(session.start, session.end, event.zone);
    if first != last {
        return span(session, event, language);
    }
    let clock = |moment: Instant| moment.with_timezone(&event.zone).format("%H:%M");
    format!("{}–{}", clock(session.start), clock(session.end))
}

/// Returns a moment in a session below a heading with the day: `10:15`, with the date if it is another day.
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

/// Returns the first and the last day of a span of time; one that ends at midnight does not include the day after.
pub(super) fn days(start: Instant, end: Instant, zone: Tz) -> [NaiveDate; 2] {
    let last = (end - TimeDelta::seconds(1)).max(start);
    [start, last].map(|it| it.with_timezone(&zone).date_naive())
}

/// Returns the day of an event that lasts only one day.
pub(super) fn only_day(event: &Event) -> Option<NaiveDate> {
    let [start, end] = [event.start, event.end];
    let [start, end] = [start, end].map(|it| it.with_timezone(&event.zone).date_naive());
    (start == end).then_some(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn second(second: i64) -> Instant {
        Instant::from_timestamp(1_602_151_200 + second, 0).unwrap()
    }

    /// Returns the exact and the shown second of a cell that shows seconds.
    fn seconds(cell: &Cell) -> (i64, i64) {
        let Cell::Moment { iso, shown } = cell else {
            panic!("{cell:?}");
        };
        (iso.parse().unwrap(), shown.parse().unwrap())
    }

    fn in_seconds(instant: Instant) -> Cell {
        let second = instant.timestamp() - 1_602_151_200;
        Cell::Moment {
            iso: second.to_string(),
            shown: second.to_string(),
        }
    }

    #[test]
    fn a_stay_of_one_piece_adds_up() {
        // 10:02:42 to 10:15:00 is 12 minutes, and 3 late; 10:14:40 to 10:15:00 is 0.
        for (from, to, minutes, came, left) in [
            (162, 900, 12, 180, 900),
            (880, 900, 0, 900, 900),
            (29, 631, 10, 0, 600),
        ] {
            let shown = stay(
                Some(second(from)),
                Some(second(to)),
                Some(minutes),
                in_seconds,
            );
            assert_eq!(shown.each_ref().map(seconds), [(from, came), (to, left)]);
        }
        let open = stay(Some(second(31)), None, Some(5), in_seconds);
        assert_eq!(seconds(&open[0]), (31, 60));
        assert_eq!(open[1], Cell::Empty);
    }

    proptest! {
        #[test]
        fn what_is_shown_agrees_with_the_minutes_and_stays_within_a_minute_of_the_log(
            from in 0_i64..7200,
            length in 0_i64..7200,
            away in 0_i64..7200,
        ) {
            let length_there = length - away.min(length);
            let minutes = whole_minutes(TimeDelta::seconds(length_there));
            let to = from + length;
            let [came, left] = stay(Some(second(from)), Some(second(to)), Some(minutes), in_seconds);
            let ((exact_from, came), (exact_to, left)) = (seconds(&came), seconds(&left));
            prop_assert_eq!((exact_from, exact_to), (from, to));
            prop_assert_eq!((came % 60, left % 60), (0, 0));
            prop_assert!((came - from).abs() <= 30 && (left - to).abs() <= 60);
            // Minutes late agree with the clock.
            prop_assert_eq!(came / 60, whole_minutes(TimeDelta::seconds(from)));
            prop_assert!((left - came) / 60 >= minutes);
            if away == 0 {
                prop_assert_eq!((left - came) / 60, minutes);
            }
        }
    }
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
            cancelled: false,
            keep: None,
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
            cancelled: false,
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
            // A session that ends at midnight does not extend past it.
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
