//! Curves of sessions with and without times.

use super::super::fixture::{self, BREAKOUT_A, BREAKOUT_B, Fixture, csv, text};
use super::super::sessions;
use super::*;
use crate::model::EventId;

const EVENT: EventId = EventId(1);

#[test]
fn a_welcome_that_is_not_recorded_is_not_drawn_as_if_it_were() {
    let mut fixture = Fixture::meeting();
    let drawn = |fixture: &Fixture| -> (Vec<(String, bool)>, Vec<String>) {
        let table = of(fixture, None);
        let bands = table.chart.unwrap().panels.remove(0).bands.into_iter();
        let bands = bands.map(|it| (it.name, it.is_recorded));
        (
            bands.collect(),
            table.notes.into_iter().map(|it| it.said).collect(),
        )
    };
    let (bands, notes) = drawn(&fixture);
    assert_eq!(bands[0], ("The keynote".to_owned(), true));
    // Nobody recorded breakout-b, while others were in breakout-a.
    assert_eq!(
        bands[2],
        ("The breakout-b (not recorded)".to_owned(), false)
    );
    let said = "Nothing is recorded of “The breakout-b”; whoever is shown at that time was recorded elsewhere.";
    assert!(notes.contains(&said.to_owned()), "{notes:?}");
    fixture.change(|writer| fixture::add_stay(writer, EVENT, Some(3), Ok(4), None));
    let (bands, notes) = drawn(&fixture);
    assert_eq!(bands[2], ("The breakout-b".to_owned(), true));
    assert!(!notes.iter().any(|it| it.starts_with("Nothing is recorded")));
}

fn of(fixture: &Fixture, session: Option<SessionId>) -> Table {
    curve(&fixture.read(), &fixture.event(), session, Language::En).unwrap()
}

#[test]
fn a_session_has_a_row_a_minute() {
    // Anna, Carla and Finn from 11:00; Carla to 11:10, Anna to 11:45, Gerd from 11:50 to 11:55.
    let table = of(&Fixture::meeting(), Some(BREAKOUT_A));
    let shown = csv(&table);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 62);
    assert_eq!(lines[0], "Time,People,Unidentified");
    for (minute, expected) in [
        (0, "2020-10-08T11:00:00+02:00,3,1"),
        (9, "2020-10-08T11:09:00+02:00,3,1"),
        (10, "2020-10-08T11:10:00+02:00,2,1"),
        (30, "2020-10-08T11:30:00+02:00,2,0"),
        (45, "2020-10-08T11:45:00+02:00,1,0"),
        (50, "2020-10-08T11:50:00+02:00,2,0"),
        (55, "2020-10-08T11:55:00+02:00,1,0"),
        (60, "2020-10-08T12:00:00+02:00,0,0"),
    ] {
        assert_eq!(lines[minute + 1], expected);
    }
}

#[test]
fn in_text_it_is_a_picture() {
    let table = of(&Fixture::meeting(), Some(BREAKOUT_A));
    assert_eq!(
        text(&table),
        "\
People over time: The breakout-a · Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

People: at most 3 at once (11:00)
3 ┤██████████
  │██████████▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃     ▃▃▃▃▃
  │█████████████████████████████████████████████     █████
  │█████████████████████████████████████████████▅▅▅▅▅█████▅▅▅▅▅
  │████████████████████████████████████████████████████████████
0 └─────────────────────────────────────────────────────────────
   11:00                                                   12:00

Stays not yet matched to a person: at most 1 at once (11:00)
1 ┤██████████████████████████████
  │██████████████████████████████
0 └─────────────────────────────────────────────────────────────
   11:00                                                   12:00

1 stay (30 minutes) is not yet matched to a person: the figures may be too low. `rollcall review`
"
    );
}

#[test]
fn the_event_as_a_whole_has_its_speakers_and_its_breaks() {
    let mut fixture = Fixture::meeting();
    fixture.change(|writer| {
        // Two devices were in the room of the event until the bar opened.
        fixture::add_stay(writer, EVENT, None, Ok(1), Some(("10:50", "12:30")))?;
        fixture::add_stay(writer, EVENT, None, Ok(1), Some(("12:20", "12:40")))?;
        fixture::add_stay(writer, EVENT, None, Err("iPad"), Some(("12:35", "13:00")))
    });
    let shown = csv(&of(&fixture, None));
    assert_eq!(shown.lines().count(), 182);
    let at = |clock: &str| {
        let line = shown
            .lines()
            .find(|it| it.contains(&format!("T{clock}:00+")));
        line.unwrap().split_once(',').unwrap().1.to_owned()
    };
    // Anna and Wiebke, who speaks; then Anna, Carla and Finn; then Anna alone, also between sessions.
    assert_eq!(at("10:30"), "2,0");
    assert_eq!(at("11:05"), "3,1");
    assert_eq!(at("12:35"), "1,1");
    assert_eq!(at("12:45"), "0,1");
}

#[test]
fn what_no_log_says_is_no_nobody() {
    let mut fixture = Fixture::meeting();
    let shown = |fixture: &Fixture| text(&of(fixture, Some(BREAKOUT_B)));
    assert!(shown(&fixture).contains("Nothing is recorded yet."));
    fixture.change(|writer| {
        let stay = crate::store::NewStay {
            seconds: Some(1800),
            ..fixture::stay_of(EVENT, BREAKOUT_B, 3)
        };
        writer.add_stay(&stay).map(drop)
    });
    assert!(of(&fixture, Some(BREAKOUT_B)).is_empty());
    assert!(shown(&fixture).contains("No times are recorded."));
    fixture.change(|writer| {
        fixture::add_stay(writer, EVENT, Some(3), Ok(4), Some(("11:00", "11:30")))
    });
    assert!(shown(&fixture).contains("No times are recorded for 1 more person."));
    let (reader, event) = (fixture.read(), fixture.event());
    let german = curve(&reader, &event, Some(BREAKOUT_B), Language::De).unwrap();
    let one = "Für eine weitere Person liegen keine Zeiten vor.";
    assert!(german.notes.iter().any(|it| it.said == one), "{german:?}");
}

#[test]
fn its_peak_is_the_one_of_the_sessions() {
    let fixture = Fixture::meeting();
    let english = Language::En;
    let figures = sessions(&fixture.read(), &fixture.event(), english).unwrap();
    for (row, session) in figures.rows().iter().zip([1, 2, 3, 4]) {
        let peak = fixture::cell(&figures, row, "peak");
        let table = of(&fixture, Some(SessionId(session)));
        let caption = table.chart.map(|chart| chart.series[0].caption.clone());
        let most = caption.map(|it| it.split(' ').nth(3).unwrap().to_owned());
        assert_eq!(most.unwrap_or_default(), peak);
    }
}
