//! Compares one part of a name, the given or the family names, with its counterpart.
//!
//! *Calibration.* "Near" is meant as "a careful human would ask". Jaro–Winkler alone is too lenient with short names
//! that begin alike (Braun/Brand 0.91, Peter/Petra 0.91); an edit distance alone is too lenient with short names that
//! do not (Tim/Tom). A token is near only if both agree.

use super::super::nicknames::{
    are_nicknames, are_one_family_name, are_paired_names, is_short_form,
};
use super::super::sound::{have_same_consonants, may_begin_alike, sound_alike};
use super::folded_name::is_initial;

/// The minimum Jaro–Winkler likeness of two tokens that may be one name: keeps Meier/Maier (0.88), Anna/Anne (0.88) and
/// Anna/Anja (0.87), drops Lang/Long (0.85), Hans/Hanna (0.85), Tim/Tom (0.80).
const NEAR_TOKEN: f64 = 0.86;
/// Shorter tokens than this may differ by one edit, others by two.
const SHORT_TOKEN: usize = 6;
/// The likeness of a nickname and its name, below that of one wrong letter in a long name.
pub(super) const NICKNAME: f64 = 0.9;
/// The likeness of words that sound alike, too low for a question about people who are not in the event.
const SOUND: f64 = 0.928;
/// The likeness of a name that, by its letters, may be short for another.
const SHORT_FORM: f64 = 0.87;
/// Words of at least this many letters may contain three slips if everything else is alike.
const LONG_TOKEN: usize = 9;
/// The minimum likeness of such words.
const NEAR_LONG_TOKEN: f64 = 0.93;

/// The maximum number of letters that two spellings of one word do not share.
const MOST_OTHER_LETTERS: u32 = 8;

/// How well one part of a name, the given or the family names, fits its counterpart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fit {
    Equal,
    Shorter,
    Initial,
    Nickname,
    /// A different spelling of the same sound.
    Sound,
    Spelling(f64),
    Paired,
    None,
}

impl Fit {
    /// Ranks fits, best highest.
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

    /// Returns the likeness of this part, 0 to 1, as a factor of the whole name's likeness.
    pub(super) fn likeness(self) -> f64 {
        match self {
            Self::Equal | Self::Shorter | Self::Initial => 1.0,
            Self::Nickname => NICKNAME,
            Self::Sound => SOUND,
            Self::Spelling(likeness) => likeness,
            Self::Paired | Self::None => 0.0,
        }
    }

    /// Returns the combined fit of two tokens.
    fn worse(self, other: Self) -> Self {
        match (self, other) {
            (Self::Spelling(a), Self::Spelling(b)) => Self::Spelling(a * b),
            (a, b) if b.rank() < a.rank() => b,
            (a, _) => a,
        }
    }
}

/// The half of a name that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Given,
    Family,
}

/// Fits the side with fewer tokens into the other, matching each token with the best one left.
pub(super) fn fit<'a>(
    a: impl Iterator<Item = &'a str> + Clone,
    b: impl Iterator<Item = &'a str> + Clone,
    part: Part,
) -> Fit {
    // Nearly all names have one token per part, and this runs for every candidate of a question.
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
    // Match equal words first; they are most of the matches.
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
            // The first of equal fits wins, so that the result does not depend on the iterator.
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
    // `Jörg W.`; a family name is not abbreviated like `Th.`
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
    // A number distinguishes people: `Gast12`, `Gast13`.
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

/// Compares two words letter by letter.
fn fit_letters(a: &str, b: &str) -> Fit {
    let (length_a, length_b) = (a.chars().count(), b.chars().count());
    let shorter = length_a.min(length_b);
    let allowed = if shorter < SHORT_TOKEN { 1 } else { 2 };
    if length_a.abs_diff(length_b) > allowed {
        return Fit::None;
    }
    // Most words have entirely different letters, which is much cheaper to detect.
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
    // One slip in a long word is accepted even if repeated letters lower the likeness (`Papperapp`).
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

/// A cheap test whether two words may fit: they begin alike and share most letters.
pub(super) fn may_fit(a: &str, b: &str) -> bool {
    if !a.is_ascii() || !b.is_ascii() || a.len().min(b.len()) <= 2 {
        return true;
    }
    may_begin_alike(a, b) && (letters_of(a) ^ letters_of(b)).count_ones() <= MOST_OTHER_LETTERS
}

/// Returns one bit for each letter of a word.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |all, letter| all | 1 << (letter & 31))
}

/// Whether a word consists of the initials of two or more given names: `HP`, Hans-Peter.
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

/// Whether `short` abbreviates `long`: one letter, or one of the usual groups (`Ch.`, `St.`).
fn abbreviates(short: &str, long: &str) -> bool {
    (is_initial(short) || matches!(short, "ch" | "chr" | "ph" | "st" | "th"))
        && long.len() > short.len()
        && long.starts_with(short)
}
