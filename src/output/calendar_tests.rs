//! Calendars, read back by an independent parser.

use icalendar::{CalendarDateTime, Component, DatePerhapsTime, EventStatus};
use proptest::prelude::*;

use super::*;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn entry() -> Entry {
    Entry {
        uid: "keynote.herbst20@rollcall".to_owned(),
        changed_at: moment("2020-09-01T07:00:00Z"),
        start: moment("2020-10-08T08:15:00Z"),
        end: moment("2020-10-08T09:00:00Z"),
        summary: "Keynote".to_owned(),
        location: "Saal 1, Berlin".to_owned(),
        description: vec!["Prof. Wiebke Harms".to_owned(), "Bis bald".to_owned()],
        category: "Keynote".to_owned(),
        certainty: Certainty::Confirmed,
        sequence: 0,
        organiser: None,
    }
}

fn written(entries: Vec<Entry>) -> String {
    let calendar = Calendar {
        name: "Herbst".to_owned(),
        entries,
    };
    String::from_utf8(calendar.to_bytes()).unwrap()
}

/// Returns what another program reads, with unfolded lines.
fn read(content: &str) -> Vec<icalendar::Event> {
    let unfolded = icalendar::parser::unfold(content);
    let parsed = icalendar::parser::read_calendar(&unfolded).unwrap();
    let calendar = icalendar::Calendar::from(parsed);
    let events = calendar.components.iter();
    events.map(|it| it.as_event().unwrap().clone()).collect()
}

/// Generates titles with everything that could break a line.
fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c,;:\\\\\" \r\n\t\u{b}\u{c}\u{0}\u{1c}-\u{1e}\u{85}\u{2028}\u{2029}äß€👩]{0,200}",
        any::<String>(),
    ]
}

#[test]
fn a_calendar_is_written_line_by_line() {
    assert_eq!(
        written(vec![entry()]),
        "BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//rollcall//rollcall//EN\r
CALSCALE:GREGORIAN\r
X-WR-CALNAME:Herbst\r
BEGIN:VEVENT\r
UID:keynote.herbst20@rollcall\r
DTSTAMP:20200901T070000Z\r
DTSTART:20201008T081500Z\r
DTEND:20201008T090000Z\r
SUMMARY:Keynote\r
LOCATION:Saal 1\\, Berlin\r
DESCRIPTION:Prof. Wiebke Harms\\nBis bald\r
CATEGORIES:Keynote\r
SEQUENCE:0\r
STATUS:CONFIRMED\r
END:VEVENT\r
END:VCALENDAR\r
"
    );
}

#[test]
fn another_program_reads_what_was_meant() {
    let tentative = Entry {
        certainty: Certainty::Tentative,
        ..entry()
    };
    let read = read(&written(vec![entry(), tentative]));
    assert_eq!(read.len(), 2);
    let event = &read[0];
    let at = |text| {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment(
            text,
        ))))
    };
    assert_eq!(event.get_uid(), Some("keynote.herbst20@rollcall"));
    assert_eq!(event.get_timestamp(), Some(moment("2020-09-01T07:00:00Z")));
    assert_eq!(event.get_start(), at("2020-10-08T08:15:00Z"));
    assert_eq!(event.get_end(), at("2020-10-08T09:00:00Z"));
    assert_eq!(event.property_value("LOCATION"), Some("Saal 1, Berlin"));
    assert_eq!(
        event.get_description(),
        Some("Prof. Wiebke Harms\nBis bald")
    );
    assert_eq!(event.get_status(), Some(EventStatus::Confirmed));
    assert_eq!(read[1].get_status(), Some(EventStatus::Tentative));
}

#[test]
fn what_is_not_known_is_left_out() {
    let bare = Entry {
        end: entry().start,
        location: String::new(),
        description: Vec::new(),
        category: " ".to_owned(),
        ..entry()
    };
    let content = written(vec![bare]);
    for name in ["DTEND", "LOCATION", "DESCRIPTION", "CATEGORIES"] {
        assert!(!content.contains(name), "{name}: {content}");
    }
    assert_eq!(read(&content).len(), 1);
}

#[test]
fn a_title_cannot_break_out() {
    for attempt in [
        "Keynote\r\nATTENDEE:mailto:anna@example.org",
        "Keynote\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x",
        "Keynote\rATTACH:https://example.org",
        "Keynote\u{2028}ATTENDEE:x\u{85}ATTENDEE:y\u{b}ATTENDEE:z",
        "Keynote\\nATTENDEE:x",
        "Keynote\\",
        "BEGIN:VEVENT",
    ] {
        let content = written(vec![Entry {
            summary: attempt.to_owned(),
            location: attempt.to_owned(),
            description: vec![attempt.to_owned()],
            category: attempt.to_owned(),
            uid: attempt.to_owned(),
            ..entry()
        }]);
        let begun = content.lines().filter(|it| it.starts_with("BEGIN:VEVENT"));
        assert_eq!(begun.count(), 1, "{content}");
        let names: Vec<&str> = content
            .split("\r\n")
            .filter_map(|line| Some(line.split_once(':')?.0))
            .filter(|name| !name.starts_with(' '))
            .collect();
        assert!(!names.contains(&"ATTENDEE"), "{content}");
        assert!(!names.contains(&"ATTACH"), "{content}");
        assert_eq!(names.len(), 18, "{content}");
        assert_eq!(read(&content).len(), 1);
    }
}

#[test]
fn long_lines_are_folded_between_characters() {
    let summary = "ä".repeat(33) + &"€".repeat(50);
    let content = written(vec![Entry {
        summary: summary.clone(),
        ..entry()
    }]);
    // "SUMMARY:" and 33 times two octets are 74; the euro sign has three.
    assert!(
        content.contains(&format!("SUMMARY:{}\r\n €", "ä".repeat(33))),
        "{content}"
    );
    assert_eq!(read(&content)[0].get_summary(), Some(summary.as_str()));
    // A line of exactly the maximum length is not folded.
    let full = "x".repeat(LINE - "SUMMARY:".len());
    let content = written(vec![Entry {
        summary: full.clone(),
        ..entry()
    }]);
    assert!(
        content.contains(&format!("SUMMARY:{full}\r\n")),
        "{content}"
    );
}

proptest! {
    #[test]
    fn whatever_the_title_it_is_one_property_in_short_lines(title in nasty(), line in nasty()) {
        let content = written(vec![Entry {
            summary: title.clone(),
            description: vec![line, title.clone()],
            ..entry()
        }]);
        prop_assert!(content.ends_with("\r\n"));
        for line in content.split("\r\n") {
            prop_assert!(line.len() <= LINE, "{line:?}");
            prop_assert!(!line.contains(ends_a_line), "{line:?}");
        }
        let unfolded = content.replace("\r\n ", "");
        let mut names: Vec<&str> = unfolded.lines().map(|it| it.split_once(':').unwrap().0).collect();
        names.retain(|it| !["SUMMARY", "DESCRIPTION"].contains(it));
        prop_assert_eq!(names, [
            "BEGIN", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "BEGIN", "UID", "DTSTAMP", "DTSTART",
            "DTEND", "LOCATION", "CATEGORIES", "SEQUENCE", "STATUS", "END", "END",
        ]);
        let events = read(&content);
        prop_assert_eq!(events.len(), 1);
        let meant: String = title.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect();
        let read: String = events[0].get_summary().unwrap_or_default().split_whitespace().collect();
        prop_assert_eq!(read, meant);
    }
}
