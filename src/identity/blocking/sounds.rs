//! The words of a name, as they sound.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hash};

use super::super::agreement::{FoldedView, is_initial};
use super::super::nicknames;
use super::super::sound::sound;
use super::heard;

/// A token, as it is written and as it sounds.
pub(super) struct Spoken<'a> {
    pub(super) token: Cow<'a, str>,
    pub(super) sound: String,
    /// Whether it is several tokens without their blanks.
    is_joined: bool,
}

/// The tokens of a name with their sounds.
pub(super) struct Sounds<'a> {
    pub(super) given: Vec<Spoken<'a>>,
    pub(super) family: Vec<Spoken<'a>>,
}

impl<'a> Sounds<'a> {
    /// Names of several words, particles among them, are there in one word as well: `Hape` is Hans-Peter,
    /// and `Vandenberghe` is Van den Berghe.
    pub(super) fn of(name: FoldedView<'a>) -> Self {
        let spoken = |token: Cow<'a, str>| Spoken {
            sound: sound(&token),
            is_joined: matches!(token, Cow::Owned(_)),
            token,
        };
        let part = |tokens: Vec<&'a str>, whole: &'a str| {
            let joined = whole
                .contains(' ')
                .then(|| Cow::Owned(whole.replace(' ', "")));
            let tokens = tokens.into_iter().map(Cow::Borrowed);
            tokens.chain(joined).map(spoken).collect()
        };
        Self {
            given: part(name.given_tokens().collect(), name.given),
            family: part(name.family_tokens().collect(), name.family),
        }
    }

    /// The sounds of all of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let both = self.given.iter().chain(&self.family);
        both.map(|spoken| spoken.sound.as_str())
    }

    /// The columns the other way round.
    pub(super) fn swapped(self) -> Self {
        Self {
            given: self.family,
            family: self.given,
        }
    }
}

/// What the words of a name sound like, in few bytes: enough to leave out most people who cannot have a near
/// name, and nobody who stands in a block of a row's and is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) struct Words {
    given: Part,
    family: Part,
    /// The first letters of the given tokens, a bit each.
    initials: u32,
    /// A bit for all that nicknames tie each given token to, and one for its last letters.
    alike: u32,
}

/// The words of one part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Part {
    /// A bit for each token, and one for all ways of writing it.
    tokens: u32,
    /// A bit for each letter of the sounds.
    letters: u32,
    /// How many tokens there are.
    count: u32,
}

/// Two slips change no more letters than these.
const MOST_LETTERS: u32 = 4;

impl Words {
    /// The words of a name. One of a single part may be misspelt, and one with an initial or a husband's
    /// name for a family name says little: they may be like any other.
    pub(super) fn of(name: FoldedView<'_>, sounds: &Sounds<'_>) -> Self {
        let says_little =
            name.family_tokens().any(is_initial) || name.tokens().any(nicknames::is_wife_of);
        if name.given.is_empty() || name.family.is_empty() || says_little {
            return Self::default();
        }
        let mut words = Self {
            given: Part::of(&sounds.given),
            family: Part::of(&sounds.family),
            ..Self::default()
        };
        for spoken in &sounds.given {
            for initial in [&*spoken.token, &spoken.sound] {
                words.initials |= initial.chars().next().map_or(0, |it| bit(&heard(it)));
            }
            words.alike |= nicknames::kin(&spoken.token).map_or(0, |kin| bit(&kin));
            words.alike |= nicknames::tail(&spoken.token).map_or(0, bit);
        }
        words
    }

    /// Whether somebody on file may have a near name, whose columns a row may have turned round.
    pub(in super::super) fn may_meet(self, row: &[Self; 2]) -> bool {
        self.is_any() || row.iter().any(|row| row.is_any() || self.may_be(*row))
    }

    fn is_any(self) -> bool {
        self.family.count == 0 || self.given.count == 0
    }

    /// Either the family name is equal but for its spelling, and the given name may be a form of the other;
    /// or a given name is, and the rest has nearly the same letters.
    fn may_be(self, row: Self) -> bool {
        let by_family = self.family.tokens & row.family.tokens != 0
            && self.family.may_fit(row.family)
            && (self.initials & row.initials) | (self.alike & row.alike) != 0;
        let by_given = || {
            self.given.tokens & row.given.tokens != 0
                && self.given.may_fit(row.given)
                && (self.family.may_fit(row.family) || self.family.tokens & row.family.tokens != 0)
        };
        by_family || by_given()
    }
}

impl Part {
    fn of(spoken: &[Spoken<'_>]) -> Self {
        let mut part = Self::default();
        for spoken in spoken {
            part.tokens |= bit(spoken.sound.as_str());
            if let Some(kin) = nicknames::family_kin(&spoken.token) {
                part.tokens |= bit(&kin);
            }
            for letter in spoken.sound.bytes() {
                part.letters |= 1 << (letter & 31);
            }
            part.count += u32::from(!spoken.is_joined);
        }
        part
    }

    /// Whether the part with fewer tokens may be in the other: each of its tokens has a counterpart.
    fn may_fit(self, other: Self) -> bool {
        let differing = if self.count < other.count {
            self.letters & !other.letters
        } else if other.count < self.count {
            other.letters & !self.letters
        } else {
            self.letters ^ other.letters
        };
        differing.count_ones() <= MOST_LETTERS
    }
}

fn bit(of: &(impl Hash + ?Sized)) -> u32 {
    let number = foldhash::fast::FixedState::default().hash_one(of);
    1 << (number % u64::from(u32::BITS))
}
