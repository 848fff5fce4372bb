use super::super::tests::{records_in, records_of};
use super::super::{RawLog, Says};
use super::*;
use crate::import::platforms::tests::in_english;

/// Describes every line: line number, name, address, times, minutes.
pub(super) fn told(log: &RawLog<'_>) -> Vec<String> {
    log.lines
        .iter()
        .map(|line| {
            let says = match &line.says {
                Says::Stay(stay) => {
                    let parts = stay
                        .parts
                        .as_ref()
                        .map_or(String::new(), |(given, family)| {
                            format!(" <{given}+{family}>")
                        });
                    let organisation = match stay.organisation {
                        "" => String::new(),
                        organisation => format!(" [{organisation}]"),
                    };
                    format!(
                        "{}{parts} | {} | {} | {} | {}{organisation}",
                        stay.name, stay.email, stay.joined, stay.left, stay.duration
                    )
                }
                Says::PartOf(of) => format!("part of {of}"),
                Says::Nothing(reason) => format!("- {}", reason.in_english()),
                Says::Wrong(column, reason) => format!("! {column:?} {}", reason.in_english()),
            };
            format!("{}: {says}", line.line)
        })
        .collect()
}

/// Returns records from lines whose cells are split at `;`, without blank lines, as every reader gets them.
pub(super) fn lines(text: &str) -> Vec<Record> {
    records_in(format!("sep=;\n{text}").as_bytes())
}

/// Describes the lines of a text.
pub(super) fn told_of(text: &str) -> Vec<String> {
    told(&read(&lines(text)).unwrap().unwrap())
}

/// The rest of a row after the address.
pub(super) const TIMES: &str = "10/08/2020 09:58:03 AM;10/08/2020 10:31:20 AM;34";

/// The plenary in every detailed report: no line is missing.
const PLENARY: [&str; 11] = [
    "Clara Goldbach | clara.goldbach@go-buero.example.org | 10/08/2020 09:47:12 AM | 10/08/2020 12:06:40 PM | 140",
    "Anna Müller-Lüdenscheidt | anna.mueller@biocluster-nord.example.org | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34",
    "Anna Müller-Lüdenscheidt | anna.mueller@biocluster-nord.example.org | 10/08/2020 10:33:05 AM | 10/08/2020 12:00:44 PM | 88",
    "Jörg W. (Jörg Weiß) | Joerg.Weiss@Photonik-Sued.example.org | 10/08/2020 09:59:41 AM | 10/08/2020 12:01:02 PM | 122",
    "iPad von Karin |  | 10/08/2020 10:02:14 AM | 10/08/2020 11:15:00 AM | 73",
    "Élodie Dupré | elodie.dupre@optique-est.example.com | 10/08/2020 10:00:10 AM | 10/08/2020 12:00:58 PM | 121",
    "Élodie Dupré | elodie.dupre@optique-est.example.com | 10/08/2020 10:05:02 AM | 10/08/2020 11:58:30 AM | 114",
    "Björn Åkesson |  | 10/08/2020 10:03:00 AM | 10/08/2020 11:59:59 AM | 117",
    "Müller, Thomas | t.mueller@auto-mitte.example.org | 10/08/2020 10:00:01 AM | 10/08/2020 10:00:38 AM | 1",
    "Thomas Müller | thomas.mueller@energie-nord.example.org | 10/08/2020 10:01:00 AM | 10/08/2020 12:00:30 PM | 120",
    "4930****123 |  | 10/08/2020 10:04:30 AM | 10/08/2020 11:20:15 AM | 76",
];

/// The same people in a report without times.
const UNIQUE: [&str; 9] = [
    "Clara Goldbach | clara.goldbach@go-buero.example.org |  |  | 140",
    "Anna Müller-Lüdenscheidt | anna.mueller@biocluster-nord.example.org |  |  | 122",
    "Jörg W. (Jörg Weiß) | joerg.weiss@photonik-sued.example.org |  |  | 122",
    "iPad von Karin |  |  |  | 73",
    "Élodie Dupré | elodie.dupre@optique-est.example.com |  |  | 235",
    "Björn Åkesson |  |  |  | 117",
    "Müller, Thomas | t.mueller@auto-mitte.example.org |  |  | 1",
    "Thomas Müller | thomas.mueller@energie-nord.example.org |  |  | 120",
    "4930****123 |  |  |  | 76",
];

/// Prefixes each row with its line number.
fn numbered(rows: &[&str], first: u64) -> Vec<String> {
    (first..)
        .zip(rows)
        .map(|(line, row)| format!("{line}: {row}"))
        .collect()
}

pub(super) fn fields(log: &RawLog<'_>) -> String {
    let fields: Vec<String> = log.columns.iter().map(|it| it.field.to_string()).collect();
    fields.join(" ")
}

/// Describes the meetings: title, begin, end.
pub(super) fn meetings(log: &RawLog<'_>) -> Vec<String> {
    log.meetings
        .iter()
        .map(|it| format!("{} | {} | {}", it.title, it.start, it.end))
        .collect()
}

