//! BigBlueButton: the table of the learning dashboard, one row per person.
//!
//! Its columns are described in `formats/platforms`, but interpreting the rows needs code.
//!
//! `-` means none; somebody who has not left was there when the log was downloaded, and their length runs to that
//! moment. Times are in the downloader's language and time zone. A guest who came again has two rows, a signed-in
//! person one. There is no address. The last row collects the answers of anonymous polls, which may have line breaks;
//! it is not a person.
//!
//! Cells are quoted, and quotes in them are not doubled: `undoubled.rs` fixes that before the text is split into cells.

use super::table::{Fields, Table, by_words, fields, has_date};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, cell};
use crate::catalogue::messages::platforms as say;
use crate::formats::platform::{Platform, with_own_code};
use crate::import::values::durations;
use crate::import::{Field, Record};
use crate::message;

/// The number of columns apart from the polls.
const FIXED: usize = 12;

fn platform() -> &'static Platform {
    with_own_code("bigbluebutton")
}

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let (header, rows) = records.split_first()?;
    let fields = in_place(header)
        .map(Ok)
        .or_else(|| fields(platform(), header, rows))?;
    Some(fields.map(|fields| log(Table::new(header, fields, &Field::Ignore), rows)))
}

/// Returns the order of the columns if nearly all headings are in their places; the others are unknown or lost.
fn in_place(header: &Record) -> Option<Fields> {
    const NEARLY_ALL: usize = FIXED - 3;
    let order = platform().order("people");
    let words = by_words(platform(), header);
    let known = order.iter().zip(&words);
    let in_place = known.filter(|(field, word)| word.as_ref() == Some(*field));
    (in_place.count() >= NEARLY_ALL).then(|| order.iter().cloned().map(Some).collect())
}

/// Whether a row contains only a name and answers.
fn is_nobody(row: &Record) -> bool {
    (1..FIXED).all(|column| cell(row, column).is_empty())
}

/// Whether a row has the shape of a person's, with every column in its place; times include the day.
fn is_a_person(table: &Table, row: &Record) -> bool {
    let holds = |field: Field, fits: &dyn Fn(&str) -> bool| {
        table
            .place(&field)
            .is_none_or(|place| fits(cell(row, place)))
    };
    let is_length = |length: &str| durations::seconds(length).is_some();
    holds(Field::Moderators, &|flag| platform().is_mark("flag", flag))
        && holds(Field::JoinedAt, &has_date)
        && holds(Field::LeftAt, &|left| left == "-" || has_date(left))
        && holds(Field::Duration, &is_length)
}

fn log(table: Table, rows: &[Record]) -> RawLog<'_> {
    let mut lines = Vec::with_capacity(rows.len());
    let mut still_there = 0;
    for (index, row) in rows.iter().enumerate() {
        let after = &rows[index + 1..];
        let is_collector =
            is_nobody(row) && (after.is_empty() || platform().is_mark("anonymous", cell(row, 0)));
        let says = if is_collector {
            Says::Nothing(say::COLLECTOR.into())
        } else if is_a_person(&table, row) {
            table.stay_in_place(row, 0)
        } else {
            Says::Wrong(None, say::NOT_IN_COLUMNS.into())
        };
        let has_left = !table.said(row, &Field::LeftAt).is_empty();
        still_there += u32::from(!has_left && matches!(says, Says::Stay(_)));
        lines.push(RawLine::of(row, says));
        if is_collector && after.iter().all(is_a_remnant) {
            break;
        }
    }
    // The lengths of these people run to the download.
    let note = || message!(platforms::still_there { count: still_there });
    RawLog {
        family: "bigbluebutton",
        meetings: vec![RawMeeting::default()],
        columns: table.columns,
        lines,
        notes: Vec::from_iter((still_there > 0).then(note)),
        ..RawLog::default()
    }
}

