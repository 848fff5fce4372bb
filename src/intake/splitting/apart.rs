//! Pairs of people who were answered to be two, remembered so that neither is mistaken for the other.

use std::collections::HashMap;

use super::super::IntakeError;
use crate::identity::{name_key, person_key};
use crate::model::{Person, PersonId};
use crate::store::{Distinction, Other, Reader, Writer};

/// Remembers that neither's names and addresses mean the other.
///
/// # Errors
/// If the file cannot be written.
pub fn hold_apart(writer: &Writer<'_>, one: PersonId, other: PersonId) -> Result<(), IntakeError> {
    let (Some(one), Some(other)) = (writer.person(one)?, writer.person(other)?) else {
        return Ok(());
    };
    for (named, not) in [(&one, &other), (&other, &one)] {
        for distinction in apart(named, not) {
            writer.add_distinction(&distinction)?;
        }
    }
    Ok(())
}

/// Returns what distinguishes rows of one person from those of another. A bare name that both have does not.
fn apart(named: &Person, not: &Person) -> Vec<Distinction> {
    let key = |it: &Person| person_key(&it.given_name, &it.family_name);
    let plain = Person {
        title: None,
        ..named.clone()
    };
    let not_keys: Vec<String> = std::iter::once(key(not))
        .chain(not.aliases.iter().map(|it| name_key(it)))
        .collect();
    let mut names = vec![plain.full_name()];
    names.extend(named.aliases.iter().cloned());
    let of = |name: &str, address: Option<&String>| Distinction {
        name: name.to_owned(),
        address: address.cloned(),
        other: Other::Person(not.id),
    };
    let mut all = Vec::new();
    for name in &names {
        if !not_keys.contains(&name_key(name)) {
            all.push(of(name, None));
        }
        all.extend(named.addresses.iter().map(|it| of(name, Some(it))));
    }
    all
}

/// People held apart by answers: name keys and addresses, by the person who is not meant.
#[derive(Debug, Default)]
pub(in crate::intake) struct Apart(HashMap<PersonId, Vec<(String, Option<String>)>>);

impl Apart {
    /// Loads the answers.
    pub(in crate::intake) fn load(reader: &Reader<'_>) -> Result<Self, IntakeError> {
        let mut apart = Self::default();
        for distinction in reader.distinctions()? {
            if let Other::Person(id) = distinction.other {
                let key = name_key(&distinction.name);
                let answers = apart.0.entry(id).or_default();
                answers.push((key, distinction.address));
            }
        }
        Ok(apart)
    }
}

/// Whether an answer says that two people on file are not the same.
pub(in crate::intake) fn is_held_apart(apart: &Apart, one: &Person, other: &Person) -> bool {
    let means = |named: &Person, not: &Person| {
        let Some(answers) = apart.0.get(&not.id) else {
            return false;
        };
        let own = person_key(&named.given_name, &named.family_name);
        answers.iter().any(|(key, address)| {
            let is_name = *key == own || named.aliases.iter().any(|it| name_key(it) == *key);
            is_name
                && address
                    .as_ref()
                    .is_none_or(|it| named.addresses.contains(it))
        })
    };
    means(one, other) || means(other, one)
}
