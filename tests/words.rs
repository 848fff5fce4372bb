//! Every word that is said is in the catalogue, in the language that people read, and may be longer than in English.
//!
//! The pseudo-language `qps` accents and doubles each vowel of the catalogue; what is not accented on a screen does not
//! come from there.

use std::collections::BTreeSet;

use rollcall::commands::command_line;
use rollcall::output::Language;

use crate::help::each_command;
use crate::screens::{Screen, helps, pages, screens};
use crate::support::golden;

/// What is the same in every language: keys of columns and kinds, names of formats, programs and zones.
const SAME_EVERYWHERE: &[&str] = &[
    "attendance",
    "signups",
    "programme",
    "people",
    "organisations",
    "person",
    "organisation",
    "event",
    "session",
    "rollcall",
    "db",
    "utf",
    "windows",
    "latin",
    "age",
    "example",
    "csv",
    "json",
    "markdown",
    "html",
    "xlsx",
    "docx",
    "Word",
    "text",
    "name",
    "email",
    "Europe",
    "Berlin",
    "min",
    "any",
    "plenary",
    "keynote",
    "breakout",
    "networking",
    "social",
    "other",
    "present",
    "partial",
    "walk",
    "in",
    "brief",
    "excused",
    "no",
    "show",
    "confirmed",
    "waitlisted",
    "cancelled",
    "update",
    "fill",
    "yes",
    "jsonl",
    "skip",
    "none",
    "auto",
    "always",
    "never",
];

/// People in the examples of help, whose lines are broken in the middle of a name.
const IN_EXAMPLES: &[&str] = &["Becker", "Quell"];

/// Names of commands, options and values.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each_command(&command_line(Language::En), &[], &mut |words, command| {
        names.extend(words.iter().cloned());
        for argument in command.get_arguments() {
            names.extend(argument.get_long().map(str::to_owned));
            let values = argument.get_possible_values();
            names.extend(values.iter().map(|it| it.get_name().to_owned()));
        }
    });
    let parts = names
        .iter()
        .flat_map(|name| name.split('-'))
        .map(str::to_owned);
    let same = SAME_EVERYWHERE.iter().chain(IN_EXAMPLES);
    parts.chain(same.map(|it| (*it).to_owned())).collect()
}

/// The words of a screen that are said: not what is typed or was typed by others, which stands between backticks or
/// quotation marks; no options, files or addresses; no names in capitals.
fn said(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let lines: Vec<&str> = text.lines().map(without_call).collect();
    for paragraph in lines.join("\n").split("\n\n") {
        let said = paragraph
            .split('`')
            .step_by(2)
            .collect::<Vec<_>>()
            .join(" ");
        let said = without_quoted(&said);
        let mut is_call = false;
        for word in said.split([' ', '\n']) {
            let word = word.trim_matches(|it: char| !it.is_alphanumeric() && it != '-');
            is_call = (is_call && !word.is_empty()) || word == "rollcall";
            let is_typed =
                is_call || word.starts_with('-') || word.contains(['@', '.', '_', '=', '/']);
            if !is_typed && !word.contains(|it: char| it.is_ascii_digit()) {
                let parts = word.split(|it: char| !it.is_alphabetic());
                words.extend(parts.filter(|it| it.chars().count() > 1).map(str::to_owned));
            }
        }
    }
    words.retain(|word| word.chars().any(char::is_lowercase));
    words
}

/// Takes an example of a call off a line; its note stands behind two blanks.
fn without_call(line: &str) -> &str {
    let is_call = ["rollcall ", "some-program ", "--"]
        .iter()
        .any(|it| line.trim().starts_with(it));
    if is_call {
        line.trim().split_once("  ").map_or("", |(_, note)| note)
    } else {
        line
    }
}

/// Takes off what is between single quotation marks, which are no apostrophes.
fn without_quoted(text: &str) -> String {
    let mut parts = text.split(" '");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| {
        let rest = part.split_once('\'').map_or(part, |(_, rest)| rest);
        format!("{said} {rest}")
    })
}

