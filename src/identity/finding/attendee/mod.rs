//! Finds the person that a row of a meeting's log means.
//!
//! The rules are those for every row, with these differences for logs:
//!
//! - A display name may have several readings. It is certain only if no reading contradicts it: if two readings mean
//!   two people, neither is chosen.
//! - A word next to the name that is not a mark, a role, a place or the person's own organisation names another
//!   organisation, on file or not. It counts against anybody who has one, until the name was once answered for them.
//! - An unknown address at a mail service counts against nobody: people join with a private one. An address at another
//!   company counts against somebody.
//! - Somebody who joins with the personal address of exactly one person is that person if a part of the name, its
//!   beginning or an initial matches, unless somebody else on file has the whole name. Otherwise the owner is the first
//!   candidate, and everybody who shares a mailbox is a candidate.
//! - Another personal address at the domain of a namesake leads to a question: it may be a colleague of that name.
//! - A single name or an initial is never certain without an address, unless that very text was answered before and
//!   fits nobody else in the event.
//! - Telephones, bare devices, programs and placeholders are never certain. The previous answer to the same text is
//!   suggested.

use super::super::agreement::{Agreement, FoldedName, Likeness};
use super::super::directory::{Directory, Record};
use super::super::display::DisplayName;
use super::super::keyed_name::KeyedName;
use super::super::keys::{is_shared_mailbox, normalize_address, person_key};
use super::super::matching::{Match, OrganisationHint, Resembled, Sought, Suggestion, best_first};
use super::super::names::PersonName;
use super::super::organisation_directory::OrganisationMatch;
use super::evidence::Row;
use crate::model::{OrganisationId, PersonId, Reason};

/// Somebody in a meeting's log.
#[derive(Debug, Clone, Copy)]
pub struct Attendee<'a> {
    /// The parsed display name.
    pub display: &'a DisplayName,
    /// The display name as written; remembered names and answers are stored under it.
    pub written: &'a str,
    /// The address, in any spelling; an invalid address counts as none.
    pub address: Option<&'a str>,
    /// The organisation, if one is named: the result of [`OrganisationDirectory::find`] for the text of a column, or
    /// else of [`DisplayName::organisation`].
    ///
    /// [`OrganisationDirectory::find`]: super::super::OrganisationDirectory::find
    pub organisation: Option<&'a OrganisationMatch>,
}

/// The result for one reading of a display name.
#[derive(Debug, Default)]
struct Found {
    certain: Option<(PersonId, Reason)>,
    /// Everybody who may be meant, including the certain one.
    candidates: Vec<Suggestion>,
}

impl Found {
    fn names(&self, id: PersonId) -> bool {
        self.candidates.iter().any(|candidate| candidate.id == id)
    }

    /// Adds the candidates of another reading; a candidate in both keeps the better score.
    fn join(&mut self, other: Self) {
        for candidate in other.candidates {
            match self
                .candidates
                .iter_mut()
                .find(|own| own.id == candidate.id)
            {
                Some(own) if own.score < candidate.score => *own = candidate,
                Some(_) => {}
                None => self.candidates.push(candidate),
            }
        }
    }

    fn into_match(self) -> Match {
        match self.certain {
            Some((id, reason)) => Match::Certain { id, reason },
            None if self.candidates.is_empty() => Match::Unknown,
            None => Match::Doubtful {
                candidates: best_first(self.candidates),
            },
        }
    }
}

