//! Finds the people named in an output, as far as its words allow.
//!
//! A person counts as named if their given and family names appear next to each other, in either order, with or without
//! a title, or if one of their addresses or recorded names appears. A row of a table is read from left to right as one
//! text, so that names in two columns count as well. If two people have the same name, both are named. A given name
//! alone does not name anybody.
//!
//! Texts are compared word by word, ignoring case and punctuation. Two adjacent words lead to the few names that begin
//! with both, so that the time does not grow with the number of people: 50,000 rows are searched within a second among
//! 100,000 people.

use std::collections::BTreeSet;
use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::quality::FixedState;

use crate::error::Error;
use crate::model::PersonId;
use crate::output::{Content, Table};
use crate::store::WrittenFiles;

/// The names of everybody on file.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Sorted by the first two words.
    names: Vec<Name>,
    /// Sorted by the address.
    addresses: Vec<(u64, PersonId)>,
}

/// A name of two words or more; words are stored as hashes, since a hundred thousand people have many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// The first two words.
    beginning: u64,
    /// All words.
    whole: u64,
    words: usize,
    person: PersonId,
}

impl Names {
    /// Loads the names of everybody.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub(super) fn read(written: &WrittenFiles) -> Result<Self, Error> {
        let mut names = Self::default();
        written.each_name(|person, name| names.add(person, name))?;
        names.sort();
        Ok(names)
    }

    fn add(&mut self, person: PersonId, name: &str) {
        if name.contains('@') {
            self.addresses
                .extend(addresses(name).map(|it| (it, person)));
            return;
        }
        let words: Vec<u64> = words(name).collect();
        if let [first, second, ..] = words[..] {
            self.names.push(Name {
                beginning: together(&[first, second]),
                whole: together(&words),
                words: words.len(),
                person,
            });
        }
    }

    fn sort(&mut self) {
        self.names.sort_unstable();
        self.names.dedup();
        self.addresses.sort_unstable();
        self.addresses.dedup();
    }

    /// Returns everybody who is named in a table or document.
    pub(super) fn in_content(&self, content: &Content) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        content.each_text(&mut |text| self.find(text, &mut people));
        people
    }

    /// Returns everybody who is named in a table.
    pub(super) fn in_table(&self, table: &Table) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        table.each_text(&mut |text| self.find(text, &mut people));
        people
    }

    /// Returns everybody who is named in a text, whose long lines may be folded as in calendars.
    pub(super) fn in_bytes(&self, bytes: &[u8]) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
        for line in text.lines() {
            self.find(line, &mut people);
        }
        people
    }

    /// Adds everybody who is named in a text to `people`.
    fn find(&self, text: &str, people: &mut BTreeSet<PersonId>) {
        let words: Vec<u64> = words(text).collect();
        for (index, pair) in words.windows(2).enumerate() {
            let beginning = together(pair);
            let from = self.names.partition_point(|it| it.beginning < beginning);
            let names = self.names[from..]
                .iter()
                .take_while(|it| it.beginning == beginning);
            for name in names {
                let whole = words.get(index..index + name.words);
                if whole.is_some_and(|it| together(it) == name.whole) {
                    people.insert(name.person);
                }
            }
        }
        if text.contains('@') {
            for address in addresses(text) {
                let from = self.addresses.partition_point(|(it, _)| *it < address);
                let found = self.addresses[from..].iter();
                people.extend(
                    found
                        .take_while(|(it, _)| *it == address)
                        .map(|(_, who)| *who),
                );
            }
        }
    }
}

/// Returns the words of a text, each as a hash.
fn words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(number)
}

/// Returns the email addresses in a text, each as a hash.
fn addresses(text: &str) -> impl Iterator<Item = u64> {
    let is_apart = |letter: char| letter.is_whitespace() || ",;:<>()[]\"|".contains(letter);
    text.split(is_apart)
        .map(|token| token.trim_end_matches('.'))
        .filter(|token| token.contains('@'))
        .map(number)
}

/// Returns the hash of a word in lower case.
fn number(word: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    for letter in word.chars().flat_map(char::to_lowercase) {
        hasher.write_u32(letter.into());
    }
    hasher.finish()
}

/// Combines the hashes of several words.
fn together(words: &[u64]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    for word in words {
        hasher.write_u64(*word);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::keyed::columns;
    use crate::output::{Column, Document, Part};

    fn names() -> Names {
        let mut names = Names::default();
        for (person, name) in [
            (1, "Anna Müller-Lüdenscheidt"),
            (1, "Müller-Lüdenscheidt Anna"),
            (1, "anna@bio.example.org"),
            (2, "Jörg Weiß"),
            (2, "Weiß Jörg"),
            (3, "Jörg Weiß"),
            (4, "Jörg Weiß-Blau"),
            (5, "Kim"),
        ] {
            names.add(PersonId(person), name);
        }
        names.sort();
        names
    }

    fn found(text: &str) -> Vec<i64> {
        let mut people = BTreeSet::new();
        names().find(text, &mut people);
        people.into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn a_person_is_named_by_both_names_or_an_address() {
        let cases: &[(&str, &[i64])] = &[
            ("Müller-Lüdenscheidt, Anna", &[1]),
            ("Dear Dr. ANNA MÜLLER-LÜDENSCHEIDT!", &[1]),
            ("Anna Müller", &[]),
            ("Anna and Müller-Lüdenscheidt", &[]),
            ("mailto:Anna@Bio.example.org, info@bio.example.org.", &[1]),
            ("joanna@bio.example.org", &[]),
            ("Jörg Weiß (speaker); Regine Ahlersberg", &[2, 3]),
            ("Weiß-Blau, Jörg", &[]),
            ("Jörg Weiß-Blau", &[2, 3, 4]),
            ("Kim", &[]),
            ("", &[]),
        ];
        for (text, people) in cases {
            assert_eq!(found(text), *people, "{text}");
        }
    }

    #[test]
    fn every_part_of_a_document_is_read() {
        let columns = vec![
            Column::of(columns::GIVEN_NAME),
            Column::of(columns::FAMILY_NAME),
        ];
        let mut table = Table::new("people", "", columns);
        table.push(vec!["Anna".into(), "Müller-Lüdenscheidt".into()]);
        let mut document = Document::new("letter", "Letter");
        document.push(Part::Table(table));
        document.push(Part::Paragraph("Dear Jörg Weiß,".to_owned()));
        let people = names().in_content(&document.into());
        assert_eq!(people, [1, 2, 3].map(PersonId).into());
    }

    #[test]
    fn a_folded_line_of_a_calendar_is_one_line() {
        let people =
            names().in_bytes("SUMMARY:With Müller-Lüden\r\n scheidt\\, Anna\r\n".as_bytes());
        assert_eq!(people, [PersonId(1)].into());
    }
}
