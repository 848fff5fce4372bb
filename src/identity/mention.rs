//! Where a text names somebody: by the whole name, an address or a telephone number.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::keys::fold_tokens;

/// Replaces what names somebody in a text.
pub const STRUCK: &str = "[…]";

/// The minimum number of digits in a telephone number for it to be looked for in texts.
const DIGITS: usize = 6;

/// The minimum number of digits without a country code that tell a telephone number.
const NATIONAL: usize = 7;

/// The maximum number of digits of a country code.
const COUNTRY: usize = 3;

/// What names somebody, or several people, in a text.
#[derive(Debug, Default)]
pub struct Mentioned {
    names: NamesByWord,
    addresses: HashSet<String>,
    phones: Phones,
    /// Made at the first glance: it costs more than a few texts do.
    glance: OnceLock<Option<AhoCorasick>>,
}

impl Mentioned {
    /// Gathers whole names, as their folded words; addresses in lower case; and telephone numbers as written.
    pub fn new(
        names: impl IntoIterator<Item = Vec<String>>,
        addresses: impl IntoIterator<Item = String>,
        phones: impl IntoIterator<Item = String>,
    ) -> Self {
        Self {
            names: NamesByWord::of(names),
            addresses: addresses.into_iter().collect(),
            phones: Phones::of(phones),
            glance: OnceLock::new(),
        }
    }

    /// Returns where a text names them, in order; no place overlaps another.
    pub fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = find_name(text, &self.names);
        if text.contains('@') {
            found.extend(find_addresses(text, &self.addresses));
        }
        if text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS {
            found.extend(find_phones(text, &self.phones));
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|range| {
            let is_next = range.start >= end;
            end = end.max(range.end);
            is_next
        });
        found
    }

    /// Returns a text with everything struck out that names them; `None` if it does not name them.
    pub fn without(&self, text: &str) -> Option<String> {
        let found = self.found_in(text);
        if found.is_empty() {
            return None;
        }
        let mut left = text.to_owned();
        for range in found.into_iter().rev() {
            left.replace_range(range, STRUCK);
        }
        Some(left)
    }

    /// Returns whether a closer look may find them in a text, or in a text inside of it, if it is JSON. Costs a small
    /// part of that look, for whoever has many texts.
    pub fn may_be_in(&self, text: &str) -> bool {
        let glance = self.glance.get_or_init(|| {
            let names = self.names.0.values().flatten();
            let names = names.map(|words| outline(&words.concat()));
            let addresses = self.addresses.iter().map(|it| outline(it));
            let ends = self.phones.0.iter();
            let ends = ends.map(|digits| Some(digits.as_bytes()[digits.len() - DIGITS..].to_vec()));
            // A text that has an outline folds to nothing that has none.
            let patterns = names.chain(addresses).chain(ends).flatten();
            AhoCorasick::new(patterns).ok()
        });
        match (glance, outline(text)) {
            (Some(glance), Some(outline)) => glance.is_match(&outline),
            _ => true,
        }
    }
}

/// Returns the letters and digits of a text, folded, without each `e`, since the fold removes some of them; `None` if it
/// takes more to fold the text.
fn outline(text: &str) -> Option<Vec<u8>> {
    // An escape of JSON, or a zero in brackets, which does not count in a telephone number.
    if text.contains('\\') || text.contains("(0)") {
        return None;
    }
    let mut outline = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'e' | 'E' => {}
            _ if letter.is_ascii_alphanumeric() => {
                outline.extend(u8::try_from(letter.to_ascii_lowercase()));
            }
            _ if letter.is_ascii() => {}
            'ä' | 'Ä' => outline.push(b'a'),
            'ö' | 'Ö' => outline.push(b'o'),
            'ü' | 'Ü' => outline.push(b'u'),
            'ß' => outline.extend(*b"ss"),
            _ => return None,
        }
    }
    Some(outline)
}

/// Names as their folded words, by the first one: a text is compared with those alone that begin with one of its words.
#[derive(Debug, Default)]
struct NamesByWord(HashMap<String, Vec<Vec<String>>>);

