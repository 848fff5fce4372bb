//! Folds written text: case, accents, and the German spellings of umlauts.
//!
//! # Umlauts
//!
//! `ü`, `ue` and `u` fold to `u`, and likewise for `ö` and `ä`, because a list written on a foreign keyboard says
//! `Muller` and a mail system says `Mueller`. The two letters `ae`, `oe`, `ue` are only folded where they can be an
//! umlaut; they stay
//!
//! - after a vowel or `q`: `Bauer` is not `Baur`, `Jacqueline` (but `oe` after `o` folds: `Bioökonomie`),
//! - at the end of a word: `Zoe`, `Sue`, `Mae`,
//! - before a final `l`: `Michael` is not `Michał`, `Joel`, `Noel`, `Manuel` (but `Guel` is `Gül`),
//! - before a vowel or a final `y`: `Joey` is not `Joy` (but `aeu` is `äu`: `Haeussler`),
//! - `ae` and `ue` before any `y`: `Maeyer` is not `Mayer`,
//! - `ae` before `z`: `Paez` is not `Paz`,
//! - in the words of [`NO_UMLAUT`].
//!
//! `Gruner` and `Grüner` are joined nevertheless, since the dots may have been lost.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::script::{Style, in_latin};

/// Stems in which the two vowels are pronounced separately.
const NO_UMLAUT: [&str; 12] = [
    "michael", "mikael", "rafael", "raphael", "samuel", "manuel", "israel", "noemi",
    // The `u` in Guérin and Rodríguez is silent.
    "guerin", "guerr", "guev", "guez",
];

/// Whole words in which `ue` is two vowels: `Hueber` is not `Huber`.
const NO_UMLAUT_WORDS: [&str; 2] = ["hueber", "lueger"];

/// Returns whether the character is invisible and does not separate words: zero width, direction marks, the soft
/// hyphen.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// Returns the text with single spaces: every run of whitespace (including no-break spaces) becomes one space,
/// invisible characters and whitespace at the ends are removed.
pub(super) fn collapse(text: &str) -> String {
    // Most name cells are one plain word.
    if text
        .chars()
        .all(|letter| letter.is_ascii_graphic() || is_plain_letter(letter))
    {
        return text.to_owned();
    }
    let mut collapsed = String::with_capacity(text.len());
    for word in text
        .split(|character: char| character.is_whitespace() || character.is_control())
        .map(|word| word.trim_matches(is_invisible))
        .filter(|word| !word.is_empty())
    {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.extend(word.chars().filter(|character| !is_invisible(*character)));
    }
    collapsed
}

/// Returns whether the character joins rather than separates: `O'Neill` is one word, and so is `M?ller` with its lost
/// letter.
pub(super) fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '?' | '\u{FFFD}'
    )
}

/// Returns the text in lower case without accents; everything except letters is unchanged.
pub(super) fn fold_letters(text: &str) -> String {
    // The same as below, without table lookups, since ASCII has no accents.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    // Nor are they needed for the usual German letters.
    if text.chars().all(is_ascii_or_german) {
        for character in text.chars() {
            match character {
                'ä' | 'Ä' => folded.push('a'),
                'ö' | 'Ö' => folded.push('o'),
                'ü' | 'Ü' => folded.push('u'),
                'ß' => folded.push_str("ss"),
                other => folded.push(other.to_ascii_lowercase()),
            }
        }
        return folded;
    }
    let mut joiners = 0;
    for character in text.nfkd() {
        if matches!(character, '\u{0300}'..='\u{036F}') || is_invisible(character) {
            continue;
        }
        joiners += usize::from(is_joiner(character));
        for lower in character.to_lowercase() {
            match lower {
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                'ł' => folded.push('l'),
                'ø' => folded.push('o'),
                'đ' | 'ð' => folded.push('d'),
                'ı' => folded.push('i'),
                'ħ' => folded.push('h'),
                'ŧ' => folded.push('t'),
                'ŋ' => folded.push('n'),
                'ə' => folded.push('a'),
                'ς' => folded.push('σ'),
                '\u{0300}'..='\u{036F}' => {}
                other => folded.push(other),
            }
        }
    }
    // `ŉ` and full-width characters decompose into joiners that were not there to be removed before.
    if joiners > text.chars().filter(|it| is_joiner(*it)).count() {
        folded.retain(|it| !is_joiner(it));
    }
    folded
}

/// Returns whether the character is a letter that neither separates nor joins.
fn is_plain_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || (!character.is_ascii() && is_ascii_or_german(character))
}

