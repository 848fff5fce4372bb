//! The result of merging two people: letters go where the newer record works.
//!
//! The newer one is the one whose latest registration is later; if neither has one, or both at the same time, it is the
//! one that is kept. The newer one's name, organisation and first address come first, but not a name with a missing or
//! shortened part.

use crate::identity::person_key;
use crate::model::{Instant, Person};
use crate::store::{Reader, StoreError, Writer};

/// A merge of two people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The one that is removed.
    pub from: Person,
    /// The one that is kept, before the merge.
    pub into: Person,
    /// The one that is kept, after the merge; without aliases.
    pub after: Person,
    /// The time of the latest registration of each.
    pub latest: [Option<Instant>; 2],
    /// The values of the newer one that come first, if the two differ.
    pub first: Vec<First>,
}

/// A value that comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The name.
    Name,
    /// The organisation.
    Organisation,
    /// The address to write to.
    Address,
}

impl Merge {
    /// Determines the result of merging two people; with `keeps_own`, the values of the kept one come first in any
    /// case.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn of(
        reader: &Reader<'_>,
        from: Person,
        into: Person,
        keeps_own: bool,
    ) -> Result<Self, StoreError> {
        let latest = [latest(reader, &from)?, latest(reader, &into)?];
        let mut merge = Self {
            after: into.clone(),
            from,
            into,
            latest,
            first: Vec::new(),
        };
        merge.fill();
        merge.put_first(keeps_own);
        Ok(merge)
    }

    /// Whether the removed one is the newer one.
    pub fn is_from_newer(&self) -> bool {
        self.latest[0] > self.latest[1]
    }

    /// Fills in missing values of the kept one.
    fn fill(&mut self) {
        let take = |field: &mut Option<String>, other: &Option<String>| {
            if field.is_none() {
                field.clone_from(other);
            }
        };
        take(&mut self.after.title, &self.from.title);
        take(&mut self.after.role, &self.from.role);
        take(&mut self.after.phone, &self.from.phone);
        take(&mut self.after.language, &self.from.language);
        let organisation = &mut self.after.organisation_id;
        *organisation = organisation.or(self.from.organisation_id);
        // What either asked for holds for both.
        self.after.states.restricted |= self.from.states.restricted;
        self.after.states.objected |= self.from.states.objected;
        for address in &self.from.addresses {
            if !self.after.addresses.contains(address) {
                self.after.addresses.push(address.clone());
            }
        }
    }

    fn put_first(&mut self, keeps_own: bool) {
        let (from, into, after) = (&self.from, &self.into, &mut self.after);
        let is_newer = self.latest[0] > self.latest[1] && !keeps_own;
        if (&from.given_name, &from.family_name) != (&into.given_name, &into.family_name) {
            if is_newer && is_as_whole(from, into) {
                after.given_name.clone_from(&from.given_name);
                after.family_name.clone_from(&from.family_name);
                after.title = from.title.clone().or(after.title.take());
                self.first.push(First::Name);
            } else if !is_newer {
                self.first.push(First::Name);
            }
        }
        if let (Some(own), Some(other)) = (into.organisation_id, from.organisation_id)
            && own != other
        {
            if is_newer {
                after.organisation_id = Some(other);
            }
            self.first.push(First::Organisation);
        }
        if let (Some(own), Some(other)) = (into.addresses.first(), from.addresses.first())
            && own != other
        {
            if is_newer {
                after.addresses.retain(|it| it != other);
                after.addresses.insert(0, other.clone());
            }
            self.first.push(First::Address);
        }
    }
}

/// Updates the other names of the kept person after a merge: a name that both had in the same spelling is not another
/// name, and one that was their main name and no longer is becomes one.
///
/// # Errors
/// If the file cannot be written.
pub fn settle_names(
    writer: &Writer<'_>,
    from: &Person,
    into: &Person,
    after: &Person,
) -> Result<(), StoreError> {
    let is_own =
        |it: &Person| (&it.given_name, &it.family_name) == (&after.given_name, &after.family_name);
    let name = from.full_name();
    if is_own(from) && !into.aliases.contains(&name) && !from.aliases.contains(&name) {
        writer.remove_person_alias(into.id, &name)?;
    }
    let key = |it: &Person| person_key(&it.given_name, &it.family_name);
    if key(into) != key(after) {
        let former = Person {
            title: None,
            ..into.clone()
        };
        writer.add_person_alias(into.id, &former.full_name())?;
    }
    Ok(())
}

/// Whether a name has each part that another one has, in full: `A. Müller` is not as complete as `Anna Müller`.
fn is_as_whole(name: &Person, other: &Person) -> bool {
    let is_short = |part: &str| part.trim_end_matches('.').chars().count() < 2;
    (!is_short(&name.given_name) || is_short(&other.given_name))
        && (!name.family_name.is_empty() || other.family_name.is_empty())
}

/// Returns the time of somebody's latest registration; for one without a time, that of the event.
fn latest(reader: &Reader<'_>, person: &Person) -> Result<Option<Instant>, StoreError> {
    let mut latest = None;
    for registration in reader.registrations_of(person.id)? {
        let time = match registration.requested_at {
            Some(time) => Some(time),
            None => reader.event(registration.event_id)?.map(|it| it.start),
        };
        latest = latest.max(time);
    }
    Ok(latest)
}
