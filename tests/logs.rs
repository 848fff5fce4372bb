//! Every sample log, from its bytes to the minutes of each person, against minutes worked out by hand from
//! the file; and what has to hold of all of them: again changes nothing, undo restores, a dry run is the real
//! run, counts add up.
//!
//! A golden file holds what `import` says, the attendance and the questions afterwards. The session is 8
//! October 2020, 10:00:00 to 12:00:00: in the sums below, stays are cut to it.
//!
//! To add a sample: a file in `fixtures`, a line in [`logs!`] with the sums, `SNAPSHOTS=overwrite`, and then
//! read the golden file beside the sample, row by row.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use serde_json::Value;

use crate::desk::{Desk, request};
use crate::samples::{Taken, text};
use crate::support::{World, fixtures, golden};

/// The people who signed up for the plenum, by number: the order of `fixtures/logs/signups.csv`.
pub(crate) const ANNA: i64 = 1;
pub(crate) const JOERG: i64 = 2;
pub(crate) const ELODIE: i64 = 3;
pub(crate) const BJOERN: i64 = 4;
pub(crate) const THOMAS_OF_AUTO: i64 = 5;
pub(crate) const THOMAS_OF_ENERGIE: i64 = 6;
pub(crate) const KARIN: i64 = 7;
pub(crate) const KATARZYNA: i64 = 8;
pub(crate) const CLARA: i64 = 9;

/// A sample, and what a careful human reads in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Log {
    pub(crate) file: &'static str,
    /// The minutes of those whom a name means for certain; everybody else who signed up is a no-show.
    minutes: &'static [(i64, i64)],
    /// The minutes of those who are asked about.
    strangers: &'static [(&'static str, i64)],
}

/// Lists the samples, and makes a test of each.
macro_rules! logs {
    ($($name:ident: $file:literal, $minutes:expr, $strangers:expr;)+) => {
        $(
            pub(crate) const $name: Log = Log { file: $file, minutes: $minutes, strangers: $strangers };
        )+

        pub(crate) const LOGS: &[(&str, Log)] = &[$((stringify!($name), $name)),+];

        /// One test a sample.
        #[expect(non_snake_case, reason = "a test is called as its sample")]
        mod every_stay_is_counted_as_by_hand {
            $(
                #[test]
                fn $name() {
                    super::tell_the_story(stringify!($name), super::$name);
                }
            )+
        }
    };
}

/// Zoom, a row a connection. The same in all shapes.
const ZOOM_MINUTES: &[(i64, i64)] = &[
    // 10:00:00–12:00:00 = 2:00:00
    (CLARA, 120),
    // 10:00:00–10:31:20 and 10:33:05–12:00:00 = 31:20 + 1:26:55 = 1:58:15
    (ANNA, 118),
    // 10:00:00–12:00:00 = 2:00:00
    (JOERG, 120),
    // Two devices: 10:00:10–12:00:00 holds 10:05:02–11:58:30 = 1:59:50
    (ELODIE, 120),
    // 10:03:00–11:59:59 = 1:56:59
    (BJOERN, 117),
    // 10:00:01–10:00:38 = 0:37
    (THOMAS_OF_AUTO, 1),
    // 10:01:00–12:00:00 = 1:59:00
    (THOMAS_OF_ENERGIE, 119),
];
const ZOOM_STRANGERS: &[(&str, i64)] = &[
    // 10:04:30–11:20:15 = 1:15:45
    ("4930****123", 76),
    // 10:02:14–11:15:00 = 1:12:46
    ("iPad von Karin", 73),
];

/// Zoom, a row a person: lengths alone, none longer than the session.
const UNIQUE_MINUTES: &[(i64, i64)] = &[
    (CLARA, 120),             // 140
    (ANNA, 120),              // 122
    (JOERG, 120),             // 122
    (ELODIE, 120),            // 235
    (BJOERN, 117),            // 117
    (THOMAS_OF_AUTO, 1),      // 1
    (THOMAS_OF_ENERGIE, 120), // 120
];
const UNIQUE_STRANGERS: &[(&str, i64)] = &[("4930****123", 76), ("iPad von Karin", 73)];

/// Teams, a row an event.
const LIST_MINUTES: &[(i64, i64)] = &[
    // 10:00:00– and still in = 2:00:00
    (CLARA, 120),
    // 10:00:00–10:31:20 and 10:33:05– and still in = 31:20 + 1:26:55 = 1:58:15
    (ANNA, 118),
    // Before the list began, to 12:00:00 = 2:00:00
    (JOERG, 120),
    // 10:03:00–11:59:59 = 1:56:59
    (BJOERN, 117),
    // There before the first line, 10:00:00–10:00:58, and 10:01:10– and still in = 0:58 + 1:58:50 = 1:59:48
    (ELODIE, 120),
];

