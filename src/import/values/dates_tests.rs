//! Every form of date seen in an export, parsed and formatted again.

use chrono_tz::Europe::Berlin;
use proptest::prelude::*;

use super::*;

/// Formats a parsed cell: date, time, offset; or the problem.
fn read(cell: &str, order: Option<DateOrder>) -> String {
    match parse(cell, order) {
        Ok(moment) => written(moment),
        Err(problem) => problem.to_string(),
    }
}

fn written(moment: Moment) -> String {
    let parts = [
        moment.date.map(|date| date.to_string()),
        moment.time.map(|time| time.to_string()),
        moment.offset_seconds.map(|offset| format!("{offset:+}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn dates_in_other_languages_and_with_long_names_of_zones() {
    for (cell, expected) in [
        ("03/13/2025 à 09:58:51", "2025-03-13 09:58:51"),
        (
            "Donnerstag, 6. Februar 2025 um 13:39:50 Mitteleuropäische Normalzeit",
            "2025-02-06 13:39:50 +3600",
        ),
        (
            "Dienstag, 8. Juli 2025 um 13:39:50 Mitteleuropäische Sommerzeit",
            "2025-07-08 13:39:50 +7200",
        ),
        (
            "8. Juli 2025, 13:39 Mitteleuropäische Zeit",
            "2025-07-08 13:39:00 +7200",
        ),
        (
            "jeudi 6 février 2025 à 13:39:50 heure normale d’Europe centrale",
            "2025-02-06 13:39:50 +3600",
        ),
        ("mar. 8 juil. 2025 à 13h39", "2025-07-08 13:39:00"),
        (
            "Thursday, February 6, 2025 at 1:39:50 PM Central European Standard Time",
            "2025-02-06 13:39:50 +3600",
        ),
        ("jueves, 8 de octubre de 2020, 10:00", "2020-10-08 10:00:00"),
        (
            "quinta-feira, 8 de outubro de 2020 às 10:00",
            "2020-10-08 10:00:00",
        ),
        (
            "giovedì 8 ottobre 2020 alle ore 10:00",
            "2020-10-08 10:00:00",
        ),
        ("donderdag 8 oktober 2020 om 10:00", "2020-10-08 10:00:00"),
        ("8 października 2020 o godz. 10:00", "2020-10-08 10:00:00"),
        ("čtvrtek 8. října 2020 v 10:00", "2020-10-08 10:00:00"),
        (
            "torsdag den 8. oktober 2020 kl. 10.00",
            "2020-10-08 10:00:00",
        ),
        (
            "2020-10-08 09:58 GMT+0200 (Central European Summer Time)",
            "2020-10-08 09:58:00 +7200",
        ),
    ] {
        assert_eq!(read(cell, None), expected, "{cell}");
    }
}

#[test]
fn standard_time_on_a_day_of_summer_time_is_refused() {
    // People write `MEZ` all year round, and a clock that shows summer time differs by an hour.
    for cell in [
        "2020-10-08 09:58 CET",
        "8. Juli 2025, 13:39 Uhr MEZ",
        "2025-01-08 09:58 MESZ",
    ] {
        assert_eq!(
            parse(cell, None),
            Err(DateProblem::OtherSeason(cell.to_owned())),
            "{cell}"
        );
    }
    // `10:30 ore` is a length.
    for cell in ["10:30 ore", "8 ore"] {
        assert_eq!(parse(cell, None), Err(DateProblem::NotADate), "{cell}");
    }
}

#[test]
fn forms_that_need_no_order() {
    for (cell, expected) in [
        ("2020-10-08", "2020-10-08"),
        (" 2020-10-08 09:58:03 ", "2020-10-08 09:58:03"),
        ("2020-10-08T09:58:03", "2020-10-08 09:58:03"),
        ("2020-10-08T09:58", "2020-10-08 09:58:00"),
        ("2020-10-08T07:58:03Z", "2020-10-08 07:58:03 +0"),
        ("2020-10-08T09:58:03+02:00", "2020-10-08 09:58:03 +7200"),
        ("2020-10-08T02:58-05:00", "2020-10-08 02:58:00 -18000"),
        ("2020-10-08 09:58:03.5+0200", "2020-10-08 09:58:03 +7200"),
        ("2020-10-08 09:58:03+02", "2020-10-08 09:58:03 +7200"),
        ("2020-09-21 12:03:44.918273+00:00", "2020-09-21 12:03:44 +0"),
        ("20201008T080000Z", "2020-10-08 08:00:00 +0"),
        ("=\"2020-10-08 09:58:03\"", "2020-10-08 09:58:03"),
        ("2020/12/8 8:35", "2020-12-08 08:35:00"),
        ("2020/09/21 14:03:44", "2020-09-21 14:03:44"),
        ("2020/09/21 2:03:44 PM GMT+2", "2020-09-21 14:03:44 +7200"),
        ("2020/09/21 2:03:44 PM MESZ", "2020-09-21 14:03:44 +7200"),
        ("2020/12/21 2:03:44 PM OEZ", "2020-12-21 14:03:44 +7200"),
        ("2020-11-08 09:58 CET", "2020-11-08 09:58:00 +3600"),
        ("2020-10-08 09:58 UTC", "2020-10-08 09:58:00 +0"),
        ("08.10.2020 09:58", "2020-10-08 09:58:00"),
        ("08.10.2020 09:58:03", "2020-10-08 09:58:03"),
        ("8.10.2020, 09:58:03", "2020-10-08 09:58:03"),
        ("08.10.20, 09:58:03", "2020-10-08 09:58:03"),
        ("06.10.26, 18:01:00", "2026-10-06 18:01:00"),
        ("8. 10. 2020 8:30:03", "2020-10-08 08:30:03"),
        ("24.09.1968", "1968-09-24"),
        ("24.09.85", "1985-09-24"),
        ("Do, 08.10.2020, 10:00 Uhr", "2020-10-08 10:00:00"),
        ("08.10.2020 24:00", "2020-10-09 00:00:00"),
        ("08.10.2020 10 Uhr MESZ", "2020-10-08 10:00:00 +7200"),
        ("Oct 8, 2020 09:58:03", "2020-10-08 09:58:03"),
        ("Mar 22, 2025 19:13:27", "2025-03-22 19:13:27"),
        ("Mar 22, 2025 7:13 PM", "2025-03-22 19:13:00"),
        ("Sep 26, 2026 7:05\u{202f}PM", "2026-09-26 19:05:00"),
        ("21 Sep 2020", "2020-09-21"),
        ("21-Sep-20 14:03", "2020-09-21 14:03:00"),
        ("8th of October 2020, 10 a.m.", "2020-10-08 10:00:00"),
        (
            "Thursday, October 8, 2020 at 9:58 PM",
            "2020-10-08 21:58:00",
        ),
        ("8. Oktober 2020 10:00", "2020-10-08 10:00:00"),
        ("8. Okt. 2020 um 10.30 Uhr", "2020-10-08 10:30:00"),
        ("1. Mrz 21", "2021-03-01"),
        ("1. März 2021", "2021-03-01"),
        ("31. Mai 2021", "2021-05-31"),
        ("24. Dez. 2020, 18 Uhr", "2020-12-24 18:00:00"),
        (
            "Thu Oct 08 2020 10:00:00 GMT+0200 (Central European Summer Time)",
            "2020-10-08 10:00:00 +7200",
        ),
        ("08.10.2020 10.00", "2020-10-08 10:00:00"),
        ("2020-10-08 10:00 (MESZ)", "2020-10-08 10:00:00 +7200"),
        (
            "2020-10-08 10:00:00 +0200 CEST",
            "2020-10-08 10:00:00 +7200",
        ),
        ("10:00", "10:00:00"),
        ("9:58 AM", "09:58:00"),
        ("9:58:03 pm", "21:58:03"),
        ("9:58\u{a0}p. m.", "21:58:00"),
        ("12:00 AM", "00:00:00"),
        ("12:00 PM", "12:00:00"),
        ("14:05 PM", "14:05:00"),
        ("9 AM", "09:00:00"),
        ("10 Uhr", "10:00:00"),
        ("10.30 Uhr", "10:30:00"),
        ("10 Uhr 30", "10:30:00"),
        ("23:59:60", "23:59:59"),
        ("11/19/2021 09:54:15 AM", "2021-11-19 09:54:15"),
        ("15/08/2022 01:27", "2022-08-15 01:27:00"),
        ("23/2/2021 8:30:03", "2021-02-23 08:30:03"),
        ("10/10/20", "2020-10-10"),
    ] {
        assert_eq!(read(cell, None), expected, "{cell}");
        // The order of the column does not affect a cell that needs none.
        if !cell.contains('/') {
            assert_eq!(read(cell, Some(DateOrder::MonthFirst)), expected, "{cell}");
        }
    }
}

#[test]
fn forms_that_need_an_order() {
    let (day, month) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
    for (cell, day_first, month_first) in [
        (
            "10/8/2020, 9:58:03 AM",
            "2020-08-10 09:58:03",
            "2020-10-08 09:58:03",
        ),
        (
            "\u{200e}10\u{200e}/\u{200e}8\u{200e}/\u{200e}2020 9:58:03 AM",
            "2020-08-10 09:58:03",
            "2020-10-08 09:58:03",
        ),
        (
            "10/8/20, 9:58:03\u{202f}AM",
            "2020-08-10 09:58:03",
            "2020-10-08 09:58:03",
        ),
        (
            "2/1/25, 9:04:01 pm",
            "2025-01-02 21:04:01",
            "2025-02-01 21:04:01",
        ),
        (
            "10-08-2020 09:58:03 PM",
            "2020-08-10 21:58:03",
            "2020-10-08 21:58:03",
        ),
        (
            "09/09/2026 19:02",
            "2026-09-09 19:02:00",
            "2026-09-09 19:02:00",
        ),
        (
            "10/9/2024 11:02",
            "2024-09-10 11:02:00",
            "2024-10-09 11:02:00",
        ),
        (
            "7/2/20 11:00:22",
            "2020-02-07 11:00:22",
            "2020-07-02 11:00:22",
        ),
    ] {
        assert_eq!(read(cell, day), day_first, "{cell}");
        assert_eq!(read(cell, month), month_first, "{cell}");
        if day_first != month_first {
            let problem = parse(cell, None).unwrap_err();
            assert!(matches!(problem, DateProblem::Ambiguous { .. }), "{cell}");
        }
    }
    assert_eq!(
        read("10/8/2020", None),
        "`10/8/2020` is 8 October or 10 August"
    );
    assert_eq!(read("20/10/08", Some(DateOrder::YearFirst)), "2020-10-08");
    assert_eq!(
        read("10/25/2020", day),
        "`10/25/2020` is not written day first, as the other dates here are"
    );
    assert_eq!(
        read("25/10/2020", month),
        "`25/10/2020` is not written month first, as the other dates here are"
    );
}

#[test]
fn what_no_calendar_or_clock_shows_is_impossible() {
    for cell in [
        "2020-02-30",
        "30.02.2020",
        "31/04/2021",
        "4/31/2021",
        "2020-13-01",
        "2021-02-29",
        "25:00",
        "10:60",
        "24:01",
        "2020-10-08 24:01",
        "13:05 AM",
        "29. Februar 2021",
        "0.10.2020",
        "0020-10-08",
    ] {
        let problem = parse(cell, None).unwrap_err();
        assert_eq!(problem, DateProblem::Impossible(cell.to_owned()), "{cell}");
    }
}

#[test]
fn anything_else_is_not_a_date() {
    for cell in [
        "",
        "-",
        "--",
        "n/a",
        "Anna Muster",
        "44112",
        "75",
        "10.30",
        "1.234,50",
        "2h 19m",
        "10 h",
        "62 mins",
        "10:00-11:30",
        "08.10.2020 10:00-11:30",
        "2020-10-08 10:00-11:30",
        "2020-10-08 10:00:00 - 11:30:00",
        "08.10.2020 10.11.2020",
        "08.10.2020 (Anna Muster)",
        "10:00 - 11:30 Uhr",
        "Okt 20",
        "8. Oktober, 10 Uhr",
        "Oct 8, 10:30",
        "8.10.",
        "10.10.20.5",
        "Session 3",
        "Bar 1, 10:00",
        "2020-10-08 10:00 Raum 3",
        "+49 30 5550101",
        "12345678901234567890",
        "10:00 IST",
    ] {
        assert_eq!(parse(cell, None), Err(DateProblem::NotADate), "{cell}");
    }
}

#[test]
fn serial_numbers_are_read_where_allowed() {
    for (cell, expected) in [
        ("44112", "2020-10-08"),
        ("44112.41527", "2020-10-08 09:57:59"),
        ("44112,5", "2020-10-08 12:00:00"),
        ("44112.0", "2020-10-08"),
        ("0.41527", "09:57:59"),
    ] {
        let moment = serial(cell).unwrap();
        assert_eq!(written(moment), expected, "{cell}");
    }
    for cell in ["", "75", "0", "1.234,50", "441120", "-44112", "4,93E+11"] {
        assert_eq!(serial(cell), None, "{cell}");
    }
}

#[test]
fn instants_take_the_zone_of_the_event_unless_the_cell_names_one() {
    let instant = |cell: &str, default_date| {
        to_instant(parse(cell, None).unwrap(), default_date, Berlin).map(time::to_utc_text)
    };
    let day = NaiveDate::from_ymd_opt(2020, 10, 8);
    for (cell, default_date, expected) in [
        ("08.10.2020 10:00", None, Some("2020-10-08T08:00:00Z")),
        ("2020-12-08 10:00", None, Some("2020-12-08T09:00:00Z")),
        ("2020-10-08 10:00 UTC", None, Some("2020-10-08T10:00:00Z")),
        ("2020-10-08", None, Some("2020-10-07T22:00:00Z")),
        ("10:00", day, Some("2020-10-08T08:00:00Z")),
        ("10:00", None, None),
        // In the hour that the end of summer time repeats, the first occurrence.
        ("25.10.2020 02:30", None, Some("2020-10-25T00:30:00Z")),
    ] {
        assert_eq!(instant(cell, default_date).as_deref(), expected, "{cell}");
    }
}

/// Formats for a date and time, with the order they are parsed in.
const FORMS: [(&str, Option<DateOrder>); 13] = [
    ("%Y-%m-%d %H:%M:%S", None),
    ("%Y-%m-%dT%H:%M:%S", None),
    ("%Y/%-m/%-d %-H:%M:%S", None),
    ("%d.%m.%Y %H:%M:%S", None),
    ("%-d.%-m.%Y, %H:%M:%S", None),
    ("%d.%m.%y, %H:%M:%S", None),
    ("%-d. %-m. %Y %-H:%M:%S", None),
    ("%-m/%-d/%Y, %-I:%M:%S %p", Some(DateOrder::MonthFirst)),
    ("%-d/%-m/%y, %-I:%M:%S\u{202f}%P", Some(DateOrder::DayFirst)),
    ("%d-%m-%Y %H:%M:%S", Some(DateOrder::DayFirst)),
    ("%b %-d, %Y %H:%M:%S", None),
    ("%A, %-d %B %Y %-I:%M:%S %p", None),
    ("=\"%Y-%m-%d %H:%M:%S\"", None),
];

proptest! {
    #[test]
    fn a_printed_date_is_read_back(seconds in 0i64..2_208_988_800, form in 0usize..13) {
        let (form, order) = FORMS[form];
        let moment = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
        // Two digits cover the years 1970 to 2069.
        prop_assume!(!form.contains("%y") || chrono::Datelike::year(&moment) < 2070);
        let cell = moment.format(form).to_string();
        let read = parse(&cell, order).unwrap();
        prop_assert_eq!(read.date, Some(moment.date()), "{}", cell);
        prop_assert_eq!(read.time, Some(moment.time()), "{}", cell);
        prop_assert_eq!(read.offset_seconds, None);
    }

    #[test]
    fn no_cell_panics(cell in "[0-9./:, +\\-TZAPMapmGUhr\u{202f}\u{a0}()=\"]{0,24}|\\PC{0,40}") {
        let mut evidence = OrderEvidence::default();
        evidence.observe(&cell);
        let _ = serial(&cell);
        for order in [None, Some(DateOrder::DayFirst), Some(DateOrder::YearFirst)] {
            if let Ok(moment) = parse(&cell, order) {
                prop_assert!(moment.date.is_some() || moment.time.is_some());
                let _ = to_instant(moment, None, Berlin);
            }
        }
    }
}

#[test]
fn the_end_of_a_day_is_the_midnight_after_the_day_that_something_else_names() {
    let moment = parse("24:00", None).unwrap();
    let day = NaiveDate::from_ymd_opt(2020, 10, 8).unwrap();
    let zone = Berlin;
    assert_eq!(to_instant(moment, None, zone), None);
    let midnight = to_instant(moment, Some(day), zone).unwrap();
    assert_eq!(time::to_utc_text(midnight), "2020-10-08T22:00:00Z");
    assert_eq!(
        to_instant(parse("2020-10-08 24:00", None).unwrap(), None, zone),
        Some(midnight)
    );
    assert!(parse("00:00", None).unwrap().is_bare_midnight() && !moment.is_bare_midnight());
}

#[test]
fn rows_on_file_are_known_by_the_text_of_their_times() {
    let text = |cell| format!("{:?}", parse(cell, None).unwrap());
    assert_eq!(
        text("2020-11-08 10:00 CET"),
        "Moment { date: Some(2020-11-08), time: Some(10:00:00), offset_seconds: Some(3600) }"
    );
    assert_ne!(text("24:00"), text("00:00"));
}
