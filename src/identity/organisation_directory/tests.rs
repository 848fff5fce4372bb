//! Cases of every rule, and the laws.

use super::*;
use proptest::prelude::*;

fn directory() -> OrganisationDirectory {
    let mut directory = OrganisationDirectory::default();
    let names = [
        "BioCluster Nord e.V.",
        "Photonik Süd",
        "Maritimes Netzwerk Ostsee GmbH",
        "Cluster Leichtbau 1",
        "Chemiepark Musterstadt",
        "Photonik Hub e.V.",
        "Photonik Hub GmbH",
        "Cluster Logistik Ostbayern",
    ];
    for (id, name) in (1..).zip(names) {
        directory.insert(OrganisationId(id), name, None, &[]);
    }
    let aliases = ["Medizintechnik Netz".to_owned()];
    directory.insert(
        OrganisationId(9),
        "Netzwerk Medizintechnik",
        Some("MedNetz"),
        &aliases,
    );
    directory
}

fn outcome(directory: &OrganisationDirectory, written: &str) -> String {
    match directory.find(written) {
        OrganisationMatch::Certain(id) => format!("={id}"),
        OrganisationMatch::Doubtful(candidates) => {
            let ids: Vec<String> = candidates.iter().map(|one| one.id.to_string()).collect();
            format!("?{}", ids.join(" "))
        }
        OrganisationMatch::Unknown => "-".to_owned(),
    }
}

#[test]
fn organisations_are_certain_by_key_asked_when_near_and_else_unknown() {
    let directory = directory();
    for (written, expected) in [
        ("BioCluster Nord", "=1"),
        ("BIOCLUSTER  NORD e. V.", "=1"),
        ("MedNetz", "=9"),
        ("medizintechnik netz e.V.", "=9"),
        // The legal form tells these two apart, where it is written.
        ("Photonik Hub e.V.", "=6"),
        ("photonik hub  GmbH", "=7"),
        ("Photonik Hub", "?6 7"),
        ("Bio Cluster Nord", "?1"),
        ("BioClustre Nord", "?1"),
        ("Photonik Süd; Geschäftsstelle", "?2"),
        ("Maritimes Netzwerk", "-"),
        ("Chemiepark", "?5"),
        ("Chemiepark Musterstatd", "?5"),
        ("BioCluster Süd", "-"),
        ("BioCluster", "-"),
        ("Photonik Nord", "-"),
        ("Photonik", "-"),
        ("Cluster Leichtbau 2", "-"),
        ("Cluster Leichtbau", "-"),
        ("Cluster Logistik Westbayern", "-"),
        ("Cluster Logistik", "-"),
        ("Cluster", "-"),
        ("Universität Musterstadt", "-"),
        ("", "-"),
        ("–", "-"),
    ] {
        assert_eq!(outcome(&directory, written), expected, "{written}");
    }
}

#[test]
fn names_come_and_go_and_answers_stay() {
    let mut directory = directory();
    directory.remember_different("Bio Cluster Nord", OrganisationId(1));
    assert_eq!(outcome(&directory, "BIO CLUSTER NORD e.V."), "-");
    directory.add_name(OrganisationId(2), "Lichtwerk");
    assert_eq!(outcome(&directory, "Lichtwerk GmbH"), "=2");
    directory.add_name(OrganisationId(3), "Lichtwerk");
    assert_eq!(outcome(&directory, "Lichtwerk"), "?2 3");
    directory.remember_different("Lichtwerk", OrganisationId(2));
    assert_eq!(outcome(&directory, "Lichtwerk"), "=3");
    for id in 1..=9 {
        directory.remove(OrganisationId(id));
    }
    assert!(directory.by_key.is_empty() && directory.by_text.is_empty());
    assert!(directory.by_word.is_empty() && directory.by_edge.is_empty());
    assert!(directory.by_letters.is_empty());
}

proptest! {
    #[test]
    fn what_is_a_slip_apart_is_looked_at(a in "[a-dä ]{0,8}", b in "[a-dä ]{0,8}") {
        prop_assert!(may_be_slip(&a, &b) || strsim::osa_distance(&a, &b) > SLIPS);
    }

    #[test]
    fn what_is_on_file_alone_is_certain_and_never_panics(
        name in ".{0,30}", other in "[a-dA-D .]{0,20}",
    ) {
        let mut directory = OrganisationDirectory::default();
        directory.insert(OrganisationId(1), &name, None, &[]);
        let expected = if organisation_key(&name).is_empty() {
            OrganisationMatch::Unknown
        } else {
            OrganisationMatch::Certain(OrganisationId(1))
        };
        prop_assert_eq!(directory.find(&name), expected);
        directory.insert(OrganisationId(2), &other, None, &[]);
        prop_assert_eq!(directory.find(&other), directory.clone().find(&other));
    }
}