impl NamesByWord {
    /// Sorts names by their first word.
    fn of(names: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut by_word: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for name in names {
            if let Some(first) = name.first() {
                by_word.entry(first.clone()).or_default().push(name);
            }
        }
        Self(by_word)
    }
}

/// Returns the words of a name in every order in which it may be written: whichever of them are the family name, it may
/// come first.
pub fn in_every_order(words: &[String]) -> Vec<Vec<String>> {
    let turns = 0..words.len();
    turns
        .map(|first| [&words[first..], &words[..first]].concat())
        .collect()
}

/// Returns where a text has one of the names; letter case, accents and what stands
/// between two words do not count.
fn find_name(text: &str, names: &NamesByWord) -> Vec<Range<usize>> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    for range in runs(text, is_of_word) {
        for token in fold_tokens(&text[range.clone()]) {
            words.push((token, range.clone()));
        }
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let begins = |name: &&Vec<String>| {
            words.len() - place >= name.len()
                && name
                    .iter()
                    .zip(&words[place..])
                    .all(|(one, (other, _))| one == other)
        };
        let of_word = names.0.get(&words[place].0).into_iter().flatten();
        match of_word.filter(begins).map(Vec::len).max() {
            Some(length) => {
                found.push(words[place].1.start..words[place + length - 1].1.end);
                place += length;
            }
            None => place += 1,
        }
    }
    found
}

/// Returns where a text has one of the addresses, whatever its letter case.
fn find_addresses(text: &str, addresses: &HashSet<String>) -> Vec<Range<usize>> {
    let is_of_address = |letter: char| letter.is_alphanumeric() || "@._%+-".contains(letter);
    let is_it = |range: &Range<usize>| {
        let written = text[range.clone()].trim_matches('.');
        written.contains('@') && addresses.contains(&written.to_lowercase())
    };
    let mut found = runs(text, is_of_address);
    found.retain(is_it);
    found
}

/// Telephone numbers as their digits that count.
#[derive(Debug, Default)]
struct Phones(HashSet<String>);

impl Phones {
    /// Takes the numbers that have enough digits.
    fn of(written: impl IntoIterator<Item = String>) -> Self {
        let digits = written.into_iter().map(|it| digits_that_count(&it));
        Self(digits.filter(|it| it.len() >= DIGITS).collect())
    }

    /// Returns whether these digits are one of the numbers, with or without the code of the country.
    fn has(&self, digits: &str) -> bool {
        let is_it = |own: &String| {
            let (short, long) = if own.len() < digits.len() {
                (own.as_str(), digits)
            } else {
                (digits, own.as_str())
            };
            short.len() >= NATIONAL && long.len() - short.len() <= COUNTRY && long.ends_with(short)
        };
        self.0.contains(digits) || self.0.iter().any(is_it)
    }
}

/// Returns the digits of a telephone number that count: without zeros before them, and without one in brackets.
pub fn digits_that_count(number: &str) -> String {
    let digits = number.replace("(0)", "");
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// Returns where a text has one of the telephone numbers, with or without the code of the country.
fn find_phones(text: &str, phones: &Phones) -> Vec<Range<usize>> {
    let is_of_number = |letter: char| letter.is_ascii_digit() || "+()/-. \u{a0}".contains(letter);
    let trimmed = |range: Range<usize>| {
        let run = &text[range.clone()];
        let begun =
            run.trim_start_matches(|letter: char| !letter.is_ascii_digit() && letter != '+');
        let start = range.start + run.len() - begun.len();
        let ended = begun.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        start..start + ended.len()
    };
    runs(text, is_of_number)
        .into_iter()
        .filter(|range| phones.has(&digits_that_count(&text[range.clone()])))
        .map(trimmed)
        .collect()
}

/// Returns where the longest runs of such letters are.
fn runs(text: &str, is_of_run: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, letter) in text.char_indices() {
        if !is_of_run(letter) {
            continue;
        }
        let end = place + letter.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == place => last.end = end,
            _ => runs.push(place..end),
        }
    }
    runs
}

