use super::super::tests::records_of;
use super::tests::{assert_fixture, assert_text, columns, log, told};

#[test]
fn the_american_list() {
    let expected = [
        "2 Clara Goldbach |  | 10/8/2020, 9:47:12 AM |  | ",
        "3 Müller-Lüdenscheidt, Anna |  | 10/8/2020, 9:58:03 AM | 10/8/2020, 10:31:20 AM | ",
        "4 part of 3",
        "5 Müller-Lüdenscheidt, Anna |  | 10/8/2020, 10:33:05 AM |  | ",
        "6 Jörg Weiß |  | 10/8/2020, 9:47:12 AM | 10/8/2020, 12:01:02 PM |  (before)",
        "7 part of 6",
        "8 Björn Åkesson (Guest) |  | 10/8/2020, 10:03:00 AM | 10/8/2020, 11:59:59 AM | ",
        "9 part of 8",
        "10 Dupré, Élodie |  |  | 10/8/2020, 10:00:58 AM | ",
        "11 Dupré, Élodie |  | 10/8/2020, 10:01:10 AM |  | ",
    ];
    for path in [
        "teams/teams_list_2020_en_us.csv",
        "teams/teams_list_utf8_resaved.csv",
    ] {
        assert_fixture(path, "teams-list", &expected);
    }
    let records = records_of("teams/teams_list_2020_en_us.csv");
    let log = log(&records);
    assert_eq!(
        columns(&log),
        [
            "Full Name=name",
            "User Action=status",
            "Timestamp=joined_at"
        ]
    );
    assert_eq!((log.utc, log.order), (false, None));
    assert_eq!(log.meetings, [super::super::RawMeeting::default()]);
    assert_eq!(log.notes, [""; 0]);
}

#[test]
fn the_british_and_the_german_list() {
    let expected = |guest: &str, date: &str| {
        vec![
            format!("2 Clara Goldbach |  | {date}, 09:47:12 |  | "),
            format!("3 Müller-Lüdenscheidt, Anna |  | {date}, 09:58:03 | {date}, 10:31:20 | "),
            "4 part of 3".to_owned(),
            format!("5 Müller-Lüdenscheidt, Anna |  | {date}, 10:33:05 |  | "),
            format!("6 Jörg Weiß |  | {date}, 09:47:12 | {date}, 12:01:02 |  (before)"),
            "7 part of 6".to_owned(),
            format!("8 Björn Åkesson {guest} |  | {date}, 10:03:00 | {date}, 11:59:59 | "),
            "9 part of 8".to_owned(),
            format!("10 Dupré, Élodie |  |  | {date}, 10:00:58 | "),
            format!("11 Dupré, Élodie |  | {date}, 10:01:10 |  | "),
        ]
    };
    let british = records_of("teams/teams_list_2020_en_gb.csv");
    assert_eq!(told(&log(&british)), expected("(Guest)", "08/10/2020"));
    let german = records_of("teams/teams_list_2020_de_INFERRED.csv");
    assert_eq!(told(&log(&german)), expected("(Gast)", "8.10.2020"));
}

#[test]
fn a_list_without_rows_is_a_list() {
    assert_fixture("teams/teams_list_header_only.csv", "teams-list", &[]);
    assert_text("Vollständiger Name;Benutzeraktion;Zeitstempel\n", &[]);
}
