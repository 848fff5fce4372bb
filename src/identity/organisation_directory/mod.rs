//! Finds the organisation that is meant.
//!
//! Equal names are certain: case, accents, punctuation and legal forms are folded away, and short names and aliases
//! count like the name. The same is true of letters in brackets after a full name (`… (EEHH)`), unless another
//! organisation has them as its name. Everything else is at most a question, and few are worth one: cluster names are
//! built from the same dozen words, so that two of them easily look alike (`Cluster Photonik Nord`,
//! `Cluster Photonik Süd`). Questions are asked about names that are near ([`near`]), generated spellings that match
//! ([`spellings`]), and organisations whose people have addresses at the same domain ([`domains`]).
//!
//! *Legal forms.* A missing form proves nothing. Two different ones (`Müller GmbH`, `Müller AG`) may be one company
//! before and after a change, or an association and its service company: a question. If both are on file the written
//! form decides, and a text without a form is a question.

mod certain;
mod domains;
mod near;
mod pairs;
mod spellings;

use std::borrow::Cow;

use self::domains::Domains;
use self::near::NearNames;
use self::spellings::{Bracketed, Kind};
use super::Map;
use super::matching::{OrganisationHint, Resembled, Suggestion, best_first, rounded};
use super::organisation_key::Formed;
use crate::model::{OrganisationId, Reason};

pub use pairs::OrganisationPair;

/// The result of a search for an organisation.
#[derive(Debug, Clone, PartialEq)]
pub enum OrganisationMatch {
    /// This organisation.
    Certain(OrganisationId),
    /// One of these, perhaps: at most five, the most likely first; never empty.
    Doubtful(Vec<Suggestion<OrganisationId>>),
    /// None of those on file.
    Unknown,
}

/// All organisations on file, indexed by name, short name and alias.
#[derive(Debug, Clone, Default)]
pub struct OrganisationDirectory {
    by_key: Map<String, Vec<OrganisationId>>,
    by_text: Map<String, Vec<OrganisationId>>,
    /// By the text in brackets after a full name, and by the name without it.
    by_bracket: Map<String, Vec<OrganisationId>>,
    /// By the words of their names; nearness only depends on the words.
    by_words: Map<String, Vec<OrganisationId>>,
    by_spelling: Map<String, Vec<(OrganisationId, Kind)>>,
    /// Parsed names by their spelling: most rows of a file repeat a known name.
    read: Map<String, Read>,
    near: NearNames,
    names: Map<OrganisationId, Vec<Name>>,
    domains: Domains,
    /// Answers that a name means a different organisation, by its words; an answer given for a legal form only applies
    /// to that form.
    different: Map<String, Vec<(String, OrganisationId)>>,
    /// Organisations with an open question whether they are the same as these others.
    perhaps: Map<OrganisationId, Vec<OrganisationId>>,
}

/// A parsed name: its words without the legal form, and the form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Read {
    key: String,
    form: String,
}

impl Read {
    fn of(text: &str) -> Self {
        let formed = Formed::read(text);
        Self {
            key: formed.words.join(" "),
            form: formed.form,
        }
    }
}

/// One name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    read: Read,
    /// The name as written.
    written: String,
    /// The same in lower case.
    text: String,
    /// The texts by which near names are compared.
    compared: Vec<String>,
    bracketed: Option<Bracketed>,
}

impl OrganisationDirectory {
    /// Adds an organisation with its names; an existing one with this number gains the names.
    pub fn insert(
        &mut self,
        id: OrganisationId,
        name: &str,
        short_name: Option<&str>,
        aliases: &[String],
    ) {
        self.add_name(id, name);
        if let Some(short_name) = short_name {
            self.add_name(id, short_name);
        }
        for alias in aliases {
            self.add_name(id, alias);
        }
    }

    /// Adds a name of an organisation.
    pub fn add_name(&mut self, id: OrganisationId, name: &str) {
        let read = Read::of(name);
        if read.key.is_empty() {
            return;
        }
        let added = Name {
            read: read.clone(),
            written: name.to_owned(),
            text: plain(name),
            compared: spellings::compared(name),
            bracketed: Bracketed::read(name),
        };
        if self.names_of(id).contains(&added) {
            return;
        }
        add(&mut self.by_key, &read.key, id);
        add(&mut self.by_text, &added.text, id);
        for compared in &added.compared {
            add(&mut self.by_words, compared, id);
            self.near.insert(compared);
        }
        for key in added
            .bracketed
            .iter()
            .filter(|it| it.fits)
            .flat_map(bracket_keys)
        {
            add(&mut self.by_bracket, &key, id);
        }
        for (spelling, kind) in spellings::spellings(name) {
            self.spell(id, spelling, kind);
        }
        self.read.insert(name.to_owned(), read);
        self.names.entry(id).or_default().push(added);
    }

    /// Records that people of an organisation have addresses at a domain. Free mail services are ignored.
    pub fn note_domain(&mut self, id: OrganisationId, domain: &str) {
        if self.domains.note(id, domain) {
            for (spelling, kind) in spellings::of_domain(domain) {
                self.spell(id, spelling, kind);
            }
        }
    }

