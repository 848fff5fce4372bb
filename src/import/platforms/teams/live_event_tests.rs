use super::super::tests::records_of;
use super::tests::{assert_fixture, columns, log, told};
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
