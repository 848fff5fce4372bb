//! Every sample export, from its bytes to the lists, as its golden file says; and what has to hold of
//! all of them: again changes nothing, undo restores, a dry run is the real run, counts add up, and
//! the same submissions in another tool's layout give the same lists.
//!
//! A golden file holds what `inspect` shows, what `import` says, and what the exports hold afterwards.
//! To add a sample: a file in `fixtures`, a line in [`samples!`], `SNAPSHOTS=overwrite`, and then read
//! the golden file beside the sample, row by row.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::support::{World, fixtures, golden};

/// The morning that the samples sign up for: breakouts side by side, then bars to drop in.
pub(crate) const PROGRAMME: &str = "signup_more/programme.csv";
/// Two rounds after each other, for a grid of hours.
const BY_THE_CLOCK: &str = "signup_more/programme_by_the_clock.csv";

/// A file, the programme it is about, and what the organiser says about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) file: &'static str,
    programme: &'static str,
    pub(crate) options: &'static [&'static str],
}

/// Lists the samples, and makes a test of each one's golden file.
macro_rules! samples {
    ($($name:ident: $file:literal, $programme:ident $(, $option:literal)*;)+) => {
        $(
            pub(crate) const $name: Sample = Sample { file: $file, programme: $programme, options: &[$($option),*] };
        )+

        pub(crate) const SAMPLES: &[(&str, Sample)] = &[$((stringify!($name), $name)),+];

        /// One test a sample.
        #[expect(non_snake_case, reason = "a test is called as its sample")]
        mod every_row_ends_as_its_golden_file_says {
            $(
                #[test]
                fn $name() {
                    super::tell_the_story(stringify!($name), super::$name);
                }
            )+
        }
    };
}

samples! {
    MS_FORMS_WINDOWS_1252: "signup/msforms_de_excel_csv_cp1252.csv", PROGRAMME;
    MS_FORMS_UTF_8: "signup/msforms_de_excel_csv_utf8.csv", PROGRAMME;
    MS_FORMS_ENGLISH: "signup_more/ms_forms_en.csv", PROGRAMME;
    GOOGLE_FORMS: "signup/google_forms_sheet_de.csv", PROGRAMME;
    GOOGLE_FORMS_ENGLISH: "signup_more/google_forms_sheet_en.csv", PROGRAMME;
    GOOGLE_FORMS_DOWNLOAD: "signup_more/google_forms_download.csv", PROGRAMME;
    LIMESURVEY: "signup/limesurvey_de_full_semicolon.csv", PROGRAMME;
    LIMESURVEY_CODES_MAPPED: "signup_more/limesurvey_codes.csv", PROGRAMME,
        "--map", "q2[SQ001]=session:breakout-a",
        "--map", "q2[SQ002]=session:breakout-b",
        "--map", "q2[SQ003]=session:breakout-c",
        "--map", "q3[SQ001]=session:bar-1",
        "--map", "q3[SQ002]=session:bar-2",
        "--map", "q3[SQ003]=session:bar-3",
        "--map", "q3[SQ004]=session:bar-4",
        "--map", "q3[SQ005]=session:bar-5";
    PRETIX_POSITIONS: "signup/pretix_positions_de_semicolon.csv", PROGRAMME;
    PRETIX_POSITIONS_ENGLISH: "signup_more/pretix_positions_en.csv", PROGRAMME;
    PRETIX_ORDERS: "signup_more/pretix_orders_de.csv", PROGRAMME;
    PRETIX_CHECK_IN: "signup/pretix_checkin_list_de.csv", PROGRAMME;
    INDICO: "signup/indico_registrations.csv", PROGRAMME;
    EVENTBRITE: "signup/eventbrite_attendees.csv", PROGRAMME;
    TYPEFORM: "signup/typeform.csv", PROGRAMME;
    TITO: "signup_more/tito.csv", PROGRAMME;
    HI_EVENTS: "signup_more/hi_events.csv", PROGRAMME;
    LUMA: "signup_more/luma.csv", PROGRAMME;
    EVENT_TICKETS: "signup_more/event_tickets.csv", PROGRAMME;
    ZOOM_REGISTRATION: "signup_more/zoom_registration.csv", PROGRAMME;
    DOODLE: "signup/doodle_export_FROM_MEMORY.csv", BY_THE_CLOCK;
    DOODLE_PARALLEL: "signup_more/doodle_parallel.csv", PROGRAMME;
    DOODLE_PARALLEL_MAPPED: "signup_more/doodle_parallel.csv", PROGRAMME,
        "--map", "Oktober 2020 · Do 8 · 11:00 – 11:30=session:breakout-a",
        "--map", "Oktober 2020 · Do 8 · 11:00 – 11:30 (2)=session:breakout-b",
        "--map", "Oktober 2020 · Do 8 · 11:00 – 11:30 (3)=session:breakout-c";
    EXCEL_WINDOWS_1252: "excel/excel_de_csv_ansi.csv", PROGRAMME, "--as", "signups";
    EXCEL_UTF_8: "excel/excel_de_csv_utf8_bom.csv", PROGRAMME, "--as", "signups";
    EXCEL_SEP_LINE: "excel/excel_sep_line.csv", PROGRAMME, "--as", "signups";
    EXCEL_UNICODE_TEXT: "excel/excel_unicode_text.txt", PROGRAMME, "--as", "signups";
    EXCEL_QUESTIONS: "signup_more/excel_questions.csv", PROGRAMME;
}

