//! The readings of one display name: candidates for the name and the company.

use super::super::case::is_small;
use super::super::fold::fold_tokens;
use super::super::keys::{name_key, person_key};
use super::super::marks::{is_code, is_name_like, is_platform_mark, strip_marks};
use super::super::names::PersonName;
use super::super::nobody::{is_device, owner_of_device};
use super::super::organisation_key::organisation_key;
use super::super::particles::is_suffix;
use super::super::titles::{Word, kind_of, take_titles};
use super::DisplayName;
use super::beside::names_no_organisation;
use crate::catalogue::messages::nobody;

/// Words in the names of organisations, including their beginnings: `Hochschul-`, `Netzwerk-`.
const ORGANISATION_WORDS: &[&str] = &[
    "agentur",
    "cluster",
    "forschung",
    "gesellschaft",
    "hochschul",
    "industrie",
    "innovation",
    "institut",
    "kammer",
    "landkreis",
    "minister",
    "netzwerk",
    "network",
    "region",
    "stiftung",
    "technolog",
    "universit",
    "verband",
    "verein",
    "wirtschaft",
    "zentrum",
];

/// Beginnings of family names that may be followed by a capital.
const BEFORE_CAPITALS: &[&str] = &[
    "Mc", "Mac", "De", "Del", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz",
];

/// Separators between a name and a company.
const SEPARATORS: &[&str] = &[
    " - ", " – ", " — ", " @ ", " / ", " // ", " · ", " • ", " : ",
];

/// A text with more readings than this is a sentence, not a display name.
const MOST_READINGS: usize = 4;

/// The word count of the longest display name that is searched for an organisation.
const MOST_WORDS: usize = 8;

/// A display name being read.
pub(super) struct Reading<'a> {
    is_organisation: &'a dyn Fn(&str) -> bool,
    /// An organisation on file.
    company: Option<String>,
    /// Text where an organisation would be.
    guess: Option<String>,
    /// Whether that text cannot be part of the name: in brackets or after a bar.
    stands_apart: bool,
    /// Readings, with the text left out of each.
    names: Vec<(String, Option<String>)>,
}

impl<'a> Reading<'a> {
    /// Starts without any reading.
    pub(super) fn new(is_organisation: &'a dyn Fn(&str) -> bool) -> Self {
        Self {
            is_organisation,
            company: None,
            guess: None,
            stands_apart: false,
            names: Vec::new(),
        }
    }

    /// Sets the organisation on file that is named.
    pub(super) fn name_company(&mut self, company: String) {
        self.company = Some(company);
    }

    fn knows(&self, text: &str) -> bool {
        (self.is_organisation)(text)
    }

    /// Treats text from brackets or after a bar as a company, if it can be one.
    pub(super) fn note_mark(&mut self, mark: &str) {
        let had_none = self.guess.is_none();
        self.note_company(mark);
        self.stands_apart |= had_none && self.guess.is_some();
    }

    /// Treats text next to the name as a company, if it can be one.
    fn note_company(&mut self, mark: &str) {
        if is_platform_mark(mark) || is_device(mark) || !mark.contains(char::is_alphabetic) {
            return;
        }
        if self.knows(mark) {
            self.company.get_or_insert_with(|| mark.to_owned());
        } else if !is_code(mark) && !names_no_organisation(mark) {
            self.guess.get_or_insert_with(|| mark.to_owned());
        }
    }

    /// Interprets several words in brackets after a name: marks, a company, or a former name.
    pub(super) fn original(&mut self, inside: &str, name: &str) -> Option<String> {
        if self.knows(inside) {
            self.note_mark(inside);
            return None;
        }
        // `(Müller, Anna)`, even if there is an organisation called Müller.
        let is_turned = inside.split(' ').count() == 2 && inside.contains(", ");
        let (marks, rest): (Vec<&str>, Vec<&str>) = inside
            .split([',', ';', '|'])
            .map(str::trim)
            .partition(|part| is_platform_mark(part) || (!is_turned && self.knows(part)));
        for mark in marks {
            self.note_mark(mark);
        }
        let rest = rest.join(", ");
        let rest = rest.as_str();
        if !rest.contains(' ') {
            self.note_mark(rest);
            return None;
        }
        // A former name shares a word with the name; otherwise it may be anything.
        let words = fold_tokens(name);
        let has_word = fold_tokens(rest).iter().any(|word| words.contains(word));
        if is_like_an_organisation(rest) || !has_word {
            self.note_mark(rest);
        }
        Some(rest.to_owned())
    }

