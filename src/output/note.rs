//! A sentence below a table, with what can be done about it.

use std::fmt;

/// A sentence below a table.
///
/// On screen it ends with what the organiser can do about it. Readers of a page, a workbook or a Markdown file have no
/// use for a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sentence, in the reader's language.
    pub said: String,
    /// A command, and how to use it; may be empty.
    pub way_out: String,
}

impl Note {
    /// Creates a sentence with what can be done about it.
    pub fn new(said: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            way_out: way_out.into(),
        }
    }
}

impl From<String> for Note {
    fn from(said: String) -> Self {
        Self::new(said, "")
    }
}

impl From<&str> for Note {
    fn from(said: &str) -> Self {
        Self::new(said, "")
    }
}

/// The text on screen: the sentence, then what to do.
impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.way_out.is_empty() { "" } else { " " };
        write!(formatter, "{}{space}{}", self.said, self.way_out)
    }
}
