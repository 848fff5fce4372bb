//! Reads the display names of meeting platforms.
//!
//! People type whatever they like: a company after a comma, a bar or a dash, pronouns, the number of a second device;
//! platforms add the former name in brackets. Many of these names are ambiguous (`Müller Roth, Anna` and
//! `Jörg Weiß, Photonik Süd`), so all readings are kept, and the search for the person tries them all.
//!
//! *Two sorts of readings.* Readings of the text are alternatives: one is right, the others are wrong. A former name in
//! brackets is a second statement about the same person: both should be true of them.
//!
//! *Nobody.* Telephones, bare devices, programs and placeholders are reported as such and have no reading. A device
//! with an owner (`iPad von Karin`) has its owner's name.

mod beside;
mod reading;

use reading::{Reading, behind_bars, without_numbers};

use super::fold::{collapse, fold_tokens};
use super::keys::{is_shared_mailbox, normalize_address};
use super::marks::{Stripped, is_name_like, is_platform_mark, strip_marks};
use super::matching::Suggestion;
use super::names::PersonName;
use super::nobody::{is_not_a_person, is_program};
use super::organisation_directory::{OrganisationDirectory, OrganisationMatch};
use crate::catalogue::Wording;
use crate::catalogue::messages::nobody as say;
use crate::model::Reason;

/// A parsed display name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DisplayName {
    /// The readings of the text, the most likely first; empty if it names nobody.
    pub names: Vec<PersonName>,
    /// The former name in brackets, if it is different.
    pub original: Option<PersonName>,
    /// The organisation next to the name, as written: one that is on file, else the text where an organisation would
    /// be.
    pub company: Option<String>,
    /// The reason why the text names nobody; see [`super::is_not_a_person`].
    pub nobody: Option<Wording>,
    /// The address, if it is used as the name.
    pub address: Option<String>,
    /// For each reading, the part that was left out as a company not on file.
    left_out: Vec<Option<String>>,
    /// Whether the company cannot be part of the name.
    stands_apart: bool,
}

impl DisplayName {
    /// Makes a display name from a name that a platform gives in separate columns.
    pub fn of(name: PersonName) -> Self {
        let names = if name.is_empty() {
            Vec::new()
        } else {
            vec![name]
        };
        Self {
            nobody: names.is_empty().then_some(say::NO_NAME),
            left_out: vec![None; names.len()],
            names,
            ..Self::default()
        }
    }

    /// Returns the name to store for somebody who is not on file: the most likely reading, or the former name if only
    /// that is complete. `None` if nobody is named.
    pub fn name(&self) -> Option<&PersonName> {
        let is_whole = |name: &&PersonName| !name.given.is_empty() && !name.family.is_empty();
        let mut all = self.names.iter().chain(&self.original);
        all.find(is_whole)
            .or(self.names.first())
            .or(self.original.as_ref())
    }

    /// Returns the text under which an answer is remembered, as an alias or as "not the same": the name without
    /// anything around it, or the whole text if it names nobody.
    pub fn alias(&self, written: &str) -> String {
        self.names.first().map_or_else(
            || collapse(written),
            |name| collapse(&format!("{} {}", name.given, name.family)),
        )
    }

    /// Returns the organisation named next to the name; `None` if there is none.
    pub fn organisation(&self, organisations: &OrganisationDirectory) -> Option<OrganisationMatch> {
        let company = self.company.as_ref()?;
        let found = organisations.find(company);
        let short_for = || organisations.only_one_with_words(company);
        Some(match found {
            OrganisationMatch::Unknown => short_for().map_or(found, |id| {
                OrganisationMatch::Doubtful(vec![Suggestion {
                    id,
                    score: 0.5,
                    reasons: vec![Reason::PartOfName],
                }])
            }),
            found => found,
        })
    }

    /// Whether a reading treats a possible new organisation as part of the name.
    pub(super) fn has_company_in_name(&self, reading: usize) -> bool {
        self.company.is_some() && !self.stands_apart && self.left_out(reading).is_none()
    }

