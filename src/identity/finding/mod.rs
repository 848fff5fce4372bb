//! The rules that find the person of a row, in order.
//!
//! A wrong automatic match is a defect; a missed one costs a question. So every rule that returns `Certain` names the
//! evidence it needs, and evidence against it turns the answer into a question.
//!
//! 1. The address is known and the name agrees.
//! 2. The written name was answered for exactly one person before.
//! 3. The same name in the same organisation.
//! 4. The same name, the only one in the event, and nothing against it.
//! 5. A compatible or near name, with further evidence: a question.
//!
//! *Two addresses.* Two personal addresses at one domain with one name are either one person with two addresses or two
//! people, and nothing shows which: always a question. A private address in addition to one at an organisation is not
//! unusual if the name is rare. Three people of one name are never treated as one.
//!
//! *Unknown is not different.* An unrecognised spelling of an organisation counts neither for nor against a row of a
//! form. The same name at the same domain with such a spelling is left to the question about the organisation, whose
//! answer brings the people together.
//!
//! *Another year.* A new employer and a new address are the usual change of job between two meetings: a question if the
//! name is rare among everybody on file. If it is common, or if both are in one event, they are two people.
//!
//! *A guest of a log.* Somebody who is on file by name alone becomes, by rule 4, the first who signs up under that name.
//! If a namesake follows in the same import, either may have been the guest: a question about the second row.
//!
//! *Weak names.* A single name (`Anna`) or an initial (`A. Müller`) is as common as a surname in a telephone book:
//! rules 3 and 4 ask where they would be certain of a full name.
//!
//! *Swapped names.* The key ignores the order, since lists contain `Weber Anna`. But `Li Wu` and `Wu Li` can be two
//! people, so rules 3 and 4 ask if the parts are swapped and the addresses differ. `Wu, Li` and `WU Li` make the order
//! explicit and are read accordingly.
//!
//! *An address of another person.* A buyer's address is on five tickets, and `info@` on many more. If the name is
//! clearly different, the address is irrelevant to this person: it counts neither for nor against anybody else.

mod attendee;
mod evidence;

pub use attendee::Attendee;

use evidence::{AddressRelation, Relation, Row};

use super::agreement::{Agreement, Likeness};
use super::directory::{Directory, Record};
use super::keys::is_shared_mailbox;
use super::local_part::is_made_of_name;
use super::matching::{Match, Sought, Suggestion, best_first};
use crate::model::Reason;

/// The minimum likeness for a question about people who share an organisation or domain, or are in the event:
/// everything that [`super::agreement`] calls near.
const NEAR_WITH_EVIDENCE: f64 = 0.86;
/// The minimum likeness for a question about people who are not in the event, if the row has only a name: one letter in
/// a long name (Schmidt/Schmitt 0.94), since a whole file is full of near names.
const NEAR_IN_FILE: f64 = 0.93;
/// The likeness of a name in CJK characters and one in letters that sounds the same: the characters may be a different
/// name with that sound.
const SOUNDS_ALIKE: f64 = 0.9;
fn doubtful(candidates: Vec<Suggestion>) -> Option<Match> {
    (!candidates.is_empty()).then(|| Match::Doubtful {
        candidates: best_first(candidates),
    })
}

fn certain(record: &Record, reason: Reason) -> Match {
    Match::Certain {
        id: record.id,
        reason,
    }
}

impl Directory {
    /// Finds the person that a row means. The same directory and the same row always give the same answer.
    pub fn find(&self, sought: &Sought<'_>) -> Match {
        let mut row = Row::new(sought);
        if let Some(found) = self.by_known_address(&mut row) {
            return found;
        }
        let found = self
            .by_remembered_name(&row)
            .or_else(|| self.by_same_name(&row))
            .or_else(|| self.by_near_name(&row))
            .unwrap_or(Match::Unknown);
        self.with_former_name(&row, found)
    }

