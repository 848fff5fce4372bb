//! Which organisation is meant.
//!
//! Equal keys are certain: case, accents, punctuation and legal forms are folded away by
//! [`organisation_key`], short names and aliases count like the name. Everything else is at most a
//! question, and few are worth one: cluster names are built of the same dozen words, so that two of
//! them are easily alike (`Cluster Photonik Nord`, `Cluster Photonik Süd`).
//!
//! Near are: equal names but for blanks (`Bio Cluster`, `BioCluster`), names in which all words of one
//! stand in the other, and slips of the pen. Never near are names whose numbers, compass points or
//! like small distinctions differ.
//!
//! *Legal forms.* An association and its service company often share a name but for the form
//! (`Photonik Hub e.V.`, `Photonik Hub GmbH`). Where both are on file the text as written decides, and
//! a text without a form is a question.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Map;
use super::keys::organisation_key;
use super::matching::{Suggestion, best_first, rounded};
use crate::model::{OrganisationId, Reason};

/// Which organisation is meant.
#[derive(Debug, Clone, PartialEq)]
pub enum OrganisationMatch {
    /// This one.
    Certain(OrganisationId),
    /// Perhaps one of these: at most five, the likeliest first; never empty.
    Doubtful(Vec<Suggestion<OrganisationId>>),
    /// None on file.
    Unknown,
}

/// All organisations on file, by name, short name and alias.
#[derive(Debug, Clone, Default)]
pub struct OrganisationDirectory {
    by_key: Map<String, Vec<OrganisationId>>,
    by_text: Map<String, Vec<OrganisationId>>,
    /// The keys of names as written: most rows of a file repeat a name that is known.
    keys: Map<String, String>,
    by_letters: Map<String, BTreeSet<String>>,
    by_word: Map<String, BTreeSet<String>>,
    by_edge: Map<String, BTreeSet<String>>,
    names: Map<OrganisationId, Vec<Name>>,
    different: Map<String, Vec<OrganisationId>>,
}

/// One name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    key: String,
    text: String,
}

/// The least Jaro–Winkler likeness of two keys: one or two slips in a name of ordinary length
/// ("photonik hub"/"fotonik hub" is 0.88 and not asked, "biocluster nord"/"biocluster nrod" 0.99 is).
const NEAR_KEY: f64 = 0.93;
/// Slips that may lie between two near keys, whatever their length: Jaro–Winkler alone forgives a whole
/// word at the end of a long name.
const SLIPS: usize = 2;
/// The score of a name that is the other one without blanks.
const WITHOUT_BLANKS: f64 = 0.97;
/// The score of a name whose words all stand in the other, at its least.
const PART: f64 = 0.8;
/// The least share of a name's words that a shorter form must keep.
const PART_SHARE: f64 = 0.5;
/// Keys shorter than this may differ by one slip only.
const SHORT_KEY: usize = 8;
/// A word of more names than this tells nothing and is not searched by ("cluster", "netzwerk").
const COMMON_WORD: usize = 200;

impl OrganisationDirectory {
    /// Takes in an organisation with its names; one with this number who is there already gains them.
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

    /// Adds a name an organisation is known by.
    pub fn add_name(&mut self, id: OrganisationId, name: &str) {
        let key = organisation_key(name);
        if key.is_empty() {
            return;
        }
        let text = plain(name);
        let own = self.names.entry(id).or_default();
        let added = Name { key, text };
        if own.contains(&added) {
            return;
        }
        own.push(added.clone());
        let Name { key, text } = added;
        self.keys.insert(name.to_owned(), key.clone());
        add(&mut self.by_key, &key, id);
        add(&mut self.by_text, &text, id);
        let letters = without_blanks(&key);
        for edge in edges(&letters) {
            self.by_edge.entry(edge).or_default().insert(key.clone());
        }
        self.by_letters
            .entry(letters)
            .or_default()
            .insert(key.clone());
        for word in key.split_ascii_whitespace() {
            self.by_word
                .entry(word.to_owned())
                .or_default()
                .insert(key.clone());
        }
    }

    /// Forgets an organisation.
    pub fn remove(&mut self, id: OrganisationId) {
        for Name { key, text } in self.names.remove(&id).unwrap_or_default() {
            take_owner(&mut self.by_text, &text, id);
            take_owner(&mut self.by_key, &key, id);
            if self.by_key.contains_key(&key) {
                continue;
            }
            let letters = without_blanks(&key);
            for edge in edges(&letters) {
                take_out(&mut self.by_edge, &edge, &key);
            }
            take_out(&mut self.by_letters, &letters, &key);
            for word in key.split_ascii_whitespace() {
                take_out(&mut self.by_word, word, &key);
            }
        }
    }

