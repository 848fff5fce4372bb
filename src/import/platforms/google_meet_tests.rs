//! The tables of Google Meet, read as described.

use super::table::tests::{assert_cut, assert_robust, fates, renamed};
use super::tests::{records_in, records_of};
use super::{RawMeeting, described::read};
use crate::import::Record;

const SAMPLE: &str = "google_meet/meet_attendance_first_last.csv";

#[test]
fn the_sample_is_read_line_by_line() {
    let records = records_of(SAMPLE);
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        [
            "2: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) 9:58 AM..12:00 PM [2 hr 1 min]",
            "3: 0 Björn Åkesson <> (Björn/Åkesson) 10:03 AM..11:00 AM [57 min]",
            "4: 0 Karin <> 10:02 AM..11:02 AM [1 hr]",
        ]
    );
    assert_eq!(log.meetings, [RawMeeting::default()]);
}

#[test]
fn unknown_headings_change_nothing() {
    let records = records_of(SAMPLE);
    let renamed = renamed(&records, 0);
    let (log, other) = (
        read(&records).unwrap().unwrap(),
        read(&renamed).unwrap().unwrap(),
    );
    assert_eq!(log.lines, other.lines);
    assert_eq!(read(&renamed[..1]), None);
}

#[test]
fn further_layouts_are_read_line_by_line() {
    for (path, header, expected) in [
        (
            "google_meet_more/meet_name_iso.csv",
            0,
            &[
                "2: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> 2020-10-08 11:01:14..2020-10-08 11:43:08 [42m]",
                "3: 0 Weiß, Jörg <joerg.weiss@photonik-sued.example.org> 2020-10-08 11:00:00..2020-10-08 12:00:00 [1:00:00]",
                "4: 0 +49 •••• ••12 <> 2020-10-08 11:05:00..2020-10-08 11:17:00 [12 min]",
            ][..],
        ),
        (
            "google_meet_more/meet_preamble.csv",
            2,
            &[
                "5: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> 9:00:12..9:32:01 [32m]",
                "6: 0 Karin <> 9:10:00..9:15:00 [5m]",
            ],
        ),
        (
            "google_meet_more/meet_sheet_de.csv",
            0,
            &[
                "2: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> (Anna/Müller) 08.10.2020 09:58..08.10.2020 12:00 [2 Std. 1 Min.]",
                "3: 0 Jörg Weiß <> (Jörg/Weiß) 08.10.2020 10:03..08.10.2020 11:00 [57 Min.]",
            ],
        ),
        (
            "google_meet_more/meet_pl.csv",
            0,
            &[
                "2: 0 Łucja Wróbel <lucja.wrobel@klaster.example.org> (Łucja/Wróbel) 09:58..10:59 [1 godz. 1 min]",
                "3: 0 Jan Sowa <> (Jan/Sowa) 10:03..11:00 [57 min]",
            ],
        ),
    ] {
        let records = records_of(path);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(fates(&log), expected, "{path}");
        let renamed = renamed(&records, header);
        let other = read(&renamed).unwrap().unwrap();
        assert_eq!(
            (log.lines, log.meetings),
            (other.lines, other.meetings),
            "{path}"
        );
        assert_robust(read, &records);
        assert_cut(read, path);
    }
}

#[test]
fn the_meeting_above_the_table_gives_the_day() {
    let mut records = records_of("google_meet_more/meet_preamble.csv");
    let meeting = RawMeeting {
        title: "Herbsttreffen".into(),
        start: "09:00",
        end: "09:32",
        day: "2020-10-08",
    };
    assert_eq!(read(&records).unwrap().unwrap().meetings, [meeting]);
    // With headings in another language, by its values.
    records[0] = Record::new(1, ["Tytuł", "Data", "Początek", "Koniec"]);
    assert_eq!(
        read(&records).unwrap().unwrap().meetings[0].day,
        "2020-10-08"
    );
}

#[test]
fn the_older_report_has_lengths_alone() {
    let path = "google_meet_more/meet_legacy.csv";
    let records = records_of(path);
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        [
            "2: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> .. [32:14]",
            "3: 0 Jörg Weiß <> .. [1:00:00]",
            "4: Wrong(None, \"neither a time nor a length: nothing says that they were there\")",
        ]
    );
    assert_robust(read, &records);
    assert_cut(read, path);
    // Its words are generic: with any other one it is a different table.
    assert_eq!(read(&renamed(&records, 0)), None);
}

#[test]
fn headings_alone_are_a_meeting_without_anybody() {
    for text in [
        "First name,Last name,Email,Duration,Time joined,Time exited\n",
        "Vorname;Nachname;E-Mail;Dauer;Beitrittszeit;Austrittszeit\n",
        "Meeting title,Date,Start time,End time\nA,2020-10-08,10:00,11:00\n\nName,Email,Duration\n",
    ] {
        let records = records_in(text.as_bytes());
        let log = read(&records).unwrap().unwrap();
        assert_eq!((log.lines.len(), log.meetings.len()), (0, 1), "{text}");
    }
}

#[test]
fn columns_may_be_missing_as_long_as_a_stay_is_told() {
    let text = "First name,Last name,Time joined,Time exited\nAnna,Müller,10:00,10:30\n";
    let records = records_in(text.as_bytes());
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        ["2: 0 Anna Müller <> (Anna/Müller) 10:00..10:30 []"]
    );
    let text = "Email,Duration,Time joined,Time exited\na@x.example,30 min,10:00,10:30\n";
    let records = records_in(text.as_bytes());
    let error = read(&records).unwrap().unwrap_err();
    assert_eq!(
        error.reason.in_english(),
        "the column of the names is missing"
    );
    let text = "Name,Email,Duration,Time exited\nAnna,a@x.example,30 min,10:30\n";
    let records = records_in(text.as_bytes());
    let error = read(&records).unwrap().unwrap_err();
    assert_eq!(
        error.reason.in_english(),
        "the column of the times of joining is missing"
    );
}

#[test]
fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
    assert_robust(read, &records_of(SAMPLE));
    assert_robust(read, &renamed(&records_of(SAMPLE), 0));
    assert_cut(read, SAMPLE);
}

#[test]
fn one_unknown_heading_leaves_its_column_to_the_order() {
    let whole = records_of(SAMPLE);
    let log = read(&whole).unwrap().unwrap();
    for place in 0..whole[0].width() {
        let mut cells: Vec<&str> = whole[0].cells().collect();
        cells[place] = "Qux";
        let mut records = whole.clone();
        records[0] = Record::new(whole[0].line(), cells);
        assert_eq!(read(&records).unwrap().unwrap().lines, log.lines, "{place}");
    }
}