impl Directory {
    /// Finds the person for a bare name and an address that both belong to exactly one person: most rows of most logs.
    ///
    /// `None` is inconclusive; [`Self::find_attendee`] would find the same person, at a higher cost.
    pub fn find_plainly(&self, written: &str, address: &str) -> Option<PersonId> {
        let is_plain = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'');
        let (family, given) = written.split_once(", ").unwrap_or((written, ""));
        let is_name = written.contains(' ') && family.chars().chain(given.chars()).all(is_plain);
        let [id] = self.holders(address) else {
            return None;
        };
        if !is_name || self.has_answers() || is_shared_mailbox(address) {
            return None;
        }
        let record = self.record(*id)?;
        (person_key(given, family) == *record.key).then_some(*id)
    }

    /// Finds the person that a row of a log means. The same directory and the same row always give the same answer.
    pub fn find_attendee(&self, attendee: &Attendee<'_>) -> Match {
        let display = attendee.display;
        if display.names.is_empty() {
            return self.find_nobody(attendee);
        }
        let mut readings = Vec::new();
        for (at, name) in display.names.iter().enumerate() {
            let left_out = display.left_out(at);
            let in_name = display.has_company_in_name(at);
            let mut found = self.find_reading(attendee, name, in_name);
            // `Anna Müller - Roth`, if there is a Roth. An answer for one of two names does not apply to the other.
            let is_remembered = matches!(found.certain, Some((_, Reason::RememberedName)));
            if left_out.is_some_and(|text| {
                self.is_part_of_a_name(text) || (is_remembered && text.contains(' '))
            }) {
                found.certain = None;
            }
            readings.push((found, left_out.is_none()));
        }
        let found = alternatives(readings);
        let found = match &display.original {
            Some(original) => {
                let before = self.find_reading(attendee, original, false);
                self.both(display, original, found, before)
            }
            None => found,
        };
        found.into_match()
    }

    /// Combines the results for the current and the former name.
    fn both(
        &self,
        display: &DisplayName,
        original: &PersonName,
        mut now: Found,
        before: Found,
    ) -> Found {
        let certain = match (now.certain, before.certain) {
            (Some(one), Some(other)) => (one.0 == other.0).then_some(one),
            (Some(one), None) if before.names(one.0) => Some(one),
            // A company that is not on file, or a name from before a wedding; but `José (José Ruiz)` is not just
            // anybody called José.
            (Some(one), None) if before.candidates.is_empty() => {
                let is_whole = |name: &PersonName| FoldedName::of(name).view().is_full();
                let may_be = display.names.iter().any(is_whole)
                    || self.may_be_called(one.0, std::slice::from_ref(original));
                may_be.then_some(one)
            }
            (None, Some(other)) if self.may_be_called(other.0, &display.names) => Some(other),
            _ => None,
        };
        now.join(before);
        now.certain = certain;
        now
    }

    /// Whether at least one of the names does not contradict a person who was found by another name.
    fn may_be_called(&self, id: PersonId, names: &[PersonName]) -> bool {
        self.record(id).is_some_and(|record| {
            names.iter().any(|name| {
                let name = KeyedName::from(name);
                let row = Row::of_log(&Sought {
                    name: &name,
                    written: "",
                    address: None,
                    organisation: OrganisationHint::Unknown,
                });
                row.likeness(record).agreement() != Agreement::Different
            })
        })
    }

    /// Finds the person for one reading; a reading that includes a possible new organisation in the name has no
    /// organisation.
    fn find_reading(
        &self,
        attendee: &Attendee<'_>,
        name: &PersonName,
        has_company_in_name: bool,
    ) -> Found {
        let name = KeyedName::from(name);
        let mut row = row_of(attendee, &name);
        if has_company_in_name && row.is_organisation_unsettled() {
            row.organisation = OrganisationHint::Unknown;
        }
        let found = self.by_rules_of_logs(&mut row);
        self.found(&row, found)
    }

    /// Converts the result of a rule; a certain person becomes a candidate as well.
    fn found(&self, row: &Row<'_>, found: Option<Match>) -> Found {
        match found {
            Some(Match::Certain { id, reason }) => Found {
                certain: Some((id, reason)),
                candidates: self
                    .record(id)
                    .map(|record| {
                        let first = (reason == Reason::RememberedName).then_some(reason);
                        row.suggestion(record, row.likeness(record), first)
                    })
                    .into_iter()
                    .collect(),
            },
            Some(Match::Doubtful { candidates }) => Found {
                certain: None,
                candidates,
            },
            Some(Match::Unknown) | None => Found::default(),
        }
    }

    fn by_rules_of_logs(&self, row: &mut Row<'_>) -> Option<Match> {
        if let Some(owner) = self.sole_owner(row)
            && self.is_owner_meant(row, owner)
        {
            return Some(Match::Certain {
                id: owner.id,
                reason: Reason::SameAddress,
            });
        }
        if let Some(found) = self.by_known_address(row) {
            return Some(self.with_namesakes(row, found));
        }
        let found = self
            .by_answered_name(row)
            .or_else(|| self.by_name_in_log(row))
            .or_else(|| self.by_near_name(row));
        if matches!(found, Some(Match::Certain { .. })) {
            return found;
        }
        let mut all = self.owners_asked(row);
        all.join(self.found(row, found));
        Some(all.into_match())
    }

    /// Returns everybody who has the row's address as candidates: any of them may have joined with it.
    fn owners_asked(&self, row: &Row<'_>) -> Found {
        let address = row.address.as_deref().unwrap_or_default();
        let owners = self.holders(address).iter();
        let owners = owners.filter_map(|&id| self.record(id));
        Found {
            certain: None,
            candidates: owners
                .filter(|record| !self.is_ruled_out(row, record))
                .map(|record| row.suggestion(record, row.likeness(record), None))
                .collect(),
        }
    }

    /// Returns the only person who has the row's personal address.
    fn sole_owner(&self, row: &Row<'_>) -> Option<&Record> {
        let address = row.address.as_deref()?;
        let [id] = self.holders(address) else {
            return None;
        };
        let owner = self.record(*id)?;
        (!is_shared_mailbox(address) && !self.is_ruled_out(row, owner)).then_some(owner)
    }

    /// Whether the row's name is compatible with the owner of its address: a part of it, its beginning or an initial
    /// matches, and nobody else on file has the whole name.
    fn is_owner_meant(&self, row: &Row<'_>, owner: &Record) -> bool {
        // A son has his father's name except for the suffix.
        let same_generation = row.view().generation() == owner.name.view().generation();
        let mut namesakes = self.named(row.key());
        !row.key().is_empty()
            && same_generation
            && row.has_part_of_name(owner)
            && namesakes.all(|it| it.id == owner.id || self.is_ruled_out(row, it))
    }

    /// Rule 1, if the address has an owner who may be meant: others with exactly this name count against it; without
    /// them, a slip in the name is forgiven.
    fn with_namesakes(&self, row: &Row<'_>, found: Match) -> Match {
        let mut found = self.found(row, Some(found));
        let owner = match (found.certain, found.candidates.as_slice()) {
            (Some((id, _)), _) => self.record(id),
            (None, [only]) => self.record(only.id),
            (None, _) => None,
        };
        let has_namesakes = !row.key().is_empty()
            && self.namesakes(row.name).any(|record| {
                owner.is_none_or(|owner| owner.id != record.id) && !self.is_ruled_out(row, record)
            });
        if let Some(owner) = owner {
            let is_own = *owner.key == *row.key();
            if found.certain.is_some() && (is_own || !has_namesakes) {
                return found.into_match();
            }
        }
        found.certain = None;
        for further in [self.by_same_name(row), self.by_near_name(row)] {
            found.join(self.found(row, further));
        }
        found.into_match()
    }

    /// Rule 2: the text, or the name in it, was answered before.
    fn by_answered_name(&self, row: &Row<'_>) -> Option<Match> {
        let found = self.by_remembered_name(row)?;
        let Match::Certain { id, .. } = found else {
            return Some(found);
        };
        if row.view().is_full() {
            // Read as a whole name it is different from theirs: `Heinrich, Matthias` and the device of Heinrich
            // Matthias Roth.
            let is_another = self
                .record(id)
                .is_some_and(|record| row.likeness(record) == Likeness::OneName);
            if !is_another {
                return Some(found);
            }
            let mut asked = self.found(row, Some(found));
            asked.certain = None;
            return Some(asked.into_match());
        }
        // Another Karin may have an iPad too.
        let others = self.others_in_event(row, id);
        if others.is_empty() {
            return Some(found);
        }
        let mut asked = self.found(row, Some(found));
        asked.certain = None;
        asked.candidates.extend(others);
        Some(asked.into_match())
    }

    /// Returns everybody else in the event who fits a single name or an initial.
    fn others_in_event(&self, row: &Row<'_>, id: PersonId) -> Vec<Suggestion> {
        let mut others: Vec<&Record> = self
            .nearby(row.view(), None)
            .filter(|record| record.in_event && record.id != id)
            .collect();
        others.sort_unstable_by_key(|record| record.id);
        others.dedup_by_key(|record| record.id);
        others
            .into_iter()
            .map(|record| (record, row.likeness(record)))
            .filter(|(record, likeness)| {
                let fits = matches!(
                    likeness.agreement(),
                    Agreement::Same | Agreement::Compatible
                ) || *likeness == Likeness::Nickname;
                fits && !self.is_ruled_out(row, record)
            })
            .map(|(record, likeness)| row.suggestion(record, likeness, None))
            .collect()
    }

    /// Rules 3 and 4: the same name. Somebody of this name who is not in the event but at the company of the address
    /// may be meant.
    fn by_name_in_log(&self, row: &Row<'_>) -> Option<Match> {
        let found = self.by_same_name(row)?;
        let Match::Certain {
            id,
            reason: Reason::OnlyOneInEvent,
        } = found
        else {
            return Some(found);
        };
        let is_at_home = |record: &&Record| row.shares_domain(record);
        let rivals: Vec<&Record> = self
            .namesakes(row.name)
            .filter(|record| record.id != id && !self.is_ruled_out(row, record))
            .filter(is_at_home)
            .collect();
        if rivals.is_empty() || self.record(id).as_ref().is_some_and(is_at_home) {
            return Some(found);
        }
        let mut asked = self.found(row, Some(found));
        asked.certain = None;
        let first = Some(Reason::SeveralOfThisName);
        asked.candidates.extend(
            rivals
                .into_iter()
                .map(|record| row.suggestion(record, Likeness::Same, first)),
        );
        Some(asked.into_match())
    }

    /// Whether a word is part of the name of anybody on file.
    fn is_part_of_a_name(&self, word: &str) -> bool {
        if word.contains(' ') {
            return false;
        }
        let folded = FoldedName::new("", word);
        let view = folded.view();
        self.nearby(view, None).any(|record| {
            let mut tokens = record.name.view().tokens();
            tokens.any(|token| view.tokens().any(|own| own == token))
        })
    }

    /// Finds the person for a row that names nobody: by previous answers and by the address.
    fn find_nobody(&self, attendee: &Attendee<'_>) -> Match {
        let name = KeyedName::new("", "");
        let mut row = row_of(attendee, &name);
        let has_no_name =
            attendee.display.address.is_some() || !attendee.written.contains(char::is_alphanumeric);
        if has_no_name {
            return self.by_known_address(&mut row).unwrap_or(Match::Unknown);
        }
        let suggest = |record: &Record, reason| Found {
            certain: None,
            candidates: vec![row.suggestion(record, Likeness::None, Some(reason))],
        };
        let mut found = Found::default();
        for record in self.remembered(row.written_key()) {
            if !self.is_ruled_out(&row, record) {
                found.join(suggest(record, Reason::RememberedName));
            }
        }
        // A program joins with the address of the person who sent it, who need not be there.
        let is_program = super::super::nobody::is_program(attendee.written);
        let address = row.address.as_deref().filter(|_| !is_program);
        for record in address
            .into_iter()
            .flat_map(|address| self.holders(address))
        {
            if let Some(record) = self.record(*record)
                && !self.is_ruled_out(&row, record)
            {
                found.join(suggest(record, Reason::NoName));
            }
        }
        found.into_match()
    }
}

