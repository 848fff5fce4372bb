//! Which people a near name is looked for among: blocks, so that a look-up never reads the whole file.
//!
//! Two names that [`super::agreement`] finds compatible or near share at least one block, in the
//! straight or in the crossed reading of the row. A block is a hash, not a text: a collision costs one
//! comparison more and nothing else, as every candidate is compared afterwards.
//!
//! The blocks assume that at most one part of the name holds the slip: either a family token is
//! equal and the given name begins alike or is a nickname, or a given token is equal and the family
//! name keeps its beginning or its end. A family name that is wrong in both its first letter's sound
//! and elsewhere is missed, which costs a second entry that a merge repairs.

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher};

use super::Map;
use super::agreement::{FoldedView, is_initial};
use super::nicknames;

/// What a block's names have in common.
#[derive(Hash)]
enum Block<'a> {
    /// A family token, and the first letter of a given one.
    FamilyAndInitial(&'a str, Option<char>),
    /// A family token, and a group of nicknames.
    FamilyAndNickname(&'a str, u16),
    /// A given token, and the family name's first letter and last two.
    GivenAndEnds(&'a str, Option<char>, &'a str),
    /// A given token, and the family name's first three letters.
    GivenAndBeginning(&'a str, &'a str),
    /// A given token, and the family name's first two letters and last one.
    GivenAndRim(&'a str, &'a str, Option<char>),
    /// All letters of the name but the blanks, as a number.
    Letters(u64),
    /// A token; holds every name.
    Token(&'a str),
    /// A token; holds names of one part only.
    OnlyToken(&'a str),
}

impl Block<'_> {
    fn number(&self) -> u64 {
        // Fixed keys: the same block has the same number in the index and in every look-up.
        foldhash::fast::FixedState::default().hash_one(self)
    }
}

/// Who stands in which block, as numbers the directory gives them.
#[derive(Debug, Clone, Default)]
pub(super) struct BlockIndex {
    blocks: Map<u64, Posting>,
    /// The people of the blocks that hold several.
    lists: Vec<Vec<u32>>,
    /// Lists that no block has any more.
    free: Vec<u32>,
}

/// The people of one block. Most blocks hold one, and there are several for each person on file, so
/// that every byte of this counts.
#[derive(Debug, Clone, Copy)]
enum Posting {
    /// This one.
    One(u32),
    /// Those of a list.
    Many(u32),
}

impl BlockIndex {
    /// Puts somebody into the blocks of their name.
    pub(super) fn insert(&mut self, name: FoldedView<'_>, slot: u32) {
        for block in blocks_of_entry(name) {
            match self.blocks.entry(block) {
                Entry::Vacant(empty) => {
                    empty.insert(Posting::One(slot));
                }
                Entry::Occupied(mut block) => match *block.get() {
                    Posting::Many(list) => self.lists[index(list)].push(slot),
                    Posting::One(first) => {
                        let list = self.free.pop().unwrap_or_else(|| {
                            self.lists.push(Vec::new());
                            u32::try_from(self.lists.len() - 1).unwrap_or(u32::MAX)
                        });
                        self.lists[index(list)] = vec![first, slot];
                        block.insert(Posting::Many(list));
                    }
                },
            }
        }
    }

    /// Takes somebody out of the blocks of their name.
    pub(super) fn remove(&mut self, name: FoldedView<'_>, slot: u32) {
        for block in blocks_of_entry(name) {
            let is_empty = match self.blocks.get(&block) {
                None => false,
                Some(Posting::One(only)) => *only == slot,
                Some(Posting::Many(list)) => {
                    let slots = &mut self.lists[index(*list)];
                    slots.retain(|other| *other != slot);
                    if slots.is_empty() {
                        self.free.push(*list);
                    }
                    slots.is_empty()
                }
            };
            if is_empty {
                self.blocks.remove(&block);
            }
        }
    }

    /// Everybody whose name may be near, once for every block they share with it.
    pub(super) fn search(&self, name: FoldedView<'_>) -> impl Iterator<Item = u32> {
        blocks_to_search(name)
            .into_iter()
            .filter_map(|block| self.blocks.get(&block))
            .flat_map(|posting| match posting {
                Posting::One(slot) => std::slice::from_ref(slot),
                Posting::Many(list) => self.lists[index(*list)].as_slice(),
            })
            .copied()
    }
}

fn index(list: u32) -> usize {
    usize::try_from(list).unwrap_or(usize::MAX)
}

/// Room for the blocks of an ordinary name, so that a list of them need not grow.
const ORDINARY: usize = 24;

/// The blocks a person on file stands in.
fn blocks_of_entry(name: FoldedView<'_>) -> Vec<u64> {
    let mut blocks = Vec::with_capacity(ORDINARY);
    blocks.extend(name.tokens().map(|token| Block::Token(token).number()));
    if name.given.is_empty() || name.family.is_empty() {
        blocks.extend(name.tokens().map(|token| Block::OnlyToken(token).number()));
        push_near_tokens(&mut blocks, name);
    } else {
        push_pairs(&mut blocks, name);
    }
    sorted(blocks)
}

/// The blocks to look for a row's name in.
fn blocks_to_search(name: FoldedView<'_>) -> Vec<u64> {
    let mut blocks = Vec::with_capacity(ORDINARY);
    if name.given.is_empty() || name.family.is_empty() {
        blocks.extend(name.tokens().map(|token| Block::Token(token).number()));
        // `Bine` is Sabine.
        let formal = name.tokens().flat_map(nicknames::others);
        blocks.extend(formal.map(|token| Block::Token(token).number()));
        push_near_tokens(&mut blocks, name);
    } else {
        blocks.extend(name.tokens().map(|token| Block::OnlyToken(token).number()));
        push_pairs(&mut blocks, name);
        push_pairs(&mut blocks, name.swapped());
        // `Jörg W.`: no entry stands in a block of a given name and an initial, as such rows are few.
        if name.family_tokens().all(is_initial) || name.given_tokens().all(is_initial) {
            let whole = name.tokens().filter(|token| !is_initial(token));
            blocks.extend(whole.map(|token| Block::Token(token).number()));
        }
    }
    sorted(blocks)
}

fn push_pairs(blocks: &mut Vec<u64>, name: FoldedView<'_>) {
    // Letter by letter, wherever the blanks are: `Hans-Peter` and `Hanspeter`.
    let mut tokens: Vec<&str> = name.tokens().collect();
    tokens.sort_unstable();
    let mut letters = foldhash::fast::FixedState::default().build_hasher();
    for letter in tokens.into_iter().flat_map(str::chars) {
        letter.hash(&mut letters);
    }
    blocks.push(Block::Letters(letters.finish()).number());
    for family in name.family_tokens() {
        for given in name.given_tokens() {
            blocks.push(Block::FamilyAndInitial(family, given.chars().next()).number());
            for &group in nicknames::groups(given) {
                blocks.push(Block::FamilyAndNickname(family, group).number());
            }
            push_shapes(blocks, given, family);
        }
    }
}

/// A single name that is misspelt: its own shapes, beside an empty given name.
fn push_near_tokens(blocks: &mut Vec<u64>, name: FoldedView<'_>) {
    for token in name.tokens() {
        push_shapes(blocks, "", token);
    }
}

fn push_shapes(blocks: &mut Vec<u64>, given: &str, family: &str) {
    let first = family.chars().next().map(sound);
    let last = family.chars().next_back();
    blocks.push(Block::GivenAndEnds(given, first, ending(family, 2)).number());
    blocks.push(Block::GivenAndBeginning(given, beginning(family, 3)).number());
    blocks.push(Block::GivenAndRim(given, beginning(family, 2), last).number());
}

/// First letters that are heard for one another: Clausen/Klausen, Vogt/Fogt, Tietz/Dietz.
fn sound(letter: char) -> char {
    match letter {
        'c' | 'q' | 'g' => 'k',
        'v' | 'w' => 'f',
        'y' | 'i' => 'j',
        'z' => 's',
        'd' => 't',
        'b' => 'p',
        other => other,
    }
}

fn beginning(text: &str, letters: usize) -> &str {
    text.char_indices()
        .nth(letters)
        .map_or(text, |(at, _)| &text[..at])
}

fn ending(text: &str, letters: usize) -> &str {
    let from = text.char_indices().rev().nth(letters.saturating_sub(1));
    from.map_or(text, |(at, _)| &text[at..])
}

fn sorted(mut blocks: Vec<u64>) -> Vec<u64> {
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::agreement::{FoldedName, compare};
    use crate::identity::{Agreement, PersonName};
    use proptest::prelude::*;

    fn folded(text: &str) -> FoldedName {
        FoldedName::of(&PersonName::parse(text))
    }

    fn finds(on_file: &str, sought: &str) -> bool {
        let mut index = BlockIndex::default();
        index.insert(folded(on_file).view(), 0);
        index.search(folded(sought).view()).any(|slot| slot == 0)
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
        ] {
            assert!(finds(a, b) && finds(b, a), "{a} / {b}");
        }
        // Rows only: nobody signs up as these.
        for (on_file, sought) in [
            ("Jörg Weiß", "Jörg W."),
            ("Jörg Weiß", "W., Jörg"),
            ("Sabine Koch", "Bine"),
            ("Katharina Roth", "Kathi"),
        ] {
            assert!(finds(on_file, sought), "{on_file} / {sought}");
        }
        assert!(!finds("Anna Müller", "Anna Weber"));
        assert!(!finds("Anna Müller", "Karl Müller"));
        // The same letters in another order are no slip of the pen.
        assert!(!finds("Given123 Family861", "Given132 Family816"));
    }

    #[test]
    fn a_removed_name_leaves_nothing_behind() {
        let mut index = BlockIndex::default();
        let (anna, anne) = (folded("Anna Müller"), folded("Anne Müller"));
        index.insert(anna.view(), 0);
        index.insert(anne.view(), 1);
        index.remove(anna.view(), 0);
        assert!(index.search(anna.view()).all(|slot| slot == 1));
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
            // Folding of umlauts may turn one slip into more than one; such names are not near.
            let is_near = matches!(compare(a.view(), b.view()).agreement(), Agreement::Near(_));
            if is_near && a.view().family.chars().count() == b.view().family.chars().count() {
                let mut index = BlockIndex::default();
                index.insert(a.view(), 0);
                prop_assert!(index.search(b.view()).any(|slot| slot == 0));
            }
        }
    }
}
