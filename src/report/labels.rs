//! The program's own words in tables, with what German readers read instead.

use crate::model::{Part, RegistrationStatus, ReviewKind, SessionKind, SignupStatus, Verdict};
use crate::output::Cell;

/// A word of this program; `key` is for machines, in every language.
pub(super) const fn label(key: &'static str, english: &'static str, german: &'static str) -> Cell {
    Cell::Label {
        key,
        english,
        german,
    }
}

/// A word that reads in English as its key does.
fn word(key: &'static str, german: &'static str) -> Cell {
    label(key, key, german)
}

/// What a person's stays in a session come to.
pub fn verdict(verdict: Verdict) -> Cell {
    let german = match verdict {
        Verdict::Present => "anwesend",
        Verdict::Partial => "teilweise",
        Verdict::WalkIn => "ohne Anmeldung",
        Verdict::Brief => "kurz da",
        Verdict::Excused => "entschuldigt",
        Verdict::NoShow => "nicht erschienen",
    };
    word(verdict.as_str(), german)
}

/// Where a sign-up stands.
pub fn signup_status(status: SignupStatus) -> Cell {
    let german = match status {
        SignupStatus::Confirmed => "angemeldet",
        SignupStatus::Waitlisted => "Warteliste",
        SignupStatus::Cancelled => "abgemeldet",
    };
    word(status.as_str(), german)
}

/// Whether a registration stands.
pub fn registration_status(status: RegistrationStatus) -> Cell {
    signup_status(match status {
        RegistrationStatus::Confirmed => SignupStatus::Confirmed,
        RegistrationStatus::Cancelled => SignupStatus::Cancelled,
    })
}

/// What somebody does in a session who is not its audience.
pub fn part(part: Part) -> Cell {
    let german = match part {
        Part::Speaker => "Vortrag",
        Part::Moderator => "Moderation",
        Part::Host => "Gastgeber",
    };
    word(part.as_str(), german)
}

/// What a session is.
pub fn session_kind(kind: SessionKind) -> Cell {
    let german = match kind {
        SessionKind::Plenary => "Plenum",
        SessionKind::Keynote => "Keynote",
        SessionKind::Breakout => "Breakout",
        SessionKind::Networking => "Networking",
        SessionKind::Social => "Ausklang",
        SessionKind::Other => "Sonstiges",
    };
    word(kind.as_str(), german)
}

/// What a question is about.
pub fn review_kind(kind: ReviewKind) -> Cell {
    let german = match kind {
        ReviewKind::Person => "Person",
        ReviewKind::Organisation => "Organisation",
        ReviewKind::Stay => "Aufenthalt",
        ReviewKind::Conflict => "Überschneidung",
    };
    word(kind.as_str(), german)
}

/// How somebody's events follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    /// Present at the last event, for the first time.
    New,
    /// Present at the last event and before, but not always.
    Returning,
    /// Present at every event.
    Regular,
    /// Present once, but not at the last event.
    Lapsed,
}

/// A trend's word.
pub(super) fn trend(trend: Trend) -> Cell {
    match trend {
        Trend::New => word("new", "neu"),
        Trend::Returning => word("returning", "wieder da"),
        Trend::Regular => word("regular", "immer da"),
        Trend::Lapsed => word("lapsed", "nicht mehr da"),
    }
}

/// Registered for an event that nothing is recorded of.
pub(super) fn registered() -> Cell {
    word("registered", "angemeldet")
}

/// A registration that was withdrawn.
pub(super) fn cancelled() -> Cell {
    signup_status(SignupStatus::Cancelled)
}
