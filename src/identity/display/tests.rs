//! Display names as platforms write them.

use super::{DisplayName, read_display_name};
use crate::identity::PersonName;
use proptest::prelude::*;

fn read(written: &str) -> DisplayName {
    let on_file = ["Photonik Süd", "BioM", "Energie Nord", "Müller"];
    read_display_name(written, &|text| on_file.contains(&text))
}

fn whole(name: &PersonName) -> String {
    format!("{}/{}", name.given, name.family)
}

/// Formats the readings, the former name in brackets, and the company.
fn shown(display: &DisplayName) -> String {
    let mut text: Vec<String> = display.names.iter().map(whole).collect();
    text.extend(
        display
            .original
            .iter()
            .map(|name| format!("({})", whole(name))),
    );
    text.extend(display.company.iter().map(|company| format!("@{company}")));
    text.join(" ")
}

#[test]
fn what_stands_round_a_name_is_read() {
    for (written, expected) in [
        ("Jörg Weiß", "Jörg/Weiß"),
        ("Weiß, Jörg", "Jörg/Weiß"),
        ("anna müller", "Anna/Müller"),
        ("MUSTER ERNA (EXT)", "Muster/Erna"),
        ("Müller, Anna (External)", "Anna/Müller"),
        ("Müller, Dr. Anna (External) (Unverified)", "Anna/Müller"),
        ("priya (she/her)", "/Priya"),
        ("Anna Müller she/her", "Anna/Müller"),
        ("iPad von Karin", "/Karin"),
        ("Karins iPhone (2)", "/Karin"),
        ("iPhone (Brian Smith)", "Brian/Smith"),
        ("24JR1A05L3(Priya Rao)", "Priya/Rao"),
        ("Call-in User_2 (Anna Müller)", "Anna/Müller"),
        ("Gast (Anna Müller)", "Anna/Müller"),
        ("Anna Müller 2", "Anna/Müller"),
        ("07 Anna Müller", "Anna/Müller"),
        ("anna.mueller", "anna/mueller"),
        ("anna_müller", "Anna/Müller"),
        ("anna.mueller@biom.example.org", "anna/mueller"),
        ("J.P. Brandt", "J.P./Brandt"),
    ] {
        let display = read(written);
        assert_eq!(display.nobody, None, "{written}");
        assert_eq!(
            shown(&display).to_lowercase(),
            expected.to_lowercase(),
            "{written}"
        );
    }
}

#[test]
fn a_former_name_stands_beside_the_name_of_now() {
    for (written, expected) in [
        ("Jörg W. (Jörg Weiß)", "Jörg/W. (Jörg/Weiß)"),
        ("Anna (Anna Müller) (Gast)", "/Anna (Anna/Müller)"),
        ("Anna Müller (Müller, Anna)", "Anna/Müller"),
        ("Anna Müller (geb. Schmidt)", "Anna/Müller (Anna/Schmidt)"),
        (
            "Anna Müller (Anna Schmidt, BioM)",
            "Anna/Müller (Anna/Schmidt) @BioM",
        ),
    ] {
        assert_eq!(shown(&read(written)), expected, "{written}");
    }
    assert_eq!(
        read("Anna (Anna Müller)").name().map(whole).as_deref(),
        Some("Anna/Müller")
    );
    assert_eq!(read("Anna").name().map(whole).as_deref(), Some("/Anna"));
}

#[test]
fn an_answer_is_remembered_for_the_name() {
    for (written, alias) in [
        ("BioM | iPad von Karin (Gast)", "Karin"),
        ("Roth, Anna - Energie Nord", "Anna Roth"),
        ("Jörg W. (Jörg Weiß)", "Jörg W."),
        (" 4930****123 (Unverified)", "4930****123 (Unverified)"),
        ("Anna Müller (Otter.ai)", "Anna Müller (Otter.ai)"),
    ] {
        assert_eq!(read(written).alias(written), alias, "{written}");
    }
}

