//! People on file who are probably duplicates.
//!
//! Each person is looked up among all others like a row of a file: with everything known about them, with each further
//! address, and with the bare name. So the reasons are those of a question, and the cost is that of importing as many
//! rows. Pairs that were answered with "not the same" are left out.

use std::collections::BTreeMap;

use super::IntakeError;
use super::desk::entry;
use super::splitting::{Apart, is_held_apart};
use crate::identity::{
    Agreement, Directory, KeyedName, Match, OrganisationHint, PersonName, Reason, Sought, agree,
};
use crate::model::{Person, PersonId};
use crate::store::{Other, Reader};

/// Two people who are probably the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// The one with the smaller number.
    pub one: Person,
    /// The other.
    pub other: Person,
    /// How likely, 0 to 1.
    pub score: f64,
    /// What speaks for it and against it, the most important first.
    pub reasons: Vec<Reason>,
}

/// The score of a pair that an import would match without a question.
const CERTAIN: f64 = 1.0;

/// Returns the people on file who are probably the same, the weakest pairs last.
///
/// # Errors
/// If the file cannot be read.
pub fn duplicates(reader: &Reader<'_>) -> Result<Vec<Duplicate>, IntakeError> {
    let people = reader.people()?;
    let apart = Apart::load(reader)?;
    let mut directory = Directory::default();
    for person in &people {
        // Nobody takes part: being the only one in the event is no evidence here.
        directory.insert(entry(person, false));
    }
    for distinction in reader.distinctions()? {
        if let Other::Person(id) = distinction.other {
            directory.remember_different(&distinction.name, distinction.address.as_deref(), id);
        }
    }
    let mut pairs: BTreeMap<(PersonId, PersonId), (f64, Vec<Reason>)> = BTreeMap::new();
    for person in &people {
        directory.remove(person.id);
        for (id, score, reasons) in found(&directory, person) {
            let pair = (person.id.min(id), person.id.max(id));
            let known = pairs.entry(pair).or_insert((0.0, Vec::new()));
            if score > known.0 {
                *known = (score, reasons);
            }
        }
        directory.insert(entry(person, false));
    }
    let by_number: BTreeMap<PersonId, &Person> = people.iter().map(|it| (it.id, it)).collect();
    let mut duplicates: Vec<Duplicate> = pairs
        .into_iter()
        .filter_map(|((one, other), (score, reasons))| {
            let (one, other) = (by_number.get(&one)?, by_number.get(&other)?);
            let is_known = is_held_apart(&apart, one, other);
            (!is_known).then(|| Duplicate {
                one: (*one).clone(),
                other: (*other).clone(),
                score,
                reasons: completed(reasons, one, other),
            })
        })
        .collect();
    duplicates.sort_by(|one, other| other.score.total_cmp(&one.score));
    Ok(duplicates)
}

/// Returns the people that somebody would be matched with, with score and reasons.
fn found(directory: &Directory, person: &Person) -> Vec<(PersonId, f64, Vec<Reason>)> {
    let name = KeyedName::new(&person.given_name, &person.family_name);
    let written = Person {
        title: None,
        ..person.clone()
    }
    .full_name();
    let organisation = person
        .organisation_id
        .map_or(OrganisationHint::Unknown, OrganisationHint::Known);
    let ask = |address: Option<&str>, organisation: OrganisationHint| {
        let found = directory.find(&Sought {
            name: &name,
            written: &written,
            address,
            organisation,
        });
        match found {
            Match::Certain { id, reason } => vec![(id, CERTAIN, vec![reason])],
            Match::Doubtful { candidates } => candidates
                .into_iter()
                .map(|it| (it.id, it.score, it.reasons))
                .collect(),
            Match::Unknown => Vec::new(),
        }
    };
    let mut all = Vec::new();
    match person.addresses.as_slice() {
        [] => all.extend(ask(None, organisation)),
        addresses => {
            for address in addresses {
                all.extend(ask(Some(address), organisation));
            }
        }
    }
    // With a new employer and a new address only the name is the same. Names that are only near are not enough on their
    // own.
    let bare = ask(None, OrganisationHint::Unknown).into_iter();
    all.extend(bare.filter(|(_, _, reasons)| {
        let is_same = |it: &Reason| {
            matches!(
                it,
                Reason::SameName | Reason::SameNameSameOrganisation | Reason::RememberedName
            )
        };
        reasons.iter().any(is_same)
    }));
    all
}

/// Adds what the two records say against each other, which is more than a row could.
fn completed(mut reasons: Vec<Reason>, one: &Person, other: &Person) -> Vec<Reason> {
    let mut add = |reason: Reason, holds: bool| {
        if holds && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    };
    let name = |it: &Person| PersonName::from_parts(None, &it.given_name, &it.family_name);
    let is_same = agree(&name(one), &name(other)) == Agreement::Same;
    add(Reason::SameName, is_same);
    let organisations = one.organisation_id.zip(other.organisation_id);
    add(
        Reason::OtherOrganisation,
        organisations.is_some_and(|(one, other)| one != other),
    );
    let are_apart = !one.addresses.is_empty()
        && !other.addresses.is_empty()
        && !one.addresses.iter().any(|it| other.addresses.contains(it));
    add(Reason::OtherAddress, are_apart);
    reasons
}
