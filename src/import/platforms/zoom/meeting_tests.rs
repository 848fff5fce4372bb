//! Layouts of meetings for which there is no sample.

use super::super::Says;
use super::super::tests::records_of;
use super::read;
use super::tests::{TIMES, fields, lines, meetings, told};
use crate::import::Record;
use crate::import::platforms::tests::in_english;

#[test]
fn every_layout_of_a_meeting_is_read() {
    let start = "3: Anna | anna@example.org | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34";
    for (behind, row, expected) in [
        ("", "", "name email joined_at left_at duration"),
        (
            ";Attentiveness Score",
            ";98%",
            "name email joined_at left_at duration ignore",
        ),
        (
            ";Guest",
            ";Yes",
            "name email joined_at left_at duration ignore",
        ),
        (
            ";Recording Consent",
            ";Y",
            "name email joined_at left_at duration ignore",
        ),
        (
            ";Recording Consent",
            "",
            "name email joined_at left_at duration ignore",
        ),
        (
            ";Guest;Recording Consent",
            ";Yes",
            "name email joined_at left_at duration ignore ignore",
        ),
        (
            ";Guest;In Waiting Room",
            ";Yes;No",
            "name email joined_at left_at duration ignore status",
        ),
        (
            ";Guest;Recording Disclaimer Response;In Waiting Room",
            ";Yes;;No;;",
            "name email joined_at left_at duration ignore ignore status",
        ),
        (
            ";Guest;Einrichtung;Lieblingsfarbe;;",
            ";Yes;;grün",
            "name email joined_at left_at duration ignore organisation answer",
        ),
    ] {
        for heads in [
            "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes)",
            "User Name (Original Name);Email;Join time;Leave time;Duration (minutes)",
            "Name;User Email;Join Time;Leave Time;Duration (Minutes)",
        ] {
            let records = lines(&format!(
                "{heads}{behind}\nAnna;anna@example.org;{TIMES}{row}\n"
            ));
            let log = read(&records).unwrap().unwrap();
            assert_eq!(told(&log), [start], "{heads}{behind}");
            assert_eq!(fields(&log), expected, "{heads}{behind}");
            assert_eq!((log.family, log.notes.len()), ("zoom-meeting", 0));
        }
    }
}

#[test]
fn every_layout_of_unique_users_is_read() {
    for heads in [
        "Name (Original Name);User Email;Total Duration (Minutes);Guest",
        "Name (original name);Email;Total duration (minutes)",
        "Name;User Email;Total Duration (Minutes);Guest",
        "Name (ursprünglicher Name);E-Mail;Gesamtdauer (Minuten);Gast",
        "Nazwa (oryginalna nazwa);Adres;Razem (minuty);Gość",
    ] {
        let records = lines(&format!(
            "{heads}\nAnna;anna@example.org;75;\n4930****1;;1\n"
        ));
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            told(&log),
            [
                "3: Anna | anna@example.org |  |  | 75",
                "4: 4930****1 |  |  |  | 1"
            ],
            "{heads}"
        );
        assert_eq!(log.family, "zoom-unique-users");
    }
}

#[test]
fn a_meeting_in_japanese_is_read_by_its_words() {
    let records = records_of("zoom_more/zoom_meeting_ja.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "2: 佐藤 花子 | hanako.sato@example.org | 2020/10/8 9:47 | 2020/10/8 12:06 | 140",
            "3: Klara (鈴木 クララ) |  | 2020/10/8 9:58 | 2020/10/8 10:31 | 34",
            "4: Klara (鈴木 クララ) |  | 2020/10/8 10:33 | 2020/10/8 12:00 | 88",
        ]
    );
    assert_eq!(in_english(&log.notes), [""; 0]);
}

