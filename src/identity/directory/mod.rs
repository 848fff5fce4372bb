//! The index of everybody on file, in which every row is looked up.
//!
//! The directory contains keys, not people: for each person the folded name, the addresses (shared with the index) and
//! the organisation. This fits in memory for everybody on file, so an import queries the store once and never again.
//!
//! *Order of rules.* The rules are in [`super::finding`]; this module only stores and indexes. Nothing here scans:
//! addresses, names and remembered names are looked up, and near names are compared within blocks (see
//! [`super::blocking`]).

mod mark;
mod one_or_more;
mod sharing;

use std::collections::HashMap;
use std::sync::Arc;

use mark::Mark;
use one_or_more::{OneOrMore, take_out};
use sharing::{Sharer, Sharing};

use super::Map;
use super::agreement::{FoldedName, FoldedView, is_joined};
use super::blocking::{BlockIndex, Words};
use super::frequency::Counts;
use super::keyed_name::KeyedName;
use super::keys::{is_free_mail_domain, name_key, normalize_address};
use super::matching::Entry;
use super::sound::whole_sound;
use crate::model::{OrganisationId, PersonId};

/// Checking this many people is faster than computing the blocks of a name.
const FEW: usize = 512;

/// Everybody on file, indexed by address, name, remembered name and near name.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    slots: Map<PersonId, u32>,
    records: Vec<Option<Record>>,
    /// The marks of each record, close together: they exclude most people in a block.
    marks: Vec<Mark>,
    sharing: Sharing,
    free: Vec<u32>,
    by_address: Map<Arc<str>, OneOrMore<PersonId>>,
    by_name: Map<Arc<str>, OneOrMore<u32>>,
    by_alias: Map<Arc<str>, OneOrMore<u32>>,
    blocks: BlockIndex,
    counts: Counts,
    /// Names in CJK characters, by the sound of the whole name.
    in_signs: Map<Box<str>, OneOrMore<u32>>,
    different: HashMap<Box<str>, Vec<Different>>,
    /// The addresses with which logs have a name, unless they belong to somebody on file.
    seen: HashMap<Box<str>, Vec<String>>,
}

/// A person, reduced to what matching needs.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) id: PersonId,
    pub(super) key: Arc<str>,
    pub(super) name: FoldedName,
    pub(super) addresses: Vec<Arc<str>>,
    pub(super) aliases: Vec<Arc<str>>,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) in_event: bool,
    /// Whether a row that agrees in nothing but the name gave them their address: a namesake may be meant just as well.
    pub(super) has_address_by_name: bool,
    words: Words,
}

/// An answer "not the same".
#[derive(Debug, Clone, PartialEq, Eq)]
struct Different {
    id: PersonId,
    address: Option<Box<str>>,
}

