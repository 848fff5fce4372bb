use super::super::tests::{records_in, records_of};
use super::tests::{assert_fixture, assert_text, columns, log, refusal, told};

/// The lines of the reports of 2024 and 2025, which only differ in the words for lengths.
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
    // A line break in its cell becomes a space of the title.
    assert_eq!(
        log.meetings[0].title,
        "go-cluster Herbsttreffen (Plenum, 8. Oktober 2020)"
    );
    assert_eq!(log.meetings[0].start, "10/8/20, 9:47:12 AM");
    assert_eq!(log.meetings[0].end, "10/8/20, 12:06:40 PM");
}

#[test]
fn the_german_report_whatever_its_bytes_are() {
    let mut expected: Vec<String> = (11..=16)
        .map(|line| format!("{line} nothing: summed up: its stays are listed one by one"))
        .collect();
    expected.extend(
        [
            "20 Clara Goldbach | clara.goldbach@go-buero.example.org | 08.10.20, 09:47:12 | 08.10.20, 12:06:40 | 2 Std. 19 Min. 28 Sek.",
            "21 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 08.10.20, 09:58:03 | 08.10.20, 10:31:20 | 33 Min. 17 Sek.",
            "22 Müller-Lüdenscheidt, Anna | anna.mueller@biocluster-nord.example.org | 08.10.20, 10:33:05 | 08.10.20, 12:00:44 | 1 Std. 27 Min. 39 Sek.",
            "23 Björn Åkesson (Gast) |  | 08.10.20, 10:03:00 | 08.10.20, 10:40:00 | 37 Min.",
            "24 Björn Åkesson (Gast) |  | 08.10.20, 10:42:00 | 08.10.20, 11:59:59 | 1 Std. 17 Min. 59 Sek.",
            "25 Müller, Thomas | t.mueller@auto-mitte.example.org | 08.10.20, 10:00:01 | 08.10.20, 10:00:38 | 37 Sek.",
            "26 Müller, Thomas | thomas.mueller@energie-nord.example.org | 08.10.20, 10:01:00 | 08.10.20, 12:00:30 | 1 Std. 59 Min. 30 Sek.",
        ]
        .map(str::to_owned),
    );
    for name in [
        "report_de",
        "report_de_utf16be",
        "report_de_resaved_comma",
        "report_de_resaved_semicolon_cp1252",
    ] {
        let records = records_of(&format!("teams_more/{name}.csv"));
        let log = log(&records);
        assert_eq!(told(&log), expected, "{name}");
        let [meeting] = &log.meetings[..] else {
            panic!()
        };
        assert_eq!(meeting.title, "go-cluster Herbsttreffen", "{name}");
        assert_eq!(meeting.start, "08.10.20, 09:47:12", "{name}");
        assert_eq!(meeting.end, "08.10.20, 12:06:40", "{name}");
        assert_eq!(log.columns.len(), 6, "{name}");
    }
}

#[test]
fn the_portuguese_report() {
    assert_fixture(
        "teams_more/report_pt.csv",
        "teams-report",
        &[
            "11 nothing: summed up: its stays are listed one by one",
            "12 nothing: summed up: its stays are listed one by one",
            "16 Clara Goldbach | clara.goldbach@go-buero.example.org | 08/10/20, 09:47:12 | 08/10/20, 12:06:40 | 2 h 19 min 28 s",
            "17 Inês Carvalhal | ines.carvalhal@rede-norte.example.com | 08/10/20, 09:58:03 | 08/10/20, 10:31:20 | 33 min 17 s",
            "18 Inês Carvalhal | ines.carvalhal@rede-norte.example.com | 08/10/20, 10:33:05 | 08/10/20, 12:00:44 | 1 h 27 min 39 s",
        ],
    );
}

#[test]
fn the_report_of_2022_says_that_its_times_are_utc() {
    let records = records_of("teams_more/report_utc.csv");
    let log = log(&records);
    assert!(log.utc);
    assert_eq!(
        told(&log),
        [
            "11 nothing: summed up: its stays are listed one by one",
            "12 nothing: summed up: its stays are listed one by one",
            "16 GOLDBACH CLARA (EXT) | clara.goldbach@go-buero.example.org | 08/10/20, 07:47:12 | 08/10/20, 10:06:40 | 2h 19m 28s",
            "17 Weiß, Jörg | joerg.weiss@photonik-sued.example.org | 08/10/20, 07:59:41 | 08/10/20, 10:01:02 | 2h 1m 21s",
        ]
    );
    assert_eq!(log.meetings[0].start, "08/10/20, 07:47:12");
    assert_eq!(
        columns(&log)[..3],
        [
            "Name=name",
            "Join time (UTC)=joined_at",
            "Leave time (UTC)=left_at"
        ]
    );
}

