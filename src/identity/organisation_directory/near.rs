//! Names that resemble each other word by word or letter by letter.
//!
//! Near names are: names that only differ in spaces (`Bio Cluster`, `BioCluster`), names of which one contains all
//! words of the other, and typos. Names with different numbers, compass points or similar distinctions are never near.
//! Names are compared by their words as returned by [`super::spellings::words`].

use std::collections::BTreeSet;

use super::super::Map;
use super::super::organisation_words::{WORDS, is_in};
use crate::model::Reason;

/// The minimum Jaro–Winkler likeness of two names: one or two slips in a name of ordinary length ("photonik
/// hub"/"fotonik hub" is 0.88 and not a question, "biocluster nord"/"biocluster nrod" is 0.99 and is one).
const NEAR_NAME: f64 = 0.93;
/// The maximum number of slips between two near names of any length: Jaro–Winkler alone forgives a whole word at the
/// end of a long name.
pub(super) const SLIPS: usize = 2;
/// The score of a name that equals the other without spaces.
const WITHOUT_BLANKS: f64 = 0.97;
/// The minimum score of a name whose words are all in the other.
const PART: f64 = 0.8;
/// The minimum share of a name's words that a shorter form must keep.
const PART_SHARE: f64 = 0.5;
/// Names shorter than this may only differ by one slip.
const SHORT_NAME: usize = 8;
/// The maximum length of words that are only beginnings of others.
const BEGUN: usize = 5;
/// Words shorter than this are different if one letter differs.
const SHORT_WORD: usize = 5;
/// A word in more names than this is inconclusive and is not used for searching ("cluster", "netzwerk").
const COMMON_WORD: usize = 200;

/// All names on file, indexed by what two near ones have in common.
#[derive(Debug, Clone, Default)]
pub(super) struct NearNames {
    letters: Map<String, BTreeSet<String>>,
    words: Map<String, BTreeSet<String>>,
    edges: Map<String, BTreeSet<String>>,
}

impl NearNames {
    /// Adds a name.
    pub(super) fn insert(&mut self, name: &str) {
        let letters = without_blanks(name);
        for edge in edges(&letters) {
            self.edges.entry(edge).or_default().insert(name.to_owned());
        }
        self.letters
            .entry(letters)
            .or_default()
            .insert(name.to_owned());
        for word in name.split_ascii_whitespace() {
            self.words
                .entry(word.to_owned())
                .or_default()
                .insert(name.to_owned());
        }
    }

    /// Removes a name that no organisation has any more.
    pub(super) fn remove(&mut self, name: &str) {
        let letters = without_blanks(name);
        for edge in edges(&letters) {
            take_out(&mut self.edges, &edge, name);
        }
        take_out(&mut self.letters, &letters, name);
        for word in name.split_ascii_whitespace() {
            take_out(&mut self.words, word, name);
        }
    }

