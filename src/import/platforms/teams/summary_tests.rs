use super::super::tests::records_of;
use super::tests::{assert_fixture, assert_text, columns, log, refusal};

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

#[test]
fn the_earliest_report_has_no_column_of_accounts() {
    let path = "teams_more/summary_de_without_account.csv";
    assert_fixture(
        path,
        "teams-report-2021",
        &[
            "8 Clara Goldbach | clara.goldbach@go-buero.example.org | 8.10.2020, 09:47:12 | 8.10.2020, 12:06:40 | 2h 19m",
            "9 Björn Åkesson (Gast) |  | 8.10.2020, 10:03:00 | 8.10.2020, 11:59:59 | 1h 56m",
            "10 Müller, Thomas | t.mueller@auto-mitte.example.org | 8.10.2020, 10:00:01 | 8.10.2020, 10:00:38 | 37s",
        ],
    );
    let records = records_of(path);
    let log = log(&records);
    assert_eq!(log.meetings[0].title, "go-cluster Herbsttreffen");
    assert_eq!(log.meetings[0].start, "8.10.2020, 09:47:12");
    assert_eq!(log.meetings[0].end, "8.10.2020, 12:06:40");
}

const TOP: &str = "Meeting Summary\nTotal Number of Participants\t9\nMeeting Title\tPlenary\nMeeting \
                   Start Time\t9/9/2022, 8:28:10 AM\nMeeting End Time\t9/9/2022, 10:09:18 AM\nMeeting \
                   Id\t0c0ffee0\n\n";

#[test]
fn a_summary_without_rows_is_a_meeting_without_people() {
    let text = format!("{TOP}Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n");
    assert_text(&text, &[]);
}

#[test]
fn a_summary_cut_off_or_without_its_times_is_refused() {
    let table = "the table of the participants is missing".to_owned();
    assert_eq!(refusal(TOP), (None, table.clone()));
    assert_eq!(refusal("Meeting Summary\n"), (None, table));
    assert_eq!(
        refusal(&format!(
            "{TOP}Full Name\tLeave Time\tDuration\tEmail\tRole\n"
        )),
        (
            Some(8),
            "the column of the times of joining is missing".to_owned()
        )
    );
    assert_eq!(
        refusal(&format!(
            "{TOP}Anna Muster\t9/9/2022, 8:28:10 AM\t9/9/2022, 9:28:10 AM\t1h\t\tPresenter\n"
        )),
        (Some(8), "the row of the headings is missing".to_owned())
    );
}

#[test]
fn short_rows_dashes_and_rows_without_names_of_a_summary() {
    assert_text(
        &format!(
            "{TOP}Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n\
             Anna Muster\t9/9/2022, 8:28:10 AM\n\
             Bert Muster\t--\t-\t22s\n\
             Carla Muster\n\
             \t9/9/2022, 8:28:10 AM\t9/9/2022, 8:29:10 AM\t1m\t\tAttendee\n"
        ),
        &[
            "9 Anna Muster |  | 9/9/2022, 8:28:10 AM |  | ",
            "10 Bert Muster |  |  |  | 22s",
            "11 wrong: neither a time nor a length: nothing says that they were there",
            "12  |  | 9/9/2022, 8:28:10 AM | 9/9/2022, 8:29:10 AM | 1m",
        ],
    );
}
