//! Strikes other people out of texts.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::identity::{
    NamesByWord, digits_that_count, find_address, find_name, find_phone, fold_tokens,
    in_every_order,
};
use crate::model::Person;
use crate::store::{Reader, StoreError};

/// Replaces the name of somebody else.
const STRUCK: &str = "[…]";

/// The minimum number of digits of a telephone number that is struck out.
const LEAST: usize = 6;

/// Everybody else on file.
pub(super) struct Others {
    /// The folded words of their whole names.
    names: NamesByWord,
    addresses: Vec<String>,
    /// The digits of their telephone numbers that count.
    phones: BTreeSet<String>,
}

impl Others {
    /// Gathers everybody but one person; what they share with that person is not struck out.
    pub(super) fn than(
        reader: &Reader<'_>,
        person: &Person,
        own: &BTreeSet<i64>,
    ) -> Result<Self, StoreError> {
        let own_names: BTreeSet<Vec<String>> = names(person).collect();
        let mut others: BTreeSet<Vec<String>> = BTreeSet::new();
        let mut addresses: BTreeSet<String> = BTreeSet::new();
        let mut phones: BTreeSet<String> = BTreeSet::new();
        let digits = |of: &Person| of.phone.as_deref().map(digits_that_count);
        for other in reader.people()? {
            if own.contains(&other.id.0) {
                continue;
            }
            others.extend(names(&other).filter(|it| it.len() > 1 && !own_names.contains(it)));
            phones.extend(digits(&other));
            addresses.extend(other.addresses);
        }
        phones.retain(|it| it.len() >= LEAST && Some(it) != digits(person).as_ref());
        addresses.retain(|it| !person.addresses.contains(it));
        Ok(Self {
            names: NamesByWord::of(others),
            addresses: addresses.into_iter().collect(),
            phones,
        })
    }

    /// Returns a text without anybody else.
    pub(super) fn without(&self, text: &str) -> String {
        let mut found: Vec<Range<usize>> = find_name(text, &self.names);
        if text.contains('@') {
            let addresses = self.addresses.iter();
            found.extend(addresses.flat_map(|it| find_address(text, it)));
        }
        if text.chars().filter(char::is_ascii_digit).count() >= LEAST {
            found.extend(self.phones.iter().flat_map(|it| find_phone(text, it)));
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut left = String::new();
        let mut end = 0;
        for range in found {
            if range.start >= end {
                left.push_str(&text[end..range.start]);
                left.push_str(STRUCK);
                end = range.end;
            }
        }
        left.push_str(&text[end..]);
        left
    }
}

/// Returns the folded words of somebody's names, in every order.
fn names(person: &Person) -> impl Iterator<Item = Vec<String>> {
    let own = format!("{} {}", person.given_name, person.family_name);
    let names = std::iter::once(own).chain(person.aliases.clone());
    names
        .flat_map(|it| in_every_order(&fold_tokens(&it)))
        .collect::<Vec<_>>()
        .into_iter()
}
