//! Why an instruction cannot be followed.

use crate::catalogue::Message;
use crate::import::{ImportError, Kind, Problem};
use crate::model::ReviewId;
use crate::store::StoreError;

/// A failure of the desk; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The file of ours.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file to import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Nobody and nothing of that name.
    #[error("there is no {what} `{reference}`")]
    Unknown {
        /// `person`, `session`, …
        what: &'static str,
        /// As written.
        reference: String,
        /// What comes nearest, ready to be typed.
        nearest: Vec<String>,
    },
    /// Several of that name.
    #[error("`{reference}` may be {} {what}", candidates.len())]
    Ambiguous {
        /// `people`, `sessions`, …
        what: &'static str,
        /// As written.
        reference: String,
        /// Who they are, each with its number.
        candidates: Vec<String>,
    },
    /// No event is on file.
    #[error("there is no event yet")]
    NoEvent,
    /// Several events, and none was named.
    #[error("the file holds {} events", .0.len())]
    WhichEvent(Vec<String>),
    /// `--strict`, and rows were wrong.
    #[error("{count} {} cannot be taken, so nothing was", if *count == 1 { "row" } else { "rows" })]
    Strict {
        /// How many.
        count: usize,
        /// Which, with their file.
        problems: Vec<(String, Problem)>,
    },
    /// A table whose columns looked like ours, and not one row did.
    #[error("{file} looks like {}, but not one of its rows can be taken", kind.as_str())]
    NothingFits {
        /// The file.
        file: String,
        /// What it was taken for.
        kind: Kind,
        /// What is wrong with the rows.
        problems: Vec<Problem>,
    },
    /// A `--map` that no file could use.
    #[error("no file has a column or an answer `{0}`")]
    UnusedMap(String),
    /// A question that was answered already.
    #[error("question {id} was answered already: {}", answer.in_english())]
    Answered {
        /// Its number.
        id: ReviewId,
        /// How.
        answer: Message,
    },
    /// The instruction does not fit.
    #[error("{}", what.in_english())]
    Unfit {
        /// What does not fit.
        what: Message,
        /// What to do.
        hint: Option<Message>,
    },
}

impl IntakeError {
    /// Makes an instruction that does not fit, with what to do.
    pub(super) fn unfit(what: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self::Unfit {
            what: what.into(),
            hint: Some(hint.into()),
        }
    }
}