/// Teams, a row a stay.
const REPORT_MINUTES: &[(i64, i64)] = &[
    // 10:00:00–12:00:00 = 2:00:00
    (CLARA, 120),
    // 10:00:00–10:31:20 and 10:33:05–12:00:00 = 31:20 + 1:26:55 = 1:58:15
    (ANNA, 118),
    // 10:00:00–12:00:00 = 2:00:00
    (JOERG, 120),
    // 10:03:00–11:59:59 = 1:56:59
    (BJOERN, 117),
    // 10:00:01–10:00:38 = 0:37; without a comma, but with his address
    (THOMAS_OF_AUTO, 1),
];

/// BigBlueButton, a row a person.
const DASHBOARD_MINUTES: &[(i64, i64)] = &[
    // 10:00:00–12:00:00 = 2:00:00
    (CLARA, 120),
    // 10:00:00–12:00:00 = 2:00:00
    (ANNA, 120),
    // 9:59:41 and still in after 02:06:59: to 12:06:40, of which 10:00:00–12:00:00 = 2:00:00
    (JOERG, 120),
];
// Perhaps Anna Müller-Lüdenscheidt: 10:33:05–11:00:00 = 26:55
const DASHBOARD_STRANGERS: &[(&str, i64)] = &[("anna müller", 27)];

logs! {
    ZOOM_2020: "zoom/zoom_meeting_2020_detail.csv", ZOOM_MINUTES, ZOOM_STRANGERS;
    ZOOM_2021: "zoom/zoom_meeting_2021_detail_with_info_consent.csv", ZOOM_MINUTES, ZOOM_STRANGERS;
    ZOOM_GERMAN: "zoom/zoom_meeting_de_HEADERS_FROM_ONE_PARSER.csv", ZOOM_MINUTES, ZOOM_STRANGERS;
    ZOOM_UNIQUE_2020: "zoom/zoom_meeting_2020_unique_with_info.csv", UNIQUE_MINUTES, UNIQUE_STRANGERS;
    ZOOM_UNIQUE_2024: "zoom/zoom_meeting_2024_unique_with_info.csv", UNIQUE_MINUTES, UNIQUE_STRANGERS;
    ZOOM_WEBINAR: "zoom/zoom_webinar_attendee.csv", &[
        // Host: 10:00:00–12:00:00 = 2:00:00
        (CLARA, 120),
        // Panelist: 10:00:00–12:00:00 = 2:00:00
        (BJOERN, 120),
        // 10:00:00–10:31:20 and 10:33:05–12:00:00 = 31:20 + 1:26:55 = 1:58:15
        (ANNA, 118),
        // Two devices: 10:00:10–12:00:00 holds 10:05:02–11:58:30 = 1:59:50
        (ELODIE, 120),
        // Jörg Weiß and Katarzyna Wójcik are registered and did not attend.
    ], &[
        // Other Attended: 10:04:30–11:20:15 = 1:15:45
        ("4930****123", 76),
    ];
    TEAMS_LIST_AMERICAN: "teams/teams_list_2020_en_us.csv", LIST_MINUTES, &[];
    TEAMS_LIST_BRITISH: "teams/teams_list_2020_en_gb.csv", LIST_MINUTES, &[];
    TEAMS_LIST_GERMAN: "teams/teams_list_2020_de_INFERRED.csv", LIST_MINUTES, &[];
    TEAMS_LIST_UTF_8: "teams/teams_list_utf8_resaved.csv", LIST_MINUTES, &[];
    TEAMS_LIST_EMPTY: "teams/teams_list_header_only.csv", &[], &[];
    TEAMS_REPORT_2021: "teams/teams_report_2021_meeting_summary.csv", REPORT_MINUTES, &[];
    TEAMS_REPORT_2024: "teams/teams_report_2024_sections_en_us.csv", REPORT_MINUTES, &[];
    TEAMS_REPORT_POLISH: "teams/teams_report_2025_pl_headers_us_dates_trailing_tabs.csv", REPORT_MINUTES, &[];
    TEAMS_REPORT_2026: "teams/teams_report_2026_four_sections_engagement.csv", &[
        // Section 3: 10:00:00–12:00:00 = 2:00:00
        (CLARA, 120),
        // Section 2 alone: 10:00:00–12:00:00 = 2:00:00
        (ANNA, 120),
        // Section 2, two rows: 10:03:00–10:40:00 and 10:42:00–11:59:59 = 37:00 + 1:17:59 = 1:54:59
        (BJOERN, 115),
        // Section 2, his organisation before the name: 10:00:00–12:00:00 = 2:00:00
        (JOERG, 120),
        // Section 2, no coming: 12:00:58 less 1:55:00 = 10:05:58–12:00:00 = 1:54:02
        (ELODIE, 114),
        // Katarzyna Wójcik stands there without any time.
    ], &[
        // 10:04:30–11:20:15 = 1:15:45
        ("493055500123 (Unverified)", 76),
    ];
    TEAMS_LIVE_EVENT: "teams/teams_live_event_attendee.csv", &[
        // In UTC: 7:58:03–10:00:44 is 9:58:03–12:00:44, of which 10:00:00–12:00:00 = 2:00:00
        (ANNA, 120),
    ], &[
        // Somebody without a name: 8:03:00 UTC is 10:03:00– and still in = 1:57:00
        ("", 117),
    ];
    WEBEX: "webex/webex_attendee_en.csv", &[
        // 10:00:00–12:00:00 = 2:00:00
        (CLARA, 120),
        // 10:00:00–10:31:20 and 10:33:05–12:00:00 = 31:20 + 1:26:55 = 1:58:15
        (ANNA, 118),
    ], &[
        // 10:04:30–11:20:15 = 1:15:45
        ("Call-in User_2", 76),
    ];
    BIGBLUEBUTTON_GERMAN: "bigbluebutton/bbb_learning_dashboard_de.csv", DASHBOARD_MINUTES, DASHBOARD_STRANGERS;
    BIGBLUEBUTTON_ENGLISH: "bigbluebutton/bbb_learning_dashboard_en.csv", DASHBOARD_MINUTES, DASHBOARD_STRANGERS;
    GOOGLE_MEET: "google_meet/meet_attendance_first_last.csv", &[
        // 10:00–12:00 = 2:00
        (ANNA, 120),
        // 10:03–11:00 = 57
        (BJOERN, 57),
    ], &[
        // Perhaps Karin Holm: 10:02–11:02 = 1:00
        ("Karin", 60),
    ];
    GOTOWEBINAR: "goto/gotowebinar_attendee_report.csv", &[
        // 10:00–12:00 = 2:00
        (ANNA, 120),
        // Jörg Weiß did not attend.
    ], &[];
}