impl Sample {
    /// Returns the file's name, without folders.
    pub(crate) fn name(&self) -> &'static str {
        self.file.rsplit('/').next().unwrap()
    }

    /// Makes a new file that holds the programme, with the sample beside it.
    pub(crate) fn world(&self) -> World {
        let world = with_programme(self.programme);
        world.fixture(self.file);
        world
    }

    fn arguments(&self, command: &'static str) -> Vec<&'static str> {
        [command, self.name()]
            .into_iter()
            .chain(self.options.iter().copied())
            .collect()
    }

    /// Imports the sample once more.
    pub(crate) fn import(&self, world: &World) -> Taken {
        Taken::by(world, &self.arguments("import"))
    }

    /// Imports the sample into a new file, and returns its lists.
    pub(crate) fn lists(&self) -> Lists {
        let world = self.world();
        self.import(&world);
        Lists::of(&world)
    }
}

pub(crate) fn with_programme(programme: &str) -> World {
    let world = World::with_file();
    world.fixture(programme);
    let name = programme.rsplit('/').next().unwrap();
    world.run(&["import", name]).success();
    world
}

fn tell_the_story(name: &str, sample: Sample) {
    let world = sample.world();
    let mut story = String::new();
    let mut tell = |arguments: &[&str]| {
        let words: Vec<String> = arguments
            .iter()
            .map(|word| {
                if word.contains(' ') {
                    format!("'{word}'")
                } else {
                    (*word).to_owned()
                }
            })
            .collect();
        let output = world.run(arguments);
        writeln!(story, "$ rollcall {}\n{output}", words.join(" ")).unwrap();
    };
    tell(&sample.arguments("inspect"));
    tell(&sample.arguments("import"));
    for list in ["people", "organisations", "signups"] {
        tell(&["export", list]);
    }
    golden(&format!("samples/{}.txt", name.to_lowercase()), story);
}

/// The outcome of an import, as data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Taken {
    pub(crate) outcome: Value,
    code: i32,
}

/// What can become of a row.
const FATES: [&str; 6] = [
    "created",
    "updated",
    "unchanged",
    "review",
    "rejected",
    "skipped",
];

impl Taken {
    #[track_caller]
    pub(crate) fn by(world: &World, arguments: &[&str]) -> Self {
        let output = world.run(&[arguments, &["--format", "json"]].concat());
        assert!(matches!(output.code, 0 | 3), "{output}");
        let taken = Self {
            outcome: serde_json::from_str(&output.stdout).unwrap(),
            code: output.code,
        };
        let sum: u64 = FATES.iter().map(|fate| taken.count(fate)).sum();
        assert_eq!(sum, taken.count("rows"), "the counts add up: {output}");
        let set_aside = taken.count("rejected") + taken.count("review") > 0;
        assert_eq!(taken.code == 3, set_aside, "{output}");
        assert_eq!(
            taken.file()["problems"].as_array().unwrap().len() as u64,
            taken.count("rejected"),
            "every rejected row has its reason: {output}"
        );
        taken
    }

    pub(crate) fn file(&self) -> &Value {
        &self.outcome["files"][0]
    }

    pub(crate) fn count(&self, fate: &str) -> u64 {
        self.file()[fate].as_u64().unwrap()
    }

    /// Returns the outcome without what only says how it was called.
    pub(crate) fn said(&self, but: &[&str]) -> (Map<String, Value>, i32) {
        let mut file = self.file().as_object().unwrap().clone();
        file.retain(|key, _| !but.contains(&key.as_str()));
        (file, self.code)
    }
}

