//! People on file and their organisations, all invented.

use std::collections::{HashMap, HashSet};

use rollcall::identity::{Directory, Entry, KeyedName, OrganisationDirectory};
use rollcall::model::{OrganisationId, PersonId};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::lists::{FORMS, PLACES, SUBJECTS, TONGUES};
use super::random::Random;

/// Domains at which anybody may have an address.
const PRIVATE: &[&str] = &[
    "gmx.de",
    "web.de",
    "gmail.com",
    "t-online.de",
    "outlook.com",
    "posteo.de",
];

/// Somebody on file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    /// Their number; nobody's on file is 0.
    pub(crate) id: i64,
    pub(crate) given: String,
    pub(crate) family: String,
    /// The number of the organisation in the world.
    pub(crate) organisation: Option<usize>,
    /// The address they signed up with.
    pub(crate) address: Option<String>,
    /// Whether nobody else uses it.
    pub(crate) is_own_address: bool,
    /// Whether they signed up for the event.
    pub(crate) in_event: bool,
}

/// An organisation, on file or not.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    /// As people write it.
    pub(crate) name: String,
    /// As the file has it.
    pub(crate) registered: String,
    pub(crate) domain: String,
}

/// Who is on file.
pub(crate) struct World {
    pub(crate) people: Vec<Person>,
    /// Those on file first.
    pub(crate) organisations: Vec<Organisation>,
    /// How many of them are on file.
    pub(crate) on_file: usize,
    /// Who bears a name, by [`plain_key`].
    pub(crate) by_key: HashMap<String, Vec<usize>>,
    /// All addresses on file.
    pub(crate) addresses: HashSet<String>,
    /// Who is in the event, by each word of the name.
    by_word: HashMap<String, Vec<usize>>,
}

