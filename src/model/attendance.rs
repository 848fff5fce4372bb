//! Stays, rules and verdicts.

use super::signup::words;
use super::{EventId, Instant, PersonId, SessionId, StayId};
use crate::catalogue::Message;
use crate::catalogue::messages::rules;
use crate::display_in_english;
use crate::message;

/// Where a stay was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaySource {
    /// At the door, by `check-in`.
    Door,
    /// In a file; its name without folders.
    File(String),
    /// Ticked on a sign-in list of ours that came back; the file's name without folders.
    SignIn(String),
}

impl StaySource {
    /// What stands before the name of a sign-in list where a source is written as text.
    pub const SIGN_IN: &str = "sign-in:";
}

/// One interval somebody was there.
///
/// Without any times it is the bare word that somebody was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Its number.
    pub id: StayId,
    /// The event.
    pub event_id: EventId,
    /// The one session it belongs to; `None` is the event as a whole.
    pub session_id: Option<SessionId>,
    /// Whose; `None` while nobody knows.
    pub person_id: Option<PersonId>,
    /// The name as recorded.
    pub recorded_name: Option<String>,
    /// The address as recorded.
    pub recorded_email: Option<String>,
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left; `None` after a `joined_at` is "not seen leaving".
    pub left_at: Option<Instant>,
    /// How long, in seconds: in all where no times are known, at most where both are.
    pub seconds: Option<i64>,
    /// Of a data-minimal import, whether the time behind the rounded one met the rule.
    pub meets: Option<bool>,
    /// Somebody said that this was nobody.
    pub is_nobody: bool,
    /// Where from.
    pub source: StaySource,
}

impl Stay {
    /// Whether it is a length alone: nothing says when it was.
    pub fn is_a_length(&self) -> bool {
        self.seconds.is_some() && self.joined_at.is_none() && self.left_at.is_none()
    }
}

/// What counts as having attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Any moment does.
    Any,
    /// At least so many minutes.
    Minutes(u32),
    /// At least so many hundredths of the session, 1 to 100.
    Percent(u32),
}

/// A rule that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError(pub String);

impl RuleError {
    /// What is wrong, and how a rule is written.
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
    /// The rule in words: `5 minutes`.
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

/// What a person's stays in a session come to.
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
    /// Cancelled, or told us.
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

/// A verdict that somebody gave by hand, over what was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// On whom.
    pub person_id: PersonId,
    /// In which session.
    pub session_id: SessionId,
    /// What they said.
    pub verdict: Verdict,
    /// Why; never empty.
    pub reason: String,
}

impl Verdict {
    /// All verdicts, in the order help texts name them.
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
