//! The program's own words in tables, taken from the catalogue.

use std::collections::BTreeMap;

use crate::attendance::Presence;
use crate::message;
use crate::model::{
    Part, Purpose, RegistrationStatus, ReviewKind, Session, SessionKind, SignupStatus, Verdict,
};
use crate::output::keyed::{Keyed, labels as words};
use crate::output::{Cell, Table};

/// A type whose values have words in the catalogue.
pub trait Worded: Copy {
    /// Returns the word with its key.
    fn word(self) -> Keyed;
}

impl Worded for Verdict {
    fn word(self) -> Keyed {
        match self {
            Self::Present => words::PRESENT,
            Self::Partial => words::PARTIAL,
            Self::WalkIn => words::WALK_IN,
            Self::Brief => words::BRIEF,
            Self::Excused => words::EXCUSED,
            Self::NoShow => words::NO_SHOW,
        }
    }
}

impl Worded for SignupStatus {
    fn word(self) -> Keyed {
        match self {
            Self::Confirmed => words::CONFIRMED,
            Self::Waitlisted => words::WAITLISTED,
            Self::Cancelled => words::CANCELLED,
        }
    }
}

impl Worded for Purpose {
    fn word(self) -> Keyed {
        match self {
            Self::Photographs => words::PHOTOGRAPHS,
            Self::Participants => words::LIST_OF_PARTICIPANTS,
            Self::Newsletter => words::NEWSLETTER,
            Self::Recording => words::RECORDING,
        }
    }
}

impl Worded for Part {
    fn word(self) -> Keyed {
        match self {
            Self::Speaker => words::SPEAKER,
            Self::Moderator => words::MODERATOR,
            Self::Host => words::HOST,
        }
    }
}

impl Worded for SessionKind {
    fn word(self) -> Keyed {
        match self {
            Self::Plenary => words::PLENARY,
            Self::Keynote => words::KEYNOTE,
            Self::Breakout => words::BREAKOUT,
            Self::Networking => words::NETWORKING,
            Self::Social => words::SOCIAL,
            Self::Other => words::OTHER,
        }
    }
}

/// Returns the title of a cancelled session: people read that it is cancelled, programs get the title itself.
pub fn title_of_cancelled(title: &str) -> Cell {
    Cell::Worded {
        key: title.to_owned(),
        words: message!(notes::cancelled_title { title }),
    }
}

/// Shows the title of a session to people in place of its short name, which programs get. If a title could mean another
/// session the short name is kept, since a printed list is matched by it when it is read back.
pub(super) fn name_sessions<'a>(table: &mut Table, sessions: impl Iterator<Item = &'a Session>) {
    let sessions: Vec<&Session> = sessions.collect();
    let is_clear = |title: &str| {
        let same = |it: &&&Session| it.title.eq_ignore_ascii_case(title);
        sessions.iter().filter(same).count() == 1
            && sessions.iter().all(|it| it.slug != title)
            && title.chars().filter(|it| it.is_alphabetic()).count() >= SHORTEST_TITLE
    };
    let titles: BTreeMap<&str, &str> = sessions
        .iter()
        .filter(|it| is_clear(&it.title))
        .map(|it| (it.slug.as_str(), it.title.as_str()))
        .collect();
    table.reword("session", |slug| {
        titles.get(slug).map(|it| (*it).to_owned())
    });
}

/// The minimum length of a title, so that it cannot be confused with the letter of another session.
const SHORTEST_TITLE: usize = 4;

/// Returns the word for a verdict.
pub fn verdict(verdict: Verdict) -> Cell {
    Cell::Label(verdict.word())
}

/// Returns the word for a verdict, depending on the status of the sign-up: people who waited for a place or gave it
/// back did sign up, and people who contribute to another session of the event did not come by chance.
pub fn verdict_of(of: Verdict, signup: Option<SignupStatus>, contributes: bool) -> Cell {
    let words = match (of, signup) {
        (Verdict::WalkIn, Some(SignupStatus::Waitlisted)) => words::FROM_WAITING_LIST,
        (Verdict::WalkIn, _) if contributes => words::CONTRIBUTING,
        (Verdict::Excused, Some(SignupStatus::Cancelled)) => words::WITHDREW,
        _ => return verdict(of),
    };
    Cell::Reworded {
        of: Box::new(verdict(of)),
        words,
    }
}

