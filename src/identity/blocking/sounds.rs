//! The sounds of the words in a name.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{BuildHasher, Hash};

use super::super::agreement::{FoldedView, is_initial};
use super::super::nicknames;
use super::super::sound::sound;
use super::heard;

/// A token with its spelling and its sound.
pub(super) struct Spoken<'a> {
    pub(super) token: Cow<'a, str>,
    pub(super) sound: String,
    /// Whether it consists of several tokens joined without spaces.
    is_joined: bool,
}

/// The tokens of a name with their sounds.
pub(super) struct Sounds<'a> {
    pub(super) given: Vec<Spoken<'a>>,
    pub(super) family: Vec<Spoken<'a>>,
}

impl<'a> Sounds<'a> {
    /// Includes the joined form of names with several words, also with particles: `Hape` is Hans-Peter, and
    /// `Vandenberghe` is Van den Berghe.
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

    /// Returns the sounds of all tokens.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let both = self.given.iter().chain(&self.family);
        both.map(|spoken| spoken.sound.as_str())
    }

    /// Returns the sounds with given and family names swapped.
    pub(super) fn swapped(self) -> Self {
        Self {
            given: self.family,
            family: self.given,
        }
    }
}

/// A compact summary of how the words of a name sound: it excludes most people who cannot have a near name, but nobody
/// who shares a block with a row and is near. It is checked for everybody in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) struct Words {
    /// One bit for each given token.
    given: u32,
    /// One bit for the first letter of each given token.
    initials: u32,
    /// For each given token, one bit for its nickname group and one for its last letters.
    alike: u32,
    /// For each family token, one bit for the token and one for all its spellings.
    family: u32,
    /// One bit for each letter in the sounds of the family name.
    letters: u32,
    /// One bit for the first letter of each of those sounds, and above [`LETTERS`] their number.
    beginnings: u32,
}

/// Two slips change no more letters than this.
const MOST_LETTERS: u32 = 4;
/// The number of bits for letters.
const LETTERS: u32 = 27;

impl Words {
    /// Summarises the words of a name. A single name may be misspelt, and one with an initial or a husband's name as
    /// family name says little: such names may match any other.
    pub(super) fn of(name: FoldedView<'_>, sounds: &Sounds<'_>) -> Self {
        let says_little =
            name.family_tokens().any(is_initial) || name.tokens().any(nicknames::is_wife_of);
        if name.given.is_empty() || name.family.is_empty() || says_little {
            return Self::default();
        }
        let mut words = Self::default();
        for spoken in &sounds.given {
            words.given |= bit(spoken.sound.as_str());
            for initial in [&*spoken.token, &spoken.sound] {
                words.initials |= initial.chars().next().map_or(0, |it| bit(&heard(it)));
            }
            words.alike |= nicknames::kin(&spoken.token).map_or(0, |kin| bit(&kin));
            words.alike |= nicknames::tail(&spoken.token).map_or(0, bit);
        }
        for spoken in &sounds.family {
            words.family |= bit(spoken.sound.as_str());
            words.family |= nicknames::family_kin(&spoken.token).map_or(0, |kin| bit(&kin));
            for letter in spoken.sound.bytes() {
                words.letters |= 1 << (u32::from(letter & 31) % LETTERS);
            }
            if !spoken.is_joined {
                words.beginnings |= spoken.sound.bytes().next().map_or(0, beginning);
            }
        }
        let tokens = sounds.family.iter().filter(|spoken| !spoken.is_joined);
        let count = tokens.count().min(15);
        words.beginnings |= u32::try_from(count).unwrap_or_default() << LETTERS;
        words
    }

    /// Whether a person on file may have a near name; the row's columns may be swapped.
    pub(in super::super) fn may_meet(self, row: &[Self; 2]) -> bool {
        self.is_any() || row.iter().any(|row| row.is_any() || self.may_be(*row))
    }

    fn is_any(self) -> bool {
        self.family == 0
    }

    /// Whether the family names are equal apart from their spelling and the given names may be forms of each other, or
    /// the given names are equal and the family names may fit.
    fn may_be(self, row: Self) -> bool {
        let is_family = self.family & row.family != 0;
        let is_given = self.given & row.given != 0;
        if !is_family && !is_given {
            return false;
        }
        let is_alike = (self.initials & row.initials) | (self.alike & row.alike) != 0;
        // Two spellings of one word differ in their letters.
        let may_fit = self.family_may_fit(row) || (is_family && self.count() + row.count() == 2);
        may_fit && (is_given || is_alike)
    }

    /// Returns the number of family tokens.
    fn count(self) -> u32 {
        self.beginnings >> LETTERS
    }

    /// Whether the family name with fewer tokens may be in the other: each of its tokens has a counterpart that begins
    /// alike or has the same letters.
    fn family_may_fit(self, other: Self) -> bool {
        let beginning = |words: Self| words.beginnings & ((1 << LETTERS) - 1);
        let differing = |own: u32, others: u32| match self.count().cmp(&other.count()) {
            Ordering::Less => own & !others,
            Ordering::Greater => others & !own,
            Ordering::Equal => own ^ others,
        };
        let letters = differing(self.letters, other.letters).count_ones();
        let begins_alike = || differing(beginning(self), beginning(other)) == 0;
        letters == 0 || (letters <= MOST_LETTERS && begins_alike())
    }
}

/// Returns the bit for the first letter of a sound. A slip may turn `Ph` into `P`.
fn beginning(letter: u8) -> u32 {
    match letter {
        b'p' | b'b' => 1 << (b'f' & 31),
        letter => 1 << (u32::from(letter & 31) % LETTERS),
    }
}

fn bit(of: &(impl Hash + ?Sized)) -> u32 {
    let number = foldhash::fast::FixedState::default().hash_one(of);
    1 << (number % u64::from(u32::BITS))
}
