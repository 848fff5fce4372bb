//! Sign-ups after the first one: of people on file who write something else than before, and of
//! strangers with the name of somebody on file.

use std::collections::HashSet;

use super::forms::slip;
use super::lines::Truth;
use super::lists::SHORT_FORMS;
use super::people::{Person, World, ascii, key_of, plain_key, private_address};
use super::random::Random;
use super::strangers::{invented_word, invented_words, local_part};

/// A row of a form.
#[derive(Debug, Clone)]
pub(crate) struct Signup {
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) address: Option<String>,
    /// The organisation as written.
    pub(crate) organisation: Option<String>,
    pub(crate) truth: Truth,
}

impl Signup {
    /// The name as written.
    pub(crate) fn written(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }
}

/// What people on file write when they sign up once more; all else is as before.
pub(crate) const SECOND: &[&str] = &[
    "same address, umlauts and accents otherwise",
    "same address, short form of the given name",
    "same address, slip of one letter",
    "same address, second name left out or half a family name",
    "same address, new family name",
    "private address, initial of the given name",
    "private address, initial, no organisation",
    "private address, short form, no organisation",
    "another address at the domain",
    "another address at the domain, no organisation",
    "another address there, without legal form",
    "another address there, short name on file",
    "another address there, organisation by its domain's label",
    "another address there, organisation cut short",
    "another address there, with a department",
    "company, then free mail",
    "company, then free mail, no organisation",
];

/// The change of job between two meetings.
pub(crate) const NEW_EMPLOYER: [&str; 2] = [
    "new employer and address, rare name",
    "new employer and address, frequent name",
];

/// What strangers with somebody's full name write, as strangers do in logs.
pub(crate) const NAMESAKES: &[&str] = &[
    "company not on file, address there",
    "no organisation, address at a company not on file",
    "same organisation, given.family2@",
    "another organisation of the roster, address there",
    "another organisation, free mail",
];

impl World {
    /// So many second sign-ups in one way of [`SECOND`] or [`NEW_EMPLOYER`], each of somebody else. Ways
    /// that few people can take give fewer.
    pub(crate) fn second_signups(
        &self,
        random: &mut Random,
        way: &'static str,
        rows: usize,
    ) -> Vec<Signup> {
        let mut all = Vec::new();
        let mut seen = HashSet::new();
        for _ in 0..rows * 200 {
            if all.len() == rows {
                break;
            }
            let person = if way.starts_with("private address") {
                random.one_of(&self.people)
            } else {
                self.one_of_their_name(random)
            };
            let is_theirs_alone = person.is_own_address && self.bears_alone(person);
            if is_theirs_alone
                && !seen.contains(&person.id)
                && let Some(signup) = self.second_signup(random, person, way)
            {
                seen.insert(person.id);
                all.push(signup);
            }
        }
        all
    }

    /// So many sign-ups of strangers in one way of [`NAMESAKES`].
    pub(crate) fn namesake_signups(
        &self,
        random: &mut Random,
        way: &'static str,
        rows: usize,
    ) -> Vec<Signup> {
        let mut all = Vec::new();
        while all.len() < rows {
            let person = self.one_of_their_name(random);
            if let Some(signup) = self.namesake_signup(random, person, way) {
                all.push(signup);
            }
        }
        all
    }

    /// Writes the row that somebody on file would write unchanged.
    pub(crate) fn first_signup(&self, person: &Person) -> Signup {
        let organisation = person.organisation;
        Signup {
            given: person.given.clone(),
            family: person.family.clone(),
            address: person.address.clone(),
            organisation: organisation.map(|own| self.organisations[own].registered.clone()),
            truth: Truth::OnFile(person.id),
        }
    }

    fn bears_alone(&self, person: &Person) -> bool {
        self.by_key[&key_of(person)].len() == 1
    }

