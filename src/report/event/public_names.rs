//! Decides which organisations may be named where people may not.
//!
//! Many sole traders' organisations are named after them, and people write their own name or address into the
//! organisation field of forms. So an organisation is not named if its name contains the whole name of anybody on file,
//! or one of the names of anybody who belongs to it. People named in the programme are exempt, since they are named
//! anyway.

use std::collections::{HashMap, HashSet};

use crate::model::OrganisationId;
use crate::report::event_data::EventData;
use crate::store::{Reader, StoreError};

/// The names of people that must not be published.
#[derive(Debug, Default)]
pub(super) struct PublicNames {
    /// Everybody with more than one name, by the first word of the family name.
    people: HashMap<String, Vec<Name>>,
    /// The people who belong to an organisation, now or for this event.
    members: HashMap<OrganisationId, Vec<Name>>,
}

/// The words of a person's names, in lower case.
#[derive(Debug, Clone)]
struct Name {
    given: Vec<String>,
    family: Vec<String>,
}

impl PublicNames {
    /// Loads the names of everybody on file except those named in the programme.
    pub(super) fn load(reader: Reader<'_>, data: &EventData) -> Result<Self, StoreError> {
        let sessions = data.recording.sessions.iter();
        let named: HashSet<_> = sessions.flat_map(|it| it.parts.keys().copied()).collect();
        let mut names = Self::default();
        for person in reader.people()? {
            if named.contains(&person.id) {
                continue;
            }
            let name = Name {
                given: words(&person.given_name),
                family: words(&person.family_name),
            };
            let registration = data.registrations.get(&person.id);
            let then = registration.and_then(|it| it.organisation_id);
            for organisation in person.organisation_id.into_iter().chain(then) {
                let members = names.members.entry(organisation).or_default();
                members.push(name.clone());
            }
            // A single name may be any word.
            if let (Some(first), false) = (name.family.first(), name.given.is_empty()) {
                names.people.entry(first.clone()).or_default().push(name);
            }
        }
        Ok(names)
    }

    /// Returns whether an organisation on file may be named.
    pub(super) fn may_be_named(&self, organisation: OrganisationId, name: &str) -> bool {
        let all = words(name);
        let words: HashSet<&str> = all.iter().map(String::as_str).collect();
        let holds = |part: &[String]| {
            !part.is_empty() && part.iter().all(|word| words.contains(word.as_str()))
        };
        let mut alike = words.iter().filter_map(|word| self.people.get(*word));
        let is_person = alike.any(|people| {
            let mut people = people.iter();
            people.any(|it| holds(&it.family) && holds(&it.given))
        });
        let mut members = self.members.get(&organisation).into_iter().flatten();
        let is_member = members.any(|it| {
            // A venue on file as a person under the organisation's own name is not a real person.
            let is_itself = it.given.is_empty() && it.family == all;
            !is_itself && (holds(&it.family) || holds(&it.given))
        });
        !name.contains('@') && !is_person && !is_member
    }
}

/// Returns the words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonId;
    use crate::report::fixture::{self, Fixture};

    const NORD: OrganisationId = OrganisationId(1);
    const UNIVERSITY: OrganisationId = OrganisationId(3);

    #[test]
    fn who_is_called_like_a_person_is_not_named() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            fixture::add_person(writer, ("", "Universität Auental"), Some(UNIVERSITY.0)).map(drop)
        });
        let data = EventData::load(fixture.read(), &fixture.event()).unwrap();
        let names = PublicNames::load(*fixture.read(), &data).unwrap();
        for (organisation, name, expected) in [
            (NORD, "BioCluster Süd e.V.", true),
            // Anna Müller belongs to it, Hanna Nord moderates and is named anyway.
            (NORD, "Müller & Söhne", false),
            (NORD, "Studio ANNA", false),
            (NORD, "BioCluster Nord e.V.", true),
            (UNIVERSITY, "Müller & Söhne", true),
            (UNIVERSITY, "Praxis Dr. Anna Müller", false),
            (UNIVERSITY, "MÜLLER, Anna (Beratung)", false),
            (UNIVERSITY, "info@nord.example", false),
            (UNIVERSITY, "Wiebke Harms Consulting", true),
            (UNIVERSITY, "Universität Auental", true),
        ] {
            assert_eq!(names.may_be_named(organisation, name), expected, "{name}");
        }
    }

    #[test]
    fn whom_somebody_registered_for_then_counts_as_theirs() {
        let mut fixture = Fixture::meeting();
        let event = fixture.event().id;
        fixture.change(|writer| {
            let mut registration = writer.registration(event, PersonId(2))?.unwrap();
            registration.organisation_id = Some(UNIVERSITY);
            writer.save_registration(&registration).map(drop)
        });
        let data = EventData::load(fixture.read(), &fixture.event()).unwrap();
        let names = PublicNames::load(*fixture.read(), &data).unwrap();
        assert!(!names.may_be_named(UNIVERSITY, "Zimmer KG"));
    }
}
