//! The texts of each file and language, parsed when they are first needed.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Pattern, PatternElement};

use super::messages::{FILES, LANGUAGES, Language, SOURCES};
use super::value::Before;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [[OnceLock<Bundle>; FILES]; LANGUAGES] =
    [const { [const { OnceLock::new() }; FILES] }; LANGUAGES];

/// Texts that the parser keeps in pieces, joined once.
static JOINED: Mutex<Option<Joined>> = Mutex::new(None);

/// Joined texts by language, number of the file, and id.
type Joined = HashMap<(Language, usize, &'static str), &'static str>;

/// Returns the texts of a file in a language.
fn bundle(language: Language, file: usize) -> &'static Bundle {
    BUNDLES[language as usize][file].get_or_init(|| {
        let locales = language.code().parse().into_iter().collect();
        let mut bundle = Bundle::new_concurrent(locales);
        // The marks that isolate the direction of arguments would end up in files and terminals.
        bundle.set_use_isolating(false);
        // `NUMBER`, for ordinals. A new bundle cannot have a function of that name yet.
        drop(bundle.add_builtins());
        drop(bundle.add_function("AND", move |lists, _| Before::And.last(lists, language)));
        drop(bundle.add_function("OR", move |lists, _| Before::Or.last(lists, language)));
        let source = SOURCES[language as usize][file].to_owned();
        // The build has already parsed the same text, so errors do not occur here.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
        bundle
    })
}

/// Returns the pattern of a message: in the language, or in English if the language lacks it.
fn pattern(
    language: Language,
    file: usize,
    id: &str,
) -> Option<(&'static Bundle, &'static Pattern<&'static str>)> {
    [language, Language::FOR_PROGRAMS]
        .into_iter()
        .find_map(|language| {
            let bundle = bundle(language, file);
            let pattern = bundle.get_message(id)?.value()?;
            Some((bundle, pattern))
        })
}

/// Returns a language's own text as written in its file, on one line.
#[cfg(test)]
pub(super) fn source(language: Language, file: usize, id: &str) -> Option<String> {
    let pattern = bundle(language, file).get_message(id)?.value()?;
    let pattern = Pattern {
        elements: pattern.elements.clone(),
    };
    let message = fluent_syntax::ast::Message {
        id: fluent_syntax::ast::Identifier { name: "id" },
        value: Some(pattern),
        attributes: Vec::new(),
        comment: None,
    };
    let resource = fluent_syntax::ast::Resource {
        body: vec![fluent_syntax::ast::Entry::Message(message)],
    };
    Some(fluent_syntax::serializer::serialize(&resource))
}

/// Returns a text without arguments.
pub(super) fn text(language: Language, file: usize, id: &'static str) -> &'static str {
    let Some((bundle, pattern)) = pattern(language, file, id) else {
        return id;
    };
    if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
        return value;
    }
    let mut joined = JOINED.lock().unwrap_or_else(PoisonError::into_inner);
    joined
        .get_or_insert_default()
        .entry((language, file, id))
        .or_insert_with(|| {
            let text = bundle.format_pattern(pattern, None, &mut Vec::new());
            Box::leak(text.into_owned().into_boxed_str())
        })
}

/// Returns a text with its arguments filled in.
pub(super) fn filled(
    language: Language,
    file: usize,
    id: &str,
    arguments: &FluentArgs<'_>,
) -> String {
    let Some((bundle, pattern)) = pattern(language, file, id) else {
        return id.to_owned();
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
    debug_assert!(errors.is_empty(), "{id}: {errors:?}");
    text.into_owned()
}
