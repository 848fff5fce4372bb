//! People with names of other scripts: on file in one, in the log or the next form in the other.

use std::collections::HashSet;

use super::lines::{Line, Truth};
use super::people::{Person, World, key_of, private_address};
use super::random::Random;
use super::script_lists::Script;
use super::signups::Signup;

/// Somebody with a name in two scripts.
pub(crate) struct Scripted {
    /// As they are on file.
    pub(crate) person: Person,
    /// Given and family name as the log has them.
    other: (String, String),
    /// Whether the family name stands before the given one, without a blank.
    is_joined: bool,
}

impl World {
    /// So many people of one script, each with a name of their own, on file in Latin letters or not.
    pub(crate) fn scripted(
        &self,
        random: &mut Random,
        script: &Script,
        is_latin_on_file: bool,
        people: usize,
    ) -> Vec<Scripted> {
        let mut all: Vec<Scripted> = Vec::new();
        let mut seen = HashSet::new();
        while all.len() < people {
            let (native_given, given) = random.one_of(script.given);
            let (native_family, family) = random.one_of(script.family);
            let is_new = seen.insert((*native_given, *native_family));
            let mut person = Person {
                given: (*random.one_of(given)).to_owned(),
                family: (*random.one_of(family)).to_owned(),
                ..Person::default()
            };
            if !is_new || self.by_key.contains_key(&key_of(&person)) {
                continue;
            }
            self.settle(random, &mut person);
            let address = private_address(random, &person);
            if !self.is_free(&address) {
                continue;
            }
            person.id = 1_000_000 + i64::try_from(all.len()).unwrap();
            person.address = Some(address);
            person.in_event = true;
            let native = ((*native_given).to_owned(), (*native_family).to_owned());
            let latin = (person.given.clone(), person.family.clone());
            let other = if is_latin_on_file {
                native
            } else {
                (person.given, person.family) = native;
                latin
            };
            all.push(Scripted {
                person,
                other,
                is_joined: script.is_joined && is_latin_on_file,
            });
        }
        all
    }
}

impl Scripted {
    /// Their line in the log, with the address they signed up with or with none.
    pub(crate) fn line(&self, random: &mut Random, with_address: bool) -> Line {
        let (given, family) = &self.other;
        let written = match random.below(3) {
            _ if self.is_joined => format!("{family}{given}"),
            0 => format!("{family} {given}"),
            _ => format!("{given} {family}"),
        };
        Line {
            written,
            address: self.person.address.clone().filter(|_| with_address),
            truth: Truth::OnFile(self.person.id),
            is_sure: with_address,
            fits: 1,
            kind: "other script",
            remembered_for: None,
            alone: None,
        }
    }

    /// Their next sign-up, with the same private address.
    pub(crate) fn signup(&self) -> Signup {
        let (given, family) = self.other.clone();
        Signup {
            given,
            family,
            address: self.person.address.clone(),
            organisation: None,
            truth: Truth::OnFile(self.person.id),
        }
    }
}
