//! What a row and a person on file have in common besides the name, and how much it counts.

use std::cell::OnceCell;
use std::sync::Arc;

use super::super::agreement::{FoldedView, Likeness, compare, is_initial};
use super::super::directory::Record;
use super::super::former::split_former;
use super::super::keyed_name::KeyedName;
use super::super::keys::{
    is_free_mail_domain, is_shared_mailbox, name_key, normalize_address, person_key,
};
use super::super::local_part::is_made_of_name;
use super::super::matching::{OrganisationHint, Sought, Suggestion, rounded};
use crate::model::{OrganisationId, Reason};

/// The weight of the name in a score; the rest is the other evidence.
const NAME_WEIGHT: f64 = 0.8;

/// The weight of owning the personal address of a log row, whatever the name: the owner is suggested first.
const OWNER: f64 = 0.8;

/// How a fact in the row relates to the same fact about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Equal.
    Same,
    /// At least one side does not have it.
    Unsaid,
    /// Both have it; they may be the same in other words.
    Perhaps,
    /// Both have it, and they differ.
    Other,
}

/// How the address of a row relates to those of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressRelation {
    /// It is one of theirs.
    Same,
    /// At least one side is not personal evidence: no address, an office's, or one known to belong to others.
    Unsaid,
    /// Another personal address at the domain of the same organisation, as a colleague of the same name has.
    AtDomain,
    /// A different address, at a mail service on at least one side: many people have a private address as well as one
    /// at work.
    Private,
    /// An address at another organisation's domain.
    Elsewhere,
}

/// A row, prepared once for all comparisons.
pub(super) struct Row<'a> {
    /// The name from its columns.
    pub(super) name: &'a KeyedName,
    /// The name as written; its key is computed on demand.
    written: &'a str,
    written_key: OnceCell<String>,
    /// The key of their former name, computed on demand.
    former_key: OnceCell<Option<String>>,
    /// The normalised address.
    pub(super) address: Option<String>,
    /// Where the domain begins in it, unless it is a free mail service, which half the country shares.
    domain_at: Option<usize>,
    /// Whether the address is known to belong to other people, judging by their names.
    pub(super) address_of_others: bool,
    /// What it says about the organisation.
    pub(super) organisation: OrganisationHint,
    /// Whether it is from the log of a meeting: people join with whatever address is at hand, so an unknown one counts
    /// against nobody unless it is another company's.
    pub(super) in_log: bool,
}

impl<'a> Row<'a> {
    /// Folds and normalises the contents of the row.
    pub(super) fn new(sought: &Sought<'a>) -> Self {
        let address = sought.address.and_then(normalize_address);
        let domain_at = address.as_deref().and_then(own_domain_at);
        Self {
            name: sought.name,
            written: sought.written,
            written_key: OnceCell::new(),
            former_key: OnceCell::new(),
            address,
            domain_at,
            address_of_others: false,
            organisation: sought.organisation,
            in_log: false,
        }
    }

    /// Does the same for a row of a log.
    pub(super) fn of_log(sought: &Sought<'a>) -> Self {
        let row = Self::new(sought);
        // Text around the name is not part of it; if nobody is named, it is all there is.
        if !row.key().is_empty() {
            let _known_now = row.written_key.set(row.key().to_owned());
        }
        Self {
            in_log: true,
            ..row
        }
    }