/// Holds that no word of the screens is one of those that `is_foreign`.
#[track_caller]
fn all_free_of(screens: &[Screen], is_foreign: impl Fn(&str) -> bool) {
    let names = names();
    let mut found = Vec::new();
    for screen in screens {
        let words: BTreeSet<String> = said(&screen.text).into_iter().collect();
        let foreign = words
            .iter()
            .filter(|it| !names.contains(*it) && is_foreign(it));
        let foreign: Vec<&str> = foreign.map(String::as_str).collect();
        if !foreign.is_empty() {
            found.push(format!("{}: {}", screen.command, foreign.join(" ")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Whether a word has a vowel that the pseudo-language would have accented.
fn is_unmarked(word: &str) -> bool {
    word.chars().any(|it| "aeiouAEIOU".contains(it))
}

/// What is said in both languages, side by side for whoever reads the goldens.
#[test]
fn typical_screens_are_reviewed_in_both_languages() {
    for language in ["en", "de"] {
        let screens = screens(language);
        let shown = screens
            .iter()
            .map(|it| format!("$ rollcall {}\n{}\n", it.command, it.text));
        golden(
            &format!("screens/{language}.txt"),
            shown.collect::<String>(),
        );
    }
}

#[test]
fn every_word_on_a_screen_is_in_the_catalogue() {
    for screens in [screens("qps"), helps("qps")] {
        assert!(screens.iter().any(|it| it.text.contains("áá")));
        all_free_of(&screens, is_unmarked);
    }
}

#[test]
fn every_word_of_a_document_is_in_the_catalogue() {
    all_free_of(&pages("qps"), is_unmarked);
}

/// The words of a list.
fn listed(list: &'static str) -> BTreeSet<&'static str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

#[test]
fn german_screens_and_documents_have_no_english_word() {
    let english = listed(include_str!("../fixtures/words/english.txt"));
    for screens in [screens("de"), helps("de"), pages("de")] {
        all_free_of(&screens, |word| {
            english.contains(word.to_lowercase().as_str())
        });
        sentences_begin_with_a_capital(&screens);
    }
}

#[test]
fn english_screens_and_documents_have_no_german_word() {
    let german = listed(include_str!("../fixtures/words/german.txt"));
    for screens in [screens("en"), helps("en"), pages("en")] {
        all_free_of(&screens, |word| {
            german.contains(word.to_lowercase().as_str())
        });
    }
}

/// In German, what stands behind a label begins with a capital.
#[track_caller]
fn sentences_begin_with_a_capital(screens: &[Screen]) {
    let labels = ["Fehler: ", "Ursache: ", "Tipp: ", "Warnung: ", "Hinweis: "];
    let mut wrong = Vec::new();
    for screen in screens {
        for line in screen.text.lines() {
            let said = labels.iter().find_map(|it| line.trim().strip_prefix(it));
            let is_lower = said.is_some_and(|it| it.starts_with(char::is_lowercase));
            // The name of a file or a session stays as it is.
            let first = said
                .and_then(|it| it.split([' ', ':']).next())
                .unwrap_or("");
            let is_name = first.contains(|it: char| it == '.' || it.is_ascii_digit());
            if is_lower && !is_name && first != "rollcall" {
                wrong.push(format!("{}: {line}", screen.command));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the numbers of columns of the tables on a screen: what is above each rule, cut at two blanks.
fn columns(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let rules = lines
        .windows(2)
        .filter(|it| !it[1].is_empty() && it[1].chars().all(|it| it == '─'));
    rules
        .map(|it| {
            it[0]
                .split("  ")
                .filter(|cell| !cell.trim().is_empty())
                .count()
        })
        .collect()
}

#[test]
fn tables_keep_their_columns_when_words_are_longer() {
    let english = screens("en");
    let longer = screens("qps");
    let mut tables = 0;
    for (english, longer) in english.iter().zip(&longer) {
        let (columns, kept) = (columns(&english.text), columns(&longer.text));
        assert_eq!(kept, columns, "{}", english.command);
        tables += columns.len();
        let lines = |text: &str| text.lines().count();
        assert!(
            lines(&longer.text) == lines(&english.text),
            "{}: {}\n{}",
            english.command,
            english.text,
            longer.text
        );
    }
    assert!(tables > 20, "{tables}");
}
