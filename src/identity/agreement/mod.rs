//! Decides whether two names can belong to one person.
//!
//! The names are compared part by part, given names with given names and family names with family names, each by the
//! best alignment of its folded tokens. A file may have swapped the two columns, so the crossed reading is tried as
//! well and the better result counts.
//!
//! *Weak likeness.* A given name with a different family name (after a wedding) and a pair such as Andrea/Andreas are
//! `Different` here. They are only worth a question if the address is the same, so [`compare`] reports them separately.

mod alignment;
mod folded_name;
mod same;

use super::names::PersonName;
use super::nicknames::is_wife_of;
use alignment::{Fit, NICKNAME, Part, fit, may_fit};

pub(super) use folded_name::{FoldedName, FoldedView, is_initial};
pub(super) use same::is_joined;

use same::{is_one_word, is_same};

/// How well two names agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Agreement {
    /// Equal keys: the same name apart from case, accents, order and titles.
    Same,
    /// One is less complete than the other and contradicts it nowhere: `A. Müller`, `Anna Müller`.
    Compatible,
    /// They may differ by a typo or a nickname; the likeness, 0 to 1.
    Near(f64),
    /// Two different names.
    Different,
}

/// Returns how well two names agree.
pub fn agree(a: &PersonName, b: &PersonName) -> Agreement {
    compare(FoldedName::of(a).view(), FoldedName::of(b).view()).agreement()
}

/// The minimum likeness of two whole names, the product of both parts: allows one slip, hardly ever two.
const NEAR_NAME: f64 = 0.86;
/// The likeness of `Hans Müller` and `Hans Müller jr.`: worth a question, never certain.
const GENERATION: f64 = 0.9;

/// The difference between two names, in falling order of likeness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Likeness {
    /// No difference.
    Same,
    /// One has more given or family names, or joins two in one word.
    Shorter,
    /// A given name is only an initial.
    Initial,
    /// One has a single name, which the other contains.
    OneName,
    /// One has a single name, which is one of two given or family names of the other.
    HalfOfOneName,
    /// One has a single name, which is a short form of the other's given name.
    OneNickname,
    /// A short form of the given name.
    Nickname,
    /// Spelling; the likeness, 0 to 1.
    Spelling(f64),
    /// The same given name with a different family name: a question only if the address is the same.
    OtherFamilyName,
    /// A pair such as Andrea and Andreas with one family name: a question only if the address is the same.
    PairedGivenName,
    /// Nothing in common that counts.
    None,
}

impl Likeness {
    /// Returns the agreement for a caller without further evidence.
    pub(super) fn agreement(self) -> Agreement {
        match self {
            Self::Same => Agreement::Same,
            Self::Shorter | Self::Initial | Self::OneName | Self::HalfOfOneName => {
                Agreement::Compatible
            }
            Self::Nickname | Self::OneNickname => Agreement::Near(NICKNAME),
            Self::Spelling(likeness) => Agreement::Near(likeness),
            Self::OtherFamilyName | Self::PairedGivenName | Self::None => Agreement::Different,
        }
    }

    /// Returns how strongly the name suggests one person, 0 to 1; suggestions are ordered by it.
    pub(super) fn score(self) -> f64 {
        match self {
            Self::Same => 1.0,
            Self::Shorter => 0.95,
            Self::Initial => 0.88,
            Self::OneName => 0.7,
            Self::HalfOfOneName => 0.65,
            Self::Nickname => NICKNAME,
            Self::Spelling(likeness) => likeness,
            Self::OneNickname | Self::OtherFamilyName | Self::PairedGivenName => 0.6,
            Self::None => 0.0,
        }
    }
}

