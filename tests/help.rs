//! Help of every command: examples first, and the whole text reviewed as one file.

use std::fmt::Write as _;

use rollcall::output::Format;

use crate::support::{World, golden};

/// Calls `visit` with the words of every command and subcommand.
fn each_command(
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

#[test]
fn help_of_every_command_is_reviewed() {
    let world = World::new();
    let mut text = String::new();
    each_command(&rollcall::commands::command_line(), &[], &mut |words, _| {
        let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        arguments.push("--help");
        let output = world.run(&arguments).success();
        write!(text, "$ rollcall {}\n{output}\n", arguments.join(" ")).unwrap();
    });
    golden("help.txt", text);
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
    each_command(
        &rollcall::commands::command_line(),
        &[],
        &mut |words, command| {
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
        },
    );
}

#[test]
fn a_mistyped_word_is_answered_with_the_nearest_one() {
    let world = World::new();
    golden(
        "mistyped.txt",
        [
            world.run(&["improt", "x.csv"]),
            world.run(&["report", "atendance"]),
            world.run(&["import", "x.csv", "--dryrun"]),
            world.run(&["import", "x.csv", "--map", "Cluster=organization"]),
        ]
        .iter()
        .map(|output| format!("{output}\n"))
        .collect::<String>(),
    );
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
    world.run(&["man", "--all", "pages"]).success();
    assert!(world.path().join("pages/rollcall-signup-add.1").exists());
}
