use super::super::tests::records_of;
use super::tests::{assert_fixture, assert_text, columns, log, refusal};
use crate::import::platforms::tests::in_english;
use crate::import::values::dates::DateOrder;

#[test]
fn the_report_of_a_live_event() {
    let path = "teams/teams_live_event_attendee.csv";
    assert_fixture(
        path,
        "teams-live-event",
        &[
            "2 Anna Müller-Lüdenscheidt | anna.mueller@biocluster-nord.example.org | 10/8/2020 7:58:03 AM | 10/8/2020 10:00:44 AM | ",
            "3 part of 2",
            "4  |  | 10/8/2020 8:03:00 AM |  | ",
        ],
    );
    let records = records_of(path);
    let log = log(&records);
    assert!(log.utc);
    assert_eq!(log.order, Some(DateOrder::MonthFirst));
    assert_eq!(
        columns(&log),
        [
            "SessionId=ignore",
            "ParticipantId=email",
            "FullName=name",
            "UserAgent=ignore",
            "UtcEventTimestamp=joined_at",
            "Action=status",
            "Role=ignore",
        ]
    );
}

#[test]
fn nameless_viewers_are_one_stay_for_each_session() {
    let path = "teams_more/live_event_anonymous.csv";
    assert_fixture(
        path,
        "teams-live-event",
        &[
            "2 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/2020 7:47:12 AM | 10/8/2020 10:06:40 AM | ",
            "3  |  | 10/8/2020 8:03:00 AM | 10/8/2020 9:59:00 AM | ",
            "4  |  | 10/8/2020 8:03:00 AM |  | ",
            "5 part of 3",
            "6 part of 3",
            "7 part of 3",
            "8 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/2020 9:30:00 AM | 10/8/2020 9:45:00 AM | ",
            "9 part of 8",
            "10 part of 2",
        ],
    );
    let records = records_of(path);
    assert_eq!(in_english(&log(&records).notes), [""; 0]);
}

const HEADER: &str = "SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n";

#[test]
fn a_live_event_without_rows_had_no_viewers() {
    assert_text(HEADER, &[]);
    assert_text(&HEADER.replace(',', ";"), &[]);
}

#[test]
fn odd_rows_of_a_live_event() {
    assert_text(
        &format!(
            "{HEADER}s1,guest-7,Anna Muster,x,10/8/2020 8:00:00 AM,Joined,Attendee\n\
             ,,,x,10/8/2020 8:00:00 AM,Joined,Attendee\n\
             s2,,Bert Muster,x,10/8/2020 8:00:00 AM,Waved,Attendee\n\
             s1,b@example.org,Bert Muster,x,10/8/2020 9:00:00 AM,Left,Attendee\n\
             s3,,Carla Muster,x\n"
        ),
        &[
            "2 Anna Muster |  | 10/8/2020 8:00:00 AM |  | ",
            "3 wrong, SessionId: neither a session nor a name",
            "4 wrong, Action: neither a coming nor a leaving",
            // Not the end of Anna's stay: a session with two names counts as two.
            "5 Bert Muster | b@example.org |  | 10/8/2020 9:00:00 AM | ",
            "6 wrong, Action: neither a coming nor a leaving",
        ],
    );
}

#[test]
fn a_live_event_from_the_last_row_to_the_first_is_the_same() {
    assert_text(
        &format!(
            "{HEADER}s1,,Anna Muster,x,10/8/2020 10:00:00 AM,Left,Attendee\n\
             s2,,,x,10/8/2020 9:00:00 AM,Left,Attendee\n\
             s1,,Anna Muster,x,10/8/2020 8:00:00 AM,Joined,Attendee\n\
             s2,,,x,10/8/2020 7:00:00 AM,Joined,Attendee\n"
        ),
        &[
            "2 Anna Muster |  | 10/8/2020 8:00:00 AM | 10/8/2020 10:00:00 AM | ",
            "3  |  | 10/8/2020 7:00:00 AM | 10/8/2020 9:00:00 AM | ",
            "4 part of 2",
            "5 part of 3",
        ],
    );
}

#[test]
fn a_live_event_without_a_column_is_refused() {
    let without = |heading: &str| refusal(&HEADER.replace(&format!("{heading},"), ""));
    let missing = |what: &str| (Some(1), format!("the column of the {what} is missing"));
    assert_eq!(without("SessionId"), missing("sessions"));
    assert_eq!(without("ParticipantId"), missing("participants"));
    assert_eq!(without("FullName"), missing("names"));
    assert_eq!(without("UtcEventTimestamp"), missing("times in UTC"));
    assert_eq!(without("Action"), missing("actions"));
    assert_text(&HEADER.replace("UserAgent,", "").replace(",Role", ""), &[]);
}
