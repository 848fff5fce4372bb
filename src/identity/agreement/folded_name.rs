//! A name's folded words, stored for every person on file.

use super::super::fold::fold_name;
use super::super::names::PersonName;
use super::super::script::{Style, is_in_signs};

/// A name's folded tokens in a single string, to save memory for every person on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct FoldedName {
    /// Given tokens, then family tokens, each followed by a space.
    text: Box<str>,
    /// The byte offset of the family tokens.
    family_at: u32,
    /// Whether it was written in Chinese, Japanese or Korean characters, whose Latin spelling is not certain.
    is_in_signs: bool,
}

impl FoldedName {
    /// Folds a name.
    pub(in super::super) fn of(name: &PersonName) -> Self {
        Self::new(&name.given, &name.family)
    }

    /// Folds a name given in two parts.
    pub(in super::super) fn new(given: &str, family: &str) -> Self {
        let mut text = String::with_capacity(given.len() + family.len() + 2);
        let style = Style::of(given, family);
        push_tokens(&mut text, given, style);
        let family_at = u32::try_from(text.len()).unwrap_or(u32::MAX);
        push_tokens(&mut text, family, style);
        Self {
            is_in_signs: is_in_signs(given) || is_in_signs(family),
            text: text.into_boxed_str(),
            family_at,
        }
    }

    /// Whether it is written in CJK characters, many of which sound alike in Latin letters.
    pub(in super::super) fn is_in_signs(&self) -> bool {
        self.is_in_signs
    }

    /// Whether only one of the two names is written in CJK characters, so that a difference in sound proves nothing.
    pub(in super::super) fn is_in_other_writing(&self, other: &Self) -> bool {
        self.is_in_signs != other.is_in_signs
    }

    /// Returns the two parts.
    pub(in super::super) fn view(&self) -> FoldedView<'_> {
        let at = usize::try_from(self.family_at).unwrap_or(usize::MAX);
        let (given, family) = self.text.split_at_checked(at).unwrap_or((&self.text, ""));
        FoldedView {
            given: given.trim_end(),
            family: family.trim_end(),
        }
    }
}

fn push_tokens(text: &mut String, part: &str, style: Style) {
    for token in fold_name(part, style) {
        text.push_str(&token);
        text.push(' ');
    }
}

/// The two parts of a folded name, with their tokens separated by spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct FoldedView<'a> {
    /// Given names.
    pub(in super::super) given: &'a str,
    /// Family names.
    pub(in super::super) family: &'a str,
}

impl<'a> FoldedView<'a> {
    /// Returns the given tokens.
    pub(in super::super) fn given_tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        self.given.split_ascii_whitespace()
    }

    /// Returns the family tokens without particles such as `von`, or all of them if there are no others.
    pub(in super::super) fn family_tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        let all = self.family.split_ascii_whitespace();
        let only_particles = all.clone().all(is_particle);
        all.filter(move |token| only_particles || !is_particle(token))
    }

    /// Returns all family tokens.
    pub(in super::super) fn whole_family(self) -> impl Iterator<Item = &'a str> + Clone {
        self.family.split_ascii_whitespace()
    }

    /// Returns the generation suffix, in one spelling: `jr`, `sr`, `ii`.
    pub(in super::super) fn generation(self) -> Option<&'static str> {
        self.family
            .split_ascii_whitespace()
            .find_map(|token| match token {
                "jr" | "jun" | "junior" => Some("jr"),
                "sr" | "sen" | "senior" => Some("sr"),
                "ii" => Some("ii"),
                "iii" => Some("iii"),
                "iv" => Some("iv"),
                _ => None,
            })
    }

    /// Returns all tokens.
    pub(in super::super) fn tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        self.given_tokens().chain(self.family_tokens())
    }

    /// Returns the name with its columns swapped.
    pub(in super::super) fn swapped(self) -> Self {
        Self {
            given: self.family,
            family: self.given,
        }
    }

    /// Whether given and family names are swapped: `Li Wu` and `Wu Li`. A second given name that one side counts as a
    /// family name is not a swap.
    pub(in super::super) fn is_crossed_with(self, other: Self) -> bool {
        let meets = |given: Self, family: Self| {
            given
                .given_tokens()
                .any(|token| family.family_tokens().any(|other| other == token))
        };
        let is_same = |token: &str| other.given_tokens().any(|given| given == token);
        !self.given_tokens().all(is_same) && meets(self, other) && meets(other, self)
    }

    /// Whether there is no name; such a name resembles no other, not even another empty one.
    pub(in super::super) fn is_empty(self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    /// Whether the name is enough to identify a person: a family name and a given name in full.
    pub(in super::super) fn is_full(self) -> bool {
        self.given_tokens().any(|token| !is_initial(token))
            && self.family_tokens().any(|token| !is_initial(token))
    }
}

/// Whether a folded token is a single letter. A single ideograph is a name, not an initial.
pub(in super::super) fn is_initial(token: &str) -> bool {
    token.len() == 1
}

/// Whether a folded token is a particle before a family name.
fn is_particle(token: &str) -> bool {
    matches!(
        token,
        "von"
            | "der"
            | "den"
            | "dem"
            | "vom"
            | "zu"
            | "zum"
            | "zur"
            | "und"
            | "van"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "do"
            | "la"
            | "le"
            | "ten"
            | "ter"
            | "af"
            | "bin"
            | "al"
            | "el"
            | "ul"
            | "du"
            | "des"
            | "dei"
            | "dal"
            | "ibn"
            | "bint"
            | "v"
            | "t"
            | "o"
    )
}
