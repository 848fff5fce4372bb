use super::super::tests::records_of;
use super::tests::{assert_fixture, assert_text, columns, log, refusal, told};
use crate::import::platforms::tests::in_english;

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
    assert_eq!(in_english(&log.notes), [""; 0]);
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

#[test]
fn the_spanish_list() {
    assert_fixture(
        "teams_more/list_es.csv",
        "teams-list",
        &[
            "2 Clara Goldbach |  | 8/10/2020 9:47:12 | 8/10/2020 12:06:40 | ",
            "3 Inés Calderón |  | 8/10/2020 9:58:03 | 8/10/2020 10:31:20 | ",
            "4 part of 3",
            "5 Inés Calderón |  | 8/10/2020 10:33:05 |  | ",
            "6 Jörg Weiß |  | 8/10/2020 9:47:12 | 8/10/2020 12:01:02 |  (before)",
            "7 part of 6",
            "8 part of 2",
        ],
    );
}

#[test]
fn the_polish_list() {
    assert_fixture(
        "teams_more/list_pl.csv",
        "teams-list",
        &[
            "2 Clara Goldbach |  | 8.10.2020, 09:47:12 | 8.10.2020, 12:06:40 | ",
            "3 Wójcik, Katarzyna |  | 8.10.2020, 09:47:12 | 8.10.2020, 11:02:00 |  (before)",
            "4 part of 3",
            "5 Wójcik, Katarzyna |  | 8.10.2020, 11:05:09 |  | ",
            "6 part of 2",
        ],
    );
}

#[test]
fn a_list_in_an_unknown_language_is_read_by_who_does_what_first() {
    assert_fixture(
        "teams_more/list_unknown_language.csv",
        "teams-list",
        &[
            "2 Clara Goldbach |  | 8. 10. 2020 9:47:12 | 8. 10. 2020 12:06:40 | ",
            "3 Anna Müller-Lüdenscheidt |  | 8. 10. 2020 9:58:03 | 8. 10. 2020 10:31:20 | ",
            "4 part of 3",
            "5 Anna Müller-Lüdenscheidt |  | 8. 10. 2020 10:33:05 |  | ",
            "6 Jörg Weiß |  | 8. 10. 2020 9:47:12 | 8. 10. 2020 12:01:02 |  (before)",
            "7 part of 6",
            "8 Björn Åkesson |  | 8. 10. 2020 10:03:00 | 8. 10. 2020 11:59:59 | ",
            "9 part of 8",
            "10 Élodie Dupré |  |  | 8. 10. 2020 10:00:58 | ",
            "11 Élodie Dupré |  | 8. 10. 2020 10:01:10 |  | ",
            "12 part of 2",
        ],
    );
}

#[test]
fn words_that_cannot_be_told_are_refused() {
    let reason = "it is not certain which words in `User Action` mean joining and which leaving";
    for rows in [
        // Everybody has both words once: either may mean either.
        "A A\tVaft\t8/10/2020 9:47:12\nB B\tKlem\t8/10/2020 9:48:12\n",
        // A single word is inconclusive.
        "A A\tVaft\t8/10/2020 9:47:12\nB B\tVaft\t8/10/2020 9:48:12\n",
        // Two people are too few.
        "A A\tVaft\t8/10/2020 9:47:12\nA A\tKlem\t8/10/2020 9:48:12\nB B\tVaft\t8/10/2020 \
         9:47:12\nB B\tKlem\t8/10/2020 9:48:12\n",
        // As many come first with one word as with the other.
        "A A\tVaft\t8/10/2020 9:47\nA A\tKlem\t8/10/2020 9:48\nB B\tVaft\t8/10/2020 9:47\nB B\tKlem\t\
         8/10/2020 9:48\nC C\tKlem\t8/10/2020 9:47\nC C\tVaft\t8/10/2020 9:48\nD D\tKlem\t8/10/2020 \
         9:47\nD D\tVaft\t8/10/2020 9:48\n",
    ] {
        let text = format!("Full Name\tUser Action\tTimestamp\n{rows}");
        assert_eq!(refusal(&text), (Some(1), reason.to_owned()), "{rows}");
    }
}

#[test]
fn an_unknown_word_for_before_is_told_by_its_place() {
    // Real German files may have a different word from the expected one.
    assert_text(
        "Vollständiger Name\tBenutzeraktion\tZeitstempel\n\
         A A\tWar schon da\t8.10.2020, 09:47:12\n\
         A A\tVerlassen\t8.10.2020, 09:58:03\n\
         A A\tBeigetreten\t8.10.2020, 10:00:00\n\
         B B\tBeigetreten\t8.10.2020, 10:00:00\n\
         B B\tStummgeschaltet\t8.10.2020, 10:01:00\n",
        &[
            "2 wrong, Benutzeraktion: neither a coming nor a leaving",
            "3 A A |  |  | 8.10.2020, 09:58:03 | ",
            "4 A A |  | 8.10.2020, 10:00:00 |  | ",
            "5 B B |  | 8.10.2020, 10:00:00 |  | ",
            "6 wrong, Benutzeraktion: neither a coming nor a leaving",
        ],
    );
    assert_text(
        "Vollständiger Name\tBenutzeraktion\tZeitstempel\n\
         A A\tWar schon da\t8.10.2020, 09:47:12\n\
         A A\tVerlassen\t8.10.2020, 09:58:03\n\
         B B\tBeigetreten\t8.10.2020, 10:00:00\n",
        &[
            "2 A A |  | 8.10.2020, 09:47:12 | 8.10.2020, 09:58:03 |  (before)",
            "3 part of 2",
            "4 B B |  | 8.10.2020, 10:00:00 |  | ",
        ],
    );
}

