use super::super::tests::records_of;
use super::tests::{assert_fixture, columns, log, told};

/// The lines of the reports of 2024 and 2025, which differ in the words for lengths alone.
fn usual(lengths: [&str; 6]) -> Vec<String> {
    let mut expected: Vec<String> = (11..=15)
        .map(|line| format!("{line} nothing: summed up: its stays are listed one by one"))
        .collect();
    let stays = [
        "19 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/20, 9:47:12 AM | 10/8/20, 12:06:40 PM",
        "20 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 10/8/20, 9:58:03 AM | 10/8/20, 10:31:20 AM",
        "21 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 10/8/20, 10:33:05 AM | 10/8/20, 12:00:44 PM",
        "22 Jörg Weiß | joerg.weiss@photonik-sued.example.org | 10/8/20, 9:59:41 AM | 10/8/20, 12:01:02 PM",
        "23 Björn Åkesson (Guest) |  | 10/8/20, 10:03:00 AM | 10/8/20, 11:59:59 AM",
        "24 Thomas Müller | t.mueller@auto-mitte.example.org | 10/8/20, 10:00:01 AM | 10/8/20, 10:00:38 AM",
    ];
    expected.extend(
        stays
            .iter()
            .zip(lengths)
            .map(|(stay, length)| format!("{stay} | {length}")),
    );
    expected
}

#[test]
fn the_english_report_in_sections() {
    let path = "teams/teams_report_2024_sections_en_us.csv";
    let records = records_of(path);
    let log = log(&records);
    assert_eq!(log.family, "teams-report");
    let lengths = [
        "2h 19m 28s",
        "33m 17s",
        "1h 27m 39s",
        "2h 1m 21s",
        "1h 56m 59s",
        "37s",
    ];
    assert_eq!(told(&log), usual(lengths));
    let [meeting] = &log.meetings[..] else {
        panic!()
    };
    assert_eq!(meeting.title, "go-cluster Herbsttreffen");
    assert_eq!(meeting.start, "10/8/20, 9:47:12 AM");
    assert_eq!(meeting.end, "10/8/20, 12:06:40 PM");
    assert!(!log.utc && log.order.is_none());
    assert_eq!(
        columns(&log),
        [
            "Name=name",
            "Join Time=joined_at",
            "Leave Time=left_at",
            "Duration=duration",
            "Email=email",
            "Role=ignore",
        ]
    );
}

#[test]
fn the_polish_report_padded_by_a_spreadsheet() {
    let records = records_of("teams/teams_report_2025_pl_headers_us_dates_trailing_tabs.csv");
    let log = log(&records);
    let lengths = [
        "2 godz. 19 min 28 s",
        "33 min 17 s",
        "1 godz. 27 min 39 s",
        "2 godz. 1 min 21 s",
        "1 godz. 56 min 59 s",
        "37 s",
    ];
    assert_eq!(told(&log), usual(lengths));
    assert_eq!(log.meetings[0].title, "go-cluster Herbsttreffen");
    assert_eq!(log.meetings[0].start, "10/8/20, 9:47:12 AM");
    assert_eq!(log.meetings[0].end, "10/8/20, 12:06:40 PM");
    assert_eq!(
        columns(&log),
        [
            "Imię i nazwisko=name",
            "Godzina dołączenia=joined_at",
            "Godzina opuszczenia=left_at",
            "Czas trwania=duration",
            "Adres e-mail=email",
            "Rola=ignore",
        ]
    );
}

#[test]
fn the_report_of_2026_with_a_section_3_that_is_not_whole() {
    let path = "teams/teams_report_2026_four_sections_engagement.csv";
    assert_fixture(
        path,
        "teams-report",
        &[
            "12 nothing: summed up: its stays are listed one by one",
            "13 Müller-Lüdenscheidt, Anna (External) | anna.mueller@biocluster-nord.example.org | 10/8/20, 9:58:03 AM | 10/8/20, 12:00:44 PM | 2h 56s",
            "14 Björn Åkesson (Unverified) |  | 10/8/20, 10:03:00 AM | 10/8/20, 10:40:00 AM | 37m",
            "15 Björn Åkesson (Unverified) |  | 10/8/20, 10:42:00 AM | 10/8/20, 11:59:59 AM | 1h 17m 59s",
            "16 493055500123 (Unverified) |  | 10/8/20, 10:04:30 AM | 10/8/20, 11:20:15 AM | 1h 15m 45s",
            "17 [Photonik Süd] Jörg Weiß (Unverified) |  | 10/8/20, 9:59:41 AM | 10/8/20, 12:01:02 PM | 2h 1m 21s",
            "18 Dupré, Élodie | elodie.dupre@optique-est.example.com |  | 10/8/20, 12:00:58 PM | 1h 55m",
            "19 wrong: neither a time nor a length: nothing says that they were there",
            "23 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/20, 9:47:12 AM | 10/8/20, 12:06:40 PM | 2h 19m 28s",
        ],
    );
    let records = records_of(path);
    let log = log(&records);
    // A line break in its cell is a blank of the title.
    assert_eq!(
        log.meetings[0].title,
        "go-cluster Herbsttreffen (Plenum, 8. Oktober 2020)"
    );
    assert_eq!(log.meetings[0].start, "10/8/20, 9:47:12 AM");
    assert_eq!(log.meetings[0].end, "10/8/20, 12:06:40 PM");
}
