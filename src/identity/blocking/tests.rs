//! Which names meet in a block.

use super::*;
use crate::identity::agreement::{FoldedName, compare};
use crate::identity::{Agreement, PersonName};
use proptest::prelude::*;

fn folded(text: &str) -> FoldedName {
    FoldedName::of(&PersonName::parse(text))
}

fn has(index: &BlockIndex, name: FoldedView<'_>) -> bool {
    index.search(name).concat().contains(&0)
}

fn meet(on_file: FoldedView<'_>, sought: FoldedView<'_>) -> bool {
    BlockIndex::words(on_file)[0].may_meet(&BlockIndex::words(sought))
}

fn finds(on_file: &str, sought: &str) -> bool {
    let mut index = BlockIndex::default();
    index.insert(folded(on_file).view(), 0);
    has(&index, folded(sought).view())
}

#[test]
fn compatible_and_near_names_share_a_block() {
    for (a, b) in [
        ("Anna Müller", "A. Müller"),
        ("Anna Müller", "Anna Maria Müller"),
        ("Anna Müller", "Maria Anna Müller"),
        ("Anna Müller", "Anna Müller-Lüdenscheidt"),
        ("Anna Müller", "Anna Möller"),
        ("Anna Müller", "Müller"),
        ("Anna Müller", "Anna"),
        ("Anna Schmidt", "Anna Schmitt"),
        ("Anna Schmidt", "Schmitt Anna"),
        ("Anna Koch", "Anna Kock"),
        ("Anna Meier", "Anna Maier"),
        ("Anna Vogt", "Anne Vogt"),
        ("Hans Vogel", "Johannes Vogel"),
        ("Karl Bauer", "Karl Baur"),
        ("Karl Clausen", "Karl Klausen"),
        ("Hans-Peter Vogel", "Hanspeter Vogel"),
        ("Anna von der Heide", "Anna Heide"),
        ("Horst Kuhn", "Horst Kunh"),
        ("Horst Beck", "Horst Bekc"),
        ("Yulia Ivanova", "Julia Iwanowa"),
        ("Hannelore Böhm", "Lore Böhm"),
        ("Bernadette Böhm", "Detta Böhm"),
        ("Hans-Peter Böhm", "Hape Böhm"),
        ("Anna Meier", "Anna Mayer"),
        ("Wei Wang", "王伟"),
        ("Minjun Kim", "김 Minjun"),
        ("Sinéad O'Connor", "Sinéad OConchobhair"),
        ("Katalin Kovács", "Kovács Jánosné"),
        ("Khaled El-Sayed", "Khalid Elsayed"),
        ("Hyun-woo Jung", "Hyunwoo Jeong"),
    ] {
        assert!(finds(a, b) && finds(b, a), "{a} / {b}");
        let (one, other) = (folded(a), folded(b));
        assert!(meet(one.view(), other.view()), "{a} / {b}");
    }
    // Only in rows: nobody on file has such names.
    for (on_file, sought) in [
        ("Jörg Weiß", "Jörg W."),
        ("Jörg Weiß", "W., Jörg"),
        ("Sabine Koch", "Bine"),
        ("Katharina Roth", "Kathi"),
        ("Hans-Peter Roth", "HP Roth"),
    ] {
        assert!(finds(on_file, sought), "{on_file} / {sought}");
    }
    assert!(!finds("Anna Müller", "Anna Weber"));
    assert!(!finds("Anna Müller", "Karl Müller"));
    // The same letters in another order are not a typo.
    assert!(!finds("Given123 Family861", "Given132 Family816"));
}

#[test]
fn a_removed_name_leaves_nothing_behind() {
    let mut index = BlockIndex::default();
    let (anna, anne) = (folded("Anna Müller"), folded("Anne Müller"));
    index.insert(anna.view(), 0);
    index.insert(anne.view(), 1);
    index.remove(anna.view(), 0);
    assert!(
        index
            .search(anna.view())
            .concat()
            .iter()
            .all(|slot| *slot == 1)
    );
    index.remove(anne.view(), 1);
    assert!(index.blocks.is_empty());
}

proptest! {
    #[test]
    fn a_slip_after_the_first_letter_is_found(
        given in "[A-Z][a-z]{2,6}",
        family in "[A-Z][a-z]{3,9}",
        at in 1_usize..9,
        letter in "[a-z]",
    ) {
        let other: String = family
            .char_indices()
            .map(|(index, old)| if index == at { letter.clone() } else { old.to_string() })
            .collect();
        let (a, b) = (FoldedName::new(&given, &family), FoldedName::new(&given, &other));
        // Folding umlauts may turn one slip into several; such names are not near.
        let is_near = matches!(compare(a.view(), b.view()).agreement(), Agreement::Near(_));
        if is_near && a.view().family.chars().count() == b.view().family.chars().count() {
            let mut index = BlockIndex::default();
            index.insert(a.view(), 0);
            prop_assert!(has(&index, b.view()));
            prop_assert!(meet(a.view(), b.view()));
        }
    }
}
