//! How well one part of a name, the given or the family names, fits its counterpart.
//!
//! *Calibration.* "Near" is to mean "a careful human would ask". Jaro–Winkler alone is too friendly
//! to short names with a common beginning (Braun/Brand 0.91, Peter/Petra 0.91), an edit distance
//! alone is too friendly to short names without one (Tim/Tom). A token is near only when both agree.

use super::super::nicknames::{
    are_nicknames, are_one_family_name, are_paired_names, is_short_form,
};
use super::super::sound::{have_same_consonants, may_begin_alike, sound_alike};
use super::folded_name::is_initial;

/// The least Jaro–Winkler likeness of two tokens that may be one name: keeps Meier/Maier (0.88),
/// Anna/Anne (0.88) and Anna/Anja (0.87), drops Lang/Long (0.85), Hans/Hanna (0.85), Tim/Tom (0.80).
const NEAR_TOKEN: f64 = 0.86;
/// Tokens up to this length may differ by one edit, longer ones by two.
const SHORT_TOKEN: usize = 6;
/// The likeness of a nickname to its name, below a slip of one letter in a long name.
pub(super) const NICKNAME: f64 = 0.9;
/// The likeness of what sounds alike: a question for people who are not in the event is not worth it.
const SOUND: f64 = 0.928;
/// The likeness of a name that can be short for another one by its letters.
const SHORT_FORM: f64 = 0.87;
/// A word of so many letters may hold three slips where all else is alike.
const LONG_TOKEN: usize = 9;
/// How alike such a word has to be.
const NEAR_LONG_TOKEN: f64 = 0.93;

/// Letters that two ways of writing one word have apart at the most.
const MOST_OTHER_LETTERS: u32 = 8;

/// How one part of a name, the given or the family names, fits its counterpart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fit {
    Equal,
    Shorter,
    Initial,
    Nickname,
    /// Another way of writing what sounds alike.
    Sound,
    Spelling(f64),
    Paired,
    None,
}

impl Fit {
    /// Orders fits, the best highest.
    pub(super) fn rank(self) -> f64 {
        match self {
            Self::Equal => 6.0,
            Self::Shorter => 5.0,
            Self::Initial => 4.0,
            Self::Nickname => 3.0,
            Self::Sound => 2.5,
            Self::Spelling(likeness) => 1.0 + likeness,
            Self::Paired => 1.0,
            Self::None => 0.0,
        }
    }

    /// The likeness of the part, 0 to 1, as a factor of the whole name's.
    pub(super) fn likeness(self) -> f64 {
        match self {
            Self::Equal | Self::Shorter | Self::Initial => 1.0,
            Self::Nickname => NICKNAME,
            Self::Sound => SOUND,
            Self::Spelling(likeness) => likeness,
            Self::Paired | Self::None => 0.0,
        }
    }

    /// The fit of two tokens together.
    fn worse(self, other: Self) -> Self {
        match (self, other) {
            (Self::Spelling(a), Self::Spelling(b)) => Self::Spelling(a * b),
            (a, b) if b.rank() < a.rank() => b,
            (a, _) => a,
        }
    }
}

/// Which half of a name is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Given,
    Family,
}

/// Fits the side with fewer tokens into the other, each token to the best one left.
pub(super) fn fit<'a>(
    a: impl Iterator<Item = &'a str> + Clone,
    b: impl Iterator<Item = &'a str> + Clone,
    part: Part,
) -> Fit {
    // Nearly all names have one token a part, and this runs for every candidate of a question.
    if let (Some(a), Some(b)) = (only(a.clone()), only(b.clone())) {
        return fit_token(a, b, part);
    }
    if a.clone().eq(b.clone()) {
        return Fit::Equal;
    }
    let (few, many): (Vec<&str>, Vec<&str>) = {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.collect(), b.collect());
        if a.len() <= b.len() { (a, b) } else { (b, a) }
    };
    // `Hans-Peter` and `Hanspeter`.
    if few.len() != many.len() && few.concat() == many.concat() {
        return Fit::Shorter;
    }
    if let (Part::Given, [one], [_, _, ..]) = (part, few.as_slice(), many.as_slice()) {
        // `HP Schäfer`, `Hape Schäfer`
        if are_initials(one, &many) {
            return Fit::Initial;
        }
        if are_nicknames(one, &many.concat()) {
            return Fit::Nickname;
        }
    }
    if few.is_empty() {
        return Fit::None;
    }
    // Equal words belong together, and are most of those that do.
    let mut left = many;
    let mut rest = few;
    rest.retain(|token| match left.iter().position(|other| other == token) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    });
    let mut whole = Fit::Equal;
    for token in rest {
        let best = left
            .iter()
            .map(|other| fit_token(token, other, part))
            .enumerate()
            // The first of equals, so that the outcome does not hang on the iterator.
            .fold((0, Fit::None), |best, next| {
                if next.1.rank() > best.1.rank() {
                    next
                } else {
                    best
                }
            });
        if best.1 == Fit::None {
            return Fit::None;
        }
        left.swap_remove(best.0);
        whole = whole.worse(best.1);
    }
    if left.is_empty() {
        whole
    } else {
        whole.worse(Fit::Shorter)
    }
}

