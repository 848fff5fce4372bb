//! What was done, by whom, to whose data, and what can be let go of it.

use serde_json::Value;

use crate::support::{Output, World};

fn world() -> World {
    let world = World::with_file();
    let run = |line: &str| {
        world.line(line).success();
    };
    run("event add Treffen --start '2020-10-08 10:00' --end 18:00");
    run("session add 'Session A' --slug a --start 13:00 --end 14:00");
    run("person add 'Anna Berg' --email anna@berg.example --organisation 'Netz Nord'");
    run("person add 'Bernd Colm'");
    run("signup add 'Anna Berg' --session a");
    run("person edit 'Anna Berg' --phone '+49 30 5550101'");
    run("signup cancel 'Anna Berg' --session a");
    world
}

fn json(output: Output) -> Vec<Value> {
    serde_json::from_str(&output.success()).unwrap()
}

/// Returns what an operation changed: about whom, what, from what, to what.
fn changes(world: &World, operation: &str) -> Vec<[String; 4]> {
    let shown = json(world.run(&["history", "show", operation, "--format", "json"]));
    let rows = shown[0]["changes"].as_array().unwrap();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let row = |it: &Value| ["about", "what", "before", "after"].map(|key| text(it, key));
    rows.iter().map(row).collect()
}

fn rows<const N: usize>(rows: [[&str; 4]; N]) -> Vec<[String; 4]> {
    rows.map(|row| row.map(str::to_owned)).to_vec()
}

#[test]
fn an_operation_is_told_in_words() {
    let world = world();
    assert_eq!(
        changes(&world, "3"),
        rows([
            ["Netz Nord", "organisation", "", "Netz Nord"],
            ["Anna Berg", "record", "", "Anna Berg, Netz Nord"],
            ["Anna Berg", "e-mail address", "", "anna@berg.example"],
        ])
    );
    assert_eq!(
        changes(&world, "5"),
        rows([
            [
                "Anna Berg",
                "registration for “Treffen”",
                "",
                "confirmed, Netz Nord"
            ],
            [
                "Anna Berg",
                "sign-up for “Session A”",
                "",
                "confirmed, signed up at: 2020-10-09 09:00"
            ],
        ])
    );
    assert_eq!(
        changes(&world, "6"),
        rows([["Anna Berg", "record: telephone", "", "+49 30 5550101"],])
    );
    let cancelled = rows([[
        "Anna Berg",
        "sign-up for “Session A”: status",
        "confirmed",
        "cancelled",
    ]]);
    assert_eq!(changes(&world, "7"), cancelled);
    let german = world.line("history show 7 --lang de").success();
    assert!(
        german.contains("Anmeldung für „Session A“: Status  angemeldet  abgemeldet"),
        "{german}"
    );
}

#[test]
fn what_follows_does_not_change_what_an_operation_is_said_to_have_done() {
    let world = world();
    let told: Vec<_> = (1..=7).map(|it| changes(&world, &it.to_string())).collect();
    for line in [
        &["undo"][..],
        &["person", "edit", "1", "--phone", "1", "--role", "expert"],
        &["undo"],
        &["person", "remove", "2"],
        &["session", "edit", "a", "--capacity", "3"],
    ] {
        world.run(line).success();
        let again: Vec<_> = (1..=7).map(|it| changes(&world, &it.to_string())).collect();
        assert_eq!(again, told, "{line:?}");
    }
    // An undo and a removal are listed as well.
    assert_eq!(
        changes(&world, "8"),
        rows([[
            "Anna Berg",
            "sign-up for “Session A”: status",
            "cancelled",
            "confirmed"
        ],])
    );
    assert_eq!(
        changes(&world, "11"),
        rows([["Bernd Colm", "record", "Bernd Colm", ""]])
    );
    // What was removed for good is not told any more.
    let forget = [
        "person",
        "forget",
        "Anna Berg",
        "--yes",
        "--mentions",
        "remove",
    ];
    world.run(&forget).success();
    assert_eq!(changes(&world, "7"), rows([]));
    let shown = world.line("history show 7").success();
    assert!(!shown.contains("Anna"), "{shown}");
}

fn numbers(world: &World, more: &[&str]) -> Vec<i64> {
    let line = [&["history", "--format", "json"], more].concat();
    let rows = json(world.run(&line));
    rows.iter()
        .filter_map(|it| it["operation"].as_i64())
        .collect()
}

#[test]
fn a_list_is_of_one_person_of_one_session_or_since_a_day() {
    let mut world = world();
    assert_eq!(
        numbers(&world, &["--person", "anna@berg.example"]),
        [3, 5, 6, 7]
    );
    assert_eq!(numbers(&world, &["--person", "2"]), [4]);
    assert_eq!(numbers(&world, &["--session", "a"]), [2, 5, 7]);
    assert_eq!(
        numbers(&world, &["--session", "a", "--person", "1"]),
        [5, 7]
    );
    world.set_now("2020-10-11T00:00:01+02:00");
    world.run(&["undo", "7"]).success();
    assert_eq!(numbers(&world, &["--since", "2020-10-11"]), [8]);
    assert_eq!(numbers(&world, &["--since", "2020-10-12"]), [0; 0]);
    assert_eq!(
        numbers(&world, &["--person", "1", "--since", "2020-10-10"]),
        [8]
    );
    let part = world.line("history --person Anna").code(1);
    assert!(part.stderr.contains("Anna"), "{part}");
    let day = world.line("history --since 'some day'").code(2);
    assert!(day.stderr.contains("some day"), "{day}");
}

