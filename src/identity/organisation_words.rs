//! Words in the names of organisations, read from `organisation_words.toml`: legal forms, abbreviations, lists.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Map;

/// The single instance.
pub(super) static WORDS: LazyLock<OrganisationWords> = LazyLock::new(|| {
    // A test makes sure that the file can be read; without its words every name would still have a key.
    toml::from_str::<Source>(SOURCE)
        .map(OrganisationWords::from)
        .unwrap_or_default()
});

const SOURCE: &str = include_str!("organisation_words.toml");

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    forms: BTreeMap<String, FormSource>,
    words: BTreeMap<String, String>,
    lists: Lists,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormSource {
    #[serde(default)]
    anywhere: Vec<String>,
    #[serde(default)]
    at_end: Vec<String>,
    #[serde(default)]
    spelled_out: Vec<String>,
}

/// Lists of single words; the file says what each is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    pub(super) small: HashSet<String>,
    pub(super) generic: HashSet<String>,
    pub(super) kinds: HashSet<String>,
    pub(super) other_kind: HashSet<String>,
    pub(super) departments: HashSet<String>,
    pub(super) compounds: Vec<String>,
    pub(super) places: HashSet<String>,
    pub(super) distinctions: HashSet<String>,
    pub(super) distinction_beginnings: Vec<String>,
    pub(super) domain_endings: HashSet<String>,
}

/// One spelling of a legal form.
#[derive(Debug)]
pub(super) struct Form {
    /// The name of the form, however it is spelled; empty for one that does not matter.
    pub(super) name: String,
    /// Its folded words.
    pub(super) words: Vec<String>,
}

/// The words, ready for lookup.
#[derive(Debug, Default)]
pub(super) struct OrganisationWords {
    /// Forms by their first word, the longest first.
    pub(super) anywhere: Map<String, Vec<Form>>,
    /// Forms that only count at the end, the longest first.
    pub(super) at_end: Vec<Form>,
    /// Forms at the end that the key keeps, the longest first.
    pub(super) spelled_out: Vec<Form>,
    /// The full words for an abbreviated or foreign word.
    pub(super) words: Map<String, Vec<String>>,
    /// The letters that abbreviate a place.
    pub(super) codes: Map<String, String>,
    pub(super) lists: Lists,
}

impl From<Source> for OrganisationWords {
    fn from(source: Source) -> Self {
        let mut read = Self::default();
        for (name, form) in source.forms {
            let name = if name == "none" { String::new() } else { name };
            for text in form.anywhere {
                let form = Form::new(&name, &text);
                let first = form.words.first().cloned().unwrap_or_default();
                read.anywhere.entry(first).or_default().push(form);
            }
            let at_end = form.at_end.iter().map(|text| Form::new(&name, text));
            read.at_end.extend(at_end);
            let spelled_out = form.spelled_out.iter().map(|text| Form::new(&name, text));
            read.spelled_out.extend(spelled_out);
        }
        let lists = [&mut read.at_end, &mut read.spelled_out];
        for forms in read.anywhere.values_mut().chain(lists) {
            forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
        }
        for (short, long) in source.words {
            if source.lists.places.contains(&short) {
                read.codes.insert(long.clone(), short.clone());
            }
            let long = long.split(' ').map(str::to_owned).collect();
            read.words.insert(short, long);
        }
        read.lists = source.lists;
        read.lists.add_stems();
        read
    }
}

/// Whether a list contains a word, with or without its ending.
pub(super) fn is_in(list: &HashSet<String>, word: &str) -> bool {
    list.contains(word)
}

/// Removes the ending of a word that is long enough: `deutsches`, `deutsche`, `deutschen`.
pub(super) fn stem(word: &mut String) {
    if word.len() < 6 || !word.is_ascii() {
        return;
    }
    for ending in ["es", "er", "en", "em", "e"] {
        if word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            return;
        }
    }
}

impl Lists {
    /// Adds the words without their endings, as names are compared.
    fn add_stems(&mut self) {
        let lists = [
            &mut self.generic,
            &mut self.kinds,
            &mut self.other_kind,
            &mut self.departments,
            &mut self.distinctions,
        ];
        for list in lists {
            let mut stems: Vec<String> = list.iter().cloned().collect();
            for word in &mut stems {
                stem(word);
            }
            list.extend(stems);
        }
    }
}

impl Form {
    fn new(name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            words: text.split(' ').map(str::to_owned).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read_and_is_folded() {
        let source: Source = toml::from_str(SOURCE).unwrap();
        let forms = source.forms.into_values();
        let forms = forms.flat_map(|it| [it.anywhere, it.at_end, it.spelled_out].concat());
        let pairs = source.words.into_iter().flat_map(|it| [it.0, it.1]);
        for text in forms.chain(pairs).chain(source.lists.generic) {
            let words = super::super::fold_tokens(&text);
            assert_eq!(words.join(" "), text);
        }
    }
}