    /// Adds everybody on file whose name is the row's former name; then nobody else is certain.
    fn with_former_name(&self, row: &Row<'_>, found: Match) -> Match {
        let Some(former) = row.former_key() else {
            return found;
        };
        let before: Vec<&Record> = self
            .named(former)
            .filter(|record| !self.is_ruled_out(row, record))
            .collect();
        let mut candidates = match found {
            _ if before.is_empty() => return found,
            Match::Certain {
                reason: Reason::RememberedName,
                ..
            } => return found,
            Match::Certain { id, .. } => {
                let record = self.record(id).into_iter();
                let suggest = |record| row.suggestion(record, Likeness::Same, None);
                record.map(suggest).collect()
            }
            Match::Doubtful { candidates } => candidates,
            Match::Unknown => Vec::new(),
        };
        for record in before {
            candidates.retain(|it| it.id != record.id);
            let likeness = row.likeness(record);
            candidates.push(row.suggestion(record, likeness, Some(Reason::FormerName)));
        }
        doubtful(candidates).unwrap_or(Match::Unknown)
    }

    fn is_ruled_out(&self, row: &Row<'_>, record: &Record) -> bool {
        self.has_answers() && self.is_different(row.written_key(), row.address.as_deref(), record)
    }

    /// Rule 1: the address is known.
    fn by_known_address(&self, row: &mut Row<'_>) -> Option<Match> {
        let address = row.address.as_deref()?;
        let count = self.holders(address).len();
        if count == 0 {
            return None;
        }
        let holders = self.holders_meeting(address, row.view(), || row.written_key());
        let shared = count > 1 || is_shared_mailbox(address);
        let first = shared.then_some(Reason::SharedAddress);
        let meant: Vec<(&Record, Likeness)> = holders
            .into_iter()
            .filter(|record| !self.is_ruled_out(row, record))
            .map(|record| {
                // A display name that was answered for them is their name, and so is a former one.
                let is_their_name = (!record.aliases.is_empty()
                    && record.is_remembered_as(row.written_key()))
                    || row.former_key() == Some(&*record.key);
                let likeness = if is_their_name {
                    Likeness::Same
                } else {
                    row.likeness(record)
                };
                (record, likeness)
            })
            .collect();

        if row.key().is_empty() {
            if let ([(record, _)], false) = (meant.as_slice(), shared) {
                return Some(certain(record, Reason::SameAddress));
            }
            let suggest = |&(record, likeness): &(&Record, Likeness)| {
                row.suggestion(record, likeness, Some(Reason::NoName))
            };
            return doubtful(meant.iter().map(suggest).collect());
        }

        let same: Vec<&Record> = meant
            .iter()
            .filter(|(_, likeness)| *likeness == Likeness::Same)
            .map(|&(record, _)| record)
            .collect();
        if let [record] = same.as_slice() {
            return Some(certain(record, Reason::SameAddress));
        }
        if let ([(record, likeness)], false) = (meant.as_slice(), shared)
            && likeness.agreement() == Agreement::Compatible
        {
            return Some(certain(record, Reason::SameAddress));
        }
        // Among the people of a mailbox a different family name is a different colleague. An address made of the row's
        // name is hardly a buyer's: `JP Dupré` at `jp.dupre@`.
        let is_named_by_it = !shared && is_made_of_name(address, row.view());
        let is_likely = |record: &Record, likeness: Likeness| {
            likeness.agreement() != Agreement::Different
                || (!shared && likeness != Likeness::None)
                || is_named_by_it
                || (!shared && row.is_in_other_writing(record))
        };
        let likely = meant
            .iter()
            .filter(|(record, likeness)| is_likely(record, *likeness));
        let found = doubtful(
            likely
                .map(|&(record, likeness)| row.suggestion(record, likeness, first))
                .collect(),
        );
        row.address_of_others = found.is_none();
        found
    }