#[test]
fn a_meeting_in_an_unknown_language_is_read_by_its_shape() {
    let records = records_of("zoom_more/zoom_meeting_pl_unknown_words.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "5: Ewa Nowak | ewa.nowak@klaster.example.org | 08.10.2020 09:47:12 | 08.10.2020 12:06:40 | 140",
            "6: - in the waiting room",
            "7: Piotr Zieliński | piotr@maszyny.example.com | 08.10.2020 09:52:10 | 08.10.2020 12:00:00 | 128",
            "8: Telefon 1 |  | 08.10.2020 10:04:30 | 08.10.2020 11:20:15 | 76",
        ]
    );
    assert_eq!(
        meetings(&log),
        ["Jesienne spotkanie, plenum | 08.10.2020 09:47:12 | 08.10.2020 12:06:40"]
    );
    assert_eq!(
        fields(&log),
        "name email joined_at left_at duration ignore ignore status"
    );
    assert_eq!(log.notes.len(), 1);

    let records = records_of("zoom_more/zoom_meeting_xx_nothing_known.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "2: Freja Holm | freja.holm@maritim.example.net | 08-10-2020 09:47:12 | 08-10-2020 12:06:40 | 140",
            "3: Mads |  | 08-10-2020 10:02:14 | 08-10-2020 11:15:00 | 73",
        ]
    );
    assert_eq!((log.family, log.notes.len()), ("zoom-meeting", 1));
}

#[test]
fn a_german_portal_report_that_a_spreadsheet_saved_is_read() {
    let records = records_of("zoom_more/zoom_meeting_de_portal_resaved.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "5: Clara Goldbach | clara.goldbach@go-buero.example.org | 08.10.2020 09:47 | 08.10.2020 12:06 | 140",
            "6: - in the waiting room",
            "7: Mia Sommer | mia.sommer@labor.example.net | 08.10.2020 09:52 | 08.10.2020 12:00 | 129",
            "8: iPhone (Karl Beispiel) |  | 08.10.2020 10:02 | 08.10.2020 11:15 | 73",
        ]
    );
    assert_eq!(
        meetings(&log),
        ["Herbsttreffen, Plenum | 08.10.2020 09:47 | 08.10.2020 12:06"]
    );
    assert_eq!(in_english(&log.notes), [""; 0]);
}

#[test]
fn a_wait_at_the_door_is_no_stay_and_the_last_line_is_nobody() {
    let records = records_of("zoom_more/zoom_meeting_2023_waiting_room.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "5: Clara Goldbach | clara.goldbach@go-buero.example.org | 10/08/2020 01:58:00 PM | 10/08/2020 02:58:10 PM | 61",
            "6: - in the waiting room",
            "7: Karl Beispiel |  | 10/08/2020 02:00:30 PM | 10/08/2020 02:58:00 PM | 58",
            "8: priya (she/her) |  | 10/08/2020 02:03:00 PM | 10/08/2020 02:57:00 PM | 54",
        ]
    );
    assert_eq!(
        meetings(&log),
        ["Breakout B | 10/08/2020 01:58:00 PM | 10/08/2020 02:58:10 PM"]
    );
}

#[test]
fn a_list_of_many_meetings_gives_each_its_people() {
    let records = records_of("zoom_more/zoom_dashboard.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        meetings(&log),
        [
            "Plenum | 08/10/2020 09:47 | 08/10/2020 12:06",
            "Bar | 08/10/2020 19:00 | 08/10/2020 20:30",
            "Breakout B | 08/10/2020 14:00 | 08/10/2020 15:00",
        ]
    );
    assert_eq!(
        told(&log),
        [
            "2: Clara Goldbach | clara.goldbach@go-buero.example.org | 08/10/2020 09:47 | 08/10/2020 12:06 | 140",
            "3: Mia Sommer | mia.sommer@labor.example.net | 08/10/2020 09:58 | 08/10/2020 11:58 | 121",
            "4: Mia Sommer | mia.sommer@labor.example.net | 08/10/2020 19:02 | 08/10/2020 20:30 | 88",
            "5: - in the waiting room",
            "6: iPad von Karin |  | 08/10/2020 10:02 | 08/10/2020 11:15 | 73",
        ]
    );
    let places: Vec<Option<usize>> = log
        .lines
        .iter()
        .map(|line| match &line.says {
            Says::Stay(stay) => Some(stay.meeting),
            _ => None,
        })
        .collect();
    assert_eq!(places, [Some(0), Some(0), Some(1), None, Some(0)]);
    assert_eq!(log.family, "zoom-dashboard");

    let header = [Record::new(1, records[0].cells())];
    let log = read(&header).unwrap().unwrap();
    assert_eq!(
        (log.lines.len(), meetings(&log)),
        (0, vec![" |  | ".to_owned()])
    );
}

