//! Questions the data could not answer.

use super::signup::words;

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

/// Somebody, or some organisation, that may be meant.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Candidate {
    /// The number of the person or organisation.
    pub id: i64,
    /// How likely, 0 to 1.
    pub score: f64,
    /// Why, in English key words with their values: `same name`, `near name 0.94`, `same domain`.
    pub reasons: Vec<String>,
}
