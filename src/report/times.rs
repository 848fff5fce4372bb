//! Times as tables show them: in the event's zone, and as its readers write them.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;

use crate::model::{Event, Instant, Session, time};
use crate::output::catalogue::conventions;
use crate::output::{Cell, Language};

fn date_text(moment: &DateTime<Tz>, language: Language) -> String {
    moment
        .format(conventions::DATE.in_language(language))
        .to_string()
}

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

/// A moment of the event: `10:15`, with the date when the event runs over several days.
pub(super) fn clock(instant: Instant, event: &Event, language: Language) -> Cell {
    if runs_over_days(event) {
        return moment(instant, event.zone, language);
    }
    let local = instant.with_timezone(&event.zone);
    Cell::Moment {
        iso: time::to_zone_text(instant, event.zone),
        shown: local.format("%H:%M").to_string(),
    }
}

/// The day an event begins on, without a time.
pub(super) fn day(event: &Event, language: Language) -> Cell {
    let local = event.start.with_timezone(&event.zone);
    Cell::Moment {
        iso: local.format("%Y-%m-%d").to_string(),
        shown: date_text(&local, language),
    }
}

/// When a session is: `10:15–11:00`, with the date when the event runs over several days.
pub(super) fn span(session: &Session, event: &Event, language: Language) -> String {
    let start = session.start.with_timezone(&event.zone);
    let end = session.end.with_timezone(&event.zone);
    let clock = format!("{}–{}", start.format("%H:%M"), end.format("%H:%M"));
    if runs_over_days(event) {
        format!("{} {clock}", date_text(&start, language))
    } else {
        clock
    }
}

fn runs_over_days(event: &Event) -> bool {
    let day = |instant: Instant| instant.with_timezone(&event.zone).num_days_from_ce();
    day(event.start) != day(event.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventId;

    fn event(end: &str) -> Event {
        Event {
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
            shown(day(&event, Language::German)),
            ("2020-10-09".to_owned(), "09.10.2020".to_owned())
        );
        assert_eq!(
            shown(clock(event.start, &event, Language::English)),
            ("2020-10-09T00:30:00+02:00".to_owned(), "00:30".to_owned())
        );
    }

    #[test]
    fn an_event_over_several_days_shows_dates() {
        let event = event("2020-10-10T12:00:00Z");
        assert_eq!(
            shown(clock(event.start, &event, Language::English)).1,
            "2020-10-09 00:30"
        );
    }
}
