//! BigBlueButton: the table of the learning dashboard, one row a person.
//!
//! Twelve columns whose order never changes: name, moderator, activity score, talk time, webcam time,
//! messages, reactions (emojis in older versions), poll votes, raised hands, joined, left, length; then
//! one a poll. Headings that a translation lacks are English, so German ones are mixed. Questions stand
//! in the heading row as typed, and a comma in one makes it wider than the rows: columns are counted
//! from the left.
//!
//! `-` is none; somebody who has not left was there when the log was downloaded, and their length runs
//! to that moment. Times are of the downloader's language and time zone. Rows of a guest who came again
//! are two, of a signed-in person one. There is no address. The last row collects the answers of
//! anonymous polls, which may have line breaks; it is nobody.
//!
//! Cells are quoted, and quotes in them not doubled: `undoubled.rs` mends that before cells are cut.
//!
//! Source: read in the exporting program; the German words in its catalogue.

use super::table::{Headings, Places, has_date, word};
use super::{RawLine, RawLog, RawMeeting, Says, Unreadable, cell, columns};
use crate::import::Record;
use crate::import::values::durations;

const MODERATOR: usize = 1;
const JOINED: usize = 9;
const LEFT: usize = 10;
const DURATION: usize = 11;
/// How many columns there are besides the polls.
const FIXED: usize = 12;

/// What the columns are called, in English and German.
const HEADINGS: [&[&str]; FIXED] = [
    &["name"],
    &["moderator", "moderator/in", "moderator*in"],
    &[
        "activity score",
        "aktivitätswert",
        "aktivitätspunkte",
        "aktivitätspunktzahl",
    ],
    &["talk time", "redezeit", "sprechzeit"],
    &["webcam time", "webcamzeit", "webcam-zeit"],
    &["messages", "nachrichten"],
    &["reactions", "emojis", "reaktionen"],
    &["poll votes", "abstimmungen", "umfragestimmen"],
    &["raise hands", "gehobene hände", "handzeichen"],
    &["join", "teilnahme", "beitritt", "beigetreten"],
    &["left", "verlassen"],
    &["duration", "dauer"],
];

/// Those that no other platform has.
const OWN: std::ops::RangeInclusive<usize> = 2..=8;

/// What the row of anonymous answers is called.
const ANONYMOUS: &[&str] = &["anonymous", "anonym"];

/// Why that row is nobody's.
const COLLECTOR: &str = "the platform's collector of anonymous answers";

/// What stands in the column of moderators; spreadsheets translate it.
const FLAGS: &[&str] = &[
    "true",
    "false",
    "wahr",
    "falsch",
    "vrai",
    "faux",
    "verdadero",
    "falso",
    "vero",
    "prawda",
    "fałsz",
];

pub(super) fn read(records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    let (header, rows) = records.split_first()?;
    let headings = Headings::of(header);
    let own = HEADINGS[OWN].iter();
    let by_words = own.filter(|words| headings.find(words).is_some()).count() >= 3;
    let in_order = HEADINGS
        .iter()
        .enumerate()
        .filter(|(index, words)| words.contains(&headings.get(*index)))
        .count();
    let fixed = Table::in_order();
    let fitting = rows
        .iter()
        .filter(|row| fixed.is_a_person(row) || is_nobody(row));
    let by_order = headings.width() >= FIXED
        && rows.iter().any(|row| fixed.is_a_person(row))
        && fitting.count() * 2 > rows.len();
    let table = if by_order || (by_words && in_order >= FIXED - 3) {
        fixed
    } else if by_words {
        Table::by_words(&headings)
    } else {
        return None;
    };
    Some(match table.places.missing() {
        None => Ok(table.taken(header, rows)),
        Some(reason) => Err(Unreadable {
            platform: "BigBlueButton",
            line: Some(header.line()),
            reason: reason.to_owned(),
        }),
    })
}

/// Whether a row says nothing but a name and answers.
fn is_nobody(row: &Record) -> bool {
    (MODERATOR..=DURATION).all(|column| cell(row, column).is_empty())
}

/// Where the table has what.
struct Table {
    places: Places,
    moderator: Option<usize>,
}

impl Table {
    fn in_order() -> Self {
        Self {
            places: Places {
                name: Some(0),
                joined: Some(JOINED),
                left: Some(LEFT),
                duration: Some(DURATION),
                ..Places::default()
            },
            moderator: Some(MODERATOR),
        }
    }

    /// Somebody deleted columns.
    fn by_words(headings: &Headings) -> Self {
        let find = |column: usize| headings.find(HEADINGS[column]);
        Self {
            places: Places {
                name: find(0),
                joined: find(JOINED),
                left: find(LEFT),
                duration: find(DURATION),
                ..Places::default()
            },
            moderator: find(MODERATOR),
        }
    }

    /// Whether a row has the shape of somebody's, every column in its place: times have their day.
    fn is_a_person(&self, row: &Record) -> bool {
        let holds = |place: Option<usize>, fits: &dyn Fn(&str) -> bool| {
            place.is_none_or(|place| fits(cell(row, place)))
        };
        holds(self.moderator, &|flag| FLAGS.contains(&word(flag).as_str()))
            && holds(self.places.joined, &has_date)
            && holds(self.places.left, &|left| left == "-" || has_date(left))
            && holds(self.places.duration, &|length| {
                durations::seconds(length).is_some()
            })
    }

    fn taken<'file>(&self, header: &Record, rows: &'file [Record]) -> RawLog<'file> {
        let columns = columns(header, |column| self.places.field(column));
        let mut lines: Vec<RawLine<'file>> = Vec::with_capacity(rows.len());
        let mut still_there = 0;
        for (index, row) in rows.iter().enumerate() {
            let after = &rows[index + 1..];
            let is_collector = is_nobody(row)
                && (after.is_empty() || ANONYMOUS.contains(&word(cell(row, 0)).as_str()));
            let says = if is_collector {
                Says::Nothing(COLLECTOR)
            } else if self.is_a_person(row) {
                self.places.stay_in_place(&columns, row, 0)
            } else {
                Says::Wrong(None, "its cells do not stand in their columns".to_owned())
            };
            let left = self.places.value(row, self.places.left);
            still_there += u32::from(left.is_empty() && matches!(says, Says::Stay(_)));
            lines.push(RawLine {
                line: row.line(),
                says,
            });
            if is_collector && after.iter().all(is_a_remnant) {
                break;
            }
        }
        RawLog {
            family: "bigbluebutton",
            meetings: vec![RawMeeting::default()],
            columns,
            lines,
            notes: Vec::from_iter(note(still_there)),
            ..RawLog::default()
        }
    }
}

/// Tells of people whose lengths run to the download.
fn note(still_there: u32) -> Option<String> {
    match still_there {
        0 => None,
        1 => Some(
            "1 person had not left when it was downloaded: the stay is counted up to that moment"
                .to_owned(),
        ),
        people => Some(format!(
            "{people} people had not left when it was downloaded: their stays are counted up to that moment"
        )),
    }
}

/// Whether a row is the rest of an anonymous answer that has quotes and line breaks of its own.
fn is_a_remnant(row: &Record) -> bool {
    row.width() < FIXED
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::{assert_robust, fates, renamed};
    use super::super::tests::{records_in, records_of};
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
            log.notes,
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
    fn a_log_that_lost_something_is_never_read_as_somebody_else_s() {
        for path in [ENGLISH, GERMAN] {
            assert_robust(read, &records_of(path));
            assert_robust(read, &renamed(&records_of(path), 0));
        }
    }
}
