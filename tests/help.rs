//! Help of every command: examples first, and the whole text reviewed as one file.

use std::fmt::Write as _;

use rollcall::commands::command_line;
use rollcall::output::{Format, Language};

use crate::support::{World, golden};

/// Calls `visit` with the words of every command and subcommand.
pub(crate) fn each_command(
    command: &clap::Command,
    words: &[String],
    visit: &mut impl FnMut(&[String], &clap::Command),
) {
    visit(words, command);
    for subcommand in command.get_subcommands() {
        let mut longer = words.to_vec();
        longer.push(subcommand.get_name().to_owned());
        each_command(subcommand, &longer, visit);
    }
}

/// Returns the help of every command, one after the other.
fn every_help(world: &World) -> String {
    let mut text = String::new();
    each_command(&command_line(Language::En), &[], &mut |words, _| {
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        let output = world.run(&arguments).success();
        write!(text, "$ rollcall {}\n{output}\n", arguments.join(" ")).unwrap();
    });
    text
}

#[test]
fn help_of_every_command_is_reviewed() {
    golden("help.txt", every_help(&World::new()));
}

#[test]
fn help_of_every_command_is_reviewed_in_german() {
    let mut world = World::new();
    world.set_variable("ROLLCALL_LANG", "de");
    golden("help-de.txt", every_help(&world));
}

#[test]
fn help_names_every_format() {
    let help = World::new().run(&["--help"]).success();
    let words: String = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, formats) = words.split_once("How results are written: ").unwrap();
    let (formats, _) = formats.split_once(" [default").unwrap();
    let named: Vec<&str> = formats
        .split([',', ' '])
        .filter(|word| !["", "or"].contains(word))
        .collect();
    assert_eq!(named, Format::ALL.map(Format::as_str));
}

#[test]
fn every_command_begins_its_help_with_examples() {
    each_command(&command_line(Language::En), &[], &mut |words, command| {
        // Actions of `review` and `history` are explained where they are listed.
        let is_action = words.len() == 2 && ["review", "history"].contains(&words[0].as_str());
        if command.has_subcommands()
            && !words.is_empty()
            && words.len() < 2
            && command.get_before_help().is_none()
        {
            // A noun: its verbs have the examples.
            return;
        }
        if !is_action {
            let help = command
                .get_before_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(help.starts_with("Examples:"), "{words:?} has no examples");
        }
        assert!(
            command.get_about().is_some() || words.is_empty(),
            "{words:?} has no description"
        );
    });
}

/// Command lines that are wrong, each in another way.
const WRONG: &[&[&str]] = &[
    &["improt", "x.csv"],
    &["report", "atendance"],
    &["import", "x.csv", "--dryrun"],
    &["import", "x.csv", "--map", "Cluster=organistion"],
    &["import"],
    &["import", "x.csv", "-files"],
    &["import", "x.csv", "--sheet"],
    &["init", "--quiet=yes"],
    &["init", "--format", "word"],
    &["init", "--db", "a.db", "--db", "b.db"],
    &["inspect", "x.csv", "--rows", "many"],
    &["event", "add", "Meeting"],
    &["person", "--quiet"],
    &["undo", "last"],
    &["report", "certificate", "--all", "--person", "Anna"],
];

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_every_language() {
    let mut world = World::new();
    let said = |world: &World| -> String {
        let outputs = WRONG.iter().map(|arguments| world.run(arguments).code(2));
        outputs.map(|output| format!("{output}\n")).collect()
    };
    golden("mistyped.txt", said(&world));
    world.set_variable("LANG", "de_DE.UTF-8");
    golden("mistyped-de.txt", said(&world));
}

#[test]
fn the_language_of_help_is_the_one_that_the_command_line_names() {
    let mut world = World::new();
    let is_german = |output: String| output.contains("Aufruf:");
    for arguments in [
        ["undo", "--lang", "de", "--help"].as_slice(),
        &["--help", "undo", "--lang=de"],
        &["--lang", "en", "undo", "--lang", "de", "-h"],
    ] {
        assert!(is_german(world.run(arguments).success()), "{arguments:?}");
    }
    let wrong = world.line("undo --nothing --lang de").code(2);
    assert!(is_german(wrong.stderr));
    // What stands behind two hyphens is no option.
    let wrong = world.line("undo --nothing -- --lang de").code(2);
    assert!(!is_german(wrong.stderr));
    world.set_variable("ROLLCALL_LANG", "de");
    assert!(is_german(world.run(&["undo", "--help"]).success()));
    assert!(!is_german(world.line("undo --help --lang en").success()));
}

#[test]
fn manual_pages_and_completions_are_in_the_language() {
    let mut world = World::new();
    world.set_variable("ROLLCALL_LANG", "de");
    let page = world.run(&["man"]).success();
    for heading in [
        ".SH BEZEICHNUNG",
        ".SH ÜBERSICHT",
        ".SH BESCHREIBUNG",
        ".SH BEFEHLE",
    ] {
        assert!(
            page.lines().any(|line| line == heading),
            "{heading}: {page}"
        );
    }
    for word in ["NAME", "OPTIONS", "SUBCOMMANDS", "Print"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    let script = world.run(&["completions", "zsh"]).success();
    assert!(script.contains("Einen Vorgang zurücknehmen"));
    assert!(!script.contains("Print help"));
}

#[test]
fn completions_and_manual_pages_are_written() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            world
                .run(&["completions", shell])
                .success()
                .contains("rollcall"),
            "{shell}"
        );
    }
    assert!(world.run(&["man"]).success().starts_with(".ie"));
    world.line("man --all pages").success();
    assert!(world.path().join("pages/rollcall-signup-add.1").exists());
}
