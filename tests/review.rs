//! Questions told in full, and answered one by one; on a terminal they are asked (`ask_tests` beside that
//! code), here there is none.

use crate::desk::PROGRAMME;
use crate::support::{Output, World, golden};

/// Three sign-ups, and a list of those present in the breakout with a namesake, a near name, a program and
/// somebody unknown.
fn questions() -> World {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    world.write(
        "form.csv",
        "Timestamp;Name;E-Mail;Organisation;Session
2020-09-10 10:00;Anna Amsel;anna@nord.example.org;Cluster Nord;Session B: Economic recovery
2020-09-10 10:01;Anna Amsel;anna@sued.example.org;Photonik Süd;Bar 1: Harbour Pub
2020-09-10 10:02;Hans Habicht;hans@nord.example.org;Cluster Nord;Session B: Economic recovery, Session C: Human resources
",
    );
    world.write(
        "present.csv",
        "Name;E-Mail;Organisation;Joined;Left
Anna Amsel;;Leichtbau West;11:20;12:20
Hanz Habicht;h.habicht@west.example.org;Leichtbau West;11:15;
read.ai meeting notes;;;11:15;12:30
Zora Zobel;;;11:30;12:00
",
    );
    for line in [
        ["programme.csv", "--quiet"].as_slice(),
        &["form.csv", "--as", "signups", "--quiet"],
        &[
            "present.csv",
            "--as",
            "attendance",
            "--session",
            "breakout-b",
            "--quiet",
        ],
    ] {
        let mut arguments = vec!["import"];
        arguments.extend(line);
        drop(world.run(&arguments));
    }
    world
}

/// Two organisations that may be one.
fn organisations() -> World {
    let world = World::with_file();
    world.write("organisations.csv", "Name\nBioCluster Hanse\n");
    world.write(
        "people.csv",
        "Name;E-Mail;Organisation\nIda Igel;ida@hanse.example.org;BioCluster Hansa\n",
    );
    for (file, kind) in [
        ("organisations.csv", "organisations"),
        ("people.csv", "people"),
    ] {
        drop(world.run(&["import", file, "--as", kind, "--quiet"]));
    }
    world
}

fn all(world: &World, lines: &[&[&str]]) -> String {
    let mut text = String::new();
    for line in lines {
        let output: Output = world.run(line);
        text.push_str(&format!("$ rollcall {}\n{output}\n", line.join(" ")));
    }
    text
}

#[test]
fn a_question_is_told_in_full() {
    let world = questions();
    golden(
        "review.txt",
        all(
            &world,
            &[
                &["review", "--list"],
                &["review", "show", "1"],
                &["review", "show", "2"],
                &["review", "show", "3"],
                &["review", "show", "4", "--lang", "de"],
                &["review", "show", "3", "--lang", "de"],
                &["review", "show", "2", "--format", "json"],
                &["review", "show", "2", "--format", "csv"],
                &["review", "show", "2", "--format", "jsonl", "--lang", "de"],
                &["review", "show", "9"],
                &["review", "show"],
                &["review", "2", "show", "3"],
            ],
        ),
    );
    let organisations = organisations();
    golden(
        "review-organisations.txt",
        all(
            &organisations,
            &[
                &["review", "show", "1"],
                &["review", "show", "1", "--format", "json"],
                &["review", "1", "same", "--quiet"],
                &["review", "show", "1"],
            ],
        ),
    );
    assert_eq!(world.run(&["review", "3"]), world.line("review show 3"));
    assert_eq!(world.run(&["review", "3"]), world.line("review 3 show"));
}