#[test]
fn every_change_is_exported_a_row_each() {
    let world = world();
    let all = json(world.line("history export --format json"));
    let told: usize = (1..=7)
        .map(|it| changes(&world, &it.to_string()).len())
        .sum();
    assert_eq!(all.len(), told);
    let own = json(world.line("history export --person 1 --format json"));
    assert!(own.iter().all(|it| it["about"] == "Anna Berg"), "{own:?}");
    assert_eq!(own.len(), 6);
    world.line("history export -o changes.xlsx").success();
    world.line("history export -o changes.csv").success();
    let csv = std::fs::read_to_string(world.path().join("changes.csv")).unwrap();
    assert!(
        csv.contains("sign-up for “Session A”: status,confirmed,cancelled"),
        "{csv}"
    );
}

#[test]
fn an_operation_says_who_did_it_unless_nobody_is_to_be_named() {
    let mut world = World::with_file();
    let add = |world: &World, name: &str, more: &[&str]| {
        world
            .run(&[&["person", "add", name], more].concat())
            .success();
    };
    add(&world, "Eins Nobody", &[]);
    world.set_variable("USER", "login");
    add(&world, "Zwei Login", &[]);
    world.set_variable("ROLLCALL_AUTHOR", "  Doro   Ehm ");
    add(&world, "Drei Variable", &[]);
    add(&world, "Vier Option", &["--author", "Frau Fuchs"]);
    add(&world, "Fünf Off", &["--author", ""]);
    world.set_variable("ROLLCALL_AUTHOR", "");
    add(&world, "Sechs Off", &[]);
    let rows = json(world.line("history --format json"));
    let authors: Vec<&str> = rows
        .iter()
        .map(|it| it["author"].as_str().unwrap_or("-"))
        .collect();
    assert_eq!(authors, ["-", "login", "Doro Ehm", "Frau Fuchs", "-", "-"]);
    let list = world.run(&["history"]).success();
    assert!(list.contains("Doro Ehm"), "{list}");
    let shown = world.line("history show 4").success();
    assert!(shown.contains("Frau Fuchs"), "{shown}");
    // Nor does it make a difference for anything else.
    let marks = world.line("export people --format csv").success();
    assert!(!marks.contains("Fuchs"), "{marks}");
}

#[test]
fn what_nobody_needs_any_more_is_dropped_for_good() {
    let mut world = world();
    world.set_now("2020-10-20T09:00:00+02:00");
    world.line("person edit 1 --phone '+49 40 777'").success();
    world.line("person edit 1 --role expert").success();
    let before = world.dump();
    let has = |text: &str| {
        let bytes = std::fs::read(world.path().join("rollcall.db")).unwrap();
        bytes.windows(text.len()).any(|it| it == text.as_bytes())
    };
    assert!(has("confirmed"));
    let asked = world.run(&["history", "prune"]).code(2);
    assert!(asked.stderr.contains("--yes"), "{asked}");
    let planned = world.line("history prune --before 2020-10-15 --dry-run");
    assert_eq!(planned.code, 0, "{planned}");
    assert!(planned.stdout.contains("signup cancel"), "{planned}");
    assert!(!planned.stdout.contains("2020-10-20"), "{planned}");
    assert_eq!(world.dump(), before);
    let done = world.line("history prune --before 2020-10-15 --yes");
    assert_eq!(done.code, 0, "{done}");
    let summary =
        "2 former states dropped, up to operation 7: 7 operations can no longer be undone";
    assert!(done.stderr.contains(summary), "{done}");
    assert_eq!(world.dump(), before);
    world.run(&["check"]).success();
    for number in ["5", "7", "10"] {
        let refused = world.run(&["undo", number]).code(1);
        assert!(refused.stderr.contains("cannot be undone"), "{refused}");
    }
    // Later ones still can, and back again.
    world.run(&["undo"]).success();
    world.run(&["undo"]).success();
    let people = world.line("person show 1").success();
    assert!(people.contains("+49 30 5550101"), "{people}");
    let refused = world.run(&["undo"]).code(1);
    assert!(refused.stderr.contains("nothing to undo"), "{refused}");
    world.run(&["undo", "12"]).success();
    world.run(&["undo", "11"]).success();
    assert_eq!(world.dump(), before);
    // All of it; the first number is in the past alone.
    assert!(has("+49 30 5550101"));
    world.line("history prune --yes").success();
    assert!(
        !has("+49 30 5550101"),
        "the former number is still in the file"
    );
    assert_eq!(world.dump(), before);
    world.run(&["check"]).success();
    let again = world.line("history prune --yes");
    assert_eq!(again.code, 0, "{again}");
}

#[test]
fn a_file_from_a_time_that_was_dropped_is_not_taken_for_a_newer_one() {
    let world = world();
    world.line("export people -o people.csv").success();
    world.line("person edit 1 --phone '+49 40 777'").success();
    world.line("history prune --yes").success();
    let before = world.dump();
    let refused = world.run(&["import", "people.csv"]).code(1);
    assert!(refused.stderr.contains("history prune"), "{refused}");
    assert_eq!(world.dump(), before);
}