    /// Reads the text outside the brackets.
    pub(super) fn text(&mut self, text: &str) {
        let text = &self.without_low_line(text);
        let parts = parts(text);
        let known = parts.iter().position(|part| self.knows(part));
        if let (Some(at), true) = (known, parts.len() > 1) {
            self.company = Some(parts[at].to_owned());
            for (index, part) in parts.iter().enumerate() {
                if index != at && !is_platform_mark(part) {
                    self.at_commas(part, None);
                }
            }
        } else if parts.len() > 1 {
            // `Anna Müller - BioM`, `BioM - Anna Müller`, and `Anna Müller - Roth`.
            let whole = |part: &&&str| part.contains(' ');
            let first = parts
                .iter()
                .find(whole)
                .or(parts.first())
                .copied()
                .unwrap_or_default();
            let rest: Vec<&str> = parts
                .iter()
                .copied()
                .filter(|part| *part != first)
                .collect();
            for part in &rest {
                self.note_company(part);
            }
            self.at_commas(first, Some(&rest.join(" ")));
            for part in &rest {
                if part.contains(' ') {
                    self.alternative(part, Some(first));
                }
            }
            self.alternative(text, None);
        } else {
            self.at_commas(text, None);
        }
    }

    /// Removes an organisation on file from a text with underscores: `anna_roth_BioM`, `Anna Roth_Energie Nord`.
    fn without_low_line(&mut self, text: &str) -> String {
        let parts: Vec<&str> = text.split('_').map(str::trim).collect();
        let known = parts.iter().position(|part| self.knows(part));
        match known {
            Some(at) if parts.len() > 1 => {
                self.company.get_or_insert_with(|| parts[at].to_owned());
                let others = parts.iter().enumerate().filter(|(index, _)| *index != at);
                others.map(|(_, part)| *part).collect::<Vec<_>>().join(" ")
            }
            _ => text.to_owned(),
        }
    }

    /// Reads a text in which only commas separate the name from a company.
    fn at_commas(&mut self, text: &str, left_out: Option<&str>) {
        let mut rest = text;
        while let Some((before, last)) = rest.rsplit_once([',', ';']) {
            let (before, last) = (before.trim(), last.trim());
            if before.is_empty() || !self.knows(last) {
                break;
            }
            self.company.get_or_insert_with(|| last.to_owned());
            rest = before;
        }
        let Some((before, last)) = rest.rsplit_once([',', ';']) else {
            self.without_organisation(rest, left_out);
            return;
        };
        let (before, last) = (before.trim(), last.trim());
        // `Jörg Weiß, Photonik Süd`: if the company is not on file, both readings are kept.
        let may_be_company = !PersonName::parse(before).given.is_empty()
            && is_name_like(last)
            && !take_titles(last).words.iter().all(|word| is_suffix(word))
            && kind_of(last) != Word::Salutation;
        if may_be_company && is_like_an_organisation(last) {
            self.note_company(last);
            self.alternative(before, Some(last));
            self.alternative(rest, left_out);
        } else {
            self.alternative(rest, left_out);
            if may_be_company {
                if !names_no_organisation(last) {
                    self.guess.get_or_insert_with(|| last.to_owned());
                }
                self.alternative(before, Some(last));
                // Two people at one device.
                if last.contains(' ') {
                    self.alternative(last, Some(before));
                }
            }
        }
    }

    /// Reads a name in plain words, with an organisation on file before or after it: `Anna Müller BioM`.
    fn without_organisation(&mut self, text: &str, left_out: Option<&str>) {
        let text = without_numbers(text);
        self.alternative(&text, left_out);
        let words: Vec<&str> = text.split(' ').collect();
        if words.len() > MOST_WORDS {
            return;
        }
        for at in 1..words.len() {
            let (before, after) = (words[..at].join(" "), words[at..].join(" "));
            if at >= 2 && self.knows(&after) {
                self.company.get_or_insert(after);
                self.alternative(&before, None);
            } else if words.len() - at >= 2 && self.knows(&before) {
                self.company.get_or_insert(before);
                self.alternative(&after, None);
            }
        }
    }