    /// Remembers the answer that a written name does not mean an organisation.
    pub fn remember_different(&mut self, written: &str, id: OrganisationId) {
        let answers = self.different.entry(organisation_key(written)).or_default();
        if !answers.contains(&id) {
            answers.push(id);
        }
    }

    /// Finds which organisation a written name means.
    pub fn find(&self, written: &str) -> OrganisationMatch {
        let key = self.key_of(written);
        if key.is_empty() {
            return OrganisationMatch::Unknown;
        }
        let equal: Vec<OrganisationId> = self.owners(&key, &key).collect();
        if let Some(id) = self.only_one(&equal, written) {
            return OrganisationMatch::Certain(id);
        }
        let mut best: Map<OrganisationId, (f64, Reason)> = Map::default();
        let mut suggest = |id: OrganisationId, score: f64, reason: Reason| {
            let place = best.entry(id).or_insert((score, reason));
            if score > place.0 {
                *place = (score, reason);
            }
        };
        for id in &equal {
            suggest(*id, 1.0, Reason::SameName);
        }
        if equal.is_empty() {
            for other in self.nearby(&key) {
                if let Some((score, reason)) = self.likeness(&key, other) {
                    self.owners(other, &key)
                        .for_each(|id| suggest(id, score, reason));
                }
            }
        }
        let suggestions: Vec<Suggestion<OrganisationId>> = best
            .into_iter()
            .map(|(id, (score, reason))| Suggestion {
                id,
                score: rounded(score),
                reasons: vec![reason],
            })
            .collect();
        if suggestions.is_empty() {
            OrganisationMatch::Unknown
        } else {
            OrganisationMatch::Doubtful(best_first(suggestions))
        }
    }

    /// Finds which organisation a written name means for certain, without looking at near names.
    pub fn find_certain(&self, written: &str) -> Option<OrganisationId> {
        let key = self.key_of(written);
        let equal: Vec<OrganisationId> = self.owners(&key, &key).collect();
        self.only_one(&equal, written)
    }

    /// The only one of a key, or else the only one that is written so.
    fn only_one(&self, equal: &[OrganisationId], written: &str) -> Option<OrganisationId> {
        if let [] | [_] = equal {
            return equal.first().copied();
        }
        let written_so = self.by_text.get(&plain(written))?;
        let mut exact = equal.iter().filter(|id| written_so.contains(id));
        match (exact.next(), exact.next()) {
            (Some(id), None) => Some(*id),
            _ => None,
        }
    }