#[test]
fn the_participants_of_2020_are_read() {
    let records = records_of("zoom/zoom_meeting_2020_detail.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(told(&log), numbered(&PLENARY, 2));
    assert_eq!(log.family, "zoom-meeting");
    assert_eq!(meetings(&log), [" |  | "]);
    assert_eq!(fields(&log), "name email joined_at left_at duration");
    assert_eq!(log.columns[0].heading, "Name (Original Name)");
    assert_eq!((log.utc, &log.notes[..]), (false, &[][..]));
}

#[test]
fn the_participants_of_2021_stand_below_their_meeting() {
    let records = records_of("zoom/zoom_meeting_2021_detail_with_info_consent.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(told(&log), numbered(&PLENARY, 5));
    assert_eq!(log.family, "zoom-meeting");
    assert_eq!(
        meetings(&log),
        ["go-cluster Herbsttreffen, Plenum | 10/08/2020 09:47:12 AM | 10/08/2020 12:06:40 PM"]
    );
    assert_eq!(
        fields(&log),
        "name email joined_at left_at duration ignore ignore"
    );
}

#[test]
fn unique_users_have_minutes_and_no_times() {
    for path in [
        "zoom/zoom_meeting_2020_unique_with_info.csv",
        "zoom/zoom_meeting_2024_unique_with_info.csv",
    ] {
        let records = records_of(path);
        let log = read(&records).unwrap().unwrap();
        assert_eq!(told(&log), numbered(&UNIQUE, 5), "{path}");
        assert_eq!(log.family, "zoom-unique-users");
        assert_eq!(
            meetings(&log),
            ["go-cluster Herbsttreffen, Plenum | 10/08/2020 09:47:12 AM | 10/08/2020 12:06:40 PM"]
        );
        assert_eq!(fields(&log), "name email duration ignore");
        assert_eq!(log.notes.len(), 1);
    }
}

#[test]
fn german_headings_are_read() {
    let records = records_of("zoom/zoom_meeting_de_HEADERS_FROM_ONE_PARSER.csv");
    let log = read(&records).unwrap().unwrap();
    let german: Vec<String> = numbered(&PLENARY, 2)
        .iter()
        .map(|row| {
            row.replace("10/08/2020", "08.10.2020")
                .replace(" AM", "")
                .replace(" PM", "")
        })
        .collect();
    assert_eq!(told(&log), german);
    assert_eq!(fields(&log), "name email joined_at left_at duration");
    assert_eq!(in_english(&log.notes), [""; 0]);
}

#[test]
fn the_sections_of_a_webinar_are_read() {
    let records = records_of("zoom/zoom_webinar_attendee.csv");
    let log = read(&records).unwrap().unwrap();
    assert_eq!(
        told(&log),
        [
            "7: Clara Goldbach | clara.goldbach@go-buero.example.org | 10/08/2020 09:47:12 AM | 10/08/2020 12:06:40 PM | 140",
            "10: Björn Åkesson | bjorn.akesson@maritim.example.net | 10/08/2020 09:51:00 AM | 10/08/2020 12:02:00 PM | 131",
            "13: Anna Müller-Lüdenscheidt <Anna+Müller-Lüdenscheidt> | anna.mueller@biocluster-nord.example.org | 10/08/2020 09:58:03 AM | 10/08/2020 10:31:20 AM | 34 [BioCluster Nord]",
            "14: Anna Müller-Lüdenscheidt <Anna+Müller-Lüdenscheidt> | anna.mueller@biocluster-nord.example.org | 10/08/2020 10:33:05 AM | 10/08/2020 12:00:44 PM | 88 [BioCluster Nord]",
            "15: Élodie Dupré <Élodie+Dupré> | elodie.dupre@optique-est.example.com | 10/08/2020 10:00:10 AM | 10/08/2020 12:00:58 PM | 121 [Optique Est, Strasbourg]",
            "16: Élodie Dupré <Élodie+Dupré> | elodie.dupre@optique-est.example.com | 10/08/2020 10:05:02 AM | 10/08/2020 11:58:30 AM | 114 [Optique Est, Strasbourg]",
            "17: - registered and not there",
            "18: - registered and not there",
            "21: 4930****123 |  | 10/08/2020 10:04:30 AM | 10/08/2020 11:20:15 AM | 76",
        ]
    );
    assert_eq!(log.family, "zoom-webinar");
    assert_eq!(
        meetings(&log),
        ["go-cluster Herbsttreffen | 10/08/2020 09:47:12 AM | "]
    );
    assert_eq!(
        fields(&log),
        "status name given_name family_name email ignore ignore ignore joined_at left_at duration \
         ignore organisation ignore"
    );
    assert_eq!(in_english(&log.notes), [""; 0]);
}

/// Returns every file in a folder of the fixtures.
fn files(folder: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let mut files: Vec<String> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn files_of_other_kinds_are_not_read() {
    let folders = [
        "bigbluebutton",
        "excel",
        "google_meet",
        "goto",
        "signup",
        "signup_more",
        "teams",
        "webex",
        "wrong",
    ];
    for path in folders.iter().flat_map(|folder| files(folder)) {
        assert_eq!(read(&records_of(&path)), None, "{path}");
    }
}