#[test]
fn the_keys_that_programs_rely_on_are_there() {
    let world = questions();
    for line in [
        ["review", "--format", "json"].as_slice(),
        &["review", "show", "2", "--format", "json"],
        &["review", "2", "--format", "jsonl"],
    ] {
        let text = world.run(line).success();
        let parsed: serde_json::Value = serde_json::from_str(&text).unwrap();
        let question = match &parsed {
            serde_json::Value::Array(questions) => {
                questions.iter().find(|it| it["id"] == 2).unwrap()
            }
            object => object,
        };
        let has = |value: &serde_json::Value, keys: &[&str]| {
            for key in keys {
                assert!(value.get(key).is_some(), "{line:?}: {key}");
            }
        };
        has(
            question,
            &[
                "id",
                "kind",
                "question",
                "name",
                "email",
                "file",
                "line",
                "state",
                "answer",
                "candidates",
            ],
        );
        let candidate = &question["candidates"][0];
        has(
            candidate,
            &["person_id", "name", "organisation", "score", "reasons"],
        );
        let count = |key: &str| candidate[key].as_array().unwrap().len();
        assert_eq!(count("for") + count("against"), count("reasons"));
        assert!(count("for") > 0 && count("against") > 0, "{candidate}");
    }
}

#[test]
fn the_commands_that_are_shown_can_be_typed() {
    let world = questions();
    let text = world.line("review --format json").success();
    let questions: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut tried = 0;
    for question in questions.as_array().unwrap() {
        let id = question["id"].to_string();
        let text = world
            .run(&["review", "show", &id, "--format", "json"])
            .success();
        let shown: serde_json::Value = serde_json::from_str(&text).unwrap();
        for command in shown[0]["commands"].as_array().unwrap() {
            let command = command["command"].as_str().unwrap();
            // What is in capitals is to be replaced.
            let command = command.replace("REF", "3");
            let mut words: Vec<&str> = command.split(' ').skip(1).collect();
            words.push("--dry-run");
            world.run(&words).success();
            tried += 1;
        }
    }
    assert!(tried >= 12, "{tried}");
}

#[test]
fn nobody_s_stay_counts_nowhere_and_can_be_taken_back() {
    let world = questions();
    let unidentified = || {
        let text = world
            .line("report attendance --session breakout-b")
            .success();
        text.matches("read.ai").count()
    };
    assert_eq!(unidentified(), 1);
    let before = world.dump();
    golden(
        "review-nobody.txt",
        all(
            &world,
            &[
                &["review", "4", "nobody", "--dry-run"],
                &["review", "4", "nobody"],
                &["review", "4"],
                &["review", "1", "nobody"],
            ],
        ),
    );
    assert_eq!(unidentified(), 0);
    world.run(&["undo", "--quiet"]).success();
    assert_eq!(unidentified(), 1);
    assert_eq!(world.dump(), before);
}

#[test]
fn a_nobody_of_one_log_is_nobody_in_the_next() {
    let world = World::with_file();
    world.write("programme.csv", PROGRAMME);
    drop(world.line("import programme.csv --quiet"));
    let log = |rows: &str| format!("Name;E-Mail;Joined;Left\n{rows}");
    world.write(
        "first.csv",
        log(
            "Second Screen;screen@room.example.org;2020-10-08 11:15;2020-10-08 12:30
Second Screen;screen@room.example.org;2020-10-08 12:31;2020-10-08 12:40
",
        ),
    );
    world.write(
        "second.csv",
        log("Second Screen;screen@room.example.org;2020-10-08 16:00;2020-10-08 16:20\n"),
    );
    drop(world.line("import first.csv --session breakout-b --quiet"));
    let open = world.line("review --format json").success();
    let open: serde_json::Value = serde_json::from_str(&open).unwrap();
    assert_eq!(open.as_array().unwrap().len(), 1, "{open:#}");
    let shown = world.line("review show 1 --format json").success();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown[0]["stays"].as_array().unwrap().len(), 2, "{shown:#}");
    world.line("review 1 nobody --quiet").success();
    let output = world.line("import second.csv --session bar-1").code(0);
    assert!(output.stdout.contains("1 skipped"), "{output}");
    let open = world.line("review --format json").success();
    assert_eq!(open, "[]\n");
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let world = questions();
    let listed = world.run(&["review", "--list"]).code(0);
    // Somebody types, but nobody sees a question.
    let piped = world.run_with_input(&["review"], b"\n\n\n");
    assert_eq!(piped, listed);
    let output = world.line("review 3 --list");
    assert_eq!(output.code, 2, "{output}");
}
