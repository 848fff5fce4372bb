//! Decides when a written name means one organisation without a question.

use super::spellings::Bracketed;
use super::{Name, OrganisationDirectory, Read, owners, plain};
use crate::model::OrganisationId;

impl OrganisationDirectory {
    /// Finds the organisation that a written name certainly means, without looking at near names.
    pub fn find_certain(&self, written: &str) -> Option<OrganisationId> {
        let read = self.read(written);
        let possible = |id: &OrganisationId| !self.is_ruled_out(&read, *id);
        let equal: Vec<OrganisationId> = owners(&self.by_key, &read.key).filter(possible).collect();
        if !equal.is_empty() {
            return self.only_one(&equal, &read, written);
        }
        let mut bracketed = owners(&self.by_bracket, &read.key).filter(possible);
        if let Some(id) = bracketed.next() {
            let is_alone = bracketed.next().is_none();
            return (is_alone && !self.has_other_form(id, &read)).then_some(id);
        }
        let bracketed = Bracketed::read(written).filter(|it| it.fits)?;
        let id = self.by_own_bracket(&bracketed)?;
        possible(&id).then_some(id)
    }

    /// Whether a name is worth remembering for the organisation that it certainly means: it has words or a legal form
    /// that none of its names has, and the next file may use it. If no form was known, the first one is accepted; a
    /// second one leads to a question.
    pub fn is_new_name(&self, id: OrganisationId, written: &str) -> bool {
        let read = self.read(written);
        let mut names = self.names_of(id).iter().map(|name| &name.read);
        !names.any(|own| own.key == read.key && (read.form.is_empty() || own.form == read.form))
    }

    /// Whether an organisation is known under this name with a legal form, but not with this one.
    pub(super) fn has_other_form(&self, id: OrganisationId, read: &Read) -> bool {
        if read.form.is_empty() {
            return false;
        }
        let names = self.names_of(id).iter().flat_map(Name::reads);
        let mut named = names.filter(|own| own.key == read.key && !own.form.is_empty());
        let first = named.next();
        first.is_some_and(|first| first.form != read.form && named.all(|own| own.form != read.form))
    }

    pub(super) fn names_of(&self, id: OrganisationId) -> &[Name] {
        self.names.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Returns the only one of several with an equal name: by its legal form, its exact spelling, the name that it is
    /// printed with, or the open question about all of them.
    fn only_one(
        &self,
        equal: &[OrganisationId],
        read: &Read,
        written: &str,
    ) -> Option<OrganisationId> {
        if let ([id], true) = (equal, read.form.is_empty()) {
            return Some(*id);
        }
        let only = |is_meant: &dyn Fn(OrganisationId) -> bool| {
            let mut meant = equal.iter().copied().filter(|id| is_meant(*id));
            meant.next().filter(|_| meant.next().is_none())
        };
        let text = plain(written);
        let is_written_so = |id| self.names_of(id).iter().any(|name| name.text == text);
        let has_form = |id| self.names_of(id).iter().any(|name| name.read == *read);
        let has_none = |id: OrganisationId| {
            let mut names = self.names_of(id).iter();
            !names.any(|name| name.read.key == read.key && !name.read.form.is_empty())
        };
        if equal.iter().any(|id| has_form(*id)) {
            // Another organisation may have been given this one's own name as a further one.
            let is_own_name = |id| {
                self.names_of(id)
                    .first()
                    .is_some_and(|name| name.text == text)
            };
            // The question which of them is meant is open, and asked once.
            let is_in_question = |id| {
                let others = self.in_question(id);
                equal.iter().all(|it| *it == id || others.contains(it))
            };
            return only(&has_form)
                .or_else(|| only(&is_written_so))
                .or_else(|| only(&is_own_name))
                .or_else(|| only(&is_in_question));
        }
        // If another has a different form, it is a question with this one as a candidate.
        let all_without = equal.iter().all(|id| has_none(*id));
        only(&has_none).filter(|_| all_without)
    }

    /// Returns the organisation of a full name with letters in brackets: known by the full name, or only by the
    /// letters. If they belong to two organisations, or the letters are not the known ones, that is a question.
    fn by_own_bracket(&self, written: &Bracketed) -> Option<OrganisationId> {
        let (outside, acronym) = (Read::of(&written.outside), Read::of(&written.acronym));
        let all = |key: &str| -> Vec<OrganisationId> {
            let named = owners(&self.by_key, key).chain(owners(&self.by_bracket, key));
            let mut named: Vec<OrganisationId> = named.collect();
            named.sort_unstable();
            named.dedup();
            named
        };
        let (by_outside, by_acronym) = (all(&outside.key), all(&acronym.key));
        match (by_outside.as_slice(), by_acronym.as_slice()) {
            ([id], others) if others.iter().all(|other| other == id) => {
                let mut brackets = self
                    .names_of(*id)
                    .iter()
                    .filter_map(|name| name.bracketed.as_ref());
                let is_known_otherwise =
                    brackets.any(|known| Read::of(&known.acronym).key != acronym.key);
                (!is_known_otherwise && !self.has_other_form(*id, &outside)).then_some(*id)
            }
            ([], [id]) => {
                let mut names = self.names_of(*id).iter();
                names
                    .all(|name| name.read.key == acronym.key)
                    .then_some(*id)
            }
            _ => None,
        }
    }
}

impl Name {
    /// Returns the name as it is compared, also without the text in brackets.
    fn reads(&self) -> Vec<Read> {
        let outside = self.bracketed.as_ref().map(|it| Read::of(&it.outside));
        std::iter::once(self.read.clone()).chain(outside).collect()
    }
}