/// Compares two folded names, including with swapped columns.
pub(super) fn compare(a: FoldedView<'_>, b: FoldedView<'_>) -> Likeness {
    if a.is_empty() || b.is_empty() {
        return Likeness::None;
    }
    if is_same(a, b) {
        return Likeness::Same;
    }
    match (a.generation(), b.generation()) {
        (None, None) => {}
        (Some(a), Some(b)) if a == b => {}
        (Some(_), Some(_)) => return Likeness::None,
        // A father has no suffix before there is a son: everything else may be equal and the person a different one.
        (Some(_), None) | (None, Some(_)) => {
            return match compare_parts(a, b).agreement() {
                Agreement::Compatible => Likeness::Spelling(GENERATION),
                _ => Likeness::None,
            };
        }
    }
    let straight = compare_parts(a, b);
    // A single name is tried in both columns anyway.
    let is_whole = |view: FoldedView<'_>| !view.given.is_empty() && !view.family.is_empty();
    if straight.score() >= Likeness::Shorter.score() || !is_whole(a) || !is_whole(b) {
        return straight;
    }
    // Both parts would have to fit, and one of them would be no nickname and begin like its counterpart.
    let may_be_crossed =
        meets(a.given_tokens(), &b.family_tokens()) || meets(a.family_tokens(), &b.given_tokens());
    if !may_be_crossed && a.tokens().count() + b.tokens().count() == 4 {
        return straight;
    }
    let crossed = compare_parts(a, b.swapped());
    // A given name that equals somebody's family name does not suggest a wedding.
    if crossed.score() > straight.score() && crossed.agreement() != Agreement::Different {
        crossed
    } else if straight.agreement() != Agreement::Different {
        straight
    } else if is_within_one_part(a, b) || is_within_one_part(b, a) {
        Likeness::OneName
    } else if is_within(a, b) || is_within(b, a) {
        Likeness::Shorter
    } else {
        straight
    }
}

/// Whether any word of one side may match any word of the other, by its first letter and its letters.
fn meets<'a>(
    mut one: impl Iterator<Item = &'a str>,
    other: &(impl Iterator<Item = &'a str> + Clone),
) -> bool {
    one.any(|token| other.clone().any(|counterpart| may_fit(token, counterpart)))
}

/// Whether both words of a name are given names of the other, or both are family names: `Anna Maria` or `García López`,
/// read as a given and a family name.
fn is_within_one_part(few: FoldedView<'_>, many: FoldedView<'_>) -> bool {
    few.tokens()
        .all(|token| many.given_tokens().any(|other| other == token))
        || few
            .tokens()
            .all(|token| many.family_tokens().any(|other| other == token))
}

/// Whether all words of a name are in the other, some among its given and some among its family names:
/// `Ana Pereira Costa` for Ana Catarina Pereira da Costa.
fn is_within(few: FoldedView<'_>, many: FoldedView<'_>) -> bool {
    let is_given = |token: &str| many.given_tokens().any(|other| other == token);
    let is_family = |token: &str| many.family_tokens().any(|other| other == token);
    few.tokens().count() > 2
        && few
            .tokens()
            .all(|token| token.len() > 1 && (is_given(token) || is_family(token)))
        && few.given_tokens().next().is_some_and(is_given)
        && few.family_tokens().any(is_family)
}

