//! The follow-up report of an event, on the demo's data.

use crate::support::{World, golden};

/// The demo's file, once told.
fn told() -> World {
    let world = World::new();
    world.run(&["demo", "--quiet"]).success();
    world
}

fn report(world: &World, more: &[&str]) -> String {
    let line = ["--db", "rollcall-demo/rollcall.db", "report", "event"];
    world.run(&[&line, more].concat()).success()
}

#[test]
fn the_demo_s_report_reads_from_top_to_bottom() {
    let world = told();
    for (name, language) in [("en", "en"), ("de", "de")] {
        let shown = |more: &[&str]| report(&world, &[&["--lang", language], more].concat());
        golden(
            &format!("event/{name}.md"),
            shown(&["--format", "markdown"]),
        );
        golden(
            &format!("event/{name}-public.md"),
            shown(&["--format", "markdown", "--public"]),
        );
    }
    golden("event/en.json", report(&world, &["--format", "json"]));
    golden(
        "event/public.json",
        report(&world, &["--format", "json", "--public"]),
    );
    golden("event/en.txt", report(&world, &[]));
}

#[test]
fn programs_read_the_same_in_every_language() {
    let world = told();
    let english = report(&world, &["--format", "json"]);
    let mut english: Vec<serde_json::Value> = serde_json::from_str(&english).unwrap();
    let german = report(&world, &["--format", "json", "--lang", "de"]);
    let mut german: Vec<serde_json::Value> = serde_json::from_str(&german).unwrap();
    // The row of the event as a whole is called so in the reader's language.
    for page in [&mut english, &mut german] {
        assert!(page[0]["sources"].take().is_array());
    }
    assert_eq!(english, german);
}

#[test]
fn every_format_has_it() {
    let world = told();
    for format in ["html", "csv", "jsonl"] {
        // For people CSV has the figures alone.
        let whole = report(&world, &["--format", format, "--raw"]);
        let public = report(&world, &["--format", format, "--public", "--raw"]);
        for named in ["Mikroelektronik Runde Mulde", "Harmsdorf"] {
            assert!(whole.contains(named), "{format}: {named}");
            assert!(public.contains(named), "{format}: {named}");
        }
    }
}

#[test]
fn for_the_public_no_participant_is_named_in_any_format() {
    let world = told();
    let export = [
        "--db",
        "rollcall-demo/rollcall.db",
        "--format",
        "json",
        "export",
    ];
    let rows = |what: &str| -> Vec<serde_json::Value> {
        let rows = world.run(&[&export[..], &[what]].concat()).success();
        serde_json::from_str(&rows).unwrap()
    };
    let programme = serde_json::to_string(&rows("programme")).unwrap();
    let mut names: Vec<String> = Vec::new();
    for (what, keys) in [
        ("people", ["given_name", "family_name", "email"]),
        ("attendance", ["recorded_name", "recorded_email", ""]),
    ] {
        for row in rows(what) {
            let texts = keys.iter().filter_map(|key| row[*key].as_str());
            names.extend(texts.map(str::to_owned));
            // The file of a log; the door and an excuse are no files.
            let source = row["source"].as_str().filter(|it| it.contains('.'));
            names.extend(source.map(str::to_owned));
        }
    }
    names.retain(|name| name.chars().count() > 2 && !programme.contains(name.as_str()));
    assert!(names.len() > 100, "{}", names.len());
    let is_word = |text: &str, name: &str| {
        text.match_indices(name).any(|(start, _)| {
            let before = text[..start].chars().next_back();
            let after = text[start + name.len()..].chars().next();
            ![before, after]
                .iter()
                .flatten()
                .any(|it| it.is_alphanumeric())
        })
    };
    let mut found = 0;
    for format in ["text", "markdown", "html", "json", "csv"] {
        let whole = report(&world, &["--format", format]);
        let public = report(&world, &["--format", format, "--public"]);
        for name in &names {
            assert!(!is_word(&public, name), "{format}: {name}");
            found += usize::from(is_word(&whole, name));
        }
    }
    assert!(found > 20, "{found}");
}

#[test]
fn what_does_not_go_together_is_a_mistake() {
    let world = told();
    let line = ["--db", "rollcall-demo/rollcall.db", "report"];
    for wrong in [
        &["sessions", "--public"][..],
        &["history", "--public"],
        &["certificate", "--all", "--public"],
        &["event", "--session", "keynote"],
        &["event", "--by", "person"],
    ] {
        let refused = world.run(&[&line, wrong].concat()).code(2);
        assert_eq!(refused.stdout, "");
    }
}
