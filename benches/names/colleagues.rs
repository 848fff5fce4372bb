//! Everybody of one large organisation in one form: real namesakes among them, with a number or a
//! second initial in the address.

use std::collections::{HashMap, HashSet};

use rollcall::identity::{Directory, Match, OrganisationDirectory};
use rollcall::model::OrganisationId;

use super::judge::ask_form;
use super::lines::{Line, Truth};
use super::lists::TONGUES;
use super::people::{Person, entry, key_of};
use super::random::Random;
use super::signups::Signup;
use super::strangers::local_part;

/// The organisation, as all of them write it.
const NAME: &str = "Landesanstalt für Vermessung";
const DOMAIN: &str = "vermessung.example.org";

/// The people of one organisation, all in the event.
pub(crate) struct Colleagues {
    pub(crate) people: Vec<Person>,
    /// How many people bear a name.
    bearers: HashMap<String, usize>,
}

impl Colleagues {
    /// Makes up so many, with names as they fall.
    pub(crate) fn new(random: &mut Random, people: usize) -> Self {
        let mut it = Self {
            people: Vec::new(),
            bearers: HashMap::new(),
        };
        let mut addresses = HashSet::new();
        let given: Vec<&str> = TONGUES[0].given.split_whitespace().collect();
        let family: Vec<&str> = TONGUES[0].family.split(';').collect();
        for id in 1..=people {
            let mut person = Person {
                id: i64::try_from(id).unwrap(),
                given: (*random.one_of(&given)).to_owned(),
                family: (*random.one_of(&family)).to_owned(),
                organisation: Some(0),
                is_own_address: true,
                in_event: true,
                ..Person::default()
            };
            let local = local_part(&person.given, &person.family);
            // `thomas.mueller2@`, or `thomas.k.mueller@`
            let letter = random.one_of(&["a", "k", "m"]);
            let with_letter = local_part(&format!("{}.{letter}", person.given), &person.family);
            let numbered = (2..).map(|number| format!("{local}{number}"));
            let locals = std::iter::once(local.clone())
                .chain(random.happens(300).then_some(with_letter))
                .chain(numbered);
            person.address = locals
                .map(|local| format!("{local}@{DOMAIN}"))
                .find(|address| addresses.insert(address.clone()));
            *it.bearers.entry(key_of(&person)).or_default() += 1;
            it.people.push(person);
        }
        it
    }

    /// Takes all of them in from one form, row by row, as an import does. Nobody is on file before, and
    /// whoever is asked about turns out to be somebody else.
    pub(crate) fn import(&self) -> (Vec<Signup>, Vec<Match>) {
        let mut directory = Directory::default();
        let mut organisations = OrganisationDirectory::default();
        let rows = self.people.iter().map(|person| Signup {
            given: person.given.clone(),
            family: person.family.clone(),
            address: person.address.clone(),
            organisation: Some(NAME.to_owned()),
            truth: Truth::Guest,
        });
        let rows: Vec<Signup> = rows.collect();
        let mut found = Vec::new();
        for (row, person) in rows.iter().zip(&self.people) {
            found.push(ask_form(&directory, &organisations, row));
            organisations.insert(OrganisationId(1), NAME, None, &[]);
            directory.insert(entry(person));
        }
        (rows, found)
    }

    /// Everybody on file.
    pub(crate) fn directory(&self) -> (Directory, OrganisationDirectory) {
        let mut directory = Directory::default();
        for person in &self.people {
            directory.insert(entry(person));
        }
        let mut organisations = OrganisationDirectory::default();
        organisations.insert(OrganisationId(1), NAME, None, &[]);
        (directory, organisations)
    }

    /// A log with a line of everybody, with the address they signed up with or with none.
    pub(crate) fn log(&self, with_address: bool) -> Vec<Line> {
        let lines = self.people.iter().map(|person| Line {
            written: format!("{} {}", person.given, person.family),
            address: person.address.clone().filter(|_| with_address),
            truth: Truth::OnFile(person.id),
            is_sure: with_address,
            fits: self.bearers[&key_of(person)],
            kind: "colleague",
            remembered_for: None,
            alone: None,
        });
        lines.collect()
    }
}
