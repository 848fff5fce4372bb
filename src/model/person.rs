//! People.

use super::{OrganisationId, PersonId};

/// What somebody asked for about the use of their data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PersonStates {
    /// It may be stored, and nothing else be done with it.
    pub restricted: bool,
    /// They object to its use.
    pub objected: bool,
}

impl PersonStates {
    /// Whether lists to hand out and letters leave somebody out.
    pub fn is_left_alone(self) -> bool {
        self.restricted || self.objected
    }
}

/// A cluster manager, expert, speaker or guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their number.
    pub id: PersonId,
    /// `Dr.`, `Prof. Dr.`.
    pub title: Option<String>,
    /// Given names; empty when only one name is known.
    pub given_name: String,
    /// Family name with its particles: `von der Heide`.
    pub family_name: String,
    /// `manager`, `expert`, `speaker`, `guest`, or another word of the organiser's choice.
    pub role: Option<String>,
    /// A telephone number, as written.
    pub phone: Option<String>,
    /// The language to write to them in.
    pub language: Option<String>,
    /// The organisation they belong to now.
    pub organisation_id: Option<OrganisationId>,
    /// What they asked for about the use of their data.
    pub states: PersonStates,
    /// Their addresses in lower case, the one to write to first.
    pub addresses: Vec<String>,
    /// Names they were seen under, sorted.
    pub aliases: Vec<String>,
}

impl Person {
    /// Returns the name to sort by: `Müller, Anna`.
    pub fn sort_name(&self) -> String {
        sort_name(&self.given_name, &self.family_name)
    }

    /// Returns the name to write in a letter: `Dr. Anna Müller`.
    pub fn full_name(&self) -> String {
        full_name(self.title.as_deref(), &self.given_name, &self.family_name)
    }
}

/// Returns `Family, Given`, or the only part there is.
pub fn sort_name(given: &str, family: &str) -> String {
    match (given.is_empty(), family.is_empty()) {
        (false, false) => format!("{family}, {given}"),
        (true, _) => family.to_owned(),
        (false, true) => given.to_owned(),
    }
}

/// Returns `Title Given Family`, leaving out empty parts.
fn full_name(title: Option<&str>, given: &str, family: &str) -> String {
    [title.unwrap_or_default(), given, family]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
