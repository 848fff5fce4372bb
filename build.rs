//! Generates the typed keys of the catalogue from `locales`, so that a wrong key or argument does not compile.
//!
//! English is the reference: each message in `locales/en/FILE.ftl` becomes a constant `FILE::NAME` or, if it has
//! arguments, a struct `FILE::name` with a field for each. Other languages may lack messages, for which English is then
//! used; they must not have messages or arguments that English lacks.
//!
//! A debug build has an additional language, `qps`, for tests: English with accents and a third longer. Text without
//! accents on a screen in that language is not in the catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource,
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A language's files: their names without extension, and their text.
type Files = BTreeMap<String, String>;

/// The files whose texts are patterns for programs, such as that of a date.
const FOR_PROGRAMS: &str = "conventions";

#[expect(
    clippy::disallowed_methods,
    reason = "a build script is told by the environment where it writes"
)]
fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir("locales")? {
        let path = entry?.path();
        if path.is_dir() {
            languages.insert(name_of(&path)?, files_in(&path)?);
        }
    }
    let english = languages.remove("en").ok_or("locales/en is missing")?;
    let mut known = BTreeMap::new();
    for (file, text) in &english {
        known.insert(file.clone(), arguments_of(&parsed("en", file, text)?));
    }
    for (language, files) in &languages {
        for (file, text) in files {
            let messages = arguments_of(&parsed(language, file, text)?);
            check(language, file, &messages, known.get(file))?;
        }
    }
    let mut ordered = vec![("en".to_owned(), english.clone())];
    ordered.extend(languages);
    if std::env::var("PROFILE")? == "debug" {
        ordered.push(("qps".to_owned(), pseudo(&english)?));
    }
    let out = std::env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("messages.rs"), rust(&ordered, &known)?)?;
    Ok(())
}

fn name_of(path: &Path) -> Result<String> {
    let name = path.file_stem().and_then(|name| name.to_str());
    Ok(name.ok_or("a name is not text")?.to_owned())
}

fn files_in(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            files.insert(name_of(&path)?, fs::read_to_string(&path)?);
        }
    }
    Ok(files)
}

fn parsed<'a>(language: &str, file: &str, text: &'a str) -> Result<Resource<&'a str>> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        let line = text[..at].lines().count();
        format!("locales/{language}/{file}.ftl, line {line}: {errors:?}")
    })?;
    // The parser accepts duplicate messages, and one of the two would never be shown.
    let mut names = BTreeSet::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry
            && !names.insert(message.id.name)
        {
            let name = message.id.name;
            return Err(format!("locales/{language}/{file}.ftl has `{name}` twice").into());
        }
    }
    Ok(resource)
}

/// What is known about a message: its arguments, its comment, and whether it is a single text.
#[derive(Default)]
struct Known {
    arguments: BTreeSet<String>,
    comment: String,
    english: String,
}

fn arguments_of(resource: &Resource<&str>) -> BTreeMap<String, Known> {
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .map(|message| (message.id.name.to_owned(), known_of(message)))
        .collect()
}

fn known_of(message: &Message<&str>) -> Known {
    let mut known = Known::default();
    if let Some(pattern) = &message.value {
        in_pattern(pattern, &mut known.arguments);
        known.english = pattern.elements.iter().map(text_of).collect();
    }
    if let Some(comment) = &message.comment {
        known.comment = comment.content.join(" ");
    }
    known
}

/// Returns the text of an element as shown in a comment.
fn text_of(element: &PatternElement<&str>) -> String {
    match element {
        PatternElement::TextElement { value } => value.replace('\n', " "),
        PatternElement::Placeable { .. } => "…".to_owned(),
    }
}

fn in_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, arguments);
        }
    }
}

fn in_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            in_inline(selector, arguments);
            for variant in variants {
                in_pattern(&variant.value, arguments);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, arguments),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for inline in positional {
                in_inline(inline, arguments);
            }
        }
        _ => {}
    }
}