fn only<'a>(mut tokens: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let token = tokens.next()?;
    tokens.next().is_none().then_some(token)
}

fn fit_token(a: &str, b: &str, part: Part) -> Fit {
    if a == b {
        return Fit::Equal;
    }
    // `Jörg W.`; a family name has no `Th.`
    if part == Part::Family && (is_initial(a) || is_initial(b)) {
        let fits = abbreviates(a, b) || abbreviates(b, a);
        return if fits { Fit::Initial } else { Fit::None };
    }
    if part == Part::Given {
        if abbreviates(a, b) || abbreviates(b, a) {
            return Fit::Initial;
        }
        if are_paired_names(a, b) && !are_nicknames(a, b) {
            return Fit::Paired;
        }
        if are_nicknames(a, b) {
            return Fit::Nickname;
        }
    }
    // Whoever has a number is told apart by it: `Gast12`, `Gast13`.
    if !digits(a).eq(digits(b)) {
        return Fit::None;
    }
    let letters = fit_letters(a, b);
    if letters.likeness() < SOUND && sound_alike(a, b) {
        return Fit::Sound;
    }
    if letters != Fit::None {
        return letters;
    }
    let is_alike = match part {
        Part::Family => are_one_family_name(a, b) || is_patronym(a, b) || is_patronym(b, a),
        Part::Given => is_short_form(a, b) || have_same_consonants(a, b),
    };
    if is_alike {
        Fit::Spelling(SHORT_FORM)
    } else {
        Fit::None
    }
}

fn digits(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(u8::is_ascii_digit)
}

/// How alike two words are letter by letter.
fn fit_letters(a: &str, b: &str) -> Fit {
    let (length_a, length_b) = (a.chars().count(), b.chars().count());
    let shorter = length_a.min(length_b);
    let allowed = if shorter < SHORT_TOKEN { 1 } else { 2 };
    if length_a.abs_diff(length_b) > allowed {
        return Fit::None;
    }
    // Most words have other letters altogether, which costs far less to see.
    let most = if shorter >= LONG_TOKEN {
        6
    } else if shorter < SHORT_TOKEN {
        2
    } else {
        4
    };
    if a.is_ascii() && b.is_ascii() && (letters_of(a) ^ letters_of(b)).count_ones() > most {
        return Fit::None;
    }
    let likeness = strsim::jaro_winkler(a, b);
    // One slip in a long word is one, even where repeated letters confuse the likeness (`Papperapp`).
    let is_long = shorter >= SHORT_TOKEN;
    if likeness < NEAR_TOKEN && !is_long {
        return Fit::None;
    }
    match strsim::osa_distance(a, b) {
        1 if is_long => Fit::Spelling(likeness.max(NEAR_TOKEN)),
        slips if slips <= allowed && likeness >= NEAR_TOKEN => Fit::Spelling(likeness),
        3 if shorter >= LONG_TOKEN && likeness >= NEAR_LONG_TOKEN => Fit::Spelling(NEAR_TOKEN),
        _ => Fit::None,
    }
}

/// Whether two words may fit, at no cost: no if they begin otherwise or have other letters altogether.
pub(super) fn may_fit(a: &str, b: &str) -> bool {
    if !a.is_ascii() || !b.is_ascii() || a.len().min(b.len()) <= 2 {
        return true;
    }
    may_begin_alike(a, b) && (letters_of(a) ^ letters_of(b)).count_ones() <= MOST_OTHER_LETTERS
}

/// A bit for each letter of a word.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |all, letter| all | 1 << (letter & 31))
}

/// Whether a word is the first letters of two or more given names: `HP`, Hans-Peter.
fn are_initials(word: &str, names: &[&str]) -> bool {
    word.len() == names.len()
        && word
            .chars()
            .zip(names)
            .all(|(letter, name)| name.starts_with(letter))
}

/// `Jónsd.`, Jónsdóttir
fn is_patronym(short: &str, long: &str) -> bool {
    let is_cut = long
        .strip_prefix(short)
        .is_some_and(|rest| !rest.is_empty());
    is_cut
        && ((short.ends_with('d') && long.ends_with("dottir"))
            || (short.ends_with('s') && long.ends_with("sson")))
}

/// Whether `short` is the initial of `long`: one letter, or one of the written groups (`Ch.`, `St.`).
fn abbreviates(short: &str, long: &str) -> bool {
    (is_initial(short) || matches!(short, "ch" | "chr" | "ph" | "st" | "th"))
        && long.len() > short.len()
        && long.starts_with(short)
}