#[test]
fn a_webinar_gives_the_address_somebody_registered_with() {
    let path = "teams_more/report_webinar.csv";
    assert_fixture(
        path,
        "teams-report",
        &[
            "12 nothing: summed up: its stays are listed one by one",
            "13 nothing: summed up: its stays are listed one by one",
            "14 Élodie Dupré | elodie.dupre@optique-est.example.com | 10/8/20, 10:00:10 AM | 10/8/20, 12:00:58 PM | 2h 48s",
            "18 Clara Goldbach | clara.goldbach@go-buero.example.org | 10/8/20, 9:47:12 AM | 10/8/20, 12:06:40 PM | 2h 19m 28s",
            "19 Björn Åkesson (Unverified) | bjorn.akesson@kluster-nord.example.com | 10/8/20, 10:03:00 AM | 10/8/20, 10:40:00 AM | 37m",
            "20 Björn Åkesson (Unverified) | bjorn.akesson@kluster-nord.example.com | 10/8/20, 10:57:00 AM | 10/8/20, 11:59:59 AM | 1h 2m 59s",
        ],
    );
    let records = records_of(path);
    assert_eq!(log(&records).meetings[0].title, "go-cluster Webinar");
}

const TOP: &str = "1. Summary\nMeeting title\tPlenary\nAttended participants\t2\nStart time\t10/8/20, \
                   9:47:12 AM\nEnd time\t10/8/20, 12:06:40 PM\n\n";
const PEOPLE: &str = "2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting \
                      Duration\tEmail\tParticipant ID (UPN)\tRole\n";
const STAYS: &str =
    "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n";
const ANNA: &str = "Anna Muster\t10/8/20, 9:50:00 AM\t10/8/20, 10:50:00 AM\t1h\tanna@example.org\tanna@example.org\tAttendee\n";
const ANNA_ONCE: &str =
    "Anna Muster\t10/8/20, 9:50:00 AM\t10/8/20, 10:50:00 AM\t1h\tanna@example.org\tAttendee\n";

#[test]
fn without_stays_in_section_3_the_people_of_section_2_were_there() {
    let anna = "9 Anna Muster | anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h";
    for rest in [
        "",
        "3. In-Meeting Activities\n",
        STAYS,
        "4. Meeting Engagement\nName\tEngagement Type\tTime\nAnna Muster\tUnmute\t10/8/20, 9:50:11 AM\n",
        "3. Meeting Engagement\nName\tEngagement Type\tTime\nAnna Muster\tUnmute\t10/8/20, 9:50:11 AM\n",
    ] {
        let text = format!("{TOP}{PEOPLE}{ANNA}{rest}");
        assert_text(&text, &[anna]);
        let records = records_in(text.as_bytes());
        assert_eq!(columns(&log(&records))[1], "First Join=joined_at", "{rest}");
    }
}

#[test]
fn a_report_without_rows_is_a_meeting_without_people() {
    for text in [
        format!("{TOP}{PEOPLE}"),
        format!("{TOP}{PEOPLE}\n{STAYS}"),
        format!("{TOP}2. Participants\n{STAYS}"),
    ] {
        assert_text(&text, &[]);
    }
}

#[test]
fn a_report_cut_off_before_its_people_is_refused() {
    let reason = "the table of the participants, section 2, is missing".to_owned();
    for text in [
        "1. Summary\n".to_owned(),
        TOP.to_owned(),
        format!("{TOP}2. Participants\n"),
        format!("{TOP}2. Participants\n3. In-Meeting Activities\n"),
    ] {
        assert_eq!(refusal(&text), (None, reason.clone()), "{text}");
    }
}

