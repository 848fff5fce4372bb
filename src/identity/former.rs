//! A former family name next to the current one: `Anna Müller geb. Schmidt`, `Marie Durand (née Petit)`.
//!
//! It is not part of the name, but it is evidence: somebody on file with that name may be the same person. Some of the
//! words that introduce it are family names as well (`Max Born`), so such a word only counts in lower case, with a full
//! stop, or in brackets, and never as the last word.

use super::fold::fold_tokens;

/// Words before a former family name in several languages, folded, one per line.
const WORDS: &str = include_str!("former.txt");

/// Splits a name into the name without the former family name, and that family name; `None` if there is none.
pub fn split_former(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let at = (1..words.len().saturating_sub(1)).find(|&at| announces(&words, at))?;
    let rest = &words[at + 1..];
    // The former name ends with its closing bracket or a comma.
    let ends = |word: &&str| word.ends_with([')', ',', ';']);
    let count = rest
        .iter()
        .position(ends)
        .map_or(rest.len(), |last| last + 1);
    let (former, after) = rest.split_at(count);
    let bare = |it: &[&str]| {
        it.join(" ")
            .trim_matches([' ', '(', ')', ',', ';'])
            .to_owned()
    };
    let former = bare(former);
    // `z domu Nowak`
    let is_of_two = at > 1 && words[at - 1].trim_start_matches('(') == "z";
    let mut before = words[..at - usize::from(is_of_two)].join(" ");
    if after.is_empty() {
        before = bare(&[&before]);
    }
    let name = [before.trim_end_matches([' ', '(']), &after.join(" ")].join(" ");
    let name = name.trim().to_owned();
    (!name.is_empty() && !former.is_empty()).then_some((name, former))
}

fn announces(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let is_marked = word.starts_with('(')
        || word.ends_with('.')
        || word.chars().next().is_some_and(char::is_lowercase);
    is_marked && {
        let folded = fold_tokens(word).concat();
        WORDS.lines().any(|known| known == folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_name_is_taken_off_however_it_is_written() {
        for (written, name, former) in [
            ("Anna Müller geb. Schmidt", "Anna Müller", "Schmidt"),
            ("Anna Müller, geb. Schmidt", "Anna Müller", "Schmidt"),
            ("Anna Müller (geb. Schmidt)", "Anna Müller", "Schmidt"),
            ("Müller geb. Schmidt, Anna", "Müller Anna", "Schmidt"),
            ("Müller, geb. Schmidt, Anna", "Müller, Anna", "Schmidt"),
            ("ANNA MÜLLER GEB. SCHMIDT", "ANNA MÜLLER", "SCHMIDT"),
            ("Marie Durand née Petit", "Marie Durand", "Petit"),
            ("Ewa Kowalska z domu Nowak", "Ewa Kowalska", "Nowak"),
            ("Jane Doe (born van der Berg)", "Jane Doe", "van der Berg"),
            ("Müller geb. Schmidt", "Müller", "Schmidt"),
        ] {
            let expected = (name.to_owned(), former.to_owned());
            assert_eq!(split_former(written), Some(expected), "{written}");
        }
    }

    #[test]
    fn a_name_that_is_such_a_word_stays_a_name() {
        for written in [
            "Max Born",
            "Max Born Schmidt",
            "Born, Max",
            "geb. Schmidt",
            "Anna geb.",
        ] {
            assert_eq!(split_former(written), None, "{written}");
        }
    }

    #[test]
    fn the_words_are_folded_and_differ() {
        let words: Vec<&str> = WORDS.lines().collect();
        for word in &words {
            assert_eq!(fold_tokens(word).concat(), *word);
            assert_eq!(words.iter().filter(|it| it == &word).count(), 1, "{word}");
        }
    }
}
