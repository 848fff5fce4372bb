//! Helpers shared by the tests of this folder: a log as text, one line per row about somebody.

use super::super::tests::{records_in, records_of};
use super::super::{RawLog, Says};
use crate::import::Record;

/// Describes every line: `4 name | address | joined | left | length`.
pub(super) fn told(log: &RawLog<'_>) -> Vec<String> {
    log.lines
        .iter()
        .map(|line| {
            let said = match &line.says {
                Says::Stay(stay) => {
                    assert!(stay.meeting < log.meetings.len());
                    let cells = [
                        stay.name.as_ref(),
                        stay.email,
                        stay.joined,
                        stay.left,
                        stay.duration,
                    ];
                    let before = if stay.joined_before { " (before)" } else { "" };
                    format!("{}{before}", cells.join(" | "))
                }
                Says::PartOf(first) => format!("part of {first}"),
                Says::Nothing(why) => format!("nothing: {}", why.in_english()),
                Says::Wrong(Some(heading), why) => {
                    format!("wrong, {heading}: {}", why.in_english())
                }
                Says::Wrong(None, why) => format!("wrong: {}", why.in_english()),
            };
            format!("{} {said}", line.line)
        })
        .collect()
}

/// Reads records that are a log of Teams, with any of the readers.
#[track_caller]
pub(super) fn log(records: &[Record]) -> RawLog<'_> {
    super::super::read(records).unwrap().unwrap()
}

/// Asserts the result of every line of a fixture.
#[track_caller]
pub(super) fn assert_fixture(path: &str, family: &str, expected: &[&str]) {
    let records = records_of(path);
    let log = log(&records);
    assert_eq!(log.family, family, "{path}");
    assert_eq!(told(&log), expected, "{path}");
}

/// Asserts the result of every line of a text.
#[track_caller]
pub(super) fn assert_text(text: &str, expected: &[&str]) {
    let records = records_in(text.as_bytes());
    assert_eq!(told(&log(&records)), expected);
}

/// Returns why a text cannot be read, with the line of its headings.
#[track_caller]
pub(super) fn refusal(text: &str) -> (Option<u64>, String) {
    let records = records_in(text.as_bytes());
    let refused = super::super::read(&records).unwrap().unwrap_err();
    assert_eq!(refused.platform, "Teams");
    (refused.line, refused.reason.in_english())
}

/// Returns the columns as `heading=field`.
pub(super) fn columns(log: &RawLog<'_>) -> Vec<String> {
    log.columns
        .iter()
        .map(|column| format!("{}={}", column.heading, column.field))
        .collect()
}

#[test]
fn what_is_no_file_of_teams_is_left_to_others() {
    for path in [
        "bigbluebutton/bbb_learning_dashboard_de.csv",
        "bigbluebutton/bbb_learning_dashboard_en.csv",
        "demo/anmeldung_msforms.csv",
        "demo/anwesenheit_bar.csv",
        "demo/organisations.csv",
        "demo/programme.csv",
        "demo/registration_google_forms.csv",
        "google_meet/meet_attendance_first_last.csv",
        "goto/gotowebinar_attendee_report.csv",
        "webex/webex_attendee_en.csv",
        "wrong/bank_statement.csv",
        "wrong/bank_statement_with_names.csv",
        "zoom/zoom_meeting_2020_detail.csv",
    ] {
        assert_eq!(super::read(&records_of(path)), None, "{path}");
    }
    for folder in ["excel", "signup", "signup_more", "zoom"] {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let mut count = 0;
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let records = records_in(&std::fs::read(&path).unwrap());
            assert_eq!(super::read(&records), None, "{}", path.display());
            count += 1;
        }
        assert!(count > 3, "{folder}");
    }
}

#[test]
fn a_file_without_rows_is_none() {
    assert_eq!(super::read(&[]), None);
}

#[test]
fn tables_that_only_resemble_one_are_left_to_others() {
    for text in [
        "Name;Joined;Left\nAnna Muster;2020-10-08 10:00;2020-10-08 11:00\n",
        "Name;Session;Timestamp\nAnna Muster;A;08.10.2020 10:00\nBert Muster;B;08.10.2020 10:01\n",
        // A list with numbers, which is not a report with sections.
        "1. Anna Muster\n2. Bert Muster\n3. Carla Muster\n",
        // An agenda and minutes with numbered parts.
        "1. Morning\nGreeting;10:00\nKeynote;10:15\n2. Afternoon\nPanel;14:00\n",
        "1. Speakers\nAnna Muster;Cluster A\n2. Guests\nBert Muster;Cluster B\n",
        // Answers with a change of mind.
        "Name;Answer;Time\nA A;yes;08.10.2020 10:00\nB B;yes;08.10.2020 10:01\nC C;no;08.10.2020 \
         10:02\nD D;yes;08.10.2020 10:03\nA A;no;08.10.2020 10:04\nE E;yes;08.10.2020 10:05\n",
        "event,session,person_id,given_name,family_name,email,organisation,recorded_name,\
         recorded_email,joined_at,left_at,source\n",
    ] {
        assert_eq!(super::read(&records_in(text.as_bytes())), None, "{text}");
    }
}

#[test]
fn answers_that_people_change_are_no_list_of_events() {
    let answers = |people: u32, changed: u32, day: fn(u32) -> u32| {
        let row = |person: u32, answer: &str, hour: u32| {
            let day = day(person);
            format!("P{person};{answer};{day:02}.10.2020 {hour}:{person:02}\n")
        };
        let first = (0..people).map(|person| row(person, "yes", 10));
        let second = (0..changed).map(|person| row(person, "no", 11));
        std::iter::once("Name;Answer;Time\n".to_owned())
            .chain(first)
            .chain(second)
            .collect::<String>()
    };
    // Few change their minds.
    let one_day = answers(20, 8, |_| 8);
    assert_eq!(super::read(&records_in(one_day.as_bytes())), None);
    // Many do, but over weeks.
    let many_days = answers(20, 18, |person| person + 1);
    assert_eq!(super::read(&records_in(many_days.as_bytes())), None);
    // Nobody's answers change as often in an hour as people come and go in a meeting.
    let meeting = answers(20, 18, |_| 8);
    assert!(super::read(&records_in(meeting.as_bytes())).is_some());
}