fn check(
    language: &str,
    file: &str,
    messages: &BTreeMap<String, Known>,
    english: Option<&BTreeMap<String, Known>>,
) -> Result<()> {
    let place = format!("locales/{language}/{file}.ftl");
    let english = english.ok_or_else(|| format!("{place} has no English file"))?;
    for (id, known) in messages {
        let Some(measure) = english.get(id) else {
            return Err(format!("{place}: English has no `{id}`").into());
        };
        if let Some(other) = known.arguments.difference(&measure.arguments).next() {
            return Err(format!("{place}: `{id}` has no argument `${other}` in English").into());
        }
    }
    Ok(())
}

/// Generates the language for tests.
fn pseudo(english: &Files) -> Result<Files> {
    let mut files = Files::new();
    for (file, text) in english {
        let mut resource = fluent_syntax::parser::parse(text.clone())
            .map_err(|(_, errors)| format!("{file}: {errors:?}"))?;
        if file != FOR_PROGRAMS {
            for entry in &mut resource.body {
                if let Entry::Message(message) = entry
                    && let Some(pattern) = &mut message.value
                {
                    stretch_pattern(pattern);
                }
            }
        }
        let text = fluent_syntax::serializer::serialize(&resource);
        files.insert(file.clone(), text);
    }
    Ok(files)
}

fn stretch_pattern(pattern: &mut Pattern<String>) {
    stretch_within(pattern, &mut false);
}

/// Lengthens text that is not typed. Typed text is between backticks, possibly with arguments in it.
fn stretch_within(pattern: &mut Pattern<String>, is_typed: &mut bool) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = stretched(value, is_typed),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                let before = *is_typed;
                for variant in variants {
                    *is_typed = before;
                    stretch_within(&mut variant.value, is_typed);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The commands, which are typed if the program's name precedes them.
const COMMANDS: &[&str] = &[
    "attendance",
    "backup",
    "check",
    "check-in",
    "completions",
    "demo",
    "event",
    "export",
    "history",
    "import",
    "init",
    "inspect",
    "man",
    "map",
    "organisation",
    "person",
    "report",
    "restore",
    "review",
    "session",
    "signup",
    "undo",
];

/// Accents the vowels and doubles them, except in typed text: between backticks, in options, in capitals, and in a call
/// of the program up to a sign, two spaces or the end of the line.
fn stretched(text: &str, is_typed: &mut bool) -> String {
    let mut stretched = String::new();
    let mut is_call = false;
    let mut words = text.split_inclusive([' ', '\n']).peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|it: char| !it.is_alphanumeric() && it != '-');
        let next = words.peek().map_or("", |it| it.trim());
        is_call |= bare == "rollcall" && (next.starts_with('-') || COMMANDS.contains(&next));
        is_call &= !word.trim().is_empty();
        let is_capital = bare.chars().any(|it| it.is_ascii_uppercase())
            && !bare.chars().any(|it| it.is_ascii_lowercase());
        let is_name = is_call || bare.starts_with('-') || is_capital;
        for character in word.chars() {
            *is_typed ^= character == '`';
            match accented(character).filter(|_| !is_name && !*is_typed) {
                Some(accented) => stretched.push_str(accented),
                None => stretched.push(character),
            }
        }
        is_call &=
            !word.ends_with('\n') && !word.trim_end().ends_with([';', ',']) && !word.contains('`');
    }
    stretched
}

fn accented(character: char) -> Option<&'static str> {
    Some(match character {
        'a' => "áá",
        'e' => "éé",
        'i' => "íí",
        'o' => "óó",
        'u' => "úú",
        'A' => "Á",
        'E' => "É",
        'I' => "Í",
        'O' => "Ó",
        'U' => "Ú",
        _ => return None,
    })
}

/// Generates the Rust code.
fn rust(
    languages: &[(String, Files)],
    known: &BTreeMap<String, BTreeMap<String, Known>>,
) -> Result<String> {
    let mut out = String::new();
    write_languages(&mut out, languages, known)?;
    for (number, (file, messages)) in known.iter().enumerate() {
        writeln!(out, "/// `locales/en/{file}.ftl`.")?;
        let has_arguments = messages.values().any(|it| !it.arguments.is_empty());
        let used = if has_arguments {
            "{Message, Value, Wording}"
        } else {
            "Wording"
        };
        writeln!(out, "pub mod {file} {{ use super::{used};")?;
        for (id, message) in messages {
            write_message(&mut out, number, id, message)?;
        }
        writeln!(out, "}}")?;
    }
    writeln!(out, "/// Every wording, by its name in the store.")?;
    writeln!(out, "pub(super) const WORDINGS: &[(&str, Wording)] = &[")?;
    for (number, (file, messages)) in known.iter().enumerate() {
        for id in messages.keys() {
            writeln!(out, "(\"{file}.{id}\", Wording::new({number}, \"{id}\")),")?;
        }
    }
    writeln!(out, "];")?;
    Ok(out)
}

