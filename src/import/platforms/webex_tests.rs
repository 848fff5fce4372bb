//! The tables of Webex, read as described.

use super::table::tests::{assert_cut, assert_robust, fates, renamed};
use super::tests::{records_in, records_of};
use super::{RawMeeting, described::read};
use crate::import::Record;
use crate::import::platforms::tests::in_english;

const SAMPLE: &str = "webex/webex_attendee_en.csv";

#[test]
fn the_sample_is_read_line_by_line() {
    let records = records_of(SAMPLE);
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        [
            "2: 0 Clara Goldbach <clara.goldbach@go-buero.example.org> (Clara/Goldbach) 2020-10-08 09:47:12..2020-10-08 12:06:40 [140 mins]",
            "3: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) 2020-10-08 09:58:03..2020-10-08 10:31:20 [34 mins]",
            "4: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) 2020-10-08 10:33:05..2020-10-08 12:00:44 [88 mins]",
            "5: 0 Call-in User_2 <> 2020-10-08 10:04:30..2020-10-08 11:20:15 [76 mins]",
        ]
    );
    assert_eq!(
        log.meetings,
        [RawMeeting {
            title: "go-cluster Herbsttreffen".into(),
            start: "2020-10-08 09:47:12",
            end: "2020-10-08 12:06:40",
            day: "",
        }]
    );
    assert_eq!((log.utc, log.notes.len()), (false, 0));
}

#[test]
fn unknown_headings_change_nothing() {
    let records = records_of(SAMPLE);
    let renamed = renamed(&records, 0);
    let (log, other) = (
        read(&records).unwrap().unwrap(),
        read(&renamed).unwrap().unwrap(),
    );
    assert_eq!((log.lines, log.meetings), (other.lines, other.meetings));
    assert_eq!(read(&renamed[..1]), None);
}

#[test]
fn further_layouts_are_read_line_by_line() {
    for (path, expected) in [
        (
            "webex_more/webex_attendee_pt.csv",
            &[
                "2: 0 Inês Carvalho <ines.carvalho@rede.example.org> (Inês/Carvalho) 2020-10-08 09:47:12..2020-10-08 12:06:40 [139,5 mins]",
                "3: 0 Rui Lopes (Rede Sul) <rui.lopes@sul.example.net> (Rui/Lopes) 2020-10-08 10:01:00..2020-10-08 10:40:30 [39,5 mins]",
                "4: 0 Rui Lopes (Rede Sul) <rui.lopes@sul.example.net> (Rui/Lopes) 2020-10-08 10:20:00..2020-10-08 11:00:00 [40 mins]",
                "5: 1 Chamador 1 <> 2020-10-09 10:00:00.. []",
                "6: 1 +351*****12 <> 2020-10-09 10:00:00..2020-10-09 10:30:00 [30 mins]",
                "7: Wrong(None, \"neither a time nor a length: nothing says that they were there\")",
            ][..],
        ),
        (
            "webex_more/webex_attendee_de_resaved.csv",
            &[
                "2: 0 Clara Goldbach <clara.goldbach@go-buero.example.org> (Clara/Goldbach) 08.10.2020 09:47..08.10.2020 12:06 [140 Min.]",
                "3: 0 Müller, Anna <anna.mueller@biocluster-nord.example.org> (Anna/Müller) 08.10.2020 09:58..08.10.2020 10:31 [34 Min.]",
                "5: 0 Jörg Weiß <joerg.weiss@photonik-sued.example.org> (Jörg/Weiß) 08.10.2020 10:02..08.10.2020 11:00 [58 Min.]",
            ],
        ),
        (
            "webex_more/webex_attendee_pl.csv",
            &[
                "2: 0 Łucja Wróbel <lucja.wrobel@klaster.example.org> (Łucja/Wróbel) 2020-10-08 09:47:12..2020-10-08 12:06:40 [140 min]",
                "3: 0 Jan Sowa <> (Jan/Sowa) 2020-10-08 09:59:00..2020-10-08 11:00:00 [61 min]",
            ],
        ),
    ] {
        let records = records_of(path);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(fates(&log), expected, "{path}");
        let renamed = renamed(&records, 0);
        let other = read(&renamed).unwrap().unwrap();
        assert_eq!(
            (log.lines, log.meetings),
            (other.lines, other.meetings),
            "{path}"
        );
        assert_cut(read, path);
    }
}