    fn second_signup(
        &self,
        random: &mut Random,
        person: &Person,
        way: &'static str,
    ) -> Option<Signup> {
        let before = self.first_signup(person);
        let mut it = before.clone();
        let address = person.address.as_ref()?;
        let is_private = !address.ends_with(".example.org");
        match way {
            "same address, umlauts and accents otherwise" => {
                it.given = spelt_out(&it.given);
                it.family = spelt_out(&it.family);
                if it.written() == before.written() {
                    return None;
                }
            }
            "same address, short form of the given name" => it.given = short_form(person)?,
            "same address, slip of one letter" => it.family = slip(random, &it.family),
            "same address, second name left out or half a family name" => {
                let half = |name: &str| name.split([' ', '-']).next().map(str::to_owned);
                it.given = half(&it.given)?;
                if it.family.contains('-') {
                    it.family = half(&it.family)?;
                }
            }
            "same address, new family name" => it.family = self.stranger(random).family,
            "private address, initial of the given name" if is_private => {
                it.given = format!("{}.", it.given.chars().next()?);
            }
            "private address, initial, no organisation" if is_private => {
                it.given = format!("{}.", it.given.chars().next()?);
                it.organisation = None;
            }
            "private address, short form, no organisation" if is_private => {
                it.given = short_form(person)?;
                it.organisation = None;
            }
            "company, then free mail" => it.address = Some(private_address(random, person)),
            "company, then free mail, no organisation" => {
                it.address = Some(private_address(random, person));
                it.organisation = None;
            }
            way if way.starts_with("new employer") => {
                let is_frequent = way.ends_with("frequent name");
                if self.is_frequent(person) != is_frequent {
                    return None;
                }
                let other = self.other_organisation(random, person.organisation);
                // Half of the new employers are new to the file.
                let company = invented_words(random);
                let (organisation, domain) = if random.happens(500) {
                    let other = &self.organisations[other];
                    (other.registered.clone(), other.domain.clone())
                } else {
                    let domain = ascii(&company).replace(' ', "-");
                    (company, format!("{domain}.example"))
                };
                let local = local_part(&person.given, &person.family);
                it.address = Some(format!("{local}@{domain}"));
                it.organisation = Some(organisation);
            }
            way => {
                let own = &self.organisations[person.organisation?];
                it.address = Some(self.other_address_there(person, &own.domain)?);
                it.organisation = match way {
                    "another address at the domain" => it.organisation,
                    "another address at the domain, no organisation" => None,
                    "another address there, without legal form" if own.name != own.registered => {
                        Some(own.name.clone())
                    }
                    "another address there, short name on file" => Some(own.short_name()),
                    "another address there, organisation by its domain's label" => {
                        Some(own.label().to_owned())
                    }
                    "another address there, organisation cut short" => Some(own.cut_short()),
                    "another address there, with a department" => {
                        let department =
                            random.one_of(&["Vertrieb", "Abteilung Einkauf", "Abt. 3", "Presse"]);
                        Some(match random.below(3) {
                            0 => format!("{department}, {}", own.name),
                            1 => format!("{} - {department}", own.registered),
                            _ => format!("{}, {department}", own.name),
                        })
                    }
                    _ => return None,
                };
            }
        }
        let is_somebodys = |address: &String| {
            Some(address) != before.address.as_ref() && self.addresses.contains(address)
        };
        let key = plain_key(&it.written());
        let is_another_name = key != plain_key(&before.written()) && self.by_key.contains_key(&key);
        (!is_another_name && !it.address.as_ref().is_some_and(is_somebodys)).then_some(it)
    }

    /// `a.mueller@`, where it was `anna.mueller@`, and the other way round.
    fn other_address_there(&self, person: &Person, domain: &str) -> Option<String> {
        let first: String = person.given.chars().take(1).collect();
        let own = person.address.as_ref()?;
        [&person.given, &first]
            .into_iter()
            .map(|given| format!("{}@{domain}", local_part(given, &person.family)))
            .find(|address| address != own && self.is_free(address))
    }

    fn namesake_signup(
        &self,
        random: &mut Random,
        person: &Person,
        way: &'static str,
    ) -> Option<Signup> {
        let local = local_part(&person.given, &person.family);
        let unheard = format!("{local}@{}.example", ascii(&invented_word(random)));
        let other = self.other_organisation(random, person.organisation);
        let other = &self.organisations[other];
        let own = &self.organisations[person.organisation?];
        let (organisation, address) = match way {
            "company not on file, address there" => (Some(invented_words(random)), unheard),
            "no organisation, address at a company not on file" => (None, unheard),
            "same organisation, given.family2@" => (
                Some(own.registered.clone()),
                format!("{local}2@{}", own.domain),
            ),
            "another organisation of the roster, address there" => (
                Some(other.registered.clone()),
                format!("{local}@{}", other.domain),
            ),
            _ => (
                Some(other.registered.clone()),
                private_address(random, person),
            ),
        };
        self.is_free(&address).then(|| Signup {
            organisation,
            address: Some(address),
            truth: Truth::Guest,
            ..self.first_signup(person)
        })
    }
}

fn short_form(person: &Person) -> Option<String> {
    let mut all = SHORT_FORMS.iter();
    let (_, short) = all.find(|(long, _)| *long == person.given)?;
    Some((*short).to_owned())
}

/// Umlauts in two letters, no accents, with the capitals of the name.
fn spelt_out(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let parts = word.split('-').map(|part| {
            let is_capital = part.chars().next().is_some_and(char::is_uppercase);
            let small = ascii(part);
            let mut letters = small.chars();
            match letters.next() {
                Some(first) if is_capital => {
                    format!("{}{}", first.to_uppercase(), letters.as_str())
                }
                _ => small,
            }
        });
        parts.collect::<Vec<_>>().join("-")
    });
    words.collect::<Vec<_>>().join(" ")
}
