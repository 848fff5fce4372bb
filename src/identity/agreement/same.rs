//! Whether two names are equal apart from their order or spaces.

use super::folded_name::FoldedView;

/// Whether both names have the same tokens, in any order.
pub(super) fn is_same(a: FoldedView<'_>, b: FoldedView<'_>) -> bool {
    fn sorted(view: FoldedView<'_>) -> Vec<&str> {
        let mut tokens: Vec<&str> = view.given_tokens().chain(view.whole_family()).collect();
        tokens.sort_unstable();
        tokens
    }
    let length = |view: FoldedView<'_>| view.given.len() + view.family.len();
    a == b || (length(a).abs_diff(length(b)) <= 1 && sorted(a) == sorted(b)) || is_joined(a, b)
}

/// Whether two names differ only in spaces and share at least one word: `Van den Berghe` and `Vandenberghe`, or
/// `Min-jun` and `Minjun`, with the same other name.
///
/// Without a shared word the space could separate family and given name: `Jan Nabel`, `Janna Bel`.
pub(in super::super) fn is_joined(a: FoldedView<'_>, b: FoldedView<'_>) -> bool {
    let words = |view: FoldedView<'_>| all(view).count();
    let (few, many) = if words(a) <= words(b) { (a, b) } else { (b, a) };
    if words(few) == words(many) || words(few) < 2 {
        return false;
    }
    let letters = |view: FoldedView<'_>| all(view).map(str::len).sum::<usize>();
    if letters(few) != letters(many) {
        return false;
    }
    let mut rest = Vec::with_capacity(4);
    rest.extend(all(many).map(Some));
    let mut joined = None;
    for word in all(few) {
        if let Some(equal) = rest.iter_mut().find(|other| **other == Some(word)) {
            *equal = None;
        } else if joined.replace(word).is_some() {
            return false;
        }
    }
    let Some(mut joined) = joined else {
        return false;
    };
    let mut longest = 0;
    for word in rest.into_iter().flatten() {
        longest = longest.max(word.len());
        let Some(behind) = joined.strip_prefix(word) else {
            return false;
        };
        joined = behind;
    }
    // `JP` and `J. P.` are not names.
    joined.is_empty() && longest > 2
}

/// Whether two parts of a name have the same letters: `el sayed`, `elsayed`.
pub(super) fn is_one_word(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.bytes().filter(|letter| *letter != b' ').count();
    (one.contains(' ') || other.contains(' '))
        && letters(one) == letters(other)
        && one
            .chars()
            .filter(|letter| *letter != ' ')
            .eq(other.chars().filter(|letter| *letter != ' '))
}

fn all(view: FoldedView<'_>) -> impl Iterator<Item = &str> + Clone {
    view.given_tokens().chain(view.whole_family())
}

#[cfg(test)]
mod tests {
    use super::super::folded_name::FoldedName;
    use super::*;
    use crate::identity::PersonName;

    fn joined(one: &str, other: &str) -> bool {
        let folded = |text: &str| FoldedName::of(&PersonName::parse(text));
        let (one, other) = (folded(one), folded(other));
        let found = is_joined(one.view(), other.view());
        assert_eq!(found, is_joined(other.view(), one.view()));
        found
    }

    #[test]
    fn a_blank_more_is_the_same_name_beside_an_equal_word() {
        for (one, other) in [
            ("Dirk Vandenberghe", "Dirk Van den Berghe"),
            ("Ayşe Gül Çelik", "Aysegül Celik"),
            ("Xiao-Ming LI", "Li Xiaoming"),
            ("Seo-yeon Park", "Park Seoyeon"),
            ("Ahmed Abd el-Rahman", "Ahmed Abdelrahman"),
            ("Sean Mac Carthy", "Seán MacCarthy"),
        ] {
            assert!(joined(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Jan Nabel", "Janna Bel"),
            ("Ming-Xiao Li", "Xiaoming Li"),
            ("Anna Müller", "Annamüller"),
            ("J. P. Brandt", "JP Brandt"),
            ("Anna Maria Roth", "Anna Roth"),
            ("Anna Roth", "Anna Roth"),
        ] {
            assert!(!joined(one, other), "{one} / {other}");
        }
    }
}
