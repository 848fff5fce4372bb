//! Verdicts by hand on the command line: set, replaced, cleared, listed, merged, shown.

use crate::by_hand::{change, day, no_change, refused};
use crate::support::World;

/// The rows of a command's JSON.
fn rows(world: &World, arguments: &[&str]) -> Vec<serde_json::Value> {
    let shown = world.run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&shown.success()).unwrap()
}

#[test]
fn a_verdict_is_set_replaced_and_taken_away() {
    let world = day();
    let set = |verdict: &'static str, reason: &'static str| {
        ["attendance", "set", "1", "a", verdict, "--reason", reason]
    };
    let output = change(&world, &set("present", "Shared a screen"));
    assert!(
        output.contains("Dr. Anna Müller counts as `present` in `a`\n"),
        "{output}"
    );
    no_change(&world, &set("present", "Shared a screen"));
    let output = change(&world, &set("present", "Shared a screen with Jan"));
    assert!(output.contains("with another reason"), "{output}");
    let output = change(&world, &set("excused", "Called on the day"));
    assert!(output.contains("in place of `present`"), "{output}");
    let list = rows(&world, &["attendance", "list"]);
    assert_eq!(list.len(), 1);
    assert_eq!(list[0]["session"], "a");
    assert_eq!(list[0]["person_id"], 1);
    assert_eq!(list[0]["verdict"], "excused");
    assert_eq!(list[0]["reason"], "Called on the day");
    assert_eq!(list[0]["recorded_verdict"], serde_json::Value::Null);
    let output = change(&world, &["attendance", "clear", "Anna Müller", "A"]);
    assert!(
        output.contains("no longer set to `excused` in `a`"),
        "{output}"
    );
    no_change(&world, &["attendance", "clear", "1", "a"]);
    assert!(rows(&world, &["attendance", "list"]).is_empty());
}

#[test]
fn what_cannot_be_a_verdict_is_refused() {
    let world = day();
    let refuse = |line: &[&str], code, message: &str| {
        refused(
            &world,
            &[&["attendance", "set"], line].concat(),
            code,
            message,
        );
    };
    refuse(
        &["1", "a", "there", "--reason", "x"],
        2,
        "write present, partial, walk-in, brief, excused or no-show",
    );
    refuse(&["1", "a", "present"], 2, "--reason");
    refuse(&["1", "a", "present", "--reason", " "], 2, "say why");
    refuse(
        &["9", "a", "present", "--reason", "x"],
        1,
        "there is no person",
    );
    refuse(
        &["1", "z", "present", "--reason", "x"],
        1,
        "there is no session",
    );
    // Somebody who speaks has a part and no verdict.
    change(&world, &["person", "add", "Prof. Dr. Ada Quell"]);
    refuse(
        &["4", "a", "present", "--reason", "x"],
        1,
        "is a speaker of `a`, and only its audience has verdicts",
    );
}

#[test]
fn a_verdict_goes_with_the_person() {
    let world = day();
    for (person, session, verdict) in [
        ("2", "a", "brief"),
        ("3", "a", "present"),
        ("3", "b", "no-show"),
    ] {
        let line = [
            "attendance",
            "set",
            person,
            session,
            verdict,
            "--reason",
            "So it was",
        ];
        change(&world, &line);
    }
    // Of both, in one session: what was said of the one who stays.
    change(&world, &["person", "merge", "3", "2"]);
    let list = rows(&world, &["attendance", "list"]);
    let found: Vec<_> = list
        .iter()
        .map(|row| {
            (
                row["session"].clone(),
                row["person_id"].clone(),
                row["verdict"].clone(),
            )
        })
        .collect();
    let expected = [("a", 2, "brief"), ("b", 2, "no-show")];
    assert_eq!(
        found,
        expected.map(|(session, person, verdict)| (session.into(), person.into(), verdict.into()))
    );
}

#[test]
fn a_person_s_page_tells_the_verdict_and_why() {
    let world = day();
    let plain = world.line("person show 1").success();
    assert!(!plain.contains("set by hand"), "{plain}");
    let line = [
        "attendance",
        "set",
        "1",
        "b",
        "walk-in",
        "--reason",
        "Seen by Jan",
    ];
    change(&world, &line);
    let shown = world.line("person show 1").success();
    assert!(
        shown.contains("set by hand") && shown.contains("Seen by Jan"),
        "{shown}"
    );
    let page = rows(&world, &["person", "show", "1"]);
    assert_eq!(page[0]["sessions"][0]["verdict"], "walk-in");
    assert_eq!(page[0]["sessions"][0]["reason"], "Seen by Jan");
}
