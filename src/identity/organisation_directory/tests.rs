//! Cases for every rule, and general properties.

use super::near::{SLIPS, may_be_slip};
use super::*;
use crate::identity::organisation_key;
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
        // The legal form distinguishes these two if it is written.
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
    assert!(directory.near.is_empty() && directory.by_spelling.is_empty());
}

fn reasons(directory: &OrganisationDirectory, written: &str, domain: Option<&str>) -> Vec<Reason> {
    match directory.find_at(written, domain) {
        OrganisationMatch::Doubtful(candidates) => candidates[0].reasons.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn letters_in_brackets_are_an_alias_as_long_as_nobody_else_is_called_so() {
    let mut directory = OrganisationDirectory::default();
    let full = "Cluster Grüne Energien Kiel (CGEK)";
    directory.insert(OrganisationId(1), full, None, &[]);
    directory.insert(OrganisationId(2), "ZLM", None, &[]);
    directory.insert(OrganisationId(3), "Stadt Frankfurt (Oder)", None, &[]);
    for (written, expected) in [
        ("CGEK", "=1"),
        ("CGEK e.V.", "=1"),
        ("Cluster Grüne Energien Kiel", "=1"),
        ("Cluster Grüne Energien Kiel (CGE)", "?1"),
        // Known only by its letters.
        ("Zentrum für Leichtbau Mitte (ZLM)", "=2"),
        ("Oder", "-"),
        ("Stadt Frankfurt am Main", "-"),
    ] {
        assert_eq!(outcome(&directory, written), expected, "{written}");
    }
    directory.add_name(OrganisationId(2), "Zentrum für Leichtbau Mitte (ZLM)");
    let other = "Zweckverband Landmaschinen (ZLM)";
    assert_eq!(outcome(&directory, other), "?2");
    directory.insert(
        OrganisationId(4),
        "Chemie-Gilde Elbe-Küste (CGEK)",
        None,
        &[],
    );
    assert_eq!(outcome(&directory, "CGEK"), "?1 4");
}

#[test]
fn a_missing_legal_form_says_nothing_and_another_one_is_asked_about() {
    let mut directory = OrganisationDirectory::default();
    directory.insert(OrganisationId(1), "Roth GmbH", None, &[]);
    for (written, expected) in [
        ("Roth", "=1"),
        ("ROTH Gesellschaft mbH", "=1"),
        ("Roth AG", "?1"),
        ("Roth GmbH & Co. KG", "?1"),
    ] {
        assert_eq!(outcome(&directory, written), expected, "{written}");
    }
    assert_eq!(
        reasons(&directory, "Roth AG", None),
        [Reason::OtherLegalForm]
    );
    directory.insert(OrganisationId(2), "Roth AG", None, &[]);
    for (written, expected) in [
        ("Roth Aktiengesellschaft", "=2"),
        ("roth gmbh", "=1"),
        ("Roth", "?1 2"),
        ("Roth e.V.", "?1 2"),
    ] {
        assert_eq!(outcome(&directory, written), expected, "{written}");
    }
    // A form that was not known yet is new, and the caller remembers it.
    directory.insert(OrganisationId(3), "Licht", None, &[]);
    assert_eq!(outcome(&directory, "Licht AG"), "=3");
    assert!(directory.is_new_name(OrganisationId(3), "Licht AG"));
    assert!(!directory.is_new_name(OrganisationId(3), "LICHT"));
    directory.add_name(OrganisationId(3), "Licht AG");
    assert_eq!(outcome(&directory, "Licht GmbH"), "?3");
}

#[test]
fn generated_spellings_are_asked_about_and_say_why() {
    let mut directory = OrganisationDirectory::default();
    let names = [
        "Deutsche Anstalt für Tief- und Wasserbau e.V.",
        "Friedrich-Krause-Universität Neustadt",
        "Max-Planck-Institut für Glasfasern",
        "NTU Altdorf University",
    ];
    for (id, name) in (1..).zip(names) {
        directory.insert(OrganisationId(id), name, None, &[]);
    }
    for (written, expected, reason) in [
        ("DATW", "?1", Reason::Acronym),
        (
            "Dt. Anstalt f. Tief- u. Wasserbau",
            "?1",
            Reason::Abbreviated,
        ),
        ("Uni Neustadt", "?2", Reason::PartOfName),
        ("MPI für Glasfasern", "?3", Reason::Abbreviated),
        ("NTU", "?4", Reason::Acronym),
        (
            "Lehrstuhl für Optik der Friedrich-Krause-Universität Neustadt",
            "?2",
            Reason::PartOfOrganisation,
        ),
    ] {
        assert_eq!(outcome(&directory, written), expected, "{written}");
        assert_eq!(reasons(&directory, written, None), [reason], "{written}");
    }
    assert_eq!(outcome(&directory, "Technische Universität Neustadt"), "-");
}

#[test]
fn a_domain_speaks_unless_it_is_everybodys() {
    let mut directory = OrganisationDirectory::default();
    directory.insert(OrganisationId(1), "Optik Hafen e.V.", None, &[]);
    directory.note_domain(OrganisationId(1), "lichtwerk.example.org");
    directory.note_domain(OrganisationId(1), "gmx.de");
    directory.note_domain(OrganisationId(1), "example.org");
    let at =
        |directory: &OrganisationDirectory, domain: &str| reasons(directory, "Werft", Some(domain));
    assert_eq!(
        at(&directory, "lichtwerk.example.org"),
        [Reason::SameDomain]
    );
    assert!(at(&directory, "gmx.de").is_empty() && at(&directory, "example.org").is_empty());
    // Its name matches the domain, so it may be meant.
    assert_eq!(reasons(&directory, "Lichtwerk", None), [Reason::DomainName]);
    // A host: only an organisation with a common word is a candidate.
    for id in 2..9 {
        directory.insert(OrganisationId(id), &format!("Betrieb {id}"), None, &[]);
        directory.note_domain(OrganisationId(id), "lichtwerk.example.org");
    }
    assert!(at(&directory, "lichtwerk.example.org").is_empty());
    let optics = reasons(&directory, "Optik am Kai", Some("lichtwerk.example.org"));
    assert_eq!(optics, [Reason::SameDomain]);
}

#[test]
fn pairs_on_file_are_found_once_until_they_are_answered() {
    let mut directory = OrganisationDirectory::default();
    let names = [
        "Optik Hafen GmbH",
        "Optik Hafen AG",
        "Optikhafen",
        "Werft Ost",
    ];
    for (id, name) in (1..).zip(names) {
        directory.insert(OrganisationId(id), name, None, &[]);
    }
    let pairs = |directory: &OrganisationDirectory| -> Vec<(i64, i64)> {
        let pairs = directory.pairs();
        pairs.iter().map(|it| (it.one.0, it.other.0)).collect()
    };
    assert_eq!(pairs(&directory), [(1, 3), (2, 3), (1, 2)]);
    directory.remember_different("Optik Hafen AG", OrganisationId(1));
    assert_eq!(pairs(&directory), [(1, 3), (2, 3)]);
}

/// Counts the pairs in a list of spellings, which has lines for one organisation and for two.
fn measured(list: &str) -> (usize, usize, usize) {
    let (mut joined, mut silent, mut all) = (0, 0, 0);
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('|').map(str::trim);
        let is_one = cells.next() == Some("one");
        let full = cells.next().unwrap();
        for other in cells {
            for (known, written) in [(full, other), (other, full)] {
                let mut directory = OrganisationDirectory::default();
                directory.insert(OrganisationId(1), known, None, &[]);
                let alone = directory.find(written);
                directory.note_domain(OrganisationId(1), "own.example.net");
                let beside = directory.find_at(written, Some("own.example.net"));
                let is_certain = matches!(alone, OrganisationMatch::Certain(_));
                if is_one {
                    all += 1;
                    silent += usize::from(alone == OrganisationMatch::Unknown);
                    assert_ne!(beside, OrganisationMatch::Unknown, "{known} / {written}");
                } else {
                    joined += usize::from(is_certain);
                    assert!(!matches!(beside, OrganisationMatch::Certain(_)), "{line}");
                }
            }
        }
    }
    (joined, silent, all)
}

#[test]
fn spellings_that_people_write_are_joined_rightly_or_asked_about() {
    let list = include_str!("spellings.txt");
    let (joined, silent, all) = measured(list);
    assert_eq!(joined, 0);
    // Without a domain as evidence.
    assert!(silent * 10 <= all, "{silent} of {all}");
    // All together: certain results are right.
    let lines = || list.lines().filter_map(|line| line.strip_prefix("one |"));
    let mut directory = OrganisationDirectory::default();
    for (id, line) in (1..).zip(lines()) {
        let full = line.split('|').next().unwrap();
        directory.insert(OrganisationId(id), full.trim(), None, &[]);
    }
    assert!(directory.pairs().is_empty());
    for (id, line) in (1..).zip(lines()) {
        for written in line.split('|') {
            let found = directory.find_certain(written.trim());
            assert!(found.is_none_or(|found| found.0 == id), "{written}");
        }
    }
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