    /// Records a text as left out of the readings so far, unless they already left something out.
    pub(super) fn leave_out(&mut self, text: &str) {
        let whole = self
            .names
            .iter_mut()
            .filter(|(_, left_out)| left_out.is_none());
        for (_, left_out) in whole.filter(|_| !text.is_empty()) {
            *left_out = Some(text.to_owned());
        }
    }

    /// Whether there is no reading so far.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Adds a reading; for a device, its owner.
    pub(super) fn alternative(&mut self, text: &str, left_out: Option<&str>) {
        let mut text = spaced(&without_numbers(text));
        if let Some((owner, _)) = owner_of_device(&text) {
            text = owner;
        }
        if is_device(&text) || is_code(&text) {
            return;
        }
        if text.contains(char::is_alphabetic) && self.names.len() < MOST_READINGS {
            self.names.push((text, left_out.map(str::to_owned)));
        }
    }

    pub(super) fn finish(
        self,
        original: Option<PersonName>,
        former: Option<&str>,
        address: Option<String>,
    ) -> DisplayName {
        let mut display = DisplayName {
            stands_apart: self.stands_apart && self.company.is_none(),
            company: self.company.or(self.guess),
            address,
            ..DisplayName::default()
        };
        let mut keys: Vec<String> = Vec::new();
        for (text, left_out) in self.names {
            let name = PersonName::parse(&text);
            let key = name_key(&text);
            if !name.is_empty() && !keys.contains(&key) {
                keys.push(key);
                display.names.push(name);
                display.left_out.push(left_out);
            }
        }
        let given = display.names.first().map(|name| name.given.clone());
        let before = given.zip(former).map(|(given, former)| PersonName {
            title: None,
            given,
            family: former.to_owned(),
        });
        display.original = original.or(before).filter(|name| {
            let key = person_key(&name.given, &name.family);
            !name.is_empty() && !keys.contains(&key)
        });
        if display.names.is_empty() {
            display.nobody = Some(nobody::NO_NAME);
        }
        display
    }
}

/// Splits a text at dashes and similar separators, and at underscores between several words.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for separator in SEPARATORS {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(separator))
            .collect();
    }
    parts = parts
        .into_iter()
        .flat_map(|part| {
            if part.contains(' ') {
                part.split('_')
            } else {
                part.split('\n')
            }
        })
        .map(str::trim)
        .collect();
    parts.retain(|part| part.contains(char::is_alphabetic));
    parts
}

/// Returns the parts after the first bar.
pub(super) fn behind_bars(text: &str) -> Vec<String> {
    let bars = text.split(['|', '¦', '｜']).skip(1);
    bars.map(|part| strip_marks(part).name).collect()
}

/// Removes numbers: `Anna Müller 2` is her second device, `1_Anna Müller` her place in a list.
pub(super) fn without_numbers(text: &str) -> String {
    let is_number = |word: &str| {
        word.contains(|letter: char| letter.is_ascii_digit()) && !word.contains(char::is_alphabetic)
    };
    let words: Vec<&str> = text.split(' ').filter(|word| !is_number(word)).collect();
    words.join(" ")
}

/// Splits words: `anna.mueller` and `Anna_Müller` are two words, `J.P.` stays one.
fn spaced(text: &str) -> String {
    if text.contains(' ') {
        return text.replace('_', " ");
    }
    let words: Vec<&str> = text
        .split(['.', '_'])
        .filter(|word| !word.is_empty())
        .collect();
    let are_words = words.iter().any(|word| word.chars().count() > 1) && !text.ends_with('.');
    if words.len() > 1 && are_words {
        words.join(" ")
    } else {
        text.to_owned()
    }
}

/// Whether the words of a text look more like an organisation's name than like a person's.
pub(super) fn is_like_an_organisation(text: &str) -> bool {
    let tokens = fold_tokens(text);
    let has_word = tokens
        .iter()
        .any(|token| ORGANISATION_WORDS.iter().any(|word| token.contains(word)));
    let has_form = organisation_key(text).split(' ').count() < tokens.len();
    // `BioM` and `OptikHub`, but not `McDonald`.
    let has_late_capital = text.split(' ').any(|word| {
        let late = word.char_indices().skip(1).find(|(at, letter)| {
            letter.is_uppercase() && word[..*at].chars().next_back().is_some_and(is_small)
        });
        late.is_some_and(|(at, _)| !BEFORE_CAPITALS.contains(&&word[..at]))
    });
    has_word || has_form || has_late_capital
}
