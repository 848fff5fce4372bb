use super::super::tests::records_of;
use super::tests::{assert_fixture, columns, log, told};

#[test]
fn the_report_of_2021() {
    let path = "teams/teams_report_2021_meeting_summary.csv";
    assert_fixture(
        path,
        "teams-report-2021",
        &[
            "9 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/2020, 9:47:12 AM | 10/8/2020, 12:06:40 PM | 2h 19m",
            "10 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 10/8/2020, 9:58:03 AM | 10/8/2020, 10:31:20 AM | 33m 17s",
            "11 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 10/8/2020, 10:33:05 AM | 10/8/2020, 12:00:44 PM | 1h 27m",
            "12 Jörg Weiß | joerg.weiss@photonik-sued.example.org | 10/8/2020, 9:59:41 AM | 10/8/2020, 12:01:02 PM | 2h 1m",
            "13 Björn Åkesson (Guest) |  | 10/8/2020, 10:03:00 AM | 10/8/2020, 11:59:59 AM | 1h 56m",
            "14 Thomas Müller | t.mueller@auto-mitte.example.org | 10/8/2020, 10:00:01 AM | 10/8/2020, 10:00:38 AM | 37s",
        ],
    );
    let records = records_of(path);
    let log = log(&records);
    let [meeting] = &log.meetings[..] else {
        panic!()
    };
    assert_eq!(meeting.title, "go-cluster Herbsttreffen");
    assert_eq!(meeting.start, "10/8/2020, 9:47:12 AM");
    assert_eq!(meeting.end, "10/8/2020, 12:06:40 PM");
    assert!(!log.utc && log.order.is_none());
    assert_eq!(
        columns(&log),
        [
            "Full Name=name",
            "Join Time=joined_at",
            "Leave Time=left_at",
            "Duration=duration",
            "Email=email",
            "Role=ignore",
            "Participant ID (UPN)=ignore",
        ]
    );
}
