//! Keys: two spellings of one name have one key.
//!
//! Keys are for comparing only, never to be shown. An empty key means that nothing was written;
//! nobody may be matched by it.

pub use super::address::{
    address_domain, is_free_mail_domain, is_shared_mailbox, normalize_address,
};
pub use super::fold::fold_tokens;
pub use super::nobody::is_not_a_person;

use super::fold::{collapse, fold_letters, fold_umlauts, is_joiner, is_word_character};
use super::marks::strip_marks;
use super::names::PersonName;
use super::nobody::is_program;
use super::titles::take_titles;

/// Legal forms dropped wherever they stand, in folded words.
const LEGAL_FORMS: &[&[&str]] = &[
    &["gesellschaft", "mit", "beschrankter", "haftung"],
    &["eingetragener", "verein"],
    &["eingetragene", "genossenschaft"],
    &["gemeinnutzige", "gmbh"],
    &["gesellschaft", "mbh"],
    &["sp", "z", "o", "o"],
    &["sp", "z", "oo"],
    &["sp", "zoo"],
    &["s", "r", "o"],
    &["g", "m", "b", "h"],
    &["e", "v"],
    &["e", "g"],
    &["z", "s"],
    &["und", "co", "kg"],
    &["und", "co"],
    &["co", "kg"],
    &["ug", "haftungsbeschrankt"],
    &["haftungsbeschrankt"],
    &["aor"],
    &["aoer"],
    &["egbr"],
    &["ev"],
    &["gbr"],
    &["ggmbh"],
    &["gmbh"],
    &["kdor"],
    &["kgaa"],
    &["llc"],
    &["ltd"],
    &["mbh"],
    &["ohg"],
    &["sarl"],
];

/// Legal forms that are words too: dropped at the end only (`AG Photonik` is a working group).
const LEGAL_FORMS_AT_END: &[&[&str]] = &[
    &["s", "a", "s"],
    &["s", "a"],
    &["s", "p", "a"],
    &["a", "s"],
    &["b", "v"],
    &["n", "v"],
    &["ab"],
    &["ag"],
    &["aps"],
    &["as"],
    &["asa"],
    &["bv"],
    &["corp"],
    &["corporation"],
    &["eg"],
    &["inc"],
    &["incorporated"],
    &["kft"],
    &["kg"],
    &["limited"],
    &["llp"],
    &["nv"],
    &["oy"],
    &["oyj"],
    &["plc"],
    &["sa"],
    &["sas"],
    &["se"],
    &["sl"],
    &["spa"],
    &["srl"],
    &["sro"],
    &["ug"],
    &["zs"],
    &["doo"],
];

/// Returns the key of a name in parts: folded words in alphabetical order, so that order, case,
/// accents, hyphens and titles do not count. Small words (`von`) do.
pub fn person_key(given: &str, family: &str) -> String {
    let mut tokens = name_tokens(given);
    tokens.extend(name_tokens(family));
    tokens.sort_unstable();
    tokens.join(" ")
}

/// Returns the key of a name written in one text: marks taken away, read, and keyed.
pub fn name_key(text: &str) -> String {
    let stripped = strip_marks(text);
    let name = PersonName::parse(&stripped.name);
    let key = person_key(&name.given, &name.family);
    // `Anna Müller (Otter.ai)` is not Anna Müller.
    let is_program = !stripped.marks.is_empty() && is_program(text);
    if key.is_empty() || is_program {
        let mut tokens = fold_tokens(text);
        tokens.sort_unstable();
        return tokens.join(" ");
    }
    key
}

fn name_tokens(text: &str) -> Vec<String> {
    let text = collapse(text);
    // One word is the name, be it a title by itself.
    if !text.contains([' ', '.']) {
        return fold_tokens(&text);
    }
    let words = take_titles(&text).words;
    if words.is_empty() {
        fold_tokens(&text)
    } else {
        fold_tokens(&words.join(" "))
    }
}

/// Returns the key of an organisation's name: case, accents, punctuation and legal forms do not
/// count, `&`, `und` and `and` are one word. Never empty unless the text has no letter or digit.
///
/// Inner blanks count: `Bio Cluster` and `BioCluster` are near, not equal, because joining all
/// words would join names that differ (`Bio M` and `BioM`).
pub fn organisation_key(text: &str) -> String {
    let whole = organisation_tokens(text);
    let mut tokens = whole.clone();
    while drop_form(&mut tokens) {}
    if tokens.is_empty() { whole } else { tokens }.join(" ")
}

/// Whether a text has a legal form beside other words: `BioM e.V.`.
pub fn has_legal_form(text: &str) -> bool {
    let mut tokens = organisation_tokens(text);
    tokens.len() > 1 && drop_form(&mut tokens)
}

/// Drops one legal form and returns whether there was one.
fn drop_form(tokens: &mut Vec<String>) -> bool {
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        if let Some(form) = LEGAL_FORMS.iter().find(|form| starts_with(rest, form)) {
            tokens.drain(at..at + form.len());
            return true;
        }
    }
    for form in LEGAL_FORMS_AT_END {
        let start = tokens.len().saturating_sub(form.len());
        if starts_with(&tokens[start..], form) {
            tokens.truncate(start);
            // `Roth AG & KG`
            tokens.pop_if(|last| last == "und");
            return true;
        }
    }
    false
}