/// Compares given names with given names and family names with family names.
fn compare_parts(a: FoldedView<'_>, b: FoldedView<'_>) -> Likeness {
    match (
        a.given.is_empty() || a.family.is_empty(),
        b.given.is_empty() || b.family.is_empty(),
    ) {
        (false, false) => {}
        (true, false) => return compare_one_name(a, b),
        (false, true) => return compare_one_name(b, a),
        (true, true) => return compare_single_names(a, b),
    }
    let family = match fit(a.family_tokens(), b.family_tokens(), Part::Family) {
        // `El-Sayed`, `Elsayed`
        Fit::None | Fit::Spelling(_) if is_one_word(a.family, b.family) => Fit::Shorter,
        family => family,
    };
    let are_husbands = a.tokens().chain(b.tokens()).any(is_wife_of);
    // Most names share no family name, and then only an equal given name counts.
    let has_given = || {
        a.given_tokens()
            .any(|one| b.given_tokens().any(|other| one == other))
    };
    if family == Fit::None && !are_husbands && !has_given() {
        return Likeness::None;
    }
    let given = fit(a.given_tokens(), b.given_tokens(), Part::Given);
    let is_known = |fit: Fit| matches!(fit, Fit::Equal | Fit::Shorter);
    // The wife of János has a given name that is not written, whichever column `Jánosné` is in.
    let is_wife = |view: FoldedView<'_>| {
        (
            view.given_tokens().any(is_wife_of),
            view.family_tokens().any(is_wife_of),
        )
    };
    let (of_a, of_b) = (is_wife(a), is_wife(b));
    if are_husbands && of_a != of_b {
        let is_same =
            (of_a.1 == of_b.1 && is_known(family)) || (of_a.0 == of_b.0 && is_known(given));
        return if is_same {
            Likeness::OneName
        } else {
            Likeness::None
        };
    }
    let is_family_known = is_known(family);
    match given {
        Fit::Equal if family == Fit::None && !a.given_tokens().any(is_initial) => {
            Likeness::OtherFamilyName
        }
        Fit::Equal | Fit::Shorter if is_family_known => Likeness::Shorter,
        Fit::Initial if is_family_known => Likeness::Initial,
        Fit::Equal | Fit::Shorter if family == Fit::Initial => Likeness::Initial,
        // With an initial as family name nothing else may differ.
        _ if family == Fit::Initial => Likeness::None,
        Fit::Nickname if is_family_known => Likeness::Nickname,
        Fit::Paired if is_family_known => Likeness::PairedGivenName,
        // An initial fits too many people to forgive a slip in the family name as well.
        Fit::Initial => Likeness::None,
        // `Julia Iwanowa` and `Yulia Ivanova` are two spellings of both parts. `Alex Schmitt` has a short form and a
        // slip, which does not count as a second slip.
        Fit::Sound if family == Fit::Sound => Likeness::Spelling(NEAR_NAME),
        Fit::Nickname if family.likeness() >= NICKNAME => Likeness::Spelling(NEAR_NAME),
        _ => {
            let likeness = given.likeness() * family.likeness();
            if likeness >= NEAR_NAME {
                Likeness::Spelling(likeness)
            } else {
                Likeness::None
            }
        }
    }
}

/// Compares a single name with a full one: `Müller` or `Anna` with `Anna Müller`.
fn compare_one_name(one: FoldedView<'_>, whole: FoldedView<'_>) -> Likeness {
    let as_family = (
        fit(one.tokens(), whole.family_tokens(), Part::Family),
        whole.family_tokens().count(),
    );
    let as_given = (
        fit(one.tokens(), whole.given_tokens(), Part::Given),
        whole.given_tokens().count(),
    );
    let (best, words) = if as_given.0.rank() >= as_family.0.rank() {
        as_given
    } else {
        as_family
    };
    // `Hans-Peter` is neither a short form of Johannes nor a slip in Peter.
    let is_alike = one.tokens().count() == words;
    match best {
        Fit::Equal => Likeness::OneName,
        Fit::Shorter => Likeness::HalfOfOneName,
        Fit::Nickname if is_alike => Likeness::OneNickname,
        Fit::Sound if is_alike => Likeness::Spelling(NEAR_NAME),
        Fit::Spelling(likeness) if likeness >= NEAR_NAME && is_alike => {
            Likeness::Spelling(likeness)
        }
        _ => Likeness::None,
    }
}

/// Compares two single names.
fn compare_single_names(a: FoldedView<'_>, b: FoldedView<'_>) -> Likeness {
    match fit(a.tokens(), b.tokens(), Part::Family) {
        Fit::Equal | Fit::Shorter => Likeness::OneName,
        Fit::Sound => Likeness::Spelling(NEAR_NAME),
        Fit::Spelling(likeness) if likeness >= NEAR_NAME => Likeness::Spelling(likeness),
        _ => Likeness::None,
    }
}

#[cfg(test)]
mod tests;