impl Log {
    /// Returns the file's name, without folders.
    pub(crate) fn name(&self) -> &'static str {
        self.file.rsplit('/').next().unwrap()
    }

    /// Returns the file's bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        std::fs::read(fixtures().join(self.file)).unwrap()
    }

    /// Returns the file's text, without its mark and with plain line ends.
    pub(crate) fn text(&self) -> String {
        let bytes = self.bytes();
        let text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => {
                let units = rest.chunks(2);
                let units = units.map(|two| u16::from_le_bytes([two[0], two[1]]));
                String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    }

    /// Makes a new file with the meeting and its sign-ups, with the sample beside it.
    fn world(&self) -> World {
        let world = meeting();
        world.fixture(self.file);
        world
    }
}

/// Makes a new file with the meeting and its sign-ups.
pub(crate) fn meeting() -> World {
    let world = World::new();
    world.write(
        "rollcall.db",
        std::fs::read(meeting_desk().database()).unwrap(),
    );
    world
}

/// The same in this process; made once, and copied.
pub(crate) fn meeting_desk() -> Desk {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = FILE.get_or_init(|| {
        let mut desk = Desk::new();
        for name in ["programme.csv", "signups.csv"] {
            let bytes = std::fs::read(fixtures().join("logs").join(name)).unwrap();
            assert_eq!(desk.import(name, &bytes).value[0].rejected, 0);
        }
        std::fs::read(desk.database()).unwrap()
    });
    Desk::of(bytes)
}

/// Who was there how long, by session and number, or the name of somebody who is asked about.
pub(crate) type Minutes = BTreeMap<(String, String), Vec<Option<i64>>>;

/// Returns the minutes of an attendance report in JSON, without those who did not come.
pub(crate) fn minutes(report: &str) -> Minutes {
    let rows: Vec<serde_json::Map<String, Value>> = serde_json::from_str(report).unwrap();
    let mut minutes = Minutes::new();
    for row in &rows {
        let came = matches!(
            text(row, "verdict"),
            "present" | "partial" | "walk-in" | "brief"
        );
        let who = match row["person_id"].as_i64() {
            Some(id) if came => id.to_string(),
            Some(_) => {
                assert_eq!(row["minutes"], Value::Null, "{row:?}");
                continue;
            }
            None => text(row, "name").to_owned(),
        };
        let session = text(row, "session").to_owned();
        let rows = minutes.entry((session, who)).or_default();
        rows.push(row["minutes"].as_i64());
        rows.sort_unstable();
    }
    minutes
}

