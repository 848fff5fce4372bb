use super::super::tests::records_in;
use super::tests::{assert_text, log};
use crate::import::platforms::tests::in_english;

/// Returns a list for one person: `J10` is a coming at ten, `B` one before the list began, `L` a leaving.
fn list(events: &str) -> String {
    let mut text = "Full Name\tUser Action\tTimestamp\n".to_owned();
    for event in events.split_whitespace() {
        let (action, time) = event.split_at(1);
        let word = match action {
            "J" => "Joined",
            "B" => "Joined before",
            _ => "Left",
        };
        let time = match time {
            "" => String::new(),
            time => format!("2020-10-08 {time}:00"),
        };
        text += &["Anna Muster", word, &time].join("\t");
        text.push('\n');
    }
    text
}

/// Asserts the result of every row: times of coming and leaving, only hours.
#[track_caller]
fn assert_pairs(events: &str, expected: &[&str]) {
    let expected: Vec<String> = expected
        .iter()
        .map(|line| match line.split_once("..") {
            Some((joined, left)) => {
                let (number, joined) = joined.split_once(' ').unwrap();
                let time = |hour: &str| match hour {
                    "" => String::new(),
                    hour => format!("2020-10-08 {hour}:00"),
                };
                let (left, before) = match left.strip_suffix(" (before)") {
                    Some(left) => (left, " (before)"),
                    None => (left, ""),
                };
                format!(
                    "{number} Anna Muster |  | {} | {} | {before}",
                    time(joined),
                    time(left)
                )
            }
            None => (*line).to_owned(),
        })
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    assert_text(&list(events), &expected);
}

#[test]
fn comings_and_leavings_in_turn() {
    assert_pairs("J10 L11 J12", &["2 10..11", "3 part of 2", "4 12.."]);
    assert_pairs("L10 J11 L12", &["2 ..10", "3 11..12", "4 part of 3"]);
    assert_pairs("B10 L11", &["2 10..11 (before)", "3 part of 2"]);
    assert_pairs("J10 L10", &["2 10..10", "3 part of 2"]);
    assert_pairs("J10", &["2 10.."]);
    assert_pairs("L10", &["2 ..10"]);
}

#[test]
fn two_devices_are_two_stays_from_the_first_coming_to_the_last_leaving() {
    assert_pairs(
        "J10 J11 L12 L13",
        &["2 10..12", "3 11..13", "4 part of 2", "5 part of 3"],
    );
    assert_pairs(
        "B10 J11 L12",
        &["2 10..12 (before)", "3 11..", "4 part of 2"],
    );
    assert_pairs("L10 L11 J12", &["2 ..10", "3 ..11", "4 12.."]);
}

#[test]
fn who_comes_twice_and_leaves_once_is_told_to_the_organiser() {
    assert_pairs("J10 J11 L12", &["2 10..12", "3 11..", "4 part of 2"]);
    let text = list("J10 J11 L12");
    let records = records_in(text.as_bytes());
    assert_eq!(
        in_english(&log(&records).notes),
        [
            "somebody came a second time before they left and left once only, as from two devices: they \
             count as there to the end (line 3)"
        ]
    );
    // Nothing unusual: still there with both devices.
    for events in [
        "J10 J11",
        "J10 L11 J12",
        "J10 J11 L12 L13 J14",
        "J10 J10 L11",
    ] {
        let text = list(events);
        let records = records_in(text.as_bytes());
        assert_eq!(in_english(&log(&records).notes), [""; 0], "{events}");
    }
}

#[test]
fn the_same_row_twice_is_one_event() {
    assert_pairs("J10 J10 L11", &["2 10..11", "3 part of 2", "4 part of 2"]);
    assert_pairs("J10 J10", &["2 10..", "3 part of 2"]);
    assert_pairs("J10 L11 L11", &["2 10..11", "3 part of 2", "4 part of 2"]);
    assert_pairs(
        "J10 J10 L11 L12",
        &["2 10..11", "3 10..12", "4 part of 2", "5 part of 3"],
    );
}

#[test]
fn a_second_leaving_at_another_time_is_a_problem() {
    assert_pairs(
        "J10 L11 L12",
        &[
            "2 10..11",
            "3 part of 2",
            "4 wrong, User Action: a second leaving: nothing says when they had come back",
        ],
    );
}

#[test]
fn a_row_without_a_time_is_a_problem_and_still_an_event() {
    let missing = "wrong, Timestamp: the time is missing";
    assert_pairs("J L11", &[&format!("2 {missing}"), "3 ..11"]);
    assert_pairs("J10 L J12", &["2 10..", &format!("3 {missing}"), "4 12.."]);
    assert_pairs("J", &[&format!("2 {missing}")]);
    assert_pairs("J L", &[&format!("2 {missing}"), &format!("3 {missing}")]);
}
