//! The person that a row means, and what it says about them.

use super::desk::{Desk, Mode};
use super::submission::Submission;
use super::waiting::Waiting;
use crate::identity::{
    Attendee, Directory, DisplayName, Entry, KeyedName, OrganisationDirectory, OrganisationHint,
    PersonName, Sought, read_display_name,
};
use crate::import::rows::Who;
use crate::model::{Candidate, Person, PersonId, Reason};
use crate::store::{NewPerson, StoreError};

/// The person that a row is found to mean.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// This person, by this rule; without one if a number or an answer names them.
    Known(PersonId, Option<Reason>),
    /// Somebody new.
    New,
    /// Possibly one of these.
    Doubtful(Vec<Candidate>),
    /// There is no name to make a new person of.
    Nobody,
}

impl Desk<'_> {
    /// Returns who is meant by a row; `name` is the name in it.
    pub(super) fn who_is(
        &mut self,
        who: &Who,
        name: &KeyedName,
        organisation: OrganisationHint,
    ) -> Result<Found, StoreError> {
        if let Some(number) = who.person_id {
            // A number seen before in this call, unless the name shows that it is used twice.
            if let Some(id) = self.renumbered.get(&number).copied() {
                return if !who.has_name() || self.has_name_of(id, who)? {
                    Ok(Found::Known(id, None))
                } else {
                    Ok(self.found_by_the_rules(who, name, organisation))
                };
            }
            if let Some(known) = self.writer.person(PersonId(number))?
                && crate::identity::person_key(&known.given_name, &known.family_name)
                    == crate::identity::person_key(&who.given_name, &who.family_name)
                // Numbers from another file may belong to somebody else here, even to a namesake.
                && who
                    .email
                    .as_ref()
                    .is_none_or(|email| known.addresses.is_empty() || known.addresses.contains(email))
            {
                self.number(number, known.id);
                return Ok(Found::Known(known.id, None));
            }
        }
        let found = self.found_by_the_rules(who, name, organisation);
        if let Found::Known(id, Some(Reason::OnlyOneInEvent)) = found
            && who.email.is_some()
        {
            self.people.note_known_by_name(id);
        }
        Ok(match who.person_id {
            Some(number) if who.has_name() => self.apart(number, found),
            _ => found,
        })
    }

    /// Returns whether a submission has no name, and nobody on file has its address: another row of the file may still
    /// show whose it is.
    pub(super) fn is_nobody_yet(&self, submission: &Submission) -> bool {
        let who = &submission.row.who;
        !who.has_name()
            && who.person_id.is_none()
            && who
                .email
                .as_deref()
                .is_some_and(|email| self.people.find_by_address(email).is_empty())
    }

    /// Returns whether somebody has the name in a row, or was seen with it.
    fn has_name_of(&self, id: PersonId, who: &Who) -> Result<bool, StoreError> {
        let Some(known) = self.writer.person(id)? else {
            return Ok(false);
        };
        let key = crate::identity::person_key(&who.given_name, &who.family_name);
        Ok(
            crate::identity::person_key(&known.given_name, &known.family_name) == key
                || known
                    .aliases
                    .iter()
                    .any(|alias| crate::identity::name_key(alias) == key),
        )
    }

    /// Returns who is meant by the display name in a log, or by its parts.
    pub(super) fn attendee(&self, who: &Who, organisation: Option<&str>) -> Found {
        self.on_file().attendee(who, organisation)
    }

    /// Returns everything needed to find people.
    pub(super) fn on_file(&self) -> OnFile<'_> {
        OnFile {
            people: &self.people,
            organisations: &self.organisations,
            waiting: &self.waiting,
        }
    }

    fn found_by_the_rules(
        &self,
        who: &Who,
        name: &KeyedName,
        organisation: OrganisationHint,
    ) -> Found {
        let found = self.people.find(&Sought {
            name,
            written: &who.written,
            address: who.email.as_deref(),
            organisation,
        });
        self.waiting.found(found, who.has_name())
    }

    /// Keeps people apart who have different numbers in our own export, even if they are written alike.
    fn apart(&mut self, number: i64, found: Found) -> Found {
        match found {
            Found::Known(id, _) if self.numbered.contains(&id) => Found::New,
            Found::Known(id, rule) => {
                self.number(number, id);
                Found::Known(id, rule)
            }
            Found::Doubtful(mut candidates) => {
                candidates.retain(|candidate| !self.numbered.contains(&PersonId(candidate.id)));
                if candidates.is_empty() {
                    Found::New
                } else {
                    Found::Doubtful(candidates)
                }
            }
            found => found,
        }
    }

    /// Remembers whom a number in our own export means.
    pub(super) fn number(&mut self, number: i64, id: PersonId) {
        self.renumbered.insert(number, id);
        self.numbered.insert(id);
    }

    /// Adds an address to a person, here and in the file; returns whether it was new.
    pub(super) fn add_address(&mut self, id: PersonId, address: &str) -> Result<bool, StoreError> {
        let is_new = self.writer.add_address(id, address)?;
        if is_new {
            self.people.add_address(id, address);
            self.changed.address(address);
        }
        Ok(is_new)
    }

    /// Adds a name with which a person was seen, here and in the file; returns whether it was new.
    pub(super) fn add_alias(&mut self, id: PersonId, alias: &str) -> Result<bool, StoreError> {
        let is_new = self.writer.add_person_alias(id, alias)?;
        if is_new {
            self.people.add_alias(id, alias);
            self.changed.name(alias);
        }
        Ok(is_new)
    }

    /// Adds a person, here and in the file; `name` is their name.
    pub(super) fn add_person(
        &mut self,
        new: &NewPerson,
        name: KeyedName,
        address: Option<&str>,
    ) -> Result<PersonId, StoreError> {
        let id = self.writer.add_person(new)?;
        self.added.insert(id);
        if let Some(address) = address {
            self.writer.add_first_address(id, address)?;
            self.changed.address(address);
        }
        self.changed.name_key(name.key());
        self.people.insert(Entry {
            id,
            name,
            addresses: address.map(str::to_owned).into_iter().collect(),
            aliases: Vec::new(),
            organisation: new.organisation_id,
            in_event: false,
        });
        Ok(id)
    }
}

