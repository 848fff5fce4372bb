//! Capitals in names: recognised where the writer used them, restored where not.

use super::fold::fold_letters;
use super::particles::{is_particle, is_suffix};

/// How a text uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// All letters are capitals, and at least one word has two.
    Upper,
    /// No letter is a capital.
    Lower,
    /// Both occur, or the script has no case.
    Mixed,
}

impl Case {
    /// Returns how the words use capitals, taken as a whole.
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut longest, mut lower) = (0, 0);
        for word in words {
            let upper_here = word.chars().filter(|letter| letter.is_uppercase()).count();
            longest = longest.max(upper_here);
            lower += word.chars().filter(|letter| is_small(*letter)).count();
        }
        match (longest, lower) {
            (2.., 0) => Self::Upper,
            (0, 1..) => Self::Lower,
            _ => Self::Mixed,
        }
    }
}

/// Returns whether the letter is a lower-case one with a capital in common use: neither `ß` (`WEIß`) nor a Georgian
/// letter.
pub(super) fn is_small(letter: char) -> bool {
    letter.is_lowercase() && letter != 'ß' && !matches!(letter, '\u{10D0}'..='\u{10FF}')
}

/// Two capitals without a vowel are initials (`JP Brandt`), except for the family name `Ng`.
pub(super) fn looks_like_initials(word: &str) -> bool {
    let folded = fold_letters(word);
    folded.chars().count() == 2
        && folded != "ng"
        && !folded.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Joins the words of given names, and restores capitals if all words had the same case.
pub(super) fn recase_given(words: &[&str]) -> String {
    let is_upper = Case::of(words.iter().copied()) == Case::Upper;
    recase(words, |_, word| {
        if is_upper && looks_like_initials(word) {
            word.to_owned()
        } else {
            capitalize(word)
        }
    })
}

/// Joins the words of a family name in the same way; its particles become lower case.
pub(super) fn recase_family(words: &[&str]) -> String {
    let last = words.len().saturating_sub(1);
    recase(words, |index, word| {
        let is_small_word = is_particle(word) || word.eq_ignore_ascii_case("y");
        if index < last && is_small_word && !stays_capital(word) {
            word.to_lowercase()
        } else {
            capitalize(word)
        }
    })
}

fn recase(words: &[&str], recased: impl Fn(usize, &str) -> String) -> String {
    let case = Case::of(words.iter().copied());
    let words = words.iter().enumerate().map(|(index, word)| {
        let keeps = case == Case::Mixed || (case == Case::Upper && is_roman(word));
        if keeps {
            (*word).to_owned()
        } else {
            recased(index, word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `Mc` and `St.` have a capital even in the middle of a name.
fn stays_capital(word: &str) -> bool {
    matches!(
        fold_letters(word).trim_end_matches('.'),
        "mc" | "mac" | "st"
    )
}

fn is_roman(word: &str) -> bool {
    is_suffix(word) && word.chars().all(|letter| matches!(letter, 'I' | 'V'))
}

/// Capitalises a word: `MÜLLER-LÜDENSCHEIDT` becomes `Müller-Lüdenscheidt`, `O'NEILL` becomes `O'Neill`, `MCDONALD`
/// becomes `McDonald`, `AL-HASHIMI` becomes `al-Hashimi`.
fn capitalize(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    let letters = word.chars().count();
    // The number of letters since the last hyphen or similar.
    let mut length = 0;
    let mut begins = true;
    for letter in word.chars() {
        match letter {
            // Its upper case would be two characters, an apostrophe and an `N`.
            'ŉ' => text.push(letter),
            _ if begins => text.extend(letter.to_uppercase()),
            // Its lower case would keep the dot as a separate character.
            'İ' => text.push('i'),
            _ => text.extend(letter.to_lowercase()),
        }
        let parts = matches!(letter, '-' | '‐' | '‑' | '–' | '.' | '(' | '/')
            || (matches!(letter, '\'' | '’') && length == 1);
        if parts {
            length = 0;
            begins = true;
        } else if letter.is_alphabetic() {
            length += 1;
            begins = length == 2 && letters >= 5 && text.ends_with("Mc");
        }
    }
    for article in ["Al-", "El-"] {
        if let Some(rest) = text.strip_prefix(article) {
            return format!("{}{rest}", article.to_lowercase());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Case, recase_family, recase_given};

    #[test]
    fn names_in_one_case_get_their_capitals() {
        let cases = [
            ("MÜLLER-LÜDENSCHEIDT", "Müller-Lüdenscheidt"),
            ("VON DER HEIDE", "von der Heide"),
            ("o'neill", "O'Neill"),
            ("MCDONALD", "McDonald"),
            ("MC DONALD", "Mc Donald"),
            ("AL-HASHIMI", "al-Hashimi"),
            ("WEIß", "Weiß"),
            ("İPEKÇİ", "İpekçi"),
            ("SMITH III", "Smith III"),
            ("VON", "Von"),
        ];
        for (written, expected) in cases {
            let words: Vec<&str> = written.split(' ').collect();
            assert_eq!(recase_family(&words), expected, "{written}");
        }
    }

    #[test]
    fn capitals_the_writer_gave_stay() {
        for written in [
            "de Maizière",
            "DiCaprio",
            "J.P.",
            "A",
            "JP",
            "გიორგი",
            "田中",
        ] {
            assert_eq!(recase_given(&[written]), written);
        }
    }

    #[test]
    fn a_single_capital_says_nothing_about_the_case() {
        assert_eq!(Case::of(["A."]), Case::Mixed);
        assert_eq!(Case::of(["A.", "MÜLLER"]), Case::Upper);
        assert_eq!(Case::of(["anna"]), Case::Lower);
    }
}
