//! Reasons why an instruction cannot be followed.

use crate::catalogue::Message;
use crate::catalogue::messages::references;
use crate::import::{ImportError, Kind, Problem};
use crate::message;
use crate::model::ReviewId;
use crate::store::StoreError;

/// A failure of the desk; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// A failure of our own file.
    Store(#[from] StoreError),
    /// A failure of a file to import.
    Import(#[from] ImportError),
    /// Nothing on file has that name.
    Unknown {
        /// `person`, `session`, …
        what: &'static str,
        /// As written.
        reference: String,
        /// The nearest names, ready to be typed.
        nearest: Vec<String>,
    },
    /// Several have that name.
    Ambiguous {
        /// `person`, `organisation`.
        what: &'static str,
        /// As written.
        reference: String,
        /// Who they are, each with its number.
        candidates: Vec<String>,
    },
    /// No event is on file.
    NoEvent,
    /// There are several events, and none was named.
    WhichEvent(Vec<String>),
    /// Rows had errors with `--strict`.
    Strict {
        /// The number of rows.
        count: usize,
        /// The problems, with their file.
        problems: Vec<(String, Problem)>,
    },
    /// A table whose columns looked right, but none of whose rows did.
    NothingFits {
        /// The file.
        file: String,
        /// The assumed kind.
        kind: Kind,
        /// The problems of the rows.
        problems: Vec<Problem>,
    },
    /// A `--map` that did not apply to any file.
    UnusedMap(String),
    /// A question that was answered already.
    Answered {
        /// Its number.
        id: ReviewId,
        /// The answer.
        answer: Message,
    },
    /// The instruction does not fit.
    Unfit {
        /// What does not fit.
        what: Message,
        /// What to do.
        hint: Option<Message>,
    },
}

impl IntakeError {
    /// Makes an error for an instruction that does not fit, with a hint.
    pub(super) fn unfit(what: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self::Unfit {
            what: what.into(),
            hint: Some(hint.into()),
        }
    }

    /// Says what happened. An unknown address is not repeated, since errors get pasted into mails.
    pub fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Import(error) => error.message(),
            Self::Unknown {
                what, reference, ..
            } => {
                if is_address_of_a_person(what, reference) {
                    references::UNKNOWN_ADDRESS.into()
                } else {
                    message!(references::unknown { what, reference })
                }
            }
            Self::Ambiguous {
                what,
                reference,
                candidates,
            } => {
                let count = candidates.len();
                if is_address_of_a_person(what, reference) {
                    message!(references::shared_address { count })
                } else {
                    message!(references::ambiguous {
                        reference,
                        what,
                        count
                    })
                }
            }
            Self::NoEvent => references::NO_EVENT.into(),
            Self::WhichEvent(slugs) => message!(references::several_events { count: slugs.len() }),
            Self::Strict { count, .. } => message!(references::strict { count }),
            Self::NothingFits { file, kind, .. } => message!(references::nothing_fits {
                file,
                kind: kind.as_str()
            }),
            Self::UnusedMap(word) => message!(references::unused_map { word }),
            Self::Answered { id, answer } => {
                message!(references::answered {
                    question: id,
                    answer
                })
            }
            Self::Unfit { what, .. } => what.clone(),
        }
    }

    /// Says what to do about it.
    pub fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::Store(_) | Self::Import(_) => return None,
            Self::Unknown { what, nearest, .. } => unknown_hint(what, nearest),
            Self::Ambiguous { .. } => references::NAME_ONE_BY_NUMBER.into(),
            Self::NoEvent => references::SET_ONE_UP.into(),
            Self::WhichEvent(slugs) => message!(references::name_one_with_event { events: slugs }),
            Self::Strict { .. } => references::CORRECT_THE_ROWS.into(),
            Self::NothingFits { .. } => references::SAY_WHAT_IT_IS.into(),
            Self::UnusedMap(_) => references::SEE_THE_HEADINGS.into(),
            Self::Answered { id, .. } => message!(references::answer_anew { question: id }),
            Self::Unfit { hint, .. } => return hint.clone(),
        })
    }
}

impl std::fmt::Display for IntakeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message().in_english())
    }
}

/// Whether a reference is an address used to look up a person.
fn is_address_of_a_person(what: &str, reference: &str) -> bool {
    what == "person" && reference.contains('@')
}

/// Offers the nearest names, or else says where everything is listed.
fn unknown_hint(what: &str, nearest: &[String]) -> Message {
    let quoted = nearest.iter().map(|name| format!("`{name}`"));
    let offered = quoted.map(Message::verbatim);
    match offered.reduce(|one, other| message!(references::or { one, other })) {
        Some(names) => message!(references::did_you_mean { names }),
        None if what == "question" => references::LIST_QUESTIONS.into(),
        None => message!(references::list_what_there_is { what }),
    }
}
