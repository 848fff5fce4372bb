//! The rules by which a row's person is found, in their order.
//!
//! A wrong automatic match is a defect; a missed one costs a question. So every rule that answers
//! `Certain` names the evidence it needs, and evidence against it turns the answer into a question.
//!
//! 1. The address is known and the name agrees.
//! 2. The written name was answered for exactly one person before.
//! 3. The same name in the same organisation.
//! 4. The same name, alone in the event, and nothing against it.
//! 5. A compatible or near name, with further evidence: a question.
//!
//! *Two addresses.* Two personal addresses at one domain under one name are one person with two addresses or two
//! people, and nothing tells which: always a question. A private address beside that of an organisation is nothing
//! unusual, where the name is rare. Three of one name are never taken for one.
//!
//! *Unknown is not other.* A spelling of an organisation that is not recognised speaks neither for nor against a row
//! of a form. The same name at the same domain under such a spelling is left to the question about the organisation:
//! its answer brings the people together.
//!
//! *Another year.* A new employer and a new address are the usual change of job between two meetings: asked where the
//! name is rare among all on file. Where it is common, or where both are in one event, they are two people.
//!
//! *Names that do not tell.* A single name (`Anna`) or an initial (`A. Müller`) is as common as a
//! surname in a telephone book: rules 3 and 4 ask where they would be certain of a full name.
//!
//! *The other way round.* The key knows no order, since lists write `Weber Anna`. But `Li Wu` and
//! `Wu Li` can be two people, so rules 3 and 4 ask where the parts have changed places and the
//! addresses differ. `Wu, Li` and `WU Li` say which is which and are read so.
//!
//! *An address of another person.* A buyer's address stands on five tickets, and `info@` on many more.
//! Where the name is clearly another, the address tells nothing of this person: it is neither evidence
//! for nor against anybody else.

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

/// The least likeness that is asked about for people of one organisation or domain, and in one event:
/// all that [`super::agreement`] calls near.
const NEAR_WITH_EVIDENCE: f64 = 0.86;
/// The least likeness that is asked about for people who are not in the event, when the row has nothing
/// but a name: one letter in a long name (Schmidt/Schmitt 0.94), as the whole file is full of near names.
const NEAR_IN_FILE: f64 = 0.93;
/// How alike a name in signs is to one in letters that sounds the same: signs may be another name of that sound.
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
    /// Finds whom a row means. The same directory and the same row give the same answer.
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

    /// Adds whoever is on file under the name that the row says they had before: then nobody else is certain.
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
                // A display name that was answered for them is a name of theirs, and so is one they had before.
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
        // Among the people of a mailbox another family name is another colleague.
        // An address made of the name of the row is hardly a buyer's: `JP Dupré` at `jp.dupre@`.
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
    /// Certain for one person, unless something speaks against them: the address is another person's,
    /// the organisation is another, or a single name (`Anna`), remembered at some event, turns up with
    /// an address of its own or where that person takes no part. Nor is it certain while somebody else
    /// in the event, or in the row's organisation, really has this name: of two people of one name
    /// neither is taken by itself. An answer "not the same" to that other one settles it.
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
                // An answer about `Anna Roth (BioM)` is for her own name, which is everybody's of that name.
                is_own_name || rival.in_event || row.organisation_relation(rival) == Relation::Same
            })
            .collect();
        if let ([record], []) = (meant.as_slice(), rivals.as_slice()) {
            let is_weak =
                !row.view().is_full() && (!record.in_event || row.has_other_address(record));
            // In a log it may be one they are on file with, in other words.
            let is_elsewhere = row.organisation_relation(record) == Relation::Other
                && !(row.in_log && row.is_organisation_unsettled())
                || (row.in_log && row.has_other_address(record));
            // Somebody may have been called so before, and a colleague is called so now.
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

    /// Everybody else in the event whose name in signs the row may write in letters: many of them sound alike.
    fn others_in_signs(&self, row: &Row<'_>, found: &Record) -> Vec<Suggestion> {
        self.sounding_like(row.view())
            .filter(|record| record.in_event && record.id != found.id)
            .filter(|record| row.is_in_other_writing(record) && !self.is_ruled_out(row, record))
            .map(|record| row.suggestion(record, Likeness::Spelling(SOUNDS_ALIKE), None))
            .collect()
    }

    /// Whether somebody of one name and organisation may have the address of the row beside their own.
    fn may_have_both_addresses(&self, row: &Row<'_>, record: &Record) -> bool {
        match row.address_relation(record) {
            AddressRelation::Same | AddressRelation::Unsaid => true,
            AddressRelation::Private => row.in_log || !self.is_frequent(row.view()),
            AddressRelation::AtDomain | AddressRelation::Elsewhere => false,
        }
    }

    /// Whether a namesake is left another person without a question about the two.
    fn is_left_apart(&self, row: &Row<'_>, record: &Record) -> bool {
        if row.in_log {
            return row.has_other_address(record)
                && row.organisation_relation(record) == Relation::Other;
        }
        let is_unrecognised = row.is_organisation_unsettled();
        match (
            row.address_relation(record),
            row.organisation_relation(record),
        ) {
            // The question about the organisation is theirs as well.
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

    /// Whether nobody else of this name has an address at the domain of the row.
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
        // Cheap facts first: most of a block is in another organisation.
        let mut people: Vec<(&Record, bool)> = self
            .nearby(row.view(), row.to_share())
            .map(|record| (record, has_evidence(record)))
            .filter(|(_, has_evidence)| *has_evidence || is_bare)
            .collect();
        people.sort_unstable_by_key(|(record, _)| record.id);
        people.dedup_by_key(|(record, _)| record.id);

        let is_near = |likeness: Likeness, has_evidence: bool| match likeness {
            // Equal names were judged by the rules before.
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
