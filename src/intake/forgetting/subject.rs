//! The person to remove: their numbers, names and addresses, and which of these others share.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::{Map, Value};

use crate::identity::{
    NamesByWord, digits_that_count, find_address, find_name, find_phone, fold_tokens,
    in_every_order, name_key, normalize_address, organisation_key, person_key, read_display_name,
};
use crate::model::{Person, PersonId};
use crate::store::{HashKind, Reader, Sought, SoughtKind, StoreError};

/// Replaces a name in a text.
const REMOVED: &str = "[…]";

/// The minimum number of digits in a telephone number for it to be searched in texts.
const DIGITS: usize = 6;

/// The number of letters shown before and after a name.
const AROUND: usize = 30;

/// The person to remove.
#[derive(Debug, Default)]
pub(super) struct Subject {
    /// Their number, and those of records that were theirs.
    pub(super) people: BTreeSet<i64>,
    /// Their whole names, as written.
    names: BTreeSet<String>,
    /// The keys of their whole names.
    keys: BTreeSet<String>,
    addresses: BTreeSet<String>,
    phones: BTreeSet<String>,
    /// Parts of their names.
    parts: BTreeSet<String>,
    /// Keys and addresses that others on file share.
    held: BTreeSet<String>,
    /// The folded words of whole names that nobody else has.
    words: NamesByWord,
}

/// A former image of a person: table and columns.
type Image = (String, Map<String, Value>);

impl Subject {
    /// Gathers everything known about somebody, including deleted records. Without a person on file, the reference is
    /// an address or a name.
    pub(super) fn of(
        reader: &Reader<'_>,
        person: Option<&Person>,
        reference: &str,
    ) -> Result<Self, StoreError> {
        let mut subject = Self::default();
        match person {
            Some(person) => subject.take_person(person),
            None => match normalize_address(reference) {
                Some(address) => {
                    subject.addresses.insert(address);
                }
                None => subject.take_name(reference),
            },
        }
        subject.gather(reader)?;
        Ok(subject)
    }

    /// The same for several people together; `former` are those whom only the journal names.
    pub(super) fn of_all(
        reader: &Reader<'_>,
        people: &[Person],
        former: &BTreeSet<PersonId>,
    ) -> Result<Self, StoreError> {
        let mut subject = Self::default();
        subject.people.extend(former.iter().map(|it| it.0));
        for person in people {
            subject.take_person(person);
        }
        subject.gather(reader)?;
        Ok(subject)
    }

    /// Adds what former images say of them, and finds out what others share.
    fn gather(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        let subject = self;
        let everybody = reader.people()?;
        for other in everybody
            .iter()
            .filter(|it| !subject.people.contains(&it.id.0))
        {
            subject
                .held
                .insert(person_key(&other.given_name, &other.family_name));
            subject
                .held
                .extend(other.aliases.iter().map(|it| name_key(it)));
            subject.held.extend(other.addresses.iter().cloned());
        }
        let on_file: BTreeSet<i64> = everybody.iter().map(|it| it.id.0).collect();
        let mut images: Vec<Image> = Vec::new();
        reader.each_image(|row| {
            if ["person", "person_address", "person_alias"].contains(&row.table) {
                images.push((row.table.to_owned(), row.fields.clone()));
            }
            Ok(())
        })?;
        // Records merged into theirs may have had others merged into them before.
        loop {
            let before = subject.size();
            for image in &images {
                subject.take_image(image, &on_file);
            }
            if subject.size() == before {
                break;
            }
        }
        subject.words = subject.own_words();
        Ok(())
    }

    fn size(&self) -> usize {
        self.people.len() + self.names.len() + self.addresses.len() + self.phones.len()
    }

    fn take_person(&mut self, person: &Person) {
        self.people.insert(person.id.0);
        self.take_names(&person.given_name, &person.family_name);
        for alias in &person.aliases {
            self.take_name(alias);
        }
        self.addresses.extend(person.addresses.iter().cloned());
        self.phones.extend(person.phone.clone());
    }