fn is_ascii_or_german(character: char) -> bool {
    character.is_ascii() || matches!(character, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ß')
}

/// Returns whether the character belongs to a word.
pub(super) fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Returns the word, in folded letters, with `ae`, `oe`, `ue` as `a`, `o`, `u` where they can be umlauts (see the
/// module).
pub(super) fn fold_umlauts(word: &str) -> String {
    let stays = !has_two_letters(word)
        || NO_UMLAUT.iter().any(|stem| word.contains(stem))
        || NO_UMLAUT_WORDS.contains(&word);
    if stays {
        return word.to_owned();
    }
    let letters: Vec<char> = word.chars().collect();
    let mut folded = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        folded.push(letter);
        at += if is_umlaut(&letters, at) { 2 } else { 1 };
    }
    folded
}

/// Returns whether a word contains `ae`, `oe` or `ue`.
fn has_two_letters(word: &str) -> bool {
    let mut before = 0;
    word.bytes().any(|letter| {
        let found = letter == b'e' && matches!(before, b'a' | b'o' | b'u');
        before = letter;
        found
    })
}

/// Returns whether the two letters at `at` can be an umlaut.
fn is_umlaut(letters: &[char], at: usize) -> bool {
    let letter = letters[at];
    if !matches!(letter, 'a' | 'o' | 'u') || letters.get(at + 1) != Some(&'e') {
        return false;
    }
    let before = at.checked_sub(1).map(|before| letters[before]);
    let is_last = |index: usize| index + 1 == letters.len();
    let after_allows = match letters.get(at + 2) {
        None | Some('a' | 'e' | 'i' | 'o') => false,
        Some('u') => letter == 'a',
        // `Hoeyer` is Høyer; `Maeyer` is a separate name.
        Some('y') => letter == 'o' && !is_last(at + 2),
        Some('l') => !is_last(at + 2) || (letter == 'u' && at == 1),
        Some('z') => letter != 'a',
        Some(_) => true,
    };
    let before_allows = match before {
        Some('o') => letter == 'o',
        Some('a' | 'e' | 'i' | 'u' | 'q') => false,
        _ => true,
    };
    after_allows && before_allows
}

/// Returns the folded words of a name in order: `Müller-Lüdenscheidt` is two words, `O'Neill` one, `J.P.` two. Titles
/// are treated like other words.
pub fn fold_tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    // Most name cells are one plain word.
    if !text.is_empty() && text.chars().all(is_plain_letter) {
        tokens.push(fold_umlauts(&fold_letters(text)));
        return tokens;
    }
    let mut word = String::new();
    let joined: String = text
        .chars()
        .filter(|character| !is_joiner(*character))
        .collect();
    for character in fold_letters(&joined).chars() {
        if is_word_character(character) {
            word.push(character);
        } else if !word.is_empty() {
            tokens.push(fold_umlauts(&word));
            word.clear();
        }
    }
    if !word.is_empty() {
        tokens.push(fold_umlauts(&word));
    }
    tokens
}

/// Returns the words of a person's name: folded like any words, in Latin letters where possible (see
/// [`super::script`]), and with the rules that only names have.
///
/// - `dj` is `đ` at the beginning and after an `r`: `Djordje` is Đorđe; `Djamel` and `Nadja` stay.
/// - `aa` is `å` in words that are Scandinavian by their letters: `Kierkegaard`, `Aage`; not `Haas`.
/// - `Mª` is María.
pub(super) fn fold_name(text: &str, style: Style) -> Vec<String> {
    let latin = in_latin(text, style);
    let mut words = if latin.contains('ª') {
        fold_tokens(&latin.replace("M.ª", "María").replace("Mª", "María"))
    } else {
        fold_tokens(&latin)
    };
    for word in &mut words {
        if has_pair(word) {
            *word = fold_pairs(word);
        }
    }
    words
}

/// Whether a word contains `dj` or `aa`.
fn has_pair(word: &str) -> bool {
    let mut before = 0;
    word.bytes().any(|letter| {
        let found = matches!((before, letter), (b'd', b'j') | (b'a', b'a'));
        before = letter;
        found
    })
}

/// Parts of words in which `aa` is one letter in Danish and Norwegian.
const LONG_A: &[&str] = &[
    "gaard", "haakon", "haavard", "baard", "paal", "aage", "aase", "aakre", "aashild", "staale",
    "skaar", "vaage",
];

