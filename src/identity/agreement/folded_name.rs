//! A name's folded words, kept for every person on file.

use super::super::fold::fold_name;
use super::super::names::PersonName;
use super::super::script::{Style, is_in_signs};

/// A name's folded tokens in one string, because every person on file keeps one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct FoldedName {
    /// Given tokens, then family tokens, each followed by a blank.
    text: Box<str>,
    /// Where the family tokens begin, in bytes.
    family_at: u32,
    /// Whether it was written in signs of Chinese, Japanese or Korean: how they sound in Latin letters is not known for
    /// certain.
    is_in_signs: bool,
}

impl FoldedName {
    /// Folds a name.
    pub(in super::super) fn of(name: &PersonName) -> Self {
        Self::new(&name.given, &name.family)
    }

    /// Folds a name in its two parts.
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

    /// Whether it is written in signs, of which many sound alike in letters.
    pub(in super::super) fn is_in_signs(&self) -> bool {
        self.is_in_signs
    }

    /// Whether one of two names is written in signs and the other in letters, so that unlike sounds say nothing.
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

/// The two parts of a folded name: tokens with a blank between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct FoldedView<'a> {
    /// Given names.
    pub(in super::super) given: &'a str,
    /// Family names.
    pub(in super::super) family: &'a str,
}

impl<'a> FoldedView<'a> {
    /// The given tokens.
    pub(in super::super) fn given_tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        self.given.split_ascii_whitespace()
    }

    /// The family tokens without `von` and the like, or all of them when there are no others.
    pub(in super::super) fn family_tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        let all = self.family.split_ascii_whitespace();
        let only_particles = all.clone().all(is_particle);
        all.filter(move |token| only_particles || !is_particle(token))
    }

    /// All family tokens.
    pub(in super::super) fn whole_family(self) -> impl Iterator<Item = &'a str> + Clone {
        self.family.split_ascii_whitespace()
    }

    /// Which of two people of one name in a family: `jr`, `sr`, `ii`, in one spelling.
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

    /// All tokens.
    pub(in super::super) fn tokens(self) -> impl Iterator<Item = &'a str> + Clone {
        self.given_tokens().chain(self.family_tokens())
    }

    /// The columns the other way round.
    pub(in super::super) fn swapped(self) -> Self {
        Self {
            given: self.family,
            family: self.given,
        }
    }

    /// Whether given and family names have changed places: `Li Wu` and `Wu Li`. A second given name
    /// that one side counts to the family name is no change of places.
    pub(in super::super) fn is_crossed_with(self, other: Self) -> bool {
        let meets = |given: Self, family: Self| {
            given
                .given_tokens()
                .any(|token| family.family_tokens().any(|other| other == token))
        };
        let is_same = |token: &str| other.given_tokens().any(|given| given == token);
        !self.given_tokens().all(is_same) && meets(self, other) && meets(other, self)
    }

    /// Whether there is no name; it is like no other, not even like another that is empty.
    pub(in super::super) fn is_empty(self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    /// Whether the name is enough to tell a person by: a family name and a given one in full.
    pub(in super::super) fn is_full(self) -> bool {
        self.given_tokens().any(|token| !is_initial(token))
            && self.family_tokens().any(|token| !is_initial(token))
    }
}

/// Whether a folded token is one letter. A single ideograph is a name, not an initial.
pub(in super::super) fn is_initial(token: &str) -> bool {
    token.len() == 1
}

/// Whether a folded token is one of the small words before a family name.
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
