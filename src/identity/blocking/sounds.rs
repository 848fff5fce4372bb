//! The words of a name, as they sound.

use std::borrow::Cow;
use std::hash::BuildHasher;

use super::super::agreement::FoldedView;
use super::super::sound::sound;

/// A token, as it is written and as it sounds.
pub(super) struct Spoken<'a> {
    pub(super) token: Cow<'a, str>,
    pub(super) sound: String,
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

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let both = self.given.iter().chain(&self.family);
        both.map(|spoken| spoken.sound.as_str())
    }

    pub(super) fn swapped(self) -> Self {
        Self {
            given: self.family,
            family: self.given,
        }
    }
}

/// What the words of a name sound like, in few bytes: names that share a block of two parts have a bit in
/// common, and hardly any others do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) struct Words(u64);

impl Words {
    /// The words of a name. One of a single part may be misspelt, so that it may be like any other.
    pub(in super::super) fn of(name: FoldedView<'_>) -> Self {
        if name.given.is_empty() || name.family.is_empty() {
            return Self(u64::MAX);
        }
        let bit = |sound: &str| {
            1 << (foldhash::fast::FixedState::default().hash_one(sound) % u64::from(u64::BITS))
        };
        Self(
            Sounds::of(name)
                .all()
                .map(bit)
                .fold(0, |all, bit| all | bit),
        )
    }

    /// Whether two names may share a block.
    pub(in super::super) fn may_meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