#[test]
fn the_meeting_above_the_table_is_nobody_and_may_be_incomplete() {
    let table = format!(
        "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes)\n\
         Anna;anna@example.org;{TIMES}\n"
    );
    let stay = "Anna | anna@example.org | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34";
    for (above, line, meeting) in [
        (
            ";Meeting ID;Topic;Start Time;End Time;User Email;Duration (Minutes);Participants\n\
             ;912;Plenum;10/08/2020 09:47 AM;10/08/2020 12:06 PM;c@example.org;140;3\n\n",
            6,
            "Plenum | 10/08/2020 09:47 AM | 10/08/2020 12:06 PM",
        ),
        // In an unknown language, with an unnamed column.
        (
            "Aa;Bb;Cc;Dd;Ee;Ff;Gg;\n\
             912 3456 7890;Plenum;10/08/2020 09:47 AM;10/08/2020 12:06 PM;c@example.org;140;3;\n",
            5,
            "Plenum | 10/08/2020 09:47 AM | 10/08/2020 12:06 PM",
        ),
        (
            "Meeting-ID;Thema;Xx;Yy;Zz;Dauer (Minuten);Teilnehmer\n\
             912 3456 7890;Plenum;10/08/2020 09:47 AM;10/08/2020 12:06 PM;c@example.org;140;3\n",
            5,
            "Plenum | 10/08/2020 09:47 AM | 10/08/2020 12:06 PM",
        ),
        (
            "Topic;ID;Host;Duration (minutes);Participants\n",
            4,
            " |  | ",
        ),
        (
            "Plenum am Donnerstag\nTopic;ID;Host;Start time\nPlenum;912;C (c@example.org);10/08/2020 09:47 AM\n",
            6,
            "Plenum | 10/08/2020 09:47 AM | ",
        ),
        ("Teilnehmerliste Plenum\n", 4, " |  | "),
    ] {
        let records = lines(&format!("{above}{table}"));
        let log = read(&records).unwrap().unwrap();
        assert_eq!(told(&log), [format!("{line}: {stay}")], "{above}");
        assert_eq!(meetings(&log), [meeting], "{above}");
    }
}

#[test]
fn two_reports_in_one_file_are_two_meetings() {
    let heads = "Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes)";
    let other = "Name (original name);Email;Total duration (minutes);Guest";
    for above in [
        "Meeting ID;Topic;Start Time;End Time;User Email;Duration (Minutes);Participants",
        "Aa;Bb;Cc;Dd;Ee;Ff;Gg",
    ] {
        let meeting = |title| {
            format!(
                "{above}\n91234567890;{title};10/08/2020 09:47 AM;10/08/2020 12:06 PM;c@example.org;140;1\n"
            )
        };
        let text = format!(
            "{}{heads}\nAnna;;{TIMES}\n\n{}{other}\nBjörn;;7;No\n{heads}\nAnna;;{TIMES}\n",
            meeting("Plenum"),
            meeting("Bar")
        );
        let records = lines(&text);
        let log = read(&records).unwrap().unwrap();
        let anna = "Anna |  | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34";
        assert_eq!(
            told(&log),
            [
                format!("5: {anna}"),
                "10: Björn |  |  |  | 7".to_owned(),
                format!("12: {anna}")
            ]
        );
        assert_eq!(
            meetings(&log),
            [
                "Plenum | 10/08/2020 09:47 AM | 10/08/2020 12:06 PM",
                "Bar | 10/08/2020 09:47 AM | 10/08/2020 12:06 PM"
            ]
        );
        let places: Vec<usize> = log
            .lines
            .iter()
            .filter_map(|line| match &line.says {
                Says::Stay(stay) => Some(stay.meeting),
                _ => None,
            })
            .collect();
        assert_eq!(places, [0, 1, 1]);
    }
}
