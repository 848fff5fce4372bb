//! Whether two names can be one person's.
//!
//! The names are compared part by part, given names with given names and family names with family
//! names, each by its best alignment of folded tokens. A file may have swapped the two columns, so
//! the crossed reading is tried as well and the better of the two counts.
//!
//! *Weak likeness.* A given name with another family name (after a wedding) and a pair such as
//! Andrea/Andreas are `Different` here. They are worth a question only where the address is the
//! same, so [`compare`] reports them apart.

mod alignment;
mod folded_name;

use super::names::PersonName;
use alignment::{Fit, NICKNAME, Part, fit};

pub(super) use folded_name::{FoldedName, FoldedView, is_initial};

/// How two names stand to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Agreement {
    /// Equal keys: case, accents, order and titles aside, the same name.
    Same,
    /// One says less than the other and contradicts it nowhere: `A. Müller`, `Anna Müller`.
    Compatible,
    /// A slip of the pen or a nickname may lie between them; the likeness, 0 to 1.
    Near(f64),
    /// Two names.
    Different,
}

/// Tells how two names stand to each other.
pub fn agree(a: &PersonName, b: &PersonName) -> Agreement {
    compare(FoldedName::of(a).view(), FoldedName::of(b).view()).agreement()
}

/// The least likeness of two whole names, the product of both parts: one slip, hardly ever two.
const NEAR_NAME: f64 = 0.86;
/// The likeness of `Hans Müller` and `Hans Müller jr.`: to be asked, never to be taken for one.
const GENERATION: f64 = 0.9;

/// What lies between two names, in falling order of likeness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Likeness {
    /// Nothing.
    Same,
    /// One has more given or family names, or writes two in one word.
    Shorter,
    /// A given name is only an initial.
    Initial,
    /// One has a single name, which the other has as well.
    OneName,
    /// One has a single name, which is one of the other's two given or family names.
    HalfOfOneName,
    /// One has a single name, which is a short form of the other's given name.
    OneNickname,
    /// The given name's short form.
    Nickname,
    /// Spelling; the likeness, 0 to 1.
    Spelling(f64),
    /// The same given name with another family name: a question only with the same address.
    OtherFamilyName,
    /// Andrea and Andreas with one family name: a question only with the same address.
    PairedGivenName,
    /// Nothing in common that counts.
    None,
}

impl Likeness {
    /// What a caller without further evidence is told.
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

    /// How much of the name speaks for one person, 0 to 1; the order of suggestions rests on it.
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

/// Compares two folded names, crossed columns included.
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
        // A father has no suffix before there is a son: the rest may be equal and the person another.
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
    let crossed = compare_parts(a, b.swapped());
    // A given name that equals somebody's family name says nothing of a wedding.
    if crossed.score() > straight.score() && crossed.agreement() != Agreement::Different {
        crossed
    } else if straight.agreement() == Agreement::Different
        && (is_within_one_part(a, b) || is_within_one_part(b, a))
    {
        Likeness::OneName
    } else {
        straight
    }
}

/// Whether both words of a name are given names of the other, or both family names: `Anna Maria` read
/// as a name and a family name, `García López` likewise.
fn is_within_one_part(few: FoldedView<'_>, many: FoldedView<'_>) -> bool {
    few.tokens()
        .all(|token| many.given_tokens().any(|other| other == token))
        || few
            .tokens()
            .all(|token| many.family_tokens().any(|other| other == token))
}