/// Returns the word shown in place of a verdict for people who wait for a place and were not seen. Programs get this
/// from the sign-up.
pub(super) fn still_waiting() -> Cell {
    Cell::Reworded {
        of: Box::new(Cell::Empty),
        words: words::WAITLISTED,
    }
}

/// Returns what stands in place of the organisation of people without one; programs get nothing.
pub(super) fn no_organisation() -> Cell {
    Cell::Reworded {
        of: Box::new(Cell::Empty),
        words: words::NO_ORGANISATION,
    }
}

/// Returns the word for somebody's presence in a session that is not over.
pub(super) fn presence(presence: Presence) -> Cell {
    Cell::Label(match presence {
        Presence::Expected => words::EXPECTED,
        Presence::Here => words::HERE,
        Presence::Left => words::LEFT,
        Presence::NotYet => words::NOT_YET,
    })
}

/// Returns the word for the status of a sign-up.
pub fn signup_status(status: SignupStatus) -> Cell {
    Cell::Label(status.word())
}

/// Returns the word for the status of a registration.
pub fn registration_status(status: RegistrationStatus) -> Cell {
    signup_status(status.into())
}

/// Returns the word for the part of somebody who is not audience.
pub fn part(part: Part) -> Cell {
    Cell::Label(part.word())
}

/// Returns the word for somebody's role, which may be one that only this file uses.
pub(super) fn role(role: &str) -> Cell {
    let known = [words::MANAGER, words::EXPERT, words::GUEST, words::SPEAKER];
    let known = known.into_iter().find(|it| it.key() == role);
    known.map_or_else(|| Cell::from(role), Cell::Label)
}

/// Returns the word for a kind of session.
pub fn session_kind(kind: SessionKind) -> Cell {
    Cell::Label(kind.word())
}

/// Returns the word for a kind of question.
pub fn review_kind(kind: ReviewKind) -> Cell {
    Cell::Label(match kind {
        ReviewKind::Person => words::PERSON,
        ReviewKind::Organisation => words::ORGANISATION,
        ReviewKind::Stay => words::STAY,
        ReviewKind::Conflict => words::CONFLICT,
        ReviewKind::Removed => words::REMOVED,
    })
}

/// How somebody's presence at events develops.
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

/// Returns the word for a trend.
pub(super) fn trend(trend: Trend) -> Cell {
    Cell::Label(match trend {
        Trend::New => words::NEW,
        Trend::Returning => words::RETURNING,
        Trend::Regular => words::REGULAR,
        Trend::Lapsed => words::LAPSED,
    })
}

/// Returns the word for a registration for an event without a recording.
pub(super) fn registered() -> Cell {
    Cell::Label(words::REGISTERED)
}

/// Returns the word for a withdrawn registration.
pub(super) fn cancelled() -> Cell {
    signup_status(SignupStatus::Cancelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that a word's key is the one used by the model.
    fn assert_keyed(cell: &Cell, expected: &str) {
        let Cell::Label(word) = cell else {
            panic!("{cell:?}");
        };
        assert_eq!(word.key(), expected);
    }

    #[test]
    fn the_keys_of_words_are_those_of_the_model() {
        for it in Verdict::ALL {
            assert_keyed(&verdict(it), it.as_str());
        }
        for it in Presence::ALL {
            assert_keyed(&presence(it), it.as_str());
        }
        for it in Part::ALL {
            assert_keyed(&part(it), it.as_str());
        }
        for it in SessionKind::ALL {
            assert_keyed(&session_kind(it), it.as_str());
        }
        for it in SignupStatus::ALL {
            assert_keyed(&signup_status(it), it.as_str());
        }
        for it in [
            ReviewKind::Person,
            ReviewKind::Organisation,
            ReviewKind::Stay,
            ReviewKind::Conflict,
            ReviewKind::Removed,
        ] {
            assert_keyed(&review_kind(it), it.as_str());
        }
        let registration = RegistrationStatus::Cancelled;
        assert_keyed(&registration_status(registration), registration.as_str());
    }
}