    /// Returns the key of the name from its columns.
    pub(super) fn key(&self) -> &'a str {
        &self.name.key
    }

    /// Returns the folded words of the name from its columns.
    pub(super) fn view(&self) -> FoldedView<'a> {
        self.name.folded.view()
    }

    /// Returns the key of the name as written; answers are stored under it. Most rows are found without it.
    pub(super) fn written_key(&self) -> &str {
        self.written_key
            .get_or_init(|| match name_key(self.written) {
                written if written.is_empty() => self.key().to_owned(),
                written => written,
            })
    }

    /// Returns the key of their former name, if the row gives one.
    pub(super) fn former_key(&self) -> Option<&str> {
        let key = self.former_key.get_or_init(|| {
            let (_, former) = split_former(self.written)?;
            Some(person_key(self.view().given, &former))
        });
        key.as_deref()
    }

    /// Whether the row has only a name; an address in a log does not count.
    pub(super) fn is_bare(&self) -> bool {
        (self.address.is_none() || self.in_log) && self.organisation == OrganisationHint::Unknown
    }

    /// Whether exactly one of the names is written in CJK characters.
    pub(super) fn is_in_other_writing(&self, record: &Record) -> bool {
        !self.key().is_empty() && self.name.folded.is_in_other_writing(&record.name)
    }

    /// Returns the likeness of the names.
    pub(super) fn likeness(&self, record: &Record) -> Likeness {
        if !self.key().is_empty() && *self.key() == *record.key {
            return Likeness::Same;
        }
        compare(self.view(), record.name.view())
    }

    /// Returns how the address relates to the person's; one known to belong to others is inconclusive.
    pub(super) fn address_relation(&self, record: &Record) -> AddressRelation {
        let Some(address) = self.address.as_deref() else {
            return AddressRelation::Unsaid;
        };
        if record.has_address(address) {
            return AddressRelation::Same;
        }
        if self.address_of_others || record.addresses.is_empty() {
            return AddressRelation::Unsaid;
        }
        if self.shares_domain(record) {
            let domain = self.domain().unwrap_or_default();
            let is_personal = |own: &&Arc<str>| !is_shared_mailbox(own);
            let mut at_domain = record.addresses.iter().filter(|own| own.ends_with(domain));
            return if !is_shared_mailbox(address) && at_domain.any(|own| is_personal(&own)) {
                AddressRelation::AtDomain
            } else {
                AddressRelation::Unsaid
            };
        }
        if self.has_another_domain(record) {
            AddressRelation::Elsewhere
        } else {
            AddressRelation::Private
        }
    }

    /// Whether the address differs from the person's in a way that matters: in a log, people join with whatever address
    /// is at hand.
    pub(super) fn has_other_address(&self, record: &Record) -> bool {
        match self.address_relation(record) {
            AddressRelation::Same | AddressRelation::Unsaid => false,
            AddressRelation::Private => !self.in_log,
            AddressRelation::AtDomain | AddressRelation::Elsewhere => true,
        }
    }

    /// Whether one of two personal addresses at one domain contains a number or an extra word, as organisations give to
    /// a second person of the same name: `thomas.mueller2@`, `thomas.mueller.ext@`.
    pub(super) fn is_numbered(&self, record: &Record) -> bool {
        let (Some(address), Some(domain)) = (self.address.as_deref(), self.domain()) else {
            return false;
        };
        let is_styled = |address: &str| is_made_of_name(address, record.name.view());
        let at_domain = record.addresses.iter().filter(|own| own.ends_with(domain));
        !is_styled(address) || at_domain.into_iter().any(|own| !is_styled(own))
    }

    /// Whether the names are equal only with their parts swapped, and the addresses differ: `Li Wu` and `Wu Li` may be
    /// two people. An address of others counts as different here.
    pub(super) fn is_crossed_elsewhere(&self, record: &Record) -> bool {
        let has_other_address = self
            .address
            .as_deref()
            .is_some_and(|address| !record.has_address(address));
        has_other_address
            && !record.addresses.is_empty()
            && self.view().is_crossed_with(record.name.view())
    }

    /// Whether a part of the name, its beginning, a short form or initials match the person's.
    pub(super) fn has_part_of_name(&self, record: &Record) -> bool {
        let own: Vec<&str> = record.name.view().tokens().collect();
        let begins = |word: &str, with: &str| with.chars().count() >= 3 && word.starts_with(with);
        let is_part = |word: &str| {
            own.iter().any(|it| {
                (*it == word && !is_initial(word)) || begins(it, word) || begins(word, it)
            })
        };
        let initials = |word: &str| {
            let mut letters = word.chars();
            letters.all(|letter| own.iter().any(|it| it.starts_with(letter)))
        };
        let are_initials = self
            .view()
            .tokens()
            .all(|word| is_initial(word) || (word.chars().count() <= own.len() && initials(word)));
        self.view().tokens().any(is_part)
            || (are_initials && self.view().tokens().all(initials))
            || matches!(
                self.likeness(record),
                Likeness::Nickname
                    | Likeness::OneNickname
                    | Likeness::Initial
                    | Likeness::Spelling(_)
            )
    }

    /// Returns how the organisation relates to the person's.
    pub(super) fn organisation_relation(&self, record: &Record) -> Relation {
        match (self.organisation, record.organisation) {
            (OrganisationHint::Unknown, _) | (_, None) => Relation::Unsaid,
            (given, Some(own)) if given.itself() == Some(own) => Relation::Same,
            (given, Some(own)) if given.may_be(own) => Relation::Perhaps,
            _ => Relation::Other,
        }
    }

    /// Whether the organisation does not count against the person. In a log it is often the same one, abbreviated; in a
    /// form a different wording leads to a question, and the row waits for that answer.
    pub(super) fn is_organisation_nothing_against(&self, record: &Record) -> bool {
        match self.organisation_relation(record) {
            Relation::Same | Relation::Unsaid => true,
            Relation::Perhaps => self.in_log,
            Relation::Other => false,
        }
    }

    /// Whether the organisation is not on file under the written name: it may be one in other words.
    pub(super) fn is_organisation_unsettled(&self) -> bool {
        match self.organisation {
            OrganisationHint::New | OrganisationHint::Perhaps(_) => true,
            OrganisationHint::Unknown | OrganisationHint::Known(_) => false,
        }
    }

    /// Whether the address belongs to a person rather than to an office.
    fn is_personal(&self) -> bool {
        let address = self.address.as_deref();
        address.is_some_and(|address| !is_shared_mailbox(address))
    }

    /// Returns the domain of the address, including the `@`, unless it is a free mail service.
    fn domain(&self) -> Option<&str> {
        self.address.as_deref()?.get(self.domain_at?..)
    }

    /// Returns the organisation and the domain of which somebody must share one to have more than the name in common
    /// with the row; `None` if the row has only a name, or is from a log, where being in the event is enough.
    pub(super) fn to_share(&self) -> Option<(Option<OrganisationId>, Option<&str>)> {
        (!self.is_bare() && !self.in_log).then(|| (self.organisation.itself(), self.domain()))
    }

    /// Whether the person has an address at the same domain.
    pub(super) fn shares_domain(&self, record: &Record) -> bool {
        self.domain().is_some_and(|domain| {
            record
                .addresses
                .iter()
                .any(|address| address.ends_with(domain))
        })
    }

    /// Whether both have domains of their own organisations, but none in common.
    pub(super) fn has_another_domain(&self, record: &Record) -> bool {
        let mut others = record.addresses.iter();
        self.domain_at.is_some()
            && others.any(|address| own_domain_at(address).is_some())
            && !self.shares_domain(record)
    }

    /// Makes a candidate for a question, with everything that speaks for it and against it.
    pub(super) fn suggestion(
        &self,
        record: &Record,
        likeness: Likeness,
        first: Option<Reason>,
    ) -> Suggestion {
        let mut reasons: Vec<Reason> = first.into_iter().collect();
        let mut evidence: f64 = 0.0;
        let mut add = |reason: Reason, weight: f64| {
            reasons.push(reason);
            evidence += weight;
        };
        let address = self.address_relation(record);
        if address == AddressRelation::Same {
            // Unlike in a form, nobody enters it for a colleague.
            add(Reason::SameAddress, if self.in_log { 1.0 } else { 0.6 });
        }
        if let Some(reason) = name_reason(likeness) {
            add(reason, 0.0);
        }
        if self.is_crossed_elsewhere(record) {
            add(Reason::OtherOrder, -0.1);
        }
        match self.organisation_relation(record) {
            Relation::Same => add(Reason::SameOrganisation, 0.5),
            Relation::Unsaid | Relation::Perhaps => {}
            // In a log it is often the same one in other words.
            Relation::Other if self.in_log && self.is_organisation_unsettled() => {
                add(Reason::OtherOrganisation, -0.1);
            }
            Relation::Other => add(Reason::OtherOrganisation, -0.5),
        }
        match address {
            AddressRelation::AtDomain if likeness == Likeness::Same => {
                add(Reason::OtherAddressAtDomain, 0.3);
                if self.is_numbered(record) {
                    add(Reason::NumberedAddress, -0.3);
                }
            }
            AddressRelation::Same => {}
            _ if self.shares_domain(record) => add(Reason::SameDomain, 0.3),
            _ if self.has_other_address(record) => add(Reason::OtherAddress, -0.3),
            _ => {}
        }
        if record.in_event {
            evidence += 0.2;
        } else {
            reasons.push(Reason::NotInEvent);
        }
        // A human's answer counts as much as the name itself.
        let name = if first == Some(Reason::RememberedName) {
            1.0
        } else if self.in_log && address == AddressRelation::Same && self.is_personal() {
            likeness.score().max(OWNER)
        } else {
            likeness.score()
        };
        Suggestion {
            id: record.id,
            score: rounded(name * NAME_WEIGHT + evidence * (1.0 - NAME_WEIGHT)),
            reasons,
        }
    }
}

/// Returns where the domain begins, at its `@`, unless it is a free mail service.
fn own_domain_at(address: &str) -> Option<usize> {
    let at = address.rfind('@')?;
    (!is_free_mail_domain(address.get(at + 1..)?)).then_some(at)
}

fn name_reason(likeness: Likeness) -> Option<Reason> {
    match likeness {
        Likeness::Same => Some(Reason::SameName),
        Likeness::Shorter => Some(Reason::ShorterName),
        Likeness::Initial => Some(Reason::Initial),
        Likeness::OneName | Likeness::HalfOfOneName => Some(Reason::OneName),
        Likeness::Nickname | Likeness::OneNickname => Some(Reason::Nickname),
        Likeness::Spelling(likeness) => Some(Reason::NearName(likeness)),
        Likeness::OtherFamilyName => Some(Reason::OtherFamilyName),
        Likeness::PairedGivenName => Some(Reason::OtherGivenName),
        Likeness::None => None,
    }
}