fn row_of<'a>(attendee: &'a Attendee<'_>, name: &'a KeyedName) -> Row<'a> {
    let organisation = match attendee.organisation {
        None => OrganisationHint::Unknown,
        Some(OrganisationMatch::Certain(id)) => OrganisationHint::Known(*id),
        Some(OrganisationMatch::Doubtful(near)) => {
            // `Luftfahrt Kiel` resembles `Luftfahrt Eifel` letter by letter.
            let in_other_words = |suggestion: &&Suggestion<OrganisationId>| {
                suggestion.reasons.iter().any(|reason| {
                    matches!(
                        reason,
                        Reason::PartOfName
                            | Reason::SameWithoutBlanks
                            | Reason::Abbreviated
                            | Reason::Acronym
                            | Reason::PartOfOrganisation
                            | Reason::DomainName
                    )
                })
            };
            let near = near.iter().filter(in_other_words).map(|it| it.id);
            OrganisationHint::Perhaps(Resembled::new(None, near))
        }
        Some(OrganisationMatch::Unknown) => OrganisationHint::New,
    };
    Row::of_log(&Sought {
        name,
        written: attendee.written,
        address: attendee
            .address
            .filter(|address| normalize_address(address).is_some())
            .or(attendee.display.address.as_deref()),
        organisation,
    })
}

/// Combines the readings of one text, each with a flag whether it leaves nothing out: one is right, the others are
/// wrong. A reading of the whole text is not weakened by resemblances of a part of it.
fn alternatives(readings: Vec<(Found, bool)>) -> Found {
    let certain = {
        let mut sure = readings.iter().filter(|(found, _)| found.certain.is_some());
        let first = sure
            .next()
            .and_then(|(found, is_whole)| Some((found.certain?, *is_whole)));
        first.filter(|((id, _), is_whole)| {
            readings
                .iter()
                .all(|(found, other_is_whole)| match found.certain {
                    Some((other, _)) => other == *id,
                    None => {
                        found.candidates.is_empty()
                            || found.names(*id)
                            || (*is_whole && !other_is_whole)
                    }
                })
        })
    };
    let mut joined = Found::default();
    for (found, _) in readings {
        joined.join(found);
    }
    joined.certain = certain.map(|(certain, _)| certain);
    joined
}

#[cfg(test)]
mod tests;