    fn take_names(&mut self, given: &str, family: &str) {
        let parts = given.split_whitespace().chain(family.split_whitespace());
        self.parts.extend(parts.map(str::to_owned));
        if given.is_empty() || family.is_empty() {
            self.take_name(&format!("{given}{family}"));
            return;
        }
        self.keys.insert(person_key(given, family));
        self.names.insert(format!("{given} {family}"));
        // Of several given or family names, others may take another part for the family name.
        let words: Vec<&str> = given.split_whitespace().collect();
        let words = [words, family.split_whitespace().collect()].concat();
        for first in 1..words.len() {
            let (before, after) = (words[..first].join(" "), words[first..].join(" "));
            self.names
                .extend([format!("{after}, {before}"), format!("{after} {before}")]);
        }
    }

    /// Adds a name given as one text; a single word is part of a name.
    fn take_name(&mut self, name: &str) {
        let key = name_key(name);
        if fold_tokens(name).len() < 2 {
            self.parts.insert(name.to_owned());
        } else {
            self.parts.extend(
                name.split(|it: char| it.is_whitespace() || it == ',')
                    .filter(|it| !it.is_empty())
                    .map(str::to_owned),
            );
            self.names.insert(name.to_owned());
            self.keys.insert(key);
        }
    }

    fn take_image(&mut self, (table, fields): &Image, on_file: &BTreeSet<i64>) {
        let text = |column: &str| {
            fields
                .get(column)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let number = |column: &str| {
            fields
                .get(column)
                .and_then(Value::as_i64)
                .unwrap_or_default()
        };
        let owner = if table == "person" {
            number("id")
        } else {
            number("person_id")
        };
        if !self.people.contains(&owner) && !on_file.contains(&owner) {
            let is_it = match table.as_str() {
                "person" => self.is_own_key(&person_key(text("given_name"), text("family_name"))),
                "person_address" => self.is_own_address(text("address")),
                _ => false,
            };
            if is_it {
                self.people.insert(owner);
            }
        }
        if !self.people.contains(&owner) {
            return;
        }
        match table.as_str() {
            "person" => {
                self.take_names(text("given_name"), text("family_name"));
                self.phones.extend(
                    fields
                        .get("phone")
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                );
            }
            "person_address" => {
                self.addresses.insert(text("address").to_owned());
            }
            _ => self.take_name(text("name")),
        }
    }

    /// Returns whether a key belongs to one of their names, and to nobody else's.
    fn is_own_key(&self, key: &str) -> bool {
        self.keys.contains(key) && !self.held.contains(key)
    }

    /// Returns whether an address is theirs alone.
    fn is_own_address(&self, address: &str) -> bool {
        self.addresses.contains(address) && !self.held.contains(address)
    }

    /// Returns whether a name with an address is theirs: by the address or, if it is another one or missing, by the
    /// whole name.
    pub(super) fn is_named(&self, name: &str, address: Option<&str>) -> bool {
        if let Some(address) = address
            && self.addresses.contains(address)
        {
            return !self.held.contains(address) || self.has_key(name, false);
        }
        self.has_key(name, true)
    }

    /// Returns whether a written name can be read as one of theirs.
    fn has_key(&self, name: &str, must_be_own: bool) -> bool {
        if name.is_empty() {
            return false;
        }
        let display = read_display_name(name, &|_| false);
        let read = display.names.iter().chain(&display.original);
        let mut keys = read
            .map(|it| person_key(&it.given, &it.family))
            .chain([name_key(name)]);
        keys.any(|key| self.keys.contains(&key) && !(must_be_own && self.held.contains(&key)))
    }

    fn own_words(&self) -> NamesByWord {
        let own = self
            .names
            .iter()
            .filter(|name| !self.held.contains(&name_key(name)));
        let words = own.flat_map(|name| in_every_order(&fold_tokens(name)));
        let words: BTreeSet<Vec<String>> = words.collect();
        NamesByWord::of(words)
    }

    /// Returns the ranges in which a text names them.
    pub(super) fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = find_name(text, &self.words);
        if text.contains('@') {
            for address in self.addresses.iter().filter(|it| !self.held.contains(*it)) {
                found.extend(find_address(text, address));
            }
        }
        let has_number = text.chars().filter(char::is_ascii_digit).count() >= DIGITS;
        for phone in self.phones.iter().filter(|_| has_number) {
            let digits = digits_that_count(phone);
            if digits.len() >= DIGITS {
                found.extend(find_phone(text, &digits));
            }
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|range| {
            let is_next = range.start >= end;
            end = end.max(range.end);
            is_next
        });
        found
    }

