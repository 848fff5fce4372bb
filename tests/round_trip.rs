//! What is exported can be taken in: `export all`, imported into a new file, is exported again byte for byte.

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::desk::{Desk, EXPORTS, PROGRAMME, run};
use super::forms::{PLAIN, rows};
use super::laws::rounds;
use super::steps::{Noted, Step, step, take};
use super::support::without_age;

/// Exports everything into `folder` of the file's own folder; returns each file's name and bytes.
fn export_all(desk: &Desk, folder: &str, language: &str, format: &str) -> Vec<(String, String)> {
    let folder = desk.path().join(folder);
    desk.run(&[
        "--lang",
        language,
        "--format",
        format,
        "export",
        "all",
        "-o",
        folder.to_str().unwrap(),
    ])
    .success();
    EXPORTS
        .iter()
        .map(|what| {
            let name = format!("{what}.{format}");
            let text = std::fs::read_to_string(folder.join(&name)).unwrap();
            (name, text)
        })
        .collect()
}

/// Holds that the exports of a file make the same file again.
#[track_caller]
fn comes_back(desk: &Desk, language: &str) {
    let exported = export_all(desk, "export", language, "csv");
    let copy = Desk::new();
    let files: Vec<String> = exported
        .iter()
        .map(|(name, _)| {
            desk.path()
                .join("export")
                .join(name)
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let mut line = vec!["--format", "json", "import"];
    line.extend(files.iter().map(String::as_str));
    let output = copy.run(&line);
    let outcome: serde_json::Value =
        serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output}"));
    for file in outcome["files"].as_array().unwrap() {
        assert_eq!(file["rejected"], 0, "{file:#}");
        assert_eq!(file["skipped"], 0, "{file:#}");
        // Only stays that belong to nobody may be asked about.
        if file["kind"] != "attendance" {
            assert_eq!(file["review"], 0, "{file:#}");
        }
    }
    copy.check();
    let again = export_all(&copy, "export", language, "csv");
    for ((name, before), (_, after)) in exported.iter().zip(&again) {
        let (before, after) = (without_age(before), without_age(after));
        assert_eq!(before, after, "{name}, before and after");
    }
    let (before, after) = (facts(desk), facts(&copy));
    let only_in = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter()
            .filter(|fact| !other.contains(fact))
            .cloned()
            .collect()
    };
    assert_eq!(only_in(&before, &after), only_in(&after, &before));
    assert_eq!(before, after);
    // And once more into the file it came from: nothing is new there.
    let dump = copy.dump();
    let output = copy.run(&line);
    assert!([0, 3].contains(&output.code), "{output}");
    assert_eq!(
        copy.dump(),
        dump,
        "the second import of the same exports changed the file"
    );
    comes_back_by_workbook(desk, language);
}

/// Holds that one workbook of everything makes the same file again.
#[track_caller]
fn comes_back_by_workbook(desk: &Desk, language: &str) {
    let export = |desk: &Desk| {
        let path = desk.path().join("all.xlsx");
        let path = path.to_str().unwrap();
        desk.run(&["--lang", language, "export", "all", "-o", path])
            .success();
        (path.to_owned(), std::fs::read(path).unwrap())
    };
    let (path, exported) = export(desk);
    let copy = Desk::new();
    let output = copy.run(&["--format", "json", "import", &path]);
    let outcome: serde_json::Value =
        serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output}"));
    let files = outcome["files"].as_array().unwrap();
    let named: Vec<_> = files
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    let expected = EXPORTS.map(|what| format!("all.xlsx, sheet {what}"));
    assert_eq!(named, expected);
    for (file, kind) in files.iter().zip(EXPORTS) {
        assert_eq!(file["kind"], kind, "{file:#}");
        assert_eq!(file["rejected"], 0, "{file:#}");
        assert_eq!(file["skipped"], 0, "{file:#}");
    }
    copy.check();
    assert_eq!(facts(desk), facts(&copy));
    assert_eq!(desk.exports(), copy.exports());
    std::fs::remove_file(&path).unwrap();
    assert!(export(desk).1 == exported, "another workbook");
}

