//! Keys: two spellings of one name have one key.
//!
//! Keys are only for comparison, never for display. An empty key means that nothing was written; it must not match
//! anybody.

pub use super::address::{
    address_domain, is_free_mail_domain, is_shared_mailbox, normalize_address,
};
pub use super::fold::fold_tokens;
pub use super::nobody::is_not_a_person;

use super::fold::{collapse, fold_name};
use super::marks::strip_marks;
use super::names::PersonName;
use super::nobody::is_program;
use super::particles::without_ranks;
use super::script::{Style, is_in_signs};
use super::titles::take_titles;

/// Returns the key of a name in parts: folded words in alphabetical order, so that order, case, accents, hyphens and
/// titles do not count. Particles (`von`) do.
///
/// A name in Chinese, Japanese or Korean characters is one word that begins with the family name, since writing does
/// not mark where it ends.
pub fn person_key(given: &str, family: &str) -> String {
    if is_in_signs(given) || is_in_signs(family) {
        let whole = format!("{family}{given}");
        if is_in_signs(&whole) {
            return fold_tokens(&whole.replace(' ', "")).concat();
        }
    }
    let style = Style::of(given, family);
    let mut tokens = name_tokens(given, style);
    tokens.extend(name_tokens(family, style));
    tokens.sort_unstable();
    tokens.join(" ")
}

/// Returns the key of a name written in one text: removes marks, parses the name, and makes its key.
pub fn name_key(text: &str) -> String {
    let stripped = strip_marks(text);
    let name = PersonName::parse(&stripped.name);
    let key = person_key(&name.given, &name.family);
    // `Anna Müller (Otter.ai)` is not Anna Müller.
    let is_program = !stripped.marks.is_empty() && is_program(text);
    if key.is_empty() || is_program {
        let mut tokens = fold_name(text, Style::of(text, ""));
        tokens.sort_unstable();
        return tokens.join(" ");
    }
    key
}

fn name_tokens(text: &str, style: Style) -> Vec<String> {
    let text = collapse(text);
    // A single word is the name, even if it is also a title.
    if !text.contains([' ', '.']) {
        return fold_name(&text, style);
    }
    let words = take_titles(&text).words;
    if words.is_empty() {
        fold_name(&text, style)
    } else {
        fold_name(&without_ranks(&words).join(" "), style)
    }
}

#[cfg(test)]
mod tests {
    use super::{name_key, person_key};
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        let groups: &[&[&str]] = &[
            &[
                "Anna Müller",
                "Müller, Anna",
                "MUELLER ANNA",
                "Müller Anna",
                "Dr. Anna Muller",
                "Frau Anna Müller (Gast)",
                "[BioM] Müller; Anna",
                "Anna Müller | BioM (External)",
                "anna.mueller",
            ],
            &["Jörg Weiß", "Joerg Weiss", "WEISS, JORG"],
            &["Anna Müller-Lüdenscheidt", "Anna Müller Lüdenscheidt"],
            &[
                "Anna von der Heide",
                "VON DER HEIDE, ANNA",
                "Heide, Anna von der",
            ],
            &["Sinéad O'Neill", "Sinead O’Neill", "ONEILL Sinead"],
            &["Łukasz Wójcik", "Lukasz Wojcik"],
            &["Lars Høyer", "Lars Hoeyer", "Lars Hoyer"],
            &["Иван Петров", "Ivan Petrov", "ПЕТРОВ Иван"],
            &["Милица Петровић", "Milica Petrović"],
            &["Đorđe Jovanović", "Djordje Jovanovic", "Ђорђе Јовановић"],
            &["Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"],
            &["山田花子", "山田 花子", "山田　花子"],
            &["Ana Mª Soto", "Ana María Soto"],
            &["Eva Gräfin v. Lindenfels", "Eva von Lindenfels"],
            &["Brian Smith", "iPhone (Brian Smith)", "Brian Smith's iPad"],
        ];
        for group in groups {
            for written in *group {
                assert_eq!(name_key(written), name_key(group[0]), "{written}");
            }
        }
    }

    #[test]
    fn names_that_differ_have_two_keys() {
        for (one, other) in [
            ("Jan Bauer", "Jan Baur"),
            ("Thomas Müller", "Thomas Möller"),
            ("Michael Kowal", "Michał Kowal"),
            ("Rafael Kowal", "Rafał Kowal"),
            ("Zoe Roth", "Zo Roth"),
            ("Joey Roth", "Joy Roth"),
            ("Jan Maeyer", "Jan Mayer"),
            ("Pierre Guérin", "Pierre Gurin"),
            ("Ana Rodríguez", "Ana Rodriguz"),
            ("Anna Heide", "Anna von der Heide"),
            ("Anna Schmidt", "Anna Schmitt"),
            ("John Smith", "John Smith Jr."),
            ("Anna Müller", "Anna Maria Müller"),
            ("Anna Müller", "Anna Müller (Otter.ai)"),
            ("王伟", "王薇"),
            ("王伟", "Wang Wei"),
            ("Yulia Ivanova", "Julia Iwanowa"),
        ] {
            assert_ne!(name_key(one), name_key(other), "{one} / {other}");
        }
    }

    #[test]
    fn a_key_is_empty_only_without_letters() {
        assert_eq!(name_key(" -- "), "");
        assert_eq!(person_key("", ""), "");
        assert_eq!(name_key("Dr."), "dr");
        assert_eq!(person_key("Thomas", "Herr"), "herr thomas");
    }

    /// Returns the name with a different spelling of umlauts for each number.
    fn respell(name: &str, way: usize) -> String {
        let [a, o, u] =
            [["ä", "ae", "a"], ["ö", "oe", "o"], ["ü", "ue", "u"]].map(|ways| ways[way]);
        name.replace('ä', a).replace('ö', o).replace('ü', u)
    }

    proptest! {
        #[test]
        fn one_word_has_the_key_it_has_beside_none(
            text in "[A-Za-zäöüß,'-]{1,8}|Dr|Prof|Herr|Frau|PhD|MBA|PD|DI|Mag|jur|Ing|dr",
        ) {
            prop_assert_eq!(person_key(&text, ""), person_key(&format!("{text} -"), ""));
        }

        #[test]
        fn the_key_of_a_person_knows_no_order_case_or_umlaut(
            given in "[BDFGKLNPRTV][äöüaiou][bdgkmnprst]{1,2}[ao](-[BDGKLNPRTV][äöü][bdgkmnprst]{1,2}a)?",
            family in "(von |de )?[BDFGKNPRTV]([äöüaeiou][bdgkmnprst]{1,2}){1,3}",
            way in 0_usize..3,
        ) {
            let key = person_key(&given, &family);
            prop_assert_eq!(&person_key(&family, &given), &key);
            prop_assert_eq!(&name_key(&format!("{given} {family}")), &key);
            prop_assert_eq!(&name_key(&format!("{family}, {given}")), &key);
            prop_assert_eq!(&name_key(&format!("{family} {given}").to_uppercase()), &key);
            let (given, family) = (respell(&given, way), respell(&family, way));
            prop_assert_eq!(&person_key(&given, &family), &key);
            prop_assert_eq!(&name_key(&format!("Dr. {given} {family} (Gast)")), &key);
        }

        #[test]
        fn any_text_has_a_key(text in "\\PC{0,24}|([A-Za-zäöüß.,;()'|-]{1,8} ){0,5}") {
            if text.contains(|letter: char| letter.is_ascii_alphanumeric()) {
                prop_assert!(!name_key(&text).is_empty());
            }
        }
    }
}