impl World {
    /// Makes people up: one in seven is on file without having signed up for the event, three in two
    /// hundred bear the name of somebody else in another organisation.
    pub(crate) fn new(random: &mut Random, people: usize) -> Self {
        let mut world = Self {
            people: Vec::new(),
            organisations: organisations(random),
            on_file: 320,
            by_key: HashMap::new(),
            addresses: HashSet::new(),
            by_word: HashMap::new(),
        };
        while world.people.len() < people {
            if random.happens(15) && !world.people.is_empty() {
                world.add_namesake(random);
            } else if random.happens(10) {
                world.add_family(random);
            } else {
                let person = world.stranger(random);
                world.add(person);
            }
        }
        world.share_mailboxes(random);
        for (index, person) in world
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.in_event)
        {
            for word in words(&person.given).chain(words(&person.family)) {
                world.by_word.entry(word).or_default().push(index);
            }
        }
        world
    }

    /// Somebody whose name nobody on file bears.
    pub(crate) fn stranger(&self, random: &mut Random) -> Person {
        for attempt in 0.. {
            let tongue = random.weighted(
                &TONGUES
                    .iter()
                    .map(|tongue| (tongue.share, tongue))
                    .collect::<Vec<_>>(),
            );
            let given: Vec<&str> = tongue.given.split_whitespace().collect();
            let family: Vec<&str> = tongue.family.split(';').collect();
            let mut person = Person {
                given: (*random.one_of(&given)).to_owned(),
                family: (*random.one_of(&family)).to_owned(),
                ..Person::default()
            };
            if random.happens(60) || attempt > 40 {
                let joint = if random.happens(500) { "-" } else { " " };
                person.given = format!("{}{joint}{}", person.given, random.one_of(&given));
            }
            if random.happens(60) || attempt > 20 {
                person.family = format!(
                    "{}-{}",
                    person.family.replace(' ', "-"),
                    random.one_of(&family).replace(' ', "-")
                );
            }
            if !self.by_key.contains_key(&key_of(&person)) {
                self.settle(random, &mut person);
                return person;
            }
        }
        unreachable!("names run out")
    }

    /// Gives somebody an organisation and an address.
    pub(crate) fn settle(&self, random: &mut Random, person: &mut Person) {
        let organisation = random.below(self.on_file);
        person.organisation = (!random.happens(60)).then_some(organisation);
        person.in_event = !random.happens(143);
        person.is_own_address = true;
        person.address = match random.below(100) {
            0..5 => None,
            5..15 => Some(private_address(random, person)),
            _ => Some(self.office_address(random, person, organisation)),
        };
    }

    /// An address at an organisation.
    pub(crate) fn office_address(
        &self,
        random: &mut Random,
        person: &Person,
        organisation: usize,
    ) -> String {
        let domain = &self.organisations[organisation].domain;
        format!("{}@{domain}", local_part(random, person))
    }

    pub(super) fn add(&mut self, mut person: Person) {
        // `a.mueller2@`, where there is an `a.mueller@`.
        if let Some(address) = &mut person.address
            && person.is_own_address
            && !self.addresses.insert(address.clone())
        {
            *address = address.replacen('@', &format!("{}@", self.people.len()), 1);
        }
        person.id = i64::try_from(self.people.len()).unwrap() + 1;
        self.by_key
            .entry(key_of(&person))
            .or_default()
            .push(self.people.len());
        self.people.push(person);
    }

    fn add_namesake(&mut self, random: &mut Random) {
        let other = self.people[random.below(self.people.len())].clone();
        let mut person = Person { ..other.clone() };
        for _ in 0..20 {
            self.settle(random, &mut person);
            if person.organisation.is_some() && person.organisation != other.organisation {
                self.add(person);
                return;
            }
        }
    }

    /// Two of one family at one organisation, sometimes with one address.
    fn add_family(&mut self, random: &mut Random) {
        let one = self.stranger(random);
        let mut other = self.stranger(random);
        other.family.clone_from(&one.family);
        other.organisation = one.organisation;
        if let Some(organisation) = other.organisation {
            other.address = Some(self.office_address(random, &other, organisation));
        }
        if self.by_key.contains_key(&key_of(&other)) {
            return;
        }
        let mut pair = [one, other];
        if random.happens(400) {
            let address = format!(
                "familie.{}@{}",
                ascii(&pair[0].family).replace([' ', '\''], ""),
                random.one_of(PRIVATE)
            );
            self.addresses.insert(address.clone());
            for person in &mut pair {
                person.address = Some(address.clone());
                person.is_own_address = false;
            }
        }
        for person in pair {
            self.add(person);
        }
    }

    /// One person in thirty signed up with the mailbox of the office.
    fn share_mailboxes(&mut self, random: &mut Random) {
        for person in &mut self.people {
            if let Some(organisation) = person.organisation
                && random.happens(33)
            {
                let mailbox = random.one_of(&["info", "office", "kontakt"]);
                let address = format!("{mailbox}@{}", self.organisations[organisation].domain);
                self.addresses.insert(address.clone());
                person.address = Some(address);
                person.is_own_address = false;
            }
        }
    }

    /// How many people in the event could be meant by words that all must be in their name (initials
    /// by their letter), at an organisation if one is said.
    pub(crate) fn fits(
        &self,
        given: &[String],
        family: &[String],
        organisation: Option<usize>,
    ) -> usize {
        let longest = given.iter().chain(family).max_by_key(|word| word.len());
        let Some(of_word) = longest.and_then(|word| self.by_word.get(word)) else {
            return 0;
        };
        let has = |name: &str, shown: &[String]| {
            shown.iter().all(|word| {
                words(name)
                    .any(|own| own == *word || (word.len() == 1 && own.starts_with(word.as_str())))
            })
        };
        let mut fitting: Vec<usize> = of_word
            .iter()
            .copied()
            .filter(|&index| {
                let person = &self.people[index];
                let crossed = given.is_empty() != family.is_empty();
                let names = has(&person.given, given) && has(&person.family, family);
                let other_part =
                    crossed && has(&person.given, family) && has(&person.family, given);
                (names || other_part)
                    && (organisation.is_none() || person.organisation == organisation)
            })
            .collect();
        fitting.dedup();
        fitting.len()
    }

    /// The engine's view of everybody on file.
    pub(crate) fn directory(&self) -> Directory {
        let mut directory = Directory::default();
        for person in &self.people {
            directory.insert(entry(person));
        }
        directory
    }

    /// The engine's view of everybody on file when nobody has signed up for the next event yet.
    pub(crate) fn directory_of_next_event(&self) -> Directory {
        let mut directory = self.directory();
        for person in &self.people {
            directory.set_in_event(PersonId(person.id), false);
        }
        directory
    }

    /// The engine's view of the organisations on file.
    pub(crate) fn organisation_directory(&self) -> OrganisationDirectory {
        let mut directory = OrganisationDirectory::default();
        for (index, organisation) in self.organisations[..self.on_file].iter().enumerate() {
            let id = organisation_id(index);
            directory.insert(id, &organisation.registered, None, &[]);
            directory.note_domain(id, &organisation.domain);
        }
        directory
    }

    /// The same, with a short name of each.
    pub(crate) fn organisation_directory_with_short_names(&self) -> OrganisationDirectory {
        let mut directory = self.organisation_directory();
        for (index, organisation) in self.organisations[..self.on_file].iter().enumerate() {
            directory.add_name(organisation_id(index), &organisation.short_name());
        }
        directory
    }
}

