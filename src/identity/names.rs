//! Parses people's names as people write them.
//!
//! - `Anna Müller`, `Müller, Anna` and a spreadsheet's `Müller; Anna` are one name.
//! - Without a comma the last word is the family name, with the particles before it (`von der`) and a suffix after it
//!   (`Jr.`).
//! - A single word is a family name: a list with one name column and one word in it means `Müller`. Keys ignore the
//!   difference.
//! - Letters are recased only if given or family names are all of one case (`ANNA MÜLLER`, `anna müller`); a single run
//!   of capitals next to other words is the family name (`MÜLLER Anna`).
//! - Nothing is lost: words after a second comma join the given names, where the reader can see them.

pub use super::marks::{Stripped, strip_marks, without_company};

use super::case::{Case, is_small, looks_like_initials, recase_family, recase_given};
use super::fold::{collapse, fold_letters};
use super::particles::{count_of_family, count_of_given, count_of_particles_behind, is_suffix};
use super::script::{is_in_signs, split_signs};
use super::titles::{Untitled, Word, kind_of, take_titles};

/// A person's name in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    /// `Dr.`, `Prof. Dr.`, as written; `None` rather than empty.
    pub title: Option<String>,
    /// Given names; empty if only one word is known.
    pub given: String,
    /// Family name with its particles: `von der Heide`.
    pub family: String,
}

impl PersonName {
    /// Parses a whole name from one text, without marks such as `(Guest)` (see [`strip_marks`]).
    pub fn parse(text: &str) -> Self {
        let text = collapse(text);
        let mut titles: Vec<&str> = Vec::new();
        let mut parts: Vec<Vec<&str>> = Vec::new();
        let mut suffixes: Vec<&str> = Vec::new();
        for part in split_parts(&text) {
            let untitled = take_titles(part);
            titles.extend(untitled.titles);
            let words = untitled.words;
            let is_later = !parts.is_empty();
            if is_later && words.iter().all(|word| is_suffix(word)) {
                suffixes.extend(words);
            } else if is_later && words.iter().all(|word| kind_of(word) == Word::Salutation) {
                // `Müller, Frau`
            } else if !words.is_empty() {
                parts.push(words);
            }
        }
        let (given, mut family) = match parts.as_slice() {
            [] => (Vec::new(), Vec::new()),
            [words] => split_words(words),
            [family, given @ ..] => move_particles(given.concat(), family.clone()),
        };
        family.extend(suffixes);
        Self::from_words(&titles, &given, &family)
    }

    /// Parses a whole name from a list that puts the family name first: `von der Heide Jörg`. A comma, or capitals in
    /// one of the two, takes precedence over the list.
    pub fn parse_family_first(text: &str) -> Self {
        let text = collapse(text);
        let untitled = take_titles(&text);
        if split_parts(&text).count() > 1 || capitals(&untitled.words).is_some() {
            return Self::parse(&text);
        }
        let (family, given) = untitled.words.split_at(count_of_family(&untitled.words));
        Self::from_words(&untitled.titles, given, family)
    }

    /// Parses a name from separate columns. Titles found in the name cells are added to `title`; a cell with
    /// `Müller, Anna` next to an empty one is parsed as a whole. A salutation is not a title.
    pub fn from_parts(title: Option<&str>, given: &str, family: &str) -> Self {
        let (given, family) = (collapse(given), collapse(family));
        let mut name = match (given.as_str(), family.as_str()) {
            ("", whole) | (whole, "") if split_parts(whole).count() > 1 => Self::parse(whole),
            // A comma here separates a title from the name.
            (given, family) => {
                let (given, family) = (given.replace(',', " "), family.replace(',', " "));
                Self::from_cells(&take_titles(&given), &take_titles(&family))
            }
        };
        name.title = join_titles(&collapse(title.unwrap_or_default()), name.title.as_deref());
        name
    }

    fn from_cells(given: &Untitled<'_>, family: &Untitled<'_>) -> Self {
        let titles = [given.titles.as_slice(), &family.titles].concat();
        // Some forms ask for the whole name in the field for the given name.
        if let Some(before) = given.words.strip_suffix(family.words.as_slice())
            && !before.is_empty()
            && !family.words.is_empty()
        {
            let (given, family) = move_particles(before.to_vec(), family.words.clone());
            return Self::from_words(&titles, &given, &family);
        }
        if family.words.is_empty() {
            return Self::from_words(&titles, &given.words, &[]);
        }
        let (given, family) = move_particles(given.words.clone(), family.words.clone());
        Self::from_words(&titles, &given, &family)
    }

