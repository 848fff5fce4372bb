//! The person to remove: their numbers, names and addresses, and which of these others share.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value};

use crate::identity::{
    Mentioned, STRUCK, fold_tokens, in_every_order, name_key, normalize_address, organisation_key,
    person_key, read_display_name,
};
use crate::model::{OperationState, Person, PersonId};
use crate::store::{HashKind, Reader, Sought, SoughtKind, StoreError};

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
    /// What names them in texts, and nobody else.
    pub(super) mentioned: Mentioned,
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
        let images = self.images(reader)?;
        self.held = self.shared(reader, &images)?;
        // Records merged into theirs may have had others merged into them before.
        loop {
            let before = self.size();
            for image in &images {
                self.take_image(image);
            }
            if self.size() == before {
                break;
            }
        }
        self.mentioned = self.own_mentions();
        Ok(())
    }

    /// Returns the former images of records that are theirs, or may have been: nobody else on file has them.
    fn images(&self, reader: &Reader<'_>) -> Result<Vec<Image>, StoreError> {
        const RECORD: [&str; 3] = ["person", "person_address", "person_alias"];
        let mut images: Vec<Image> = Vec::new();
        reader.each_image_of(
            |table, _| RECORD.contains(&table),
            |row| {
                images.push((row.table.to_owned(), row.fields.clone()));
                Ok(())
            },
        )?;
        let owners = images.iter().map(owner).collect();
        let on_file = reader.rows_where("person", "id", &owners)?;
        let is_of_others = |it: &Image| {
            let owner = owner(it);
            on_file.contains(&owner) && !self.people.contains(&owner)
        };
        // A name that an answer gave them, and that was taken back with it, is not theirs: it may be somebody else's stay.
        let operations = reader.operations()?.into_iter();
        let taken_back: BTreeSet<i64> = operations
            .filter(|it| it.command == "review" && it.state != OperationState::Stands)
            .map(|it| it.id.0)
            .collect();
        let was_taken_back = |it: &Image| {
            let made_by = it.1.get("operation_id").and_then(Value::as_i64);
            it.0 == "person_alias" && made_by.is_some_and(|it| taken_back.contains(&it))
        };
        images.retain(|it| !is_of_others(it) && !was_taken_back(it));
        Ok(images)
    }

    /// Returns which of their keys and addresses, and of those in these images, others on file have.
    fn shared(
        &self,
        reader: &Reader<'_>,
        images: &[Image],
    ) -> Result<BTreeSet<String>, StoreError> {
        let mut all = Self::default();
        for image in images {
            all.take_fields(image);
        }
        let of_all = all.names.iter().chain(&self.names).map(|it| name_key(it));
        let mut own: HashSet<String> = of_all.collect();
        for it in [&all, self] {
            own.extend(it.keys.iter().chain(&it.addresses).cloned());
        }
        let mut held = BTreeSet::new();
        let mut look = |owner: i64, text: &str| {
            if own.contains(text) && !self.people.contains(&owner) {
                held.insert(text.to_owned());
            }
        };
        reader.each_text("person", "id", "key", &mut look)?;
        reader.each_text("person_address", "person_id", "address", &mut look)?;
        reader.each_text("person_alias", "person_id", "name", |owner, name| {
            look(owner, &name_key(name));
        })?;
        Ok(held)
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

    fn take_image(&mut self, image: &Image) {
        let owner = owner(image);
        if !self.people.contains(&owner) {
            let is_it = match image.0.as_str() {
                "person" => self.is_own_key(&person_key(
                    text(image, "given_name"),
                    text(image, "family_name"),
                )),
                "person_address" => self.is_own_address(text(image, "address")),
                _ => false,
            };
            if !is_it {
                return;
            }
            self.people.insert(owner);
        }
        self.take_fields(image);
    }

    fn take_fields(&mut self, image: &Image) {
        match image.0.as_str() {
            "person" => {
                self.take_names(text(image, "given_name"), text(image, "family_name"));
                let phone = image.1.get("phone").and_then(Value::as_str);
                self.phones.extend(phone.map(str::to_owned));
            }
            "person_address" => {
                self.addresses.insert(text(image, "address").to_owned());
            }
            _ => self.take_name(text(image, "name")),
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

    fn own_mentions(&self) -> Mentioned {
        let own = self
            .names
            .iter()
            .filter(|name| !self.held.contains(&name_key(name)));
        let names: BTreeSet<Vec<String>> = own
            .flat_map(|name| in_every_order(&fold_tokens(name)))
            .collect();
        let addresses = self.addresses.difference(&self.held).cloned();
        Mentioned::new(names, addresses, self.phones.iter().cloned())
    }

    /// Returns a short name without everything that names them; the number keeps it apart from others.
    pub(super) fn short_name_without(&self, short_name: &str, number: i64) -> Option<String> {
        let left = self.mentioned.without(short_name)?.replace(STRUCK, "-");
        let mut words: Vec<&str> = left.split('-').filter(|it| !it.is_empty()).collect();
        if words.is_empty() {
            words.push("nr");
        }
        Some(format!("{}-{number}", words.join("-")))
    }

    /// Returns a text; of a long one, the surroundings of the first place that names them.
    pub(super) fn excerpt(&self, text: &str) -> String {
        let Some(first) = self.mentioned.found_in(text).into_iter().next() else {
            return beginning(text, 2 * AROUND);
        };
        let before: String = text[..first.start].chars().rev().collect();
        let before: String = beginning(&before, AROUND).chars().rev().collect();
        let after = beginning(&text[first.end..], AROUND);
        format!("{before}{}{after}", &text[first])
    }

    /// Returns whether a text is nothing but the replacement for a name.
    pub(super) fn is_removed(text: &str) -> bool {
        text == STRUCK
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
}

fn text<'a>((_, fields): &'a Image, column: &str) -> &'a str {
    let text = fields.get(column).and_then(Value::as_str);
    text.unwrap_or_default()
}

/// Returns the number of whoever a former image is of.
fn owner((table, fields): &Image) -> i64 {
    let column = if table == "person" { "id" } else { "person_id" };
    let number = fields.get(column).and_then(Value::as_i64);
    number.unwrap_or_default()
}

/// Returns the beginning of a text in whole words, with a mark if there is more.
fn beginning(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", &text[..whole])
}