/// The engine's view of somebody.
pub(crate) fn entry(person: &Person) -> Entry {
    Entry {
        id: PersonId(person.id),
        name: KeyedName::new(&person.given, &person.family),
        addresses: person.address.iter().cloned().collect(),
        aliases: Vec::new(),
        organisation: person.organisation.map(organisation_id),
        in_event: person.in_event,
    }
}

impl Organisation {
    /// What its people call it: `PHOSÜ` for `Photonik Süd`.
    pub(crate) fn short_name(&self) -> String {
        let letters = |word: &str, count| word.chars().take(count).collect::<String>();
        let (subject, place) = self.name.rsplit_once(' ').unwrap_or((&self.name, ""));
        format!("{}{}", letters(subject, 3), letters(place, 2)).to_uppercase()
    }

    /// What its people may write that the file has not: the label of the domain.
    pub(crate) fn label(&self) -> &str {
        self.domain.split('.').next().unwrap_or_default()
    }

    /// The same, in words cut short: `Phot. Süd`.
    pub(crate) fn cut_short(&self) -> String {
        let (subject, place) = self.name.rsplit_once(' ').unwrap_or((&self.name, ""));
        let beginning: String = subject.chars().take(4).collect();
        format!("{beginning}. {place}")
    }
}

fn organisation_id(index: usize) -> OrganisationId {
    OrganisationId(i64::try_from(index).unwrap() + 1)
}

fn organisations(random: &mut Random) -> Vec<Organisation> {
    let mut all: Vec<Organisation> = Vec::new();
    for subject in SUBJECTS {
        for place in PLACES {
            let name = format!("{subject} {place}");
            let domain = format!("{}.example.org", ascii(&name).replace(' ', "-"));
            let registered = format!("{name}{}", random.one_of(FORMS));
            let at = random.below(all.len() + 1);
            all.push(Organisation {
                name,
                registered,
                domain,
            });
            let last = all.len() - 1;
            all.swap(at.min(last), last);
        }
    }
    all
}

/// An address at a free mail service that says little.
pub(crate) fn private_address(random: &mut Random, person: &Person) -> String {
    let local = match random.below(3) {
        0 => local_part(random, person),
        1 => format!(
            "{}{}",
            ascii(&person.given).replace([' ', '-'], ""),
            60 + random.below(40)
        ),
        _ => format!(
            "{}.privat{}",
            ascii(&person.family).replace([' ', '-'], ""),
            random.below(1000)
        ),
    };
    format!("{local}@{}", random.one_of(PRIVATE))
}

fn local_part(random: &mut Random, person: &Person) -> String {
    let given = ascii(&person.given).replace([' ', '\''], "");
    let family = ascii(&person.family).replace([' ', '\''], "");
    match random.below(4) {
        0 => format!("{}.{family}", &given[..1]),
        1 => format!("{}{family}", &given[..1]),
        _ => format!("{given}.{family}"),
    }
}

/// Small letters without accents, umlauts in two letters.
pub(crate) fn ascii(text: &str) -> String {
    let spelt = text
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue");
    plain(&spelt)
}

/// Small letters without accents.
pub(crate) fn plain(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'þ' | 'Þ' => folded.push_str("th"),
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'ð' | 'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            '’' => folded.push('\''),
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// The words of a name, plain.
pub(crate) fn words(name: &str) -> impl Iterator<Item = String> {
    let plain = plain(&name.replace('\'', ""));
    let words: Vec<String> = plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// The words of a name in alphabetical order.
pub(crate) fn plain_key(name: &str) -> String {
    let words: std::collections::BTreeSet<String> = words(name).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// The key of a person's whole name.
pub(crate) fn key_of(person: &Person) -> String {
    plain_key(&format!("{} {}", person.given, person.family))
}
