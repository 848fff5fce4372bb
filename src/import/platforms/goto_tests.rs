//! Reports of `GoToWebinar`.

use super::super::table::tests::{assert_cut, assert_robust, fates, renamed};
use super::super::tests::{records_in, records_of};
use super::*;

const NO_SHOW: &str = "registered and not there";
const SAMPLE: &str = "goto/gotowebinar_attendee_report.csv";

#[test]
fn the_sample_is_read_line_by_line() {
    let records = records_of(SAMPLE);
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        [
            "9: 0 Anna Müller-Lüdenscheidt <anna.mueller@biocluster-nord.example.org> (Anna/Müller-Lüdenscheidt) Oct 08, 2020 09:58 AM CEST..Oct 08, 2020 12:00 PM CEST [122 minutes]",
            "10: Nothing(\"registered and not there\")",
        ]
    );
    assert_eq!(log.meetings.len(), 1);
    assert_eq!(log.meetings[0].title, "go-cluster Herbsttreffen");
}

#[test]
fn unknown_headings_are_said() {
    let records = records_of(SAMPLE);
    let table = records
        .iter()
        .position(|record| record.line() == 8)
        .unwrap();
    let renamed = renamed(&records, table);
    let error = read(&renamed).unwrap().unwrap_err();
    assert_eq!(
        (
            error.platform,
            error.line,
            error.reason.in_english().as_str()
        ),
        ("GoToWebinar", Some(8), "the column of the names is missing")
    );
}

#[test]
fn several_sessions_staff_and_padded_headings_are_read() {
    let path = "goto_more/goto_two_sessions.csv";
    let records = records_of(path);
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        fates(&log),
        [
            "9: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> (Anna/Müller) of BioCluster Nord Oct 08, 2020 09:58 AM CEST..Oct 08, 2020 10:30 AM CEST [32 minutes]",
            "10: 0 Anna Müller <anna.mueller@biocluster-nord.example.org> (Anna/Müller) of BioCluster Nord Oct 08, 2020 10:40 AM CEST..Oct 08, 2020 12:00 PM CEST [80 minutes]",
            "11: Nothing(\"registered and not there\")",
            "12: Wrong(None, \"neither a time nor a length: nothing says that they were there\")",
            "15: 0 Clara Goldbach <> Oct 08, 2020 09:50 AM CEST..Oct 08, 2020 12:05 PM CEST [135 minutes]",
            "23: 1 Jörg Weiß <joerg.weiss@photonik-sued.example.org> (Jörg/Weiß) Oct 09, 2020 10:00 AM CEST..Oct 09, 2020 10:55 AM CEST [55 minutes]",
        ]
    );
    let meetings: Vec<_> = log
        .meetings
        .iter()
        .map(|meeting| (&*meeting.title, meeting.start))
        .collect();
    assert_eq!(
        meetings,
        [
            ("Herbsttreffen", "Oct 08, 2020 09:55 AM CEST"),
            ("Herbsttreffen", "Oct 09, 2020 09:55 AM CEST"),
        ]
    );
    assert_robust(read, &records);
    assert_cut(read, path);
}

#[test]
fn headings_alone_are_a_meeting_without_anybody() {
    let records = records_of(SAMPLE);
    let length = records
        .iter()
        .position(|record| record.line() == 9)
        .unwrap();
    let log = read(&records[..length]).unwrap().unwrap();
    assert_eq!((log.lines.len(), log.meetings.len()), (0, 1));
    let error = read(&records[..length - 1]).unwrap().unwrap_err();
    assert_eq!(
        error.reason.in_english(),
        "the table of those who registered is missing"
    );
}

#[test]
fn the_table_alone_is_known_by_its_words() {
    let records = records_of(SAMPLE);
    let table = records
        .iter()
        .position(|record| record.line() == 8)
        .unwrap();
    let log = read(&records[table..]).unwrap().unwrap();
    assert_eq!(log.lines, read(&records).unwrap().unwrap().lines);
}

#[test]
fn who_was_there_is_told_in_any_language() {
    let report = |words: [&str; 3]| {
        let [first, second, third] = words;
        format!(
            "General Information\nSession Details\nAttended;Last Name;First Name;Join Time;Leave Time\n{first};A;B;10:00;11:00\n{second};C;D;--;--\n{third};E;F;--;--\n"
        )
    };
    let told = |words: [&str; 3]| -> Vec<String> {
        let records = records_in(report(words).as_bytes());
        let log = read(&records).unwrap().unwrap();
        let word = |line: &RawLine<'_>| match &line.says {
            Says::Stay(_) => "stay".to_owned(),
            Says::Nothing(reason) => reason.in_english(),
            Says::Wrong(heading, _) => format!("wrong {}", heading.as_deref().unwrap_or("row")),
            Says::PartOf(_) => "part".to_owned(),
        };
        log.lines.iter().map(word).collect()
    };
    assert_eq!(told(["Ja", "Nein", "Nein"]), ["stay", NO_SHOW, NO_SHOW]);
    assert_eq!(told(["Igen", "Nem", "Nem"]), ["stay", NO_SHOW, NO_SHOW]);
    // Two words for people without a time: one of them may be "yes".
    assert_eq!(
        told(["Igen", "Nem", "Talán"]),
        ["stay", "wrong row", "wrong row"]
    );
    assert_eq!(
        told(["Igen", "Igen", "Nem"]),
        ["stay", "wrong row", NO_SHOW]
    );
    assert_eq!(
        told(["No", "No", "No"]),
        ["wrong Attended", NO_SHOW, NO_SHOW]
    );
    assert_eq!(told(["", "", "No"]), ["stay", "wrong row", NO_SHOW]);
    assert_eq!(
        told(["72", "Yes", "No"]),
        ["wrong Attended", "wrong row", NO_SHOW]
    );
}

#[test]
fn a_column_that_is_missing_is_said() {
    let records = records_of(SAMPLE);
    let table = records
        .iter()
        .position(|record| record.line() == 8)
        .unwrap();
    let headings: Vec<String> = records[table]
        .cells()
        .map(|cell| cell.replace("Join Time", "Remark"))
        .collect();
    let mut records = records.clone();
    records[table] = Record::new(8, headings.iter().map(String::as_str));
    let error = read(&records).unwrap().unwrap_err();
    assert_eq!(
        error.reason.in_english(),
        "the column of the times of joining is missing"
    );
}

#[test]
fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
    assert_robust(read, &records_of(SAMPLE));
    assert_cut(read, SAMPLE);
}

#[test]
fn cells_below_no_heading_are_not_guessed_at() {
    let headings = "General Information\nSession Details\nName;;Join Time;;Leave Time\n";
    let told = |row: &str| {
        let records = records_in(format!("{headings}{row}").as_bytes());
        fates(&read(&records).unwrap().unwrap())
    };
    assert_eq!(told("Anna;10:00;11:00"), ["4: 0 Anna <> 10:00..11:00 []"]);
    assert_eq!(told("Anna;;10:00;;11:00"), ["4: 0 Anna <> 10:00..11:00 []"]);
    assert_eq!(
        told("Anna;10:00;11:00;60 minutes"),
        ["4: Wrong(None, \"its cells are not below the headings\")"]
    );
}