    /// Rule 2: the written name was answered before.
    ///
    /// Certain for one person, unless something contradicts it: the address belongs to somebody else, the organisation
    /// is different, or a single name (`Anna`), remembered from some event, appears with an address of its own or where
    /// that person does not take part. It is not certain either if somebody else in the event, or in the row's
    /// organisation, really has this name: of two people of one name neither is chosen automatically. An answer "not
    /// the same" for that other person settles it.
    fn by_remembered_name(&self, row: &Row<'_>) -> Option<Match> {
        if !self.has_aliases() {
            return None;
        }
        let meant: Vec<&Record> = self
            .remembered(row.written_key())
            .filter(|record| !self.is_ruled_out(row, record) && !self.is_left_apart(row, record))
            .collect();
        if meant.is_empty() {
            return None;
        }
        let is_own_name = meant.iter().any(|record| *record.key == *row.written_key());
        let rivals: Vec<&Record> = self
            .named(row.written_key())
            .filter(|rival| meant.iter().all(|record| record.id != rival.id))
            .filter(|rival| !self.is_ruled_out(row, rival) && !self.is_left_apart(row, rival))
            .filter(|rival| {
                // An answer about `Anna Roth (BioM)` is for her own name, which everybody of that name shares.
                is_own_name || rival.in_event || row.organisation_relation(rival) == Relation::Same
            })
            .collect();
        if let ([record], []) = (meant.as_slice(), rivals.as_slice()) {
            let is_weak =
                !row.view().is_full() && (!record.in_event || row.has_other_address(record));
            // In a log it may be their organisation on file in other words.
            let is_elsewhere = row.organisation_relation(record) == Relation::Other
                && !(row.in_log && row.is_organisation_unsettled())
                || (row.in_log && row.has_other_address(record));
            // Somebody may have had this name before, and a colleague has it now.
            let has_new_address = !row.in_log && !self.may_have_both_addresses(row, record);
            let is_contradicted =
                row.address_of_others || is_elsewhere || is_weak || has_new_address;
            if !is_contradicted {
                return Some(certain(record, Reason::RememberedName));
            }
        }
        let remembered = meant.into_iter().map(|record| {
            row.suggestion(record, row.likeness(record), Some(Reason::RememberedName))
        });
        let rivals = rivals
            .into_iter()
            .map(|record| row.suggestion(record, Likeness::Same, Some(Reason::SeveralOfThisName)));
        doubtful(remembered.chain(rivals).collect())
    }

    /// Rules 3 and 4: the same name.
    fn by_same_name(&self, row: &Row<'_>) -> Option<Match> {
        if row.key().is_empty() {
            return None;
        }
        let namesakes: Vec<&Record> = self
            .namesakes(row.name)
            .filter(|record| !self.is_ruled_out(row, record))
            .collect();
        let first = (namesakes.len() > 1).then_some(Reason::SeveralOfThisName);
        let suggest = |records: Vec<&Record>, more: Option<Reason>| {
            let suggestions = records.into_iter().map(|record| {
                let mut suggestion = row.suggestion(record, Likeness::Same, first);
                suggestion.reasons.extend(more);
                suggestion
            });
            doubtful(suggestions.collect())
        };
        let is_full = row.view().is_full();

        let colleagues: Vec<&Record> = namesakes
            .iter()
            .copied()
            .filter(|record| row.organisation_relation(record) == Relation::Same)
            .collect();
        match colleagues.as_slice() {
            [] => {}
            [record]
                if is_full
                    && !row.is_crossed_elsewhere(record)
                    && self.may_have_both_addresses(row, record) =>
            {
                return Some(certain(record, Reason::SameNameSameOrganisation));
            }
            _ => return suggest(colleagues, None),
        }

        let possible: Vec<&Record> = namesakes
            .iter()
            .copied()
            .filter(|record| !self.is_left_apart(row, record))
            .collect();
        let mut in_event = namesakes.iter().filter(|record| record.in_event);
        if let (Some(record), None) = (in_event.next(), in_event.next())
            && is_full
            && !row.has_other_address(record)
            && row.is_organisation_nothing_against(record)
            && !row.is_crossed_elsewhere(record)
            && !row.is_in_other_writing(record)
            && !(row.address_of_others && row.has_another_domain(record))
            && !(record.addresses.is_empty()
                && self.is_seen_under_several(row.key(), row.address.as_deref()))
        {
            let others = self.others_in_signs(row, record);
            if !others.is_empty() {
                let mut suggestions = vec![row.suggestion(record, Likeness::Same, None)];
                suggestions.extend(others);
                return doubtful(suggestions);
            }
            if !self.is_frequent(row.view()) {
                return Some(certain(record, Reason::OnlyOneInEvent));
            }
            return suggest(possible, Some(Reason::CommonName));
        }
        suggest(possible, None)
    }

