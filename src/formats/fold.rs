//! The one folding: every comparison of headings, words and labels uses it.
//!
//! There are three strengths, each of which keeps what the next one removes:
//!
//! * [`plain`] keeps punctuation. Headings of a described family are compared with it: `attendee name: given name` is
//!   not `attendee name given name`.
//! * [`label`] keeps accents. The sessions of one event may be called `Käsebar` and `Kasebar`.
//! * [`words`] keeps only letters and digits, without accents. The vocabulary is compared with it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::identity::fold_tokens;

/// Returns a text in lower case, with collapsed spaces and without a byte-order mark; an umlaut is one letter, however
/// it was typed.
pub fn plain(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.trim_start_matches('\u{feff}').split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        // Most words are ASCII, and Unicode tables are slow.
        if word.is_ascii() {
            folded.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            folded.push_str(&word.nfc().collect::<String>().to_lowercase());
        }
    }
    folded
}

/// Returns the letters and digits of a text in lower case, with single spaces in between.
pub fn label(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        add_to_label(letter, &mut folded);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Appends the next letter of a text to its label, for a reader that looks at every prefix of the text.
pub fn add_to_label(letter: char, label: &mut String) {
    if letter.is_alphanumeric() {
        label.extend(letter.to_lowercase());
    } else if is_combining_mark(letter) && label.ends_with(char::is_alphanumeric) {
        // Text from a Mac may encode an accent as a separate character: the word continues.
        label.push(letter);
    } else if !label.ends_with(' ') && !label.is_empty() {
        label.push(' ');
    }
}

/// Returns the words of a text: lower case, without accents, split at everything that is not a letter or digit.
pub fn words(text: &str) -> Vec<String> {
    let parted: String = text
        .chars()
        .map(|letter| if is_part_of_word(letter) { letter } else { ' ' })
        .collect();
    fold_tokens(&parted)
}

/// Returns a heading without the markup that form tools put into it: `<strong>Vorname</strong>`.
pub fn without_markup(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    let mut rest = heading;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        text.push_str(before);
        match tag.find('>') {
            Some(close) if close < 40 => rest = &tag[close + 1..],
            _ => {
                text.push('<');
                rest = &tag[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn is_part_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_strength_keeps_what_the_next_takes_away() {
        let text = "\u{feff}Käse-Bar:\u{a0} GRÖSSE";
        assert_eq!(plain(text), "käse-bar: grösse");
        assert_eq!(label(text), "käse bar grösse");
        assert_eq!(words(text), ["kase", "bar", "grosse"]);
    }

    #[test]
    fn an_umlaut_of_two_signs_is_the_letter() {
        assert_eq!(plain("Mu\u{308}ller"), plain("MÜLLER"));
        assert_eq!(words("Mu\u{308}ller"), words("Müller"));
        assert_eq!(
            label("Mu\u{308}ller"),
            "mu\u{308}ller",
            "the label is one word"
        );
    }
}
