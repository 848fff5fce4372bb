//! The README's tour is run as it stands there: each command, and everything it writes.
//!
//! `SNAPSHOTS=overwrite cargo test readme` writes what the commands say now.

use crate::support::{BEFORE, NOW, World, fixtures};

/// Splits a command line as a shell does, as far as the README needs it.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote: Option<char> = None;
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, ' ') => words.push(String::new()),
            (_, letter) => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// When the tour's commands are given: from the first that begins so on.
const CLOCK: [(&str, &str); 3] = [
    ("init", BEFORE),
    ("check-in", "2020-10-08T11:30:00+02:00"),
    ("import zoom_plenary.csv", NOW),
];

#[test]
#[expect(clippy::disallowed_methods, reason = "the one variable of the tests")]
fn the_tour_is_what_the_program_does() {
    let mut world = World::new();
    for entry in std::fs::read_dir(fixtures().join("demo")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, world.path().join(path.file_name().unwrap())).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let mut fresh = String::new();
    let mut in_console = false;
    let mut commands = 0;
    for line in readme.lines() {
        if line.starts_with("```") {
            in_console = line == "```console";
        } else if in_console && !line.starts_with("$ rollcall ") {
            // What a command wrote last time.
            continue;
        }
        fresh.push_str(line);
        fresh.push('\n');
        if let Some(command) = line.strip_prefix("$ rollcall ").filter(|_| in_console) {
            let begins = |(first, _): &&(&str, &str)| command.starts_with(first);
            if let Some((_, now)) = CLOCK.iter().find(begins) {
                world.set_now(now);
            }
            let arguments = words(command);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = world.run(&arguments);
            assert!(matches!(output.code, 0 | 3), "{command}\n{output}");
            fresh.push_str(&output.stdout);
            fresh.push_str(&output.stderr);
            commands += 1;
        }
    }
    assert!(commands >= 10, "the tour has {commands} commands");
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(path, &fresh).unwrap();
    } else {
        assert_eq!(
            readme, fresh,
            "the README says something else than the program"
        );
    }
}

#[test]
fn every_command_is_in_the_readme() {
    let readme = include_str!("../README.md");
    for command in
        rollcall::commands::command_line(rollcall::output::Language::En).get_subcommands()
    {
        let name = command.get_name();
        assert!(
            readme.contains(&format!("`{name}")),
            "{name} is not in the README"
        );
    }
}
