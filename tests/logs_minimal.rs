//! What of a log remains with `--minimal`: minutes and verdicts, those of the full import, and nothing else,
//! not in any byte of the file.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::logs::*;
use crate::support::{World, golden};

/// The bytes of the file and of whatever lies beside it.
fn bytes(world: &World) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(world.path()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("rollcall.db") {
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    bytes
}

/// Bytes as text of one letter each: to look for others in it is quick in a debug build too.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// What a log says that the file must not: names, addresses, and moments in every spelling.
fn traces(log: Log) -> BTreeSet<Vec<u8>> {
    // What the full import keeps is what there is to hide.
    let world = meeting();
    world.fixture(log.file);
    let output = world.run(&["import", log.name()]);
    assert!(matches!(output.code, 0 | 3), "{output}");
    let export = world.line("export attendance --format json");
    let rows: Vec<Value> = serde_json::from_str(&export.success()).unwrap();
    let mut traces = BTreeSet::new();
    for row in &rows {
        for key in ["recorded_name", "recorded_email"] {
            if let Some(text) = row[key].as_str() {
                traces.insert(text.as_bytes().to_vec());
                traces.insert(text.to_lowercase().into_bytes());
            }
        }
        for key in ["joined_at", "left_at"] {
            let Some(text) = row[key].as_str() else {
                continue;
            };
            let moment = DateTime::parse_from_rfc3339(text).unwrap();
            let utc = moment.with_timezone(&Utc);
            for clock in ["%H:%M:%S", "%-H:%M:%S", "%I:%M:%S", "%-I:%M:%S", "%H%M%S"] {
                traces.insert(moment.format(clock).to_string().into_bytes());
                traces.insert(utc.format(clock).to_string().into_bytes());
            }
            let seconds = utc.timestamp();
            traces.insert(seconds.to_string().into_bytes());
            traces.insert(i32::try_from(seconds).unwrap().to_be_bytes().to_vec());
            traces.insert((seconds * 1000).to_be_bytes()[2..].to_vec());
        }
    }
    traces.retain(|trace| !trace.is_empty());
    traces
}

/// The attendance without the moments, and the number of those who are nobody for certain.
fn attendance(world: &World) -> (Vec<Value>, Vec<Option<i64>>) {
    let report = world.line("report attendance --format json");
    let mut rows: Vec<Value> = serde_json::from_str(&report.success()).unwrap();
    let mut strangers = Vec::new();
    rows.retain_mut(|row| {
        let row = row.as_object_mut().unwrap();
        for key in ["first_joined", "last_left", "late_minutes", "share"] {
            row.remove(key);
        }
        if row["person_id"].is_null() {
            strangers.push(row["minutes"].as_i64());
            return false;
        }
        true
    });
    strangers.sort_unstable();
    (rows, strangers)
}

fn import_minimal(world: &World, log: Log) {
    world.fixture(log.file);
    let output = world.run(&["import", log.name(), "--minimal"]);
    assert!(matches!(output.code, 0 | 3), "{output}");
}

/// Lists a sample of each kind of log, and makes a test of each.
macro_rules! one_of_each {
    ($($name:ident)+) => {
        const ONE_OF_EACH: &[Log] = &[$($name),+];

        #[expect(non_snake_case, reason = "a test is called as its sample")]
        mod no_byte_of_the_file_tells_when_or_under_which_name {
            $(
                #[test]
                fn $name() {
                    super::leaves_no_trace(super::$name);
                }
            )+
        }
    };
}

one_of_each! {
    ZOOM_2020
    ZOOM_UNIQUE_2020
    ZOOM_WEBINAR
    TEAMS_LIST_AMERICAN
    TEAMS_REPORT_2026
    TEAMS_LIVE_EVENT
    WEBEX
    BIGBLUEBUTTON_ENGLISH
    GOOGLE_MEET
    GOTOWEBINAR
}

fn leaves_no_trace(log: Log) {
    let world = meeting();
    let on_file = bytes(&world);
    // What is on file already, an address of a sign-up, is no trace of the log.
    let mut traces = traces(log);
    let letters_on_file = letters(&on_file);
    traces.retain(|trace| !letters_on_file.contains(&letters(trace)));
    let tell = |after: &str| {
        let bytes = letters(&bytes(&world));
        for trace in &traces {
            assert!(
                !bytes.contains(&letters(trace)),
                "{log:?}, after {after}: {:?}",
                String::from_utf8_lossy(trace)
            );
        }
    };
    world.fixture(log.file);
    let dry = world.run(&["import", log.name(), "--minimal", "--dry-run"]);
    assert!(matches!(dry.code, 0 | 3), "{dry}");
    assert!(bytes(&world) == on_file, "a dry run leaves every byte");
    let dry = world.run(&["import", log.name(), "--dry-run"]);
    assert!(matches!(dry.code, 0 | 3), "{dry}");
    assert!(bytes(&world) == on_file, "a dry run leaves every byte");
    import_minimal(&world, log);
    tell("the import");
    // A question about somebody else, and its answer.
    world.write(
        "late.csv",
        "Name;E-Mail;Organisation;Session\nTomas Müller;;Energie Nord;Plenum\n",
    );
    let late = world.run(&["import", "late.csv"]).code(3);
    assert!(late.stdout.contains("1 for review"), "{late}");
    let shown = world.line("review --format json").success();
    let questions: Vec<Value> = serde_json::from_str(&shown).unwrap();
    assert_eq!(questions.len(), 1, "a minimal import asks nothing: {shown}");
    let number = questions[0]["id"].to_string();
    world.run(&["review", &number, "person", "6"]).success();
    tell("a review");
}

#[test]
fn traces_are_found_where_there_are_some() {
    // The search above would find them: the full import keeps them all.
    let log = ZOOM_2020;
    let world = meeting();
    let on_file = bytes(&world);
    world.fixture(log.file);
    let output = world.run(&["import", log.name()]);
    assert_eq!(output.code, 3, "{output}");
    let bytes = bytes(&world);
    let (on_file, bytes) = (letters(&on_file), letters(&bytes));
    let found = traces(log)
        .iter()
        .map(|trace| letters(trace))
        .filter(|trace| !on_file.contains(trace) && bytes.contains(trace))
        .count();
    // Eight display names that differ from those on file would be few; every moment in one spelling are many.
    assert!(found > 20, "{found}");
}

#[test]
fn minutes_and_verdicts_are_those_of_the_full_import() {
    for log in ONE_OF_EACH {
        let (minimal, full) = (meeting(), meeting());
        import_minimal(&minimal, *log);
        full.fixture(log.file);
        let output = full.run(&["import", log.name()]);
        assert!(matches!(output.code, 0 | 3), "{output}");
        let (minimal, full) = (attendance(&minimal), attendance(&full));
        assert_eq!(minimal, full, "{log:?}");
    }
}

#[test]
fn verdicts_just_below_and_above_the_rule_are_those_of_the_full_import() {
    // The session lasts 100 minutes, so that half of it are 50.
    let thresholds: [(&str, &[i64]); 4] = [
        ("any", &[0]),
        ("5min", &[5 * 60]),
        ("15min", &[15 * 60]),
        ("50%", &[50 * 60]),
    ];
    for (rule, limits) in thresholds {
        for limit in limits {
            let lengths = [
                limit - 31,
                limit - 30,
                limit - 29,
                limit - 1,
                *limit,
                limit + 1,
                limit + 29,
                limit + 31,
            ];
            let lengths: Vec<i64> = lengths.into_iter().filter(|length| *length >= 0).collect();
            let mut log = "Name;E-Mail;Joined;Left\n".to_owned();
            let mut people = "Vorname;Nachname;E-Mail;Session\n".to_owned();
            for (number, length) in lengths.iter().enumerate() {
                let letter = char::from(b'A' + u8::try_from(number).unwrap());
                let who = format!("P{letter};Gast{letter};p{letter}@gast{letter}.example.org");
                people.push_str(&format!("{who};Talk\n"));
                let end = 10 * 3600 + 7 + length;
                log.push_str(&format!(
                    "P{letter} Gast{letter};p{letter}@gast{letter}.example.org;2020-10-08 10:00:07;2020-10-08 {:02}:{:02}:{:02}\n",
                    end / 3600,
                    end / 60 % 60,
                    end % 60
                ));
            }
            let worlds = [&["--minimal"][..], &[]].map(|options| {
                let world = World::with_file();
                world.write("programme.csv", format!(
                    "event,slug,title,kind,start,end,timezone,rule\n\
                     one,,One,event,2020-10-08T10:00:00+02:00,2020-10-08T11:40:00+02:00,Europe/Berlin,\n\
                     one,talk,Talk,plenary,2020-10-08T10:00:00+02:00,2020-10-08T11:40:00+02:00,,{rule}\n"
                ));
                world.write("people.csv", &people);
                world.write("log.csv", &log);
                world.line("import programme.csv people.csv").success();
                world.run(&[&["import", "log.csv"], options].concat()).success();
                world
            });
            let [minimal, full] = worlds.map(|world| attendance(&world));
            assert_eq!(minimal, full, "{rule}");
            let verdicts: Vec<&str> = full
                .0
                .iter()
                .map(|row| row["verdict"].as_str().unwrap())
                .collect();
            let by_hand: Vec<&str> = lengths
                .iter()
                .map(|length| {
                    if length >= limit {
                        "present"
                    } else {
                        "partial"
                    }
                })
                .collect();
            assert_eq!(verdicts, by_hand, "{rule}: {lengths:?}");
        }
    }
}

#[test]
fn a_minimal_import_says_what_it_kept_and_takes_no_second_log() {
    let world = meeting();
    let mut story = String::new();
    let mut tell = |arguments: &[&str]| {
        let output = world.run(arguments);
        story.push_str(&format!("$ rollcall {}\n{output}\n", arguments.join(" ")));
    };
    for log in [ZOOM_2020, TEAMS_REPORT_2024] {
        world.fixture(log.file);
    }
    let zoom = ZOOM_2020.name();
    tell(&["import", zoom, "--minimal"]);
    let dump = world.dump();
    tell(&["import", zoom, "--minimal"]);
    tell(&["import", TEAMS_REPORT_2024.name(), "--minimal"]);
    assert_eq!(world.dump(), dump);
    tell(&["report", "attendance"]);
    golden("logs/minimal.txt", story);
}

#[test]
fn minutes_alone_and_a_log_in_full_are_never_mixed() {
    let zoom = ZOOM_2020.name();
    for [first, second] in [
        [&["--minimal"][..], &[]],
        [&[], &["--minimal"]],
        [&["--by-the-clock"], &["--minimal"]],
        [&["--minimal", "--by-the-clock"], &["--by-the-clock"]],
    ] {
        let world = meeting();
        world.fixture(ZOOM_2020.file);
        let output = world.run(&[&["import", zoom], first].concat());
        assert!(matches!(output.code, 0 | 3), "{output}");
        let before = (world.dump(), attendance(&world));
        // Not even the same log: its strangers would be counted twice.
        let output = world.run(&[&["import", zoom], second].concat()).code(1);
        assert!(
            output.stderr.contains("has the minutes of a log already"),
            "{output}"
        );
        assert_eq!((world.dump(), attendance(&world)), before);
    }
    // Who was checked in at the door is no log.
    let world = meeting();
    world
        .line("check-in 'Karin Holm' --session plenum --at 10:30")
        .success();
    import_minimal(&world, ZOOM_2020);
    let (rows, strangers) = attendance(&world);
    assert_eq!(strangers, [Some(73), Some(76)]);
    let karin = rows.iter().find(|row| row["person_id"] == KARIN).unwrap();
    assert_eq!(karin["minutes"], 90);
}
