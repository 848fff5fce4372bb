//! Whatever decides who is counted is read: a yes that becomes a no changes the result, and a heading in words of no
//! language changes nothing but by a question.

use std::path::Path;

use super::desk;
use super::samples::{SAMPLES, Sample};
use super::support::{Output, World};

/// The word that says the contrary.
const CONTRARY: &[(&str, &str)] = &[
    ("yes", "No"),
    ("ja", "Nein"),
    ("true", "false"),
    ("confirmed", "cancelled"),
    ("completed", "Withdrawn"),
    ("attending", "Not Attending"),
    ("approved", "denied"),
    ("bezahlt", "storniert"),
    ("paid", "canceled"),
    ("active", "cancelled"),
    ("zugesagt", "abgesagt"),
];

/// What an import decided: who is there, and where their sign-ups stand; what it said of it; its exit code.
struct Decided {
    people: String,
    signups: Vec<String>,
    output: Output,
}

/// Rows and columns of a text sample, and what separates them.
fn table(text: &str) -> (char, Vec<Vec<String>>) {
    let separator = [';', '\t']
        .into_iter()
        .find(|it| text.matches(*it).count() > 5)
        .unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap())
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect());
    (separator, rows.collect())
}

fn written(separator: char, rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap())
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn run(world: &World, arguments: &[&str]) -> Output {
    let database = world.path().join("rollcall.db");
    desk::run(&[&["rollcall", "--db", database.to_str().unwrap()], arguments].concat())
}

fn import(base: &Path, sample: Sample, bytes: &[u8]) -> Decided {
    let world = World::new();
    std::fs::copy(base, world.path().join("rollcall.db")).unwrap();
    world.write(sample.name(), bytes);
    let file = world.path().join(sample.name());
    let file = file.to_str().unwrap();
    let output = run(&world, &[&["import", file], sample.options].concat());
    let people = run(&world, &["export", "people"]).stdout;
    let signups = run(&world, &["export", "signups", "--format", "json"]).stdout;
    let signups: serde_json::Value = serde_json::from_str(&signups).unwrap();
    let key = |row: &serde_json::Value| {
        ["session", "given_name", "family_name", "email", "status"]
            .map(|key| row[key].to_string())
            .join(" ")
    };
    let mut signups: Vec<String> = signups.as_array().unwrap().iter().map(key).collect();
    signups.sort_unstable();
    Decided {
        people,
        signups,
        output,
    }
}

/// Samples that are text and whose headings stand in their first record.
fn samples() -> impl Iterator<Item = (&'static str, Sample, String)> {
    SAMPLES.iter().filter_map(|(name, sample)| {
        let path = super::support::fixtures().join(sample.file);
        let text = String::from_utf8(std::fs::read(path).ok()?).ok()?;
        let is_plain =
            !text.starts_with("sep=") && !name.starts_with("DOODLE") && !name.starts_with("ZOOM");
        is_plain.then(|| {
            (
                *name,
                *sample,
                text.trim_start_matches('\u{feff}').to_owned(),
            )
        })
    })
}

fn contrary(cell: &str) -> Option<&'static str> {
    let cell = cell.trim().to_lowercase();
    CONTRARY
        .iter()
        .find(|(word, _)| *word == cell)
        .map(|(_, other)| *other)
}

#[test]
fn a_yes_that_becomes_a_no_changes_the_result_or_is_asked_about() {
    let mut turned = 0;
    for (name, sample, text) in samples() {
        let world = sample.world();
        let base = world.path().join("rollcall.db");
        let (separator, rows) = table(&text);
        let before = import(&base, sample, &written(separator, &rows));
        let inspected = run(
            &world,
            &[
                &[
                    "inspect",
                    world.path().join(sample.name()).to_str().unwrap(),
                    "--format",
                    "json",
                ],
                sample.options,
            ]
            .concat(),
        );
        let columns: serde_json::Value = serde_json::from_str(&inspected.stdout).unwrap();
        for column in 0..rows[0].len() {
            // What no import reads is said in a note, or is the platform's own bookkeeping.
            let field = columns[column]["field"].as_str().unwrap_or("ignore");
            if ["ignore", "answer"].contains(&field) {
                continue;
            }
            let mut other = rows.clone();
            let mut count = 0;
            for row in other.iter_mut().skip(1) {
                if let Some(word) = row.get(column).and_then(|cell| contrary(cell)) {
                    word.clone_into(&mut row[column]);
                    count += 1;
                }
            }
            if count == 0 {
                continue;
            }
            turned += 1;
            let after = import(&base, sample, &written(separator, &other));
            let is_asked = after.output.code != 0;
            assert!(
                is_asked || after.signups != before.signups,
                "{name}: `{}` turned round changes nothing: {}",
                rows[0][column],
                after.output
            );
        }
    }
    assert!(turned > 10, "{turned} columns were turned round");
}

#[test]
fn headings_in_words_of_no_language_change_nothing_but_by_a_question() {
    let mut same = 0;
    let mut wrong = Vec::new();
    for (name, sample, text) in samples() {
        let world = sample.world();
        let base = world.path().join("rollcall.db");
        let (separator, rows) = table(&text);
        let before = import(&base, sample, &written(separator, &rows));
        for column in 0..rows[0].len() {
            let mut other = rows.clone();
            "Qurx".clone_into(&mut other[0][column]);
            let after = import(&base, sample, &written(separator, &other));
            let is_asked = after.output.code != 0 || after.output.stdout.contains("Qurx");
            let is_same = after.people == before.people && after.signups == before.signups;
            same += usize::from(is_same);
            if !is_same && !is_asked {
                wrong.push(format!(
                    "{name}: without `{}`: {}",
                    rows[0][column], after.output
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(same > 100, "{same} headings were not needed");
}

#[test]
fn columns_in_another_order_change_nothing_but_by_a_question() {
    let mut same = 0;
    let mut wrong = Vec::new();
    for (name, sample, text) in samples() {
        let world = sample.world();
        let base = world.path().join("rollcall.db");
        let (separator, rows) = table(&text);
        let before = import(&base, sample, &written(separator, &rows));
        for column in 1..rows[0].len() {
            let mut other = rows.clone();
            for row in other.iter_mut().filter(|row| row.len() > column) {
                row.swap(column - 1, column);
            }
            let after = import(&base, sample, &written(separator, &other));
            let is_asked = after.output.code != 0 || after.output.stdout.contains("may both be");
            let is_same = after.people == before.people && after.signups == before.signups;
            same += usize::from(is_same);
            if !is_same && !is_asked {
                wrong.push(format!(
                    "{name}: with `{}` after `{}`: {}",
                    rows[0][column - 1],
                    rows[0][column],
                    after.output
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(same > 200, "{same} swaps gave the same");
}