impl Directory {
    /// Adds a person, replacing an existing one with the same number.
    pub fn insert(&mut self, entry: Entry) {
        let Entry {
            id,
            name,
            addresses,
            aliases,
            organisation,
            in_event,
        } = entry;
        self.remove(id);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.records.push(None);
            self.marks.push(Mark::default());
            u32::try_from(self.records.len() - 1).unwrap_or(u32::MAX)
        });
        let KeyedName { key, folded: name } = name;
        let key = shared_key(&self.by_name, &key);
        if !key.is_empty() {
            one_or_more::push(&mut self.by_name, Arc::clone(&key), slot);
        }
        let words = self.blocks.insert(name.view(), slot);
        self.counts.add(name.view());
        if name.is_in_signs() {
            one_or_more::push(&mut self.in_signs, sound_of_signs(&name).into(), slot);
        }
        self.counts.change_in_event(false, in_event);
        self.slots.insert(id, slot);
        if let Some(place) = self.records.get_mut(index(slot)) {
            *place = Some(Record {
                id,
                key,
                name,
                addresses: Vec::with_capacity(addresses.len()),
                aliases: Vec::new(),
                organisation,
                in_event,
                has_address_by_name: false,
                words,
            });
        }
        self.mark(slot);
        self.sharing
            .add(Mark::of_row(organisation, None), Sharer { slot, words });
        for address in addresses {
            self.add_address(id, &address);
        }
        for alias in aliases {
            self.add_alias(id, &alias);
        }
    }

    /// Replaces what is known about a person.
    pub fn replace(&mut self, entry: Entry) {
        self.insert(entry);
    }

    /// Removes a person. Answers "not the same" stay: numbers are never reused, so they do no harm.
    pub fn remove(&mut self, id: PersonId) {
        let Some(slot) = self.slots.remove(&id) else {
            return;
        };
        let Some(record) = self.records.get_mut(index(slot)).and_then(Option::take) else {
            return;
        };
        take_out(&mut self.by_name, &record.key, &slot);
        for alias in &record.aliases {
            take_out(&mut self.by_alias, alias, &slot);
        }
        for address in &record.addresses {
            take_out(&mut self.by_address, address, &id);
        }
        self.blocks.remove(record.name.view(), slot);
        let sharer = Sharer {
            slot,
            words: record.words,
        };
        self.sharing
            .take(Mark::of_row(record.organisation, None), sharer);
        for (at, address) in record.addresses.iter().enumerate() {
            if let Some(domain) = new_domain(&record.addresses[..at], address) {
                self.sharing.take(Mark::of_row(None, Some(domain)), sharer);
            }
        }
        self.counts.take(record.name.view());
        if record.name.is_in_signs() {
            take_out(&mut self.in_signs, &*sound_of_signs(&record.name), &slot);
        }
        self.counts.change_in_event(record.in_event, false);
        self.free.push(slot);
    }

    /// Adds an address to a person on file; an invalid address is ignored.
    pub fn add_address(&mut self, id: PersonId, address: &str) {
        let Some(address) = normalize_address(address) else {
            return;
        };
        let address = shared_key(&self.by_address, &address);
        let Some(slot) = self.slots.get(&id).copied() else {
            return;
        };
        let Some(record) = self.records.get_mut(index(slot)).and_then(Option::as_mut) else {
            return;
        };
        if record.addresses.contains(&address) {
            return;
        }
        if let Some(domain) = new_domain(&record.addresses, &address) {
            let words = record.words;
            self.sharing
                .add(Mark::of_row(None, Some(domain)), Sharer { slot, words });
        }
        record.addresses.push(Arc::clone(&address));
        one_or_more::push(&mut self.by_address, address, id).sort_unstable();
        self.mark(slot);
    }

    /// Notes that a row with an address is taken for somebody whose name alone agrees; nothing changes for somebody
    /// with an address.
    pub fn note_known_by_name(&mut self, id: PersonId) {
        if let Some(record) = self.record_mut(id)
            && record.addresses.is_empty()
        {
            record.has_address_by_name = true;
        }
    }

    /// Adds a display name under which a person was seen, as written.
    pub fn add_alias(&mut self, id: PersonId, alias: &str) {
        let key = name_key(alias);
        if key.is_empty() {
            return;
        }
        let key = shared_key(&self.by_alias, &key);
        let Some(slot) = self.slots.get(&id).copied() else {
            return;
        };
        let Some(record) = self.record_mut(id) else {
            return;
        };
        if record.aliases.contains(&key) {
            return;
        }
        record.aliases.push(Arc::clone(&key));
        one_or_more::push(&mut self.by_alias, key, slot);
    }

    /// Records an address with which a log has a name and which belongs to nobody on file; returns whether it is new
    /// and there were others before.
    pub fn note_seen(&mut self, name: &str, address: &str) -> bool {
        let Some(address) = normalize_address(address) else {
            return false;
        };
        let seen = self.seen.entry(name_key(name).into()).or_default();
        if seen.contains(&address) {
            return false;
        }
        seen.push(address);
        seen.len() > 1
    }

    /// Whether logs have a name with several addresses that belong to nobody on file, counting the row's own: then
    /// several people may have the name.
    pub(super) fn is_seen_under_several(&self, key: &str, address: Option<&str>) -> bool {
        let Some(seen) = self.seen.get(key) else {
            return false;
        };
        let of_nobody = |it: &&String| self.holders(it).is_empty();
        let others = seen.iter().filter(of_nobody);
        let others = others.filter(|it| Some(it.as_str()) != address).count();
        others + usize::from(address.is_some()) > 1
    }

    /// Sets whether a person takes part in the event that rows are read for.
    pub fn set_in_event(&mut self, id: PersonId, in_event: bool) {
        if let Some(record) = self.record_mut(id) {
            let before = std::mem::replace(&mut record.in_event, in_event);
            self.counts.change_in_event(before, in_event);
        }
    }

    /// Whether several people in the event have the written name.
    pub fn are_several_in_event(&self, written: &str) -> bool {
        let key = name_key(written);
        let namesakes = self.named(&key);
        namesakes.filter(|record| record.in_event).count() > 1
    }

    /// Sets for everybody whether they take part.
    pub fn set_all_in_event(&mut self, in_event: bool) {
        for record in self.records.iter_mut().flatten() {
            let before = std::mem::replace(&mut record.in_event, in_event);
            self.counts.change_in_event(before, in_event);
        }
    }

    /// Sets the organisation of a person.
    pub fn set_organisation(&mut self, id: PersonId, organisation: Option<OrganisationId>) {
        let Some(slot) = self.slots.get(&id).copied() else {
            return;
        };
        if let Some(record) = self.record_mut(id) {
            let before = std::mem::replace(&mut record.organisation, organisation);
            let words = record.words;
            let sharer = Sharer { slot, words };
            self.sharing.take(Mark::of_row(before, None), sharer);
            self.sharing.add(Mark::of_row(organisation, None), sharer);
        }
        self.mark(slot);
    }

    /// Remembers the answer that a written name does not mean a person.
    ///
    /// An answer to a row with an address holds for this name with this address; without it the name may still mean
    /// either of two people of that name. An answer to a row without an address holds for every row of this name that
    /// does not have an address of that very person.
    pub fn remember_different(&mut self, written: &str, address: Option<&str>, id: PersonId) {
        let answer = Different {
            id,
            address: address
                .and_then(normalize_address)
                .map(String::into_boxed_str),
        };
        let answers = self
            .different
            .entry(name_key(written).into_boxed_str())
            .or_default();
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }

    /// Returns the people who have an address, ordered by number.
    pub fn find_by_address(&self, address: &str) -> &[PersonId] {
        normalize_address(address).map_or(&[], |address| self.holders(&address))
    }

    /// Returns the people who have a normalised address, ordered by number.
    pub(super) fn holders(&self, address: &str) -> &[PersonId] {
        self.by_address
            .get(address)
            .map_or(&[], OneOrMore::as_slice)
    }

    /// Returns the person with a number.
    pub(super) fn record(&self, id: PersonId) -> Option<&Record> {
        self.record_at(*self.slots.get(&id)?)
    }

    /// Returns the people with a name key.
    pub(super) fn named(&self, key: &str) -> impl Iterator<Item = &Record> {
        self.records_at(self.by_name.get(key).map_or(&[], OneOrMore::as_slice))
    }

    /// Returns the people with a name, by its key or with different spaces: `Vandenberghe`, `Van den Berghe`.
    pub(super) fn namesakes<'a>(&'a self, name: &'a KeyedName) -> impl Iterator<Item = &'a Record> {
        let view = name.folded.view();
        let joined = self
            .blocks
            .search_joined(view)
            .filter_map(|slot| self.record_at(slot))
            .filter(move |record| is_joined(view, record.name.view()));
        self.named(&name.key).chain(joined)
    }

    /// Returns the people for whom a name key was remembered.
    pub(super) fn remembered(&self, key: &str) -> impl Iterator<Item = &Record> {
        self.records_at(self.by_alias.get(key).map_or(&[], OneOrMore::as_slice))
    }

    /// Returns the people whose name in CJK characters sounds like a name in letters, in either order of its parts.
    pub(super) fn sounding_like(&self, name: FoldedView<'_>) -> impl Iterator<Item = &Record> {
        let orders = if self.in_signs.is_empty() {
            Vec::new()
        } else {
            vec![
                whole_sound(name.family, name.given),
                whole_sound(name.given, name.family),
            ]
        };
        let slots = orders
            .into_iter()
            .filter_map(|sound| self.in_signs.get(sound.as_str()));
        slots
            .flat_map(OneOrMore::as_slice)
            .filter_map(|slot| self.records.get(index(*slot)).and_then(Option::as_ref))
    }

    /// Returns the people who may have a near name; some are in several lists and occur several times.
    ///
    /// With an organisation or a domain (including its `@`) to share, people who share neither are left out, apart from
    /// a few. Either the blocks of the name are searched or the people of the organisation and of the domain, whichever
    /// are fewer: blocks grow with the file, and one organisation may be as large as a file.
    pub(super) fn nearby(
        &self,
        name: FoldedView<'_>,
        shared: Option<(Option<OrganisationId>, Option<&str>)>,
    ) -> impl Iterator<Item = &Record> {
        let words = BlockIndex::words(name);
        let slots: Vec<u32> = match shared {
            None => self.blocks.search(name).concat(),
            Some((organisation, domain)) => {
                let row = Mark::of_row(organisation, domain);
                let sharing = self.sharing.with(row);
                let of_all = sharing.iter().map(|list| list.len()).sum();
                let blocks = (of_all > FEW).then(|| self.blocks.search(name));
                match blocks {
                    Some(blocks)
                        if blocks.iter().map(|list| list.len()).sum::<usize>() < of_all =>
                    {
                        let shares = |slot: &u32| {
                            let own = self.marks.get(index(*slot));
                            own.is_some_and(|own| own.may_share(row))
                        };
                        let all = blocks.into_iter().flatten().copied();
                        all.filter(shares).collect()
                    }
                    _ => self.meeting(&words, row, sharing),
                }
            }
        };
        let people = slots.into_iter().filter_map(|slot| self.record_at(slot));
        people.filter(move |record| record.words.may_meet(&words))
    }

    /// Returns the people who have an address. If many people share one of an organisation, only those who may have a
    /// near name or were remembered with the key.
    pub(super) fn holders_meeting<'a>(
        &self,
        address: &str,
        name: FoldedView<'_>,
        key: impl FnOnce() -> &'a str,
    ) -> Vec<&Record> {
        let holders = self.holders(address);
        let domain = new_domain(&[], address).filter(|_| holders.len() > FEW);
        let Some(domain) = domain else {
            return holders.iter().filter_map(|&id| self.record(id)).collect();
        };
        let row = Mark::of_row(None, Some(domain));
        let slots = self.meeting(&BlockIndex::words(name), row, self.sharing.with(row));
        let near = slots.into_iter().filter_map(|slot| self.record_at(slot));
        let mut found: Vec<&Record> = near
            .chain(self.remembered(key()))
            .filter(|record| record.has_address(address))
            .collect();
        found.sort_unstable_by_key(|record| record.id);
        found.dedup_by_key(|record| record.id);
        found
    }

    /// Returns the people of an organisation and of a domain who may have a near name.
    fn meeting(&self, words: &[Words; 2], row: Mark, sharing: [&[Sharer]; 2]) -> Vec<u32> {
        let [of_organisation, of_domain] = sharing;
        let may_meet = |sharer: &&Sharer| sharer.words.may_meet(words);
        let mut slots: Vec<u32> = Vec::new();
        let organisation = of_organisation.iter().filter(may_meet);
        slots.extend(organisation.map(|sharer| sharer.slot));
        // Most people with the domain also belong to the organisation.
        let is_new = |slot: &u32| {
            let own = self
                .marks
                .get(index(*slot))
                .and_then(|own| own.organisation());
            own.is_none() || own != row.organisation()
        };
        let domain = of_domain.iter().filter(may_meet);
        slots.extend(domain.map(|sharer| sharer.slot).filter(is_new));
        slots
    }

    /// Whether another bearer of this name is to be expected among as many people as are in the event; then being the
    /// only one in the event proves nothing. The bearer's own record does not count.
    pub(super) fn is_frequent(&self, name: FoldedView<'_>) -> bool {
        self.counts.is_frequent(name)
    }

    /// Whether another bearer of a name is to be expected among everybody on file.
    pub(super) fn is_frequent_on_file(&self, name: FoldedView<'_>) -> bool {
        self.counts.is_frequent_on_file(name)
    }

    /// Whether anybody has a remembered name.
    pub(super) fn has_aliases(&self) -> bool {
        !self.by_alias.is_empty()
    }

    /// Whether any answer was "not the same".
    pub(super) fn has_answers(&self) -> bool {
        !self.different.is_empty()
    }

    /// Whether the answer was "not the same" for a name key, an address and a person.
    pub(super) fn is_different(&self, key: &str, address: Option<&str>, record: &Record) -> bool {
        let Some(answers) = self.different.get(key) else {
            return false;
        };
        answers.iter().any(|answer| {
            answer.id == record.id
                && match (&answer.address, address) {
                    (Some(answered), given) => given == Some(&**answered),
                    (None, None) => true,
                    (None, Some(given)) => !record.has_address(given),
                }
        })
    }

    /// Updates the marks of a person.
    fn mark(&mut self, slot: u32) {
        let Some(record) = self.record_at(slot) else {
            return;
        };
        let mark = Mark::of_person(record.organisation, &record.addresses);
        if let Some(place) = self.marks.get_mut(index(slot)) {
            *place = mark;
        }
    }

    fn record_at(&self, slot: u32) -> Option<&Record> {
        self.records.get(index(slot))?.as_ref()
    }

    fn records_at(&self, slots: &[u32]) -> impl Iterator<Item = &Record> {
        slots.iter().filter_map(|&slot| self.record_at(slot))
    }

    fn record_mut(&mut self, id: PersonId) -> Option<&mut Record> {
        let slot = *self.slots.get(&id)?;
        self.records.get_mut(index(slot))?.as_mut()
    }
}

