//! The key of an organisation's name, and its legal form.
//!
//! The key is stored in the file, so it must not change; the legal form is parsed separately.

use super::fold::{collapse, fold_letters, fold_umlauts, is_joiner, is_word_character};
use super::organisation_words::{Form, WORDS};

/// Returns the key of an organisation's name: case, accents, punctuation and legal forms do not count, and `&`, `und`
/// and `and` are the same word. Never empty unless the text has no letter or digit.
///
/// Inner spaces count: `Bio Cluster` and `BioCluster` are near, not equal, because joining all words would merge
/// different names (`Bio M` and `BioM`).
pub fn organisation_key(text: &str) -> String {
    let whole = organisation_tokens(text);
    let mut tokens = whole.clone();
    while drop_form(&mut tokens).is_some() {}
    if tokens.is_empty() { whole } else { tokens }.join(" ")
}

/// Whether a text has a legal form next to other words: `BioM e.V.`.
pub fn has_legal_form(text: &str) -> bool {
    let mut tokens = organisation_tokens(text);
    tokens.len() > 1 && drop_form(&mut tokens).is_some()
}

/// A name without its legal form, and the form by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Formed {
    /// The folded words of the name.
    pub(super) words: Vec<String>,
    /// The form by its name in our list, several joined with `+`; empty if there is none. `AG` and `Aktiengesellschaft`
    /// are one form.
    pub(super) form: String,
}

impl Formed {
    /// Parses a written name.
    pub(super) fn read(text: &str) -> Self {
        let whole = organisation_tokens(text);
        let mut words = whole.clone();
        let mut forms: Vec<&str> = Vec::new();
        while let Some(form) =
            drop_form(&mut words).or_else(|| drop_at_end(&mut words, &WORDS.spelled_out))
        {
            if !form.is_empty() {
                forms.push(form);
            }
        }
        if words.is_empty() {
            return Self {
                words: whole,
                form: String::new(),
            };
        }
        forms.sort_unstable();
        forms.dedup();
        Self {
            words,
            form: forms.join("+"),
        }
    }
}

/// Removes one legal form and returns it, if there was one.
fn drop_form(tokens: &mut Vec<String>) -> Option<&'static str> {
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        let forms = WORDS
            .anywhere
            .get(&tokens[at])
            .map_or(&[][..], Vec::as_slice);
        if let Some(form) = forms.iter().find(|form| starts_with(rest, &form.words)) {
            tokens.drain(at..at + form.words.len());
            return Some(&form.name);
        }
    }
    drop_at_end(tokens, &WORDS.at_end)
}

fn drop_at_end(tokens: &mut Vec<String>, forms: &'static [Form]) -> Option<&'static str> {
    for form in forms {
        let start = tokens.len().saturating_sub(form.words.len());
        if starts_with(&tokens[start..], &form.words) {
            tokens.truncate(start);
            // `Roth AG & KG`
            tokens.pop_if(|last| last == "und");
            return Some(&form.name);
        }
    }
    None
}

fn starts_with(tokens: &[String], form: &[String]) -> bool {
    tokens.len() >= form.len() && tokens.iter().zip(form).all(|(token, word)| token == word)
}

/// Returns folded words; an abbreviation with dots is one word: `e.V.` is `ev`, `A/S` is `as`.
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
    use super::{Formed, organisation_key};
    use proptest::prelude::*;

    #[test]
    fn one_form_has_one_name_however_it_is_written() {
        for (one, other) in [
            ("Roth AG", "Roth Aktiengesellschaft"),
            ("Netz e.V.", "Netz eingetragener Verein"),
            ("Netz e. V.", "Netz eV"),
            ("Licht gGmbH", "Licht gemeinnützige GmbH"),
            (
                "Licht gGmbH",
                "Licht gemeinnützige Gesellschaft mit beschränkter Haftung",
            ),
            ("Licht mbH", "Licht Gesellschaft mit beschränkter Haftung"),
            ("Roth GmbH & Co. KG", "Roth GmbH&Co KG"),
            ("Lumen UG", "Lumen UG (haftungsbeschränkt)"),
            ("Roth & Co.", "Roth"),
        ] {
            assert_eq!(Formed::read(one), Formed::read(other), "{one}");
        }
        for (one, other) in [
            ("Roth GmbH", "Roth AG"),
            ("Licht GmbH", "Licht gGmbH"),
            ("Roth KGaA", "Roth KG"),
            ("Roth GmbH", "Roth GmbH & Co. KG"),
            ("Roth e.V.", "Roth eG"),
        ] {
            let (one, other) = (Formed::read(one), Formed::read(other));
            assert_eq!(one.words, other.words);
            assert_ne!(one.form, other.form);
        }
        assert_eq!(Formed::read("AG").form, "");
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
                prop_assert!(!organisation_key(&text).is_empty());
            }
        }
    }
}