    /// Returns the names that have all words of a text.
    pub(super) fn with_words_of(&self, text: &str) -> Vec<&str> {
        let mut words = text.split_ascii_whitespace();
        let Some(first) = words.next().and_then(|word| self.words.get(word)) else {
            return Vec::new();
        };
        let names = first.iter().map(String::as_str);
        names.filter(|name| has_words_of(name, text)).collect()
    }

    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_empty() && self.words.is_empty() && self.edges.is_empty()
    }

    /// Returns the names near a given one, with score and reason; not the name itself.
    pub(super) fn near(&self, name: &str) -> Vec<(&str, f64, Reason)> {
        let others = self.nearby(name).into_iter();
        others
            .filter(|other| *other != name)
            .filter_map(|other| {
                let (score, reason) = self.likeness(name, other)?;
                Some((other, score, reason))
            })
            .collect()
    }

    /// Returns how alike two unequal names are, if that is worth a question.
    fn likeness(&self, a: &str, b: &str) -> Option<(f64, Reason)> {
        if letters(a).eq(letters(b)) {
            return Some((WITHOUT_BLANKS, Reason::SameWithoutBlanks));
        }
        // Most only share a word; a quick check avoids the expensive one.
        let is_slip = may_be_slip(a, b);
        if !is_slip && !has_words_of(a, b) && !has_words_of(b, a) && !are_abbreviated(a, b) {
            return None;
        }
        let words_a: BTreeSet<&str> = a.split_ascii_whitespace().collect();
        let words_b: BTreeSet<&str> = b.split_ascii_whitespace().collect();
        let mut other_words = words_a.symmetric_difference(&words_b);
        if other_words.any(|word| is_distinction(word)) && !is_short_form(&words_a, &words_b) {
            return None;
        }
        if are_abbreviated(a, b) {
            return Some((WITHOUT_BLANKS, Reason::Abbreviated));
        }
        let (few, many) = by_length(&words_a, &words_b);
        if is_other_kind(few, many) {
            return None;
        }
        if few.is_subset(many) && self.is_telling(few) {
            // Leaving out a word that clusters use for themselves loses nothing.
            let is_loss = |word: &&&str| few.contains(**word) || !is_in(&WORDS.lists.generic, word);
            let words = many.iter().filter(is_loss).count();
            #[expect(clippy::cast_precision_loss, reason = "a name has few words")]
            let share = few.len() as f64 / words as f64;
            let score = PART + (WITHOUT_BLANKS - PART) * share;
            let is_part = share >= PART_SHARE || is_short_form(few, many);
            return is_part.then_some((score, Reason::PartOfName));
        }
        // `Köln` and `Bonn`, or `IPA` and `IPT`, are not typos.
        let is_short_word = |word: &&str| word.chars().count() < SHORT_WORD;
        let mut other_words = words_a.symmetric_difference(&words_b);
        if !is_slip || (words_a.len() > 1 && other_words.all(is_short_word)) {
            return None;
        }
        let similarity = strsim::jaro_winkler(a, b);
        let is_short = a.chars().count().min(b.chars().count()) < SHORT_NAME;
        let slips = if is_short { 1 } else { SLIPS };
        (similarity >= NEAR_NAME && strsim::osa_distance(a, b) <= slips)
            .then_some((similarity, Reason::NearName(similarity)))
    }

    /// Whether words alone can identify a name: two words, or one that no other name on file has.
    fn is_telling(&self, words: &BTreeSet<&str>) -> bool {
        match words.first() {
            Some(word) if words.len() == 1 => {
                word.chars().count() >= 4
                    && self.words.get(*word).is_none_or(|names| names.len() == 1)
            }
            Some(_) => true,
            None => false,
        }
    }

    /// Returns the names that share a rare word, the letters, the beginning or the end with a name.
    fn nearby(&self, name: &str) -> BTreeSet<&str> {
        let letters = without_blanks(name);
        let words = name
            .split_ascii_whitespace()
            .filter_map(|word| self.words.get(word))
            .filter(|names| names.len() <= COMMON_WORD);
        let edges = edges(&letters);
        let edges = edges
            .iter()
            .filter_map(|edge| self.edges.get(edge))
            .filter(|names| names.len() <= COMMON_WORD);
        words
            .chain(edges)
            .chain(self.letters.get(&letters))
            .flatten()
            .map(String::as_str)
            .collect()
    }
}

/// Whether two names share a word that is neither a kind of organisation nor a generic word of clusters.
pub(super) fn share_word(one: &str, other: &str) -> bool {
    let lists = &WORDS.lists;
    one.split_ascii_whitespace().any(|word| {
        word.len() > 2
            && other.split_ascii_whitespace().any(|it| it == word)
            && !is_in(&lists.generic, word)
            && !is_in(&lists.kinds, word)
    })
}