    /// Returns everybody else in the event whose name in CJK characters the row may spell in letters: many of them
    /// sound alike.
    fn others_in_signs(&self, row: &Row<'_>, found: &Record) -> Vec<Suggestion> {
        self.sounding_like(row.view())
            .filter(|record| record.in_event && record.id != found.id)
            .filter(|record| row.is_in_other_writing(record) && !self.is_ruled_out(row, record))
            .map(|record| row.suggestion(record, Likeness::Spelling(SOUNDS_ALIKE), None))
            .collect()
    }

    /// Whether somebody with the same name and organisation may have the row's address as well as their own.
    fn may_have_both_addresses(&self, row: &Row<'_>, record: &Record) -> bool {
        match row.address_relation(record) {
            AddressRelation::Same | AddressRelation::Unsaid => true,
            AddressRelation::Private => row.in_log || !self.is_frequent(row.view()),
            AddressRelation::AtDomain | AddressRelation::Elsewhere => false,
        }
    }

    /// Whether a namesake is treated as a different person without a question.
    fn is_left_apart(&self, row: &Row<'_>, record: &Record) -> bool {
        if row.in_log {
            return row.has_other_address(record)
                && row.organisation_relation(record) == Relation::Other;
        }
        if record.has_address_by_name {
            return false;
        }
        let is_unrecognised = row.is_organisation_unsettled();
        match (
            row.address_relation(record),
            row.organisation_relation(record),
        ) {
            // The question about the organisation covers them as well.
            (AddressRelation::AtDomain, Relation::Other | Relation::Perhaps) => {
                is_unrecognised && !row.is_numbered(record) && self.is_alone_at_domain(row, record)
            }
            (AddressRelation::Private, Relation::Other) if is_unrecognised => false,
            (AddressRelation::Private | AddressRelation::Elsewhere, Relation::Other) => {
                record.in_event || self.is_frequent_on_file(row.view())
            }
            _ => false,
        }
    }

    /// Whether nobody else of this name has an address at the row's domain.
    fn is_alone_at_domain(&self, row: &Row<'_>, record: &Record) -> bool {
        let mut at_domain = self.named(row.key()).filter(|it| row.shares_domain(it));
        at_domain.all(|it| it.id == record.id)
    }

    /// Rule 5: a compatible or near name, with further evidence.
    fn by_near_name(&self, row: &Row<'_>) -> Option<Match> {
        let is_bare = row.is_bare();
        let has_evidence = |record: &Record| {
            row.organisation_relation(record) == Relation::Same
                || row.shares_domain(record)
                || ((is_bare || row.in_log) && record.in_event)
        };
        // Cheap checks first: most of a block belongs to another organisation.
        let mut people: Vec<(&Record, bool)> = self
            .nearby(row.view(), row.to_share())
            .map(|record| (record, has_evidence(record)))
            .filter(|(_, has_evidence)| *has_evidence || is_bare)
            .collect();
        people.sort_unstable_by_key(|(record, _)| record.id);
        people.dedup_by_key(|(record, _)| record.id);

        let is_near = |likeness: Likeness, has_evidence: bool| match likeness {
            // Equal names were handled by the earlier rules.
            Likeness::Same => false,
            Likeness::OneName | Likeness::HalfOfOneName | Likeness::OneNickname => has_evidence,
            likeness => {
                let least = if has_evidence {
                    NEAR_WITH_EVIDENCE
                } else {
                    NEAR_IN_FILE
                };
                likeness.agreement() != Agreement::Different && likeness.score() >= least
            }
        };
        let near = people
            .into_iter()
            .map(|(record, has_evidence)| (record, row.likeness(record), has_evidence))
            .filter(|&(record, likeness, has_evidence)| {
                is_near(likeness, has_evidence) && !self.is_ruled_out(row, record)
            });
        doubtful(
            near.map(|(record, likeness, _)| row.suggestion(record, likeness, None))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests;