pub(crate) type Row = Map<String, Value>;

/// The exports.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lists {
    pub(crate) people: Vec<Row>,
    pub(crate) organisations: Vec<Row>,
    pub(crate) signups: Vec<Row>,
}

impl Lists {
    pub(crate) fn of(world: &World) -> Self {
        let list = |what: &str| {
            let text = world.run(&["export", what, "--format", "json"]).success();
            let rows: Vec<Row> = serde_json::from_str(&text).unwrap();
            rows
        };
        let lists = Self {
            people: list("people"),
            organisations: list("organisations"),
            signups: list("signups"),
        };
        assert!(
            !lists.people.is_empty() && !lists.signups.is_empty(),
            "something was taken"
        );
        lists
    }
}

pub(crate) fn text<'row>(row: &'row Row, key: &str) -> &'row str {
    row[key].as_str().unwrap_or_default()
}

#[test]
fn every_sign_up_sample_there_is_has_its_golden_file() {
    for folder in ["signup", "excel", "signup_more"] {
        for entry in std::fs::read_dir(fixtures().join(folder)).unwrap() {
            let file = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
            let is_told = SAMPLES
                .iter()
                .any(|(_, sample)| sample.file == file || sample.programme == file);
            assert!(is_told, "{file} is in no test");
        }
    }
}

#[test]
fn a_sample_once_more_changes_nothing() {
    for (name, sample) in SAMPLES {
        let world = sample.world();
        let first = sample.import(&world);
        let before = world.dump();
        let again = sample.import(&world);
        assert_eq!(again.outcome["operation"], Value::Null, "{name}");
        for fate in ["rejected", "skipped"] {
            assert_eq!(again.count(fate), first.count(fate), "{name}: {fate}");
        }
        let set_aside = first.count("rejected") + first.count("skipped");
        assert_eq!(
            again.count("unchanged"),
            first.count("rows") - set_aside,
            "{name}"
        );
        assert_eq!(world.dump(), before, "{name}");
    }
}

#[test]
fn a_sample_is_taken_back_without_a_trace() {
    for (name, sample) in SAMPLES {
        let world = sample.world();
        let before = world.dump();
        sample.import(&world);
        assert_ne!(world.dump(), before, "{name}");
        world.run(&["undo"]).success();
        assert_eq!(world.dump(), before, "{name}");
    }
}

#[test]
fn a_dry_run_of_a_sample_is_the_real_run_rolled_back() {
    for (name, sample) in SAMPLES {
        let world = sample.world();
        let dump = world.dump();
        let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
        let dry = Taken::by(
            &world,
            &[sample.arguments("import"), vec!["--dry-run"]].concat(),
        );
        assert_eq!(dry.outcome["operation"], Value::Null, "{name}");
        assert_eq!(dry.outcome["dry_run"], Value::Bool(true), "{name}");
        assert_eq!(world.dump(), dump, "{name}");
        let after = std::fs::read(world.path().join("rollcall.db")).unwrap();
        assert!(after == bytes, "{name}: the file's bytes are untouched");
        let real = sample.import(&world);
        assert_eq!(real.outcome["dry_run"], Value::Bool(false), "{name}");
        assert_eq!(dry.said(&[]), real.said(&[]), "{name}");
    }
}

#[test]
fn inspect_shows_the_columns_that_import_takes() {
    for (name, sample) in SAMPLES {
        let world = sample.world();
        let before = std::fs::read(world.path().join("rollcall.db")).unwrap();
        let shown = world
            .run(&[sample.arguments("inspect"), vec!["--format", "json"]].concat())
            .success();
        let after = std::fs::read(world.path().join("rollcall.db")).unwrap();
        assert!(before == after, "{name}: the file's bytes are untouched");
        let shown: Vec<Row> = serde_json::from_str(&shown).unwrap();
        let taken = sample.import(&world);
        let columns: Vec<Row> = serde_json::from_value(taken.file()["columns"].clone()).unwrap();
        assert_eq!(shown.len(), columns.len(), "{name}");
        for (shown, column) in shown.iter().zip(&columns) {
            for key in ["heading", "field"] {
                assert_eq!(shown[key], column[key], "{name}");
            }
            for key in ["family", "encoding", "kind"] {
                assert_eq!(shown[key], taken.file()[key], "{name}");
            }
        }
    }
}
