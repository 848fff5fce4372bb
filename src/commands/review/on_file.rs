//! Searches people and organisations on file by the first letters of any of their words, or by similar words.

use std::collections::HashMap;
use std::rc::Rc;

use crate::error::Error;
use crate::identity::fold_tokens;
use crate::model::OrganisationId;
use crate::output::shown;
use crate::store::Reader;

/// More suggestions than this are not readable while typing.
const MOST: usize = 7;

/// The minimum similarity of a mistyped word.
const ALIKE: f64 = 0.85;

/// Everybody, or every organisation, on file.
#[derive(Debug, Clone, Default)]
pub(super) struct OnFile(Rc<Vec<Entry>>);

#[derive(Debug)]
struct Entry {
    /// `12 Anna Müller (BioCluster Nord)`; the number identifies them.
    label: String,
    /// The folded words of the names.
    names: Vec<String>,
    /// The folded words of other data.
    others: Vec<String>,
}

impl OnFile {
    /// Loads everybody.
    pub(super) fn people(reader: &Reader<'_>) -> Result<Self, Error> {
        let organisations: HashMap<OrganisationId, String> = reader
            .organisations()?
            .into_iter()
            .map(|organisation| (organisation.id, organisation.name))
            .collect();
        let people = reader.people()?.into_iter().map(|person| {
            let name = person.full_name();
            let organisation = person.organisation_id.and_then(|id| organisations.get(&id));
            let label = match organisation {
                Some(organisation) => format!("{} {name} ({organisation})", person.id),
                None => format!("{} {name}", person.id),
            };
            let others = organisation.map(String::as_str).into_iter();
            Entry::new(
                &label,
                std::iter::once(name.as_str()).chain(person.aliases.iter().map(String::as_str)),
                others.chain(person.addresses.iter().map(String::as_str)),
            )
        });
        Ok(Self(Rc::new(people.collect())))
    }

    /// Loads every organisation.
    pub(super) fn organisations(reader: &Reader<'_>) -> Result<Self, Error> {
        let organisations = reader.organisations()?.into_iter().map(|organisation| {
            let further = organisation.short_name.iter().chain(&organisation.aliases);
            Entry::new(
                &format!("{} {}", organisation.id, organisation.name),
                std::iter::once(&organisation.name)
                    .chain(further)
                    .map(String::as_str),
                std::iter::empty(),
            )
        });
        Ok(Self(Rc::new(organisations.collect())))
    }

    /// Returns those who may be meant by what was typed so far, the most likely first.
    pub(super) fn like(&self, typed: &str) -> Vec<String> {
        let typed = fold_tokens(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(f64, &Entry)> = self
            .0
            .iter()
            .map(|entry| (entry.likeness(&typed), entry))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .collect();
        // Equal ones stay in the order of their numbers.
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        let labels = found.into_iter().take(MOST);
        labels.map(|(_, entry)| entry.label.clone()).collect()
    }

    /// Returns what to use in a command for what was typed or chosen: the number if it was chosen.
    pub(super) fn reference<'a>(&self, said: &'a str) -> &'a str {
        if self.0.iter().any(|entry| entry.label == said) {
            said.split(' ').next().unwrap_or(said)
        } else {
            said.trim()
        }
    }
}

impl Entry {
    fn new<'a>(
        label: &str,
        names: impl Iterator<Item = &'a str>,
        others: impl Iterator<Item = &'a str>,
    ) -> Self {
        Self {
            label: shown(label).into_owned(),
            names: names.flat_map(fold_tokens).collect(),
            others: others.flat_map(fold_tokens).collect(),
        }
    }

    /// Returns how well every typed word matches: 1 if it is the beginning of a word.
    fn likeness(&self, typed: &[String]) -> f64 {
        let best = |word: &String| {
            let mut words = self.names.iter().chain(&self.others);
            if words.any(|known| known.starts_with(word.as_str())) {
                return 1.0;
            }
            let alike = self.names.iter();
            let alike = alike.map(|known| strsim::jaro_winkler(word, known));
            alike.fold(0.0, f64::max)
        };
        typed.iter().map(best).fold(1.0, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_file() -> OnFile {
        let entry = |label: &str, name: &str, other: &str| {
            Entry::new(label, std::iter::once(name), std::iter::once(other))
        };
        OnFile(Rc::new(vec![
            entry(
                "1 Anna Müller (BioCluster Nord)",
                "Anna Müller",
                "BioCluster Nord",
            ),
            entry("2 Jörg Weiß (Photonik Süd)", "Jörg Weiß", "Photonik Süd"),
            entry("3 Anna Amsel", "Anna Amsel", ""),
        ]))
    }

    #[test]
    fn they_are_found_by_first_letters_in_any_order_and_by_what_is_alike() {
        let on_file = on_file();
        assert_eq!(on_file.like("mue an"), ["1 Anna Müller (BioCluster Nord)"]);
        assert_eq!(on_file.like("weis"), ["2 Jörg Weiß (Photonik Süd)"]);
        assert_eq!(
            on_file.like("Anna Mullre"),
            ["1 Anna Müller (BioCluster Nord)"]
        );
        assert_eq!(on_file.like("photonik"), ["2 Jörg Weiß (Photonik Süd)"]);
        assert_eq!(on_file.like("anna").len(), 2);
        assert!(on_file.like("Zygmunt").is_empty());
        assert!(on_file.like(" ").is_empty());
    }

    #[test]
    fn a_chosen_one_is_named_by_number_and_a_typed_one_as_typed() {
        let on_file = on_file();
        assert_eq!(on_file.reference("3 Anna Amsel"), "3");
        assert_eq!(on_file.reference(" Anna Amsel "), "Anna Amsel");
        assert_eq!(on_file.reference("3 Anna"), "3 Anna");
    }
}