fn write_languages(
    out: &mut String,
    languages: &[(String, Files)],
    known: &BTreeMap<String, BTreeMap<String, Known>>,
) -> Result<()> {
    writeln!(
        out,
        "/// A language of the catalogue: a folder of `locales`."
    )?;
    writeln!(
        out,
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]"
    )?;
    writeln!(out, "pub enum Language {{")?;
    for (code, _) in languages {
        let default = if code == "en" { "#[default]" } else { "" };
        writeln!(out, "/// `{code}`.\n{default} {},", variant(code))?;
    }
    writeln!(out, "}}\nimpl Language {{")?;
    let real = languages.iter().filter(|(code, _)| code != "qps");
    let all: Vec<_> = real.map(|(code, _)| variant(code)).collect();
    writeln!(out, "/// Every language, in the order they are offered.")?;
    let (count, list) = (all.len(), all.join(", Self::"));
    writeln!(out, "pub const ALL: [Self; {count}] = [Self::{list}];")?;
    let every: Vec<_> = languages.iter().map(|(code, _)| variant(code)).collect();
    let (count, list) = (every.len(), every.join(", Self::"));
    writeln!(
        out,
        "pub(super) const KNOWN: [Self; {count}] = [Self::{list}];"
    )?;
    writeln!(out, "/// The code that `--lang` takes.")?;
    writeln!(
        out,
        "pub const fn code(self) -> &'static str {{ match self {{"
    )?;
    for (code, _) in languages {
        writeln!(out, "Self::{} => \"{code}\",", variant(code))?;
    }
    writeln!(out, "}} }} }}")?;
    let (languages_count, files_count) = (languages.len(), known.len());
    writeln!(
        out,
        "pub(super) const LANGUAGES: usize = {languages_count};"
    )?;
    writeln!(out, "pub(super) const FILES: usize = {files_count};")?;
    writeln!(
        out,
        "/// The text of each file of each language; empty where there is none."
    )?;
    writeln!(
        out,
        "pub(super) const SOURCES: [[&str; FILES]; LANGUAGES] = ["
    )?;
    for (_, files) in languages {
        let texts = known.keys().map(|file| files.get(file).map_or("", |it| it));
        writeln!(out, "{:?},", texts.collect::<Vec<_>>())?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// Converts `en` to `En`.
fn variant(code: &str) -> String {
    let (first, rest) = code.split_at(1);
    first.to_uppercase() + rest
}

fn write_message(out: &mut String, number: usize, id: &str, message: &Known) -> Result<()> {
    let name = id.replace('-', "_");
    let Known {
        arguments,
        comment,
        english,
    } = message;
    // Brackets are not links, and a value in angle brackets is not an HTML tag.
    let mut doc = String::new();
    for character in format!("{comment}\n\n“{english}”.").chars() {
        if "[]<>".contains(character) {
            doc.push('\\');
        }
        doc.push(character);
    }
    writeln!(out, "#[doc = {doc:?}]")?;
    let wording = format!("Wording::new({number}, \"{id}\")");
    if arguments.is_empty() {
        let name = name.to_uppercase();
        writeln!(out, "pub const {name}: Wording = {wording};")?;
        return Ok(());
    }
    writeln!(out, "pub struct {name} {{")?;
    for argument in arguments {
        writeln!(out, "/// `${argument}`.\npub {argument}: Value,")?;
    }
    writeln!(out, "}}\nimpl From<{name}> for Message {{")?;
    writeln!(out, "fn from(message: {name}) -> Self {{")?;
    writeln!(out, "Self::new({wording}, vec![")?;
    for argument in arguments {
        writeln!(out, "(\"{argument}\", message.{argument}),")?;
    }
    writeln!(out, "]) }} }}")?;
    Ok(())
}
