//! Numbers side by side: one bar for each name, in every format that people read.

/// Bars under one caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// What is counted, in the reader's language.
    pub caption: String,
    /// What the lighter part of a bar is, where bars have one: "signed up" behind "came".
    pub whole: Option<String>,
    /// What the darker part of a bar is.
    pub part: String,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is about: a session, a region.
    pub name: String,
    /// The number.
    pub part: usize,
    /// What it is a part of, where that is known.
    pub whole: Option<usize>,
}