    /// Records an open question whether an organisation is the same as others.
    pub fn note_question(&mut self, id: OrganisationId, others: &[OrganisationId]) {
        let known = self.perhaps.entry(id).or_default();
        for other in others {
            if *other != id && !known.contains(other) {
                known.push(*other);
            }
        }
    }

    /// Forgets the open question about an organisation once it is answered.
    pub fn forget_question(&mut self, id: OrganisationId) {
        self.perhaps.remove(&id);
    }

    /// Returns the organisations that this one may be, according to an open question.
    pub fn in_question(&self, id: OrganisationId) -> &[OrganisationId] {
        self.perhaps.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Removes an organisation.
    pub fn remove(&mut self, id: OrganisationId) {
        for name in self.names.remove(&id).unwrap_or_default() {
            take_owner(&mut self.by_text, &name.text, id);
            take_owner(&mut self.by_key, &name.read.key, id);
            for compared in &name.compared {
                take_owner(&mut self.by_words, compared, id);
                if !self.by_words.contains_key(compared) {
                    self.near.remove(compared);
                }
            }
            for key in name.bracketed.iter().flat_map(bracket_keys) {
                take_owner(&mut self.by_bracket, &key, id);
            }
        }
        self.by_spelling.retain(|_, owners| {
            owners.retain(|(owner, _)| *owner != id);
            !owners.is_empty()
        });
        self.domains.remove(id);
        self.perhaps.remove(&id);
    }

    /// Remembers the answer that a written name does not mean an organisation.
    pub fn remember_different(&mut self, written: &str, id: OrganisationId) {
        let Read { key, form } = self.read(written).into_owned();
        let answers = self.different.entry(key).or_default();
        if !answers.contains(&(form.clone(), id)) {
            answers.push((form, id));
        }
    }

    /// Returns what a row says about its organisation, by a name and the domain of its address.
    pub fn hint(&self, name: Option<&str>, domain: Option<&str>) -> OrganisationHint {
        let Some(name) = name else {
            return OrganisationHint::Unknown;
        };
        match self.find_at(name, domain) {
            OrganisationMatch::Certain(id) => match self.in_question(id) {
                [] => OrganisationHint::Known(id),
                others => {
                    let others = others.iter().copied();
                    OrganisationHint::Perhaps(Resembled::new(Some(id), others))
                }
            },
            OrganisationMatch::Doubtful(near) => {
                let others = near.iter().map(|suggestion| suggestion.id);
                OrganisationHint::Perhaps(Resembled::new(None, others))
            }
            OrganisationMatch::Unknown => OrganisationHint::New,
        }
    }

    /// Finds the organisation that a written name means.
    pub fn find(&self, written: &str) -> OrganisationMatch {
        self.find_at(written, None)
    }

    /// Finds the organisation that a written name means, together with an address at a domain. If the name is
    /// inconclusive, organisations whose people have addresses there are candidates.
    pub fn find_at(&self, written: &str, domain: Option<&str>) -> OrganisationMatch {
        if self.read(written).key.is_empty() {
            return OrganisationMatch::Unknown;
        }
        if let Some(id) = self.find_certain(written) {
            return OrganisationMatch::Certain(id);
        }
        let suggestions = self.suggestions(written, domain, None);
        if suggestions.is_empty() {
            OrganisationMatch::Unknown
        } else {
            OrganisationMatch::Doubtful(best_first(suggestions))
        }
    }

    /// Returns the only organisation on file with all words of a text in one of its names: people often write only the
    /// first word of their workplace next to their name.
    pub fn only_one_with_words(&self, text: &str) -> Option<OrganisationId> {
        let words = spellings::words(text).join(" ");
        let names = self.near.with_words_of(&words).into_iter();
        let mut ids = names.flat_map(|name| owners(&self.by_words, name));
        let first = ids.next()?;
        ids.all(|id| id == first).then_some(first)
    }

    /// Returns the organisations a written name may mean, in no particular order, leaving out `except`.
    fn suggestions(
        &self,
        written: &str,
        domain: Option<&str>,
        except: Option<OrganisationId>,
    ) -> Vec<Suggestion<OrganisationId>> {
        let read = self.read(written);
        let is_possible =
            |id: &OrganisationId| Some(*id) != except && !self.is_ruled_out(&read, *id);
        let mut best: Map<OrganisationId, (f64, Reason)> = Map::default();
        let mut suggest = |id: OrganisationId, score: f64, reason: Reason| {
            let place = best.entry(id).or_insert((score, reason));
            if score > place.0 {
                *place = (score, reason);
            }
        };
        let equal: Vec<OrganisationId> = owners(&self.by_key, &read.key)
            .filter(is_possible)
            .collect();
        for &id in &equal {
            if self.has_other_form(id, &read) {
                suggest(id, OTHER_FORM, Reason::OtherLegalForm);
            } else {
                suggest(id, 1.0, Reason::SameName);
            }
        }
        if equal.is_empty() {
            for (spelling, kind) in spellings::spellings(written) {
                let owners = self.by_spelling.get(&spelling).into_iter().flatten();
                for &(id, own) in owners.filter(|(id, _)| is_possible(id)) {
                    if let Some(reason) = spellings::meeting(kind, own) {
                        suggest(id, score_of(reason), reason);
                    }
                }
            }
            for compared in spellings::compared(written) {
                for (name, score, reason) in self.near.near(&compared) {
                    for id in owners(&self.by_words, name).filter(is_possible) {
                        suggest(id, score, reason);
                    }
                }
            }
        }
        if let Some(domain) = domain {
            for (spelling, kind) in spellings::of_domain(domain) {
                let owners = self.by_spelling.get(&spelling).into_iter().flatten();
                for &(id, own) in owners.filter(|(id, _)| is_possible(id) && equal.is_empty()) {
                    if let Some(reason) = spellings::meeting(kind, own) {
                        suggest(id, score_of(reason), reason);
                    }
                }
            }
        }
        let mut suggestions: Map<OrganisationId, Suggestion<OrganisationId>> = best
            .into_iter()
            .map(|(id, (score, reason))| (id, suggestion(id, score, reason)))
            .collect();
        let at_domain = domain.map_or(&[][..], |it| self.domains.organisations(it));
        for &id in at_domain.iter().filter(|id| is_possible(id)) {
            match suggestions.get_mut(&id) {
                Some(known) => {
                    known.reasons.push(Reason::SameDomain);
                    known.score = rounded(known.score + AT_DOMAIN);
                }
                None if equal.is_empty() && self.speaks(at_domain, written, id) => {
                    suggestions.insert(id, suggestion(id, ONLY_DOMAIN, Reason::SameDomain));
                }
                None => {}
            }
        }
        suggestions.into_values().collect()
    }

    /// Whether the domain alone makes an organisation a candidate. If more organisations have addresses there than a
    /// question can hold, it is a host like a mail service, and only names with a common word are candidates.
    fn speaks(&self, at_domain: &[OrganisationId], written: &str, id: OrganisationId) -> bool {
        let words = spellings::words(written).join(" ");
        let share = |own: &String| near::share_word(&words, own);
        at_domain.len() <= domains::HOST
            || self
                .names_of(id)
                .iter()
                .any(|name| name.compared.iter().any(share))
    }

    fn is_ruled_out(&self, read: &Read, id: OrganisationId) -> bool {
        let mut answers = self.different.get(&read.key).into_iter().flatten();
        answers.any(|(form, other)| *other == id && (form.is_empty() || *form == read.form))
    }

    fn read(&self, written: &str) -> Cow<'_, Read> {
        match self.read.get(written) {
            Some(read) => Cow::Borrowed(read),
            None => Cow::Owned(Read::of(written)),
        }
    }

