//! Names for files that belong to a person.
//!
//! A name is safe on every system: only letters, digits, `-` and `_`, not a reserved name of Windows, short, and
//! different from every other one even if case is ignored. It depends only on the people: the same people get the same
//! files.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::Certified;

/// The maximum length of a name.
const LONGEST: usize = 60;

/// Names that Windows reserves for devices, with any extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Returns a name without extension for each of them; people with the same name get their numbers appended.
pub fn file_names(people: &[Certified]) -> Vec<String> {
    let names: Vec<String> = people.iter().map(name_of).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for name in &names {
        *times.entry(name.to_lowercase()).or_default() += 1;
    }
    let mut taken = HashSet::new();
    let unique = people.iter().zip(names).map(|(person, mut name)| {
        if times[&name.to_lowercase()] > 1 || is_reserved(&name) {
            name = format!("{name}_{}", person.id.0);
        }
        while !taken.insert(name.to_lowercase()) {
            name = format!("{name}_{}", person.id.0);
        }
        name
    });
    unique.collect()
}

/// Returns family and given name: `Lang-Huber_Eva`.
fn name_of(person: &Certified) -> String {
    let parts = [&person.family_name, &person.given_name].map(|it| plain(it));
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let name: String = parts.join("_").chars().take(LONGEST).collect();
    match name.trim_end_matches(['-', '_']) {
        "" => person.id.0.to_string(),
        name => name.to_owned(),
    }
}

/// Returns the letters and digits of a name, with hyphens in place of everything between them.
fn plain(name: &str) -> String {
    let composed = name.nfc().collect::<String>();
    let words = composed.split(|it: char| !it.is_alphanumeric());
    let words: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
    words.join("-")
}

fn is_reserved(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_port = |port: &str| {
        let number = name.strip_prefix(port);
        number.is_some_and(|it| it.chars().count() == 1 && it != "0")
    };
    RESERVED.contains(&&*name) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::PersonId;

    fn people(names: &[(&str, &str)]) -> Vec<Certified> {
        let numbered = (1..).zip(names);
        let people = numbered.map(|(number, (family, given))| Certified {
            id: PersonId(number),
            family_name: (*family).to_owned(),
            given_name: (*given).to_owned(),
        });
        people.collect()
    }

    #[test]
    fn names_are_safe_and_namesakes_told_apart() {
        let people = people(&[
            ("Müller", "Anna"),
            ("MÜLLER", "Anna"),
            ("von der Aue", "J. P."),
            ("../../etc", "passwd"),
            ("Con", ""),
            ("", "COM1"),
            ("Mu\u{308}ller", "Anna"),
            ("!?", "…"),
            ("Li", "伟"),
        ]);
        let expected = [
            "Müller_Anna_1",
            "MÜLLER_Anna_2",
            "von-der-Aue_J-P",
            "etc_passwd",
            "Con_5",
            "COM1_6",
            "Müller_Anna_7",
            "8",
            "Li_伟",
        ];
        assert_eq!(file_names(&people), expected);
    }

    proptest! {
        #[test]
        fn no_two_are_one_and_none_is_odd(names in prop::collection::vec(("\\PC{0,9}|[AaBb]", "\\PC{0,90}|[1-4]"), 0..12)) {
            let names: Vec<(&str, &str)> = names.iter().map(|(a, b)| (&**a, &**b)).collect();
            let people = people(&names);
            let files = file_names(&people);
            prop_assert_eq!(files.len(), people.len());
            let lower: HashSet<String> = files.iter().map(|it| it.to_lowercase()).collect();
            prop_assert_eq!(lower.len(), files.len());
            for file in &files {
                prop_assert!(!file.is_empty() && file.chars().count() < 80);
                prop_assert!(!is_reserved(file));
                prop_assert!(file.chars().all(|it| it.is_alphanumeric() || it == '-' || it == '_'), "{file}");
            }
        }
    }
}
