//! What holds whatever was done before somebody is removed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::bytes::has;
use crate::desk::{Desk, PROGRAMME, request};
use crate::forms::{PLAIN, rows};
use crate::laws::{rounds, tries};
use crate::steps::{Step, step, take};
use crate::support::{BEFORE, NOW};
use rollcall::identity::{name_key, person_key};
use rollcall::intake::Request;
use rollcall::model::Person;

/// What is left of a dump without the hashes of those who were removed.
fn without_hashes(dump: &str) -> String {
    dump.lines()
        .filter(|line| !line.starts_with("forgotten\t"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The texts that must be gone: whole names and addresses that nobody else on file has.
fn own_texts(desk: &Desk, person: &Person) -> Vec<String> {
    let others: Vec<Person> = desk
        .read()
        .people()
        .unwrap()
        .into_iter()
        .filter(|it| it.id != person.id)
        .collect();
    let key = person_key(&person.given_name, &person.family_name);
    let has_name = |other: &Person| {
        person_key(&other.given_name, &other.family_name) == key
            || other.aliases.iter().any(|alias| name_key(alias) == key)
    };
    let mut texts = Vec::new();
    if !others.iter().any(has_name) {
        texts.push(format!("{} {}", person.given_name, person.family_name));
        texts.push(format!("{}, {}", person.family_name, person.given_name));
    }
    for address in &person.addresses {
        if !others.iter().any(|other| other.addresses.contains(address)) {
            texts.push(address.clone());
        }
    }
    texts
}

/// Lines of an export that are of somebody else, without the numbers of operations and places that are given on.
fn of_others(desk: &Desk, gone: &BTreeSet<i64>) -> Vec<String> {
    let mut lines = Vec::new();
    for (what, column) in [("people", 0), ("signups", 2), ("attendance", 2)] {
        let export = desk.export(what);
        let mut reader = csv::Reader::from_reader(export.as_bytes());
        let headings = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap();
            let number: i64 = record[column].parse().unwrap_or_default();
            if !gone.contains(&number) {
                // A question that nobody else answered has no column any more.
                let cells = headings.iter().zip(&record);
                // A stay that was moved keeps the name it was recorded under, which may be of somebody who is gone.
                let is_kept = |heading: &str| {
                    !["as_of", "recorded_name", "recorded_email"].contains(&heading)
                };
                let cells = cells.filter(|(heading, cell)| is_kept(heading) && !cell.is_empty());
                let mut cells: Vec<String> = cells
                    .map(|(heading, cell)| format!("{heading}={cell}"))
                    .collect();
                // Questions of forms are in the order in which those who are left answered them.
                cells.sort();
                lines.push(format!("{what}: {}", cells.join("|")));
            }
        }
    }
    lines
}

fn forget(desk: &Desk, person: &Person) {
    let number = person.id.to_string();
    let output = desk.run(&["person", "forget", &number, "--yes", "--mentions", "remove"]);
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stderr.contains("0 traces"), "{output}");
}

/// How many are removed from one file at most, and how many rows its first form has: nearly everybody in a long test.
fn most() -> (usize, usize) {
    if rounds() > 1 { (20, 40) } else { (3, 9) }
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn whoever_is_removed_is_nowhere_and_all_else_stands(
        first in rows(1..most().1 + 1),
        steps in prop::collection::vec(step(), 1..14),
        picks in prop::collection::vec(0..1000_usize, 1..most().0 + 1),
        later in prop::collection::vec(step(), 0..4),
        now in prop::sample::select(vec![BEFORE, NOW]),
    ) {
        let mut desk = Desk::new();
        desk.set_now(now);
        desk.import("programme.csv", PROGRAMME.as_bytes());
        let all: Vec<Step> = std::iter::once(Step::Import(first, PLAIN)).chain(steps).collect();
        for step in &all {
            take(&mut desk, step);
        }
        let mut texts: Vec<String> = Vec::new();
        let mut gone: BTreeSet<i64> = BTreeSet::new();
        for pick in &picks {
            let people = desk.read().people().unwrap();
            let Some(person) = people.get(pick % people.len().max(1)).cloned() else {
                continue;
            };
            texts.extend(own_texts(&desk, &person));
            gone.insert(person.id.0);
            let before = of_others(&desk, &gone);
            let dump = desk.dump();
            let number = person.id.to_string();
            let dry = desk.run(&["person", "forget", &number, "--dry-run"]);
            prop_assert_eq!(dry.code, 0);
            prop_assert_eq!(&desk.dump(), &dump);
            forget(&desk, &person);
            desk.check();
            prop_assert!(desk.read().person(person.id).unwrap().is_none());
            // Before the meeting, others get the places that become free.
            if now == NOW {
                let stays_of_nobody = |lines: Vec<String>| -> Vec<String> {
                    lines.into_iter().filter(|line| !line.starts_with("attendance: ") || line.contains("|person_id=")).collect()
                };
                prop_assert_eq!(stays_of_nobody(of_others(&desk, &gone)), stays_of_nobody(before));
            }
        }
        nothing_is_left(&desk, &texts)?;
        // What is written afterwards names nobody either.
        let copy = desk.path().join("copy.db");
        desk.run(&["backup", copy.to_str().unwrap()]).success();
        for (what, export) in desk.exports() {
            for text in own_now(&desk, &texts) {
                prop_assert!(!has(export.as_bytes(), &text), "{} in {}", text, what);
            }
        }
        // The old files bring nobody back.
        let dump = without_hashes(&desk.dump());
        for step in &all {
            if let Step::Import(rows, dress) = step {
                let autumn = Request { event: Some("autumn".to_owned()), ..request() };
                let before = desk.read().operations().unwrap().len();
                drop(desk.import_as(&[("form.csv", &dress.file(rows))], &autumn));
                nothing_is_left(&desk, &texts)?;
                if desk.read().operations().unwrap().len() > before {
                    desk.check();
                    desk.run(&["undo"]).success();
                }
                prop_assert_eq!(&without_hashes(&desk.dump()), &dump);
            }
        }
        for step in &later {
            take(&mut desk, step);
            desk.check();
        }
        // And all that can be undone goes back to nothing.
        for _ in 0..200 {
            let output = desk.run(&["undo"]);
            if output.code != 0 {
                prop_assert!(output.stderr.contains("nothing to undo"), "{}", output);
                break;
            }
        }
        desk.check();
        prop_assert_eq!(without_hashes(&desk.dump()), "");
    }
}

/// Returns everything that is exported and reported.
fn reported(desk: &Desk) -> Vec<(String, String)> {
    let exports = desk.exports().into_iter();
    let mut all: Vec<_> = exports
        .map(|(what, text)| (what.to_owned(), text))
        .collect();
    for report in ["attendance", "sessions", "organisations", "no-shows"] {
        let line = ["report", report, "--event", "autumn", "--format", "json"];
        all.push((report.to_owned(), desk.run(&line).stdout));
    }
    all
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn what_is_dropped_from_the_journal_changes_nothing_on_file_and_no_later_undo(
        first in rows(1..10),
        steps in prop::collection::vec(step(), 2..14),
        cut in 0..20_usize,
        later in prop::collection::vec(step(), 0..3),
    ) {
        let mut desk = Desk::new();
        let moment = |place: usize| format!("2020-10-09T09:00:{place:02}+02:00");
        desk.set_now(&moment(0));
        desk.import("programme.csv", PROGRAMME.as_bytes());
        let all: Vec<Step> = std::iter::once(Step::Import(first, PLAIN)).chain(steps).collect();
        for (place, step) in all.iter().enumerate() {
            desk.set_now(&moment(place + 1));
            take(&mut desk, step);
        }
        desk.set_now("2020-10-09T10:00:00+02:00");
        let (dump, reports) = (desk.dump(), reported(&desk));
        // The same file, of which nothing is dropped.
        let mut twin = Desk::of(&std::fs::read(desk.database()).unwrap());
        twin.set_now("2020-10-09T10:00:00+02:00");
        let before = moment(cut % (all.len() + 2));
        let line = ["history", "prune", "--before", &before, "--yes"];
        let dry = desk.run(&[&line[..], &["--dry-run"]].concat());
        prop_assert_eq!(dry.code, 0, "{}", dry);
        prop_assert_eq!(&desk.dump(), &dump);
        let pruned = desk.run(&line);
        prop_assert_eq!(pruned.code, 0, "{}", pruned);
        desk.check();
        prop_assert_eq!(&desk.dump(), &dump);
        prop_assert_eq!(reported(&desk), reports);
        // What is done afterwards does the same, and so does every undo that is left. What was pruned cannot be undone.
        for step in later.iter().filter(|it| !matches!(it, Step::Undo)) {
            take(&mut desk, step);
            take(&mut twin, step);
            desk.check();
            prop_assert_eq!(without_operations(&desk), without_operations(&twin));
        }
        for _ in 0..200 {
            let output = desk.run(&["undo"]);
            if output.code != 0 {
                break;
            }
            twin.run(&["undo"]).success();
            desk.check();
            prop_assert_eq!(without_operations(&desk), without_operations(&twin));
        }
    }
}

/// Returns the exports of a file, which have no numbers of operations but in their last column.
fn without_operations(desk: &Desk) -> Vec<String> {
    let mut lines = Vec::new();
    for (what, export) in desk.exports() {
        let mut reader = csv::Reader::from_reader(export.as_bytes());
        let headings = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap();
            let cells = headings
                .iter()
                .zip(&record)
                .filter(|(it, _)| *it != "as_of");
            let cells: Vec<&str> = cells.map(|(_, cell)| cell).collect();
            lines.push(format!("{what}: {}", cells.join("|")));
        }
    }
    lines
}

/// The texts that nobody who is on file has.
fn own_now(desk: &Desk, texts: &[String]) -> Vec<String> {
    let on_file: Vec<String> = desk
        .read()
        .people()
        .unwrap()
        .iter()
        .flat_map(|it| {
            let names = [
                format!("{} {}", it.given_name, it.family_name),
                format!("{}, {}", it.family_name, it.given_name),
            ];
            names.into_iter().chain(it.addresses.clone())
        })
        .collect();
    texts
        .iter()
        .filter(|it| !on_file.contains(it))
        .cloned()
        .collect()
}

fn nothing_is_left(desk: &Desk, texts: &[String]) -> Result<(), TestCaseError> {
    let bytes = std::fs::read(desk.database()).unwrap();
    for text in own_now(desk, texts) {
        let line = desk.dump();
        let line = line
            .lines()
            .find(|line| has(line.as_bytes(), &text))
            .map(str::to_owned);
        prop_assert!(
            !has(&bytes, &text),
            "{} is still in the file: {:?}",
            text,
            line
        );
    }
    Ok(())
}
