//! Several people in one text: `Anna Müller und Ben Brandt`.

use super::fold::{collapse, fold_tokens};
use super::frequency;
use super::marks::strip_marks;
use super::nicknames;
use super::particles::is_particle;
use super::titles::{Word, kind_of};

/// Words and signs between two people, surrounded by spaces.
const JOINERS: &[&str] = &[
    "und", "and", "u.", "&", "+", "/", "et", "og", "och", "oraz", "sowie", "plus", "mit", "with",
];

/// Returns whether a written name is that of several people: joined by a word or sign between two capitalised words, or
/// on separate lines. `von und zu` and `Ortega y Gómez` are one name.
pub fn names_several(text: &str) -> bool {
    if !may_name_several(text) {
        return false;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_full = |line: &str| line.split_whitespace().filter(|word| is_name(word)).count() > 1;
    if lines.clone().count() > 1 && lines.clone().all(is_full) {
        return true;
    }
    let name = strip_marks(&collapse(text)).name;
    if name.split('/').count() > 1 && name.split('/').all(is_full) {
        return true;
    }
    if is_list(&name, ';', 2) || is_list(&name, ',', 3) || is_pair(&name) {
        return true;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let is_joined = words.windows(3).any(|three| {
        let is_title = kind_of(three[0]) == Word::Title;
        JOINERS.contains(&three[1]) && is_name(three[0]) && !is_title && is_name(three[2])
    });
    // `Anna Müller +1`
    let brings_others = words.iter().skip(1).any(|word| {
        word.strip_prefix('+').is_some_and(|number| {
            number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit())
        })
    });
    is_joined || (brings_others && words.iter().any(|word| is_name(word)))
}

/// Whether a text is a list of at least so many names of several words: `Anna Berg; Ben Colm`.
fn is_list(text: &str, sign: char, least: usize) -> bool {
    let parts = || text.split(sign).map(str::trim);
    let is_whole = |part: &str| {
        let words = part.split_whitespace().filter(|word| is_name(word));
        words.count() > 1
    };
    parts().count() >= least && parts().all(is_whole)
}

/// Whether a text is two names with a comma between them: `Anna Berg, Ben Colm`. `García López, Ana María` is one, since
/// neither of the first words is a given name.
fn is_pair(text: &str) -> bool {
    let Some((one, other)) = text.split_once(',') else {
        return false;
    };
    let begins_with_given = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.len() > 1
            && words.iter().all(|word| is_name(word))
            && is_given_name(words[0])
            && !is_given_name(words[words.len() - 1])
    };
    begins_with_given(one) && begins_with_given(other)
}

/// Whether a word is a given name, or a short form of one.
fn is_given_name(word: &str) -> bool {
    let folded = fold_tokens(word).concat();
    frequency::is_given_name(&folded) || nicknames::kin(&folded).is_some()
}

/// Whether a text needs checking at all; nearly all names do not.
fn may_name_several(text: &str) -> bool {
    text.contains(['&', '+', '/', '\n', '\r', ';'])
        || text.contains(',') && text.split_whitespace().count() > 3
        || JOINERS.iter().any(|joiner| {
            text.match_indices(joiner)
                .any(|(at, _)| text[..at].ends_with(char::is_whitespace))
        })
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && !is_particle(word)
}

#[cfg(test)]
mod tests {
    use super::names_several;

    #[test]
    fn several_people_are_told_from_one() {
        for written in [
            "Anna Müller und Ben Brandt",
            "Anna und Ben Müller",
            "Anna Müller & Dr. Ben Brandt",
            "Anna Müller / Ben Brandt",
            "Anna Müller/Ben Brandt",
            "Anna Müller + Ben Brandt",
            "Anna Müller u. Ben Brandt",
            "Anna Müller and Ben Brandt",
            "Anna Müller\nBen Brandt",
            "Anna Müller +1",
            "Anna Müller, Peter Brandt",
            "Müller, Anna; Brandt, Peter",
            "Anna Müller, Dora Brandt, Emil Colm",
            "Anna Müller et Pierre Brandt",
            "Herr und Frau Müller",
        ] {
            assert!(names_several(written), "{written}");
        }
        for written in [
            "Anna Müller",
            "Anna\nMüller",
            "Karl von und zu Lindenfels",
            "KARL VON UND ZU LINDENFELS",
            "Luis Ortega y Gómez",
            "García López, Ana María",
            "von der Heide, Anna Maria",
            "Müller, Prof. Dr. Anna",
            "Müller-Lüdenscheidt, Anna Sophie Charlotte",
            "Jordi Puig i Cadafalch",
            "Anna Müller she/her",
            "Anna Müller (Leitung und Verwaltung)",
            "Prof. u. Dr. Anna Müller",
            "Gudrun Sand",
            "+49 30 1234567",
        ] {
            assert!(!names_several(written), "{written}");
        }
    }
}
