//! Google Meet: the attendance report, one row a person.
//!
//! * `First name, Last name, Email, Duration, Time joined, Time exited`
//! * `Name, Email, Duration, Time joined, Time exited`
//! * either below `Meeting title, Date, Start time, End time` and a row of their values
//! * the older `Name, Email, Duration` without any time
//!
//! Times are mostly of a day that is not named: it is the date above the table, where there is one.
//! `32:14` are minutes and seconds. Guests and callers have no address.
//!
//! Sources: parsers and their tests; no real file was seen. The report is a Google Sheet, which writes
//! dates the way of the account's country; the German headings are translations. So a table of unknown
//! words is read by the order of its columns, when its cells fit. The older table is read by its exact
//! words only: a list of names, addresses and lengths may be anything.

use std::borrow::Cow;

use super::table::{Headings, Places, has_date, said};
use super::{RawLine, RawLog, RawMeeting, Unreadable, columns, is_moment};
use crate::import::values::durations;
use crate::import::{Field, Record, heading};

const NAME: &[&str] = &["name"];
const GIVEN: &[&str] = &["first name", "vorname"];
const FAMILY: &[&str] = &["last name", "nachname"];
const EMAIL: &[&str] = &["email", "e-mail", "email address", "e-mail-adresse"];
const DURATION: &[&str] = &["duration", "dauer"];
const JOINED: &[&str] = &[
    "time joined",
    "beitrittszeit",
    "teilnahmezeit",
    "beigetreten",
    "beigetreten um",
    "uhrzeit des beitritts",
    "zeitpunkt des beitritts",
];
const LEFT: &[&str] = &[
    "time exited",
    "austrittszeit",
    "verlassen",
    "verlassen um",
    "uhrzeit des verlassens",
    "zeitpunkt des verlassens",
];

/// What nobody else calls a column.
const OWN: &[&str] = &["time joined", "time exited"];

/// The headings above the table.
const PREAMBLE: [&[&str]; 4] = [
    &[
        "meeting title",
        "titel der besprechung",
        "besprechungstitel",
    ],
    &["date", "datum"],
    &["start time", "startzeit", "beginn"],
    &["end time", "endzeit", "ende"],
];

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    if let Some(meeting) = preamble(records) {
        let (header, rows) = records[2..].split_first()?;
        return table(header, rows, meeting);
    }
    let (header, rows) = records.split_first()?;
    table(header, rows, RawMeeting::default())
}

/// Reads the meeting above the table: by its words, or by date and two times of day.
fn preamble(records: &[Record]) -> Option<RawMeeting<'_>> {
    let [headings, values, _, ..] = records else {
        return None;
    };
    let headings = Headings::of(headings);
    let [title, day, start, end] = [0, 1, 2, 3].map(|column| said(values, column));
    let shaped = headings.width() == 4
        && has_date(day)
        && [start, end]
            .iter()
            .all(|time| is_moment(time) && !has_date(time));
    (headings.begin_with(&PREAMBLE) || shaped).then_some(RawMeeting {
        title: Cow::Borrowed(title),
        start,
        end,
        day,
    })
}

fn table<'file>(
    header: &'file Record,
    rows: &'file [Record],
    meeting: RawMeeting<'file>,
) -> Option<Result<RawLog<'file>, Unreadable>> {
    let headings = Headings::of(header);
    let places = match (by_words(&headings), by_order(&headings, rows)) {
        (None, Some(_)) if means_something_else(&headings) => return None,
        // Words that are known in part leave the rest to the order.
        (Some(Ok(words)), Some(order)) if words.are_among(&order) => order,
        (Some(Ok(places)), _) | (None, Some(places)) => places,
        (None, None) => return None,
        (Some(Err(reason)), _) => {
            return Some(Err(Unreadable {
                platform: "Google Meet",
                line: Some(header.line()),
                reason: reason.to_owned(),
            }));
        }
    };
    let columns = columns(header, |column| places.field(column));
    let lines = rows
        .iter()
        .map(|row| RawLine {
            line: row.line(),
            says: places.stay(&columns, row, 0),
        })
        .collect();
    Some(Ok(RawLog {
        family: "google-meet",
        meetings: vec![meeting],
        columns,
        lines,
        ..RawLog::default()
    }))
}

/// Finds the columns by their headings; `None` when they are not this platform's.
fn by_words(headings: &Headings) -> Option<Result<Places, &'static str>> {
    let places = Places {
        name: headings.find(NAME),
        given: headings.find(GIVEN),
        family: headings.find(FAMILY),
        email: headings.find(EMAIL),
        duration: headings.find(DURATION),
        joined: headings.find(JOINED),
        left: headings.find(LEFT),
        ..Places::default()
    };
    let older = headings.begin_with(&[&["name"], &["email"], &["duration"]]);
    if older && headings.width() == 3 {
        return Some(Ok(places));
    }
    let whole = headings.begin_with(&[NAME, EMAIL, DURATION, JOINED, LEFT])
        || headings.begin_with(&[GIVEN, FAMILY, EMAIL, DURATION, JOINED, LEFT]);
    if !whole && headings.count(OWN) == 0 {
        return None;
    }
    Some(places.missing().map_or(Ok(places), Err))
}

/// Whether the headings are those of a programme, or of a table made by hand.
fn means_something_else(headings: &Headings) -> bool {
    (0..headings.width()).any(|column| {
        matches!(
            heading::field_of(headings.get(column)),
            Some(Field::Start | Field::End | Field::JoinedAt | Field::LeftAt)
        )
    })
}

/// Finds the columns by their order, when nearly all rows have it.
fn by_order(headings: &Headings, rows: &[Record]) -> Option<Places> {
    let names = headings.width().checked_sub(4)?;
    let fits = |row: &&Record| {
        let [email, length, joined, left] = [0, 1, 2, 3].map(|place| said(row, names + place));
        (email.is_empty() || email.contains('@'))
            && !said(row, 0).is_empty()
            && !length.bytes().all(|byte| byte.is_ascii_digit())
            && durations::seconds(length).is_some()
            && is_moment(joined)
            && is_moment(left)
    };
    let fitting = rows.iter().filter(fits).count();
    let addressed = rows.iter().any(|row| said(row, names).contains('@'));
    if !(1..=2).contains(&names) || fitting * 2 <= rows.len() || !addressed {
        return None;
    }
    let alone = names == 1;
    Some(Places {
        name: alone.then_some(0),
        given: (!alone).then_some(0),
        family: (!alone).then_some(1),
        email: Some(names),
        duration: Some(names + 1),
        joined: Some(names + 2),
        left: Some(names + 3),
        ..Places::default()
    })
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{assert_cut, assert_robust, fates, renamed};
    use super::super::tests::{records_in, records_of};
    use super::*;

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
        // In words of another language, by its values.
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
        // Its words are anybody's: any other is another table.
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
        assert_eq!(error.reason, "the column of the names is missing");
        let text = "Name,Email,Duration,Time exited\nAnna,a@x.example,30 min,10:30\n";
        let records = records_in(text.as_bytes());
        let error = read(&records).unwrap().unwrap_err();
        assert_eq!(
            error.reason,
            "the column of the times of joining is missing"
        );
    }

    #[test]
    fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
        assert_robust(read, &records_of(SAMPLE));
        assert_robust(read, &renamed(&records_of(SAMPLE), 0));
        assert_cut(read, SAMPLE);
    }
}
