//! Wordings that have a key for programs.

use super::Wording;
use crate::output::Language;

/// A wording with the English key that JSON has in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keyed {
    key: &'static str,
    wording: Wording,
}

impl Keyed {
    pub(in crate::output) const fn new(
        key: &'static str,
        english: &'static str,
        german: &'static str,
    ) -> Self {
        Self {
            key,
            wording: Wording::new(english, german),
        }
    }

    /// What programs read, the same in every language.
    pub const fn key(self) -> &'static str {
        self.key
    }

    /// What people read.
    pub const fn wording(self) -> Wording {
        self.wording
    }

    /// What people read in `language`.
    pub fn in_language(self, language: Language) -> &'static str {
        self.wording.in_language(language)
    }
}

/// Defines wordings with keys: `NAME: "key" = "English", "German";`
macro_rules! keyed {
    ($($(#[$doc:meta])* $name:ident: $key:literal = $english:literal, $german:literal;)*) => {
        $(
            $(#[$doc])*
            #[doc = concat!("“", $english, "”, `", $key, "`.")]
            pub const $name: $crate::output::catalogue::Keyed =
                $crate::output::catalogue::Keyed::new($key, $english, $german);
        )*

        /// Everything of this file, by name.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, $crate::output::catalogue::Keyed)] =
            &[$((stringify!($name), $name)),*];
    };
}
pub(in crate::output) use keyed;