/// Whether a letter belongs to a word: joiners and marks above letters do.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{200d}')
        || ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_name(name: &str) -> Mentioned {
        Mentioned::new(in_every_order(&fold_tokens(name)), [], [])
    }

    fn found<'a>(text: &'a str, mentioned: &Mentioned) -> Vec<&'a str> {
        let found = mentioned.found_in(text);
        assert!(found.is_empty() || mentioned.may_be_in(text), "{text}");
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_name_is_found_whole_and_not_as_a_part() {
        for (text, name, expected) in [
            ("Kollegin von ANNA Müller.", "Anna Müller", "ANNA Müller"),
            ("Anna-Mueller_2020.csv", "Anna Müller", "Anna-Mueller"),
            ("Müller, Anna; Anna Müllers", "Müller Anna", "Müller, Anna"),
            ("Anna Müllerin, Joanna Müller", "Anna Müller", ""),
            ("Joan O’Neill kommt", "Joan O'Neill", "Joan O’Neill"),
        ] {
            assert_eq!(found(text, &of_name(name)).concat(), expected, "{text}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_found_as_they_are_written() {
        let text = "an Anna@Nord.example. oder +49 (30) 555-0101!";
        let of_address = |it: &str| Mentioned::new([], [it.to_owned()], []);
        let of_phone = |it: &str| Mentioned::new([], [], [it.to_owned()]);
        assert_eq!(
            found(text, &of_address("anna@nord.example")),
            ["Anna@Nord.example."]
        );
        assert_eq!(found(text, &of_address("a@nord.example")), [""; 0]);
        assert_eq!(found(text, &of_phone("49305550101")), ["+49 (30) 555-0101"]);
        assert_eq!(found(text, &of_phone("5550101")), [""; 0]);
        let phone = of_phone("+49 431 7788990");
        for written in [
            "0431 7788990",
            "0049 (0)431/77 88 99 0",
            "+49-431-7788990",
            "431.7788990",
        ] {
            assert_eq!(found(&format!("Tel.: {written}, bitte"), &phone), [written]);
        }
        for other in ["7788990", "+49 30 7788990", "0431 77889901"] {
            assert_eq!(found(other, &phone), [""; 0]);
        }
    }

    #[test]
    fn a_name_of_three_words_is_found_whichever_comes_first() {
        let name = of_name("Ayse Yilmaz Kaya");
        for text in ["Ayşe Yılmaz Kaya", "Yilmaz Kaya, Ayse", "KAYA, Ayse Yilmaz"] {
            assert_eq!(found(text, &name), [text]);
        }
        assert_eq!(found("Ayse Kaya Yilmaz", &name), [""; 0]);
    }

    #[test]
    fn a_glance_passes_over_most_texts_of_others() {
        let name = of_name("Anna Müller");
        assert!(!name.may_be_in("{\"Remarks\":\"Anne Mueller and Anna Meier, with dots: ü\"}"));
        assert!(name.may_be_in("{\"Remarks\":\"for ANNA-MUELLER\"}"));
        assert!(name.may_be_in("{\"Remarks\":\"for Anna\\nMüller\"}"));
    }

    proptest! {
        #[test]
        fn a_glance_misses_nobody(
            name in "[A-Ea-eoußäöüéЖ王1']{1,4} [A-Ea-eouüл2]{1,4}",
            address in "[ab.üe]{1,3}@[ae.]{1,3}",
            phone in "(\\+49 )?[01]{3,4}[ /]?[0-3]{3,4}",
            before in "[ae1 .(]{0,3}",
            after in "[ae1 .)]{0,3}",
            spelling in 0..6_usize,
        ) {
            let written = [
                name.to_uppercase().replace('Ü', "UE"),
                name.replace(' ', " – ").replace('ü', "u"),
                name.split(' ').rev().collect::<Vec<_>>().join(", "),
                address.to_uppercase(),
                phone.replace("+49 ", "0"),
                phone.replace("+49 ", "+49 (0)"),
            ];
            let mentioned = Mentioned::new(in_every_order(&fold_tokens(&name)), [address], [phone]);
            found(&format!("{before}{}{after}", written[spelling]), &mentioned);
        }
    }
}
