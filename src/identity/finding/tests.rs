//! Cases for every rule, and properties of all of them.

use super::*;
use crate::identity::{Entry, KeyedName, OrganisationHint, PersonName};
use crate::model::{OrganisationId, PersonId};
use proptest::prelude::*;

/// Formats the expected result of a case: `=1` is certain, `?1 2` doubtful with these candidates, `-` unknown.
fn outcome(found: &Match) -> String {
    match found {
        Match::Certain { id, .. } => format!("={id}"),
        Match::Doubtful { candidates } => {
            let ids: Vec<String> = candidates.iter().map(|one| one.id.to_string()).collect();
            format!("?{}", ids.join(" "))
        }
        Match::Unknown => "-".to_owned(),
    }
}

/// Name, address, organisation (0 for none), in the event.
type Person = (&'static str, &'static str, i64, bool);

fn directory(people: &[Person]) -> Directory {
    let mut directory = Directory::default();
    for (id, &(name, address, organisation, in_event)) in (1..).zip(people) {
        directory.insert(Entry {
            id: PersonId(id),
            name: KeyedName::from(&PersonName::parse(name)),
            addresses: vec![address.to_owned()],
            aliases: Vec::new(),
            organisation: (organisation > 0).then_some(OrganisationId(organisation)),
            in_event,
        });
    }
    directory
}

/// Organisation: 0 is none, negative is a new one.
fn find(directory: &Directory, written: &str, address: &str, organisation: i64) -> Match {
    directory.find(&Sought {
        name: &KeyedName::from(&PersonName::parse(written)),
        written,
        address: Some(address),
        organisation: match organisation {
            0 => OrganisationHint::Unknown,
            id if id > 0 => OrganisationHint::Known(OrganisationId(id)),
            _ => OrganisationHint::New,
        },
    })
}