fn starts_with(tokens: &[String], form: &[&str]) -> bool {
    tokens.len() >= form.len() && tokens.iter().zip(form).all(|(token, word)| token == word)
}

/// Folded words; an abbreviation in dots is one word: `e.V.` is `ev`, `A/S` is `as`.
fn organisation_tokens(text: &str) -> Vec<String> {
    let text: String = collapse(text)
        .replace(['&', '+'], " und ")
        .chars()
        .filter(|character| !is_joiner(*character))
        .collect();
    let mut tokens = Vec::new();
    for part in fold_letters(&text)
        .split(|character| !is_word_character(character) && !matches!(character, '.' | '/'))
    {
        let words: Vec<&str> = part
            .split(['.', '/'])
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() > 1 && words.iter().all(|word| word.chars().count() == 1) {
            tokens.push(fold_word(&words.concat()));
        } else {
            tokens.extend(words.into_iter().map(fold_word));
        }
    }
    tokens
}

fn fold_word(word: &str) -> String {
    let folded = fold_umlauts(word);
    if folded == "and" {
        return "und".to_owned();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{name_key, organisation_key, person_key};
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

    #[test]
    fn spellings_of_one_organisation_have_one_key() {
        let groups: &[&[&str]] = &[
            &[
                "BioCluster Nord e.V.",
                "Biocluster Nord",
                "BIOCLUSTER  NORD",
                "BioCluster Nord e. V.",
                "„BioCluster Nord“ eV",
                "Biocluster-Nord (e.V.)",
                "BioCluster Nord eingetragener Verein",
            ],
            &[
                "Roth & Söhne GmbH & Co. KG",
                "Roth und Soehne",
                "Roth and Sohne GmbH&Co.KG",
            ],
            &[
                "Photonik gGmbH",
                "Photonik gemeinnützige GmbH",
                "Photonik",
                "Photonik AG",
                "Photonik S.A.",
            ],
            &[
                "Lumen UG (haftungsbeschränkt)",
                "Lumen",
                "Lumen Ltd.",
                "Lumen sp. z o.o.",
                "Lumen s.r.o.",
                "Lumen A/S",
            ],
            &["Hochschule KdöR", "Hochschule KdoeR", "hochschule"],
            &["Netz e.V. Geschäftsstelle", "Netz Geschaeftsstelle"],
        ];
        for group in groups {
            for written in *group {
                assert_eq!(
                    organisation_key(written),
                    organisation_key(group[0]),
                    "{written}"
                );
            }
        }
    }

    #[test]
    fn organisations_that_differ_have_two_keys() {
        for (one, other) in [
            ("Bio Cluster", "BioCluster"),
            ("AG Photonik", "Photonik"),
            ("Spa Institut", "Institut"),
            ("Cluster Nord", "Cluster Süd"),
        ] {
            assert_ne!(
                organisation_key(one),
                organisation_key(other),
                "{one} / {other}"
            );
        }
    }

    #[test]
    fn an_organisation_named_by_its_form_keeps_it() {
        assert_eq!(organisation_key("AG"), "ag");
        assert_eq!(organisation_key("e.V. GmbH"), "ev gmbh");
        assert_eq!(organisation_key("&"), "und");
        assert_eq!(organisation_key("--"), "");
    }

    /// One way of writing an umlaut for each number.
    fn respell(name: &str, way: usize) -> String {
        let [a, o, u] =
            [["ä", "ae", "a"], ["ö", "oe", "o"], ["ü", "ue", "u"]].map(|ways| ways[way]);
        name.replace('ä', a).replace('ö', o).replace('ü', u)
    }

    #[test]
    fn words_that_are_shortened_or_folded_are_their_own_key() {
        for text in [
            "o.e.v.",
            "B.u.e.r.o",
            "Aend Oend",
            "ae.n.d",
            "ŉukasz",
            "O＇Neill",
        ] {
            let key = organisation_key(text);
            assert_eq!(organisation_key(&key), key, "{text}");
        }
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
        fn the_key_of_an_organisation_is_its_own_key(
            text in "\\PC{0,24}|((Bio|Nord|GmbH|e\\.V\\.|&|Co\\.|KG|AG|UG|e|v|S\\.A\\.|Süd)[ -]){0,6}|\
                     (([a-z]\\.){1,5} ?|[a-z]{2,6} ){1,3}",
        ) {
            let key = organisation_key(&text);
            prop_assert_eq!(&organisation_key(&key), &key);
            let plain: String = text.chars().filter(char::is_ascii).collect();
            prop_assert_eq!(organisation_key(&plain.to_uppercase()), organisation_key(&plain));
        }

        #[test]
        fn any_text_has_a_key(text in "\\PC{0,24}|([A-Za-zäöüß.,;()'|-]{1,8} ){0,5}") {
            if text.contains(|letter: char| letter.is_ascii_alphanumeric()) {
                prop_assert!(!name_key(&text).is_empty());
                prop_assert!(!organisation_key(&text).is_empty());
            }
        }
    }
}
