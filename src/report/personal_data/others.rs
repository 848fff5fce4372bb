//! Strikes other people out of texts.

use std::collections::BTreeSet;

use crate::identity::{Mentioned, digits_that_count, fold_tokens, in_every_order};
use crate::model::Person;
use crate::store::{Reader, StoreError};

/// Everybody else on file.
pub(super) struct Others {
    mentioned: Mentioned,
    /// The folded words of the person's own names, in every order.
    own_names: BTreeSet<Vec<String>>,
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
        for other in reader.people()? {
            if own.contains(&other.id.0) {
                continue;
            }
            others.extend(names(&other).filter(|it| it.len() > 1 && !own_names.contains(it)));
            phones.extend(other.phone);
            addresses.extend(other.addresses);
        }
        let digits = |phone: &str| digits_that_count(phone);
        phones.retain(|it| person.phone.as_deref().map(digits) != Some(digits(it)));
        addresses.retain(|it| !person.addresses.contains(it));
        Ok(Self {
            mentioned: Mentioned::new(others, addresses, phones),
            own_names,
        })
    }

    /// Returns a text without anybody else.
    pub(super) fn without(&self, text: &str) -> String {
        self.mentioned
            .without(text)
            .unwrap_or_else(|| text.to_owned())
    }

    /// Whether a text is, or has in it, a whole name of the person themselves: a single word may be anybody's.
    pub(super) fn is_their_name(&self, text: &str) -> bool {
        let words = fold_tokens(text);
        let has_all = |name: &Vec<String>| name.iter().all(|word| words.contains(word));
        let mut whole = self.own_names.iter().filter(|it| it.len() > 1);
        whole.any(has_all)
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