impl Record {
    /// Whether they have a normalised address.
    pub(super) fn has_address(&self, address: &str) -> bool {
        self.addresses.iter().any(|own| **own == *address)
    }

    /// Whether a name key is one of their remembered names.
    pub(super) fn is_remembered_as(&self, key: &str) -> bool {
        self.aliases.iter().any(|own| **own == *key)
    }
}

/// Returns the domain of an address, including its `@`, unless one of the other addresses has it. Rows never search by
/// the domains of free mail services.
fn new_domain<'a>(others: &[Arc<str>], address: &'a str) -> Option<&'a str> {
    let domain = address.get(address.rfind('@')?..)?;
    let is_own = !is_free_mail_domain(domain.get(1..)?);
    let is_new = || !others.iter().any(|other| other.ends_with(domain));
    (is_own && is_new()).then_some(domain)
}

fn index(slot: u32) -> usize {
    usize::try_from(slot).unwrap_or(usize::MAX)
}

/// Returns the key as already stored in the index, so that each text is in memory only once.
fn shared_key<V>(index: &Map<Arc<str>, V>, key: &str) -> Arc<str> {
    index
        .get_key_value(key)
        .map_or_else(|| Arc::from(key), |(known, _)| Arc::clone(known))
}

#[cfg(test)]
mod tests;

/// Returns the sound of a name in CJK characters, which begins with the family name.
fn sound_of_signs(name: &FoldedName) -> String {
    let name = name.view();
    whole_sound(name.family, name.given)
}
