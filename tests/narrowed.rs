//! `--columns` and `--where` on every command that prints a list: what is chosen is there and nothing else, a value
//! finds its rows, and a part of an export does not come back as the whole.

use serde_json::Value;

use crate::support::{Output, World};

/// Every command that prints a list; a new one belongs here.
const LISTS: &[&[&str]] = &[
    &["report", "attendance"],
    &["report", "attendance", "--by", "person"],
    &["report", "sign-in"],
    &["report", "sessions"],
    &["report", "organisations"],
    &["report", "no-shows"],
    &["report", "curve"],
    &["report", "history"],
    &["report", "history", "--by", "organisation"],
    &["export", "organisations"],
    &["export", "people"],
    &["export", "programme"],
    &["export", "signups"],
    &["export", "attendance"],
    &["export", "mailing"],
    &["signup", "list"],
    &["attendance", "list"],
    &["attendance", "stays"],
    &["person", "list"],
    &["person", "duplicates"],
    &["organisation", "list"],
    &["organisation", "duplicates"],
    &["event", "list"],
    &["session", "list"],
    &["map", "list"],
    &["history"],
    &["review", "--list"],
    &["review", "--automatic"],
];

fn demo() -> World {
    let world = World::new();
    world.run(&["demo", "."]).success();
    world
}

fn rows(output: Output) -> Vec<serde_json::Map<String, Value>> {
    serde_json::from_str(&output.success()).unwrap()
}

fn with<'a>(list: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    let format = ["--format", "json"];
    list.iter().chain(more).chain(&format).copied().collect()
}

/// What somebody would type for a value of JSON; `None` of what is no single value.
fn typed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(if *truth { "yes" } else { "no" }.to_owned()),
        _ => None,
    }
}

#[test]
fn every_list_has_the_columns_that_are_asked_for_and_the_rows_with_a_value() {
    let world = demo();
    for list in LISTS {
        // Questions that wait are nested for programs; a list of chosen columns is flat.
        let all = if list[0] == "review" {
            let columns = if list[1] == "--list" {
                "id,kind,question,from"
            } else {
                "stay,session,name,minutes"
            };
            rows(world.run(&with(list, &["--columns", columns])))
        } else {
            rows(world.run(&with(list, &[])))
        };
        let Some(first) = all.first() else {
            continue;
        };
        let keys: Vec<&String> = first.keys().collect();
        let (last, one) = (keys[keys.len() - 1], keys[0]);
        let columns = if last == one {
            one.clone()
        } else {
            format!("{last},{one}")
        };
        let chosen = rows(world.run(&with(list, &["--columns", &columns])));
        assert_eq!(chosen.len(), all.len(), "{list:?}");
        for (chosen, whole) in chosen.iter().zip(&all) {
            let expected = [last, one].map(|key| (key, &whole[key]));
            let expected = if last == one {
                &expected[..1]
            } else {
                &expected[..]
            };
            let found: Vec<_> = chosen.iter().collect();
            assert_eq!(found.len(), expected.len(), "{list:?}");
            assert!(
                expected.iter().all(|it| found.contains(it)),
                "{list:?}: {found:?}"
            );
        }
        // A value of a row in the middle: of its first, a middle and its last column that say something.
        let middle = &all[all.len() / 2];
        let said: Vec<_> = keys
            .iter()
            .filter_map(|key| Some((*key, typed(&middle[*key])?)))
            .collect();
        for (key, value) in [said.first(), said.get(said.len() / 2), said.last()]
            .into_iter()
            .flatten()
        {
            let condition = format!("{key}={value}");
            let found = rows(world.run(&with(list, &["--where", &condition])));
            assert!(!found.is_empty(), "{list:?}: {condition}");
            let says = |row: &serde_json::Map<String, Value>| {
                typed(&row[*key]).is_some_and(|it| it.eq_ignore_ascii_case(value))
            };
            assert!(found.iter().all(says), "{list:?}: {condition}");
            if list[0] == "review" {
                continue;
            }
            let expected = all.iter().filter(|it| says(it)).count();
            assert_eq!(found.len(), expected, "{list:?}: {condition}");
        }
        let wrong = world
            .run(&with(list, &["--columns", "no such column"]))
            .code(2);
        assert!(wrong.stderr.contains("the columns are:"), "{wrong}");
    }
}

#[test]
fn a_document_says_what_it_was_filtered_by_and_an_empty_one_that_it_is() {
    let world = demo();
    let list = [
        "report",
        "attendance",
        "--where",
        "Teilnahme=nicht erschienen",
    ];
    for (format, mark) in [
        ("text", "Auswahl: "),
        ("markdown", "Auswahl: "),
        ("html", "Auswahl: "),
    ] {
        let said = world.run(&[&list[..], &["--format", format, "--lang", "de"]].concat());
        let said = said.success();
        assert!(said.contains(mark), "{format}");
        // The sums of a session count who is not shown.
        assert!(!said.contains("Angemeldet: "), "{format}: {said}");
    }
    let nobody = world.line("report attendance --where 'organisation=Nobody Ltd' --format csv");
    assert_eq!(nobody.stdout.lines().count(), 1);
    assert_eq!(
        nobody.stderr,
        "no row meets the conditions of --where; 334 rows are left out\n"
    );
    assert_eq!(nobody.code, 0);
}

#[test]
fn what_is_no_list_has_no_columns_to_choose() {
    let world = demo();
    for command in [
        &["report", "event", "--columns", "name"][..],
        &["report", "certificate", "--all", "--where", "kind=keynote"],
        &["report", "dossier", "-o", "d", "--columns", "name"],
        &["export", "all", "-o", "e", "--where", "status=confirmed"],
        &["export", "programme", "-o", "p.ics", "--columns", "title"],
        &["review", "1", "--columns", "id"],
        &["history", "show", "1", "--columns", "table"],
    ] {
        let said = world.run(command).code(2);
        assert!(said.stdout.is_empty(), "{command:?}: {said}");
    }
}

#[test]
fn a_part_of_an_export_does_not_come_back_as_the_whole() {
    let world = demo();
    let before = world.dump();
    for (what, narrowing) in [
        (
            "signups",
            ["--columns", "given_name,family_name,email,session"],
        ),
        ("signups", ["--where", "status=cancelled"]),
        ("attendance", ["--columns", "given_name,family_name,email"]),
        ("programme", ["--where", "kind=breakout"]),
        ("people", ["--columns", "given_name,family_name,email"]),
    ] {
        for (file, language) in [("part.csv", "en"), ("part.xlsx", "de"), ("part.csv", "de")] {
            let mut export = vec!["export", what, "-o", file, "--lang", language];
            export.extend(narrowing);
            world.run(&export).success();
            let said = world.run(&["import", file, "--as", what]).code(1);
            assert!(
                said.stderr.contains("is a part of an export"),
                "{what}: {said}"
            );
        }
    }
    assert_eq!(world.dump(), before);
    // Rows that stand for themselves come back, and change nothing.
    for (what, condition) in [
        ("people", "organisation~hanse"),
        ("organisations", "country="),
        ("attendance", "session=breakout-a"),
    ] {
        let file = format!("some-{what}.csv");
        world
            .run(&["export", what, "-o", &file, "--where", condition])
            .success();
        let said = world
            .run(&["import", &file, "--dry-run", "--format", "json"])
            .success();
        let said: Value = serde_json::from_str(&said).unwrap();
        let outcome = &said["files"][0];
        assert!(outcome["rows"].as_i64().unwrap() > 0, "{what}: {said}");
        assert_eq!(outcome["rows"], outcome["unchanged"], "{what}: {said}");
    }
}
