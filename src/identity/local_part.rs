//! Decides whether the local part of an address only consists of its owner's name.

use super::address::{address_domain, is_free_mail_domain};
use super::agreement::FoldedView;
use super::fold::fold_tokens;
use super::keyed_name::KeyedName;

/// The longest local part that is checked, in letters without its separators.
const LONGEST: usize = 40;

/// The maximum number of a name's words that are checked.
const MOST_WORDS: usize = 6;

/// Whether two people of one name may be the same, judging by their addresses: one of them has none, or they share an
/// address, or they have addresses at one organisation's domain that are made of only the name.
pub fn are_addresses_of_one(name: &KeyedName, one: &[String], other: &[String]) -> bool {
    if one.is_empty() || other.is_empty() {
        return true;
    }
    let is_own = |address: &str| !is_free_mail_domain(address_domain(address));
    one.iter().any(|address| {
        other.iter().any(|second| {
            address == second
                || (is_own(address)
                    && address_domain(address) == address_domain(second)
                    && is_made_of_name(address, name.folded.view())
                    && is_made_of_name(second, name.folded.view()))
        })
    })
}

/// Whether the part of an address before the `@` is made of only a name: its words, or their beginnings, each once and
/// in any order (`anna.mueller`, `amueller`, `mueller-a`, `a`). A number or another word is more than the name.
pub(super) fn is_made_of_name(address: &str, name: FoldedView<'_>) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    let letters: String = fold_tokens(local).concat();
    let words: Vec<&str> = name.tokens().take(MOST_WORDS).collect();
    !letters.is_empty() && letters.len() <= LONGEST && is_made_of(&letters, &words)
}

fn is_made_of(letters: &str, words: &[&str]) -> bool {
    if letters.is_empty() {
        return true;
    }
    words.iter().enumerate().any(|(at, word)| {
        let shared = word
            .char_indices()
            .zip(letters.chars())
            .take_while(|((_, one), other)| one == other)
            .map(|((start, letter), _)| start + letter.len_utf8());
        let ends: Vec<usize> = shared.collect();
        let mut others = words.to_vec();
        others.remove(at);
        // Try the longest beginning first: most addresses contain whole words.
        ends.iter()
            .rev()
            .any(|&end| is_made_of(&letters[end..], &others))
    })
}

#[cfg(test)]
mod tests {
    use super::super::agreement::FoldedName;
    use super::*;

    #[test]
    fn a_local_part_of_the_name_says_no_more() {
        let name = FoldedName::new("Anna Maria", "Müller-Roth");
        for (local, expected) in [
            ("anna.mueller-roth", true),
            ("anna.muller", true),
            ("a.mueller", true),
            ("amueller", true),
            ("mueller_a", true),
            ("mueller", true),
            ("am", true),
            ("anna.mueller2", false),
            ("anna.mueller.ext", false),
            ("anna.schmidt", false),
            ("annaanna", false),
            ("", false),
        ] {
            let address = format!("{local}@example.org");
            assert_eq!(is_made_of_name(&address, name.view()), expected, "{local}");
        }
    }
}
