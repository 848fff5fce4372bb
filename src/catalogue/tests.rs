use std::collections::BTreeSet;

use super::messages::WORDINGS;
use super::*;
use crate::message;

/// Words that are the same in English and in German.
const ALIKE: &[&str] = &[
    "backup.passphrase",
    "columns.chosen-sessions",
    "columns.in-sessions",
    "columns.name",
    "columns.organisation",
    "columns.organisation-region",
    "columns.session",
    "columns.session-count",
    "columns.status",
    "days.april",
    "days.august",
    "days.november",
    "days.september",
    "event_report.rule-of-some",
    "help.value-format",
    "help.value-n",
    "help.value-name",
    "help.value-organisation",
    "help.value-person",
    "help.value-region",
    "help.value-session",
    "help.value-shell",
    "help.value-status",
    "help.value-text",
    "help.value-url",
    "review.minutes",
    "review.show-one",
    "titles.sessions",
    "titles.sessions-of",
];

/// Returns the texts between backticks: what is typed, the same in every language.
fn typed(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Whether there are words besides arguments, punctuation, and what is typed.
fn has_words(text: &str) -> bool {
    let text = text.trim_start_matches("id =");
    let outside = text
        .split('{')
        .map(|it| it.split_once('}').map_or(it, |(_, after)| after));
    let words = outside.flat_map(|it| it.split('`').step_by(2).collect::<Vec<_>>());
    words
        .flat_map(str::split_whitespace)
        .any(|word| word.starts_with(|it: char| it.is_alphabetic()))
}

#[test]
fn german_has_every_message_and_its_own_words() {
    let mut wrong = Vec::new();
    for (name, wording) in WORDINGS.iter().filter(|(name, _)| !is_examples(name)) {
        let Some(german) = wording.source(Language::De) else {
            wrong.push(format!("{name} has no German"));
            continue;
        };
        let english = wording.source(Language::En).unwrap_or_default();
        let is_for_programs = name.starts_with("conventions.");
        let has_words = !is_for_programs && has_words(&english);
        if german == english && has_words && !ALIKE.contains(name) {
            wrong.push(format!("{name} is English in German: {english}"));
        }
        if typed(&german) != typed(&english) {
            wrong.push(format!(
                "{name}: what is typed differs: {english} / {german}"
            ));
        }
    }
    for name in ALIKE {
        let known = WORDINGS.iter().find(|(known, _)| known == name);
        assert!(known.is_some(), "{name} is not a message any more");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the text is examples in help: calls, some followed by a note.
fn is_examples(name: &str) -> bool {
    name.starts_with("help") && name.ends_with("-examples")
}

#[test]
fn german_examples_have_the_same_calls_and_german_notes() {
    for (name, wording) in WORDINGS.iter().filter(|(name, _)| is_examples(name)) {
        let split = |language| {
            let lines = wording.in_language(language).lines().map(str::trim);
            let pairs = lines.map(|line| line.split_once("  ").unwrap_or((line, "")));
            pairs.unzip::<_, _, Vec<_>, Vec<_>>()
        };
        let (calls, notes) = split(Language::En);
        let (german_calls, german_notes) = split(Language::De);
        assert_eq!(german_calls, calls, "{name}");
        for (note, german) in notes.iter().zip(german_notes) {
            assert!(note.is_empty() || *note != german, "{name}: {note}");
        }
    }
}

#[test]
fn the_names_of_wordings_are_sorted_so_that_one_is_found() {
    assert!(WORDINGS.is_sorted_by_key(|(name, _)| *name));
    assert!(WORDINGS.len() > 300);
}

#[test]
fn a_message_comes_back_from_the_store_as_it_was() {
    let day = chrono::NaiveDate::from_ymd_opt(2020, 10, 8);
    let said = message!(titles::sessions_of {
        event: "2020-10-08"
    });
    let nested = message!(titles::of_event {
        what: said,
        event: vec![day.unwrap_or_default()]
    });
    let kept = serde_json::to_string(&nested).unwrap();
    let read: Message = serde_json::from_str(&kept).unwrap();
    assert_eq!(read, nested);
    assert!(read.in_language(Language::De).contains("08.10.2020"));
    assert!(read.in_language(Language::De).contains("2020-10-08"));
    let unknown: Message = serde_json::from_str(r#"{"say":"later.version"}"#).unwrap();
    assert_eq!(unknown.in_english(), "later.version");
}

#[test]
fn the_last_of_a_list_has_a_word_of_the_language_before_it() {
    for (names, english, german) in [
        (&["A"][..], "in A.", "dabei: A."),
        (&["A", "B"], "in A and B.", "dabei: A und B."),
        (&["A", "B", "C"], "in A, B and C.", "dabei: A, B und C."),
    ] {
        let said = message!(letters::you_were_in { sessions: names });
        assert!(said.in_language(Language::En).ends_with(english));
        assert!(said.in_language(Language::De).ends_with(german));
    }
    let choice = message!(command_line::did_you_mean {
        words: ["a", "b", "c"]
    });
    assert_eq!(choice.in_language(Language::En), "did you mean a, b or c?");
    let one = message!(command_line::did_you_mean { words: "a" });
    assert_eq!(one.in_language(Language::De), "Meinten Sie a?");
    let bare = message!(references::name_one_with_event { events: ["a", "b"] });
    assert!(bare.in_english().ends_with(": a, b"));
}

#[test]
fn arguments_are_never_read_as_words() {
    let said = message!(titles::sessions_of {
        event: "{ $event } `x`"
    });
    assert!(said.in_english().contains("{ $event } `x`"));
}

#[test]
fn a_language_is_found_by_what_a_system_calls_it() {
    for name in ["de", "DE", "de_DE.UTF-8", "de-AT", "de@euro"] {
        assert_eq!(name.parse(), Ok(Language::De), "{name}");
    }
    assert!("xx".parse::<Language>().is_err());
}
