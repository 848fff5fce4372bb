//! The same meeting in many shapes gives the same attendance, and headings that nobody knows give the same
//! or an error, never something else.

use serde_json::Value;

use crate::desk::Desk;
use crate::logs::*;
use crate::support::Output;

type Row = serde_json::Map<String, Value>;

/// Returns the attendance of some people, in full, after one log.
fn attendance(log: Log, people: &[i64]) -> Vec<Row> {
    let mut desk = meeting_desk();
    desk.import(log.name(), &log.bytes());
    let report = desk.line("report attendance --format json");
    let mut rows: Vec<Row> = serde_json::from_str(&report.success()).unwrap();
    rows.retain(|row| {
        row["person_id"]
            .as_i64()
            .is_none_or(|id| people.contains(&id))
    });
    rows
}

const EVERYBODY: &[i64] = &[
    ANNA,
    JOERG,
    ELODIE,
    BJOERN,
    THOMAS_OF_AUTO,
    THOMAS_OF_ENERGIE,
    KARIN,
    KATARZYNA,
    CLARA,
];

/// Holds that logs give the same attendance, moments and shares and all.
#[track_caller]
fn same(logs: &[Log], people: &[i64]) {
    let (first, others) = logs.split_first().unwrap();
    let expected = attendance(*first, people);
    assert!(expected.iter().any(|row| row["minutes"].is_i64()));
    for other in others {
        assert_eq!(attendance(*other, people), expected, "{other:?}");
    }
}

#[test]
fn zoom_tells_one_meeting_whatever_the_report() {
    same(&[ZOOM_2020, ZOOM_2021, ZOOM_GERMAN], EVERYBODY);
    same(&[ZOOM_UNIQUE_2020, ZOOM_UNIQUE_2024], EVERYBODY);
}

#[test]
fn teams_tells_one_list_whatever_the_language_and_encoding() {
    same(
        &[
            TEAMS_LIST_AMERICAN,
            TEAMS_LIST_BRITISH,
            TEAMS_LIST_GERMAN,
            TEAMS_LIST_UTF_8,
        ],
        EVERYBODY,
    );
}

#[test]
fn teams_tells_one_meeting_whatever_the_year() {
    same(
        &[TEAMS_REPORT_2021, TEAMS_REPORT_2024, TEAMS_REPORT_POLISH],
        EVERYBODY,
    );
}

#[test]
fn teams_and_zoom_tell_one_meeting_of_those_in_both() {
    let in_both = [CLARA, ANNA, JOERG, BJOERN, THOMAS_OF_AUTO];
    let people = |log| {
        let mut rows = attendance(log, &in_both);
        rows.retain(|row| row["person_id"].is_i64());
        rows
    };
    assert_eq!(people(TEAMS_REPORT_2024), people(ZOOM_2020));
    assert_eq!(people(ZOOM_2020).len(), in_both.len());
}

#[test]
fn bigbluebutton_tells_one_meeting_whatever_the_language() {
    same(&[BIGBLUEBUTTON_GERMAN, BIGBLUEBUTTON_ENGLISH], EVERYBODY);
}

/// A line of a sample that is all words: to be replaced as a whole, but for a number before it, or its
/// first cell alone.
#[derive(Debug, Clone, Copy)]
enum Words {
    Row(usize),
    First(usize),
}
use Words::{First, Row as Whole};

const TEAMS_SECTIONS: &[Words] = &[
    Whole(1),
    First(2),
    First(3),
    First(4),
    First(5),
    First(6),
    First(7),
    Whole(9),
    Whole(10),
    Whole(17),
    Whole(18),
];

/// Every sample with the lines of words in it, counted from 1.
const WORDS: &[(Log, &[Words])] = &[
    (ZOOM_2020, &[Whole(1)]),
    (ZOOM_2021, &[Whole(1), Whole(4)]),
    (ZOOM_GERMAN, &[Whole(1)]),
    (ZOOM_UNIQUE_2020, &[Whole(1), Whole(4)]),
    (ZOOM_UNIQUE_2024, &[Whole(1), Whole(4)]),
    (
        ZOOM_WEBINAR,
        &[
            Whole(1),
            First(2),
            Whole(3),
            Whole(5),
            Whole(6),
            Whole(8),
            Whole(9),
            Whole(11),
            Whole(12),
            Whole(19),
            Whole(20),
        ],
    ),
    (TEAMS_LIST_AMERICAN, &[Whole(1)]),
    (TEAMS_LIST_BRITISH, &[Whole(1)]),
    (TEAMS_LIST_GERMAN, &[Whole(1)]),
    (TEAMS_LIST_UTF_8, &[Whole(1)]),
    (TEAMS_LIST_EMPTY, &[Whole(1)]),
    (
        TEAMS_REPORT_2021,
        &[
            Whole(1),
            First(2),
            First(3),
            First(4),
            First(5),
            First(6),
            Whole(8),
        ],
    ),
    (TEAMS_REPORT_2024, TEAMS_SECTIONS),
    (TEAMS_REPORT_POLISH, TEAMS_SECTIONS),
    (
        TEAMS_REPORT_2026,
        &[
            Whole(1),
            First(2),
            First(4),
            First(5),
            First(6),
            First(7),
            First(8),
            Whole(10),
            Whole(11),
            Whole(21),
            Whole(22),
            Whole(25),
            Whole(26),
        ],
    ),
    (TEAMS_LIVE_EVENT, &[Whole(1)]),
    (WEBEX, &[Whole(1)]),
    (BIGBLUEBUTTON_GERMAN, &[Whole(1)]),
    (BIGBLUEBUTTON_ENGLISH, &[Whole(1)]),
    (GOOGLE_MEET, &[Whole(1)]),
    (
        GOTOWEBINAR,
        &[First(1), First(2), Whole(3), Whole(4), Whole(7), Whole(8)],
    ),
];