/// Everything needed to find people; threads may share it.
#[derive(Debug, Clone, Copy)]
pub(super) struct OnFile<'a> {
    people: &'a Directory,
    organisations: &'a OrganisationDirectory,
    waiting: &'a Waiting,
}

impl OnFile<'_> {
    /// Returns who is meant by the display name in a log, or by its parts.
    pub(super) fn attendee(self, who: &Who, organisation: Option<&str>) -> Found {
        if !who.has_name()
            && organisation.is_none()
            && let Some(address) = &who.email
            && let Some(id) = self.people.find_plainly(&who.written, address)
            && !Waiting::is_row(id)
        {
            return Found::Known(id, Some(Reason::SameAddress));
        }
        let display = if who.has_name() {
            DisplayName::of(PersonName::from_parts(
                None,
                &who.given_name,
                &who.family_name,
            ))
        } else {
            let on_file = |name: &str| self.organisations.find_certain(name).is_some();
            read_display_name(&who.written, &on_file)
        };
        let organisation = match organisation {
            Some(name) => Some(self.organisations.find(name)),
            None => display.organisation(self.organisations),
        };
        let found = self.people.find_attendee(&Attendee {
            display: &display,
            written: &who.written,
            address: who.email.as_deref(),
            organisation: organisation.as_ref(),
        });
        self.waiting.found(found, display.nobody.is_none())
    }
}

/// Sets a field to a new value, as far as the mode allows.
pub(super) fn take(field: &mut Option<String>, word: Option<&String>, mode: Mode) {
    if let Some(word) = word
        && (field.is_none() || mode == Mode::Update)
    {
        *field = Some(word.clone());
    }
}

/// Whether a name is written in the script that lists use: one in another script does not replace it.
fn is_latin(given: &str, family: &str) -> bool {
    let mut letters = given.chars().chain(family.chars());
    letters.all(|letter| !letter.is_alphabetic() || letter < '\u{0370}')
}

/// Updates the title, and the name if the new spelling keeps more of it: `Müller` over `Mueller`.
pub(super) fn take_name(person: &mut Person, who: &Who, mode: Mode) {
    if person.title.is_none() || (mode == Mode::Update && who.title.is_some()) {
        person.title = who.title.clone().or(person.title.take());
    }
    let letters = |given: &str, family: &str| {
        given
            .chars()
            .chain(family.chars())
            .filter(|letter| !letter.is_ascii())
            .count()
    };
    let same = crate::identity::person_key(&person.given_name, &person.family_name)
        == crate::identity::person_key(&who.given_name, &who.family_name);
    if mode == Mode::Update
        && same
        && is_latin(&who.given_name, &who.family_name)
        && letters(&who.given_name, &who.family_name)
            > letters(&person.given_name, &person.family_name)
    {
        person.given_name.clone_from(&who.given_name);
        person.family_name.clone_from(&who.family_name);
    }
}
