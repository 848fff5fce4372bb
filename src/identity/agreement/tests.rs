//! Pairs of names and how well they agree.

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
        ("Hanspeter Vogel", "Hans-Peter Vogel"),
        ("Dirk Vandenberghe", "Van den Berghe, Dirk"),
        ("Minjun Kim", "Kim Min-jun"),
        ("Ahmed Abdelrahman", "Ahmed Abd el-Rahman"),
        ("Иван Петров", "Ivan Petrov"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
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
        ("Anna Heide", "Anna von der Heide", Likeness::Shorter),
        ("Müller", "Anna Müller", Likeness::OneName),
        ("Anna", "Anna Müller", Likeness::OneName),
        ("Hans-Peter", "Hans-Peter Vogel", Likeness::OneName),
        ("Peter", "Hans-Peter Vogel", Likeness::HalfOfOneName),
        ("Hans-Peter", "Peter Vogel", Likeness::HalfOfOneName),
        ("Hans-Peter Vogel", "HP Vogel", Likeness::Initial),
        ("Katalin Kovács", "Kovács Jánosné", Likeness::OneName),
        ("Kovács Jánosné", "Katalin Kovács", Likeness::OneName),
        ("Anna Maria", "Anna Maria Müller", Likeness::OneName),
        ("García López", "García López, María", Likeness::OneName),
        (
            "Ana Pereira Costa",
            "Pereira da Costa, Ana Catarina",
            Likeness::Shorter,
        ),
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
        ("Yulia Ivanova", "Julia Iwanowa"),
        ("Oleksandr Shevchenko", "Alexander Schewtschenko"),
        ("Anna Meier", "Anna Mayer"),
        ("Leonhard Böhm", "Leo Böhm"),
        ("Horst Zimmermann", "Horst Ziemmrann"),
        ("Sinéad O'Connor", "Sinéad Ó Conchobhair"),
        ("Guðrún Jónsdóttir", "Guðrún Jónsd."),
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
        ("Kim Sandab46", "Kim Sandab47"),
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
        // A vowel between consonants, to avoid creating an umlaut or a doubled letter.
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
