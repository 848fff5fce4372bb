//! The index itself: adding, removing and changing people.

use super::*;
use crate::identity::{KeyedName, Match, OrganisationHint, PersonName, Reason, Sought};

fn entry(id: i64, name: &str, address: &str) -> Entry {
    Entry {
        id: PersonId(id),
        name: KeyedName::from(&PersonName::parse(name)),
        addresses: vec![address.to_owned()],
        aliases: Vec::new(),
        organisation: None,
        in_event: true,
    }
}

fn find(directory: &Directory, written: &str, address: Option<&str>) -> Match {
    directory.find(&Sought {
        name: &KeyedName::from(&PersonName::parse(written)),
        written,
        address,
        organisation: OrganisationHint::Unknown,
    })
}

fn certain(id: i64, reason: Reason) -> Match {
    Match::Certain {
        id: PersonId(id),
        reason,
    }
}

#[test]
fn addresses_are_found_in_any_spelling_and_by_number() {
    let mut directory = Directory::default();
    directory.insert(entry(2, "Petra Huber", "info@example.org"));
    directory.insert(entry(1, "Max Huber", "INFO@example.org "));
    directory.add_address(PersonId(1), "Max <max@example.org>");
    directory.add_address(PersonId(1), "not an address");
    directory.add_address(PersonId(9), "nobody@example.org");
    assert_eq!(
        directory.find_by_address("Info@Example.org"),
        [PersonId(1), PersonId(2)]
    );
    assert_eq!(directory.find_by_address("max@example.org"), [PersonId(1)]);
    assert!(directory.find_by_address("nobody@example.org").is_empty());
    assert!(directory.find_by_address("not an address").is_empty());
}

#[test]
fn what_is_removed_is_found_no_more() {
    let mut directory = Directory::default();
    directory.insert(entry(1, "Anna Schmidt", "anna@example.org"));
    directory.add_alias(PersonId(1), "Bine");
    directory.insert(entry(2, "Anna Weber", "weber@example.org"));
    directory.remove(PersonId(1));
    for (written, address) in [
        ("Anna Schmidt", None),
        ("Anna Schmitt", None),
        ("Bine", None),
        ("Anna Schmidt", Some("anna@example.org")),
    ] {
        assert_eq!(
            find(&directory, written, address),
            Match::Unknown,
            "{written}"
        );
    }
    // The slot is reused.
    directory.insert(entry(3, "Anna Schmidt", "as@example.org"));
    assert_eq!(directory.records.len(), 2);
    assert_eq!(
        find(&directory, "Anna Schmidt", None),
        certain(3, Reason::OnlyOneInEvent)
    );
}

#[test]
fn a_replaced_person_is_found_by_what_they_are_now() {
    let mut directory = Directory::default();
    directory.insert(entry(1, "Anna Schmidt", "anna@example.org"));
    directory.remember_different("Anna Weber", None, PersonId(1));
    directory.replace(entry(1, "Anna Weber", "weber@example.org"));
    assert_eq!(find(&directory, "Anna Schmidt", None), Match::Unknown);
    assert_eq!(directory.find_by_address("anna@example.org"), []);
    // The answer survives the change.
    assert_eq!(find(&directory, "Anna Weber", None), Match::Unknown);
    assert_eq!(
        find(&directory, "Anna Weber", Some("weber@example.org")),
        certain(1, Reason::SameAddress)
    );
}

#[test]
fn facts_can_change_one_by_one() {
    let mut directory = Directory::default();
    directory.insert(Entry {
        in_event: false,
        ..entry(1, "Anna Schmidt", "anna@example.org")
    });
    assert!(matches!(
        find(&directory, "Anna Schmidt", None),
        Match::Doubtful { .. }
    ));
    directory.set_in_event(PersonId(1), true);
    assert_eq!(
        find(&directory, "Anna Schmidt", None),
        certain(1, Reason::OnlyOneInEvent)
    );

    let at = |directory: &Directory, organisation| {
        directory.find(&Sought {
            name: &KeyedName::from(&PersonName::parse("Anna Schmidt")),
            written: "Anna Schmidt",
            address: Some("other@gmx.de"),
            organisation: OrganisationHint::Known(OrganisationId(organisation)),
        })
    };
    assert!(matches!(at(&directory, 7), Match::Doubtful { .. }));
    directory.set_organisation(PersonId(1), Some(OrganisationId(7)));
    assert_eq!(
        at(&directory, 7),
        certain(1, Reason::SameNameSameOrganisation)
    );
    assert_eq!(at(&directory, 8), Match::Unknown);
}