#[test]
fn marks_blanks_and_odd_rows_of_a_list() {
    assert_text(
        "\u{feff}\u{feff}Full Name;User Action;Timestamp;;\n\
         Anna Muster  (Unverified);Joined;2/1/25, 9:04:01\u{202f}pm;;\n\
         Anna Muster (Unverified);Left;2/1/25, 9:14:01\u{202f}pm\n\
         ;Joined;2/1/25, 9:04:01 pm;;\n\
         Bert Muster;;2/1/25, 9:04:01 pm;;\n\
         \" 493055500123 (Unverified)\";Joined;2/1/25, 9:05:00 pm;;\n\
         Carla Muster;Joined\n",
        &[
            "2 Anna Muster  (Unverified) |  | 2/1/25, 9:04:01\u{202f}pm | 2/1/25, 9:14:01\u{202f}pm | ",
            "3 part of 2",
            "4 wrong, Full Name: the name is missing",
            "5 wrong, User Action: neither a coming nor a leaving",
            "6 493055500123 (Unverified) |  | 2/1/25, 9:05:00 pm |  | ",
            "7 wrong, Timestamp: the time is missing",
        ],
    );
}

#[test]
fn columns_of_a_list_are_found_by_their_words_wherever_they_are() {
    assert_text(
        "No.,Timestamp,Full Name,User Action,Remark\n\
         1,\"10/8/2020, 9:47:12 AM\",Anna Muster,Joined,x\n\
         2,\"10/8/2020, 9:49:12 AM\",Anna Muster,Left,\n",
        &[
            "2 Anna Muster |  | 10/8/2020, 9:47:12 AM | 10/8/2020, 9:49:12 AM | ",
            "3 part of 2",
        ],
    );
    assert_eq!(
        refusal("Full Name\tUser Action\nAnna Muster\tJoined\n"),
        (Some(1), "the column of the times is missing".to_owned())
    );
    assert_eq!(
        refusal("User Action\tTimestamp\nJoined\t10/8/2020, 9:47:12 AM\n"),
        (Some(1), "the column of the names is missing".to_owned())
    );
}

#[test]
fn a_list_sorted_by_a_spreadsheet_is_the_same_list() {
    let backwards = "Full Name\tUser Action\tTimestamp\n\
         Anna Muster\tLeft\t10/8/2020, 10:31:20 AM\n\
         Bert Muster\tLeft\t10/8/2020, 10:20:00 AM\n\
         Bert Muster\tJoined\t10/8/2020, 10:20:00 AM\n\
         Anna Muster\tJoined\t10/8/2020, 9:58:03 AM\n";
    assert_text(
        backwards,
        &[
            "2 Anna Muster |  | 10/8/2020, 9:58:03 AM | 10/8/2020, 10:31:20 AM | ",
            "3 Bert Muster |  | 10/8/2020, 10:20:00 AM | 10/8/2020, 10:20:00 AM | ",
            "4 part of 3",
            "5 part of 2",
        ],
    );
    let leaving_first = "Full Name\tUser Action\tTimestamp\n\
         Anna Muster\tLeft\t10/8/2020, 10:31:20 AM\n\
         Anna Muster\tLeft\t10/8/2020, 12:00:00 PM\n\
         Anna Muster\tJoined\t10/8/2020, 9:58:03 AM\n\
         Anna Muster\tJoined\t10/8/2020, 11:00:00 AM\n";
    assert_text(
        leaving_first,
        &[
            "2 Anna Muster |  | 10/8/2020, 9:58:03 AM | 10/8/2020, 10:31:20 AM | ",
            "3 Anna Muster |  | 10/8/2020, 11:00:00 AM | 10/8/2020, 12:00:00 PM | ",
            "4 part of 2",
            "5 part of 3",
        ],
    );
    let by_action = "Full Name\tUser Action\tTimestamp\n\
         Anna Muster\tJoined\t10/8/2020, 9:58:03 AM\n\
         Anna Muster\tJoined\t10/8/2020, 11:00:00 AM\n\
         Anna Muster\tLeft\t10/8/2020, 10:31:20 AM\n\
         Anna Muster\tLeft\t10/8/2020, 12:00:00 PM\n";
    assert_text(
        by_action,
        &[
            "2 Anna Muster |  | 10/8/2020, 9:58:03 AM | 10/8/2020, 10:31:20 AM | ",
            "3 Anna Muster |  | 10/8/2020, 11:00:00 AM | 10/8/2020, 12:00:00 PM | ",
            "4 part of 2",
            "5 part of 3",
        ],
    );
}