    /// Returns a text with everything removed that names them; `None` if it does not name them.
    pub(super) fn without(&self, text: &str) -> Option<String> {
        let found = self.found_in(text);
        if found.is_empty() {
            return None;
        }
        let mut left = text.to_owned();
        for range in found.into_iter().rev() {
            left.replace_range(range, REMOVED);
        }
        Some(left)
    }

    /// Returns a short name without everything that names them; the number keeps it apart from others.
    pub(super) fn short_name_without(&self, short_name: &str, number: i64) -> Option<String> {
        let left = self.without(short_name)?.replace(REMOVED, "-");
        let mut words: Vec<&str> = left.split('-').filter(|it| !it.is_empty()).collect();
        if words.is_empty() {
            words.push("nr");
        }
        Some(format!("{}-{number}", words.join("-")))
    }

    /// Returns a text; of a long one, the surroundings of the first place that names them.
    pub(super) fn excerpt(&self, text: &str) -> String {
        let Some(first) = self.found_in(text).into_iter().next() else {
            return text.chars().take(2 * AROUND).collect();
        };
        let before: Vec<char> = text[..first.start].chars().rev().take(AROUND).collect();
        let after: String = text[first.end..].chars().take(AROUND).collect();
        let before: String = before.into_iter().rev().collect();
        format!("{before}{}{after}", &text[first])
    }

    /// Returns whether a text is nothing but the replacement for a name.
    pub(super) fn is_removed(text: &str) -> bool {
        text == REMOVED
    }

    /// Returns the texts that must not remain in the file's bytes.
    pub(super) fn sought(&self) -> BTreeSet<Sought> {
        let kinds = [
            (SoughtKind::Name, &self.names),
            (SoughtKind::Address, &self.addresses),
            (SoughtKind::Phone, &self.phones),
            (SoughtKind::Part, &self.parts),
        ];
        let mut sought = BTreeSet::new();
        for (kind, texts) in kinds {
            sought.extend(texts.iter().map(|text| Sought {
                kind,
                text: text.clone(),
            }));
        }
        sought
    }

    /// Returns the hashes that recognise them if a file brings them back; `organisations` are the names of those they
    /// belonged to.
    pub(super) fn hashes(
        &self,
        organisations: &BTreeSet<String>,
    ) -> BTreeSet<(HashKind, Vec<String>)> {
        let mut hashes = BTreeSet::new();
        for address in &self.addresses {
            if !self.held.contains(address) {
                hashes.insert((HashKind::Address, vec![address.clone()]));
            }
            for key in &self.keys {
                let texts = vec![address.clone(), key.clone()];
                hashes.insert((HashKind::AddressAndName, texts));
            }
        }
        for key in &self.keys {
            hashes.insert((HashKind::Name, vec![key.clone()]));
            for organisation in organisations {
                let texts = vec![key.clone(), organisation_key(organisation)];
                hashes.insert((HashKind::NameAndOrganisation, texts));
            }
        }
        hashes
    }

    /// Returns whether a number is one of theirs.
    pub(super) fn is(&self, person: PersonId) -> bool {
        self.people.contains(&person.0)
    }
}
