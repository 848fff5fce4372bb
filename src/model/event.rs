//! Events.

use chrono_tz::Tz;

use super::{EventId, Instant, Keep, Rule};

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number.
    pub id: EventId,
    /// The short name commands and files use: `herbst20`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub start: Instant,
    /// When it ends; never before `start`.
    pub end: Instant,
    /// The zone its times are shown in, and read in unless a file names another.
    pub zone: Tz,
    /// Where it takes place.
    pub place: Option<String>,
    /// The attendance rule of its sessions that do not have their own.
    pub rule: Option<Rule>,
    /// What its documents say about its organiser.
    pub facts: EventFacts,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// How long its data is kept; `None` where the rule of the file holds.
    pub keep: Option<Keep>,
}

/// What the documents of an event say about its organiser.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFacts {
    /// Who organises it.
    pub organiser: Option<String>,
    /// Their postal address.
    pub address: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// The project that it is part of.
    pub project: Option<String>,
    /// The number under which the project is funded.
    pub funding_reference: Option<String>,
    /// The line that the funder asks for in print.
    pub funder: Option<String>,
    /// Who signs certificates.
    pub signatory: Option<String>,
    /// Image files.
    pub logos: Vec<String>,
}

impl EventFacts {
    /// Returns one of the texts.
    pub fn text(&self, fact: EventFact) -> Option<&str> {
        let text = match fact {
            EventFact::Organiser => &self.organiser,
            EventFact::Address => &self.address,
            EventFact::Contact => &self.contact,
            EventFact::Project => &self.project,
            EventFact::FundingReference => &self.funding_reference,
            EventFact::Funder => &self.funder,
            EventFact::Signatory => &self.signatory,
        };
        text.as_deref()
    }

    /// Returns a text for changing.
    pub fn text_mut(&mut self, fact: EventFact) -> &mut Option<String> {
        match fact {
            EventFact::Organiser => &mut self.organiser,
            EventFact::Address => &mut self.address,
            EventFact::Contact => &mut self.contact,
            EventFact::Project => &mut self.project,
            EventFact::FundingReference => &mut self.funding_reference,
            EventFact::Funder => &mut self.funder,
            EventFact::Signatory => &mut self.signatory,
        }
    }
}

/// A fact about an event that is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventFact {
    /// Who organises it.
    Organiser,
    /// Their postal address.
    Address,
    /// How to reach them.
    Contact,
    /// The project that it is part of.
    Project,
    /// The number under which the project is funded.
    FundingReference,
    /// The line that the funder asks for in print.
    Funder,
    /// Who signs certificates.
    Signatory,
}

impl EventFact {
    /// Returns its name in files and as a key.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organiser => "organiser",
            Self::Address => "organiser_address",
            Self::Contact => "organiser_contact",
            Self::Project => "project_title",
            Self::FundingReference => "funding_reference",
            Self::Funder => "funder",
            Self::Signatory => "signatory",
        }
    }

    /// All of them, in listing order.
    pub const ALL: [Self; 7] = [
        Self::Organiser,
        Self::Address,
        Self::Contact,
        Self::Project,
        Self::FundingReference,
        Self::Funder,
        Self::Signatory,
    ];
}