fn fold_pairs(word: &str) -> String {
    let mut folded = word.to_owned();
    if LONG_A.iter().any(|part| word.contains(part)) {
        folded = folded.replace("aa", "a");
    }
    if let Some(rest) = folded.strip_prefix("dj")
        && !rest.starts_with(['a', 'e', 'i'])
    {
        folded = format!("d{rest}");
    }
    folded.replace("rdj", "rd")
}

#[cfg(test)]
mod tests {
    use super::{collapse, fold_letters, fold_name, fold_tokens, fold_umlauts};
    use crate::identity::script::Style;
    use proptest::prelude::*;

    #[test]
    fn accents_and_umlauts_fold() {
        let cases = [
            ("Müller", "muller"),
            ("Mu\u{308}ller", "muller"),
            ("Mueller", "muller"),
            ("MUELLER", "muller"),
            ("Weiß", "weiss"),
            ("Łukasz", "lukasz"),
            ("Sørensen", "sorensen"),
            ("Soerensen", "sorensen"),
            ("Đorđe", "dorde"),
            ("Yıldız", "yildiz"),
            ("İpek", "ipek"),
            ("Özdemir", "ozdemir"),
            ("Oezdemir", "ozdemir"),
            ("Häußler", "haussler"),
            ("Haeussler", "haussler"),
            ("Baeuerle", "bauerle"),
            ("Bäuerle", "bauerle"),
            ("Buehl", "buhl"),
            ("Guel", "gul"),
            ("Yueksel", "yuksel"),
            ("Bioökonomie", "biookonomie"),
            ("Biooekonomie", "biookonomie"),
            ("O'Neill", "oneill"),
            ("O’Neill", "oneill"),
            ("ガ", "カ\u{3099}"),
        ];
        for (written, folded) in cases {
            assert_eq!(fold_tokens(written), [folded], "{written}");
        }
    }

    #[test]
    fn letters_of_names_fold() {
        for (written, folded) in [
            ("Djordje", "dorde"),
            ("Đorđe", "dorde"),
            ("Ђорђе", "dorde"),
            ("Djokovic", "dokovic"),
            ("Đoković", "dokovic"),
            ("Djamel", "djamel"),
            ("Nadja", "nadja"),
            ("Kierkegaard", "kierkegard"),
            ("Kierkegård", "kierkegard"),
            ("Aage", "age"),
            ("Åge", "age"),
            ("Haas", "haas"),
            ("Mª", "maria"),
            ("М", "m"),
        ] {
            assert_eq!(
                fold_name(written, Style::of(written, "")),
                [folded],
                "{written}"
            );
        }
    }

    #[test]
    fn two_vowels_that_are_no_umlaut_stay() {
        for name in [
            "bauer",
            "neuer",
            "feuer",
            "jacqueline",
            "queck",
            "zoe",
            "sue",
            "mae",
            "michael",
            "michaela",
            "raphael",
            "joel",
            "noel",
            "noemi",
            "manuel",
            "manuela",
            "samuel",
            "joey",
            "paez",
            "hueber",
            "laue",
            "ouedraogo",
        ] {
            assert_eq!(fold_umlauts(name), name);
        }
    }

    #[test]
    fn words_part_at_hyphens_and_dots() {
        assert_eq!(
            fold_tokens("Müller-Lüdenscheidt"),
            ["muller", "ludenscheidt"]
        );
        assert_eq!(fold_tokens("J.P. Brandt"), ["j", "p", "brandt"]);
        assert!(fold_tokens(" -- ").is_empty());
    }

    #[test]
    fn blanks_of_every_kind_collapse() {
        assert_eq!(
            collapse("\u{feff} Anna\u{a0}\u{202f}Mül\u{ad}ler\t\u{200b} "),
            "Anna Müller"
        );
    }

    proptest! {
        #[test]
        fn a_plain_word_folds_as_it_does_among_others(text in "[a-zA-ZäöüÄÖÜß]{1,10}|[aeou]{1,6}") {
            let mut accented = fold_letters(&format!("{text}é"));
            prop_assert_eq!(accented.pop(), Some('e'));
            prop_assert_eq!(fold_letters(&text), accented);
            prop_assert_eq!(fold_tokens(&text), fold_tokens(&format!("{text} ")));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,16}|[aeouylqmhb]{0,10}") {
            let folded = fold_letters(&text);
            prop_assert_eq!(&fold_letters(&folded), &folded);
            let bare = fold_umlauts(&folded);
            prop_assert_eq!(&fold_umlauts(&bare), &bare);
            let collapsed = collapse(&text);
            prop_assert_eq!(&collapse(&collapsed), &collapsed);
        }
    }
}
