//! Where a text names somebody: by the whole name, an address or a telephone number.

use std::collections::HashMap;
use std::ops::Range;

use super::keys::fold_tokens;

/// Names as their folded words, by the first one: a text is compared with those alone that begin with one of its words.
#[derive(Debug, Default)]
pub struct NamesByWord(HashMap<String, Vec<Vec<String>>>);

impl NamesByWord {
    /// Sorts names by their first word.
    pub fn of(names: impl IntoIterator<Item = Vec<String>>) -> Self {
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
pub fn find_name(text: &str, names: &NamesByWord) -> Vec<Range<usize>> {
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

/// Returns where a text has an address, whatever its letter case.
pub fn find_address(text: &str, address: &str) -> Vec<Range<usize>> {
    let is_of_address = |letter: char| letter.is_alphanumeric() || "@._%+-".contains(letter);
    let is_it = |range: &Range<usize>| {
        let written = text[range.clone()].trim_matches('.');
        written.to_lowercase() == address
    };
    runs(text, is_of_address)
        .into_iter()
        .filter(is_it)
        .collect()
}

/// The minimum number of digits without a country code that tell a telephone number.
const NATIONAL: usize = 7;

/// The maximum number of digits of a country code.
const COUNTRY: usize = 3;

/// Returns the digits of a telephone number that count: without zeros before them, and without one in brackets.
pub fn digits_that_count(number: &str) -> String {
    let digits = number.replace("(0)", "");
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// Returns where a text has a telephone number, given by its digits that count; with or without the code of the country.
pub fn find_phone(text: &str, digits: &str) -> Vec<Range<usize>> {
    let is_of_number = |letter: char| letter.is_ascii_digit() || "+()/-. \u{a0}".contains(letter);
    let is_it = |range: &Range<usize>| {
        let written = digits_that_count(&text[range.clone()]);
        let (short, long) = if written.len() < digits.len() {
            (written.as_str(), digits)
        } else {
            (digits, written.as_str())
        };
        let is_without_country =
            short.len() >= NATIONAL && long.len() - short.len() <= COUNTRY && long.ends_with(short);
        !digits.is_empty() && (written == digits || is_without_country)
    };
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
        .filter(is_it)
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

    fn found<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
        let names = NamesByWord::of([fold_tokens(name)]);
        let found = find_name(text, &names);
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_name_is_found_whole_and_not_as_a_part() {
        assert_eq!(
            found("Kollegin von ANNA Müller.", "Anna Müller"),
            ["ANNA Müller"]
        );
        assert_eq!(
            found("Anna-Mueller_2020.csv", "Anna Müller"),
            ["Anna-Mueller"]
        );
        assert_eq!(
            found("Müller, Anna; Anna Müllers", "Müller Anna"),
            ["Müller, Anna"]
        );
        assert_eq!(
            found("Anna Müllerin, Joanna Müller", "Anna Müller"),
            [""; 0]
        );
        assert_eq!(
            found("Joan O’Neill kommt", "Joan O'Neill"),
            ["Joan O’Neill"]
        );
    }

    #[test]
    fn addresses_and_numbers_are_found_as_they_are_written() {
        let text = "an Anna@Nord.example. oder +49 (30) 555-0101!";
        let part = |ranges: Vec<Range<usize>>| -> Vec<&str> {
            ranges.into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(
            part(find_address(text, "anna@nord.example")),
            ["Anna@Nord.example."]
        );
        assert_eq!(part(find_address(text, "a@nord.example")), [""; 0]);
        assert_eq!(part(find_phone(text, "49305550101")), ["+49 (30) 555-0101"]);
        assert_eq!(part(find_phone(text, "5550101")), [""; 0]);
        let digits = digits_that_count("+49 431 7788990");
        for written in [
            "0431 7788990",
            "0049 (0)431/77 88 99 0",
            "+49-431-7788990",
            "431.7788990",
        ] {
            let text = format!("Tel.: {written}, bitte");
            let found = find_phone(&text, &digits);
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [written]);
        }
        for other in ["7788990", "+49 30 7788990", "0431 77889901"] {
            assert!(find_phone(other, &digits).is_empty(), "{other}");
        }
    }

    #[test]
    fn a_name_of_three_words_is_found_whichever_comes_first() {
        let names = NamesByWord::of(in_every_order(&fold_tokens("Ayse Yilmaz Kaya")));
        for text in ["Ayşe Yılmaz Kaya", "Yilmaz Kaya, Ayse", "KAYA, Ayse Yilmaz"] {
            let found = find_name(text, &names);
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, [text]);
        }
        assert!(find_name("Ayse Kaya Yilmaz", &names).is_empty());
    }
}