    fn from_words(titles: &[&str], given: &[&str], family: &[&str]) -> Self {
        Self {
            title: (!titles.is_empty()).then(|| titles.join(" ")),
            given: recase_given(given),
            family: recase_family(family),
        }
    }

    /// Returns whether neither a given nor a family name is known.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }
}

/// Splits at commas, or at semicolons if there is no comma.
fn split_parts(text: &str) -> impl Iterator<Item = &str> {
    let has_comma = text.contains([',', '，']);
    text.split(move |letter| {
        if has_comma {
            matches!(letter, ',' | '，')
        } else {
            letter == ';'
        }
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

/// Splits the words of a name without a comma into given and family name.
fn split_words<'a>(words: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    if words.iter().all(|word| is_in_signs(word)) {
        return split_in_signs(words);
    }
    if let Some((before, capitals, after)) = capitals(words) {
        return ([before, after].concat(), capitals.to_vec());
    }
    let (given, family) = words.split_at(count_of_given(words));
    (given.to_vec(), family.to_vec())
}

/// Splits a name in Chinese, Japanese or Korean characters: the family name comes first, with or without a space.
fn split_in_signs<'a>(words: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    match words {
        [word] => {
            let (family, given) = split_signs(word);
            let given = if given.is_empty() {
                Vec::new()
            } else {
                vec![given]
            };
            (given, vec![family])
        }
        [family, given @ ..] => (given.to_vec(), vec![*family]),
        [] => (Vec::new(), Vec::new()),
    }
}

/// Moves the particles after the given names to the family name: `Heide, Anna von der`.
fn move_particles<'a>(
    mut given: Vec<&'a str>,
    family: Vec<&'a str>,
) -> (Vec<&'a str>, Vec<&'a str>) {
    let mut whole = given.split_off(given.len() - count_of_particles_behind(&given));
    whole.extend(family);
    (given, whole)
}

/// The words before, in and after the capitals of a name.
type Capitals<'w, 'a> = (&'w [&'a str], &'w [&'a str], &'w [&'a str]);

/// Returns the only run of words in capitals at the start or end of other words: the family name in `MÜLLER Anna`.
fn capitals<'w, 'a>(words: &'w [&'a str]) -> Option<Capitals<'w, 'a>> {
    if !words.iter().any(|word| word.contains(is_small)) {
        return None;
    }
    let start = words.iter().position(|word| is_capital_name(word))?;
    let length = words[start..]
        .iter()
        .take_while(|word| is_capital_name(word))
        .count();
    let (before, rest) = words.split_at(start);
    let (capitals, after) = rest.split_at(length);
    let is_at_an_end = before.is_empty() || after.is_empty();
    let is_only_run = !after.iter().any(|word| is_capital_name(word));
    (is_at_an_end && is_only_run).then_some((before, capitals, after))
}

fn is_capital_name(word: &str) -> bool {
    Case::of([word]) == Case::Upper
        && !word.contains('.')
        && !is_suffix(word)
        && !looks_like_initials(word)
}

