//! The value of an index entry: nearly always a single number, for which a list would cost more than its content.

use std::borrow::Borrow;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use super::Map;

/// The numbers for one key.
#[derive(Debug, Clone)]
pub(super) enum OneOrMore<T> {
    /// A single one.
    One(T),
    /// Several.
    More(Vec<T>),
}

impl<T> OneOrMore<T> {
    /// Returns all of them.
    pub(super) fn as_slice(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::More(values) => values,
        }
    }

    fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Self::One(value) => std::slice::from_mut(value),
            Self::More(values) => values,
        }
    }
}

/// Appends a number to those of a key, and returns all of them.
pub(super) fn push<K: Hash + Eq, T: Copy>(
    index: &mut Map<K, OneOrMore<T>>,
    key: K,
    value: T,
) -> &mut [T] {
    match index.entry(key) {
        Entry::Vacant(empty) => empty.insert(OneOrMore::One(value)).as_mut_slice(),
        Entry::Occupied(known) => {
            let values = known.into_mut();
            match values {
                OneOrMore::One(first) => *values = OneOrMore::More(vec![*first, value]),
                OneOrMore::More(more) => more.push(value),
            }
            values.as_mut_slice()
        }
    }
}

/// Removes a number from those of a key, and removes the key with its last number.
pub(super) fn take_out<K: Hash + Eq + Borrow<Q>, Q: Hash + Eq + ?Sized, T: PartialEq>(
    index: &mut Map<K, OneOrMore<T>>,
    key: &Q,
    value: &T,
) {
    let is_empty = match index.get_mut(key) {
        None => false,
        Some(OneOrMore::One(only)) => only == value,
        Some(OneOrMore::More(values)) => {
            values.retain(|other| other != value);
            values.is_empty()
        }
    };
    if is_empty {
        index.remove(key);
    }
}
