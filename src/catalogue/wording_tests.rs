//! Checks the wording of each message, language by language. The docs of the catalogue describe the style.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

use super::messages::WORDINGS;
use super::*;

/// Messages that contain words of the other language: names of foreign settings, or of a chapter.
const NAMES_OF_OTHERS: &[&str] = &[
    "files.logos-left-out",
    "files.template-names",
    "help.report-examples",
    "log.lengths-alone-hint",
    "store.write-ahead-log",
];

/// German messages that have a verb but are only part of a sentence.
const PARTS_OF_SENTENCES: &[&str] = &[
    "import.another-meeting",
    "import.as-asked",
    "import.newer-submission",
    "platforms.second-leaving",
    "review.it-is",
    "rows.confirmed-all-the-same",
    "rows.counted-as-one",
    "rows.nothing-said",
    "rows.says-absence",
    "rows.says-another-time",
    "rows.states-disagree",
    "rows.struck-through",
];

/// Returns each text of a message: the parts outside its arguments, and a text for every choice.
fn texts(source: &str) -> Vec<String> {
    let resource = fluent_syntax::parser::parse(source).unwrap();
    let mut texts = Vec::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            collect(pattern, &mut texts);
        }
    }
    texts
}

fn collect(pattern: &Pattern<&str>, texts: &mut Vec<String>) {
    let mut own = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => own.push_str(value),
            PatternElement::Placeable { expression } => {
                own.push('…');
                if let Expression::Select { variants, .. } = expression {
                    let inner = variants.iter().map(|it| &it.value);
                    inner.for_each(|pattern| collect(pattern, texts));
                }
            }
        }
    }
    texts.push(own);
}

/// Returns the words of the prose: without anything typed, which is between backticks or quotation marks or begins with
/// a hyphen, and without the names of values, in capitals.
fn words(text: &str) -> BTreeSet<String> {
    let said = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let mut words = BTreeSet::new();
    let mut is_call = false;
    for word in said.split_whitespace() {
        is_call |= word == "rollcall";
        let bare = word.trim_matches(|it: char| !it.is_alphanumeric() && !"'-".contains(it));
        let is_typed =
            is_call || bare.starts_with(['-', '\'']) || bare.contains(['=', '.', '_', '/']);
        let is_name = !bare.chars().any(char::is_lowercase);
        if !is_typed && !is_name {
            words.insert(bare.to_lowercase());
        }
        is_call &= !word.ends_with([';', ',', ':', '?']);
    }
    words
}

/// Returns the words of a list that has one or more per line.
fn listed(list: &'static str) -> BTreeSet<&'static str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

/// Returns the messages of a language that contain words from the list of another.
fn with_words_of(list: &'static str, language: Language) -> Vec<String> {
    let foreign = listed(list);
    let mut found = Vec::new();
    for (name, wording) in WORDINGS {
        // In examples only the notes are prose; they follow two spaces.
        let is_examples = name.starts_with("help") && name.ends_with("-examples");
        let is_for_programs = name.starts_with("conventions.") || name.starts_with("fields.");
        if is_for_programs || NAMES_OF_OTHERS.contains(name) {
            continue;
        }
        let texts = match wording.source(language) {
            Some(_) if is_examples => {
                let lines = wording.in_language(language).lines();
                let notes = lines.filter_map(|line| line.trim().split_once("  "));
                notes.map(|(_, note)| note.to_owned()).collect()
            }
            Some(source) => texts(&source),
            None => continue,
        };
        for word in texts.iter().flat_map(|text| words(text)) {
            if foreign.contains(word.as_str()) {
                found.push(format!("{name}: {word}"));
            }
        }
    }
    found
}

#[test]
fn german_is_free_of_english_words() {
    let english = include_str!("../../fixtures/words/english.txt");
    let found = with_words_of(english, Language::De);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn english_is_free_of_german_words() {
    let german = include_str!("../../fixtures/words/german.txt");
    let found = with_words_of(german, Language::En);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_lists_of_words_have_none_in_common() {
    let english = listed(include_str!("../../fixtures/words/english.txt"));
    let german = listed(include_str!("../../fixtures/words/german.txt"));
    let common: Vec<_> = english.intersection(&german).collect();
    assert!(common.is_empty(), "{common:?}");
    assert!(words("Die `file` ist --not da").is_disjoint(&["file".into(), "not".into()].into()));
    assert!(words("this is it").contains("this"));
}

/// Verbs that make a German text a sentence.
const VERBS: &[&str] = &[
    "ist",
    "sind",
    "war",
    "waren",
    "hat",
    "haben",
    "wird",
    "werden",
    "wurde",
    "wurden",
    "kann",
    "können",
    "lässt",
    "fehlt",
    "fehlen",
    "gibt",
    "steht",
    "stehen",
    "gehört",
    "gehören",
    "enthält",
    "enthalten",
    "nennt",
    "sagt",
    "liegt",
    "weicht",
    "Sie",
];

#[test]
fn german_sentences_begin_with_a_capital() {
    let mut wrong = Vec::new();
    // Help begins with the names of values, and examples begin with calls.
    for (name, wording) in WORDINGS
        .iter()
        .filter(|(name, _)| !name.starts_with("help"))
    {
        let Some(source) = wording.source(Language::De) else {
            continue;
        };
        for text in texts(&source) {
            let text = text.trim();
            let main = text.split([',', ';', '(']).next().unwrap_or(text);
            let is_sentence = main.split_whitespace().any(|word| VERBS.contains(&word));
            let is_lower = text.starts_with(char::is_lowercase);
            if is_lower && is_sentence && !PARTS_OF_SENTENCES.contains(name) {
                wrong.push(format!("{name}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_says_what_something_is_not_as_people_do() {
    for (name, wording) in WORDINGS {
        let source = wording.source(Language::En).unwrap_or_default();
        let source = source.replace("` is no longer ", "");
        for clumsy in [
            "this is no ",
            "` is no ",
            "stands over",
            "stand over",
            "cannot be taken as",
        ] {
            assert!(!source.contains(clumsy), "{name}: {clumsy}");
        }
    }
}
