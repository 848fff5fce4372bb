//! Examples from logs.

use super::*;
use crate::identity::{Entry, OrganisationDirectory, read_display_name};
use crate::model::OrganisationId;
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

/// The organisations in all cases, numbered from 1.
const ORGANISATIONS: [&str; 3] = ["BioM", "Photonik Süd", "Energie Nord"];

fn find(directory: &Directory, written: &str, address: &str) -> Match {
    let mut organisations = OrganisationDirectory::default();
    for (id, name) in (1..).zip(ORGANISATIONS) {
        organisations.insert(OrganisationId(id), name, None, &[]);
    }
    let display = read_display_name(written, &|text| organisations.find_certain(text).is_some());
    let organisation = display.organisation(&organisations);
    directory.find_attendee(&Attendee {
        display: &display,
        written,
        address: Some(address),
        organisation: organisation.as_ref(),
    })
}

fn check(people: &[Person], cases: &[(&str, &str, &str)]) {
    let directory = directory(people);
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(written, address, expected)| {
            (
                find(&directory, written, address),
                written,
                address,
                expected,
            )
        })
        .filter(|(found, .., expected)| outcome(found) != *expected)
        .map(|(found, written, address, expected)| {
            format!(
                "{written} <{address}>: {expected}, not {}: {found:?}",
                outcome(&found)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_whole_name_alone_in_the_event_is_certain_in_every_dress() {
    let people = [
        ("Jörg Weiß", "joerg.weiss@photonik.example", 2, true),
        ("Jörg Weber", "weber@biom.example", 1, true),
        ("Anna Müller Roth", "roth@biom.example", 1, true),
    ];
    check(
        &people,
        &[
            ("Jörg Weiß", "", "=1"),
            ("Weiß, Jörg (External)", "", "=1"),
            ("JOERG WEISS", "", "=1"),
            ("Weiss Jorg", "", "=1"),
            ("[Photonik Süd] Jörg Weiß (Unverified)", "", "=1"),
            ("Jörg Weiß, Photonik Süd", "", "=1"),
            ("Jörg Weiß - Photonik Süd", "", "=1"),
            ("Photonik Süd - Jörg Weiß", "", "=1"),
            // A word that is not a mark, role or place.
            ("Jörg Weiß, Optik", "", "?1"),
            ("Jörg Weiß - Köln", "", "=1"),
            ("Jörg Weiß (er/ihm)", "", "=1"),
            ("Jörg W. (Jörg Weiß)", "", "=1"),
            ("Jörg (Jörg Weiß) (Gast)", "", "=1"),
            ("iPhone (Jörg Weiß)", "", "=1"),
            ("joerg.weiss", "", "=1"),
            ("Müller Roth, Anna", "", "=3"),
            ("Anna Müller Roth", "", "=3"),
            // With somebody else's company.
            ("Jörg Weiß | BioM", "", "?1"),
            ("Jörg Weiß, Optik Ost", "", "?1"),
            ("Jörg Weiß (Optik Ost)", "", "?1"),
            ("Jörg Weiß - OptikHub", "", "?1"),
            // Less complete than on file.
            ("Jörg Weiß | Photonik", "", "=1"),
            ("Jörg Weiß (Moderation)", "", "=1"),
            ("Jörg Weiß - Gruppe 3", "", "=1"),
            ("JW (Jörg Weiß)", "", "=1"),
            ("Jörg Weiß (JW)", "", "=1"),
            ("Jörg Weiß (BMWi)", "", "?1"),
            ("Jörg Weiß | Siemens", "", "?1"),
        ],
    );
}

#[test]
fn a_name_in_signs_alone_is_asked_about_where_the_file_has_it_in_letters() {
    check(
        &[
            ("Wang Wei", "wang@biom.example", 1, true),
            ("王芳", "fang@biom.example", 1, true),
        ],
        &[
            ("王伟", "", "?1"),
            ("王伟", "wang@biom.example", "=1"),
            ("王芳", "", "=2"),
            ("Fang Wang", "", "?2"),
        ],
    );
    // Both may be meant: the one in letters and the one in CJK characters.
    check(
        &[
            ("Yifan Chen", "chen@biom.example", 1, true),
            ("陈一帆", "yi@nord.example", 2, true),
        ],
        &[
            ("Yi-Fan Chen", "", "?1 2"),
            ("Yi Fan Chen", "", "?1 2"),
            ("Yifan Chen", "", "?1 2"),
            ("Chen Yifan", "", "?1 2"),
            ("Yi-Fan Chen", "chen@biom.example", "=1"),
            ("陈一帆", "yi@nord.example", "=2"),
        ],
    );
}

#[test]
fn a_company_in_other_words_is_asked_about_once() {
    let mut directory = directory(&[("Jörg Weiß", "weiss@photonik.example", 2, true)]);
    assert_eq!(
        outcome(&find(&directory, "Jörg Weiß (TU Auental)", "")),
        "?1"
    );
    directory.add_alias(PersonId(1), "Jörg Weiß (TU Auental)");
    assert_eq!(
        outcome(&find(&directory, "Jörg Weiß (TU Auental)", "")),
        "=1"
    );
    assert_eq!(outcome(&find(&directory, "Jörg Weiß (BioM)", "")), "?1");
}

#[test]
fn a_private_address_is_nothing_against_anybody() {
    check(
        &[
            ("Jörg Weiß", "joerg.weiss@photonik.example", 2, true),
            ("Karl Berg", "karl@gmx.de", 1, true),
            ("Li Wu", "wu@biom.example", 1, true),
        ],
        &[
            ("Jörg Weiß", "jw77@gmx.de", "=1"),
            // A colleague of the same name, or a second address.
            ("Jörg Weiß", "joerg@photonik.example", "?1"),
            ("Karl Berg", "k.berg@biom.example", "=2"),
            // The address of another company counts against it.
            ("Jörg Weiß", "weiss@optik.example", "?1"),
            // And an address of other people proves nothing.
            ("Karl Berg", "joerg.weiss@photonik.example", "=2"),
            ("Wu Li", "lw@gmx.de", "?3"),
            ("Wu Li", "", "=3"),
        ],
    );
}

#[test]
fn an_own_address_forgives_a_slip() {
    check(
        &[
            ("Anna Schmidt", "anna@gmx.de", 1, true),
            ("Sabine Koch", "koch@biom.example", 1, true),
            ("Sabine Kohl", "kohl@biom.example", 1, true),
            ("Hans Vogel", "vogel@biom.example", 1, true),
            ("Petra Huber", "info@biom.example", 1, true),
            ("Bine Kohl", "b.kohl@biom.example", 1, true),
        ],
        &[
            ("Anna Schmitt", "ANNA@gmx.de", "=1"),
            ("A. Schmidt", "anna@gmx.de", "=1"),
            ("anna", "anna@gmx.de", "=1"),
            ("Bine Koch", "koch@biom.example", "=2"),
            ("Bine", "koch@biom.example", "=2"),
            ("S. K.", "koch@biom.example", "=2"),
            ("SK", "koch@biom.example", "=2"),
            ("", "koch@biom.example", "=2"),
            // A wedding.
            ("Anna Berg", "anna@gmx.de", "=1"),
            // A son, a shared mailbox, somebody with exactly this name, an unrelated name: a question.
            ("Eva Berg", "anna@gmx.de", "?1"),
            ("Büro 3", "koch@biom.example", "?2"),
            ("Hans Vogel jun.", "vogel@biom.example", "?4"),
            ("Petra Hubert", "info@biom.example", "?5"),
            ("Bine Kohl", "kohl@biom.example", "?3 6"),
        ],
    );
}

#[test]
fn a_single_name_is_never_certain_without_an_address() {
    check(
        &[
            ("Karin Roth", "roth@biom.example", 1, true),
            ("Jörg Weiß", "weiss@photonik.example", 2, true),
            ("Jörg Weber", "weber@biom.example", 1, true),
        ],
        &[
            ("Karin", "", "?1"),
            ("iPad von Karin", "", "?1"),
            ("karin | BioM", "", "?1"),
            ("Jörg W.", "", "?2 3"),
            ("J. Weiß", "", "?2"),
            ("Jörg W. | BioM", "", "?3 2"),
            ("Jörg", "weber@biom.example", "=3"),
            ("iPad von Karin", "roth@biom.example", "=1"),
            // Named by an address.
            ("roth@biom.example", "", "=1"),
            ("karin.roth@gmx.de", "", "=1"),
            ("nobody@biom.example", "", "-"),
        ],
    );
}

#[test]
fn two_readings_that_mean_two_people_are_asked() {
    check(
        &[
            ("Jörg Weiß", "weiss@photonik.example", 2, true),
            ("Karin Roth", "roth@biom.example", 1, true),
            ("Anna Müller", "mueller@biom.example", 1, true),
            ("Peter Lüdenscheidt", "pl@biom.example", 1, true),
        ],
        &[
            ("Karin Roth (Jörg Weiß)", "", "?1 2"),
            ("Jörg Weiß | Karin Roth", "", "?1 2"),
            ("Jörg Weiß, Karin Roth", "", "?1 2"),
            ("Jörg Weiß - Karin Roth", "", "?1 2"),
            // Perhaps somebody else is using his computer.
            ("Eva Klein (Jörg Weiß)", "", "?1"),
            ("Eva (Jörg Weiß)", "", "?1"),
            ("Jörg Weiß (Eva Klein)", "", "?1"),
            ("Jörg Weiß (Eva)", "", "?1"),
            // A double name rather than a company.
            ("Anna Müller - Lüdenscheidt", "", "?3"),
            ("Anna Müller - Optik", "", "?3"),
        ],
    );
}

#[test]
fn nobodys_name_is_never_certain() {
    let mut directory = directory(&[
        ("Karin Roth", "roth@biom.example", 1, true),
        ("Jörg Weiß", "weiss@photonik.example", 2, true),
    ]);
    for written in [
        "4930****123",
        " 493055500123 (Unverified)",
        "iPhone",
        "read.ai meeting notes",
        "Karin Roth (Otter.ai)",
        "Call-in User_2",
        "Gast",
    ] {
        assert_eq!(outcome(&find(&directory, written, "")), "-", "{written}");
        directory.add_alias(PersonId(1), written);
        let found = find(&directory, written, "");
        let Match::Doubtful { candidates } = &found else {
            panic!("{written}: {found:?}");
        };
        assert_eq!(
            candidates[0].reasons[0],
            Reason::RememberedName,
            "{written}"
        );
        assert_eq!(outcome(&found), "?1", "{written}");
    }
    assert_eq!(
        outcome(&find(&directory, "iPhone", "weiss@photonik.example")),
        "?2 1"
    );
    assert_eq!(
        outcome(&find(&directory, "--", "weiss@photonik.example")),
        "=2"
    );
    directory.remember_different("iPhone", None, PersonId(1));
    assert_eq!(outcome(&find(&directory, "iPhone", "")), "-");
}

#[test]
fn an_answer_for_a_single_name_holds_while_it_fits_nobody_else() {
    let people = [
        ("Karin Roth", "roth@biom.example", 1, true),
        ("Jörg Weiß", "weiss@photonik.example", 2, true),
        ("Karin Berg", "berg@biom.example", 1, false),
    ];
    let mut directory = directory(&people);
    directory.add_alias(PersonId(1), "iPad von Karin");
    directory.add_alias(PersonId(2), "JW");
    assert_eq!(outcome(&find(&directory, "iPad von Karin", "")), "=1");
    assert_eq!(outcome(&find(&directory, "JW", "")), "=2");
    // Another Karin takes part.
    directory.set_in_event(PersonId(3), true);
    assert_eq!(outcome(&find(&directory, "iPad von Karin", "")), "?1 3");
    directory.remember_different("iPad von Karin", None, PersonId(3));
    assert_eq!(outcome(&find(&directory, "iPad von Karin", "")), "=1");
    // And the first one does not.
    directory.set_in_event(PersonId(1), false);
    assert_eq!(outcome(&find(&directory, "iPad von Karin", "")), "?1");
}

#[test]
fn an_answer_beside_a_company_is_the_names_and_not_the_companys() {
    let mut directory = directory(&[
        ("Karin Roth", "roth@biom.example", 1, true),
        ("Eva Klein", "klein@biom.example", 1, true),
        ("Heinrich Matthias Vogel", "vogel@biom.example", 1, true),
    ]);
    directory.add_alias(PersonId(1), "BioM | iPad von Karin");
    directory.remember_different("BioM | iPad von Karin", None, PersonId(2));
    assert_eq!(outcome(&find(&directory, "BioM | Eva Klein", "")), "=2");
    assert_eq!(outcome(&find(&directory, "BioM | Karl Berg", "")), "-");
    let written = "BioM | iPad von Karin";
    let display = read_display_name(written, &|text| text == "BioM");
    directory.add_alias(PersonId(1), &display.alias(written));
    assert_eq!(outcome(&find(&directory, written, "")), "=1");
    // Another Karin gives her whole name next to it, and so does somebody sitting next to her.
    assert_eq!(outcome(&find(&directory, "Karin (Karin Vogel)", "")), "?1");
    assert_eq!(outcome(&find(&directory, "Karin (Optik)", "")), "=1");
    directory.add_alias(PersonId(1), "Optik Ost");
    assert_eq!(outcome(&find(&directory, "Otto Berg, Optik Ost", "")), "?1");
    assert_eq!(
        outcome(&find(&directory, "Optik Ost | Otto Berg", "")),
        "?1"
    );
    // The whole name of somebody else.
    directory.add_alias(PersonId(3), "iPad von Heinrich Matthias");
    assert_eq!(outcome(&find(&directory, "Heinrich, Matthias", "")), "?3");
}

#[test]
fn a_company_that_only_looks_like_theirs_is_another() {
    let directory = directory(&[("Jörg Weiß", "", 3, true)]);
    assert_eq!(
        outcome(&find(&directory, "Jörg Weiß (Energie Nerd)", "")),
        "?1"
    );
    assert_eq!(
        outcome(&find(&directory, "Jörg Weiß (EnergieNord)", "")),
        "=1"
    );
}

#[test]
fn two_people_of_one_name_are_told_apart_by_address_or_company_only() {
    check(
        &[
            ("Thomas Müller", "t.mueller@energie.example", 3, true),
            ("Thomas Müller", "thomas@biom.example", 1, true),
            ("Eva Klein", "eva@gmx.de", 1, true),
            ("Eva Klein", "eva@photonik.example", 2, false),
        ],
        &[
            ("Thomas Müller", "", "?1 2"),
            ("Müller, Thomas", "tm@gmx.de", "?1 2"),
            ("Thomas Müller", "T.Mueller@energie.example", "=1"),
            ("Thomas Müller (BioM)", "", "=2"),
            ("Thomas Müller - Energie Nord", "tm@gmx.de", "=1"),
            ("Eva Klein", "", "=3"),
            ("Eva Klein", "klein@photonik.example", "?4 3"),
        ],
    );
}

#[test]
fn the_lead_over_the_next_is_told() {
    let directory = directory(&[
        ("Thomas Müller", "t.mueller@energie.example", 3, true),
        ("Thomas Müller", "thomas@biom.example", 1, true),
        ("Anna Schmidt", "schmidt@biom.example", 1, true),
    ]);
    assert_eq!(find(&directory, "Thomas Müller", "").margin(), Some(0.0));
    let alone = find(&directory, "Anna Schmitt", "").margin();
    assert!(alone.is_some_and(|margin| margin > 0.7), "{alone:?}");
    assert_eq!(find(&directory, "Anna Schmidt", "").margin(), None);
    assert_eq!(find(&directory, "Nemo", "").margin(), None);
}

proptest! {
    #[test]
    fn any_log_is_answered_alike(
        rows in prop::collection::vec((".{0,20}|([A-Za-zü.,()|_-]{1,6} ){0,4}", "[a-c@. ]{0,8}"), 1..12),
    ) {
        let mut directory = Directory::default();
        for (id, (name, address)) in (1..).zip(&rows) {
            directory.insert(Entry {
                id: PersonId(id),
                name: KeyedName::from(&PersonName::parse(name)),
                addresses: vec![address.clone()],
                aliases: vec![name.clone()],
                organisation: None,
                in_event: id % 2 == 0,
            });
        }
        for (name, address) in &rows {
            let found = find(&directory, name, address);
            prop_assert_eq!(&found, &find(&directory, name, address));
            if let Match::Doubtful { candidates } = found {
                prop_assert!(!candidates.is_empty() && candidates.len() <= 5);
                prop_assert!(candidates.is_sorted_by(|a, b| a.score >= b.score));
            }
        }
    }
}

#[test]
fn what_is_found_plainly_is_found_by_all_rules() {
    let people: [Person; 6] = [
        ("Anna Maria Bach", "anna@biom.example", 1, true),
        ("Jörg Weiß", "weiss@photonik.example", 2, false),
        ("Li Wu", "li@energie.example", 3, true),
        ("Wu Li", "wu@energie.example", 3, true),
        ("Petra Roth", "info@biom.example", 1, true),
        ("Karin O'Neill-Vogel", "karin@biom.example", 1, true),
    ];
    let directory = directory(&people);
    let mut plain = 0;
    for (_, address, ..) in people {
        for written in [
            "Anna Maria Bach",
            "Bach, Anna Maria",
            "BACH ANNA MARIA",
            "Anna Bach",
            "Joerg Weiss",
            "Weiß, Jörg",
            "Jörg Weiß (BioM)",
            "Jörg",
            "Li Wu",
            "Wu Li",
            "Wu, Li",
            "Petra Roth",
            "Karin O'Neill-Vogel",
            "karin oneill vogel",
            "iPad von Karin",
            "Gast",
            "",
        ] {
            let Some(id) = directory.find_plainly(written, address) else {
                continue;
            };
            plain += 1;
            let found = find(&directory, written, address);
            assert!(
                matches!(found, Match::Certain { id: same, .. } if same == id),
                "{written} <{address}>: {found:?}"
            );
        }
    }
    assert!(plain > 8, "{plain}");
    // A shared mailbox and somebody else's address prove nothing.
    assert_eq!(
        directory.find_plainly("Petra Roth", "info@biom.example"),
        None
    );
    assert_eq!(
        directory.find_plainly("Petra Roth", "anna@biom.example"),
        None
    );
}