    fn spell(&mut self, id: OrganisationId, spelling: String, kind: Kind) {
        let owners = self.by_spelling.entry(spelling).or_default();
        if !owners.contains(&(id, kind)) {
            owners.push((id, kind));
        }
    }
}

/// The score of a name that is equal except for its legal form.
const OTHER_FORM: f64 = 0.9;
/// The score of an organisation that only has the domain in common.
const ONLY_DOMAIN: f64 = 0.6;
/// The bonus for the domain if the name matches as well.
const AT_DOMAIN: f64 = 0.1;

/// Returns the score of a generated spelling, by which candidates are ordered.
fn score_of(reason: Reason) -> f64 {
    match reason {
        Reason::SameWithoutBlanks => 0.97,
        Reason::Abbreviated => 0.95,
        Reason::PartOfName => 0.88,
        Reason::Acronym => 0.85,
        Reason::PartOfOrganisation => 0.92,
        _ => 0.75,
    }
}

fn suggestion(id: OrganisationId, score: f64, reason: Reason) -> Suggestion<OrganisationId> {
    Suggestion {
        id,
        score: rounded(score),
        reasons: vec![reason],
    }
}

/// Returns the keys for the text in brackets and for the rest.
fn bracket_keys(bracketed: &Bracketed) -> [String; 2] {
    [&bracketed.acronym, &bracketed.outside].map(|text| Read::of(text).key)
}

/// Returns the text in lower case with single spaces, including the legal form.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn owners(
    index: &Map<String, Vec<OrganisationId>>,
    key: &str,
) -> impl Iterator<Item = OrganisationId> {
    index.get(key).into_iter().flatten().copied()
}

fn add(index: &mut Map<String, Vec<OrganisationId>>, key: &str, id: OrganisationId) {
    let owners = index.entry(key.to_owned()).or_default();
    if let Err(place) = owners.binary_search(&id) {
        owners.insert(place, id);
    }
}

fn take_owner(index: &mut Map<String, Vec<OrganisationId>>, key: &str, id: OrganisationId) {
    if let Some(owners) = index.get_mut(key) {
        owners.retain(|owner| *owner != id);
        if owners.is_empty() {
            index.remove(key);
        }
    }
}

#[cfg(test)]
mod tests;