/// Whether both names have the same tokens, in whatever order.
fn is_same(a: FoldedView<'_>, b: FoldedView<'_>) -> bool {
    fn sorted(view: FoldedView<'_>) -> Vec<&str> {
        let mut tokens: Vec<&str> = view
            .given_tokens()
            .chain(view.family.split_ascii_whitespace())
            .collect();
        tokens.sort_unstable();
        tokens
    }
    let length = |view: FoldedView<'_>| view.given.len() + view.family.len();
    a == b || (length(a).abs_diff(length(b)) <= 1 && sorted(a) == sorted(b))
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
    let family = fit(a.family_tokens(), b.family_tokens(), Part::Family);
    // Most names on file share no family name: the cheaper half of the answer first.
    let given = fit(a.given_tokens(), b.given_tokens(), Part::Given);
    let is_family_known = matches!(family, Fit::Equal | Fit::Shorter);
    match given {
        Fit::Equal if family == Fit::None && !a.given_tokens().any(is_initial) => {
            Likeness::OtherFamilyName
        }
        Fit::Equal | Fit::Shorter if is_family_known => Likeness::Shorter,
        Fit::Initial if is_family_known => Likeness::Initial,
        Fit::Equal | Fit::Shorter if family == Fit::Initial => Likeness::Initial,
        // With an initial for a family name nothing else may differ.
        _ if family == Fit::Initial => Likeness::None,
        Fit::Nickname if is_family_known => Likeness::Nickname,
        Fit::Paired if is_family_known => Likeness::PairedGivenName,
        // An initial fits too many people to forgive the family name a slip as well.
        Fit::Initial => Likeness::None,
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

/// Compares a name of one part with a whole one: `Müller` or `Anna` with `Anna Müller`.
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
    // `Hans-Peter` is no short form of Johannes, nor a slip in Peter.
    let is_alike = one.tokens().count() == words;
    match best {
        Fit::Equal => Likeness::OneName,
        Fit::Shorter => Likeness::HalfOfOneName,
        Fit::Nickname if is_alike => Likeness::OneNickname,
        Fit::Spelling(likeness) if likeness >= NEAR_NAME && is_alike => {
            Likeness::Spelling(likeness)
        }
        _ => Likeness::None,
    }
}

/// Compares two names of one part each.
fn compare_single_names(a: FoldedView<'_>, b: FoldedView<'_>) -> Likeness {
    match fit(a.tokens(), b.tokens(), Part::Family) {
        Fit::Equal | Fit::Shorter => Likeness::OneName,
        Fit::Spelling(likeness) if likeness >= NEAR_NAME => Likeness::Spelling(likeness),
        _ => Likeness::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agreement(a: &str, b: &str) -> Agreement {
        agree(&PersonName::parse(a), &PersonName::parse(b))
    }

    fn likeness(a: &str, b: &str) -> Likeness {
        let folded = |text: &str| FoldedName::of(&PersonName::parse(text));
        compare(folded(a).view(), folded(b).view())
    }

    #[test]
    fn equal_names_are_the_same_however_written() {
        for (a, b) in [
            ("Anna Müller", "Anna Müller"),
            ("Anna Müller", "MUELLER, Anna"),
            ("Anna Müller", "Muller Anna"),
            ("Jörg Weiß", "Joerg Weiss"),
            ("Dr. Anna Müller", "Anna Müller"),
            ("Anna von der Heide", "Von der Heide, Anna"),
            ("Jan-Ole Petersen", "Jan Ole Petersen"),
        ] {
            assert_eq!(agreement(a, b), Agreement::Same, "{a} / {b}");
        }
    }

    #[test]
    fn a_name_that_says_less_is_compatible() {
        for (a, b, expected) in [
            ("A. Müller", "Anna Müller", Likeness::Initial),
            ("Müller, A.", "Anna Müller", Likeness::Initial),
            ("A. M. Müller", "Anna Maria Müller", Likeness::Initial),
            ("Th. Weber", "Thomas Weber", Likeness::Initial),
            ("Jörg W.", "Jörg Weiß", Likeness::Initial),
            ("W., Jörg", "Jörg Weiß", Likeness::Initial),
            ("Anna Müller", "Anna Maria Müller", Likeness::Shorter),
            ("Maria Müller", "Anna Maria Müller", Likeness::Shorter),
            ("Anna Müller", "Anna Müller-Lüdenscheidt", Likeness::Shorter),
            (
                "Anna Lüdenscheidt",
                "Anna Müller-Lüdenscheidt",
                Likeness::Shorter,
            ),
            ("Hanspeter Vogel", "Hans-Peter Vogel", Likeness::Shorter),
            ("Anna Heide", "Anna von der Heide", Likeness::Shorter),
            ("Müller", "Anna Müller", Likeness::OneName),
            ("Anna", "Anna Müller", Likeness::OneName),
            ("Hans-Peter", "Hans-Peter Vogel", Likeness::OneName),
            ("Peter", "Hans-Peter Vogel", Likeness::HalfOfOneName),
            ("Hans-Peter", "Peter Vogel", Likeness::HalfOfOneName),
            ("Anna Maria", "Anna Maria Müller", Likeness::OneName),
            ("García López", "García López, María", Likeness::OneName),
        ] {
            assert_eq!(likeness(a, b), expected, "{a} / {b}");
            assert_eq!(agreement(a, b), Agreement::Compatible, "{a} / {b}");
        }
    }

    #[test]
    fn a_slip_or_a_nickname_is_near() {
        for (a, b) in [
            ("Anna Müller", "Anne Müller"),
            ("Thomas Müller", "Thomas Möller"),
            ("Anna Schmidt", "Anna Schmitt"),
            ("Karl Bauer", "Karl Baur"),
            ("Anna Meier", "Anna Maier"),
            ("Anna Meyer", "Anna Mayer"),
            ("Sebastian Krämer", "Sebastain Krämer"),
            ("Anna M?ller", "Anna Müller"),
            ("Schmitt Anna", "Anna Schmidt"),
            ("Hans Vogel", "Johannes Vogel"),
            ("Tom Berg", "Thomas Berg"),
            ("Kasia Nowak", "Katarzyna Nowak"),
            ("Lisa Huber", "Elisabeth Huber"),
            ("Sascha Klein", "Alexander Klein"),
            ("Mike Wolf", "Michael Wolf"),
            ("Bob Miller", "Robert Miller"),
            ("Hans Müller", "Hans Müller jr."),
        ] {
            assert!(
                matches!(agreement(a, b), Agreement::Near(likeness) if (NEAR_NAME..1.0).contains(&likeness)),
                "{a} / {b}: {:?}",
                agreement(a, b)
            );
        }
    }

    #[test]
    fn two_people_are_different() {
        for (a, b) in [
            ("Petra Huber", "Max Huber"),
            ("Anna Schmidt", "Anna Schulz"),
            ("Anna Schmidt", "Petra Schmidt"),
            ("Peter Huber", "Petra Huber"),
            ("Andrea Müller", "Andreas Müller"),
            ("Jan Novak", "Jana Novak"),
            ("Tim Wolf", "Tom Wolf"),
            ("Stefan Braun", "Stefan Brand"),
            ("Michael Weber", "Michael Huber"),
            ("B. Müller", "Anna Müller"),
            ("A. Müller", "Anna Möller"),
            ("A. M.", "Anna Möller"),
            ("Anne M.", "Anna Möller"),
            ("Jörg W.", "Jörg Braun"),
            ("Anna Müller-Weber", "Anna Müller-Huber"),
            ("Anna von der Heide", "Anna von der Tann"),
            ("Hans Müller sen.", "Hans Müller jun."),
            ("Alexandra Klein", "Alexander Klein"),
            ("", "Anna Müller"),
            ("", ""),
        ] {
            assert_eq!(agreement(a, b), Agreement::Different, "{a} / {b}");
        }
    }

    #[test]
    fn weak_likeness_is_told_apart() {
        assert_eq!(
            likeness("Anna Schmidt", "Anna Schulz"),
            Likeness::OtherFamilyName
        );
        assert_eq!(
            likeness("Andrea Müller", "Andreas Müller"),
            Likeness::PairedGivenName
        );
        assert_eq!(likeness("A. Schmidt", "A. Schulz"), Likeness::None);
        assert_eq!(likeness("Bine", "Sabine Koch"), Likeness::OneNickname);
        assert_eq!(likeness("Hans-Peter", "Johannes Vogel"), Likeness::None);
    }

    proptest! {
        #[test]
        fn agreement_has_no_direction(
            a in "[AEMTae]{1,6}( [a-z]{1,5})?( [A-Za-zäöüß]{1,8})?",
            b in "[AEMTae]{1,6}( [a-z]{1,5})?( [A-Za-zäöüß]{1,8})?",
        ) {
            prop_assert_eq!(agreement(&a, &b), agreement(&b, &a));
        }

        #[test]
        fn a_name_agrees_with_itself(given in "[A-Z][a-zäöü]{1,8}", family in "[A-Z][a-zäöü]{1,8}") {
            let name = PersonName { title: None, given, family };
            prop_assert_eq!(agree(&name, &name), Agreement::Same);
        }

        #[test]
        fn one_changed_letter_in_a_long_family_name_is_asked(
            family in "[A-Z][bcdfghklmnprst]{7}",
            at in 1_usize..8,
        ) {
            // A vowel between consonants, so that no umlaut and no equal letter comes about.
            let other: String = family
                .char_indices()
                .map(|(index, letter)| if index == at { 'i' } else { letter })
                .collect();
            let name = |family: &str| PersonName {
                title: None,
                given: "Thomas".to_owned(),
                family: family.to_owned(),
            };
            prop_assert!(matches!(agree(&name(&family), &name(&other)), Agreement::Near(_)));
        }

        #[test]
        fn agreement_takes_any_text(a in ".{0,40}", b in ".{0,40}") {
            agreement(&a, &b);
        }
    }
}