/// Returns what is on file of people and their registrations, beyond what the exports show at once.
fn facts(desk: &Desk) -> Vec<String> {
    let reader = desk.read();
    let mut facts: Vec<String> = Vec::new();
    facts.extend(
        reader
            .people()
            .unwrap()
            .iter()
            .map(|person| format!("{person:?}")),
    );
    facts.extend(
        reader
            .organisations()
            .unwrap()
            .iter()
            .map(|organisation| format!("{organisation:?}")),
    );
    for event in reader.events().unwrap() {
        let sessions = reader.sessions(event.id).unwrap();
        let slug = |id| {
            &sessions
                .iter()
                .find(|session| session.id == id)
                .unwrap()
                .slug
        };
        for row in reader.registrations(event.id).unwrap() {
            let mut it = row.registration;
            it.answers.sort();
            facts.push(format!(
                "{}: person {}, {:?} {:?}, {:?} {:?} {:?}",
                event.slug,
                it.person_id,
                it.organisation_id,
                it.organisation_name,
                it.status,
                it.requested_at,
                it.answers
            ));
            let mut signups: Vec<String> = row
                .signups
                .iter()
                .map(|signup| {
                    format!(
                        "  {}: {:?} {:?}",
                        slug(signup.session_id),
                        signup.status,
                        signup.requested_at
                    )
                })
                .collect();
            signups.sort();
            facts.extend(signups);
        }
        for stay in reader.stays(event.id).unwrap() {
            facts.push(format!(
                "{}: {:?} {:?} {:?} {:?} {} {:?}",
                event.slug,
                stay.session_id.map(slug),
                stay.person_id,
                stay.seconds,
                stay.meets,
                stay.is_nobody,
                stay.source
            ));
        }
        for ruling in reader.rulings(event.id).unwrap() {
            let session = slug(ruling.session_id);
            let reason = ruling.reason;
            let said = format!("{:?} {reason}", ruling.verdict);
            facts.push(format!(
                "{}: {} in {session}: {said}",
                event.slug, ruling.person_id
            ));
        }
        for (person, session) in reader.excuses(event.id).unwrap() {
            facts.push(format!(
                "{}: {person} excused in {}",
                event.slug,
                slug(session)
            ));
        }
    }
    facts
}

/// A file with a bit of everything.
fn a_bit_of_everything() -> Desk {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import(
        "organisations.csv",
        "name,short_name,kind,country,region,website,aliases\r\n\
         BioCluster Nord e.V.,BCN,CMO,Germany,Hamburg,https://biocluster-nord.example.org,Nord BioCluster; Biocluster North\r\n\
         \"=Formel, Zeichen & Co. KG\",,company,,,,\r\n"
            .as_bytes(),
    );
    desk.import(
        "form.csv",
        "Registration time;Name;Email;Organisation;Phone;Session;Status;Remarks;Remarks\n\
         2020-09-07 08:00;Anna Müller-Lüdenscheidt;anna@biocluster-nord.example.org;BioCluster Nord e.V.;+49 40 5550101;Session A: Public relations;;vegan;\n\
         2020-09-07 08:10;Dr. Jörg Weiß;joerg@photonik-sued.example.org;Photonik Süd GmbH;;Session A: Public relations;;=1+1;\"zwei\nZeilen\"\n\
         2020-09-07 08:20;Petra Huber;info@foodwerk.example.org;Foodwerk Emsland;;Session A: Public relations;;;'=quoted\n\
         2020-09-07 08:30;Max Huber;info@foodwerk.example.org;Foodwerk Emsland;;Session A: Public relations;;-5;\n\
         2020-09-07 08:40;Prof. Dr. Regine von der Heide;heide@uni-auental.example.org;Universität Auental;;\"Session B: Economic recovery; Session C: Human resources\";;;\n\
         2020-09-07 08:50;Łukasz Śliwiński;;;;;;;\n\
         2020-09-07 09:00;Zoé Lefèvre;zoe@verre.example.org;Pôle Verre & Lumière;;Bar 1: Harbour Pub;cancelled;;\n\
         2020-09-08 08:00;Anna Müller-Lüdenscheidt;anna@biocluster-nord.example.org;BioCluster Nord e.V.;;Session C: Human resources;;vegetarian;\n"
            .as_bytes(),
    );
    for step in [
        Step::SecondEvent,
        Step::SignUp(1, 6),
        Step::SignUp(2, 6),
        Step::SignUp(3, 6),
        Step::SignUp(3, 7),
        Step::Cancel(2, Some(6)),
        Step::CheckIn(0, 0, Noted::Came(Some(2))),
        Step::CheckIn(0, 0, Noted::Left(50)),
        Step::CheckIn(1, 0, Noted::Came(None)),
        Step::CheckIn(5, 0, Noted::Excused),
        Step::CheckIn(4, 1, Noted::Came(Some(80))),
        Step::Rule(0, 0, 3),
        Step::Rule(2, 1, 5),
        Step::EditPerson(1, 3),
        Step::EditPerson(1, 4),
        Step::EditPerson(1, 5),
    ] {
        assert!(take(&mut desk, &step), "{step:?} changed nothing");
    }
    let output = desk.run(&[
        "import",
        "--event",
        "autumn",
        "--session",
        "bar-1",
        write(
            &desk,
            "list.csv",
            "Name;E-Mail\nAnna Müller-Lüdenscheidt;\nSomebody Unknown;somebody@example.org\n",
        )
        .as_str(),
    ]);
    assert_eq!(output.code, 3, "{output}");
    desk
}