#[test]
fn how_frequent_a_name_is_follows_who_is_in_the_event() {
    let mut directory = Directory::default();
    let name = KeyedName::new("Thomas", "Müller");
    for id in 1..=2_400 {
        directory.insert(Entry {
            in_event: false,
            // Each of the names belongs to one in a hundred.
            ..entry(
                id,
                &match id % 100 {
                    1 => format!("Thomas Family{id}"),
                    2 => format!("Given{id} Müller"),
                    _ => format!("Given{id} Family{id}"),
                },
                "",
            )
        });
    }
    directory.insert(entry(0, "Thomas Müller", ""));
    assert!(!directory.is_frequent(name.folded.view()));
    for id in 1..=2_400 {
        directory.set_in_event(PersonId(id), true);
        directory.set_in_event(PersonId(id), true);
    }
    assert!(directory.is_frequent(name.folded.view()));
    for id in 1..=2_400 {
        directory.remove(PersonId(id));
    }
    assert!(!directory.is_frequent(name.folded.view()));
}

#[test]
fn near_names_are_found_by_the_organisation_and_by_the_domain() {
    let mut directory = Directory::default();
    for id in 1..=300 {
        directory.insert(Entry {
            organisation: Some(OrganisationId(id % 30)),
            ..entry(
                id,
                "Anna Schmidt",
                &format!("person{id}@company{}.example.org", id % 60),
            )
        });
    }
    directory.add_address(PersonId(300), "anna@other.example.org");
    let found = |directory: &Directory, organisation: i64, domain: &str| -> Vec<i64> {
        let name = KeyedName::new("Anna", "Schmitt");
        let shared = Some((Some(OrganisationId(organisation)), Some(domain)));
        let mut found: Vec<i64> = directory
            .nearby(name.folded.view(), shared)
            .map(|record| record.id.0)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    // Everybody in the organisation and at the domain, including those with additional addresses.
    let of_seven: Vec<i64> = (1..=300).filter(|id| id % 30 == 7).collect();
    let all = found(&directory, 7, "@company7.example.org");
    assert!(of_seven.iter().all(|id| all.contains(id)), "{all:?}");
    assert!(found(&directory, 99, "@company8.example.org").contains(&68));
    assert_eq!(found(&directory, 99, "@other.example.org"), [300]);
    assert!(found(&directory, 99, "@nobody.example.org").is_empty());
    // Changes are found in their new state.
    directory.set_organisation(PersonId(300), Some(OrganisationId(99)));
    assert_eq!(found(&directory, 99, "@nobody.example.org"), [300]);
    directory.remove(PersonId(300));
    assert!(found(&directory, 99, "@other.example.org").is_empty());
}

#[test]
fn an_address_of_many_is_answered_as_one_of_few() {
    let mut directory = Directory::default();
    let letters = |number: i64| -> String {
        let digits = format!("{number:04}");
        digits.bytes().map(|digit| char::from(digit + 49)).collect()
    };
    for id in 1..=1_000 {
        let name = format!("Given{} Family{}", letters(id), letters(id * 7));
        directory.insert(entry(id, &name, "desk@example.org"));
    }
    directory.insert(entry(2_000, "Anna Schmidt", "desk@example.org"));
    directory.add_alias(PersonId(5), "Bine");
    let at = Some("desk@example.org");
    assert_eq!(
        find(&directory, "Anna Schmidt", at),
        certain(2_000, Reason::SameAddress)
    );
    assert_eq!(
        find(&directory, "Bine", at),
        certain(5, Reason::SameAddress)
    );
    let Match::Doubtful { candidates } = find(&directory, "Anna Schmitt", at) else {
        panic!("not asked");
    };
    assert_eq!(candidates[0].id, PersonId(2_000));
}
