//! What a row and a person on file have in common beside the name, and what that is worth.

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

/// How much of a score is the name; the rest is the evidence beside it.
const NAME_WEIGHT: f64 = 0.8;

/// What the owner of a personal address counts for in a log, whatever the name: they are asked about first.
const OWNER: f64 = 0.8;

/// How a fact of the row stands to the same fact of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Equal.
    Same,
    /// At least one side does not say.
    Unsaid,
    /// Both say, and may be one in other words.
    Perhaps,
    /// Both say, and differ.
    Other,
}

/// How the address of a row stands to those of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressRelation {
    /// It is theirs.
    Same,
    /// At least one side says nothing of a person: no address, an office's, or one that is known as other people's.
    Unsaid,
    /// Another personal address at the same domain of an organisation, as a colleague of the same name has.
    AtDomain,
    /// Another address, at a mail service on one side at least: many have a private one beside that of their work.
    Private,
    /// An address at another organisation's domain.
    Elsewhere,
}

/// A row, prepared once for all comparisons.
pub(super) struct Row<'a> {
    /// The name in its columns.
    pub(super) name: &'a KeyedName,
    /// The name as written, and its key once it is asked for.
    written: &'a str,
    written_key: OnceCell<String>,
    /// The key of the name they had before, once it is asked for.
    former_key: OnceCell<Option<String>>,
    /// The address, normalised.
    pub(super) address: Option<String>,
    /// Where in it the domain begins, unless it is one of the free mail services: half the country
    /// shares those.
    domain_at: Option<usize>,
    /// Whether the address is known as that of other people, by their names.
    pub(super) address_of_others: bool,
    /// What it says of the organisation.
    pub(super) organisation: OrganisationHint,
    /// Whether it stands in the log of a meeting: people join with whatever address they have at hand,
    /// so that an unknown one is nothing against anybody, unless it is another company's.
    pub(super) in_log: bool,
}

impl<'a> Row<'a> {
    /// Folds and normalises what the row says.
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

    /// The same for a row of a log.
    pub(super) fn of_log(sought: &Sought<'a>) -> Self {
        let row = Self::new(sought);
        // What stands round the name is no part of it; where nobody is named, it is all there is.
        if !row.key().is_empty() {
            let _known_now = row.written_key.set(row.key().to_owned());
        }
        Self {
            in_log: true,
            ..row
        }
    }