#[test]
fn several_meetings_and_sessions_are_said() {
    let records = records_of("webex_more/webex_attendee_pt.csv");
    let log = read(&records).unwrap().unwrap();
    let starts: Vec<_> = log.meetings.iter().map(|meeting| meeting.start).collect();
    assert_eq!(starts, ["2020-10-08 09:47:12", "2020-10-09 09:55:00"]);
    assert_eq!(
        in_english(&log.notes),
        ["its connections are of 2 sessions within the meeting, which cannot be distinguished"]
    );
    let fields: Vec<_> = log
        .columns
        .iter()
        .map(|column| (column.heading.as_str(), column.field.to_string()))
        .filter(|(_, field)| field != "ignore")
        .map(|(heading, field)| format!("{heading}={field}"))
        .collect();
    assert_eq!(
        fields,
        [
            "Nome de exibição=name",
            "Nome=given_name",
            "Sobrenome=family_name",
            "E-mail do convidado=email",
            "Hora da entrada=joined_at",
            "Hora da saída=left_at",
            "Duração da presença=duration",
        ]
    );
}

#[test]
fn headings_alone_are_a_meeting_without_anybody() {
    let records = records_of(SAMPLE);
    let log = read(&records[..1]).unwrap().unwrap();
    assert_eq!(
        (log.lines.len(), log.meetings),
        (0, vec![RawMeeting::default()])
    );
}

#[test]
fn columns_may_be_moved_and_further_ones_be_there() {
    let text = "Attendance Duration;Leave Time;Join Time;Remark;Display Name;Meeting Name;Connection Type\n62 mins;11:00;09:58;x;Anna Müller;Herbst;App\n";
    let records = records_in(text.as_bytes());
    let log = read(&records).unwrap().unwrap();
    assert_eq!(fates(&log), ["2: 0 Anna Müller <> 09:58..11:00 [62 mins]"]);
}

#[test]
fn a_column_that_is_missing_is_said() {
    for (gone, reason) in [
        ("Display Name", "the column of the names is missing"),
        ("Join Time", "the column of the times of joining is missing"),
        (
            "Leave Time",
            "the columns of the times of leaving and of the lengths are missing",
        ),
    ] {
        let headings = "Meeting Name;Meeting Start Time;Meeting End Time;Display Name;Join Time;Leave Time;Session Name";
        let text = headings.replace(gone, "Remark");
        let records = records_in(text.as_bytes());
        let error = match read(&records) {
            // Without a word for joining it might be a programme.
            None => {
                assert_eq!(gone, "Join Time");
                continue;
            }
            Some(read) => read.unwrap_err(),
        };
        assert_eq!((error.platform, error.line), ("Webex", Some(1)));
        assert_eq!(error.reason.in_english(), reason);
    }
}

#[test]
fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
    assert_robust(read, &records_of(SAMPLE));
    assert_robust(read, &renamed(&records_of(SAMPLE), 0));
    assert_robust(read, &records_of("webex_more/webex_attendee_pt.csv"));
    assert_cut(read, SAMPLE);
}

#[test]
fn cells_that_prove_the_order_outweigh_a_heading_row_that_lost_or_won_a_cell() {
    let whole = records_of(SAMPLE);
    let header: Vec<&str> = whole[0].cells().collect();
    let log = read(&whole).unwrap().unwrap();
    for changed in [header[1..].to_vec(), [&[""], &header[..]].concat()] {
        let mut records = whole.clone();
        records[0] = Record::new(whole[0].line(), changed);
        let found = read(&records).unwrap().unwrap();
        assert_eq!((&found.lines, &found.meetings), (&log.lines, &log.meetings));
    }
    // Columns that were moved with their headings are found by the headings.
    let moved = whole.iter().map(|record| {
        let mut cells: Vec<&str> = record.cells().collect();
        cells.swap(8, 9);
        Record::new(record.line(), cells)
    });
    let moved: Vec<Record> = moved.collect();
    assert_eq!(read(&moved).unwrap().unwrap().lines, log.lines);
}
