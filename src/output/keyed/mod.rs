//! Words that have a key for programs: headings of columns, and the program's own words in cells.
//!
//! Keys are a contract and the same in every language; the words are in the catalogue. The order of the exports'
//! columns is defined here as well, since import relies on it.

pub mod columns;
pub mod exports;
pub mod facts;
pub mod labels;

use crate::catalogue::{Language, Wording};

/// A wording with the English key that JSON has in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keyed {
    key: &'static str,
    wording: Wording,
}

impl Keyed {
    const fn new(key: &'static str, wording: Wording) -> Self {
        Self { key, wording }
    }

    /// Returns the key for programs, the same in every language.
    pub const fn key(self) -> &'static str {
        self.key
    }

    /// Returns the wording for people.
    pub const fn wording(self) -> Wording {
        self.wording
    }

    /// Returns the text for people in `language`.
    pub fn in_language(self, language: Language) -> &'static str {
        self.wording.in_language(language)
    }
}

/// Assigns keys to wordings of the same names in a file of the catalogue: `FILE; NAME: "key";`
macro_rules! keyed {
    ($file:ident; $($(#[$doc:meta])* $name:ident: $key:literal;)*) => {
        $(
            $(#[$doc])*
            #[doc = concat!("`", $key, "`.")]
            pub const $name: $crate::output::keyed::Keyed = $crate::output::keyed::Keyed::new(
                $key,
                $crate::catalogue::messages::$file::$name,
            );
        )*

        /// Everything in this file, by name.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, $crate::output::keyed::Keyed)] =
            &[$((stringify!($name), $name)),*];
    };
}
use keyed;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_once_and_is_one_word() {
        for (file, all) in [
            ("columns", columns::ALL),
            ("facts", facts::ALL),
            ("exports", exports::ALL),
            ("labels", labels::ALL),
        ] {
            let mut seen = std::collections::HashMap::new();
            for (name, keyed) in all {
                let key = keyed.key();
                assert!(
                    key.chars().all(|it| it.is_ascii_lowercase()
                        || it.is_ascii_digit()
                        || "_-:".contains(it)),
                    "{file}: {key:?}"
                );
                // The same key may have two wordings: "Name" of a person, "Name" of an organisation.
                let former = seen.insert((key, keyed.wording()), name);
                assert_eq!(former, None, "{file}: {name} says the same");
            }
        }
    }
}