fn write(desk: &Desk, name: &str, text: &str) -> String {
    let path = desk.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_file_with_a_bit_of_everything_comes_back_in_both_languages() {
    let desk = a_bit_of_everything();
    comes_back(&desk, "en");
    comes_back(&desk, "de");
}

/// Stays without times, of nobody, and verdicts by hand, as an export has them.
const KEPT: &str = "\
event,session,person_id,given_name,family_name,email,organisation,recorded_name,recorded_email,joined_at,left_at,source,seconds,meets,nobody,verdict,reason
autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,1234,,no,,
autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,1235,,no,,
autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,minimal.csv,1200,yes,no,,
autumn,bar-1,2,Jörg,Weiß,,,,,,,minimal.csv,0,no,no,,
autumn,bar-1,,,,,,Notetaker,,2020-10-08T16:00:00+02:00,2020-10-08T17:00:00+02:00,log.csv,,,yes,,
autumn,,,,,,,Second screen,,,,log.csv,60,,yes,,
autumn,bar-1,3,Petra,Huber,,,,,,,ruling,,,,no-show,=It was somebody else
";

#[test]
fn stays_without_times_of_nobody_and_verdicts_by_hand_come_back() {
    let mut desk = a_bit_of_everything();
    let before = desk
        .read()
        .stays(desk.read().events().unwrap()[0].id)
        .unwrap()
        .len();
    desk.import("attendance.csv", KEPT.as_bytes());
    let event = desk.read().events().unwrap()[0].id;
    assert_eq!(desk.read().stays(event).unwrap().len(), before + 6);
    assert_eq!(desk.read().rulings(event).unwrap().len(), 3);
    comes_back(&desk, "en");
    comes_back(&desk, "de");
}

#[test]
fn an_export_that_contradicts_itself_is_told_where() {
    let desk = a_bit_of_everything();
    let heading = KEPT.lines().next().unwrap();
    for (row, column, reason) in [
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,2020-10-08T16:00:00+02:00,,log.csv,60,,no,,",
            "seconds",
            "a length beside times",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,-1,,no,,",
            "seconds",
            "this is not a number of seconds",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,,yes,no,,",
            "meets",
            "an answer without a length",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,60,perhaps,no,,",
            "meets",
            "neither yes nor no",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,log.csv,60,,yes,,",
            "nobody",
            "somebody's stay is not nobody's",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,ruling,,,,there,Why",
            "verdict",
            "this is not a verdict",
        ),
        (
            "autumn,bar-1,1,Anna,Müller-Lüdenscheidt,,,,,,,ruling,,,,present,",
            "reason",
            "a verdict by hand has a reason",
        ),
    ] {
        let file = write(&desk, "attendance.csv", &format!("{heading}\n{row}\n"));
        let output = desk.run(&["import", "--dry-run", &file]);
        let said = format!("column `{column}`: {reason}");
        assert!(output.to_string().contains(&said), "{row}: {output}");
    }
}

#[test]
fn a_verdict_by_hand_is_not_replaced_by_an_older_export() {
    let mut desk = a_bit_of_everything();
    let exported = export_all(&desk, "export", "en", "csv");
    assert!(take(&mut desk, &Step::Rule(0, 0, 4)));
    let file = desk.path().join("export").join(&exported[4].0);
    assert!(exported[4].1.contains(",ruling,"));
    let output = desk.run(&["import", file.to_str().unwrap()]);
    let said = "older than what is on file, and left alone: line";
    assert!(output.to_string().contains(said), "{output}");
    // Of a file that has no past in common, nothing tells which of the two is newer.
    let rows = without_age(&exported[4].1);
    std::fs::write(&file, rows).unwrap();
    let output = desk.run(&["import", file.to_str().unwrap()]);
    let said = "another verdict by hand is on file";
    assert!(output.to_string().contains(said), "{output}");
}

