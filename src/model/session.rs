//! Sessions: the parts of an event.

use super::{EventId, Instant, PersonId, Rule, SessionId};

/// What a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionKind {
    /// Everybody together.
    Plenary,
    /// The main talk.
    Keynote,
    /// One of several in parallel.
    Breakout,
    /// A bar, a table, a meet-and-greet.
    Networking,
    /// An after-work drink, a dinner.
    Social,
    /// Anything else.
    Other,
}

impl SessionKind {
    /// All kinds, in the order of the help texts.
    pub const ALL: [Self; 6] = [
        Self::Plenary,
        Self::Keynote,
        Self::Breakout,
        Self::Networking,
        Self::Social,
        Self::Other,
    ];

    /// Returns the word used in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plenary => "plenary",
            Self::Keynote => "keynote",
            Self::Breakout => "breakout",
            Self::Networking => "networking",
            Self::Social => "social",
            Self::Other => "other",
        }
    }

    /// Parses the word; `None` if it is unknown.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether a session of this kind is meant for everybody who registered for the event.
    ///
    /// Forms do not ask who comes to the greeting. As long as nobody signed up for such a session, the registration for
    /// the event is the sign-up for it. The first sign-up, even if withdrawn, shows that people were asked after all.
    pub fn is_for_everybody(self) -> bool {
        matches!(self, Self::Plenary | Self::Keynote)
    }
}

/// A part of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// The event it is a part of.
    pub event_id: EventId,
    /// The short name, unique in the event: `breakout-a`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: SessionKind,
    /// When it begins.
    pub start: Instant,
    /// When it ends; never before `start`.
    pub end: Instant,
    /// How many places it has; `None` is no limit.
    pub capacity: Option<i64>,
    /// The place or online meeting room.
    pub room: Option<String>,
    /// Its own attendance rule.
    pub rule: Option<Rule>,
    /// Whether people come and go, so that it conflicts with nothing.
    pub drop_in: bool,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// Speakers, moderators and hosts, in programme order.
    pub people: Vec<SessionPerson>,
}

impl Session {
    /// Whether it has begun by `now`; from then on nobody moves up from its waiting list.
    pub fn has_begun(&self, now: Instant) -> bool {
        self.start <= now
    }

    /// Returns its length in whole seconds.
    pub fn seconds(&self) -> i64 {
        (self.end - self.start).num_seconds()
    }
}

/// What somebody who is not audience does in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Gives a talk.
    Speaker,
    /// Leads the discussion.
    Moderator,
    /// Runs the room.
    Host,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 3] = [Self::Speaker, Self::Moderator, Self::Host];

    /// Returns the word used in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Moderator => "moderator",
            Self::Host => "host",
        }
    }

    /// Parses the word; `None` if it is unknown.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }
}

/// Somebody with a part in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionPerson {
    /// What they do there.
    pub part: Part,
    /// The name as the programme prints it.
    pub name: String,
    /// The person of that name, if exactly one is on file.
    pub person_id: Option<PersonId>,
}