    /// Returns the part left out of a reading as a company, though it is not on file.
    pub(super) fn left_out(&self, reading: usize) -> Option<&str> {
        self.left_out.get(reading)?.as_deref()
    }
}

/// Reads a display name as written in a platform's log.
///
/// `is_organisation` says whether a text is an organisation on file, by any of its names
/// (`|text| organisations.find_certain(text).is_some()`); it decides about text after a comma or a dash.
pub fn read_display_name(written: &str, is_organisation: &dyn Fn(&str) -> bool) -> DisplayName {
    let text = collapse(written);
    let address = normalize_address(&text);
    let text = match &address {
        // `anna.mueller@example.org` names Anna Mueller; `info@` and `amueller@` name nobody.
        Some(address) => {
            let local = address.split('@').next().unwrap_or_default();
            if is_shared_mailbox(address) || !local.contains(['.', '_']) {
                return DisplayName {
                    nobody: Some(say::NO_NAME),
                    address: Some(address.clone()),
                    ..DisplayName::default()
                };
            }
            local.to_owned()
        }
        None => text,
    };
    let mut stripped = strip_marks(&text);
    without_badge(&mut stripped);
    let is_somebody = |text: &str| is_name_like(text) && is_not_a_person(text).is_none();
    let mut read = Reading::new(is_organisation);
    for mark in &stripped.marks {
        read.note_mark(mark);
    }
    let inside = stripped.original.as_deref();
    let original = inside.and_then(|inside| read.original(inside, &stripped.name));
    if let Some(nobody) = nobody(&text, &stripped.name) {
        // `Gast (Anna Müller)` is a person after all, `Karin's Notetaker (Read Ai)` is not.
        let original = original.filter(|name| !is_program(&text) && is_somebody(name));
        let Some(original) = original else {
            return DisplayName {
                nobody: Some(nobody),
                address,
                ..DisplayName::default()
            };
        };
        let mut read = Reading::new(is_organisation);
        read.text(&original);
        return read.finish(None, None, address);
    }
    // `BioM | Anna Müller` is as common as `Anna Müller | BioM`.
    let mut bars = behind_bars(&text);
    bars.retain(|bar| {
        is_somebody(&without_numbers(bar)) && !is_organisation(bar) && !is_platform_mark(bar)
    });
    let mut name = stripped.name;
    if is_organisation(&name) && !bars.is_empty() {
        read.name_company(std::mem::replace(&mut name, bars.remove(0)));
    }
    read.text(&name);
    // Two people at one device, or a company that is not on file.
    read.leave_out(&bars.join(" "));
    for bar in bars {
        read.alternative(&bar, Some(&name));
    }
    // `Photonik Süd - iPhone (Jörg Weiß)`
    if let (true, Some(inside)) = (read.is_empty(), &original) {
        read.text(inside);
    }
    let original = original.map(|text| PersonName::parse(&text));
    read.finish(original, stripped.former.as_deref(), address)
}

/// Removes a badge of initials: `KB (Katrin Becker)`, `Katrin Becker (KB)`.
fn without_badge(stripped: &mut Stripped) {
    let initials = |name: &str| -> String {
        let tokens = fold_tokens(name);
        tokens.iter().filter_map(|it| it.chars().next()).collect()
    };
    let is_badge = |text: &str, name: &str| {
        let badge = fold_tokens(text).concat();
        badge.chars().count() > 1 && name.contains(' ') && badge == initials(name)
    };
    if let Some(original) = &stripped.original
        && is_badge(&stripped.name, original)
    {
        stripped.name.clone_from(original);
        stripped.original = None;
    }
    let name = stripped.name.clone();
    stripped.marks.retain(|mark| !is_badge(mark, &name));
}

/// Returns why the whole text names nobody.
fn nobody(text: &str, name: &str) -> Option<Wording> {
    // A program that names itself in brackets or after a bar.
    if is_program(text) {
        return is_not_a_person(text).or(Some(say::PROGRAM));
    }
    is_not_a_person(name)
}

#[cfg(test)]
mod tests;
