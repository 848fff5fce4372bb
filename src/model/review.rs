//! Questions the data could not answer.

use serde::{Deserialize, Serialize};

use super::signup::words;
use super::{OrganisationId, PersonId};
use crate::catalogue::Message;
use crate::catalogue::messages::review;
use crate::message;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewKind {
    /// Who a row is.
    Person,
    /// Which organisation is meant.
    Organisation,
    /// Whose stay it was.
    Stay,
    /// One person chose two sessions that overlap in time.
    Conflict,
    /// Whether a row is about somebody of the same name who was removed for good. Nothing of the row is kept.
    Removed,
}

words!(ReviewKind {
    Person => "person",
    Organisation => "organisation",
    Stay => "stay",
    Conflict => "conflict",
    Removed => "removed",
});

/// Whether a question is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    /// It has no answer yet.
    Open,
    /// Somebody answered it.
    Answered,
}

words!(ReviewState { Open => "open", Answered => "answered" });

/// The detail that a question shows next to the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// The organisation that the row names.
    Organisation(String),
    /// The session where somebody was, by its short name.
    Session(String),
    /// The two sessions that overlap, by their short names.
    Overlap(String, String),
}

impl Detail {
    /// Returns it as a message.
    pub fn message(&self) -> Message {
        match self {
            Self::Organisation(name) | Self::Session(name) => Message::verbatim(name),
            Self::Overlap(one, other) => message!(review::overlap { one, other }),
        }
    }
}

/// How a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resolution {
    /// It is this person.
    Person(PersonId),
    /// It is this person, as implied by other answers.
    PersonByOthers(PersonId),
    /// It is somebody new.
    New,
    /// It is nobody.
    Nobody,
    /// It is this organisation.
    SameOrganisation(OrganisationId),
    /// It is none of the candidates.
    Different,
    /// Both overlapping sessions are kept.
    Keep,
    /// It is the person who was removed.
    Removed,
    /// Closed without an answer: the sessions no longer overlap.
    NoOverlap,
    /// Closed without an answer: another question asks the same.
    AskedBefore,
}

impl Resolution {
    /// Returns the person it names.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) | Self::PersonByOthers(id) => Some(id),
            _ => None,
        }
    }

    /// Returns it as a message: `person 12`.
    pub fn message(self) -> Message {
        match self {
            Self::Person(number) => message!(review::answer_person { number }),
            Self::PersonByOthers(number) => message!(review::answer_by_others { number }),
            Self::New => review::ANSWER_NEW.into(),
            Self::Nobody => review::ANSWER_NOBODY.into(),
            Self::SameOrganisation(number) => message!(review::answer_same { number }),
            Self::Different => review::ANSWER_DIFFERENT.into(),
            Self::Keep => review::ANSWER_KEEP.into(),
            Self::Removed => review::ANSWER_REMOVED.into(),
            Self::NoOverlap => review::ANSWER_NO_OVERLAP.into(),
            Self::AskedBefore => review::ANSWER_ASKED_BEFORE.into(),
        }
    }
}

/// A person or organisation that may be meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The number of the person or organisation.
    pub id: i64,
    /// How likely, 0 to 1.
    pub score: f64,
    /// What speaks for it and against it, the most important first.
    pub reasons: Vec<Reason>,
}

/// What speaks for a candidate or against it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The address belongs to them.
    SameAddress,
    /// The same name was answered with this person before.
    RememberedName,
    /// Equal name keys.
    SameName,
    /// Equal name keys, and the same organisation.
    SameNameSameOrganisation,
    /// Equal name keys, and nobody else in the event has this name.
    OnlyOneInEvent,
    /// A likeness of spelling, 0 to 1.
    NearName(f64),
    /// A given name is given only as an initial.
    Initial,
    /// One name has more parts than the other.
    ShorterName,
    /// Only the given or only the family name can be compared.
    OneName,
    /// A short form of the given name.
    Nickname,
    /// The given name is the same, but the family name is not.
    OtherFamilyName,
    /// The family name is the same, and the given names are a pair such as Andrea and Andreas.
    OtherGivenName,
    /// The row gives no name.
    NoName,
    /// The same organisation.
    SameOrganisation,
    /// An address at the same domain, which is not a free mail service.
    SameDomain,
    /// Several people use the address.
    SharedAddress,
    /// Several people have this name.
    SeveralOfThisName,
    /// Another organisation.
    OtherOrganisation,
    /// Other addresses.
    OtherAddress,
    /// Given and family name are swapped.
    OtherOrder,
    /// Does not take part in the event.
    NotInEvent,
    /// Another personal address at the same domain, as two people of the same name would have.
    OtherAddressAtDomain,
    /// A number or extra word in one of the addresses, as organisations give to a second person of the same name.
    NumberedAddress,
    /// The name is so common that two bearers among this many guests are to be expected.
    CommonName,
    /// The name that the row gives as a former name.
    FormerName,
    /// A row of this name or address is waiting for an answer and may be theirs.
    RowWaits,
    /// Equal when spaces are ignored (organisations).
    SameWithoutBlanks,
    /// All words of one name are in the other (organisations).
    PartOfName,
    /// The same words, some of them abbreviated (organisations).
    Abbreviated,
    /// One name is the initials of the other (organisations).
    Acronym,
    /// One is named as a part of the other, such as a department or a site (organisations).
    PartOfOrganisation,
    /// The domain of the addresses matches the name of the other (organisations).
    DomainName,
    /// Equal names except for the legal form, which both have (organisations).
    OtherLegalForm,
}

impl Reason {
    /// Whether it only holds until another person of the same name turns up.
    pub fn rests_on_name(self) -> bool {
        matches!(self, Self::OnlyOneInEvent | Self::RememberedName)
    }
}
