//! Texts of the catalogue, and texts with their arguments.

use std::borrow::Cow;

use fluent_bundle::FluentArgs;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::messages::WORDINGS;
use super::{Language, Value, bundles};

/// The key of a text of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Wording {
    file: usize,
    id: &'static str,
}

impl Wording {
    pub(super) const fn new(file: usize, id: &'static str) -> Self {
        Self { file, id }
    }

    /// Returns the text of a message that has no arguments.
    pub fn in_language(self, language: Language) -> &'static str {
        bundles::text(language, self.file, self.id)
    }

    /// Whether a word typed by somebody matches this text in any known language. The text is one word, or several
    /// separated by commas.
    pub fn is_word(self, word: &str) -> bool {
        let word = word.trim().to_lowercase();
        let texts = Language::KNOWN.map(|language| self.in_language(language));
        let mut words = texts.iter().flat_map(|text| text.split(','));
        words.any(|text| text.trim().to_lowercase() == word)
    }

    /// Returns the language's own text, as written in its file.
    #[cfg(test)]
    pub(super) fn source(self, language: Language) -> Option<String> {
        bundles::source(language, self.file, self.id)
    }

    /// Returns the names of all texts.
    #[cfg(test)]
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        WORDINGS.iter().map(|(name, _)| *name)
    }

    /// Returns its name in the store, `FILE.ID`, which stays the same when the text changes.
    fn name(self) -> Option<&'static str> {
        WORDINGS
            .iter()
            .find(|(_, wording)| *wording == self)
            .map(|(name, _)| *name)
    }

    /// Finds a text by its name in the store, for keys that are made at run time.
    pub fn named(name: &str) -> Option<Self> {
        let at = WORDINGS.binary_search_by_key(&name, |(known, _)| known);
        at.ok().map(|at| WORDINGS[at].1)
    }
}

/// A message as data: it gets its language when it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message(Content);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Content {
    Words(Wording, Vec<(Cow<'static, str>, Value)>),
    Verbatim(String),
}

impl Message {
    pub(super) fn new(wording: Wording, arguments: Vec<(&'static str, Value)>) -> Self {
        let arguments = arguments.into_iter();
        let arguments = arguments.map(|(name, value)| (Cow::Borrowed(name), value));
        Self(Content::Words(wording, arguments.collect()))
    }

    /// Makes a message that is the same in every language: words of a system, a library or a person.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self(Content::Verbatim(text.into()))
    }

    /// Whether this is its text.
    pub fn is(&self, wording: Wording) -> bool {
        matches!(&self.0, Content::Words(own, _) if *own == wording)
    }

    /// Returns the text in a language.
    pub fn in_language(&self, language: Language) -> String {
        match &self.0 {
            Content::Words(wording, arguments) if arguments.is_empty() => {
                wording.in_language(language).to_owned()
            }
            Content::Words(wording, arguments) => {
                let mut filled = FluentArgs::with_capacity(arguments.len());
                for (name, value) in arguments {
                    filled.set(name.as_ref(), value.in_language(language));
                }
                bundles::filled(language, wording.file, wording.id, &filled)
            }
            Content::Verbatim(text) => text.clone(),
        }
    }

    /// Returns the texts given as an argument of this name, here and in the messages within.
    pub fn arguments_named(&self, name: &str) -> Vec<String> {
        fn collect(value: &Value, is_it: bool, name: &str, found: &mut Vec<String>) {
            match value {
                Value::Text(text) if is_it => found.push(text.clone()),
                Value::Message(message) => found.extend(message.arguments_named(name)),
                Value::List(values) => {
                    for it in values {
                        collect(it, is_it, name, found);
                    }
                }
                _ => {}
            }
        }
        let mut found = Vec::new();
        if let Content::Words(_, arguments) = &self.0 {
            for (own, value) in arguments {
                collect(value, own == name, name, &mut found);
            }
        }
        found
    }

    /// Returns the text in English, for programs and for troubleshooting.
    pub fn in_english(&self) -> String {
        self.in_language(Language::FOR_PROGRAMS)
    }
}

impl From<Wording> for Message {
    fn from(wording: Wording) -> Self {
        Self(Content::Words(wording, Vec::new()))
    }
}

impl From<&Self> for Message {
    fn from(message: &Self) -> Self {
        message.clone()
    }
}

/// How a message is stored: `{"say":"reasons.near-name","with":{"likeness":"0.91"}}`, or only a text.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept<'a> {
    Words {
        say: Cow<'a, str>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<(Cow<'a, str>, Value)>,
    },
    Verbatim(Cow<'a, str>),
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kept = match &self.0 {
            Content::Words(wording, arguments) => Kept::Words {
                say: Cow::Borrowed(wording.name().unwrap_or(wording.id)),
                with: arguments.clone(),
            },
            Content::Verbatim(text) => Kept::Verbatim(Cow::Borrowed(text)),
        };
        kept.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Message {
    /// Reads a message; an unknown key becomes the text.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = match Kept::deserialize(deserializer)? {
            Kept::Words { say, with } => match Wording::named(&say) {
                Some(wording) => {
                    let owned = with.into_iter();
                    let owned = owned.map(|(name, value)| (Cow::Owned(name.into_owned()), value));
                    Content::Words(wording, owned.collect())
                }
                None => Content::Verbatim(say.into_owned()),
            },
            Kept::Verbatim(text) => Content::Verbatim(text.into_owned()),
        };
        Ok(Self(content))
    }
}
