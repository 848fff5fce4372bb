//! Sorts names in the order that a German reader expects.
//!
//! Sorting by bytes puts Ä after Z and "van" after "Zimmer". The Unicode collation of the locale puts Ä next to A, and
//! compares digits as numbers, so that "Session 2" comes before "Session 10". This is the order of DIN 5007-1, which
//! Excel uses; the order of telephone books, ä = ae, is not used.
//!
//! Texts that the collation considers equal are compared by their bytes, so that the same texts are always in the same
//! order.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::locale;

use super::Language;

/// Compares texts as readers of a language expect; created once and used for every list.
#[derive(Debug)]
pub struct Collator(CollatorBorrowed<'static>);

impl Collator {
    /// Returns the order of `language`.
    pub fn new(language: Language) -> Self {
        // English, for a language without a collation, such as one made up for tests.
        let locale = language.code().parse().unwrap_or(locale!("en"));
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .expect("the collation of every language is compiled in");
        Self(collator)
    }

    /// Compares two texts; equal means the same bytes.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right).then_with(|| left.cmp(right))
    }

    /// Sorts by the text that `text_of` returns for each item; items with the same text keep their order.
    ///
    /// For names, see [`name_key`].
    pub fn sort_by_text<T, K: AsRef<str>>(&self, items: &mut [T], text_of: impl Fn(&T) -> K) {
        items.sort_by_cached_key(|item| {
            let text = text_of(item);
            let mut key = Vec::new();
            // Writing to a vector cannot fail.
            let Ok(()) = self.0.write_sort_key_to(text.as_ref(), &mut key);
            (key, text.as_ref().to_owned())
        });
    }
}

/// Returns the sorting key of a person: family name first, then given name.
///
/// A tab sorts before everything that names contain, so "Meyer, Zoe" comes before "Meyer zu Hausen, Anna"; a comma
/// between the two would reverse that.
pub fn name_key(family_name: &str, given_name: &str) -> String {
    format!("{family_name}\t{given_name}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted<'a>(texts: &[&'a str]) -> Vec<&'a str> {
        let mut texts = texts.to_vec();
        Collator::new(Language::De).sort_by_text(&mut texts, |text| *text);
        texts
    }

    #[test]
    fn accents_and_case_come_after_letters() {
        assert_eq!(
            sorted(&[
                "Zimmer", "Öztürk", "Muller", "van Dyk", "Müller", "Ärzte", "Arendt", "Łukasz",
                "Lang", "müller", "Strasse", "Straße", "Oz",
            ]),
            [
                "Arendt", "Ärzte", "Lang", "Łukasz", "Muller", "müller", "Müller", "Oz", "Öztürk",
                "Strasse", "Straße", "van Dyk", "Zimmer",
            ]
        );
    }

    #[test]
    fn numbers_count() {
        assert_eq!(
            sorted(&["Session 10", "Session 2", "Session 1"]),
            ["Session 1", "Session 2", "Session 10"]
        );
    }

    #[test]
    fn a_family_name_comes_before_longer_ones() {
        let people = [
            ("Meyer zu Hausen", "Anna"),
            ("Meyer-Lang", "Anna"),
            ("Meyer", "Zoe"),
            ("Meyer", "Äneas"),
            ("Meyerhof", "Anna"),
        ];
        let mut sorted = people;
        let collator = Collator::new(Language::De);
        collator.sort_by_text(&mut sorted, |(family, given)| name_key(family, given));
        assert_eq!(
            sorted,
            [people[3], people[2], people[0], people[1], people[4]]
        );
    }

    #[test]
    fn items_with_the_same_text_keep_their_order() {
        let mut items = [("b", 1), ("a", 2), ("b", 3), ("a", 4)];
        Collator::new(Language::En).sort_by_text(&mut items, |(text, _)| *text);
        assert_eq!(items, [("a", 2), ("a", 4), ("b", 1), ("b", 3)]);
    }

    proptest! {
        #[test]
        fn sorting_does_not_depend_on_the_order_before(texts in prop::collection::vec("[aäAÄ\u{308}ßs -]{0,4}", 0..12)) {
            let collator = Collator::new(Language::De);
            let mut forward = texts.clone();
            collator.sort_by_text(&mut forward, String::clone);
            let mut backward: Vec<String> = texts.into_iter().rev().collect();
            collator.sort_by_text(&mut backward, String::clone);
            prop_assert_eq!(&forward, &backward);
            prop_assert!(forward.is_sorted_by(|left, right| collator.compare(left, right) != Ordering::Greater));
        }
    }
}