/// Whether a row is the rest of an anonymous answer that contains quotes and line breaks.
fn is_a_remnant(row: &Record) -> bool {
    row.width() < FIXED
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{assert_cut, assert_robust, fates, renamed};
    use super::super::tests::{in_english, records_in, records_of};
    use super::*;

    const ENGLISH: &str = "bigbluebutton/bbb_learning_dashboard_en.csv";
    const GERMAN: &str = "bigbluebutton/bbb_learning_dashboard_de.csv";

    #[test]
    fn the_samples_are_read_line_by_line() {
        let records = records_of(ENGLISH);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Clara Goldbach <> 10/8/2020, 09:47:12 AM..10/8/2020, 12:06:40 PM [02:19:28]",
                "3: 0 Anna Müller-Lüdenscheidt <> 10/8/2020, 09:58:03 AM..10/8/2020, 12:00:44 PM [02:02:41]",
                "4: 0 anna müller <> 10/8/2020, 10:33:05 AM..10/8/2020, 11:00:00 AM [00:26:55]",
                "5: 0 Jörg Weiß, Photonik Süd <> 10/8/2020, 09:59:41 AM.. [02:06:59]",
                "6: Nothing(\"the platform's collector of anonymous answers\")",
            ]
        );
        assert_eq!(
            in_english(&log.notes),
            ["1 person had not left when it was downloaded: the stay is counted up to that moment"]
        );
        let records = records_of(GERMAN);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Clara Goldbach <> 8.10.2020, 09:47:12..8.10.2020, 12:06:40 [02:19:28]",
                "3: 0 Anna Müller-Lüdenscheidt <> 8.10.2020, 09:58:03..8.10.2020, 12:00:44 [02:02:41]",
                "4: 0 anna müller <> 8.10.2020, 10:33:05..8.10.2020, 11:00:00 [00:26:55]",
                "5: 0 Jörg Weiß, Photonik Süd <> 8.10.2020, 09:59:41.. [02:06:59]",
                "6: Nothing(\"the platform's collector of anonymous answers\")",
            ]
        );
    }

    #[test]
    fn unknown_headings_change_nothing() {
        for path in [ENGLISH, GERMAN] {
            let records = records_of(path);
            let renamed = renamed(&records, 0);
            let (log, other) = (
                read(&records).unwrap().unwrap(),
                read(&renamed).unwrap().unwrap(),
            );
            assert_eq!((log.lines, log.notes), (other.lines, other.notes));
            assert_eq!(read(&renamed[..1]), None);
        }
    }

    #[test]
    fn quotes_and_commas_in_names_and_questions_move_nothing() {
        let path = "bigbluebutton_more/bbb_quotes_in_names.csv";
        let records = records_of(path);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Clara Goldbach <> 10/8/2020, 09:47:12\u{202f}AM..10/8/2020, 12:06:40\u{202f}PM [02:19:28]",
                "3: 0 Anna \"Ani\" Müller <> 10/8/2020, 09:58:03\u{202f}AM..10/8/2020, 12:00:44\u{202f}PM [02:02:41]",
                "4: 0 Jörg \"Joe, der\" Weiß <> 10/8/2020, 09:59:41\u{202f}AM.. [02:06:59]",
                "5: 0 \"Kiki\" <> 10/8/2020, 10:33:05\u{202f}AM.. [01:33:35]",
                "6: Nothing(\"the platform's collector of anonymous answers\")",
            ]
        );
        assert_eq!(
            in_english(&log.notes),
            [
                "2 people had not left when it was downloaded: their stays are counted up to that moment"
            ]
        );
        let headings: Vec<_> = log.columns[12..]
            .iter()
            .map(|column| column.heading.as_str())
            .collect();
        assert_eq!(headings, ["Which session", "please?", "\"Yes\" or \"no\"?"]);
        assert_robust(read, &records);
        assert_cut(read, path);
    }

    #[test]
    fn further_layouts_are_read_line_by_line() {
        for (path, expected) in [
            (
                "bigbluebutton_more/bbb_emojis.csv",
                &[
                    "3: 0 Clara Goldbach <> 8.10.2020, 09:47:12..8.10.2020, 12:06:40 [02:19:28]",
                    "4: Nothing(\"the platform's collector of anonymous answers\")",
                ][..],
            ),
            (
                "bigbluebutton_more/bbb_resaved_de.csv",
                &[
                    "2: 0 Clara Goldbach <> 08.10.2020 09:47..08.10.2020 12:06 [02:19:28]",
                    "3: 0 Anna \"Ani\" Müller <> 08.10.2020 09:58.. [02:02:41]",
                ],
            ),
            (
                "bigbluebutton_more/bbb_pl.csv",
                &[
                    "2: 0 Łucja Wróbel <> 8.10.2020, 09:47:12..8.10.2020, 12:06:40 [02:19:28]",
                    "3: 0 Jan Sowa <> 8.10.2020, 09:59:00.. [02:07:40]",
                ],
            ),
        ] {
            let records = records_of(path);
            let log = read(&records).unwrap().unwrap();
            assert_eq!(fates(&log), expected, "{path}");
            let renamed = renamed(&records, 0);
            assert_eq!(log.lines, read(&renamed).unwrap().unwrap().lines, "{path}");
            assert_robust(read, &records);
            // Without any row, the second line of a question looks like one.
            if !path.ends_with("emojis.csv") {
                assert_cut(read, path);
            }
        }
    }

    #[test]
    fn headings_alone_are_a_meeting_without_anybody() {
        let records = records_of("bigbluebutton_more/bbb_nobody_came.csv");
        let log = read(&records).unwrap().unwrap();
        assert_eq!((log.lines.len(), log.meetings.len()), (0, 1));
        let records = records_of(GERMAN);
        assert_eq!(read(&records[..1]).unwrap().unwrap().lines, []);
    }

    #[test]
    fn columns_may_be_deleted_as_long_as_a_stay_is_told() {
        let text = "Name;Activity Score;Talk Time;Messages;Join;Duration\nAnna;1;-;0;8.10.2020, 09:58:03;00:10:00\nBen;1;-;0;-;00:10:00\n";
        let records = records_in(text.as_bytes());
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Anna <> 8.10.2020, 09:58:03.. [00:10:00]",
                "3: Wrong(None, \"its cells are not in their columns\")",
            ]
        );
        let records = records_in(text.replace("Join", "Remark").as_bytes());
        let error = read(&records).unwrap().unwrap_err();
        assert_eq!(
            (error.platform, error.reason.in_english().as_str()),
            (
                "BigBlueButton",
                "the column of the times of joining is missing"
            )
        );
    }

    #[test]
    fn only_the_collector_is_nobody() {
        let row = "\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"8.10.2020, 09:58:03\",\"-\",\"00:10:00\"";
        let empty = ",\"\"".repeat(11);
        let headings = "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,Duration,Poll";
        let text = format!(
            "{headings}\n\"Anonym\",{row},\"-\"\n\"Karin\"{empty},\"\"\n\"Ben\",{row},\"-\"\n\"Anonymous\"{empty},\"a \"b\"\r\n\"c\"\""
        );
        let records = records_in(text.as_bytes());
        let log = read(&records).unwrap().unwrap();
        assert_eq!(
            fates(&log),
            [
                "2: 0 Anonym <> 8.10.2020, 09:58:03.. [00:10:00]",
                "3: Wrong(None, \"its cells are not in their columns\")",
                "4: 0 Ben <> 8.10.2020, 09:58:03.. [00:10:00]",
                "5: Nothing(\"the platform's collector of anonymous answers\")",
            ]
        );
    }

    #[test]
    fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
        for path in [ENGLISH, GERMAN] {
            assert_robust(read, &records_of(path));
            assert_robust(read, &renamed(&records_of(path), 0));
            assert_cut(read, path);
        }
    }
}
