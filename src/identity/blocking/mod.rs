//! Blocks: the groups of people in which a near name is looked for, so that a lookup never scans the whole file.
//!
//! Two names that [`super::agreement`] finds compatible or near share at least one block, in the straight or in the
//! crossed reading of the row. A block is a hash, not a text: a collision only costs one extra comparison, since every
//! candidate is compared afterwards.
//!
//! The blocks assume that at most one part of the name contains the slip: either a family token sounds equal and the
//! given name begins or ends alike or is a nickname, or a given token sounds equal and the family name keeps its
//! beginning, end, letters or sound. A family name that is wrong both in the sound of its first letter and elsewhere is
//! missed; this costs a duplicate that a merge repairs.

mod sounds;

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher};

use super::Map;
use super::agreement::{FoldedView, is_initial};
use super::nicknames;
use super::sound::sound;

pub(super) use sounds::Words;

use sounds::Sounds;

/// What the names in a block have in common. Tokens are represented by their sound.
#[derive(Hash)]
enum Block<'a> {
    /// A family token and the first letter of a given token, or that of its sound.
    FamilyAndInitial(&'a str, Option<char>),
    /// A family token and the nickname group of a given token.
    FamilyAndKin(&'a str, u16),
    /// A family token and the last letters of a given token.
    FamilyAndTail(&'a str, &'a str),
    /// A given token and the family name's first letter and last two.
    GivenAndEnds(&'a str, Option<char>, &'a str),
    /// A given token and the family name's first three letters.
    GivenAndBeginning(&'a str, &'a str),
    /// A given token and the family name's first two letters and last one.
    GivenAndRim(&'a str, &'a str, Option<char>),
    /// A given token and all letters of a short family name, in any order.
    GivenAndLetters(&'a str, &'a str),
    /// A given token and the sound of the family name.
    GivenAndSound(&'a str, &'a str),
    /// A given token and a family name that has several spellings.
    GivenAndKin(&'a str, u16),
    /// A hash of all letters of the name without its spaces.
    Letters(u64),
    /// A token; contains every name.
    Token(&'a str),
    /// A token; contains only single names.
    OnlyToken(&'a str),
}

impl Block<'_> {
    fn number(&self) -> u64 {
        // Fixed keys: a block has the same number in the index and in every lookup.
        foldhash::fast::FixedState::default().hash_one(self)
    }
}

/// The people in each block, by the slots the directory gives them.
#[derive(Debug, Clone, Default)]
pub(super) struct BlockIndex {
    blocks: Map<u64, Posting>,
    /// The people of blocks that have several.
    lists: Vec<Vec<u32>>,
    /// Lists that are no longer used by a block.
    free: Vec<u32>,
}

/// The people of one block. Most blocks have only one person, and there are several blocks for each person, so every
/// byte counts here.
#[derive(Debug, Clone, Copy)]
enum Posting {
    /// A single person.
    One(u32),
    /// The index of a list.
    Many(u32),
}

impl BlockIndex {
    /// Adds a person to the blocks of their name, and returns the sounds of its words.
    pub(super) fn insert(&mut self, name: FoldedView<'_>, slot: u32) -> Words {
        let sounds = Sounds::of(name);
        for block in blocks_of_entry(name, &sounds) {
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
        Words::of(name, &sounds)
    }

    /// Removes a person from the blocks of their name.
    pub(super) fn remove(&mut self, name: FoldedView<'_>, slot: u32) {
        for block in blocks_of_entry(name, &Sounds::of(name)) {
            let is_empty = match self.blocks.get(&block) {
                None => false,
                Some(Posting::One(only)) => *only == slot,
                Some(Posting::Many(list)) => {
                    let slots = &mut self.lists[index(*list)];
                    if let Some(at) = slots.iter().position(|other| *other == slot) {
                        slots.swap_remove(at);
                    }
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

    /// Returns everybody who may have the same name with different spaces.
    pub(super) fn search_joined(&self, name: FoldedView<'_>) -> impl Iterator<Item = u32> {
        sorted(letters_to_search(name))
            .into_iter()
            .flat_map(|block| self.list(block))
            .copied()
    }

    /// Returns the sounds of the words in a row's name, with its columns as they are and swapped.
    pub(super) fn words(name: FoldedView<'_>) -> [Words; 2] {
        let sounds = Sounds::of(name);
        let straight = Words::of(name, &sounds);
        [straight, Words::of(name.swapped(), &sounds.swapped())]
    }

    /// Returns everybody whose name may be near, once for each shared block, as the lists of the blocks.
    pub(super) fn search(&self, name: FoldedView<'_>) -> Vec<&[u32]> {
        let blocks = blocks_to_search(name).into_iter();
        blocks
            .map(|block| self.list(block))
            .filter(|list| !list.is_empty())
            .collect()
    }

    fn list(&self, block: u64) -> &[u32] {
        match self.blocks.get(&block) {
            None => &[],
            Some(Posting::One(slot)) => std::slice::from_ref(slot),
            Some(Posting::Many(list)) => self.lists[index(*list)].as_slice(),
        }
    }
}

fn index(list: u32) -> usize {
    usize::try_from(list).unwrap_or(usize::MAX)
}

/// Capacity for the blocks of an ordinary name, so that their list need not grow.
const ORDINARY: usize = 24;

/// Returns the blocks of a person on file.
fn blocks_of_entry(name: FoldedView<'_>, sounds: &Sounds<'_>) -> Vec<u64> {
    let mut blocks = Vec::with_capacity(ORDINARY);
    blocks.extend(sounds.all().map(|sound| Block::Token(sound).number()));
    if name.given.is_empty() || name.family.is_empty() {
        blocks.extend(sounds.all().map(|sound| Block::OnlyToken(sound).number()));
        push_near_tokens(&mut blocks, name);
    } else {
        // Letters in the order of the columns; a row tries other orders.
        blocks.push(letters(name.given, name.family));
        push_pairs(sounds, &mut blocks);
        if name.tokens().any(nicknames::is_wife_of) {
            blocks.extend(sounds.all().map(|sound| Block::OnlyToken(sound).number()));
        }
    }
    sorted(blocks)
}

/// Returns the blocks to search for a row's name.
fn blocks_to_search(name: FoldedView<'_>) -> Vec<u64> {
    let mut blocks = Vec::with_capacity(ORDINARY);
    let sounds = Sounds::of(name);
    if name.given.is_empty() || name.family.is_empty() {
        blocks.extend(sounds.all().map(|sound| Block::Token(sound).number()));
        // `Bine` is Sabine.
        let formal = name.tokens().flat_map(nicknames::others);
        blocks.extend(formal.map(|token| Block::Token(&sound(token)).number()));
        push_near_tokens(&mut blocks, name);
    } else {
        blocks.extend(sounds.all().map(|sound| Block::OnlyToken(sound).number()));
        blocks.extend(letters_to_search(name));
        push_pairs(&sounds, &mut blocks);
        push_pairs(&sounds.swapped(), &mut blocks);
        // `Jörg W.`, `HP Vogel`, the wife of János: entries are not in blocks of a given name and an initial, since
        // such rows are rare.
        let says_little = |token: &str| token.len() <= 2 || nicknames::is_wife_of(token);
        if name.family_tokens().all(is_initial)
            || name.given_tokens().all(says_little)
            || name.family_tokens().any(nicknames::is_wife_of)
        {
            let whole = name.tokens().filter(|token| !says_little(token));
            blocks.extend(whole.map(|token| Block::Token(&sound(token)).number()));
        }
    }
    sorted(blocks)
}

/// Returns the block for all letters of a name in two parts, ignoring spaces.
fn letters(first: &str, second: &str) -> u64 {
    let mut state = foldhash::fast::FixedState::default().build_hasher();
    for letter in first.bytes().chain(second.bytes()).filter(|it| *it != b' ') {
        state.write_u8(letter);
    }
    Block::Letters(state.finish()).number()
}

/// Returns the letter blocks of a row's name with its columns as given, swapped, and with the first or last word moved
/// to the other end: `Kim Min-jun` is Minjun Kim.
fn letters_to_search(name: FoldedView<'_>) -> Vec<u64> {
    let mut found = vec![
        letters(name.given, name.family),
        letters(name.family, name.given),
    ];
    if let Some((first, rest)) = name.given.split_once(' ') {
        let rest = format!("{rest} {}", name.family);
        found.push(letters(&rest, first));
    }
    if let Some((rest, last)) = name.family.rsplit_once(' ') {
        let rest = format!("{} {rest}", name.given);
        found.push(letters(last, &rest));
    }
    found
}

fn push_pairs(sounds: &Sounds<'_>, blocks: &mut Vec<u64>) {
    for family in &sounds.family {
        for given in &sounds.given {
            let initials = [&*given.token, &given.sound].map(|it| it.chars().next().map(heard));
            let of_sound = |initial| Block::FamilyAndInitial(&family.sound, initial).number();
            blocks.extend(initials.map(of_sound));
            if let Some(kin) = nicknames::kin(&given.token) {
                blocks.push(Block::FamilyAndKin(&family.sound, kin).number());
            }
            if let Some(tail) = nicknames::tail(&given.token) {
                blocks.push(Block::FamilyAndTail(&family.sound, tail).number());
            }
            push_shapes(blocks, &given.sound, &family.token);
            blocks.push(Block::GivenAndSound(&given.sound, &family.sound).number());
            if let Some(kin) = nicknames::family_kin(&family.token) {
                blocks.push(Block::GivenAndKin(&given.sound, kin).number());
            }
        }
    }
}

/// Adds the shapes of a single name that may be misspelt, with an empty given name.
fn push_near_tokens(blocks: &mut Vec<u64>, name: FoldedView<'_>) {
    for token in name.tokens() {
        push_shapes(blocks, "", token);
    }
}

/// The length of the longest family name that keeps too little of its shape when letters are swapped.
const SHORT: usize = 6;

fn push_shapes(blocks: &mut Vec<u64>, given: &str, family: &str) {
    let first = family.chars().next().map(heard);
    let last = family.chars().next_back();
    blocks.push(Block::GivenAndEnds(given, first, ending(family, 2)).number());
    blocks.push(Block::GivenAndBeginning(given, beginning(family, 3)).number());
    blocks.push(Block::GivenAndRim(given, beginning(family, 2), last).number());
    if family.len() <= SHORT {
        let mut letters: Vec<char> = family.chars().collect();
        letters.sort_unstable();
        let letters: String = letters.into_iter().collect();
        blocks.push(Block::GivenAndLetters(given, &letters).number());
    }
}

/// Returns one letter for initials that sound alike: Clausen/Klausen, Vogt/Fogt, Tietz/Dietz.
fn heard(letter: char) -> char {
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
mod tests;