    fn key_of(&self, written: &str) -> Cow<'_, str> {
        match self.keys.get(written) {
            Some(key) => Cow::Borrowed(key),
            None => Cow::Owned(organisation_key(written)),
        }
    }

    /// The organisations of a key, without those that the name sought was answered not to mean.
    fn owners(&self, key: &str, sought: &str) -> impl Iterator<Item = OrganisationId> {
        let ruled_out = self.different.get(sought).map_or(&[][..], Vec::as_slice);
        let owners = self.by_key.get(key).map_or(&[][..], Vec::as_slice);
        owners
            .iter()
            .copied()
            .filter(move |id| !ruled_out.contains(id))
    }

    /// How alike two unequal keys are, when that is worth a question.
    fn likeness(&self, a: &str, b: &str) -> Option<(f64, Reason)> {
        if letters(a).eq(letters(b)) {
            return Some((WITHOUT_BLANKS, Reason::SameWithoutBlanks));
        }
        // Most share a word and nothing else; a quick look spares them the thorough one.
        let is_slip = may_be_slip(a, b);
        if !is_slip && !has_words_of(a, b) && !has_words_of(b, a) {
            return None;
        }
        let words_a: BTreeSet<&str> = a.split_ascii_whitespace().collect();
        let words_b: BTreeSet<&str> = b.split_ascii_whitespace().collect();
        let mut other_words = words_a.symmetric_difference(&words_b);
        if other_words.any(|word| is_distinction(word)) {
            return None;
        }
        let (few, many) = if words_a.len() <= words_b.len() {
            (&words_a, &words_b)
        } else {
            (&words_b, &words_a)
        };
        if few.is_subset(many) && self.is_telling(few) {
            #[expect(clippy::cast_precision_loss, reason = "a name has few words")]
            let share = few.len() as f64 / many.len() as f64;
            let score = PART + (WITHOUT_BLANKS - PART) * share;
            return (share >= PART_SHARE).then_some((score, Reason::PartOfName));
        }
        if !is_slip {
            return None;
        }
        let similarity = strsim::jaro_winkler(a, b);
        let is_short = a.chars().count().min(b.chars().count()) < SHORT_KEY;
        let slips = if is_short { 1 } else { SLIPS };
        (similarity >= NEAR_KEY && strsim::osa_distance(a, b) <= slips)
            .then_some((similarity, Reason::NearName(similarity)))
    }

    /// Whether words alone can stand for a name: two, or one that no second name on file has.
    fn is_telling(&self, words: &BTreeSet<&str>) -> bool {
        match words.first() {
            Some(word) if words.len() == 1 => {
                word.chars().count() >= 4
                    && self.by_word.get(*word).is_none_or(|keys| keys.len() == 1)
            }
            Some(_) => true,
            None => false,
        }
    }

    /// The keys that share a rare word, the letters, the beginning or the end with a key.
    fn nearby(&self, key: &str) -> BTreeSet<&str> {
        let letters = without_blanks(key);
        let words = key
            .split_ascii_whitespace()
            .filter_map(|word| self.by_word.get(word))
            .filter(|keys| keys.len() <= COMMON_WORD);
        let edges = edges(&letters);
        let edges = edges
            .iter()
            .filter_map(|edge| self.by_edge.get(edge))
            .filter(|keys| keys.len() <= COMMON_WORD);
        words
            .chain(edges)
            .chain(self.by_letters.get(&letters))
            .flatten()
            .map(String::as_str)
            .collect()
    }
}

/// Whether a folded word makes another organisation of an otherwise equal name.
fn is_distinction(word: &str) -> bool {
    const BEGINNINGS: [&str; 8] = [
        "nord", "sud", "ost", "west", "north", "south", "east", "mitte",
    ];
    word.chars().any(|letter| letter.is_ascii_digit())
        || word.chars().count() == 1
        || BEGINNINGS
            .iter()
            .any(|beginning| word.starts_with(beginning))
        || matches!(
            word,
            "ober" | "nieder" | "unter" | "central" | "ii" | "iii" | "iv"
        )
}

/// The text in small letters with single blanks: what was written, legal form and all.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
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

fn without_blanks(key: &str) -> String {
    letters(key).collect()
}

fn letters(key: &str) -> impl Iterator<Item = char> {
    key.chars().filter(|letter| !letter.is_whitespace())
}

/// Whether two keys may be within a few slips of each other: no slip changes more than one letter for
/// another, adds one or drops one, and two letters in each other's place are the same letters.
fn may_be_slip(a: &str, b: &str) -> bool {
    let mut surplus = [0_i16; 64];
    for (text, step) in [(a, 1), (b, -1)] {
        for letter in text.chars() {
            // Letters that fall together only make the keys look nearer.
            surplus[u32::from(letter) as usize % 64] += step;
        }
    }
    let (more, fewer) = surplus.iter().fold((0, 0), |(more, fewer), &count| {
        (more + count.max(0), fewer + (-count).max(0))
    });
    usize::try_from(more.max(fewer)).is_ok_and(|letters| letters <= SLIPS)
}

/// Whether all words of one key stand in the other.
fn has_words_of(many: &str, few: &str) -> bool {
    let mut words = few.split_ascii_whitespace();
    words.all(|word| many.split_ascii_whitespace().any(|other| other == word))
}

/// The first and the last letters, so that a slip in the middle of a single word is still found.
fn edges(letters: &str) -> [String; 2] {
    let beginning = letters.chars().take(4).collect();
    let mut ending: Vec<char> = letters.chars().rev().take(4).collect();
    ending.push('$');
    ending.reverse();
    [beginning, ending.into_iter().collect()]
}

fn take_out(index: &mut Map<String, BTreeSet<String>>, entry: &str, key: &str) {
    if let Some(keys) = index.get_mut(entry) {
        keys.remove(key);
        if keys.is_empty() {
            index.remove(entry);
        }
    }
}

#[cfg(test)]
mod tests;