/// Returns the shorter and the longer of two names.
fn by_length<'a, 'b>(
    one: &'a BTreeSet<&'b str>,
    other: &'a BTreeSet<&'b str>,
) -> (&'a BTreeSet<&'b str>, &'a BTreeSet<&'b str>) {
    if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    }
}

/// Whether one name is a kind and a place, and the other is of the same kind at the same place with a person's name:
/// `Universität Bonn` is `Rheinische Friedrich-Wilhelms-Universität Bonn`, not `Technische Universität Bonn`.
fn is_short_form(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> bool {
    let (few, many) = by_length(one, other);
    let lists = &WORDS.lists;
    let is_kind = |word: &&&str| is_in(&lists.kinds, word);
    let mut rest = many.difference(few);
    few.is_subset(many)
        && few.len() > 1
        && few.iter().any(|word| is_kind(&word))
        && !few.iter().all(|word| is_kind(&word))
        && rest.all(|word| {
            let is_number = word.chars().any(|letter| letter.is_ascii_digit());
            !is_number && !is_in(&lists.other_kind, word) && !is_in(&lists.distinctions, word)
        })
}

/// Whether one name only adds a kind to the other, which makes it a different organisation: `Hochschule Hannover` and
/// `Medizinische Hochschule Hannover`.
fn is_other_kind(few: &BTreeSet<&str>, many: &BTreeSet<&str>) -> bool {
    let lists = &WORDS.lists;
    few.len() > 1
        && few.len() < many.len()
        && few.is_subset(many)
        && few.iter().any(|word| is_in(&lists.kinds, word))
        && many
            .difference(few)
            .all(|word| is_in(&lists.other_kind, word))
}

/// Whether two names have the same words, some of them abbreviated: `Phys.-Techn. Bundesanstalt`.
fn are_abbreviated(one: &str, other: &str) -> bool {
    let (one, other) = (one.split_ascii_whitespace(), other.split_ascii_whitespace());
    if one.clone().count() != other.clone().count() {
        return false;
    }
    let mut is_any_equal = false;
    let are_all_alike = one.zip(other).all(|(one, other)| {
        is_any_equal |= one == other;
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        one == other
            || (3..=BEGUN).contains(&short.len())
                && long.len() > short.len() + 2
                && long.starts_with(short)
    });
    is_any_equal && are_all_alike
}

/// Whether a folded word distinguishes otherwise equal names.
fn is_distinction(word: &str) -> bool {
    let lists = &WORDS.lists;
    let mut beginnings = lists.distinction_beginnings.iter();
    word.chars().any(|letter| letter.is_ascii_digit())
        || word.chars().count() == 1
        || beginnings.any(|beginning| word.starts_with(beginning.as_str()))
        || is_in(&lists.distinctions, word)
}

fn without_blanks(key: &str) -> String {
    letters(key).collect()
}

fn letters(key: &str) -> impl Iterator<Item = char> {
    key.chars().filter(|letter| !letter.is_whitespace())
}

/// Whether two names may be within a few slips of each other: a slip replaces, adds or drops at most one letter, and
/// two swapped letters are the same letters.
pub(super) fn may_be_slip(a: &str, b: &str) -> bool {
    let mut surplus = [0_i16; 64];
    for (text, step) in [(a, 1), (b, -1)] {
        for letter in text.chars() {
            // Letters that collide only make the names look nearer.
            surplus[u32::from(letter) as usize % 64] += step;
        }
    }
    let (more, fewer) = surplus.iter().fold((0, 0), |(more, fewer), &count| {
        (more + count.max(0), fewer + (-count).max(0))
    });
    usize::try_from(more.max(fewer)).is_ok_and(|letters| letters <= SLIPS)
}

/// Whether one name contains all words of the other.
fn has_words_of(many: &str, few: &str) -> bool {
    let mut words = few.split_ascii_whitespace();
    words.all(|word| many.split_ascii_whitespace().any(|other| other == word))
}

/// Returns the first and the last letters, so that a typo in the middle of a single word is still found.
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