/// Returns everybody's minutes.
pub(crate) fn minutes_of(desk: &Desk) -> Minutes {
    let report = desk.line("report attendance --format json");
    minutes(&report.success())
}

fn tell_the_story(name: &str, log: Log) {
    let world = log.world();
    let mut story = String::new();
    for arguments in [
        &["import", log.name()][..],
        &["report", "attendance"],
        &["review"],
    ] {
        let output = world.run(arguments);
        writeln!(story, "$ rollcall {}\n{output}", arguments.join(" ")).unwrap();
    }
    golden(&format!("logs/{}.txt", name.to_lowercase()), story);

    let report = world.line("report attendance --format json");
    let counted = minutes(&report.success());
    let mut by_hand = Minutes::new();
    let numbers = log.minutes.iter().map(|(id, it)| (id.to_string(), *it));
    let names = log
        .strangers
        .iter()
        .map(|(who, it)| ((*who).to_owned(), *it));
    for (who, minutes) in numbers.chain(names) {
        let key = ("plenum".to_owned(), who);
        by_hand.entry(key).or_default().push(Some(minutes));
    }
    assert_eq!(counted, by_hand);
}

#[test]
fn every_sample_of_a_log_is_counted_by_hand() {
    for folder in [
        "zoom",
        "teams",
        "webex",
        "bigbluebutton",
        "google_meet",
        "goto",
    ] {
        for entry in std::fs::read_dir(fixtures().join(folder)).unwrap() {
            let file = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
            let is_told = LOGS.iter().any(|(_, log)| log.file == file);
            assert!(is_told, "{file} is in no test");
        }
    }
}

#[test]
fn a_log_once_more_changes_nothing() {
    for (name, log) in LOGS {
        let mut desk = meeting_desk();
        let bytes = log.bytes();
        let first = desk.import(log.name(), &bytes);
        let before = desk.dump();
        for file in [log.name(), "another name.csv"] {
            let again = desk.import(file, &bytes);
            assert_eq!(again.operation, None, "{name}");
            let (first, again) = (&first.value[0], &again.value[0]);
            assert_eq!(again.rejected, first.rejected, "{name}");
            assert_eq!(again.skipped, first.skipped, "{name}");
            let set_aside = first.rejected + first.skipped;
            assert_eq!(again.unchanged, first.rows - set_aside, "{name}: {again:?}");
            assert_eq!(desk.dump(), before, "{name}");
        }
        desk.check();
    }
}

#[test]
fn a_log_is_taken_back_without_a_trace() {
    for (name, log) in LOGS {
        let mut desk = meeting_desk();
        let before = desk.dump();
        let imported = desk.import(log.name(), &log.bytes());
        assert_eq!(
            imported.operation.is_some(),
            !log.minutes.is_empty(),
            "{name}"
        );
        if imported.operation.is_some() {
            assert_ne!(desk.dump(), before, "{name}");
            desk.run(&["undo"]).success();
        }
        assert_eq!(desk.dump(), before, "{name}");
    }
}

#[test]
fn a_dry_run_of_a_log_is_the_real_run_rolled_back() {
    for (name, log) in LOGS {
        let mut desk = meeting_desk();
        let bytes = std::fs::read(desk.database()).unwrap();
        let log_bytes = log.bytes();
        let dry = rollcall::intake::Request {
            dry_run: true,
            ..request()
        };
        let dry = desk.import_as(&[(log.name(), &log_bytes)], &dry).unwrap();
        assert_eq!(dry.operation, None, "{name}");
        let after = std::fs::read(desk.database()).unwrap();
        assert!(after == bytes, "{name}: the file's bytes are untouched");
        let real = desk.import(log.name(), &log_bytes);
        assert_eq!(dry.value, real.value, "{name}");
    }
}

#[test]
fn inspect_shows_the_columns_that_import_takes_from_a_log() {
    for (name, log) in LOGS {
        let world = log.world();
        let shown = world.run(&["inspect", log.name(), "--format", "json"]);
        let shown: Vec<serde_json::Map<String, Value>> =
            serde_json::from_str(&shown.success()).unwrap();
        let taken = Taken::by(&world, &["import", log.name()]);
        let columns = taken.file()["columns"].as_array().unwrap();
        assert_eq!(shown.len(), columns.len(), "{name}");
        for (shown, column) in shown.iter().zip(columns) {
            for key in ["heading", "field"] {
                assert_eq!(shown[key], column[key], "{name}");
            }
            for key in ["family", "encoding", "kind"] {
                assert_eq!(shown[key], taken.file()[key], "{name}");
            }
        }
    }
}