fn check(people: &[Person], cases: &[(&str, &str, i64, &str)]) {
    let directory = directory(people);
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (find(&directory, case.0, case.1, case.2), case))
        .filter(|(found, case)| outcome(found) != case.3)
        .map(|(found, case)| format!("{case:?}, not {}: {found:?}", outcome(&found)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_personal_address_with_an_agreeing_name_is_certain() {
    check(
        &[("Anna Müller", "anna@gmx.de", 1, false)],
        &[
            ("Anna Müller", "ANNA@gmx.de", 0, "=1"),
            ("MUELLER, ANNA", "anna@gmx.de", 2, "=1"),
            ("A. Müller", "anna@gmx.de", -1, "=1"),
            ("Anna Maria Müller", "anna@gmx.de", 0, "=1"),
            ("Anna Müller-Lüdenscheidt", "anna@gmx.de", 0, "=1"),
            ("Anna", "anna@gmx.de", 0, "=1"),
            ("", "anna@gmx.de", 0, "=1"),
            ("Anne Müller", "anna@gmx.de", 0, "?1"),
            ("Anna Weber", "anna@gmx.de", 0, "?1"),
            ("Karl Weber", "anna@gmx.de", 0, "-"),
            // CJK characters that may sound like the name on file.
            ("佐藤健二", "anna@gmx.de", 0, "?1"),
            // It is their own address, whatever name the file gives.
            ("Anna-Lena Vogt", "anna@gmx.de", 0, "?1"),
            ("Karl Müller", "anna@gmx.de", 0, "-"),
            ("", "", 0, "-"),
            ("", "karl@gmx.de", 1, "-"),
        ],
    );
}

#[test]
fn a_shared_mailbox_takes_the_very_name_only() {
    let people = [
        ("Petra Huber", "info@verein.example", 1, true),
        ("Max Huber", "info@verein.example", 1, true),
        ("Anna Berg", "office@example.net", 0, true),
    ];
    check(
        &people,
        &[
            ("Petra Huber", "info@verein.example", 0, "=1"),
            ("Max Huber", "info@verein.example", 0, "=2"),
            ("P. Huber", "info@verein.example", 0, "?1"),
            ("Huber", "info@verein.example", 0, "?1 2"),
            ("Max Hubert", "info@verein.example", 0, "?2"),
            ("Max Weber", "info@verein.example", 0, "-"),
            ("Karl Vogel", "info@verein.example", 1, "-"),
            ("", "info@verein.example", 0, "?1 2"),
            ("Anna Berg", "office@example.net", 0, "=3"),
            ("A. Berg", "office@example.net", 0, "?3"),
            ("Anna Vogel", "office@example.net", 0, "-"),
            ("", "office@example.net", 0, "?3"),
        ],
    );
}

#[test]
fn a_buyers_address_says_nothing_of_the_others() {
    check(
        &[
            ("Petra Huber", "huber@firma.example", 0, true),
            ("Tom Berg", "berg@firma.example", 0, true),
            ("Karl Vogel", "vogel@anders.example", 0, true),
        ],
        &[
            ("Tom Berg", "huber@firma.example", 0, "=2"),
            // Both domains belong to organisations.
            ("Karl Vogel", "huber@firma.example", 0, "?3"),
            ("Eva Klein", "huber@firma.example", 0, "-"),
        ],
    );
}

#[test]
fn the_same_name_in_the_same_organisation_is_certain_once() {
    check(
        &[
            ("Anna Müller", "anna@gmx.de", 1, false),
            ("Tom Berg", "tom@gmx.de", 2, true),
            ("Tom Berg", "berg@gmx.de", 2, true),
            ("K. Vogel", "vogel@gmx.de", 2, true),
            ("Bine", "bine@gmx.de", 2, true),
        ],
        &[
            ("Anna Müller", "am@web.de", 1, "=1"),
            ("Müller, Anna", "", 1, "=1"),
            ("Tom Berg", "", 2, "?2 3"),
            ("Tom Berg", "tb@web.de", 2, "?2 3"),
            ("K. Vogel", "", 2, "?4"),
            ("Bine", "", 2, "?5"),
        ],
    );
}

#[test]
fn two_addresses_at_one_domain_are_a_question() {
    check(
        &[
            ("Thomas Müller", "thomas.mueller@firma.example", 1, true),
            ("Eva Klein", "info@firma.example", 1, true),
            ("Jan Ott", "jan.ott@firma.example", 0, true),
        ],
        &[
            ("Thomas Müller", "thomas.mueller2@firma.example", 1, "?1"),
            ("Thomas Müller", "t.mueller@firma.example", 1, "?1"),
            ("Thomas Müller", "t.mueller@firma.example", 0, "?1"),
            ("Thomas Müller", "t.mueller@firma.example", 2, "?1"),
            // An unrecognised spelling: the question is about the organisation, unless the address suggests two people.
            ("Thomas Müller", "t.mueller@firma.example", -1, "-"),
            ("Thomas Müller", "thomas.mueller2@firma.example", -1, "?1"),
            ("Jan Ott", "j.ott@firma.example", -1, "?3"),
            // A private one, and one that replaces an office's.
            ("Thomas Müller", "tm@gmx.de", 1, "=1"),
            ("Eva Klein", "eva.klein@firma.example", 1, "=2"),
        ],
    );
}

#[test]
fn a_new_employer_is_asked_about_where_nothing_tells_two_people() {
    check(
        &[("Eva Klein", "eva.klein@alt.example", 1, false)],
        &[
            ("Eva Klein", "eva.klein@neu.example", 2, "?1"),
            ("Eva Klein", "eva.klein@neu.example", -1, "?1"),
            ("Eva Klein", "eva@gmx.de", 2, "?1"),
            ("Eva Klein", "eva@gmx.de", -1, "?1"),
        ],
    );
}

#[test]
fn a_name_alone_in_the_event_is_certain_unless_something_speaks_against_it() {
    check(
        &[
            ("Anna Müller", "anna@bio.example", 1, true),
            ("Anna Müller", "am@gmx.de", 2, false),
            ("Tom Berg", "", 0, true),
            ("Eva Klein", "eva@gmx.de", 0, false),
            ("Jan Ott", "jan@gmx.de", 1, true),
            ("Jan Ott", "ott@gmx.de", 2, true),
        ],
        &[
            ("Anna Müller", "", 0, "=1"),
            // A different address, no organisation: a question, the one in the event first.
            ("Anna Müller", "anna@web.de", 0, "?1 2"),
            ("Anna Müller", "", 3, "?1 2"),
            ("Anna Müller", "", -1, "?1 2"),
            // A different address and organisation: two people, if one of them is in the event.
            ("Anna Müller", "anna@web.de", 3, "?2"),
            // An unrecognised organisation proves nothing.
            ("Anna Müller", "anna@web.de", -1, "?1 2"),
            ("Anna Müller", "anna@firma.example", 3, "?2"),
            ("Anna Müller", "anna@firma.example", -1, "?2"),
            ("Jan Ott", "jan@firma.example", 3, "-"),
            ("Tom Berg", "tom@web.de", 3, "=3"),
            ("Tom Berg", "tom@web.de", -1, "=3"),
            ("Eva Klein", "", 0, "?4"),
            ("Eva Klein", "", 7, "?4"),
            ("Jan Ott", "", 0, "?5 6"),
            ("Jan Ott", "ott@gmx.de", 0, "=6"),
        ],
    );
}

#[test]
fn a_name_the_other_way_round_with_another_address_is_asked() {
    check(
        &[
            ("Li Wu", "li.wu@bio.example", 1, true),
            ("Tom Berg", "tom.berg@bio.example", 1, true),
            ("Jean Pierre Martin", "martin@gmx.de", 2, true),
            ("Karl Vogel", "vogel@anders.example", 3, true),
        ],
        &[
            // Given and family name are two names: with a different address it may be another person.
            ("Wu Li", "wu.li@bio.example", 1, "?1"),
            ("Li, Wu", "wu.li@bio.example", 1, "?1"),
            ("Wu LI", "wu.li@bio.example", 1, "?1"),
            ("Martin Jean Pierre", "jp@web.de", 2, "?3"),
            // Marking the family name gives the same result.
            ("Wu, Li", "wu.li@web.de", 1, "=1"),
            ("WU Li", "wu.li@web.de", 1, "=1"),
            ("Li Wu", "wu.li@web.de", 1, "=1"),
            // Two addresses at one domain may belong to two people.
            ("Li Wu", "wu.li@bio.example", 1, "?1"),
            ("Martin, Jean Pierre", "jp@web.de", 2, "=3"),
            // Only the order counts against them.
            ("Wu Li", "", 1, "=1"),
            ("Wu Li", "", 0, "=1"),
            ("Wu Li", "li.wu@bio.example", 0, "=1"),
            ("Wu Li", "wu.li@web.de", 4, "-"),
            // An address of other people still counts as different.
            ("Berg Tom", "li.wu@bio.example", 0, "?2"),
            ("Berg, Tom", "li.wu@bio.example", 0, "=2"),
        ],
    );
}

#[test]
fn near_names_are_asked_with_evidence_only() {
    check(
        &[
            ("Anna Schmidt", "schmidt@bio.example", 1, true),
            ("Johannes Vogel", "vogel@bio.example", 1, true),
            ("Anna Maria Berg", "berg@gmx.de", 2, false),
            ("Thomas Müller", "tm@gmx.de", 2, true),
        ],
        &[
            ("Anna Schmitt", "", 1, "?1"),
            ("Anna Schmitt", "schmitt@bio.example", 1, "?1"),
            ("Anna Schmitt", "schmitt@bio.example", -1, "?1"),
            ("Anna Schmitt", "", 0, "?1"),
            ("Anna Schmitt", "anna@web.de", 2, "-"),
            ("Anna Schmitt", "anna@gmx.de", 0, "-"),
            ("Anna Schulz", "", 1, "-"),
            ("Anna Schulz", "", 0, "-"),
            ("Hans Vogel", "", 1, "?2"),
            ("J. Vogel", "", 0, "?2"),
            ("Vogel", "", 0, "?2"),
            ("Anna Berg", "", 0, "?3"),
            ("A. Berg", "", 0, "-"),
            ("Thomas Möller", "", 2, "?4"),
            ("Thomas Möller", "", 3, "-"),
        ],
    );
}

#[test]
fn remembered_names_are_used() {
    let mut directory = directory(&[
        ("Sabine Koch", "koch@gmx.de", 1, true),
        ("Anna Schmidt", "as@gmx.de", 1, true),
        ("Anna Müller", "am@gmx.de", 2, true),
        ("Petra Huber", "huber@gmx.de", 2, true),
    ]);
    directory.add_alias(PersonId(1), "Bine K.");
    directory.add_alias(PersonId(1), "Bine");
    directory.add_alias(PersonId(2), "Anna Müller");
    let found = |directory: &Directory, written: &str, address: &str, organisation| {
        outcome(&find(directory, written, address, organisation))
    };
    assert_eq!(found(&directory, "Bine (Gast)", "", 0), "=1");
    assert_eq!(found(&directory, "Bine", "koch@gmx.de", 0), "=1");
    assert_eq!(found(&directory, "Bine", "bine@web.de", 0), "?1");
    assert_eq!(found(&directory, "Bine", "huber@gmx.de", 0), "?1");
    assert_eq!(found(&directory, "Bine", "", 2), "?1");
    // Her name before the wedding now belongs to somebody else.
    assert_eq!(found(&directory, "Anna Müller", "", 0), "?2 3");
    directory.remember_different("Anna Müller", None, PersonId(3));
    assert_eq!(found(&directory, "Anna Müller", "", 0), "=2");
    assert_eq!(found(&directory, "Anna Müller", "am@gmx.de", 0), "=3");
    directory.set_in_event(PersonId(1), false);
    assert_eq!(found(&directory, "Bine", "", 0), "?1");
}

#[test]
fn not_the_same_is_never_suggested_again() {
    let mut directory = directory(&[("Anna Schmidt", "schmidt@bio.example", 1, true)]);
    let found = |directory: &Directory, written: &str, address: &str| {
        outcome(&find(directory, written, address, 1))
    };
    directory.remember_different("Anna Schmitt", Some("Schmitt@bio.example"), PersonId(1));
    assert_eq!(
        found(&directory, "SCHMITT, Anna", "schmitt@bio.example"),
        "-"
    );
    assert_eq!(
        found(&directory, "Anna Schmitt", "a.schmitt@bio.example"),
        "?1"
    );
    directory.remember_different("Anna Schmitt", None, PersonId(1));
    assert_eq!(
        found(&directory, "Anna Schmitt", "a.schmitt@bio.example"),
        "-"
    );
    assert_eq!(
        found(&directory, "Anna Schmitt", "schmidt@bio.example"),
        "?1"
    );
}

#[test]
fn a_suggestion_says_why() {
    let directory = directory(&[("Anna Schmidt", "schmidt@bio.example", 1, true)]);
    let Match::Doubtful { candidates } = find(&directory, "Anna Schmitt", "as@bio.example", 2)
    else {
        panic!("a question");
    };
    let reasons = candidates[0].reasons.as_slice();
    assert!(
        matches!(
            reasons,
            [
                Reason::NearName(likeness),
                Reason::OtherOrganisation,
                Reason::SameDomain
            ] if (0.935..0.945).contains(likeness)
        ),
        "{reasons:?}"
    );
    assert!((0.7..0.8).contains(&candidates[0].score));
}

proptest! {
    #[test]
    fn find_takes_any_text_and_answers_alike(
        rows in prop::collection::vec((".{0,20}", "[a-c@. ]{0,8}", -1_i64..3), 1..12),
    ) {
        let fill = |rows: &[(String, String, i64)]| {
            let mut directory = Directory::default();
            for (id, (name, address, organisation)) in (1..).zip(rows) {
                directory.insert(Entry {
                    id: PersonId(id),
                    name: KeyedName::from(&PersonName::parse(name)),
                    addresses: vec![address.clone()],
                    aliases: vec![name.clone()],
                    organisation: (*organisation > 0).then_some(OrganisationId(*organisation)),
                    in_event: *organisation == 0,
                });
            }
            directory
        };
        let (one, other) = (fill(&rows), fill(&rows));
        for (name, address, organisation) in &rows {
            let found = find(&one, name, address, *organisation);
            prop_assert_eq!(&found, &find(&other, name, address, *organisation));
            if let Match::Doubtful { candidates } = found {
                prop_assert!(!candidates.is_empty() && candidates.len() <= 5);
                prop_assert!(candidates.is_sorted_by(|a, b| a.score >= b.score));
            }
        }
    }

    #[test]
    fn two_people_of_one_name_are_never_taken_by_name_alone(
        given in "[A-Z][a-z]{2,6}", family in "[A-Z][a-z]{2,8}", address in "[a-z]{1,5}@web\\.de",
    ) {
        let mut directory = Directory::default();
        for id in 1..=2 {
            directory.insert(Entry {
                id: PersonId(id),
                name: KeyedName::new(&given, &family),
                addresses: vec![format!("{id}@example.org")],
                aliases: Vec::new(),
                organisation: Some(OrganisationId(id)),
                in_event: true,
            });
        }
        let written = format!("{given} {family}");
        prop_assert_eq!(outcome(&find(&directory, &written, "", 0)), "?1 2");
        prop_assert_eq!(outcome(&find(&directory, &written, &address, 3)), "-");
    }
}
