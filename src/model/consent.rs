//! What people agreed to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::signup::words;
use super::{EventId, Instant, PersonId};

/// What somebody agrees to, or refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To be photographed or filmed.
    Photographs,
    /// To be named on the list of participants.
    Participants,
    /// To get a newsletter.
    Newsletter,
    /// That what is said is recorded.
    Recording,
}

words!(Purpose {
    Photographs => "photographs",
    Participants => "participants",
    Newsletter => "newsletter",
    Recording => "recording",
});

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Photographs,
        Self::Participants,
        Self::Newsletter,
        Self::Recording,
    ];
}

/// What somebody said about one purpose; the newest word holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Who said it.
    pub person_id: PersonId,
    /// The event it holds for; `None` for all.
    pub event_id: Option<EventId>,
    /// What it is about.
    pub purpose: Purpose,
    /// Whether they agreed.
    pub given: bool,
    /// When they said it.
    pub time: Instant,
    /// Where; `None` where they said it to the organiser.
    pub source: Option<ConsentSource>,
}

/// Where a consent was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentSource {
    /// The file.
    pub file: String,
    /// The line in it.
    pub line: i64,
    /// The question of the form.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// Who agreed to something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// Whether a form asked for it: then only those who said yes agree.
    pub asked: bool,
    /// Who said yes.
    pub yes: BTreeSet<PersonId>,
    /// Who said no; this decides.
    pub no: BTreeSet<PersonId>,
}

impl Agreed {
    /// Whether somebody agrees; who is not on file has said nothing.
    pub fn includes(&self, person: Option<PersonId>) -> bool {
        let is_in = |people: &BTreeSet<PersonId>| person.is_some_and(|it| people.contains(&it));
        !is_in(&self.no) && (!self.asked || is_in(&self.yes))
    }
}