/// Words of no language, all different.
fn nonsense(number: usize) -> String {
    const SYLLABLES: [&str; 7] = ["bla", "fno", "gru", "kwi", "zor", "mip", "tul"];
    let syllable = |number: usize| SYLLABLES[number % SYLLABLES.len()];
    format!(
        "X{}{}",
        syllable(number / SYLLABLES.len()),
        syllable(number)
    )
}

/// A sample as text, with the places of its words.
struct Text {
    lines: Vec<String>,
    delimiter: char,
    /// Line and cell, both from 0.
    places: Vec<(usize, usize)>,
}

impl Text {
    fn of(log: Log, words: &[Words]) -> Self {
        let text = log.text();
        let delimiter = if text.contains('\t') { '\t' } else { ',' };
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let places = words.iter().flat_map(|words| match words {
            First(line) => vec![(*line - 1, 0)],
            Whole(line) => {
                let cells = lines[*line - 1].split(delimiter);
                let filled = cells.enumerate().filter(|(_, cell)| !cell.is_empty());
                filled.map(|(cell, _)| (*line - 1, cell)).collect()
            }
        });
        Self {
            places: places.collect(),
            delimiter,
            lines,
        }
    }

    /// Returns the text with nonsense in these of its places.
    fn with_nonsense(&self, places: &[usize]) -> Vec<u8> {
        let mut lines = self.lines.clone();
        for number in places {
            let (line, cell) = self.places[*number];
            let mut cells: Vec<String> = lines[line]
                .split(self.delimiter)
                .map(str::to_owned)
                .collect();
            let kept = cells[cell]
                .find(". ")
                .filter(|_| cells[cell].starts_with(|it: char| it.is_ascii_digit()))
                .map_or(0, |dot| dot + 2);
            cells[cell].replace_range(kept.., &nonsense(*number));
            lines[line] = cells.join(&self.delimiter.to_string());
        }
        lines.join("\r\n").into_bytes()
    }
}

/// Imports a file and takes it back; returns the minutes, or the error.
fn tried(desk: &Desk, name: &str, content: &[u8]) -> Result<Minutes, Output> {
    let path = desk.path().join(name);
    std::fs::write(&path, content).unwrap();
    let dump = desk.dump();
    let output = desk.run(&["import", path.to_str().unwrap()]);
    if output.code == 1 {
        assert_eq!(desk.dump(), dump, "an error changes nothing");
        return Err(output);
    }
    let minutes = minutes_of(desk);
    if desk.dump() != dump {
        desk.run(&["undo"]).success();
        assert_eq!(desk.dump(), dump);
    }
    Ok(minutes)
}

/// Holds that a log with unknown words is the same log, or an error that says what it is about.
#[track_caller]
fn same_or_refused(desk: &Desk, name: &str, content: &[u8], expected: &Minutes) {
    match tried(desk, name, content) {
        Ok(minutes) => assert_eq!(
            &minutes,
            expected,
            "{name}\n{}",
            String::from_utf8_lossy(content)
        ),
        Err(output) => assert!(
            output.stderr.contains("error: ") && output.stderr.contains("hint: "),
            "{output}"
        ),
    }
}

/// The same for all words at once and each of them alone.
fn unknown_words(number: usize) {
    let (log, words) = WORDS[number];
    let desk = meeting_desk();
    let expected = tried(&desk, log.name(), &log.bytes()).unwrap();
    let text = Text::of(log, words);
    let again = tried(&desk, log.name(), &text.with_nonsense(&[])).unwrap();
    assert_eq!(again, expected, "as text of these lines");
    let all: Vec<usize> = (0..text.places.len()).collect();
    same_or_refused(&desk, log.name(), &text.with_nonsense(&all), &expected);
    for one in all {
        same_or_refused(&desk, log.name(), &text.with_nonsense(&[one]), &expected);
    }
}

/// Makes a test of each sample.
macro_rules! unknown_words {
    ($($name:ident $number:literal)+) => {
        mod words_that_nobody_knows_change_no_result {
            $(
                #[test]
                fn $name() {
                    super::unknown_words($number);
                }
            )+

            #[test]
            fn and_every_sample_is_tried() {
                let tried = [$($number),+];
                assert!(tried.iter().copied().eq(0..super::WORDS.len()));
                assert_eq!(super::WORDS.len(), super::LOGS.len());
            }
        }
    };
}

unknown_words! {
    zoom_2020 0
    zoom_2021 1
    zoom_german 2
    zoom_unique_2020 3
    zoom_unique_2024 4
    zoom_webinar 5
    teams_list_american 6
    teams_list_british 7
    teams_list_german 8
    teams_list_utf_8 9
    teams_list_empty 10
    teams_report_2021 11
    teams_report_2024 12
    teams_report_polish 13
    teams_report_2026 14
    teams_live_event 15
    webex 16
    bigbluebutton_german 17
    bigbluebutton_english 18
    google_meet 19
    gotowebinar 20
}
