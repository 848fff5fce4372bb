//! Stays, rules and verdicts.

use super::signup::words;
use super::{EventId, Instant, PersonId, SessionId, SourceLine, StayId};
use crate::catalogue::Message;
use crate::catalogue::messages::rules;
use crate::display_in_english;
use crate::message;

/// Where a stay was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaySource {
    /// At the door, by `check-in`.
    Door,
    /// In a file, given by its name without folders.
    File(String),
    /// Ticked on one of our own sign-in lists that came back, given by the file's name without folders.
    SignIn(String),
}

impl StaySource {
    /// The prefix of a sign-in list where a source is written as text.
    pub const SIGN_IN: &str = "sign-in:";
}

/// One interval during which somebody was there.
///
/// Without any times it only records that somebody was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Its number.
    pub id: StayId,
    /// The event.
    pub event_id: EventId,
    /// The session it belongs to; `None` is the event as a whole.
    pub session_id: Option<SessionId>,
    /// The person whose stay it is; `None` while it is not yet matched to a person.
    pub person_id: Option<PersonId>,
    /// The name as recorded.
    pub recorded_name: Option<String>,
    /// The address as recorded.
    pub recorded_email: Option<String>,
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left; `None` after a `joined_at` is "not seen leaving".
    pub left_at: Option<Instant>,
    /// The length in seconds: the exact total if no times are known, an upper bound if both are.
    pub seconds: Option<i64>,
    /// In a data-minimal import, whether the exact time behind the rounded one met the rule.
    pub meets: Option<bool>,
    /// Whether somebody answered that this was nobody.
    pub is_nobody: bool,
    /// Where it was recorded.
    pub source: StaySource,
    /// The line of the file; `None` at the door, and for what is added up from several lines.
    pub line: Option<i64>,
}

impl Stay {
    /// Returns the file it was read in; `None` at the door.
    pub fn read_from(&self) -> Option<SourceLine> {
        match &self.source {
            StaySource::Door => None,
            StaySource::File(file) | StaySource::SignIn(file) => Some(SourceLine {
                file: file.clone(),
                line: self.line,
            }),
        }
    }

    /// Whether only its length is known, not when it was.
    pub fn is_a_length(&self) -> bool {
        self.seconds.is_some() && self.joined_at.is_none() && self.left_at.is_none()
    }
}

/// What counts as having attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Any moment is enough.
    Any,
    /// At least this many minutes.
    Minutes(u32),
    /// At least this percentage of the session, 1 to 100.
    Percent(u32),
}

/// A rule that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError(pub String);

impl RuleError {
    /// Says what is wrong and how to write a rule.
    pub fn message(&self) -> Message {
        message!(rules::not_a_rule { text: self.0 })
    }
}

display_in_english!(RuleError);

impl std::error::Error for RuleError {}

impl std::str::FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let word = text.trim().to_lowercase().replace(' ', "");
        let wrong = || RuleError(text.to_owned());
        if word == "any" {
            return Ok(Self::Any);
        }
        if let Some(number) = word.strip_suffix('%') {
            let percent = number.parse().map_err(|_| wrong())?;
            return if (1..=100).contains(&percent) {
                Ok(Self::Percent(percent))
            } else {
                Err(wrong())
            };
        }
        let number = word
            .strip_suffix("min")
            .or_else(|| word.strip_suffix('m'))
            .ok_or_else(wrong)?;
        match number.parse() {
            Ok(minutes) if minutes > 0 => Ok(Self::Minutes(minutes)),
            _ => Err(wrong()),
        }
    }
}

impl Rule {
    /// Returns the rule in words: `5 minutes`.
    pub fn in_words(self) -> Message {
        match self {
            Self::Any => rules::ANY.into(),
            Self::Minutes(minutes) => message!(rules::minutes { minutes }),
            Self::Percent(percent) => message!(rules::percent { percent }),
        }
    }
}

/// The rule as it is written on the command line and in exports.
impl std::fmt::Display for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Any => formatter.write_str("any"),
            Self::Minutes(minutes) => write!(formatter, "{minutes}min"),
            Self::Percent(percent) => write!(formatter, "{percent}%"),
        }
    }
}

/// The outcome of a person's stays in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Signed up, meets the rule.
    Present,
    /// Signed up, came, below the rule.
    Partial,
    /// Not signed up, meets the rule.
    WalkIn,
    /// Not signed up, came, below the rule.
    Brief,
    /// Cancelled, or excused themselves.
    Excused,
    /// Signed up, never came.
    NoShow,
}

words!(Verdict {
    Present => "present",
    Partial => "partial",
    WalkIn => "walk-in",
    Brief => "brief",
    Excused => "excused",
    NoShow => "no-show",
});

/// A verdict that somebody set by hand, overriding what was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The person.
    pub person_id: PersonId,
    /// The session.
    pub session_id: SessionId,
    /// The verdict.
    pub verdict: Verdict,
    /// Why; never empty.
    pub reason: String,
}

impl Verdict {
    /// All verdicts, in the order of the help texts.
    pub const ALL: [Self; 6] = [
        Self::Present,
        Self::Partial,
        Self::WalkIn,
        Self::Brief,
        Self::Excused,
        Self::NoShow,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_written_alike() {
        for text in ["any", "15min", "50%", "100%"] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), text);
        }
        for wrong in ["", "0min", "0%", "101%", "half", "-5min", "5"] {
            assert!(wrong.parse::<Rule>().is_err(), "{wrong}");
        }
    }
}
