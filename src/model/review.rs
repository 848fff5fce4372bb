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
    /// One person chose two sessions at the same time.
    Conflict,
}

words!(ReviewKind {
    Person => "person",
    Organisation => "organisation",
    Stay => "stay",
    Conflict => "conflict",
});

/// Whether a question is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    /// It waits.
    Open,
    /// Somebody answered it.
    Answered,
}

words!(ReviewState { Open => "open", Answered => "answered" });

/// What a question says beside the name.
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
    /// Returns it in words.
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
    /// It is this person: other answers leave no doubt.
    PersonByOthers(PersonId),
    /// It is somebody new.
    New,
    /// It is nobody.
    Nobody,
    /// It is this organisation.
    SameOrganisation(OrganisationId),
    /// It is none of the candidates.
    Different,
    /// Both of two sessions that overlap stay.
    Keep,
    /// Nobody had to answer: the sessions do not overlap any more.
    NoOverlap,
    /// Nobody had to answer: another question asks the same.
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

    /// Returns it in words: `person 12`.
    pub fn message(self) -> Message {
        match self {
            Self::Person(number) => message!(review::answer_person { number }),
            Self::PersonByOthers(number) => message!(review::answer_by_others { number }),
            Self::New => review::ANSWER_NEW.into(),
            Self::Nobody => review::ANSWER_NOBODY.into(),
            Self::SameOrganisation(number) => message!(review::answer_same { number }),
            Self::Different => review::ANSWER_DIFFERENT.into(),
            Self::Keep => review::ANSWER_KEEP.into(),
            Self::NoOverlap => review::ANSWER_NO_OVERLAP.into(),
            Self::AskedBefore => review::ANSWER_ASKED_BEFORE.into(),
        }
    }
}

/// Somebody, or some organisation, that may be meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The number of the person or organisation.
    pub id: i64,
    /// How likely, 0 to 1.
    pub score: f64,
    /// What speaks for it and against it, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What speaks for a candidate or against it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The address is theirs.
    SameAddress,
    /// The written name was answered for them before.
    RememberedName,
    /// Equal name keys.
    SameName,
    /// Equal name keys, and the same organisation.
    SameNameSameOrganisation,
    /// Equal name keys, and nobody else in the event has this name.
    OnlyOneInEvent,
    /// A likeness of spelling, 0 to 1.
    NearName(f64),
    /// A given name is only an initial.
    Initial,
    /// One name has more parts than the other.
    ShorterName,
    /// Only a given or only a family name is there to compare.
    OneName,
    /// A short form of the given name.
    Nickname,
    /// The given name is the same, the family name is not.
    OtherFamilyName,
    /// The family name is the same, the given names are a pair like Andrea and Andreas.
    OtherGivenName,
    /// The row gives no name.
    NoName,
    /// The same organisation.
    SameOrganisation,
    /// An address of the same domain, which is not one of the free mail services.
    SameDomain,
    /// Several people use the address.
    SharedAddress,
    /// More than one person has this name.
    SeveralOfThisName,
    /// Another organisation.
    OtherOrganisation,
    /// Other addresses.
    OtherAddress,
    /// Given and family name the other way round.
    OtherOrder,
    /// Takes no part in the event.
    NotInEvent,
    /// Another personal address at the same domain, as two people of one name would have.
    OtherAddressAtDomain,
    /// A number or a further word in one of the addresses, as an organisation gives to the second of a name.
    NumberedAddress,
    /// The name is common: a second bearer among as many guests is to be expected.
    CommonName,
    /// It is the name the row says they had before.
    FormerName,
    /// A row of this name or address waits for an answer, and may be theirs.
    RowWaits,
    /// Equal when blanks are left out (organisations).
    SameWithoutBlanks,
    /// All words of one name are in the other (organisations).
    PartOfName,
    /// The same words, some of them abbreviated (organisations).
    Abbreviated,
    /// One name is the initials of the other (organisations).
    Acronym,
    /// One is named as a part of the other: a department, a site (organisations).
    PartOfOrganisation,
    /// The domain of the addresses is called like the other (organisations).
    DomainName,
    /// Equal names but for the legal form, which both have (organisations).
    OtherLegalForm,
}

impl Reason {
    /// Whether it holds only as long as nobody else of the name turns up.
    pub fn rests_on_name(self) -> bool {
        matches!(self, Self::OnlyOneInEvent | Self::RememberedName)
    }
}