    /// The key of the name in its columns.
    pub(super) fn key(&self) -> &'a str {
        &self.name.key
    }

    /// The folded words of the name in its columns.
    pub(super) fn view(&self) -> FoldedView<'a> {
        self.name.folded.view()
    }

    /// The key of the name as written; answers are kept under it. Most rows are found without it.
    pub(super) fn written_key(&self) -> &str {
        self.written_key
            .get_or_init(|| match name_key(self.written) {
                written if written.is_empty() => self.key().to_owned(),
                written => written,
            })
    }

    /// The key of the name they had before, where the row says it.
    pub(super) fn former_key(&self) -> Option<&str> {
        let key = self.former_key.get_or_init(|| {
            let (_, former) = split_former(self.written)?;
            Some(person_key(self.view().given, &former))
        });
        key.as_deref()
    }

    /// Whether the row has nothing but a name; an address in a log counts for nothing.
    pub(super) fn is_bare(&self) -> bool {
        (self.address.is_none() || self.in_log) && self.organisation == OrganisationHint::Unknown
    }

    /// Whether one of the names is written in signs and the other in letters.
    pub(super) fn is_in_other_writing(&self, record: &Record) -> bool {
        !self.key().is_empty() && self.name.folded.is_in_other_writing(&record.name)
    }

    /// How the names stand to each other.
    pub(super) fn likeness(&self, record: &Record) -> Likeness {
        if !self.key().is_empty() && *self.key() == *record.key {
            return Likeness::Same;
        }
        compare(self.view(), record.name.view())
    }

    /// How the address stands to the person's; one that is known as other people's says nothing.
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

    /// Whether the address is another one than the person's, and says so: in a log, people join with whatever
    /// address they have at hand.
    pub(super) fn has_other_address(&self, record: &Record) -> bool {
        match self.address_relation(record) {
            AddressRelation::Same | AddressRelation::Unsaid => false,
            AddressRelation::Private => !self.in_log,
            AddressRelation::AtDomain | AddressRelation::Elsewhere => true,
        }
    }

    /// Whether a number or a further word stands in one of two personal addresses at one domain, as an
    /// organisation gives to the second of a name: `thomas.mueller2@`, `thomas.mueller.ext@`.
    pub(super) fn is_numbered(&self, record: &Record) -> bool {
        let (Some(address), Some(domain)) = (self.address.as_deref(), self.domain()) else {
            return false;
        };
        let is_styled = |address: &str| is_made_of_name(address, record.name.view());
        let at_domain = record.addresses.iter().filter(|own| own.ends_with(domain));
        !is_styled(address) || at_domain.into_iter().any(|own| !is_styled(own))
    }

    /// Whether the names are equal only because their parts have changed places, and the addresses
    /// differ: `Li Wu` and `Wu Li` may be two people. An address of others is another one here.
    pub(super) fn is_crossed_elsewhere(&self, record: &Record) -> bool {
        let has_other_address = self
            .address
            .as_deref()
            .is_some_and(|address| !record.has_address(address));
        has_other_address
            && !record.addresses.is_empty()
            && self.view().is_crossed_with(record.name.view())
    }

    /// Whether a part of the name, its beginning, a short form or initials are the person's.
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

    /// How the organisation stands to the person's.
    pub(super) fn organisation_relation(&self, record: &Record) -> Relation {
        match (self.organisation, record.organisation) {
            (OrganisationHint::Unknown, _) | (_, None) => Relation::Unsaid,
            (given, Some(own)) if given.itself() == Some(own) => Relation::Same,
            (given, Some(own)) if given.may_be(own) => Relation::Perhaps,
            _ => Relation::Other,
        }
    }

    /// Whether the organisation does not speak against the person. In a log it is often the same one in short; in a
    /// form one in other words is asked about, and whoever is meant waits for that answer.
    pub(super) fn is_organisation_nothing_against(&self, record: &Record) -> bool {
        match self.organisation_relation(record) {
            Relation::Same | Relation::Unsaid => true,
            Relation::Perhaps => self.in_log,
            Relation::Other => false,
        }
    }

    /// Whether the organisation is not on file under the name that is written: it may be one in other words.
    pub(super) fn is_organisation_unsettled(&self) -> bool {
        match self.organisation {
            OrganisationHint::New | OrganisationHint::Perhaps(_) => true,
            OrganisationHint::Unknown | OrganisationHint::Known(_) => false,
        }
    }

    /// Whether the address is somebody's own rather than an office's.
    fn is_personal(&self) -> bool {
        let address = self.address.as_deref();
        address.is_some_and(|address| !is_shared_mailbox(address))
    }

    /// The domain of the address, with the `@`, unless it is one of the free mail services.
    fn domain(&self) -> Option<&str> {
        self.address.as_deref()?.get(self.domain_at?..)
    }

    /// The organisation and the domain that somebody has to share one of, to have more in common with
    /// the row than a name; `None` where the row has nothing but a name, or is a log's, and being in the
    /// event is enough.
    pub(super) fn to_share(&self) -> Option<(Option<OrganisationId>, Option<&str>)> {
        (!self.is_bare() && !self.in_log).then(|| (self.organisation.itself(), self.domain()))
    }

    /// Whether the person has an address of the same domain.
    pub(super) fn shares_domain(&self, record: &Record) -> bool {
        self.domain().is_some_and(|domain| {
            record
                .addresses
                .iter()
                .any(|address| address.ends_with(domain))
        })
    }

    /// Whether both have domains of their own organisations, and none in common.
    pub(super) fn has_another_domain(&self, record: &Record) -> bool {
        let mut others = record.addresses.iter();
        self.domain_at.is_some()
            && others.any(|address| own_domain_at(address).is_some())
            && !self.shares_domain(record)
    }

    /// A candidate of a question, with all that speaks for it and against it.
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
            // Nobody types it in for a colleague, as into a form.
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
        // An answer of a human counts like the name itself.
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

/// Where the domain begins, at its `@`, unless it is one of the free mail services.
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