#[test]
fn an_empty_file_comes_back() {
    comes_back(&Desk::new(), "en");
}

#[test]
fn a_merge_and_a_cancellation_come_back() {
    let mut desk = a_bit_of_everything();
    for step in [
        Step::MergePeople(3, 2),
        Step::MergeOrganisations(2, 0),
        Step::Cancel(0, None),
        Step::Cancel(4, None),
    ] {
        assert!(take(&mut desk, &step), "{step:?} changed nothing");
    }
    comes_back(&desk, "en");
}

#[test]
fn two_whom_an_answer_kept_apart_stay_apart() {
    let mut desk = Desk::with_programme(PROGRAMME);
    let form = "Registration time;Name;Email;Organisation;Session\n\
        2020-09-07 08:00;Katrin Lindner;k.lindner@uni-auental.example.org;Universität Auental;bar-1\n\
        2020-09-07 08:05;Kathrin Lindner;kathrin@uni-auental.example.org;Universität Auental;bar-1\n";
    desk.import("form.csv", form.as_bytes());
    desk.line("review 1 new").success();
    assert_eq!(desk.read().person_ids().unwrap().len(), 2);
    comes_back(&desk, "en");
}

#[test]
fn a_registration_keeps_the_time_of_its_form() {
    // Signed up by hand later than by form: the next submission counts from the form's time.
    let mut desk = Desk::with_programme(PROGRAMME);
    let form = "Registration time;Name;Email;Session\n\
        2020-09-07 08:00;Anna Fuchs;anna@fuchs.example.org;bar-1\n";
    desk.import("form.csv", form.as_bytes());
    assert!(take(&mut desk, &Step::SignUp(0, 2)));
    comes_back(&desk, "en");
    assert!(take(&mut desk, &Step::Cancel(0, None)));
    comes_back(&desk, "en");
}

#[test]
fn the_demos_own_files_come_back() {
    let desk = Desk::new();
    let folder = super::support::fixtures().join("demo");
    let files: Vec<String> = [
        "programme.csv",
        "organisations.csv",
        "anmeldung_msforms.csv",
        "registration_google_forms.csv",
    ]
    .iter()
    .map(|name| folder.join(name).to_str().unwrap().to_owned())
    .collect();
    let mut line = vec!["import"];
    line.extend(files.iter().map(String::as_str));
    let output = desk.run(&line);
    assert_eq!(output.code, 3, "{output}");
    comes_back(&desk, "en");
    comes_back(&desk, "de");
}

#[test]
fn json_says_the_same_as_csv() {
    let desk = a_bit_of_everything();
    let csv = export_all(&desk, "csv", "en", "csv");
    let json = export_all(&desk, "json", "en", "json");
    for ((name, csv), (_, json)) in csv.iter().zip(&json) {
        let rows: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(json).unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), records.len(), "{name}");
        for (row, record) in rows.iter().zip(&records) {
            assert_eq!(row.len(), headings.len(), "{name}");
            for (value, cell) in row.values().zip(record) {
                let text = match value {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
                    serde_json::Value::String(text) => rollcall::output::guard(text).into_owned(),
                    serde_json::Value::Array(words) => {
                        let words: Vec<&str> =
                            words.iter().map(|word| word.as_str().unwrap()).collect();
                        rollcall::output::guard(&words.join("; ")).into_owned()
                    }
                    other => other.to_string(),
                };
                assert_eq!(text, cell, "{name}: {row:?}");
            }
        }
    }
}

#[test]
fn nothing_is_exported_of_a_file_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("none.db");
    let target = folder.path().join("export");
    let output = run(&[
        "rollcall",
        "--db",
        database.to_str().unwrap(),
        "export",
        "all",
        "-o",
        target.to_str().unwrap(),
    ]);
    assert_eq!(output.code, 1, "{output}");
    assert!(!target.join("people.csv").exists());
}

proptest! {
    #![proptest_config(Config { cases: 24 * rounds(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_was_done_to_a_file_it_comes_back(
        first in rows(1..10),
        steps in prop::collection::vec(step(), 0..12),
    ) {
        let mut desk = Desk::with_programme(PROGRAMME);
        for step in std::iter::once(&Step::Import(first, PLAIN)).chain(&steps) {
            take(&mut desk, step);
        }
        comes_back(&desk, "en");
    }
}
