//! Which files are read or refused, the contents of each row, and damage to files.

use super::super::Unreadable;
use super::super::tests::{records_in, records_of};
use super::read;
use super::tests::{TIMES, lines, meetings, told, told_of};

/// Returns why a text cannot be read, and the line it names.
fn refused(text: &str) -> (u64, String) {
    match read(&lines(text)) {
        Some(Err(Unreadable {
            platform: "Zoom",
            line: Some(line),
            reason,
        })) => (line, reason.in_english()),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn polls_chats_and_registrations_are_nobodys_stay() {
    for path in ["zoom_poll.csv", "zoom_poll_2022.csv", "zoom_chat.txt"] {
        let records = records_of(&format!("zoom_more/{path}"));
        assert_eq!(read(&records), None, "{path}");
    }
    assert_eq!(read(&records_of("signup_more/zoom_registration.csv")), None);
    // In another language, and without its title.
    let registration = "Titel xx\nDatum:;10/08/2020 01:05:00 PM\nAa;Bb;Cc;Dd;Ee\n\
                        Treffen;912 3456 7890;10/08/2020 10:00:00 AM;120;3\nFf\n\
                        Gg;Hh;Ii;Jj;Kk;Ll\n\
                        Anna;Muster;anna@example.org;09/21/2020 02:03:44 PM;ok;+49 30 5550101\n";
    assert_eq!(read(&lines(registration)), None);
    let (_, untitled) = registration.split_once('\n').unwrap();
    assert_eq!(read(&lines(untitled)), None);
}

#[test]
fn lists_made_by_hand_are_not_read() {
    for text in [
        "Name;Joined;Left\nAnna;10:00;11:00\n",
        "Name;Gekommen;Gegangen\nAnna;08.10.2020 10:00;08.10.2020 11:00\n",
        "Name;E-Mail;Gekommen;Gegangen;Minuten\nAnna;anna@example.org;08.10.2020 10:00;08.10.2020 11:00;60\n",
        "Name;E-Mail;Von;Bis;Minuten\nAnna;anna@example.org;08.10.2020 10:00;08.10.2020 11:00;60\n",
        "Plenum\nName;E-Mail;Von;Bis;Minuten\nAnna;anna@example.org;08.10.2020 10:00;08.10.2020 11:00;60\n",
        // A sign-up that asks for arrival, departure and guests.
        "Name;E-Mail;Anreise;Abreise;Personen\nAnna;anna@example.org;08.10.2020 09:00;09.10.2020 17:00;2\n",
        "Name (Vor- und Nachname);E-Mail;Alter (Jahre)\nAnna;anna@example.org;34\n",
        "Name;E-Mail;Alter\nAnna;anna@example.org;34\n",
        "ID;Thema;Beginn;Ende;Raum\n1;Plenum;08.10.2020 10:00;08.10.2020 12:00;A\n",
        "Thema;ID;Start;Ende\nPlenum;1;08.10.2020 10:00;08.10.2020 12:00\n",
    ] {
        assert_eq!(read(&lines(text)), None, "{text}");
    }
}

#[test]
fn headings_without_rows_are_an_empty_meeting() {
    for (text, family) in [
        (
            "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes)",
            "zoom-meeting",
        ),
        (
            "Name (original name);Email;Total duration (minutes);Guest\n;;;\n",
            "zoom-unique-users",
        ),
        (
            "Meeting ID;Topic;Start Time;End Time;User Email;Duration (Minutes);Participants;\n\
             91234567890;Plenum;10/08/2020 09:47:12 AM;10/08/2020 12:06:40 PM;c@example.org;140;0;\n\n\
             Name (Original Name);User Email;Total Duration (Minutes);Guest\n",
            "zoom-unique-users",
        ),
        (
            "Attendee Report\nAttendee Details\nAttended;User Name (Original Name);First Name;\
             Last Name;Email;Join Time;Leave Time;Time in Session (minutes)\n",
            "zoom-webinar",
        ),
    ] {
        let records = lines(text);
        let log = read(&records).unwrap().unwrap();
        assert_eq!((log.lines.len(), log.family), (0, family), "{text}");
        assert_eq!(log.meetings.len(), 1);
    }
}

#[test]
fn what_is_missing_is_said() {
    for (text, line, reason) in [
        (
            "User Email;Join Time;Leave Time;Duration (Minutes)",
            2,
            "the column of the names is missing, or its heading is not known",
        ),
        (
            "Name (Original Name);User Email;Join Time;Duration (Minutes)",
            2,
            "the column of the times of leaving is missing, or its heading is not known",
        ),
        (
            "Name (Original Name);User Email;Leave Time;Duration (Minutes)",
            2,
            "the column of the times of joining is missing, or its heading is not known",
        ),
        (
            "Name (Original Name);User Email;Guest",
            2,
            "the column of the times and the durations is missing, or its heading is not known",
        ),
        (
            "Topic;ID;Host;Start time\nPlenum;912;C (c@example.org);10/08/2020 09:47 AM",
            3,
            "the table of those who were there is missing",
        ),
        (
            "Topic;ID;Host;Start time\nPlenum;912;C (c@example.org);10/08/2020 09:47 AM\n\
             Anna;anna@example.org;10/08/2020 09:58 AM;10/08/2020 10:31 AM;34\n\
             Karl;karl@example.org;10/08/2020 09:59 AM;10/08/2020 10:31 AM;33",
            4,
            "the headings of those who were there are missing",
        ),
        (
            "Name (Original Name);Join Time;Leave Time;Duration (Minutes)\n\
             Anna;anna@example.org;10/08/2020 09:58 AM;10/08/2020 10:31 AM;34\n\
             Karl;karl@example.org;10/08/2020 09:59 AM;10/08/2020 10:31 AM;33",
            2,
            "the times of joining are not under their headings",
        ),
        (
            "Nazwa (oryginalna nazwa);Aa;Bb;Czas (minuty)\n\
             Anna;10/08/2020 09:58 AM;10/08/2020 10:31 AM;34",
            2,
            "there are times, and their headings are not known",
        ),
        (
            "Attendee Report\nReport Generated:;10/08/2020 01:02:11 PM",
            2,
            "the table of those who were there is missing",
        ),
        (
            "Attendee Report\nHost Details\nAttended;User Name (Original Name);Email;Join Time;\
             Leave Time;Time in Session (minutes)\nAttendee Details\nYes;Anna;anna@example.org",
            6,
            "the headings of a section are missing",
        ),
        (
            "Attendee Report\nHost Details\nAttended;User Name (Original Name);Email;Join Time;\
             Time in Session (minutes);Is Guest\nYes;Anna;anna@example.org;10/08/2020 09:58 AM;33;No",
            4,
            "the column of the times of leaving is missing, or its heading is not known",
        ),
    ] {
        assert_eq!(refused(text), (line, reason.to_owned()), "{text}");
    }
}

#[test]
fn every_row_has_its_fate() {
    let heads = "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes);Guest;In Waiting Room\n";
    let nothing = "! None neither a time nor a length: nothing says that they were there";
    let shifted =
        |column| format!("! Some({column:?}) the cells of this row are not under their headings");
    for (row, expected) in [
        ("Anna;NA;;;;Yes;No", nothing.to_owned()),
        ("Anna;;--;--;--;Yes;No", nothing.to_owned()),
        ("Anna", nothing.to_owned()),
        ("Zoom Raum 3", nothing.to_owned()),
        ("Anna;NA;--;--;7;NA;NA", "Anna |  |  |  | 7".to_owned()),
        (
            "Anna;;10/08/2020 09:58 AM",
            "Anna |  | 10/08/2020 09:58 AM |  | ".to_owned(),
        ),
        (
            ";;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;No",
            " |  | 10/08/2020 09:58 AM | 10/08/2020 09:59 AM | 1".to_owned(),
        ),
        (
            "Anna;;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;JA",
            "- in the waiting room".to_owned(),
        ),
        (
            "Anna;;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;draußen",
            "! Some(\"In Waiting Room\") this is neither yes nor no".to_owned(),
        ),
        // A comma in a name without quotes, with and without an address.
        (
            "Muster; Anna;anna@example.org;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;No",
            shifted("Join Time"),
        ),
        (
            "Muster; Anna;;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;No",
            shifted("Duration (Minutes)"),
        ),
        // A lost cell.
        (
            "anna@example.org;10/08/2020 09:58 AM;10/08/2020 09:59 AM;1;Yes;No",
            shifted("User Email"),
        ),
        (
            "Anna;anna@example.org;10/08/2020 09:58 AM;1;Yes;No",
            shifted("Leave Time"),
        ),
        (
            "Anna;anna@example.org;10/08/2020 09:58 AM;10/08/2020 09:59 AM;Yes;No",
            shifted("Duration (Minutes)"),
        ),
        // Repeated headings.
        (heads.trim(), String::new()),
    ] {
        let before = format!("Björn;;{TIMES};Yes;No");
        let found = told_of(&format!("{heads}{before}\n{row}\n{before}\n"));
        let known = "Björn |  | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34";
        let mut all = vec![format!("3: {known}")];
        if !expected.is_empty() {
            all.push(format!("4: {expected}"));
        }
        all.push(format!("5: {known}"));
        assert_eq!(found, all, "{row}");
    }
}

#[test]
fn a_file_is_the_same_however_it_was_saved() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/zoom/zoom_meeting_2020_unique_with_info.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let expected = {
        let records = records_in(text.as_bytes());
        let log = read(&records).unwrap().unwrap();
        (told(&log), meetings(&log), log.columns)
    };
    let semicolons = text
        .replace(
            "\"go-cluster Herbsttreffen, Plenum\"",
            "go-cluster Herbsttreffen| Plenum",
        )
        .replace("\"Müller, Thomas\"", "Müller| Thomas")
        .replace(',', ";")
        .replace('|', ",");
    let tabs: Vec<u8> = semicolons
        .replace(';', "\t")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let padded: String = text.lines().map(|line| line.to_owned() + ",,,\n").collect();
    let marked = format!("\u{feff}{text}");
    for bytes in [
        semicolons.into_bytes(),
        tabs,
        padded.into_bytes(),
        marked.into_bytes(),
    ] {
        let records = records_in(&bytes);
        let log = read(&records).unwrap().unwrap();
        assert_eq!((told(&log), meetings(&log), log.columns), expected);
    }
}