/// Returns the title column without salutations, plus the titles from the name that it lacks.
fn join_titles(column: &str, found: Option<&str>) -> Option<String> {
    let letters = |word: &str| {
        let mut folded = fold_letters(word);
        folded.retain(char::is_alphanumeric);
        folded
    };
    // A single letter or a dash in the column means a gender or nothing.
    let is_title = letters(column).chars().count() >= 2;
    let column: Vec<&str> = column
        .split(' ')
        .filter(|word| is_title && kind_of(word) != Word::Salutation)
        .collect();
    let lacking = found.unwrap_or_default().split(' ').filter(|word| {
        !word.is_empty() && !column.iter().any(|title| letters(title) == letters(word))
    });
    let titles: Vec<&str> = column.iter().copied().chain(lacking).collect();
    (!titles.is_empty()).then(|| titles.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{PersonName, fold_letters};
    use proptest::prelude::*;

    fn parts(name: &PersonName) -> (&str, &str, &str) {
        let title = name.title.as_deref().unwrap_or_default();
        (title, name.given.as_str(), name.family.as_str())
    }

    #[test]
    fn whole_names_are_read() {
        let cases = [
            ("Anna Müller", ("", "Anna", "Müller")),
            (
                "  Anna\u{a0}Maria \u{200b} Müller\u{202f}",
                ("", "Anna Maria", "Müller"),
            ),
            ("Müller, Anna", ("", "Anna", "Müller")),
            ("Weiß; Jörg", ("", "Jörg", "Weiß")),
            ("Müller", ("", "", "Müller")),
            ("", ("", "", "")),
            ("Anna Müller :)", ("", "Anna", "Müller")),
            ("Müller, Dr. Anna", ("Dr.", "Anna", "Müller")),
            ("Dr. Müller, Anna", ("Dr.", "Anna", "Müller")),
            ("Müller, Anna, Dr.", ("Dr.", "Anna", "Müller")),
            ("Anna Müller, MBA", ("MBA", "Anna", "Müller")),
            ("Prof. Dr. Anna Müller", ("Prof. Dr.", "Anna", "Müller")),
            ("Herr Dr. Weiß", ("Dr.", "", "Weiß")),
            ("Müller, Frau", ("", "", "Müller")),
            ("Anna von der Heide", ("", "Anna", "von der Heide")),
            ("Anna Von Der Heide", ("", "Anna", "Von Der Heide")),
            ("von der Heide, Anna", ("", "Anna", "von der Heide")),
            ("Heide, Anna von der", ("", "Anna", "von der Heide")),
            ("von der Heide", ("", "", "von der Heide")),
            (
                "Karl von und zu Lindenfels",
                ("", "Karl", "von und zu Lindenfels"),
            ),
            (
                "Eva Gräfin von Lindenfels",
                ("", "Eva", "Gräfin von Lindenfels"),
            ),
            ("Eva Graf", ("", "Eva", "Graf")),
            ("Van Morris", ("", "Van", "Morris")),
            ("Luis Ortega y Gómez", ("", "Luis", "Ortega y Gómez")),
            ("Omar al-Hashimi", ("", "Omar", "al-Hashimi")),
            ("Pieter van den Berg", ("", "Pieter", "van den Berg")),
            ("Tom Ben Roth", ("", "Tom Ben", "Roth")),
            ("John Smith Jr.", ("", "John", "Smith Jr.")),
            ("John Smith, Jr.", ("", "John", "Smith Jr.")),
            ("Anna Maria Sen", ("", "Anna Maria", "Sen")),
            (
                "ANNA MÜLLER-LÜDENSCHEIDT",
                ("", "Anna", "Müller-Lüdenscheidt"),
            ),
            ("ANNA VON DER HEIDE", ("", "Anna", "von der Heide")),
            ("HEIDE, ANNA VON DER", ("", "Anna", "von der Heide")),
            ("DR. ANNA MÜLLER", ("DR.", "Anna", "Müller")),
            ("anna müller", ("", "Anna", "Müller")),
            ("A. MÜLLER", ("", "A.", "Müller")),
            ("MÜLLER Anna", ("", "Anna", "Müller")),
            ("Anna MÜLLER", ("", "Anna", "Müller")),
            ("VON DER HEIDE Anna", ("", "Anna", "von der Heide")),
            ("JP Brandt", ("", "JP", "Brandt")),
            ("Sinéad O'Neill", ("", "Sinéad", "O'Neill")),
            ("田中 太郎", ("", "太郎", "田中")),
            ("田中太郎", ("", "太郎", "田中")),
            (
                "Friedrich Graf v. Lindenfels",
                ("", "Friedrich", "Graf v. Lindenfels"),
            ),
            ("Seán Ó Briain", ("", "Seán", "Ó Briain")),
            ("Seán Mac Carthy", ("", "Seán", "Mac Carthy")),
        ];
        for (written, expected) in cases {
            assert_eq!(parts(&PersonName::parse(written)), expected, "{written}");
        }
    }

    #[test]
    fn names_in_the_order_of_a_list_are_read() {
        let cases = [
            ("Müller Anna", ("", "Anna", "Müller")),
            ("Müller Anna Maria", ("", "Anna Maria", "Müller")),
            ("von der Heide Jörg", ("", "Jörg", "von der Heide")),
            (
                "Gräfin von Lindenfels Eva",
                ("", "Eva", "Gräfin von Lindenfels"),
            ),
            ("Ortega y Gómez Luis", ("", "Luis", "Ortega y Gómez")),
            ("Smith Jr. John", ("", "John", "Smith Jr.")),
            ("Van Anh", ("", "Anh", "Van")),
            ("Dr. Müller Anna", ("Dr.", "Anna", "Müller")),
            ("MÜLLER ANNA", ("", "Anna", "Müller")),
            ("Anna MÜLLER", ("", "Anna", "Müller")),
            ("Müller, Anna", ("", "Anna", "Müller")),
            ("Müller", ("", "", "Müller")),
            ("", ("", "", "")),
        ];
        for (written, expected) in cases {
            let name = PersonName::parse_family_first(written);
            assert_eq!(parts(&name), expected, "{written}");
        }
    }

    #[test]
    fn columns_are_read() {
        let cases = [
            ((None, "Anna", "Müller"), ("", "Anna", "Müller")),
            ((Some("Dr."), "Anna", "Müller"), ("Dr.", "Anna", "Müller")),
            ((Some("Herr Dr."), "Jörg", "Weiß"), ("Dr.", "Jörg", "Weiß")),
            ((Some("Frau"), "Anna", "Müller"), ("", "Anna", "Müller")),
            ((Some("-"), "Anna", "Müller"), ("", "Anna", "Müller")),
            (
                (Some("Dr."), "Dr. Anna", "Müller"),
                ("Dr.", "Anna", "Müller"),
            ),
            (
                (Some("Prof."), "Anna", "Dr. Müller"),
                ("Prof. Dr.", "Anna", "Müller"),
            ),
            (
                (Some("Dr. h. c."), "Anna", "Müller"),
                ("Dr. h. c.", "Anna", "Müller"),
            ),
            ((None, "Anna", "Müller, MBA"), ("MBA", "Anna", "Müller")),
            (
                (None, "ANNA", "VON DER HEIDE"),
                ("", "Anna", "von der Heide"),
            ),
            (
                (None, "Anna von der", "Heide"),
                ("", "Anna", "von der Heide"),
            ),
            ((None, "HJ", "SCHMIDT"), ("", "HJ", "Schmidt")),
            ((None, "Anna Roth", "Roth"), ("", "Anna", "Roth")),
            ((None, "Roth", "Roth"), ("", "Roth", "Roth")),
            ((None, "Müller, Anna", ""), ("", "Anna", "Müller")),
            ((None, "", "Müller, Anna"), ("", "Anna", "Müller")),
            ((None, "Anna Maria", ""), ("", "Anna Maria", "")),
            ((None, "", ""), ("", "", "")),
        ];
        for ((title, given, family), expected) in cases {
            let name = PersonName::from_parts(title, given, family);
            assert_eq!(parts(&name), expected, "{title:?} {given} {family}");
        }
    }

    #[test]
    fn a_letter_whose_capital_comes_apart_stays_one_letter() {
        let name = PersonName::parse("ŉ0");
        assert_eq!((name.given.as_str(), name.family.as_str()), ("", "ŉ0"));
        let (given, family) = (fold_letters(&name.given), fold_letters(&name.family));
        assert_eq!(given + &family, fold_letters("ŉ0"));
    }

    proptest! {
        #[test]
        fn reading_keeps_every_letter_that_is_no_title(text in "[ -ɏ]{0,24}|([A-Za-zäöüß.,;'-]{1,8} ){0,5}") {
            let name = PersonName::parse(&text);
            let letters = |text: &str| fold_letters(text).chars().filter(|letter| letter.is_alphanumeric()).count();
            let kept = letters(&name.given) + letters(&name.family);
            prop_assert!(kept <= letters(&text));
            if name.title.is_none() && !text.to_lowercase().contains(['m', 'f', 'h', 's']) {
                prop_assert_eq!(kept, letters(&text), "{:?}", name);
            }
        }

        #[test]
        fn a_name_that_was_read_is_read_the_same_again(
            given in "[A-LN-Z][a-z]{4,8}( [A-LN-Z][a-z]{4,8})?",
            particle in prop::sample::select(vec!["", "von ", "von der ", "de la "]),
            family in "[A-LN-Z][a-z]{4,8}(-[A-LN-Z][a-z]{4,8})?",
        ) {
            let family = format!("{particle}{family}");
            let name = PersonName { title: None, given, family };
            prop_assert_eq!(&PersonName::parse(&format!("{} {}", name.given, name.family)), &name);
            prop_assert_eq!(&PersonName::parse(&format!("{}, {}", name.family, name.given)), &name);
            let loud = PersonName::from_parts(None, &name.given.to_uppercase(), &name.family.to_uppercase());
            prop_assert_eq!(&loud, &name);
        }
    }
}
