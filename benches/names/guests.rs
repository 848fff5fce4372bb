//! Lines of those who are not on file: guests, many of them with a name near somebody's, telephones,
//! devices and programs.

use super::forms::{slip, written};
use super::lines::{Company, Line, Truth, marked};
use super::lists::PAIRS;
use super::people::{Person, World, key_of, private_address, words};
use super::random::Random;

impl World {
    /// A line of a guest; `None` where nobody could tell whose name it is.
    pub(super) fn line_of_guest(&self, random: &mut Random) -> Option<Line> {
        let (person, company, address, kind) = self.guest(random)?;
        let mut name = written(random, &person);
        if kind == "guest with somebody's name" || kind == "guest with a name turned round" {
            // The name as it is, or else nobody could tell whose it was to be.
            name.text = format!("{} {}", person.given, person.family);
        } else if self.is_somebody_elses(&name, &Person::default()) {
            return None;
        }
        let text = self.with_company(random, &name, company, &person);
        Some(Line {
            written: marked(random, text),
            address,
            truth: Truth::Guest,
            is_sure: false,
            fits: 0,
            kind,
            remembered_for: None,
            alone: name.alone(),
        })
    }

    /// Somebody who is not on file, many of them with a name near somebody's.
    fn guest(
        &self,
        random: &mut Random,
    ) -> Option<(Person, Company, Option<String>, &'static str)> {
        let stranger = self.stranger(random);
        let known = random.one_of(&self.people);
        let other_organisation = self.other_organisation(random, known.organisation);
        let named = |given: &str, family: &str| Person {
            given: given.to_owned(),
            family: family.to_owned(),
            organisation: Some(other_organisation),
            ..Person::default()
        };
        let (person, kind) = match random.below(100) {
            0..45 => (stranger, "guest"),
            45..55 => (
                named(&stranger.given, &known.family),
                "guest of a known family name",
            ),
            55..65 => (
                named(&known.given, &stranger.family),
                "guest of a known given name",
            ),
            65..75 => (
                named(&known.given, &slip(random, &known.family)),
                "guest with a near name",
            ),
            75..82 => {
                let pair = PAIRS
                    .iter()
                    .find(|(one, other)| *one == known.given || *other == known.given)?;
                let other = if pair.0 == known.given {
                    pair.1
                } else {
                    pair.0
                };
                (named(other, &known.family), "guest with a paired name")
            }
            82..90 => (
                named(&known.family, &known.given),
                "guest with a name turned round",
            ),
            _ => (
                named(&known.given, &known.family),
                "guest with somebody's name",
            ),
        };
        // Somebody who has the very name of somebody on file must say more, or nobody could tell.
        let must_say_more = kind == "guest with somebody's name";
        let is_turned = kind == "guest with a name turned round";
        if is_turned
            && (known.address.is_none()
                || words(&known.given).count() > 1
                || known.given == known.family
                || self.by_key[&key_of(known)].len() > 1)
        {
            return None;
        }
        let has_office = known
            .address
            .as_ref()
            .is_some_and(|address| address.ends_with("example.org"));
        let unheard = self.on_file + random.below(self.organisations.len() - self.on_file);
        let company = match random.below(4) {
            0 if !is_turned => Company::Other(other_organisation),
            1 if !is_turned => Company::Unheard(unheard),
            _ if must_say_more && !(has_office && known.organisation.is_some()) => {
                Company::Other(other_organisation)
            }
            _ => Company::None,
        };
        if must_say_more
            && (known.organisation.is_none()
                || self
                    .by_key
                    .get(&key_of(known))
                    .is_some_and(|all| all.len() > 1))
        {
            return None;
        }
        let address = if must_say_more && company == Company::None {
            Some(self.office_address(random, &person, other_organisation))
        } else {
            match random.below(4) {
                0 => Some(self.office_address(random, &person, other_organisation)),
                1 => Some(private_address(random, &person)),
                _ if is_turned => Some(private_address(random, &person)),
                _ => None,
            }
        };
        // By chance it may be somebody's.
        let is_taken = address
            .as_ref()
            .is_some_and(|address| self.addresses.contains(address));
        (!is_taken).then_some((person, company, address, kind))
    }

    /// An organisation on file other than this.
    pub(super) fn other_organisation(
        &self,
        random: &mut Random,
        organisation: Option<usize>,
    ) -> usize {
        let other = random.below(self.on_file);
        if Some(other) == organisation {
            (other + 1) % self.on_file
        } else {
            other
        }
    }

    /// A line that names nobody.
    pub(super) fn line_of_nobody(&self, random: &mut Random) -> Line {
        let person = random.one_of(&self.people);
        let number = random.below(90_000) + 10_000;
        let (kind, text) = match random.below(7) {
            0 => ("telephone", format!("4930****{}", number % 1000)),
            1 => ("telephone", format!(" 4930555{number} (Unverified)")),
            2 => ("telephone", format!("+49 30 555{number}")),
            3 => (
                "bare device",
                (*random.one_of(&[
                    "iPhone",
                    "iPad (2)",
                    "Galaxy S20",
                    "iPad",
                    "MacBook Pro",
                    "Samsung Galaxy A52",
                ]))
                .to_owned(),
            ),
            4 => (
                "program",
                (*random.one_of(&[
                    "read.ai meeting notes",
                    "Otter.ai",
                    "Fireflies.ai Notetaker",
                    "OtterPilot",
                ]))
                .to_owned(),
            ),
            5 => (
                "program",
                format!(
                    "{} {}{}",
                    person.given,
                    person.family,
                    random.one_of(&[
                        "'s Notetaker",
                        "'s OtterPilot",
                        " (Otter.ai)",
                        " - Fireflies.ai Notetaker",
                        "'s AI Notes"
                    ])
                ),
            ),
            _ => (
                "placeholder",
                (*random.one_of(&[
                    "Call-in User_2",
                    "Gast",
                    "Guest 3",
                    "Anonym",
                    "Teilnehmer 4",
                    "user",
                    "Anonymous",
                    "--",
                    "",
                ]))
                .to_owned(),
            ),
        };
        let has_letters = text.contains(char::is_alphanumeric);
        Line {
            written: text,
            // A program joins with the address of whoever sent it.
            address: person
                .address
                .clone()
                .filter(|_| kind == "program" && random.happens(300)),
            truth: Truth::Nobody,
            is_sure: false,
            fits: 0,
            kind,
            remembered_for: (has_letters && random.happens(150)).then_some(person.id),
            alone: None,
        }
    }
}