#[test]
fn a_company_on_file_is_no_part_of_the_name() {
    for (written, expected) in [
        (
            "[Photonik Süd] Jörg Weiß (Unverified)",
            "Jörg/Weiß @Photonik Süd",
        ),
        ("Jörg Weiß (Photonik Süd)", "Jörg/Weiß @Photonik Süd"),
        ("Jörg Weiß, Photonik Süd", "Jörg/Weiß @Photonik Süd"),
        ("Weiß, Jörg, Photonik Süd", "Jörg/Weiß @Photonik Süd"),
        ("Weiß, Photonik Süd", "/Weiß @Photonik Süd"),
        ("Anna | BioM", "/Anna @BioM"),
        ("BioM | Anna Roth", "Anna/Roth @BioM"),
        ("Thomas Roth - Energie Nord", "Thomas/Roth @Energie Nord"),
        ("Energie Nord - Thomas Roth", "Thomas/Roth @Energie Nord"),
        ("Roth, Thomas - Energie Nord", "Thomas/Roth @Energie Nord"),
        ("Thomas Roth_Energie Nord", "Thomas/Roth @Energie Nord"),
        ("BioM_Anna Roth", "Anna/Roth @BioM"),
        ("Anna Roth @ BioM", "Anna/Roth @BioM"),
        // Without a separator, the words may also be a name.
        ("Anna Roth BioM", "Anna Roth/BioM Anna/Roth @BioM"),
        ("Anna Maria Müller", "Anna Maria/Müller Anna/Maria @Müller"),
    ] {
        assert_eq!(shown(&read(written)), expected, "{written}");
    }
}

#[test]
fn a_company_that_is_not_on_file_leaves_two_readings() {
    for (written, expected) in [
        (
            "Jörg Weiß, Optik Ost",
            "Optik Ost/Jörg Weiß Jörg/Weiß Optik/Ost @Optik Ost",
        ),
        (
            "Jörg Weiß, Cluster Ost",
            "Jörg/Weiß Cluster Ost/Jörg Weiß @Cluster Ost",
        ),
        ("Müller Roth, Anna", "Anna/Müller Roth Müller/Roth @Anna"),
        ("Jörg Weiß - Optik", "Jörg/Weiß Jörg Weiß/Optik @Optik"),
        ("Jörg Weiß (Optik Ost)", "Jörg/Weiß (Optik/Ost) @Optik Ost"),
        ("Jörg Weiß (Optik)", "Jörg/Weiß @Optik"),
        ("Jörg Weiß | Optik", "Jörg/Weiß /Optik @Optik"),
        ("Jörg Weiß | Anna Roth", "Jörg/Weiß Anna/Roth @Anna Roth"),
        ("Müller, Anna", "Anna/Müller"),
        ("Müller-Roth, Anna", "Anna/Müller-Roth"),
        ("von der Heide, Anna", "Anna/von der Heide"),
        ("Anna Müller, MBA", "Anna/Müller"),
        ("John Smith, Jr.", "John/Smith Jr."),
    ] {
        assert_eq!(shown(&read(written)), expected, "{written}");
    }
}

#[test]
fn telephones_devices_programs_and_placeholders_are_nobody() {
    for written in [
        "4930****123",
        " 493055500123 (Unverified)",
        "+49 30 1234567",
        "iPhone",
        "Galaxy S20",
        "iPad (2)",
        "read.ai meeting notes",
        "Anna Müller (Otter.ai)",
        "Anna Müller's Notetaker (Read Ai)",
        "Anna Müller | Fireflies.ai Notetaker",
        "Call-in User_2",
        "Gast 3",
        "Anonym",
        "",
        "--",
        "(Gast)",
        "info@biom.example.org",
        "amueller@biom.example.org",
    ] {
        let display = read(written);
        assert!(
            display.nobody.is_some() && display.names.is_empty(),
            "{written}: {display:?}"
        );
        assert_eq!(display.name(), None, "{written}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,32}|([A-Za-zäöüß.,;()|_@/0-9-]{1,8} ){0,6}") {
        let display = read(&text);
        prop_assert_eq!(display.names.is_empty(), display.nobody.is_some());
        prop_assert_eq!(display.names.len(), display.left_out.len());
        prop_assert!(display.names.iter().all(|name| !name.is_empty()));
    }
}