#[test]
fn a_table_without_a_necessary_column_is_refused() {
    let without_leave = "2. Participants\nName\tFirst Join\tEmail\n";
    assert_eq!(
        refusal(&format!("{TOP}{without_leave}")),
        (
            Some(8),
            "the column of the times of leaving is missing".to_owned()
        )
    );
    let without_times = "3. In-Meeting Activities\nName\tDuration\tEmail\tRole\n";
    assert_eq!(
        refusal(&format!("{TOP}{PEOPLE}{ANNA}{without_times}")),
        (
            Some(11),
            "the column of the times of joining and the column of the times of leaving are missing"
                .to_owned()
        )
    );
    assert_eq!(
        refusal(&format!("{TOP}2. Participants\n{ANNA}")),
        (Some(8), "the row of the headings is missing".to_owned())
    );
    assert_eq!(
        refusal(&format!("{TOP}2. Participants\nQa\tQb\tQc\tQd\n{ANNA}")),
        (
            Some(8),
            "the columns have unknown headings and are not in the order of Teams".to_owned()
        )
    );
}

#[test]
fn missing_and_additional_columns_that_are_not_necessary() {
    assert_text(
        &format!(
            "{TOP}2. Participants\nNo.\tLast Leave\tFirst Join\tName\n\
             1\t10/8/20, 10:50:00 AM\t10/8/20, 9:50:00 AM\tAnna Muster\n"
        ),
        &["9 Anna Muster |  | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | "],
    );
    // If section 3 has no addresses, they come from section 2, unless two people have the name.
    let stays = "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\n\
                 Anna Muster\t10/8/20, 9:50:00 AM\t10/8/20, 10:50:00 AM\t1h\n";
    assert_text(
        &format!("{TOP}{PEOPLE}{ANNA}{stays}"),
        &[
            "9 nothing: summed up: its stays are listed one by one",
            "12 Anna Muster | anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h",
        ],
    );
}

#[test]
fn somebody_with_stays_needs_no_times_in_section_2() {
    let text =
        format!("{TOP}{PEOPLE}Anna Muster\t\t\t\tAnna@example.org\t\tAttendee\n{STAYS}{ANNA_ONCE}");
    assert_text(
        &text,
        &[
            "9 nothing: summed up: its stays are listed one by one",
            "12 Anna Muster | anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h",
        ],
    );
}

#[test]
fn a_guest_with_more_rows_in_section_2_loses_none() {
    let guest = |joined: &str, left: &str, rest: &str| {
        format!("Guest\t10/8/20, {joined} AM\t10/8/20, {left} AM\t5m\t{rest}\n")
    };
    let text = format!(
        "{TOP}{PEOPLE}{}{}{STAYS}{}",
        guest("10:00:00", "10:05:00", "\t\tAttendee"),
        guest("11:00:00", "11:05:00", "\t\tAttendee"),
        guest("10:00:00", "10:05:00", "\tAttendee"),
    );
    assert_text(
        &text,
        &[
            "9 nothing: summed up: its stays are listed one by one",
            "10 Guest |  | 10/8/20, 11:00:00 AM | 10/8/20, 11:05:00 AM | 5m",
            "13 Guest |  | 10/8/20, 10:00:00 AM | 10/8/20, 10:05:00 AM | 5m",
        ],
    );
}

#[test]
fn namesakes_are_told_apart_by_their_addresses() {
    let other = ANNA.replace("anna@", "other.anna@");
    assert_text(
        &format!("{TOP}{PEOPLE}{ANNA}{other}{STAYS}{ANNA_ONCE}"),
        &[
            "9 nothing: summed up: its stays are listed one by one",
            "10 Anna Muster | other.anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h",
            "13 Anna Muster | anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h",
        ],
    );
}

#[test]
fn somebody_called_like_a_section_is_somebody() {
    let text = format!("{TOP}{PEOPLE}3. Vorsitzende\n{ANNA}");
    assert_text(
        &text,
        &[
            "9 wrong: neither a time nor a length: nothing says that they were there",
            "10 Anna Muster | anna@example.org | 10/8/20, 9:50:00 AM | 10/8/20, 10:50:00 AM | 1h",
        ],
    );
}

#[test]
fn tables_of_different_zones_are_refused() {
    let utc = PEOPLE
        .replace("First Join", "First Join (UTC)")
        .replace("Last Leave", "Last Leave (UTC)");
    let same = format!("{TOP}{utc}{ANNA}{STAYS}{ANNA_ONCE}");
    let records = records_in(same.as_bytes());
    assert!(log(&records).utc);
    let other = ANNA_ONCE.replace("9:50", "11:50").replace("10:50", "12:50");
    assert_eq!(
        refusal(&format!("{TOP}{utc}{ANNA}{STAYS}{other}")),
        (
            Some(11),
            "one of its tables says UTC and the other does not, and their times differ".to_owned()
        )
    );
}
